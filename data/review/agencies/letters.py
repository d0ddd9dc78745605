"""Letters alone among agencies: RWMC is a body of which no list knows, and nobody's name."""

import re

from rapidfuzz.distance.Levenshtein import distance

from data.review.agencies.agency_lists import known_words

#: Letters that stand for a name, those that are one sound, and what cannot be spoken.
_LETTERS_ALONE = re.compile(r"[A-Z]{3,8}")
_ONE_SOUND = re.compile(r"[KSCGTDBPZR]H|TS|CK")
_UNSPOKEN = re.compile(r"[^AEIOUY]{3}|^[^AEIOUY]+$")
_MARKS = frozenset("palxhyn")
#: Letters that stand for degrees, grades, clerks and forms of address.
_NO_BODY = frozenset(
    ["ldc", "tbc", "tbd", "bps", "phd", "mphil", "mbbs", "llb", "llm", "bsc", "msc", "fsc", "bcs",
     "mcs", "dvm", "mrs", "mst", "cnic", "ssc", "hssc", "dpt", "pst", "ctt", "jcl", "scl", "bds"]
)  # fmt: skip


def letters_of_none(written: str) -> bool:
    """Tell whether a text is letters that stand for a body which no list has, and nothing near.

    Nobody is called so, as it cannot be spoken; it is no mark, degree or rank. One that
    differs in a letter from a known one may be that, mistyped.
    """
    text = written.strip()
    if not _LETTERS_ALONE.fullmatch(text) or not _UNSPOKEN.search(_ONE_SOUND.sub("K", text)):
        return False
    bare = text.casefold()
    return bare not in _NO_BODY and not {*bare} <= _MARKS and not any(
        distance(bare, one, score_cutoff=1) <= 1 for one in known_words()
    )  # fmt: skip
