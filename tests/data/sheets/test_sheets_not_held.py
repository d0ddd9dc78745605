"""Sheets that are called by what was not held, beside those of what was."""

from datetime import date

import pytest

from data.sheets.words.called_off import called_not_held
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import workbook_of
from tests.in_turn import in_turn

HEADER = ["Sr", "Date", "District", "Department", "Women", "Men"]


def sheets(*names: str) -> Understood | Question:
    """Return what is understood of a workbook with two rows in each of some sheets."""
    made = {name: [["Sessions on referral"], HEADER,
                   ["1", f"2023-0{n}-05", "Kasur", "Health", "4", "3"],
                   ["2", f"2023-0{n}-19", "Okara", "Police", "2", "1"]]
            for n, name in enumerate(names, start=3)}  # fmt: skip
    return understand([workbook_of(made)], date(2024, 1, 1))


@in_turn({
    "name": ["May plan - not held", "Cancelled", "Not conducted",
                                  "May (postponed)", "Sessions not held"],
    "others": [("Mar 2023", "Apr 2023"), ("Batch 1", "Batch 2"), ("Data",)],
})  # fmt: skip
def test_a_sheet_that_is_called_not_held_is_left_out(others: tuple[str, ...], name: str) -> None:
    found = sheets(*others, name)
    assert isinstance(found, Understood)
    counted = found.checked.attendance[["participants_f", "participants_m"]]
    assert int(counted.sum().sum()) == 10 * len(others)
    assert any(note.endswith(f"by its name it was not held: {name}.") for note in found.notes)


@pytest.mark.parametrize(
    ("held", "plan"), [("Held", "Plan autumn 2025"), ("Conducted", "Proposed")]
)
def test_a_plan_beside_what_is_called_held_is_left_out(held: str, plan: str) -> None:
    found = sheets(held, plan)
    assert isinstance(found, Understood)
    assert found.checked.participants_accepted == 10
    assert isinstance(sheets(f"{plan} held", held, plan), Question)


@pytest.mark.parametrize("name", ["May plan", "Held or not held", "May revised"])
def test_which_sheets_are_meant_is_asked_where_a_name_leaves_it_open(name: str) -> None:
    assert isinstance(sheets("Mar 2023", "Apr 2023", name), Question)


@pytest.mark.parametrize(
    ("title", "is_not"),
    [("Referral (planned)", True), ("Referral – to be held", True), ("Tentative: referral", True),
     ("Planned interventions: referral", False), ("Referral (as planned)", False)],
)  # fmt: skip
def test_a_title_that_is_called_a_plan_counts_nobody_until_its_status_is_told(
    title: str, is_not: bool
) -> None:
    assert called_not_held(title) == is_not
    header = ["Training", "Date", "District of participants", "Agency", "Participants"]
    row = [title, "9 May 2023", "Kasur", "Police", "20"]
    for names, own, people in ((header, row, 0 if is_not else 20),
                               ([*header, "Status"], [*row, "Held"], 20)):  # fmt: skip
        found = understand([workbook_of({"S": [names, own]})], date(2024, 1, 1))
        assert isinstance(found, Understood)
        assert found.checked.participants_accepted == people
        assert len(found.checked.problems) == (people == 0)
