"""Rows of attendance of a few bytes each: codes of texts, and counts.

Ten million rows take less than 100 MB. A table of texts is made of them only where some are listed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

TEXTS = ("training_id", "adm2_pcode", "agency")
COUNTS = ("participants_f", "participants_m", "participants_unspecified")
#: A count that is not recorded.
UNKNOWN = -1
#: What is taken in at once; a column may be of larger texts than it says.
SCHEMA = pa.schema([*((name, pa.string()) for name in TEXTS),
                    *((name, pa.int64()) for name in COUNTS)])  # fmt: skip
_WIDTHS = (np.uint8, np.uint16, np.uint32, np.int64)
_WIDTHS_BELOW_0 = (np.int8, np.int16, np.int32, np.int64)


@dataclass(frozen=True, eq=False)
class Attendance:
    """The rows of a table of attendance.

    Attributes
    ----------
    codes
        By column of ``TEXTS``, one entry a row: a position in the texts of the column.
    texts
        By column of ``TEXTS``, its texts; one that no row has may be among them.
    counts
        By column of ``COUNTS``, one entry a row: participants, ``UNKNOWN`` where not recorded.
    """

    codes: Mapping[str, NDArray[np.integer]]
    texts: Mapping[str, pd.Index]
    counts: Mapping[str, NDArray[np.integer]]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.counts[COUNTS[0]])

    def frame(self, rows: NDArray | slice = slice(None)) -> pd.DataFrame:
        """Return some rows, or all, as a table with the types of ``Records``."""
        texts = {name: self.texts[name].take(self.codes[name][rows]).array for name in TEXTS}
        counts = {}
        for name in COUNTS:
            values = self.counts[name][rows].astype(np.int64)
            counts[name] = pd.arrays.IntegerArray(values, values == UNKNOWN)
        return pd.DataFrame({**texts, **counts})

    def taken(self, order: NDArray[np.intp]) -> "Attendance":
        """Return the rows at some positions, in their order."""
        codes = {name: values[order] for name, values in self.codes.items()}
        counts = {name: values[order] for name, values in self.counts.items()}
        return Attendance(codes, self.texts, counts)

    def of_training(self, training_id: str) -> NDArray[np.intp]:
        """Return the positions of the rows of a training."""
        code = self.texts["training_id"].get_indexer(pd.Index([training_id]))[0]
        return np.flatnonzero(self.codes["training_id"] == code)

    def used(self, column: str) -> set[str]:
        """Return the texts that some row has in a column."""
        return set(self.texts[column][np.unique(self.codes[column])])


def of_table(table: pd.DataFrame) -> Attendance:
    """Return the rows of a table with the types of ``Records``."""
    columns = table[list(SCHEMA.names)]
    return of_batches(pa.Table.from_pandas(columns, SCHEMA, preserve_index=False).to_batches())


def of_batches(batches: Iterable[pa.RecordBatch]) -> Attendance:
    """Return the rows of batches, each with the columns of ``SCHEMA`` and maybe others."""
    words: dict[str, dict[str, int]] = {name: {} for name in TEXTS}
    parts: dict[str, list[NDArray]] = {name: [] for name in SCHEMA.names}
    for batch in batches:
        for name in TEXTS:
            parts[name].append(_codes(batch.column(name), words[name]))
        for name in COUNTS:
            counts = batch.column(name).fill_null(UNKNOWN).to_numpy(zero_copy_only=False)
            parts[name].append(narrow(counts, least=UNKNOWN))
    nothing = [np.empty(0, dtype=np.uint8)]
    columns = {name: np.concatenate(parts.pop(name) or nothing) for name in SCHEMA.names}
    return Attendance(
        codes={name: columns[name] for name in TEXTS},
        texts={name: pd.Index(list(words[name]), dtype="str") for name in TEXTS},
        counts={name: columns[name] for name in COUNTS},
    )


def _codes(column: pa.Array, words: dict[str, int]) -> NDArray:
    """Return the code of each text of a column; a text that is new is added to the words."""
    encoded = column.fill_null("").dictionary_encode()
    own = [words.setdefault(text, len(words)) for text in encoded.dictionary.to_pylist()]
    return narrow(np.array(own, dtype=np.int64))[encoded.indices.to_numpy()]


def narrow(values: NDArray, least: int = 0) -> NDArray:
    """Return whole numbers, none below ``least``, in the fewest bytes that hold each of them."""
    most = values.max(initial=0)
    widths = _WIDTHS if least >= 0 else _WIDTHS_BELOW_0
    return values.astype(next(width for width in widths if most <= np.iinfo(width).max))


def recoded(codes: NDArray, texts: pd.Index, listed: pd.Index, other: int = 0) -> NDArray:
    """Return codes of texts as positions in another list of them, which may be the codes as given.

    A text that the other list has not has the code ``other``.
    """
    places = listed.get_indexer(texts)
    places = np.where(places < 0, other, places)
    if np.array_equal(places, np.arange(len(places))):
        return codes
    return narrow(places)[codes]
