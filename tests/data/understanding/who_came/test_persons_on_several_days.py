"""Who is in the lists of several days of one training under names that are written otherwise."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import EACH, ONCE, Decisions
from data.review.questions import settle
from data.understanding.layout.titles.days_in_texts import day_in
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import figures, understood
from tests.in_turn import in_turn

LIST = ["S#", "Name", "Department", "District"]


def rows_of(names: list[str], district: str = "Kasur") -> list[list[str]]:
    return [[str(n), name, "Police", district] for n, name in enumerate(names, start=1)]


def sheets(first: list[list[str]], second: list[list[str]]) -> bytes:
    over = "Training on referral, Kasur, {day} of two days, 4-5 October 2023"
    return workbook_of({f"Day {n}": [[over.format(day=f"Day {n}")], LIST, *own]
                        for n, own in ((1, first), (2, second))})  # fmt: skip


def test_two_names_that_may_be_one_are_asked_about() -> None:
    pairs = [("Muhammad Zarqoon Nobody", "M. Zarqoon Nobody"), ("Zarkamran Noone", "Zarkamran"),
             ("Palwasha Anybody, SI", "Palwasha, Inspector"), ("Gulmina Everybody",
              "Everybody Gulmina"), ("Parveezan Ahmed", "Parvezan Ahmad")]  # fmt: skip
    first, second = ([*names, "Qamar Somebody"] for names in zip(*pairs, strict=True))
    found = understood(sheets(rows_of(first), rows_of(second)))
    assert figures(found) == (1, 1 + len(pairs))
    assert [one.kind for one in found.checked.queue] == ["duplicate"] * len(pairs)
    said = str(found.checked.queue) + str(found.checked.problems)
    assert not [name for names in pairs for name in names if name.split()[0] in said]


def test_names_of_two_persons_are_two() -> None:
    first = ["Zarqoon Nobody", "Asif Noone", "Muhammad Zarkamran"]
    second = ["Qamar Nobody", "Arif Noone", "Muhammad Qasir"]
    found = understood(sheets(rows_of(first), rows_of(second)))
    assert figures(found) == (1, 6)
    assert not found.checked.queue


def test_who_is_of_another_district_is_another() -> None:
    found = understood(sheets(rows_of(["Zarqoon Nobody"]), rows_of(["Zarqoon"], "Okara")))
    assert figures(found) == (1, 2)


def test_who_is_in_both_lists_is_nobody_else() -> None:
    names = ["Muhammad Zarqoon", "Zarqoon Khan"]
    found = understood(sheets(rows_of(names), rows_of(names[::-1])))
    assert figures(found) == (1, 2)
    assert not found.checked.queue


def test_lists_of_days_under_each_other_are_compared_too() -> None:
    rows = [["Training on referral held on 4-5 October 2023"], ["Day 1 - 4 October 2023"], LIST,
            *rows_of(["Muhammad Zarqoon"]), ["Day 2 - 5 October 2023"], LIST,
            *rows_of(["M. Zarqoon"])]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 1)
    assert len(found.checked.queue) == 1


def test_what_somebody_says_of_two_names_is_done() -> None:
    content = sheets(rows_of(["Muhammad Zarqoon"]), rows_of(["Zarqoon"]))
    [asked] = understood(content).checked.queue
    for answer, number in ((ONCE, 1), (EACH, 2)):
        said = settle(Decisions(), {asked: answer}, "somebody", datetime(2026, 1, 1, tzinfo=UTC))
        found = understand([content], TODAY, decisions=said)
        assert isinstance(found, Understood)
        assert figures(found) == (1, number)
        assert not found.checked.queue


@in_turn({
    "days, came, asked": [
        (("5 Feb 2025", "12 Feb 2025"), 3, True),
        (("5 Feb 2025", "12 Feb 2025", "19 Feb 2025"), 3, True),
                (("5 Feb 2025", "12 Mar 2025"), 3, False),
        (("5 Feb 2025", "12 Feb 2025"), 2, False),
    ],
    "title": [(), ("Referral",)],
})  # fmt: skip
def test_the_very_same_persons_a_week_later_may_be_of_one_course(
    title: tuple[str, ...], days: tuple[str, ...], came: int, *, asked: bool
) -> None:
    rows = [["Name", "Sex", "Department", "District", "Date", *(["Training"] if title else [])]]
    rows += [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", day, *title]
             for day in days for n in range(came)]  # fmt: skip
    content = text_of(rows).encode()
    found = understood(content)
    if not asked:
        assert (figures(found), found.checked.queue) == ((len(days), came * len(days)), ())
        return
    [question] = found.checked.queue
    assert {one.answer for one in question.candidates} == {ONCE, EACH}
    for answer, expected in ((ONCE, (1, came)), (EACH, (len(days), came * len(days)))):
        settled = settle(Decisions(), {question: answer}, "somebody", datetime.now(UTC))
        assert figures(understand([content], TODAY, decisions=settled)) == expected


@pytest.mark.parametrize(
    ("header", "cell", "asked"),
    [("Training", "AHTC training", True), ("Training", "Training on referral", False),
     ("Remarks", "", True)],
)  # fmt: skip
def test_the_same_persons_on_days_that_follow_are_asked_about_where_no_title_tells_one_training(
    header: str, cell: str, *, asked: bool
) -> None:
    rows = [["Name", "Sex", "Department", "District", "Date", header]]
    rows += [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", day, cell]
             for day in ("6 May 2025", "7 May 2025") for n in range(4)]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert len(found.checked.queue) == asked
    assert figures(found) == (1, 4)  # those of the second day wait for an answer


@pytest.mark.parametrize(("came", "asked"), [(range(4), True), (range(1, 5), True),
                                             (range(3, 8), False)])  # fmt: skip
def test_nearly_the_same_persons_a_week_later_are_asked_about(came: range, *, asked: bool) -> None:
    rows = [["Name", "Sex", "Department", "District", "Date"]]
    rows += [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", day]
             for day, own in (("15 Jan 2024", range(5)), ("22 Jan 2024", came))
             for n in own]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert len(found.checked.queue) == asked
    if not asked:
        assert figures(found) == (2, 5 + len(came))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Day 1 – Monday 20 Nov 2023", "Day 2 – Tuesday 21 Nov 2023"),
        ("Day 1 - November 20, 2023", "Day 2 - Tuesday, November 21, 2023"),
        ("Day-1/2 | Mon 20.11.2023", "Day-2/2 | Tue 21.11.2023"),
        ("دن 1 – 20 نومبر 2023", "دن 2 – 21 نومبر 2023"),
        ("Day-1\tMonday 20 November 2023", "Day-2\tTuesday 21 November 2023"),
    ],
)
def test_the_number_of_a_day_is_no_day_of_the_month(first: str, second: str) -> None:
    rows = [["Training on referral, Kasur"], ["Registration"], [], first.split("\t"), LIST,
            *rows_of(["Zarqoon Nobody", "Qamar Somebody"]), [], second.split("\t"), LIST,
            *rows_of(["Zarqoon Nobody"])]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 2)
    training = found.checked.trainings.iloc[0]
    assert training["title"] == "Training on referral, Kasur"
    assert str(training["date_start"].date()) == "2023-11-20"
    assert str(training["date_end"].date()) == "2023-11-21"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Batch 2 – 20 Nov 2023", "20 Nov 2023"),
        ("Group 3, Monday 20 Nov 2023", "Monday 20 Nov 2023"),
        ("Workshop day 1-3 Nov 2023", "1-3 Nov 2023"),
        ("Training 1 to 5 Nov 2023", "1 to 5 Nov 2023"),
        ("Monday 1 – Wednesday 3 Nov 2023", "Monday 1 – Wednesday 3 Nov 2023"),
        ("Day 1 - Nov - 2023", "1 - Nov - 2023"),
    ],
)
def test_a_number_before_a_day_is_of_a_group_only_where_it_is_called_so(
    text: str, day: str
) -> None:
    assert day_in(text, None) == day
