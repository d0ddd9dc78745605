"""Bytes -> raw tables: what is read, and what is refused with a reason and a way out."""

import datetime as dt
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from data.personal_data import HIDDEN_NAME
from data.reading import LARGEST_FILE, RawTables, ReadingError, read
from data.workbook import LARGEST_AREA, LARGEST_UNPACKED, MOST_ROWS
from tests.data.uploads import attendance_csv, saved, trainings_csv, workbook

TODAY = dt.date(2024, 1, 1)


def refused(*files: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(files)
    error = caught.value
    assert error.what.endswith(".")
    assert error.what_to_do.endswith(".")
    assert error.where
    return error


def repacked(content: bytes, **changes: bytes | None) -> bytes:
    """Return a workbook with some of its parts replaced; None takes the part away."""
    copy = io.BytesIO()
    parts = {name.replace("__", "/"): change for name, change in changes.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(copy, "w", 8) as new:
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


SHEET_1 = "xl/worksheets/sheet1.xml"

# ----------------------------------------------------------------------------- read


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with mark"])
@pytest.mark.parametrize("turned", [False, True])
def test_two_csv_files_in_any_order(mark: bytes, turned: bool) -> None:
    files = [mark + trainings_csv(), mark + attendance_csv()]
    tables = read(files[::-1] if turned else files)
    assert tables.trainings.cells.loc[2, "title"] == "Referral"
    assert tables.attendance.cells.loc[2].to_list() == ["T1", "PK634", "Police", "2", "5", ""]
    assert tables.trainings.ignored_columns == ()


def test_a_workbook_gives_the_same_text() -> None:
    day = dt.datetime(2023, 5, 9)  # noqa: DTZ001 - a day has no time zone
    book = workbook([{"date_start": day}], [{"participants_f": 2, "participants_m": 5.0}])
    from_book, from_csv = read([saved(book)]), read([trainings_csv(), attendance_csv()])
    assert from_book.trainings.cells.equals(from_csv.trainings.cells)
    assert from_book.attendance.cells.equals(from_csv.attendance.cells)


def test_sheets_are_found_by_name_whatever_else_there_is() -> None:
    book = workbook(notes=[["x"] * 3] * 3)
    book["trainings"].title = " Trainings "
    book.move_sheet("notes", -2)
    assert read([saved(book)]).trainings.cells.loc[2, "training_id"] == "T1"


def test_urdu_stays_as_it_is_written() -> None:
    title = "انسانی اسمگلنگ کی روک تھام"
    tables = read([trainings_csv({"title": title}), attendance_csv()])
    assert tables.trainings.cells.loc[2, "title"] == title


def test_rows_are_numbered_as_in_the_file_and_blank_ones_left_out() -> None:
    lines = attendance_csv({}, {"agency": "FIA"}).splitlines()
    text = b"\n".join([lines[0], lines[1], b"", b",,,,,", lines[2]])
    assert read([trainings_csv(), text]).attendance.cells.index.to_list() == [2, 5]
    book = workbook()
    book["attendance"].insert_rows(2, 3)
    assert read([saved(book)]).attendance.cells.index.to_list() == [5]


def test_a_quoted_line_break_is_one_row() -> None:
    tables = read([trainings_csv({"title": "a\nb"}, {"training_id": "T2"}), attendance_csv()])
    assert tables.trainings.cells.index.to_list() == [2, 3]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (dt.date(2023, 5, 9), "2023-05-09"),
        (45055, "2023-05-09"),
        (dt.datetime(2023, 5, 9, 10, 30), "2023-05-09T10:30:00"),  # noqa: DTZ001
        (45055.5, "45055.5"),
        (12, "12"),
        (99999, "99999"),
        ("09/05/2023", "09/05/2023"),
        (True, "TRUE"),
    ],
)
def test_dates_of_a_workbook_are_converted_knowingly(cell: object, text: str) -> None:
    tables = read([saved(workbook([{"date_start": cell}]))])
    assert tables.trainings.cells.loc[2, "date_start"] == text


def test_a_workbook_that_counts_from_1904() -> None:
    book = workbook([{"date_start": 43593, "date_end": dt.date(2023, 5, 10)}])
    book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001
    cells = read([saved(book)]).trainings.cells
    assert cells.loc[2, ["date_start", "date_end"]].to_list() == ["2023-05-09", "2023-05-10"]


def test_a_number_in_a_csv_column_of_days_stays_a_number() -> None:
    cells = read([trainings_csv({"date_start": "45055"}), attendance_csv()]).trainings.cells
    assert cells.loc[2, "date_start"] == "45055"


def test_the_column_summarises_may_be_left_out() -> None:
    lines = [line.rpartition(b",")[0] for line in trainings_csv().splitlines()]
    cells = read([b"\n".join(lines), attendance_csv()]).trainings.cells
    assert cells.loc[2, "summarises"] == ""


# ------------------------------------------------------------------- dropped and faulty


def test_other_columns_are_dropped_and_named() -> None:
    lines = attendance_csv().splitlines()
    text = b"\n".join([lines[0] + b",CNIC,Name", lines[1] + b",35201-1234567-1,Aslam"])
    table = read([trainings_csv(), text]).attendance
    assert table.ignored_columns == ("CNIC", "Name")
    assert not table.cells.astype(str).apply(lambda c: c.str.contains("35201|Aslam")).any().any()


@pytest.mark.parametrize("name", ["aslam@example.org", "35201-1234567-1", "x" * 500])
def test_a_column_name_that_looks_personal_is_not_repeated(name: str) -> None:
    lines = attendance_csv().splitlines()
    text = b"\n".join([lines[0] + b"," + name.encode(), lines[1] + b","])
    assert read([trainings_csv(), text]).attendance.ignored_columns == (HIDDEN_NAME,)


@pytest.mark.parametrize("end", [b",", b",7,8"])
def test_a_row_with_other_cells_than_the_header_is_a_fault(end: bytes) -> None:
    lines = attendance_csv({}, {"agency": "FIA"}).splitlines()
    text = b"\n".join([lines[0], lines[1] + end, lines[2]])
    table = read([trainings_csv(), text]).attendance
    assert table.faults["row"].to_list() == [2]
    assert table.cells.index.to_list() == [2, 3]


def test_cells_without_a_value_are_faults_not_blanks() -> None:
    changes = {"participants_f": "=1+1", "participants_m": "#DIV/0!"}
    faults = read([saved(workbook(attendance=[changes]))]).attendance.faults
    assert faults["column"].to_list() == ["participants_f", "participants_m"]
    assert faults["row"].to_list() == [2, 2]


# --------------------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no rows"),
        (b"\xef\xbb\xbf \n", "no rows"),
        (trainings_csv().splitlines()[0], "no rows"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><body>", "web page"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "older Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (trainings_csv().decode().encode("utf-16"), "UTF-16"),
        (trainings_csv({"title": "Müller"}).decode().encode("cp1252"), "UTF-8"),
        (trainings_csv().replace(b",", b";"), "semicolons"),
        (trainings_csv().replace(b",", b"\t"), "tabs"),
        (b"PK\x03\x04 and then nothing", "no Excel workbook"),
        (b"a,b\n1,\0\n", "not a text file"),
        (trainings_csv() + b'"never closed,', "quotation mark"),
        (b"x" * (LARGEST_FILE + 1), "10 MB"),
        (b"a,b,c\n1,2,3\n", "does not name the columns"),
    ],
    ids=range(17),
)
def test_a_file_is_refused_in_plain_words(content: bytes, words: str) -> None:
    assert words in refused(content, attendance_csv()).what


def test_nothing_chosen_or_one_of_two() -> None:
    assert "trainings and none of attendance" in refused().what
    assert refused(trainings_csv()).what == "There is no table of attendance."
    assert "there twice" in refused(trainings_csv(), trainings_csv()).what
    book = workbook()
    del book["attendance"]
    assert refused(saved(book)).what == "There is no table of attendance."


def test_a_sheet_without_rows() -> None:
    error = refused(saved(workbook(attendance=[])))
    assert (error.where, error.what) == ("Sheet attendance", "It has no rows.")


def test_all_missing_columns_are_named_at_once() -> None:
    trainings = trainings_csv().replace(b"donor", b"payer").replace(b"venue,", b"place,")
    error = refused(trainings, attendance_csv().replace(b"participants_m", b"men"))
    assert error.what == (
        "Columns are missing: trainings.venue, trainings.donor, attendance.participants_m."
    )


def test_a_column_twice() -> None:
    assert (
        "twice: agency"
        in refused(trainings_csv(), attendance_csv().replace(b"participants_m", b"Agency")).what
    )


def test_too_many_rows() -> None:
    head, row = attendance_csv().splitlines()
    text = head + b"\n" + b"T1,,FIA,1,1,1\n" * (MOST_ROWS + 1)
    assert "200,000 rows" in refused(trainings_csv(), text).what
    assert row


# -------------------------------------------------------------------- hostile workbooks


def test_another_kind_of_zip() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    assert "no Excel workbook" in refused(held.getvalue()).what


def test_a_small_file_that_grows_to_many_rows() -> None:
    """400,000 rows in a few dozen kilobytes: refused by the rows, before they are read."""
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 400_000
    bomb = repacked(saved(workbook()), **{SHEET_1: sheet_xml(rows)})
    assert len(bomb) < 200_000
    assert "200,000 rows" in refused(bomb).what


def test_a_zip_that_says_it_grows_too_large() -> None:
    bomb = repacked(saved(workbook()), xl__media__x=b"\0" * (LARGEST_UNPACKED + 1))
    assert len(bomb) < 1_000_000
    assert "more than can be read" in refused(bomb).what


def test_a_zip_of_very_many_parts() -> None:
    many = {f"xl/media/{number}": b"x" for number in range(2_100)}
    assert "more than can be read" in refused(repacked(saved(workbook()), **many)).what


@pytest.mark.parametrize("address", ["XFD150000", "XFD1048576", "A1048576"])
def test_one_cell_far_away(address: str) -> None:
    """Rows x columns are taken in memory, also where they are empty."""
    far = sheet_xml(f'<row><c r="{address}"><v>1</v></c></row>')
    assert LARGEST_AREA < 16_384 * 150_000
    assert "more than can be read" in refused(repacked(saved(workbook()), **{SHEET_1: far})).what


def test_formatted_empty_cells_far_away_do_no_harm() -> None:
    book = workbook()
    book["trainings"].cell(1_000_000, 12).font = Font(bold=True)
    assert len(read([saved(book)]).trainings.cells) == 1


@pytest.mark.parametrize("part", [SHEET_1, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_a_document_type_is_refused(part: str) -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "damaged" in refused(repacked(saved(workbook()), **{part: entities})).what


@pytest.mark.parametrize(
    "part",
    [SHEET_1, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"],
)
@pytest.mark.parametrize("change", [None, b"", b"<x", b"\xff\xfe\0"])
def test_a_damaged_part(part: str, change: bytes | None) -> None:
    content = repacked(saved(workbook()), **{part: change})
    with suppress(ReadingError):
        read([content])


@given(st.binary(max_size=400) | st.binary(max_size=400).map(lambda tail: b"PK\x03\x04" + tail))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(ReadingError):
        read([content])


WHOLE = saved(workbook())


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(at: int, byte: int, cut: bool) -> None:
    content = WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    with suppress(ReadingError):
        assert isinstance(read([content]), RawTables)
