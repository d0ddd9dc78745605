"""The tables of a web page, as dashboards and management systems export them, often as ".xls".

A table is a sheet; what stands before it is above its rows, as a spreadsheet program shows it.
Nothing is fetched and no entity of the page's own is expanded.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.files.cell_text import SheetRows, SheetTitle
from data.files.csv_text import OTHER_KINDS, SAVE_AS_CSV, decoded
from data.files.zip_parts import LARGEST_AREA, require_size, too_large
from data.records.errors import ReadingError
from geo.words.catalogue import _

_START = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")
_TABLE = re.compile(rb"<table[\s>]", re.IGNORECASE)
#: What a page of Urdu says of its encoding near its beginning, where that is not UTF-8.
_SAYS_ARABIC = re.compile(rb"charset\s*=\s*[\"']?\s*(?:windows-|cp)1256\b", re.IGNORECASE)
SAID_WITHIN = 4_096
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SEVERAL = re.compile(r" {2,}")
_SPACES, _LINES = re.compile(r"[ \t\r\n\f\u00a0]+"), re.compile(r" ?\n[ \n]*")
#: Elements whose text nobody sees on the page, and those within a line of text.
_NO_TEXT = frozenset(["script", "style", "title", "noscript", "template", "select", "textarea"])
_IN_LINE = frozenset(["a", "abbr", "b", "big", "bdi", "bdo", "cite", "code", "em", "font", "i",
                      "img", "input", "ins", "label", "mark", "nobr", "q", "s", "small", "span",
                      "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr"])  # fmt: skip
_CELLS, _PARTS = ("td", "th"), ("thead", "tbody", "tfoot")
#: More is no file of records; and browsers know no cell over more columns.
MOST_TABLES, MOST_ELEMENTS, MOST_SPANNED = 200, 2_000_000, 1_000
_EPOCH = dt.date(1899, 12, 30)


@dataclass
class _Cell:
    """A cell on its way: its pieces of text, and over how many rows and columns it stands."""

    down: int = 1
    right: int = 1
    hidden: bool = False
    pieces: list[str] = field(default_factory=list)


@dataclass
class _Table:
    """A table on its way: its rows of cells, which of them are hidden, and the texts above it.

    ``unseen`` is in how many elements it stands that nobody sees.
    """

    hidden: bool = False
    unseen: int = 0
    rows: list[list[_Cell]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    cell: _Cell | None = None
    above: list[list[str]] = field(default_factory=list)

    def add_row(self, *, hidden: bool) -> None:
        """Begin a row."""
        if hidden:
            self.hidden_rows.add(len(self.rows))
        self.rows.append([])
        require_size(len(self.rows), 1)
        self.cell = None

    def add_cell(self, attributes: Mapping[str, str], *, hidden: bool) -> None:
        """Begin a cell of the last row."""
        down, right = (_span(attributes.get(name, "")) for name in ("rowspan", "colspan"))
        self.cell = _Cell(down, min(right or 1, MOST_SPANNED), hidden)
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(self.cell)

    @property
    def is_of_records(self) -> bool:
        """Whether it has rows and columns: others, and labels with what they name, are texts."""
        filled = [[text for text in row if text] for row in self.texts]
        several = [row for row in filled if len(row) > 1]
        return len(several) > 1 and not all(row[0].endswith(":") for row in several)

    @property
    def texts(self) -> list[list[str]]:
        """The texts of its cells, a row each."""
        return [[_text(cell.pieces) for cell in row] for row in self.rows]


def is_page(content: bytes) -> bool:
    """Tell whether a file is a web page with a table, whatever it is called."""
    begins = _START.match(content[:SAID_WITHIN]) is not None
    return begins and _TABLE.search(content.replace(b"\0", b"")) is not None


def tables_of_page(content: bytes) -> list[tuple[SheetTitle, SheetRows]]:
    """Return the tables of a page in their order, each as a sheet with the texts before it.

    What stands after the last is below its rows. A cell over several rows or columns has its text
    in the first. Rows and columns that are hidden are told, other hidden texts left out.

    Raises
    ------
    ReadingError
        If its letters cannot be told, it has no table of records, or more than is taken.
    """
    from lxml import etree  # it loads a library of its own, for such files alone

    where = _("The web page")
    arabic = _SAYS_ARABIC.search(content[:SAID_WITHIN]) is not None
    text, _encoding = decoded(content, where, lambda _text: arabic)
    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, huge_tree=False)
    parser.feed(text.replace("\0", "").encode("utf-8", "replace"))
    parser.close()
    if not page.tables:
        raise ReadingError(OTHER_KINDS[b"<"], where, SAVE_AS_CSV)
    return page.sheets()


class _Page:
    """What a parser tells of a page, piece by piece: no tree of it is ever held."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._path: list[tuple[str, bool, bool]] = []
        self._unseen = 0
        self._elements = 0
        self._line: list[str] = []
        self._lines: list[list[str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise too_large()
        hidden = "hidden" in attributes or bool(_UNSEEN.search(attributes.get("style", "")))
        if tag == "table":
            self._break()
            self._open.append(_Table(hidden or self._unseen > 0, self._unseen))
            self._unseen = 0
        elif self._open and tag == "tr":
            parent, of_part, _gone = self._path[-1]
            self._open[-1].add_row(hidden=hidden or (parent in _PARTS and of_part))
        elif self._open and tag in _CELLS:
            self._open[-1].add_cell(attributes, hidden=hidden)
        elif tag not in _IN_LINE:
            self._break()
        # Hidden parts of a table are told, and not left out.
        gone = tag in _NO_TEXT or (hidden and tag not in ("table", "tr", *_PARTS, *_CELLS))
        self._path.append((tag, hidden, gone))
        self._unseen += gone

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if not self._path or self._path[-1][0] != tag:  # what the parser has closed before
            return
        self._unseen -= self._path.pop()[2]
        if tag == "table" and self._open:
            self._end_table(self._open.pop())
        elif tag in _CELLS and self._open:
            self._open[-1].cell = None
        elif tag not in _IN_LINE:
            self._break()

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if not self._unseen:
            cell = self._open[-1].cell if self._open else None
            (cell.pieces if cell else self._line).append(_SPACES.sub(" ", text))

    def close(self) -> None:
        """Take the end of the page."""
        while self._open:
            self._end_table(self._open.pop())
        self._break()

    def sheets(self) -> list[tuple[SheetTitle, SheetRows]]:
        """Return the tables of records; the texts of the page stand above that which follows."""
        sheets: list[tuple[SheetTitle, SheetRows]] = []
        area = 0
        for number, table in enumerate(self.tables, start=1):
            after = [[], *self._lines] if table is self.tables[-1] and self._lines else []
            rows = _sheet(table, after)
            area += len(rows.rows) * len(rows.rows[0])
            if area > LARGEST_AREA:
                raise too_large()
            sheets.append(
                (SheetTitle(_("Table {number}").format(number=number), table.hidden), rows)
            )
        return sheets

    def _end_table(self, table: _Table) -> None:
        """Keep a table of records; another is texts, of the cell that it stands in if any."""
        self._break()
        self._unseen = table.unseen
        if table.is_of_records:
            for outer in self._open:  # it only lays the page out
                self._lines += filter(any, outer.texts)
                outer.rows, outer.cell = [], None
            table.above, self._lines = self._lines, []
            self.tables.append(table)
            if len(self.tables) > MOST_TABLES:
                raise too_large()
        elif not table.hidden:
            cell = self._open[-1].cell if self._open else None
            if cell:
                cell.pieces += [f"{text}\n" for row in table.texts for text in row if text]
            else:
                self._lines += filter(any, table.texts)

    def _break(self) -> None:
        """End a line of text: of the cell that is open, or of the page."""
        cell = self._open[-1].cell if self._open else None
        if cell:
            cell.pieces.append("\n")
            return
        text = _text(self._line)
        self._line = []
        if text:
            self._lines.append([text])


def _sheet(table: _Table, after: list[list[str]]) -> SheetRows:
    """Return a table as the rows of a sheet, with the texts above and below it."""
    first = len(table.above)
    rows, merged = [*table.above], []
    seen, hidden, width = set(), set(), 0
    covered: dict[int, int] = {}  # by column, how many rows more a cell above stands over it
    for number, cells in enumerate(table.rows):
        row: list[str] = []
        for cell in cells:
            while covered.get(len(row)):
                row.append("")
            place = len(row)
            require_size(len(rows) + 1, place + cell.right)
            row += [_text(cell.pieces), *[""] * (cell.right - 1)]
            down = min(cell.down or len(table.rows), len(table.rows) - number)
            covered |= dict.fromkeys(range(place, len(row)), down)
            if cell.right == 1:
                (hidden if cell.hidden else seen).add(place + 1)
            if down > 1 or cell.right > 1:
                top = first + number + 1
                merged.append(((top, place + 1), (top + down - 1, len(row))))
        covered = {n: left - 1 for n, left in covered.items() if left > 1}
        rows.append(row)
        width = max(width, len(row))
        require_size(len(rows), width)
    width = max(width, *map(len, table.above), 1)
    even = [row + [""] * (width - len(row)) for row in (*rows, *after)]
    hidden_rows = frozenset(first + n + 1 for n in table.hidden_rows)
    return SheetRows(even, {}, _EPOCH, merged, hidden_rows, frozenset(hidden - seen))


def _text(pieces: list[str]) -> str:
    """Return the text of a cell or of a line, its own lines apart."""
    return _LINES.sub("\n", _SEVERAL.sub(" ", "".join(pieces))).strip()


def _span(text: str) -> int:
    """Return over how many rows or columns a cell stands: 1 where that is no number."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
