"""Tables for people: the numbers of a map or list under readable headings."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import CoverageStatus
from reports.words.periods import held_in_short
from reports.words.selection import status_words

COLUMNS = Path(__file__).with_name("columns.toml")


@lru_cache(maxsize=1)
def columns() -> dict[str, Any]:
    """Read ``columns.toml``: ``headings`` by table, the ``headline``, ``hxl``, ``sheets``."""
    return tomllib.loads(COLUMNS.read_text(encoding="utf-8"))


def headings(table: str) -> dict[str, str]:
    """Return the heading of each column of a table, in the order in which they stand."""
    return dict(columns()["headings"][table])


def headed(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return the columns that a table has, under its headings."""
    words = headings(table)
    return frame[list(words)].rename(columns=words)


def districts_table(figures: Coverage) -> pd.DataFrame:
    """Return every district of the list with its figures: the map's table twin.

    160 rows, those outside the Selection last; blank where not known. What a filter leaves out may
    have a record: the status of none is said of the selection.
    """
    outside = figures.districts["status"] == CoverageStatus.NOT_SELECTED
    frame = figures.districts.loc[outside.sort_values(kind="stable").index].reset_index(drop=True)
    status = frame["status"].map(status_words(figures.selection))
    frame = frame.assign(last_on=frame["last_on"].dt.date, status=status)
    frame["participants_per_million"] = frame["participants_per_million"].round(1)
    return headed(frame, "districts")


def inputs_table(told: pd.DataFrame) -> pd.DataFrame:
    """Return what participants raised (``data.analysis.inputs.raised``), days as dates."""
    days = {name: pd.to_datetime(told[name]).dt.date for name in ("date_start", "followed_up_on")}
    return headed(told.assign(**days), "inputs")


def trainings_table(figures: Coverage) -> pd.DataFrame:
    """Return the trainings of a view, latest first; a single one stands for 1.

    Home districts are blank where of nobody who attended the home is recorded.
    """
    frame = figures.trainings
    unknown = frame["home_districts"].eq(0) & frame["participants"].ne(0).fillna(True)
    frame = frame.assign(
        home_districts=frame["home_districts"].astype("Int64").mask(unknown),
        summarises=frame["summarises"].astype("Int64").fillna(1),
        date_start=frame["date_start"].dt.date,
        date_end=frame["date_end"].dt.date,
    )
    return headed(frame, "trainings")


def days_held(table: pd.DataFrame) -> list[str]:
    """Return when each training of a ``trainings_table`` was held, in a few words."""
    together = table["Stands for trainings"]
    return list(map(held_in_short, table["Starts"], table["Ends"], together))
