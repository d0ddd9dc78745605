"""A table as a workbook: types kept, no formula, and what its records are beside it."""

import datetime as dt
import io

import openpyxl
import pandas as pd

from data.store.shipped import illustrative
from reports.workbook.workbook import table_workbook


def book(table: pd.DataFrame) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(table_workbook(table, illustrative())))


def rows(table: pd.DataFrame) -> list[tuple]:
    return list(book(table)["Table"].iter_rows(values_only=True))


def test_numbers_days_and_blanks_keep_their_kind() -> None:
    table = pd.DataFrame(
        {
            "P-code": ["PK101", "0012"],
            "People": pd.array([0, pd.NA], dtype="Int64"),
            "Share": [0.25, float("nan")],
            "Day": [dt.date(2023, 9, 25), None],
            "Locked": [True, False],
            "Km": [3.0, float("inf")],
        }
    )
    header, one, two = rows(table)
    assert header == tuple(table.columns)
    assert one == ("PK101", 0, 0.25, pd.Timestamp(2023, 9, 25), "yes", 3)
    assert two == ("0012", None, None, None, "no", None)


def test_nothing_runs() -> None:
    hostile = '=HYPERLINK("http://x")'
    table = pd.DataFrame({hostile: [hostile, "+1", "@x", "a\x00b"]})
    sheet = book(table)["Table"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [hostile, hostile, "+1", "@x", "a b"]
    assert cells[0].quotePrefix


def test_it_says_what_the_records_are() -> None:
    about = dict(book(pd.DataFrame({"A": [1]}))["About"].iter_rows(values_only=True))
    assert about["Records"] == "Illustrative records"
    assert "made up" in about["Illustrative"]
    assert about["Source"]


def test_an_empty_table_has_its_header() -> None:
    assert rows(pd.DataFrame({"A": [], "B": []})) == [("A", "B")]
