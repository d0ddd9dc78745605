"""The tables of the store, in SQL that DuckDB and PostgreSQL both take as it stands.

Rows are never changed: each import adds its own version of them, and a roll-back marks the
import. The current row of a training, or of a training x home district x agency, is that of
the latest import that stands. So a roll-back brings back what was there before it and leaves
later imports alone, and an import of a file never takes rows away that it does not name.

An import of a source is the whole of that source: an earlier one of the same source stands no
longer once a later one does, so that what is gone from the source counts no more. A roll-back
of the later one brings the earlier one back.

An import may be the whole of some trainings in some tables (``whole_trainings``): while it stands,
rows of these in earlier imports count no more.
"""

from collections.abc import Iterable

import pyarrow as pa

from data.records.model import FURTHER_COLUMNS
from data.records.tables import KEYS, KINDS
from data.records.tables import TABLES as RECORDS

#: The words ``table``, ``row``, ``column`` and ``value`` have a meaning of their own in SQL.
PROBLEM_COLUMNS = ("table_name", "file_row", "column_name", "written", "reason", "what_to_do")
#: Of each row: its import, its position among the accepted rows, and its row of the file.
OWN_COLUMNS = ("import_id", "position", "file_row")

WHOLE_NUMBERS = (
    *OWN_COLUMNS,
    *RECORDS,
    *("id", "participants", "problems", "stands", "counted"),
    *("merged_duplicates", "rolled_back_after", "version", "number", "takes_files"),
)
#: Moments are kept in UTC, without a time zone, so that both engines say the same.
MOMENTS = (
    *("imported_at", "rolled_back_at", "kept_at", "done_at", "decided_at", "undone_at"),
    *("granted_at", "ended_at"),
)

#: ``rolled_back_after`` is the number of the latest import when this one was rolled back:
#: imports up to that one were made while it stood.
IMPORT_COLUMNS = (
    "id",
    "who",
    "imported_at",
    "file_name",
    "source",
    "reason",
    "content_hash",
    "trainings",
    "attendance",
    "participants",
    *FURTHER_COLUMNS,
    "problems",
    "merged_duplicates",
    "rolled_back_at",
    "rolled_back_by",
    "rolled_back_after",
)
TABLES = {
    "imports": IMPORT_COLUMNS,
    **{name: (*OWN_COLUMNS, *columns) for name, columns in RECORDS.items()},
    "problems": ("import_id", *PROBLEM_COLUMNS),
    "held_rows": ("import_id", "file_row", "kind", "training_id", "agency"),
    "whole_trainings": ("import_id", "table_name", "training_id"),
    "settings": ("setting", "words", "who", "kept_at"),
    "audit": ("number", "done_at", "who", "did", "what", "address", "seal_before", "seal"),
    "decisions": (
        *("number", "decision_key", "kind", "written", "province", "answer", "who", "decided_at"),
        *("undone_by", "undone_at"),
    ),
    "grants": (
        *("number", "of_whom", "role", "provinces", "takes_files", "who", "granted_at"),
        *("ended_by", "ended_at"),
    ),
}
#: Columns that came after their table had been made somewhere.
LATER_COLUMNS = {"imports": (*FURTHER_COLUMNS, "source", "reason"), "audit": ("address",)}
#: Every row of every table, as it is kept.
WHOLE_TABLES = {
    name: f"SELECT {', '.join(columns)} FROM {name}"  # noqa: S608 - made of constants
    for name, columns in TABLES.items()
}
#: The tables that every file of records has had; the others came later.
FIRST_TABLES = ("imports", "trainings", "attendance", "problems")
UNIQUE = ("id", "setting", "number")
#: Where a blank means that nothing is known, or that nothing has happened.
MAY_BE_NULL = (
    *MOMENTS,
    *FURTHER_COLUMNS,
    *(name for name, kind_ in KINDS.items() if kind_ in ("whole", "measure")),
    *("notified_on", "followed_up_on", "file_row", "source", "reason"),
    *("rolled_back_by", "rolled_back_after", "ended_by", "address", "undone_by"),
)
#: The types of columns, as both engines name them.
ENGINE_KINDS = {"day": "DATE", "measure": "DOUBLE PRECISION", "whole": "BIGINT", "text": "TEXT"}

#: The same types outside of the engines.
ARROW_KINDS = {
    "TEXT": pa.string(),
    "BIGINT": pa.int64(),
    "DATE": pa.date32(),
    "DOUBLE PRECISION": pa.float64(),
    "TIMESTAMP": pa.timestamp("us"),
}


def kind(column: str) -> str:
    """Return the type of a column, as both engines name it."""
    if column in KINDS:
        return ENGINE_KINDS[KINDS[column]]
    if column in MOMENTS:
        return "TIMESTAMP"
    return "BIGINT" if column in WHOLE_NUMBERS else "TEXT"


def is_whole(columns: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a store has all tables and columns: its pairs of table and column are given."""
    needed = {(table, column) for table, names in TABLES.items() for column in names}
    return needed <= set(columns)


def _table(name: str, columns: tuple[str, ...]) -> str:
    described = []
    for column in columns:
        unique = " PRIMARY KEY" if column in UNIQUE else ""
        needed = "" if column in MAY_BE_NULL else " NOT NULL"
        described.append(f"{column} {kind(column)}{needed}{unique}")
    return f"CREATE TABLE IF NOT EXISTS {name} ({', '.join(described)})"


def latest(table: str, key: tuple[str, ...], standing: str) -> str:
    """Return the query of the latest version of each row, over the imports that stand.

    What only one import tells of, by the first column of the key, is taken as it is: to sort
    ten million rows into versions takes many times as long as to read them.
    """
    columns, about = ", ".join(TABLES[table]), key[0]
    again = (
        f"SELECT {about} FROM {table} WHERE import_id IN ({standing}) "  # noqa: S608 - constants
        f"GROUP BY {about} HAVING min(import_id) < max(import_id)"
    )
    whole = ""
    if "training_id" in key:
        again += f" UNION SELECT training_id FROM whole_trainings WHERE table_name = '{table}'"  # noqa: S608
        whole = (
            " AND NOT EXISTS (SELECT 1 FROM whole_trainings w "  # noqa: S608 - made of constants
            f"WHERE w.table_name = '{table}' AND w.training_id = t.training_id "
            f"AND w.import_id > t.import_id AND w.import_id IN ({standing}))"
        )
    return (
        f"SELECT {columns} FROM {table} WHERE import_id IN ({standing}) "  # noqa: S608
        f"AND {about} NOT IN ({again}) UNION ALL "
        f"SELECT {columns} FROM (SELECT t.*, row_number() OVER "
        f"(PARTITION BY {', '.join(f't.{column}' for column in key)} ORDER BY t.import_id DESC) "
        f"AS version FROM {table} t WHERE t.import_id IN ({standing}) "
        f"AND t.{about} IN ({again}){whole}) versions WHERE version = 1"
    )


def pairs(table: str, standing: str) -> tuple[str, str]:
    """Return what pairs each row ``n`` of import $1 with the latest ``p``, and where they differ.

    The latest is over the imports that stand; there is none where ``p.import_id`` is null.
    """
    key = KEYS[table]
    same_key = " AND ".join(f"p.{column} = n.{column}" for column in key)
    columns = [column for column in RECORDS[table] if column not in key]
    differs = " OR ".join(f"n.{column} IS DISTINCT FROM p.{column}" for column in columns)
    counted = latest(table, key, standing)
    return f"FROM {table} n LEFT JOIN ({counted}) p ON {same_key} WHERE n.import_id = $1", differs


def _standing(condition: str) -> str:
    """Return the query of the numbers of imports ``i`` that a condition holds of.

    Of several of one source only the latest is among them.
    """
    later = condition.replace("i.", "j.")
    return (
        f"SELECT i.id FROM imports i WHERE {condition} AND NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM imports j WHERE j.source = i.source AND j.id > i.id AND {later})"
    )


STANDING = _standing("i.rolled_back_after IS NULL")
#: Of the imports before number $1, those that stood when it was made.
STOOD_BEFORE = _standing("i.id < $1 AND (i.rolled_back_after IS NULL OR i.rolled_back_after >= $1)")

#: What tells one state of the records from another; the audit, words and decisions are no records.
STATE = (
    "SELECT count(*), count(rolled_back_after), max(imported_at), max(rolled_back_at), "
    "sum(CASE WHEN rolled_back_after IS NULL THEN 0 ELSE id END), "
    "(SELECT content_hash FROM imports ORDER BY id DESC LIMIT 1) FROM imports"
)

#: Makes what is not there yet, of a new store as of one from before a table came.
SCHEMA = (
    *(_table(name, columns) for name, columns in TABLES.items()),
    *(
        f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS {column} {kind(column)}"
        for table, columns in LATER_COLUMNS.items()
        for column in columns
    ),
    *(
        f"CREATE OR REPLACE VIEW current_{table} AS {latest(table, key, STANDING)}"
        for table, key in KEYS.items()
    ),
)
