"""The cells of a workbook as text; what its reader says of damage becomes a plain refusal.

The reader is given only what was looked through before: it takes memory for all that a file
says that it holds.
"""

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import python_calamine as calamine

from data.files.zip_parts import damaged
from data.records.problem_kinds import ProblemKind


@dataclass(frozen=True)
class SheetTitle:
    """A sheet of a workbook: its name, and whether it is hidden."""

    name: str
    hidden: bool = False


@dataclass
class SheetRows:
    """The rows of a sheet as text, from the first row of the sheet on, blank ones included.

    ``unread`` gives the cells that hold something that has no text, by (row, column) counted
    from 1, and why. ``day_zero`` is the day from which the workbook counts days.
    """

    rows: list[list[str]]
    unread: dict[tuple[int, int], ProblemKind]
    day_zero: dt.date


def sheet_titles(content: bytes) -> tuple[SheetTitle, ...]:
    """Return the titles of the sheets that hold cells.

    Raises
    ------
    ReadingError
        If the workbook is damaged.
    """
    with _faults_told():
        opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            SheetTitle(sheet.name, sheet.visible != calamine.SheetVisibleEnum.Visible)
            for sheet in opened.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        )


def sheet_cells(content: bytes, name: str) -> list[list[str]]:
    """Return the rows of a sheet as text, from its first row on.

    Raises
    ------
    ReadingError
        If the workbook is damaged, or has no such sheet.
    """
    with _faults_told():
        opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = opened.get_sheet_by_name(name)
        return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


@contextmanager
def _faults_told() -> Iterator[None]:
    """Turn whatever the reader raises into a refusal."""
    try:
        yield
    except Exception as error:
        raise damaged() from error
    except BaseException as error:
        # The reader's own faults come as an exception that is not an Exception.
        if type(error).__name__ == "PanicException":
            raise damaged() from error
        raise


def _text(cell: object) -> str:
    """Return what a cell holds as text.

    A whole number is written without a decimal point, a date cell as 2023-09-25. A date with a
    time of day keeps it, so that it is not taken for a plain date.
    """
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)
