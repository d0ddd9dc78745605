"""Rows of numbers that a sheet hides: asked about once, but where a total has them."""

import io
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

import openpyxl
import pytest

from data.review.decisions import Decisions
from data.review.questions import settle
from data.sheets.words.told.hidden_rows_noted import rows_named, says_hidden_are_absent
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, workbook_of
from tests.data.understanding.readings import figures, understood

NOW = datetime(2024, 1, 1, tzinfo=UTC)
HEADER = ["Training", "Date", "District", "Department", "Female", "Male"]
ROWS = [["Referral", "2023-05-09", "Kasur", "Police", 3, 5],
        ["Referral", "2023-05-09", "Okara", "FIA", 1, 4],
        ["Screening", "2023-06-13", "Kasur", "Police", 2, 6]]  # fmt: skip


def hiding(rows: Sequence[Sequence[object]], *numbers: int, filtered: bool = False) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of({"Data": [HEADER, *map(list, rows)]})))
    for number in numbers:
        book.active.row_dimensions[number].hidden = True
    if filtered:
        book.active.auto_filter.ref = "A1:F4"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("answer", "number", "filtered"),
    [("counted", (2, 21), False), ("left out", (2, 16), True)],
)
def test_hidden_numbers_wait_until_somebody_says_whether_they_count(
    answer: str, number: tuple[int, int], *, filtered: bool
) -> None:
    content = hiding(ROWS, 3, filtered=filtered)
    found = understood(content)
    assert figures(found) == (2, 16)
    [item] = found.checked.queue
    assert (item.rows, item.participants) == ((3,), 5)
    assert found.checked.problems["row"].tolist() == [3]
    decisions = settle(Decisions(), {item: answer}, "somebody", NOW)
    again = understand([content], TODAY, decisions=decisions)
    assert isinstance(again, Understood)
    assert figures(again) == number
    assert not again.checked.queue
    assert not len(again.checked.problems)


@pytest.mark.parametrize(
    ("total", "asked"),
    [(["Total", "", "", "", 6, 15], False), (["Total", "", "", "", 5, 11], True)],
)
def test_a_total_that_has_hidden_numbers_says_that_they_count(
    total: list[object], *, asked: bool
) -> None:
    found = understood(hiding([*ROWS, total], 3))
    assert bool(found.checked.queue) is asked
    assert figures(found) == (2, 16 if asked else 21)
    assert asked or any("read like the others: row 3" in note for note in found.notes)


def test_a_hidden_total_or_a_hidden_row_without_a_number_is_not_asked_about() -> None:
    found = understood(hiding([*ROWS, ["Total", "", "", "", 6, 15]], 5))
    assert figures(found) == (2, 21)
    assert not found.checked.queue


def test_a_hidden_row_that_says_it_is_a_try_is_left_out() -> None:
    said = ["TEST", "Dummy row", "Sample", "(example only)", "test data"]
    tried = [[one, "2023-05-09", "Kasur", "Police", 99, 99] for one in said]
    found = understood(hiding([*ROWS[:2], *tried, ROWS[2]], *range(4, 9)))
    assert figures(found) == (2, 21)
    assert not found.checked.queue
    assert any("not counted: row 4, 5, 6, 7, 8" in note for note in found.notes)
    assert figures(understood(hiding([*ROWS[:2], *tried, ROWS[2]]))) == (7, 21 + 5 * 198)


def test_a_hidden_training_with_such_a_word_in_its_title_is_asked_about() -> None:
    titles = ["Post-test", "Sample collection", "Testing of victims"]
    rows = [[one, f"2023-07-0{n}", "Kasur", "Police", 1, 1] for n, one in enumerate(titles, 4)]
    found = understood(hiding([*ROWS, *rows], 5, 6, 7))
    assert sorted(row for item in found.checked.queue for row in item.rows) == [5, 6, 7]


LAST_YEAR = [["Referral", "2022-05-09", "Kasur", "Police", 7, 7],
             ["Screening", "2022-06-13", "Okara", "FIA", 7, 7]]  # fmt: skip


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("Note: rows 4-5 are hidden, they are last year's entries and not to be counted", False),
        ("Note: rows 5-6 are hidden and not to be counted", True),
        ("Note: rows 4-5 are hidden, they are of last year", True),
    ],
)
def test_a_note_that_hidden_rows_of_another_year_do_not_count_holds(
    note: str, *, asked: bool
) -> None:
    found = understood(hiding([*ROWS[:2], *LAST_YEAR, ROWS[2], [], [note]], 4, 5))
    assert figures(found) == (2, 21)
    assert bool(found.checked.queue) is asked
    assert bool(len(found.checked.problems)) is asked


def test_a_note_alone_leaves_out_no_hidden_rows_of_the_same_year() -> None:
    note = "Note: row 3 is hidden and not to be counted"
    assert understood(hiding([*ROWS, [], [note]], 3)).checked.queue


@pytest.mark.parametrize(
    ("note", "rows", "uncounted"),
    [
        ("Note: rows 4-5 are hidden, they are last year's entries and not to be counted",
         {4, 5}, True),
        ("Rows 4 and 5 (hidden) should not count", {4, 5}, True),
        ("The hidden rows are of last year and not counted", {}, True),
        ("The hidden lines are courses of the year before; not to be counted", {}, True),
        ("Hidden entries: courses already included in last year's return. Not counted here",
         {}, True),
        ("Hidden rows belong to the report before; so they are not to be included", {}, True),
        ("Hidden entries are of the year before; cancelled courses are not counted", {}, False),
        ("Hidden entries were not reported; to be counted", {}, False),
        ("Note: rows 5-6 are hidden and not to be counted", {5, 6}, True),
        ("Note: rows 4-5 are hidden, they are of last year", {4, 5}, False),
        ("Some of the hidden rows are not counted", {}, False),
    ],
)  # fmt: skip
def test_a_note_says_which_hidden_rows_do_not_count(
    note: str, rows: Collection[int], *, uncounted: bool
) -> None:
    assert says_hidden_are_absent(note) is uncounted
    assert rows_named(note) == {*rows}
