"""Sums of attendance by group, in which a count that is not recorded never becomes a zero."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.cells import Cells

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


def participants_by(cells: Cells, rows: NDArray, group: NDArray, size: int) -> dict:
    """Sum the counts by group; ``<NA>`` where a group has rows but no count of that kind."""
    women, men, unspecified = cells.women[rows], cells.men[rows], cells.unspecified[rows]
    known = cells.known[rows]

    def never(recorded: Mask) -> Mask:
        return counted(group[recorded], size) == 0

    return {
        "participants": nullable(summed(group, size, women + men + unspecified), never(known)),
        "participants_f": nullable(summed(group, size, women), never(cells.women_known[rows])),
        "participants_m": nullable(summed(group, size, men), never(cells.men_known[rows])),
        "participants_unspecified": nullable(
            summed(group, size, unspecified), never(cells.unspecified_known[rows])
        ),
        "rows_without_count": counted(group[~known], size),
    }
