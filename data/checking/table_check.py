"""One table of an upload on its way: its rows against the rules of their columns."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from data.checking.problems import problems_of
from data.checking.raw_tables import RawTable
from data.records.personal_data import shown
from data.records.rules import PERSONAL, Rule, tidied
from data.records.tables import TABLES, Column

PROBLEM_COLUMNS = ("table", "row", "column", "value", "reason", "what_to_do")


class CheckingError(Exception):
    """The check itself failed: nothing is known of the records, good or bad."""


class Sifted:
    """One table on its way: its rows, those still sound, and the problems found so far."""

    def __init__(self, raw: RawTable) -> None:
        self.raw, self.cells = raw, tidied(raw.cells)
        readable = self.cells[~self.cells.index.isin(raw.faults["row"])]
        self.merged = _duplicates(raw.name, readable)
        self.sound = readable[~readable.index.isin(self.merged["row"])]
        self._found = [raw.faults, _column_problems(self.sound, TABLES[raw.name])]

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
    again = cells[cells.duplicated(keep=False)]
    first = again.index.to_series().groupby([again[c] for c in again.columns]).transform("min")
    rows = again.index[again.duplicated()]
    return pd.DataFrame({"table": name, "row": rows, "same_as": first[rows].to_numpy()})


def _column_problems(cells: pd.DataFrame, columns: dict[str, Column]) -> pd.DataFrame:
    """Try each different text of a column; of one cell only the first problem is listed."""
    problems = [problems_of(cells[:0], "", "", "")]
    for column, described in columns.items():
        codes, texts = pd.factorize(cells[column])
        broken = [_first_broken((PERSONAL, *described.rules), text) for text in texts.tolist()]
        for rule in dict.fromkeys(rule for rule in broken if rule):
            rows = cells[np.array([one is rule for one in broken])[codes]]
            problems.append(problems_of(rows, column, rule.reason, rule.what_to_do))
    return pd.concat(problems[1:] or problems)


def _first_broken(rules: Iterable[Rule], text: str) -> Rule | None:
    try:
        return next((rule for rule in rules if not rule.passes(text)), None)
    except Exception as error:
        raise CheckingError("The records could not be checked.") from error
