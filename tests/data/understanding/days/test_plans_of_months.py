"""Plans of months beside what came of them: a training of each row, or of all that have a month."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, understood, unsure

HEADER = ["District", "Month", "Planned Participants", "Actual Participants"]
ROWS = [["Quetta", "Mar-2023", "30", "24"], ["Pishin", "Mar-2023", "20", "17"],
        ["Kech", "Jul-2023", "25", "19"]]  # fmt: skip
TITLE = "Title above the rows"


@pytest.mark.parametrize("above", [
    "Trainings of committees, planned and actual, 2023 (each for members from the district itself)",
    "Workshops 2023, each with officials of the district concerned",
])  # fmt: skip
def test_trainings_each_for_those_of_the_district_are_one_each(above: str) -> None:
    content = text_of([[above], HEADER, *ROWS]).encode()
    assert figures(understood(content, agency="not published")) == (3, 60)


@pytest.mark.parametrize("above", [
    "Trainings of committees 2023, not each for members from the district itself",
    "Trainings of committees 2023 together and not each with members of their own district",
])  # fmt: skip
def test_trainings_that_were_not_each_for_those_of_a_district_are_asked_about(above: str) -> None:
    assert TITLE in unsure(read(text_of([[above], HEADER, *ROWS]).encode()))


def test_districts_with_one_month_in_a_plan_may_have_had_a_training_each() -> None:
    above = "Trainings of committees, planned and actual, 2023"
    assert TITLE in unsure(read(text_of([[above], HEADER, *ROWS]).encode()))
    months = ("Mar-2023", "Apr-2023", "Jul-2023")
    apart = [[row[0], month, *row[2:]] for row, month in zip(ROWS, months, strict=True)]
    content = text_of([[above], HEADER, *apart]).encode()
    assert figures(understood(content, agency="not published")) == (3, 60)
