"""The cells of a workbook as text; what its reader says of damage becomes a plain refusal.

The reader is given only what was looked through before: it takes memory for all that a file
says that it holds.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

import python_calamine as calamine

from data.files.zip_parts import damaged
from data.records.problems.kind import ProblemKind

#: More merged cells than this are not looked at.
MOST_MERGED = 20_000


@dataclass(frozen=True)
class SheetTitle:
    """A sheet of a workbook: its name, and whether it is hidden."""

    name: str
    hidden: bool = False


@dataclass
class SheetRows:
    """The rows of a sheet as text, from the first row of the sheet on, blank ones included.

    ``unread`` gives the cells that hold something that has no text, by (row, column) counted
    from 1, and why. ``day_zero`` is the day from which the workbook counts days. ``merged`` are
    the first and the last cell, as (row, column), of cells merged over several; ``hidden`` and
    ``hidden_columns`` the rows and columns that the sheet hides, from 1; ``filtered`` whether a
    filter or an outline may be what hides the rows.
    """

    rows: list[list[str]]
    unread: dict[tuple[int, int], ProblemKind]
    day_zero: dt.date
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything, as in the further sheets of a new workbook."""
        return not self.unread and not any(cell.strip() for row in self.rows for cell in row)


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


Merged = list[tuple[tuple[int, int], tuple[int, int]]]


def sheet_cells(content: bytes, name: str) -> tuple[list[list[str]], Merged]:
    """Return the rows of a sheet as text, from its first row on, and its merged cells.

    Raises
    ------
    ReadingError
        If the workbook is damaged, or has no such sheet.
    """
    with _faults_told():
        opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = opened.get_sheet_by_name(name)
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        ranges = sheet.merged_cell_ranges or []
    merged = [((a + 1, b + 1), (c + 1, d + 1)) for (a, b), (c, d) in ranges[:MOST_MERGED]]
    return rows, merged


def show_percents(
    rows: list[list[str]], percents: Iterable[tuple[int, int, int, int, int]], sheet: int
) -> None:
    """Write numbers as the shares of 100 that their cells show: the 1 of "100%" is no number.

    ``percents`` are those of a ``Scan``, ``sheet`` the number of the sheet.
    """
    for number, row, column, down, right in percents:
        for own in rows[row - 1 : row - 1 + down] if number == sheet else ():
            for n in range(column - 1, min(column - 1 + right, len(own))):
                own[n] = _percent(own[n])


def _percent(text: str) -> str:
    try:
        share = Decimal(text) * 100
    except InvalidOperation:  # a text in such a cell
        return text
    return f"{share.normalize():f}%" if share.is_finite() else text


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
