"""A backup of the whole store in one file that either engine takes back.

A zip of one Parquet file a table and ``contents.json``, which says when it was made, how many
rows each table has and the SHA-256 of each file. It is read back before it counts as made.
"""

import hashlib
import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from data.records.errors import ReadingError
from data.records.whole_file import replaced
from data.store.schema import (
    ARROW_KINDS,
    FIRST_TABLES,
    LATER_COLUMNS,
    MAY_BE_NULL,
    TABLES,
    UNIQUE,
    kind,
)
from geo.words.catalogue import _

CONTENTS, FORM = "contents.json", 1
NOT_ONE = _("It is no backup that `python -m data backup` has made, or it is damaged.")
#: What may come of reading bytes that are no zip, JSON or Parquet of ours.
FAULTS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OverflowError),
    *(KeyError, TypeError, ValueError, AttributeError, pa.ArrowException),
)
#: A table of a backup, unpacked, in bytes: a file that claims more is none of ours.
LARGEST_TABLE = 4 * 2**30


@dataclass(frozen=True)
class Contents:
    """What a backup says of itself: when it was made, and the rows of each table."""

    made_at: datetime
    rows: dict[str, int]


def write(tables: Mapping[str, pd.DataFrame], path: Path, at: datetime) -> Contents:
    """Write a backup, and read it back; the file at ``path`` is the old one or the whole new one.

    ``tables`` are those of ``Store.tables``; ``at`` has its time zone.
    """
    packed = {name: _packed(name, tables[name]) for name in TABLES}
    about = {
        "form": FORM,
        "made_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "tables": {
            name: {"rows": len(tables[name]), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in packed.items()
        },
    }
    with replaced(path) as fresh:
        with zipfile.ZipFile(fresh, "w") as file:
            file.writestr(CONTENTS, json.dumps(about, indent=1))
            for name, content in packed.items():
                file.writestr(f"{name}.parquet", content)
        contents = read(fresh)[0]
    return contents


def read(path: Path) -> tuple[Contents, dict[str, pd.DataFrame]]:
    """Read a backup.

    Returns
    -------
    tuple
        What it says of itself, and its tables; one that has come since is empty.

    Raises
    ------
    ReadingError
        If it is none, is of another form or a newer version, or one of its files does not have its
        hash, or rows that no store can have.
    """
    try:
        with zipfile.ZipFile(path) as file:
            about = json.loads(file.read(CONTENTS))
            if about["form"] != FORM:
                advice = _("Restore it with the version of the dashboard that made it.")
                raise ReadingError(_("It is of another form."), path.name, advice)
            told: dict[str, dict] = dict(about["tables"].items())
            if told.keys() - TABLES.keys():
                raise _newer(path)
            names = dict.fromkeys((*FIRST_TABLES, *told))
            packed = {name: _part(file, name, told[name]) for name in names}
            made_at = datetime.fromisoformat(about["made_at"])
        if any(set(table.column_names) - set(TABLES[name]) for name, table in packed.items()):
            raise _newer(path)
        tables = {name: _rows(name, table) for name, table in packed.items()}
    except (*FAULTS, OSError) as fault:
        if isinstance(fault, OSError) and fault.filename:
            raise
        raise ReadingError(
            NOT_ONE, path.name, _("Nothing was changed. Take another one.")
        ) from fault
    return Contents(made_at, {name: len(rows) for name, rows in tables.items()}), tables


def _packed(name: str, rows: pd.DataFrame) -> bytes:
    kinds = pa.schema([(column, ARROW_KINDS[kind(column)]) for column in TABLES[name]])
    written = io.BytesIO()
    parquet.write_table(
        pa.Table.from_pandas(rows[list(TABLES[name])], kinds, preserve_index=False), written
    )
    return written.getvalue()


def _newer(path: Path) -> ReadingError:
    return ReadingError(
        _("It was made by a newer version of the dashboard."),
        path.name,
        _("Nothing was changed. Restore it with that version, or update this one first."),
    )


def _part(file: zipfile.ZipFile, name: str, about: Mapping[str, object]) -> pa.Table:
    """Return a table as it was packed; ``ValueError`` where it is not the one that is told of."""
    entry = file.getinfo(f"{name}.parquet")
    if entry.file_size > LARGEST_TABLE:
        raise ValueError(name)
    content = file.read(entry)
    if hashlib.sha256(content).hexdigest() != about["sha256"]:
        raise ValueError(name)
    table = parquet.read_table(io.BytesIO(content))
    if table.num_rows != about["rows"]:
        raise ValueError(name)
    return table


def _rows(name: str, table: pa.Table) -> pd.DataFrame:
    """Return the rows of a table; ``ValueError`` where no store can have such."""
    there = table.column_names
    needed = set(TABLES[name]) - set(LATER_COLUMNS.get(name, ()))
    blank = {column for column in there if table[column].null_count} & needed - set(MAY_BE_NULL)
    twice = [
        column
        for column in UNIQUE
        if column in there and len(table[column].unique()) < table.num_rows
    ]
    if needed - set(there) or blank or twice:
        raise ValueError(name)
    kinds = pa.schema([(column, ARROW_KINDS[kind(column)]) for column in there])
    whole: pd.DataFrame = table.cast(kinds).to_pandas(
        types_mapper={pa.int64(): pd.Int64Dtype()}.get
    )
    return whole
