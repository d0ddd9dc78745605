"""Several persons who are named in one cell: whom a number beside them counts, and who is asked."""

import pytest

from data.records.errors import ReadingError
from data.sheets.mapping import PERSONS, TRAININGS
from data.understanding.understand import Answers, Question, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, read, understood, unsure
from tests.in_turn import in_turn

NAMED = ["Zarqoon Nobody, Palwasha Nobody, Gulnar Nobody", "Zarqoon Noone and Palwasha Noone",
         "Gulnar Noone, Mashal Noone, Spogmai Noone & Shandana Noone"]  # fmt: skip
PLACES = ["Haripur", "Battagram", "Mansehra"]
DAYS = ["3 Oct 2023", "10 Oct 2023", "12 Oct 2023"]


def of_names(name: str, number: str, numbers: list[str]) -> bytes:
    rows = [list(row) for row in zip(PLACES, DAYS, NAMED, numbers, strict=True)]
    return text_of([["District", "Date", name, number], *rows]).encode()


@in_turn(
    {
        "number": ["No.", "تعداد"],
        "name": ["Attendees (staff of the office)", "Names of participants"],
    }
)
def test_a_number_counts_those_who_are_named_with_commas_beside_it(name: str, number: str) -> None:
    found = understood(of_names(name, number, ["3", "2", "4"]), agency="not published")
    assert figures(found) == (3, 9)
    assert "Nobody" not in repr((found.checked.problems, found.notes))


@pytest.mark.parametrize("numbers", [["1", "2", "3"], ["3", "2", "5"]])
@pytest.mark.parametrize("name", ["Attendees (staff of the office)", "Names of participants"])
def test_nobody_is_lost_who_stands_in_a_cell_with_others(name: str, numbers: list[str]) -> None:
    found = read(of_names(name, "Number", numbers))
    assert isinstance(found, Question)
    assert "Nobody" not in repr(found)


def test_a_row_of_a_list_that_names_several_is_asked_about() -> None:
    header = ["Name", "Sex", "Department", "District"]
    rows = [[f"Zarqoon{letter} Nobody", "F", "Police", "Kasur"] for letter in "abcd"]
    rows.append(["Palwasha Nobody, Gulnar Noone", "F", "Police", "Kasur"])
    assert "Name" in unsure(read(text_of([header, *rows]).encode()))
    rows[4][0] = "Palwasha Nobody, Sub Inspector"
    assert "Name" not in unsure(read(text_of([header, *rows]).encode()))


@pytest.mark.parametrize("staff", [
    "staff of each Deputy Commissioner's office", "officials of the respective DC offices",
    "staff of their DC office",
])  # fmt: skip
def test_staff_of_the_offices_of_commissioners_are_of_these(staff: str) -> None:
    rows = [["Haripur", DAY, "3"], ["Mansehra", "5 Oct 2023", "4"]]
    header = ["District", "Date", "Participants"]
    found = understood(text_of([[f"Half-day trainings for the {staff}"], header, *rows]).encode())
    assert {*found.checked.attendance["agency"]} == {"District Administration"}


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ("Palwasha Nobody\nGulnar Noone", True),
        ("پلوشہ خان اور گلنار خان", True),
        ("Palwasha Nobody, with two others", True),
        ("Palwasha Nobody\nS/O Gul Noone", False),
    ],
)
def test_more_than_one_in_a_row_is_asked_about(named: str, *, asked: bool) -> None:
    header = ["Name", "Sex", "Department", "District"]
    rows = [[f"Zarqoon{letter} Nobody", "F", "Police", "Kasur"] for letter in "abcd"]
    rows.append([named, "F", "Police", "Kasur"])
    assert ("Name" in unsure(read(text_of([header, *rows]).encode()))) == asked


def test_whoever_is_named_as_absent_is_not_counted_by_the_number_beside() -> None:
    content = of_names("Names of participants", "Number", ["3", "2", "4"])
    absent = content.replace(b"Palwasha Noone", b"Palwasha Noone (absent)")
    assert isinstance(read(absent), Question)


def of_trainings(*named: str, called: str = "Officers who attended") -> bytes:
    header = ["Sr", "Name of training", "Dates", called, "Department", "District of officers"]
    rows = [[str(n + 1), ("Referral", "Law")[n], DAYS[n], own, "Police", "Haripur"]
            for n, own in enumerate(named)]  # fmt: skip
    return text_of([header, *rows]).encode()


RANKED = ["1. Zarqoon Nobody, SI\n2. Palwasha Nobody, ASI", "1. Gulnar Noone (Inspector)"]


def test_numbered_names_with_their_ranks_are_counted_beside_a_department() -> None:
    found = understood(of_trainings(*RANKED))
    assert figures(found) == (2, 3)
    assert {*found.checked.attendance["agency"]} == {"Police"}
    assert "Zarqoon" not in repr((found.checked.problems, found.notes))


@pytest.mark.parametrize("told", ["1. Zarqoon Nobody, SI\n3. Palwasha Nobody", "1. FIA\n2. Police"])
def test_lines_that_may_be_no_persons_are_not_counted_as_such(told: str) -> None:
    assert isinstance(read(of_trainings(told, RANKED[1])), Question)


@pytest.mark.parametrize(
    ("called", "asked"), [("Names of officers", True), ("Resource persons", False)]
)
def test_those_named_in_a_cell_of_a_training_whom_nothing_counts_are_asked_about(
    called: str, *, asked: bool
) -> None:
    content = of_trainings("Zarqoon Nobody, Palwasha Nobody", "Gulnar Noone", called=called)
    found = understand([content], TODAY, answers=Answers(kind=TRAININGS))
    assert (isinstance(found, Question) and called in unsure(found)) == asked
    told = Answers(fields={called: "name_of_person"}, kind=TRAININGS)
    assert isinstance(understand([content], TODAY, answers=told), Question)
    told = Answers(fields={called: ""}, kind=TRAININGS)
    assert not isinstance(understand([content], TODAY, answers=told), Question)


@pytest.mark.parametrize(("last", "sure"), [("2", True), ("3", False)])
def test_a_number_of_as_many_as_are_numbered_beside_it_is_not_asked_about(
    last: str, *, sure: bool
) -> None:
    header = ["Sr", "Training", "Date", "Home district", "Names of participants", "No."]
    rows = [["1", "Referral", "3 Oct 2023", "Kasur",
             "1. Ms. Zarqoon Nobody\n2. Mr. Gul Nobody\n3. Mr. Mashal Noone", "3"],
            ["2", "Referral", "9 Oct 2023", "Okara", "1. Mr. Khan Noone\n2. Mr. Taj Noone", last],
            ["", "Total", "", "", "", "5"]]  # fmt: skip
    found = read(workbook_of({"Union": [header, *rows]}), agency="not published")
    assert isinstance(found, Question) is not sure
    if sure:
        assert figures(found) == (2, 5)


APART = ["1. Zarqoon Nobody\n2. Palwasha Nobody\n3. Gulnar Noone", "Mashal Noone, Spogmai Noone",
         "Shandana Noone\nZarnab Nobody", "Zarmeen Noone"]  # fmt: skip
CALLED = "Participants' names"


def of_lists(*named: str, called: str = CALLED) -> bytes:
    header = ["Topic of training", "Date", "Office of participants", "Home district", called]
    rows = [[f"Referral {n}", f"{n + 3} Oct 2023", "Police", "Haripur", own]
            for n, own in enumerate(named)]  # fmt: skip
    return workbook_of({"Lists": [header, *rows]})


@pytest.mark.parametrize(
    "answers",
    [
        Answers({"Number of those named": "participants_total"}),
        Answers({CALLED: "name_of_person"}, kind=TRAININGS),
    ],
)
def test_names_that_stand_apart_are_counted_once_somebody_says_they_came(answers: Answers) -> None:
    asked = read(of_lists(*APART))
    assert isinstance(asked, Question)
    assert unsure(asked) == {"Number of those named": "participants_total"}
    [column] = [one for one in asked.proposal.columns if not one.sure]
    assert "3, 2, 2, 1 persons" in column.reason
    found = understand([of_lists(*APART)], TODAY, answers=answers)
    assert figures(found) == (4, 8)
    assert {*found.checked.attendance["agency"]} == {"Police"}
    told = repr((asked, found.checked.trainings, found.checked.attendance, found.notes))
    assert "Nobody" not in told
    assert "Noone" not in told


@pytest.mark.parametrize(
    "other", ["Zarqoon Nobody, SI", "Zarqoon Nobody, Spogmai Noone (absent)"]
)  # fmt: skip
def test_names_of_which_one_is_in_doubt_are_not_offered_as_a_number(other: str) -> None:
    found = read(of_lists(*APART, other))
    assert isinstance(found, Question)
    assert "Number of those named" not in [one.name for one in found.proposal.columns]


@pytest.mark.parametrize("meant", ["name_of_person", "other_personal", ""])
@pytest.mark.parametrize("named", [APART, [*APART, "Zarqoon Nobody, SI"]])
def test_no_answer_makes_one_person_of_several_in_a_cell(meant: str, named: list[str]) -> None:
    number = {} if named is not APART else {"Number of those named": ""}
    answers = Answers({CALLED: meant, **number}, kind=PERSONS)
    with pytest.raises(ReadingError, match=r"A row is said to be a person.* 8 are named in 4\."):
        understand([of_lists(*named)], TODAY, answers=answers)


def test_whoever_stands_with_a_father_is_one_person_of_a_row() -> None:
    header = ["Name", "Department", "District", "Training", "Date"]
    rows = [[f"Zarqoon{letter} Nobody\nGul{letter} Noone", "Police", "Kasur", "Referral", DAY]
            for letter in "abcd"]  # fmt: skip
    content = text_of([header, *rows]).encode()
    answers = Answers({"Name": "name_of_person"}, kind=PERSONS)
    found = understand([content], TODAY, answers=answers)
    assert figures(found)[1] == 4
