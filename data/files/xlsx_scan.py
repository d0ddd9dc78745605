"""A look through the XML of one sheet before it is read: how large it is, what has no value."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

NO_VALUE = "A formula whose value is not saved in the file."
ERROR_VALUE = "An error value, such as #N/A or #DIV/0!."

REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


@dataclass
class Scan:
    """What was found in a sheet.

    Attributes
    ----------
    last_row, last_column
        The last row and column that hold a filled cell, from 1; formatted cells that hold
        nothing do not count.
    unread
        Cells that hold something which a reader sees as empty, by (row, column), and why.
    """

    last_row: int = 0
    last_column: int = 0
    unread: dict[tuple[int, int], str] = field(default_factory=dict)


class TooManyRowsError(ValueError):
    """A sheet has filled cells below the last row that is allowed."""


class _Sheet:
    """The place of the parser in a sheet."""

    def __init__(self, most_rows: int) -> None:
        self.found, self.most_rows = Scan(), most_rows
        self.row = self.column = 0
        self.kind = ""
        self.formula = self.filled = self.valued = self.in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow the start of an element; rows and cells without an address follow on."""
        tag = name.rpartition(":")[2]
        if tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag in ("v", "is", "f"):
            self.filled = True
            self.formula |= tag == "f"
            self.in_value = tag == "v"

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if "r" in attributes:
            address = REFERENCE.fullmatch(attributes["r"])
            if not address:
                raise ValueError("a cell has no address")
            self.row, self.column = int(address[2]), _column(address[1])
        self.kind = attributes.get("t", "")
        self.formula = self.filled = self.valued = self.in_value = False

    def text(self, _: str) -> None:
        """Take note that the value of a cell is not empty."""
        self.valued |= self.in_value

    def end(self, name: str) -> None:
        """Follow the end of an element."""
        tag = name.rpartition(":")[2]
        if tag == "v":
            self.in_value = False
        elif tag == "c" and self.filled:
            if self.row > self.most_rows:
                raise TooManyRowsError
            self.found.last_row = max(self.found.last_row, self.row)
            self.found.last_column = max(self.found.last_column, self.column)
            if self.kind == "e":
                self.found.unread[self.row, self.column] = ERROR_VALUE
            elif self.formula and not self.valued and self.kind != "str":
                self.found.unread[self.row, self.column] = NO_VALUE


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _refuse(*_: object) -> None:
    raise ValueError("a document type")


def scan(content: bytes, most_rows: int) -> Scan:
    """Look through the XML of a sheet; other XML is looked through too and found empty.

    Raises
    ------
    TooManyRowsError
        As soon as a filled cell lies below the allowed rows.
    ValueError
        If it is not XML, holds a document type (which can define text that grows without end)
        or a cell without an address.
    """
    sheet, parser = _Sheet(most_rows), expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = sheet.start
    parser.EndElementHandler = sheet.end
    parser.CharacterDataHandler = sheet.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError("not XML") from error
    return sheet.found
