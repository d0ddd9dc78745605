"""A row of a list is one person: cells that name several are no such, whatever was answered."""

from collections.abc import Mapping

from data.records.distinct import by_text
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.fields import PERSONAL_FIELDS
from data.sheets.mapping import GROUPS, PERSONS, TRAININGS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.names import name_words
from data.understanding.columns.people.names_in_cells import (
    NUMBER,
    name_several,
    names_apart,
)
from geo.words.catalogue import _

#: In a cell with two the second may be whose son or daughter the first is.
MORE_THAN_A_FATHER = 3


def require_one_person_a_row(sheet: Sheet, mapping: ColumnMapping) -> None:
    """Refuse that each row is a person where most cells of a column name several.

    So it is, though the column is said to be left out: they would be counted as one.

    Raises
    ------
    ReadingError
        It says how many are named, and nobody's name.
    """
    if mapping.kind != PERSONS:
        return
    for n in range(len(sheet.header)):
        column = sheet.cells[n]
        listed = mapping.fields[n] in PERSONAL_FIELDS or sheet.fields[n] == "name_of_person"
        if n in sheet.offered or not listed or name_words.is_with_father(sheet.header[n]):
            continue
        if not name_several(column, MORE_THAN_A_FATHER):  # as most lists
            continue
        whole = by_text(column, lambda text: len(names_apart(text)), "int64")
        what = _("A row is said to be a person, and in {column} {people:,} are named in {rows:,}.")
        what = what.format(column=safe_name(sheet.header[n]), people=int(whole.sum()),
                           rows=int((whole > 0).sum()))  # fmt: skip
        advice = _("Say that a row is a training, and how many came; or give each person a row.")
        raise ReadingError(what, sheet.where, advice)


def number_is_said(sheet: Sheet, given: Mapping[int, str], kind: str) -> list[int]:
    """Return the column of how many are named, where it is answered with that of their names.

    Whoever says that a row is no person, and that a column names persons, says that they came.
    """
    if kind not in (TRAININGS, GROUPS) or "name_of_person" not in given.values():
        return []
    return [n for n in sheet.offered if sheet.header[n] == NUMBER and n not in given]
