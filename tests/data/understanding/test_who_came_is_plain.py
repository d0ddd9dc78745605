"""What tells plainly who came, beside plans, gaps and sums: nothing is asked about those."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import csv_of
from tests.data.understanding.test_office_files import read
from tests.data.understanding.test_read_unasked import understood

REGISTER = ("Training", "Date", "District", "Department")


def trainings(names: list[str], *numbers: str) -> bytes:
    """Return a table of trainings of the police in Kasur, with some numbers each."""
    rows = [[f"Training {n}", f"1{n} May 2024", "Kasur", "Police", *own.split()]
            for n, own in enumerate(numbers)]  # fmt: skip
    return csv_of(*rows, header=[*REGISTER, *names])


@pytest.mark.parametrize("name", ["Trained", "Total Trained", "Persons trained"])
def test_a_sum_of_women_and_men_is_all_who_came(name: str) -> None:
    found = understood(trainings(["Men", "Women", name], "15 2 17", "17 4 21", "13 1 14"))
    assert found.checked.attendance["participants_f"].sum() == 7
    assert found.checked.attendance["participants_m"].sum() == 45


def test_a_number_that_is_no_sum_of_women_and_men_is_asked_about() -> None:
    found = read(trainings(["Men", "Women", "Trained"], "15 2 17", "17 4 30", "13 1 14"))
    assert isinstance(found, Question)


@pytest.mark.parametrize("name", ["Gap", "Shortfall", "Deficit", "فرق"])
def test_how_many_did_not_come_is_nobody(name: str) -> None:
    content = trainings(["Planned", "Male", "Female", "Actual", name],
                        "15 9 4 13 2", "10 6 1 7 3", "12 8 3 11 1")  # fmt: skip
    assert understood(content).checked.attendance["participants_m"].sum() == 23


@pytest.mark.parametrize("planned", ["Planned Participants", "Participants invited", "Seats"])
def test_planned_numbers_beside_other_women_and_men_are_not_asked_about(planned: str) -> None:
    names = [planned, "Male", "Female", "Total"]
    found = understood(trainings(names, "25 18 5 23", "30 27 1 28", "20 14 2 16"))
    assert found.checked.attendance["participants_f"].sum() == 8


def test_planned_numbers_as_many_as_women_and_men_are_asked_about() -> None:
    names = ["Planned Participants", "Male", "Female"]
    assert isinstance(read(trainings(names, "23 18 5", "28 27 1", "16 14 2")), Question)
