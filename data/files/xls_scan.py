"""A look through an old Excel workbook (.xls) before it is read: how large it is, what it hides.

The file is a small file system of sectors with one stream of records. The reader takes memory
for the whole rectangle of a sheet, so that two cells far apart, or a sheet that only says that
it is large, would take all there is; both are found here first.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from data.records.errors import ReadingError
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import ERROR_VALUE, NO_VALUE
from geo.words.catalogue import _

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STREAMS = ("Workbook", "Book")
_END_OF_CHAIN = 0xFFFFFFFA  # this and all above are no sectors
_SMALL = 4_096
# Records of a sheet: where it begins, what it says of its size, cells, and rows of cells.
_BEGIN, _FINISH, _PASSWORD, _SIZE = 0x0809, 0x000A, 0x002F, 0x0200
_FORMULA, _ERROR, _WORKSHEET = 0x0006, 0x0205, 0x0010
_CELLS = frozenset([0x0203, 0x027E, 0x00FD, 0x0204, 0x0006, 0x0205, 0x00D6, 0x0201, 0x0406])
_ROW = 0x0208
_FILTER_IS_ON = 0x009B
_ROWS_OF_CELLS = frozenset([0x00BD, 0x00BE])


@dataclass
class XlsScan:
    """What was found: the largest rows x columns, and cells without a value.

    ``unread`` gives them by (number of the sheet from 0, row, column) and why; ``hidden`` the
    rows that are hidden, by (number of the sheet, row); ``filtered`` whether a filter may be what
    hides them.
    """

    area: int = 0
    unread: dict[tuple[int, int, int], ProblemKind] = field(default_factory=dict)
    hidden: set[tuple[int, int]] = field(default_factory=set)
    filtered: bool = False


def scan_xls(content: bytes) -> XlsScan:
    """Look through the records of an .xls file.

    Raises
    ------
    ReadingError
        If the file is damaged, protected with a password, or no workbook.
    """
    if ENCRYPTED in content:
        raise _protected()
    try:
        stream = _stream(content)
        return _looked_through(stream)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise _damaged() from error


def _looked_through(stream: bytes) -> XlsScan:
    found = XlsScan()
    sheet, depth, row, column = -1, 0, 0, 0
    for kind, record in _records(stream):
        if kind == _PASSWORD:
            raise _protected()
        if kind == _BEGIN:
            depth += 1
            if depth == 1:
                row = column = 0
                sheet += struct.unpack_from("<H", record, 2)[0] == _WORKSHEET
        elif kind == _FINISH:
            depth -= 1
        extent = _extent(kind, record)
        row, column = max(row, extent[0]), max(column, extent[1])
        found.area = max(found.area, row * column)
        if kind == _ROW and len(record) >= 14 and record[12] & 0x20:
            found.hidden.add((sheet, struct.unpack_from("<H", record)[0] + 1))
        found.filtered |= kind == _FILTER_IS_ON
        if why := _no_value(kind, record):
            found.unread[(sheet, *extent)] = why
    return found


def _no_value(kind: int, record: bytes) -> ProblemKind | None:
    """Return why a cell has no value; a formula to be worked out on opening has 0 until then."""
    if kind == _ERROR and len(record) >= 8 and record[7] == 1:
        return ERROR_VALUE
    if kind != _FORMULA or len(record) < 16:
        return None
    if record[12:14] == b"\xff\xff":
        return ERROR_VALUE if record[6] == 2 else None
    waits = struct.unpack_from("<H", record, 14)[0] & 3
    return NO_VALUE if waits and record[6:14] == bytes(8) else None


def _extent(kind: int, record: bytes) -> tuple[int, int]:
    """Return the last row and column that a record speaks of, counted from 1; 0 for none.

    The reader takes memory from the first to the last of a size, and for one that ends before it
    begins for as much as there can be: such a one is damage.
    """
    if kind == _SIZE and len(record) >= 8:
        numbers = "<IIHH" if len(record) >= 14 else "<HHHH"
        first_row, rows, first_column, columns = struct.unpack_from(numbers, record)
        if rows and columns and (first_row > rows or first_column > columns):
            raise ValueError("a sheet that ends before it begins")
        return rows, columns
    if kind in _CELLS and len(record) >= 4:
        row, column = struct.unpack_from("<HH", record)
        return row + 1, column + 1
    if kind in _ROWS_OF_CELLS and len(record) >= 6:
        (row,) = struct.unpack_from("<H", record)
        (column,) = struct.unpack_from("<H", record, len(record) - 2)
        return row + 1, column + 1
    return 0, 0


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if kind == length == 0:
            return
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _stream(content: bytes) -> bytes:
    """Return the stream of the workbook: its sectors, one after the other."""
    sector = 1 << struct.unpack_from("<H", content, 30)[0]
    if sector not in (512, 4096):
        raise ValueError("sectors of another size")
    table = _sector_table(content, sector)
    directory = _chain(content, struct.unpack_from("<I", content, 48)[0], sector, table)
    entries = [directory[i : i + 128] for i in range(0, len(directory) - 127, 128)]
    named = {}
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        named[name] = entry
    found = next((named[name] for name in _STREAMS if name in named), None)
    if found is None:
        raise _damaged()
    start, size = struct.unpack_from("<II", found, 116)
    root = _chain(content, struct.unpack_from("<I", entries[0], 116)[0], sector, table)
    small = _chain(content, struct.unpack_from("<I", content, 60)[0], sector, table)
    links = _followers(small, -(-len(root) // 64))
    if size >= _SMALL:
        return _chain(content, start, sector, table)[:size]
    return _chain(b"\0" * 64 + root, start, 64, links)[:size]


def _sector_table(content: bytes, sector: int) -> tuple[int, ...]:
    """Return for each sector the one that follows it; no part of the table is taken twice."""
    places = [n for n in struct.unpack_from("<109I", content, 76) if n < _END_OF_CHAIN]
    more, lists = struct.unpack_from("<I", content, 68)[0], set[int]()
    while more < _END_OF_CHAIN:
        if more in lists:
            raise ValueError("a list of sectors that runs in a circle")
        lists.add(more)
        listed = struct.unpack_from(f"<{sector // 4}I", content, (more + 1) * sector)
        places += [number for number in listed[:-1] if number < _END_OF_CHAIN]
        more = listed[-1]
    if len(places) > len(set(places)):
        raise ValueError("a table of sectors that repeats")
    parts = [content[(n + 1) * sector : (n + 2) * sector] for n in places]
    whole = b"".join(part for part in parts if len(part) == sector)
    return _followers(whole, -(-len(content) // sector) - 1)


def _followers(table: bytes, sectors: int) -> tuple[int, ...]:
    """Return the numbers of a table, for the sectors that there are; a circle is refused.

    The reader follows every chain, and one without an end until there is no memory left.
    """
    numbers = np.frombuffer(table[: len(table) // 4 * 4], dtype="<u4")[: max(sectors, 0)]
    end = len(numbers)
    follows = np.append(np.minimum(numbers, end), end).astype(np.intp)
    for _step in range(end.bit_length()):  # twice as many steps each time, until all are at the end
        follows = follows[follows]
    if (follows < end).any():
        raise ValueError("a chain of sectors without an end")
    return tuple(numbers.tolist())


def _chain(content: bytes, start: int, sector: int, table: tuple[int, ...]) -> bytes:
    """Return the sectors of a chain, one after the other."""
    parts, number = [], start
    while number < len(table):
        parts.append(content[(number + 1) * sector : (number + 2) * sector])
        number = table[number]
    return b"".join(parts)


def _protected() -> ReadingError:
    what = _("The workbook is protected with a password.")
    advice = _("Open it in Excel, take the password away (File, Info) and save it again.")
    return ReadingError(what, _("The workbook"), advice)


def _damaged() -> ReadingError:
    what = _("The file is no Excel workbook (.xls), or it is damaged.")
    advice = _("Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx).")
    return ReadingError(what, _("The workbook"), advice)
