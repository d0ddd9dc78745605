"""A column that is 1 of women and 0 of men, as statistics keep the sex of each person."""

import re

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.records.rules import NOT_RECORDED, whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, PRESENCE, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_sexes import sex_counted
from geo.words.catalogue import _

SEX = "Sex"
_OTHER = {"Female": "Male", "Male": "Female"}
#: Words of a column that has the sex of each person by 1 and 0.
_OF_ONE = frozenset(["is", "sex", "gender", "female", "male", "woman", "man", "women", "men",
                     "dummy", "flag", "participant", "person", "respondent"])  # fmt: skip
#: The number of a person.
_PERSON = re.compile(r"p id|pid|(?:person|participant|part|respondent|resp|trainee|ind) ?id")
_YOUNGEST, _OLDEST = 12, 99


def with_sex_of_ones(sheet: Sheet) -> Sheet:
    """Return a sheet in which "female" with 1 and 0 is the sex of each person, which is said.

    It is where no other column counts people, and one is of persons: their names or numbers, their
    age, or whether they came.
    """
    found = [n for n, name in enumerate(sheet.header) if _is_called_so(name)]
    if len(found) != 1 or not _is_of_ones(sheet.cells[found[0]]):
        return sheet
    [n] = found
    others = [place for place in range(len(sheet.header)) if place != n]
    fields = {field_of_name(sheet.header[place]) or guessed_field(sheet.header[place])
              for place in others}  # fmt: skip
    if fields & {"sex", *COUNT_FIELDS} or not any(_is_of_person(sheet, place) for place in others):
        return sheet
    own = sex_counted(sheet.header[n])
    meant = {"1": own, "0": _OTHER[own]}
    told = by_text(sheet.cells[n], lambda text: meant.get(text.strip(), ""))
    words = _("{where}: of each person, 1 in {column} is read as {sex} and 0 as {other}.")
    sexes = {"Female": _("a woman"), "Male": _("a man")}
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]), sex=sexes[own],
                        other=sexes[_OTHER[own]])  # fmt: skip
    return sheet.renamed({n: SEX}).with_texts(n, told, said)


def _is_called_so(name: str) -> bool:
    return bool(sex_counted(name)) and {*plain(name).split()} <= _OF_ONE


def _is_of_ones(cells: pd.Series) -> bool:
    texts = {text.strip().casefold() for text in cells.unique().tolist()} - {*NOT_RECORDED}
    return texts == {"0", "1"}


def _is_of_person(sheet: Sheet, n: int) -> bool:
    """Tell whether a column has persons' names or numbers, their ages, or whether they came."""
    name, cells = plain(sheet.header[n]), sheet.cells[n]
    field = field_of_name(name)
    if field == "name_of_person":
        return True
    if field == PRESENCE:
        return _is_of_ones(cells)
    if _PERSON.fullmatch(name):
        return bool((cells.str.strip() != "").all())
    if name not in ("age", "age years", "age in years"):
        return False
    ages = whole_numbers(cells, LARGEST)[0].dropna()
    return len(ages) > 0 and bool(ages.between(_YOUNGEST, _OLDEST).all())
