"""The figures of each district and each province of one Selection."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.cells import UNPLACED, Cells
from data.counting import Counts, Mask, at, counted, participants_by
from data.model import REACHED, CoverageStatus
from data.programme import committee_agencies
from data.selection import Selection
from data.suppressed_frames import hide_districts, hide_provinces
from geo import gazetteer

if TYPE_CHECKING:
    from data.coverage import Coverage


def selected_districts(selection: Selection) -> Mask:
    """Return which districts of the list lie in the selected provinces."""
    provinces = gazetteer.districts()["adm1_pcode"]
    if not selection.provinces:
        return np.ones(len(provinces), dtype=bool)
    return provinces.isin(selection.provinces).to_numpy()


def districts_of(coverage: "Coverage") -> pd.DataFrame:
    """Return ``Coverage.districts``."""
    listed, cells = gazetteer.districts(), coverage.records.cells
    rows = placed(cells, coverage.rows)
    group = at(cells.district, rows)
    figures = participants_by(cells, rows, group, UNPLACED)
    frame = listed[["adm2_pcode", "name", "adm1_pcode", "province", "population"]].copy()
    frame["status"] = _statuses(coverage, rows, group)
    for column, values in figures.items():
        frame[column] = values
    attended = present(cells, rows)
    frame["trainings"] = _distinct_trainings(cells, attended)
    frame["agencies"] = _agencies_present(cells, attended)
    people = frame["population"].astype("Float64")
    frame["participants_per_million"] = frame["participants"].astype("Float64") / people * 1e6
    frame["last_on"] = _last_on(cells, attended)
    return hide_districts(frame, coverage) if coverage.records.suppress_below else frame


def placed(cells: Cells, rows: NDArray) -> NDArray:
    """Return the rows whose home district is recorded."""
    recorded = at(cells.district, rows) != UNPLACED
    return rows if recorded.all() else rows[recorded]


def present(cells: Cells, rows: NDArray) -> NDArray:
    """Return the rows in which somebody attended."""
    attended = at(cells.attended, rows)
    return rows if attended.all() else rows[attended]


def _statuses(coverage: "Coverage", rows: NDArray, group: NDArray) -> NDArray:
    cells = coverage.records.cells
    known = at(cells.known, rows)
    positive = at(cells.attended, rows) & known
    words = np.full(UNPLACED, CoverageStatus.NO_RECORD.value, dtype=object)
    words[counted(group, UNPLACED) > 0] = CoverageStatus.ZERO_REPORTED.value
    without_count = counted(group[~known], UNPLACED) > 0
    words[without_count] = CoverageStatus.COUNT_NOT_PUBLISHED.value
    words[counted(group[positive], UNPLACED) > 0] = CoverageStatus.COVERED.value
    words[~selected_districts(coverage.selection)] = CoverageStatus.NOT_SELECTED.value
    return words


def _distinct_trainings(cells: Cells, rows: NDArray) -> Counts:
    seen = np.zeros(len(cells.pair_district), dtype=bool)
    seen[at(cells.pair, rows)] = True
    seen &= cells.training_weight[cells.pair_training] > 0
    return counted(cells.pair_district[seen], UNPLACED + 1)[:UNPLACED]


def _agencies_present(cells: Cells, rows: NDArray) -> Counts:
    many = max(len(cells.agencies), 1)
    came = np.zeros(UNPLACED * many, dtype=bool)
    came[at(cells.district, rows).astype(np.int64) * many + at(cells.agency, rows)] = True
    of_committee = np.isin(cells.agencies, committee_agencies())
    return came.reshape(UNPLACED, many)[:, : len(cells.agencies)][:, of_committee].sum(axis=1)


def _last_on(cells: Cells, rows: NDArray) -> NDArray:
    last = np.full(UNPLACED, -1, dtype=np.int64)
    last[at(cells.district, rows)] = at(
        cells.day, rows
    )  # rows are sorted by day: the last one stays
    days = np.where(last < 0, np.datetime64("NaT"), last.astype("datetime64[D]"))
    return days.astype("datetime64[s]")


def provinces_of(coverage: "Coverage") -> pd.DataFrame:
    """Return ``Coverage.by_province``."""
    frame, cells = coverage.districts, coverage.records.cells
    codes, provinces = pd.factorize(frame["adm1_pcode"], sort=True)
    rows = placed(cells, coverage.rows)
    figures = participants_by(cells, rows, codes[at(cells.district, rows)], len(provinces))
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
    summed = places.assign(**figures).reset_index()
    if coverage.records.suppress_below:
        summed = hide_provinces(summed, coverage)
    summed = summed[summed["adm1_pcode"].isin(selected)]
    return summed.sort_values("province", ignore_index=True)
