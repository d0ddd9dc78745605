"""A look through the XML of sheets before they are read: how large they are, what has no value.

In an OpenDocument spreadsheet (.ods) a cell or a row may say that it is repeated a million times.
What is empty and repeated at the end costs nothing; what is filled counts as often as it is
repeated.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from data.files.cell_text import MOST_MERGED
from data.files.zip_parts import MOST_ROWS, damaged, require_size, too_large
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import ERROR_VALUE, NO_VALUE

FILLED = ("office:value-type", "calcext:value-type", "table:formula")
#: No program writes a sheet with more rows or columns than this.
MOST_REPEATS = 1_048_576
#: Columns beyond this one that are hidden are not told.
MOST_HIDDEN = 1_000
REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


@dataclass
class Scan:
    """What was found in a sheet, or in the largest of a file's.

    Attributes
    ----------
    last_row, last_column
        The last row and column that hold a filled cell, from 1; formatted cells that hold
        nothing do not count.
    unread
        Cells that hold something which a reader sees as empty, by (number of the sheet from 0,
        row, column), and why.
    hidden
        Rows that are hidden or filtered out, by (number of the sheet, row).
    hidden_columns
        Columns that are hidden, from 1. Of an Excel workbook (.xlsx) only.
    filtered
        Whether there is a filter, or an outline, which may be what hides the rows.
    percents
        Cells whose number is shown as a share of 100: number of the sheet, row, column, and over
        how many rows and columns it is repeated.
    indents
        Cells with an indent, by (row, column), and how deep. Of an Excel workbook (.xlsx) only.
    months
        Cells that show the month of their date, and not its day, as (row, column). Of an Excel
        workbook (.xlsx) only.
    merged
        Cells merged over several, by number of the sheet: the first and the last, as (row, column).
        Of an OpenDocument spreadsheet only, whose reader does not tell them.
    """

    last_row: int = 0
    last_column: int = 0
    unread: dict[tuple[int, int, int], ProblemKind] = field(default_factory=dict)
    hidden: set[tuple[int, int]] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    months: set[tuple[int, int]] = field(default_factory=set)
    percents: list[tuple[int, int, int, int, int]] = field(default_factory=list)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    merged: list[tuple[int, tuple[tuple[int, int], tuple[int, int]]]] = field(default_factory=list)


class TooManyRowsError(ValueError):
    """A sheet has filled cells below the last row that is allowed."""


class XlsxSheet:
    """The place of the parser in a sheet; in other XML it finds nothing.

    ``month_styles`` are the styles of cells that show a month and a year, and no day; ``indents``
    are those that indent their text, and how deep; ``percents`` show numbers as shares of 100.
    """

    def __init__(
        self,
        month_styles: Container[str] = (),
        indents: Mapping[str, int] | None = None,
        percents: Container[str] = (),
    ) -> None:
        self.found, self.month_styles, self.indents = Scan(), month_styles, indents or {}
        self.percents, self.style = percents, ""
        self.row = self.column = 0
        self.kind = ""
        self.formula = self.filled = self.valued = self.in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow the start of an element; rows and cells without an address follow on."""
        tag = name.rpartition(":")[2]
        if tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
            if attributes.get("hidden") in ("1", "true") and self.row <= MOST_ROWS:
                self.found.hidden.add((0, self.row))
                self.found.filtered |= attributes.get("outlineLevel", "0") != "0"
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self.found.hidden_columns |= set(range(first, min(last, MOST_HIDDEN) + 1))
        elif tag in ("autoFilter", "tablePart"):
            self.found.filtered = True
        elif tag == "c":
            self.column += 1
            if "r" in attributes:
                address = REFERENCE.fullmatch(attributes["r"])
                if not address:
                    raise ValueError("a cell has no address")
                self.row, self.column = int(address[2]), _column(address[1])
            self.kind = attributes.get("t", "")
            self.style = attributes.get("s", "")
            if self.style in self.month_styles and self.row <= MOST_ROWS:
                self.found.months.add((self.row, self.column))
            if (depth := self.indents.get(self.style, 0)) and self.row <= MOST_ROWS:
                self.found.indents[self.row, self.column] = depth
            self.formula = self.filled = self.valued = self.in_value = False
        elif tag in ("v", "is", "f"):
            self.filled = True
            self.formula |= tag == "f"
            self.in_value = tag == "v"

    def text(self, _: str) -> None:
        """Take note that the value of a cell is not empty."""
        self.valued |= self.in_value

    def end(self, name: str) -> None:
        """Follow the end of an element."""
        tag = name.rpartition(":")[2]
        if tag == "v":
            self.in_value = False
        elif tag == "c" and self.filled:
            if self.row > MOST_ROWS + 1:
                raise TooManyRowsError
            self.found.last_row = max(self.found.last_row, self.row)
            self.found.last_column = max(self.found.last_column, self.column)
            if self.style in self.percents:
                self.found.percents.append((0, self.row, self.column, 1, 1))
            if self.kind == "e":
                self.found.unread[0, self.row, self.column] = ERROR_VALUE
            elif self.formula and not self.valued and self.kind != "str":
                self.found.unread[0, self.row, self.column] = NO_VALUE


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class OdsTables:
    """The place of the parser in the document."""

    def __init__(self) -> None:
        self.found = Scan()
        self.row = self.column = self.row_repeats = self.cell_repeats = 0
        self.in_cell = self.filled = self.row_filled = self.formula = self.row_hidden = False
        self.percent = False
        self.table = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow the start of an element."""
        if name == "table:table":
            self.row, self.table = 0, self.table + 1
        elif name == "table:table-row":
            self.row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self.column, self.row_filled = 0, False
            visibility = attributes.get("table:visibility")
            self.row_hidden = visibility in ("collapse", "filter")
            self.found.filtered |= visibility == "filter"
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.cell_repeats = _repeats(attributes, "table:number-columns-repeated")
            self.in_cell = True
            self.formula = "table:formula" in attributes and "office:value-type" not in attributes
            self.filled = any(key in attributes for key in FILLED)
            self.percent = attributes.get("office:value-type") == "percentage"
            down = _repeats(attributes, "table:number-rows-spanned")
            right = _repeats(attributes, "table:number-columns-spanned")
            if (down > 1 or right > 1) and len(self.found.merged) < MOST_MERGED:
                row, column = self.row + 1, self.column + 1
                last = (row + down - 1, column + right - 1)
                self.found.merged.append((self.table, ((row, column), last)))

    def text(self, _: str) -> None:
        """Take note that a cell holds text."""
        self.filled |= self.in_cell
        self.formula &= not self.in_cell

    def end(self, name: str) -> None:
        """Follow the end of an element."""
        if name in ("table:table-cell", "table:covered-table-cell"):
            self.in_cell = False
            if self.percent:
                place = (self.table, self.row + 1, self.column + 1)
                self.found.percents.append((*place, self.row_repeats, self.cell_repeats))
            self.column += self.cell_repeats
            if self.formula:
                self.found.unread[self.table, self.row + 1, self.column] = NO_VALUE
            if self.filled:
                self.row_filled = True
                self.found.last_column = max(self.found.last_column, self.column)
        elif name == "table:table-row":
            self.row += self.row_repeats
            if self.row_filled and self.row_hidden:
                self.found.hidden.add((self.table, self.row))
            if self.row_filled:
                if self.row > MOST_ROWS + 1:
                    raise TooManyRowsError
                self.found.last_row = max(self.found.last_row, self.row)


def _repeats(attributes: dict[str, str], name: str) -> int:
    times = int(attributes.get(name, "1"))
    if not 0 < times <= MOST_REPEATS:
        raise ValueError("a cell or row that is repeated too often")
    return times


def _refuse(*_: object) -> None:
    raise ValueError("a document type")


class _Follower(Protocol):
    """What follows the elements and texts of a document, and finds out how large a sheet is."""

    found: Scan

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def text(self, _: str) -> None: ...

    def end(self, name: str) -> None: ...


def look_through(content: bytes, follower: _Follower) -> Scan:
    """Look through the XML of sheets; refuse a document type and a sheet that is too large.

    A document type can define text that grows without end.

    Raises
    ------
    ReadingError
        If it is not XML, is damaged, or a filled cell lies beyond the limits.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = follower.start
    parser.EndElementHandler = follower.end
    parser.CharacterDataHandler = follower.text
    try:
        parser.Parse(content, True)
    except TooManyRowsError as error:
        raise too_large() from error
    except (expat.ExpatError, ValueError) as error:
        raise damaged() from error
    require_size(follower.found.last_row, follower.found.last_column)
    return follower.found
