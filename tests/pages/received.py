"""All that a browser receives, as text: messages with their tables and charts, and files."""

import base64
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pypdf
from google.protobuf.message import Message

from tests.pdf_reading import pages_of

ENCODED = re.compile(r'"(?:dtype|bdata)"')


def words_of(message: Message) -> Iterator[str]:
    """Yield the texts of a message: its strings, the cells of tables, the arrays of charts."""
    for _, value in message.ListFields():
        for one in value.values() if hasattr(value, "values") else _several(value):
            if isinstance(one, Message):
                yield from words_of(one)
            elif isinstance(one, bytes):
                yield _table(one)
            else:
                text = str(one)
                yield text
                if ENCODED.search(text):
                    yield from _arrays(json.loads(text))


def words_in(content: bytes) -> Iterator[str]:
    """Yield the texts of a file, whatever it is packed in; a picture has none."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from words_in(packed.read(name))
    elif content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield str(reader.metadata)
        yield from pages_of(content)
    elif content.startswith(b"SQLite"):
        yield from _rows(content)
    else:
        yield content.decode("utf-8", "replace")


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str | bytes | Message) or not np.iterable(value) else value


def _table(content: bytes) -> str:
    try:
        table = pa.ipc.open_stream(content).read_all()
    except pa.ArrowInvalid:
        return content.decode("utf-8", "replace")
    return json.dumps(table.to_pylist(), default=str, ensure_ascii=False)


def _arrays(part: Any) -> Iterator[str]:
    """Yield the numbers that plotly packs."""
    if isinstance(part, dict) and "bdata" in part:
        yield str(np.frombuffer(base64.b64decode(part["bdata"]), part["dtype"]).tolist())
    elif isinstance(part, dict | list):
        for one in part.values() if isinstance(part, dict) else part:
            yield from _arrays(one)


def _rows(content: bytes) -> Iterator[str]:
    with tempfile.NamedTemporaryFile(suffix=".gpkg") as file:
        Path(file.name).write_bytes(content)
        with sqlite3.connect(file.name) as opened:
            tables = [row[0] for row in opened.execute("SELECT name FROM sqlite_master")]
            for name in tables:
                try:
                    for row in opened.execute(f'SELECT * FROM "{name}"'):  # noqa: S608
                        yield str([cell for cell in row if not isinstance(cell, bytes)])
                except sqlite3.OperationalError:
                    continue  # an index, or what needs an extension
