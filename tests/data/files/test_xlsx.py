"""Workbooks of Excel that are damaged, or made to harm: refused, or read without harm."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from data.files.zip_parts import LARGEST_AREA, LARGEST_UNPACKED
from data.records.errors import ReadingError
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, accepted, balance, checked
from tests.data.uploads import saved, workbook

SHEET_1 = "xl/worksheets/sheet1.xml"
WHOLE = saved(workbook())


def refused(content: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        understand([content], TODAY)
    return caught.value


def read_or_refused(content: bytes) -> bool:
    """Return whether a file was read; nothing is raised but a refusal that says the way out."""
    try:
        found: Understood | Question | ReadingError = understand([content], TODAY)
    except ReadingError as error:
        found = error
    if isinstance(found, ReadingError):
        assert all((found.what, found.where, found.what_to_do))
        return False
    if isinstance(found, Understood):
        balance(found.checked)
    return True


def repacked(**changes: bytes | None) -> bytes:
    """Return a workbook with some of its parts replaced; None takes the part away."""
    copy = io.BytesIO()
    parts = {name.replace("__", "/"): change for name, change in changes.items()}
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(copy, "w", 8) as new:
        for name in {*old.namelist(), *(n for n, change in parts.items() if change)}:
            part = parts[name] if name in parts else old.read(name)
            if part is not None:
                new.writestr(name, part)
    return copy.getvalue()


def sheet_xml(cells: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()


def test_a_small_file_that_grows_to_many_rows() -> None:
    """400,000 rows in a few dozen kilobytes: refused by the rows, before they are read."""
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 400_000
    bomb = repacked(**{SHEET_1: sheet_xml(rows)})
    assert len(bomb) < 200_000
    assert "200,000 rows" in refused(bomb).what


def test_a_zip_that_says_it_grows_too_large() -> None:
    bomb = repacked(xl__media__x=b"\0" * (LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert "more than can be read" in refused(bomb).what


def test_a_zip_of_very_many_parts() -> None:
    many = {f"xl/media/{number}": b"x" for number in range(2_100)}
    assert "more than can be read" in refused(repacked(**many)).what


@pytest.mark.parametrize("address", ["XFD150000", "XFD1048576", "A1048576"])
def test_one_cell_far_away(address: str) -> None:
    """Rows x columns are taken in memory, also where they are empty."""
    far = sheet_xml(f'<row><c r="{address}"><v>1</v></c></row>')
    assert LARGEST_AREA < 16_384 * 150_000
    assert "more than can be read" in refused(repacked(**{SHEET_1: far})).what


def test_formatted_empty_cells_far_away_do_no_harm() -> None:
    book = workbook()
    book["trainings"].cell(1_000_000, 12).font = Font(bold=True)
    assert accepted(checked(saved(book))) == {"trainings": 1, "attendance": 1}


@pytest.mark.parametrize("part", [SHEET_1, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_a_document_type_is_refused(part: str) -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "damaged" in refused(repacked(**{part: entities})).what


@pytest.mark.parametrize(
    "part",
    [SHEET_1, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"],
)
@pytest.mark.parametrize("change", [None, b"", b"<x", b"\xff\xfe\0"])
def test_a_damaged_part_is_never_taken_for_records(part: str, change: bytes | None) -> None:
    # The list of the kinds of parts is needed by other programs only, but not if it is damaged.
    harmless = part == "[Content_Types].xml" and change is None
    assert read_or_refused(repacked(**{part: change})) == harmless


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda tail: b"PK\x03\x04" + tail))
@settings(max_examples=50, deadline=None)
def test_any_bytes_are_read_asked_about_or_refused(content: bytes) -> None:
    read = read_or_refused(content)
    assert not (read and content.startswith(b"PK\x03\x04"))


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
@settings(max_examples=50, deadline=None)
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(at: int, byte: int, cut: bool) -> None:
    content = WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    assert read_or_refused(content) or content != WHOLE
