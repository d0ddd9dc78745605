"""Held trainings and their attendance as arrays, sorted by day, and what is kept of their sums.

A filter is a slice of sums by month. Rows are looked at where a month is cut, where an agency is
chosen, and where a figure is of single trainings of some provinces. Nothing is rounded or sampled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.attendance.homes import HOMES, UNPLACED, province_of_homes
from data.attendance.rows import narrow
from data.attendance.sums import Mask, Numbers, Sums, added, joined, numbers_of
from geo.districts import gazetteer


@dataclass(frozen=True, eq=False)
class Cells:
    """The held trainings and their attendance as arrays.

    Attributes
    ----------
    training, district, agency
        One entry an attendance row of a held training, sorted by all three: position in
        ``training_day``, position in the district list (``UNPLACED`` where none, more where it
        is a larger place), position in ``agencies``.
    women, men, unspecified
        Participants; ``UNKNOWN`` where not recorded.
    order
        Of each row, its position in ``Records.attendance``; None where that is the row itself.
    training_day, training_donor, training_level, training_venue, training_weight, training_row
        One entry a held training, sorted by day: days since 1970, the venue as a position in the
        district list (``UNPLACED`` where none); weight is 1 for a single training and 0 for a
        row that stands for several (``training_stands_for`` says how many).
    first_row
        The first row of each held training, and at the end the number of rows.
    agencies, donors, levels
        The words behind the codes, sorted.
    """

    training: NDArray[np.integer]
    district: NDArray[np.integer]
    agency: NDArray[np.integer]
    women: NDArray[np.integer]
    men: NDArray[np.integer]
    unspecified: NDArray[np.integer]
    order: NDArray[np.intp] | None
    training_day: NDArray[np.int32]
    training_donor: NDArray[np.int32]
    training_level: NDArray[np.int32]
    training_venue: NDArray[np.integer]
    training_weight: NDArray[np.int8]
    training_stands_for: NDArray[np.int64]
    training_row: NDArray[np.int32]
    first_row: NDArray[np.intp]
    agencies: tuple[str, ...]
    donors: tuple[str, ...]
    levels: tuple[str, ...]

    def positions(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the positions of rows in ``Records.attendance``."""
        return rows if self.order is None else self.order[rows]

    @cached_property
    def training_month(self) -> NDArray[np.int32]:
        """The month in which each held training counts, in months since 1970."""
        return self.training_day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int32)

    @cached_property
    def training_group(self) -> NDArray[np.int64]:
        """The month, donor and level of each held training in one number."""
        kinds = self.training_donor * len(self.levels) + self.training_level
        return self.training_month.astype(np.int64) * self.kinds + kinds

    @property
    def kinds(self) -> int:
        """How many pairs of donor and level there are."""
        return max(len(self.donors) * len(self.levels), 1)

    def parts(self, first: int, after: int) -> Iterator[slice]:
        """Yield the rows of a range of held trainings, month by month."""
        month = self.training_month[first:after]
        bounds = first + np.flatnonzero(np.diff(month, prepend=-1, append=-1))
        for start, stop in zip(
            self.first_row[bounds[:-1]], self.first_row[bounds[1:]], strict=True
        ):
            yield slice(int(start), int(stop))

    def numbers(self, rows: slice | NDArray[np.intp]) -> Numbers:
        """Return the numbers of rows; all rows of a training and home are among them, or none.

        Where only some agencies are, ``pairs`` and ``homes`` are those of these.
        """
        training, district = self.training[rows], self.district[rows]
        numbers = numbers_of(self.women[rows], self.men[rows], self.unspecified[rows])
        attended = numbers["attended"]
        pair = training.astype(np.int64) * HOMES + district
        first = np.zeros(len(pair), dtype=bool)
        first[attended] = np.diff(pair[attended], prepend=-1) > 0
        single = self.training_weight[training] > 0
        return numbers | {"pairs": first & single, "homes": first & (district < UNPLACED)}

    def summed(self, parts: Iterable[slice | NDArray[np.intp]]) -> "Summed":
        """Return the sums of rows; each part has all that is wanted of its trainings."""
        trainings = len(self.training_day)
        sums, by_training = [], added(self.numbers(slice(0, 0)), np.empty(0, np.intp), trainings)
        came_from = np.zeros((trainings, len(gazetteer.provinces()) + 1), dtype=bool)
        for rows in [*parts, slice(0, 0)]:
            training, numbers = self.training[rows], self.numbers(rows)
            attended, home = numbers["attended"], self.district[rows]
            last_on = np.where(attended, self.training_day[training], -1)
            group = self.training_group[training]
            sums.append(Sums(group, home, self.agency[rows], last_on, numbers).together())
            came_from[training[attended], province_of_homes()[home[attended]]] = True
            first, after = (training[0], training[-1] + 1) if len(training) else (0, 0)
            for name, values in added(numbers, training - first, int(after - first)).items():
                by_training[name][first:after] += values
        by_training = {name: narrow(values) for name, values in by_training.items()}
        return Summed(joined(sums), by_training, came_from, self.kinds)

    @cached_property
    def only_agency(self) -> NDArray[np.intp]:
        """The agency of those who attended each held training; one past the last where several."""
        size, several = len(self.training_day), len(self.agencies)
        first, last = np.full(size, several), np.full(size, -1)
        for rows in self.parts(0, size):
            attended = numbers_of(self.women[rows], self.men[rows], self.unspecified[rows])[
                "attended"
            ]
            came, agency = self.training[rows][attended], self.agency[rows][attended]
            np.minimum.at(first, came, agency)
            np.maximum.at(last, came, agency)
        return np.where(first == last, first, several)

    @cached_property
    def kept(self) -> "Summed":
        """The sums of all rows, made once."""
        return self.summed(self.parts(0, len(self.training_day)))


@dataclass(frozen=True, eq=False)
class Summed:
    """The sums of some rows.

    Attributes
    ----------
    by_kind
        By month, donor, level, home and agency, by month.
    by_training
        One entry a held training.
    came_from
        One row a held training, one column a province of ``gazetteer.provinces`` and one of homes
        that are not recorded: whether somebody attended from there.
    kinds
        As of ``Cells``.
    """

    by_kind: Sums
    by_training: Numbers
    came_from: Mask
    kinds: int

    @cached_property
    def by_month(self) -> Sums:
        """The same by month, home and agency, whatever donor and level."""
        return self.by_kind.together(self.kinds)
