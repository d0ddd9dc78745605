"""Raw tables -> accepted records, and a list of problems that names row and column.

A row is taken in as it stands or it is a problem; nothing is repaired and nothing is lost:
rows in = rows accepted + exact duplicates + rows with a problem.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from data.checking.problems import problems_of, together, without_rows
from data.checking.table_check import CheckedTable, CheckingError, RawTable, Sifted
from data.records.distinct import numbered, says, times_of
from data.records.model import (
    COUNT_COLUMNS,
    DAY_COLUMNS,
    FURTHER_COLUMNS,
    Records,
    complete_to,
    in_words,
)
from data.records.problems import of_rows, of_tables
from data.records.problems.kind import in_sentences
from data.records.rules import HOME_LISTED, MOST_AHEAD, whole_number
from data.records.tables import KEYS
from data.review.decisions import DISTRICT
from data.review.districts import UNPLACED_COLUMNS
from data.review.questions import HELD_COLUMNS, QueueItem, held_for
from data.sheets.row_numbers import AS_IN_FILE
from geo.words.catalogue import _

__all__ = ["Checked", "CheckedTable", "CheckingError", "check", "to_records"]


#: The problems of an upload, as they are listed for whoever settles them.
LISTED_COLUMNS = ("table", "row", "column", "value", "reason", "what_to_do")
#: Where the row is, beside its number: of some files.
WHERE = "where"


@dataclass(frozen=True, eq=False)
class Checked:
    """What became of the rows of an upload.

    Attributes
    ----------
    tables
        By name, the result of each table that the upload can have; trainings and attendance are
        always there.
    participants_in
        As far as their number is recorded, duplicates counted once.
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
    """

    tables: Mapping[str, CheckedTable]
    participants_in: int = 0
    personal_columns: tuple[str, ...] = ()
    unplaced: pd.DataFrame = field(default_factory=lambda: without_rows(*UNPLACED_COLUMNS))
    queue: tuple[QueueItem, ...] = ()
    held: pd.DataFrame = field(default_factory=lambda: without_rows(*HELD_COLUMNS))

    @property
    def trainings(self) -> pd.DataFrame:
        """The accepted trainings."""
        return self.tables["trainings"].accepted

    @property
    def attendance(self) -> pd.DataFrame:
        """The accepted attendance."""
        return self.tables["attendance"].accepted

    @property
    def further(self) -> dict[str, pd.DataFrame]:
        """The accepted rows of the other tables, by name.

        A table of which no row was taken in is none: it would tell of nothing.
        """
        return {
            name: table.accepted
            for name, table in self.tables.items()
            if name in FURTHER_COLUMNS and len(table.accepted)
        }

    @cached_property
    def problems(self) -> pd.DataFrame:
        """The problems of all tables, by the rows of the file, each kind in its two sentences.

        ``LISTED_COLUMNS``, and ``WHERE`` behind the row where its number alone does not tell it. Of
        a row of the file that made several, what is wrong with each of them is listed once.
        """
        problems = [one.problems_of_file.assign(table=name) for name, one in self.tables.items()]
        listed = in_sentences(together(problems))
        columns = [*LISTED_COLUMNS]
        if (listed[WHERE] != "").any():
            columns.insert(columns.index("row") + 1, WHERE)
        if any(len(one.problems) and one.numbers != AS_IN_FILE for one in self.tables.values()):
            listed = listed.drop_duplicates(columns, ignore_index=True)
        return listed[columns]

    @property
    def rows_with_a_problem(self) -> int:
        """How many rows have a problem."""
        return sum(one.problems["row"].nunique() for one in self.tables.values())

    @cached_property
    def participants_accepted(self) -> int:
        """How many people are in the accepted rows, as far as is recorded."""
        return sum(int(self.attendance[name].sum()) for name in COUNT_COLUMNS)

    @property
    def participants_in_problems(self) -> int:
        """How many people are in rows with a problem, as far as is recorded."""
        return self.participants_in - self.participants_accepted

    @property
    def rows_not_placed(self) -> int:
        """How many rows wait for their district or agency."""
        return self.held["row"].nunique()


def check(tables: Mapping[str, RawTable], today: date) -> Checked:
    """Check trainings and attendance against the rules of their columns and each other.

    Raises
    ------
    CheckingError
        If a rule could not be applied. It never means that there are no problems.
    """
    trainings, attendance = Sifted(tables["trainings"]), Sifted(tables["attendance"])
    trainings.add(_training_problems(trainings.sound, today))
    refused = {*trainings.cells["training_id"][[*trainings.problem_rows]]}
    attendance.add(_attendance_problems(attendance.sound, trainings.accepted, refused))
    unknown = attendance.rows_against("adm2_pcode", HOME_LISTED)
    return Checked(
        tables={"trainings": trainings.result(), "attendance": attendance.result()},
        participants_in=_people(attendance.sound),
        held=held_for(DISTRICT, attendance.sound.loc[unknown]),
    )


def _people(cells: pd.DataFrame) -> int:
    """Return how many people rows are of, as far as their numbers can be read."""
    total = 0
    for column in COUNT_COLUMNS:
        for text, times in times_of(cells[column]).items():
            try:
                total += (whole_number(text) or 0) * times
            except ValueError:
                continue
    return total


def to_records(checked: Checked, today: date) -> Records:
    """Return the accepted rows as a set of records.

    It is complete up to the last day of its held trainings; up to today where it has none.
    """
    return Records(
        key="yours",
        title=_("Records from a file"),
        notice=_("Opened from a file, and not part of the programme records."),
        source=_("a file of records"),
        as_of=complete_to(checked.trainings, today),
        trainings=checked.trainings,
        attendance=checked.attendance,
        rows_not_placed=checked.rows_not_placed,
    ).having(checked.further)


def _training_problems(sound: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    """Find the problems that take more than one cell: order of dates, future, one id twice."""
    start, end = (pd.to_datetime(sound[c], format="%Y-%m-%d", errors="coerce") for c in DAY_COLUMNS)
    later = (end > pd.Timestamp(today)) & says(sound["status"], "held".__eq__)
    ids = sound["training_id"]
    twice = ids.duplicated(keep=False) & says(ids, bool)
    far_ahead = ~later & (start > pd.Timestamp(today) + MOST_AHEAD)
    in_future = of_rows.HELD_IN_FUTURE.of(today=in_words(today))
    ahead = of_rows.FAR_AHEAD.of(today=in_words(today))
    rows = sound.index
    return [
        problems_of(rows[far_ahead], "date_start", ahead),
        problems_of(rows[end < start], "date_end", of_rows.END_BEFORE_START),
        problems_of(rows[later], "date_end", in_future),
        problems_of(rows[twice], "training_id", of_tables.SAME_ID),
    ]


def _attendance_problems(
    sound: pd.DataFrame, trainings: pd.DataFrame, refused: set[str]
) -> list[pd.DataFrame]:
    """Find rows without an accepted training, and keys that come twice with other numbers."""
    ids = sound["training_id"]
    known = {"", *trainings["training_id"].tolist()}
    missing, of_refused = says(ids, lambda text: text not in known), says(ids, refused.__contains__)
    twice = numbered(sound[list(KEYS["attendance"])]).duplicated(keep=False)
    rows = sound.index
    return [
        problems_of(rows[missing & of_refused], "training_id", of_tables.TRAINING_REFUSED),
        problems_of(rows[missing & ~of_refused], "training_id", of_tables.NO_TRAINING),
        problems_of(rows[twice], "", of_tables.OTHER_NUMBERS),
    ]
