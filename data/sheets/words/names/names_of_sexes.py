"""The sex of whom a column counts by its name, and the name without it."""

from collections.abc import Sequence

from data.sheets.fields import words_of
from data.sheets.words.names.names_of_who_came import CAME, COUNTED, SEXES

_FAMILIES = {"girls": "f", "mothers": "f", "sisters": "f", "wives": "f", "widows": "f",
             "boys": "m", "fathers": "m", "brothers": "m", "husbands": "m"}  # fmt: skip


def without_sex(name: str) -> str:
    """Return a name without its word for one sex: "judges" of "Female judges"; else blank."""
    sexes, rest = _sexes_and_rest(words_of(name))
    return " ".join(rest) if len(sexes) == 1 else ""


def has_other_sex(name: str, header: Sequence[str], *, of_people: bool = False) -> bool:
    """Tell whether a column is named as this one but for its sex: "Trained (M)", "Trained (F)".

    ``of_people``: whether it is known that its other words are of people.
    """
    own = words_of(name)
    sexes, rest = _sexes_and_rest(own)
    if len(sexes) != 1 or not (of_people or {*own} & (COUNTED | CAME)):
        return False
    others = [_sexes_and_rest(words_of(one)) for one in header]
    return sum(rest == words and len(told) == 1 and told != sexes for told, words in others) == 1


def sex_counted(name: str) -> str:
    """Return the sex of whom a column counts by its name: "Female" of mothers, else blank."""
    sexes, __ = _sexes_and_rest(words_of(name))
    sexes += [_FAMILIES[word] for word in words_of(name) if word in _FAMILIES]
    return {"f": "Female", "m": "Male"}[sexes[0]] if len(sexes) == 1 else ""


def _sexes_and_rest(words: Sequence[str]) -> tuple[list[str], list[str]]:
    rest = [word for word in words if word not in SEXES]
    return [SEXES[word] for word in words if word in SEXES], rest
