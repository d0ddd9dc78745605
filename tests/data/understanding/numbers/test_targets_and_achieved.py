"""Tables of targets with what was achieved and what is left: only who came is counted."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import read, summed, understood
from tests.in_turn import in_turn

HEADER = ["Month", "Department", "Target", "Achieved", "Shortfall"]
ROWS = [["July 2023", "Labour", "10", "8", "2"], ["July 2023", "Police", "20", "21", "0"],
        ["August 2023", "Police", "20", "0", "20"], ["Total", "", "50", "29", ""]]  # fmt: skip


@in_turn({
    "left": [("2", "0", "20"), ("2", "-1", "20")],
    "said":
    ["(persons of Kasur district trained against the target)",
     "Officials of Kasur district trained as per target. Figures are persons"],
})  # fmt: skip
def test_persons_trained_against_targets_are_those_of_the_district_told(
    said: str, left: tuple[str, ...]
) -> None:
    rows = [[*row[:4], own] for row, own in zip(ROWS, (*left, ""), strict=True)]
    found = understood(text_of([["Return of trainings"], [said], HEADER, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 29}
    assert summed(found, "agency") == {"Labour Department": 8, "Police": 21}


@pytest.mark.parametrize("said", [
    "(against the target)", "(persons of Kasur district to be trained against the target)",
    "Kits for persons trained against the target",
])  # fmt: skip
def test_numbers_that_may_count_something_else_are_asked_about(said: str) -> None:
    found = read(text_of([["Return of trainings"], [said], HEADER, *ROWS]).encode())
    assert isinstance(found, Question)


def test_a_column_that_is_not_what_is_left_of_the_target_is_asked_about() -> None:
    rows = [[*row[:4], number] for row, number in zip(ROWS, ("2", "1", "4", "7"), strict=True)]
    header = [*HEADER[:4], "Sessions"]
    said = "(persons of Kasur district trained against the target)"
    assert isinstance(read(text_of([["Return"], [said], header, *rows]).encode()), Question)


@pytest.mark.parametrize(
    ("row", "problems"),
    [
                (["12 Nov 2024", "25", "", "", "", ""], 0),
        (["Feb-24", "25", "", "", "", ""], 0),  # others were held since
        (["20/03/2024", "25", "", "", "", ""], 0),
        (["later", "25", "", "", "", ""], 1),
        (["Nov-24", "25", "2024-11-05", "", "", ""], 2),  # its last day is not told
        (["", "25", "", "", "", ""], 1),
    ],
)  # fmt: skip
def test_what_was_planned_for_a_day_and_has_no_other_is_not_held_or_not_yet(
    row: list[str], problems: int
) -> None:
    rows = [["Plan vs. Actual (as of 31 Oct 2024)"],
            ["Training", "District of participants", "Agency", "PLANNED", "", "ACTUAL"],
            ["", "", "", "Month", "Participants", "Start date", "End date", "Women", "Men"],
            ["Referral", "Kasur", "Police", "Mar-24", "25", "2024-03-19", "2024-03-20", "3", "19"],
            ["Screening", "Okara", "Police", "Apr-24", "25", "2024-04-23", "2024-04-24", "2", "21"],
            ["Law", "Kasur", "Police", *row]]  # fmt: skip
    found = read(workbook_of({"Plan vs Actual": rows}))
    assert isinstance(found, Understood), found
    assert found.checked.participants_accepted == 45
    assert len(found.checked.problems) == problems
