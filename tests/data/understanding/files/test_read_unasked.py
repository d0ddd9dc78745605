"""What an office writes plainly is read without a question; what looks so and is not, is not."""

import re

import pytest

from data.records.errors import ReadingError
from data.sheets.row_numbers import FileRow
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, reasons, text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    LIST,
    LISTED,
    TITLE,
    figures,
    homes_of,
    named,
    people,
    read,
    summed,
    understood,
    unsure,
)

GROUPED = ("Training", "Date", "District", "Department")
ROW = ("Referral", DAY, "Kasur", "Police")
UNTOLD = {"agency": "not published"}


# ------------------------------------------------------------------ numbers that count people

POSTS = [["Police officers trained at Vehari, 15-19 May 2023"], ["District", "Constables", "ASIs"],
         ["Kasur", "3", "4"], ["Okara", "2", "1"]]  # fmt: skip
PARTS = [["District", "Date", "Officers", "Officials", "Total"], ["Kasur", DAY, "3", "4", "7"],
         ["Okara", "16 May 2023", "2", "5", "7"]]  # fmt: skip
OF_FORCE = [["District", "Dated", "No. of Police Officers Trained", "Male", "Female"],
            ["Kasur", "05.01.2023", "5", "3", "2"],
            ["Okara", "19.01.2023", "7", "4", "3"]]  # fmt: skip
PERIOD = [["Strength of Police trained"], ["Name of District", "Nos. Trained", "Period"],
          ["Kasur", "24", "6 - 7 Mar 2023"], ["Okara", "18", "13 - 14 Mar 2023"]]  # fmt: skip
IN_ONE_CELL = [["District", "Dates", "Participants (planned/actual)"], ["Kasur", DAY, "25/22"],
               ["Okara", "16 May 2023", "20/14"]]  # fmt: skip
LETTERS = [["Activity", "District", "Date", "# officials trained (M)", "# officials trained (F)"],
           ["Training", "Kasur", DAY, "21", "6"]]  # fmt: skip
OF_AGENCIES = [["Training", "Date", "District", "FIA", "Police", "Total"],
               ["Referral", DAY, "Kasur", "1", "2", "3"]]  # fmt: skip
SESSIONS = [["Session", "Title", "Date", "District", "Men", "Women"],
            ["Session 1", "On referral", DAY, "Kasur", "4", "6"],
            ["Session 2", "On referral", "16 May 2023", "Okara", "3", "1"]]  # fmt: skip
PLANNED_DAYS = [["Training / Event", "Planned Date", "Actual Date", "District", "Men", "Variance"],
                ["Referral", "2 May 2023", DAY, "Kasur", "4", "-6"]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected", "said"),
    [
        (POSTS, (1, 10), {}),
        (PARTS, (2, 14), UNTOLD),
        (OF_FORCE, (2, 12), {}),
        (PERIOD, (2, 42), {}),
        (IN_ONE_CELL, (2, 36), UNTOLD),
        (LETTERS, (1, 27), UNTOLD),
        (OF_AGENCIES, (1, 3), {}),
        (SESSIONS, (2, 14), UNTOLD),
        (PLANNED_DAYS, (1, 4), UNTOLD),
    ],
)
def test_numbers_that_plainly_count_people_are_read(rows, expected, said) -> None:
    assert figures(read(text_of(rows).encode(), **said)) == expected


def test_a_title_or_a_column_that_names_a_force_tells_the_agency() -> None:
    for rows in (POSTS, OF_FORCE, PERIOD):
        assert set(summed(understood(text_of(rows).encode()), "agency")) == {"Police"}
    school = [["Police Training School, Vehari"], [f"Course on bonded labour, {DAY}"],
              ["S#", "Rank", "Name", "Sex", "District"],
              ["1", "SI", "Zarqoon Nobody", "F", "Kasur"]]  # fmt: skip
    assert summed(understood(text_of(school).encode()), "agency") == {"Police": 1}


@pytest.mark.parametrize("label", ["Sum", ""])
def test_a_last_row_that_adds_up_all_others_counts_nobody(label: str) -> None:
    rows = [[TITLE], [DAY], ["Category", "Men", "Women"], ["Owners", "12", "1"],
            ["Workers", "20", "14"], ["Others", "4", "2"], [label, "36", "17"]]  # fmt: skip
    assert figures(read(text_of(rows).encode())) == (1, 53)
    if label == "Sum":
        return
    rows[-1][1] = "37"
    found = read(text_of(rows).encode())
    assert not isinstance(found, Understood) or figures(found) != (1, 53)


@pytest.mark.parametrize("label", ["All", "All Departments"])
def test_a_last_row_of_all_agencies_counts_nobody_where_it_adds_them_up(label: str) -> None:
    rows = [[TITLE], [DAY], ["District", "Agency", "Men", "Women"], ["Kasur", "Police", "12", "1"],
            ["Okara", "FIA", "20", "14"], ["Okara", "Labour", "4", "2"],
            ["Okara", label, "36", "17"]]  # fmt: skip
    told = understood(text_of(rows).encode())
    assert figures(told) == (1, 53)
    assert not told.checked.queue
    if label != "All":
        return
    rows[-1][2] = "37"
    found = read(text_of(rows).encode())
    assert not isinstance(found, Understood) or found.checked.queue


def test_a_last_record_that_happens_to_add_up_is_counted() -> None:
    few = [[TITLE], [DAY], ["Category", "Men", "Women"], ["Owners", "1", "1"],
           ["Workers", "0", "1"],
           ["Others", "1", "0"], ["Guests", "2", "2"]]  # fmt: skip
    assert figures(read(text_of(few).encode(), agency="not published")) == (1, 8)
    told = [["Training", "Date", "District", "Men", "Women"],
            *[["Referral", f"{day} May 2023", place, *counts] for day, place, counts in (
                (1, "Kasur", ("5", "6")), (2, "Okara", ("5", "6")), (3, "Lahore", ("5", "6")),
                (4, "Sialkot", ("15", "18")))]]  # fmt: skip
    assert figures(read(text_of(told).encode(), agency="not published")) == (4, 66)


def test_a_sheet_of_details_beside_a_summary_is_the_one_that_is_read() -> None:
    summary = [["Agency", "Male", "Female"], ["Police", "0", "3"]]
    listed = [[f"{TITLE}, {DAY}"], LIST, *people(3)]
    assert figures(read(workbook_of({"Summary": summary, "Details": listed}))) == (1, 3)


def test_an_average_and_a_row_of_a_number_alone_are_no_persons() -> None:
    rows = [[f"{TITLE}, {DAY}"], [*LISTED, "Total"],
            *[[*named(n, "Kasur", "Police"), "41"] for n in range(1, 4)],
            ["", "Average", "", "", "", "41.3"], ["4", "", "", "", "", ""]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 3)
    assert "only a running number" in dict(found.checked.tables["attendance"].left_out).values()


def test_a_name_beside_which_all_others_say_more_is_a_problem_and_no_person() -> None:
    rows = [[f"{TITLE}, {DAY}"], LISTED, *[named(n, "Kasur", "Police") for n in range(1, 4)],
            ["4", "Zarqoon Alone", "", "", ""]]  # fmt: skip
    told = "It tells no sex, no district and no agency, as other rows do."
    for columns, said in ((5, {}), (4, UNTOLD)):
        found = understood(text_of([row[:columns] for row in rows]).encode(), **said)
        assert figures(found) == (1, 3)
        assert reasons(found.checked) == [told]


def test_a_training_that_was_not_held_is_set_aside() -> None:
    words = ["Postponed", "Cancelled", "Scheduled"]
    rows = [["Training", "District", "Date", "Planned Participants", "Actual Participants",
             "Status"],
            ["Referral", "Kasur", DAY, "25", "22", "Held"],
            *([f"Screening {n}", "Okara", "", "25", "", word]
              for n, word in enumerate(words))]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (1, 22)
    assert not len(found.checked.problems)
    left = dict(found.checked.tables["attendance"].left_out)
    assert left == dict.fromkeys(map(FileRow, (3, 4, 5)), "not held, or not yet")


# --------------------------------------------------------------------------- days and sheets


def test_days_in_the_titles_that_people_chose_are_those_of_their_training() -> None:
    header = ["Timestamp", "Sex", "Your District", "Your Organization", "Which training was it?"]
    rows = [["2023-06-01 10:00", "F", "Kasur", "Police", "Referral training, Kasur (9 May 2023)"],
            ["2023-06-01 10:05", "M", "Okara", "FIA", "Screening (16 May 2023)"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    days = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").to_list()
    assert days == ["2023-05-09", "2023-05-16"]
    without = [[*row[:4], "Referral training"] for row in rows]
    assert unsure(read(csv_of(*without, header=header))) == {"Timestamp": "date_start"}


def test_ticks_under_trainings_say_who_came_to_which() -> None:
    header = [*LISTED, "Training 1 (12 Sep 2023)", "Training 2 (10 Oct 2023)"]
    rows = [[*named(1, "Kasur", "Police"), "✓", ""], [*named(2, "Okara", "FIA"), "✓", "✓"]]
    assert figures(read(csv_of(*rows, header=header))) == (2, 3)


def test_days_of_a_month_as_columns_tell_who_came() -> None:
    rows = [[f"{TITLE}, May 2023"], [*LISTED, "8th", "9th"],
            [*named(1, "Kasur", "Police"), "√", "√"],
            [*named(2, "Kasur", "Police"), "x", "x"]]  # fmt: skip
    assert figures(read(text_of(rows).encode())) == (1, 1)


def test_sheets_called_day_1_and_day_2_are_of_one_training() -> None:
    sheets = {
        f"Day {day}": [[TITLE], [f"Attendance: {day + 8} May 2023"], LIST, *people(2 + day)]
        for day in (1, 2)
    }
    found = understood(workbook_of(sheets))
    assert figures(found) == (1, 4)
    assert str(found.checked.trainings["date_end"].item().date()) == "2023-05-10"


def test_a_cover_tells_the_day_of_the_list_behind_it() -> None:
    cover = [["Title", "Legal aid for victims"], ["Date", DAY], ["Place", "Kasur"]]
    found = understood(workbook_of({"Summary": cover, "Participants": [LIST, *people(3)]}))
    assert figures(found) == (1, 3)
    assert found.checked.trainings["title"].item() == "Legal aid for victims"


def test_a_label_over_the_header_is_no_part_of_it() -> None:
    rows = [["Training:", "Referral", ""], ["Date:", DAY, ""], ["Venue:", "Hall One", ""],
            ["#", "Name", "Home district"], ["1", "Zarqoon Nobody", "Kasur"],
            ["2", "Zarqoon2 Nobody", "Okara"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (1, 2)
    assert found.checked.trainings["venue"].item() == "Hall One"


# ------------------------------------------------------------------------ places and agencies


def test_postings_beside_the_district_of_the_venue_are_where_people_serve() -> None:
    header = ["Training", "Date", "Venue", "District", "Name", "Sex", "Posted at"]
    rows = [["Referral", DAY, "Hall One", "Multan", f"Zarqoon{n} Nobody", "F",
             f"DPO Office {place}"]
            for n, place in enumerate(("Kasur", "Okara", "Kasur", "Okara"))]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}
    assert found.checked.trainings["venue_adm2_pcode"].item() == "PK622"


def test_a_station_of_districts_is_the_home_and_not_the_zone_of_the_agency() -> None:
    header = ["Training", "Date", "Name", "Sex", "Station", "Agency"]
    rows = [["Referral", DAY, f"Zarqoon{n} Nobody", "F", place, "FIA Gujranwala Zone"]
            for n, place in enumerate(("Kasur", "Okara", "Sialkot"))]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1, "PK634": 1}
    assert summed(found, "agency") == {"FIA": 3}


def test_whom_to_ask_for_behind_a_place_is_cut_off_and_the_place_is_read() -> None:
    asked = ["c/o Inspector Zarqoon Nobody", "nominee of SSP", "0300-0000000",
             "zarqoon@example.org"]  # fmt: skip
    rows = [[*ROW[:3], "FIA", "4"],
            *([f"Referral {n}", ROW[1], f"Kasur ({who})", "Police", "3"]
              for n, who in enumerate(asked))]  # fmt: skip
    found = understood(csv_of(*rows, header=[*GROUPED, "Female"]))
    assert summed(found, "adm2_pcode") == {"PK614": 16}
    shown = repr(found) + found.checked.problems.to_csv()
    assert not re.search("zarqoon|0300", shown, re.IGNORECASE)
    assert any("who is not taken in" in note for note in found.notes)


def test_who_was_nominated_by_another_district_is_asked_about() -> None:
    rows = [[*ROW[:2], "Kasur (nominee of DPO Okara)", "Police", "3"], [*ROW[:3], "FIA", "4"]]
    found = read(csv_of(*rows, header=[*GROUPED, "Female"]))
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["district"]


def test_a_list_that_tells_no_home_is_asked_about_and_counts_no_district() -> None:
    rows = [[f"{TITLE}, {DAY}"], ["S#", "Name", "Sex", "Department"],
            ["1", "Zarqoon Nobody", "F", "Police"],
            ["2", "Zarqoon2 Nobody", "M", "FIA"]]  # fmt: skip
    assert homes_of(understood(text_of(rows).encode())) == ["none"]
    found = understood(text_of(rows).encode(), district="not recorded")
    assert figures(found) == (1, 2)
    assert set(found.checked.attendance["adm2_pcode"]) == {""}
    units = ([], ["Unit"], ["Women's unit in Kasur town"], ["Unit near Okara cantt"])
    rows = [[*row, *unit] for row, unit in zip(rows, units, strict=True)]
    assert unsure(read(text_of(rows).encode())) == {"Unit": "district"}


def test_organisations_and_bodies_that_no_list_has_keep_their_names() -> None:
    header = ["Training", "Date", "District", "NGO / CSO", "Female"]
    rows = [[*ROW[:3], name, "3"] for name in ("Wombat Collective", "Wombat Welfare Society")]
    assert summed(understood(csv_of(*rows, header=header)), "agency") == {"Civil society": 6}
    rows = [[*ROW[:3], name, "3"] for name in ("Wombat Authority", "WOMBAT AUTHORITY", "Wombats")]
    found = understood(csv_of(*rows, header=[*GROUPED, "Female"]))
    assert summed(found, "agency") == {"Wombat Authority": 6}
    assert [one.value for one in found.checked.queue] == ["(hidden: a text, which may be a name)"]


def test_a_post_that_tells_no_agency_is_not_published_and_said() -> None:
    header = ["Training", "Date", "District", "Designation", "Female"]
    rows = [[*ROW[:3], "Wombat keeper", "3"], [*ROW[:3], "DPO", "1"]]
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "agency") == {"Not published": 3, "Police": 1}
    said = "1 row of 2 tells no agency (1 with a post that tells none): not published of 3"
    assert any(said in note for note in found.notes)
    shared = understood(csv_of([*ROW[:3], "Lady Constable", "3"], header=header))
    assert {one.answer for one in shared.checked.queue[0].candidates} == {"Police", "FIA"}


def test_a_blank_district_under_merged_ones_is_asked_about() -> None:
    rows = [[f"{TITLE}, {DAY}"], ["District", "Department", "Female"], ["Kasur", "Police", "3"],
            ["Okara", "Police", "1"], ["", "FIA", "2"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.asks_below


# ------------------------------------------------------------------------------ other things

ELSEWHERE = [("Nangarhar", "Jalalabad"), ("Zabul", "Qalat"), ("Herat", "Herat"),
             ("Kandahar", "Spin Boldak")]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Item", "Specification", "District", "Quantity"], ["Bags", "Jute", "Kasur", "40"]],
         "purchases"),
        ([["District", "Literacy (%)", "Poverty (%)", "Births per 1,000"],
          ["Kasur", "59", "41", "30"]], "indicators"),
        ([["District", "Literacy rate 10+ (%)", "Male", "Female", "Unemployment (%)"],
          ["Kasur", "59", "61", "40", "3.1"]], "indicators"),
        ([["District", "Province", "Male trained"],
          *[[place, province, "3"] for province, place in ELSEWHERE]], "none of Pakistan"),
        ([["Province", "District", "Training", "Date", "Male"],
          *[[province, place, "Referral", f"{day} May 2023", "3"]
            for day, (province, place) in enumerate(ELSEWHERE, start=1)]], "none of Pakistan"),
    ],
)  # fmt: skip
def test_a_table_of_something_else_is_refused_as_such(rows: list, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        read(text_of(rows).encode())


# ------------------------------------------------------------------ names under a count's name


def numbered(names: list[str], numbers: list[str], called: str = "Participants") -> list[list[str]]:
    return [[f"{TITLE}, {DAY}"], [called, "CNIC No.", "Agency", "District"],
            *[[*pair, "Police", "Kasur"] for pair in zip(names, numbers, strict=True)]]  # fmt: skip


NAMES = ["Zarqoon Nobody", "Zarmast Nobody", "Zargul Nobody"]
NUMBERS = ["00000-0000001-1", "00000-0000002-2", "0000000000033"]


@pytest.mark.parametrize("called", ["Participants", "شرکاء"])
def test_names_under_participants_are_persons_where_each_has_a_number(called: str) -> None:
    found = understood(text_of(numbered(NAMES, NUMBERS, called)).encode())
    assert figures(found) == (1, 3)
    assert "Zar" not in str((found.notes, found.checked.tables))


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["ASI", "Constable", "SI"], NUMBERS),
        (["Police Department", "Levies Force", "Labour Department"], NUMBERS),
        ([f"{NAMES[0]} and {NAMES[1]}", *NAMES[1:]], NUMBERS),
        ([NAMES[0], *NAMES[:2]], NUMBERS),
        (NAMES, [NUMBERS[0], "", NUMBERS[2]]),
        (NAMES, [f"{NUMBERS[0]} / {NUMBERS[1]}", *NUMBERS[1:]]),
        (NAMES, [NUMBERS[0], *NUMBERS[:2]]),
    ],
)
def test_texts_under_participants_that_may_be_more_than_a_name_are_asked_about(
    names: list[str], numbers: list[str]
) -> None:
    found = read(text_of(numbered(names, numbers)).encode())
    assert unsure(found) == {"Participants": "name_of_person"}


@pytest.mark.parametrize(
    "names",
    [NAMES, ["Bus Drivers", "Truck Drivers", "Rickshaw Drivers"],
     ["بس ڈرائیور", "رکشہ ڈرائیور", "ٹرک ڈرائیور"]],
)  # fmt: skip
def test_texts_beside_postings_are_asked_about_as_those_of_groups_have_a_station_too(
    names: list[str],
) -> None:
    posts = ["Thana Cantt Kasur", "DPO Daftar Kasur", "Police Lines Okara"]
    rows = [[str(n), *pair, "Police"] for n, pair in enumerate(zip(names, posts, strict=True), 1)]
    header = ["Sr", "Participants", "Taeenati (posting)", "Mehkma"]
    found = read(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert unsure(found)["Participants"] == "name_of_person"
    assert "Zar" not in str(found)


@pytest.mark.parametrize("called", ["Date of training (TIP)", "Tarbiyat ki tareekh (child labour)"])
def test_a_date_called_with_what_the_training_was_on_is_its_day(called: str) -> None:
    header = ["Name", "Sex", "District", "Agency", called]
    rows = [[name, "M", "Kasur", "Police", DAY] for name in NAMES]
    assert figures(understood(text_of([header, *rows]).encode())) == (1, 3)


def test_a_date_that_its_name_says_is_planned_is_asked_about() -> None:
    header = ["Name", "Sex", "District", "Agency", "Date of training (TIP, planned)"]
    rows = [[name, "M", "Kasur", "Police", DAY] for name in NAMES]
    assert header[-1] in unsure(read(text_of([header, *rows]).encode()))


# ---------------------------------------------------------------------- of which country it is

#: Districts and provinces of a country of which no list has the provinces.
FAR = [("Koshi", "Jhapa"), ("Koshi", "Morang"), ("Madhesh", "Dhanusha"), ("Bagmati", "Banke"),
       ("Lumbini", "Kailali")]  # fmt: skip


def test_places_of_which_neither_district_nor_province_is_known_are_of_another_country() -> None:
    rows = [["Members trained, 2023"], ["District", "Province", "Male"],
            *[[place, province, "3"] for province, place in FAR], ["Total", "", "15"]]  # fmt: skip
    with pytest.raises(ReadingError, match="none of Pakistan"):
        read(text_of(rows).encode())


@pytest.mark.parametrize(
    "places", [["Kasur", "Okara", "Swat", "Kech", "Gwadar"],
               ["Jhapa", "Kasur", "Dhanusha", "Banke", "Kailali"]]
)  # fmt: skip
def test_districts_beside_provinces_that_nobody_knows_leave_a_table_open(places: list) -> None:
    rows = [["Members trained, 2023"], ["District", "Province", "Male"],
            *[[place, province, "3"]
              for place, (province, __) in zip(places, FAR, strict=True)]]  # fmt: skip
    assert not isinstance(read(text_of(rows).encode()), Understood)


def test_provinces_of_which_some_are_of_another_country_are_asked_about() -> None:
    header = ["Province", "District", "Training", "Date", "Male"]
    places = [*ELSEWHERE[:2], ("Punjab", "Kasur"), ("Punjab", "Okara")]
    rows = [[province, place, "Referral", f"{day} May 2023", "3"]
            for day, (province, place) in enumerate(places, start=1)]  # fmt: skip
    found = read(text_of([header, *rows]).encode(), agency="not published")
    assert isinstance(found, Question) or found.checked.queue


# --------------------------------------------------------------------- lists with their frames


def test_rows_of_labels_between_blocks_tell_the_training_and_ones_under_m_and_f_the_sex() -> None:
    header = ["Sr#", "Name", "M", "F", "Office", "District"]
    rows = [["Training No. 1: Referral"], [f"Date: {DAY}", "", "Venue: Hall One"], header,
            ["1", "Zarqoon1 Nobody", "", "1", "Police", "Kasur"],
            ["2", "Zarqoon2 Nobody", "1", "", "FIA", "Kasur"],
            ["Training No. 2: Screening"], ["Date: 16 May 2023", "", "Venue: Hall Two"], header,
            ["1", "Zarqoon3 Nobody", "1", "", "Police", "Okara"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 3)
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [1, 2]
    assert set(found.checked.trainings["venue"]) == {"Hall One", "Hall Two"}


def test_a_label_above_a_blank_row_is_no_part_of_the_header() -> None:
    rows = [["Event", "Referral training"], ["When", DAY], ["Where", "Hall One, Sukkur"], [],
            ["#", "Title", "First & last name", "Works for", "Works in (district)"],
            ["1", "Mr.", "Zarqoon1 Nobody", "Police", "Kasur"],
            ["2", "Ms.", "Zarqoon2 Nobody", "FIA", "Okara"]]  # fmt: skip
    assert figures(read(workbook_of({"List": rows}))) == (1, 2)


def test_who_signed_and_what_is_summed_under_a_list_are_no_persons() -> None:
    rows = [[f"{TITLE}, {DAY}"], LISTED, *[named(n, "Kasur", "Police") for n in range(1, 9)],
            ["Total", "8"], ["Female", "8"], ["", "Registrar of the academy"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 8)
    assert not len(found.checked.problems)


def test_men_and_women_that_sum_to_a_total_by_other_names_keep_their_sex() -> None:
    header = ["Training", "District", "Date", "Male Attended", "Female Attended",
              "Actual Participants"]  # fmt: skip
    rows = [["Referral", "Kasur", DAY, "19", "3", "22"],
            ["Screening", "Okara", "16 May 2023", "20", "4", "24"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [7, 39]


def test_who_gives_a_training_is_not_who_came() -> None:
    header = ["Training", "District", "Date", "Men", "Women", "facilitating_org"]
    content = csv_of(["Referral", "Kasur", DAY, "19", "3", "Wombat NGO"], header=header)
    found = understood(content, agency="not published")
    assert summed(found, "agency") == {"Not published": 22}


def test_districts_beside_people_come_before_the_district_of_the_office_above() -> None:
    rows = [["District committee training, DC Office Abbottabad"], [f"Date: {DAY}"],
            ["Sr#", "Name", "Sex", "Department", "Office / District"],
            ["1", "Zarqoon1 Nobody", "F", "Police", "Haripur"],
            ["2", "Zarqoon2 Nobody", "M", "FIA", "Mansehra"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == {"PK511": 1, "PK522": 1}


def test_a_list_whose_provinces_are_all_of_another_country_is_refused() -> None:
    rows = [["Training, 9 May 2023"], ["No", "Name", "Gender", "Directorate", "Province"],
            *[[str(n), f"Zarqoon{n} Nobody", "F", "DoLSA", place] for n, place in enumerate(
                ("Kabul", "Herat", "Nangarhar", "Kunduz"), start=1)]]  # fmt: skip
    with pytest.raises(ReadingError, match="none of Pakistan"):
        read(text_of(rows).encode())


def test_a_month_without_a_training_is_set_aside() -> None:
    header = ["Month", "District", "No. of trainings", "Men", "Women"]
    rows = [["Apr 2023", "Kasur", "0", "0", "0"], ["May 2023", "Kasur", "2", "4", "3"]]
    found = read(csv_of(*rows, header=header), kind="trainings")
    assert figures(found)[1] == 7
    assert isinstance(found, Understood)
    assert dict(found.checked.tables["attendance"].left_out)[FileRow(2)] == "not held, or not yet"


@pytest.mark.parametrize("name", ["5W", "4Ws Sindh", "Who does what, where"])
def test_an_organisation_in_a_table_of_who_does_what_gives_the_trainings(name: str) -> None:
    header = ["Organization", "Activity", "Training date", "Home district", "# Male", "# Female"]
    given = [["Indus Trust", "Training of staff", DAY, "Kasur", "4", "6"]]
    found = understood(workbook_of({name: [header, *given]}), agency="not published")
    assert found.checked.trainings["delivered_by"].tolist() == ["Indus Trust"]
    assert summed(found, "agency") == {"Not published": 10}
    if name == "5W":
        assert "Organization" in unsure(read(workbook_of({"Sheet1": [header, *given]})))
