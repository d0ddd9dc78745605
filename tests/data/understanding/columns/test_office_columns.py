"""Columns as offices have them: what counts whom, what says who came, and what is none of both."""

import pytest

from data.records.errors import ReadingError
from data.records.problems.of_rows import ONLY_PLANNED
from data.sheets.row_numbers import FileRow
from data.sheets.words.count_words import Counted, count_in_words
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, reasons, text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    GROUPED,
    LIST,
    ROW,
    TRAINING,
    figures,
    people,
    read,
    summed,
    understood,
    unsure,
)

AGENCY = (*GROUPED, "Department")
POLICE, FIA = [*ROW, "Police"], [*ROW[:2], "Lahore", "FIA"]
ALL = "participants_total"


def table(*names: str, police: list[str], fia: list[str]) -> list[list[str]]:
    """Return a table of two groups, with more columns and their cells."""
    return [[*AGENCY, *names], [*POLICE, *police], [*FIA, *fia]]


def listed(name: str, *words: str) -> list[list[str]]:
    """Return a list of persons with one more column, and a word in it for each."""
    rows = [[*row, word, *TRAINING.values()]
            for row, word in zip(people(len(words)), words, strict=True)]  # fmt: skip
    return [[*LIST, name, *TRAINING], *rows]


DISTRICTS = [["Training", "Date", "Agency", "Kasur", "Lahore", "Total"],
             [*ROW[:2], "Police", "5", "1", "6"], [*ROW[:2], "FIA", "2", "0", "2"]]  # fmt: skip
GROUPS = [[*GROUPED, "Wombats M", "Wombats F", "Police M", "Police F", "Total M", "Total F"],
          [*ROW, "5", "1", "2", "2", "7", "3"]]  # fmt: skip
OTHERS = table("Participants", "Male trainers", "Women population", "Cumulative participants",
               police=["20", "2", "99", "20"], fia=["10", "1", "98", "30"])  # fmt: skip
DISABLED = table("M", "F", "Total", "PWDs", police=["20", "5", "25", "3"],
                 fia=["10", "2", "12", "1"])  # fmt: skip
COMPLETED = table("M", "F", "TG", "Total", police=["20", "5", "1", "26"],
                  fia=["10", "2", "0", "12"])  # fmt: skip
ACHIEVED = table("Target", "Achieved", police=["30", "20"], fia=["30", "10"])
CUMULATIVE = table("Cumulative participants", police=["20"], fia=["50"])
SHARES = table("Participants", "Male %", "Female %", police=["20", "75", "25"],
               fia=["10", "50", "50"])  # fmt: skip
ONLY_SHARES = table("Male %", "% of Women", police=["75", "25"], fia=["50", "50"])
OF_WHICH = table("Participants", "Of which women", police=["20", "25"], fia=["10", "2"])
WOMEN_OF_ALL = table("Total", "Female", police=["20", "5"], fia=["10", "10"])
SUMMED = table("M", "F", "T", police=["20", "5", "25"], fia=["10", "2", "12"])
NOT_SUMMED = table("M", "F", "T", police=["20", "5", "25"], fia=["10", "2", "13"])
AGES = table("18-29 years", "30-44 years", "45+ years", "Total",
             police=["5", "1", "0", "6"], fia=["2", "1", "1", "4"])  # fmt: skip
TWINS = table("Planned M", "Planned F", "Actual M", "Actual F",
              police=["30", "10", "15", "5"], fia=["9", "9", "3", "4"])  # fmt: skip
IN_WORDS = table("Participants", police=["12 (3 F)"], fia=["5M/3F"])
CHOICES = [["_uuid", "title", "date_start", "district", "agency", "agency/police", "agency/fia",
            "who/male", "who/female"],
           ["a", *ROW, "police", "1", "0", "5", "1"],
           ["b", *ROW, "fia", "0", "1", "2", "1"]]  # fmt: skip
PARTS = table("In-person", "Online", police=["5", "1"], fia=["2", ""])
OF_ALL = table("Batch 1", "Batch 2", "Total", police=["5", "1", "6"], fia=["2", "2", "5"])
BY_PART = {"Batch 1": "participants_part", "Batch 2": "participants_part"}
STARTS = [["Training", "Start", "End", *AGENCY[2:], "Female"],
          [*ROW[:2], "2023-05-11", "Kasur", "Police", "3"]]  # fmt: skip
SPLIT = [["Training", "Day", "Month", "Year", *AGENCY[2:], "Female"],
         ["Referral", "9", "May", "2023", "Kasur", "Police", "3"],
         ["Referral", "12", "6", "2023", "Lahore", "FIA", "4"]]  # fmt: skip
DAYS = [[*LIST, "9-May", "10-May", *TRAINING],
        *[[*row, *days, *TRAINING.values()]
          for row, days in zip(people(3), ("PP", "PA", "AA"), strict=True)]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (GROUPS, {"Agency of the column": "agency"}),
        (CUMULATIVE, {"Cumulative participants": ""}),
        (OF_WHICH, {"Of which women": "participants_f"}),
        (ACHIEVED, {"Achieved": "participants_total"}),
        (NOT_SUMMED, {"T": ""}),
        (listed("Time in", "09:05", "", "9:30 am"), {"Time in": "presence"}),
        (listed("Confirmed", "Yes", "No", "Yes"), {"Confirmed": "presence"}),
        (listed("Status", "Confirmed", "Declined", "Confirmed"), {"Status": "presence"}),
        (listed("Signature", "signed", "", "signed"), {"Signature": "other_personal"}),
        (PARTS, {"In-person": "", "Online": ""}),
        (ONLY_SHARES, {}),
    ],
)
def test_what_would_change_a_figure_is_asked(rows: list, asked: dict[str, str]) -> None:
    assert unsure(read(text_of(rows).encode())) == asked


@pytest.mark.parametrize(
    ("rows", "fields", "expected"),
    [
        (DISTRICTS, {"Number in the column": ALL}, (1, 8)),
        (SHARES, {}, (1, 30)),
        (OF_WHICH, {"Of which women": "participants_f"}, (1, 10)),
        (WOMEN_OF_ALL, {}, (1, 30)),
        (SUMMED, {}, (1, 37)),
        (AGES, {}, (1, 10)),
        (OTHERS, {}, (1, 30)),
        (DISABLED, {}, (1, 37)),
        (COMPLETED, {}, (1, 38)),
        (ACHIEVED, {"Achieved": ALL}, (1, 30)),
        (TWINS, {}, (1, 27)),
        (IN_WORDS, {}, (1, 20)),
        (CHOICES, {}, (1, 9)),
        (STARTS, {}, (1, 3)),
        (SPLIT, {}, (2, 7)),
        (DAYS, {}, (1, 2)),
        (listed("Time in", "09:05", "", "9:30 am"), {"Time in": "presence"}, (1, 2)),
        (listed("Signature", "signed", "", "signed"), {"Signature": "presence"}, (1, 2)),
        (listed("Signature", "", "", ""), {}, (1, 3)),
        (listed("Remarks", "", "was absent", "Never absent"), {}, (1, 2)),
        (PARTS, {"In-person": "participants_part", "Online": "participants_part"}, (1, 8)),
        (OF_ALL, BY_PART, (1, 6)),
    ],
)  # fmt: skip
def test_what_is_certain_or_answered_gives_the_figure(
    rows: list, fields: dict[str, str], expected: tuple[int, int]
) -> None:
    assert figures(read(text_of(rows).encode(), fields)) == expected


def test_what_a_total_leaves_over_beside_women_are_men() -> None:
    for rows, expected in ((WOMEN_OF_ALL, (5, 15)), (IN_WORDS, (3, 9))):
        found = read(text_of(rows).encode())
        assert isinstance(found, Understood)
        held = found.checked.attendance.set_index("agency").loc["Police"]
        assert (held["participants_f"], held["participants_m"]) == expected
        assert held.isna()["participants_unspecified"]
        assert [note for note in found.notes if "taken for men" in note]


def test_who_is_said_to_have_dropped_out_is_a_problem_and_who_did_not_come_is_left_out() -> None:
    words = ("Attended", "Did not attend", "Dropped out")
    found = read(text_of(listed("Status", *words)).encode())
    assert figures(found) == (1, 1)
    assert isinstance(found, Understood)
    assert found.checked.tables["attendance"].left_out == [(FileRow(3), "did not come")]
    [problem] = found.checked.tables["attendance"].problems.to_dict("records")
    assert (problem["row"], problem["kind"].key) == (4, "unknown-presence")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 persons", Counted(total=15)),
        ("1 Participant", Counted(total=1)),
        ("25 Nos.", Counted(total=25)),
        ("5M/3F", Counted(3, 5)),
        ("M: 12, F: 3", Counted(3, 12)),
        ("12 male and 3 female", Counted(3, 12)),
        ("\u06f1\u06f2 مرد، \u06f3 خواتین".replace("،", ","), Counted(3, 12)),
        ("12 (3 F)", Counted(3, None, 12)),
        ("12 persons (9 men, 3 women)", Counted(3, 9, 12)),
        ("7 F", Counted(women=7)),
        ("12", None),
        ("12+3", None),
        ("approx. 20", None),
        ("15-20", None),
        ("~15 persons", None),
        ("15+ persons", None),
        ("3 F 2 F", None),
        ("12 (3)", None),
        ("5 Zarqoon Nobody", None),
        ("M. Zarqoon 5", None),
        ("5 ملین", None),
        ("", None),
    ],
)
def test_a_number_of_people_in_words(text: str, expected: Counted | None) -> None:
    assert count_in_words(text) == expected


def test_parts_of_a_day_that_are_none_are_problems() -> None:
    parts = [("31", "Feb", "2023"), ("", "May", "2023"), ("9", "", "")]
    found = read(
        text_of([*SPLIT[:2], *(["Referral", *one, *SPLIT[2][4:]] for one in parts)]).encode()
    )
    assert isinstance(found, Understood)
    problems = found.checked.tables["attendance"].problems
    assert sorted(one.key for one in problems["kind"]) == ["no-date", "no-such-day"]


def test_a_row_that_says_only_who_was_to_come_reaches_no_district() -> None:
    rows = [*TWINS[:2], [*FIA, "9", "9", "", ""]]
    found = read(text_of(rows).encode())
    assert figures(found) == (1, 20)
    assert isinstance(found, Understood)
    assert reasons(found.checked) == ["It counts those who were expected, and nobody who came."]
    assert found.checked.attendance["agency"].to_list() == ["Police"]


@pytest.mark.parametrize(("day", "told"), [("2024-03-05", []), ("2023-12-05", [ONLY_PLANNED.key])])
def test_a_training_after_today_with_its_target_alone_is_planned(day: str, told: list[str]) -> None:
    rows = [["District of trainees", "Date", "Department", "Women attended", "Men attended",
             "Target"], ["Kasur", "2023-10-13", "Police", "3", "12", "20"],
            ["Okara", day, "FIA", "", "", "20"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert [one.key for one in found.checked.tables["attendance"].problems["kind"]] == told
    planned = found.checked.trainings["status"] == "planned"
    assert (found.checked.participants_accepted, planned.sum()) == (15, 1 - len(told))


def test_parts_that_are_no_number_or_not_the_sum_are_problems_of_their_row() -> None:
    found = read(text_of(OF_ALL).encode(), BY_PART)
    assert isinstance(found, Understood)
    assert reasons(found.checked) == ["Women, men and unspecified do not sum to the given total."]
    rows = table("Batch 1", "Batch 2", police=["5", "some"], fia=["", ""])
    found = read(text_of(rows).encode(), BY_PART)
    assert isinstance(found, Understood)
    assert found.checked.problems[["row", "column"]].to_numpy().tolist() == [
        [2, "Sum of its parts"]
    ]  # fmt: skip
    # Where no part is recorded, nothing is; and not nobody.
    assert found.checked.attendance["participants_unspecified"].isna().to_list() == [True]


def test_women_and_men_of_posts_beside_an_agency_are_of_those_that_have_these() -> None:
    head = ["Training", "Date", "District", "Judges M", "Judges F", "Prosecutors M",
            "Prosecutors F", "Police IOs M", "Police IOs F", "Total"]  # fmt: skip
    row = ["Referral", DAY, "Kasur", "3", "1", "2", "", "6", "2", "14"]
    found = understood(text_of([head, row]).encode())
    assert summed(found, "agency") == {"Judiciary": 4, "Prosecution": 2, "Police": 8}
    others = [name.replace("Prosecutors", "Wombats") for name in head]
    assert isinstance(read(text_of([others, row]).encode()), Question)


OTHER_ORDER = [LIST, *people(2), ["S#", "Deptt", "Name", "District", "Gender"],
               ["1", "Police", "Zarqoon Later Nobody", "Kasur", "F"]]  # fmt: skip
OTHER_COLUMNS = [*OTHER_ORDER[:3], ["S#", "Department", "Name", "District", "Training"],
                 *OTHER_ORDER[4:]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (OTHER_COLUMNS, "Row 4 names the columns otherwise"),
        ([["District", "Basic Pay", "Department"], ["Kasur", "5", "Police"]], "a table of pay"),
        ([["District", "Vehicle No", "Department", "Number"], ["Kasur", "x", "Police", "2"]],
         "of vehicles"),
        ([["District", "FIR No", "Date", "Agency", "Male"], [*ROW[2:], "1/23", "FIA", "3"]],
         "of cases"),
        ([["Name", "Sex", "District", "Date of Rescue"], ["Zarqoon X", "F", "Kasur", "x"]],
         "of victims"),
        ([["Name", "Gender", "District", "Laptop model", "Date of issue"],
          ["Zarqoon X", "F", "Kasur", "B5", DAY]], "a register of stores"),
    ],
)  # fmt: skip
def test_tables_of_something_else_are_refused(rows: list, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as refused:
        read(text_of(rows).encode())
    assert "Zarqoon" not in str(refused.value)


def test_columns_that_stand_otherwise_under_a_header_are_read_by_its_names() -> None:
    titled = [["Training: Referral, 9 May 2023"], *OTHER_ORDER[:3],
              ["Training: Interviewing, 16 May 2023"],
              ["Name", "S#", "Deptt", "District", "Gender"],
              ["Zarqoon Later Nobody", "1", "Police", "Okara", "F"],
              ["Training: Evidence, 23 May 2023"], *OTHER_ORDER[3:]]  # fmt: skip
    found = read(text_of(titled).encode())
    assert isinstance(found, Understood)
    assert found.checked.trainings["title"].to_list() == ["Referral", "Interviewing", "Evidence"]
    came = found.checked.attendance
    sums = came.groupby(["agency", "adm2_pcode"])[["participants_f", "participants_m"]].sum()
    assert sums.loc[("Police", "PK626")].to_list() == [1, 0]
    assert int(sums.to_numpy().sum()) == 4
    assert reasons(found.checked) == []


def test_a_list_under_its_own_title_may_lack_columns_and_call_its_agencies_otherwise() -> None:
    titled = [["Training: Referral, 9 May 2023"], [*LIST, "PS"],
              *([*row, "PS Saddar"] for row in people(2)), ["Sub-total: 2"],
              ["Training: Interviewing, 16 May 2023"],
              ["No.", "District", "Name", "Organisation"],
              ["1", "Okara", "Zarqoon Later Nobody", "Police"]]  # fmt: skip
    found = read(text_of(titled).encode())
    assert isinstance(found, Understood)
    assert figures(found) == (2, 3)
    assert found.checked.trainings["title"].to_list() == ["Referral", "Interviewing"]
    later = found.checked.attendance.query("adm2_pcode == 'PK626'").iloc[0]
    assert (later["agency"], later["participants_unspecified"]) == ("Police", 1)  # no sex is told


def test_a_list_of_others_that_lacks_columns_counts_nobody() -> None:
    titled = [["Training: Referral, 9 May 2023"], LIST, *people(2)]
    for n, head in enumerate(("Facilitators", "Absent", "Waiting list"), start=1):
        titled += [[head], ["Sr.", "Name", "Department"], [str(n), f"Zarqoon{n} Later", "Police"]]
    assert figures(read(text_of(titled).encode())) == (1, 2)


@pytest.mark.parametrize("before", [[], [["Total: 2"]]])
def test_a_list_that_lacks_columns_and_is_headed_by_nothing_is_refused(before: list) -> None:
    rows = [["Training: Referral, 9 May 2023"], LIST, *people(2), *before,
            ["S#", "Name", "Department"], ["1", "Zarqoon Later Nobody", "Police"]]  # fmt: skip
    with pytest.raises(ReadingError, match="names the columns otherwise"):
        read(text_of(rows).encode())


def test_a_header_that_comes_again_in_other_words_is_the_same() -> None:
    again = ["Sr. No", "Full Name", "Deptt", "District", "Gender"]
    found = read(text_of([LIST, *people(2), again, *people(1, "b")]).encode(), **TRAINING)
    assert figures(found) == (1, 3)


def test_a_header_of_two_rows_that_comes_again_is_no_other_table() -> None:
    above = [*AGENCY, "Participants", ""]
    below = ["", "", "", "", "Female", "Male"]
    rows = [above, below, [*POLICE, "2", "5"], above, below, [*FIA, "1", "1"]]
    found = read(workbook_of({"May": rows}))
    assert figures(found) == (1, 9)
    assert isinstance(found, Understood)
    assert [why for _, why in found.checked.tables["attendance"].left_out] == [
        "the header again", "the header again",
    ]  # fmt: skip


def test_where_attendees_belong_to_is_their_home_beside_the_place_of_the_training() -> None:
    header = ["Date", "Place of training", "Attendees belong to district", "Attendees", "No."]
    rows = [[DAY, "Press Club Umerkot", "Tharparkar", "Zarqoon Nobody, Tahir Nobody", "2"],
            ["2023-06-06", "Press Club Umerkot", "Kasur", "Naseem Nobody", "1"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK726": 2}


def test_vehicles_of_participants_make_no_table_of_vehicles() -> None:
    rows = [[*row, "x"] for row in people(2)]
    assert figures(read(csv_of(*rows, header=(*LIST, "Vehicle No")), **TRAINING)) == (1, 2)


# ------------------------------------------------- what nothing in the file says for certain


def test_p_and_a_that_no_text_is_of_are_asked_about() -> None:
    rows = [[*row[:4], mark] for row, mark in zip(people(4), "PAPP", strict=True)]
    header = [*LIST[:4], "P/A"]
    training = ["Workshop on referral, 3 May 2023"]
    assert unsure(read(workbook_of({"May": [training, header, *rows]}))) == {"P/A": "presence"}
    register = ["Attendance sheet", "", "", "", ""]
    assert figures(read(workbook_of({"May": [training, register, header, *rows]}))) == (1, 3)
    other = ["Note: P = Permanent staff may claim; for attendance see the register.", *[""] * 4]
    noted = workbook_of({"May": [training, header, *rows, [""] * 5, other]})
    assert unsure(read(noted)) == {"P/A": "presence"}
    for row in rows:
        row[-1] = "P"  # whatever it says, nobody is left out
    assert figures(read(workbook_of({"May": [training, header, *rows]}))) == (1, 4)


def test_remarks_that_some_trainings_were_held_leave_the_others_open() -> None:
    header = ["S#", "Training", "Month", "Participants", "Remarks"]
    rows = [["1", "Referral", "March 2023", "30", "done"],
            ["2", "Screening", "April 2023", "25", ""]]  # fmt: skip
    assert unsure(read(csv_of(*rows, header=header))) == {"Remarks": "status"}
    rows[1][-1] = "Done"
    rows.append(["", "Total", "", "55", ""])
    assert figures(read(csv_of(*rows, header=header))) == (2, 55)


def test_heads_counted_a_day_are_not_offered_as_people() -> None:
    rows = [["Kasur", "22", "25"], ["Lahore", "6", "4"]]
    above = ["Workshop on referral, 3-4 May 2023"]
    found = read(text_of([above, [], ["District", "Day 1", "Day 2"], *rows]).encode())
    assert unsure(found) == {"Day 1": "", "Day 2": ""}
    assert isinstance(found, Question)
    assert found.proposal
    assert "several is counted again" in found.proposal.columns[1].reason


def test_trainings_of_another_country_are_refused_before_anything_is_asked() -> None:
    header = ["Training", "Date", "Province", "Institution", "Male"]
    places = ("Kabul", "Nangarhar", "Herat", "Kunduz")
    rows = [["Referral", f"2023-05-0{n}", place, "Border Police", "4"]
            for n, place in enumerate(places, start=1)]  # fmt: skip
    with pytest.raises(ReadingError, match="4 of its 4 places are none of Pakistan"):
        read(csv_of(*rows, header=header))
    # Somebody who says that they are districts is not refused before they were looked for.
    assert isinstance(read(csv_of(*rows[:3], header=header), {"Province": ""}), Question)


def test_letters_under_status_are_asked_about_as_are_those_under_p_a() -> None:
    rows = [[*row[:4], mark] for row, mark in zip(people(4), "PAPP", strict=True)]
    training = ["Workshop on referral, 3 May 2023"]
    found = read(workbook_of({"May": [training, [*LIST[:4], "Status"], *rows]}))
    assert unsure(found) == {"Status": "presence"}


@pytest.mark.parametrize("name", ["Confirmed (Y/N)", "Confirmation"])
def test_who_confirmed_is_left_out_beside_who_attended(name: str) -> None:
    header = ["S#", "Name of invitee", "Department", "District", name, "Attended"]
    marks = [("Yes", "Yes"), ("Yes", "No"), ("No", "Yes"), ("No", "No")]
    rows = [[*row[:4], *said] for row, said in zip(people(4), marks, strict=True)]
    above = ["Invitees of the training on reporting of cases, 3 May 2023"]
    assert figures(read(workbook_of({"May": [above, header, *rows]}))) == (1, 2)
    # Without who attended, what stands above may be of a day yet to come.
    alone = [[*row[:5]] for row in rows]
    assert "Date above the rows" in unsure(read(workbook_of({"May": [above, header[:5], *alone]})))


def test_people_whose_sex_is_not_stated_are_counted_beside_women_and_men() -> None:
    rows = table("Female", "Male", "Not stated", police=["4", "5", "1"], fia=["2", "3", "0"])
    found = read(csv_of(*rows[1:], header=rows[0]))
    assert figures(found) == (1, 15)


def test_a_type_of_activity_is_no_day_and_a_group_of_participants_is_their_agency() -> None:
    header = ["Activity type", "Title", "Month", "District of participants", "Participant group",
              "Women", "Men"]  # fmt: skip
    rows = [["Training", "Referral", "July 2023", "Kasur", group, "3", "4"]
            for group in ("Police", "FIA", "Journalists")]  # fmt: skip
    rows.append(["Training", "Referral", "July 2023", "Kasur", "Elders", "1", "0"])
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood)
    assert [item.rows for item in found.checked.queue] == [(5,)]


def test_trainings_of_one_title_and_day_are_told_apart_by_a_place_that_is_an_office() -> None:
    header = ["Name of Session", "Date", "Place", "Participants belong to (District)", "Male"]
    rows = [["Referral", "2023-05-09", f"Police Lines {place}", place, "4"]
            for place in ("Kasur", "Lahore", "Okara")]  # fmt: skip
    found = read(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (3, 12)


@pytest.mark.parametrize(
    ("name", "said"), [("District Police", {}), ("District of posting", {"agency": "Police"})]
)
def test_rows_of_one_course_by_where_its_police_serve_are_groups_of_it(name: str, said) -> None:
    rows = [["Referral", "2023-05-09", place, "4"] for place in ("Kasur", "Lahore", "Okara")]
    header = ["Name of Course", "From", name, "Participants"]
    found = read(csv_of(*rows, header=header), **said)
    assert figures(found) == (1, 12)


def test_districts_under_one_day_are_those_of_the_people_though_no_title_is_told() -> None:
    above = ["District wise members of committees trained at Zila Hall, 18 April 2024"]
    rows = [["Kasur", "4", "5"], ["Lahore", "2", "3"]]
    content = text_of([above, ["District", "Male", "Female"], *rows]).encode()
    assert figures(read(content, agency="not published")) == (1, 14)


def test_the_title_of_days_that_stand_under_one_another_is_not_asked() -> None:
    rows = [["SIGN-IN SHEET - Managers Training, Karachi, 17-18 May 2023"], ["Day 1: 17 May 2023"],
            [*LIST], *people(3), ["Day 2: 18 May 2023"], [*LIST], *people(2)]  # fmt: skip
    assert figures(read(workbook_of({"May": rows}))) == (1, 3)


def test_a_number_of_officers_beside_as_many_names_counts_them() -> None:
    rows = [["1", "Police", "Zarqoon One\nZarqoon Two", "2"], ["2", "FIA", "Zarqoon Three", "1"],
            ["3", "Labour Department", "Zarqoon Four\nZarqoon Five", "2"],
            ["", "Total", "", "5"]]  # fmt: skip
    above = ["Training of members, 13 March 2023, Zila Hall"]
    header = ["Sr", "Department", "Name of officer(s)", "No. of officers"]
    content = workbook_of({"May": [above, header, *rows]})
    assert figures(read(content, district="not recorded")) == (1, 5)
    rows[0][-1] = "3"  # no longer as many as are named
    assert "No. of officers" in unsure(read(workbook_of({"May": [above, header, *rows]})))


def test_women_and_men_of_several_groups_are_added_up_where_all_are_the_total() -> None:
    header = ["School", "Participants' district", "Date", "Girls", "Boys", "Teachers (F)",
              "Teachers (M)", "Mothers", "Fathers", "Total"]  # fmt: skip
    rows = [["GGHS No. 1", "Kasur", "2023-05-09", "9", "13", "4", "3", "5", "", "34"],
            ["GHS No. 2", "Lahore", "2023-05-16", "16", "17", "3", "6", "0", "4", "46"],
            ]  # fmt: skip
    found = read(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (2, 80)
    assert isinstance(found, Understood)
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [37, 43]
    rows[0][-1] = "35"  # no longer their sum
    assert "Mothers" in unsure(read(csv_of(*rows, header=header)))


@pytest.mark.parametrize(
    ("names", "said", "field", "found"),
    [(("Police", "FIA"), {"district": "not recorded"}, "agency", {"Police", "FIA"}),
     (("Kasur", "Okara"), {"agency": "not published"}, "adm2_pcode", {"PK614", "PK626"})],
)  # fmt: skip
def test_women_and_men_of_agencies_and_districts_are_of_each(names, said, field, found) -> None:
    rows = [["Training", "Date", names[0], "", names[1], "", "Total"],
            ["", "", "M", "F", "M", "F", ""],
            ["Referral", "9 May 2023", "8", "6", "2", "5", "21"],
            ["Screening", "16 May 2023", "4", "3", "1", "1", "9"]]  # fmt: skip
    read_whole = read(text_of(rows).encode(), **said)
    assert isinstance(read_whole, Understood)
    assert figures(read_whole) == (2, 30)
    assert set(read_whole.checked.attendance[field]) == found


def test_seats_beside_those_who_attended_are_no_people() -> None:
    header = ["Course", "From", "To", "Seats", "Attended (Male)", "Attended (Female)"]
    rows = [["Referral", "15 May 2023", "16 May 2023", "25", "21", "3"],
            ["Screening", "22 May 2023", "23 May 2023", "30", "24", "5"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (2, 53)


def test_men_and_women_of_the_staff_that_alone_are_counted_came() -> None:
    header = ["Date", "Police Station", "Topic", "Male Staff", "Female Staff"]
    rows = [[DAY, "Civil Lines", "Referral", "11", "2"], ["16 May 2023", "Saddar", "Law", "9", "0"]]
    assert figures(understood(csv_of(*rows, header=header))) == (2, 22)
    beside = [[*row, number] for row, number in zip([header, *rows], ["Posts", "30", "40"],
              strict=True)]  # fmt: skip
    assert isinstance(read(csv_of(*beside[1:], header=beside[0])), Question)


def test_programmes_with_a_day_each_are_the_titles_of_trainings() -> None:
    header = ["S.No", "Programme", "Date", "Gents", "Ladies"]
    rows = [["1", "Moot court", DAY, "18", "9"],
            ["2", "Seminar on bonded labour", "16 May 2023", "40", "5"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 72)
    assert set(found.checked.trainings["title"]) == {"Moot court", "Seminar on bonded labour"}
    both = [["1", "Anti-TIP", *rows[0][2:], "Referral"], ["2", "Anti-TIP", *rows[1][2:], "Debt"]]
    found = understood(csv_of(*both, header=[*header, "Topic"]))
    assert set(found.checked.trainings["title"]) == {"Referral", "Debt"}


def test_a_department_is_known_by_its_name_in_roman_urdu() -> None:
    header = ["Sr.", "Naam", "Mehkama", "Zila", "Jins"]
    rows = [["1", "Zarqoon One", "Levies", "Khuzdar", "Mard"],
            ["2", "Zarqoon Two", "Health", "Khuzdar", "Aurat"]]  # fmt: skip
    above = [f"Training on referral, {DAY}"]
    found = understood(text_of([above, header, *rows]).encode())
    assert summed(found, "agency") == {"Levies": 1, "Health": 1}


def test_men_women_and_their_sum_in_a_group_of_a_form_are_the_participants() -> None:
    header = ["start", "grp/title", "grp/date_start", "grp_part/part_female", "grp_part/part_male",
              "grp_part/part_total", "_id", "_uuid"]  # fmt: skip
    rows = [["2023-05-09", "Referral", "2023-05-09", "14", "9", "23", "1", "a"],
            ["2023-05-16", "Screening", "2023-05-16", "11", "12", "23", "2", "b"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [25, 21]
    rows[1][5] = "24"
    assert isinstance(read(csv_of(*rows, header=header)), Question)
    rows[1][5], header[3:6] = "23", ["g/case_female", "g/case_male", "g/case_total"]
    assert isinstance(read(csv_of(*rows, header=header)), Question)


def test_who_reports_and_who_facilitated_are_nobody_who_came() -> None:
    header = ["Organization", "Activity", "Date", "Facilitated by", "Men", "Women", "Boys", "Girls"]
    rows = [["Sahil Welfare Society", "Session", DAY, "Zarqoon Nobody", "4", "3", "2", "1"]]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 10)
    assert set(found.checked.trainings["delivered_by"]) == {"Sahil Welfare Society"}


def test_women_and_men_of_two_groups_over_a_grand_total_are_added_up() -> None:
    rows = [[f"Statement of staff trained, training dated {DAY}"],
            ["District", "Officers (BPS-16)", "", "Officials (BPS-15)", "", "Grand Total"],
            ["", "Male", "Female", "Male", "Female", ""], ["Kasur", "3", "1", "8", "2", "14"],
            ["Okara", "3", "2", "8", "0", "13"], ["Total", "6", "3", "16", "2", "27"]]  # fmt: skip
    found = understood(workbook_of({"Return": rows}), agency="not published")
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [5, 22]


def test_a_day_of_continuing_education_is_that_of_its_list() -> None:
    rows = [[f"Continuing Legal Education: Anti-Trafficking Law, {DAY}, Bar Library"], LIST]
    assert figures(understood(text_of([*rows, *people(3)]).encode())) == (1, 3)


def test_years_over_months_name_the_months_under_them() -> None:
    rows = [["Nos. trained by agency and month"], ["Agency", "2023", "", "2024", "Grand Total"],
            ["", "Nov", "Dec", "Jan", ""], ["FIA", "5", "8", "", "13"],
            ["Police", "10", "", "14", "24"], ["Grand Total", "15", "8", "14", "37"]]  # fmt: skip
    found = understood(workbook_of({"Pivot": rows}), district="not recorded")
    assert summed(found, "agency") == {"FIA": 13, "Police": 24}
    days = found.checked.trainings["date_start"].astype(str).tolist()
    assert sorted(days) == ["2023-11-01", "2023-12-01", "2024-01-01"]
    rows[1][1:4] = ["FY 2023-24", "", ""]
    found = understood(workbook_of({"Pivot": rows}), district="not recorded")
    assert sorted(found.checked.trainings["date_start"].astype(str)) == sorted(days)


@pytest.mark.parametrize("label", ["Held on", "Date of training"])
def test_days_under_months_are_those_of_their_trainings(label: str) -> None:
    rows = [["Trainings of Police Staff, 2023"], ["District", "April", "", "May", ""],
            [label, "12.04.2023", "", "09.05.2023", ""], ["", "Women", "Men", "Women", "Men"],
            ["Kasur", "2", "3", "", ""], ["Lahore", "4", "6", "1", "0"]]  # fmt: skip
    found = understood(workbook_of({"2023": rows}))
    days = found.checked.trainings["date_start"].astype(str).tolist()
    assert sorted(days) == ["2023-04-12", "2023-05-09"]  # and not the fifth of September
    assert summed(found, "adm2_pcode") == {"PK614": 5, "PK617": 11}
    rows[2][1] = "12.05.2023"  # not of its month
    assert figures(understood(workbook_of({"2023": rows}))) == (0, 0)


def test_whoever_an_office_of_a_district_nominated_is_of_its_agency_and_district() -> None:
    header = ["Session", "Held on", "Venue", "District Public Prosecutor office", "Nominated",
              "Attended (Male)", "Attended (Female)"]  # fmt: skip
    rows = [["Evidence", DAY, "Hall One", "Kasur", "16", "8", "2"],
            ["Charges", "16 May 2023", "Hall Two", "Okara", "12", "4", "1"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "agency") == {"Prosecution": 15}
    assert summed(found, "adm2_pcode") == {"PK614": 10, "PK626": 5}
    for other in (
        [*header[:4], "Expected"],
        [*header[:3], "District Administration office", "Nominated"],
    ):
        found = understood(csv_of(*rows, header=[*other, *header[5:]]))
        assert set(summed(found, "agency")) == {"Not published"}


TEHSILS = {
    f"Tehsil {name}": [["DISTRICT EDUCATION AUTHORITY, KASUR"],
                       [f"Teachers trained on protection, Tehsil {name}, District Kasur"],
                       ["Sr", "School (venue)", "Date", "Teachers called", "Male Teachers attended",
                        "Female Teachers attended", "Total attended"],
                       ["1", f"GHS 3 {name}", DAY, "15", "8", "6", "14"],
                       ["2", f"GHS 4 {name}", "10 May 2023", "20", "11", "5", "16"],
                       ["", "Total", "", "35", "19", "11", "30"]]
    for name in ("Kasur", "Chunian")
}  # fmt: skip


def test_sheets_of_tehsils_are_one_register_of_the_staff_of_the_body_above() -> None:
    found = understood(workbook_of(TEHSILS))
    assert figures(found) == (4, 60)
    assert summed(found, "agency") == {"Education": 60}
    assert summed(found, "adm2_pcode") == {"PK614": 60}
    agencies = dict(zip(("Levies", "Police"), TEHSILS.values(), strict=True))
    assert unsure(read(workbook_of(agencies))) == {"Name of the sheet": "title"}
    rows = [TEHSILS["Tehsil Kasur"][0], ["Teachers trained on protection, District Okara"],
            *TEHSILS["Tehsil Kasur"][2:]]  # fmt: skip
    assert summed(understood(workbook_of({"May": rows})), "adm2_pcode") == {"": 30}


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Capacity (slots/attended)", ALL),
        ("Invited / Joined", ALL),
        ("Quota & Present", ALL),
        ("Men invited or trained", "participants_m"),
    ],
)
def test_numbers_of_those_to_come_or_of_those_who_came_are_asked_about(
    name: str, field: str
) -> None:
    rows = [["Training", "Date", "District", name], [*ROW, "9"], [*ROW[:2], "Lahore", "8"]]
    found = read(text_of(rows).encode())
    assert unsure(found) == {name: field}


def test_numbers_of_both_are_not_read_beside_those_who_came() -> None:
    rows = [["Training", "Date", "District", "Invited / Called", "Attended"],
            [*ROW, "9", "7"], [*ROW[:2], "Lahore", "8", "5"]]  # fmt: skip
    for rows[0][3] in ("Invited / Called", "Slots (offered/trained)"):
        found = read(text_of(rows).encode(), kind="groups", agency="not published")
        assert figures(found) == (1, 12)


@pytest.mark.parametrize(
    "header",
    [
        ["Partcipant Name", "Gendar", "Distirct", "Trainning", "Traning date"],
        ["Nmae of Participant", "Gander", "Distric", "Trainng", "Date of trainning"],
    ],
)
def test_names_with_a_letter_wrong_are_read_where_their_cells_are_as_they_say(
    header: list[str],
) -> None:
    rows = [["1", "Zarqoon Nobody", "F", "Kasur", "Referral", "9 May 2023", "0300"],
            ["2", "Zarmina Noone", "M", "Lahore", "Referral", "9 May 2023", "0301"]]  # fmt: skip
    listed_so = text_of([["Sr", *header, "Mobile"], *rows]).encode()
    found = understood(listed_so, agency="not published")
    assert figures(found) == (1, 2)
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK617": 1}


def test_another_word_that_is_spelt_nearly_so_is_no_such_name() -> None:
    rows = [["Training", "Date", "District", "Females", "Trainers"], [*ROW, "9", "2"]]
    assert figures(read(text_of(rows).encode(), agency="not published")) == (1, 9)


@pytest.mark.parametrize(
    "name", ["Attended (for office use only)", "Present? (to be filled by organizers)"]
)
def test_who_came_is_told_in_a_column_for_the_use_of_an_office(name: str) -> None:
    rows = [[*row, *TRAINING.values(), word]
            for row, word in zip(people(3), ("Yes", "No", "Yes"), strict=True)]  # fmt: skip
    found = understood(text_of([[*LIST, *TRAINING, name], *rows]).encode())
    assert figures(found) == (1, 2)


@pytest.mark.parametrize("between", [", {}", " ({})", " - {}"])
def test_columns_of_places_with_days_are_a_training_each_there(between: str) -> None:
    names = [f"{place}{between.format(day)}" for place, day in
             (("Quetta", "4-5 April 2023"), ("Turbat", "15-16 May 2023"))]  # fmt: skip
    rows = [["Police trained, by home district"], ["Home district", names[0], "", names[1], ""],
            ["", "Female", "Male", "Female", "Male"], ["Kasur", "2", "3", "", ""],
            ["Lahore", "4", "6", "1", "0"]]  # fmt: skip
    found = understood(workbook_of({"2023": rows}))
    trainings = found.checked.trainings
    assert sorted(trainings["date_start"].astype(str)) == ["2023-04-04", "2023-05-15"]
    assert trainings["title"].str.startswith(("Training at Quetta", "Training at Turbat")).all()
    assert summed(found, "adm2_pcode") == {"PK614": 5, "PK617": 11}
    # Without homes of their own nobody is of the place of the training.
    rows[1][0], rows[3][0], rows[4][0] = "Department", "Police", "FIA"
    found = read(workbook_of({"2023": rows}))
    assert isinstance(found, Question) or found.checked.queue
