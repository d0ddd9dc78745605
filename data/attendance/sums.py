"""Numbers of attendance, and their sums over rows of one month, donor, level, home and agency."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.rows import narrow

Mask = NDArray[np.bool_]
Counts = NDArray[np.int64]
#: By name, one number a row, or its sum over some. ``women``, ``men`` and ``unspecified`` are
#: participants, 0 where not recorded; ``women_of_both`` and ``men_of_both`` those of rows that
#: count both. The others count rows: all; with that count (``women_known``, ``men_known``,
#: ``unspecified_known``) or some (``known``); with women or men alone, so that the number is at
#: least that (``incomplete``); from which at least one participant attended as far as is known, so
#: not one of zeros (``attended``). Of trainings and homes from which somebody attended, ``pairs``
#: counts those of a single training, and ``homes`` those of a district of the list.
Numbers = dict[str, NDArray]


@dataclass(frozen=True, eq=False)
class Sums:
    """Numbers of rows, one entry a row or several rows together.

    Attributes
    ----------
    group
        The month, donor and level of the training, as ``Cells.training_group``; by month.
    home, agency
        Codes as in ``Cells``.
    last_on
        The last day that counts of those from which somebody attended, in days since 1970; -1
        where there is none.
    numbers
        As ``Numbers``; each is of the same length.
    """

    group: NDArray[np.integer]
    home: NDArray[np.integer]
    agency: NDArray[np.integer]
    last_on: NDArray[np.integer]
    numbers: Numbers

    def __getitem__(self, chosen: slice | Mask) -> "Sums":
        """Return some of the entries."""
        return Sums(
            self.group[chosen],
            self.home[chosen],
            self.agency[chosen],
            self.last_on[chosen],
            {name: values[chosen] for name, values in self.numbers.items()},
        )

    def together(self, kinds: int = 1) -> "Sums":
        """Return one entry a group, home and agency, in the order in which they come.

        Groups are one where they are in the same ``kinds`` numbers: of a month.
        """
        homes, agencies = (int(column.max(initial=0)) + 1 for column in (self.home, self.agency))
        group = self.group.astype(np.int64) // kinds
        entry, keys = pd.factorize((group * homes + self.home) * agencies + self.agency)
        last_on = np.full(len(keys), -1, dtype=np.int32)
        np.maximum.at(last_on, entry, self.last_on)
        return Sums(
            narrow(keys // agencies // homes * kinds),
            narrow(keys // agencies % homes),
            narrow(keys % agencies),
            last_on,
            {
                name: narrow(values)
                for name, values in added(self.numbers, entry, len(keys)).items()
            },
        )


def joined(parts: Sequence[Sums]) -> Sums:
    """Return the entries of one or more parts, one part after the other."""
    if len(parts) == 1:
        return parts[0]
    return Sums(
        np.concatenate([part.group for part in parts]),
        np.concatenate([part.home for part in parts]),
        np.concatenate([part.agency for part in parts]),
        np.concatenate([part.last_on for part in parts]),
        {name: np.concatenate([part.numbers[name] for part in parts]) for name in parts[0].numbers},
    )


def numbers_of(women: NDArray, men: NDArray, unspecified: NDArray) -> Numbers:
    """Return what rows of these counts, below 0 where not recorded, tell of participants."""
    women_known, men_known, unspecified_known = women >= 0, men >= 0, unspecified >= 0
    both, known = women_known & men_known, women_known | men_known | unspecified_known
    some = (women > 0) | (men > 0) | (unspecified > 0)
    return {
        "women": np.maximum(women, 0),
        "men": np.maximum(men, 0),
        "unspecified": np.maximum(unspecified, 0),
        "women_of_both": np.where(both, women, 0),
        "men_of_both": np.where(both, men, 0),
        "rows": np.ones(len(women), dtype=bool),
        "women_known": women_known,
        "men_known": men_known,
        "unspecified_known": unspecified_known,
        "known": known,
        "incomplete": known & ~both & ~unspecified_known,
        "attended": ~known | some,
    }


def added(numbers: Numbers, group: NDArray, size: int) -> Numbers:
    """Return the sums of numbers by group, for groups 0 to ``size`` - 1."""
    return {name: summed(group, size, values) for name, values in numbers.items()}


def summed(group: NDArray, size: int, values: NDArray) -> Counts:
    """Return the sum of whole numbers by group, for groups 0 to ``size`` - 1."""
    if values.dtype == bool and values.all():  # most are known, and counted several times as fast
        return np.bincount(group, minlength=size).astype(np.int64)
    if not values.any():
        return np.zeros(size, dtype=np.int64)
    return np.bincount(group, weights=values, minlength=size).astype(np.int64)
