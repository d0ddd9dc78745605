"""Where the columns of a text stand that are set out by spaces, and cells that fill theirs."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

#: No table has fewer columns that are set out so.
LEAST_COLUMNS = 3
#: What is said of a row, or of the last line of a page, that has a sum in it.
SUM = re.compile(r"\b(?:total|sum|carried|brought|balance|[cb]/[fd]|kul)\b|میزان|کل", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[\d.,%–-]+")


class Cell(NamedTuple):
    """A text and from where to where it stands in its line."""

    start: int
    end: int
    text: str


def part_names(cells: list[list[Cell]], block: Sequence[int]) -> None:
    """Part names of columns that one space parts, where the rows have a column under each.

    "No. From" stands so over "1   03.05.2023".
    """
    names = [cell.text for cell in cells[block[0]]]
    heads = [n for n in block if [cell.text for cell in cells[n]] == names]
    columns = columns_of(cells_in_columns(cells, [n for n in block if n not in heads]))
    for n in heads:
        cells[n] = [part for cell in cells[n] for part in parted(cell, columns)]


def cells_in_columns(cells: Sequence[Sequence[Cell]], lines: Sequence[int]) -> list[Cell]:
    """Return the cells of some lines, without labels of sums, which may go over several columns."""
    most = max((len(cells[n]) for n in lines), default=0)
    sums = {n for n in lines if len(cells[n]) < most and SUM.search(cells[n][0].text)}
    return [cell for n in lines for cell in cells[n][n in sums :]]


def parted(name: Cell, columns: Sequence[tuple[int, int]]) -> list[Cell]:
    """Return the parts of a name that each begin a column; itself where one has none under it."""
    parts = _cut(name, {first for first, _last in columns})
    under = all(any(part.start < last and first < part.end for first, last in columns)
                for part in parts)  # fmt: skip
    return parts if under else [name]


def _cut(cell: Cell, starts: Set[int | None]) -> list[Cell]:
    """Return a cell in parts: a new one where a word of it begins at one of the places."""
    cuts = [0, *(word.start() for word in list(_WORD.finditer(cell.text))[1:]
                 if cell.start + word.start() in starts), len(cell.text)]  # fmt: skip
    texts = [(cell.start + first, cell.text[first:end].rstrip()) for first, end in pairwise(cuts)]
    return [Cell(start, start + len(text), text) for start, text in texts]


def part_full(cells: list[list[Cell]]) -> set[int]:
    """Part cells that fill their column, so that one space stands before the next; their lines.

    Such a cell goes over several names. Most other rows tell where the column of each begins.
    """
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS]
    names = cells[wide[0]]
    rows = [n for n in wide if [cell.text for cell in cells[n]] != [name.text for name in names]]
    spanning = {n for n in rows if spans(cells[n], names)}
    alone = [cell for n in rows for cell in cells[n] if not spans([cell], names)]
    under = [[cell for cell in alone if _over(cell, name)] for name in names] if spanning else []
    for n in spanning:
        cells[n] = [part for cell in cells[n] for part in _cut(cell, {
            _beginning(cell, others) for name, others in zip(names, under, strict=True)
            if _over(cell, name) and 2 * len(others) > len(rows)
        })]  # fmt: skip
    return spanning


def _beginning(cell: Cell, others: Sequence[Cell]) -> int | None:
    """Return where in a cell the column of others begins: as they all do, or with the figure there.

    Figures stand to the right in their column, or in its middle; no other word may be in it.
    """
    if not all(_FIGURE.fullmatch(other.text) for other in others):
        starts = {other.start for other in others}
        return starts.pop() if len(starts) == 1 else None
    column = Cell(min(other.start for other in others), max(other.end for other in others), "")
    words = [Cell(cell.start + word.start(), cell.start + word.end(), word.group())
             for word in _WORD.finditer(cell.text)]  # fmt: skip
    within = [word for word in words if _over(word, column)]
    figure = len(within) == 1 and _FIGURE.fullmatch(within[0].text)
    return within[0].start if figure else None


def _over(cell: Cell, other: Cell) -> bool:
    return cell.start < other.end and other.start < cell.end


def spans(own: Sequence[Cell], names: Sequence[Cell]) -> bool:
    """Tell whether a cell of a line goes over several names."""
    return any(sum(_over(cell, name) for name in names) > 1 for cell in own)


def columns_of(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Return from where to where each column goes: cells over each other are of one."""
    columns: list[tuple[int, int]] = []
    for start, end, _text in sorted(cells):
        if columns and start < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
        else:
            columns.append((start, end))
    return columns


def placed(cells: Sequence[Cell], columns: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return the cells of a line by their columns; of two in one column, the last."""
    return {n: cell.text for cell in cells
            for n, (first, last) in enumerate(columns) if first <= cell.start < last}  # fmt: skip
