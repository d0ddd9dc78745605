"""The programme's records on disk: imports, their history, roll-back, and the way of a figure.

Without a server they are one file, ``records/records.duckdb``; with ``DATABASE_URL`` they are
in PostgreSQL. Both take the same statements.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd

from data.access.rights import Person, Right
from data.checking.check import Checked
from data.records.model import FURTHER_COLUMNS, Records
from data.store import audit, changes, imports, queries
from data.store.allowed import Used, needs, require, require_own
from data.store.changes import Changes
from data.store.errors import NotStored
from data.store.imports import Import, moment
from data.store.schema import WHOLE_TABLES
from data.store.tables import corrections
from data.store.tables.corrections import TrainingTable
from data.store.tables.decisions import DecisionTable
from data.store.tables.people import GrantTable
from geo.words.catalogue import _

HISTORY_COLUMNS = (
    *("id", "imported_at", "who", "file_name", "source", "reason"),
    *("trainings", "attendance", "participants", *FURTHER_COLUMNS),
    *("problems", "merged_duplicates", "state", "rolled_back_at", "rolled_back_by"),
)
STANDS, ROLLED_BACK = _("in the records"), _("undone")
#: Of an import of a source, once the source has been taken in again.
TAKEN_OVER = _("taken over by a later one")


class Store(Used):
    """The records of the programme. Every method may raise a ``StoreError``.

    It holds no file open between two calls, and can be shared by threads. Whoever runs the
    machine may do everything with it; in the hands of another person (``used_by``) a method is
    refused where that one lacks the right that stands above it.
    """

    def used_by(self, person: Person, address: str = "") -> Store:
        """Return the same store in the hands of a person; the audit has ``address`` of them."""
        return Store(self._place, person, address)

    @property
    def people(self) -> GrantTable:
        """Who has which role."""
        return GrantTable(self._place, self.person, self._address)

    @property
    def decisions(self) -> DecisionTable:
        """What is settled about names, agencies and columns."""
        return DecisionTable(self._place, self.person, self._address)

    @property
    def trainings(self) -> TrainingTable:
        """The trainings one by one, to look at and to correct."""
        return TrainingTable(self._place, self.person, self._address)

    @property
    def where(self) -> str:
        """The file or the server, without its password."""
        return self._place.where

    def state(self) -> str:
        """Return a text that is another one after each import and roll-back.

        What was loaded is kept by it. No row of the audit and no wording makes it another one.
        """
        return self._place.state()

    @needs(Right.IMPORT)
    def add(
        self,
        checked: Checked,
        *,
        file_name: str,
        who: str,
        at: datetime,
        source: str | None = None,
    ) -> Import:
        """Take in what was accepted, and the problems, as one import: all of it or nothing.

        The import is ``repeated`` where the same content is in already: nothing has changed.

        Parameters
        ----------
        at
            When, with its time zone.
        source
            The source of which it is the whole: it takes the place of the import before it, and
            what is gone from the source counts no more. None for a file that somebody chose.

        Raises
        ------
        NotStored
            If no training was accepted; if it tells of more than the provinces of the ``person``
            (``allowed.require_own``), or a training otherwise than it was corrected on screen; if
            ``at`` cannot be right, as ``clock_fault`` has it: whether a training has been held is
            told by the clock.
        """
        if source:  # which takes the place of what others may have reported
            require(self, Right.LOOK)
        new = imports.described(checked, file_name, who, at, source)
        with self._place.writing() as session:
            require_own(session, checked, self.person)
            corrections.require_agreement(session, new, checked)
            added = imports.add(session, new, checked)
            if not added.repeated:
                noted = f"import {added.id}, {added.file_name}"
                audit.append(session, at, who, "imported", noted, self._address)
            return added

    @needs(Right.LOOK)
    def changes_ahead(
        self, checked: Checked, *, source: str, at: datetime, listed: bool = True
    ) -> Changes:
        """Return what an import of a source would change; nothing is kept. Raises as ``add``.

        Its rows are told where they are to be ``listed``.
        """
        new = imports.described(checked, source, source, at, source)
        with self._place.trying() as session:
            corrections.require_agreement(session, new, checked)
            added = imports.add(session, new, checked)
            if added.repeated:
                return changes.nothing()
            if not listed:
                return Changes(changes.counts_of(session, added.id), changes.nothing().rows)
            rows = changes.changes_of(session, added.id)
            return Changes(changes.counted(rows), rows)

    @needs(Right.UNDO)
    def rollback(self, import_id: int, who: str, at: datetime) -> str:
        """Take one import out; what it replaced counts again, later imports are left alone.

        Its rows stay, and no longer count. Returns in words what of later imports counts no more
        either, as its training is gone (``queries.left_alone``); mostly blank.

        Raises
        ------
        NotStored
            If there is no such import, or it was rolled back before.
        """
        before = "SELECT rolled_back_after FROM imports WHERE id = $1"
        with self._place.writing() as session:
            imports.require(session, import_id)
            if session.run(before, import_id) != [(None,)]:
                what, where = (
                    _("It was undone before."),
                    _("Import {number}").format(number=import_id),
                )
                raise NotStored(what, where, imports.LOOK)
            [(latest,)] = session.run("SELECT max(id) FROM imports")
            session.run(
                "UPDATE imports SET rolled_back_at = $1, rolled_back_by = $2, "
                "rolled_back_after = $3 WHERE id = $4",
                *(moment(at), imports.one_line(who), latest, import_id),
            )
            audit.append(session, at, who, "undid", f"import {import_id}", self._address)
            return queries.left_alone(session)

    @needs(Right.LOOK)
    def history(self) -> pd.DataFrame:
        """Return one row an import, the latest first: ``HISTORY_COLUMNS``, moments in UTC.

        ``participants`` are ``<NA>`` where none of its rows has a recorded count.
        """
        with self._place.reading() as session:
            rows = queries.typed(session.frame(queries.ALL_IMPORTS))
        state = rows["rolled_back_after"].isna().map({True: TAKEN_OVER, False: ROLLED_BACK})
        state = state.mask(rows["stands"] == 1, STANDS)
        known = rows["participants"].astype("Int64").mask(rows["counted"] == 0)
        return rows.assign(state=state.astype("str"), participants=known)[list(HISTORY_COLUMNS)]

    @needs(Right.LOOK)
    def standing(self) -> dict[str, int]:
        """Return the import that stands of each source, or part of one, by its name in order."""
        with self._place.reading() as session:
            return dict(sorted(session.run(queries.OF_SOURCES)))

    @needs(Right.LOOK)
    def undone(self, source: str) -> tuple[int, str, datetime] | None:
        """Return which import was the latest of a source, who undid it, and when in UTC.

        None where it was not undone, or there is none.
        """
        with self._place.reading() as session:
            latest = session.run(queries.LATEST_OF_SOURCE, source)
        return latest[0] if latest and latest[0][2] else None

    @needs(Right.LOOK)
    def changes(self, import_id: int) -> pd.DataFrame:
        """Return one row for each row of an import, and what it did when it was made.

        Columns: ``data.store.changes.COLUMNS``.
        """
        with self._place.reading() as session:
            imports.require(session, import_id)
            return changes.changes_of(session, import_id)

    @needs(Right.LOOK)
    def problems(self, import_id: int) -> pd.DataFrame:
        """Return the problems that an import had, as ``data.checking`` lists them."""
        with self._place.reading() as session:
            return session.frame(queries.PROBLEMS, import_id).astype({"row": "int64"})

    @needs(Right.LOOK)
    def rows_held(self) -> pd.DataFrame:
        """Return the rows of attendance that still wait for a district or an agency.

        Columns: ``import_id``, ``file_name``, ``file_row``, ``kind`` (district or agency),
        ``training_id``, ``agency`` (blank where not known). A row that waits for both is there
        twice; ``queries.HELD`` says which wait no longer.
        """
        with self._place.reading() as session:
            return queries.typed(session.frame(queries.HELD))

    def clock_fault(self, today: date) -> str:
        """Return why today cannot be right, and what to do; blank where it may be.

        It is before the latest import that stands, or before the programme was first published.
        """
        with self._place.reading() as session:
            return imports.clock_fault(session, today)

    def setting(self, key: str) -> str | None:
        """Return a text that was kept under a key; None where there is none."""
        with self._place.reading() as session:
            rows = session.run("SELECT words FROM settings WHERE setting = $1", key)
        return rows[0][0] if rows else None

    @needs(Right.WORDING)
    def keep_setting(self, key: str, value: str, who: str, at: datetime) -> None:
        """Keep a text (without the character 0) under a key, in place of the one that is there.

        It is of the programme and not of an import: no roll-back changes it.
        """
        self._keep(key, value, who, at, "kept", key)

    @needs(Right.IMPORT)
    def keep_of_source(
        self, key: str, value: str, who: str, at: datetime, did: str, what: str
    ) -> None:
        """Keep a text as ``keep_setting``; the audit has that somebody ``did`` ``what``."""
        require(self, Right.LOOK)  # what a source has is of all provinces
        self._keep(key, value, who, at, did, what)

    def _keep(self, key: str, value: str, who: str, at: datetime, did: str, what: str) -> None:
        with self._place.writing(with_copy=False) as session:
            session.run(
                "INSERT INTO settings (setting, words, who, kept_at) VALUES ($1, $2, $3, $4) "
                "ON CONFLICT (setting) DO UPDATE SET words = excluded.words, "
                "who = excluded.who, kept_at = excluded.kept_at",
                *(key, value, imports.one_line(who), moment(at)),
            )
            audit.append(session, at, who, did, what, self._address)

    def note(self, at: datetime, who: str, did: str, what: str, *, once: bool = False) -> None:
        """Add a row to the audit that goes with no change of the records; as ``audit.append``.

        Nothing is added ``once`` the same is in it, whenever it was.
        """
        with self._place.writing(with_copy=False) as session:
            if once and audit.has(session, who, did, what):
                return
            audit.append(session, at, who, did, what, self._address)

    @needs(Right.UNDO)
    def audit(self) -> pd.DataFrame:
        """Return who did what, the first at the top: ``data.store.audit.COLUMNS``."""
        with self._place.reading() as session:
            return audit.rows(session)

    @needs(Right.RESTORE)
    def tables(self) -> dict[str, pd.DataFrame]:
        """Return every table of the store as it is at one moment."""
        with self._place.reading() as session:
            return {name: session.frame(query) for name, query in WHOLE_TABLES.items()}

    @needs(Right.RESTORE)
    def fill(self, tables: Mapping[str, pd.DataFrame]) -> None:
        """Put every table into an empty store, all of it or nothing.

        Raises ``NotStored`` where the store has had an import: nothing is ever written over.
        """
        with self._place.writing(with_copy=False) as session:
            if session.run("SELECT 1 FROM imports LIMIT 1"):
                what = _("There are records already.")
                raise NotStored(what, self.where, _("Restore into an empty place."))
            for name in ("audit", "settings", "decisions"):
                session.run(f"DELETE FROM {name}")  # noqa: S608 - constants
            if len(tables.get("grants", ())):  # else whoever was named here stays
                session.run("DELETE FROM grants")
            for name, table in tables.items():
                if len(table):
                    session.append(name, table)

    @needs(Right.LOOK)
    def rows_behind(
        self,
        *,
        adm2_pcode: str | None = None,
        training_id: str | None = None,
        agency: str | None = None,
    ) -> pd.DataFrame:
        """Return the rows that a figure is made of, each with its import and row of the file.

        Only those of a home district (blank: not recorded), training or agency where one is
        given. Columns: those of attendance, of the training ``title``, ``date_start``,
        ``date_end`` and ``status``, and ``import_id``, ``file_name``, ``file_row``, ``who``,
        ``imported_at``.
        """
        with self._place.reading() as session:
            return queries.typed(session.frame(queries.BEHIND, adm2_pcode, training_id, agency))

    def records(self, today: date) -> Records:
        """Return the current rows as a set of records.

        It is complete up to the last day of its held trainings, and never beyond today; up to
        today where it has none. An empty store gives empty tables. Where today cannot be right,
        their notice says so.
        """
        with self._place.reading() as session:
            return queries.records(session, today, imports.clock_fault(session, today))

    @needs(Right.RESTORE)
    def restore(self, *, anew: bool = False) -> None:
        """Bring a damaged file's records back as they were before the last import.

        Or begin with none; the damaged file is kept either way. It is refused where the records
        can be read, or are on a server, whose copies are its own.
        """
        self._place.restore(anew=anew)
