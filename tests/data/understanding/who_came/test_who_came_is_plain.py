"""What tells plainly who came, beside plans, gaps, invitations and trainers: nothing is asked."""

import pytest

from data.sheets.words.names.name_words import guessed_field
from data.understanding.understand import Question
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import figures, read, summed, understood
from tests.in_turn import in_turn

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


@pytest.mark.parametrize("name", ["Gap", "فرق"])
def test_how_many_did_not_come_is_nobody(name: str) -> None:
    content = trainings(["Planned", "Male", "Female", "Actual", name],
                        "15 9 4 13 2", "10 6 1 7 3", "12 8 3 11 1")  # fmt: skip
    assert understood(content).checked.attendance["participants_m"].sum() == 23


@pytest.mark.parametrize("planned", ["Planned Participants", "Seats"])
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


@in_turn({
    "name": ["Came? (Y/N)", "Attended (Yes/No)", "Joined?"],
    "yes, no": [("Y", "N"), ("Yes", "No")],
})  # fmt: skip
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
    below = [[""], ["Total participants: 3  (Male 1, Female 2)"], [others],
             ["1. Nobody Elsewhere", "M", "Director", "FIA", "Islamabad"],
             ["2. Noone Elsewhere", "F", "Consultant", "IOM", "Islamabad"]]  # fmt: skip
    above = ["AHTC training, Kasur, 15 November 2023"]
    found = understood(text_of([above, header, *rows, *below]).encode())
    assert figures(found) == (1, 3)


# -------------------------------------------------------- persons by how their columns are called


def register(*names: str, called: str = "Participants") -> bytes:
    """Return a register of trainings with those who came under some name, and of what agency."""
    header = ["Workshop", "Held (d-m-y)", called, "Their post", "Their department",
              "Their district"]  # fmt: skip
    rows = [["Labour laws", "10-10-2023", name, "Officer", "Labour", "Chakwal"] for name in names]
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("called", ["Participants", "Trainees"])
def test_one_with_mr_or_ms_in_each_row_tells_the_sex(called: str) -> None:
    names = ("Mr. Zarqoon Nobody", "Mr. Palwan Noone", "Ms. Gulnar Nowhere", "Ms. Rukhsar None")
    attendance = understood(register(*names, called=called)).checked.attendance
    assert attendance["participants_f"].sum() == attendance["participants_m"].sum() == 2


@pytest.mark.parametrize("more", ["and 12 others", "+ 2"])
def test_others_beside_one_with_mr_are_asked_about(more: str) -> None:
    found = read(register("Mr. Zarqoon Nobody", "Mr. Palwan Noone", f"Mr. Gulnar Nowhere {more}"))
    assert isinstance(found, Question)
    assert "Nowhere" not in repr(found)


@pytest.mark.parametrize(
    "name",
    ["Name & Father Name"],
)  # fmt: skip
def test_a_name_beside_that_of_the_father_is_one_person(name: str) -> None:
    header = ["Sr. No.", name, "Designation", "Court / Office", "Station"]
    rows = [
        ["1", "Zarqoon Nobody, Palwan Noone", "Reader", "Labour Court No. 1", "Kasur"],
        ["2", "Gulnar Nowhere, Palwan None", "Inspector", "Labour Department", "Okara"],
    ]
    above = ["Training on forced labour for court and labour staff, held on 22-02-2024"]
    found = understood(text_of([above, header, *rows]).encode())
    assert figures(found) == (1, 2)
    assert "Nobody" not in repr(found)


@pytest.mark.parametrize("name", ["Father's name", "Name of father", "Husband's name"])
def test_the_name_of_a_father_alone_names_nobody_who_came(name: str) -> None:
    assert guessed_field(name) == "other_personal"


def test_who_sent_each_of_those_under_participants_is_their_agency() -> None:
    header = ["Batch", "Date of training", "Participants", "Title of post", "Sent by",
              "District of duty", "Gender"]  # fmt: skip
    rows = [
        ["Batch A", "05-Feb-2024", "Zarqoon Nobody", "SIP", "Police", "Kasur", "M"],
        ["Batch A", "05-Feb-2024", "Gulnar Noone", "Lawyer", "Nowhere Trust", "Kasur", "F"],
        ["Batch B", "19-Feb-2024", "Palwan Nowhere", "Clerk", "Police", "Okara", "M"],
    ]
    found = understood(text_of([header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 2, "Civil society": 1}


@pytest.mark.parametrize(
    ("title", "days", "plain"),
    [
        ("2-day training on trafficking, Kasur", ("8 May 2025", "9 May 2025"), True),
        ("2-day training on trafficking, Kasur", ("8 May 2025", "12 May 2025"), False),
        ("Trainings on trafficking, Kasur", ("8 May 2025", "9 May 2025"), False),
    ],
)  # fmt: skip
def test_each_day_of_one_training_above_its_columns_is_plain(
    title: str, days: tuple[str, str], *, plain: bool
) -> None:
    header = ["Participant", "Male/Female", "Job title", "District", "Department", "Day 1", "Day 2"]
    marks = (("P", "A"), ("P", "P"), ("A", "A"))
    rows = [[*row[2:5], row[6], row[5], *own] for row, own in zip(PERSONS, marks, strict=True)]
    found = read(text_of([[title, "", "", "", "", *days], header, *rows]).encode())
    assert isinstance(found, Question) is not plain
    if not isinstance(found, Question):
        assert figures(found) == (1, 2)
        assert str(found.checked.trainings["date_end"].item().date()) == "2025-05-09"
