"""Bytes of a CSV file -> its rows, or a refusal that says what the file is instead."""

import codecs
import csv
import io
from collections.abc import Iterator

from data.refusal import ReadingError

SAVE_AS_CSV = "Save it as “CSV UTF-8 (comma delimited)” or as an Excel workbook (.xlsx)."

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The name of the stream that holds an encrypted workbook inside the older kind of file.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHER_KINDS = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document",
    b"<": "a web page or an XML file",
    b"\x1f\x8b": "a compressed file",
    b"Rar!": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
}


def csv_rows(content: bytes, where: str) -> Iterator[tuple[int, list[str]]]:
    """Return the rows of a comma-separated file in UTF-8, numbered from 1, blank ones left out.

    Raises
    ------
    ReadingError
        If the bytes are another kind of file, in another encoding, separated by semicolons or
        tabs, or if a quotation mark is not closed. Raised when the row is reached.
    """
    _refuse_other_kinds(content, where)
    text = _decoded(content, where)
    _refuse_other_separators(text, where)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if any(cell.strip() for cell in row):
                yield number, row
    except csv.Error as error:
        raise ReadingError(
            "A quotation mark is not closed, or a cell is far too long.",
            f"{where}, after row {number}",
            SAVE_AS_CSV,
        ) from error


def _refuse_other_kinds(content: bytes, where: str) -> None:
    if content.startswith(OLD_OFFICE):
        if ENCRYPTED in content:
            raise ReadingError(
                "The workbook is protected with a password.",
                where,
                "Open it in Excel, take the password away (File, Info) and save it again.",
            )
        raise ReadingError(
            "It is a file of an older Excel or Word (.xls, .doc).",
            where,
            "Open it and save it as an Excel workbook (.xlsx).",
        )
    for start, kind in OTHER_KINDS.items():
        if content.lstrip().startswith(start):
            raise ReadingError(f"It is {kind}, whatever its name says.", where, SAVE_AS_CSV)


def _decoded(content: bytes, where: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadingError("The text is written in UTF-16, not in UTF-8.", where, SAVE_AS_CSV)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadingError("The text is not written in UTF-8.", where, SAVE_AS_CSV) from error
    if "\0" in text:
        raise ReadingError("It is not a text file.", where, SAVE_AS_CSV)
    if not text.strip():
        raise ReadingError("It has no rows.", where, "Fill in the template and choose that.")
    return text


def _refuse_other_separators(text: str, where: str) -> None:
    header = text.lstrip().partition("\n")[0]
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if "," not in header and sign in header:
            raise ReadingError(
                f"The columns are separated by {name}, not by commas.", where, SAVE_AS_CSV
            )
