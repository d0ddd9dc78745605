"""Calendars and schedules, of which nothing says whether the trainings in them were held."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.test_office_files import figures, read, unsure
from tests.data.understanding.test_read_unasked import understood

NAMES = ["Batch", "Month", "Location", "Participants"]


def calendar(*numbers: str) -> list[list[str]]:
    """Return batches in three months and places, with their numbers."""
    where = [("Batch I", "February"), ("Batch II", "March"), ("Batch III", "April")]
    rows = [[*both, "Kasur", number] for both, number in zip(where, numbers, strict=True)]
    return [NAMES, *rows]


@pytest.mark.parametrize("above", ["Training Calendar 2023", "Schedule of trainings, 2023"])
def test_round_numbers_of_a_calendar_are_asked_about(above: str) -> None:
    rows = [[above], *calendar("25", "30", "25"), ["Total", "", "", "80"]]
    found = read(text_of(rows).encode())
    assert isinstance(found, Question)
    assert unsure(found)["Participants"] == "participants_total"


def test_a_sheet_that_is_called_a_calendar_is_one() -> None:
    found = read(workbook_of({"Calendar 2023": calendar("25", "30", "25")}))
    assert "Participants" in unsure(found)


@pytest.mark.parametrize(
    ("above", "numbers"),
    [("Training Calendar 2023", ("23", "30", "25")),
     ("Calendar of trainings held in 2023", ("25", "30", "25")),
     ("Trainings 2023", ("25", "30", "25"))],
)  # fmt: skip
def test_numbers_of_who_came_are_read(above: str, numbers: tuple[str, str, str]) -> None:
    found = understood(text_of([[above], *calendar(*numbers)]).encode())
    assert figures(found) == (3, sum(map(int, numbers)))


@pytest.mark.parametrize(
    "name", ["Proposed date", "Mujawwaza tareekh", "مجوزہ تاریخ", "Tareekh (mutawaqqa)",
             "Namzadgi ki tareekh", "تاریخ نامزدگی"]
)  # fmt: skip
def test_days_that_were_proposed_or_are_of_something_else_are_asked_about(name: str) -> None:
    header = ["S No", "Zila", name, "Mauzu", "Shuraka"]
    rows = [["1", "Kasur", "9 May 2023", "Referral", "12"],
            ["2", "Okara", "16 May 2023", "Referral", "9"]]  # fmt: skip
    found = read(text_of([header, *rows]).encode())
    assert unsure(found) == {name: "date_start"}
    held = [[*header, "تاریخ انعقاد"], *([*row, row[2].replace("May", "June")] for row in rows)]
    days = understood(text_of(held).encode()).checked.trainings["date_start"]
    assert {f"{day:%m}" for day in days} == {"06"}
