"""Sums of attendance by group, in which a count that is not recorded never becomes a zero."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.records.arrays import Cells

Mask = NDArray[np.bool_]
Counts = NDArray[np.int64]


def summed(group: NDArray, size: int, values: NDArray) -> Counts:
    """Return the sum of whole numbers by group, for groups 0 to ``size`` - 1."""
    return np.bincount(group, weights=values, minlength=size).astype(np.int64)


def counted(group: NDArray, size: int) -> Counts:
    """Return how many entries each group has, for groups 0 to ``size`` - 1."""
    return np.bincount(group, minlength=size).astype(np.int64)


def nullable(values: NDArray, unknown: Mask) -> pd.arrays.IntegerArray:
    """Return whole numbers in which the unknown ones are ``<NA>``."""
    return pd.arrays.IntegerArray(values.astype(np.int64), unknown)


def at(values: NDArray, rows: NDArray) -> NDArray:
    """Return the values of some rows, which ascend; not a copy where no row between is left out."""
    if len(rows) and rows[-1] - rows[0] + 1 == len(rows):
        return values[rows[0] : rows[-1] + 1]
    return values[rows]


def participants_by(cells: Cells, rows: NDArray, group: NDArray, size: int) -> dict:
    """Sum the counts by group; ``<NA>`` where a group has rows but no count of that kind."""
    known, empty = at(cells.known, rows), counted(group, size) == 0
    no_count = np.zeros(size, dtype=np.int64)

    def never(recorded: Mask) -> Mask:
        return empty if recorded.all() else counted(group[recorded], size) == 0

    parts = {
        "participants_f": (cells.women, cells.women_known),
        "participants_m": (cells.men, cells.men_known),
        "participants_unspecified": (cells.unspecified, cells.unspecified_known),
    }
    sums = {
        name: summed(group, size, at(values, rows)) if at(recorded, rows).any() else no_count
        for name, (values, recorded) in parts.items()
    }
    total = np.sum(list(sums.values()), axis=0)
    return {
        "participants": nullable(total, never(known)),
        **{
            name: nullable(sums[name], never(at(recorded, rows)))
            for name, (_, recorded) in parts.items()
        },
        "rows_without_count": counted(group[:0] if known.all() else group[~known], size),
    }
