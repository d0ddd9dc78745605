"""What a source told of rows that come again, and tells no more."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from data.checking.check import Checked
from data.records.distinct import numbered, says
from data.records.model import AGENCY_NOT_TOLD, COUNT_COLUMNS, Records
from data.records.tables import KEYS

#: The count of those whose sex is not told: it is blank where sexes are.
ALL_TOGETHER = COUNT_COLUMNS[-1]


def emptied(
    checked: Checked, records: Records, most: float, *, moved: bool = False
) -> tuple[str, ...]:
    """Return the columns of which more than a share of the values is gone, in their order.

    Of the rows that count and are in ``checked`` too: a column that a source has lost, or that is
    blank in it by now, takes its figures away though every row is still there. A last day that is
    the first says nothing of its own. People whose sex is told at last are still counted. Where
    attendance has ``moved``, so that most of its rows are others than before, it may have lost
    the column of the home or the agency: it has where most rows of the same trainings say none.
    """
    after = {name: table.accepted for name, table in checked.tables.items()}
    gone: list[str] = []
    tables = _before(checked, records)
    for name, before in tables.items():
        if name in after:
            keys, keys_before = _keys(after[name], before, KEYS[name])
            told = _told(before, np.isin(keys_before, keys))
            still = _told(after[name], np.isin(keys, keys_before))
            gone += [one for one in told if still.get(one, 0) < (1 - most) * told[one]]
    if moved:
        rows = checked.attendance
        rows = rows[rows["training_id"].isin(tables["attendance"]["training_id"])]
        gone += [one for one in KEYS["attendance"] if _says(rows[one]).mean() < 1 - most]
    return tuple(dict.fromkeys(gone))


def _before(checked: Checked, records: Records) -> dict[str, pd.DataFrame]:
    """Return the tables that count, of attendance the rows of trainings that are in ``checked``."""
    rows = records.rows
    again = rows.texts["training_id"].isin(checked.trainings["training_id"])
    attendance = rows.frame(again[rows.codes["training_id"]])
    return {"trainings": records.trainings, "attendance": attendance, **records.further}


def _keys(after: pd.DataFrame, before: pd.DataFrame, key: Sequence[str]) -> list[np.ndarray]:
    """Return a number for what tells each row of two tables, the same where it is the same."""
    both = pd.concat([after[list(key)], before[list(key)]], ignore_index=True)
    numbers = numbered(both.astype("str").fillna("")).to_numpy()
    return np.split(numbers, [len(after)])


def _told(table: pd.DataFrame, rows: np.ndarray) -> dict[str, int]:
    """Return by column in how many of some rows it says something."""
    told = {str(name): _says(values) for name, values in table.items()}
    if "date_end" in table:
        told["date_end"] &= table["date_end"] > table["date_start"]
    if ALL_TOGETHER in table:
        told[ALL_TOGETHER] = table[list(COUNT_COLUMNS)].notna().any(axis=1)
    return {name: int(one.to_numpy()[rows].sum()) for name, one in told.items()}


def _says(values: pd.Series) -> pd.Series:
    if not pd.api.types.is_string_dtype(values):
        return values.notna()
    return pd.Series(says(values.fillna(""), _tells), values.index)


def _tells(text: str) -> bool:
    return text.casefold() not in AGENCY_NOT_TOLD
