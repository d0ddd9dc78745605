"""Columns that are called by days: of one training, or trainings of their own."""

from datetime import date

import pytest

from data.sheets.words.cell_values import days_counted
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import figures, read
from tests.in_turn import in_turn

HEADER = ["Sr", "Name", "Sex", "Department", "District"]
#: Who came to which of three: one of them to none.
CAME = [(1, 1, 0), (1, 0, 0), (1, 1, 1), (0, 1, 1), (0, 0, 0)]
JUNE = ["12 June 2023", "13 June 2023", "14 June 2023"]
QUARTERS = ["17.01.2023", "18.04.2023", "19.07.2023"]


def listed(
    rows: list[list[str]], marks: tuple[str, str], *, counted: bool
) -> Understood | Question:
    people = [
        [str(n + 1), f"Zarqoon{n} Nobody", "FM"[n % 2], "Police", "Kasur",
         *(marks[not one] for one in own), *([str(sum(own))] if counted else [])]
        for n, own in enumerate(CAME)
    ]  # fmt: skip
    return understand([workbook_of({"List": [*rows, *people]})], date(2024, 1, 1))


@in_turn({
    "over": ["Presence (P/A)", "Hazri", "Dates", "Signatures"],
    "above, under": [("Training of teachers on safe schools", JUNE),
     ("Training of teachers, 12 - 14 June 2023", ["12-Jun", "13-Jun", "14-Jun"]),
     ("Training of teachers, 12-14 June 2023", ["Day 1", "Day 2", "Day 3"]),
     ("Training of teachers", ["Day 1 (12-06-2023)", "Day 2 (13-06-2023)", "Day 3 (14-06-2023)"])],
})  # fmt: skip
def test_days_under_one_name_are_of_one_training(over: str, above: str, under: list[str]) -> None:
    rows = [[above], [*HEADER, over, "", "", "Total"], ["", "", "", "", "", *under, ""]]
    found = listed(rows, ("P", "A"), counted=True)
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (1, 4)
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2023-06-12"]


@in_turn(
    {
        "above, names": [
            (
                "Attendance by workshop",
                [
                    "Sukkur workshop 14-15 Feb 2023",
                    "Multan workshop 16 May 2023",
                    "Quetta workshop 22 Aug 2023",
                ],
            ),
            (
                "Members trained",
                ["Session-I 17.01.2023", "Session-II 18.04.2023", "Session-III 19.07.2023"],
            ),
            (
                "Members",
                [
                    "Training 1: Laws (05-Oct-2023)",
                    "Training 2: Care (19-Oct-2023)",
                    "Training 3: Referral (02-Nov-2023)",
                ],
            ),
            ("Trainings of officers in 2023", QUARTERS),
        ],
        "counted": ["", "Workshops attended", "Total"],
        "name": ["Name", "Journalist"],
    }
)
def test_dated_trainings_and_days_weeks_apart_are_trainings(
    above: str, names: list[str], counted: str, name: str
) -> None:
    header = [*HEADER[:1], name, *HEADER[2:], *names, *filter(None, [counted])]
    found = listed([[above], header], ("✓", ""), counted=bool(counted))
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (3, 8)


def test_days_weeks_apart_under_one_training_are_a_question() -> None:
    found = listed([["Training on TIP"], [*HEADER, *QUARTERS]], ("P", "A"), counted=False)
    assert isinstance(found, Question)
    assert "days of one training" in str(found.proposal)


def test_a_count_of_what_somebody_came_to_that_differs_is_asked_about() -> None:
    names = ["Laws workshop 14 Feb 2023", "Care workshop 16 May 2023", "SOPs workshop 2 Aug 2023"]
    rows = [["Attendance by workshop"], [*HEADER, *names, "Workshops attended"],
            ["9", "Barkat Nobody", "M", "Police", "Kasur", "✓", "", "", "3"]]  # fmt: skip
    assert isinstance(listed(rows, ("✓", ""), counted=True), Question)


def test_marks_that_a_note_explains_are_read_though_a_row_sums_them() -> None:
    names = ["Training 1: Laws (05-Oct-2023)", "Training 2: Care (19-Oct-2023)"]
    people = [["1", "Zarqoon Nobody", "F", "Kasur", "✓", "x"],
              ["3", "Tufail Nobody", "M", "Kasur", "x", "x"],
              ["2", "Mehrgul Nobody", "M", "Kasur", "✓", "✓"]]  # fmt: skip
    rows = [
        ["Members - 2 trainings ki haazri"],
        ["#", "Naam", "M/F", "Zila", *names],
        *people,
        ["", "Kul haazir", "", "", "2", "1"],
        [],
        ["", "✓ = haazir   x = ghair haazir"],
    ]
    found = read(workbook_of({"List": rows}), agency="not published")
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (2, 3)


PEOPLE = "Intending emigrants trained: participants by home district and session"


@pytest.mark.parametrize(
    ("above", "names", "asked"),
    [(PEOPLE, ["Session-I 17.01.2023", "Session-II 18.04.2023", "Session-III 19.07.2023"], False),
     ("Participants by district", ["1st Session 17 Jan 2023", "2nd Session 18 Apr 2023",
                                   "3rd Session 19 Jul 2023"], False),
     ("Officers trained, date-wise", QUARTERS, False),
     ("Officers trained, date-wise", ["17.01.2023", "31.01.2023", "14.02.2023"], True),
     ("Participants of the training on TIP by district", QUARTERS, True),
     ("Officers attending the training on TIP (one training each month)", QUARTERS, False),
     ("Officers trained. One session a quarter at Kasur", QUARTERS, False),
     ("Officers of the training on TIP, one day each month", QUARTERS, True),
     ("Training on TIP: participants by district",
      ["Session-I 05.06.2023", "Session-II 06.06.2023", "Session-III 07.06.2023"], True)],
)  # fmt: skip
def test_numbers_under_days_weeks_apart_are_of_a_training_each(
    above: str, names: list[str], asked: bool
) -> None:
    rows = [[above], ["Sr.No", "Home District", *names, "Total"], ["1", "Swat", "6", "9", "", "15"],
            ["2", "Mardan", "3", "", "7", "10"], ["", "Total", "9", "9", "7", "25"]]  # fmt: skip
    found = read(workbook_of({"List": rows}), agency="not published")
    assert isinstance(found, Question) == asked
    assert isinstance(found, Question) or figures(found) == (3, 25)


@pytest.mark.parametrize("over", ["23 Feb 2023 training,25 May 2023 training",
                                  "Session-I 23.02.2023,Session-II 25.05.2023"])  # fmt: skip
def test_women_and_men_under_days_are_of_a_training_each(over: str) -> None:
    first, second = over.split(",")
    rows = [["Quarterly trainings for officers"],
            ["Sr", "District", first, "", second, "", "G. Total"],
            ["", "", "Male", "Female", "Male", "Female", ""],
            ["1", "Swat", "6", "1", "7", "0", "14"], ["2", "Mardan", "4", "0", "-", "-", "4"],
            ["", "Total", "10", "1", "7", "0", "18"]]  # fmt: skip
    assert figures(read(workbook_of({"List": rows}), agency="not published")) == (2, 18)


@in_turn(
    {
        "called": ["District \\ Training", "District"],
        "coming": ["to be held, Oct 2025", "will be conducted on 15 Oct 2025"],
    }
)
def test_a_column_of_a_training_that_is_to_be_held_counts_nobody(called: str, coming: str) -> None:
    rows = [["Members who attended from each district"],
            [called, "1st Training\nMultan\n16-06-2023", "2nd Training\nOkara\n23-09-2023",
             "Total attended", f"3rd Training\n({coming})"],
            ["Kasur", "7", "", "7", "4"], ["Okara", "4", "3", "7", "3"],
            ["Sialkot", "1", "5", "6", "2"]]  # fmt: skip
    found = read(workbook_of({"Position": rows}), agency="not published")
    assert isinstance(found, Question)
    [asked] = [one for one in found.proposal.columns if not one.sure]
    assert asked.name == "Number in the column"
    answered = understand([workbook_of({"Position": rows})], date(2026, 1, 1),
                          mapping=(found.proposal.mapping,))  # fmt: skip
    assert figures(answered) == (2, 20)


@pytest.mark.parametrize("called", ["Department \\ District", "Deptt. vs. Distt."])
def test_a_name_over_rows_and_columns_is_that_of_the_rows(called: str) -> None:
    rows = [["Members trained at Lahore, 6-7 August 2023, by department and own district"],
            [called, "Kasur", "Okara", "Sialkot", "All"], ["Police", "4", "2", "2", "8"],
            ["FIA", "2", "", "", "2"], ["Civil society", "3", "1", "1", "5"]]  # fmt: skip
    found = understand([workbook_of({"Table": rows})], date(2026, 1, 1))
    assert isinstance(found, Understood)
    told = found.checked.attendance.groupby("agency")["participants_unspecified"].sum()
    assert told.to_dict() == {"Police": 8, "FIA": 2, "Civil society": 5}


@pytest.mark.parametrize(
    ("label", "march"),
    [("All Departments", "7"), ("تمام اضلاع", "7"), ("All", "8")],
)  # fmt: skip
def test_a_row_of_all_districts_under_months_counts_nobody_where_it_adds_them_up(
    label: str, march: str
) -> None:
    rows = [["Police officers trained, 2023"], ["District", "March", "April", "All"],
            ["Kasur", "5", "3", "8"], ["Okara", "2", "4", "6"],
            [label, march, "7", "14"]]  # fmt: skip
    assert people_of_all(rows) == (14 if march == "7" else None)


def people_of_all(rows: list[list[str]]) -> int | None:
    """Return how many people are counted once what is asked of columns is so; None if more is."""
    found = understand([workbook_of({"Table": rows})], date(2026, 1, 1))
    if isinstance(found, Question):
        assert found.proposal
        found = understand([workbook_of({"Table": rows})], date(2026, 1, 1),
                           mapping=(found.proposal.mapping,))  # fmt: skip
    assert isinstance(found, Understood), found
    left = found.checked.queue or len(found.checked.problems)
    return None if left else figures(found)[1]


@pytest.mark.parametrize("said", ["Attended per day", "No. present each day"])
def test_how_many_came_on_each_day_is_nobody(said: str) -> None:
    header = ["Sr", "Name of Officer", "Rank", "Sex", "District", "11/6", "12/6", "Total"]
    people = [[str(n), f"Zarqoon{n} Nobody", "Inspector", "M", "Kasur", "1", one, str(1 + int(one))]
              for n, one in enumerate("101", start=1)]  # fmt: skip
    below = ["", said, "", "", "", "3", "2", ""]
    rows = [["Police workshop on trafficking, 11-12 June 2024"], header, *people, below]
    found = understand([workbook_of({"List": rows})], date(2025, 1, 1))
    assert isinstance(found, Understood)
    assert figures(found) == (1, 3)


@pytest.mark.parametrize(
    ("note", "read_as"),
    [("Three separate trainings: law, smuggling, care", (3, 4)), ("", None)],
)
def test_days_a_week_apart_are_of_trainings_or_asked_about(
    note: str, read_as: tuple[int, int] | None
) -> None:
    rows = [["Name", "Department", "District", "6-May-23", "13-May-23", "20-May-23"],
            ["Zarqoon One", "Police", "Kasur", "\u2713", "\u2713", ""],
            ["Zarqoon Two", "FIA", "Okara", "\u2713", "", "\u2713"]]  # fmt: skip
    found = read(text_of([["List of officers"], *rows, [], [note]]).encode())
    assert figures(found) == read_as if read_as else isinstance(found, Question)


def test_days_as_names_of_columns_are_of_the_training_that_the_sheet_is_called_by() -> None:
    people = [["1", "Zarqoon One", "F", "Police", "Kasur", "P", "A"],
              ["2", "Zarqoon Two", "M", "Police", "Kasur", "A", "A"]]  # fmt: skip
    content = workbook_of({"TIP course Kasur": [[*HEADER, "2023-02-27", "2023-02-28"], *people]})
    found = read(content)
    assert figures(found) == (1, 1)
    assert isinstance(found, Understood)
    assert found.checked.trainings["title"].tolist() == ["TIP course Kasur"]


@pytest.mark.parametrize(
    ("days", "above", "trainings"),
    [
        (("12-09-2023", "13-09-2023"), "Training of investigators, RPO Office Multan", 1),
        (("2023-09-12", "2023-10-13"), "Training history of members", 2),
    ],
)
def test_a_day_that_can_be_one_thing_alone_says_how_those_beside_it_are_written(
    days: tuple[str, str], above: str, trainings: int
) -> None:
    people = [["1", "Zarqoon One", "F", "Police", "Kasur", "P", "P"]]
    found = read(workbook_of({"List": [[above], [*HEADER, *days], *people]}))
    assert figures(found) == (trainings, trainings)


MARCH = ["06-03-2024", "07-03-2024", "08-03-2024"]


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (["Training on referral", "Date: 6-8 March 2024"], MARCH),
        (["3 days training on referral", "Date: 6 March 2024"], MARCH),
        (["Three-Day Training on referral"], ["6 March 2024", "7 March 2024", "8 March 2024"]),
        (["سہ روزہ تربیت", "Date: 6-8 March 2024"], MARCH),
        (["Training on referral"], MARCH),
        (["Attendance Sheet", "Training: Referral"], MARCH),
        (["Attendance: workshop for officers of FIA", "Venue: Hall A"], MARCH),
    ],
)
def test_days_that_a_title_counts_or_a_date_spans_are_of_one_training(
    above: list[str], names: list[str]
) -> None:
    rows = [*([text] for text in above), [*HEADER, *names]]
    content = workbook_of({"List": [*rows, *_people(("P", "A"))]})
    found = understand([content], date(2024, 6, 1))
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (1, 4)
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2024-03-06"]
    said = "read as those of one training: 2024-03-06 to 2024-03-08"
    assert ("Date: " in above[-1]) or any(said in note for note in found.notes)


@pytest.mark.parametrize(
    "above",
    [
        ["Two-Day Training on referral"],
        ["Three-Day Training on referral", "Date: 16 March 2024"],
        ["Three-Day Trainings on referral", "Date: 16-18 March 2024"],
        ["Training on referral, batches 1 to 3"],
        ["Officers under training in 2024"],
        ["Training on referral", "6 March 2024"],
    ],
)
def test_days_that_nothing_above_agrees_with_are_asked_about(above: list[str]) -> None:
    rows = [*([text] for text in above), [*HEADER, *MARCH]]
    found = understand([workbook_of({"List": [*rows, *_people(("P", "A"))]})], date(2024, 6, 1))
    assert isinstance(found, Question) or len(found.checked.problems) or figures(found)[0] == 3


def test_days_that_follow_each_other_with_the_month_first_alone_are_asked_about() -> None:
    days = ["03-06-2024", "03-07-2024", "03-08-2024"]
    rows = [["Training on referral"], [*HEADER, *days], *_people(("P", "A"))]
    found = understand([workbook_of({"List": rows})], date(2024, 9, 1))
    assert isinstance(found, Question)


def _people(marks: tuple[str, str]) -> list[list[str]]:
    return [[str(n + 1), f"Zarqoon{n} Nobody", "FM"[n % 2], "Police", "Kasur",
             *(marks[not one] for one in own)] for n, own in enumerate(CAME)]  # fmt: skip


def test_days_with_dashes_and_no_year_are_names_of_columns_where_they_are_of_one_month() -> None:
    named, own = ["Sr", "Name", "Designation & Station", "M/F"], ["F", "P", "A"]
    rows = [["1", "Zarqoon1 Nobody", "Labour Officer, Kasur", *own],
            ["2", "Zarqoon2 Nobody", "Labour Inspector, Okara", *own]]  # fmt: skip
    above = ["Labour Department: training on forced labour, 28 and 29 August 2023"]
    assert figures(read(text_of([above, [], [*named, "28-08", "29-08"], *rows]).encode())) == (1, 2)
    assert days_counted(["Name", "08-28", "08-29"]) == ["08-28", "08-29"]
    for others in (["18-25", "26-35"], ["29-08", "28-08"], ["28-08", "29-09"], ["28-08"]):
        assert not days_counted(["Name", *others])
