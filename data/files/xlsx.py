"""An Excel workbook (.xlsx) as rows of text, read only after its parts were found harmless.

A workbook is a zip of XML files. Each part that is needed is unpacked up to a limit, looked
through for the size of its sheet and for document types (which can be made to grow without
end), and packed again; only that copy is given to the reader. So what was checked is what is
read, whatever the zip says of itself.
"""

import datetime as dt
import posixpath
import re
from collections.abc import Callable
from typing import Any

from defusedxml import DefusedXmlException, ElementTree

from data.files.cell_text import SheetRows, SheetTitle, sheet_cells, show_percents
from data.files.sheet_scan import XlsxSheet, look_through
from data.files.zip_parts import Package, damaged, packed

WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
NEEDED = (
    "[Content_Types].xml",
    "_rels/.rels",
    WORKBOOK,
    LINKS,
    "xl/sharedStrings.xml",
    STYLES,
)
# A format of dates as it is written down; colours, languages and marks between its parts aside.
_UNSHOWN = re.compile(r"\[[^\]]*\]|\\|\"[^\"]*\"|;.*")
_MONTH_ALONE = re.compile(r"m{1,5}[-/,.' ]*y{2,4}|y{2,4}[-/,.' ]*m{1,5}", re.IGNORECASE)
#: The formats of months and of shares that Excel does not write down.
_UNWRITTEN = {"17": "mmm-yy", "9": "0%", "10": "0.00%"}
#: A deeper indent is taken for this one.
MOST_INDENT = 15
_FIRST_DAY = re.compile(r"\d{4}-\d\d-01(?:T00:00:00)?")


def read_xlsx(content: bytes, name: str) -> SheetRows:
    """Read one sheet of a workbook.

    ``name`` is that of the sheet, as the workbook lists it.

    Raises
    ------
    ReadingError
        If the file is damaged, is no workbook, or is larger than the limits of ``zip_parts``.
    """
    package = Package(content)
    path = _sheet_path(package, name)
    kept = {part: package.part(part) for part in (*NEEDED, path) if part in package.names}
    for part in kept.keys() - {path}:
        look_through(kept[part], XlsxSheet())
    styles = _parsed(package, STYLES) if STYLES in package.names else None
    months, percents = _styles(styles, _is_month), _styles(styles, _is_percent)
    found = look_through(kept[path], XlsxSheet(months, _indents(styles), percents))
    unread = {(row, column): kind for (_, row, column), kind in found.unread.items()}
    # A workbook that comes from an old Mac counts its days from 1904.
    counts = [one.get("date1904", "0") for one in _listed(package, "workbookPr")]
    is_old = bool(counts) and counts[0] in ("1", "true")
    day_zero = dt.date(1904, 1, 1) if is_old else dt.date(1899, 12, 30)
    rows, merged = sheet_cells(packed(kept), name)
    show_percents(rows, found.percents, 0)
    for row, column in found.months:
        _show_month(rows, row - 1, column - 1)
    for (row, column), depth in found.indents.items():
        _indent(rows, row - 1, column - 1, depth)
    hidden = frozenset(row for _, row in found.hidden)
    columns = frozenset(found.hidden_columns)
    return SheetRows(rows, unread, day_zero, merged, hidden, columns, found.filtered)


def xlsx_titles(package: Package) -> tuple[SheetTitle, ...]:
    """Return the titles of the sheets, hidden ones too.

    Raises
    ------
    ReadingError
        If the part that lists them is damaged.
    """
    return tuple(
        SheetTitle(sheet.get("name", ""), sheet.get("state", "visible") != "visible")
        for sheet in _listed(package, "sheet")
    )


def _sheet_path(package: Package, name: str) -> str:
    """Return the part in which a sheet lies; the last of that name, as the reader takes it."""
    links = {link.get("Id", ""): link.get("Target", "") for link in _parsed(package, LINKS)}
    path = ""
    for sheet in _listed(package, "sheet"):
        if sheet.get("name", "") == name:
            link = next((v for k, v in sheet.items() if _local(k) == "id"), "")
            path = posixpath.normpath(posixpath.join("/xl", links.get(link, ""))).lstrip("/")
    if path not in package.names:
        raise damaged()
    return path


def _styles(styles: Any | None, told: Callable[[str], bool]) -> frozenset[str]:
    """Return the styles of cells, by number, of whose format something is told."""
    if styles is None:
        return frozenset()
    codes = {
        one.get("numFmtId", ""): one.get("formatCode", "")
        for one in styles.iter()
        if _local(one.tag) == "numFmt"
    }
    return frozenset(
        str(n)
        for n, style in enumerate(_of_cells(styles))
        if told(_UNSHOWN.sub("", (_UNWRITTEN | codes).get(style.get("numFmtId", ""), "")))
    )


def _is_month(code: str) -> bool:
    """Tell whether a format shows a month and its year and no day."""
    return _MONTH_ALONE.fullmatch(code) is not None


def _is_percent(code: str) -> bool:
    return "%" in code


def _of_cells(styles: Any) -> Any:
    return next((one for one in styles.iter() if _local(one.tag) == "cellXfs"), ())


def _indents(styles: Any | None) -> dict[str, int]:
    """Return the styles of cells, by number, that indent their text, and how deep."""
    depths = {}
    for n, style in enumerate(() if styles is None else _of_cells(styles)):
        for one in style:
            if _local(one.tag) == "alignment" and one.get("indent", "0").isdecimal():
                depths[str(n)] = min(int(one.get("indent", "0")), MOST_INDENT)
    return {style: depth for style, depth in depths.items() if depth}


def _indent(rows: list[list[str]], row: int, column: int, depth: int) -> None:
    """Write the indent of a text as blanks before it."""
    if row < len(rows) and column < len(rows[row]) and any(map(str.isalpha, rows[row][column])):
        rows[row][column] = "  " * depth + rows[row][column]


def _show_month(rows: list[list[str]], row: int, column: int) -> None:
    """Leave the day out of a cell that shows a month: its first is what a program fills in."""
    if row < len(rows) and column < len(rows[row]) and _FIRST_DAY.fullmatch(rows[row][column]):
        rows[row][column] = rows[row][column][: len("2023-05")]


def _listed(package: Package, kind: str) -> list[Any]:
    """Return the elements of one kind of the part that lists the sheets."""
    return [one for one in _parsed(package, WORKBOOK).iter() if _local(one.tag) == kind]


def _parsed(package: Package, name: str) -> Any:
    try:
        return ElementTree.fromstring(package.part(name))
    except (ElementTree.ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise damaged() from error


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
