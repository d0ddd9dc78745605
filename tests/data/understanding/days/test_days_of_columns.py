"""Days that a text beside numbers under months tells of the training that each month had."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, unsure

ABOVE = "Officials trained by home district, department and month"
TABLE = [["Home District", "Department", "Jan-24", "Feb-24", "Mar-24", "Total"],
         ["Kasur", "Police", "5", "3", "4", "12"], ["Okara", "FIA", "2", "1", "3", "6"],
         ["Total", "", "7", "4", "7", "18"]]  # fmt: skip
HELD = "one training was held each month at Kasur"


def by_month(*below: str, table: list[list[str]] = TABLE) -> bytes:
    return workbook_of({"Q1": [[ABOVE], *table, [], *([one] for one in below)]})


@pytest.mark.parametrize(
    "days",
    [
        "16th to 17th January 2024, 13th to 14th February 2024 and 19 & 20 March 2024",
        "January 16-17, February 13-14 and March 19-20, 2024",
        "16-17 Jan; 13-14 Feb; 19-20 Mar",
        "Tuesday 16-17 January, Tuesday 13-14 February, Tuesday 19-20 March 2024",
    ],
)
def test_the_days_that_a_note_tells_of_each_month_are_those_of_its_training(days: str) -> None:
    found = read(by_month(f"Note: {HELD}: {days}."))
    assert isinstance(found, Understood)
    trainings = found.checked.trainings
    assert sorted(f"{one:%d.%m.%Y}" for one in trainings["date_start"]) == [
        "13.02.2024",
        "16.01.2024",
        "19.03.2024",
    ]
    assert sorted(one.day for one in trainings["date_end"]) == [14, 17, 20]


@pytest.mark.parametrize(
    "days",
    [
        "16-17 January and 19-20 March 2024",
        "16-17 January, 30-31 February and 19-20 March 2024",
        "16 and 23 January, 13 February and 19 March 2024",
        "2/1/2024, 1/2/2024 and 3/3/2024",
    ],
)
def test_days_told_beside_months_that_may_be_of_others_are_asked_about(days: str) -> None:
    found = read(by_month(f"Note: {HELD}: {days}."))
    assert isinstance(found, Question)
    assert "Month of the column" in unsure(found)


#: Days of which a text says no more than that they are of sessions.
OF_SESSIONS = [
    "One session per month, one day each: 16 January, 13 February and 19 March 2024.",
    "Sessions: 16.01.2024, 13.02.2024 and 19.03.2024",
    "Session 1: 16 January 2024; Session 2: 13 February 2024; Session 3: 19 March 2024",
]
IN_DOUBT = [
    "Sessions: 16 January and 19 March 2024",
    "Two-day sessions: 16 January, 13 February and 19 March 2024",
    "Sessions on the 5th of each month",
    "Report: 16 January, 13 February and 19 March 2024",
]
BY_ROWS = [["District", "Department", "Month", "Women", "Men"],
           ["Kasur", "Police", "January 2024", "5", "1"],
           ["Okara", "FIA", "January 2024", "2", "2"],
           ["Kasur", "FIA", "February 2024", "3", "4"],
           ["Okara", "FIA", "March 2024", "1", "7"]]  # fmt: skip


@pytest.mark.parametrize("text", OF_SESSIONS)
@pytest.mark.parametrize("table", [TABLE, BY_ROWS])
def test_days_of_sessions_are_those_of_months_in_columns_and_in_rows(
    table: list[list[str]], text: str
) -> None:
    found = read(by_month(text, table=table))
    assert isinstance(found, Understood)
    days = sorted(f"{one:%d.%m.%Y}" for one in found.checked.trainings["date_start"])
    assert [*dict.fromkeys(days)] == ["13.02.2024", "16.01.2024", "19.03.2024"]
    assert any("the days that a text tells" in note for note in found.notes)


@pytest.mark.parametrize("text", IN_DOUBT)
@pytest.mark.parametrize(("table", "column"), [(TABLE, "Month of the column"),
                                               (BY_ROWS, "Date of its month")])  # fmt: skip
def test_days_of_some_months_or_several_of_one_are_asked_about(
    table: list[list[str]], column: str, text: str
) -> None:
    assert unsure(read(by_month(text, table=table)))[column] == "date_start"


def test_days_of_months_that_have_several_titles_are_asked_about() -> None:
    titles = ["Training", "Referral", "Screening", "Referral", "Referral"]
    table = [[title, *row] for title, row in zip(titles, BY_ROWS, strict=True)]
    assert "Date of its month" in unsure(read(by_month(OF_SESSIONS[0], table=table)))


@pytest.mark.parametrize(
    "text",
    [
        "Report submitted on 4 April 2024 after training was held",
        "Prepared by: Zarqoon",
        "Trainings held from 1 January to 31 March 2024",
        "Training Officer, Kasur, 28 March 2024",
    ],
)
def test_a_text_that_tells_no_days_of_trainings_leaves_the_months(text: str) -> None:
    found = read(by_month(text))
    assert isinstance(found, Understood)
    assert {*found.checked.trainings["date_start"].dt.day} == {1}


def test_a_month_without_a_number_needs_no_days() -> None:
    table = [["Home District", "Department", "Jan-24", "Feb-24", "Mar-24"],
             ["Kasur", "Police", "5", "", "4"], ["Okara", "FIA", "2", "", "3"]]  # fmt: skip
    found = read(by_month(f"{HELD}: 16-17 January and 19-20 March 2024", table=table))
    assert isinstance(found, Understood)
    assert sorted(found.checked.trainings["date_start"].dt.day) == [16, 19]


IN_BRACKETS = [["District Police", "January", "February", "Total"],
               ["Kasur", "12 (14.01.2025)", "9 (11.02.2025)", "21"],
               ["Okara", "8 (on 16-17 Jan)", "Nil", "8"], ["Total", "20", "9", "29"]]  # fmt: skip
TRAINED = "Police officers trained on TIP cases in 2025, date of training in brackets"


def test_days_in_brackets_behind_numbers_are_those_of_their_training() -> None:
    found = read(workbook_of({"Q1": [[TRAINED], *IN_BRACKETS]}))
    assert figures(found) == (3, 29)
    assert isinstance(found, Understood)
    assert sorted(str(one)[:10] for one in found.checked.trainings["date_end"]) == [
        "2025-01-14",
        "2025-01-17",
        "2025-02-11",
    ]


@pytest.mark.parametrize("cell", ["12", "12 (14.03.2025)"])
def test_a_number_without_its_day_or_with_one_of_another_month_is_asked_about(cell: str) -> None:
    table = [[cell if text == IN_BRACKETS[1][1] else text for text in row] for row in IN_BRACKETS]
    assert "Month of the column" in unsure(read(workbook_of({"Q1": [[TRAINED], *table]})))


@pytest.mark.parametrize(("on", "asked"), [("on identification of trafficking victims", False),
                                           ("and victims rescued", True)])  # fmt: skip
def test_what_people_were_trained_on_is_not_what_months_count(on: str, asked: bool) -> None:
    table = [["District", "Jan 2024", "Feb 2024"], ["Kasur", "5", "3"], ["Okara", "2", "1"]]
    above = [f"Police officers trained {on}"]
    assert isinstance(read(workbook_of({"Q1": [above, *table]})), Question) == asked


def test_days_in_brackets_under_agencies_are_those_of_their_training() -> None:
    table = [["District", "Police", "FIA"], ["Kasur", "12 (14.01.2025)", "9 (25.06.2025)"]]
    found = read(workbook_of({"Q1": [["Officers trained (date in brackets)"], *table]}))
    assert figures(found) == (2, 21)


def over_numbers(label: str, *days: str, corner: str = "Home District") -> bytes:
    """Return numbers under months, whose first row has the day of each under a label."""
    above = "Police officers who attended the monthly briefings of 2023"
    rows = [[above], [corner, "January", "February", "March", "Total"], [label, *days, ""],
            ["Kasur", "5", "3", "0", "8"], ["Okara", "2", "1", "3", "6"],
            ["Total", "7", "4", "3", "14"]]  # fmt: skip
    return workbook_of({"Briefings": rows})


@pytest.mark.parametrize(
    ("label", "days", "corner"),
    [
        ("Date of briefing", ["2023-01-16", "2023-02-13", "2023-03-20"], "Month"),
        ("Date of briefing", ["16.01.2023", "13.02.2023", "20.03.2023"], "Home District"),
        ("Held on", ["16 Jan", "13 Feb", "20 March"], "Home District"),
        ("Date", ["16", "13", "20"], "Home District"),
    ],
)
def test_days_right_under_months_are_those_of_their_trainings(
    label: str, days: list[str], corner: str
) -> None:
    found = read(over_numbers(label, *days, corner=corner))
    assert figures(found) == (3, 14)
    assert not found.checked.queue
    assert sorted(f"{one:%d.%m}" for one in found.checked.trainings["date_end"]) == [
        "13.02",
        "16.01",
        "20.03",
    ]


def test_a_day_under_a_month_is_that_of_its_women_and_men() -> None:
    rows = [["Police officers who attended the monthly briefings of 2023"],
            ["Home District", "January Women", "January Men", "February Women", "February Men"],
            ["Date", "16-01-2023", "", "12-02-2023", ""], ["Kasur", "5", "3", "2", "8"],
            ["Okara", "2", "1", "3", "6"]]  # fmt: skip
    found = read(workbook_of({"Briefings": rows}))
    assert figures(found) == (2, 30)
    assert sorted(one.day for one in found.checked.trainings["date_start"]) == [12, 16]


@pytest.mark.parametrize(
    "days", [["2023-01-16", "2023-03-13", "2023-03-20"], ["2023-01-16", "", "2023-03-20"]]
)
def test_a_day_of_another_month_or_none_under_a_month_is_asked_about(days: list[str]) -> None:
    found = read(over_numbers("Date of briefing", *days))
    assert unsure(found) == {"Month of the column": "date_start"}


@pytest.mark.parametrize(
    ("label", "days"),
    [
        ("Date of report", ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("Planned date", ["2023-01-16", "2023-02-13", "2023-03-20"]),
        ("Days", ["2", "1", "2"]),
    ],
)
def test_a_row_of_other_days_under_months_is_asked_about(label: str, days: list[str]) -> None:
    found = read(over_numbers(label, *days))
    assert isinstance(found, Understood)
    assert [(one.kind, len(one.rows)) for one in found.checked.queue] == [("district", 3)]
