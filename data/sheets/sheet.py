"""A table of a file as text, before anything is known of what its columns are."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pandas as pd

from data.records.distinct import blank_column
from data.records.problems.kind import ProblemKind
from data.sheets.field_names import field_of_name
from data.sheets.fields import field_of_tag
from data.sheets.row_numbers import AS_IN_FILE, RowNumbers


@dataclass(frozen=True)
class RowsMade:
    """How each row of the file made several.

    Attributes
    ----------
    beside
        The names of the columns whose cells stand again in each of them.
    made
        The names of those that differ: of what, and what is counted.
    factor
        They are numbered from as many times the row of the file.
    left
        By the row of the file, how many people more its total tells than its rows count; none
        of a row without a total.
    of_row
        The names of columns that count a sex of the whole row of the file, in the first of them.
    """

    beside: Set[str]
    made: Set[str]
    factor: int
    left: Mapping[int, int] = field(default_factory=dict)
    of_row: Set[str] = frozenset()

    def moved(self, by: int) -> "RowsMade":
        """Return the same of rows that are numbered from another number on."""
        left = {row + by // self.factor: number for row, number in self.left.items()}
        return replace(self, left=left)


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table of a file, before anything is known of what its columns are.

    It may hold what must not be kept or shown; ``data.sheets.admission`` says what goes on.

    Attributes
    ----------
    where, name
        The file and the sheet in words; the sheet's own name, blank for a CSV file.
    header, tags
        The name of each column and its HXL tag, blank where there is none.
    cells
        Text; the columns are counted from 0, the index is the row by its number. Blank rows are
        left out.
    faults
        ``row``, ``position`` (of the column, -1 for the row as a whole), ``kind``.
    ignored
        ``row``, ``reason``: rows under the header that hold no record.
    notes
        Sentences on what was detected.
    day_zero
        The day from which a workbook counts days; None for a CSV file.
    offered
        By position, why a column is asked about that no header names: it is made of what stands
        above the rows, or of the names of others. Blank where a label there says what it is.
    above
        What stands above the header, a text a row.
    below
        What stands in notes below the rows, a text a row.
    between
        By its row, what heads some of the rows.
    explained
        What sheets that explain the table say of how days are written: "dd/mm/yyyy".
    over_rows
        By position, the rows of which a merged cell in this column covers more than one.
    lists
        The first row of the list of each day of one training, of which there are several.
    hidden
        The names of columns that the sheet hides.
    hidden_rows
        The rows under the header that the sheet hides.
    rows_made
        How rows of the file made several, where they did.
    numbers
        How its rows are numbered: where in the file each of them stands.
    own_names
        By the name that a column was given, the one that it has in the file.
    sums
        The names of columns of the file that are left out, as the numbers of others are its parts.
    """

    where: str
    name: str
    header: tuple[str, ...]
    tags: tuple[str, ...]
    cells: pd.DataFrame = field(repr=False)
    faults: pd.DataFrame
    ignored: pd.DataFrame
    notes: tuple[str, ...]
    day_zero: date | None
    offered: Mapping[int, str] = field(default_factory=dict)
    above: tuple[str, ...] = field(default=(), repr=False)
    below: tuple[str, ...] = field(default=(), repr=False)
    between: Mapping[int, str] = field(default_factory=dict, repr=False)
    explained: tuple[str, ...] = ()
    over_rows: Mapping[int, frozenset[int]] = field(default_factory=dict)
    lists: tuple[int, ...] = ()
    hidden: Set[str] = frozenset()
    hidden_rows: Set[int] = frozenset()
    rows_made: RowsMade | None = None
    numbers: RowNumbers = AS_IN_FILE
    own_names: Mapping[str, str] = field(default_factory=dict)
    sums: Set[str] = frozenset()

    @property
    def written(self) -> pd.DataFrame:
        """The cells of the columns that stand in the file: of none that is offered."""
        return self.cells.drop(columns=list(self.offered)) if self.offered else self.cells

    @cached_property
    def fields(self) -> tuple[str | None, ...]:
        """What each column means by its name, None where that says nothing."""
        return tuple(map(field_of_name, self.header))

    @property
    def fields_told(self) -> tuple[str | None, ...]:
        """What each column means by its tag, else by its name; None where neither says it."""
        by_tag = (field_of_tag(tag) if tag else None for tag in self.tags)
        return tuple(tagged or named for tagged, named in zip(by_tag, self.fields, strict=True))

    @property
    def beside(self) -> tuple[str, ...]:
        """What stands above and below the rows, and the sheet's name."""
        return (*self.above, *self.below, self.name)

    def place_of(self, name: str) -> int | None:
        """Return the position of the first column of a name, or None; capitals do not matter."""
        folded = [one.casefold() for one in self.header]
        return folded.index(name) if name in folded else None

    def column(self, name: str) -> pd.Series:
        """Return the first column of a name; blank where there is none."""
        place = self.place_of(name)
        if place is None:
            return blank_column(self.cells.index)
        return self.cells[place]

    def noted(self, *notes: str) -> "Sheet":
        """Return the sheet with more that is said of it."""
        return replace(self, notes=(*self.notes, *notes))

    def renamed(self, names: Mapping[int, str]) -> "Sheet":
        """Return the sheet with other names of some columns, by position."""
        header = tuple(names.get(n, name) for n, name in enumerate(self.header))
        own = {header[n]: self.own_names.get(name, name) for n, name in enumerate(self.header)
               if name and header[n] != name}  # fmt: skip
        return replace(self, header=header, own_names={**self.own_names, **own})

    def with_cells(self, cells: pd.DataFrame, note: str) -> "Sheet":
        """Return the sheet with other cells in the same places, and why."""
        return replace(self, cells=cells, notes=(*self.notes, note))

    def with_texts(self, place: int, texts: pd.Series, note: str) -> "Sheet":
        """Return the sheet with other texts in one column, and why."""
        cells = self.cells.copy()
        cells[place] = texts
        return self.with_cells(cells, note)

    def with_columns(self, columns: Sequence[tuple[str, pd.Series, str]]) -> "Sheet":
        """Return the sheet with more columns: the name of each, its cells, and why it is asked."""
        width = len(self.header)
        cells = self.cells.copy()
        for n, (_, texts, _) in enumerate(columns, start=width):
            cells[n] = texts.reindex(cells.index).fillna("").astype("str")
        return replace(
            self,
            header=(*self.header, *(name for name, _, _ in columns)),
            tags=(*self.tags, *("" for _ in columns)),
            cells=cells,
            offered={
                **self.offered,
                **{n: why for n, (_, _, why) in enumerate(columns, start=width)},
            },
        )

    def only(self, places: Sequence[int]) -> "Sheet":
        """Return the sheet with the columns of some places alone."""
        place_of = {place: n for n, place in enumerate(places)}
        faults = self.faults[self.faults["position"].isin([*places, -1])]
        moved = faults["position"].map({**place_of, -1: -1}).astype("int64")
        return replace(
            self,
            header=tuple(self.header[n] for n in places),
            tags=tuple(self.tags[n] for n in places),
            cells=self.cells[list(places)].set_axis(range(len(places)), axis=1),
            faults=faults.assign(position=moved),
            offered={place_of[n]: why for n, why in self.offered.items() if n in place_of},
            over_rows={place_of[n]: own for n, own in self.over_rows.items() if n in place_of},
        )

    def without(self, rows: pd.Index, reason: str) -> "Sheet":
        """Return the sheet with some rows set aside as such that hold no record."""
        if rows.empty:
            return self
        more = pd.DataFrame({"row": rows.to_numpy(dtype="int64"), "reason": reason})
        return replace(
            self,
            cells=self.cells.drop(index=rows),
            faults=self.faults[~self.faults["row"].isin(rows)],
            ignored=pd.concat([self.ignored, more], ignore_index=True),
        )

    def with_faults(self, rows: pd.Index, kind: ProblemKind) -> "Sheet":
        """Return the sheet with a fault of some rows as a whole."""
        if rows.empty:
            return self
        more = pd.DataFrame({"row": rows.to_numpy(dtype="int64"), "position": -1, "kind": kind})
        return replace(self, faults=pd.concat([self.faults, more], ignore_index=True))
