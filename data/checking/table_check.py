"""One table of an upload: as text, and what became of it by the rules of its columns."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from data.checking.problems import PROBLEM_COLUMNS, problems_of, together, without_rows
from data.records.distinct import in_parts, repeats, says, those
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.records.personal_data import (
    HIDDEN,
    shown_code,
    shown_day,
    shown_number,
    shown_word,
    tells_of_person,
)
from data.records.rules import PERSONAL, PERSONAL_CODE, Rule, tidied
from data.records.tables import KINDS, TABLES, Column, typed
from data.sheets.row_numbers import AS_IN_FILE, FileRow, RowNumbers
from geo.words.catalogue import _

COLUMNS = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS}
#: Columns that a file need not have.
OPTIONAL = ("summarises",)
FAULT_COLUMNS = ("row", "column", "kind")
#: Columns of short names and codes.
CODES = ("training_id", "followed_up_by", "adm1_pcode", "adm2_pcode", "venue_adm2_pcode")


@dataclass(frozen=True, eq=False)
class RawTable:
    """One table of a file, as text.

    Attributes
    ----------
    name
        A table of ``data.records.tables``.
    cells
        Its columns, all text, blank where the cell is; the index is the row of the file, where
        the header is row 1. Blank rows are left out.
    faults
        What could not be read as it stands: ``row``, ``column`` (blank for the row as a whole),
        ``kind``.
    set_aside
        ``row``, ``reason``: rows that hold no record.
    ignored_columns
        Names of the columns that were dropped; a name that itself looks like a person's data
        is not repeated.
    """

    name: str
    cells: pd.DataFrame
    faults: pd.DataFrame = field(default_factory=lambda: without_rows(*FAULT_COLUMNS))
    set_aside: pd.DataFrame = field(default_factory=lambda: without_rows("row", "reason"))
    ignored_columns: tuple[str, ...] = ()


def no_table(name: str) -> RawTable:
    """Return a table that an upload has not."""
    nowhere = pd.Index([], dtype="int64", name="row")
    return RawTable(name, pd.DataFrame(columns=list(TABLES[name]), index=nowhere, dtype="str"))


class CheckingError(Exception):
    """The check itself failed: nothing is known of the records, good or bad."""


@dataclass(frozen=True, eq=False)
class CheckedTable:
    """What became of the rows of one table.

    Rows in = accepted + counted once already + set aside + rows with a problem.

    Attributes
    ----------
    accepted
        The accepted rows, as ``data.records.model.Records`` has them.
    rows_in, rows_accepted
        How many rows the file has, those set aside among them, and how many of them were taken
        in. Several rows of people or groups can be one row of attendance.
    file_rows
        The row (its first, for a group) of each accepted row, by number; None where not known.
    problems
        ``row`` (by number; the header is row 1), ``column`` (blank where it is the row as a
        whole), ``value`` as written (shortened; hidden where it may be a name or a person's data),
        ``kind``. A row can have several.
    duplicates
        ``row``, ``same_as``: rows equal to an earlier one in every column, or said to be one
        with it, counted once.
    set_aside
        ``row``, ``reason``: rows that hold no record, such as totals.
    ignored_columns
        Names of the columns that were dropped.
    numbers
        How all these rows are numbered: where in the file each of them stands.
    """

    accepted: pd.DataFrame
    rows_in: int
    rows_accepted: int
    file_rows: ArrayLike | None = None
    problems: pd.DataFrame = field(default_factory=lambda: without_rows(*PROBLEM_COLUMNS))
    duplicates: pd.DataFrame = field(default_factory=lambda: without_rows("row", "same_as"))
    set_aside: pd.DataFrame = field(default_factory=lambda: without_rows("row", "reason"))
    ignored_columns: tuple[str, ...] = ()
    numbers: RowNumbers = AS_IN_FILE

    @property
    def left_out(self) -> list[tuple[FileRow, str]]:
        """The rows that are counted nowhere, though they have no problem, and why."""
        again = self.duplicates.to_numpy().tolist()
        reasons = [(int(row), str(why)) for row, why in self.set_aside.to_numpy().tolist()]
        words = _("row {row} again, counted once")
        reasons += [(row, words.format(row=self.numbers.row_of(first).in_words))
                    for row, first in again]  # fmt: skip
        reasons.sort()
        rows, where = self.numbers.in_file(row for row, _why in reasons)
        told = map(FileRow, rows.tolist(), where.tolist())
        return [*zip(told, (why for _row, why in reasons), strict=True)]

    @property
    def rows_of_file(self) -> np.ndarray | None:
        """``file_rows`` as the file numbers them."""
        known = self.file_rows is not None
        return self.numbers.in_file(np.asarray(self.file_rows))[0] if known else None

    @property
    def problems_of_file(self) -> pd.DataFrame:
        """``problems`` with the rows as the file numbers them, and ``where`` each of them is."""
        rows, where = self.numbers.in_file(self.problems["row"].to_numpy())
        return self.problems.assign(row=rows, where=where)


class Sifted:
    """One table on its way: its rows, those still sound, and the problems found so far."""

    def __init__(self, raw: RawTable) -> None:
        self.raw, self.cells = raw, tidied(raw.cells)
        readable = those(self.cells, ~self.cells.index.isin(raw.faults["row"]))
        self.duplicates = repeats(readable)
        self.sound = those(readable, ~readable.index.isin(self.duplicates["row"]))
        self._found = [raw.faults, _column_problems(self.sound, TABLES[raw.name])]

    def add(self, problems: Iterable[pd.DataFrame]) -> None:
        """Add problems; each frame has the columns of a problem but the table."""
        self._found += problems

    @property
    def problem_rows(self) -> set[int]:
        """The rows of the file that have a problem."""
        return {row for found in self._found if len(found) for row in found["row"].tolist()}

    def rows_against(self, column: str, rule: Rule) -> list[int]:
        """Return the rows whose problem in a column is that they are against one rule."""
        found = together(self._found)
        if found.empty:
            return []
        against = (found["column"] == column) & (found["kind"] == rule.kind)
        return sorted(set(found.loc[against, "row"].astype(int)) & set(self.sound.index))

    @property
    def accepted(self) -> pd.DataFrame:
        """The sound rows that have no problem."""
        return those(self.sound, ~self.sound.index.isin(self.problem_rows))

    def result(self) -> CheckedTable:
        """Return what became of the rows, as far as they were checked."""
        accepted = self.accepted
        return CheckedTable(
            accepted=typed(self.raw.name, accepted),
            rows_in=len(self.raw.cells) + len(self.raw.set_aside),
            rows_accepted=len(accepted),
            file_rows=accepted.index.to_numpy(dtype="int64"),
            problems=self._listed(),
            duplicates=self.duplicates,
            set_aside=self.raw.set_aside,
            ignored_columns=self.raw.ignored_columns,
        )

    def _listed(self) -> pd.DataFrame:
        """Return the problems by row, with values as they may be shown."""
        if not any(map(len, self._found)):
            return without_rows(*PROBLEM_COLUMNS)
        problems = together(self._found).sort_values("row", kind="stable", ignore_index=True)
        written = {
            column: self.raw.cells[column].to_dict() for column in set(problems["column"]) - {""}
        }
        values = [
            _shown(column, " ".join(written[column][row].split())) if column else ""
            for row, column in zip(problems["row"], problems["column"], strict=True)
        ]
        return problems.assign(value=values)[list(PROBLEM_COLUMNS)]


def _shown(column: str, written: str) -> str:
    """Return a cell that has a problem as it may be shown: what may be a name is not repeated."""
    if tells_of_person(written, is_code=column in CODES):
        return HIDDEN
    if KINDS[column] == "text":
        return shown_code(written) if column in CODES else shown_word(written)
    return shown_day(written) if KINDS[column] == "day" else shown_number(written)


def _column_problems(cells: pd.DataFrame, columns: dict[str, Column]) -> pd.DataFrame:
    """Try each different text of a column; of one cell only the first problem is listed."""
    problems = []
    for column, described in columns.items():
        rules = (PERSONAL_CODE if column in CODES else PERSONAL, *described.rules)
        broken = {
            text: rule
            for part in in_parts(cells[column].unique())
            for text in part
            if (rule := _first_broken(rules, text))
        }
        for rule in dict.fromkeys(broken.values()):
            against = says(cells[column], lambda text: broken.get(text) is rule)  # noqa: B023
            problems.append(problems_of(cells.index[against], column, rule.kind))
    return together(problems) if problems else without_rows(*FAULT_COLUMNS)


def _first_broken(rules: Iterable[Rule], text: str) -> Rule | None:
    try:
        return next((rule for rule in rules if not rule.passes(text)), None)
    except Exception as error:
        raise CheckingError(_("The records could not be checked.")) from error
