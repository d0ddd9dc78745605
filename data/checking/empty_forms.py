"""Forms that nobody filled in."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import any_says, filled_cells, says
from data.records.errors import ReadingError
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from geo.words.catalogue import _

#: "Name of focal person: ________". No label is longer: a text without a line is gone through
#: from each of its letters on.
_TO_WRITE = re.compile(r"[^:_]{0,200}:?\s*(?:_{3,}|\.{4,}|…{2,})")
#: So many rows of a table are looked at before all of them.
FIRST_ROWS = 50


def require_filled(sheets: Sequence[Sheet]) -> None:
    """Refuse a form that nobody filled in: rows of numbers, of lines to write on, of totals.

    What stands alone below its numbers is of whoever signs it. One that has no row at all is no
    form.

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
    told = (_tell_more(_without_signatures(one, numbered), numbered) for one in parts)
    return bool(unread.isin(own.index).any()) or any(told)


def _without_signatures(cells: pd.DataFrame, numbered: Sequence[int]) -> pd.DataFrame:
    """Return rows without those under all their numbers, if each has one text and no number."""
    if not numbered or cells.empty:
        return cells
    counted = cells.index[says(cells[numbered[0]], _is_number)]
    below = cells.index[cells.index > counted[-1]] if len(counted) else cells.index[:0]
    under = cells.loc[below]
    signed = (filled_cells(under).sum(axis=1) <= 1).all()
    signed &= not any(any_says(under[n], _has_a_digit) for n in under)
    return cells.drop(below) if signed else cells


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
    """Tell whether a cell has more than a line or points to write on, and what is to be there."""
    return bool(_TO_WRITE.sub("", text).strip(" _.…-–—/:()"))
