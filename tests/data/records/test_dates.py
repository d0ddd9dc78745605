"""Dates as the field writes them."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.records.calendar.dates import MONTH_DAYS, is_day, read_day
from data.records.calendar.months import read_quarter
from data.records.problems.of_rows import MONTH_ALONE, TWO_DATES
from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.understand import Answers, Understood, understand
from tests.data.sheets_made import GROUP, GROUPS, checked, groups, understood, workbook_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-05-09", "2023-05-09"),
        ("20230509", "2023-05-09"),
        ("2023/5/9", "2023-05-09"),
        ("2023-05-09 23:30:00", "2023-05-09"),
        # No time zone moves it to another day, or month.
        ("2023-05-31T23:30:00.000+05:00", "2023-05-31"),
        ("2023-06-01T00:10:00Z", "2023-06-01"),
        ("9 May 2023", "2023-05-09"),
        ("9th May, 2023", "2023-05-09"),
        ("Tuesday the 9th May 2023", "2023-05-09"),
        ("09-May-23", "2023-05-09"),
        ("May 9, 2023", "2023-05-09"),
        ("12 Sept 2023", "2023-09-12"),
        ("25/09/2023", "2023-09-25"),
        ("09/25/2023", "2023-09-25"),
        ("05.05.2023", "2023-05-05"),
        # Where one of the numbers can be no month, a year of two digits does not matter.
        ("27.2.23", "2023-02-27"),
        ("Monday, 27 Feb 2023", "2023-02-27"),
        ("\u06f2\u06f7 فروری \u06f2\u06f0\u06f2\u06f3ء", "2023-02-27"),
        ("27 Farwari 2023", "2023-02-27"),
        ("", ""),
    ],
)
def test_a_date_that_says_one_day(text: str, iso: str) -> None:
    found = read_day(text)
    assert (found.iso, found.problem) == (iso, None)


@pytest.mark.parametrize(
    "text", ["4/12.06.2023", "13/12.06.2023", "12/13/06/2023", "12.13.06.2023", "30/31.06.2023",
             "12/13.06/2023", "28/01.03.2023"]
)  # fmt: skip
def test_numbers_before_a_day_that_are_not_the_days_before_it_are_no_date(text: str) -> None:
    found = read_day(text)
    assert (found.iso, found.readings) == ("", ())
    assert found.problem


def test_days_before_their_month_are_none_where_the_month_comes_first() -> None:
    assert not read_day("5/6.7.2024", "mdy").iso


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("27-28 Feb 2023", "2023-02-27", "2023-02-28"),
        ("27th-28th Feb, 2023", "2023-02-27", "2023-02-28"),
        ("27 to 28.2.23", "2023-02-27", "2023-02-28"),
        ("27 aur 28 Feb 2023", "2023-02-27", "2023-02-28"),
        ("26, 27 aur 28 Feb 2023", "2023-02-26", "2023-02-28"),
        ("27 Feb se 1 March 2023 tak", "2023-02-27", "2023-03-01"),
        ("11 اور 12 جون 2023ء", "2023-06-11", "2023-06-12"),
        ("11 سے 13 جون 2023 تک", "2023-06-11", "2023-06-13"),
        ("5 to 6.2.23", "2023-02-05", "2023-02-06"),
        ("12, 13 and 14 Oct 2023", "2023-10-12", "2023-10-14"),
        ("12 & 13 October, 2023", "2023-10-12", "2023-10-13"),
        ("12th & 13th of October 2023", "2023-10-12", "2023-10-13"),
        ("12/13 Oct 2023", "2023-10-12", "2023-10-13"),
        ("Sept 12-13-14, 2023", "2023-09-12", "2023-09-14"),
        ("8-9-10 Sept 2023", "2023-09-08", "2023-09-10"),
        ("12th, 13th and 14th Sept. 2023", "2023-09-12", "2023-09-14"),
        ("Sep 12/13/14, 2023", "2023-09-12", "2023-09-14"),
        ("12/13.10.2023", "2023-10-12", "2023-10-13"),
        ("1,2/3.4.24", "2024-04-01", "2024-04-03"),
        ("12, 13/10/2023", "2023-10-12", "2023-10-13"),
        ("12/13-10-2023", "2023-10-12", "2023-10-13"),
        (
            "\u06f1\u06f2/\u06f1\u06f3.\u06f1\u06f0.\u06f2\u06f0\u06f2\u06f3",
            "2023-10-12",
            "2023-10-13",
        ),
        ("30 Sep - 2 Oct 2023", "2023-09-30", "2023-10-02"),
        ("30 Dec 2022 to 2 Jan 2023", "2022-12-30", "2023-01-02"),
        ("Feb 27-28, 2023", "2023-02-27", "2023-02-28"),
        ("Feb 27 - Mar 2, 2023", "2023-02-27", "2023-03-02"),
        ("27/02/2023 to 01/03/2023", "2023-02-27", "2023-03-01"),
        ("2023-02-27 to 2023-02-28", "2023-02-27", "2023-02-28"),
        ("14.3.-15.3.2023", "2023-03-14", "2023-03-15"),
        ("from 27 Feb 2023 to 27 Feb 2023", "2023-02-27", ""),
        ("\u06f1\u06f2-\u06f1\u06f3 اکتوبر \u06f2\u06f0\u06f2\u06f3", "2023-10-12", "2023-10-13"),
    ],
)
def test_several_days(text: str, start: str, end: str) -> None:
    found = read_day(text)
    assert (found.iso, found.end, found.problem) == (start, end, None)


def test_a_date_that_can_be_read_two_ways_is_not_guessed() -> None:
    found = read_day("05/06/2023")
    assert found.problem is not None
    assert (found.iso, found.problem.key) == ("", TWO_DATES.key)
    assert found.readings == ("2023-06-05", "2023-05-06")
    told = "It is 5 June 2023 or 6 May 2023. Write it as 2023-06-05 or 2023-05-06, or say"
    assert found.problem.what_to_do.startswith(told)
    assert read_day("05/06/2023", "dmy").iso == "2023-06-05"
    assert read_day("05/06/2023", "mdy").iso == "2023-05-06"


@pytest.mark.parametrize("order", [None, "dmy", "mdy", "iso"])
def test_a_date_with_its_year_first_is_never_read_day_first(order: str | None) -> None:
    assert read_day("2023-05-06", order).iso == "2023-05-06"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("30/02/2023", None),
        ("2023-02-30", None),
        ("09/25/2023", "dmy"),
        ("25/09/2023", "mdy"),
        ("25/09/2023", "iso"),
        ("11-9 May 2023", None),
        ("5-12-19 Sept 2023", None),
        ("Sept 5-12-19, 2023", None),
        ("27 to 29.2.23", None),
        ("May 2023", None),
        ("May 12", None),
        ("soon", None),
        ("9 Ma 2023", None),
        ("45056", None),
    ],
)
def test_what_is_no_day(text: str, order: str | None) -> None:
    found = read_day(text, order)
    assert found.iso == ""
    assert found.problem


@pytest.mark.parametrize("text", ["2nd week of July 2025", "July 2025 (2nd week)",
                                  "July 2025 - second week"])  # fmt: skip
def test_a_week_of_a_month_stands_before_it_or_behind(text: str) -> None:
    found = read_day(text)
    assert (found.iso, found.end) == ("2025-07-08", "2025-07-14")


@pytest.mark.parametrize("text", ["1 of 2 2024", "3 of 5, 2024"])
def test_one_of_several_is_no_day(text: str) -> None:
    assert not is_day(text)


def test_a_serial_number_is_a_day_only_in_a_workbook() -> None:
    assert read_day("45055", day_zero=date(1899, 12, 30)).iso == "2023-05-09"
    row = [*GROUP[:2], 45055, *GROUP[3:5], 2, 5]
    found = checked(workbook_of({"Groups": [GROUPS, row]}))
    assert str(found.trainings["date_start"].item().date()) == "2023-05-09"
    problem = read_day("45055").problem
    assert problem
    assert problem.key == "number-for-date"


@given(st.text(max_size=30))
@example("\u060c")
@example("Monday")
@example("12-14 March 2023 (half day)")
@example("5/6/2023")
@example("12 March")
def test_any_text_is_a_day_or_has_a_problem(text: str) -> None:
    found = read_day(text)
    assert bool(found.iso) != bool(found.problem) or not text.strip()
    has_digit = any(map(str.isdigit, text))
    assert is_day(text) == (has_digit and bool(found.iso or found.readings))


def test_one_question_settles_the_dates_of_a_file() -> None:
    rows = [{"Training ID": "T1", "Start date": "05/06/2023"},
            {"Training ID": "T2", "Start date": "07/06/2023"},
            {"Training ID": "T3", "Start date": "25/07/2023"},
            {"Training ID": "T3", "Start date": "25/07/2023", "Department": "FIA"}]  # fmt: skip
    found = understood(groups(*rows)).checked
    assert found.tables["attendance"].rows_accepted == 2
    [asked] = found.queue
    assert (asked.kind, asked.rows, asked.participants) == ("date", (2, 3), 14)
    assert [option.answer for option in asked.candidates] == ["dmy", "mdy"]
    assert "1 other date can" in asked.candidates[0].words
    [alone] = understood(groups(rows[0])).checked.queue
    assert alone.candidates[0].words == "day/month/year: 05/06/2023 is 5 June 2023"
    assert "5 June 2023 or 6 May 2023" in found.problems["what_to_do"].iloc[0]
    assert checked(groups(*rows), date_format="dmy").tables["attendance"].rows_accepted == 4
    # With one declared format, what does not fit it is a problem, not another format.
    assert checked(groups(*rows), date_format="mdy").tables["attendance"].rows_accepted == 2


@pytest.mark.parametrize("text", ["Feb-24", "February 2024", "2024-02", "02/2024", "فروری ۲۰۲۴"])
def test_a_month_alone_is_the_day_that_somebody_says(text: str) -> None:
    found = read_day(text)
    assert found.problem is MONTH_ALONE
    assert found.readings == ("2024-02-01", "2024-02-29")
    assert [read_day(text, "iso", month_day=one).iso for one in MONTH_DAYS] == [*found.readings]


def months() -> bytes:
    """Return a workbook whose months are dates that show no day, as a program fills them in."""
    book = openpyxl.Workbook()
    for row in (GROUPS, *[[*GROUP[:2], date(2023, n, 1), *GROUP[3:5], 2, 5] for n in (1, 2)]):
        book.active.append(row)
    book.active["A3"] = "T2"
    book.active.append(["T3", GROUP[1], "Mar-23", *GROUP[3:5], 2, 5])
    book.active.append(["T4", GROUP[1], date(2023, 6, 1), *GROUP[3:5], 2, 5])
    for cell, shown in (("C2", "mmm-yy"), ("C3", "[$-409]mmm\\-yy;@"), ("C5", "d-mmm-yy")):
        book.active[cell].number_format = shown
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_months_that_are_over_run_from_their_first_to_their_last_day() -> None:
    trainings = understood(months()).checked.trainings
    starts, ends = (trainings[name].dt.strftime("%d").to_list()
                    for name in ("date_start", "date_end"))  # fmt: skip
    assert (starts, ends) == (["01", "01", "01", "01"], ["31", "28", "31", "01"])


@pytest.mark.parametrize(
    ("said", "days"),
    [("first", "01 01 01 01"), ("last", "31 28 31 01"), ("whole", "01 01 01 01")],
)
def test_one_question_settles_the_months_of_a_layout(said: str, days: str) -> None:
    found = understand([months()], date(2023, 3, 15))  # the last of them is not over
    assert isinstance(found, Understood)
    [asked] = found.checked.queue
    assert (asked.kind, asked.rows, asked.value) == ("date", (4,), "Mar-23")
    assert [option.words for option in asked.candidates] == [
        "from its first to its last day: Mar-23 is 1 March 2023 to 31 March 2023",
        "its first day: Mar-23 is 1 March 2023", "its last day: Mar-23 is 31 March 2023"
    ]  # fmt: skip
    decided = settle(Decisions(), {asked: said}, "An officer", datetime.now(UTC))
    for told in ({"decisions": decided}, {"answers": Answers(month_day=said)}):
        known = understood(months(), **told)
        starts = known.checked.trainings["date_start"]
        assert starts.dt.strftime("%d").to_list() == days.split()
        assert not known.checked.queue
    assert understood(months(), mapping=known.mappings).checked.queue == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q1 2024", (2024, 1)),
        ("q4-2023", (2023, 4)),
        ("2024 Q2", (2024, 2)),
        ("Quarter 3", (None, 3)),
        ("1st quarter", (None, 1)),
        ("Fourth quarter of 2024", (2024, 4)),
        ("Jan-Mar", (None, 1)),
        ("October to December 2023", (2023, 4)),
        ("Feb-Apr 2024", None),
        ("Jan-Jun 2024", None),
        ("Q5 2024", None),
        ("Q1 2023-24", None),
        ("2023 Q1 2024", None),
        ("Q", None),
        ("March", None),
        ("Q1 (Jan-Mar)", (None, 1)),
        ("Quarter 2: April to June 2023", (2023, 2)),
        ("1st Qtr Jan-Mar", (None, 1)),
        ("Q1 (Jul-Sep)", (None, 3)),
        ("Q1 (Jul-Sep) 2023", None),
        ("Q1 target", None),
    ],
)
def test_a_quarter_is_read_by_its_number_or_its_months(text: str, expected: tuple | None) -> None:
    assert read_quarter(text) == expected


@pytest.mark.parametrize("text", ["0023-05", "May 0023", "Q1 0023", "0023 Q1", "Jan-Mar 0023"])
def test_days_of_an_early_year_are_days(text: str) -> None:
    readings = read_day(text).readings
    assert len(readings) == 2
    assert {date.fromisoformat(iso).year for iso in readings} == {23}


@pytest.mark.parametrize("text", ["0000-05", "Q1 0000", "Jan-Mar 0000"])
def test_a_year_0_is_none(text: str) -> None:
    assert not read_day(text).readings


@pytest.mark.parametrize("text", ["20230509", "20231309", "2023050"])
def test_a_number_may_be_no_day_until_its_column_is_known_to_have_them(text: str) -> None:
    assert not is_day(text)


def test_the_article_before_days_of_a_sentence_is_no_part_of_them() -> None:
    found = read_day("Thursday the 25th May 2023 to Saturday the 27th May 2023")
    assert (found.iso, found.end) == ("2023-05-25", "2023-05-27")
