"""Bytes of the files that somebody chose -> the two tables as text.

Read are one Excel workbook with the sheets ``trainings`` and ``attendance``, or two CSV files,
one for each. What a file is, is told by its first bytes and its header, never by its name.
Only the columns of ``data.model`` are kept; the others are dropped here, before anything else
sees them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from data.csv_text import csv_rows
from data.model import ATTENDANCE_COLUMNS, DAY_COLUMNS, TRAINING_COLUMNS
from data.personal_data import safe_name
from data.refusal import ReadingError
from data.spreadsheet_text import as_written
from data.workbook import MOST_ROWS, SheetRows, read_sheets

__all__ = ["RawTable", "RawTables", "ReadingError", "read"]

LARGEST_FILE = 10_000_000
COLUMNS = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS}
#: Columns that a file need not have.
OPTIONAL = ("summarises",)
FAULT_COLUMNS = ("row", "column", "reason", "what_to_do")


@dataclass(frozen=True, eq=False)
class RawTable:
    """One table of a file, as text.

    Attributes
    ----------
    name
        ``trainings`` or ``attendance``.
    cells
        The columns of ``data.model``, all text, blank where the cell is; the index is the row
        of the file, where the header is row 1. Blank rows are left out.
    faults
        What could not be read as it stands: ``row``, ``column`` (blank for the row as a whole),
        ``reason``, ``what_to_do``.
    ignored_columns
        Names of the columns that were dropped; a name that itself looks like a person's data
        is not repeated.
    """

    name: str
    cells: pd.DataFrame
    faults: pd.DataFrame
    ignored_columns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RawTables:
    """Both tables of an upload."""

    trainings: RawTable
    attendance: RawTable


@dataclass
class _Grid:
    """A header and the rows under it, before columns are chosen."""

    where: str
    header: list[str]
    rows: list[tuple[int, list[str]]]
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    day_zero: date | None = None


def read(files: Sequence[bytes]) -> RawTables:
    """Read the tables of trainings and attendance from one workbook or two CSV files.

    Parameters
    ----------
    files
        The bytes of each file, in any order.

    Returns
    -------
    RawTables
        Each with at least one row.

    Raises
    ------
    ReadingError
        If a file is of another kind, damaged, encrypted, too large or has no rows; if a table
        or a column is missing (all missing columns are named at once) or a column is there
        twice.
    """
    grids: dict[str, _Grid] = {}
    for number, content in enumerate(files, start=1):
        where = "The file" if len(files) == 1 else f"File {number}"
        for name, grid in _grids(content, where).items():
            if name in grids:
                raise ReadingError(
                    f"The table of {name} is there twice.",
                    where,
                    "Choose one workbook, or one CSV file of trainings and one of attendance.",
                )
            grids[name] = grid
    _require_tables(grids)
    _require_columns(grids)
    return RawTables(**{name: _table(name, grids[name]) for name in COLUMNS})


def _grids(content: bytes, where: str) -> dict[str, _Grid]:
    """Tell a file's kind by its first bytes and return the tables in it."""
    if len(content) > LARGEST_FILE:
        what = f"It is larger than {LARGEST_FILE // 1_000_000} MB."
        raise ReadingError(what, where, "Save it without pictures, or in parts.")
    if content.startswith(b"PK\x03\x04"):
        return {name: _from_sheet(name, s) for name, s in read_sheets(content, COLUMNS).items()}
    grid = _grid(where, csv_rows(content, where))
    return {_kind(grid): grid}


def _from_sheet(name: str, sheet: SheetRows) -> _Grid:
    rows = ((number, row) for number, row in enumerate(sheet.rows, start=1))
    filled = {row for row, _ in sheet.unread}
    grid = _grid(f"Sheet {name}", (r for r in rows if any(map(str.strip, r[1])) or r[0] in filled))
    grid.unread, grid.day_zero = sheet.unread, sheet.day_zero
    return grid


def _grid(where: str, rows: Iterable[tuple[int, list[str]]]) -> _Grid:
    """Take the first row as the header; refuse a table without rows or with too many."""
    kept: list[tuple[int, list[str]]] = []
    for row in rows:
        kept.append(row)
        if len(kept) > MOST_ROWS + 1:
            what = f"It has more than {MOST_ROWS:,} rows."
            raise ReadingError(
                what, where, "Choose it in parts, or add up rows that belong together."
            )
    if len(kept) < 2:
        raise ReadingError("It has no rows.", where, "Fill in the template and choose that.")
    header = [" ".join(cell.split()) for cell in kept[0][1]]
    return _Grid(where, header, kept[1:])


def _kind(grid: _Grid) -> str:
    """Return which table a CSV file is: the one more of whose own columns its header has."""
    header = {name.casefold() for name in grid.header}
    own = {name: set(columns) - {"training_id"} for name, columns in COLUMNS.items()}
    found = {name: len(columns & header) for name, columns in own.items()}
    if found["trainings"] == found["attendance"]:
        raise ReadingError(
            "Its first row does not name the columns of trainings or of attendance.",
            grid.where,
            "Use the column names of the template in the first row.",
        )
    return max(found, key=lambda name: found[name])


def _require_tables(grids: dict[str, _Grid]) -> None:
    missing = [name for name in COLUMNS if name not in grids]
    if missing:
        raise ReadingError(
            f"There is no table of {' and none of '.join(missing)}.",
            "What you chose",
            "Choose a workbook with the sheets trainings and attendance, or two CSV files.",
        )


def _require_columns(grids: dict[str, _Grid]) -> None:
    """Refuse a column that is there twice, and all missing columns of both tables at once."""
    missing = []
    for name, grid in grids.items():
        times = Counter(column.casefold() for column in grid.header if column)
        twice = sorted({safe_name(column) for column, count in times.items() if count > 1})
        if twice:
            what = f"A column is there twice: {', '.join(twice)}."
            raise ReadingError(what, grid.where, "Take one of the two away, or rename it.")
        needed = [column for column in COLUMNS[name] if column not in OPTIONAL]
        missing += [f"{name}.{column}" for column in needed if column not in times]
    if missing:
        raise ReadingError(
            f"Columns are missing: {', '.join(missing)}.",
            "What you chose",
            "Add them with these names; a column may be left blank where nothing is known.",
        )


def _table(name: str, grid: _Grid) -> RawTable:
    """Choose the columns of the model; what else a row holds goes no further."""
    header = [column.casefold() for column in grid.header]
    columns = COLUMNS[name]
    place = {column: header.index(column) for column in columns if column in header}
    faults, cells = [], []
    for number, row in grid.rows:
        faults += _row_faults(grid, number, row, place)
        cells.append([_cell(grid, row, column, place) for column in columns])
    ignored = [
        safe_name(c) for c, folded in zip(grid.header, header, strict=True) if folded not in place
    ]
    return RawTable(
        name=name,
        cells=pd.DataFrame(
            cells,
            columns=list(columns),
            index=pd.Index([number for number, _ in grid.rows], name="row"),
            dtype="str",
        ),
        faults=pd.DataFrame(faults, columns=list(FAULT_COLUMNS)),
        ignored_columns=tuple(dict.fromkeys(ignored)),
    )


def _row_faults(
    grid: _Grid, number: int, row: list[str], place: dict[str, int]
) -> list[tuple[int, str, str, str]]:
    """Return the faults of a row: too many or too few cells, and cells without a value."""
    faults = []
    if len(row) != len(grid.header):
        reason = f"The row has {len(row)} cells where the header has {len(grid.header)}."
        advice = "Put a text that has a comma in it between quotation marks."
        faults.append((number, "", reason, advice))
    for column, position in place.items():
        if reason := grid.unread.get((number, position + 1), ""):
            advice = "Write the value itself into the cell, or save the file in Excel again."
            faults.append((number, column, reason, advice))
    return faults


def _cell(grid: _Grid, row: list[str], column: str, place: dict[str, int]) -> str:
    """Return a cell as text; a number in a workbook's column of days is the day it stands for."""
    position = place.get(column, len(row))
    text = row[position] if position < len(row) else ""
    if grid.day_zero is None:
        return as_written(text)
    if column in DAY_COLUMNS and text.isdecimal() and len(text) == 5:
        return _day(int(text), grid.day_zero)
    return text


def _day(number: int, day_zero: date) -> str:
    day = day_zero + timedelta(days=number)
    return day.isoformat() if 2000 <= day.year <= 2099 else str(number)
