"""Letters for an agency -> the one whose name, in a text beside the table, they begin the words of.

"SCPA" is the authority under whose name "Sindh Child Protection Authority" the list stands.
"""

import re
from collections.abc import Iterable, Iterator

from data.review.agencies.agencies import find_agency
from data.review.agencies.agency_lists import listed_agencies

_LETTERS = re.compile(r"[A-Z]{3,8}")
_WORDS = re.compile(r"[^\W\d_]+")
#: Words of a name of which its letters may say nothing.
_SMALL = frozenset(["of", "the", "and", "for", "on"])
#: Provinces that stand in a name by their letters.
_SHORT = frozenset(["kp", "gb", "ajk", "ict"])


def agencies_of_initials(written: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Return the agency of each of some texts that is letters, as others write it out.

    Those that a list knows by themselves are none of these, nor those that may be several.
    """
    letters = {one for one in written if _LETTERS.fullmatch(one.strip())}
    unknown = {one for one in letters if not find_agency(one).agency}
    found: dict[str, set[str]] = {one: set() for one in unknown}
    for text in texts if unknown else ():
        words = _WORDS.findall(text)
        for one in unknown:
            for name in _written_out(one.strip().casefold(), words):
                agency = find_agency(name).agency
                found[one] |= {agency} if agency in listed_agencies() else set()
    return {one: own.pop() for one, own in found.items() if len(own) == 1}


def _written_out(letters: str, words: list[str]) -> Iterator[str]:
    """Yield the runs of words that begin with some letters, one after another."""
    for start in range(len(words)):
        left = letters
        for end in range(start, len(words)):
            word = words[end].casefold()
            part = word if word in _SHORT else word[0]
            if left.startswith(part):
                left = left.removeprefix(part)
            elif word not in _SMALL or end == start:
                break
            if not left:
                yield " ".join(words[start : end + 1])
                break
