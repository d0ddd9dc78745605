"""A column of months beside whole days: never proposed, and not asked about where they agree."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read

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
