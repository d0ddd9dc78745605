"""Totals that leave out whom a row counts that was not held, and names under one of people."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import reasons, text_of, workbook_of
from tests.data.understanding.readings import read, understood

ROWS = [
    ["1", "Referral", "9 May 2023", "Kasur", "6", "4", "10", "Held"],
    ["2", "Interviewing", "6 June 2023", "Kasur", "5", "7", "12", "Cancelled"],
    ["3", "Evidence", "4 July 2023", "Okara", "3", "", "3", "Held"],
    ["4", "Referral", "8 August 2023", "Okara", "9", "", "9", "Postponed"],
]
BOTH = ["S.No", "Training", "Date", "Participants from (Distt)"]


def table(*total: str, names: tuple[str, ...] = ("FIA", "ASF")) -> bytes:
    head = [*BOTH, "No. of participants", "", "", "Status"]
    under = ["", "", "", "", *names, "Total", ""]
    rows = [head, under, *ROWS, ["", "Total", "", "", *total, ""]]
    return workbook_of({"2023": rows})


@pytest.mark.parametrize("total", [("9", "4", "13"), ("14", "11", "25")])
def test_names_that_no_list_of_the_programme_has_divide_participants_among_agencies(
    total: tuple[str, ...],
) -> None:
    found = understood(table(*total))
    held = found.checked.trainings.set_index("training_id")["status"]
    came = found.checked.attendance
    came = came[came["training_id"].map(held) == "held"]
    assert came.groupby("agency")["participants_unspecified"].sum().to_dict() == {
        "FIA": 9, "Airports Security Force": 4}  # fmt: skip
    assert (reasons(found.checked) == []) == (total[0] != "14")


def test_a_total_of_women_and_men_may_leave_out_what_was_not_held() -> None:
    head = [*BOTH, "Female", "Male", "Total", "Status"]
    for total, wrong in (["9", "4", "13"], False), (["9", "5", "14"], True):
        book = workbook_of({"2023": [head, *ROWS, ["", "Total", "", "", *total, ""]]})
        assert bool(reasons(understood(book, agency="not published").checked)) == wrong


def remarked(*remarks: str) -> bytes:
    """Return trainings with a remark on each."""
    days = ("27.2.23", "6.3.23", "13.11.23", "20.11.23")
    rows = [
        [day, "Police", "Kasur", ("10", "25", "12", "25")[n], remarks[n]]
        for n, day in enumerate(days)
    ]
    header = ["Date", "Agency", "Participants from (Distt)", "Nos.", "Remarks"]
    return text_of([["Trainings of the police"], header, *rows]).encode()


@pytest.mark.parametrize("remarks", [
        ("Completed", "yet to be held", "done", "To be conducted"),
    ("Mukammal", "ملتوی", "مکمل", "Mansukh"),
])  # fmt: skip
def test_remarks_that_say_of_each_training_whether_it_was_held_are_a_status(
    remarks: tuple[str, ...],
) -> None:
    found = understood(remarked(*remarks))
    trainings, came = found.checked.trainings, found.checked.attendance
    held = trainings.loc[trainings["status"] == "held", "training_id"]
    assert not len(found.checked.problems)
    assert came.loc[came["training_id"].isin(held), "participants_unspecified"].sum() == 10 + 12


@pytest.mark.parametrize("remarks", [
    ("held", "", "held", "to be held"), ("held", "to be held", "seats as per quota", "held"),
])  # fmt: skip
def test_remarks_that_leave_one_open_are_not_taken_for_a_status_unasked(
    remarks: tuple[str, ...],
) -> None:
    found = read(remarked(*remarks))
    assert isinstance(found, Question) or len(found.checked.problems)
