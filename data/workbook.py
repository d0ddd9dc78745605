"""An Excel workbook as rows of text, read only after its parts were found to be harmless.

A workbook is a zip of XML files. Each part that is needed is unpacked up to a limit, looked
through for the size of its sheet and for document types (which can be made to grow without
end), and packed again; only that copy is given to the reader. So what was checked is what is
read, whatever the zip says of itself.
"""

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat  # noqa: S407 - document types are refused below

import python_calamine

from data.refusal import ReadingError

MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 150_000_000
MOST_ROWS = 200_000
#: Rows x columns of the smallest rectangle from A1 that holds all filled cells.
LARGEST_AREA = 6_000_000

SAVE_AGAIN = "Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) again."
NEEDED = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)

NO_VALUE = "A formula without a value"
ERROR_VALUE = "An error value such as #N/A or #DIV/0!"


@dataclass
class SheetRows:
    """The rows of a sheet as text, from the first row of the sheet on, blank ones included.

    ``unread`` gives the cells that hold something that has no text, by (row, column) counted
    from 1, and why.
    """

    rows: list[list[str]]
    unread: dict[tuple[int, int], str]


@dataclass
class _Part:
    """What a look through one XML part found: its last filled row and column, from 1."""

    last_row: int = 0
    last_column: int = 0
    unread: dict[tuple[int, int], str] = field(default_factory=dict)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def read_sheets(content: bytes, wanted: Iterable[str]) -> dict[str, SheetRows]:
    """Read the wanted sheets of a workbook.

    Parameters
    ----------
    content
        The bytes of the .xlsx file.
    wanted
        Names of sheets; capitals and spaces around them do not matter.

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
    sheets = _sheet_parts(parts, set(wanted))
    kept = {name: parts[name] for name in NEEDED if name in parts}
    found: dict[str, _Part] = {}
    for name, (title, path) in sheets.items():
        kept[path] = parts[path]
        found[name] = _look_through(parts[path], f"sheet {name}")
    for path in kept.keys() - {path for _, path in sheets.values()}:
        _look_through(kept[path], "the workbook")
    rows = _rows(kept, {name: title for name, (title, _) in sheets.items()})
    return {name: SheetRows(rows[name], found[name].unread) for name in sheets}


def _unpack(content: bytes) -> dict[str, bytes]:
    """Unpack the XML parts, refusing before and while doing so what is too large."""
    too_large = ReadingError(
        "The workbook unpacks to more than can be read here.",
        "The workbook",
        "Save the two sheets alone, without pictures and empty formatted rows.",
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            declared = sum(member.file_size for member in members)
            if len(members) > MOST_MEMBERS or declared > LARGEST_UNPACKED:
                raise too_large
            names = [m for m in members if m.filename.endswith((".xml", ".rels"))]
            return {member.filename: packed.read(member) for member in names}
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError, KeyError) as error:
        raise _damaged() from error
    except (NotImplementedError, zipfile.LargeZipFile, UnicodeError) as error:
        raise _damaged() from error
    except Exception as error:
        # zlib and lzma raise errors of their own for damaged data.
        if isinstance(error, ReadingError):
            raise
        raise _damaged() from error


def _damaged() -> ReadingError:
    return ReadingError("The workbook is damaged or incomplete.", "The workbook", SAVE_AGAIN)
