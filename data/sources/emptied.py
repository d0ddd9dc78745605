"""What a source told of rows that come again, and tells no more."""

from collections.abc import Sequence

import pandas as pd

from data.checking.check import Checked
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
            keys, keys_before = (_hashes(one, KEYS[name]) for one in (after[name], before))
            told = _told(before, keys_before.isin(keys))
            still = _told(after[name], keys.isin(keys_before))
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


def _hashes(table: pd.DataFrame, key: Sequence[str]) -> pd.Series:
    """Return a number for what tells each row: to join two tables by it takes more room."""
    return pd.util.hash_pandas_object(table[list(key)].astype("str"), index=False)


def _told(table: pd.DataFrame, rows: pd.Series) -> dict[str, int]:
    """Return by column in how many of some rows it says something."""
    told = {str(name): _says(values) for name, values in table.items()}
    if "date_end" in table:
        told["date_end"] &= table["date_end"] > table["date_start"]
    if ALL_TOGETHER in table:
        told[ALL_TOGETHER] = table[list(COUNT_COLUMNS)].notna().any(axis=1)
    return {name: int(one.to_numpy()[rows.to_numpy()].sum()) for name, one in told.items()}


def _says(values: pd.Series) -> pd.Series:
    if not pd.api.types.is_string_dtype(values):
        return values.notna()
    return ~values.fillna("").str.casefold().isin(AGENCY_NOT_TOLD)
