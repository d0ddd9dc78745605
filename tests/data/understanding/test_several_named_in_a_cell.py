"""Several persons who are named in one cell: whom a number beside them counts, and who is asked."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.test_office_files import figures, read, unsure
from tests.data.understanding.test_read_unasked import DAY, understood

NAMED = ["Zarqoon Nobody, Palwasha Nobody, Gulnar Nobody", "Zarqoon Noone and Palwasha Noone",
         "Gulnar Noone, Mashal Noone, Spogmai Noone & Shandana Noone"]  # fmt: skip
PLACES = ["Haripur", "Battagram", "Mansehra"]
DAYS = ["3 Oct 2023", "10 Oct 2023", "12 Oct 2023"]


def of_names(name: str, number: str, numbers: list[str]) -> bytes:
    rows = [list(row) for row in zip(PLACES, DAYS, NAMED, numbers, strict=True)]
    return text_of([["District", "Date", name, number], *rows]).encode()


@pytest.mark.parametrize("number", ["Number", "No.", "Nos", "تعداد"])
@pytest.mark.parametrize("name", ["Attendees (staff of the office)", "Names of participants"])
def test_a_number_counts_those_who_are_named_with_commas_beside_it(name: str, number: str) -> None:
    found = understood(of_names(name, number, ["3", "2", "4"]))
    assert figures(found) == (3, 9)
    assert "Nobody" not in repr((found.checked.problems, found.notes))


@pytest.mark.parametrize("numbers", [["1", "2", "3"], ["3", "2", "5"]])
@pytest.mark.parametrize("name", ["Attendees (staff of the office)", "Names of participants"])
def test_nobody_is_lost_who_stands_in_a_cell_with_others(name: str, numbers: list[str]) -> None:
    found = read(of_names(name, "Number", numbers))
    assert isinstance(found, Question)
    assert "Nobody" not in repr(found)


def test_a_row_of_a_list_that_names_several_is_asked_about() -> None:
    header = ["Name", "Sex", "Department", "District"]
    rows = [[f"Zarqoon{letter} Nobody", "F", "Police", "Kasur"] for letter in "abcd"]
    rows.append(["Palwasha Nobody, Gulnar Noone", "F", "Police", "Kasur"])
    assert "Name" in unsure(read(text_of([header, *rows]).encode()))
    rows[4][0] = "Palwasha Nobody, Sub Inspector"
    assert "Name" not in unsure(read(text_of([header, *rows]).encode()))


@pytest.mark.parametrize("staff", [
    "staff of each Deputy Commissioner's office", "officials of the respective DC offices",
    "staff of their DC office",
])  # fmt: skip
def test_staff_of_the_offices_of_commissioners_are_of_these(staff: str) -> None:
    rows = [["Haripur", DAY, "3"], ["Mansehra", "5 Oct 2023", "4"]]
    header = ["District", "Date", "Participants"]
    found = understood(text_of([[f"Half-day trainings for the {staff}"], header, *rows]).encode())
    assert {*found.checked.attendance["agency"]} == {"District Administration"}


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ("Palwasha Nobody\nGulnar Noone", True),
        ("Palwasha Nobody / Gulnar Noone", True),
        ("پلوشہ خان اور گلنار خان", True),
        ("Palwasha Nobody and 3 others", True),
        ("Palwasha Nobody, with two others", True),
        ("Palwasha Nobody\nS/O Gul Noone", False),
        ("Palwasha Nobody S/O Gul Noone", False),
    ],
)
def test_more_than_one_in_a_row_is_asked_about(named: str, *, asked: bool) -> None:
    header = ["Name", "Sex", "Department", "District"]
    rows = [[f"Zarqoon{letter} Nobody", "F", "Police", "Kasur"] for letter in "abcd"]
    rows.append([named, "F", "Police", "Kasur"])
    assert ("Name" in unsure(read(text_of([header, *rows]).encode()))) == asked


def test_whoever_is_named_as_absent_is_not_counted_by_the_number_beside() -> None:
    content = of_names("Names of participants", "Number", ["3", "2", "4"])
    absent = content.replace(b"Palwasha Noone", b"Palwasha Noone (absent)")
    assert isinstance(read(absent), Question)
