"""Raw tables -> accepted records, and a list of problems that names row and column.

A row is taken in as it stands or it is a problem; nothing is repaired and nothing is lost:
rows in = rows accepted + exact duplicates + rows with a problem.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrorReason, SchemaErrors

from data.cell_rules import ATTENDANCE_RULES, PERSONAL, TRAINING_RULES, Rule, tidied, whole_number
from data.model import COUNT_COLUMNS, DAY_COLUMNS, Records, in_words
from data.personal_data import shown
from data.placing import UNPLACED_COLUMNS
from data.queue import QueueItem
from data.reading import RawTable, RawTables

PROBLEM_COLUMNS = ("table", "row", "column", "value", "reason", "what_to_do")
KEY = ["training_id", "adm2_pcode", "agency"]


class CheckingError(Exception):
    """The check itself failed: nothing is known of the records, good or bad."""


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
        By table, the number of rows that are not blank, and of those taken in.
    ignored_rows
        ``table``, ``row``, ``reason``: rows that hold no record, such as totals.
    personal_columns
        Names of the columns that were dropped because they tell of persons.
    unplaced
        ``row``, ``value``, ``province``, ``reason``, ``candidates``, ``role`` (home or venue):
        rows with a district that could not be found.
    queue
        What waits for a person.
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
    participants_in: int = 0
    participants_accepted: int = 0

    @property
    def participants_in_problems(self) -> int:
        """How many people are in rows with a problem, as far as is recorded."""
        return self.participants_in - self.participants_accepted

    @property
    def rows_not_placed(self) -> int:
        """How many rows wait for their district."""
        return self.unplaced.loc[self.unplaced["role"] == "home", "row"].nunique()


def _empty(*columns: str) -> pd.DataFrame:
    return pd.DataFrame(columns=list(columns))


def check(tables: RawTables, today: date) -> Checked:
    """Check both tables against the rules of their columns and against each other.

    Raises
    ------
    CheckingError
        If a rule could not be applied. It never means that there are no problems.
    """
    trainings = _Sifted(tables.trainings, TRAINING_RULES)
    trainings.add(_training_problems(trainings.sound, today))
    attendance = _Sifted(tables.attendance, ATTENDANCE_RULES)
    refused = trainings.cells.loc[sorted(trainings.problem_rows), "training_id"]
    attendance.add(_attendance_problems(attendance.sound, trainings.accepted, set(refused)))
    sifted = {"trainings": trainings, "attendance": attendance}
    problems = pd.concat([table.listed() for table in sifted.values()], ignore_index=True)
    merged = pd.concat([table.merged for table in sifted.values()], ignore_index=True)
    accepted = _typed_attendance(attendance.accepted)
    return Checked(
        trainings=_typed_trainings(trainings.accepted),
        attendance=accepted,
        problems=problems,
        ignored_columns={name: table.raw.ignored_columns for name, table in sifted.items()},
        merged_duplicates=merged,
        rows_in={name: len(table.raw.cells) for name, table in sifted.items()},
        rows_accepted={name: len(table.accepted) for name, table in sifted.items()},
        participants_in=_people(attendance.sound),
        participants_accepted=int(accepted[list(COUNT_COLUMNS)].sum().sum()),
    )


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
    return Records(
        key="yours",
        title="Your records",
        notice="Your records, held in this browser session only.",
        source="Your records",
        as_of=min(held.max().date(), today) if len(held) else today,
        trainings=checked.trainings,
        attendance=checked.attendance,
    )


class _Sifted:
    """One table on its way: its rows, those still sound, and the problems found so far."""

    def __init__(self, raw: RawTable, rules: dict[str, tuple[Rule, ...]]) -> None:
        self.raw, self.cells = raw, tidied(raw.cells)
        readable = self.cells[~self.cells.index.isin(raw.faults["row"])]
        self.merged = _duplicates(raw.name, readable)
        self.sound = readable[~readable.index.isin(self.merged["row"])]
        self._found = [raw.faults, _column_problems(self.sound, rules)]

    def add(self, problems: Iterable[pd.DataFrame]) -> None:
        """Add problems; each frame has the columns of a problem but the table."""
        self._found += problems

    @property
    def problem_rows(self) -> set[int]:
        """The rows of the file that have a problem."""
        return {row for found in self._found for row in found["row"]}

    @property
    def accepted(self) -> pd.DataFrame:
        """The sound rows that have no problem."""
        return self.sound[~self.sound.index.isin(self.problem_rows)]

    def listed(self) -> pd.DataFrame:
        """Return the problems of this table, by row, with values as they may be shown."""
        found = pd.concat([f for f in self._found if len(f)] or self._found[:1])
        found = found.sort_values("row", kind="stable", ignore_index=True)
        written = {
            column: self.raw.cells[column].to_dict() for column in set(found["column"]) - {""}
        }
        values = [
            shown(" ".join(written[column][row].split())) if column else ""
            for row, column in zip(found["row"], found["column"], strict=True)
        ]
        return found.assign(table=self.raw.name, value=values)[list(PROBLEM_COLUMNS)]


def _duplicates(name: str, cells: pd.DataFrame) -> pd.DataFrame:
    again = cells.duplicated()
    first = cells.index.to_series().groupby([cells[c] for c in cells.columns]).transform("min")
    rows = cells.index[again]
    return pd.DataFrame({"table": name, "row": rows, "same_as": first[again].to_numpy()})


def _problems(rows: pd.DataFrame, column: str, reason: str, what_to_do: str) -> pd.DataFrame:
    """Return one problem for each of some rows."""
    told = {"column": column, "reason": reason, "what_to_do": what_to_do}
    return pd.DataFrame({"row": rows.index.to_numpy(dtype="int64"), **told})


def _column_problems(cells: pd.DataFrame, rules: dict[str, tuple[Rule, ...]]) -> pd.DataFrame:
    """Apply the rules of the columns; of one cell only the first problem is listed."""
    by_reason = {rule.reason: rule for own in rules.values() for rule in (PERSONAL, *own)}
    schema = pa.DataFrameSchema(
        {
            column: pa.Column(
                str, [pa.Check(rule.holds, error=rule.reason) for rule in (PERSONAL, *own)]
            )
            for column, own in rules.items()
        }
    )
    try:
        schema.validate(cells, lazy=True)
    except SchemaErrors as errors:
        kinds = {error.reason_code for error in errors.schema_errors}
        if kinds != {SchemaErrorReason.DATAFRAME_CHECK}:
            raise CheckingError("The records could not be checked.") from errors
        found = errors.failure_cases.drop_duplicates(["index", "column"])
        return pd.DataFrame(
            {
                "row": found["index"].astype("int64"),
                "column": found["column"],
                "reason": found["check"],
                "what_to_do": [by_reason[reason].what_to_do for reason in found["check"]],
            }
        )
    return _problems(cells[:0], "training_id", "", "")


def _training_problems(sound: pd.DataFrame, today: date) -> list[pd.DataFrame]:
    """Find the problems that take more than one cell: order of dates, future, one id twice."""
    start, end = (pd.to_datetime(sound[c], format="%Y-%m-%d", errors="coerce") for c in DAY_COLUMNS)
    later = (sound["status"] == "held") & (end > pd.Timestamp(today))
    twice = sound["training_id"].duplicated(keep=False) & (sound["training_id"] != "")
    return [
        _problems(sound[end < start], "date_end", "The end is before the start.", "Correct one."),
        _problems(
            sound[later],
            "date_end",
            f"A held training ends after today ({in_words(today)}).",
            "Correct the date, or write planned as its status.",
        ),
        _problems(
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
        _problems(
            sound[missing & ids.isin(refused)],
            "training_id",
            "Its training has a problem.",
            "Correct the training; this row follows.",
        ),
        _problems(
            sound[missing & ~ids.isin(refused)],
            "training_id",
            "No training has this training_id.",
            "Correct it, or add the training.",
        ),
        _problems(
            sound[sound.duplicated(KEY, keep=False)],
            "",
            "The same training, district and agency come twice with different numbers.",
            "Leave the right row, or add the two up.",
        ),
    ]


def _typed_trainings(cells: pd.DataFrame) -> pd.DataFrame:
    frame = cells.reset_index(drop=True)
    for column in DAY_COLUMNS:
        frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d").astype("datetime64[s]")
    return frame.assign(summarises=_counts(frame["summarises"]))


def _typed_attendance(cells: pd.DataFrame) -> pd.DataFrame:
    frame = cells.reset_index(drop=True)
    return frame.assign(**{column: _counts(frame[column]) for column in COUNT_COLUMNS})


def _counts(cells: pd.Series) -> pd.Series:
    numbers = {text: whole_number(text) for text in cells.unique()}
    return pd.Series([numbers[text] for text in cells], index=cells.index, dtype="Int64")
