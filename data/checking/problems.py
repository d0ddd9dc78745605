"""The problems found in the rows of a sheet, gathered until they are listed."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import shown

PROBLEM_COLUMNS = ("row", "column", "value", "reason", "what_to_do")


def together(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of some tables of the same columns, one or more, as one table."""
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0]


def problems_of(rows: pd.DataFrame, column: str, reason: str, what_to_do: str) -> pd.DataFrame:
    """Return one problem for each of some rows: ``row``, ``column`` and the two sentences."""
    told = {"column": column, "reason": reason, "what_to_do": what_to_do}
    return pd.DataFrame({"row": rows.index.to_numpy(dtype="int64"), **told})


class RowFaults:
    """Problems by row of the file; a row can have several."""

    def __init__(self) -> None:
        self._found = [pd.DataFrame(columns=list(PROBLEM_COLUMNS)).astype({"row": "int64"})]

    def add(
        self,
        rows: Iterable[int] | pd.Index,
        column: str,
        values: pd.Series | str,
        reason: str,
        what_to_do: str,
    ) -> None:
        """Add one problem for each of some rows; values are shortened, or hidden."""
        index = pd.Index(list(rows), dtype="int64")
        if not len(index):
            return
        if isinstance(values, pd.Series):
            told = values.loc[index]
            values_shown = by_text(told, shown).to_numpy()
        else:
            values_shown = np.full(len(index), values, dtype=object)
        self._found.append(
            pd.DataFrame(
                {
                    "row": index.to_numpy(),
                    "column": column,
                    "value": values_shown,
                    "reason": reason,
                    "what_to_do": what_to_do,
                }
            )
        )

    def extend(self, faults: pd.DataFrame) -> None:
        """Add problems that have the columns of ``PROBLEM_COLUMNS`` already."""
        self._found.append(faults[list(PROBLEM_COLUMNS)])

    @property
    def rows(self) -> set[int]:
        """The rows that have a problem."""
        return {int(row) for found in self._found for row in found["row"].unique()}

    def rows_in(self, columns: set[str]) -> set[int]:
        """Return the rows that have a problem in one of some columns."""
        own = [found.loc[found["column"].isin(columns), "row"] for found in self._found]
        return {int(row) for rows in own for row in rows.unique()}

    def listed(self) -> pd.DataFrame:
        """Return all problems by row."""
        return together(self._found).sort_values("row", kind="stable", ignore_index=True)
