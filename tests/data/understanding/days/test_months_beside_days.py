"""Months beside whole days: never in their place, and not asked about where they agree."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, unsure

DAYS = ["2023-04-09", "2023-05-14"]


def reported(*months: str, days: tuple[str, ...] = (*DAYS,)) -> bytes:
    header = ["Reporting month", "Training", "Start", "End", "Department", "District", "Male"]
    rows = [[month, f"Referral {n}", day, day, "Police", "Kasur", "5"]
            for n, (month, day) in enumerate(zip(months, days, strict=True))]  # fmt: skip
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("months", [("April", "May"), ("Apr 2023", "")])
def test_whole_days_are_taken_and_months_left(months: tuple[str, str]) -> None:
    found = read(reported(*months))
    assert isinstance(found, Understood), found
    assert found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist() == DAYS


@pytest.mark.parametrize(
    ("months", "days"), [(("Apr 2023", "Apr 2023"), (*DAYS,)), (("Apr 2023", "May 2023"), DAYS[:1])]
)
def test_months_that_tell_more_are_asked_about_and_not_proposed(
    months: tuple[str, str], days: tuple[str, ...]
) -> None:
    found = read(reported(*months, days=(*days, "")[:2]))
    assert isinstance(found, Question), found
    assert found.proposal
    proposed = {column.name: column.field for column in found.proposal.columns}
    assert (proposed["Reporting month"], proposed["Start"]) == ("", "date_start")


@pytest.mark.parametrize("name", ["Days", "Kab hui", "Held"])
def test_days_within_the_month_above_are_those_of_the_trainings(name: str) -> None:
    rows = [["Tracker of trainings, June 2023"], ["District", name, "Agency", "Women", "Men"],
            ["Kasur", "3-4 June 2023", "Police", "3", "14"],
            ["Okara", "10-11 June 2023", "FIA", "0", "9"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), found
    days = found.checked.trainings[["date_start", "date_end"]]
    assert days.map(str).to_numpy().tolist() == [
        ["2023-06-03 00:00:00", "2023-06-04 00:00:00"],
        ["2023-06-10 00:00:00", "2023-06-11 00:00:00"],
    ]


@pytest.mark.parametrize("name", ["Kab hui", "Batch"])
def test_other_days_than_the_one_above_are_asked_about_in_a_column_of_any_name(name: str) -> None:
    rows = [["Training of committees, 30 June 2023"], ["District", name, "Agency", "Women", "Men"],
            ["Kasur", "3 June 2023", "Police", "3", "14"]]  # fmt: skip
    assert "Date above the rows" in unsure(read(text_of(rows).encode()))
    rows[2][1] = "30 June 2023"
    assert figures(read(text_of(rows).encode())) == (1, 17)
