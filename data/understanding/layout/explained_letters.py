"""Letters that a text beside a table explains -> the agency or the district that they stand for.

"Sindh Rural Support Initiative (SRSI)" above it, "L&HR = Labour & Human Resources" below.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from data.records.distinct import by_text
from data.records.personal_data import names_body, safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS
from data.sheets.sheet import Sheet
from data.understanding import contents
from geo.words.catalogue import _

#: A name with the letters that stand for it.
_NAMED = re.compile(r"(?P<words>(?:[^\W\d_][\w'&.-]* ){2,9})\((?P<letters>[A-Z]{3,8})\)")
#: Letters with what they stand for, in a line or a part of one.
_MEANS = r"(?:[=:–—]|\s-\s|\b(?:means|stands for|denotes|refers to|is short for)\b|سے مراد)"
_LETTERS = r"[^\W\d_][^\s=:]{1,9}"
_EXPLAINED = re.compile(
    rf"(?:[\w .]{{1,20}}:\s*)?(?:[^=:]*?[\s(])??(?P<letters>{_LETTERS})\s*{_MEANS}"
    r"\s*(?P<name>[^=:]+)"
)
_NEXT = re.compile(
    rf"[;\n|]|\s(?:and|اور)\s+(?={_LETTERS}\s*=)"
    rf"|[,.،\u06d4]\s+(?:and\s+)?(?={_LETTERS}\s*[=:])"
)
#: A longer text explains no letters, and so many more a name has than its letters.
_LONGEST, _LEAST_MORE = 200, 2


def with_letters(sheet: Sheet, texts: Collection[str]) -> Sheet:
    """Return a sheet with agencies and districts in place of letters that texts beside it explain.

    A name before its letters has to be that of a body, which is then one of the departments; and
    a known agency's own letters need no such explanation. What stands behind letters ("=") has to
    be an agency, a body or a district, and to have the letters in their order. Letters that are
    explained twice stay as they are.
    """
    meant: dict[str, set[str]] = defaultdict(set)
    for letters, name in (*_before_letters(sheet.above), *_behind_letters(texts)):
        meant[letters].add(name)
    told = {letters: min(names) for letters, names in meant.items() if len(names) == 1}
    bodies = {letters: name for letters, name in told.items() if not contents.is_district(name)}
    districts = {letters: name for letters, name in told.items() if letters not in bodies}
    sheet = _written_out(sheet, bodies, AGENCY_FIELDS[:2])
    return _written_out(sheet, districts, PLACE_FIELDS)


def _written_out(sheet: Sheet, meant: Mapping[str, str], fields: Sequence[str]) -> Sheet:
    """Return a sheet with names in place of their letters in columns of some fields."""
    for n, name in enumerate(sheet.header if meant else ()):
        if field_of_name(name) not in fields:
            continue
        used = sorted({*meant} & {*map(str.strip, sheet.cells[n].unique())})
        if not used:
            continue
        cells = by_text(sheet.cells[n], lambda text: meant.get(text.strip(), text))
        listed = ", ".join(f"{letters} = {meant[letters]}" for letters in used)
        words = _("{where}: letters in {column} are read as the file explains them: {listed}.")
        said = words.format(where=sheet.where, column=safe_name(name), listed=listed)
        sheet = sheet.with_texts(n, cells, said)
    return sheet


def _before_letters(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield letters in brackets and the name of a body before them that begins with them."""
    for found in (one for text in texts for one in _NAMED.finditer(text)):
        words, letters = found["words"].split(), found["letters"]
        for start in range(len(words)):
            own = words[start:]
            capitals = "".join(word[0] for word in own if word[0].isupper())
            if own[0][0].isupper() and capitals == letters and not contents.is_agency(letters):
                if names_body(" ".join(own)):
                    yield letters, " ".join(own)
                break


def _behind_letters(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield letters and what a text says that they stand for: "RYK = Rahim Yar Khan"."""
    for part in (part for text in texts for part in _NEXT.split(text)):
        found = _EXPLAINED.fullmatch(part.strip(" .,")) if len(part) <= _LONGEST else None
        if found is None or not _are_short_for(found["letters"], found["name"]):
            continue
        name = found["name"].strip()
        if contents.is_agency(name) or names_body(name) or contents.is_district(name):
            yield found["letters"], name


def _are_short_for(letters: str, name: str) -> bool:
    """Tell whether a name begins with the first of some letters and has the others in order."""
    bare = [one for one in letters.casefold() if one.isalpha()]
    rest = iter(name.casefold())
    return (
        len(bare) + _LEAST_MORE < len(name)
        and name[:1].casefold() == bare[0]
        and all(one in rest for one in bare)
    )
