"""Numbers in files as offices send them: what counts people, sums, dashes, periods and targets."""

import pytest

from data.sheets.words.names.name_words import is_before
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.files.test_as_offices_send import OF_SEXES
from tests.data.understanding.readings import (
    ABOVE,
    DAY,
    LISTED,
    figures,
    listed,
    named,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

# ------------------------------------------------------------------------- what counts people


@pytest.mark.parametrize(
    ("name", "with_sex"),
    [("Judge's Name", True), ("Name", False)],
)
def test_marks_of_persons_that_are_added_up_count_nobody(name: str, with_sex: bool) -> None:
    sexes = (["Gender"], ["F"]) if with_sex else ([], [])
    rows = [[f"Zarqoon{n} Nobody", *sexes[1], "ADPP", "Kasur", str(n), "40", str(40 + n)]
            for n in range(4, 9)]  # fmt: skip
    header = [name, *sexes[0], "Designation", "District", "MCQs (50)", "Moot (50)", "Total"]
    assert figures(understood(text_of([ABOVE, header, *rows]).encode())) == (1, 5)


def attended_with_women(name: str, women: str) -> bytes:
    header = ["District", "Session date", "Status", name, "of whom women"]
    rows = [["Kasur", DAY, "Held", "21", women], ["Okara", "16 May 2023", "Postponed", "", ""],
            ["Layyah", "17 May 2023", "Held", "18", "4"]]  # fmt: skip
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("name", ["Attended (nos.)", "Nos. present"])
def test_numbers_of_those_who_attended_count_them_with_the_women_among_them(name: str) -> None:
    found = understood(attended_with_women(name, "5"), agency="not published")
    assert figures(found) == (2, 39)
    assert found.checked.attendance["participants_f"].sum() == 9


def test_women_who_are_no_part_of_those_who_attended_are_asked_about() -> None:
    assert "of whom women" in unsure(read(attended_with_women("Attended (nos.)", "25")))


def with_sizes(name: str, fourth: str) -> bytes:
    """Return five persons of two sessions, each with how many came to its own, by a fourth row."""
    header = ["Training", "Held on", name, "Name", "M/F", "Department", "District"]
    sizes = [("Referral", DAY, "3")] * 3 + [("Law", "16 May 2023", fourth)]
    sizes.append(("Law", "16 May 2023", "2"))
    rows = [[*told, f"Zarqoon{n} Nobody", "F", "Police", "Kasur"] for n, told in enumerate(sizes)]
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("name", ["Participants in session", "No. of participants", "Trained"])
def test_the_number_of_a_session_that_stands_again_on_each_of_its_rows_counts_nobody(
    name: str,
) -> None:
    assert figures(understood(with_sizes(name, "2"))) == (2, 5)


@pytest.mark.parametrize(
    ("name", "other"), [("Participants in session", "3"), ("No. of participants", ""),
                        ("Trained", "")]
)  # fmt: skip
def test_a_number_that_is_not_that_of_all_rows_of_a_session_is_asked_about(
    name: str, other: str
) -> None:
    # Of days, or of one who is not listed; and of nobody.
    assert name in unsure(read(with_sizes(name, other)))


@pytest.mark.parametrize("other", [("Nominated", "20")])
def test_those_who_attended_are_counted_beside_others(other: tuple[str, str]) -> None:
    header = ["Name of Course", "From", "To", "Nominated", "Attended", other[0]]
    rows = [["Referral", DAY, "10 May 2023", "20", "18", other[1]],
            ["Screening", "16 May 2023", "17 May 2023", "25", "21", other[1]]]  # fmt: skip
    if other[0] == "Nominated":
        header, rows = header[:-1], [row[:-1] for row in rows]
    assert figures(understood(csv_of(*rows, header=header))) == (2, 39)


@pytest.mark.parametrize("names", [("Male Officers", "Lady Officers"), ("Joined (M)", "Joined (F)"),
                                   ("مرد شرکاء", "خواتین شرکاء")])  # fmt: skip
def test_columns_that_differ_by_their_sex_alone_count_women_and_men(names: tuple[str, str]) -> None:
    rows = [["Referral", DAY, "9", "3"], ["Screening", "16 May 2023", "4", "2"]]
    found = understood(csv_of(*rows, header=["Training", "Date", *names]))
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [5, 13]


def test_a_total_that_says_who_came_is_counted_and_so_are_the_women_of_it() -> None:
    header = ["Course", "Date", "Held at", "Total FIA officials attended", "of which ladies"]
    rows = [["Referral", DAY, "Sialkot Airport", "16", "3"],
            ["Screening", "16 May 2023", "Torkham", "10", "0"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 26)
    assert found.checked.attendance["participants_f"].sum() == 3


def test_women_and_men_of_those_who_came_are_counted_under_two_rows_of_names() -> None:
    rows = [["Training", "Date", "Planned participants", "", "Actual participants", "", ""],
            ["", "", "Male", "Female", "Male", "Female", "Total"],
            ["Referral", DAY, "20", "10", "19", "7", "26"],
            ["Screening", "16 May 2023", "30", "9", "28", "4", "32"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [11, 47]


def test_those_of_each_day_are_not_counted_beside_all_who_were_trained() -> None:
    header = ["Training", "Date", "Day 1", "Day 2", "Persons trained (each counted once)"]
    rows = [["Referral", DAY, "25", "24", "26"], ["Screening", "16 May 2023", "19", "21", "21"]]
    assert figures(understood(csv_of(*rows, header=header))) == (2, 47)
    assert unsure(read(csv_of(*[row[:4] for row in rows], header=header[:4])))


def test_a_division_over_its_districts_is_no_district_of_theirs() -> None:
    rows = [["", "Kasur Division", "", "", ""], ["1", "Kasur", "8", "2", "10"],
            ["2", "Okara", "7", "3", "10"], ["", "Sub Total", "15", "5", "20"],
            ["", "Multan Division", "", "", ""], ["3", "Vehari", "5", "2", "7"]]  # fmt: skip
    header = ["Sr.", "District", "Male", "Female", "Total"]
    found = understood(text_of([ABOVE, header, *rows]).encode(), agency="not published")
    assert figures(found) == (1, 27)
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK614", "PK626", "PK636"}


def test_a_label_below_a_list_and_who_signed_it_are_no_person() -> None:
    rows = [["F", "Kasur", "Police"]] * 4
    signed = ["", "Course Coordinator:", "Zarqoon Nobody"]
    found = understood(
        listed(["Sex", "District", "Department"], *rows) + text_of([signed]).encode()
    )
    assert figures(found) == (1, 4)
    named = ["", "Zarqoon Nobody", "F", "", "Police"]  # who may be another participant
    found = understood(listed(["Sex", "District", "Department"], *rows) + text_of([named]).encode())
    assert figures(found) == (1, 5)


def test_numbers_beside_a_trainer_are_of_those_who_came() -> None:
    rows = [
        ["Kasur", DAY, "22 (15 M / 7 F)", "School hall", "Referral", "Zarqoon Nobody"],
        ["Okara", "16 May 2023", "9 (5 M / 4 F)", "UC office", "Referral", "Zarqoon Nobody"],
    ]
    header = ["Session place", "Date", "Participants", "Where", "Topic", "Trainer"]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 31)
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [11, 20]


@pytest.mark.parametrize("name", ["F/M"])
def test_a_column_of_sexes_is_no_count_of_women(name: str) -> None:
    found = understood(listed([name, "District", "Department"], ["F", "Kasur", "Police"],
                              ["M", "Okara", "FIA"]))  # fmt: skip
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [1, 1]


def test_parts_that_add_up_to_those_who_were_trained_are_not_counted_again() -> None:
    header = ["Course", "From", "To", "Officers", "Officials", "FIA Personnel Trained"]
    rows = [["Referral", DAY, "10 May 2023", "6", "14", "20"],
            ["Screening", "16 May 2023", "17 May 2023", "4", "18", "22"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (2, 42)
    rows[1][-1] = "23"  # no longer their sum
    assert unsure(read(csv_of(*rows, header=header)))


def test_what_stands_under_planned_is_not_counted() -> None:
    rows = [["Title of Training", "Planned", "", "Actual", "", "", ""],
            ["", "Date", "Participants", "Date", "Male", "Female", "Total"],
            ["Referral", "2 May 2023", "30", DAY, "19", "7", "26"],
            ["Screening", "7 May 2023", "50", "16 May 2023", "41", "2", "43"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 69)
    assert set(found.checked.trainings["date_start"].dt.day) == {9, 16}


def test_a_sum_called_all_beside_districts_is_no_district() -> None:
    rows = [["Training", "Date", "Kasur", "", "Okara", "", "All"],
            ["", "", "Male", "Female", "Male", "Female", ""],
            ["Referral", DAY, "6", "2", "4", "0", "12"],
            ["Screening", "16 May 2023", "4", "3", "2", "1", "10"]]  # fmt: skip
    found = understood(workbook_of({"By home district": rows}), agency="not published")
    assert figures(found) == (2, 22)


# ------------------------------------------------------------------- marks, sums and dashes


def test_marks_that_nobody_explains_are_problems_and_nobody_who_came() -> None:
    marks = [("P", "P"), ("L", "L"), ("A", "A"), ("P/A", "P/A"), ("-", "-"), ("P", "A")]
    found = understood(listed(["Sex", "District", "Agency", "20-06", "21-06"],
                              *[["M", "Kasur", "Police", *both] for both in marks]))  # fmt: skip
    assert figures(found) == (1, 2)
    assert found.checked.problems["row"].tolist() == [5, 7]


def test_dashes_alone_are_no_numbers_and_months_of_them_are_months() -> None:
    rows = [["No. of persons trained on referral"], ["District", "Jan-23", "Feb-23", "Total"],
            ["Kasur", "3", "-", "3"], ["Okara", "4", "-", "4"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode(), agency="not published")) == (1, 7)
    header = ["Name of District", "Male Officers", "Lady Officers", "Total", "Remarks"]
    rows = [ABOVE, header, ["Kasur", "9", "3", "12", ""], ["Okara", "6", "1", "7", "Nil"]]
    found = understood(text_of(rows).encode(), agency="not published")
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [4, 15]


def of_months(above: str) -> bytes:
    rows = [[above], ["District", "Jan 2024", "Feb 2024"], ["Kasur", "3", "4"], ["Okara", "2", "1"]]
    return text_of(rows).encode()


@pytest.mark.parametrize(
    "above",
    [
        "Committee members who have attended the training (month-wise)",
        "Police staff who were given orientation by month",
        "تربیت حاصل کرنے والے ارکان",
    ],
)
def test_months_count_people_of_whom_a_text_says_that_they_received_training(above: str) -> None:
    said = {} if "Police" in above else {"agency": "not published"}
    assert figures(read(of_months(above), **said)) == (2, 10)


@pytest.mark.parametrize(
    "above",
    [
        "District Committees who received training, by month",
        "Districts where members received training, by month",
        "Trainings of members who attended training, by month",
        "Trainings held for officers, by month",
        "Members who received training manuals, by month",
        "Members who attended meetings, by month",
        "Members who received training, cumulative",
        "Staff who attended a course (person-days)",
        "ارکان کی تربیت کا ہدف، شرکاء",
    ],
)
def test_months_under_a_text_that_may_count_something_else_are_asked_about(above: str) -> None:
    assert unsure(read(of_months(above))) == {"Number in the column": "participants_total"}


def test_months_by_sex_are_read_also_where_one_has_nothing_but_ones() -> None:
    rows = [["Return of police officers trained"], ["District", "July 2023", "", "August 2023", ""],
            ["", "M", "F", "M", "F"], ["Kasur", "6", "2", "0", "0"],
            ["Okara", "3", "1", "5", "1"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [4, 14]


def test_a_label_with_the_strength_between_blocks_is_no_person() -> None:
    rows = [["Course No. 1: Referral, 9 May 2023"], LISTED, named(1, "Kasur", "Police"),
            named(2, "Kasur", "Police"), ["", "Strength: 2"], [],
            ["Course No. 2: Screening, 16 May 2023"], LISTED, named(3, "Okara", "FIA"),
            ["", "Strength: 1"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 3)
    assert not len(found.checked.problems)


def test_what_is_the_sum_of_women_and_men_in_each_row_is_asked_about_no_more() -> None:
    rows = [["Referral course, 9 May 2023"],
            ["District", "Lady officers", "Male officers", "Strength"],
            ["Kasur", "3", "12", "15"], ["Okara", "1", "14", "15"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [4, 26]
    asked = read(text_of([*rows[:3], ["Okara", "1", "14", "40"]]).encode(), agency="not published")
    assert unsure(asked) == {"Strength": ""}


# ------------------------------------------------------------- a training in each district


@pytest.mark.parametrize(
    ("title", "trainings"),
    [("Community trainings on referral, May 2023 (one per district)", 2),
          ("Trainings held in each of the following districts, May 2023", 2),
          ("Officers trained in each district, May 2023: training on referral", 1)],
)  # fmt: skip
def test_a_title_says_that_each_district_had_a_training(title: str, trainings: int) -> None:
    rows = [[title], ["District", "Male", "Female"], ["Kasur", "3", "4"], ["Okara", "2", "5"],
            ["Total", "5", "9"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (trainings, 14)
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 7}


@in_turn(
    {
        "said, trainings": [
            ("One training was held in the district in each month with a figure", 3),
            ("Each number = a single workshop.", 3),
            ("Each figure is the number of persons", 2),
        ],
        "below": [True, False],
    }
)
def test_a_text_says_that_each_number_of_a_table_of_months_is_one_training(
    said: str, trainings: int, *, below: bool
) -> None:
    rows = [["Community sessions on referral: participants"], [said], ["District", "Mar-23",
            "Apr-23", "Total"], ["Kasur", "22", "-", "22"], ["Okara", "10", "15", "25"],
            ["Total", "32", "15", "47"]]  # fmt: skip
    if below:
        rows = [rows[0], *rows[2:], [f"Note: {said}"]]
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (trainings, 47)
    assert summed(found, "adm2_pcode") == {"PK614": 22, "PK626": 25}
    assert not any(said in title for title in found.checked.trainings["title"])


def test_trainings_by_district_may_be_one_in_each_and_are_asked_about() -> None:
    rows = [["District-wise trainings on referral, May 2023"], ["District", "Male", "Female"],
            ["Kasur", "3", "4"], ["Okara", "2", "5"]]  # fmt: skip
    content = text_of(rows).encode()
    assert unsure(read(content, agency="not published")) == {"Title above the rows": "title"}
    found = read(content, {"Title above the rows": "title"}, agency="not published")
    assert figures(found) == (2, 14)
    rows[1:] = [["District", "Trainings", "Male"], ["Kasur", "3", "4"], ["Okara", "2", "5"]]
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (2, 9)  # which are counted in the rows


# ----------------------------------------------------------------- dashes that totals prove


def test_dashes_are_nobody_where_the_total_of_their_column_says_so() -> None:
    above = [["Return of police officers trained on referral, May 2023"],
             ["District", "No. of Trainings", "Male", "Female", "Total"]]  # fmt: skip
    rows = [["Kasur", "2", "3", "4", "7"], ["Okara", "Nil", "Nil", "-", "Nil"],
            ["Swat", "1", "2", "NIL", "2"], ["Total", "3", "5", "4", "9"]]  # fmt: skip
    found = understood(text_of([*above, *rows]).encode())
    assert figures(found) == (2, 9)
    assert found.checked.trainings["summarises"].tolist() == [2, 1]
    assert any("dashes among counts are 0" in note for note in found.notes)
    rows[3][2:] = ["6", "5", "11"]  # who is not in the rows above: somebody may be in a dash
    found = understood(text_of([*above, *rows]).encode())
    assert [one.value for one in found.checked.queue] == ["-"]


def test_nil_is_nobody_beside_the_other_sex_and_of_an_agency_of_one_training() -> None:
    rows = [["Referral", DAY, "Kasur", "9", "Nil"], ["Law", "16 May 2023", "Okara", "nil", "2"]]
    of_sexes = csv_of(*rows, header=["Training", "Date", "District", "Male", "Female"])
    found = understood(of_sexes, agency="not published")
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [2, 9]
    rows = [[f"Training on referral, {DAY}"], ["Name of Deptt.", "District", "Participants"],
            ["Labour", "Kasur", "12"], ["Labour", "Okara", "Nil"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode(), agency="not published")) == (1, 12)
    for note in ("Nil means no report was received", "Report awaited from Okara"):
        noted = read(text_of([*rows, [note]]).encode(), agency="not published")
        assert [one.value for one in noted.checked.queue] == ["-"]
    rows[3][2] = "-"  # which may be one of whom nobody knows
    found = read(text_of(rows).encode(), agency="not published")
    assert [one.value for one in found.checked.queue] == ["-"]


def test_an_answer_on_dashes_leaves_no_problem() -> None:
    header = ["Training", "Date", "District", "Trainings", "Male", "Female"]
    rows = [["Referral", DAY, "Kasur", "1", "3", "-"], ["Referral", "16 May 2023", "Okara", "-",
            "Nil", "-"]]  # fmt: skip
    answers = Answers(constants={"agency": "not published"}, kind="groups", dashes="zero")
    found = understand([csv_of(*rows, header=header)], TODAY, answers=answers)
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)


def test_dashes_and_others_under_agencies_are_nobody_and_people_of_no_agency() -> None:
    rows = [["Course", "From", "FIA", "", "Police", "", "Others", "", "Total"],
            ["", "", "M", "F", "M", "F", "M", "F", ""],
            ["Referral", DAY, "3", "-", "4", "2", "-", "1", "10"],
            ["Screening", "16 May 2023", "5", "2", "-", "-", "3", "-", "10"],
            ["Total", "", "8", "2", "4", "2", "3", "1", "20"]]  # fmt: skip
    found = understood(workbook_of({"Courses": rows}), district="not recorded")
    assert summed(found, "agency") == {"FIA": 10, "Police": 6, "Not published": 4}
    assert any("dashes among counts are 0" in note for note in found.notes)
    assert any("no agency" in note for note in found.notes)


# -------------------------------------------------------- periods of a report, and targets


RETURN = [["Monthly return on trainings, April 2023"],
          ["District of staff", "During the month", "", "", "", "Cumulative since 01.07.2022", ""],
          ["", "Trainings", "Male", "Female", "Total", "Male", "Female"],
          ["Kasur", "1", "14", "3", "17", "62", "11"], ["Okara", "2", "5", "1", "6", "9", "9"],
          ["Total", "3", "19", "4", "23", "71", "20"]]  # fmt: skip


def test_what_adds_up_earlier_months_is_not_counted_beside_the_month() -> None:
    found = understood(text_of(RETURN).encode(), agency="not published")
    assert figures(found) == (2, 23)
    assert found.checked.trainings["summarises"].tolist() == [1, 2]
    assert any("add up other periods: Cumulative" in note for note in found.notes)
    fewer = [*RETURN[:3], [*RETURN[3][:5], "12", "11"], *RETURN[4:5]]  # less than the month itself
    found = understood(text_of(fewer).encode(), agency="not published")
    assert found.checked.problems["row"].tolist() == [4]


def test_the_months_before_and_this_one_are_the_whole() -> None:
    header = ["District", "Date", "Participants upto last month", "Participants during the month",
              "Participants to date"]  # fmt: skip
    rows = [["Kasur", DAY, "10", "4", "14"], ["Okara", "16 May 2023", "0", "6", "6"]]
    assert figures(understood(csv_of(*rows, header=header), agency="not published")) == (2, 10)
    rows[1][4] = "7"  # in which somebody else is
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert found.checked.participants_accepted == 4
    assert found.checked.problems["row"].tolist() == [3]


def test_the_same_names_under_target_and_achieved_are_told_apart() -> None:
    rows = [["Progress against targets, Jan-Mar 2023"],
            ["District of participants", "Target", "", "Achieved", "", "", "% achieved"],
            ["", "Trainings", "Participants", "Trainings", "Male", "Female", ""],
            ["Kasur", "3", "60", "3", "41", "22", "105"], ["Okara", "2", "50", "1", "30", "14",
             "88"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (2, 107)
    assert found.checked.trainings["summarises"].tolist() == [3, 1]
    ends = found.checked.trainings[["date_start", "date_end"]].iloc[0]
    assert ends.dt.month.tolist() == [1, 3]


@pytest.mark.parametrize("period", ["1st Quarter (Jan-Mar) 2023", "January – March 2023"])
def test_a_period_above_rows_that_sum_up_trainings_is_theirs(period: str) -> None:
    rows = [[f"Officials trained under the plan, {period}"],
            ["District of participants", "No. of Trgs", "Male", "Female"], ["Kasur", "3", "4", "5"],
            ["Okara", "2", "1", "0"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (2, 10)
    assert found.checked.trainings["date_end"].dt.month.tolist() == [3, 3]
    rows[0] = ["Officials trained under the plan, Q1 2023"]  # or the first of a fiscal year
    found = understood(text_of(rows).encode(), agency="not published")
    assert [one.kind for one in found.checked.queue] == ["date"]
    rows[0] = ["Officials trained up to March 2023"]
    assert unsure(read(text_of(rows).encode(), agency="not published"))
    single = [[f"Officials trained, {period}"], ["District", "Male", "Female"],
              ["Kasur", "4", "5"], ["Okara", "1", "0"]]  # fmt: skip
    found = read(text_of(single).encode(), agency="not published")  # of one training on some day?
    assert isinstance(found, Question) or found.checked.queue


def test_a_sum_without_a_value_of_a_training_yet_to_come_is_no_problem() -> None:
    header = ["Activity title", "Date", "Venue", "Status", "Women", "Men", "Total"]
    rows = [["Referral", "9 May 2023", "Hall A", "Completed", 4, 5, "=E2+F2"],
            ["Screening", "9 June 2023", "Hall B", "Planned", None, None, "=E3+F3"]]  # fmt: skip
    found = understood(workbook_of({"Tracker": [header, *rows]}))
    assert figures(found) == (2, 9)
    assert not len(found.checked.problems)
    rows[1][3] = "Completed"
    held = understood(workbook_of({"Tracker": [header, *rows]}))
    assert len(held.checked.problems) == 1


def test_questions_that_are_numbered_are_no_people_side_by_side() -> None:
    header = ["Timestamp", "1. Your name", "2. Gender", "3. Organization",
              "4. District where you work", "5. Which training did you attend?"]  # fmt: skip
    rows = [[f"2023/05/16 3:0{n}:11 PM GMT+5", f"Zarqoon{n} Nobody", sex, "Punjab Police", "Okara",
             "Referral - 16 May 2023"]
            for n, sex in enumerate(("Male", "Female", "Female"))]  # fmt: skip
    found = read(text_of([header, *rows]).encode())
    assert figures(found) == (1, 3)


@pytest.mark.parametrize("asked", ["Which training did you attend?", "Course you attended"])
def test_a_training_that_is_on_labour_or_police_is_no_agency(asked: str) -> None:
    header = ["Timestamp", "Sex", "Organization", "District where you work", asked, "Date"]
    rows = [[f"16/05/2023 15:0{n}:11", "Female", "NGO", "Okara", title, day]
            for n, (title, day) in enumerate(
                [("Forced labour in kilns", DAY), ("Forced labour in kilns", DAY),
                 ("Referral of victims to the police", "17 May 2023")])]  # fmt: skip
    found = read(text_of([header, *rows]).encode())
    assert figures(found) == (2, 3)
    agencies = [[*row[:4], agency, row[5]]
                for row, agency in zip(rows, ("Police", "NGO", "Police"), strict=True)]  # fmt: skip
    assert isinstance(read(text_of([header, *agencies]).encode()), Question)


@pytest.mark.parametrize(
    "note", ["* Okara could not attend owing to court work.", "** Provisional"]
)
def test_a_note_with_a_star_below_numbers_is_no_row(note: str) -> None:
    header = ["S.#", "District", "Agency", "Date", "Male", "Female", "Total"]
    counted = [["1", "Kasur", "Police", DAY, "6", "3", "9"], ["", "Total", "", "", "6", "3", "9"]]
    sheet = [["Sessions on referral"], header, *counted, [], [note], ["Prepared by: Nobody"]]
    found = understood(workbook_of({"S": sheet}))
    assert figures(found) == (1, 9)
    assert found.checked.problems.empty


def test_months_have_their_own_numbers_of_trainings_beside_women_and_men() -> None:
    rows = [["Trainings of police officers"],
            ["District", "Mar-23", "", "", "Apr-23", "", "", "Total", "", ""],
            ["", *["No. of trainings", "M", "F"] * 3],
            ["Kasur", "2", "10", "2", "1", "9", "3", "3", "19", "5"],
            ["Okara", "", "", "", "2", "8", "4", "2", "8", "4"],
            ["Total", "2", "10", "2", "3", "17", "7", "5", "27", "9"]]  # fmt: skip
    found = understood(workbook_of({"Return": rows}))
    assert int(found.checked.trainings["summarises"].sum()) == 5
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [9, 27]
    assert not any("no sex is told" in note for note in found.notes)


@pytest.mark.parametrize("called", ["of which women"])
def test_women_of_a_row_beside_its_agencies_are_of_none_of_them(called: str) -> None:
    rows = [["Trainings of AHTC members, persons trained"],
            ["#", "Date", "Participants' district", "FIA", "Distt. Adm.", "CSO", "Total", called],
            ["1", "17 January 2024", "Kasur", "1", "7", "2", "10", "5"],
            ["2", "24 January 2024", "Okara", "2", "6", "1", "9", "4"],
            ["3", "14 February 2024", "Kasur", "0", "5", "2", "7", "1"]]  # fmt: skip
    assert unsure(read(text_of(rows).encode())) == {called: ""}
    found = read(text_of(rows).encode(), {called: ""})
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"FIA": 3, "District Administration": 18, "Civil society": 5}
    assert found.checked.attendance["participants_f"].isna().all()
    assert any("no sex is told" in note for note in found.notes)
    assert any(f"{called} tells of 10 people" in note for note in found.notes)


@pytest.mark.parametrize("called", [
    "Lady police out of col. 4", "Ladies (out of col 4)", "Women included in column 4",
])  # fmt: skip
def test_women_of_another_column_are_part_of_its_number(called: str) -> None:
    header = ["District", "Date of Trg", "Place of Trg", "Nafri attended", called]
    rows = [["Kasur", "11.2.2025", "Police Lines", "9", "2"],
            ["Okara", "18.2.2025", "Police Lines", "6", "0"]]  # fmt: skip
    found = understood(text_of([["Police officers trained"], header, *rows]).encode())
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [2, 13]


@pytest.mark.parametrize("called", ["Training of AHTC members", "Workshops", "Trg. held"])
def test_days_under_the_name_of_a_training_are_those_of_trainings(called: str) -> None:
    rows = [[called, "Venue", "District of participants", "Participants (total)"],
            ["14/03/2025", "Hotel One", "Kasur", "26"],
            ["18/03/2025", "Town Hall", "Okara", "22"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2025-03-14",
                                                                          "2025-03-18"]  # fmt: skip
    assert found.checked.participants_accepted == 48


def test_days_of_planned_trainings_are_asked_about() -> None:
    rows = [["Planned training", "Venue", "District of participants", "Participants (total)"],
            ["14/03/2025", "Hotel One", "Kasur", "26"],
            ["18/03/2025", "Town Hall", "Okara", "22"]]  # fmt: skip
    assert isinstance(read(text_of(rows).encode()), Question)


@pytest.mark.parametrize(
    ("numbers", "women"),
    [(("22 nos.", "15 (fifteen)", "18 persons"), ("02", "nil", "11 ladies")),
     (("22", "15", "18 (eighteen)"), ("2 (two)", "0 (Nil)", "11"))],
)  # fmt: skip
def test_numbers_with_words_are_read_and_nil_of_a_total_is_nobody(
    numbers: tuple[str, ...], women: tuple[str, ...]
) -> None:
    header = ["Date", "Venue", "Trainees were of", "No. of trainees", "Out of these, ladies"]
    rows = [[f"{7 * n} May 2023", f"Hall {n}", "Police", *both]
            for n, both in enumerate(zip(numbers, women, strict=True), start=1)]  # fmt: skip
    found = understood(csv_of(*rows, header=header), district="not recorded")
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [13, 42]


@pytest.mark.parametrize(
    ("total", "women"), [("15 (sixteen)", "2"), ("15", "-"), ("15", "2 men"), ("", "nil")]
)
def test_numbers_that_contradict_their_words_and_dashes_stay_open(total: str, women: str) -> None:
    header = ["Date", "Title", "Trainees were of", "No. of trainees", "Female"]
    rows = [["3 May 2023", "Referral", "Police", "22", "5"],
            ["4 May 2023", "Screening", "Police", total, women]]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Question) or len(found.checked.problems)


@pytest.mark.parametrize(
    ("note", "open_rows"),
    [('"-" and nil both mean that nobody came.', []), ("Note: - = nobody; nil = zero", []),
     ("Nil means no participants", [3]), ("A dash means none reported", [3, 4]),
     ("- means nobody, nil means not reported", [4])],
)  # fmt: skip
def test_a_text_says_of_each_sign_whether_it_means_nobody(note: str, open_rows: list[int]) -> None:
    rows = [[f"Training on referral for officials of Kasur district, {DAY}"],
            ["Department", "Male", "Female", "Total"], ["Labour", "-", "-", "-"],
            ["Police", "nil", "nil", "nil"], ["FIA", "4", "1", "5"], [], [note]]  # fmt: skip
    found = understood(workbook_of({"Return": rows}))
    assert [row for one in found.checked.queue for row in one.rows] == open_rows


def test_nil_of_both_sexes_beside_a_total_is_asked_about() -> None:
    header = ["Date", "Title", "Department", "Male", "Female", "Total"]
    rows = [["3 May 2023", "Referral", "Police", "17", "5", "22"],
            ["4 May 2023", "Screening", "Police", "nil", "nil", "15"]]  # fmt: skip
    assert len(read(csv_of(*rows, header=header)).checked.problems)


@pytest.mark.parametrize(
    "days",
    [("Day 1", "Day 2"), ("1st day (8 Oct)", "2nd day (9 Oct)"), ("Pehla din", "Doosra din"),
     ("پہلا دن", "دوسرا دن")],
)  # fmt: skip
def test_a_total_that_adds_up_days_is_asked_about(days: tuple[str, str]) -> None:
    rows = [["Two days workshop on trafficking, 8-9 October 2024"], ["Department", *days, "Total"],
            ["Police", 9, 7, 16], ["FIA", 3, 4, 7], ["Labour", 2, 1, 3]]  # fmt: skip
    assert unsure(read(workbook_of({"Gilgit": rows}))) == {"Total": "participants_total"}


def of_periods(before: str, now: str, *more: str) -> object:
    """Return what is read of agencies whose numbers of two periods stand beside each other."""
    header = ["Sr.", "Department", "District", before, now, *more]
    rows = [["1", "Police", "Gujrat", "11", "4", "15"], ["2", "FIA", "Gujrat", "8", "6", "14"]]
    above = [["Progress report: members of AHTC trained"]]
    return read(text_of([*above, header, *(row[: len(header)] for row in rows)]).encode())


@in_turn({
    "before, now":
    [("Trained up to 30-06-2023", "Trained during July 2023"),
     ("Trained up to June 2023", "Trained in July"),
     ("Trained upto 30th June", "Trained during the month"),
     ("Participants till 30.6.2023", "Participants from 1.7.2023"),
     ("Previously trained", "Now trained"), ("Sabiqa afrad", "Trained in July 2023")],
    "more": [(), ("Total to date",)],
})  # fmt: skip
def test_a_column_of_what_was_before_is_never_the_likelier_beside_one_of_a_period(
    before: str, now: str, more: tuple[str, ...]
) -> None:
    found = of_periods(before, now, *more)
    assert isinstance(found, Question)
    assert unsure(found)[before] == ""
    assert unsure(found).get(now, "participants_total") == "participants_total"


@pytest.mark.parametrize("name", ["Children up to 18", "Officers up to BPS 16", "Staff till now"])
def test_up_to_something_that_is_no_day_is_of_no_period(name: str) -> None:
    assert not is_before(name)


@pytest.mark.parametrize("others", [("12 (twelve)", "02 (two only)")])
def test_a_number_in_words_alone_among_numbers_is_counted(others: tuple[str, str]) -> None:
    header = ["District", "Department", "Number of participants", "Training", "Date"]
    rows = [["Swat", "Police", others[0]], ["Kasur", "FIA", others[1]], ["Okara", "Police", "One"]]
    content = text_of([header, *([*row, "Referral", "2023-05-09"] for row in rows)]).encode()
    assert figures(understood(content)) == (1, 15)
    rows[2][2] = "Some"
    content = text_of([header, *([*row, "Referral", "2023-05-09"] for row in rows)]).encode()
    assert figures(read(content)) != (1, 15)
