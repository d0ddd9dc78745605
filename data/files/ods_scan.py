"""A look through an OpenDocument spreadsheet (.ods) before it is read: how large it would grow.

A cell or a row may say that it is repeated a million times. What is empty and repeated at the
end costs nothing; what is filled counts as often as it is repeated.
"""

from data.files.xlsx_scan import Scan, TooManyRowsError
from data.files.zip_parts import MOST_ROWS
from data.records.problem_kinds import NO_VALUE

FILLED = ("office:value-type", "calcext:value-type", "table:formula")
#: No program writes a sheet with more rows or columns than this.
MOST_REPEATS = 1_048_576


class OdsTables:
    """The place of the parser in the document."""

    def __init__(self) -> None:
        self.found = Scan()
        self.row = self.column = self.row_repeats = self.cell_repeats = 0
        self.in_cell = self.filled = self.row_filled = self.formula = False
        self.table = -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow the start of an element."""
        if name == "table:table":
            self.row, self.table = 0, self.table + 1
        elif name == "table:table-row":
            self.row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self.column, self.row_filled = 0, False
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.cell_repeats = _repeats(attributes, "table:number-columns-repeated")
            self.in_cell = True
            self.formula = "table:formula" in attributes and "office:value-type" not in attributes
            self.filled = any(key in attributes for key in FILLED)

    def text(self, _: str) -> None:
        """Take note that a cell holds text."""
        self.filled |= self.in_cell
        self.formula &= not self.in_cell

    def end(self, name: str) -> None:
        """Follow the end of an element."""
        if name in ("table:table-cell", "table:covered-table-cell"):
            self.in_cell = False
            self.column += self.cell_repeats
            if self.formula:
                self.found.unread[self.table, self.row + 1, self.column] = NO_VALUE
            if self.filled:
                self.row_filled = True
                self.found.last_column = max(self.found.last_column, self.column)
        elif name == "table:table-row":
            self.row += self.row_repeats
            if self.row_filled:
                if self.row > MOST_ROWS + 1:
                    raise TooManyRowsError
                self.found.last_row = max(self.found.last_row, self.row)


def _repeats(attributes: dict[str, str], name: str) -> int:
    times = int(attributes.get(name, "1"))
    if not 0 < times <= MOST_REPEATS:
        raise ValueError("a cell or row that is repeated too often")
    return times
