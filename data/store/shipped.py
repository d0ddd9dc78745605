"""The sets of records that can be opened without an upload: two that ship, or any folder.

A folder holds ``trainings.csv`` and ``attendance.csv`` in the columns of ``data.model``, and may
hold ``assessments.csv``, ``committees.csv``, ``targets.csv`` and ``layers.csv``.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from data.checking.optional_rules import first_fault, with_provinces
from data.records.model import (
    ATTENDANCE_COLUMNS,
    COUNT_COLUMNS,
    DAY_COLUMNS,
    FURTHER_COLUMNS,
    LEVELS,
    TRAINING_COLUMNS,
    TRAINING_STATUSES,
    Records,
)
from data.records.programme import programme
from data.records.rules import LATEST, tidied
from data.records.tables import typed
from geo.districts import gazetteer
from geo.districts.larger_places import home_names

HERE = Path(__file__).parents[1]
#: The file of a folder that says what its records are, and how much of it is read.
NOTICE, LONGEST_NOTICE = "notice.txt", 2000


@lru_cache(maxsize=1)
def illustrative() -> Records:
    """Return the made-up records of ``data/sample``: 15 trainings, 386 participants."""
    trainings, attendance = _tables(HERE / "sample")
    records = Records(
        key="illustrative",
        title="Illustrative records",
        notice="Made up to show the dashboard: no training, place or number of people here is "
        "real.",
        source="made up for this dashboard",
        as_of=date(2023, 9, 25),
        trainings=trainings,
        attendance=attendance,
        illustrative=True,
    )
    return records.having(_further(HERE / "sample", trainings, records.as_of))


@lru_cache(maxsize=1)
def published() -> Records:
    """Return what has been published, in ``data/published``: most counts are not."""
    trainings, attendance = _tables(HERE / "published")
    return Records(
        key="published",
        title="Published facts",
        notice="Only what has been published: 15 trainings of the programme, most without their "
        "districts and all without counts, and four of UNODC, among them or not. No record does "
        "not mean that nobody was trained there.",
        source=f"{programme().claims.source}; UNODC Pakistan, 2023",
        as_of=programme().claims.as_of,
        trainings=trainings,
        attendance=attendance,
    )


def from_folder(folder: Path, today: date) -> Records:
    """Return the records of a folder, complete up to the last day of its held trainings.

    Raises
    ------
    OSError
        If one of the files cannot be read.
    ValueError
        If a column, a word, a date, a count, a P-code or a ``training_id`` is not as
        ``data.records.tables`` says, or a held training ends after today; the message names the
        file and what is wrong.
    """
    trainings, attendance = _tables(folder)
    held = trainings.loc[trainings["status"] == "held", "date_end"]
    if held.empty:
        raise ValueError("trainings.csv: no training is held")
    _require(held.max().date() <= today, "trainings.csv: a held training ends after today")
    records = Records(
        key="folder",
        title="Records of a folder",
        notice=_notice(folder),
        source="Records of a folder",
        as_of=held.max().date(),
        trainings=trainings,
        attendance=attendance,
    )
    return records.having(_further(folder, trainings, LATEST))


def _notice(folder: Path) -> str:
    """Return what the folder says of its records, as a public edition does; else where they are."""
    path = folder / NOTICE
    if not path.exists():
        return "Records read from a folder of the machine that runs the dashboard."
    with path.open(encoding="utf-8-sig") as file:
        return " ".join(file.read(LONGEST_NOTICE).split())


def _tables(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    trainings = _read(folder / "trainings.csv", TRAINING_COLUMNS, ("summarises",))
    for column in DAY_COLUMNS:
        trainings[column] = _days(trainings[column])
    attendance = _read(folder / "attendance.csv", ATTENDANCE_COLUMNS, COUNT_COLUMNS)
    _check_trainings(trainings)
    _check_attendance(attendance, trainings)
    return trainings, attendance


def _further(folder: Path, trainings: pd.DataFrame, today: date) -> dict[str, pd.DataFrame]:
    """Read those of the further tables that a folder has; ``today`` is when they end."""
    found = {}
    for name, columns in FURTHER_COLUMNS.items():
        path = folder / f"{name}.csv"
        if path.exists():
            cells = tidied(_read(path, columns, ()))
            cells = with_provinces(cells) if name == "committees" else cells
            fault = first_fault(name, cells, trainings["training_id"], today)
            _require(not fault, f"{path.name}: {fault}")
            found[name] = typed(name, cells)
    return found


def _read(path: Path, columns: tuple[str, ...], counts: tuple[str, ...]) -> pd.DataFrame:
    """Read one file: text as written, blank counts as ``<NA>``."""
    kinds = {column: "Int64" if column in counts else "str" for column in columns}
    blanks = {column: [""] for column in counts}
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            table = pd.read_csv(file, dtype=kinds, keep_default_na=False, na_values=blanks)
        except (ValueError, TypeError) as error:
            raise ValueError(f"{path.name}: {error}") from error
    _require(tuple(table.columns) == columns, f"{path.name}: the columns are not {columns}")
    return table


def _days(written: pd.Series) -> pd.Series:
    if not written.str.fullmatch(r"\d{4}-\d{2}-\d{2}").all():
        raise ValueError(f"trainings.csv: {written.name} is not a date such as 2023-09-25")
    return pd.to_datetime(written, format="%Y-%m-%d").astype("datetime64[s]")


def _check_trainings(trainings: pd.DataFrame) -> None:
    known, venues = {*gazetteer.names(), *gazetteer.counted_in()}, trainings["venue_adm2_pcode"]
    ids, counted = trainings["training_id"], trainings["summarises"].dropna()
    _require((ids != "").all() and ids.is_unique, "trainings.csv: training_id blank or twice")
    _require(trainings["level"].isin(LEVELS).all(), "trainings.csv: unknown level")
    _require(trainings["status"].isin(TRAINING_STATUSES).all(), "trainings.csv: unknown status")
    ordered = trainings["date_end"] >= trainings["date_start"]
    _require(ordered.all(), "trainings.csv: a training ends before it starts")
    _require((venues.isin(known) | (venues == "")).all(), "trainings.csv: unknown P-code")
    _require((counted >= 1).all(), "trainings.csv: summarises is under 1")


def _check_attendance(attendance: pd.DataFrame, trainings: pd.DataFrame) -> None:
    known, homes = {*home_names(), *gazetteer.counted_in()}, attendance["adm2_pcode"]
    training_known = attendance["training_id"].isin(trainings["training_id"])
    _require(training_known.all(), "attendance.csv: a training_id is not among the trainings")
    _require((homes.isin(known) | (homes == "")).all(), "attendance.csv: unknown P-code")
    _require((attendance["agency"] != "").all(), "attendance.csv: a row without an agency")
    for column in COUNT_COLUMNS:
        counted = attendance[column].dropna()
        _require((counted >= 0).all(), f"attendance.csv: {column} is negative")
    keys = attendance[["training_id", "adm2_pcode", "agency"]]
    _require(not keys.duplicated().any(), "attendance.csv: a district and agency twice")


def _require(holds: bool | np.bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
