"""Tables of all activities, in which some rows are of no training."""

import pytest

from tests.data.sheets_made import checked, csv_of
from tests.in_turn import in_turn

HEADER = ("Type", "Activity", "Date", "District", "Department", "Male", "Female")
TRAINED = ["Training", "Course on referral", "9 May 2023", "Kasur", "Police", "6", "4"]


def held(*rows: list[str], header: tuple[str, ...] = HEADER) -> tuple[int, int]:
    found = checked(csv_of(TRAINED, *rows, header=header))
    counts = found.attendance[["participants_f", "participants_m"]]
    return len(found.trainings), int(counts.sum().sum())


@in_turn(
    {
        "called": ["Type", "Nature of Activity", "Activity category"],
        "kind, number": [
            ("Procurement", "n/a"),
            ("IEC printing", "300"),
            ("Baseline Study", "-"),
            ("Meeting", ""),
        ],
    }
)
def test_a_row_of_another_kind_than_training_is_none(called: str, kind: str, number: str) -> None:
    row = [kind, "What was done", "16 May 2023", "n/a", "n/a", number, number]
    assert held(row, header=(called, *HEADER[1:])) == (1, 10)


@pytest.mark.parametrize("kind", ["Workshop", "Refresher", "Training on research", "Cluster B"])
def test_a_kind_that_may_be_of_trainings_stays(kind: str) -> None:
    assert held([kind, "What was held", "16 May 2023", "Kasur", "Police", "", ""]) == (2, 10)


@pytest.mark.parametrize("title", ["Printing of posters", "Posters printed"])
def test_a_title_of_what_was_bought_without_people_is_no_training(title: str) -> None:
    bought = ["", title, "16 May 2023", "Kasur", "Police", "n/a", "n/a"]
    taught = ["", "Printing of visas: a course", "16 May 2023", "Kasur", "Police", "", ""]
    assert held(bought) == (1, 10)
    assert held(taught) == (2, 10)


def test_people_of_a_meeting_are_left_as_they_are() -> None:
    assert held(["Meeting", "Forum", "16 May 2023", "Kasur", "Police", "3", "2"]) == (2, 15)
