"""Sheets of the documented shape, on their strict way: nothing in them is read leniently."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd

from data.checking.check import Checked, check
from data.checking.problems import together
from data.checking.table_check import COLUMNS, FAULT_COLUMNS, OPTIONAL, RawTable
from data.checking.told_attendance import with_agencies, without_sums
from data.records.calendar.dates import read_day
from data.records.distinct import by_text
from data.records.errors import ReadingError
from data.records.model import TRAINING_COLUMNS
from data.records.personal_data import safe_name
from data.records.rules import EARLIEST, LATEST, tidied
from data.records.spreadsheet_text import as_written
from data.records.tables import KINDS, TABLES
from data.review.decisions import Decisions
from data.review.duplicate_trainings import trainings_alike
from data.review.questions import QueueItem, held_rows
from data.sheets.opening import Sheet
from geo.words.catalogue import _

SAID_BEFORE = _("a training that another row has already, as somebody said")


def table_of(sheet: Sheet) -> str | None:
    """Return which table of the documented shape a sheet is, or None."""
    header = {name.casefold() for name in sheet.header}
    for table, columns in COLUMNS.items():
        if {name for name in columns if name not in OPTIONAL} <= header:
            return table
    return None


def are_of_template(sheets: Sequence[Sheet]) -> bool:
    """Tell whether sheets are the two tables of the documented shape."""
    return sorted(str(table_of(one)) for one in sheets) == sorted(COLUMNS)


def check_template(sheets: Sequence[Sheet], today: date, decisions: Decisions) -> Checked:
    """Check the two tables; return what became of their rows, with the questions on them.

    Raises
    ------
    ReadingError
        If a column is there twice.
    """
    once, alike = _told_as_one(sheets, decisions)
    by_table = {str(table_of(one)): one for one in once}
    raws = {table: raw_table(table, by_table[table]) for table in COLUMNS}
    told, of_agencies = with_agencies(raws["attendance"], decisions)
    told, of_sums = without_sums(told, decisions)
    checked = check(raws | {"attendance": told}, today)
    asked = sum(one.participants for one in (*of_agencies, *of_sums))
    held = checked.held
    if of_agencies:
        of_none = held_rows(of_agencies, tidied(told.cells).assign(agency=""))
        held = together([held, of_none])
    queue = (*alike, *of_agencies, *of_sums)
    return replace(checked, participants_in=checked.participants_in + asked, queue=queue, held=held)


def raw_table(table: str, sheet: Sheet) -> RawTable:
    """Return the columns of a table as text, as ``data.checking`` takes them.

    Raises
    ------
    ReadingError
        If a column is there twice.
    """
    header = [name.casefold() for name in sheet.header]
    twice = sorted({safe_name(n) for n, times in Counter(header).items() if n and times > 1})
    if twice:
        what = _("A column is there twice: {names}.").format(names=", ".join(twice))
        raise ReadingError(what, sheet.where, _("Take one of the two away, or rename it."))
    cells = {name: _column(name, sheet) for name in TABLES[table]}
    of_position = {header.index(name): name for name in cells if name in header} | {-1: ""}
    faults = sheet.faults[sheet.faults["position"].isin(of_position)]
    ignored = [
        safe_name(name)
        for name, folded in zip(sheet.header, header, strict=True)
        if folded not in cells
    ]
    return RawTable(
        name=table,
        cells=pd.DataFrame(cells, index=sheet.cells.index).rename_axis("row"),
        faults=faults.assign(column=faults["position"].map(of_position))[list(FAULT_COLUMNS)],
        set_aside=sheet.ignored,
        ignored_columns=tuple(dict.fromkeys(ignored)),
    )


def _column(name: str, sheet: Sheet) -> pd.Series:
    """Return a column as text; a number in a workbook's column of days is the day it means."""
    column = sheet.column(name)
    if sheet.day_zero is None:
        return by_text(column, as_written)
    if KINDS[name] == "day":
        return by_text(column, partial(_day, day_zero=sheet.day_zero))
    return column


def _day(text: str, day_zero: date) -> str:
    """Return the day that a whole number stands for; one that is no day to take stays as it is.

    A problem then shows the number that is in the cell, and no day that nobody wrote.
    """
    day = read_day(text, "iso", day_zero).iso if text.isdecimal() else ""
    return day if day and EARLIEST <= date.fromisoformat(day) <= LATEST else text


def _told_as_one(
    sheets: Sequence[Sheet], decisions: Decisions
) -> tuple[list[Sheet], tuple[QueueItem, ...]]:
    """Return the two tables with trainings that are one told once, and questions on others.

    The row of a training that is another over again holds no record; rows of attendance that
    name it are of the other.
    """
    [trainings] = [one for one in sheets if table_of(one) == "trainings"]
    columns = {name: by_text(trainings.column(name), _tidy) for name in TRAINING_COLUMNS}
    alike = trainings_alike(pd.DataFrame(columns), decisions)
    if not alike.same:
        return list(sheets), alike.queue
    again = trainings.cells.index[columns["training_id"].isin(list(alike.same))]
    [attendance] = [one for one in sheets if one is not trainings]
    cells = attendance.cells.copy()
    cells[attendance.place_of("training_id")] = by_text(
        attendance.column("training_id"), lambda one: alike.same.get(_tidy(one), one)
    )
    once = [trainings.without(again, SAID_BEFORE), replace(attendance, cells=cells)]
    return once, alike.queue


def _tidy(text: str) -> str:
    return " ".join(text.split())
