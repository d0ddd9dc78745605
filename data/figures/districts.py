"""The figures of each district and each province of one Selection."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.figures.selected import Selected, home_of, pairs_seen, selected_districts
from data.figures.sums import Counts, Mask, at, counted
from data.records.arrays import UNPLACED, Cells
from data.records.model import COUNT_COLUMNS, REACHED, CoverageStatus
from data.records.programme import committee_agencies
from geo.districts import gazetteer


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
    words[~unknown] = CoverageStatus.ZERO_REPORTED.value
    words[without_count] = CoverageStatus.COUNT_NOT_PUBLISHED.value
    words[counts > 0] = CoverageStatus.COVERED.value
    words[~selected_districts(selected.selection)] = CoverageStatus.NOT_SELECTED.value
    return words


def _distinct_trainings(cells: Cells, seen: Mask) -> Counts:
    single = cells.training_weight > 0
    if not single.all():
        seen = seen & single[cells.pair_training]
    return counted(cells.pair_district[seen], UNPLACED + 1)[:UNPLACED]


def _agencies_present(cells: Cells, home: NDArray[np.intp], agency: NDArray) -> Counts:
    many = max(len(cells.agencies), 1)
    came = np.zeros((UNPLACED + 1) * many, dtype=bool)
    came[home * many + agency] = True
    of_committee = np.isin(cells.agencies, committee_agencies())
    of_district = came.reshape(-1, many)[:UNPLACED, : len(cells.agencies)]
    return of_district[:, of_committee].sum(axis=1)


def _last_on(home: NDArray[np.intp], day: NDArray) -> NDArray:
    last = np.full(UNPLACED + 1, -1, dtype=np.int64)
    last[home] = day  # rows are sorted by day: the last one stays
    known = last[:UNPLACED]
    days = np.where(known < 0, np.datetime64("NaT"), known.astype("datetime64[D]"))
    return days.astype("datetime64[s]")


def provinces_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Return ``Coverage.by_province`` from ``Coverage.districts``."""
    sums = ["participants", *COUNT_COLUMNS, "rows_without_count"]
    figures = frame.groupby("adm1_pcode", sort=True)[sums].sum(min_count=1)
    reached = frame["status"].isin(REACHED)
    of_people = frame.assign(covered=reached, reached=frame["population"].where(reached))
    places = of_people.groupby("adm1_pcode", sort=True).agg(
        province=("province", "first"),
        districts=("covered", "size"),
        districts_covered=("covered", "sum"),
        people_covered=("reached", "sum"),
        people=("population", "sum"),
    )
    selected = frame.loc[frame["status"] != CoverageStatus.NOT_SELECTED, "adm1_pcode"].unique()
    summed = places.join(figures).reset_index()
    summed = summed[summed["adm1_pcode"].isin(selected)]
    return summed.sort_values("province", ignore_index=True)
