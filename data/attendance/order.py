"""Trainings and attendance in the order of days, and the arrays of those that were held."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.cells import Cells
from data.attendance.homes import HOMES, UNPLACED, places_of
from data.attendance.rows import COUNTS, Attendance, recoded
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places

EPOCH = date(1970, 1, 1)


def days_since_epoch(day: date) -> int:
    """Return the number of days from 1 January 1970 to a day."""
    return (day - EPOCH).days


def counted_on(trainings: pd.DataFrame) -> pd.Series:
    """Return the day from which each training counts.

    A training counts from the day it starts and belongs to that month. A row that stands for
    several trainings counts from its last day: only then is all that it says known to be so.
    """
    return trainings["date_start"].where(trainings["summarises"].isna(), trainings["date_end"])


def in_day_order(
    trainings: pd.DataFrame, attendance: Attendance
) -> tuple[Attendance, NDArray[np.intp] | None]:
    """Return attendance by day of its trainings, those that were held first, home and agency.

    Beside it the position that each row had; None where that is the same. What is in this order
    already is given back with the same arrays.
    """
    held = trainings["status"] == "held"
    days = counted_on(trainings).where(held).reset_index(drop=True)
    by_day = days.sort_values(kind="stable").index  # positions; those that were not held at the end
    listed = pd.Index(trainings["training_id"].iloc[by_day])
    homes = attendance.texts["adm2_pcode"].to_series().replace(gazetteer.counted_in())
    places = [*gazetteer.districts()["adm2_pcode"], "", *larger_places()]
    texts = {
        "training_id": listed.append(attendance.texts["training_id"].difference(listed)),
        "adm2_pcode": pd.Index([*places, *sorted(set(homes) - set(places))], dtype="str"),
        "agency": attendance.texts["agency"].sort_values(),
    }
    given = {**attendance.texts, "adm2_pcode": pd.Index(homes)}
    codes = {name: recoded(attendance.codes[name], given[name], texts[name]) for name in texts}
    rows = Attendance(codes, texts, attendance.counts)
    keys = [codes[name] for name in ("agency", "adm2_pcode", "training_id")]
    later = np.ones(max(len(rows) - 1, 0), dtype=bool)
    for key in keys:
        later = (key[1:] > key[:-1]) | ((key[1:] == key[:-1]) & later)
    if later.all():
        return rows, None
    order = np.lexsort(keys)
    return rows.taken(order), order


def cells_of(trainings: pd.DataFrame, attendance: Attendance) -> Cells:
    """Turn trainings and attendance into arrays; planned and cancelled trainings are left out.

    Parameters
    ----------
    trainings, attendance
        Those of ``Records``. An attendance row whose training is not held is left out; one whose
        P-code is not in the district list is ``UNPLACED``.
    """
    held = trainings.assign(counted_on=counted_on(trainings), row=np.arange(len(trainings)))
    held = held[held["status"] == "held"].sort_values("counted_on", kind="stable")
    days = held["counted_on"].to_numpy(dtype="datetime64[D]").astype(np.int32)
    ordered, order = in_day_order(trainings, attendance)
    training = ordered.codes["training_id"]
    first_row = _first_rows(training, len(held))
    rows = slice(0, int(first_row[-1]))
    agency, texts = ordered.codes["agency"][rows], ordered.texts["agency"]
    agencies = texts[np.bincount(agency, minlength=len(texts)) > 0]
    homes = ordered.texts["adm2_pcode"]
    women, men, unspecified = (ordered.counts[name][rows] for name in COUNTS)
    donor, donors = _codes(held["donor"])
    level, levels = _codes(held["level"])
    return Cells(
        training=training[rows],
        district=recoded(ordered.codes["adm2_pcode"][rows], homes, homes[:HOMES], UNPLACED),
        agency=recoded(agency, texts, agencies),
        women=women,
        men=men,
        unspecified=unspecified,
        order=order if order is None else order[rows],
        training_day=days,
        training_donor=donor,
        training_level=level,
        training_venue=places_of(held["venue_adm2_pcode"]),
        training_weight=held["summarises"].isna().to_numpy().astype(np.int8),
        training_stands_for=held["summarises"].fillna(1).to_numpy(dtype=np.int64),
        training_row=held["row"].to_numpy(dtype=np.int32),
        first_row=first_row,
        agencies=tuple(agencies),
        donors=donors,
        levels=levels,
    )


def _codes(values: pd.Series) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    codes, words = pd.factorize(values, sort=True, use_na_sentinel=False)
    return codes.astype(np.int32), tuple(map(str, words))


def _first_rows(training: NDArray[np.integer], trainings: int) -> NDArray[np.intp]:
    """Return where the rows of each training begin in sorted ones, and where the last end."""
    starts = np.flatnonzero(training[1:] != training[:-1]) + 1
    starts = np.array([*([0] if len(training) else []), *starts], dtype=np.intp)
    held = starts[training[starts] < trainings]
    sizes = np.zeros(trainings + 1, dtype=np.intp)
    sizes[training[held].astype(np.intp) + 1] = np.diff(starts, append=len(training))[: len(held)]
    return sizes.cumsum()
