"""Days on which trainings were held, beside those planned, and days up to which a table is."""

import pandas as pd
import pytest

from data.understanding.contents import DAYS, MONTHS, contents_of
from data.understanding.layout.titles.days_in_texts import without_day_of_position
from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, understood, unsure

COURSES = [["B-1", "Basics of referral", "3-5 Feb 2025", "3-5 Feb 2025", "12", "4"],
           ["B-2", "Statements of victims", "10-11 Mar 2025", "17-18 Mar 2025", "10", "6"],
           ["B-3", "Checks at borders", "14-15 Apr 2025", "Not held", "", ""]]  # fmt: skip
HELD = ["0203-0205", "0317-0318"]


def days(found: Understood) -> list[str]:
    """Return the first and last days of the trainings of a file."""
    trainings = found.checked.trainings
    both = zip(trainings["date_start"], trainings["date_end"], strict=True)
    return [f"{first:%m%d}-{last:%m%d}" for first, last in both]


@pytest.mark.parametrize(
    ("above", "held"),
    [     ("Courses of 2025 (progress upto 30.06.2025)", "Held on"),
     ("Data of courses as of 30 June 2025", "Actual")],
)  # fmt: skip
def test_a_day_up_to_which_a_table_is_takes_no_place_of_days_held(above: str, held: str) -> None:
    header = ["Code", "Name of course", "Planned dates", held, "Attended: Police", "Attended: FIA"]
    assert (
        days(understood(text_of([[above], header, *COURSES]).encode(), district="not recorded"))
        == HELD
    )


@pytest.mark.parametrize(
    ("over", "under"),
    [(("Planned", "Actual"), ("From", "To")), (("Proposed dates", "Dates held"), ("From", "To")),
     (("Scheduled", "Actually held"), ("Start date", "End date"))],
)  # fmt: skip
def test_first_and_last_days_under_planned_and_actual_are_told_by_both_names(
    over: tuple[str, str], under: tuple[str, str]
) -> None:
    header = [["Code", "Name of course", over[0], "", over[1], "", "Trained", ""],
              ["", "", *under, *under, "Male", "Female"]]  # fmt: skip
    rows = [["B-1", "Basics of referral", "03-02-2025", "05-02-2025", "03-02-2025", "05-02-2025",
             "12", "4"],
            ["B-2", "Statements of victims", "10-03-2025", "11-03-2025", "17-03-2025",
             "18-03-2025", "10", "6"],
            ["B-3", "Checks at borders", "14-04-2025", "15-04-2025", "", "", "", ""]]  # fmt: skip
    signed = ["", "Training Manager", "", "", "Principal", "", "", ""]
    content = text_of([["Courses of 2025"], *header, *rows, [], signed]).encode()
    found = understood(content)
    assert days(found) == HELD
    assert figures(found) == (2, 32)
    if under[0] != "Start date":
        return
    kept = read(text_of([["Courses of 2025"], *header, *rows, signed]).encode())
    assert not isinstance(kept, Understood) or len(kept.checked.problems)


def test_numbers_of_trainings_that_agencies_attended_are_asked_about() -> None:
    header = ["Code", "Name of course", "Planned dates", "Held on", "Courses attended: Police",
              "Courses attended: FIA"]  # fmt: skip
    assert "Number in the column" in unsure(read(text_of([header, *COURSES]).encode()))


def test_the_day_up_to_which_a_table_is_is_never_offered() -> None:
    rows = [["Training of committees: position as on 30-06-2025"], ["District", "Agency", "Women"],
            ["Kasur", "Police", "3"], ["Okara", "FIA", "4"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert unsure(found) == {}
    assert [*found.proposal.missing] == [("date_start",)]


def test_only_days_of_positions_are_taken_out() -> None:
    told = ["Training from 5 May up to 8 May 2025", "Session of 4 May, as on agenda",
            "Persons trained up to March 2025"]  # fmt: skip
    assert [without_day_of_position(text, 2025) for text in told] == told
    of_table = ["as at 5.6.2025", "Trainings held upto 31.12.2025", "(till 30 June)",
                "Position as on the 7th of May, 2025"]  # fmt: skip
    rest = " ".join(without_day_of_position(text, 2025) for text in of_table)
    assert not any(map(str.isdigit, rest))


GROUPS = [["Batch 1", "Kasur", "Police", "3-4 Feb 2025", "3-4 Feb 2025", "9", "2"],
          ["Batch 1", "Kasur", "FIA", "3-4 Feb 2025", "3-4 Feb 2025", "1", "2"],
          ["Batch 2", "Okara", "Police", "10 Mar 2025", "17 Mar 2025", "5", "2"]]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "said"),
    [("Actual dates", "Cancelled"), ("Actually held", "Not held")],
)
def test_a_word_that_one_was_not_held_stands_among_days(held: str, said: str) -> None:
    header = ["Training", "Home district", "Department", "Planned dates", held, "Men", "Women"]
    off = ["Batch 3", "Sialkot", "Police", "5 May 2025", said, "", ""]
    content = text_of([header, *GROUPS, off]).encode()
    found = understood(content)
    assert days(found) == ["0203-0204", "0317-0317"]
    assert figures(found) == (2, 21)


def test_words_of_what_was_not_held_are_no_days_where_most_texts_are_these() -> None:
    texts = pd.Series(["Cancelled", "Not held", "Postponed", "12 March 2025"])
    assert contents_of(texts) != DAYS
    assert contents_of(texts.iloc[:3]) not in (DAYS, MONTHS)
