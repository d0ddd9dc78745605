"""Tables that stand side by side on a sheet, under the same names of columns -> a sheet each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from data.records.distinct import filled_cells
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.names_of_sexes import sex_counted
from geo.words.catalogue import _

SEX = "Sex of the heading"
#: Words of a heading over a list of one sex.
_OF_ALL = frozenset(
    ["male", "males", "female", "females", "men", "women", "ladies", "gents", "boys", "girls",
     "mard", "khawateen", "aurat", "aurtain", "participants", "participant", "students", "student",
     "list", "of", "the", "officers", "officials", "attendees", "trainees", "members", "staff",
     "name", "names", "only", "s", "خواتین", "مرد", "شرکاء"]
)  # fmt: skip

_OF_ONE_SEX = re.compile(
    r"\b(?:male|female|lady|wom[ae]n|men)\s+(?:participants|officers|officials|staff|members"
    r"|students|trainees|attendees)\b",
    re.IGNORECASE,
)


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
        heading, names = _heading_and_names(table.header)
        above = [*_above(over, blocks, block), *([heading] if heading else [])]
        if len(table.cells):
            tables.append(_with_sex(replace(table, header=names), above))
    return tables


def _with_sex(table: Sheet, above: Sequence[str]) -> Sheet:
    """Return a table under its texts, all of it of the sex that one of them says."""
    told = [(text, sex) for text in above if (sex := _sex_of_heading(text))]
    texts = tuple(text for text in above if not {*plain(text).split()} <= _OF_ALL)
    if len(told) != 1 or any(field_of_name(name) == "sex" for name in table.header):
        return replace(table, above=tuple(above))
    [(__, sex)] = told
    column = pd.Series(sex, index=table.cells.index, dtype="str")
    words = _("{where}: all are {sex}, as its heading says.")
    said = words.format(where=table.where, sex=_("men") if sex == "Male" else _("women"))
    return replace(table, above=texts).with_columns([(SEX, column, "")]).noted(said)


def _sex_of_heading(text: str) -> str:
    """Return the sex of all whom a table lists, by its heading: "MALE PARTICIPANTS"."""
    alone = {*plain(text).split()} <= _OF_ALL
    return sex_counted(text) if alone or _OF_ONE_SEX.search(text) else ""


def _heading_and_names(names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the words with which all names of a table begin, and the names without them."""
    words = [name.split() for name in names]
    least = min(map(len, words)) - 1 if len(words) > 1 else 0
    same = next((n for n in range(max(least, 0), 0, -1)
                 if len({tuple(one[:n]) for one in words}) == 1), 0)  # fmt: skip
    return " ".join(words[0][:same]), tuple(" ".join(one[same:]) for one in words)


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
    own = [_heading_and_names(sheet.header[block.start : block.stop])[1] for block in blocks]
    names = [tuple(map(plain, one)) for one in own]
    known = {field_of_name(name) for name in own[0]} - {None} if own else set()
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
