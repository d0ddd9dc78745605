"""How the rows of a table are numbered, and where in the file each of them stands.

A row of the file may make several, and tables of several sheets may become one. Their rows are told
apart by numbers that are made; whoever looks into the file is told the numbers that it has itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import pandas as pd

from geo.words.catalogue import _

IntegerArray = TypeVar("IntegerArray", pd.Index, pd.Series)


class FileRow(NamedTuple):
    """A row as the file numbers it, and where that is: a sheet, if it has several, or a column."""

    row: int
    where: str = ""

    @property
    def in_words(self) -> str:
        """The number, and where that is."""
        words = _("{row} in {where}")
        return words.format(row=self.row, where=self.where) if self.where else str(self.row)


@dataclass(frozen=True)
class RowNumbers:
    """How rows are numbered that were made of those of a file.

    Attributes
    ----------
    factor
        They are numbered from as many times the number before on; a smaller number is the file's.
    before
        How those were numbered of which they were made; None as in the file.
    of_columns
        Whether each column of a row made one.
    tables
        What several tables that became one are called, and how the rows of each are numbered.
    """

    factor: int = 1
    before: "RowNumbers | None" = None
    of_columns: bool = False
    tables: tuple[tuple[str, "RowNumbers"], ...] = ()

    def made(self, factor: int) -> "RowNumbers":
        """Return the numbers of rows of which each of these made several."""
        return RowNumbers(factor, self)

    def of_table(self, place: int, rows: IntegerArray) -> IntegerArray:
        """Return the numbers that rows of one of the tables have, of which the first is 1.

        Those of the second begin with twice ``factor``. Numbers from ``factor`` on, such as a note
        below the last row can have, come after all others.
        """
        return (rows // self.factor * len(self.tables) + place) * self.factor + rows % self.factor

    def in_file(self, rows: Iterable[int]) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers that rows have in the file, and where each is, blank if plain."""
        told = np.array(rows if isinstance(rows, np.ndarray) else [*rows], dtype="int64")
        where = np.full(len(told), "", dtype=object)
        if self.tables:
            return self._of_tables(told, where)
        made = told >= self.factor
        if self.of_columns:
            words = _("column {number}")
            columns = np.where(made, told % self.factor, 0)
            for number in np.unique(columns[columns > 0]).tolist():
                where[columns == number] = words.format(number=number)
        told = np.where(made, told // self.factor, told)
        if self.before is None:
            return told, where
        told, within = self.before.in_file(told)
        return told, _both(within, where)

    def _of_tables(self, told: np.ndarray, where: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        beyond, place = np.divmod(told // self.factor - 1, len(self.tables))
        told = beyond * self.factor + told % self.factor
        for n, (called, numbers) in enumerate(self.tables):
            own = place == n
            told[own], within = numbers.in_file(told[own])
            where[own] = _both(np.full(len(within), called, dtype=object), within)
        return told, where

    def rows_of(self, rows: Iterable[int]) -> list[FileRow]:
        """Return where rows stand in the file, each of its rows once."""
        numbers, where = self.in_file(rows)
        return [*dict.fromkeys(map(FileRow, numbers.tolist(), where.tolist()))]

    def row_of(self, row: int) -> FileRow:
        """Return where a row stands in the file."""
        return self.rows_of([row])[0]


def _both(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return two texts as one, where neither is blank with a comma between them."""
    commas = np.where((first != "") & (second != ""), ", ", "").astype(object)
    return first + commas + second


#: The numbers are those of the file.
AS_IN_FILE = RowNumbers()
