"""What one import did to the records: which rows it added, replaced, or found the same."""

import pandas as pd

from data.records.tables import KEYS, TABLES
from data.store.imports import Session
from data.store.queries import typed
from data.store.schema import STOOD_BEFORE, latest

ADDED, REPLACED, SAME = "added", "replaced", "same"
CHANGE_COLUMNS = (
    *("table", "file_row", *KEYS["attendance"], "of"),
    *("change", "replaces", "before", "after"),
)


def changes_of(session: Session, number: int) -> pd.DataFrame:
    """Return one row for each row of an import, against what counted just before it."""
    tables = [_against_before(session, table, number) for table in TABLES]
    return pd.concat([rows for rows in tables if len(rows)] or tables[:1], ignore_index=True)


def _against_before(session: Session, table: str, number: int) -> pd.DataFrame:
    key = KEYS[table]
    columns = [column for column in TABLES[table] if column not in key]
    newer = ", ".join(f"n.{column}" for column in ("file_row", *key, *columns))
    earlier = ", ".join(f"p.{column} AS {column}_before" for column in columns)
    same_key = " AND ".join(f"p.{column} = n.{column}" for column in key)
    query = (
        f"SELECT {newer}, {earlier}, p.import_id AS replaces FROM {table} n "  # noqa: S608
        f"LEFT JOIN ({latest(table, key, STOOD_BEFORE)}) p ON {same_key} "
        f"WHERE n.import_id = $1 ORDER BY n.position"
    )
    rows = session.frame(query, number)
    before = rows[[f"{column}_before" for column in columns]].set_axis(columns, axis="columns")
    before, after = (typed(values).apply(_text) for values in (before, rows[columns]))
    differs = before != after
    added = rows["replaces"].isna()
    replaced = differs.any(axis="columns") & ~added
    change = pd.Series(SAME, index=rows.index).mask(replaced, REPLACED).mask(added, ADDED)
    contents = {
        name: _differences(texts[replaced], differs[replaced]).reindex(rows.index, fill_value="")
        for name, texts in (("before", before), ("after", after))
    }
    frame = rows.assign(table=table, change=change, of=_rest_of_key(rows, key), **contents)
    for column in KEYS["attendance"]:
        if column not in frame:
            frame[column] = ""
    numbers = {column: frame[column].astype("Int64") for column in ("file_row", "replaces")}
    return frame.assign(**numbers)[list(CHANGE_COLUMNS)]


def _rest_of_key(rows: pd.DataFrame, key: tuple[str, ...]) -> pd.Series:
    """Return what tells a row from another beside training, district and agency, in words."""
    words = pd.Series("", index=rows.index, dtype="str")
    for column in (column for column in key if column not in KEYS["attendance"]):
        words = (words + " " + rows[column].astype("str")).str.strip()
    return words


def _text(values: pd.Series) -> pd.Series:
    """Return values as text, so that a blank equals a blank and both engines read the same."""
    if pd.api.types.is_datetime64_dtype(values):
        return values.dt.strftime("%Y-%m-%d").fillna("")
    if pd.api.types.is_float_dtype(values):
        return values.map(lambda value: "" if pd.isna(value) else f"{value:g}")
    return values.astype("str").fillna("")


def _differences(texts: pd.DataFrame, differs: pd.DataFrame) -> pd.Series:
    """Return for each row the columns that differ, with their values."""
    words = [
        "; ".join(
            f"{column}: {value or 'blank'}"
            for column, value, other in zip(texts.columns, values, flags, strict=True)
            if other
        )
        for values, flags in zip(texts.to_numpy(), differs.to_numpy(), strict=True)
    ]
    return pd.Series(words, index=texts.index, dtype="str")
