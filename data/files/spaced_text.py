"""A text whose columns are set out by spaces, as pasted out of a PDF or a letter -> its rows."""

import re
import sys
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from data.files.page_numbers import PAGE
from data.files.spaced_columns import (
    LEAST_COLUMNS,
    SUM,
    Cell,
    cells_in_columns,
    columns_of,
    part_full,
    part_names,
    parted,
    placed,
    spans,
)  # fmt: skip

#: What stands between two cells, a cell, and a line that is drawn under or between rows.
_CELL = re.compile(r"\S+(?: \S+)*")
DRAWN = re.compile(r"[\s\-=_+|─━]+")
#: What a text ends with that goes on in the next line.
_OPEN_END = re.compile(
    r"(?:.*\s)?(?:and|or|of|for|on|in|at|to|the|by|with|from|against)|.*[,&/(–-]", re.IGNORECASE
)
#: So many lines of several columns are no chance; no page has more columns.
LEAST_LINES, MOST_COLUMNS = 3, 100
_LETTER, _SMALL = re.compile(r"[^\W\d_]"), re.compile(r"(?=[^\W\d_])[^A-Z][^\d]*")
#: The number behind a line of a page.
_PAGE = re.compile(r"(?<! ) {2,}(?P<number>\d{1,3})$")
#: What the pages of a printed table are of: no row is called so, over several columns.
_REPORT = re.compile(
    r"\b(?:report|annex\w*|appendix|newsletter|bulletin|yearbook)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}")
#: What stands in the place of a line that heads each page: it is no row.
_CONTINUED = "Contd."
TAB_STOPS = 8


@dataclass(frozen=True)
class SpacedRows:
    """The lines of a text as rows of cells, and the number of cells that are set in columns.

    ``wrapped`` are the lines, from 1, that go on with the row above; in ``full``, one space alone
    stood between two columns. ``untold`` is a line whose cells may be of several columns, so that
    no rows are told.
    """

    rows: list[list[str]]
    regularity: int
    wrapped: tuple[int, ...] = ()
    full: tuple[int, ...] = ()
    untold: int | None = None


def spaced_rows(text: str) -> SpacedRows | None:
    """Return the lines of a text as rows, where those of one table stand in columns; else None.

    Two spaces at least part the cells of a line, or one where a column begins in the other
    lines. Each cell stands under one name of the first line and no other, in all lines of the
    table: nothing is moved into another column. What goes on in the next line is of the row
    above, and that line blank. Every other line is a row of one cell.
    """
    lines = [line.expandtabs(TAB_STOPS).rstrip() for line in text.split("\n")]
    cells = [[] if DRAWN.fullmatch(line) else _cells(line) for line in lines]
    _join_at_bars(lines, cells)
    _write_again(_numbered(cells), lines, cells)
    _write_again(_running(cells) | _heads_again(cells), lines, cells)
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS]
    if len(wide) < LEAST_LINES or len(cells[wide[0]]) > MOST_COLUMNS:
        return None
    full = part_full(cells)
    wrapped = _join_wrapped(cells)
    block = _block(cells, wrapped)
    if sum(len(cells[n]) >= LEAST_COLUMNS for n in block) < LEAST_LINES:
        return _untold(cells, wide)
    part_names(cells, block)
    columns = columns_of(cells_in_columns(cells, block))
    placings = [placed(cells[n], columns) for n in block]
    if len(placings[0]) != len(columns) or any(
        len(row) < len(cells[n]) for n, row in zip(block, placings, strict=True)
    ):
        return _untold(cells, wide)  # fmt: skip
    rows = [[line.strip(), *[""] * (len(columns) - 1)] for line in lines]
    for n in wrapped.union(n for n in range(block[0], block[-1]) if not cells[n]):
        rows[n] = [""] * len(columns)  # lines that are drawn, too
    for n, row in zip(block, placings, strict=True):
        rows[n] = [row.get(place, "") for place in range(len(columns))]
    regularity = sum(len(row) - 1 for row in placings)
    return SpacedRows(rows, regularity, _lines(wrapped), _lines(full))


def _lines(positions: Set[int]) -> tuple[int, ...]:
    return tuple(n + 1 for n in sorted(positions))


def _untold(cells: Sequence[Sequence[Cell]], wide: Sequence[int]) -> SpacedRows:
    """Return no rows, and the first line that has a cell over two names, or else the names."""
    over = (n for n in wide if spans(cells[n], cells[wide[0]]))
    return SpacedRows([], sum(len(cells[n]) for n in wide), untold=next(over, wide[0]) + 1)


def _cells(line: str) -> list[Cell]:
    return [Cell(*one.span(), one.group()) for one in _CELL.finditer(line)]


def _write_again(found: dict[int, str], lines: list[str], cells: list[list[Cell]]) -> None:
    """Put other lines in the place of some, by their position."""
    for n, line in found.items():
        lines[n] = line
        cells[n] = _cells(line)


def _join_at_bars(lines: Sequence[str], cells: list[list[Cell]]) -> None:
    """Make one cell of what a bar parts in few lines: a table that has bars has them in all."""
    barred = [n for n, own in enumerate(cells) if len(own) > 1 and "|" in lines[n]]
    if 2 * len(barred) >= sum(len(own) >= LEAST_COLUMNS for own in cells):
        return
    for n in barred:
        joined = cells[n][:1]
        for cell in cells[n][1:]:
            before = joined[-1]
            if "|" in (cell.text[0], before.text[-1]):
                joined[-1] = Cell(before.start, cell.end, lines[n][before.start : cell.end])
            else:
                joined.append(cell)
        cells[n] = joined


def _numbered(cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Return the lines that say which page it is: "Annual Report 2023      Page 87".

    One between rows is the number of its page alone where the names of the table stand behind it
    again, or its text elsewhere, too: another text may be a heading. Outside the table it stays
    whole, in one cell.
    """
    pages = {n for n, own in enumerate(cells) if len(own) > 1 and any(map(_is_page, own))}
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS and n not in pages]
    if not wide:
        return {}
    texts = [" ".join(cell.text for cell in own if not _is_page(cell)) for own in cells]
    folded = [text.casefold() for text in texts]
    times = Counter(folded)
    behind = dict(pairwise(n for n, own in enumerate(cells) if own))
    found = {}
    for n in pages:
        page = next(filter(_is_page, cells[n])).text
        again = n in behind and texts[behind[n]] == texts[wide[0]]
        if not wide[0] < n < wide[-1]:
            found[n] = " ".join(cell.text for cell in cells[n])
        elif (again or times[folded[n]] > 1) and not _has_number(cells[n]):
            found[n] = page
    return found


def _is_page(cell: Cell) -> bool:
    return PAGE.fullmatch(cell.text) is not None and re.search(r"\d", cell.text) is not None


def _has_number(own: Sequence[Cell]) -> bool:
    """Tell whether a line has a number in a cell of its own, as rows have."""
    return any(_NUMBER.fullmatch(cell.text) for cell in own)


def _running(cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Return the running lines of pages with their numbers: "Annual Report 2023      87".

    Such a line stands before the names of the table where these are there again, and its text
    above the table, too, or before the names on another page. Else blank lines part it from the
    rows, it goes over several columns, and its number stands under no name, unless it is called
    a report: a sum of the page is not one, nor a row.
    """
    filled = [n for n, own in enumerate(cells) if own]
    first = next((n for n in filled if len(cells[n]) >= LEAST_COLUMNS), 0)
    again = [n for n, after in pairwise(filled) if n > first
             and [cell.text for cell in cells[after]] == [cell.text for cell in cells[first]]
             ]  # fmt: skip
    whole = {n: "  ".join(cell.text for cell in cells[n]) for n in (*range(first), *again)}
    pages = {n: _paged(text) for n, text in whole.items()}
    texts = [line for line, __ in pages.values()]
    names = _names_parted(cells, first) if again else []
    return {n: f"Page {number}" for n in again
            for line, number in [pages[n]] if number and len(cells[n]) < LEAST_COLUMNS
            and (texts.count(line) > 1
                 or (not cells[n - 1] and _is_apart(cells[n], names)))}  # fmt: skip


def _paged(text: str) -> tuple[str, str]:
    """Return a line of a page without its number, and the number; blank where it has none."""
    found = _PAGE.search(text)
    line = text[: found.start()] if found else ""
    return (line, found["number"]) if found and _LETTER.search(line) else (text, "")


def _names_parted(cells: Sequence[Sequence[Cell]], first: int) -> list[Cell]:
    """Return the names of the table, of which the rows part those that one space parts."""
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS]
    rows = [n for n in wide if n != first and cells[n] != cells[first]]
    columns = columns_of([cell for n in rows for cell in cells[n]])
    return [part for name in cells[first] for part in parted(name, columns)]


def _heads_again(cells: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Return the lines that head a page as they head the first, and the page numbers before them.

    "Annual Report 2023        Annex VII" stands above the table and between its rows again. The
    foot of the page before may be its number alone: no row is so, nor has a sum a home.
    """
    filled = [n for n, own in enumerate(cells) if own]
    first = next((n for n in filled if len(cells[n]) >= LEAST_COLUMNS), 0)
    heads = [[cell.text for cell in cells[n]] for n in filled if n < first and len(cells[n]) > 1]
    found = {}
    for before, n in pairwise(filled):
        if n > first and [cell.text for cell in cells[n]] in heads:
            found[n] = _CONTINUED
            foot = cells[before][0].text
            if len(cells[before]) == 1 and _NUMBER.fullmatch(foot):
                found[before] = f"Page {foot}"
    return found


def _is_apart(own: Sequence[Cell], names: Sequence[Cell]) -> bool:
    """Tell whether a line is no sum, its number set as in no column, its text over several."""
    text, number = own[0], own[-1]
    under = not _REPORT.search(text.text) and any(
        number.start == name.start or number.end == name.end for name in names
    )
    over = text.start < names[1].start < text.end
    return over and not under and not any(SUM.search(cell.text) for cell in own)


def _join_wrapped(cells: list[list[Cell]]) -> set[int]:
    """Add to each row of a table what goes on in the lines below it, and return those lines."""
    wrapped: set[int] = set()
    names: list[str] = []
    row = last = -1
    for n, own in enumerate(cells):
        above = cells[row] if 0 <= last == n - 1 else []
        if _goes_on(above, own, named=[cell.text for cell in above] == names):
            begun = {cell.start: cell for cell in above}
            cells[row] = [*(begun | {cell.start: _joined(begun[cell.start], cell) for cell in own}
                            ).values()]  # fmt: skip
            cells[n] = []
            wrapped.add(last := n)
        elif len(own) >= LEAST_COLUMNS:
            row = last = n
            names = names or [cell.text for cell in own]
    return wrapped


def _goes_on(above: Sequence[Cell], own: Sequence[Cell], *, named: bool) -> bool:
    """Tell whether a line plainly goes on with the row above it; ``named``: that names columns.

    It has fewer cells, each under one of the row, in its column; and one of them begins small or
    in brackets, or ends a text that is open: a place or a group alone may be a row or a heading.
    """
    ends = [*(cell.start for cell in above[1:]), sys.maxsize]
    begun = {cell.start: (cell, end) for cell, end in zip(above, ends, strict=False)}
    if not 0 < len(own) < len(above) or any(cell.start not in begun for cell in own):
        return False
    pairs = [(begun[cell.start][0].text, cell.text) for cell in own]
    within = all(cell.end < begun[cell.start][1] for cell in own)
    return within and all(map(_LETTER.search, chain(*pairs))) and any(
        (not named and text[0].isupper() and _SMALL.fullmatch(rest))
        or rest.startswith("(")
        or _OPEN_END.fullmatch(text)
        for text, rest in pairs
    )  # fmt: skip


def _joined(begun: Cell, rest: Cell) -> Cell:
    apart = "" if re.search(r"\w[-–/]$", begun.text) else " "
    return Cell(begun.start, max(begun.end, rest.end), begun.text + apart + rest.text)


def _block(cells: Sequence[Sequence[Cell]], wrapped: Set[int]) -> list[int]:
    """Return the lines of the one table; none where a line that may be of it stands apart.

    Lines of several cells follow each other, but for blank ones; one of two cells is of the
    table where it follows on its heels, and may lack what is not known. The number of a page is
    no line of it, nor are texts above its names, which stand there again on another page or under
    the heading of another training.
    """
    wide = [n for n, own in enumerate(cells) if len(own) >= LEAST_COLUMNS]
    if not wide:
        return []
    last = wide[-1]
    while last + 1 < len(cells) and len(cells[last + 1]) == LEAST_COLUMNS - 1:
        last += 1
    filled = [n for n in range(wide[0], last + 1) if cells[n]]
    names = [cell.text for cell in cells[wide[0]]]
    again = {n for n in filled if [cell.text for cell in cells[n]] == names}
    alone = {n for n, after in pairwise(filled) if len(cells[n]) == 1
             and (after in again or PAGE.fullmatch(cells[n][0].text))}  # fmt: skip
    alone |= _over_names(cells, again, wrapped)
    block = [n for n in filled if n not in alone]
    return block if all(len(cells[n]) > 1 for n in block) else []


def _over_names(
    cells: Sequence[Sequence[Cell]], again: Set[int], wrapped: Set[int]
) -> frozenset[int]:
    """Return the lines of one cell over the names of columns that a blank line parts from rows."""
    found, lines, is_apart = set[int](), list[int](), False
    for n, own in enumerate(cells):
        if len(own) > 1:
            found.update(lines if n in again else ())
            lines, is_apart = [], False
        elif own and is_apart:
            lines.append(n)
        is_apart |= not own and n not in wrapped
    return frozenset(found)
