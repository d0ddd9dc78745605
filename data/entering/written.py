"""What somebody has written of one training -> rows that are checked as those of a file are.

A row of an editor is numbered as it stands there, the first 1; a blank row is none. Blank is not
recorded, and 0 is zero. Counts are text, as in a file: a dash or a letter is told, never a number.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd

from data.checking.check import Checked, check
from data.checking.optional_tables import check_table
from data.checking.table_check import FAULT_COLUMNS, CheckedTable, RawTable, no_table
from data.checking.told_attendance import with_agencies
from data.entering import places
from data.records.problems import of_rows, of_tables
from data.records.problems.kind import ProblemKind
from data.records.rules import tidied
from data.records.tables import KINDS, TABLES
from data.review.decisions import Decisions
from data.review.questions import QueueItem
from geo.words.catalogue import _

#: What each column is called on a screen, by table; what a training has once is not repeated.
HEADINGS: dict[str, dict[str, str]] = {
    "trainings": {
        "training_id": _("Training ID"),
        "title": _("Title"),
        "level": _("Level"),
        "date_start": _("First day"),
        "date_end": _("Last day"),
        "venue": _("Venue"),
        "venue_adm2_pcode": _("District of the venue"),
        "themes": _("Themes"),
        "delivered_by": _("Delivered by"),
        "donor": _("Donor"),
        "status": _("Status"),
        "summarises": _("Stands for trainings"),
    },
    "attendance": {
        "adm2_pcode": _("Home district"),
        "agency": _("Agency"),
        "participants_f": _("Women"),
        "participants_m": _("Men"),
        "participants_unspecified": _("Sex not recorded"),
    },
    "assessments": {
        "paired": _("Took both tests"),
        "pre_mean": _("Mean before"),
        "post_mean": _("Mean after"),
        "sd_difference": _("Standard deviation of the differences"),
        "scale_max": _("Maximum points"),
    },
    "inputs": {
        "theme": _("Theme"),
        "input": _("What was raised"),
        "referred_to": _("Referred to"),
        "state": _("State"),
        "followed_up_by": _("Followed up at"),
        "followed_up_on": _("Followed up on"),
    },
}
TABLE_WORDS = {
    "trainings": _("Training"),
    "attendance": _("Attendance"),
    "assessments": _("Assessment"),
    "inputs": _("What was raised"),
}
#: Of problems, in the words of the screen.
PROBLEM_COLUMNS = (
    _("Part"),
    _("Row"),
    _("Column"),
    _("As written"),
    _("What is wrong"),
    _("What to do"),
)
#: Columns of places, and whether participants serve there, so that a larger place says enough.
HOMES = {"adm2_pcode": True, "venue_adm2_pcode": False}


def editor_rows(table: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of a table of one training as an editor shows them: its headings, places named.

    Days are ``datetime64``, the rest text; the first row is 1.
    """
    columns = {heading: _as_shown(rows[name], name) for name, heading in HEADINGS[table].items()}
    return pd.DataFrame(columns).set_axis(range(1, len(rows) + 1))


def _as_shown(cells: pd.Series, name: str) -> pd.Series:
    if KINDS[name] == "day":
        return cells
    return cells.map(places.label if name in HOMES else _text).astype("str")


def checked_training(
    facts: Mapping[str, object],
    attendance: pd.DataFrame,
    today: date,
    agencies: Collection[str] = (),
) -> Checked:
    """Check a training and its attendance.

    Parameters
    ----------
    facts
        By column of trainings; a missing one is blank, a day a ``date``.
    attendance
        As ``editor_rows`` has it.
    today
        The day up to which a training can have been held.
    agencies
        Those that the records have: they are kept as they are written. Another one by a name of a
        known agency is that, and one that may be a person's name is a problem.

    Raises
    ------
    data.checking.CheckingError
        If a rule could not be applied.
    """
    day = facts.get("date_start")
    written = _Places(day if isinstance(day, date) else None)
    training = pd.DataFrame([{name: facts.get(name) for name in TABLES["trainings"]}], index=[1])
    attended = _columns("attendance", attendance, _text(facts.get("training_id")))
    tables = {"trainings": training, "attendance": attended}
    raws = {name: written.coded(_raw(name, rows)) for name, rows in tables.items()}
    raws["attendance"] = _told(*with_agencies(raws["attendance"], Decisions(), agencies))
    checked = check(raws, today)
    tables = {name: written.explained(table) for name, table in checked.tables.items()}
    return replace(checked, tables=tables)


def checked_further(
    table: str, training_id: str, edited: pd.DataFrame, trainings: pd.DataFrame, today: date
) -> Checked:
    """Check the rows of a further table of a training: its assessment, or what was raised at it.

    Parameters
    ----------
    table
        ``assessments`` or ``inputs``.
    edited
        As ``editor_rows`` has it.
    trainings
        All trainings, with the types of ``Records``: one of them can have taken an input up.
    today
        The day up to which that can have been.
    """
    raw = _raw(table, _columns(table, edited, training_id))
    return Checked({**taken_out(today).tables, table: check_table(raw, trainings, today)})


def taken_out(today: date) -> Checked:
    """Return what is left of a training that is taken out: no row."""
    return check({name: no_table(name) for name in ("trainings", "attendance")}, today)


def problems(checked: Checked) -> pd.DataFrame:
    """Return the problems for whoever wrote the rows: ``PROBLEM_COLUMNS``.

    What follows only from a problem of the training itself is left out.
    """
    listed = checked.problems
    follows = listed["reason"].isin(
        [of_tables.TRAINING_REFUSED.reason, of_tables.NO_TRAINING.reason]
    )
    if (listed["table"] == "trainings").any():
        listed = listed[~follows]
    rows = [
        (
            TABLE_WORDS[table],
            None if table == "trainings" else row,
            HEADINGS[table].get(column, ""),
            *told,
        )
        for table, row, column, *told in listed.itertuples(index=False)
    ]
    return pd.DataFrame(rows, columns=list(PROBLEM_COLUMNS)).astype({"Row": "Int64"})


def _columns(table: str, edited: pd.DataFrame, training_id: str) -> pd.DataFrame:
    """Return the rows of an editor that are not blank, under the names of their columns."""
    names = {heading: name for name, heading in HEADINGS[table].items()}
    rows = edited.rename(columns=names).set_axis(range(1, len(edited) + 1))
    texts = rows.map(_text)
    return rows[(texts != "").any(axis="columns")].assign(training_id=training_id)


def _raw(table: str, rows: pd.DataFrame) -> RawTable:
    """Return rows as text; two that are the same are a problem here, as one may be a slip."""
    cells = {
        name: rows[name].map(partial(_text, day=KINDS[name] == "day")).astype("str")
        for name in TABLES[table]
    }
    frame = pd.DataFrame(cells).rename_axis("row")
    again = frame.index[tidied(frame).duplicated(keep=False)]
    twice = of_tables.OTHER_CONTENTS.of(key=HEADINGS[table].get("input", ""))
    kind = of_tables.DUPLICATE_ROW if table == "attendance" else twice
    faults = pd.DataFrame([(row, "", kind) for row in again], columns=list(FAULT_COLUMNS))
    return RawTable(table, frame, faults)


def _told(raw: RawTable, asked: Sequence[QueueItem]) -> RawTable:
    """Return a table in which an agency that is not certain has the advice what to write."""
    advice = _(
        "Write its name as the list has it; of another body what it is, too, such as Foundation, "
        "Authority or NGO; or Not published."
    )
    kinds = dict(zip(raw.faults["row"], raw.faults["kind"], strict=True))
    for one in asked:
        may_be = [each.answer for each in one.candidates if each.score]
        words = _("Write one of: {names}.").format(names=", ".join(may_be))
        kind = ProblemKind(of_rows.UNKNOWN_AGENCY.key, one.reason, words if may_be else advice)
        kinds |= dict.fromkeys(one.rows, kind)
    told = pd.Series([kinds[row] for row in raw.faults["row"]], raw.faults.index, dtype=object)
    return replace(raw, faults=raw.faults.assign(kind=told))


class _Places:
    """The places of some rows: their codes, and by row and column why one is not known."""

    def __init__(self, on: date | None) -> None:
        self._on = on
        self._unknown: dict[tuple[int, str], ProblemKind] = {}

    def coded(self, raw: RawTable) -> RawTable:
        """Return a table with the codes of its places; what is not known stays as written."""
        codes = {}
        for column in HOMES.keys() & set(raw.cells):
            read = {
                text: places.read_place(text, self._on, home=HOMES[column])
                for text in raw.cells[column].unique()
            }
            for row, text in raw.cells[column].items():
                if (problem := read[text].problem) is not None:
                    self._unknown[int(str(row)), column] = problem
            codes[column] = raw.cells[column].map(lambda text: read[text].code or text)  # noqa: B023
        return replace(raw, cells=raw.cells.assign(**codes))

    def explained(self, table: CheckedTable) -> CheckedTable:
        """Return a result with why a place is not known, in place of its P-code being none."""
        told = table.problems
        no_code = (of_rows.NO_PCODE.key, of_rows.NO_HOME.key)
        kinds_of = [
            self._unknown.get((row, column), kind) if kind.key in no_code else kind
            for row, column, kind in zip(told["row"], told["column"], told["kind"], strict=True)
        ]
        return replace(table, problems=told.assign(kind=pd.Series(kinds_of, dtype=object)))


def _text(value: object, *, day: bool = False) -> str:
    """Return a cell as text: a day as 2023-09-25, a whole number without a fraction."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    if day and isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
