"""Files of the documented shape -> rows: what is kept, what is a problem, what is refused."""

import datetime as dt

import pandas as pd
import pytest

from data.files.zip_parts import MOST_ROWS
from data.records.errors import ReadingError
from data.records.model import ATTENDANCE_COLUMNS
from data.records.personal_data import HIDDEN_NAME
from data.review.decisions import Decisions
from data.review.questions import settle
from data.sheets.opening import ON_SCREEN
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, accepted, checked, of_all, reasons, understood
from tests.data.uploads import attendance_csv, saved, trainings_csv, workbook

HEADER, USUAL = attendance_csv().splitlines()
NO_DAY = "Not a date between 2000 and 2099 written as year-month-day."


def refused(*files: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        understand(files, TODAY)
    error = caught.value
    assert error.what.endswith(".")
    assert error.what_to_do.endswith(".")
    assert error.where
    return error


def attended(*lines: bytes) -> bytes:
    return b"\n".join([HEADER, *lines])


def strictly(*files: bytes) -> Understood:
    """Return what was understood of files that are known to be of the documented shape."""
    found = understood(*files)
    assert not found.mappings
    return found


# ----------------------------------------------------------------------------- read


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with mark"])
@pytest.mark.parametrize("turned", [False, True])
def test_two_csv_files_in_any_order(mark: bytes, turned: bool) -> None:
    files = [mark + trainings_csv(), mark + attendance_csv()]
    found = strictly(*(files[::-1] if turned else files))
    assert found.checked.trainings["title"].to_list() == ["Referral"]
    row = found.checked.attendance.loc[0].to_list()
    assert row == ["T1", "PK634", "Police", 2, 5, pd.NA]
    assert not any(table.ignored_columns for table in found.checked.tables.values())
    assert found.notes == ()


def test_a_workbook_gives_the_same_rows() -> None:
    day = dt.datetime(2023, 5, 9)  # noqa: DTZ001 - a day has no time zone
    book = workbook([{"date_start": day}], [{"participants_f": 2, "participants_m": 5.0}])
    from_book = strictly(saved(book)).checked
    from_csv = strictly(trainings_csv(), attendance_csv()).checked
    assert from_book.trainings.equals(from_csv.trainings)
    assert from_book.attendance.equals(from_csv.attendance)


def test_sheets_are_found_by_name_whatever_else_there_is() -> None:
    book = workbook(notes=[["x"] * 3] * 3)
    book["trainings"].title = " Trainings "
    book.move_sheet("notes", -2)
    assert accepted(strictly(saved(book)).checked) == {"trainings": 1, "attendance": 1}


def test_urdu_stays_as_it_is_written() -> None:
    title = "انسانی اسمگلنگ کی روک تھام"
    found = checked(trainings_csv({"title": title}), attendance_csv())
    assert found.trainings["title"].to_list() == [title]


def test_rows_are_numbered_as_in_the_file_and_blank_ones_are_no_records() -> None:
    other = USUAL.replace(b"Police", b"FIA")
    found = strictly(trainings_csv(), attended(USUAL, b"", b",,,,,", other, b""))
    assert found.checked.tables["attendance"].file_rows.tolist() == [2, 5]
    assert of_all(found.checked, "set_aside")["row"].to_list() == [3, 4]
    book = workbook()
    book["attendance"].insert_rows(2, 3)
    assert strictly(saved(book)).checked.tables["attendance"].file_rows.tolist() == [5]


def test_a_file_is_read_alike_in_parts_of_any_length(monkeypatch) -> None:
    others = [USUAL.replace(b"Police", f"Agency {number}".encode()) for number in range(8)]
    files = trainings_csv(), attended(*others[:3], b"", HEADER, b"T1", *others[3:], b"", b"")
    whole = strictly(*files)
    for length in (1, 3):
        monkeypatch.setattr("data.sheets.tables.rows_under.CHUNK", length)
        parts = strictly(*files)
        assert parts.checked.tables["attendance"].file_rows.tolist() == [2, 3, 4, *range(8, 13)]
        assert of_all(parts.checked, "set_aside")["row"].tolist() == [5, 6]
        pd.testing.assert_frame_equal(parts.checked.problems, whole.checked.problems)
        pd.testing.assert_frame_equal(parts.checked.attendance, whole.checked.attendance)


def test_a_quoted_line_break_is_one_row() -> None:
    trainings = trainings_csv({"title": "a\nb"}, {"training_id": "T2"})
    found = strictly(trainings, attendance_csv())
    assert found.checked.trainings["title"].to_list() == ["a b", "Referral"]
    assert found.checked.tables["trainings"].file_rows.tolist() == [2, 3]


@pytest.mark.parametrize("cell", [dt.date(2023, 5, 9), 45055, "2023-05-09"])
def test_a_day_of_a_workbook_is_read_as_the_day_that_it_means(cell: object) -> None:
    found = strictly(saved(workbook([{"date_start": cell}]))).checked
    assert found.trainings["date_start"].to_list() == [pd.Timestamp(2023, 5, 9)]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (dt.datetime(2023, 5, 9, 10, 30), "2023-05-09T10:30:00"),  # noqa: DTZ001
        (45055.5, "45055.5"),
        (12, "12"),
        (30000, "30000"),
        (99999, "99999"),
        ("09/05/2023", "09/05/2023"),
        (True, "TRUE"),
    ],
)
def test_what_is_no_day_of_a_workbook_is_a_problem_that_shows_what_is_written(
    cell: object, shown: str
) -> None:
    found = strictly(saved(workbook([{"date_start": cell}]))).checked
    problem = found.problems.iloc[0]
    assert (problem["row"], problem["column"], problem["value"]) == (2, "date_start", shown)
    assert reasons(found) == [NO_DAY, "Its training has a problem."]


def test_a_workbook_that_counts_from_1904() -> None:
    book = workbook([{"date_start": 43593, "date_end": dt.date(2023, 5, 10)}])
    book.epoch = dt.datetime(1904, 1, 1)  # noqa: DTZ001
    days = strictly(saved(book)).checked.trainings[["date_start", "date_end"]]
    assert days.astype(str).to_numpy().tolist() == [["2023-05-09", "2023-05-10"]]


def test_a_number_in_a_csv_column_of_days_is_no_day() -> None:
    found = checked(trainings_csv({"date_start": "45055"}), attendance_csv())
    assert (found.problems.loc[0, "reason"], found.problems.loc[0, "value"]) == (NO_DAY, "45055")


def test_the_column_summarises_may_be_left_out() -> None:
    lines = [line.rpartition(b",")[0] for line in trainings_csv().splitlines()]
    found = strictly(b"\n".join(lines), attendance_csv()).checked
    assert found.trainings["summarises"].isna().to_list() == [True]


# ------------------------------------------------------------------- dropped and faulty


def test_other_columns_are_dropped_and_named() -> None:
    text = b"\n".join([HEADER + b",CNIC,Name", USUAL + b",35201-1234567-1,Aslam"])
    found = strictly(trainings_csv(), text).checked
    assert found.tables["attendance"].ignored_columns == ("CNIC", "Name")
    assert found.tables["attendance"].rows_accepted == 1
    parts = [part for one in (found, *found.tables.values()) for part in vars(one).values()]
    held = "".join(frame.to_csv() for frame in parts if hasattr(frame, "to_csv"))
    assert "Police" in held
    assert "35201" not in held
    assert "Aslam" not in held


@pytest.mark.parametrize("name", ["aslam@example.org", "35201-1234567-1", "x" * 500])
def test_a_column_name_that_looks_personal_is_not_repeated(name: str) -> None:
    text = b"\n".join([HEADER + b"," + name.encode(), USUAL + b","])
    found = strictly(trainings_csv(), text).checked
    assert found.tables["attendance"].ignored_columns == (HIDDEN_NAME,)


@pytest.mark.parametrize(
    ("line", "cells"),
    [(b"T1,PK634", 2), (b"T1,PK634,Police,1,200,5,", 7), (USUAL + b",7,8", 8)],
    ids=["short", "a number between commas", "long"],
)
def test_a_row_with_other_cells_than_the_header_is_a_problem(line: bytes, cells: int) -> None:
    found = strictly(trainings_csv(), attended(line, USUAL)).checked
    assert found.problems[["row", "column"]].to_numpy().tolist() == [[2, ""]]
    assert reasons(found) == [f"The row has {cells} cells where the header has 6."]
    assert "quotation marks" in found.problems.loc[0, "what_to_do"]
    assert found.participants_accepted == 7


def test_a_file_that_ends_each_row_with_a_comma_is_read() -> None:
    lines = [USUAL + b",", USUAL.replace(b"Police", b"FIA") + b","]
    for header in (HEADER, HEADER + b","):
        text = b"\n".join([header, *lines])
        assert strictly(trainings_csv(), text).checked.participants_accepted == 14


def test_cells_to_the_right_of_the_header_of_a_workbook_are_a_problem_not_lost() -> None:
    book = workbook(attendance=[{}, {"agency": "FIA"}])
    book["attendance"].cell(3, 9, "2 of them left early")
    found = strictly(saved(book)).checked
    assert found.problems["row"].to_list() == [3]
    assert "to the right" in reasons(found)[0]
    assert "header" in found.problems.loc[0, "what_to_do"]


def test_cells_without_a_value_are_problems_not_blanks() -> None:
    changes = {"participants_f": "=1+1", "participants_m": "#DIV/0!"}
    nothing_else = dict.fromkeys(ATTENDANCE_COLUMNS, "") | {"participants_m": "#DIV/0!"}
    found = strictly(saved(workbook(attendance=[changes, nothing_else]))).checked
    assert found.problems[["row", "column"]].to_numpy().tolist() == [
        [2, "participants_f"],
        [2, "participants_m"],
        [3, "participants_m"],
    ]
    assert "not saved" in reasons(found)[0]
    assert "error value" in reasons(found)[1]
    assert accepted(found) == {"trainings": 1, "attendance": 0}


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
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04 and then nothing", "no Excel workbook"),
        (b"a,b\n1,\0\n", "not a text file"),
        (trainings_csv() + b'"never closed,', "quotation mark"),
        (b"x" * (ON_SCREEN.file_bytes + 1), "10 MB"),
        (b"PK\x03\x04" + b"x" * ON_SCREEN.file_bytes, "10 MB"),
        (b"1,2,3\n4,5,6\n", "names the columns"),
    ],
    ids=range(14),
)
def test_a_file_is_refused_in_plain_words(content: bytes, words: str) -> None:
    assert words in refused(content, attendance_csv()).what


def test_nothing_chosen() -> None:
    error = refused()
    assert error.what == "No file was chosen."
    assert "trainings and attendance" in error.what_to_do


def test_one_table_of_two() -> None:
    alone = understood(trainings_csv())
    assert accepted(alone.checked) == {"trainings": 1, "attendance": 0}
    book = workbook()
    del book["attendance"]
    assert understood(saved(book)).checked.trainings.equals(alone.checked.trainings)
    asked = understand([attendance_csv()], TODAY)
    assert isinstance(asked, Question)
    assert asked.proposal is not None
    assert asked.proposal.missing == (("date_start",),)
    twice = understood(trainings_csv(), trainings_csv()).checked
    assert accepted(twice) == {"trainings": 1, "attendance": 0}


def test_a_sheet_without_rows() -> None:
    error = refused(saved(workbook(attendance=[])))
    assert error.where == "The file, sheet attendance"
    assert error.what == "It has a header and no rows."


def test_columns_that_are_called_otherwise_are_taken_for_what_they_say_or_named() -> None:
    trainings = trainings_csv().replace(b"donor", b"payer").replace(b"venue,", b"place,")
    found = understood(trainings, attendance_csv().replace(b"participants_m", b"men"))
    assert found.checked.tables["trainings"].ignored_columns == ("payer",)
    assert found.checked.trainings["venue"].tolist() == ["District council hall"]
    assert found.checked.participants_accepted == 7


def test_all_columns_that_are_missing_are_asked_about_at_once() -> None:
    asked = understand([trainings_csv(), b"agency,participants_f\nPolice,3\nFIA,4\n"], TODAY)
    assert isinstance(asked, Question)
    assert (asked.kind, asked.where) == ("columns", "File 2")
    assert asked.proposal is not None
    assert asked.proposal.missing == (("title", "training_id"),)


def test_a_column_twice() -> None:
    twice = b"\n".join([HEADER + b",AGENCY", USUAL + b",FIA"])
    error = refused(trainings_csv(), twice)
    assert (error.where, error.what) == ("File 2", "A column is there twice: agency.")
    renamed = attendance_csv().replace(b"participants_m", b"Agency")
    assert "there twice: Agency, agency" in refused(trainings_csv(), renamed).what


def test_too_many_rows() -> None:
    text = HEADER + b"\n" + b"T1,,FIA,1,1,1\n" * (MOST_ROWS + 1)
    error = refused(trainings_csv(), text)
    assert (error.where, error.what) == ("File 2", "It has more than 200,000 rows.")


# ----------------------------------------------------------------------------- agencies and sums


@pytest.mark.parametrize("name", ["Punjab Police", "POLICE", "پولیس"])
def test_a_known_agency_by_another_name_is_that_one(name: str) -> None:
    assert checked(trainings_csv(), attendance_csv({"agency": name})).attendance[
        "agency"
    ].to_list() == ["Police"]


BODIES = ["Edhi Foundation", "House of Peace", "UNHCR", "Border Force", "Others", "Not published",
          "Police (of another country)", "Sahil"]  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_another_body_keeps_the_name_that_is_written(name: str) -> None:
    found = checked(trainings_csv(), attendance_csv({"agency": name}))
    assert found.attendance["agency"].to_list() == [name]


@pytest.mark.parametrize(
    "name",
    ["Zarqoon Nobody", "Deputy Director Zarqoon Khan Qureshi", "Zarqoon Ahmad Khan", "Plice"],
)
def test_an_agency_that_may_be_a_person_is_hidden_and_asked_about(name: str) -> None:
    files = trainings_csv(), attendance_csv({}, {"agency": name, "adm2_pcode": "PK617"})
    found = checked(*files)
    assert found.participants_accepted == 7
    assert found.participants_in_problems == 7
    [question] = found.queue
    told = f"{found.problems.to_dict()} {found.held.to_dict()} {question.key}".casefold()
    assert name.casefold() not in told
    assert (question.value == name) == (name == "Plice")
    answer = question.candidates[0].answer
    assert answer == ("Police" if name == "Plice" else "Not published")
    decided = settle(Decisions(), {question: answer}, "a", dt.datetime.now(dt.UTC))
    assert checked(*files, decisions=decided).attendance["agency"].to_list() == ["Police", answer]


@pytest.mark.parametrize(("answer", "people"), [("once", 9), ("each", 18)])
def test_a_row_of_no_agency_that_has_the_sum_of_others_is_asked_about(
    answer: str, people: int
) -> None:
    rows = [{}, {"agency": "FIA", "participants_f": 1, "participants_m": 1},
            {"agency": "Others", "participants_f": 3, "participants_m": 6}]  # fmt: skip
    files = trainings_csv(), attendance_csv(*rows)
    found = checked(*files)
    assert (found.participants_accepted, found.participants_in) == (9, 18)
    [question] = found.queue
    decided = settle(Decisions(), {question: answer}, "a", dt.datetime.now(dt.UTC))
    found = checked(*files, decisions=decided)
    assert found.participants_accepted == found.participants_in == people
