"""Days with the times of day at which a training began and ended."""

import pytest

from data.records.calendar.dates import is_day, read_day
from data.understanding.layout.titles.days_in_texts import day_in
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import understood

TWO_DAYS = ["2024-05-14 09:30 – 2024-05-15 15:30", "2024-05-14T09:30Z to 2024-05-15T15:30Z",
            "14 May 2024 9:30 am to 15 May 2024 3.30 pm", "14 May 9 am till 15 May 2024 3 p.m.",
            "14 May 2024 (9:30 am) - 15 May 2024 (3:30 pm)", "14-15 May 2024, 9 am to 4 pm",
            "9 am on 14 May 2024 to 3 pm on 15 May 2024",
            "14/05/2024 0930 hrs to 15/05/2024 1530 hrs"]  # fmt: skip
ONE_DAY = ["2024-05-14 09:30:00", "2024-05-14 09:30 - 15:30", "14 May 2024, 9 am to 4 pm",
           "2024-05-14T09:30:00.000+05:00", "2024-05-14 09:30 – 2024-05-14 15:30"]  # fmt: skip


def test_times_of_day_hide_no_last_day() -> None:
    read = {text: read_day(text) for text in (*TWO_DAYS, *ONE_DAY)}
    days = {text: (one.iso, one.end) for text, one in read.items()}
    assert days == dict.fromkeys(TWO_DAYS, ("2024-05-14", "2024-05-15")) | dict.fromkeys(
        ONE_DAY, ("2024-05-14", "")
    )


def test_what_is_no_day_is_none_with_a_time_beside_it() -> None:
    texts = ["9 am to 4 pm", "09:00", "09:00 - 16:00", "Batch 4, 9 am", "Hall 3 at 10:30", "5 pm"]
    assert not [*filter(is_day, texts)]
    assert read_day("31 June 2024 9 am").problem


def test_days_with_times_are_found_in_a_title() -> None:
    days = TWO_DAYS[2]
    assert day_in(f"Course on referral held on {days}, Kasur", None) == days


@pytest.mark.parametrize("label", ["Session date", "Held on"])
def test_the_days_above_a_list_are_those_of_its_training(label: str) -> None:
    rows = [["Course: Referral of survivors"], [f"{label}: {TWO_DAYS[0]}"],
            ["District", "Agency", "Women", "Men"], ["Kasur", "Police", "2", "5"]]  # fmt: skip
    [training] = understood(text_of(rows).encode()).checked.trainings.to_dict("records")
    assert f"{training['date_start']:%m-%d} {training['date_end']:%m-%d}" == "05-14 05-15"
