"""One table of an upload on its way: its rows against the rules of their columns."""

from collections.abc import Iterable

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrorReason, SchemaErrors

from data.checking.problems import problems_of
from data.checking.raw_tables import RawTable
from data.records.personal_data import shown
from data.records.rules import PERSONAL, Rule, tidied

PROBLEM_COLUMNS = ("table", "row", "column", "value", "reason", "what_to_do")


class CheckingError(Exception):
    """The check itself failed: nothing is known of the records, good or bad."""


class Sifted:
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

    def rows_against(self, column: str, rule: Rule) -> list[int]:
        """Return the rows whose problem in a column is that they are against one rule."""
        found = [f[(f["column"] == column) & (f["reason"] == rule.reason)] for f in self._found]
        return sorted({int(row) for one in found for row in one["row"]} & set(self.sound.index))

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
    return problems_of(cells[:0], "training_id", "", "")
