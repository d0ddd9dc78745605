"""Text that a spreadsheet shows as it is and never runs as a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

#: A text that begins like this is taken for a formula or a command by some spreadsheet. The
#: wide forms of the signs are read as the signs themselves by some of them.
RUNS = re.compile(r"[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")


def as_text(value: object) -> object:
    """Return a value for a CSV file; a text that would run gets an apostrophe before it.

    Numbers, dates and blanks are returned as they are.
    """
    if isinstance(value, str) and RUNS.match(value):
        return f"'{value}"
    return value


def as_written(text: str) -> str:
    """Return a text as it was before ``as_text``."""
    return text[1:] if text.startswith("'") and RUNS.match(text[1:]) else text


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return a table as a CSV file that Excel opens with the right letters.

    UTF-8 with a byte-order mark; dates as 2023-09-25, moments (of a time zone) in UTC as
    2023-09-25T14:30:00Z; an unknown value is an empty cell, 0 is written as 0; texts and column
    names as ``as_text`` says. The index is left out.
    """
    told = frame.copy()
    told.columns = pd.Index([as_text(str(name)) for name in frame.columns])
    for position, kind in enumerate(frame.dtypes):
        if isinstance(kind, pd.DatetimeTZDtype):
            moments = frame.iloc[:, position].dt.tz_convert("UTC")
            told.isetitem(position, moments.dt.strftime("%Y-%m-%dT%H:%M:%SZ"))
        elif not (pd.api.types.is_numeric_dtype(kind) or pd.api.types.is_datetime64_dtype(kind)):
            texts = [as_text(value) for value in frame.iloc[:, position]]
            told.isetitem(position, pd.array(texts, dtype=object))
    text = told.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\r\n")
    return text.encode("utf-8-sig")


def text_cell(sheet: Worksheet, text: str) -> Cell:
    """Return a cell of a write-only sheet that holds a text, whatever the text begins with.

    Characters that a workbook cannot hold become spaces. The apostrophe of ``as_text`` is not
    needed: the cell is marked as text, also for when somebody edits it, so that reading it
    again gives the same text.
    """
    # Imported here: a CSV file has no need of it.
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

    cell: Cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    cell.data_type = "s"
    if RUNS.match(text):
        cell.quotePrefix = True
    return cell
