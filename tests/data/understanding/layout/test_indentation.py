"""Rows that stand under others by blanks, an indent or a bullet before their name."""

import io

import openpyxl
import pytest
from openpyxl.styles import Alignment

from data.understanding.understand import Understood
from tests.data.sheets_made import reasons, text_of
from tests.data.understanding.readings import figures, read
from tests.in_turn import in_turn

OF = ["Referral", "2023-05-09"]
HEADER = ["Training", "Date", "Province / District", "Department", "Female", "Male"]


def table(*rows: tuple[str, str, str, str]) -> list[list[str]]:
    return [HEADER, *[[*(OF if row[1] else ["", ""]), *row] for row in rows]]


SUMS = table(("Punjab", "", "3", "9"), ("  Kasur", "Police", "1", "4"),
             ("  Lahore", "FIA", "2", "5"), ("Sindh", "", "1", "5"),
             ("  Hyderabad", "Police", "1", "5"))  # fmt: skip
HEADINGS = table(("Punjab", "", "", ""), ("- Kasur", "Police", "1", "4"),
                 ("- Lahore", "FIA", "2", "5"), ("Sindh", "", "", ""),
                 ("- Hyderabad", "Police", "1", "5"))  # fmt: skip
DIVISIONS = table(("Lahore", "", "3", "9"), ("  Kasur", "Police", "1", "4"),
                  ("  Lahore", "FIA", "2", "5"), ("Hyderabad", "", "1", "5"),
                  ("  Hyderabad", "Police", "1", "3"),
                  ("  Jamshoro", "Police", "0", "2"))  # fmt: skip


def indented(rows: list[list[str]]) -> bytes:
    """Return a workbook in which the blanks before a text are an indent of its cell."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([text.strip() for text in row])
        for n, text in enumerate(row, start=1):
            if text.startswith("  "):
                cell = book.active.cell(book.active.max_row, n)
                cell.alignment = Alignment(indent=1)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@in_turn(
    {
        "rows": [SUMS, HEADINGS, DIVISIONS],
        "write": [lambda rows: text_of(rows).encode(), indented],
    }
)
def test_a_row_over_others_is_their_sum_or_heading_and_no_record(rows: list, write) -> None:
    if write is indented and rows is HEADINGS:
        rows = [[cell.replace("- ", "  ") for cell in row] for row in rows]
    found = read(write(rows))
    assert figures(found) == (1, 18)
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert len(found.checked.tables["attendance"].left_out) == 2


def test_a_province_whose_numbers_are_no_sum_is_a_problem_and_counted_nowhere() -> None:
    rows = [list(row) for row in SUMS]
    rows[1][5] = "10"
    found = read(text_of(rows).encode())
    assert figures(found) == (1, 18)
    assert isinstance(found, Understood)
    assert set(found.checked.problems["row"]) == {2}
    assert "The row says 10, its rows sum to 9." in reasons(found.checked)


def test_districts_over_agencies_are_the_homes_of_these() -> None:
    rows = [["Training", "Date", "District", "Female", "Male"], [*OF, "Kasur", "3", "9"],
            ["", "", "  Police", "1", "4"], ["", "", "  FIA", "2", "5"]]  # fmt: skip
    found = read(
        text_of(rows).encode(),
    )
    assert figures(found) == (1, 12)
    assert isinstance(found, Understood)
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK614"}
    assert set(found.checked.attendance["agency"]) == {"Police", "FIA"}


@pytest.mark.parametrize(
    "rows",
    [
        table(("Lahore", "Police", "1", "4"), (" Kasur", "Police", "2", "5")),
        table(("Lahore", "Police", "1", "4"), (" Kasur", "Police", "1", "4")),
        [["Name", "District", "Department", "Training", "Date"],
         ["Zarqoon One", "Lahore", "Police", *OF], ["Zarqoon Two", " Kasur", "FIA", *OF]],
    ],
)  # fmt: skip
def test_a_blank_before_a_name_by_chance_makes_no_row_a_heading(rows: list) -> None:
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert found.checked.tables["attendance"].rows_accepted == 2
