"""Sums of attendance by group, in which a count that is not recorded never becomes a zero."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.sums import Counts, Mask, Numbers, summed

#: The parts of participants by their column, as ``Numbers`` has them.
PARTS = {
    "participants_f": "women",
    "participants_m": "men",
    "participants_unspecified": "unspecified",
}


#: A share of women is told of at least so many people who are counted by sex.
LEAST_BY_SEX = 10


def share_of_women(numbers: Numbers, *, withheld: bool) -> NDArray[np.float64]:
    """Return women over women and men, 0 to 1, of each group; NaN where few are counted by sex.

    ``numbers`` are sums by group. Few are fewer than ``LEAST_BY_SEX``, or than half of the people,
    and any where less than half of the rows have a count: a share of them tells nothing of the
    others. Where the sex of few is ``withheld``, rows without a woman are shown before others, so
    that there is a share of all alone.
    """
    by_sex = numbers["women_of_both"] + numbers["men_of_both"]
    people = numbers["women"] + numbers["men"] + numbers["unspecified"]
    parts = 1 if withheld else 2
    enough = (by_sex >= LEAST_BY_SEX) & (parts * by_sex >= people)
    enough &= parts * numbers["known"] >= numbers["rows"]
    return np.where(enough, numbers["women_of_both"] / np.maximum(by_sex, 1), np.nan)


def entries_by(group: NDArray, size: int) -> Counts:
    """Return how many entries each group has, for groups 0 to ``size`` - 1."""
    return np.bincount(group, minlength=size).astype(np.int64)


def nullable(values: NDArray, unknown: Mask) -> pd.arrays.IntegerArray:
    """Return whole numbers in which the unknown ones are ``<NA>``."""
    return pd.arrays.IntegerArray(values.astype(np.int64), unknown)


def participants_by(numbers: Numbers, group: NDArray, size: int) -> dict:
    """Sum the counts by group; ``<NA>`` where a group has rows but no count of that kind."""

    def total(name: str) -> Counts:
        return summed(group, size, numbers[name])

    known = total("known")
    sums = {
        column: nullable(total(name), total(f"{name}_known") == 0) for column, name in PARTS.items()
    }
    participants = total("women") + total("men") + total("unspecified")
    return {
        "participants": nullable(participants, known == 0),
        **sums,
        "rows_without_count": total("rows") - known,
    }
