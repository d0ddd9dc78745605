"""What a careful colleague would not ask: each file has a row of a table, with its figures."""

import pytest

from data.records.calendar.months import days_of_months
from data.records.errors import ReadingError
from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.understand import Question, Understood
from geo.names.matching import match
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    LIST,
    figures,
    named,
    people,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

DATED = [["Date", "Venue district", "Female", "Male"], ["2023-05-09", "Kasur", "1", "2"],
         ["2023-05-10", "Lahore", "3", "4"]]  # fmt: skip
ABOVE = ["Training on referral, 9-10 May 2023"]
NAMES = [row[:4] for row in people(3)]


def both(first: list, second: list) -> list:
    return [[*one, *other] for one, other in zip(first, second, strict=True)]


TOPIC = both(DATED, [["Topic"], ["Referral"], ["Screening"]])
ADDRESSED = [ABOVE, ["Title", *LIST[:4]], *both([["Mr"], ["Ms"], ["Miss"]], NAMES)]
ORDERED = [DATED[0], *[[day, *DATED[1][1:]] for day in
           ("13/03/2023", "14/04/2023", "15.05.2023", "04/07/2023")]]  # fmt: skip
UNDER_DAYS = [["Training on referral"], [*LIST, "2023-05-09", "2023-05-10"],
              *both(people(3), [["P", "A"], ["A", "P"], ["A", "A"]])]  # fmt: skip
TICKS = [["✓", "✓", "", "2"], ["✓", "", "", "1"], ["", "", "", "0"]]
TICKED = [ABOVE, [*LIST, "21", "22", "23", "Total"], *both(people(3), TICKS)]
BY_DAY = [ABOVE, ["Attendance - Day 1 (9 May 2023)"], LIST, *people(3),
          ["Attendance - Day 2 (10 May 2023)"], LIST, *people(2)]  # fmt: skip
BATCHES = [["Training on referral"], ["Batch-1", "9-10 May 2023"], ["Batch-2", "16-17 May 2023"],
           [*LIST, "Batch"], *both(people(3), [["Batch-1"], ["Batch-2"], ["Batch-2"]])]  # fmt: skip
BESIDE = [ABOVE, [*LIST, "", "District", "Participants"],
          *both(people(3), [["", "Kasur", "3"], ["", "Total", "3"], ["", "", ""]])]  # fmt: skip
SIGNED = [ABOVE, LIST, *people(3), ["", "", "Assistant Commissioner (HR)"]]
OF_SEXES = ["Police", "Social Welfare"] * 2
GROUPS_OVER = [["Date", "District", "Men", "", "Women", ""], ["", "", *OF_SEXES],
               ["2023-05-09", "Kasur", "1", "2", "3", "4"]]  # fmt: skip
BLOCKS = [LIST, ["Training 1: Referral, 9 May 2023"], *people(2),
          ["Training 2: Screening, 12 June 2023"], *people(1, "b")]  # fmt: skip
NUMBERS = [["Training", "Date", "District", "Department", "Gender", "Number"],
           ["Referral", "2023-05-09", "Kasur", "Police", "Male", "5"],
           ["Referral", "2023-05-09", "Kasur", "Police", "Female", "2"]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (DATED, (2, 10)),
        (TOPIC, (2, 10)),
        (UNDER_DAYS, (1, 2)),
        (BATCHES, (2, 3)),
        (GROUPS_OVER, (1, 10)),
        (BLOCKS, (2, 3)),
        (NUMBERS, (1, 7)),
    ],
)
def test_what_is_plain_is_read_unasked(rows: list, expected: tuple[int, int]) -> None:
    assert figures(read(text_of(rows).encode())) == expected


@pytest.mark.parametrize(
    ("rows", "people_in"),
    [(ADDRESSED, 3), (TICKED, 2), (BY_DAY, 3), (BESIDE, 3), (SIGNED, 3)],
)
def test_who_is_in_a_list_is_counted_once_and_nobody_else(rows: list, people_in: int) -> None:
    fields = {"Date above the rows": "date_start", "Title above the rows": "title"}
    assert figures(read(workbook_of({"List": rows}), fields)) == (1, people_in)


def test_mr_and_ms_tell_a_sex_where_no_column_does() -> None:
    found = read(workbook_of({"List": ADDRESSED}))
    assert isinstance(found, Understood)
    group = found.checked.attendance.iloc[0]
    assert (group["participants_f"], group["participants_m"]) == (2, 1)


def test_rows_of_one_day_may_be_of_one_training_and_are_asked_about() -> None:
    rows = [["Date", "District", *DATED[0][2:]], *map(list, DATED[1:])]
    rows[2][0] = rows[1][0]
    found = read(text_of(rows).encode())
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.kinds == ("groups", "trainings")
    assert not found.proposal.missing


def test_the_order_of_dates_that_two_others_alone_have_is_theirs_and_said() -> None:
    found = read(text_of(ORDERED).encode())
    assert figures(found)[0] == len(ORDERED) - 1
    assert isinstance(found, Understood)
    assert sum("dates are day/month/year" in note for note in found.notes) == 1
    assert "2023-07-04" in found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").to_list()


@pytest.mark.parametrize("days", [["07/16/2023"], None])
def test_two_orders_of_dates_or_one_date_alone_are_asked_about(days: list | None) -> None:
    rows = [*ORDERED, *[[day, *DATED[1][1:]] for day in days]] if days else ORDERED[::4]
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["date"]


def test_yes_and_no_in_brackets_name_no_serial_number() -> None:
    rows = [ABOVE, [*LIST, "Trained (Yes/No)"], *both(people(3), [["Yes"], ["No"], ["Yes"]])]
    found = read(text_of(rows).encode())
    assert unsure(found) == {"Trained (Yes/No)": "presence"}


def test_a_letter_has_another_day_than_the_training() -> None:
    letter = ["Annex-A to Letter No. DC/1 dated 03-03-2023"]
    title = ["List of participants, training on referral held on 27-28 Feb 2023 at Hall One"]
    fields = {"Title above the rows": "title", "Venue above the rows": "venue"}
    found = read(workbook_of({"List": [letter, title, LIST, *people(3)]}), fields)
    assert isinstance(found, Understood)
    assert str(found.checked.trainings["date_start"].iloc[0])[:10] == "2023-02-27"


def test_a_sheet_that_sums_up_another_is_said_to_be_not_read() -> None:
    sums = [["Training", "Male", "Female"], ["Referral", "2", "8"]]
    found = read(workbook_of({"List": DATED, "Summary": sums}))
    assert figures(found) == (2, 10)
    assert isinstance(found, Understood)
    assert any("sums up others: Summary" in note for note in found.notes)
    assert figures(read(workbook_of({"Summary": DATED}))) == (2, 10)


def test_a_total_without_a_saved_value_is_not_missed_beside_its_parts() -> None:
    rows = [[*DATED[0], "Total"], [*DATED[1], "=C2+D2"], [*DATED[2], "=C3+D3"]]
    numbers = [[int(cell) if cell.isdecimal() else cell for cell in row] for row in rows]
    assert figures(read(workbook_of({"List": numbers}))) == (2, 10)
    numbers[1][2] = ""
    assert figures(read(workbook_of({"List": numbers})))[1] == 7


@pytest.mark.parametrize("name", ["Date of distribution", "Cases registered"])
def test_tables_of_goods_or_cases_are_refused(name: str) -> None:
    rows = [["District", name, "Male", "Female"], ["Kasur", "3", "1", "2"]]
    with pytest.raises(ReadingError, match="not of trainings"):
        read(text_of(rows).encode())


@pytest.mark.parametrize(
    ("written", "agency"),
    [("D.C. Office", "District Administration"), ("F.I.A", "FIA"), ("SSDO", "Civil society"),
     ("DC Office Kasur", "District Administration"), ("NGOs/CSOs", "Civil society")],
)  # fmt: skip
def test_agencies_as_offices_write_them(written: str, agency: str) -> None:
    assert find_agency(written, Decisions()).agency == agency


def test_letters_that_stand_for_a_name_are_like_no_agency() -> None:
    assert not find_agency("XSDO", Decisions()).candidates


@pytest.mark.parametrize(
    "posting",
    ["Tehsildar, Kasur", "SI, PS City Kasur", "Inspector Investigation, DPO Office Kasur"],
)
def test_a_post_before_a_posting_does_not_hide_its_district(posting: str) -> None:
    assert match(posting).adm2_pcode == "PK614"
    assert match("FIA Kasur Circle").adm2_pcode == "PK614"


# ---------------------------------------------------------------------- the one number of a table


@pytest.mark.parametrize("name", ["Number of staff"])
def test_the_one_number_of_a_table_whose_staff_attended_counts_them(name: str) -> None:
    header = ["Topic", "Dates", "Place", "District whose staff attended", name]
    rows = [["Referral", DAY, "DC Office", "Kasur", "24"],
            ["Referral", "16 May 2023", "DC Office", "Okara", "15"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header), agency="not published")) == (2, 39)
    header[3] = "District"  # perhaps those who are posted there
    assert unsure(read(csv_of(*rows, header=header))) == {name: "participants_total"}
    trainers = [*header[:4], "No. of trainers"]
    assert figures(understood(csv_of(*rows, header=trainers))) == (2, 0)


def test_remarks_that_hold_a_word_of_an_agency_tell_none() -> None:
    header = ["Activity", "Date", "Venue", "Male", "Female", "Remarks"]
    rows = [["Referral", DAY, "DC Office Gujrat", "17", "6", "media covered"],
            ["Screening", "16 May 2023", "DC Office Gujrat", "9", "3", ""]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (2, 35)
    rows = [[*row[:5], agency] for row, agency in zip(rows, ("Police", "FIA"), strict=True)]
    assert unsure(read(csv_of(*rows, header=header))) == {"Remarks": "department"}


def test_who_reports_sessions_with_children_is_not_their_agency() -> None:
    header = ["Organization", "Session", "Date", "Village / UC", "Home District", "Men", "Women",
              "Boys", "Girls", "Total"]  # fmt: skip
    rows = [["Zarqoon Uplift Forum", "Session on migration", DAY, "Tando Masti", "Khairpur", "4",
             "2", "3", "1", "10"],
            ["Zarqoon Uplift Forum", "Session on migration", "10 May 2023", "Piryaloi",
             "Khairpur", "5", "2", "0", "0", "7"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (2, 17)
    assert summed(found, "agency") == {"Not published": 17}
    assert not found.checked.queue


# ------------------------------------------------------------------ titles, and what is below

QUARTER = ["Nowhere Directorate - Trainings held during 2nd Quarter 2023"]
COUNTED = ["S.No", "District", "Male", "Female"]
OF_QUARTER = [QUARTER, [""], ["Training of police officers, 26-27 April 2023, Kasur"], COUNTED,
              ["1", "Kasur", "7", "2"], ["2", "Okara", "4", "0"],
              ["Training of police officers, 17 May 2023, Lahore"], COUNTED,
              ["1", "Lahore", "6", "1"]]  # fmt: skip
REPORTING = [["Training 1: Ethical reporting, 12 to 13 February 2023, Hall One"], LIST, *people(2),
             ["Training 2: Data reporting for secretariats, 25 April 2023, Hall Two"], LIST,
             *people(1, "b")]  # fmt: skip
BELOW = [["Sr.", "Name & Parentage", "Rank", "Distt", "Gender"],
         *[[str(n), f"Zarqoon{n} Nobody S/O Bahman Nobody", "ASI", "Kasur", "Mail"]
           for n in range(1, 6)], [""], ["", "Training: Referral"],
         ["", "Held on 14 February 2023 at Police Lines Kasur"]]  # fmt: skip
ABSENT = [ABOVE, LIST, *people(3), [""], ["Total participants: 3 (Male 0, Female 3)"],
          ["Note: Two nominees of Dadu did not report."],
          ["Prepared by Bahman Nobody"]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [(OF_QUARTER, (2, 20)), (REPORTING, (2, 3)), (BELOW, (1, 5)), (ABSENT, (1, 3))],
)
def test_a_title_tells_its_training_whatever_else_stands_there(
    rows: list, expected: tuple[int, int]
) -> None:
    found = understood(workbook_of({"List": rows}))
    assert figures(found) == expected
    assert "2nd Quarter" not in found.checked.trainings["title"].str.cat()


def test_a_note_on_who_did_not_come_is_loud_where_no_total_is_of_all() -> None:
    rows = [*ABSENT[:5], ["Total participants: 2"], *ABSENT[7:]]
    assert set(understood(workbook_of({"List": rows})).checked.problems["row"]) == {7}


# --------------------------------------------------------------------- columns of persons


def test_words_for_a_rank_an_employer_or_a_reason_are_not_asked_about() -> None:
    words = [["Rank & No.", "Member of", "Status", "Reason if absent"],
             ["ASI 332", "Police", "Present", ""], ["SI 57", "Police", "Absent", "Leave"],
             ["HC 871", "Education", "Cancelled", ""]]  # fmt: skip
    listed = both([[row[1], *row[3:]] for row in (LIST, *people(3))], words)
    found = understood(workbook_of({"List": [ABOVE, *listed]}))
    assert summed(found, "agency") == {"Police": 1}


def test_a_district_among_what_is_told_of_a_person_is_the_persons() -> None:
    header = ["S#", "Date", "Venue", "Name", "Post", "Department", "District", "Sex"]
    rows = [[str(n), "2023-05-09", "Hall One", f"Zarqoon{n} Nobody", "Clerk", "Police", "Kasur",
             "F"] for n in range(1, 7)]  # fmt: skip
    found = understood(workbook_of({"List": [ABOVE, header, *rows]}))
    assert summed(found, "adm2_pcode") == {"PK614": 6}
    asked = [[*row[:3], row[6], *row[3:6], row[7]] for row in (header, *rows)]
    assert unsure(read(workbook_of({"List": [ABOVE, *asked]}))) == {"District": "district"}


def test_what_is_planned_or_cancelled_without_a_day_is_set_aside_and_listed() -> None:
    rows = [["Course", "Staff of District", "Start", "Participants", "Status"],
            ["Referral", "Kasur", "2023-05-09", "24", "Completed"],
            ["Referral", "Okara", "", "", "Planned"],
            ["Referral", "Lahore", "2023-06-12", "20", "Cancelled (flu)"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 24, "PK617": 20}
    assert found.checked.trainings["status"].tolist() == ["held", "cancelled"]
    assert [row.row for row, __ in found.checked.tables["attendance"].left_out] == [3]


def test_what_is_not_yet_held_on_its_day_has_nobody_and_no_problem() -> None:
    words = ["In progress (day 2)", "Postponed", "To be held", "Planned"]
    rows = [["POLICE COURSES"], [], ["Course", "Start", "Status", "No. of police trained"],
            ["Referral", "2023-05-09", "Completed", "24"],
            ["Screening", "2023-06-12", "Completed", "20"],
            *(["Law", f"2023-06-{n}", word, ""] for n, word in enumerate(words, 25))]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert summed(found, "agency") == {"Police": 44}
    assert not len(found.checked.problems)
    assert found.checked.trainings["status"].tolist() == ["held", "held", "planned"]
    assert [row.row for row, __ in found.checked.tables["attendance"].left_out] == [6, 7, 8]


def test_participants_whose_sex_is_not_recorded_are_no_total() -> None:
    header = ["Training", "Date", "Participants (F)", "Participants (M)",
              "Participants (sex not recorded)"]  # fmt: skip
    found = understood(csv_of(["Referral", DAY, "3", "4", "5"], header=header))
    assert figures(found) == (1, 12)
    assert found.checked.attendance["participants_unspecified"].tolist() == [5]


def test_leave_in_roman_urdu_is_absence_and_railways_are_a_body() -> None:
    above = [f"Training on referral, {DAY}"]
    rows = [above, [*LIST, "Hazri"], *both(people(3, Department="Pakistan Railways"),
            [["Hazir"], ["Rukhsat"], ["Hazir"]])]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Pakistan Railways": 2}


# --------------------------------------------------------------------- whose people they are


def organisations(name: str, *written: str, more: str = "", **other: str) -> bytes:
    """Return a list of women of Kasur, each of an organisation, and of its kind where ``more``."""
    header = ["S#", "Name", "Sex", "District", name, *([more] if more else [])]
    rows = [[*named(n, "Kasur"), *text.split("; ")] for n, text in enumerate(written, start=1)]
    return workbook_of({"List": [[other.get("above", ABOVE[0])], header, *rows]})


def test_organisations_under_ngo_are_civil_society_whatever_a_title_names() -> None:
    content = organisations("NGO / CSO", "Sujag Sansar", "Naway Kor", "Sujag Sansar",
                            above=f"Training of NGO staff on referral, {DAY}")  # fmt: skip
    assert summed(understood(content), "agency") == {"Civil society": 3}


def test_a_word_alone_that_three_persons_have_is_a_body_and_said() -> None:
    found = understood(organisations("Organization", "OEP", "Police", *["Shajar", "OEP"] * 3))
    assert summed(found, "agency") == {"OEP": 4, "Police": 1, "Shajar": 3}
    assert any("OEP" in note and "Shajar" in note for note in found.notes)
    fewer = understood(organisations("Organization", "Zarqoon", "Police", "OEP", "OEP"))
    assert len(fewer.checked.queue) == 2  # either may be a name


def test_the_kind_of_an_organisation_tells_its_agency_where_its_name_does_not() -> None:
    written = ("Naway Kor; NGO", "VO Tasp; NGO", "Kasur Police; Police")
    found = understood(organisations("Organisation", *written, more="Type"))
    assert summed(found, "agency") == {"Civil society": 2, "Police": 1}


def test_what_is_of_the_participants_by_its_name_is_theirs() -> None:
    rows = [[*DATED[0], "Department of participants", "District of trainees"],
            [*DATED[1], "Police", "Kasur"], [*DATED[2], "FIA", "Okara"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 3, "FIA": 7}
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 7}


# ------------------------------------------------------------------------ one line and its day


def test_one_line_above_that_has_the_day_of_its_sheet_is_the_training() -> None:
    sheets = {"9 May": [["Trafficked women: first contact, 9 May 2023, Hall One"], LIST,
                        *people(2)],
              "10 May": [["Front desks, 10 May 2023, Hall"], LIST, *people(1, "b")]}  # fmt: skip
    found = understood(workbook_of(sheets))
    assert figures(found) == (2, 3)
    assert found.checked.trainings["title"].str.startswith(("Trafficked", "Front")).all()
    letter = {"9 May": [["Letter no. 12 dated 9 May 2023"], *sheets["9 May"][1:]]}
    assert isinstance(read(workbook_of(letter)), Question)


def test_titles_between_rows_are_of_them_though_an_office_heads_the_list() -> None:
    rows = [["POLICE TRAINING SCHOOL"], ["Trainees of short courses 2023"], *BLOCKS]
    assert figures(understood(workbook_of({"List": rows}))) == (2, 3)


PLANNED_BESIDE = ["Training", "Held on", "District", "Agency trained", "Planned participants",
                  "Actual male", "Actual female", "Actual total"]  # fmt: skip


def beside_one_not_held(title: str, day: str, *came: str) -> bytes:
    rows = [PLANNED_BESIDE, ["Referral", "2023-02-08", "Kasur", "FIA", "25", "19", "3", "22"],
            [title, day, "Okara", "Police", "20", *came],
            ["Referral", "2023-03-15", "Okara", "Police", "30", "24", "4", "28"]]  # fmt: skip
    return text_of(rows).encode()


@in_turn({
    "title": ["Basics - postponed", "Basics [not held]"],
    "day": ["", "2023-05-10"],
})  # fmt: skip
def test_a_title_that_says_that_it_was_not_held_counts_nobody(title: str, day: str) -> None:
    found = understood(beside_one_not_held(title, day, "", "", ""))
    assert not len(found.checked.problems)
    assert summed(found, "agency") == {"FIA": 22, "Police": 28}


def test_a_title_that_says_that_it_was_not_held_against_who_came_is_a_problem() -> None:
    against = beside_one_not_held("Basics (CANCELLED)", "2023-05-10", "7", "1", "8")
    assert len(understood(against).checked.problems) == 1


def yes_and_no(called: str, *above: list[str]) -> Understood | Question:
    header = ["Sr", "Name", "Sex", "Department", "District", called]
    rows = [["1", "Zarqoon A", "F", "Police", "Kasur", "Yes"],
            ["2", "Zarqoon B", "M", "Police", "Okara", "No"],
            ["3", "Zarqoon C", "M", "NGO", "Okara", "Yes"]]  # fmt: skip
    return read(workbook_of({"List": [*above, header, *rows]}))


@pytest.mark.parametrize(
    ("called", "above"),
    [("Whether attended", ABOVE), ("Training attended (Y/N)", ABOVE),
     ("Did you attend the training on referral of 9 May 2023?", [])],
)  # fmt: skip
def test_yes_and_no_say_who_came_where_the_name_of_their_column_asks_it(
    called: str, above: list[str]
) -> None:
    found = yes_and_no(called, above)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 2)


@pytest.mark.parametrize(
    "called",
    ["Have you attended any training before?", "Did you attend the training of 3 March 2022?",
     "Whether not attended", "Attended previous training (Y/N)"],
)  # fmt: skip
def test_yes_and_no_on_another_training_do_not_say_who_came_unasked(called: str) -> None:
    found = yes_and_no(called, ABOVE)
    assert isinstance(found, Question) or figures(found) == (1, 3)


@pytest.mark.parametrize("boys", [["3", "0"]])
def test_totals_of_each_sex_that_add_children_are_counted_no_second_time(boys: list[str]) -> None:
    header = ["Activity", "Date", "District of participants", "Men", "Women", "Boys", "Girls",
              "Total male", "Total female", "Total"]  # fmt: skip
    rows = [["Migration", f"{n}-07-2023", place, "10", "8", boy, "2", str(10 + int(boy)), "10",
             str(20 + int(boy))]
            for n, place, boy in zip((25, 26), ("Kasur", "Okara"), boys, strict=True)]  # fmt: skip
    found = understood(text_of([header, *rows]).encode(), agency="not published")
    came = found.checked.attendance[["participants_m", "participants_f"]].sum().tolist()
    assert came == [20 + sum(map(int, boys)), 20]
    wrong = [[*rows[0][:7], "14", "10", "24"], rows[1]]
    assert "Men" in unsure(read(text_of([header, *wrong]).encode()))


def test_a_table_in_urdu_is_read_by_its_names() -> None:
    header = ["نمبر", "تاریخ تربیت", "ضلع (رہائش)", "تربیت پانے والے مرد", "تربیت پانے والی خواتین"]
    rows = [["1", "3 ستمبر 2024", "قصور", "14", "6"], ["2", "5 ستمبر 2024", "اوکاڑہ", "11", "2"]]
    found = understood(text_of([header, *rows]).encode(), agency="not published")
    assert figures(found) == (2, 33)
    assert summed(found, "adm2_pcode") == {"PK614": 20, "PK626": 13}


@pytest.mark.parametrize(
    "period", ["جنوری تا مارچ 2024", "Jan ta March 2024", "جنوری سے مارچ 2024"]
)
def test_months_with_a_word_in_urdu_between_them_are_all_of_them(period: str) -> None:
    assert days_of_months(period) == ("2024-01-01", "2024-03-31")
    assert days_in(f"تعداد ({period})", None) == [period]


@pytest.mark.parametrize(
    ("called", "said", "agencies"),
    [("Police officers from", {}, {"Police": 39}),
     ("Officers from (Labour and Police)", {"agency": "not published"}, {"Not published": 39}),
     ("District", {}, None)],  # perhaps those who are posted there
)  # fmt: skip
def test_the_one_number_beside_where_people_came_from_counts_them(
    called: str, said: dict[str, str], agencies: dict[str, int] | None
) -> None:
    header = ["Date", "Training", called, "No. of officers"]
    rows = [["27.2.23", "Referral", "Kasur", "24"], ["13.3.23", "Referral", "Okara", "15"]]
    found = read(csv_of(*rows, header=header), **said)
    if agencies is None:
        assert "No. of officers" in unsure(found)
        return
    assert isinstance(found, Understood)
    assert figures(found)[1] == 39
    assert summed(found, "agency") == agencies
