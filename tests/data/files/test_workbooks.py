"""Workbooks of every kind, harmless and not."""

import io
import struct
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.workbooks import open_workbook, read_sheet
from data.records.errors import ReadingError
from data.sheets.opening import open_sheets
from data.understanding.understand import Question, understand
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    TODAY,
    counts,
    ods_of,
    ods_rows,
    reasons,
    understood,
    workbook_of,
)

XLS = Path(__file__).with_name("made_up_groups.xls").read_bytes()
ODS = ods_of(ods_rows(GROUPS, GROUP))
DIMENSIONS = struct.pack("<HH", 0x0200, 14)


def refused(content: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_all(content)
    return caught.value


def read_all(content: bytes) -> None:
    book = open_workbook(content)
    for title in book.titles:
        read_sheet(book, title.name)


def test_several_sheets_are_asked_about_hidden_ones_too() -> None:
    rows = [GROUPS, GROUP]
    content = workbook_of({"May": rows, "Lists": [["Police"]], "June": rows}, hidden=["Lists"])
    asked = understand([content], TODAY)
    assert isinstance(asked, Question)
    assert asked.kind == "sheet"
    assert [(one.name, one.hidden) for one in asked.sheets] == [
        ("May", False),
        ("June", False),
        ("Lists", True),  # those that list who came are first
    ]
    assert understood(content, sheet="june ").checked.tables["attendance"].rows_accepted == 1


def test_one_sheet_beside_a_hidden_one_is_asked_about() -> None:
    content = workbook_of({"May": [GROUPS, GROUP], "Old": [GROUPS, GROUP]}, hidden=["Old"])
    assert isinstance(understand([content], TODAY), Question)


def test_two_sheets_whose_names_are_alike_are_asked_about_and_told_apart() -> None:
    content = workbook_of({"May": [GROUPS, GROUP], "May ": [GROUPS, GROUP, GROUP[:1]]})
    asked = understand([content], TODAY)
    assert isinstance(asked, Question)
    assert [one.name for one in asked.sheets] == ["May", "May "]
    rows = [
        understood(content, sheet=name).checked.tables["attendance"].rows_in
        for name in ("May", "May ")
    ]
    assert rows == [1, 2]


def test_a_workbook_without_a_sheet_of_cells_is_refused() -> None:
    charts = bytearray(XLS)
    for place in range(len(XLS)):
        if XLS.startswith(b"\x85\x00", place):  # the record of a sheet
            charts[place + 9] = 2  # where a sheet of cells says 0
    with pytest.raises(ReadingError, match="no sheet of cells"):
        understand([bytes(charts)], TODAY)


@pytest.mark.parametrize("titles", [("trainings", "May"), ("April", "May"), ("Lahore", "Kasur")])
def test_a_workbook_of_blank_sheets_is_refused(titles: tuple[str, str]) -> None:
    with pytest.raises(ReadingError, match="No sheet of it has a row"):
        understand([workbook_of({title: [] for title in titles})], TODAY)


def test_a_sheet_that_is_not_there() -> None:
    content = workbook_of({"May": [GROUPS, GROUP]})
    with pytest.raises(ReadingError, match="Choose one of: May"):
        understand([content], TODAY, sheet="April")


def test_trainings_and_attendance_from_two_sheets() -> None:
    content = workbook_of(
        {
            "Events": [["Event ID", "Event title", "Start date"], ["T1", "Referral", "2023-05-09"]],
            "People": [["Event ID", "District", "Department", "Female"], ["T1", "Swat", "FIA", 3]],
        }
    )
    found = understood(content, sheet=["Events", "People"])
    assert [row[:4] for row in counts(found.checked)] == [("T1", "PK532", "FIA", 3)]


def test_an_old_workbook() -> None:
    found = understood(XLS, sheet="Groups")
    assert [row[:5] for row in counts(found.checked)] == [
        ("T1", "PK634", "Police", 1, 2),
        ("T1", "PK617", "Police", 2, 4),
        ("T1", "PK532", "Police", 3, 6),
    ]
    assert found.checked.trainings["date_start"].astype(str).item() == "2023-05-09"


def test_an_open_document_spreadsheet() -> None:
    assert [row[:5] for row in counts(understood(ODS).checked)] == [("T1", "PK634", "Police", 2, 5)]


@pytest.mark.parametrize("columns", [1, 255])
def test_an_old_workbook_that_says_it_is_huge(columns: int) -> None:
    place = XLS.index(DIMENSIONS, XLS.index(DIMENSIONS) + 1) + 4
    rows = 0xFFFFFFF0 if columns == 1 else 65_536
    said = struct.pack("<IIHH", 0, rows, 0, columns)
    assert "more than can be read" in refused(XLS[:place] + said + XLS[place + 12 :]).what


@pytest.mark.parametrize("said", [(256, 4, 0, 7), (0, 4, 300, 7), (0x80000000, 4, 0, 7)])
def test_an_old_workbook_that_ends_before_it_begins(said: tuple[int, int, int, int]) -> None:
    place = XLS.index(DIMENSIONS) + 4
    changed = XLS[:place] + struct.pack("<IIHH", *said) + XLS[place + 12 :]
    assert "damaged" in refused(changed).what


def test_an_old_workbook_with_a_cell_far_away() -> None:
    number = struct.pack("<HH", 0x00FD, 10)
    place = XLS.rindex(number) + 4
    far = XLS[:place] + struct.pack("<HH", 65_535, 255) + XLS[place + 4 :]
    assert "more than can be read" in refused(far).what


def test_old_workbooks_that_are_protected_or_something_else() -> None:
    start = XLS[:8]
    assert "password" in refused(start + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le")).what
    assert "no Excel workbook" in refused(start + b"\0" * 2_000).what
    assert "no Excel workbook" in refused(XLS[:600]).what
    renamed = XLS.replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le"))
    assert "no Excel workbook" in refused(renamed).what


def test_a_chain_of_sectors_that_runs_in_a_circle() -> None:
    table = (struct.unpack_from("<I", XLS, 76)[0] + 1) * 512
    circle = bytearray(XLS)
    for number in range(20):
        struct.pack_into("<I", circle, table + 4 * number, number)
    assert "damaged" in refused(bytes(circle)).what


def test_a_table_of_sectors_that_lists_itself_takes_no_more_memory_than_the_file() -> None:
    rest = 195  # sectors of nothing, which make a chain that runs in a circle
    table = [*range(1, rest), 0, *[0xFFFFFFFF] * 128][:128]
    header = bytearray(XLS[:512])
    struct.pack_into("<I", header, 48, 0)  # the directory
    struct.pack_into("<109I", header, 76, *[rest] * 109)
    struct.pack_into("<I", header, 68, rest + 1)  # more of the list: the same again
    table[127] = 0
    listed = struct.pack("<128I", *[rest] * 127, rest + 1)
    made = bytes(header) + b"\0" * 512 * rest + struct.pack("<128I", *table) + listed
    tracemalloc.start()
    try:
        assert "damaged" in refused(made).what
        assert tracemalloc.get_traced_memory()[1] < 50 * len(made)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("place", [44, 68])
def test_a_list_of_sectors_that_repeats(place: int) -> None:
    content = bytearray(XLS)
    table = struct.unpack_from("<I", XLS, 76)[0]
    if place == 44:
        struct.pack_into("<I", content, 80, table)  # the same part of the table twice
    else:
        struct.pack_into("<I", content, 68, 1)  # a list that goes on in itself
        struct.pack_into("<I", content, 512 * 2 + 508, 1)
    assert "damaged" in refused(bytes(content)).what


def test_a_circle_in_a_chain_that_nothing_asks_for() -> None:
    """The reader follows more chains than those of the sheets."""
    content = bytearray(XLS)
    table = struct.unpack_from("<I", XLS, 76)[0]
    struct.pack_into("<I", content, (table + 1) * 512 + 4 * table, table)
    assert "damaged" in refused(bytes(content)).what


def test_a_file_that_takes_more_memory_than_there_is() -> None:
    with (
        patch("data.sheets.opening.csv_text", side_effect=MemoryError),
        pytest.raises(ReadingError, match="more memory"),
    ):
        open_sheets(b"District,b\n", "The file")
    with (
        patch("data.understanding.understand.parted", side_effect=MemoryError),
        pytest.raises(ReadingError, match="more memory"),
    ):
        understand([b"District,b\n1,2\n"], TODAY)


FAR = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            f'<table:table-row table:number-rows-repeated="300000">{FAR}</table:table-row>',
            "more than can be read",
        ),
        (
            "<table:table-row>"
            '<table:table-cell table:number-columns-repeated="1000000"'
            ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
            f'<table:table-row table:number-rows-repeated="20">{FAR}</table:table-row>',
            "more than can be read",
        ),
        ('<table:table-row table:number-rows-repeated="99999999999"/>', "damaged"),
        ('<table:table-row table:number-rows-repeated="x"/>', "damaged"),
        ("<table:table-row>", "damaged"),
    ],
    ids=range(5),
)
def test_an_open_document_that_would_grow(rows: str, words: str) -> None:
    assert words in refused(ods_of(rows)).what


def test_an_open_document_with_empty_rows_to_the_end_of_the_sheet() -> None:
    end = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
    end += ' table:number-columns-repeated="16384"/></table:table-row>'
    found = understood(ods_of(ods_rows(GROUPS, GROUP) + end))
    assert found.checked.tables["attendance"].rows_in == 1


def test_an_open_document_with_a_document_type() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>"
    assert "damaged" in refused(_with_content(ods_of(ods_rows(GROUPS)), bomb)).what


def _with_content(content: bytes, start: str) -> bytes:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "content.xml":
                text = text.replace("<office:document-content", f"{start}<office:document-content")
            new.writestr(name, text)
    return held.getvalue()


def test_open_documents_of_other_kinds() -> None:
    assert "password" in refused(ods_of("", encrypted=True)).what
    assert "no spreadsheet" in refused(ods_of("", kind="text")).what


def test_formulas_without_a_value_in_an_open_document() -> None:
    cell = '<table:table-cell table:formula="of:=1+1"/>'
    row = ods_rows(GROUP).replace("</table:table-row>", "")
    last = row.rindex("<table:table-cell")
    found = understood(ods_of(ods_rows(GROUPS) + row[:last] + cell + "</table:table-row>")).checked
    assert found.problems["column"].to_list() == ["Male"]
    assert "not saved" in found.problems["reason"].item()


def test_a_share_in_a_column_of_people_is_no_number_of_them() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of({"Groups": [GROUPS, (*GROUP[:5], 0, 1)]})))
    for cell, shown in zip(book["Groups"][2][5:], ("0%", '0.0"x"%'), strict=True):
        cell.number_format = shown
    held = io.BytesIO()
    book.save(held)
    share = '<table:table-cell office:value-type="percentage" office:value="0.75"{}/>'
    both = share.format(' table:number-columns-repeated="2"') + "</table:table-row>"
    opened = ods_of(ods_rows(GROUPS, GROUP[:5]).removesuffix("</table:table-row>") + both)
    for file, values in (held.getvalue(), ["0%", "100%"]), (opened, ["75%", "75%"]):
        found = understood(file).checked
        assert reasons(found) == ["Not a whole number of 0 or more."] * 2
        assert found.problems["value"].tolist() == values


def test_formulas_without_a_value_in_a_workbook_are_problems_not_zeros() -> None:
    row = [*GROUP[:5], 2, "=1+1"]
    found = understood(workbook_of({"Groups": [GROUPS, row]})).checked
    assert found.problems["column"].to_list() == ["Male"]
    assert found.tables["attendance"].rows_accepted == 0


@pytest.mark.parametrize("name", ["word/document.xml", "ppt/presentation.xml", "xl/workbook.bin"])
def test_other_files_of_the_same_first_bytes(name: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr(name, "x")
    error = refused(held.getvalue())
    assert error.what.startswith("It is a ")


@pytest.mark.parametrize("content", [XLS, ODS], ids=["xls", "ods"])
@given(st.integers(0, 6_000), st.integers(0, 255), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_wrong_byte_is_read_or_refused(content: bytes, at: int, byte: int, cut: bool) -> None:
    at %= len(content)
    changed = content[:at] + bytes([byte]) + (b"" if cut else content[at + 1 :])
    with suppress(ReadingError):
        read_all(changed)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_that_cannot_be_unpacked(part: str) -> None:
    content = bytearray(workbook_of({"Groups": [GROUPS, GROUP]}))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as packed:
        start = packed.getinfo(part).header_offset + 30 + len(part)
    content[start : start + 20] = b"\xff" * 20
    assert "damaged" in refused(bytes(content)).what
