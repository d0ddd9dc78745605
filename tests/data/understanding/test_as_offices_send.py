"""What offices send: numbers of people, marks and remarks of who came, days and texts above."""

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Answers, Question, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.test_office_files import figures, read, unsure
from tests.data.understanding.test_read_unasked import DAY, LISTED, TITLE, named, summed, understood

ABOVE = [f"{TITLE}, {DAY}"]
OF_SEXES = ["participants_f", "participants_m"]


def listed(header: list[str], *rows: list[str], above: tuple[list[str], ...] = (ABOVE,)) -> bytes:
    """Return a list of persons who are numbered and have a name each, under texts."""
    numbered = [[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(rows, start=1)]
    return text_of([*above, [], ["S#", "Name", *header], *numbered]).encode()


# ------------------------------------------------------------------------- what counts people


@pytest.mark.parametrize("name", ["Name of Prosecutor", "Name", "Judge's Name"])
def test_marks_of_persons_that_are_added_up_count_nobody(name: str) -> None:
    rows = [[f"Zarqoon{n} Nobody", "F", "ADPP", "Kasur", str(n), "40", str(40 + n)]
            for n in range(4, 9)]  # fmt: skip
    header = [name, "Gender", "Designation", "District", "MCQs (50)", "Moot (50)", "Total"]
    assert figures(understood(text_of([ABOVE, header, *rows]).encode())) == (1, 5)
    del header[1]
    without_sex = [[row[0], *row[2:]] for row in rows]
    assert figures(understood(text_of([ABOVE, header, *without_sex]).encode())) == (1, 5)


@pytest.mark.parametrize("other", [("Nominated", "20"), ("Absent", "2"), ("Passed", "11")])
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
    found = understood(text_of([ABOVE, header, *rows]).encode())
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


@pytest.mark.parametrize("name", ["F/M", "M / F", "Gender (F/M)"])
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
    found = understood(workbook_of({"By home district": rows}))
    assert figures(found) == (2, 22)


# ------------------------------------------------------------------------- who came


def test_a_remark_that_says_no_more_than_that_somebody_did_not_come_sets_the_row_aside() -> None:
    rows = [["F", "Kasur", "Pass", "1st position"], ["F", "Kasur", "DNR", "Did not report"],
            ["F", "Okara", "Fail", ""]]  # fmt: skip
    found = understood(listed(["Sex", "District", "Result", "Remarks"], *rows))
    assert figures(found) == (1, 2)
    assert "did not come" in {why for __, why in found.checked.tables["attendance"].left_out}
    rows[1][2:] = ["Pass", "absent on day two"]  # which leaves it open
    found = understood(listed(["Sex", "District", "Result", "Remarks"], *rows))
    assert figures(found) == (1, 2)
    assert len(found.checked.problems) == 1


def test_posts_of_those_who_signed_are_no_persons() -> None:
    rows = [ABOVE, ["S#", "Rank", "Name", "Belt No", "Sex", "Unit", "District", "Department"],
            *[[str(n), "SI", f"Zarqoon{n} Nobody", "S/1", "M", "CIA Staff", "Kasur", "Police"]
              for n in range(1, 5)],
            [], ["", "Course Commander", "", "", "", "Principal PTC"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (1, 4)


# ------------------------------------------------------------------- texts above and beside


def test_lists_side_by_side_have_their_own_days_and_what_stands_over_the_first_alone() -> None:
    header = ["S#", "Name", "Post", "District", "M/F"]
    rows = [["Prosecutors trained on referral"],
            ["Batch 1: Kasur, 9 May 2023", "", "", "", "", "", "Batch 2: Okara, 16 May 2023"],
            [*header, "", *header],
            ["1", "Zarqoon1 Nobody", "PP", "Kasur", "M", "", "1", "Zarqoon3 Nobody", "PP", "Okara",
             "M"],
            ["2", "Zarqoon2 Nobody", "APP", "Kasur", "F"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert figures(found) == (2, 3)
    assert found.checked.trainings["date_start"].dt.day.tolist() == [9, 16]
    assert summed(found, "agency") == {"Prosecution": 3}


@pytest.mark.parametrize(
    "above",
    [
        (["Referral course"], ["Start", "9 May 2023", "End", "11 May 2023"]),
        (["Referral course"], ["Start date: 9 May 2023"], ["End date: 11 May 2023"]),
    ],
)
def test_the_first_and_the_last_day_above_a_list_are_of_one_training(above: tuple) -> None:
    content = listed(["Sex", "District", "Agency"], ["F", "Kasur", "Police"], above=above)
    found = understood(content)
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [9, 11]


def test_the_period_of_a_record_is_not_the_day_of_a_training_in_it() -> None:
    rows = [["Record of trainings held Jan-Jun 2023"], [f"Training 1: Referral, {DAY}"], LISTED,
            named(1, "Kasur", "Police"), ["Training 2: Screening, 16 May 2023"], LISTED,
            named(2, "Okara", "FIA")]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.trainings["date_start"].dt.day.tolist() == [9, 16]


def test_places_of_counted_trainings_are_their_venues_and_a_village_is_nobody() -> None:
    header = ["Activity", "Date", "District (where held)", "Men", "Women"]
    rows = [["Session, Village Haji Juman", DAY, "Kasur", "3", "4"],
            ["Dialogue", "16 May 2023", "Okara", "2", "5"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 14)
    assert set(found.checked.trainings["venue_adm2_pcode"]) == {"PK614", "PK626"}


def test_a_register_of_a_shelter_is_refused() -> None:
    header = ["Name", "Age", "Home District", "Date of admission", "Reason", "Date of discharge"]
    with pytest.raises(ReadingError, match="victims"):
        read(csv_of(["Zarqoon Nobody", "24", "Kasur", DAY, "Shelter", "1 June 2023"],
                    header=header))  # fmt: skip


# ---------------------------------------------------------------------------- who came, again


def test_a_legend_explains_marks_of_days_that_stand_above_with_them() -> None:
    above = (["Course on referral", "Day-1: 9 May 2023   Day-2: 10 May 2023"],
             ["P = Present, A = Absent, L = On leave"])  # fmt: skip
    rows = [
        ["Police", "Kasur", "P", "P"],
        ["FIA", "Okara", "L", "L"],
        ["Police", "Kasur", "A", "P"],
    ]
    found = understood(listed(["Department", "District", "Day-1", "Day-2"], *rows, above=above))
    assert figures(found) == (1, 2)
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [9, 10]


def test_a_status_of_those_who_are_yet_to_be_trained_counts_none_of_them() -> None:
    rows = [["DSWO Swat", "F", "Trained", DAY], ["DSWO Swat", "M", "Pending", ""],
            ["DSWO Buner", "M", "Nominated", ""]]  # fmt: skip
    found = understood(listed(["Office", "Gender", "Training status", "Date of training"], *rows,
                              above=(["Training of staff on referral"],)))  # fmt: skip
    assert figures(found) == (1, 1)


def test_names_in_one_cell_are_no_single_person_and_the_number_beside_counts_them() -> None:
    names = ["1. Zarqoon One\n2. Zarqoon Two\n3. Zarqoon Three", "1. Zarqoon One\n2. Zarqoon Six"]
    rows = [["Date", "Topic", "Participants", "Nos."], [DAY, "Debt bondage", names[0], "3"],
            ["16 May 2023", "Contract labour", names[1], "2"]]  # fmt: skip
    found = understood(workbook_of({"Circles": rows}))
    assert figures(found) == (2, 5)
    assert "Zarqoon" not in repr(found) + found.checked.problems.to_csv()
    rows[2][3] = "4"  # which counts others than those who are named
    assert unsure(read(workbook_of({"Circles": rows})))


def test_upazilas_are_of_another_country() -> None:
    with pytest.raises(ReadingError, match="another country"):
        read(csv_of(["Sylhet", "Beanibazar", DAY, "3"],
                    header=["District", "Upazila", "Training date", "Male"]))  # fmt: skip


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
    assert figures(understood(text_of(rows).encode())) == (1, 7)
    header = ["Name of District", "Male Officers", "Lady Officers", "Total", "Remarks"]
    rows = [ABOVE, header, ["Kasur", "9", "3", "12", ""], ["Okara", "6", "1", "7", "Nil"]]
    found = understood(text_of(rows).encode())
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [4, 15]


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


# ----------------------------------------------------------------------- trainings and days


def test_trainings_under_a_heading_of_those_to_come_are_set_aside() -> None:
    rows = [["A. Trainings held during the quarter"], ["S#", "Training", "Date", "Men", "Women"],
            ["1", "Referral", DAY, "11", "6"], [],
            ["B. Trainings planned for the next quarter"],
            ["S#", "Training", "Tentative date", "Expected men", "Expected women"],
            ["1", "Screening", "Aug 2023", "25", "15"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (1, 17)


def test_a_day_with_effect_from_and_a_day_held_at_below_are_those_of_a_training() -> None:
    header = ["Subject", "Period", "Place", "Male"]
    found = understood(csv_of(["Referral", "w.e.f. 09-05-2023 to 15-05-2023", "Lahore", "3"],
                              header=header))  # fmt: skip
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [9, 15]
    below = [["Course: Screening, Batch-7"], ["Held at Hall One on 20-24 February 2023"]]
    rows = [LISTED, named(1, "Kasur", "Police"), named(2, "Okara", "FIA"), [], *below]
    found = understood(text_of(rows).encode())
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [20, 24]


def test_the_actual_day_is_taken_beside_the_planned_one_under_the_period_of_a_plan() -> None:
    rows = [
        ["Quarterly work plan and progress, Oct – Dec 2023"],
        [
            "Activity",
            "Venue District",
            "Planned Date",
            "Actual Date",
            "Planned Participants",
            "Actual Participants",
        ],
        ["Training of judges", "Lahore", "23 Oct 2023", "6 Nov 2023", "25", "21"],
        ["Training of shelter staff", "Multan", "20 Nov 2023", "20 Nov 2023", "20", "23"],
    ]
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 44)
    assert found.checked.trainings["date_start"].dt.month.tolist() == [11, 11]


def test_people_of_several_days_are_one_also_where_one_day_has_capitals() -> None:
    header = ["S#", "Name", "M/F", "District"]
    rows = [["1", "Zarqoon One", "M", "Kasur"], ["2", "Zarqoon Two", "F", "Okara"]]
    capitals = [[n, name.upper(), *rest] for n, name, *rest in rows]
    texts = {"Day 1 - 9 May": "9 May 2023", "Day 2 - 10 May": "10 May 2023"}
    sheets = {}
    for (name, day), own in zip(texts.items(), (rows, capitals), strict=True):
        above = [["Training on referral"], [f"Sign-in sheet, {name[:5]}: {day}"]]
        sheets[name] = [*above, header, *own]
    assert figures(understood(workbook_of(sheets))) == (1, 2)


def test_sessions_in_several_villages_of_one_district_are_several() -> None:
    header = ["Activity", "Date", "District of participants", "UC / Village", "Men", "Women"]
    rows = [
        ["Awareness session", "14 Nov 2022", "Kasur", "UC Tajazai", "12", "8"],
        ["Awareness session", "15 Nov 2022", "Kasur", "UC Pahar Khel", "10", "11"],
    ]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 41)
    assert summed(found, "adm2_pcode") == {"PK614": 41}


def test_the_home_district_of_participants_makes_rows_groups_of_one_training() -> None:
    header = ["Training", "Dates", "Venue", "Home district of participants", "M", "F"]
    rows = [["Referral", "22-23 May 2023", "Hall One", "Kasur", "6", "3"],
            ["Referral", "22-23 May 2023", "Hall One", "Okara", "5", "1"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (1, 15)


def test_a_heading_of_a_sex_over_a_list_without_one_is_that_of_its_people() -> None:
    header = ["S#", "Rank & Name", "District"]
    men = [["1", "SI Zarqoon One", "Kasur"], ["2", "HC Zarqoon Six", "Okara"]]
    women = ["1", "LC Zarqoon Two", "Okara"]
    rows = [["Seminar on referral, 9 May 2023"],
            ["MALE OFFICERS", "", "", "", "FEMALE OFFICERS"], [*header, "", *header],
            [*men[0], "", *women], men[1]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [1, 2]


def test_titles_of_mr_and_ms_are_none_of_a_training() -> None:
    header = ["Title", "Name", "Session", "Date", "City/District"]
    rows = [["Mr.", "Zarqoon One", "Debt bondage", DAY, "Kasur"],
            ["Ms.", "Zarqoon Two", "Debt bondage", DAY, "Okara"],
            ["Mr.", "Zarqoon Six", "Interviewing survivors", "25 May 2023", "Kasur"],
            ["Mr.", "Zarqoon Ten", "Interviewing survivors", "25 May 2023", "Kasur"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 4)
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [1, 3]


# ------------------------------------------------------------------ lists of days and of women


def test_a_person_of_whom_a_second_row_says_less_is_one() -> None:
    header = ["Name", "Gender", "Designation", "Agency", "District", "Contact"]
    rows = [["Zarqoon One", "F", "Officer", "FIA", "Kasur", "0300-1111111"],
            ["Zarqoon One", "F", "", "FIA", "Kasur", "0300-1111111"],
            ["Zarqoon Two", "F", "Officer", "FIA", "Kasur", "0300-2222222"]]  # fmt: skip
    found = understood(text_of([ABOVE, header, *rows]).encode())
    assert figures(found) == (1, 2)
    rows[1][2] = "Clerk"  # who may be another of that name
    found = understood(text_of([ABOVE, header, *rows]).encode())
    assert figures(found) == (1, 2)
    assert len(found.checked.queue) == 1


@pytest.mark.parametrize(
    ("remark", "figure", "problems"),
    [("Did not join (on leave)", 1, 0), ("Absent on day 2", 1, 1), ("Was never absent", 2, 0)],
)
def test_why_somebody_did_not_come_may_stand_behind(
    remark: str, figure: int, problems: int
) -> None:
    rows = [["F", "Kasur", "FIA", ""], ["F", "Kasur", "FIA", remark]]
    found = understood(listed(["Sex", "District", "Agency", "Remarks"], *rows))
    assert (found.checked.participants_accepted, len(found.checked.problems)) == (figure, problems)


def test_letters_in_a_list_that_nothing_explains_are_asked_about() -> None:
    rows = [["F", "Kasur", "FIA", "H"], ["F", "Kasur", "FIA", "G"]]
    assert unsure(read(listed(["Sex", "District", "Agency", "Status of day"], *rows)))
    assert unsure(read(listed(["Sex", "District", "Agency", "Haal"], *rows))) == {
        "Haal": "presence"
    }
    assert figures(read(listed(["Sex", "District", "Agency", "Shift"], *rows))) == (1, 2)


def test_officers_of_agencies_in_columns_are_people_and_sums_of_all_no_agency() -> None:
    rows = [
        ["Month", "FIA Officers", "Police Officers", "Total", "Progressive Total"],
        ["January, 2023", "14", "6", "20", "20"],
        ["March, 2023", "9", "12", "21", "41"],
    ]
    assert figures(understood(text_of(rows).encode()))[1] == 41
    rows = [["Training", "Date", "FIA", "", "Police", "", "All", ""],
            ["", "", "M", "F", "M", "F", "M", "F"],
            ["Referral", DAY, "2", "1", "8", "2", "10", "3"],
            ["Screening", "16 May 2023", "4", "3", "2", "6", "6", "9"]]  # fmt: skip
    found = understood(workbook_of({"Register": rows}))
    assert summed(found, "agency") == {"FIA": 10, "Police": 18}


def test_days_in_the_names_of_columns_of_who_came_are_those_of_the_training() -> None:
    header = ["Name", "Department", "District", "Training", "First day 22 May 2023",
              "Second day 23 May 2023"]  # fmt: skip
    rows = [["Zarqoon One", "Levies", "Kech", "Referral", "Present", "Present"],
            ["Zarqoon Two", "Police", "Gwadar", "Referral", "Absent", "Absent"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 1)
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [22, 23]


def test_girls_who_complete_a_total_are_counted_unasked() -> None:
    header = ["Date", "Topic", "Venue", "Women", "Girls (below 18)", "Total"]
    rows = [[DAY, "How to stay safe", "Sewing centre", "17", "4", "21"],
            ["16 May 2023", "How to stay safe", "High school", "11", "4", "15"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.attendance["participants_f"].sum() == 36
    rows[1][-1] = "16"
    assert unsure(read(csv_of(*rows, header=header)))


# ----------------------------------------------------------- notes, statuses and remarks


def test_a_note_below_says_by_their_numbers_who_did_not_come() -> None:
    rows = [["F", "Kasur", "FIA"], ["M", "Okara", "FIA"], ["M", "Okara", "Police"]]
    content = listed(["Sex", "District", "Agency"], *rows).decode()
    said = "Note:- Officers at Sr. No. 2 and 3 did not attend the training."
    found = understood(f'{content}\n"{said}"\n'.encode())
    assert figures(found) == (1, 1)
    assert "did not come" in {why for __, why in found.checked.tables["attendance"].left_out}
    unnamed = "Note: one officer from Okara did not attend the training."
    found = read(f'{content}\n"{unnamed}"\n'.encode())  # nobody knows who
    assert isinstance(found, Question) or found.checked.problems["row"].nunique() == 1
    counts = [ABOVE, ["District", "Male", "Female"], ["Kasur", "3", "4"], ["Okara", "1", "2"], [],
              ["Note: the Deputy Director could not attend due to official work."]]  # fmt: skip
    assert figures(understood(text_of(counts).encode())) == (1, 10)  # of those who came
    legend = "Marks: P for present, A for absent"
    assert not len(understood(f'{content}\n"{legend}"\n'.encode()).checked.problems)


def test_whoever_signed_a_register_is_no_training_of_it() -> None:
    header = ["Sr. No.", "Name of Training", "Date(s)", "Male", "Female", "Total"]
    rows = [header, ["1", "Referral", DAY, "22", "4", "26"],
            ["2", "Screening", "16 May 2023", "31", "5", "36"], ["", "Total", "", "53", "9", "62"],
            [], ["", "", "", "", "", "SECTION OFFICER (JUDL)"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 62)
    assert not len(found.checked.problems)


def test_a_training_that_its_status_says_was_put_off_is_set_aside_with_its_numbers() -> None:
    header = ["Training", "Date", "District (Venue)", "Status", "No. of Participants"]
    rows = [["Referral", DAY, "Kasur", "Held", "32"],
            ["Screening", "16 May 2023", "Okara", "Postponed", "30"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 32)
    assert not len(found.checked.problems)


def test_remarks_of_who_was_absent_are_read_as_such_and_days_present_count_nobody() -> None:
    rows = [["F", "Kasur", "FIA", "P", "A", "1", ""], ["M", "Okara", "FIA", "A", "A", "0", "late"],
            ["M", "Okara", "FIA", "P", "P", "2", ""]]  # fmt: skip
    header = ["Sex", "District", "Agency", "Day-1", "Day-2", "Total Present", "Remarks"]
    assert figures(understood(listed(header, *rows))) == (1, 2)
    rows = [["F", "Kasur", "FIA", "Absent"], ["M", "Okara", "FIA", "late"]]
    assert figures(understood(listed(["Sex", "District", "Agency", "Remarks"], *rows))) == (1, 1)


# ------------------------------------------------------------- a training in each district


@pytest.mark.parametrize(
    ("title", "trainings"),
    [("Community trainings on referral, May 2023 (one per district)", 2),
     ("One training in each district, May 2023", 2),
     ("Trainings held in each of the following districts, May 2023", 2),
     ("Training of one officer in each district, May 2023", 1),
     ("Officers trained in each district, May 2023: training on referral", 1)],
)  # fmt: skip
def test_a_title_says_that_each_district_had_a_training(title: str, trainings: int) -> None:
    rows = [[title], ["District", "Male", "Female"], ["Kasur", "3", "4"], ["Okara", "2", "5"],
            ["Total", "5", "9"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (trainings, 14)
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 7}


def test_trainings_by_district_may_be_one_in_each_and_are_asked_about() -> None:
    rows = [["District-wise trainings on referral, May 2023"], ["District", "Male", "Female"],
            ["Kasur", "3", "4"], ["Okara", "2", "5"]]  # fmt: skip
    content = text_of(rows).encode()
    assert unsure(read(content)) == {"Title above the rows": "title"}
    assert figures(read(content, {"Title above the rows": "title"})) == (2, 14)
    rows[1:] = [["District", "Trainings", "Male"], ["Kasur", "3", "4"], ["Okara", "2", "5"]]
    assert figures(understood(text_of(rows).encode())) == (2, 9)  # which are counted in the rows


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


def test_an_answer_on_dashes_leaves_no_problem() -> None:
    header = ["Training", "Date", "District", "Trainings", "Male", "Female"]
    rows = [["Referral", DAY, "Kasur", "1", "3", "-"], ["Referral", "16 May 2023", "Okara", "-",
            "Nil", "-"]]  # fmt: skip
    found = understand(
        [csv_of(*rows, header=header)], TODAY, answers=Answers(kind="groups", dashes="zero")
    )
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)


def test_dashes_and_others_under_agencies_are_nobody_and_people_of_no_agency() -> None:
    rows = [["Course", "From", "FIA", "", "Police", "", "Others", "", "Total"],
            ["", "", "M", "F", "M", "F", "M", "F", ""],
            ["Referral", DAY, "3", "-", "4", "2", "-", "1", "10"],
            ["Screening", "16 May 2023", "5", "2", "-", "-", "3", "-", "10"],
            ["Total", "", "8", "2", "4", "2", "3", "1", "20"]]  # fmt: skip
    found = understood(workbook_of({"Courses": rows}))
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
    found = understood(text_of(RETURN).encode())
    assert figures(found) == (2, 23)
    assert found.checked.trainings["summarises"].tolist() == [1, 2]
    assert any("add up other periods: Cumulative" in note for note in found.notes)
    fewer = [*RETURN[:3], [*RETURN[3][:5], "12", "11"], *RETURN[4:5]]  # less than the month itself
    assert understood(text_of(fewer).encode()).checked.problems["row"].tolist() == [4]


def test_the_months_before_and_this_one_are_the_whole() -> None:
    header = ["District", "Date", "Participants upto last month", "Participants during the month",
              "Participants to date"]  # fmt: skip
    rows = [["Kasur", DAY, "10", "4", "14"], ["Okara", "16 May 2023", "0", "6", "6"]]
    assert figures(understood(csv_of(*rows, header=header))) == (2, 10)
    rows[1][4] = "7"  # in which somebody else is
    found = understood(csv_of(*rows, header=header))
    assert found.checked.participants_accepted == 4
    assert found.checked.problems["row"].tolist() == [3]


def test_the_same_names_under_target_and_achieved_are_told_apart() -> None:
    rows = [["Progress against targets, Jan-Mar 2023"],
            ["District of participants", "Target", "", "Achieved", "", "", "% achieved"],
            ["", "Trainings", "Participants", "Trainings", "Male", "Female", ""],
            ["Kasur", "3", "60", "3", "41", "22", "105"], ["Okara", "2", "50", "1", "30", "14",
             "88"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 107)
    assert found.checked.trainings["summarises"].tolist() == [3, 1]
    ends = found.checked.trainings[["date_start", "date_end"]].iloc[0]
    assert ends.dt.month.tolist() == [1, 3]


@pytest.mark.parametrize("period", ["1st Quarter (Jan-Mar) 2023", "January – March 2023"])
def test_a_period_above_rows_that_sum_up_trainings_is_theirs(period: str) -> None:
    rows = [[f"Officials trained under the plan, {period}"],
            ["District of participants", "No. of Trgs", "Male", "Female"], ["Kasur", "3", "4", "5"],
            ["Okara", "2", "1", "0"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 10)
    assert found.checked.trainings["date_end"].dt.month.tolist() == [3, 3]
    rows[0] = ["Officials trained under the plan, Q1 2023"]  # or the first of a fiscal year
    assert [one.kind for one in understood(text_of(rows).encode()).checked.queue] == ["date"]
    rows[0] = ["Officials trained up to March 2023"]
    assert unsure(read(text_of(rows).encode()))
    single = [[f"Officials trained, {period}"], ["District", "Male", "Female"],
              ["Kasur", "4", "5"], ["Okara", "1", "0"]]  # fmt: skip
    found = read(text_of(single).encode())  # perhaps of one training on some day
    assert isinstance(found, Question) or found.checked.queue


# ------------------------------------------------------------------ rows that say less or more


def test_the_sum_of_a_list_may_stand_under_any_column() -> None:
    rows = [["F", "Kasur"], ["M", "Okara"]]
    content = listed(["Sex", "District"], *rows).decode() + ",Total participants,,2\n"
    found = understood(content.encode())
    assert figures(found) == (1, 2)
    assert not len(found.checked.problems)


def test_a_person_of_another_day_is_one_also_where_a_district_has_no_capital() -> None:
    header = ["S#", "Name", "M/F", "District"]
    sheets = {f"Day {n}": [[f"Training on referral, Day {n}: {8 + n} May 2023"], header,
                           ["1", "Zarqoon One", "M", place]]
              for n, place in ((1, "Kasur"), (2, "kasur"), (3, "Kasur"))}  # fmt: skip
    found = understood(workbook_of(sheets))
    assert figures(found) == (1, 1)
    assert not found.checked.queue


def test_a_legend_explains_a_day_on_which_nobody_was_absent_above_a_signature() -> None:
    above = (["Course on referral, 8 to 10 May 2023"],)
    rows = [["Kasur", "P", "P", "A"], ["Okara", "A", "L", "A"], ["Okara", "A", "P", "P"]]
    content = listed(["District", "8", "9", "10"], *rows, above=above).decode()
    content += '"P: Present, A: Absent, L: Leave"\n,,,,Chief Instructor\n'
    found = understood(content.encode())
    assert figures(found) == (1, 2)
    assert not len(found.checked.problems)


def test_a_status_with_its_cause_is_that_status() -> None:
    header = ["Training", "Date", "District (Venue)", "Status", "Male"]
    rows = [["Referral", DAY, "Kasur", "Held", "32"],
            ["Screening", "16 May 2023", "Okara", "Cancelled due to heat wave", "30"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.trainings["status"].tolist() == ["held", "cancelled"]
