"""Raw tables -> accepted records, and a list of problems that names row and column.

A row is taken in as it stands or it is a problem; nothing is repaired and nothing is lost:
rows in = rows accepted + exact duplicates + rows with a problem.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from data.checking.problems import problems_of
from data.checking.raw_tables import COLUMNS, FAULT_COLUMNS, RawTable, RawTables
from data.checking.table_check import PROBLEM_COLUMNS, CheckingError, Sifted
from data.records.model import COUNT_COLUMNS, DAY_COLUMNS, Records, in_words
from data.records.rules import HOME_LISTED, whole_number
from data.records.tables import KEYS, typed
from data.review.districts import UNPLACED_COLUMNS
from data.review.pending_rows import HELD_COLUMNS, without_district
from data.review.questions import QueueItem

__all__ = ["PROBLEM_COLUMNS", "Checked", "CheckingError", "check", "nothing_checked", "to_records"]


@dataclass(frozen=True, eq=False)
class Checked:
    """What became of the rows of an upload.

    Attributes
    ----------
    trainings, attendance
        The accepted rows, as ``data.model.Records`` has them.
    problems
        ``table``, ``row`` (of the file; the header is row 1), ``column`` (blank where it is
        the row as a whole), ``value`` as written (shortened; hidden where it looks like a
        person's data), ``reason``, ``what_to_do``. A row can have several.
    ignored_columns
        By table, the names of the columns that were dropped.
    merged_duplicates
        ``table``, ``row``, ``same_as``: rows equal to an earlier one in every column, counted
        once.
    rows_in, rows_accepted
        By table, the number of rows, those that are ignored among them, and of those taken in.
    ignored_rows
        ``table``, ``row``, ``reason``: rows that hold no record, such as totals.
    personal_columns
        Names of the columns that were dropped because they tell of persons.
    unplaced
        ``row``, ``value``, ``province``, ``reason``, ``candidates``, ``role`` (home or venue):
        rows with a district that could not be found.
    queue
        What waits for a person.
    held
        ``row``, ``kind`` (district or agency), ``training_id``, ``agency``: rows of attendance
        that are not counted until their district or agency is found.
    further
        By name, the accepted rows of the other tables that the upload has, as
        ``data.model.Records`` has them.
    participants_in, participants_accepted
        As far as their number is recorded, duplicates counted once; the difference is in rows
        with a problem.
    """

    trainings: pd.DataFrame
    attendance: pd.DataFrame
    problems: pd.DataFrame
    ignored_columns: dict[str, tuple[str, ...]]
    merged_duplicates: pd.DataFrame
    rows_in: dict[str, int]
    rows_accepted: dict[str, int]
    ignored_rows: pd.DataFrame = field(default_factory=lambda: _empty("table", "row", "reason"))
    personal_columns: tuple[str, ...] = ()
    unplaced: pd.DataFrame = field(default_factory=lambda: _empty(*UNPLACED_COLUMNS))
    queue: tuple[QueueItem, ...] = ()
    held: pd.DataFrame = field(default_factory=lambda: _empty(*HELD_COLUMNS))
    further: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    participants_in: int = 0
    participants_accepted: int = 0

    @property
    def participants_in_problems(self) -> int:
        """How many people are in rows with a problem, as far as is recorded."""
        return self.participants_in - self.participants_accepted

    @property
    def rows_not_placed(self) -> int:
        """How many rows wait for their district or agency."""
        return self.held["row"].nunique()


def _empty(*columns: str) -> pd.DataFrame:
    return pd.DataFrame(columns=list(columns))


def check(tables: RawTables, today: date) -> Checked:
    """Check both tables against the rules of their columns and against each other.

    Raises
    ------
    CheckingError
        If a rule could not be applied. It never means that there are no problems.
    """
    trainings = Sifted(tables.trainings)
    trainings.add(_training_problems(trainings.sound, today))
    attendance = Sifted(tables.attendance)
    refused = trainings.cells.loc[sorted(trainings.problem_rows), "training_id"]
    attendance.add(_attendance_problems(attendance.sound, trainings.accepted, set(refused)))
    sifted = {"trainings": trainings, "attendance": attendance}
    problems = pd.concat([table.listed() for table in sifted.values()], ignore_index=True)
    merged = pd.concat([table.merged for table in sifted.values()], ignore_index=True)
    unknown = attendance.rows_against("adm2_pcode", HOME_LISTED)
    accepted = typed("attendance", attendance.accepted)
    return Checked(
        trainings=typed("trainings", trainings.accepted),
        attendance=accepted,
        problems=problems,
        ignored_columns={name: table.raw.ignored_columns for name, table in sifted.items()},
        merged_duplicates=merged,
        rows_in={name: len(table.raw.cells) for name, table in sifted.items()},
        rows_accepted={name: len(table.accepted) for name, table in sifted.items()},
        held=without_district(attendance.sound.loc[unknown]),
        participants_in=_people(attendance.sound),
        participants_accepted=int(accepted[list(COUNT_COLUMNS)].sum().sum()),
    )


def nothing_checked() -> Checked:
    """Return what became of an upload that has no trainings and no attendance."""
    faults = pd.DataFrame(columns=list(FAULT_COLUMNS)).astype({"row": "int64"})
    raw = {}
    for name, own in COLUMNS.items():
        cells = pd.DataFrame(columns=list(own), index=pd.Index([], dtype="int64"), dtype="str")
        raw[name] = RawTable(name, cells, faults, ())
    return check(RawTables(**raw), date.max)


def _people(cells: pd.DataFrame) -> int:
    """Return how many people rows are of, as far as their numbers can be read."""
    total = 0
    for column in COUNT_COLUMNS:
        for text, times in cells[column].value_counts().items():
            try:
                total += (whole_number(str(text)) or 0) * int(times)
            except ValueError:
                continue
    return total


def to_records(checked: Checked, today: date) -> Records:
    """Return the accepted rows as a set of records.

    It is complete up to the last day of its held trainings; up to today where it has none.
    """
    held = checked.trainings.loc[checked.trainings["status"] == "held", "date_end"]
    records = Records(
        key="yours",
        title="Your records",
        notice="Your records, held in this browser session only.",
        source="Your records",
        as_of=min(held.max().date(), today) if len(held) else today,
        trainings=checked.trainings,
        attendance=checked.attendance,
    )
    return records.having(checked.further)


def _training_problems(sound: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    """Find the problems that take more than one cell: order of dates, future, one id twice."""
    start, end = (pd.to_datetime(sound[c], format="%Y-%m-%d", errors="coerce") for c in DAY_COLUMNS)
    later = (sound["status"] == "held") & (end > pd.Timestamp(today))
    twice = sound["training_id"].duplicated(keep=False) & (sound["training_id"] != "")
    return [
        problems_of(sound[end < start], "date_end", "The end is before the start.", "Correct one."),
        problems_of(
            sound[later],
            "date_end",
            f"A held training ends after today ({in_words(today)}).",
            "Correct the date, or write planned as its status.",
        ),
        problems_of(
            sound[twice],
            "training_id",
            "Another training has the same training_id.",
            "Give each training its own, or take one row away.",
        ),
    ]


def _attendance_problems(
    sound: pd.DataFrame, trainings: pd.DataFrame, refused: set[str]
) -> list[pd.DataFrame]:
    """Find rows without an accepted training, and keys that come twice with other numbers."""
    ids = sound["training_id"]
    missing = ~ids.isin(trainings["training_id"]) & (ids != "")
    return [
        problems_of(
            sound[missing & ids.isin(refused)],
            "training_id",
            "Its training has a problem.",
            "Correct the training; this row follows.",
        ),
        problems_of(
            sound[missing & ~ids.isin(refused)],
            "training_id",
            "No training has this training_id.",
            "Correct it, or add the training.",
        ),
        problems_of(
            sound[sound.duplicated(list(KEYS["attendance"]), keep=False)],
            "",
            "The same training, district and agency come twice with different numbers.",
            "Leave the right row, or add the two up.",
        ),
    ]
