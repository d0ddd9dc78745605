"""How tables keep their texts while files are read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pandas as pd

from data.files.text_pages import TextPages

#: Bytes up to which files are small; a packed workbook of so many has some ten thousand rows.
SMALL = 200_000
_STORAGE = "mode.string_storage"


@contextmanager
def texts_of(files: Sequence[bytes | TextPages]) -> Iterator[None]:
    """Let tables that are made of small files keep Python's texts.

    Arrow keeps a text in a fifth of the room, but each step with a column begins slower: a
    quarter of the time of an office's list. What is read is the same.
    """
    sizes = [len(one) for one in files if isinstance(one, bytes)]
    if len(sizes) < len(files) or sum(sizes) > SMALL:
        yield
        return
    pd.set_option(_STORAGE, "python")
    try:
        yield
    finally:
        # Not what it was before: that may be what another thread has set for its own files.
        pd.set_option(_STORAGE, "auto")
