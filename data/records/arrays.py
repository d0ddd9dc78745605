"""Attendance as arrays of codes, sorted by day, so that a Selection is answered from memory.

A million participants are a few hundred thousand rows here: a filter is then a slice and some
boolean masks, and a sum is one pass. Nothing is rounded or sampled.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.districts import gazetteer
from geo.districts.larger_places import larger_places

#: The code of a row whose home is not recorded (one past the last district); those after it are of
#: the larger places, in their order.
UNPLACED = len(gazetteer.districts())
HOMES = UNPLACED + 1 + len(larger_places())

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Cells:
    """The held trainings and their attendance as arrays.

    Attributes
    ----------
    day, training, district, agency
        One entry an attendance row, sorted by day: days since 1970, position in
        ``training_day``, position in the district list (``UNPLACED`` where none, more
        where it is a larger place), position in ``agencies``.
    women, men, unspecified
        Participants; 0 where not recorded.
    women_known, men_known, unspecified_known
        Whether that count is recorded.
    known
        Whether some count is recorded.
    incomplete
        Whether women or men alone are recorded: the number is at least that.
    attended
        Whether at least one participant attended, as far as is known: not a row of zeros.
    pair, pair_district, pair_training
        Each row's training x district pair, and the district and the training of each pair.
    row
        The row's position in ``Records.attendance``.
    training_day, training_donor, training_level, training_venue, training_weight, training_row
        One entry a held training, sorted by day; the venue is a position in the district list
        (``UNPLACED`` where none); weight is 1 for a single training and 0 for a
        row that stands for several (``training_stands_for`` says how many).
    agencies, donors, levels
        The words behind the codes, sorted.
    """

    day: NDArray[np.int32]
    training: NDArray[np.int32]
    district: NDArray[np.int16]
    agency: NDArray[np.int32]
    women: NDArray[np.int64]
    men: NDArray[np.int64]
    unspecified: NDArray[np.int64]
    women_known: NDArray[np.bool_]
    men_known: NDArray[np.bool_]
    unspecified_known: NDArray[np.bool_]
    known: NDArray[np.bool_]
    incomplete: NDArray[np.bool_]
    attended: NDArray[np.bool_]
    pair: NDArray[np.int32]
    pair_district: NDArray[np.int16]
    pair_training: NDArray[np.int32]
    row: NDArray[np.int32]
    training_day: NDArray[np.int32]
    training_donor: NDArray[np.int32]
    training_level: NDArray[np.int32]
    training_venue: NDArray[np.int16]
    training_weight: NDArray[np.int8]
    training_stands_for: NDArray[np.int64]
    training_row: NDArray[np.int32]
    agencies: tuple[str, ...]
    donors: tuple[str, ...]
    levels: tuple[str, ...]


def days_since_epoch(day: date) -> int:
    """Return the number of days from 1 January 1970 to a day."""
    return (day - EPOCH).days


def counted_on(trainings: pd.DataFrame) -> pd.Series:
    """Return the day from which each training counts.

    A training counts from the day it starts and belongs to that month. A row that stands for
    several trainings counts from its last day: only then is all that it says known to be so.
    """
    return trainings["date_start"].where(trainings["summarises"].isna(), trainings["date_end"])


def as_counted(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return a table with the P-codes of a column as they are counted, or the table itself.

    A newer district that an installed boundary set has brought, and that the list in use has
    not, is counted in the district of the list that has it (``gazetteer.counted_in``).
    """
    elsewhere = gazetteer.counted_in()
    if not elsewhere or not table[column].isin(list(elsewhere)).any():
        return table
    return table.assign(**{column: table[column].replace(elsewhere)})


def _codes(values: pd.Series) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    codes, words = pd.factorize(values, sort=True, use_na_sentinel=False)
    return codes.astype(np.int32), tuple(map(str, words))


def _counts(values: pd.Series) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    known = values.notna().to_numpy()
    return values.fillna(0).to_numpy(dtype=np.int64), known


def _place_codes(pcodes: pd.Series, *larger: str) -> NDArray[np.int16]:
    """Return the position of each P-code in the list of districts, and the larger places after."""
    known = [*gazetteer.districts()["adm2_pcode"], "", *larger]
    return _places(pcodes, pd.Index(known), UNPLACED).astype(np.int16)


def _places(values: pd.Series, index: pd.Index, none: int) -> NDArray[np.int32]:
    """Return the place of each value in an index; each distinct value is looked up once."""
    codes, distinct = pd.factorize(values, use_na_sentinel=False)
    places = index.get_indexer(distinct).astype(np.int32)
    return np.where(places < 0, np.int32(none), places)[codes]


def cells_of(trainings: pd.DataFrame, attendance: pd.DataFrame) -> Cells:
    """Turn the two tables into arrays; planned and cancelled trainings are left out.

    Parameters
    ----------
    trainings, attendance
        The tables of ``data.model.Records``. An attendance row whose training is not held is
        left out; one whose P-code is not in the district list is ``UNPLACED``.
    """
    held = trainings.assign(counted_on=counted_on(trainings), row=np.arange(len(trainings)))
    held = held[held["status"] == "held"].sort_values("counted_on", kind="stable")
    days = held["counted_on"].to_numpy(dtype="datetime64[D]").astype(np.int32)
    training = _places(attendance["training_id"], pd.Index(held["training_id"]), -1)
    rows = np.flatnonzero(training >= 0)
    rows = rows[np.argsort(training[rows], kind="stable")]
    kept, of_training = attendance.iloc[rows], training[rows]
    agency, agencies = _codes(kept["agency"])
    donor, donors = _codes(held["donor"])
    level, levels = _codes(held["level"])
    district = _place_codes(kept["adm2_pcode"], *larger_places())
    pairs, pair = np.unique(of_training.astype(np.int64) * HOMES + district, return_inverse=True)
    return Cells(
        day=days[of_training],
        training=of_training,
        district=district,
        agency=agency,
        pair=pair.astype(np.int32),
        pair_district=(pairs % HOMES).astype(np.int16),
        pair_training=(pairs // HOMES).astype(np.int32),
        row=rows.astype(np.int32),
        training_day=days,
        training_donor=donor,
        training_level=level,
        training_venue=_place_codes(held["venue_adm2_pcode"]),
        training_weight=held["summarises"].isna().to_numpy().astype(np.int8),
        training_stands_for=held["summarises"].fillna(1).to_numpy(dtype=np.int64),
        training_row=held["row"].to_numpy(dtype=np.int32),
        agencies=agencies,
        donors=donors,
        levels=levels,
        **_counts_of(kept),
    )


def _counts_of(rows: pd.DataFrame) -> dict[str, Any]:
    """Return the participants of rows of attendance, and what is known of their number."""
    women, women_known = _counts(rows["participants_f"])
    men, men_known = _counts(rows["participants_m"])
    unspecified, unspecified_known = _counts(rows["participants_unspecified"])
    total = women + men + unspecified
    known = women_known | men_known | unspecified_known
    complete = unspecified_known | (women_known & men_known)
    return {
        "women": women,
        "men": men,
        "unspecified": unspecified,
        "women_known": women_known,
        "men_known": men_known,
        "unspecified_known": unspecified_known,
        "known": known,
        "incomplete": known & ~complete,
        "attended": ~known | (total > 0),
    }
