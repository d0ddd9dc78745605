"""A zip file that holds a workbook: its parts, each unpacked within limits.

What the zip says of its own size is looked at first, and not believed afterwards.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from data.records.errors import ReadingError
from geo.words.catalogue import _

ZIP = b"PK\x03\x04"
MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 150_000_000
MOST_ROWS = 200_000
#: Rows x columns of the smallest rectangle from A1 that holds all filled cells: the reader
#: takes memory for each of them, also for the empty ones.
LARGEST_AREA = 6_000_000


class Package:
    """The parts of a zip file.

    Attributes
    ----------
    names
        What its parts are called.
    """

    def __init__(self, content: bytes) -> None:
        """Open it.

        Raises
        ------
        ReadingError
            If it is damaged, or says that it is larger than the limits.
        """
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
            members = self._file.infolist()
        except Exception as error:
            # Damaged data raise errors of zipfile and of plain Python.
            raise damaged() from error
        declared = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or declared > LARGEST_UNPACKED:
            raise too_large()
        self.names = frozenset(member.filename for member in members)

    def part(self, name: str) -> bytes:
        """Return what one part holds.

        Raises
        ------
        ReadingError
            If there is no such part, or it is damaged or too large.
        """
        try:
            with self._file.open(name) as part:
                content = part.read(LARGEST_UNPACKED + 1)
        except Exception as error:
            # Damaged data raise errors of zipfile, zlib, lzma and of plain Python.
            raise damaged() from error
        if len(content) > LARGEST_UNPACKED:
            raise too_large()
        return content


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a zip file that is not pressed."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return copy.getvalue()


def require_size(last_row: int, last_column: int) -> None:
    """Refuse a sheet that is longer, or takes more memory, than the limits allow."""
    if last_row > MOST_ROWS + 1 or last_row * last_column > LARGEST_AREA:
        raise too_large()


def too_large() -> ReadingError:
    """Return the refusal of a workbook that is too large."""
    what = _("There is more than can be read here (at most {rows:,} rows a sheet).")
    advice = _(
        "Save its sheets alone, without pictures and filled cells far below or to the right."
    )
    return ReadingError(what.format(rows=MOST_ROWS), _("The workbook"), advice)


@contextmanager
def within_memory() -> Iterator[None]:
    """Refuse a file that takes more memory than there is; what was taken is free again."""
    try:
        yield
    except MemoryError as error:
        what = _("It takes more memory to read than there is.")
        advice = _("Save the table alone, without pictures and other sheets, or in parts.")
        raise ReadingError(what, _("What you chose"), advice) from error


def damaged() -> ReadingError:
    """Return the refusal of a workbook that is damaged, or is none."""
    what = _("The file is no Excel workbook, or it is damaged.")
    advice = _("Open it in Excel or LibreOffice and save it as an Excel workbook (.xlsx) again.")
    return ReadingError(what, _("The workbook"), advice)
