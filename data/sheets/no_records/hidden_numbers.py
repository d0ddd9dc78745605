"""Rows with numbers that a sheet hides: tries of a form, which are none, and others, which may be.

A filter that was left on hides rows that count, and somebody may have hidden one that does not. A
total of the sheet that has them says that they count; nothing else does. A note that they don't
holds where they are of another year.
"""

import re
from dataclasses import replace

import pandas as pd

from data.records.calendar.dates import read_day
from data.records.distinct import by_text
from data.records.problems.of_rows import HIDDEN_NUMBERS
from data.records.rules import whole_numbers
from data.sheets.fields import COUNT_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.hidden_rows import NOTED_ROW, is_noted, said_of_hidden
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.wrong_totals import are_sums
from data.sheets.words.told.hidden_rows_noted import rows_named, says_hidden_are_absent
from geo.words.catalogue import _

TRIED_ROW = _("it is hidden, and a try or an example, as it says")
#: A cell of a row with which somebody tried a form.
_TRIED = re.compile(
    r"\W*(?:this is )?(?:an? |only )*(?:tests?|testing|dummy|samples?|example|trial)"
    r"(?: (?:row|entry|record|data|line|only|training|venue|name|event|1|123))*\W*",
    re.IGNORECASE,
)


def with_hidden_numbers(sheet: Sheet) -> Sheet:
    """Return a sheet without the tries that it hides, and with its hidden numbers as faults.

    Of persons it is said already which of those who are hidden may not have come.
    """
    unseen = sheet.cells.loc[sheet.cells.index.isin(list(sheet.hidden_rows))]
    if unseen.empty:
        return sheet
    known = {*sheet.faults.loc[sheet.faults["position"] == -1, "row"]} & {*unseen.index}
    tried = unseen.index[[any(map(_TRIED.fullmatch, own)) for own in unseen.to_numpy().tolist()]]
    bare = sheet.without(tried, TRIED_ROW)
    counted = "name_of_person" not in sheet.fields and not _are_in_totals(bare)
    open_rows = _with_numbers(bare) if counted else unseen.index[:0]
    before = said_of_hidden([*unseen.index], (), sheet.where, known)
    rest = unseen.index.difference(open_rows).difference(tried)
    noted = open_rows if _are_noted(bare, open_rows) else open_rows[:0]
    left = [*tried, *noted]
    after = said_of_hidden([*rest, *left], (), sheet.where, {*known, *left})
    notes = (*(note for note in sheet.notes if note not in before), *after)
    bare = bare.without(noted, NOTED_ROW).with_faults(open_rows.difference(noted), HIDDEN_NUMBERS)
    return replace(bare, notes=notes)


def _are_noted(sheet: Sheet, rows: pd.Index) -> bool:
    """Tell whether a note says of hidden rows that they don't count, and they are of another year.

    One that names others by their numbers says nothing of them.
    """
    listed = {*rows.tolist()}
    return _are_of_another_year(sheet, rows) and is_noted(
        sheet.cells,
        sheet.above,
        lambda text: says_hidden_are_absent(text) and rows_named(text) in (listed, frozenset()),
    )


def _are_of_another_year(sheet: Sheet, rows: pd.Index) -> bool:
    """Tell whether some rows have days of other years than all that are seen."""
    if "date_start" not in sheet.fields or rows.empty:
        return False
    days = sheet.cells[sheet.fields.index("date_start")]
    own, others = (by_text(part, _year) for part in (days[rows], days.drop(rows)))
    known = bool((own != "").all())
    return known and bool((others != "").any()) and not {*own} & {*others}


def _year(text: str) -> str:
    """Return the year of a day, whichever way that is to be read; blank of none."""
    day = read_day(text)
    years = {iso[:4] for iso in (day.iso, *day.readings) if iso}
    return years.pop() if len(years) == 1 else ""


def _with_numbers(sheet: Sheet) -> pd.Index:
    """Return the hidden rows that hold a number of people, and are no totals."""
    counted = pd.Series(False, index=sheet.cells.index)
    for n in _columns_of_numbers(sheet):
        numbers, _unread = whole_numbers(sheet.cells[n], LARGEST)
        counted |= (numbers > 0).fillna(value=False).astype(bool)
    rows = counted.index[counted & ~say_total(sheet.cells)]
    return rows[rows.isin(list(sheet.hidden_rows))]


def _columns_of_numbers(sheet: Sheet) -> list[int]:
    """Return the columns that count people by their names, or where none does those of numbers."""
    counts = [n for n, field in enumerate(sheet.fields) if field in COUNT_FIELDS]
    return counts or [n for n, field in enumerate(sheet.fields) if field is None]


def _are_in_totals(sheet: Sheet) -> bool:
    """Tell whether each total of the sheet is the sum of its rows, with those that are hidden."""
    is_sum = say_total(sheet.cells).to_numpy()
    columns = [sheet.cells[n] for n in _columns_of_numbers(sheet)]
    written = [one for one in columns if whole_numbers(one[is_sum], LARGEST)[0].notna().any()]
    return bool(written) and all(are_sums(one, is_sum) for one in written)
