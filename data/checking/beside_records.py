"""A checked file beside the records: trainings that these may have already, by another id."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from data.checking.check import Checked
from data.checking.problems import problems_of, together
from data.checking.table_check import CheckedTable
from data.records.model import COUNT_COLUMNS
from data.records.problems.of_tables import MAY_BE_ONE_TRAINING
from data.review.decisions import Decisions
from data.review.duplicate_trainings import COMPARED, Alike, trainings_beside
from data.review.likeness import Attended
from data.review.shared_persons import MOST_DAYS_APART

ID = "training_id"


@dataclass(frozen=True, eq=False)
class Standing:
    """What the records have of the days of a file.

    Attributes
    ----------
    trainings
        ``COMPARED``, as text.
    homes
        ``training_id``, ``adm2_pcode``: where their participants came from.
    """

    trainings: pd.DataFrame
    homes: pd.DataFrame


NONE_STANDING = Standing(
    pd.DataFrame(columns=list(COMPARED)), pd.DataFrame(columns=[ID, "adm2_pcode"])
)


def days_of(checked: Checked) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the first and the last day on which a training like one of a file may begin."""
    days = checked.trainings["date_start"].dropna()
    apart = pd.Timedelta(days=MOST_DAYS_APART)
    return (days.min() - apart, days.max() + apart) if len(days) else None


def beside_records(checked: Checked, standing: Standing, decisions: Decisions) -> Checked:
    """Return a file as it is to be counted beside the records.

    A training that somebody said to be one of the records has the id of that one. One that may be
    such, and of which nobody has said it, waits: a question and a problem for each of its rows.
    """
    alike = _alike(checked, standing, decisions)
    if not alike.same and not alike.waiting:
        return checked
    one_each = {name: _as_in_records(table, alike) for name, table in checked.tables.items()}
    tables = {name: _without(table, alike.waiting) for name, table in one_each.items()}
    held = checked.held.assign(**{ID: _renamed(checked.held[ID], alike)})
    numbers = checked.tables["trainings"].numbers
    asked = (item.told_by(numbers) for item in alike.queue)
    return replace(checked, tables=tables, held=held, queue=(*checked.queue, *asked))


def may_be_in_records(checked: Checked, standing: Standing) -> dict[str, str]:
    """Return for the id of each training that the records may have by another id, that other."""
    return dict(_alike(checked, standing, Decisions()).waiting)


def _alike(checked: Checked, standing: Standing, decisions: Decisions) -> Alike:
    trainings = checked.trainings
    others = standing.trainings[~standing.trainings[ID].isin(trainings[ID])]
    if others.empty or trainings.empty:
        return Alike({}, ())
    told = trainings[list(COMPARED)]
    told = told.assign(date_start=told["date_start"].dt.strftime("%Y-%m-%d").fillna(""))
    told = told.astype("str").set_axis(_rows(checked.tables["trainings"]))

    def attended() -> Attended:
        homes = pd.concat([standing.homes, checked.attendance[[ID, "adm2_pcode"]]])
        homes = homes[homes["adm2_pcode"] != ""].drop_duplicates()
        return {str(one): frozenset(own) for one, own in homes.groupby(ID)["adm2_pcode"]}

    return trainings_beside(told, others, decisions, attended)


def _rows(table: CheckedTable) -> np.ndarray:
    """Return the rows, by number, of what was accepted; where not known, as they follow."""
    known = table.file_rows is not None
    return np.asarray(table.file_rows) if known else np.arange(len(table.accepted)) + 2


def _as_in_records(table: CheckedTable, alike: Alike) -> CheckedTable:
    columns = {name: _renamed(table.accepted[name], alike)
               for name in table.accepted if name in (ID, "followed_up_by")}  # fmt: skip
    return replace(table, accepted=table.accepted.assign(**columns))


def _renamed(ids: pd.Series, alike: Alike) -> pd.Series:
    return ids.map(lambda one: alike.same.get(str(one), str(one))).astype("str")


def _without(table: CheckedTable, waiting: Collection[str]) -> CheckedTable:
    """Return a table without the rows of trainings that wait, each of which is a problem."""
    if ID not in table.accepted:
        return table
    waits = table.accepted[ID].isin(list(waiting)).to_numpy()
    if not waits.any():
        return table
    rows = _rows(table)
    found = problems_of(pd.Index(rows[waits]), "", MAY_BE_ONE_TRAINING).assign(value="")
    changed: dict[str, Any] = {
        "accepted": table.accepted[~waits],
        "rows_accepted": table.rows_accepted - _rows_behind(table, waits),
        "file_rows": None if table.file_rows is None else rows[~waits],
        "problems": together([table.problems, found[list(table.problems)]]),
    }
    return replace(table, **changed)


def _rows_behind(table: CheckedTable, some: np.ndarray) -> int:
    """Return how many rows of the file some accepted ones are: of a list, one a person."""
    if table.rows_accepted == len(table.accepted):
        return int(some.sum())
    return int(table.accepted.loc[some, list(COUNT_COLUMNS)].sum().sum())
