"""Rows of text that come page by page and are held until they are read, in little memory."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

import pyarrow as pa
from pyarrow import csv as written

from data.records.digest import Digest
from data.records.errors import ReadingError
from geo.words.catalogue import _

#: So many rows are packed together: fewer take more room, more take it at once.
ROWS = 1_000
# In one thread: each has memory of its own, which it keeps.
_PACKED = pa.ipc.IpcWriteOptions(compression="zstd", use_threads=False)
_UNPACKED = pa.ipc.IpcReadOptions(use_threads=False)
ADVICE = _("Correct it where it was written.")


class TextPages:
    """Pages of rows, by the names of their columns; packed, and never written to a disk.

    Attributes
    ----------
    count
        How many rows there are.
    notes
        Sentences on what was detected: none, as for a CSV file with commas in UTF-8.
    """

    notes: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.count = 0
        self._pages: deque[pa.Buffer] = deque()
        self._names: dict[str, None] = {}

    def add(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Add a page; a column that another page has not is blank there."""
        page = iter(rows)
        while part := list(islice(page, ROWS)):
            self._names |= (names := dict.fromkeys(name for row in part for name in row))
            table = pa.table(
                {name: pa.array([row.get(name, "") for row in part], pa.string()) for name in names}
            )
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, table.schema, options=_PACKED) as stream:
                stream.write_table(table)
            self._pages.append(sink.getvalue())
            self.count += len(part)

    def digest(self) -> bytes:
        """Return the SHA-256 of the rows as a CSV file."""
        digest = Digest()
        schema = pa.schema([(name, pa.string()) for name in self._names])
        with written.CSVWriter(pa.PythonFile(digest, "w"), schema) as writer:
            for table in self._tables():
                missing = pa.nulls(len(table), pa.string())
                columns = [table[n] if n in table.column_names else missing for n in schema.names]
                writer.write_table(pa.table(columns, schema=schema))
        return digest.sha.digest()

    def rows(self, where: str) -> Iterator[tuple[int, list[str]]]:
        """Return the names of all columns and then the rows, with their numbers in a file.

        Each page is let go once it is read: they are read once.

        Raises
        ------
        ReadingError
            When a cell is reached that no file of text could hold.
        """
        _require_text(self._names, where)
        yield 1, list(self._names)
        number = 1
        while self._pages:
            table = _unpacked(self._pages.popleft())
            columns = [
                table[name].to_pylist() if name in table.column_names else [""] * len(table)
                for name in self._names
            ]
            _require_text(
                chain.from_iterable(columns),
                _("{where}, after row {row}").format(where=where, row=number),
            )
            for row in zip(*columns, strict=True):
                number += 1
                yield number, list(row)

    def _tables(self) -> Iterator[pa.Table]:
        return map(_unpacked, self._pages)


def _unpacked(page: pa.Buffer) -> pa.Table:
    return pa.ipc.open_stream(page, options=_UNPACKED).read_all()


def _require_text(texts: Iterable[str], where: str) -> None:
    longest = csv.field_size_limit()
    if any("\0" in text or len(text) > longest for text in texts):
        raise ReadingError(_("A cell is far too long, or is no text."), where, ADVICE)
