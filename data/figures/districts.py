"""The figures of each district and each province of one Selection."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.figures.selected import Selected, home_of, pairs_seen, selected_districts
from data.figures.sums import Counts, Mask, at, counted
from data.records.arrays import HOMES, UNPLACED, Cells
from data.records.model import COUNT_COLUMNS, REACHED, CoverageStatus
from data.records.programme import committee_agencies
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places


def districts_of(selected: Selected) -> pd.DataFrame:
    """Return ``Coverage.districts``."""
    listed, cells, rows = gazetteer.districts(), selected.records.cells, selected.rows
    frame = listed[["adm2_pcode", "name", "adm1_pcode", "province", "population"]].copy()
    frame["status"] = _statuses(selected)
    for column, values in selected.by_home.items():
        frame[column] = values[:UNPLACED]
    home = _home_of_those_who_came(cells, rows)
    frame["trainings"] = _distinct_trainings(cells, pairs_seen(cells, rows))
    frame["agencies"] = _agencies_present(cells, home, at(cells.agency, rows))
    people = frame["population"].astype("Float64")
    frame["participants_per_million"] = frame["participants"].astype("Float64") / people * 1e6
    frame["last_on"] = _last_on(home, at(cells.day, rows))
    return frame


def _home_of_those_who_came(cells: Cells, rows: NDArray) -> NDArray[np.intp]:
    home, attended = home_of(cells, rows), at(cells.attended, rows)
    return home if attended.all() else np.where(attended, home, UNPLACED)


def _statuses(selected: Selected) -> NDArray:
    figures = selected.by_home
    people, without_count = figures["participants"], figures["rows_without_count"][:UNPLACED] > 0
    counts, unknown = people.to_numpy(np.int64, na_value=0)[:UNPLACED], people.isna()[:UNPLACED]
    words = np.full(UNPLACED, CoverageStatus.NO_RECORD.value, dtype=object)
    words[_named_within(selected)] = CoverageStatus.NAMED_WITHIN.value
    words[~unknown] = CoverageStatus.ZERO_REPORTED.value
    words[without_count] = CoverageStatus.COUNT_NOT_PUBLISHED.value
    words[counts > 0] = CoverageStatus.COVERED.value
    words[~selected_districts(selected.selection)] = CoverageStatus.NOT_SELECTED.value
    return words


def _named_within(selected: Selected) -> Mask:
    """Return which districts lie in a larger place from which somebody came."""
    cells, named = selected.records.cells, np.zeros(UNPLACED, dtype=bool)
    if cells.district.max(initial=0) <= UNPLACED:
        return named
    came = counted(_home_of_those_who_came(cells, selected.rows), HOMES)[UNPLACED + 1 :] > 0
    listed = gazetteer.districts()["adm2_pcode"]
    for place in np.array(list(larger_places().values()), dtype=object)[came]:
        named |= listed.isin(place.districts).to_numpy()
    return named


def _distinct_trainings(cells: Cells, seen: Mask) -> Counts:
    single = cells.training_weight > 0
    if not single.all():
        seen = seen & single[cells.pair_training]
    return counted(cells.pair_district[seen], HOMES)[:UNPLACED]


def _agencies_present(cells: Cells, home: NDArray[np.intp], agency: NDArray) -> Counts:
    many = max(len(cells.agencies), 1)
    came = np.zeros(HOMES * many, dtype=bool)
    came[home * many + agency] = True
    of_committee = np.isin(cells.agencies, committee_agencies())
    of_district = came.reshape(-1, many)[:UNPLACED, : len(cells.agencies)]
    return of_district[:, of_committee].sum(axis=1)


def _last_on(home: NDArray[np.intp], day: NDArray) -> NDArray:
    last = np.full(HOMES, -1, dtype=np.int64)
    last[home] = day  # rows are sorted by day: the last one stays
    known = last[:UNPLACED]
    days = np.where(known < 0, np.datetime64("NaT"), known.astype("datetime64[D]"))
    return days.astype("datetime64[s]")


def provinces_of(selected: Selected, frame: pd.DataFrame) -> pd.DataFrame:
    """Return ``Coverage.by_province``, of ``Coverage.districts`` and the larger places."""
    sums = ["participants", *COUNT_COLUMNS, "rows_without_count"]
    larger = pd.DataFrame({name: selected.by_home[name][UNPLACED + 1 :] for name in sums})
    larger["adm1_pcode"] = [place.adm1_pcode for place in larger_places().values()]
    placed = pd.concat([frame[["adm1_pcode", *sums]], larger])
    figures = placed.groupby("adm1_pcode", sort=True)[sums].sum(min_count=1)
    reached = frame["status"].isin(REACHED)
    of_people = frame.assign(covered=reached, reached=frame["population"].where(reached))
    places = of_people.groupby("adm1_pcode", sort=True).agg(
        province=("province", "first"),
        districts=("covered", "size"),
        districts_covered=("covered", "sum"),
        people_covered=("reached", "sum"),
        people=("population", "sum"),
    )
    chosen = frame.loc[frame["status"] != CoverageStatus.NOT_SELECTED, "adm1_pcode"].unique()
    summed = places.join(figures).reset_index()
    summed = summed[summed["adm1_pcode"].isin(chosen)]
    return summed.sort_values("province", ignore_index=True)
