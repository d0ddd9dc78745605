"""Sheets of the documented shape, on their strict way: nothing in them is read leniently."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.checking.check import Checked, check
from data.checking.raw_tables import COLUMNS, FAULT_COLUMNS, OPTIONAL, RawTable, RawTables
from data.records.dates import read_day
from data.records.distinct import by_text
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.records.rules import EARLIEST, LATEST
from data.records.spreadsheet_text import as_written
from data.records.tables import KINDS
from data.sheets.opening import Sheet

FileRows = Mapping[str, NDArray[np.int64]]


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


def check_template(sheets: Sequence[Sheet], today: date) -> tuple[Checked, FileRows]:
    """Check the two tables; return what became of their rows, and the row of each accepted one.

    Raises
    ------
    ReadingError
        If a column is there twice.
    """
    by_table = {str(table_of(one)): one for one in sheets}
    raw = {table: raw_table(table, COLUMNS[table], by_table[table]) for table in COLUMNS}
    checked = check(RawTables(**raw), today)
    ignored = [one.ignored.assign(table=table) for table, one in by_table.items()]
    whole = replace(
        checked,
        ignored_rows=pd.concat(ignored, ignore_index=True)[["table", "row", "reason"]],
        rows_in={
            table: count + len(by_table[table].ignored) for table, count in checked.rows_in.items()
        },
    )
    return whole, {table: accepted_rows(raw[table], checked) for table in COLUMNS}


def accepted_rows(raw: RawTable, checked: Checked) -> NDArray[np.int64]:
    """Return the row of the file of each accepted row of a table."""
    others = pd.concat([checked.problems[["table", "row"]], checked.merged_duplicates])
    left_out = raw.cells.index.isin(others.loc[others["table"] == raw.name, "row"])
    return raw.cells.index[~left_out].to_numpy(dtype=np.int64)


def raw_table(table: str, columns: Sequence[str], sheet: Sheet) -> RawTable:
    """Return the columns of a table as text, as ``data.checking`` takes them.

    Raises
    ------
    ReadingError
        If a column is there twice.
    """
    header = [name.casefold() for name in sheet.header]
    twice = sorted({safe_name(n) for n, times in Counter(header).items() if n and times > 1})
    if twice:
        what = f"A column is there twice: {', '.join(twice)}."
        raise ReadingError(what, sheet.where, "Take one of the two away, or rename it.")
    place = {name: header.index(name) for name in columns if name in header}
    blank = pd.Series("", index=sheet.cells.index, dtype="str")
    cells = {
        name: _column(name, sheet.cells[place[name]], sheet) if name in place else blank
        for name in columns
    }
    of_position = {n: name for name, n in place.items()} | {-1: ""}
    faults = sheet.faults[sheet.faults["position"].isin(of_position)]
    ignored = [
        safe_name(name)
        for name, folded in zip(sheet.header, header, strict=True)
        if folded not in place
    ]
    return RawTable(
        name=table,
        cells=pd.DataFrame(cells, index=sheet.cells.index).rename_axis("row"),
        faults=faults.assign(column=faults["position"].map(of_position))[list(FAULT_COLUMNS)],
        ignored_columns=tuple(dict.fromkeys(ignored)),
    )


def _column(name: str, column: pd.Series, sheet: Sheet) -> pd.Series:
    """Return a column as text; a number in a workbook's column of days is the day it means."""
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
