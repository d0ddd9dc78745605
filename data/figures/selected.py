"""Which trainings of the records a Selection selects, and the sums of their attendance."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
from numpy.typing import NDArray

from data.attendance.cells import Cells, Summed
from data.attendance.homes import HOMES
from data.attendance.order import days_since_epoch
from data.attendance.sums import Mask, Numbers, Sums, joined
from data.figures.selection import Selection
from data.figures.sums import participants_by
from data.records.model import Records
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places


@dataclass(frozen=True, eq=False)
class Selected:
    """What a Selection selects of one set of records.

    A training is in if it passes the filters of date, donor and level and, where a province or
    an agency is chosen, if somebody from there attended.

    Attributes
    ----------
    records, selection
        The set, and what is selected of it.
    """

    records: Records
    selection: Selection

    @cached_property
    def trainings_in(self) -> Mask:
        """Which trainings of ``Records.cells`` are in."""
        selection, cells = self.selection, self.records.cells
        if selection.agencies:
            return self._passing & (self.by_training["attended"] > 0)
        if selection.provinces:
            chosen = [one in selection.provinces for one in gazetteer.provinces()]
            return self._passing & cells.kept.came_from[:, [*chosen, False]].any(axis=1)
        return self._passing

    @cached_property
    def sums(self) -> Sums:
        """The sums of the rows that are in, by month; of donors and levels where one is chosen."""
        selection = self.selection
        return self._sums(by_kind=bool(selection.donors or selection.levels))

    @cached_property
    def sums_by_kind(self) -> Sums:
        """The same by month, donor and level."""
        return self._sums(by_kind=True)

    @cached_property
    def by_training(self) -> Numbers:
        """The numbers of the rows that are in, one entry a training of ``Records.cells``."""
        if self.selection.agencies or self.selection.provinces:
            return self._of_rows.by_training
        kept = self.records.cells.kept.by_training
        return {name: np.where(self._passing, values, 0) for name, values in kept.items()}

    @cached_property
    def by_home(self) -> dict:
        """The sums of ``data.figures.sums.participants_by`` by home district.

        One entry a district of the list, one of rows whose home is not recorded, and one a
        larger place.
        """
        return participants_by(self.sums.numbers, self.sums.home, HOMES)

    def rows(self, home: int) -> NDArray[np.intp]:
        """Return the rows of ``Records.cells`` that are in and of one home, by day."""
        parts = self._parts(*self._window, np.arange(HOMES) == home)
        # Where homes are told, no part is a slice.
        rows = cast("Iterator[NDArray[np.intp]]", parts)
        return np.concatenate([np.empty(0, dtype=np.intp), *rows])

    def row_parts(self) -> Iterator[slice | NDArray[np.intp]]:
        """Yield the rows of ``Records.cells`` that are in, month by month."""
        return self._parts(*self._window)

    @cached_property
    def _window(self) -> tuple[int, int]:
        """The trainings in the time of the Selection: the first, and the one after the last."""
        days, since = self.records.cells.training_day, self.selection.since
        first = np.searchsorted(days, days_since_epoch(since)) if since else 0
        after = np.searchsorted(days, days_since_epoch(self.selection.as_of), side="right")
        return int(first), max(int(first), int(after))

    @cached_property
    def _passing(self) -> Mask:
        """Which trainings pass the filters of date, donor and level."""
        cells, selection = self.records.cells, self.selection
        passing = np.zeros(len(cells.training_day), dtype=bool)
        passing[slice(*self._window)] = True
        passing &= _is_one_of(cells.donors, selection.donors)[cells.training_donor]
        return passing & _is_one_of(cells.levels, selection.levels)[cells.training_level]

    @cached_property
    def _of_rows(self) -> Summed:
        """The sums of the rows that are in, of the rows themselves."""
        return self.records.cells.summed(self.row_parts())

    def _sums(self, *, by_kind: bool) -> Sums:
        """Return what is kept of whole months, and the sums of the rows of those that are cut."""
        selection, cells = self.selection, self.records.cells
        if selection.agencies:
            return self._of_rows.by_kind
        kept = cells.kept.by_kind if by_kind else cells.kept.by_month
        (first, after), (start, stop) = self._window, _whole_months(cells, *self._window)
        if start >= stop:
            return cells.summed(self.row_parts()).by_kind
        bounds = cells.training_month[[start, stop - 1]] + np.array([0, 1])
        whole = kept[slice(*np.searchsorted(kept.group, bounds * cells.kinds))]
        if selection.donors or selection.levels:
            donors = _is_one_of(cells.donors, selection.donors)
            kinds = np.outer(donors, _is_one_of(cells.levels, selection.levels)).ravel()
            whole = whole[kinds[whole.group % cells.kinds]]
        if selection.provinces:
            whole = whole[selected_homes(selection)[whole.home]]
        cut = [self._parts(first, start), self._parts(stop, after)]
        return joined([whole, *(cells.summed(parts).by_kind for parts in cut)])

    def _parts(
        self, first: int, after: int, homes: Mask | None = None
    ) -> Iterator[slice | NDArray[np.intp]]:
        """Yield the rows that are in of a range of trainings, month by month; of some homes."""
        cells, selection = self.records.cells, self.selection
        agencies = _is_one_of(cells.agencies, selection.agencies)
        if selection.provinces:
            chosen = selected_homes(selection)
            homes = chosen if homes is None else homes & chosen
        for rows in cells.parts(first, after):
            passing = np.ones(rows.stop - rows.start, dtype=bool)
            if selection.donors or selection.levels:
                passing &= self._passing[cells.training[rows]]
            if not agencies.all():
                passing &= agencies[cells.agency[rows]]
            if homes is not None:
                passing &= homes[cells.district[rows]]
            yield rows if passing.all() and homes is None else rows.start + np.flatnonzero(passing)


def selected_districts(selection: Selection) -> Mask:
    """Return which districts of the list lie in the selected provinces."""
    provinces = gazetteer.districts()["adm1_pcode"]
    if not selection.provinces:
        return np.ones(len(provinces), dtype=bool)
    return provinces.isin(selection.provinces).to_numpy()


def selected_homes(selection: Selection) -> Mask:
    """Return which homes lie in the selected provinces, by their code in ``Cells``."""
    places = [place.adm1_pcode in selection.provinces for place in larger_places().values()]
    return np.array([*selected_districts(selection), False, *places], dtype=bool)


def _whole_months(cells: Cells, first: int, after: int) -> tuple[int, int]:
    """Return the trainings of the months that lie whole in a range of trainings."""
    month = cells.training_month
    if 0 < first < after and month[first - 1] == month[first]:
        first = int(np.searchsorted(month, month[first], side="right"))
    if first < after < len(month) and month[after - 1] == month[after]:
        after = int(np.searchsorted(month, month[after]))
    return first, after


def _is_one_of(words: tuple[str, ...], chosen: tuple[str, ...]) -> Mask:
    """Return which words are chosen; all where none is."""
    return np.isin(words, chosen) if chosen else np.ones(len(words), dtype=bool)
