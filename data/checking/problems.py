"""The problems found in the rows of a sheet, gathered until they are listed."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import shown
from data.records.problems.kind import ProblemKind

PROBLEM_COLUMNS = ("row", "column", "value", "kind")


def without_rows(*columns: str) -> pd.DataFrame:
    """Return a list of rows of a file that has none."""
    return _empty(columns).copy(deep=False)


@cache
def _empty(columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(columns=list(columns)).astype({"row": "int64"})


def together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of some tables of the same columns, one or more, as one table."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0]


def problems_of(rows: pd.Index, column: str, kind: ProblemKind) -> pd.DataFrame:
    """Return one problem for each of some rows: ``row``, ``column`` and ``kind``."""
    if rows.empty:  # of most rules, no row is at fault
        return without_rows("row", "column", "kind")
    places = rows.to_numpy(dtype="int64")
    return pd.DataFrame({"row": places, "column": column, "kind": kind})


class RowFaults:
    """Problems by row of the file; a row can have several."""

    def __init__(self) -> None:
        self._found = [without_rows(*PROBLEM_COLUMNS)]

    def add(
        self,
        rows: Iterable[int] | pd.Index,
        column: str,
        values: pd.Series | str,
        kind: ProblemKind,
    ) -> None:
        """Add one problem for each of some rows; values are shortened, or hidden."""
        if not (places := list(rows)):  # of most problems, there is none
            return
        index = pd.Index(places, dtype="int64")
        written = by_text(values.loc[index], shown) if isinstance(values, pd.Series) else values
        problems = problems_of(index, column, kind)
        self._found.append(problems.assign(value=np.asarray(written, dtype=object)))

    def settle(self, rows: pd.Index, kind: ProblemKind) -> None:
        """Let the problems of one kind go of some rows."""
        if len(rows):
            self._found = [one[~(one["row"].isin(rows) & (one["kind"] == kind))]
                           for one in self._found]  # fmt: skip

    def extend(self, faults: pd.DataFrame) -> None:
        """Add problems that have the columns of ``PROBLEM_COLUMNS`` already."""
        self._found.append(faults[list(PROBLEM_COLUMNS)])

    @property
    def rows(self) -> set[int]:
        """The rows that have a problem."""
        return {row for found in self._found if len(found) for row in found["row"].tolist()}

    def rows_in(self, columns: set[str]) -> set[int]:
        """Return the rows that have a problem in one of some columns."""
        rows = (
            zip(one["row"].tolist(), one["column"], strict=True) for one in self._found if len(one)
        )
        return {row for own in rows for row, name in own if name in columns}

    def listed(self) -> pd.DataFrame:
        """Return all problems by row."""
        return together(self._found).sort_values("row", kind="stable", ignore_index=True)
