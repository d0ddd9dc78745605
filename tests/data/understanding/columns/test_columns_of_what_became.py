"""Columns of what became of trainings, of where they were, and of which district each came."""

import pytest

from tests.data.sheets_made import csv_of, reasons, text_of
from tests.data.understanding.readings import DAY, figures, summed, understood


@pytest.mark.parametrize(
    "called",
    ["Status as on 30.06.2025", "Training status up to 30 June", "Status of training"],
)  # fmt: skip
def test_a_status_up_to_a_day_says_which_trainings_were_held(called: str) -> None:
    header = ["District", "When", called, "Male", "Female"]
    rows = [["Kasur", DAY, "Completed", "4", "1"],
            ["Okara", "2023-03-01", "Postponed", "9", "9"],
            ["Lahore", "Sept 2023", "Planned", "9", "9"]]  # fmt: skip
    held = understood(csv_of(*rows, header=header), agency="not published").checked
    own = held.trainings[held.trainings["status"] == "held"]["training_id"]
    counted = held.attendance[held.attendance["training_id"].isin(own)]
    assert counted["participants_m"].sum() == 4


def test_what_is_asked_by_the_name_of_a_column_is_a_status_whatever_it_says() -> None:
    rows = [["Referral", DAY, "Kasur", "Police", "?", "4"],
            ["Law", DAY, "Okara", "Police", "Completed; shifted by a week", "3"],
            ["Care", DAY, "Okara", "Police", "Completed; but not held at Okara", "2"]]  # fmt: skip
    header = ["Training", "Date", "District", "Agency", "Held / to be held", "Male"]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 3)
    assert set(reasons(found.checked)) == {"Not a known status.", "Its training has a problem."}


@pytest.mark.parametrize("remark", ["Will be held after Eid, date to be fixed", "To be arranged"])
def test_what_is_yet_to_be_held_on_no_day_has_no_record(remark: str) -> None:
    header = ["Training", "Date", "District", "Agency", "Male", "Compliance position"]
    rows = [["Referral", DAY, "Kasur", "Police", "4", "Certificate attached"],
            ["Referral", "", "Okara", "Police", "", remark]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 4)
    assert found.checked.problems.empty


@pytest.mark.parametrize(("at", "home"), [("Trg at", "Belongs to district"),
                                          ("Workshop at", "Belonging to Distt")])  # fmt: skip
def test_where_a_training_was_is_no_home(at: str, home: str) -> None:
    rows = [[DAY, "Bannu", "Zarqoon One", "M", "Police", "Kasur"],
            [DAY, "Bannu", "Zarqoon Two", "F", "FIA", "Okara"]]  # fmt: skip
    found = understood(csv_of(*rows, header=["Dt. of training", at, "Name", "M/F", "Dept", home]))
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}


@pytest.mark.parametrize(
    ("said", "trainings"),
    [
        ("each for members from the district itself", 2),
        ("each training for officers of the district concerned", 2),
        ("each district sent its own members", 1),
    ],
)
def test_trainings_each_for_their_own_district_are_as_many_as_districts(
    said: str, trainings: int
) -> None:
    rows = [[f"Trainings of committees ({said})"], ["District", "Month", "Men", "Women"],
            ["Kasur", "Mar-2023", "4", "1"], ["Okara", "Mar-2023", "5", "2"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (trainings, 12)
