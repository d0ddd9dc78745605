"""A column that says of each training what became of it, whatever it is called."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.test_read_unasked import understood

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
