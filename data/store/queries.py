"""What the store is asked: rows with the types of ``Records``."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from data.attendance.order import in_day_order
from data.attendance.rows import of_batches
from data.records.model import (
    ATTENDANCE_COLUMNS,
    COUNT_COLUMNS,
    FURTHER_COLUMNS,
    TRAINING_COLUMNS,
    Records,
    complete_to,
)
from data.records.programme import programme
from data.records.tables import KEYS, TABLES
from data.store.imports import Session
from data.store.schema import (
    IMPORT_COLUMNS,
    MAY_BE_NULL,
    MOMENTS,
    STANDING,
    kind,
    latest,
)
from geo.words.catalogue import _

#: ``counted``: whether participants are known, of imports that have trainings.
ALL_IMPORTS = (
    f"SELECT {', '.join(IMPORT_COLUMNS)}, CASE WHEN id IN ({STANDING}) "  # noqa: S608
    "THEN 1 ELSE 0 END AS stands, CASE WHEN participants > 0 OR trainings = 0 OR EXISTS ("
    f"SELECT 1 FROM attendance a WHERE a.import_id = imports.id AND "
    f"COALESCE({', '.join(f'a.{column}' for column in COUNT_COLUMNS)}) IS NOT NULL) "
    "THEN 1 ELSE 0 END AS counted FROM imports ORDER BY id DESC"
)
#: The import that stands of each source, or part of one.
OF_SOURCES = f"SELECT source, id FROM imports WHERE source <> '' AND id IN ({STANDING})"  # noqa: S608
LATEST_OF_SOURCE = (
    "SELECT id, rolled_back_by, rolled_back_at FROM imports WHERE source = $1 "
    "ORDER BY id DESC LIMIT 1"
)
PROBLEMS = (
    'SELECT table_name AS "table", file_row AS "row", column_name AS "column", '
    'written AS "value", reason, what_to_do FROM problems WHERE import_id = $1 '
    "ORDER BY table_name DESC, file_row"
)
#: Rows that wait for a district or an agency, of imports that stand. A row waits no longer once
#: a later import that stands tells of its training again, in a file of the same name or with
#: the same agency: then its place is in that import, or it waits there. A correction on a screen
#: tells of rows that count, and of none that waits.
HELD = (
    f"WITH stood AS (SELECT id, file_name FROM imports WHERE id IN ({STANDING})), "  # noqa: S608
    "waiting AS (SELECT h.*, s.file_name FROM held_rows h JOIN stood s ON s.id = h.import_id), "
    "told AS (SELECT DISTINCT r.import_id, r.training_id, r.agency, s.file_name FROM ("
    "SELECT import_id, training_id, agency FROM attendance UNION ALL "
    "SELECT import_id, training_id, agency FROM held_rows) r "
    "JOIN stood s ON s.id = r.import_id "
    "WHERE r.import_id > (SELECT min(import_id) FROM waiting) "
    "AND r.import_id NOT IN (SELECT import_id FROM whole_trainings)) "
    "SELECT w.import_id, w.file_name, w.file_row, w.kind, w.training_id, w.agency "
    "FROM waiting w WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.import_id > w.import_id "
    "AND (t.training_id = w.training_id OR w.training_id = '') "
    "AND (t.file_name = w.file_name OR (w.agency <> '' AND t.agency = w.agency))) "
    "ORDER BY w.import_id, w.file_row, w.kind"
)
#: A blank filter takes all rows.
BEHIND = (
    f"SELECT {', '.join(f'a.{column}' for column in ATTENDANCE_COLUMNS)}, "  # noqa: S608
    "t.title, t.date_start, t.date_end, t.status, a.import_id, i.file_name, a.file_row, "
    "i.who, i.imported_at FROM current_attendance a "
    "JOIN current_trainings t ON t.training_id = a.training_id "
    "JOIN imports i ON i.id = a.import_id WHERE ($1::text IS NULL OR a.adm2_pcode = $1) "
    "AND ($2::text IS NULL OR a.training_id = $2) AND ($3::text IS NULL OR a.agency = $3) "
    "ORDER BY t.date_start, a.import_id, a.position"
)

#: Not by the view, which a store may have from before.
CURRENT_ATTENDANCE = (
    f"SELECT {', '.join(ATTENDANCE_COLUMNS)} "  # noqa: S608
    f"FROM ({latest('attendance', KEYS['attendance'], STANDING)}) counted"
)


def of_training(session: Session, table: str, training_id: str) -> pd.DataFrame:
    """Return the rows of a training that count in a table, in the order in which they came."""
    return current(session, table, TABLES[table], "WHERE training_id = $1", training_id)


def filled(session: Session) -> list[str]:
    """Return the tables that have a row, whether it counts or not."""
    return [table for table in TABLES if _has_row(session, table)]


def current(
    session: Session, table: str, columns: Iterable[str], where: str = "", *values: object
) -> pd.DataFrame:
    """Return the rows of a table that count, in the order in which they came."""
    # Most stores leave most tables empty, and to ask for what counts takes longer.
    if not _has_row(session, table):
        return _without_rows(tuple(columns)).copy()
    query = f"SELECT {', '.join(columns)} FROM current_{table} {where}"  # noqa: S608 - constants
    return typed(session.frame(f"{query} ORDER BY import_id, position", *values))


@cache
def _without_rows(columns: tuple[str, ...]) -> pd.DataFrame:
    return typed(pd.DataFrame(columns=list(columns)))


def _has_row(session: Session, table: str) -> bool:
    return bool(session.run(f"SELECT 1 FROM {table} LIMIT 1"))  # noqa: S608 - a constant


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the types of ``Records``, whichever engine it came from."""
    return frame.assign(**{str(name): _typed(str(name), frame[name]) for name in frame})


def _typed(column: str, values: pd.Series) -> pd.Series:
    if column in MOMENTS:
        return pd.to_datetime(values, utc=True).astype("datetime64[s, UTC]")
    if column in FURTHER_COLUMNS:  # counts of an import; older ones have none
        return values.astype("Int64").fillna(0).astype("int64")
    if kind(column) == "DATE":
        return pd.to_datetime(values).astype("datetime64[s]")
    if kind(column) == "DOUBLE PRECISION":
        return values.astype("float64")
    if kind(column) == "BIGINT":
        return values.astype("Int64" if column in MAY_BE_NULL else "int64")
    return values.astype("str").fillna("")


def as_text(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a table of the types of ``Records`` as text: blank where nothing is known."""
    return rows.apply(_text)


def _text(values: pd.Series) -> pd.Series:
    """Return values as text, so that a blank equals a blank and both engines read the same."""
    if pd.api.types.is_datetime64_dtype(values):
        return values.dt.strftime("%Y-%m-%d").fillna("")
    if pd.api.types.is_float_dtype(values):
        return values.map(lambda value: "" if pd.isna(value) else f"{value:g}")
    return values.astype("str").fillna("")


def records(session: Session, today: date, wrong: str) -> Records:
    """Return the current rows as a set, as ``Store.records``.

    ``wrong`` says why today cannot be right; blank where it may be.
    """
    trainings = current(session, "trainings", TRAINING_COLUMNS)
    attendance = of_batches(session.batches(CURRENT_ATTENDANCE))
    tables = {name: current(session, name, columns) for name, columns in FURTHER_COLUMNS.items()}
    known = {name: _of_trainings(rows, trainings) for name, rows in tables.items()}
    further: dict[str, Any] = {name: rows for name, rows in known.items() if len(rows)}
    waiting = session.frame(HELD)[["import_id", "file_row"]].drop_duplicates()
    return Records(
        key="stored",
        title=_("Programme records"),
        notice=" ".join(filter(None, [_("Each row as it was imported."), wrong])),
        source=programme().body,
        as_of=complete_to(trainings, today),
        trainings=trainings,
        attendance=in_day_order(trainings, attendance)[0],
        rows_not_placed=len(waiting),
        **further,
    )


def _of_trainings(rows: pd.DataFrame, trainings: pd.DataFrame) -> pd.DataFrame:
    """Return a further table beside the trainings that count.

    A row of another training does not count, and of an input that another training took up it is
    not said which one, and when: what was recorded of its state stays.
    """
    if rows.empty:  # as most are; there may be many trainings
        return rows
    ids = {"", *trainings["training_id"]}
    if "training_id" in rows:
        rows = rows[rows["training_id"].isin(ids)].reset_index(drop=True)
    if "followed_up_by" in rows:
        gone = ~rows["followed_up_by"].isin(ids)
        by, day = (rows[name].mask(gone) for name in ("followed_up_by", "followed_up_on"))
        rows = rows.assign(followed_up_by=by.fillna(""), followed_up_on=day)
    return rows


def left_alone(session: Session) -> str:
    """Say what counts no more only as its training does not; blank where there is nothing."""
    gone = "NOT IN (SELECT training_id FROM current_trainings)"
    others = [name for name in FURTHER_COLUMNS if "training_id" in KEYS[name]]
    told = {
        name: session.run(f"SELECT count(*) FROM current_{name} WHERE training_id {gone}")[0][0]  # noqa: S608
        for name in others
        if _has_row(session, name)
    }
    taken_up = 0
    if "inputs" in told:
        [(taken_up,)] = session.run(
            f"SELECT count(*) FROM current_inputs WHERE NOT training_id {gone} "  # noqa: S608
            f"AND followed_up_by <> '' AND followed_up_by {gone}"
        )
    rows = ", ".join(f"{number:,} {name}" for name, number in told.items() if number)
    of_others = _("Of trainings that do not count by now, these do not count either: {rows}.")
    of_inputs = _(
        "Of {n:,} inputs it is not said which training followed them up, as it does not count by "
        "now; correct them if they are open."
    )
    words = [of_others.format(rows=rows)] * bool(rows) + [of_inputs.format(n=taken_up)] * bool(
        taken_up
    )
    return " ".join(words)
