"""What one import did to the records: which rows it added, replaced, or found the same."""

import pandas as pd

from data.records.model import ATTENDANCE_COLUMNS, FURTHER_COLUMNS, TRAINING_COLUMNS
from data.records.tables import KEYS, KINDS
from data.store.imports import Session
from data.store.schema import STOOD_BEFORE, latest

ADDED, REPLACED, SAME = "added", "replaced", "same"
CHANGE_COLUMNS = (
    "table",
    "file_row",
    *KEYS["attendance"],
    "of",
    "change",
    "replaces",
    "before",
    "after",
)


def changes_of(session: Session, number: int) -> pd.DataFrame:
    """Return one row for each row of an import, against what counted just before it."""
    compared = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS, **FURTHER_COLUMNS}
    told = []
    for table, columns in compared.items():
        key = KEYS[table]
        others = tuple(column for column in columns if column not in key)
        told.append(_against_before(session, table, key, others, number))
    found = [one for one in told if len(one)]
    return pd.concat(found or told[:1], ignore_index=True)


def _against_before(
    session: Session, table: str, key: tuple[str, ...], columns: tuple[str, ...], number: int
) -> pd.DataFrame:
    own = ", ".join(f"n.{column}" for column in ("file_row", *key, *columns))
    earlier = ", ".join(f"p.{column} AS {column}_before" for column in columns)
    same_key = " AND ".join(f"p.{column} = n.{column}" for column in key)
    query = (
        f"SELECT {own}, {earlier}, p.import_id AS replaces FROM {table} n "  # noqa: S608
        f"LEFT JOIN ({latest(table, key, STOOD_BEFORE)}) p ON {same_key} "
        f"WHERE n.import_id = $1 ORDER BY n.position"
    )
    rows = session.frame(query, number)
    before = _texts(rows, [f"{column}_before" for column in columns], columns)
    after = _texts(rows, list(columns), columns)
    differs = before != after
    added = rows["replaces"].isna()
    replaced = differs.any(axis="columns") & ~added
    change = pd.Series(SAME, index=rows.index).mask(replaced, REPLACED).mask(added, ADDED)
    told = {
        name: _differences(texts[replaced], differs[replaced]).reindex(rows.index, fill_value="")
        for name, texts in (("before", before), ("after", after))
    }
    frame = rows.assign(table=table, change=change, of=_rest_of_key(rows, key), **told)
    for column in KEYS["attendance"]:
        if column not in frame:
            frame[column] = ""
    numbers = {column: frame[column].astype("Int64") for column in ("file_row", "replaces")}
    return frame.assign(**numbers)[list(CHANGE_COLUMNS)]


def _rest_of_key(rows: pd.DataFrame, key: tuple[str, ...]) -> pd.Series:
    """Return what tells a row from another beside training, district and agency, in words."""
    told = pd.Series("", index=rows.index, dtype="str")
    for column in (column for column in key if column not in KEYS["attendance"]):
        told = (told + " " + rows[column].astype("str")).str.strip()
    return told


def _texts(rows: pd.DataFrame, held: list[str], names: tuple[str, ...]) -> pd.DataFrame:
    """Return values as text, so that a blank equals a blank and both engines read the same."""
    told = {}
    for column, name in zip(held, names, strict=True):
        values = rows[column]
        if KINDS.get(name) == "day":
            told[name] = pd.to_datetime(values).dt.strftime("%Y-%m-%d").fillna("")
        elif KINDS.get(name) == "whole":
            told[name] = values.astype("Int64").astype("str").fillna("")
        elif KINDS.get(name) == "measure":
            told[name] = values.map(lambda value: "" if pd.isna(value) else f"{value:g}")
        else:
            told[name] = values.astype("str").fillna("")
    return pd.DataFrame(told, index=rows.index)


def _differences(texts: pd.DataFrame, differs: pd.DataFrame) -> pd.Series:
    """Return for each row the columns that differ, with their values."""
    told = [
        "; ".join(
            f"{column}: {value or 'blank'}"
            for column, value, other in zip(texts.columns, values, flags, strict=True)
            if other
        )
        for values, flags in zip(texts.to_numpy(), differs.to_numpy(), strict=True)
    ]
    return pd.Series(told, index=texts.index, dtype="str")
