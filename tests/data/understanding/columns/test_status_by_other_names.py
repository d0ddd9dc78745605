"""Columns of what became of trainings, and of what was reported before, by other names."""

import pytest

from data.understanding.columns.held_or_not import asks_whether_held, held_in_words
from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, understood, unsure
from tests.in_turn import in_turn

HEADER = ["Sr#", "Activity", "When", "Where", "Position", "Persons", "of which women"]
HELD = [["1", "Refresher", "5-6 March 2023", "Kasur", "Completed", "24", "7"],
        ["2", "Referral", "9 April 2023", "Lahore", "Completed", "31", "9"]]  # fmt: skip


@pytest.mark.parametrize(
    ("called", "days"),
    [("Position", ("to be re-fixed", "July 2024 (2nd week)")), ("Stage", ("After Eid", ""))],
)  # fmt: skip
def test_what_was_planned_counts_nobody_and_needs_no_day(
    called: str, days: tuple[str, str]
) -> None:
    rows = [[*HEADER[:4], called, *HEADER[5:]], *HELD,
            ["3", "Prosecution", days[0], "Okara", "Planned", "25", ""],
            ["4", "Evidence", days[1], "Okara", "Postponed", "", ""]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert not len(found.checked.problems)
    trainings = found.checked.trainings
    held = trainings.loc[trainings["status"] == "held", "training_id"]
    attendance = found.checked.attendance
    counted = attendance[attendance["training_id"].isin(held)]
    assert len(held) == 2
    assert counted[["participants_f", "participants_m"]].sum().tolist() == [16, 39]


@pytest.mark.parametrize("number", ["", "20"])
def test_yes_and_no_under_held_are_a_status_and_people_of_a_no_are_no_figure(number: str) -> None:
    rows = [["Course", "Date", "District", "Department", "Seats", "Held (Yes/No)", "Attended"],
            ["Referral", "9 May 2023", "Kasur", "Police", "30", "Yes", "15"],
            ["Law", "16 May 2023", "Okara", "Police", "30", "No", number]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert {*found.checked.trainings["status"]} == {"held"}
    assert found.checked.participants_accepted == 15
    assert bool(len(found.checked.problems)) == (number == "20")


@pytest.mark.parametrize(
    ("number", "asked"),
    [("-", []), ("21", [("Remarks", "status")])],  # of whom it is open whether they came
)
def test_remarks_that_say_no_more_than_the_days_and_numbers_of_the_rows_are_not_asked_about(
    number: str, asked: list[tuple[str, str]]
) -> None:
    rows = [["Training", "Agency", "District of participants", "Planned date", "Actual date",
             "Planned participants", "Actual participants", "Remarks"],
            ["Law", "Police", "Kasur", "2 May 2023", "9 May 2023", "25", "22", ""],
            ["Law", "FIA", "Okara", "3 May 2023", "16 May 2023", "20", "20", "conducted"],
            ["Law", "FIA", "Lahore", "4 May 2023", "17 May 2023" if asked else "-", "25", number,
             "Postponed due to floods"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert [*(unsure(found) if asked else {}).items()] == asked
    if not asked:
        assert isinstance(found, Understood)
        assert found.checked.participants_accepted == 42
        assert not len(found.checked.problems)


def test_what_is_asked_of_a_training_and_what_an_answer_says_as_a_status() -> None:
    asked = ["Held (Yes/No)", "Held?", "Whether conducted (Y/N)", "Course held or not", "Done"]
    assert all(map(asks_whether_held, asked))
    others = ["Held at", "Venue held", "Number of sessions held", "Completed by", "Report done"]
    assert not any(map(asks_whether_held, others))
    said = {"Yes": "Held", "n": "Not held", "No - election duty": "Not held - election duty"}
    unsaid = {one: one for one in ("1", "0", "-", "Yes - day 1 only", "Noor", "X", "")}
    assert {one: held_in_words(one) for one in (*said, *unsaid)} == said | unsaid


@in_turn({
    "called": ["Follow up", "Impact assessment", "Report"],
    "said": ["Planned", "Pending", "Cancelled"],
})  # fmt: skip
def test_what_is_planned_of_something_else_is_no_status_of_the_training(
    called: str, said: str
) -> None:
    rows = [["Training", "Date", "District", "Department", "Participants", called],
            ["Referral", "9 May 2023", "Kasur", "Police", "20", "Completed"],
            ["Law", "16 May 2023", "Okara", "FIA", "15", said]]  # fmt: skip
    found = read(text_of(rows).encode())
    if isinstance(found, Understood):
        assert {*found.checked.trainings["status"]} == {"held"}
        counted = {"PK614": 20, "PK626": 15}
        # Whether the training itself was called off is a problem, and for a person to say.
        assert summed(found, "adm2_pcode") == counted or said == "Cancelled"
        assert len(found.checked.problems) == (said == "Cancelled")


@in_turn({
    "again":
    ["Trained since start of year", "Ab tak trained", "Trained (already reported)"],
    "called": ["Wing", "Branch", "Desk"],
})  # fmt: skip
def test_wings_of_one_unit_are_no_duplicates_and_what_was_reported_is_not_counted(
    again: str, called: str
) -> None:
    rows = [["KP Police: staff trained on trafficking in persons, 9 May 2023", "", "", "", ""],
            ["Unit", "District of unit", called, "Total trained", again],
            ["DPO Kasur", "Kasur", "Investigation", "12", "46"],
            ["DPO Kasur", "Kasur", "Operations", "20", "55"],
            ["DPO Okara", "Okara", "Operations", "7", "29"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert not found.checked.queue
    assert summed(found, "adm2_pcode") == {"PK614": 32, "PK626": 7}


@pytest.mark.parametrize(
    ("called", "one", "other"),
    [("Unit", "Operations", ""), ("Desk officer", "Zarqoon", "Wasim"),
     ("Reporting unit", "HQ", "Region")],
)  # fmt: skip
def test_what_is_no_wing_of_each_does_not_tell_duplicates_apart(
    called: str, one: str, other: str
) -> None:
    row = ["Referral", "9 May 2023", "Kasur", "Police", "20"]
    rows = [["Training", "Date", "District", "Department", "Participants", called],
            [*row, one], [*row, other]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert not isinstance(found, Understood) or found.checked.queue


@in_turn({
    "day": ["2nd week of May 2023", "9-13 May 2023 (one week)", "After Eid"],
    "said": ["Ongoing", "In progress", "Cancelled after first day"],
})  # fmt: skip
def test_people_of_what_is_going_on_are_never_left_out_unsaid(day: str, said: str) -> None:
    rows = [["Training", "Date", "District", "Department", "Participants", "Status"],
            ["Referral", "9 May 2023", "Kasur", "Police", "20", "Held"],
            ["Law", day, "Okara", "FIA", "15", said]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.participants_in == 35
    assert len(found.checked.problems)


@pytest.mark.parametrize("sex", ["Women", "Male"])
def test_what_was_trained_since_the_start_is_asked_about_beside_one_sex_alone(sex: str) -> None:
    called = "Trained since start of project"
    rows = [["Training", "Date", "District", "Department", called, sex],
            ["Referral", "9 May 2023", "Kasur", "Police", "20", "5"],
            ["Law", "10 May 2023", "Okara", "Police", "5", "1"]]  # fmt: skip
    assert called in unsure(read(text_of(rows).encode()))


def test_a_status_that_a_row_of_sums_leaves_blank_is_a_status() -> None:
    rows = [["Session date", "Department", "From distt", "Strength", "Men", "Women", "Position"],
            ["17 Sep 2023", "Police", "Kasur", "14", "13", "1", "done"],
            ["2 Oct 2023", "Labour", "Okara", "11", "4", "7", "done"],
            ["15 Nov 2023", "Police", "Okara", "12", "", "", "to be held, strength expected"],
            ["", "", "", "25 done", "17", "8", ""]]  # fmt: skip
    found = understood(text_of([["Sessions on trafficking"], *rows]).encode())
    trainings = found.checked.trainings
    held = trainings.loc[trainings["status"] == "held", "training_id"]
    attendance = found.checked.attendance
    counted = attendance[attendance["training_id"].isin(held)]
    assert counted[["participants_f", "participants_m"]].sum().tolist() == [8, 17]
    assert not counted["participants_unspecified"].fillna(0).any()
    assert len(held) == 2
