"""The name of a column with a letter or two wrong: which known name is meant, where it is plain."""

from functools import cache

from rapidfuzz.distance import OSA

from data.sheets.fields import names, plain
from geo.names.remembered import once_a_reading

#: Shorter names are like too many others; in longer ones so many letters may be wrong.
SHORTEST, LONG = 6, 9
#: Words of their own that are spelt nearly as a name.
_OTHERS = frozenset(["destination", "resignation", "destinations"])
_FEMALE, _SHORTEST_SEX = "Female", 5
_MOST = {True: 2, False: 1}


@once_a_reading
def known_name(name: str) -> str | None:
    """Return the known name that a name is but for a letter or two; else None.

    It begins as they do, and all that are nearest are of one field. What has no word but those of
    known names is none of them misspelt: "Trainer" is no "Trainee".
    """
    bare = plain(name)
    most = _MOST[len(bare) >= LONG]
    several = bare.removesuffix("s") in names().fields  # "Trainees"
    if len(bare) < SHORTEST or ({*bare.split()} <= _words() and not several):
        return None
    near = {known: OSA.distance(bare, known, score_cutoff=most) for known in names().fields
            if known[:1] == bare[0] and abs(len(known) - len(bare)) <= most}  # fmt: skip
    least = min(near.values(), default=most + 1)
    nearest = [known for known, wrong in near.items() if wrong == least <= most]
    return nearest[0] if len({names().fields[known] for known in nearest}) == 1 else None


def with_sex_spelt(name: str) -> str:
    """Return the name of a column with its word for women as it is spelt: "Actual Femal"."""
    return " ".join(_FEMALE if _is_nearly_female(plain(word)) else word for word in name.split())


def _is_nearly_female(word: str) -> bool:
    known = word.removesuffix("s") in ("male", "female")
    return len(word) >= _SHORTEST_SEX and not known and OSA.distance(word, _FEMALE.lower()) == 1


@cache
def _words() -> frozenset[str]:
    """Return the words of all known names, and those that are spelt nearly as one."""
    return _OTHERS.union(*map(str.split, names().fields))
