"""What is settled about names, agencies and columns: a table with its history.

No row is ever taken out. Of those under one key the latest that was not undone holds, so that
undoing it brings back what it had replaced.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pandas as pd

from data.access.rights import Right
from data.review.decisions import (
    Decision,
    Decisions,
    DecisionsError,
    load_decisions,
    mapping_of,
    mapping_values,
)
from data.sheets.mapping import ColumnMapping
from data.store import audit
from data.store.allowed import Used, needs
from data.store.errors import NotAllowed, NotStored
from data.store.imports import Session, kept_text, moment, one_line
from data.store.queries import typed
from data.store.schema import TABLES
from geo.words.catalogue import _

COLUMNS = TABLES["decisions"]
#: The kind of a decision on what the columns of a shape of file are.
MAPPING = "columns"
HOLDS, REPLACED, UNDONE = _("holds"), _("replaced by a later one"), _("undone")
#: Of a decision in a file that the store has otherwise: the store's holds.
DECIDED_OTHERWISE = "decided otherwise here before"
#: Beside the records, before they had decisions themselves: it is taken in once.
DECISIONS_FILE = "decisions.json"
LOOK = _("Nothing was changed. Look at the list of decisions.")
ALL_ROWS = f"SELECT {', '.join(COLUMNS)} FROM decisions ORDER BY number"  # noqa: S608 - constants


class DecisionTable(Used):
    """The decisions of a store, in somebody's hands. Every method may raise a ``StoreError``."""

    def current(self) -> Decisions:
        """Return what holds; raises ``DecisionsError`` where it cannot be read."""
        with self._place.reading() as session:
            return _decisions(_rows(session))

    @needs(Right.LOOK)
    def history(self) -> pd.DataFrame:
        """Return all decisions, the latest first: the columns of the table and ``state``.

        ``state`` is ``HOLDS``, ``REPLACED`` or ``UNDONE``; moments are in UTC.
        """
        with self._place.reading() as session:
            rows = _rows(session).iloc[::-1]
        undone = rows["undone_at"].notna()
        later = rows[~undone].duplicated("decision_key").reindex(rows.index, fill_value=False)
        state = later.map({True: REPLACED, False: HOLDS}).mask(undone, UNDONE)
        return rows.assign(state=state.astype("str"))

    @needs(Right.IMPORT)
    def decide(self, change: Callable[[Decisions], Decisions], who: str, at: datetime) -> list[int]:
        """Add what somebody has decided to what others have by now; return the numbers.

        Parameters
        ----------
        change
            Takes the decisions as they are now and returns them with more; nobody else decides
            meanwhile. What it raises leaves them as they were.
        at
            When, with its time zone.
        """
        with self._place.writing(with_copy=False) as session:
            before = _decisions(_rows(session))
            after = change(before)
            answers = {k: v for k, v in after.answers.items() if before.answers.get(k) != v}
            shapes = {k: v for k, v in after.mappings.items() if before.mappings.get(k) != v}
            rows = _as_rows(Decisions(answers, shapes)).assign(who=one_line(who))
            rows["decided_at"] = moment(at)
            numbers = _add(session, rows)
            for number, kind in zip(numbers, rows["kind"], strict=True):
                noted = f"decision {number}, {kind}"
                audit.append(session, at, who, "decided", noted, self._address)
        return numbers

    @needs(Right.IMPORT)
    def undo(self, number: int, who: str, at: datetime) -> None:
        """Take one decision back; what it had replaced holds again.

        Raises
        ------
        NotAllowed
            If it is somebody else's, and who undoes it may undo no import either.
        NotStored
            If there is no such decision, or it was undone before.
        """
        with self._place.writing(with_copy=False) as session:
            one = "SELECT kind, who, undone_at FROM decisions WHERE number = $1"
            rows = session.run(one, number)
            if not rows:
                raise NotStored(_("There is no decision of that number."), f"{number}", LOOK)
            [(kind, decided_by, undone_at)] = rows
            if decided_by != one_line(self.person.name) and not self.person.may(Right.UNDO):
                what = _("It is somebody else's decision.")
                raise NotAllowed(
                    what,
                    _("Decision {number}").format(number=number),
                    _("Ask a manager to undo it."),
                )
            if undone_at is not None:
                raise NotStored(
                    _("It was undone before."), _("Decision {number}").format(number=number), LOOK
                )
            session.run(
                "UPDATE decisions SET undone_by = $1, undone_at = $2 WHERE number = $3",
                *(one_line(who), moment(at), number),
            )
            noted = f"decision {number}, {kind}"
            audit.append(session, at, who, "undid", noted, self._address)

    def take_in(self, path: Path, who: str, at: datetime) -> str:
        """Take in a file of decisions, once: it is kept under another name.

        What the store has otherwise is in the history, and the store's holds. A call that was
        killed, or that another process makes too, adds nothing twice.

        Returns
        -------
        str
            What was done, in a sentence; blank where there is no file.

        Raises
        ------
        DecisionsError
            If the file cannot be read. It is left as it is.
        """
        if not path.exists():
            return ""
        given = _as_rows(load_decisions(path))
        aside = _free_name(path)
        with self._place.writing(with_copy=False) as session:
            if not path.exists():  # another process has just done it
                return ""
            added = _add(session, _not_yet_in(_rows(session), given, moment(at)))
            noted = f"{len(added)} decisions of {path.name}, kept as {aside.name}"
            audit.append(session, at, who, "took in", noted, self._address)
        with suppress(FileNotFoundError):
            path.replace(aside)
        path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
        words = _("Took {number} decisions of {file}, kept as {kept}.")
        return words.format(number=len(added), file=path.name, kept=aside.name)


def _rows(session: Session) -> pd.DataFrame:
    return typed(session.frame(ALL_ROWS))


def _decisions(rows: pd.DataFrame) -> Decisions:
    answers: dict[str, Decision] = {}
    mappings: dict[str, ColumnMapping] = {}
    try:
        for row in rows[rows["undone_at"].isna()].to_dict("records"):
            key, answer = row["decision_key"], row["answer"]
            if row["kind"] == MAPPING:
                mappings[row["written"]] = mapping_of(json.loads(answer))
                continue
            at = row["decided_at"]
            when = "" if pd.isna(at) else at.isoformat(timespec="seconds")
            told = (row["written"], answer, row["province"], row["who"], when)
            answers[key] = Decision(row["kind"], *told)
        decisions = Decisions(answers, mappings)
        decisions.learned()
    except (ValueError, KeyError, TypeError) as fault:
        raise DecisionsError(
            _(
                "What was decided cannot be read, as a district or field of it is not known "
                "here. `python -m data decisions` lists it, and undoes one with --undo."
            )
        ) from fault
    return decisions


def _as_rows(decisions: Decisions) -> pd.DataFrame:
    """Return decisions as rows of the table, without a number; none is undone."""
    answers = [
        (key, one.kind, one.value, one.province, one.answer, one_line(one.who), _when(one.when))
        for key, one in decisions.answers.items()
    ]
    mappings = [
        (f"{MAPPING}:{shape}", MAPPING, shape, "", json.dumps(mapping_values(one)), "", None)
        for shape, one in decisions.mappings.items()
    ]
    rows = pd.DataFrame([*answers, *mappings], columns=list(COLUMNS[1:8]))
    for column in ("decision_key", "written", "province", "answer"):
        rows[column] = kept_text(rows[column])
    rows["decided_at"] = rows["decided_at"].astype("datetime64[s]")
    never = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[s]")
    return rows.assign(undone_by=None, undone_at=never)


def _when(text: str) -> datetime | None:
    """Return the moment that a file has; None where it has none that can be read."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment(at if at.tzinfo else at.replace(tzinfo=UTC))


def _not_yet_in(there: pd.DataFrame, given: pd.DataFrame, at: datetime) -> pd.DataFrame:
    """Return the rows of a file that the store does not have.

    Those that it has otherwise are given as undone.
    """
    there = there.assign(decided_at=there["decided_at"].dt.tz_localize(None))
    same = ["decision_key", "answer", "who", "decided_at"]
    known = set(there[same].astype("str").itertuples(index=False, name=None))
    new = [row not in known for row in given[same].astype("str").itertuples(index=False, name=None)]
    rows = given[new]
    otherwise = rows["decision_key"].isin(there.loc[there["undone_at"].isna(), "decision_key"])
    return rows.assign(
        undone_by=otherwise.map({True: DECIDED_OTHERWISE, False: None}),
        undone_at=otherwise.map({True: at, False: pd.NaT}).astype("datetime64[s]"),
    )


def _add(session: Session, rows: pd.DataFrame) -> list[int]:
    [(latest,)] = session.run("SELECT coalesce(max(number), 0) FROM decisions")
    numbers = list(range(latest + 1, latest + 1 + len(rows)))
    if numbers:
        session.append("decisions", rows.assign(number=numbers)[list(COLUMNS)])
    return numbers


def _free_name(path: Path) -> Path:
    """Return the first name for a file that was taken in which no other file has."""
    names: Iterable[Path] = (
        path.with_name(f"{path.stem}.taken-in-{number}{path.suffix}") for number in count(1)
    )
    return next(name for name in names if not name.exists())
