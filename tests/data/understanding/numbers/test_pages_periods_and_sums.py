"""What a table repeats of itself: pages, periods of a report, sums of groups, days of a week."""

import pytest

from data.records.calendar.dates import read_day
from data.records.errors import ReadingError
from data.understanding.layout.titles.days.reported_periods import without_periods_of_reports
from data.understanding.understand import Answers, Question, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import figures, people, read, summed, understood, unsure
from tests.in_turn import in_turn

ABOVE = ["Training on referral held on 9 May 2023"]


# ------------------------------------------------------------------------------ pages

LISTED = ["S#", "Name", "Department", "District", "M", "F"]


def page(first: int, number: int) -> list[list[str]]:
    return [[str(n), f"Zarqoon{n} Nobody", "Police", "Kasur", "1", ""]
            for n in range(first, first + number)]  # fmt: skip


@pytest.mark.parametrize(
    ("over", "forward", "mark"),
    [
        ("Carried forward", "Brought over", "Page No. 2 of 2"),
        ("Total of page", "Brought down", "صفحہ نمبر 2"),
    ],
)
def test_sums_that_go_over_to_the_next_page_are_nobody(over: str, forward: str, mark: str) -> None:
    rows = [ABOVE, LISTED, *page(1, 3), ["", over, "", "", "3"], ["", "", mark], LISTED,
            ["", forward, "", "", "3"], *page(4, 2), ["", "Total", "", "", "5"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (1, 5)


# ------------------------------------------------------------------------------ periods

SUMMARY = [["Training", "Coming from (District)", "Department", "No. of participants"],
           ["Sukkur, 22-23 January 2025", "Khairpur", "Police", "4"],
           ["Sub-total", "", "", "4"],
           ["Hyderabad, 18-19 Feb 2025", "Jamshoro", "FIA", "2"],
           ["Sub-total", "", "", "2"]]  # fmt: skip


def test_days_in_titles_are_those_of_the_trainings_of_a_report() -> None:
    rows = [["Travel paid to participants, Jan-Mar 2025"], *SUMMARY]
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 6)
    assert sorted(found.checked.trainings["date_start"].astype(str))[0].startswith("2025-01-22")


def test_days_in_titles_that_are_not_in_the_period_above_are_asked_about() -> None:
    rows = [["Travel paid to participants, Apr-Jun 2025"], *SUMMARY]
    assert understood(text_of(rows).encode()).checked.queue


AGENCIES = [["Agency", "Women", "Men"], ["Police", "1", "3"], ["FIA", "2", "0"]]
OWN = "Training of committee members, Kasur, 12-14 August 2024"


@pytest.mark.parametrize(
    "above",
    [
        ["Reporting period: 1 July – 30 September 2024 (Q3)", OWN],
        ["Period under report: 1 July to 30 September 2024", OWN],
        ["Quarter: 1 July – 30 September 2024", OWN],
        ["Period: 1 July – 30 September 2024", OWN],
        ["FY: 1 July 2024 – 30 June 2025", OWN],
        ["For the month of August 2024", OWN],
        ["دورانیہ رپورٹ: 1 July – 30 September 2024", OWN],
        [OWN + " (reporting period: 1 July – 30 September 2024)"],
    ],
)
def test_the_period_of_a_report_gives_way_to_the_days_of_its_training(above: list[str]) -> None:
    left = " ".join(without_periods_of_reports(above, "Annex"))
    assert OWN in left
    assert left.count("2024") == 1
    if above[0].startswith(("FY", OWN)):
        found = understood(
            workbook_of({"Annex": [*([one] for one in above), *AGENCIES]}), district="not recorded"
        )
        training = found.checked.trainings.iloc[0]
        days = training["date_start"], training["date_end"]
        assert [f"{day:%m-%d}" for day in days] == ["08-12", "08-14"]


@pytest.mark.parametrize("words", ["Reporting period"])
def test_where_only_a_period_is_told_it_is_asked_on_which_days_it_was(words: str) -> None:
    above = [[f"{words}: 1 July – 30 September 2024"], ["Training of committee members"]]
    assert unsure(read(workbook_of({"Annex": [*above, *AGENCIES]})))


# ------------------------------------------------------------------------------ ticks of days

DAYS = [*["S#", "Name", "Department", "District", "Sex"], "Attendance", ""]
TICKS = [["✓", "✓"], ["", "✓"], ["", ""]]


@pytest.mark.parametrize("days", [("27.05", "28.05"), ("Day 1", "Day 2"), ("27 May", "28 May")])
def test_ticks_under_attendance_say_who_came_on_a_day(days: tuple[str, str]) -> None:
    rows = [["Training on referral held on 27-28 May 2024"], DAYS, ["", "", "", "", "", *days],
            *[[*row, *one] for row, one in zip(people(3), TICKS, strict=True)],
            ["", "Present on the day", "", "", "", "1", "2"]]  # fmt: skip
    assert figures(understood(workbook_of({"List": rows}))) == (1, 2)


# ------------------------------------------------------------------------------ sums of groups

AGES = [["Officials of Police trained, 9 May 2023"],
        ["District", "18-29", "", "30-44", "", "All ages", "", ""],
        ["", "W", "M", "W", "M", "W", "M", "W+M"],
        ["Kasur", "2", "1", "1", "3", "3", "4", "7"],
        ["Okara", "1", "1", "0", "2", "1", "3", "4"],
        ["Sum", "3", "2", "1", "5", "4", "7", "11"]]  # fmt: skip


def test_women_and_men_of_all_ages_are_counted_once() -> None:
    found = understood(workbook_of({"Ages": AGES}))
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 4}
    assert found.checked.attendance["participants_f"].sum() == 4


def test_groups_of_which_none_sums_up_the_others_are_not_counted_as_all() -> None:
    rows = [list(row) for row in AGES]
    rows[3][5] = "9"
    found = read(workbook_of({"Ages": rows}))
    assert unsure(found)


QUARTERS = [["Officials trained on referral, 2024 (actual)"],
            ["Agency", "Q1", "", "Q2", "", "2024", "", ""],
            ["", "M", "F", "M", "F", "M", "F", "All"],
            ["FIA", "6", "1", "4", "2", "10", "3", "13"],
            ["Police", "11", "2", "9", "1", "20", "3", "23"],
            ["Total", "17", "3", "13", "3", "30", "6", "36"]]  # fmt: skip


def test_the_year_beside_its_quarters_is_not_counted_again() -> None:
    found = read(
        workbook_of({"Year": QUARTERS}),
        {"Quarter of the column": "date_start"},
        district="not recorded",
    )
    assert summed(found, "agency") == {"FIA": 13, "Police": 23}


# ------------------------------------------------------------------------------ days of a week


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09/03/2024 (Saturday)", "2024-03-09"),
        ("Tuesday, 09/03/2024", "2024-09-03"),
        ("09/03/2024 ہفتہ", "2024-03-09"),
        ("09/03/2024 (Monday)", ""),
        ("02/03/2024 Saturday", ""),
        ("09/03/2024", ""),
    ],
)
def test_the_day_of_the_week_tells_a_day_from_a_month(text: str, day: str) -> None:
    assert read_day(text).iso == day


def test_a_day_of_the_week_above_a_list_tells_its_day() -> None:
    rows = [["Training on referral, dated 09/03/2024 (Saturday), at Kasur"],
            ["S#", "Name", "Department", "District", "Sex"], *people(2)]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert str(found.checked.trainings["date_start"].iloc[0]).startswith("2024-03-09")


def test_who_stands_under_two_agencies_is_asked_about_and_of_neither() -> None:
    header = ["S#", "Name", "District", "Sex"]
    one = ["1", "Zarqoon1 Nobody", "Kasur", "F"]
    rows = [ABOVE, header, ["POLICE"], one, ["SOCIAL WELFARE & LABOUR"], [*one[:1], "Zarqoon2 One",
            *one[2:]]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 1}
    assert [item.kind for item in found.checked.queue] == ["agency"]


# ------------------------------------------------------------------------------ indicators

INDICATORS = [["Ind. code", "Indicator", "Quarter", "District of participants", "Disaggregation",
               "Value"],
              ["2.1.0", "# of trainings held for AHTCs", "2025-Q1", "", "", "2"],
              ["2.1.1", "# of AHTC members trained", "2025-Q1", "Swat", "Male", "7"],
              ["2.1.1", "# of AHTC members trained", "2025-Q1", "Swat", "Female", "3"],
              ["2.1.1", "# of AHTC members trained", "2025-Q1", "Mardan", "Male", "4"],
              ["2.2.1", "# of IEC kits distributed", "2025-Q1", "", "", "250"]]  # fmt: skip


def test_of_a_long_table_of_indicators_those_trained_are_counted() -> None:
    said = {"agency": "not published"}
    answers = Answers(constants=said, kind="groups", as_above=False, month_day="first")
    found = understand([text_of(INDICATORS).encode()], TODAY, answers=answers)
    assert summed(found, "adm2_pcode") == {"PK523": 4, "PK532": 10}


def test_indicators_of_whom_none_was_trained_are_refused() -> None:
    rows = [row for row in INDICATORS if "trained" not in row[1]]
    with pytest.raises(ReadingError, match="indicators"):
        read(text_of(rows).encode())


@pytest.mark.parametrize(
    "names",
    [("Data", "Category option combo", "Period", "Organisation unit", "Value"),
     ("Data element", "Category", "Period", "Org unit (AHTC district)", "Value")],
)  # fmt: skip
def test_the_long_table_of_a_server_of_statistics_is_read_as_somebody_says(names) -> None:
    rows = [[f"AHTC - {who} officials trained", sex, "July 2024", place, str(n)]
            for who in ("Police", "FIA") for sex, n in (("Female", 3), ("Male", 4))
            for place in ("Okara", "Sahiwal")]  # fmt: skip
    assert isinstance(read(text_of([names, *rows]).encode()), Question)
    fields = ("department", "sex", "date_start", "district", "participants_total")
    answers = Answers(
        fields=dict(zip(names, fields, strict=True)),
        constants={"title": "Trainings"},
        kind="groups",
        month_day="first",
    )
    found = understand([text_of([names, *rows]).encode()], TODAY, answers=answers)
    assert summed(found, "adm2_pcode") == {"PK626": 14, "PK631": 14}
    others = [["Malaria - cases confirmed", *row[1:]] for row in rows]
    with pytest.raises(ReadingError, match="indicators"):
        read(text_of([names, *others]).encode())


# ------------------------------------------------------------------------------ days of each row

COURSES = [["S. No.", "Name of Course", "{column}", "Department", "Male", "Female"],
           ["1", "Referral", "15-01-2023 to 19-01-2023", "Police", "2", "3"],
           ["2", "Refresher on the law", "4-03-2023 to 6-03-2023", "FIA", "4", "1"],
           ["3", "Safe migration", "22-04-2023", "Police", "4", "1"],
           ["", "Grand Total", "", "", "10", "5"]]  # fmt: skip


@in_turn({
    "column": ["Period", "Duration", "Period of training"],
    "above":
    ["Questions asked at the sitting held on Thursday, 16th May, 2023",
     "Reply of 16 May 2023: the training courses are as under", "Trainings held in 2023"],
})  # fmt: skip
def test_days_of_each_row_are_read_whatever_day_stands_above(column: str, above: str) -> None:
    rows = [[cell.format(column=column) for cell in row] for row in COURSES]
    found = understood(workbook_of({"Reply": [[above], *rows]}), district="not recorded")
    assert figures(found) == (3, 15)
    days = zip(found.checked.trainings["date_start"], found.checked.trainings["date_end"],
               strict=True)  # fmt: skip
    assert sorted((f"{one:%m-%d}", f"{last:%m-%d}") for one, last in days) == [
        ("01-15", "01-19"), ("03-04", "03-06"), ("04-22", "04-22"),
    ]  # fmt: skip


def test_the_report_to_which_a_table_is_annexed_is_no_part_of_its_title() -> None:
    annexed = [f"Annex C to donor report Q3: {OWN}", "Annex B, 5 May 2024: its list"]
    assert without_periods_of_reports(annexed, "S") == (OWN, annexed[1])
