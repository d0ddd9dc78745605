"""Taking one checked file into the store, rolling it back, and what it changed."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from pathlib import PureWindowsPath
from typing import Any, Protocol

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import ArrayLike
from pyarrow import csv

from data.checking.check import Checked
from data.records.digest import Digest
from data.records.model import FURTHER_COLUMNS, in_words
from data.records.personal_data import HIDDEN, LONGEST_SHOWN, looks_personal
from data.records.programme import programme
from data.records.tables import KEYS
from data.records.tables import TABLES as RECORDS
from data.store.errors import NotStored
from data.store.schema import IMPORT_COLUMNS, STANDING, TABLES, pairs
from geo.words.catalogue import _
from geo.words.listing import listing


class Session(Protocol):
    """Statements within one transaction of the store; ``$1`` stands for the first value."""

    def run(self, statement: str, *values: object) -> list[tuple]:
        """Run a statement and return its rows."""

    def frame(self, query: str, *values: object) -> pd.DataFrame:
        """Return the rows of a query as a table."""

    def batches(self, query: str) -> Iterator[pa.RecordBatch]:
        """Return the rows of a query part by part, in whichever order is quickest."""

    def append(self, table: str, rows: pd.DataFrame) -> None:
        """Add rows to a table, column by name."""


@dataclass(frozen=True)
class Import:
    """One file that was taken in: when, by whom, and how much.

    Attributes
    ----------
    id
        Counted from 1; a higher one is a later import and takes precedence.
    who, imported_at, file_name
        ``imported_at`` in UTC; the name without its folders.
    source
        The source of which it is the whole, so that it takes the place of the one before it;
        None for a file that somebody chose.
    reason
        Why a training was entered, corrected or taken out on a screen; None for a file or source.
    content_hash
        SHA-256 of the accepted rows: the same rows from another kind of file are the same.
    trainings, attendance, participants, problems, merged_duplicates
        Rows accepted, participants whose number is recorded, problems, and duplicates.
    assessments, committees, targets, layers, inputs
        Rows accepted.
    repeated
        Whether the same content was there already, so that nothing has changed; the rest then
        tells of the earlier import.
    overlaid_by
        Of a file that is repeated: the later imports that tell some of its rows otherwise, so
        that the records do not have these as the file does.
    """

    id: int
    who: str
    imported_at: datetime
    file_name: str
    content_hash: str
    trainings: int
    attendance: int
    participants: int
    problems: int
    merged_duplicates: int
    assessments: int = 0
    committees: int = 0
    targets: int = 0
    layers: int = 0
    inputs: int = 0
    source: str | None = None
    reason: str | None = None
    repeated: bool = False
    overlaid_by: tuple[int, ...] = ()

    @property
    def overlaid_in_words(self) -> str:
        """Say that not all rows count as the file has them, and what to do; mostly blank."""
        if not self.overlaid_by:
            return ""
        return _(
            "Some of its rows do not count as it has them: import {later} told them otherwise "
            "later. If they are to count again, undo that one, or undo import {number} and import "
            "the file again."
        ).format(later=", ".join(map(str, self.overlaid_by)), number=self.id)


#: Trainings that a refusal names.
MOST_NAMED = 10
LOOK = _("Nothing was changed. Look at the history.")
STORED = tuple(field.name for field in fields(Import) if field.name in IMPORT_COLUMNS)
_SELECT = f"SELECT {', '.join(STORED)} FROM imports"  # noqa: S608 - made of constants


def tables_of(checked: Checked) -> dict[str, pd.DataFrame]:
    """Return the accepted rows of an upload by table; of the further ones those that it has."""
    tables = {"trainings": checked.trainings, "attendance": checked.attendance, **checked.further}
    return {name: tables[name][list(RECORDS[name])] for name in RECORDS if name in tables}


def content_hash(checked: Checked) -> str:
    """Return the SHA-256 of the accepted rows, in their order, as 64 hexadecimal digits."""
    digest = Digest()
    for frame in tables_of(checked).values():
        written = pa.PythonFile(digest, "w")
        csv.write_csv(pa.Table.from_pandas(frame, preserve_index=False), written)
    return digest.sha.hexdigest()


def described(
    checked: Checked,
    file_name: str,
    who: str,
    at: datetime,
    source: str | None = None,
    reason: str | None = None,
) -> Import:
    """Return what is to be said of an import; its number is given by the store.

    Raises
    ------
    NotStored
        If no row was accepted, unless a reason says that a training is taken out.
    ValueError
        If ``at`` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("at: a moment without a time zone")
    name = one_line(PureWindowsPath(file_name).name)
    if reason is None and not len(checked.trainings) and not checked.further:
        advice = _("Nothing was changed. Settle the problems first.")
        raise NotStored(_("No training was accepted."), name, advice)
    sizes: dict[str, Any] = dict.fromkeys(RECORDS, 0)
    sizes |= {name: len(table.accepted) for name, table in checked.tables.items()}
    return Import(
        id=0,
        who=one_line(who),
        imported_at=at.astimezone(UTC).replace(microsecond=0),
        file_name=name,
        content_hash=content_hash(checked),
        participants=checked.participants_accepted,
        problems=len(checked.problems),
        merged_duplicates=sum(len(table.duplicates) for table in checked.tables.values()),
        source=one_line(source) if source else None,
        reason=None if reason is None else " ".join(reason.split()),
        **sizes,
    )


def like(session: Session, new: Import) -> Import | None:
    """Return the import that stands with the same content, as ``of_content``; None where none does.

    What was given a reason is never the same: a training can be corrected back to what it was.
    """
    return None if new.reason is not None else of_content(session, new.content_hash, new.source)


def of_content(session: Session, content: str, source: str | None) -> Import | None:
    """Return the latest import that stands of a content (its hash), ``repeated``; None for none.

    Of a source it is only its own latest import, and for somebody's file (no source) only one of a
    file: rows of a file stay when a source changes, or what was entered on a screen is undone.
    """
    same = (
        f"{_SELECT} WHERE content_hash = $1 AND source IS NOT DISTINCT FROM $2::text "
        f"AND reason IS NULL AND id IN ({STANDING}) ORDER BY id DESC LIMIT 1"
    )
    for row in session.run(same, content, source):
        values = dict(zip(STORED, row, strict=True))
        # An import from before these tables came has no number of them.
        values |= {name: values[name] or 0 for name in FURTHER_COLUMNS}
        values["imported_at"] = values["imported_at"].replace(tzinfo=UTC)
        later = _overlaid_by(session, values["id"]) if source is None else ()
        return Import(**values, repeated=True, overlaid_by=later)
    return None


def _overlaid_by(session: Session, number: int) -> tuple[int, ...]:
    """Return the imports that tell rows of an import otherwise than it does, and count."""
    found = set[int]()
    for table in RECORDS:
        paired, differs = pairs(table, STANDING)
        taken_out = "NULL"
        if "training_id" in KEYS[table]:
            taken_out = (
                "(SELECT max(w.import_id) FROM whole_trainings w "  # noqa: S608 - constants
                f"WHERE w.table_name = '{table}' AND w.training_id = n.training_id "
                f"AND w.import_id IN ({STANDING}))"
            )
        later = f"SELECT DISTINCT coalesce(p.import_id, {taken_out}) {paired}"
        rows = session.run(f"{later} AND (p.import_id IS NULL OR {differs})", number)
        found |= {int(one) for (one,) in rows if one is not None}
    return tuple(sorted(found))


def add(session: Session, new: Import, checked: Checked) -> Import:
    """Take the accepted rows and the problems in; the same content again changes nothing."""
    earlier = like(session, new)
    if earlier is not None:
        return earlier
    wrong = clock_fault(session, new.imported_at.date())
    if wrong:
        raise NotStored(wrong, new.file_name, _("Nothing was changed."))
    [(latest,)] = session.run("SELECT coalesce(max(id), 0) FROM imports")
    new = replace(new, id=latest + 1)
    values = {column: getattr(new, column) for column in STORED}
    values["imported_at"] = new.imported_at.replace(tzinfo=None)
    session.append("imports", pd.DataFrame([values]))
    for table, frame in tables_of(checked).items():
        session.append(table, _of_import(frame, new.id, checked.tables[table].rows_of_file))
    if len(checked.problems):  # most files have none, and no rows wait
        session.append("problems", _problems(checked.problems, new.id))
    if len(checked.held):
        held = checked.held.rename(columns={"row": "file_row"}).assign(import_id=new.id)
        session.append("held_rows", held[list(TABLES["held_rows"])])
    return new


def clock_fault(session: Session, today: date) -> str:
    """Return why today cannot be right, and what to do; blank where it may be."""
    latest = session.run(
        "SELECT id, imported_at FROM imports WHERE rolled_back_after IS NULL "
        "ORDER BY imported_at DESC LIMIT 1"
    )
    before, which = programme().claims.as_of, 0
    words = _(
        "The clock of this machine says {today}, which is before {before}, up to which figures "
        "have been published. Set it."
    )
    for number, moment in latest:
        if moment.date() > before:
            before, which = moment.date(), number
            words = _(
                "The clock of this machine says {today}, which is before {before}, the day of "
                "import {number}. Set it; if it is right, that import was made by a wrong one: "
                "take it out and import its file again."
            )
    said = words.format(today=in_words(today), before=in_words(before), number=which)
    return "" if today >= before else said


def require(session: Session, number: int) -> None:
    """Raise ``NotStored`` if there is no import of that number."""
    if not session.run("SELECT id FROM imports WHERE id = $1", number):
        raise NotStored(
            _("There is no import of that number."),
            _("Import {number}").format(number=number),
            LOOK,
        )


def _of_import(frame: pd.DataFrame, number: int, rows: ArrayLike | None) -> pd.DataFrame:
    file_row = pd.array([pd.NA] * len(frame) if rows is None else np.asarray(rows), dtype="Int64")
    position = np.arange(len(frame))
    return frame.assign(import_id=number, position=position, file_row=file_row)


def _problems(problems: pd.DataFrame, number: int) -> pd.DataFrame:
    names = {"table": "table_name", "row": "file_row", "column": "column_name", "value": "written"}
    rows = problems.rename(columns=names).assign(import_id=number)
    for column in ("table_name", "column_name", "written", "reason", "what_to_do"):
        rows[column] = kept_text(rows[column])
    return rows[list(TABLES["problems"])]


def moment(at: datetime) -> datetime:
    """Return a moment as it is kept: in UTC and whole seconds, without a time zone."""
    return at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def kept_text(texts: Iterable[object]) -> list[str]:
    """Return texts as they are kept: a server takes none with the character 0 in it."""
    return [str(text).replace("\0", "\ufffd") for text in texts]


def listed(trainings: set[str]) -> str:
    """Name trainings in a refusal, the first of them."""
    return listing(map(one_line, sorted(trainings)), MOST_NAMED)


def one_line(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Return a name as one short line that shows no person's number or address."""
    plain = "".join(" " if unicodedata.category(c).startswith("C") else c for c in text)
    line = " ".join(plain.split())[:longest]
    return HIDDEN if looks_personal(line) else line
