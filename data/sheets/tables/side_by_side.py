"""Tables that stand side by side on a sheet, under the same names of columns -> a sheet each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from data.records.distinct import filled_cells
from data.sheets.fields import COUNT_FIELDS, field_of_name, plain
from data.sheets.sheet import Sheet
from geo.words.catalogue import _


def side_by_side(sheet: Sheet, over: Sequence[Sequence[str]]) -> list[Sheet]:
    """Return the tables of a sheet that an empty column parts; a sheet of one table as it is.

    A row ``over`` the header that says something over each table says it of that one, and is above
    all where it stands over the first alone.
    """
    sheet = _without_sums_beside(sheet)
    blocks = _blocks(sheet)
    if len(blocks) < 2:
        return [sheet]
    tables = []
    for number, block in enumerate(blocks, start=1):
        table = _table(sheet, block, number)
        if len(table.cells):
            tables.append(replace(table, above=tuple(_above(over, blocks, block))))
    return tables


def head_tables(row: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a row over names says something over the first of each of several tables.

    A blank name parts them, and each has the same names, of which not all only count.
    """
    empty = [n for n, name in enumerate(names) if not name]
    blocks = [one for one in map(range, [0, *(n + 1 for n in empty)], [*empty, len(names)]) if one]
    alike = {tuple(plain(names[n]) for n in block) for block in blocks}
    told = {field_of_name(name) for name in names} - {None, *COUNT_FIELDS}
    if len(blocks) < 2 or len(alike) > 1 or not told:
        return False
    return [n for n, cell in enumerate(row) if cell] == [block.start for block in blocks]


def _above(over: Sequence[Sequence[str]], blocks: Sequence[range], block: range) -> Iterator[str]:
    """Return what the rows over the header say of one table, a text a row."""
    for row in over:
        first, *others = [row[one.start : one.stop] for one in blocks]
        own = row[block.start : block.stop]
        of_all = not any(cell.strip() for cells in others for cell in cells)
        cells = first if of_all else own
        if text := " ".join(dict.fromkeys(filter(None, map(str.strip, cells)))):
            yield text


def _without_sums_beside(sheet: Sheet) -> Sheet:
    """Return a list of persons without the small table beside it that counts them."""
    ranges = _ranges(sheet)
    fields = [{field_of_name(sheet.header[n]) for n in one} for one in ranges]
    if len(ranges) != 2 or "name_of_person" not in fields[0] or "name_of_person" in fields[1]:
        return sheet
    if not fields[1] & {*COUNT_FIELDS} or len(fields[0] - {None}) < 3:
        return sheet
    words = _("{where}: not read, as it counts those of the list beside it: the second table.")
    said = words.format(where=sheet.where)
    return replace(_table(sheet, ranges[0], 1), where=sheet.where, notes=(*sheet.notes, said))


def _blocks(sheet: Sheet) -> list[range]:
    """Return the places of each of several tables; none where they are not alike."""
    blocks = _ranges(sheet)
    names = [tuple(plain(sheet.header[n]) for n in block) for block in blocks]
    known = {field_of_name(sheet.header[n]) for n in blocks[0]} - {None} if blocks else set()
    return blocks if len(set(names)) == 1 and len(known) > 1 else []


def _ranges(sheet: Sheet) -> list[range]:
    """Return the places of the columns between those that are empty."""
    empty = [n for n, name in enumerate(sheet.header)
             if not name and (sheet.cells[n].str.strip() == "").all()]  # fmt: skip
    edges = [-1, *empty, len(sheet.header)]
    ranges = [range(first + 1, last) for first, last in pairwise(edges)]
    return [block for block in ranges if len(block)]


def _table(sheet: Sheet, block: range, number: int) -> Sheet:
    """Return one table with the rows in which it has something."""
    own = sheet.only(block)
    cells = own.cells[filled_cells(own.cells).any(axis=1)]
    return replace(
        own,
        where=_("{where}, table {number}").format(where=sheet.where, number=number),
        cells=cells,
        faults=own.faults[own.faults["row"].isin(cells.index)],
        ignored=sheet.ignored if number == 1 else sheet.ignored.iloc[:0],
    )
