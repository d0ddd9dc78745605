"""Headings that say of a training that it was not held, over its list or a register."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, understood
from tests.in_turn import in_turn

HEADER = ["Sr", "Name", "Post", "Department", "District", "Sex"]
FIRST = "1. Training of clerks on referral (9 May 2023)"
SECOND = "2. Training of recruits on smuggling (6 June 2023)"
REGISTER = ["Sr", "Training", "Date", "District", "Male", "Female"]
HELD = ["1", "Referral", "2023-05-09", "Kasur", "3", "4"]
LATER = ["2", "Screening", "2023-06-09", "Okara", "5", "4"]


def under(title: str, people: int) -> list[list[str]]:
    rows = [[str(n), f"Zarqoon{n}{title[:1]} Nobody", "Officer", "Police", "Kasur", "M"]
            for n in range(1, people + 1)]  # fmt: skip
    return [[title], [""], *([HEADER, *rows, [""]] if rows else [])]


@in_turn({
    "said": ["(POSTPONED)", "- cancelled due to rain",
             ": Deferred to next year"],
    "place": [1, 0, 2],
    "listed": [0, 2],
})  # fmt: skip
def test_a_training_that_was_not_held_is_no_other_and_nobody_came_to_it(
    said: str, place: int, listed: int
) -> None:
    title = f"3. Training of drivers on referral (7 July 2023) {said}"
    order = [FIRST, SECOND]
    order.insert(place, title)
    rows = [row for one in order for row in under(one, listed if one == title else 4)]
    found = understood(text_of([["Record of trainings"], [""], *rows]).encode())
    assert figures(found) == (2, 8)


def test_nobody_came_to_the_one_training_of_a_list_that_was_cancelled() -> None:
    rows = under("Training of clerks on referral, 9 May 2023 (cancelled)", 3)
    assert figures(understood(text_of(rows).encode())) == (0, 0)


def test_a_training_on_what_was_cancelled_was_held() -> None:
    rows = under("Training on cancelled visas (9 May 2023)", 3) + under(SECOND, 2)
    assert figures(understood(text_of(rows).encode())) == (2, 5)


@pytest.mark.parametrize(
    ("heading", "held"),
    [("Cancelled trainings", (1, 7)), ("B. Sessions postponed / not held:", (1, 7)),
     ("Training planned at Okara on 5 June was cancelled due to rain", (2, 16))],
)  # fmt: skip
def test_a_register_goes_on_under_a_note_and_not_under_a_heading_of_those_not_held(
    heading: str, held: tuple[int, int]
) -> None:
    rows = [["Trainings of police officers"], REGISTER, HELD, [heading], LATER]
    assert figures(understood(text_of(rows).encode())) == held


@pytest.mark.parametrize(
    ("remark", "held"),
    [
        ("could not be held, hall not available", 1),
        ("The session was not held", 1),
        ("could not be held on 3 May, held on 5 May", 2),
    ],
)
def test_a_remark_tells_of_a_training_without_numbers_that_it_was_not_held(
    remark: str, held: int
) -> None:
    rows = [["Topic", "Held on", "City", "Nos. Trained", "Remarks"],
            ["Referral", "2 May 2023", "Kasur", "7", "all came"],
            ["Screening", "5 May 2023", "Okara", "", remark]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (held, 7)


@pytest.mark.parametrize(("day", "remark", "waits"), [
    ("Nil", "No training during the month", False), ("-", "Training not held", False),
    ("12.11.2025", "No training during the month", True), ("Nil", "", True),
])  # fmt: skip
def test_nil_for_a_day_and_for_numbers_is_no_training_where_a_remark_says_so(
    day: str, remark: str, waits: bool
) -> None:
    rows = [
        ["Training of Police on the law"],
        ["S. No", "District", "Date of Training", "Male", "Female", "Remarks"],
        ["1", "Kasur", "18.11.2025", "6", "4", ""],
        ["2", "Okara", day, "Nil", "Nil", remark],
    ]
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert figures(found)[1] == 10
    assert waits != found.checked.problems.empty
