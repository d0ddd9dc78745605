"""The figures of each district and each province of one Selection."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.homes import HOMES, UNPLACED
from data.attendance.sums import Counts, Mask, Sums, summed
from data.figures.selected import Selected, selected_districts
from data.records.model import COUNT_COLUMNS, REACHED, CoverageStatus
from data.records.programme import committee_agencies
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places


def districts_of(selected: Selected) -> pd.DataFrame:
    """Return ``Coverage.districts``."""
    listed, sums = gazetteer.districts(), selected.sums
    frame = listed[["adm2_pcode", "name", "adm1_pcode", "province", "population"]].copy()
    frame["status"] = _statuses(selected)
    for column, values in selected.by_home.items():
        frame[column] = values[:UNPLACED]
    frame["trainings"] = summed(sums.home, HOMES, sums.numbers["pairs"])[:UNPLACED]
    frame["agencies"] = _agencies_present(selected)
    people = frame["population"].astype("Float64")
    frame["participants_per_million"] = frame["participants"].astype("Float64") / people * 1e6
    frame["last_on"] = _last_on(sums)
    return frame


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
    sums, named = selected.sums, np.zeros(UNPLACED, dtype=bool)
    came = summed(sums.home, HOMES, sums.numbers["attended"])[UNPLACED + 1 :] > 0
    listed = gazetteer.districts()["adm2_pcode"]
    for place in np.array(list(larger_places().values()), dtype=object)[came]:
        named |= listed.isin(place.districts).to_numpy()
    return named


def _agencies_present(selected: Selected) -> Counts:
    sums, agencies = selected.sums, selected.records.cells.agencies
    attended = sums[sums.numbers["attended"] > 0]
    came = np.zeros((HOMES, len(agencies)), dtype=bool)
    came[attended.home, attended.agency] = True
    return came[:UNPLACED, np.isin(agencies, committee_agencies())].sum(axis=1)


def _last_on(sums: Sums) -> NDArray:
    last = np.full(HOMES, -1, dtype=np.int64)
    np.maximum.at(last, sums.home, sums.last_on)
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
