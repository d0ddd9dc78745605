"""Forms that nobody filled in."""

from collections.abc import Sequence

import pandas as pd

from data.records.distinct import says
from data.records.errors import ReadingError
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from geo.words.catalogue import _

#: So many rows of a table are looked at before all of them.
FIRST_ROWS = 50


def require_filled(sheets: Sequence[Sheet]) -> None:
    """Refuse a form that nobody filled in: rows of numbers, of lines to write on, of totals.

    One that has no row at all is no form.

    Raises
    ------
    ReadingError
        If no row of any of the tables tells more.
    """
    rows = [sheet for sheet in sheets if len(sheet.cells)]
    if rows and not any(map(_has_a_record, rows)):
        advice = _("Choose the file in which it was filled in.")
        raise ReadingError(_("The form is not filled in."), rows[0].where, advice)


def _has_a_record(sheet: Sheet) -> bool:
    """Tell whether a row has more than its number, or is a total with a number."""
    numbered = [n for n, name in enumerate(sheet.header) if field_of_name(name) == RUNNING_NUMBER]
    unread = sheet.faults.loc[~sheet.faults["position"].isin(numbered), "row"]
    own = sheet.written
    parts = (own.head(FIRST_ROWS), own)  # of most tables the first rows tell it
    return bool(unread.isin(own.index).any()) or any(_tell_more(one, numbered) for one in parts)


def _tell_more(cells: pd.DataFrame, numbered: Sequence[int]) -> bool:
    summed = say_total(cells).to_numpy(dtype=bool)
    for n, column in cells.items():
        more = says(column, _is_filled_in)
        if summed.any():
            more[summed] = says(column[summed], _has_a_digit)
        if n in numbered:
            more &= ~says(column, _is_number)
        if more.any():
            return True
    return False


def _is_number(text: str) -> bool:
    return text.strip(" .)").isdecimal()


def _has_a_digit(text: str) -> bool:
    return any(map(str.isdecimal, text))


def _is_filled_in(text: str) -> bool:
    """Tell whether a cell has more than a line or points to write on."""
    return bool(text.strip(" _.…-–—/:()"))
