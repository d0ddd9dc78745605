"""Lists and registers as offices send them: who came, days, remarks, and texts above and below."""

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Question
from tests.data.sheets_made import csv_of, text_of, workbook_of
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

OF_SEXES = ["participants_f", "participants_m"]


# ------------------------------------------------------------------------- who came


def test_a_remark_that_says_no_more_than_that_somebody_did_not_come_sets_the_row_aside() -> None:
    rows = [["F", "Kasur", "Pass", "1st position"], ["F", "Kasur", "DNR", "Did not report"],
            ["F", "Okara", "Fail", ""]]  # fmt: skip
    header = ["Sex", "District", "Result", "Remarks"]
    found = understood(listed(header, *rows), agency="not published")
    assert figures(found) == (1, 2)
    assert "did not come" in {why for __, why in found.checked.tables["attendance"].left_out}
    rows[1][2:] = ["Pass", "absent on day two"]  # which leaves it open
    found = understood(listed(header, *rows), agency="not published")
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


@pytest.mark.parametrize("name", ["Upazila", "Upazila / district", "Name of upazila"])
def test_upazilas_are_of_another_country(name: str) -> None:
    with pytest.raises(ReadingError, match="another country"):
        read(csv_of(["Sylhet", "Beanibazar", DAY, "3"],
                    header=["District", name, "Training date", "Male"]))  # fmt: skip


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
    assert figures(understood(workbook_of(sheets), agency="not published")) == (1, 2)


def test_sessions_in_several_villages_of_one_district_are_several() -> None:
    header = ["Activity", "Date", "District of participants", "UC / Village", "Men", "Women"]
    rows = [
        ["Awareness session", "14 Nov 2022", "Kasur", "UC Tajazai", "12", "8"],
        ["Awareness session", "15 Nov 2022", "Kasur", "UC Pahar Khel", "10", "11"],
    ]
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (2, 41)
    assert summed(found, "adm2_pcode") == {"PK614": 41}


def test_the_home_district_of_participants_makes_rows_groups_of_one_training() -> None:
    header = ["Training", "Dates", "Venue", "Home district of participants", "M", "F"]
    rows = [["Referral", "22-23 May 2023", "Hall One", "Kasur", "6", "3"],
            ["Referral", "22-23 May 2023", "Hall One", "Okara", "5", "1"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header), agency="not published")) == (1, 15)


def test_a_heading_of_a_sex_over_a_list_without_one_is_that_of_its_people() -> None:
    header = ["S#", "Rank & Name", "District"]
    men = [["1", "SI Zarqoon One", "Kasur"], ["2", "HC Zarqoon Six", "Okara"]]
    women = ["1", "LC Zarqoon Two", "Okara"]
    rows = [["Seminar on referral, 9 May 2023"],
            ["MALE OFFICERS", "", "", "", "FEMALE OFFICERS"], [*header, "", *header],
            [*men[0], "", *women], men[1]]  # fmt: skip
    found = understood(workbook_of({"List": rows}), agency="not published")
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [1, 2]


def test_titles_of_mr_and_ms_are_none_of_a_training() -> None:
    header = ["Title", "Name", "Session", "Date", "City/District"]
    rows = [["Mr.", "Zarqoon One", "Debt bondage", DAY, "Kasur"],
            ["Ms.", "Zarqoon Two", "Debt bondage", DAY, "Okara"],
            ["Mr.", "Zarqoon Six", "Interviewing survivors", "25 May 2023", "Kasur"],
            ["Mr.", "Zarqoon Ten", "Interviewing survivors", "25 May 2023", "Kasur"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
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
    assert figures(understood(text_of(rows).encode(), district="not recorded"))[1] == 41
    rows = [["Training", "Date", "FIA", "", "Police", "", "All", ""],
            ["", "", "M", "F", "M", "F", "M", "F"],
            ["Referral", DAY, "2", "1", "8", "2", "10", "3"],
            ["Screening", "16 May 2023", "4", "3", "2", "6", "6", "9"]]  # fmt: skip
    found = understood(workbook_of({"Register": rows}), district="not recorded")
    assert summed(found, "agency") == {"FIA": 10, "Police": 18}


def test_days_in_the_names_of_columns_of_who_came_are_those_of_the_training() -> None:
    header = ["Name", "Department", "District", "Training", "First day 22 May 2023",
              "Second day 23 May 2023"]  # fmt: skip
    rows = [["Zarqoon One", "Levies", "Kech", "Referral", "Present", "Present"],
            ["Zarqoon Two", "Police", "Gwadar", "Referral", "Absent", "Absent"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 1)
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [22, 23]


@pytest.mark.parametrize("girls", ["Girls (below 18)"])
def test_girls_who_complete_a_total_are_counted_unasked(girls: str) -> None:
    header = ["Date", "Topic", "Venue", "Women", girls, "Total"]
    rows = [[DAY, "How to stay safe", "Sewing centre", "17", "4", "21"],
            ["16 May 2023", "How to stay safe", "High school", "11", "4", "15"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.attendance["participants_f"].sum() == 36
    rows[1][-1] = "16"  # one boy, or five and the girls among the women
    assert unsure(read(csv_of(*rows, header=header)))


# ----------------------------------------------------------- notes, statuses and remarks


def test_a_note_below_says_by_their_numbers_who_did_not_come() -> None:
    rows = [["F", "Kasur", "FIA"], ["M", "Okara", "FIA"], ["M", "Okara", "Police"]]
    content = listed(["Sex", "District", "Agency"], *rows).decode()
    for said in ("Note:- Officers at Sr. No. 2 and 3 did not attend the training.",
                 "Note: Sr. 2 and 3 did not attend. All the others attended."):  # fmt: skip
        found = understood(f'{content}\n"{said}"\n'.encode())
        assert figures(found) == (1, 1)
        assert "did not come" in {why for __, why in found.checked.tables["attendance"].left_out}
    for open_one in ("Sr. 1 attended, Sr. 2 did not attend.", "Sr. No. 1 to 3 did not attend."):
        found = read(f'{content}\n"Note: {open_one}"\n'.encode())
        assert isinstance(found, Question) or len(found.checked.problems)
    unnamed = "Note: one officer from Okara did not attend the training."
    found = read(f'{content}\n"{unnamed}"\n'.encode())  # nobody knows who
    assert isinstance(found, Question) or found.checked.problems["row"].nunique() == 1
    counts = [ABOVE, ["District", "Male", "Female"], ["Kasur", "3", "4"], ["Okara", "1", "2"], [],
              ["Note: the Deputy Director could not attend due to official work."]]  # fmt: skip
    came = understood(text_of(counts).encode(), agency="not published")
    assert figures(came) == (1, 10)  # of those who came
    legend = "Marks: P for present, A for absent"
    assert not len(understood(f'{content}\n"{legend}"\n'.encode()).checked.problems)


def test_a_note_on_those_with_no_day_is_of_the_column_that_counts_them() -> None:
    rows = [["F", "Kasur", "FIA", "3"], ["M", "Okara", "FIA", "0"], ["M", "Okara", "Police", "2"]]
    content = listed(["Sex", "District", "Agency", "Days Present (out of 3)"], *rows).decode()
    note = "Note: nominees with 0 days did not report for the training."
    for blank in ("", "\n"):
        found = understood(f"{content}{blank}{note}\n".encode())
        assert figures(found) == (1, 2)
        assert not len(found.checked.problems)
    nobody = content.replace(",0\n", ",1\n")  # then the column tells of nobody who did not come
    assert len(understood(f"{nobody}\n{note}\n".encode()).checked.problems)


@pytest.mark.parametrize("behind", [[], ["Wahdat Nobody", "Deputy Director"]])
def test_notes_over_the_posts_of_those_who_signed_are_below_the_table(behind: list[str]) -> None:
    header = ["S.No.", "District", "Department", "Male", "Female", "Total", "Remarks"]
    rows = [["Members trained at Kasur on 18.09.2023 & 19.09.2023"], [], header,
            ["1", "Kasur", "Police", "4", "1", "5", ""], ["2", "Kasur", "FIA", "3", "0", "3", ""],
            ["3", "Okara", "Police", "2", "1", "3", "late"], ["", "Total", "", "9", "2", "11"], [],
            ["Note:"], ["1. Lunch was given to all."], ["2. 2 of FIA are not included."], [],
            ["Prepared by: ____", "", "", "Checked by: ____"],
            ["(Junior Clerk)", "", "", "Deputy Director (SW)"], behind]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 11)
    assert not len(found.checked.problems)
    days = found.checked.trainings[["date_start", "date_end"]].iloc[0]
    assert days.dt.day.tolist() == [18, 19]


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
    rows = [["Kasur", "Khidmat Markaz Kasur", "1", "0", "1"], ["Okara", "FIA", "1", "1", "2"],
            ["Okara", "FIA", "0", "0", "0"]]  # fmt: skip
    days = listed(["District", "Office", "D-1", "D-2", "Total"], *rows)
    found = understood(days + b"\n,Total days attended,,,,,3\n")
    assert (figures(found), summed(found, "agency")) == ((1, 2), {"Police": 1, "FIA": 1})
    rows = [["F", "Kasur", "FIA", "Absent"], ["M", "Okara", "FIA", "late"]]
    assert figures(understood(listed(["Sex", "District", "Agency", "Remarks"], *rows))) == (1, 1)


# ------------------------------------------------------------------ rows that say less or more


def test_the_sum_of_a_list_may_stand_under_any_column() -> None:
    rows = [["F", "Kasur"], ["M", "Okara"]]
    content = listed(["Sex", "District"], *rows).decode() + ",Total participants,,2\n"
    found = understood(content.encode(), agency="not published")
    assert figures(found) == (1, 2)
    assert not len(found.checked.problems)


def test_a_person_of_another_day_is_one_also_where_a_district_has_no_capital() -> None:
    header = ["S#", "Name", "M/F", "District"]
    sheets = {f"Day {n}": [[f"Training on referral, Day {n}: {8 + n} May 2023"], header,
                           ["1", "Zarqoon One", "M", place]]
              for n, place in ((1, "Kasur"), (2, "kasur"), (3, "Kasur"))}  # fmt: skip
    found = understood(workbook_of(sheets), agency="not published")
    assert figures(found) == (1, 1)
    assert not found.checked.queue


def test_a_legend_explains_a_day_on_which_nobody_was_absent_above_a_signature() -> None:
    above = (["Course on referral, 8 to 10 May 2023"],)
    rows = [["Kasur", "P", "P", "A"], ["Okara", "A", "L", "A"], ["Okara", "A", "P", "P"]]
    content = listed(["District", "8", "9", "10"], *rows, above=above).decode()
    content += '"P: Present, A: Absent, L: Leave"\n,,,,Chief Instructor\n'
    found = understood(content.encode(), agency="not published")
    assert figures(found) == (1, 2)
    assert not len(found.checked.problems)


def test_a_status_with_its_cause_is_that_status() -> None:
    header = ["Training", "Date", "District (Venue)", "Status", "Male"]
    rows = [["Referral", DAY, "Kasur", "Held", "32"],
            ["Screening", "16 May 2023", "Okara", "Cancelled due to heat wave", "30"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.trainings["status"].tolist() == ["held", "cancelled"]
