"""Dates that can be read two ways, and what in the file tells their order."""

from datetime import date

import pytest

from data.records.calendar.orders import (
    month_of_sure,
    order_of_held,
    order_of_lengths,
    order_of_month,
    part_told,
)
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import csv_of, text_of, understood

HEADER = ("Training", "District", "Department", "Female")


def register(columns: tuple[str, ...], *days: tuple[str, ...], above: str = "") -> bytes:
    """Return trainings with columns of their days, and of what tells more of them."""
    rows = [[f"Topic {'ABCD'[n]}", "Kasur", "Police", "3", *own] for n, own in enumerate(days)]
    if not above:
        return csv_of(*rows, header=(*HEADER, *columns))
    return text_of([[above], [], [*HEADER, *columns], *rows]).encode()


def held(found: Understood) -> list[str]:
    """Return the days of the trainings, first and last; none where the file is asked about."""
    days = found.checked.trainings[["date_start", "date_end"]]
    return [f"{one.date_start:%d %b} - {one.date_end:%d %b}" for one in days.itertuples()]


def notes(found: Understood) -> list[str]:
    return [one for one in found.notes if "dates are" in one]


@pytest.mark.parametrize(
    ("above", "order"),
    [("Trainings of members – Quarter 4, 2023", "dmy"), ("4th quarter of 2023", "dmy"),
     ("Quarter 2 (FY 2023-24)", "dmy"), ("Second half 2023", "dmy"), ("Q1 FY 2023-24", None),
     ("Q3 - Q4 2023", None), ("Up to Q4 2023", None), ("Q4", None), ("Q1 2023", None)],
)  # fmt: skip
def test_a_quarter_or_a_half_tells_the_order_of_dates_that_are_in_it_only_so(
    above: str, order: str | None
) -> None:
    days = ["03/10/2023", "17/10/2023", "07/11/2023"]
    assert order_of_month(days, [days[0], days[2]], part_told([above])) == order
    # "Q4 2023" may be that of a fiscal year, in which these are with the month first.
    assert order_of_month(["04/10/2023", "05/11/2023"], ["04/10/2023", "05/11/2023"],
                          part_told(["Q4 2023"])) is None  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "order"),
    [(["02/09/2025 to 04/09/2025"], "dmy"), (["02/09/2025 to 03/09/2025"], None),
     (["01/09/2025 to 03/09/2025", "02/09/2025 to 03/09/2025"], None),  # 28 days, as a course may
     (["02/09/2025 to 02/09/2025"], None), (["09/02/2025 to 09/04/2025"], None), ([], None),
     (["09/02/2025 to 09/04/2025", "10/01/2025 to 10/03/2025"], "mdy")],
)  # fmt: skip
def test_days_that_are_a_week_at_most_one_way_and_over_a_month_the_other_tell_their_order(
    pairs: list[str], order: str | None
) -> None:
    assert order_of_lengths(pairs) == order


def test_the_order_that_lengths_tell_is_said() -> None:
    found = understood(register(("Start", "End"), ("02/09/2023", "04/09/2023")))
    assert held(found) == ["02 Sep - 04 Sep"]
    assert ["would last for months" in one for one in notes(found)] == [True]


@pytest.mark.parametrize(
    ("texts", "order"),
    [(["12-03-2024"], "dmy"), (["03-12-2024"], None), (["03-12-2024", "02-12-2024"], "mdy"),
     (["05-04-2024"], None), (["05-12-2025"], None), (["12-03-2024", "03-04-2024"], "dmy"),
     (["11/28/2024", "03-12-2024"], "mdy"), ([], None)],
)  # fmt: skip
def test_what_was_held_is_not_after_today(texts: list[str], order: str | None) -> None:
    assert order_of_held(texts, date(2024, 11, 30)) == order


@pytest.mark.parametrize(
    ("called", "day", "asked"),
    [("Nos. Trained", "12-03-2024", False), ("Participants", "12-03-2024", True),
     ("Nos. to be trained", "12-03-2024", True)],
)  # fmt: skip
def test_a_day_of_those_who_were_trained_is_read_in_the_order_in_which_it_is_over(
    called: str, day: str, *, asked: bool
) -> None:
    above = [[f"Training on referral ({day})"], ["District", "Department", called]]
    content = text_of([*above, ["Kasur", "Police", "3"], ["Okara", "Labour", "4"]]).encode()
    found = understand([content], date(2024, 11, 30))
    open_days = isinstance(found, Question) or bool(found.checked.queue)
    assert open_days is asked


@pytest.mark.parametrize(
    ("days", "month", "order"),
    [(("12-08-2025", "26-08-2025"), "August 2025", "dmy"),
     (("8/12/2025", "8/5/2025", "8/26/2025"), "August 2025", "mdy"),
     (("8/12/2025", "8/26/2025"), "August 2025", None),  # one alone, with the month first
     (("12-09-2025", "26-08-2025"), "August 2025", None),  # of another month
     (("12-08-2025", "26-08-2025", "30-09-2025"), "", None),
     (("12-08-2025", "2025-08-26"), "", None), (("12-08-2025", "26 August 2025"), "", None),
     (("12-08-2025", "26-08-2025", "2025-08-29"), "", None)],  # not all are written alike
)  # fmt: skip
def test_dates_are_in_the_month_of_one_that_can_be_read_in_one_order_alone(
    days: tuple[str, ...], month: str, order: str | None
) -> None:
    assert month_of_sure(days) == month
    assert order_of_month(days, days[:-1], month) == order


@pytest.mark.parametrize(
    ("above", "sure"),
    [("Trainings of members, Quarter 2, 2023", True),
     ("Trainings of the quarter (Apr - June 2023)", True),
     ("Trainings held, Nov 2022 to June 2023", True),
     ("Trainings held from March to May 2023", True),
     ("Trainings held from January to December 2023", False),
     ("Trainings held up to April - June 2023", False),
     ("Trainings of April - June 2023 and July - September 2023", False),
     ("Trainings from 12 April - 14 June 2023", False)],
)  # fmt: skip
def test_months_of_a_period_above_tell_the_order_of_dates_that_are_in_it_only_so(
    above: str, sure: bool
) -> None:
    found = understood(register(("Date",), ("09-05-2023",), above=above))
    assert held(found) == (["09 May - 09 May"] if sure else [])
    assert bool(notes(found)) is bool(sure)
    assert len(found.checked.queue) == (not sure)


def test_days_with_points_from_one_to_another_have_their_day_first_as_one_alone_has() -> None:
    for days in ("08.05.2023", "08.05.2023 – 09.05.2023", "08.05.2023 to 09.05.23"):
        assert held(understood(register(("Date",), (days,))))[0].startswith("08 May")


@pytest.mark.parametrize(
    ("days", "expected"),
    [([("06/11/2023", "08/11/2023")], ["06 Nov - 08 Nov"]),
     ([("06/11/2023", "08/11/2023"), ("04/05/2023", "05/05/2023")],
      ["04 May - 05 May", "06 Nov - 08 Nov"]),
     ([("11/06/2023", "11/08/2023")], []),
     ([("11/06/2023", "11/08/2023"), ("10/02/2023", "10/05/2023")],
      ["02 Oct - 05 Oct", "06 Nov - 08 Nov"]),
     ([("06/11/2023", "08/11/2023"), ("11/06/2023", "11/08/2023")], []),
     ([("06/11/2023", "08/11/2023"), ("12/25/2023", "12/26/2023")], ["25 Dec - 26 Dec"]),
     ([("04/05/2023", "05/05/2023")], [])],
)  # fmt: skip
def test_first_and_last_days_that_would_be_months_apart_tell_the_order(
    days: list[tuple[str, str]], expected: list[str]
) -> None:
    found = understood(register(("From", "To"), *days))
    assert sorted(held(found)) == sorted(expected)
    assert bool(found.checked.queue) is (len(expected) < len(days))


@pytest.mark.parametrize(
    ("column", "days", "order"),
    [("Entered on", [("03/05/2023", "2023-05-03T09:15:00"), ("04/05/2023", "2023-05-04")], "dmy"),
     ("Entered on", [("03/05/2023", "2023-05-03"), ("04/05/2023", "2023-05-06")], ""),
     ("Reported in", [("03/05/2023", "May 2023")], "dmy"),
     ("Reported in", [("05/03/2023", "May 2023")], ""),
     ("Reported in", [("05/03/2023", "May 2023"), ("05/04/2023", "May")], "mdy"),
     ("Reported in", [("03/05/2023", "June 2023")], ""),
     ("Weekday", [("03/05/2023", "Wednesday")], "dmy"),
     ("Weekday", [("03/05/2023", "Sunday")], ""),
     ("Submitted", [("03/05/2023", "16/05/2023 10:01"), ("03/05/2023", "17/05/2023 9:30")], "dmy"),
     ("Submitted", [("3/5/2023", "5/16/2023 10:01"), ("3/5/2023", "5/17/2023 9:30")], "mdy"),
     ("Submitted", [("03/05/2023", "5/16/2023 10:01"), ("03/05/2023", "5/17/2023 9:30")], ""),
     ("Submitted", [("11-12-2023", "12/16/2023 10:01"), ("11-12-2023", "12/17/2023 9:30")], ""),
     ("Submitted", [("3-5-2023", "5/16/2023 10:01"), ("3-5-2023", "5/17/2023 9:30")], ""),
     ("Submitted", [("03/05/2023", "5/16/2023 10:01"), ("03/05/2023", "17/5/2023 9:30")], ""),
     ("Submitted", [("03/05/2023", "5/16/2023 10:01")], "")],
)  # fmt: skip
def test_another_column_tells_the_order_by_the_same_days_or_by_dates_that_are_read_one_way(
    column: str, days: list[tuple[str, str]], order: str
) -> None:
    found = understood(register(("Date", column), *days))
    said = {"dmy": "day/month/year", "mdy": "month/day/year"}
    assert bool(found.checked.queue) is not bool(order)
    assert [said[order] in one and column in one for one in notes(found)] == [True] * bool(order)


def test_two_columns_that_tell_other_orders_tell_none() -> None:
    content = register(("Date", "Weekday", "Reported in"), ("03/05/2023", "Sunday", "May 2023"),
                       ("04/05/2023", "Wednesday", "May 2023"))  # fmt: skip
    days = register(("Date", "Weekday"), ("03/05/2023", "Sunday"), ("04/05/2023", "Wednesday"))
    assert "month/day/year" in notes(understood(days))[0]
    found = understood(content)
    assert (len(found.checked.queue), notes(found)) == (1, [])


@pytest.mark.parametrize(
    ("columns", "day"),
    [(("Date",), ("04/05/2023 to 05/05/2023",)), (("From", "To"), ("04/05/2023", "05/05/2023"))],
)
def test_the_choices_show_the_first_and_the_last_day(
    columns: tuple[str, ...], day: tuple[str, ...]
) -> None:
    [asked] = understood(register(columns, day)).checked.queue
    assert [one.words for one in asked.candidates] == [
        "day/month/year: 04/05/2023 to 05/05/2023 is 4 May 2023 to 5 May 2023",
        "month/day/year: 04/05/2023 to 05/05/2023 is 5 April 2023 to 5 May 2023",
    ]


IN_TURN = ["27-28 Feb 2025", "2 to 4 April 2025", "8/5/2025 to 9/5/2025", "8 July 2025",
           "1 & 2 September 2025", "30 Oct - 1 Nov 2025"]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "sure"),
    [(IN_TURN, True),
     (IN_TURN[::-1], True),
     ([*IN_TURN[1:], IN_TURN[0]], False),  # in no order
     ([*IN_TURN[:2], "8/5/2025", *IN_TURN[3:]], False),  # one day in both readings
     ([*IN_TURN[:2], "5/6/2025 to 6/6/2025", *IN_TURN[3:]], False),  # in turn in both readings
     (["2 to 4 April 2025", "9/5/2025 to 10/5/2025", *IN_TURN[4:]], False),  # of too few others
     ([*IN_TURN[:5], "1 October to 15 November 2025"], False)],  # another lasts for weeks
)  # fmt: skip
def test_rows_in_the_order_of_their_days_tell_that_of_one_which_else_lasts_for_months(
    days: list[str], sure: bool
) -> None:
    names = [[f"Topic {n}", "Kasur", "Police", "3", day] for n, day in enumerate(days)]
    found = understood(csv_of(*names, header=(*HEADER, "Date")))
    assert len(notes(found)) == sure
    assert (not found.checked.queue) is sure
    if sure:
        assert "day/month/year" in notes(found)[0]
        assert "08 May - 09 May" in held(found)


@pytest.mark.parametrize(
    ("said", "days"),
    [("one training on 11 and 12 November 2023", ["11 Nov - 11 Nov", "12 Nov - 12 Nov"]),
     ("one training on 11th to 12th of November, 2023", ["11 Nov - 11 Nov", "12 Nov - 12 Nov"]),
     ("one training on 11 November 2023", []), ("on 12 November and 11 December 2023", [])],
)  # fmt: skip
def test_a_text_that_names_all_days_tells_the_order_of_their_dates(
    said: str, days: list[str]
) -> None:
    found = understood(register(("Date",), ("11/11/2023",), ("12/11/2023",), above=said))
    assert (held(found) if days else notes(found)) == days
