"""Bytes of the files that somebody chose -> the two tables as text.

Read are one Excel workbook with the sheets ``trainings`` and ``attendance``, or two CSV files,
one for each. What a file is, is told by its first bytes and its header, never by its name.
Only the columns of ``data.model`` are kept; the others are dropped here, before anything else
sees them.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from data.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.personal_data import safe_name
from data.refusal import ReadingError
from data.spreadsheet_text import as_written
from data.workbook import MOST_ROWS, read_sheets

__all__ = ["RawTable", "RawTables", "ReadingError", "read"]

LARGEST_FILE = 10_000_000
COLUMNS = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS}
#: Columns that a file need not have.
OPTIONAL = ("summarises",)
FAULT_COLUMNS = ("row", "column", "value", "reason", "what_to_do")

#: Excel counts days from this one. A whole number in a date column of a workbook is such a day.
EXCEL_DAY_ZERO = pd.Timestamp(1899, 12, 30)


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
        What could not be read as it stands: ``row``, ``column``, ``value``, ``reason``,
        ``what_to_do``.
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
    unread: dict[tuple[int, int], str]
