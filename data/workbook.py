"""An Excel workbook as rows of text, read only after its parts were found to be harmless.

A workbook is a zip of XML files. Each part that is needed is unpacked up to a limit, looked
through for the size of its sheet and for document types (which can be made to grow without
end), and packed again; only that copy is given to the reader. So what was checked is what is
read, whatever the zip says of itself.
"""

import datetime as dt
import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

import python_calamine
from defusedxml import DefusedXmlException, ElementTree

from data.refusal import ReadingError
from data.sheet_scan import Scan, TooManyRowsError, scan

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 150_000_000
MOST_ROWS = 200_000
#: Rows x columns of the smallest rectangle from A1 that holds all filled cells: the reader
#: takes memory for each of them, also for the empty ones.
LARGEST_AREA = 6_000_000

NEEDED = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)


@dataclass
class SheetRows:
    """The rows of a sheet as text, from the first row of the sheet on, blank ones included.

    ``unread`` gives the cells that hold something that has no text, by (row, column) counted
    from 1, and why. ``day_zero`` is the day from which the workbook counts days.
    """

    rows: list[list[str]]
    unread: dict[tuple[int, int], str]
    day_zero: dt.date


def read_sheets(content: bytes, wanted: Iterable[str]) -> dict[str, SheetRows]:
    """Read the wanted sheets of a workbook.

    Parameters
    ----------
    content
        The bytes of the .xlsx file.
    wanted
        Names of sheets in small letters; the workbook may write them in capitals.

    Returns
    -------
    dict
        By name as wanted. A sheet that the workbook does not have is left out.

    Raises
    ------
    ReadingError
        If the file is damaged, is no workbook, or is larger than the limits of this module.
    """
    parts = _unpack(content)
    paths = _sheet_paths(parts, set(wanted))
    kept = {name: parts[name] for name in (*NEEDED, *paths.values()) if name in parts}
    found = {name: _look_through(content) for name, content in kept.items()}
    rows = _rows(_packed(kept), list(paths))
    first = _day_zero(parts["xl/workbook.xml"])
    return {name: SheetRows(rows[name], found[path].unread, first) for name, path in paths.items()}


def _unpack(content: bytes) -> dict[str, bytes]:
    """Unpack the XML parts; refuse what says that it is too large before unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            declared = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or declared > LARGEST_UNPACKED:
                raise _too_large("The workbook")
            named = [m for m in members if m.filename.endswith((".xml", ".rels"))]
            return {member.filename: packed.read(member) for member in named}
    except ReadingError:
        raise
    except Exception as error:
        # Damaged data raise errors of zipfile, zlib, lzma and of plain Python.
        raise _damaged() from error


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Pack parts again, without pressing them."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    copy.seek(0)
    return copy


def _sheet_paths(parts: dict[str, bytes], wanted: set[str]) -> dict[str, str]:
    """Return the part in which each wanted sheet lies, by its name in small letters."""
    try:
        told = ElementTree.fromstring(parts["xl/workbook.xml"])
        links = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    except (KeyError, ElementTree.ParseError, DefusedXmlException, LookupError) as error:
        raise _damaged() from error
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    paths = {}
    for sheet in told.iter():
        name = sheet.get("name", "").strip().casefold()
        if _local(sheet.tag) == "sheet" and name in wanted:
            link = next((v for k, v in sheet.items() if _local(k) == "id"), "")
            path = posixpath.normpath(posixpath.join("/xl", targets.get(link, ""))).lstrip("/")
            if path not in parts:
                raise _damaged()
            paths[name] = path
    return paths


def _day_zero(workbook: bytes) -> dt.date:
    """Return day 0 of the workbook; one that comes from an old Mac counts from 1904."""
    properties = ElementTree.fromstring(workbook).iter()
    counts = [e.get("date1904", "0") for e in properties if _local(e.tag) == "workbookPr"]
    return dt.date(1904, 1, 1) if counts and counts[0] in ("1", "true") else dt.date(1899, 12, 30)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _look_through(content: bytes) -> Scan:
    """Look through one part; refuse a document type and a sheet that is too large."""
    try:
        found = scan(content, MOST_ROWS + 1)
    except TooManyRowsError as error:
        raise _too_large("The workbook") from error
    except ValueError as error:
        raise _damaged() from error
    if found.last_row * found.last_column > LARGEST_AREA:
        raise _too_large("The workbook")
    return found


def _rows(copy: io.BytesIO, wanted: list[str]) -> dict[str, list[list[str]]]:
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(copy)
        titles = {title.strip().casefold(): title for title in workbook.sheet_names}
        return {
            name: [
                [cell_text(cell) for cell in row]
                for row in workbook.get_sheet_by_name(titles[name]).to_python(skip_empty_area=False)
            ]
            for name in wanted
        }
    except Exception as error:
        raise _damaged() from error
    except BaseException as error:
        # The reader's own faults come as an exception that is not an Exception.
        if type(error).__name__ == "PanicException":
            raise _damaged() from error
        raise


def cell_text(cell: object) -> str:
    """Return what a cell holds as text.

    A whole number is written without a decimal point, a date cell as 2023-09-25. A date with a
    time of day keeps it, so that it is not taken for a plain date.
    """
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _too_large(where: str) -> ReadingError:
    return ReadingError(
        f"There is more than can be read here (at most {MOST_ROWS:,} rows a sheet).",
        where,
        "Save the two sheets alone, without pictures and filled cells far below or to the right.",
    )


def _damaged() -> ReadingError:
    return ReadingError(
        "The file is no Excel workbook, or it is damaged.",
        "The workbook",
        "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) again.",
    )
