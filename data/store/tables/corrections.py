"""One training entered, corrected or taken out on a screen, kept as an import.

Such an import is the whole of that training in some tables: what earlier imports have of it there
counts no more while it stands, and counts again once it is undone. A file that tells the training
otherwise later is refused, since both would be counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from data.access.limits import own_trainings
from data.access.rights import Right
from data.checking.beside_records import NONE_STANDING, Standing, days_of
from data.checking.check import Checked
from data.checking.table_check import no_table
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS
from data.records.personal_data import looks_personal
from data.records.tables import KEYS, TABLES
from data.review.duplicate_trainings import COMPARED
from data.store import audit, imports, queries
from data.store.allowed import STORED_PLACES, Used, needs, require_own
from data.store.errors import NotStored
from data.store.imports import (
    Import,
    Session,
    content_hash,
    like,
    listed,
    of_content,
    one_line,
    tables_of,
)
from data.store.schema import STANDING
from data.store.schema import TABLES as TABLES_OF_STORE
from geo.words.catalogue import _

#: Stands in the history where an import of a file has the name of the file.
ON_SCREEN = "entered on screen"
#: Tables that tell of single trainings.
OF_TRAININGS = tuple(name for name, key in KEYS.items() if "training_id" in key)
LONGEST_REASON = 300
_SOURCES = (
    "SELECT DISTINCT i.source FROM {table} t JOIN imports i ON i.id = t.import_id "
    "WHERE t.training_id = $1 AND i.source IS NOT NULL"
)
_WHOLE = (
    "SELECT DISTINCT table_name, training_id FROM whole_trainings "  # noqa: S608 - constants
    f"WHERE import_id IN ({STANDING})"
)
#: Trainings that begin on some days, but those of a source: its next import takes their place.
_OF_DAYS = (
    "FROM current_trainings t JOIN imports i ON i.id = t.import_id "
    "WHERE t.date_start BETWEEN $1 AND $2 AND (i.source IS NULL OR i.source <> $3)"
)
_BESIDE = f"SELECT {', '.join(f't.{name}' for name in COMPARED)} {_OF_DAYS} ORDER BY t.date_start"
_HOMES = (
    "SELECT DISTINCT training_id, adm2_pcode FROM current_attendance "  # noqa: S608 - constants
    f"WHERE training_id IN (SELECT t.training_id {_OF_DAYS})"
)


#: Rows that count of some trainings, whose ids are parted by a sign that no text has.
_OF_TRAININGS = (
    f"SELECT {', '.join(ATTENDANCE_COLUMNS)}, import_id FROM current_attendance "  # noqa: S608
    "WHERE training_id IN (SELECT unnest(string_to_array($1, chr(31)))) "
    "ORDER BY import_id, position"
)


@dataclass(frozen=True, eq=False)
class Correction:
    """What is to take the place of one training in some tables.

    Attributes
    ----------
    training_id
        Which training.
    before
        By table of ``OF_TRAININGS``, its rows as they were seen, with the types of ``Records``;
        none of a training that is new. These are the tables that it is the whole of.
    checked
        The rows that are to count; of a table without a row, nothing counts any more.
    reason
        Why, in a sentence that names nobody.
    """

    training_id: str
    before: Mapping[str, pd.DataFrame]
    checked: Checked
    reason: str

    def require_sound(self) -> None:
        """Raise ``NotStored`` where a row has a problem, is of another training, or no why."""
        others = [
            name
            for name, table in self.checked.tables.items()
            if len(table.accepted) and set(table.accepted["training_id"]) != {self.training_id}
        ]
        if others or len(self.checked.problems):
            what = _("A row has a problem or is of another training.")
            raise NotStored(what, one_line(self.training_id), _("Nothing was changed. Correct it."))
        for against, what, advice in self._reason_faults():
            if against:
                raise NotStored(what, one_line(self.training_id), advice)

    def _reason_faults(self) -> tuple[tuple[bool, str, str], ...]:
        """Return what can be wrong with the reason: whether it is, in words, and the way out."""
        reason = self.reason.strip()
        return (
            (
                not reason,
                _("It takes a reason, in a sentence that names nobody."),
                _("Nothing was changed. Write why."),
            ),
            (
                len(reason) > LONGEST_REASON,
                _("The reason is longer than {n} characters.").format(n=LONGEST_REASON),
                _("Nothing was changed. Shorten it."),
            ),
            (
                looks_personal(reason),
                _("The reason has a person's data (a name, identity card, phone or e-mail)."),
                _("Nothing was changed. Take it out, and name nobody."),
            ),
        )


def require_current(session: Session, correction: Correction) -> None:
    """Refuse a correction of what is not as it was seen, or of what a source renews by itself.

    Raises
    ------
    NotStored
        Saying which; what is stored is not told.
    """
    where = one_line(correction.training_id)
    for name, seen in correction.before.items():
        current = queries.of_training(session, name, correction.training_id)
        if not _same(name, current, seen):
            if not any(map(len, correction.before.values())):
                what = _("This training ID is taken: another training has it.")
                advice = _(
                    "Nothing was changed. Choose another ID; if it is the same training, open "
                    "that one and correct it."
                )
                raise NotStored(what, where, advice)
            what = _(
                "It is not as it was when it was opened: somebody has changed it since, "
                "or a part of it is of provinces that you do not see."
            )
            advice = _(
                "Nothing was changed. Open it again, or ask somebody who sees all provinces."
            )
            raise NotStored(what, where, advice)
    if source := source_of(session, correction.training_id, correction.before):
        advice = _("Nothing was changed. Correct it there, and fetch the source again.")
        raise NotStored(
            _("It comes from the source {source}.").format(source=source), where, advice
        )


def source_of(session: Session, training_id: str, tables: Iterable[str]) -> str:
    """Return the source that some tables have a training from; blank where none."""
    for name in tables:
        for (source,) in session.run(_SOURCES.format(table=f"current_{name}"), training_id):
            return one_line(source)
    return ""


def require_agreement(session: Session, new: Import, checked: Checked) -> None:
    """Refuse a file that tells a training otherwise than somebody has corrected it on a screen.

    Not one whose content is in already: nothing changes by it.

    Raises
    ------
    NotStored
        Naming the trainings, which stand in the file.
    """
    corrected = session.run(_WHOLE)
    if not corrected or like(session, new) is not None:
        return
    tables, differing = tables_of(checked), set()
    for name, training_id in corrected:
        rows = tables.get(name, no_table(name).cells)
        told = rows[rows["training_id"] == training_id]
        if len(told) and not _same(name, queries.of_training(session, name, training_id), told):
            differing.add(training_id)
    if differing:
        what = _("Corrected on screen since, and otherwise in the file: {trainings}.").format(
            trainings=listed(differing)
        )
        advice = _(
            "Nothing was changed. Correct the file as the training was, leave the "
            "training out, or undo the correction in the history."
        )
        raise NotStored(what, new.file_name, advice)


def _same(table: str, some: pd.DataFrame, others: pd.DataFrame) -> bool:
    """Tell whether two tables have the same rows, in whatever order."""
    columns = list(TABLES[table])
    one, other = (
        sorted(queries.as_text(rows[columns]).itertuples(index=False, name=None))
        for rows in (some, others)
    )
    return one == other


def not_named_in_words(rows: pd.DataFrame) -> str:
    """Say of ``TrainingTable.not_named`` what counts beside a file, and what to do; or nothing."""
    if rows.empty:
        return ""
    people = rows[list(COUNT_COLUMNS)].sum(axis=1, min_count=1)
    counts = [_("{n:,} participants").format(n=people.sum())] * bool(people.notna().any())
    blank = int(people.isna().sum())
    counts += [_("{n:,} rows without a count").format(n=blank)] * bool(blank)
    return _(
        "The records have {rows:,} rows of attendance ({counts}) that the file does not name, of "
        "trainings that it tells: {trainings}. They count beside it, as of import {imports}. If "
        "the file is to take their place, undo that import first, or correct the training on the "
        "screen Records; if they are others, as those of another agency, nothing is wrong."
    ).format(
        rows=len(rows),
        counts=", ".join(counts),
        trainings=listed(set(rows["training_id"])),
        imports=", ".join(map(str, sorted(set(rows["import_id"])))),
    )


class TrainingTable(Used):
    """The trainings of a store, in somebody's hands. Every method may raise a ``StoreError``."""

    @needs(Right.LOOK)
    def rows(self, training_id: str) -> dict[str, pd.DataFrame]:
        """Return the rows that count of a training, as they were stored, by ``OF_TRAININGS``."""
        with self._place.reading() as session:
            return {name: queries.of_training(session, name, training_id) for name in OF_TRAININGS}

    @needs(Right.LOOK)
    def source(self, training_id: str) -> str:
        """Return the source that renews a training by itself; blank where none does."""
        with self._place.reading() as session:
            return source_of(session, training_id, OF_TRAININGS)

    @needs(Right.IMPORT)
    def beside(self, checked: Checked, source: str = "") -> Standing:
        """Return what the records have of the days of a file, to look for trainings told twice.

        Not what a source told that is taken in again, nor what the ``person`` does not see.
        """
        days = days_of(checked)
        if days is None or not self._place.state():
            return NONE_STANDING
        asked = (*(day.date() for day in days), source)
        with self._place.reading() as session:
            trainings = session.frame(_BESIDE, *asked)
            if trainings.empty:
                return NONE_STANDING
            homes = session.frame(_HOMES, *asked)
            if self.person.provinces:
                own = own_trainings(session.frame(STORED_PLACES), self.person.provinces)
                trainings = trainings[trainings["training_id"].isin(own)]
        return Standing(queries.as_text(queries.typed(trainings)), homes)

    @needs(Right.IMPORT)
    def not_named(self, checked: Checked) -> pd.DataFrame:
        """Return the rows of attendance that a file leaves as they are, of trainings that it tells.

        They count beside it. None where its content is in already, nor of a training that the
        ``person`` does not see. Columns: those of attendance, and ``import_id``.
        """
        told = checked.attendance
        ids = told["training_id"].unique()
        with self._place.reading() as session:
            rows = queries.typed(session.frame(_OF_TRAININGS, chr(31).join(ids)))
            key = list(KEYS["attendance"])
            named = pd.MultiIndex.from_frame(told[key].astype("str"))
            rows = rows[~pd.MultiIndex.from_frame(rows[key]).isin(named)]
            if rows.empty or of_content(session, content_hash(checked), None) is not None:
                return rows[:0]
            if self.person.provinces:
                own = own_trainings(session.frame(STORED_PLACES), self.person.provinces)
                rows = rows[rows["training_id"].isin(own)]
        return rows.reset_index(drop=True)

    @needs(Right.IMPORT)
    def correct(self, correction: Correction, *, who: str, at: datetime) -> Import:
        """Put one training as somebody has entered it in the place of what counts of it.

        It is an import like any other: in the history, with its reason, and undone as one.

        Raises
        ------
        NotStored
            If a row has a problem, or there is no reason; if the training is not as it was seen,
            comes from a source, or is not of the provinces of the ``person`` alone; if ``at``
            cannot be right, as for ``Store.add``.
        """
        correction.require_sound()
        new = imports.described(correction.checked, ON_SCREEN, who, at, reason=correction.reason)
        with self._place.writing() as session:
            require_own(session, correction.checked, self.person, {correction.training_id})
            require_current(session, correction)
            added = imports.add(session, new, correction.checked)
            # It is the whole of its training in these tables.
            told = [(added.id, name, correction.training_id) for name in correction.before]
            whole = pd.DataFrame(told, columns=list(TABLES_OF_STORE["whole_trainings"]))
            session.append("whole_trainings", whole)
            noted = f"import {added.id}"
            audit.append(session, at, who, "corrected on screen", noted, self._address)
            return added
