"""Sheets of several files that belong together: by their submissions or codes, or lists alike."""

from collections.abc import Sequence

from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.linked_sheets import linked, lists_people
from data.sheets.tables.workbook.lists_alike import with_same_columns
from data.sheets.tables.workbook.lists_apart import are_apart, repeat_nobody, tell_apart


def of_files(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets of several files, those that belong together as one or alike.

    Submissions and their people become one, and codes of trainings get one name, as they do in one
    workbook.

    Lists, or counts, that are each whole by themselves become one where every row, or a text above,
    tells the day of its training, and none is of the persons, or of the places and agencies, of
    another: a later return of the same training would count its people again.
    """
    whole = linked(sheets)
    if len(whole) < 2 or len({one.header for one in whole}) == 1:
        return whole
    dated = all(map(_tells_its_days, whole)) or tell_apart(whole)
    alike = with_same_columns(whole) if dated and all(map(lists_people, whole)) else []
    return alike if alike and repeat_nobody(alike) and are_apart([*map(_of_whom, alike)]) else whole


def _tells_its_days(sheet: Sheet) -> bool:
    """Tell whether each row of a list has the day of its training."""
    dated = [n for n, one in enumerate(sheet.fields) if one == "date_start"]
    return len(dated) == 1 and bool(sheet.cells[dated[0]].str.strip().all())


def _of_whom(sheet: Sheet) -> set[tuple[str, ...]]:
    """Return whose people the rows of a list are: their places, agencies and names."""
    named = {"name_of_person", *AGENCY_FIELDS, *PLACE_FIELDS}
    own = [n for n, one in enumerate(sheet.fields) if one in named]
    return {tuple(map(plain, row)) for row in sheet.cells[own].to_numpy().tolist()}
