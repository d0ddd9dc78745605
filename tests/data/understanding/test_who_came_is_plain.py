"""What tells plainly who came, beside plans, gaps, invitations and trainers: nothing is asked."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.test_office_files import figures, read
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


# ----------------------------------------------------------------------- lists that say who came


PERSONS = [["1", "{}", "Zarqoon Nobody", "M", "ASI", "Police", "Kasur"],
           ["2", "{}", "Gulnar Noone", "F", "Clerk", "Labour", "Okara"],
           ["3", "{}", "Palwasha Nowhere", "F", "Clerk", "Labour", "Okara"]]  # fmt: skip
INVITED = "Training on trafficking, Kasur, 4 September 2024 - list of invited officials"


@pytest.mark.parametrize("name", ["Came? (Y/N)", "Attended (Yes/No)", "Joined?"])
@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("Yes", "No")])
def test_of_those_who_were_invited_whoever_came_is_counted(name: str, yes: str, no: str) -> None:
    header = ["Ser", name, "Name", "Sex", "Rank", "Dept", "District"]
    rows = [[cell.format(mark) for cell in row]
            for row, mark in zip(PERSONS, [yes, no, yes], strict=True)]  # fmt: skip
    assert figures(understood(text_of([[INVITED], header, *rows]).encode())) == (1, 2)


FORM = "I attended {which} (form, to be filled in by every participant)"


def answers(which: str) -> bytes:
    """Return a form in which each person says that they attended which training."""
    header = ["Timestamp", FORM.format(which=which), "Your full name", "Gender", "Department",
              "District"]  # fmt: skip
    rows = [[f"2024/09/24 4:1{n}:00 PM GMT+5", "Yes", *row[2:4], *row[5:]]
            for n, row in enumerate(PERSONS)]  # fmt: skip
    return text_of([header, *rows]).encode()


def test_a_form_in_which_each_says_that_they_came_to_the_training_of_a_day() -> None:
    assert figures(understood(answers("the training of 24 September 2024"))) == (1, 3)


@pytest.mark.parametrize("which", ["any other training before", "trainings of 2023"])
def test_a_form_that_asks_of_other_trainings_is_asked_about(which: str) -> None:
    assert isinstance(read(answers(which)), Question)


@pytest.mark.parametrize("others", ["Resource persons (not participants):", "Trainers"])
def test_others_below_a_list_leave_its_day_and_title_plain(others: str) -> None:
    header = ["Name", "Gender", "Designation", "Agency", "District"]
    rows = [[name, sex, post, agency, home]
            for __, __, name, sex, post, agency, home in PERSONS]  # fmt: skip
    below = [[""], ["Total participants: 3  (Male 1, Female 2)"], [others], ["1. Nobody Elsewhere", "M", "Director", "FIA", "Islamabad"],
             ["2. Noone Elsewhere", "F", "Consultant", "IOM", "Islamabad"]]  # fmt: skip
    above = ["AHTC training, Kasur, 15 November 2023"]
    found = understood(text_of([above, header, *rows, *below]).encode())
    assert figures(found) == (1, 3)
