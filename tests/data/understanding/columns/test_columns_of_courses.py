"""Columns of several courses or days, the rows that sum them up, and districts that head tables."""

import pytest

from data.understanding.layout.titles.places.homes_above import home_told
from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import homes_of, read, summed, understood
from tests.in_turn import in_turn

SEXES = [["M", "F"], ["Women", "Men"]]
COURSES = [
    ("Batch-I 23-24 Jan 2023", "Batch-II 15-16 May 2023"),
    ("Module I: Signs of it (23 Jan 2023)", "Module II: Care (15 May 2023)"),
    ("Participants of training held on 23.01.2023", "Participants of training held on 15.05.2023"),
]


def by_sex(found: object) -> tuple[int, int]:
    table = found.checked.attendance
    return int(table["participants_f"].sum()), int(table["participants_m"].sum())


# ---------------------------------------------------------------------- columns of courses


@in_turn(
    {
        "sexes": SEXES,
        "courses": COURSES,
    }
)
def test_women_and_men_under_courses_are_of_their_days(
    courses: tuple[str, str], sexes: list[str]
) -> None:
    rows = [["Police trainees by district of posting, courses of 2023"],
            ["Sr", "District", courses[0], "", courses[1], "", "Total"],
            ["", "", *sexes, *sexes, ""],
            ["1", "Kasur", "8", "2", "6", "1", "17"], ["2", "Okara", "3", "", "", "", "3"],
            ["3", "Vehari", "", "", "5", "1", "6"],
            ["", "Total", "11", "2", "11", "2", "26"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert sorted(by_sex(found)) == [4, 22]
    assert len(found.checked.trainings) == 2
    assert summed(found, "agency") == {"Police": 26}


@pytest.mark.parametrize(
    ("names", "days"),
    [
        (["Basic course on TIP", "Referral"], ["22 January 2023", "16 February 2023"]),
        (["1st Workshop", "2nd Workshop"], ["22-01-2023", "16-02-2023"]),
    ],
)
def test_days_alone_under_the_names_of_trainings_are_theirs(names: list, days: list) -> None:
    rows = [["Number of police officers trained"], ["District", *names, "Total"],
            ["", *days, ""], ["Kasur", "3", "4", "7"], ["Okara", "2", "1", "3"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    held = sorted(found.checked.trainings["date_start"].astype("str"))
    assert held == ["2023-01-22", "2023-02-16"]
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 3}


def test_columns_of_one_day_are_not_read_one_over_the_other() -> None:
    rows = [["Officers trained in 2023"], ["District", "Course 1 (23 Jan 2023)",
            "Course 2 (23 Jan 2023)", "Course 3 (4 May 2023)"],
            ["Kasur", "8", "2", "6"], ["Okara", "3", "4", "5"]]  # fmt: skip
    assert isinstance(read(text_of(rows).encode()), Question)


def test_columns_of_one_agency_are_both_counted() -> None:
    rows = [["Officers trained on referral, 9 May 2023"],
            ["District", "Punjab Police", "Islamabad Police", "FIA", "Total"],
            ["Kasur", "3", "2", "1", "6"], ["Okara", "3", "2", "2", "7"],
            ["Vehari", "1", "2", "2", "5"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 13, "FIA": 5}


@pytest.mark.parametrize("until", ["as on", "upto", "up to"])
def test_what_was_reached_by_a_day_is_no_training_of_it(until: str) -> None:
    rows = [["Police officers trained"], ["District", f"Participants {until} 30.06.2023",
            f"Participants {until} 30.09.2023"],
            ["Kasur", "8", "12"], ["Okara", "3", "4"]]  # fmt: skip
    assert isinstance(read(text_of(rows).encode()), Question)


def test_mr_and_ms_tell_the_sex_of_those_who_are_ticked_under_courses() -> None:
    people = [
        ["1", "Mr. Zarqoon1 Nobody", "✓", "✓"],
        ["2", "Ms. Zarqoon2 Nobody", "✓", ""],
        ["3", "Mr. Zarqoon3 Nobody", "", "✓"],
        ["4", "Ms. Zarqoon4 Nobody", "✓", "✓"],
    ]
    rows = [["FIA officials who attended courses"],
            ["S#", "Name", "Course-I (13 Sep 2023)", "Course-II (26 Sep 2023)", "Circle"],
            *([*one, "AHTC Lahore"] for one in people), ["", "Total", "3", "3", ""]]  # fmt: skip
    found = understood(workbook_of({"L": rows}))
    assert by_sex(found) == (3, 3)


# ------------------------------------------------------------ names under one that is merged


def test_days_under_attendance_are_those_on_which_people_came() -> None:
    rows = [["Two-day training on referral"],
            ["S#", "Name", "Sex", "Agency", "District", "Attendance", "", "Remarks"],
            ["", "", "", "", "", "16.05.2023", "17.05.2023", ""],
            ["1", "Zarqoon1 Nobody", "F", "Police", "Kasur", "P", "P", ""],
            ["2", "Zarqoon2 Nobody", "F", "Police", "Kasur", "A", "A", "on leave"],
            ["3", "Zarqoon3 Nobody", "M", "Police", "Okara", "P", "A", ""]]  # fmt: skip
    found = understood(workbook_of({"L": rows}))
    assert by_sex(found) == (1, 1)


@pytest.mark.parametrize("over", ["Zila", "Home district of participants"])
def test_districts_under_one_name_are_columns_of_them(over: str) -> None:
    rows = [["Participants of the training on referral, 9 May 2023"],
            ["No", "Department", over, "", "", "Total"], ["", "", "Kasur", "Okara", "Vehari", ""],
            ["1", "Police", "7", "6", "3", "16"], ["2", "Health", "", "2", "", "2"],
            ["3", "NGO", "1", "", "4", "5"], ["", "Total", "8", "8", "7", "23"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 8, "PK626": 8, "PK636": 7}
    assert summed(found, "agency") == {"Police": 16, "Health": 2, "Civil society": 5}


# ------------------------------------------------------------------ districts above a table


@pytest.mark.parametrize(
    ("above", "home"),
    [
        (["District Kasur: department-wise participants of a training, 9 May 2023"], "PK614"),
        (["Zila Kasur: mehkma war shuraka, tarbiyat 9 May 2023"], "PK614"),
        (["DISTRICT KASUR", "Participants of the training of 9 May 2023 (department wise)"],
         "PK614"),
        (["Participants by department, training of 9 May 2023", "Distt. Kasur"], "PK614"),
        (["Department wise participants of training, DC Office in District Kasur, 9 May 2023"], ""),
        (["Training held at District Kasur: participants by department, 9 May 2023"], ""),
        (["District Kasur: training of 9 May 2023, participants by department, most of them local"],
         ""),
    ],
)  # fmt: skip
def test_a_table_of_the_departments_of_a_district_is_of_its_people(
    above: list[str], home: str
) -> None:
    assert home_told(above) == home
    if len(above) > 1 or "held at" in above[0]:
        rows = [*([one] for one in above), ["Sr", "Department", "Male", "Female", "Total"],
                ["1", "Police", "8", "1", "9"], ["2", "Health", "2", "5", "7"],
                ["", "Total", "10", "6", "16"]]  # fmt: skip
        homes = homes_of(understood(text_of(rows).encode()))
        assert homes == ({home: 16} if home else ["PK614", "none"])


def test_agencies_and_sexes_joined_by_a_line_are_told_apart() -> None:
    rows = [["date", "training_title", "participants_district", "Police_F", "Police_M", "FIA_F",
             "FIA_M"],
            ["2023-04-18", "Referral", "Kasur", "2", "9", "1", "4"],
            ["2023-05-23", "Interviews", "Okara", "3", "8", "", "5"]]  # fmt: skip
    assert by_sex(understood(text_of(rows).encode())) == (6, 26)


def test_a_heading_with_a_day_is_of_a_training_and_not_of_a_group() -> None:
    rows = [["Attendance of training workshops on PTPA 2018 (district level)"]]
    for place, day in [("(1) District Kasur", "14.03.2023"), ("(2) District Okara", "16.03.2023")]:
        people = [[str(n), f"Zarqoon {place} {n}", "SHO", "Police", "M"] for n in (1, 2)]
        header = ["S#", "Name", "Designation", "Deptt", "Sex"]
        rows += [[f"{place}: held on {day}"], header, *people]
    found = understood(workbook_of({"List": rows}), district="not recorded")
    assert (len(found.checked.trainings), found.checked.participants_accepted) == (2, 4)


def test_a_department_of_women_counts_no_women_of_another() -> None:
    rows = [["Participants of the workshop of 6 June 2023 by department"],
            ["District", "Police", "Women Dev. Deptt", "Health", "Total"],
            ["Kasur", "5", "3", "2", "10"], ["Okara", "4", "2", "1", "7"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    table = found.checked.attendance
    assert by_sex(found) == (0, 0)
    assert table[table["agency"] == "Women Development Department"].shape[0] == 2
    assert found.checked.participants_accepted == 17


def test_a_seminar_is_the_training_and_a_programme_of_studies_none() -> None:
    rows = [["Student Name", "Gender", "Programme", "District where you live", "Seminar",
             "Seminar Date"]]  # fmt: skip
    rows += [[f"Zarqoon {n} Nobody", "Female", f"BS {n}", "Jhang", "Say No", "2023-10-17"]
             for n in range(3)]  # fmt: skip
    found = read(text_of(rows).encode(), agency="not published")
    assert isinstance(found, Question) or list(found.checked.trainings["title"]) == ["Say No"]


def test_a_sentence_that_begins_with_a_committee_names_no_other_district() -> None:
    said = "District Anti-Trafficking Committee Kasur met here today. It was held on 9 May 2023"
    told = "All participants serve in district Kasur. Number of participants by department:"
    assert home_told([said, told]) == "PK614"
