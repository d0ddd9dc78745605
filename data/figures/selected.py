"""Which rows and trainings of the records a Selection selects."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.figures.selection import Selection
from data.figures.sums import Mask, at, participants_by
from data.records.arrays import HOMES, Cells, days_since_epoch
from data.records.model import Records
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places


@dataclass(frozen=True, eq=False)
class Selected:
    """What a Selection selects of one set of records.

    Attributes
    ----------
    records, selection
        The set, and what is selected of it.
    rows
        The rows of ``Records.cells`` that are in, by day.
    trainings_in
        Which trainings of ``Records.cells`` are in.
    """

    records: Records
    selection: Selection
    rows: NDArray[np.intp]
    trainings_in: Mask

    @cached_property
    def by_home(self) -> dict:
        """The sums of ``data.figures.sums.participants_by`` by home district.

        One entry a district of the list, one of rows whose home is not recorded, and one a
        larger place.
        """
        cells = self.records.cells
        return participants_by(cells, self.rows, home_of(cells, self.rows), HOMES)


def select(records: Records, selection: Selection) -> Selected:
    """Return what a Selection selects.

    A training is in if it passes the filters of date, donor and level and, where a province or
    an agency is chosen, if somebody from there attended.
    """
    cells = records.cells
    window = _window(cells.training_day, selection)
    training_ok = np.zeros(len(cells.training_day), dtype=bool)
    training_ok[window] = True
    training_ok &= _is_one_of(cells.training_donor, cells.donors, selection.donors)
    training_ok &= _is_one_of(cells.training_level, cells.levels, selection.levels)
    days = _window(cells.day, selection)
    rows = np.arange(days.start, days.stop)
    if not training_ok[window].all():
        rows = rows[training_ok[cells.training[rows]]]
    if selection.agencies:
        wanted = _is_one_of(cells.agency[rows], cells.agencies, selection.agencies)
        rows = rows[wanted]
    if selection.provinces:
        rows = rows[selected_homes(selection)[cells.district[rows]]]
    if selection.agencies or selection.provinces:
        somebody_came = np.zeros(len(training_ok), dtype=bool)
        somebody_came[cells.training[rows[cells.attended[rows]]]] = True
        training_ok &= somebody_came
    return Selected(records, selection, rows, training_ok)


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


def home_of(cells: Cells, rows: NDArray) -> NDArray[np.intp]:
    """Return the code of each row's home, as ``Cells.district``."""
    return at(cells.district, rows).astype(np.intp)


def pairs_seen(cells: Cells, rows: NDArray) -> Mask:
    """Return which pairs of training and home district have somebody who attended."""
    pair, attended = at(cells.pair, rows), at(cells.attended, rows)
    seen = np.zeros(len(cells.pair_district) + 1, dtype=bool)
    # Masked, as that is several times quicker than to take the rows out one by one.
    seen[pair if attended.all() else np.where(attended, pair, -1)] = True
    return seen[:-1]


def _window(days: NDArray[np.int32], selection: Selection) -> slice:
    since = selection.since
    first = np.searchsorted(days, days_since_epoch(since)) if since else 0
    after = np.searchsorted(days, days_since_epoch(selection.as_of), side="right")
    return slice(int(first), int(after))


def _is_one_of(codes: NDArray[np.int32], words: tuple[str, ...], chosen: tuple[str, ...]) -> Mask:
    if not chosen:
        return np.ones(len(codes), dtype=bool)
    return np.isin(words, chosen)[codes]
