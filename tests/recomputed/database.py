"""The raw tables of many views in one DuckDB database, and figures of them by the SQL beside it.

Each raw table is that of ``Records`` with two more columns: ``view`` (which of the views it is of)
and ``line`` (its place in the table). Of the project, only its files of places and agencies are
read; none of its code for figures has a part in what is recomputed here.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import scipy  # its parts load at their first use, which takes a while

from data.figures.selection import Selection
from data.records.model import (
    ASSESSMENT_COLUMNS,
    ATTENDANCE_COLUMNS,
    COMMITTEE_COLUMNS,
    TARGET_COLUMNS,
    TRAINING_COLUMNS,
    Records,
)

PROJECT, SQL = Path(__file__).parents[2], Path(__file__).with_name("sql")
DISTRICTS = PROJECT / "geo" / "districts"
PROGRAMME = PROJECT / "data" / "records" / "programme.toml"
#: The most people with paired answers whose interval is recomputed.
MOST_PEOPLE = 1000

RAW_TABLES = {
    "trainings": TRAINING_COLUMNS,
    "attendance": ATTENDANCE_COLUMNS,
    "assessments": ASSESSMENT_COLUMNS,
    "committees": COMMITTEE_COLUMNS,
    "targets": TARGET_COLUMNS,
}
#: The tables that are made of them, each by the file of its name, in an order in which they can be.
PLACES = ("districts", "provinces", "districts_of_larger_places", "homes")
SELECTED = ("trainings_in_time", "attendance_known", "selected_rows", "selected_trainings")
FIGURES = (
    *("district_figures", "headline", "agency_by_month", "running_total", "months"),
    *("trainings_of_views", "venues", "province_figures"),
)
ANALYSIS = (
    *("committees_of_levels", "committee_seats", "committees_of_views"),
    *("committees_nearly_complete", "committees_by_completeness", "agencies_not_known"),
    *(
        "compared_districts",
        "hardly_counted",
        "equity",
        "equity_of_provinces",
        "lorenz",
        "province_shares",
    ),
    *("gains", "learning", "learning_together", "reached_and_targeted"),
)


def fill(
    database: duckdb.DuckDBPyConnection,
    views: Sequence[tuple[Records, Selection]],
    topics: Iterable[str],
) -> None:
    """Put views into the schema in use of a database, and recompute some topics of them."""
    _add_what_does_not_change(database)
    _add(database, "selections", _selections([selection for _, selection in views]))
    for name, columns in RAW_TABLES.items():
        tables = {view: getattr(records, name) for view, (records, _) in enumerate(views)}
        _add(database, name, _stacked(tables, columns))
    for topic in (*PLACES, *SELECTED, *topics):
        recompute(database, topic)


def recompute(database: duckdb.DuckDBPyConnection, topic: str) -> None:
    """Make the table of a topic, which has its name."""
    query = (SQL / f"{topic}.sql").read_text(encoding="utf-8")
    database.execute(f"CREATE TABLE {topic} AS {query}")


def _add_what_does_not_change(database: duckdb.DuckDBPyConnection) -> None:
    """Add the files of places, the agencies of a committee, and the quantiles of Student's t."""
    for name in ("gazetteer", "changes"):
        table = pd.read_csv(DISTRICTS / f"{name}.csv", dtype=str, keep_default_na=False)
        _add(database, name, table.assign(line=np.arange(len(table))))
    agencies = tomllib.loads(PROGRAMME.read_text(encoding="utf-8"))["agencies"]
    names = [agency["name"] for agency in agencies if agency.get("committee")]
    _add(database, "committee_agencies", pd.DataFrame({"agency": names}).reset_index(names="place"))
    people = np.arange(2, MOST_PEOPLE + 1)
    quantiles = scipy.stats.t.ppf(0.975, people - 1)
    _add(database, "student_t", pd.DataFrame({"people": people, "quantile": quantiles}))


def _selections(selections: list[Selection]) -> pd.DataFrame:
    frame = pd.DataFrame([vars(selection) for selection in selections])
    frame["since"] = pd.to_datetime(frame["since"])
    return frame.rename_axis("view").reset_index()


def _stacked(tables: dict[int, pd.DataFrame | None], columns: tuple[str, ...]) -> pd.DataFrame:
    """Put the tables of all views under one another, with the view and the line of each row."""
    present = {view: table for view, table in tables.items() if table is not None}
    frames = [table.reset_index(drop=True) for table in present.values()]
    stacked = pd.concat(frames, keys=list(present), names=["view", "line"])
    return stacked[list(columns)].reset_index()


def _add(database: duckdb.DuckDBPyConnection, name: str, table: pd.DataFrame) -> None:
    database.register("frame", table)
    database.execute(f"CREATE TABLE {name} AS FROM frame")
    database.unregister("frame")
