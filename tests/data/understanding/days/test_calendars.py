"""Calendars, plans and lists of nominees: nothing says whether they were held, and who came."""

import pytest

from data.understanding.columns.unknown.planned_beside import NOMINATED
from data.understanding.layout.titles.planned_above import speak_of_plans, without_plans
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import figures, read, understood, unsure
from tests.in_turn import in_turn

NAMES = ["Batch", "Month", "Location", "Participants"]


def calendar(*numbers: str) -> list[list[str]]:
    """Return batches in three months and places, with their numbers."""
    where = [("Batch I", "February"), ("Batch II", "March"), ("Batch III", "April")]
    rows = [[*both, "Kasur", number] for both, number in zip(where, numbers, strict=True)]
    return [NAMES, *rows]


@pytest.mark.parametrize("above", ["Training Calendar 2023", "Schedule of trainings, 2023"])
def test_round_numbers_of_a_calendar_are_asked_about(above: str) -> None:
    rows = [[above], *calendar("25", "30", "25"), ["Total", "", "", "80"]]
    assert unsure(read(text_of(rows).encode()))[STATUS] == "status"


def test_a_sheet_that_is_called_a_calendar_is_one() -> None:
    found = read(workbook_of({"Calendar 2023": calendar("25", "30", "25")}))
    assert STATUS in unsure(found)


def test_numbers_under_a_draft_wait_until_it_is_said_whether_it_was_held() -> None:
    rows = [["Batch", "Date", "District", "Participants"], ["I", "9 May 2023", "Kasur", "30"]]
    told = {"fields": {"Participants": "participants_total"}}
    assert unsure(under("Draft calendar", rows, **told)) == {STATUS: "status"}
    told["fields"][STATUS], told["constants"] = "", {"agency": "not published"}
    assert figures(under("Draft calendar", rows, **told)) == (1, 30)


@pytest.mark.parametrize(
    ("above", "numbers"),
    [("Training Calendar 2023", ("23", "30", "25")),
          ("Trainings 2023", ("25", "30", "25"))],
)  # fmt: skip
def test_numbers_of_who_came_are_read(above: str, numbers: tuple[str, str, str]) -> None:
    found = understood(text_of([[above], *calendar(*numbers)]).encode())
    assert figures(found) == (3, sum(map(int, numbers)))


PROPOSED = [["1", "Kasur", "9 May 2023", "Referral", "12"],
            ["2", "Okara", "16 May 2023", "Referral", "9"]]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Proposed date", "Mujawwaza tareekh", "مجوزہ تاریخ", "تاریخ نامزدگی"]
)  # fmt: skip
def test_days_that_were_proposed_or_are_of_something_else_are_asked_about(name: str) -> None:
    header = ["S No", "Zila", name, "Mauzu", "Shuraka"]
    assert unsure(read(text_of([header, *PROPOSED]).encode())) == {name: "date_start"}


@pytest.mark.parametrize("name", ["Proposed date", "تاریخ نامزدگی"])
def test_days_that_were_held_are_read_beside_those_proposed(name: str) -> None:
    header = ["S No", "Zila", name, "Mauzu", "Shuraka", "تاریخ انعقاد"]
    held = [header, *([*row, row[2].replace("May", "June")] for row in PROPOSED)]
    found = understood(text_of(held).encode(), agency="not published")
    days = found.checked.trainings["date_start"]
    assert {f"{day:%m}" for day in days} == {"06"}


STATUS = "Status above the rows"
BY_AGENCY = [["S.No", "Training", "Dates", "District (participants from)", "Police", "FIA"],
             ["1", "Training of members", "6-7 May 2023", "Bannu", "15", "5"],
             ["2", "Training of members", "13-14 May 2023", "Tank", "15", "5"],
             ["3", "Training of members", "20-21 May 2023", "Karak", "15", "5"]]  # fmt: skip
PERSONS = [["S.No", "Name", "Designation", "Department", "District", "Date"],
           ["1", "Person A", "Inspector", "Police", "Peshawar", "3 June 2023"],
           ["2", "Person B", "Inspector", "FIA", "Nowshera", "3 June 2023"]]  # fmt: skip
#: Lists of trainings alone, of which each that was held is counted.
ALONE = [["S.No", "Training", "Date", "Venue"], ["1", "Referral", "6 May 2023", "Bannu"],
         ["2", "Law", "13 May 2023", "Tank"]]  # fmt: skip


def as_understood(found: object) -> Understood:
    assert isinstance(found, Understood), found
    return found


def under(above: str, rows: list[list[str]], name: str = "Sheet1", **answers: object) -> object:
    book = workbook_of({name: [[above], *rows]})
    return understand([book], TODAY, answers=Answers(**answers))


#: What stands above, and what the sheet is called.
OF_PLANS = [
    ("Tentative training schedule, May 2023", "Sheet1"), ("Trainings of members", "Plan"),
    ("Annual plan 2023", "Sheet1"), ("Proposed trainings of 2023", "2023"),
    ("TRAINING TO BE HELD IN MAY AND JUNE 2023", "Sheet1"), ("Trainings", "Nominations"),
    ("Nominations for the training on referral", "Sheet1"), ("List of nominees", "Sheet1"),
    ("Expected participants of the trainings", "Sheet1"), ("List of invitees", "Sheet1"),
    ("Training targets 2023", "Sheet1"), ("Mujawwaza tarbiyat 2023", "Sheet1"),
    ("مجوزہ تربیت ۲۰۲۳", "Sheet1"), ("تربیتی منصوبہ", "Sheet1"), ("نامزدگیاں", "Sheet1"),
    ("Provisional programme of trainings", "Sheet1"), ("Trainings", "Draft_Schedule"),
    ("Training calendar 2023 (tentative)", "Sheet1"),
]  # fmt: skip
OF_WHAT_WAS_HELD = [
    ("Trainings held as planned in 2023", "Sheet1"), ("Trainings conducted", "Training plan"),
    ("Progress against the annual plan 2023", "Sheet1"), ("Trainings", "May 2023"),
    ("Training on the National Action Plan", "Sheet1"), ("Training on planning", "Sheet1"),
    ("Attendance sheet of the training to be held in May and June 2023", "Sheet1"),
    ("Nominated officers who attended the trainings", "Nominations"),
    ("Trainings for target groups", "Sheet1"), ("Workshop on the draft plan", "Sheet1"),
]  # fmt: skip


def test_texts_above_and_names_of_sheets_speak_of_plans_or_of_what_was_held() -> None:
    assert [one for one in OF_PLANS if not speak_of_plans(one[:1], one[1])] == []
    assert [one for one in OF_WHAT_WAS_HELD if speak_of_plans(one[:1], one[1])] == []


@pytest.mark.parametrize(
    ("texts", "left"),
    [(["2. Challenges", "3. Next month plan", "1. 50 persons", "4. Issues"], [0, 3]),
     (["Plan for August 2024", "50 officers to be trained", "Total trained: 57"], [2]),
     (["Way forward:", "50 officers", "Note: all of them are police"], [2]),
     (["a) Agle mah ka mansooba", "50 afrad", "b) Issues"], [2]),
     (["آئندہ ماہ کا منصوبہ", "50"], []),
     (["Plan for the 30 persons who came", "22 persons"], [0, 1]), (["Planning", "x"], [0, 1])],
)  # fmt: skip
def test_texts_under_the_heading_of_a_plan_are_of_no_rows(
    texts: list[str], left: list[int]
) -> None:
    assert without_plans(texts) == tuple(texts[n] for n in left)


@in_turn({
    "rows": [BY_AGENCY, PERSONS, ALONE],
    "above, name": [OF_PLANS[0], OF_PLANS[1], OF_PLANS[12]],
    "answers, status":
    [({"constants": {"status": "held"}}, "held"), ({"fields": {STATUS: ""}}, "held"),
     ({"fields": {STATUS: "status"}}, "planned")],
})  # fmt: skip
def test_whether_what_was_planned_was_held_is_asked_once(
    above: str, name: str, rows: list[list[str]], answers: dict[str, object], status: str
) -> None:
    asked = under(above, rows, name)
    assert isinstance(asked, Question)
    assert unsure(asked)[STATUS] == "status"
    found = as_understood(under(above, rows, name, **answers))
    assert {*found.checked.trainings["status"]} == {status}


@in_turn({"rows": [BY_AGENCY, PERSONS, ALONE], "above, name": OF_WHAT_WAS_HELD[:3]})
def test_what_was_held_is_not_asked_about_as_a_plan(
    above: str, name: str, rows: list[list[str]]
) -> None:
    found = under(above, rows, name)
    assert STATUS not in (unsure(found) if isinstance(found, Question) else {})


@pytest.mark.parametrize(
    ("called", "cell"),
    [("Status", "Held"), ("Attended (Yes/No)", "Yes"), ("Officer who attended", "Same"), ("", "")],
)
def test_a_column_that_says_who_came_answers_for_a_list_of_nominees(called: str, cell: str) -> None:
    more = ([called], [cell]) if called else ([], [])
    rows = [[*PERSONS[0], *more[0]], *([*row, *more[1]] for row in PERSONS[1:])]
    found = under("Nominations for the training on referral", rows)
    asked = unsure(found) if isinstance(found, Question) else {}
    assert (STATUS in asked) is not bool(called)


def test_uneven_numbers_of_agencies_in_a_schedule_are_of_who_came() -> None:
    rows = [*BY_AGENCY[:3], [*BY_AGENCY[3][:4], "13", "4"]]
    assert STATUS in unsure(under("Schedule of trainings, 2023", BY_AGENCY))
    assert not isinstance(under("Schedule of trainings, 2023", rows), Question)


@pytest.mark.parametrize("named", ["1. Zarqoon Nobody\n2. Zarak Nobody",
                                   "Mr Zarqoon Nobody, Ms Zarqoona Nobody"])  # fmt: skip
def test_nominees_whom_a_cell_names_are_asked_about_where_nothing_says_that_they_came(
    named: str,
) -> None:
    def listed(name: str, above: str = "Trainings", **answers: object) -> object:
        rows = [["Training", "Date", "District", name], ["Referral", "2023-05-09", "Kasur", named]]
        return under(above, rows, constants={"agency": "not published"}, **answers)

    asked = listed("Names of nominees")
    assert isinstance(asked, Question)
    assert {*unsure(asked)} == {STATUS}
    assert NOMINATED in {one.reason for one in asked.proposal.columns}
    assert figures(listed("Names of nominees", fields={STATUS: ""})) == (1, 2)
    assert figures(listed("Names of participants")) == (1, 2)
    assert figures(listed("Names of nominees", "Participants who attended trainings")) == (1, 2)
