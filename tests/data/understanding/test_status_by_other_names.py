"""Columns of what became of trainings, and of what was reported before, by other names."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.test_read_unasked import summed, understood

HEADER = ["Sr#", "Activity", "When", "Where", "Position", "Persons", "of which women"]
HELD = [["1", "Refresher", "5-6 March 2023", "Kasur", "Completed", "24", "7"],
        ["2", "Referral", "9 April 2023", "Lahore", "Completed", "31", "9"]]  # fmt: skip


@pytest.mark.parametrize("called", ["Position", "Stage", "What became of it", "Progress"])
@pytest.mark.parametrize(
    "day", ["to be re-fixed", "July 2024 (2nd week)", "After Eid", "", "9 July 2024"]
)
def test_what_was_planned_counts_nobody_and_needs_no_day(called: str, day: str) -> None:
    rows = [[*HEADER[:4], called, *HEADER[5:]], *HELD,
            ["3", "Prosecution", day, "Okara", "Planned", "25", ""],
            ["4", "Evidence", day, "Okara", "Postponed", "", ""]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert not len(found.checked.problems)
    trainings = found.checked.trainings
    held = trainings.loc[trainings["status"] == "held", "training_id"]
    attendance = found.checked.attendance
    counted = attendance[attendance["training_id"].isin(held)]
    assert len(held) == 2
    assert counted[["participants_f", "participants_m"]].sum().tolist() == [16, 39]


@pytest.mark.parametrize(
    "again",
    ["Trained since January (for record, already reported)", "Trained since start of year",
     "Ab tak trained", "Trained (already reported)"],
)  # fmt: skip
@pytest.mark.parametrize("called", ["Wing", "Branch", "Desk"])
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
