"""The sheets of any workbook (.xlsx, .xls, .ods, .html): their names, and one read as text.

What the file is, is told by its first bytes. Each kind is looked through for its size before
the reader is given it.
"""

import datetime as dt
from dataclasses import dataclass

from data.files import xls_scan
from data.files.cell_text import SheetRows, SheetTitle, sheet_cells, sheet_titles, show_percents
from data.files.sheet_scan import OdsTables, Scan, look_through
from data.files.web_tables import is_page, tables_of_page
from data.files.xlsx import WORKBOOK, read_xlsx, xlsx_titles
from data.files.zip_parts import LARGEST_AREA, ZIP, Package, packed, too_large
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from geo.words.catalogue import _

__all__ = ["SheetRows", "SheetTitle", "Workbook", "is_workbook", "open_workbook", "read_sheet"]

BINARY = _("It is a binary workbook (.xlsb), which is not read.")
PROTECTED = _("The spreadsheet is protected with a password.")
CONTENT, KIND, LISTED = "content.xml", "mimetype", "META-INF/manifest.xml"
#: The list of parts that the reader of OpenDocument looks for; the copy has nothing to list.
_MANIFEST = (
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_EPOCH = dt.date(1899, 12, 30)


@dataclass(frozen=True, eq=False)
class Workbook:
    """A workbook that was looked through: its kind, its bytes and its sheets.

    ``pages`` are the rows of each sheet of a web page, which is read at once.
    """

    kind: str
    content: bytes
    titles: tuple[SheetTitle, ...]
    pages: tuple[SheetRows, ...] = ()


def is_workbook(content: bytes) -> bool:
    """Tell by its bytes whether a file is a workbook, says so, or is a web page with a table."""
    return content.startswith((ZIP, xls_scan.START)) or is_page(content)


def open_workbook(content: bytes) -> Workbook:
    """Find out what kind a workbook is, and what its sheets are called.

    Raises
    ------
    ReadingError
        If it is damaged, protected, too large, or another kind of file.
    """
    if content.startswith(xls_scan.START):
        found = xls_scan.scan_xls(content)
        if found.area > LARGEST_AREA:
            raise too_large()
        return Workbook("xls", content, sheet_titles(content))
    if is_page(content):
        titles, pages = zip(*tables_of_page(content), strict=True)
        return Workbook("html", b"", titles, pages)
    package = Package(content)
    if WORKBOOK in package.names:
        return Workbook("xlsx", content, xlsx_titles(package))
    if CONTENT in package.names:
        plain = _plain_ods(package)
        return Workbook("ods", plain, sheet_titles(plain))
    raise _other(_what_else(package.names))


def titled(workbook: Workbook, name: str) -> str:
    """Return the name of the sheet that is meant: written just so, or else the only one alike.

    Raises
    ------
    ReadingError
        If there is no such sheet, or there are several.
    """
    names = [title.name for title in workbook.titles]
    alike = [one for one in names if one.strip().casefold() == name.strip().casefold()]
    if name in alike:
        return name
    if len(alike) == 1:
        return alike[0]
    what = _("There are several such sheets.") if alike else _("There is no such sheet.")
    offered = ", ".join(safe_name(one) for one in names)
    advice = _("Choose one of: {names}.").format(names=offered)
    raise ReadingError(what, _("The workbook"), advice)


def read_sheet(workbook: Workbook, name: str) -> SheetRows:
    """Read one sheet as text, from its first row on, blank rows included.

    Raises
    ------
    ReadingError
        If there is no such sheet, or it is damaged or too large.
    """
    name = titled(workbook, name)
    if workbook.kind == "xlsx":
        return read_xlsx(workbook.content, name)
    number = [title.name for title in workbook.titles].index(name)
    if workbook.pages:
        return workbook.pages[number]
    rows, merged = sheet_cells(workbook.content, name)
    found: xls_scan.XlsScan | Scan
    if workbook.kind == "xls":
        found = xls_scan.scan_xls(workbook.content)
    else:
        found = look_through(Package(workbook.content).part(CONTENT), OdsTables())
        merged = [cells for sheet, cells in found.merged if sheet == number]
        show_percents(rows, found.percents, number)
    own = {(row, column): why for (sheet, row, column), why in found.unread.items()
           if sheet == number}  # fmt: skip
    hidden = frozenset(row for sheet, row in found.hidden if sheet == number)
    return SheetRows(rows, own, _EPOCH, merged, hidden, filtered=found.filtered)


def _what_else(names: frozenset[str]) -> str:
    """Say what a zip file is that holds no workbook which can be read."""
    if "xl/workbook.bin" in names:
        return BINARY
    if any(name.startswith("word/") for name in names):
        return _("It is a Word document.")
    if any(name.startswith("ppt/") for name in names):
        return _("It is a presentation.")
    return _("It is a zip file that is no workbook, or it is damaged.")


def _plain_ods(package: Package) -> bytes:
    """Return the parts of an OpenDocument spreadsheet that are read, packed again, unpressed."""
    kind = package.part(KIND)
    if b"spreadsheet" not in kind:
        raise _other(_("It is an OpenDocument file, and no spreadsheet."))
    if LISTED in package.names and b"encryption-data" in package.part(LISTED):
        raise _other(PROTECTED)
    content = package.part(CONTENT)
    look_through(content, OdsTables())
    return packed({KIND: kind, CONTENT: content, LISTED: _MANIFEST})


def _other(what: str) -> ReadingError:
    advice = _("Open it and save it as an Excel workbook (.xlsx).")
    if what == PROTECTED:
        advice = _("Open it, take the password away, and save it as an Excel workbook (.xlsx).")
    return ReadingError(what, _("What you chose"), advice)
