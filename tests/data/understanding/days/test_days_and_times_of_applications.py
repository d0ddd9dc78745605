"""Days on which people registered, times that they were there, and the training's own days."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure
from tests.in_turn import in_turn

START, END = "2025-04-22 09:00:00", "2025-04-23 16:00:00"


def listed(*columns: tuple[str, str, str]) -> bytes:
    """Return a list of two persons with more columns: a name and what each of both has."""
    names = [one[0] for one in columns]
    rows = [["Name", "Gender", "Organization", "Home district", "Event Name", *names],
            ["Zarqoon Nobody", "Male", "Police", "Kasur", "Course on referral"],
            ["Qamar Somebody", "Female", "FIA", "Okara", "Course on referral"]]  # fmt: skip
    whole = [rows[0], *([*row, *(one[n] for one in columns)] for n, row in enumerate(rows[1:], 1))]
    return text_of(whole).encode()


@in_turn(
    {
        "other": ["Order Date", "Submitted at", "Created"],
        "own": [
            ("Event Start Date, Time", "Event End Date, Time"),
            ("Training start date & time", "Training end date & time"),
            ("Actual start", "Actual end"),
        ],
    }
)
def test_the_day_of_an_order_is_none_beside_those_of_the_event(
    other: str, own: tuple[str, str]
) -> None:
    ordered = (other, "2025-04-14 10:17:00", "2025-04-12 10:53:00")
    found = understood(listed(ordered, (own[0], START, START), (own[1], END, END)))
    training = found.checked.trainings.iloc[0]
    assert figures(found) == (1, 2)
    assert f"{training['date_start']:%Y-%m-%d} {training['date_end']:%Y-%m-%d}" == (
        "2025-04-22 2025-04-23"
    )


def test_the_day_of_an_order_alone_is_asked_about() -> None:
    ordered = ("Order Date", "2025-04-14 10:17:00", "2025-04-12 10:53:00")
    assert "Order Date" in unsure(read(listed(ordered)))


@pytest.mark.parametrize("name", ["Time in Session (minutes)", "Hrs attended"])
def test_a_number_of_minutes_counts_nobody(name: str) -> None:
    dated = ("Training date", "2025-04-22", "2025-04-22")
    assert figures(understood(listed(dated, (name, "121", "79")))) == (1, 2)


def test_who_joined_a_session_again_is_counted_once() -> None:
    header = ["Attended", "User Name (Original Name)", "Email", "Gender", "Department",
              "District", "Training date", "Time in Session (minutes)"]  # fmt: skip
    row = ["Yes", "Zarqoon Nobody", "", "Male", "Police", "Kasur", "2025-04-22"]
    found = understood(text_of([header, [*row, "38"], [*row, "79"]]).encode())
    assert figures(found) == (1, 1)


def test_whom_trainings_were_for_is_who_came_where_those_who_came_are_counted() -> None:
    header = ["Training", "Target group", "Planned start", "Planned end", "Actual start",
              "Actual end", "Planned pax", "Actual women", "Actual men"]  # fmt: skip
    rows = [["Police course", "Police", "2024-01-15", "2024-01-16", "2024-01-22", "2024-01-23",
             "25", "8", "14"],
            ["Shelter staff", "Social Welfare Department", "2024-05-13", "2024-05-13",
             "2024-05-13", "2024-05-13", "20", "14", "4"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode(), district="not recorded")
    assert summed(found, "agency") == {"Police": 22, "Social Welfare Department": 18}
    planned = text_of([row[:2] + row[2:4] + row[6:7] for row in (header, *rows)]).encode()
    assert "Target group" in unsure(read(planned))
    persons = [["Name", "Sex", "Target group", "Date"],
               ["Zarqoon Nobody", "F", "Police", "9 May 2023"],
               ["Zarqa Nobody", "F", "Social Welfare Department", "9 May 2023"]]  # fmt: skip
    assert "Target group" in unsure(read(text_of(persons).encode()))


def test_actual_days_beside_planned_ones_count_nobody() -> None:
    header = ["Training", "Planned start", "Planned end", "Actual start", "Actual end",
              "Planned pax", "Actual women", "Actual men"]  # fmt: skip
    rows = [["Referral course", "2024-01-15", "2024-01-16", "2024-01-22", "2024-01-23",
             "25", "8", "14"],
            ["Shelter staff", "2024-05-13", "2024-05-13", "2024-05-13", "2024-05-13",
             "20", "14", "4"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (2, 40)
    assert sorted(found.checked.trainings["date_start"].dt.day) == [13, 22]
