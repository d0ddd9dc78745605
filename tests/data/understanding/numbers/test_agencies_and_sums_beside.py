"""Columns of numbers named by the people of agencies, beside one of them all."""

import pytest

from data.sheets.totals.total_words import sums_staff
from tests.data.sheets_made import csv_of, reasons
from tests.data.understanding.readings import read, summed, understood, unsure

ROWS = [["Course on referral", "2023-05-09", "Quetta", "5", "7", "12"],
        ["Course on screening", "2023-06-09", "Quetta", "4", "2", "6"],
        ["Course on the law", "2023-07-09", "Quetta", "4", "1", "5"]]  # fmt: skip


def register(*names: str, rows: list[list[str]] = ROWS) -> bytes:
    """Return a register of trainings with two columns of agencies and one of all."""
    return csv_of(*rows, header=["Training", "Date", "Venue", *names])


@pytest.mark.parametrize(
    ("names", "agencies"),
    [
        (("FIA Officials", "Police Officials", "Officials"), ("FIA", "Police")),
        (("Members from NGOs", "Members from Police", "All Members"), ("Civil society", "Police")),
    ],
)
def test_all_officials_beside_those_of_agencies_are_their_sum(
    names: tuple[str, ...], agencies: tuple[str, str]
) -> None:
    found = understood(register(*names), district="not recorded")
    assert summed(found, "agency") == dict(zip(agencies, (13, 10), strict=True))


def test_a_sum_of_officials_that_is_another_is_a_problem_and_no_third_agency() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:-1], "9"]]
    found = understood(
        register("FIA Staff", "Police Staff", "Total Staff", rows=rows), district="not recorded"
    )
    assert summed(found, "agency") == {"FIA": 9, "Police": 9}
    assert {*reasons(found.checked)} == {
        "Women, men and unspecified do not sum to the given total."
    }


def test_officials_that_are_the_sum_of_most_rows_are_asked_about() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:-1], "9"]]
    found = read(register("FIA Officials", "Police Officials", "Officials", rows=rows))
    assert "Officials" in unsure(found)


def test_which_names_are_of_all_people_of_offices() -> None:
    of_all = ["Total Personnel", "Total No. of Officers", "Representatives in all", "All members",
              "Grand total officials trained", "Staff (total)"]  # fmt: skip
    others = ["Officials", "Total cases", "Total FIA officials", "All districts", "Staff"]
    assert all(map(sums_staff, of_all))
    assert not any(map(sums_staff, others))
