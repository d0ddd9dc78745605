"""Workbooks and CSV files that go out, and come back the same."""

import datetime as dt
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking.check import to_records
from data.checking.optional_tables import check_table
from data.checking.table_check import RawTable
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import (
    ATTENDANCE_COLUMNS,
    COUNT_COLUMNS,
    FURTHER_COLUMNS,
    TRAINING_COLUMNS,
    Records,
)
from data.records.spreadsheet_text import as_text, as_written, csv_bytes
from data.records.tables import TABLES
from data.store.shipped import illustrative, published
from data.understanding.understand import Understood, understand
from data.writing.template import EXAMPLES, records_workbook, template_workbook
from tests.data.conftest import records_of
from tests.data.sheets_made import TODAY, checked, of_all, understood

RUNNING = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x")', "=1"]


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


# --------------------------------------------------------------------------- template


def test_the_template_itself_is_taken_in_without_a_problem() -> None:
    found = understood(template_workbook())
    assert not found.mappings
    assert found.checked.problems.empty
    assert found.checked.tables["trainings"].file_rows.tolist() == [2]
    assert found.checked.tables["attendance"].file_rows.tolist() == [2, 3]
    assert all(found.checked.trainings["training_id"].str.startswith("EXAMPLE"))
    assert not any(table.ignored_columns for table in found.checked.tables.values())


def test_every_column_is_explained() -> None:
    cells = [cell.value for row in opened(template_workbook())["Read me"] for cell in row]
    assert set(TRAINING_COLUMNS) | set(ATTENDANCE_COLUMNS) <= set(cells)
    assert {column for own in FURTHER_COLUMNS.values() for column in own} <= set(cells)


def test_examples_of_the_further_tables_are_no_records_and_what_stands_under_them_is() -> None:
    found = understand([template_workbook()], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.problems.empty
    assert found.checked.further == {}
    examples = of_all(found.checked, "set_aside")["table"].value_counts().to_dict()
    assert examples == {"assessments": 2, "committees": 2, "targets": 2, "layers": 1, "inputs": 2}
    book = opened(template_workbook())
    book["targets"].append(["PK634", 24])
    held = io.BytesIO()
    book.save(held)
    filled = understand([held.getvalue()], TODAY)
    assert isinstance(filled, Understood)
    assert filled.checked.further["targets"]["targeted"].tolist() == [24]
    assert filled.checked.tables["targets"].file_rows.tolist() == [4]


def test_the_examples_are_right_but_for_the_word_before_them() -> None:
    starts = pd.to_datetime(["2023-02-14", "2023-05-09"])
    trainings = pd.DataFrame({"training_id": ["EXAMPLE-1", "EXAMPLE-2"], "date_start": starts})
    for name, rows in EXAMPLES.items():
        examples = pd.DataFrame(rows, columns=list(TABLES[name]), dtype=object)
        written = examples.astype(object).where(examples.notna(), "")
        cells = written.map(lambda v: v.date().isoformat() if isinstance(v, dt.datetime) else v)
        cells = cells.astype("str").replace({"EXAMPLE: ": ""}, regex=True)
        checked = check_table(RawTable(name, cells), trainings, TODAY)
        assert checked.problems.empty
        assert checked.rows_accepted == len(rows)


def test_the_template_lists_the_districts_and_keeps_its_headers_in_sight() -> None:
    book = opened(template_workbook())
    assert book.sheetnames == [
        *("trainings", "attendance", *FURTHER_COLUMNS),
        *("Read me", "districts"),
    ]
    assert book["districts"].max_row == 161
    for name in ("trainings", "attendance", *FURTHER_COLUMNS, "districts"):
        assert book[name].freeze_panes == "A2"


# ---------------------------------------------------------------- out and back again


@pytest.mark.parametrize("records", [illustrative(), published()], ids=lambda r: r.key)
def test_records_come_back_the_same(records: Records) -> None:
    tables = (records.trainings, records.attendance)
    for files in ([records_workbook(records)], [csv_bytes(table) for table in tables]):
        found = checked(*files)
        assert found.problems.empty
        pd.testing.assert_frame_equal(found.trainings, records.trainings)
        pd.testing.assert_frame_equal(found.attendance, records.attendance)
        again = to_records(found, TODAY)
        assert coverage(again, whole(again)).headline == coverage(records, whole(records)).headline


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@SUM(A1)", "'quoted", "<b>${x}</b>"])
def test_text_that_would_run_comes_back_the_same(text: str) -> None:
    training = {"training_id": "T1", "title": text, "donor": text}
    records = records_of(
        [training | {"date_start": dt.date(2023, 5, 9)}],
        [("T1", "", f"{text} Foundation", 1, None, 0)],
    )
    for files in (
        [records_workbook(records)],
        [csv_bytes(records.trainings), csv_bytes(records.attendance)],
    ):
        found = checked(*files)
        assert found.problems.empty
        assert found.trainings.loc[0, ["title", "donor"]].to_list() == [text, text]
        assert found.attendance.loc[0, "agency"] == f"{text} Foundation"


# ------------------------------------------------------------------ text stays text


@pytest.mark.parametrize("text", RUNNING)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    training = {"training_id": text, "title": text, "date_start": dt.date(2023, 5, 9)}
    book = opened(records_workbook(records_of([training], [(text, "", text, 1, 1, 1)])))
    for sheet in book:
        for row in sheet:
            assert all(cell.data_type != "f" for cell in row)
    assert book["trainings"]["A2"].quotePrefix


def test_characters_that_a_workbook_cannot_hold() -> None:
    training = {"training_id": "T1", "title": "a\x07b", "date_start": dt.date(2023, 5, 9)}
    book = opened(records_workbook(records_of([training], [])))
    assert book["trainings"]["B2"].value == "a b"


@pytest.mark.parametrize("text", RUNNING)
def test_no_cell_of_a_csv_file_runs(text: str) -> None:
    content = csv_bytes(pd.DataFrame({text: [text]}))
    rows = content.decode("utf-8-sig").splitlines()
    assert rows[0].lstrip('"').startswith("'")
    assert as_written(as_text(text)) == text


def test_csv_in_full() -> None:
    frame = pd.DataFrame(
        {
            "name": ["Muẓaffarābād", "a,b", None],
            "count": pd.array([0, None, -3], dtype="Int64"),
            "day": pd.to_datetime(["2023-05-09", None, "2023-09-25"]),
        }
    )
    assert (
        csv_bytes(frame)
        == (
            '\ufeffname,count,day\r\nMuẓaffarābād,0,2023-05-09\r\n"a,b",,\r\n,-3,2023-09-25\r\n'
        ).encode()
    )


@given(st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_text_is_as_written_again(text: str) -> None:
    told = as_text(text)
    assert as_written(told) == text or text.startswith("'")
    assert not str(told).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_keep_their_sign() -> None:
    assert as_text(-3) == -3
    assert set(COUNT_COLUMNS) < set(ATTENDANCE_COLUMNS)
