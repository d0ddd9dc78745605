"""A text whose columns are set out by spaces, as pasted out of a PDF or a letter -> its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: What stands between two cells, a cell, and a line that is drawn under or between rows.
_CELL = re.compile(r"\S+(?: \S+)*")
DRAWN = re.compile(r"[\s\-=_+|─━]+")
#: So many columns, and lines of them, are no chance; no page has more columns.
LEAST_COLUMNS, LEAST_LINES, MOST_COLUMNS = 3, 3, 100
TAB_STOPS = 8


@dataclass(frozen=True)
class SpacedRows:
    """The lines of a text as rows of cells, and the number of cells that are set in columns."""

    rows: list[list[str]]
    regularity: int


def spaced_rows(text: str) -> SpacedRows | None:
    """Return the lines of a text as rows, where those of one table stand in columns; else None.

    Two spaces at least part the cells of a line, and each cell stands under one name of the
    first line and no other, in all lines of the table: nothing is moved into another column.
    Every other line is a row of one cell.
    """
    lines = [line.expandtabs(TAB_STOPS).rstrip() for line in text.split("\n")]
    cells = [[] if DRAWN.fullmatch(line) else [one.span() for one in _CELL.finditer(line)]
             for line in lines]  # fmt: skip
    block = _block(cells)
    if sum(len(cells[n]) >= LEAST_COLUMNS for n in block) < LEAST_LINES:
        return None
    columns = _columns([span for n in block for span in cells[n]])
    if len(columns) > MOST_COLUMNS:
        return None
    placed = [_placed(cells[n], columns) for n in block]
    if len(placed[0]) != len(columns) or any(
        len(row) < len(cells[n]) for n, row in zip(block, placed, strict=True)
    ):
        return None  # fmt: skip
    rows = [[line.strip(), *[""] * (len(columns) - 1)] for line in lines]
    for n in range(block[0], block[-1] + 1):
        rows[n] = [""] * len(columns)  # lines that are drawn, too
    for n, row in zip(block, placed, strict=True):
        for place, (start, end) in row.items():
            rows[n][place] = lines[n][start:end]
    return SpacedRows(rows, sum(len(row) - 1 for row in placed))


def _block(cells: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """Return the lines of the one table; none where a line that may be of it stands apart.

    Lines of several cells follow each other, but for blank ones; one of two cells is of the
    table where it follows on its heels, and may lack what is not known.
    """
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS]
    if not wide:
        return []
    last = wide[-1]
    while last + 1 < len(cells) and len(cells[last + 1]) == LEAST_COLUMNS - 1:
        last += 1
    block = [n for n in range(wide[0], last + 1) if cells[n]]
    return block if all(len(cells[n]) > 1 for n in block) else []


def _columns(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return from where to where each column goes: cells over each other are of one."""
    columns: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def _placed(
    cells: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, int]]:
    """Return the cells of a line by their columns; of two in one column, the last."""
    return {n: (start, end) for start, end in cells
            for n, (first, last) in enumerate(columns) if first <= start < last}  # fmt: skip
