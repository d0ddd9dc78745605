"""What an import did to the rows that counted before it, by number and row by row."""

from dataclasses import dataclass

import pandas as pd

from data.records.model import COUNT_COLUMNS
from data.records.tables import KEYS, TABLES
from data.store.imports import Session
from data.store.queries import as_text, filled, typed
from data.store.schema import STOOD_BEFORE, latest, pairs

ADDED, REPLACED, SAME, WITHDRAWN = "added", "replaced", "same", "withdrawn"
KINDS = (ADDED, REPLACED, WITHDRAWN, SAME)
#: Of a row: its file row and key; what it is of beside them; its participants, ``<NA>`` where no
#: count is recorded and in other tables than attendance; what became of it, the import whose row it
#: took over from, and the columns that differ, as text. One withdrawn has no file row.
COLUMNS = (
    *("table", "file_row", *KEYS["attendance"], "of", "participants"),
    *("change", "replaces", "before", "after"),
)


@dataclass(frozen=True, eq=False)
class Changes:
    """What an import did or would do.

    Attributes
    ----------
    counts
        How many rows of each table (the index) it adds, replaces, takes out and leaves the same:
        the columns are ``KINDS``. No row where it is in already.
    rows
        ``COLUMNS``, where they were asked for.
    """

    counts: pd.DataFrame
    rows: pd.DataFrame


def nothing() -> Changes:
    """Return that nothing changes."""
    counts = pd.DataFrame(columns=list(KINDS), dtype="int64").rename_axis("table")
    return Changes(counts, pd.DataFrame(columns=list(COLUMNS), dtype="str"))


def counts_of(session: Session, number: int) -> pd.DataFrame:
    """Return how many rows of each table an import added, replaced, took out and left the same.

    The index is ``table``, of those tables in which there is any; the columns are ``KINDS``.
    """
    counts, withdraws = {}, _may_withdraw(session, number)
    for table in filled(session):
        paired, differs = pairs(table, STOOD_BEFORE)
        told = session.run(
            f"SELECT {_change(differs)} AS change, count(*) {paired} GROUP BY 1", number
        )
        [(gone,)] = session.run(f"SELECT count(*) {_gone(table)}", number) if withdraws else [(0,)]
        counts[table] = {**dict.fromkeys(KINDS, 0), **dict(told), WITHDRAWN: gone}
    frame = pd.DataFrame.from_dict(counts, orient="index", columns=list(KINDS), dtype="int64")
    return frame[frame.sum(axis=1) > 0].rename_axis("table")


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Return of rows of ``changes_of`` what ``counts_of`` returns."""
    counts = pd.crosstab(rows["table"], rows["change"]).reindex(columns=list(KINDS), fill_value=0)
    listed = [table for table in TABLES if table in counts.index]
    return counts.loc[listed].rename_axis(columns=None)


def changes_of(session: Session, number: int) -> pd.DataFrame:
    """Return one row for each row of an import, against what counted just before it.

    Then those that it took out: that the import of the same source before it had, or that counted
    of a training of which it is the whole.
    """
    with_rows = filled(session) or ["trainings"]
    tables = [_against_before(session, table, number) for table in with_rows]
    if _may_withdraw(session, number):
        tables += [_withdrawn(session, table, number) for table in with_rows]
    return pd.concat([rows for rows in tables if len(rows)] or tables[:1], ignore_index=True)


def _change(differs: str) -> str:
    return (
        f"CASE WHEN p.import_id IS NULL THEN '{ADDED}' WHEN {differs} THEN '{REPLACED}' "
        f"ELSE '{SAME}' END"
    )


def _against_before(session: Session, table: str, number: int) -> pd.DataFrame:
    key = KEYS[table]
    columns = [column for column in TABLES[table] if column not in key]
    paired, differs = pairs(table, STOOD_BEFORE)
    rows = session.frame(
        f"SELECT {', '.join(f'n.{column}' for column in ('file_row', *key))}, "
        f"{_participants(table, 'n')} AS participants, p.import_id AS replaces, "
        f"{_change(differs)} AS change {paired} ORDER BY n.position",
        number,
    )
    replaced = rows.index[rows["change"] == REPLACED]
    if replaced.empty:
        return _listed(table, rows.assign(before="", after=""))
    newer = ", ".join(f"n.{column}, p.{column} AS {column}_before" for column in columns)
    values = session.frame(
        f"SELECT {newer} {paired} AND p.import_id IS NOT NULL AND ({differs}) ORDER BY n.position",
        number,
    ).set_axis(replaced)
    before = values[[f"{column}_before" for column in columns]].set_axis(columns, axis="columns")
    before, after = (as_text(typed(one)) for one in (before, values[columns]))
    contents = {
        name: _differences(texts, before != after).reindex(rows.index, fill_value="")
        for name, texts in (("before", before), ("after", after))
    }
    return _listed(table, rows.assign(**contents))


def _may_withdraw(session: Session, number: int) -> bool:
    """Tell whether an import can take rows out; to ask which ones takes longer."""
    before = "SELECT 1 FROM imports WHERE id < $1 AND source = (SELECT source FROM imports"
    whole = "SELECT 1 FROM whole_trainings WHERE import_id = $1"
    return bool(session.run(f"{before} WHERE id = $1) UNION ALL {whole} LIMIT 1", number))


def _gone(table: str) -> str:
    """Return what gives the rows that an import took out."""
    key = KEYS[table]
    columns = [column for column in TABLES[table] if column not in key]
    same_key = " AND ".join(f"p.{column} = n.{column}" for column in key)
    selected = ", ".join(("import_id", "position", *key, *columns))
    gone = (
        f"SELECT {selected} FROM {table} WHERE import_id = (SELECT max(id) FROM imports "  # noqa: S608
        f"WHERE source = (SELECT source FROM imports WHERE id = $1) AND id IN ({STOOD_BEFORE}))"
    )
    if "training_id" in key:
        counted = latest(table, key, STOOD_BEFORE)
        gone += (
            f" UNION ALL SELECT {selected} FROM ({counted}) c WHERE c.training_id IN "  # noqa: S608
            f"(SELECT training_id FROM whole_trainings WHERE import_id = $1 "
            f"AND table_name = '{table}')"
        )
    there = f"SELECT 1 FROM {table} n WHERE n.import_id = $1 AND {same_key}"  # noqa: S608
    return f"FROM ({gone}) p WHERE NOT EXISTS ({there})"


def _withdrawn(session: Session, table: str, number: int) -> pd.DataFrame:
    columns = [column for column in TABLES[table] if column not in KEYS[table]]
    selected = ", ".join(f"p.{column}" for column in (*KEYS[table], *columns))
    query = (
        f"SELECT {selected}, {_participants(table, 'p')} AS participants, "
        f"p.import_id AS replaces {_gone(table)} ORDER BY p.position"
    )
    rows = session.frame(query, number)
    before = as_text(typed(rows[columns]))
    words = _differences(before, before != "").reindex(rows.index, fill_value="")
    told = rows.assign(change=WITHDRAWN, before=words, after="")
    return _listed(table, told.assign(file_row=pd.Series(pd.NA, index=rows.index, dtype="Int64")))


def _participants(table: str, rows: str) -> str:
    """Return what gives the participants of a row of attendance; NULL where none are recorded."""
    if table != "attendance":
        return "NULL"
    counts = [f"{rows}.{column}" for column in COUNT_COLUMNS]
    known = " + ".join(f"COALESCE({count}, 0)" for count in counts)
    return f"CASE WHEN COALESCE({', '.join(counts)}) IS NOT NULL THEN {known} END"


def _listed(table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table as they are listed, with ``COLUMNS``."""
    # What tells a row from another beside training, district and agency, in words.
    of = pd.Series("", index=rows.index, dtype="str")
    for column in (column for column in KEYS[table] if column not in KEYS["attendance"]):
        of = (of + " " + rows[column].astype("str")).str.strip()
    frame = rows.assign(table=table, of=of).astype(dict.fromkeys(KEYS[table], "str"))
    for column in KEYS["attendance"]:
        if column not in frame:
            frame[column] = ""
    numbers = {
        column: frame[column].astype("Int64") for column in ("file_row", "participants", "replaces")
    }
    return frame.assign(**numbers)[list(COLUMNS)]


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
