"""New stores, and checked uploads for them without reading a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pandas as pd

from data.checking.check import Checked, CheckedTable
from data.checking.problems import PROBLEM_COLUMNS
from data.records.model import Records
from data.records.problems.kind import ProblemKind
from data.store.address import open_store
from data.store.store import Store
from tests.data.conftest import records_of
from tests.data.postgres import new_database

AT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
START = "2023-05-09"
ENGINES = ("duckdb", "postgresql")


def new_url(engine: str, folder: Path) -> str:
    """Return the address of a store that is not there yet, or of an empty database."""
    return new_database() if engine == "postgresql" else str(folder / "records.duckdb")


def new_store(engine: str, folder: Path) -> Store:
    """Return a store without records; on a server its tables are there already."""
    if engine == "postgresql":
        return open_store(new_database(like=_with_tables()))
    return open_store(new_url(engine, folder))


@cache
def _with_tables() -> str:
    """Return the address of a database with the tables of a store, which is only copied."""
    url = new_database()
    open_store(url).history()
    return url


def add(store: Store, what: Checked, name: str = "records.xlsx", **told):
    """Take an upload in; return what became of it."""
    return store.add(what, **{"file_name": name, "who": "An officer", "at": AT} | told)


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


def checked(records: Records, problems: Sequence[tuple] = ()) -> Checked:
    """Return trainings and attendance as accepted; a problem begins with the name of its table."""
    results = {}
    for name in ("trainings", "attendance"):
        found = [
            (row, column, value, ProblemKind("made-up", *words))
            for table, row, column, value, *words in problems
            if table == name
        ]
        listed = pd.DataFrame(found, columns=list(PROBLEM_COLUMNS))
        results[name] = replace(_accepted(getattr(records, name)), problems=listed)
    return Checked(results)


def with_tables(upload: Checked, **tables: pd.DataFrame) -> Checked:
    """Return an upload with some tables in place of its own."""
    results = {name: _accepted(rows) for name, rows in tables.items()}
    return replace(upload, tables={**upload.tables, **results})


def with_file_rows(upload: Checked, **file_rows: Sequence[int]) -> Checked:
    """Return an upload of which it is known, for some tables, where in the file its rows are."""
    results = {
        name: replace(upload.tables[name], file_rows=rows) for name, rows in file_rows.items()
    }
    return replace(upload, tables={**upload.tables, **results})


def _accepted(rows: pd.DataFrame) -> CheckedTable:
    return CheckedTable(rows, rows_in=len(rows), rows_accepted=len(rows))


def content(records: Records) -> tuple[dict, dict]:
    """Return titles and counts as ``upload`` takes them; a blank is None."""
    titles = dict(zip(records.trainings["training_id"], records.trainings["title"], strict=True))
    rows = records.attendance.astype(object).where(records.attendance.notna(), None)
    return titles, {tuple(row[:3]): tuple(row[3:]) for row in rows.itertuples(index=False)}
