"""Checked uploads for the tests of the store, without reading a file."""

from datetime import UTC, datetime

import pandas as pd

from data.checking.check import PROBLEM_COLUMNS, Checked
from data.records.model import Records
from tests.data.conftest import records_of

AT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
START = "2023-05-09"


def upload(trainings: dict[str, str], attendance: dict[tuple, tuple]) -> Checked:
    """Return what was accepted: titles by training, and counts by training, district, agency."""
    records = records_of(
        [
            {"training_id": key, "title": title, "date_start": START}
            for key, title in trainings.items()
        ],
        [(*key, *counts) for key, counts in attendance.items()],
    )
    return checked(records)


def checked(records: Records, problems: tuple[tuple, ...] = ()) -> Checked:
    sizes = {"trainings": len(records.trainings), "attendance": len(records.attendance)}
    return Checked(
        trainings=records.trainings,
        attendance=records.attendance,
        problems=pd.DataFrame(list(problems), columns=list(PROBLEM_COLUMNS)),
        ignored_columns={},
        merged_duplicates=pd.DataFrame(columns=["table", "row", "same_as"]),
        rows_in=sizes,
        rows_accepted=sizes,
    )


def content(records: Records) -> tuple[dict, dict]:
    """Return titles and counts as ``upload`` takes them; a blank is None."""
    titles = dict(zip(records.trainings["training_id"], records.trainings["title"], strict=True))
    rows = records.attendance.astype(object).where(records.attendance.notna(), None)
    return titles, {tuple(row[:3]): tuple(row[3:]) for row in rows.itertuples(index=False)}
