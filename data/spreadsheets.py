"""The sheets of any workbook (.xlsx, .xls, .ods): what they are called, and one read as text.

What the file is, is told by its first bytes. Each kind is looked through for its size before
the reader is given it.
"""

import datetime as dt
import io
import zipfile
from dataclasses import dataclass

import python_calamine as calamine
from defusedxml import DefusedXmlException, ElementTree

from data import xls_scan
from data.ods_scan import OdsScan, scan_ods
from data.refusal import ReadingError
from data.sheet_scan import TooManyRowsError
from data.workbook import (
    LARGEST_AREA,
    LARGEST_UNPACKED,
    MOST_MEMBERS,
    MOST_ROWS,
    SheetRows,
    cell_text,
    read_sheets,
)

ZIP = b"PK\x03\x04"
#: The list of parts that the reader of OpenDocument looks for; the copy has nothing to list.
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_EPOCH = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class SheetTitle:
    """A sheet of a workbook: its name, and whether it is hidden."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, eq=False)
class Workbook:
    """A workbook that was looked through: its kind, its bytes and its sheets."""

    kind: str
    content: bytes
    titles: tuple[SheetTitle, ...]


def is_workbook(content: bytes) -> bool:
    """Tell by its first bytes whether a file is a workbook, or says so."""
    return content.startswith((ZIP, xls_scan.START))


def open_workbook(content: bytes) -> Workbook:
    """Find out what kind a workbook is, and what its sheets are called.

    Raises
    ------
    ReadingError
        If it is damaged, protected, too large, or another kind of file.
    """
    if content.startswith(xls_scan.START):
        _require_size(xls_scan.scan_xls(content).area, 1, 0)
        return Workbook("xls", content, _calamine_titles(content))
    names = _members(content)
    if "xl/workbook.xml" in names:
        return Workbook("xlsx", content, _xlsx_titles(content))
    if "content.xml" in names:
        return Workbook("ods", _plain_ods(content), _calamine_titles(_plain_ods(content)))
    if "xl/workbook.bin" in names:
        raise _other("It is a binary workbook (.xlsb).")
    if any(name.startswith("word/") for name in names):
        raise _other("It is a Word document.")
    if any(name.startswith("ppt/") for name in names):
        raise _other("It is a presentation.")
    raise _other("It is a zip file that is no workbook, or it is damaged.")


def read_sheet(workbook: Workbook, name: str) -> SheetRows:
    """Read one sheet as text, from its first row on, blank rows included.

    Raises
    ------
    ReadingError
        If there is no such sheet, or it is damaged or too large.
    """
    wanted = name.strip().casefold()
    place = [title.name.strip().casefold() for title in workbook.titles]
    if wanted not in place:
        offered = ", ".join(title.name for title in workbook.titles)
        raise ReadingError("There is no such sheet.", "The workbook", f"Choose one of: {offered}.")
    if workbook.kind == "xlsx":
        return read_sheets(workbook.content, [wanted])[wanted]
    number = place.index(wanted)
    if workbook.kind == "xls":
        unread = xls_scan.scan_xls(workbook.content).unread
    else:
        unread = _look_through_ods(workbook.content).unread
    own = {(row, column): why for (sheet, row, column), why in unread.items() if sheet == number}
    return SheetRows(_rows(workbook, number), own, _EPOCH)


def _rows(workbook: Workbook, number: int) -> list[list[str]]:
    try:
        opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook.content))
        sheet = opened.get_sheet_by_name(workbook.titles[number].name)
        return [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except Exception as error:
        raise _damaged() from error
    except BaseException as error:
        # The reader's own faults come as an exception that is not an Exception.
        if type(error).__name__ == "PanicException":
            raise _damaged() from error
        raise


def _calamine_titles(content: bytes) -> tuple[SheetTitle, ...]:
    try:
        opened = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            SheetTitle(sheet.name, sheet.visible != calamine.SheetVisibleEnum.Visible)
            for sheet in opened.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        )
    except Exception as error:
        raise _damaged() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise _damaged() from error
        raise


def _xlsx_titles(content: bytes) -> tuple[SheetTitle, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            told = ElementTree.fromstring(_unpacked(packed, "xl/workbook.xml"))
        sheets = [one for one in told.iter() if one.tag.rpartition("}")[2] == "sheet"]
        return tuple(
            SheetTitle(one.get("name", ""), one.get("state", "visible") != "visible")
            for one in sheets
        )
    except ReadingError:
        raise
    except (ElementTree.ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise _damaged() from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _damaged() from error


def _members(content: bytes) -> set[str]:
    """Return the names of the parts of a zip file; refuse what says that it is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
    except Exception as error:
        # Damaged data raise errors of zipfile and of plain Python.
        raise _damaged() from error
    declared = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or declared > LARGEST_UNPACKED:
        raise _too_large()
    return {member.filename for member in members}


def _unpacked(packed: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one part, and never more than the limit, whatever the zip says of its size."""
    with packed.open(name) as part:
        content = part.read(LARGEST_UNPACKED + 1)
    if len(content) > LARGEST_UNPACKED:
        raise _too_large()
    return content


def _plain_ods(content: bytes) -> bytes:
    """Return the parts of an OpenDocument spreadsheet that are read, packed again, unpressed."""
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            if b"spreadsheet" not in _unpacked(packed, "mimetype"):
                raise _other("It is an OpenDocument file, and no spreadsheet.")
            listed = "META-INF/manifest.xml"
            if listed in names and b"encryption-data" in _unpacked(packed, listed):
                raise _other("The spreadsheet is protected with a password.")
            parts = {name: _unpacked(packed, name) for name in ("mimetype", "content.xml")}
        _within_limits(parts["content.xml"])
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as plain:
            for name, part in parts.items():
                plain.writestr(name, part)
            plain.writestr(listed, _MANIFEST)
    except ReadingError:
        raise
    except Exception as error:
        raise _damaged() from error
    return copy.getvalue()


def _within_limits(content: bytes) -> OdsScan:
    try:
        found = scan_ods(content, MOST_ROWS + 1)
    except TooManyRowsError as error:
        raise _too_large() from error
    except ValueError as error:
        raise _damaged() from error
    _require_size(found.last_row * found.last_column, found.last_row, found.last_column)
    return found


def _look_through_ods(content: bytes) -> OdsScan:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return _within_limits(packed.read("content.xml"))


def _require_size(area: int, last_row: int, last_column: int) -> None:
    if area > LARGEST_AREA or last_row > MOST_ROWS + 1 or last_column > LARGEST_AREA:
        raise _too_large()


def _too_large() -> ReadingError:
    return ReadingError(
        f"There is more than can be read here (at most {MOST_ROWS:,} rows a sheet).",
        "The workbook",
        "Save its sheets alone, without pictures and filled cells far below or to the right.",
    )


def _damaged() -> ReadingError:
    return ReadingError(
        "The file is no Excel workbook, or it is damaged.",
        "The workbook",
        "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) again.",
    )


def _other(what: str) -> ReadingError:
    advice = "Open it, take away a password, and save it as an Excel workbook (.xlsx)."
    return ReadingError(what, "What you chose", advice)
