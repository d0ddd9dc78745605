"""Rows of a list that are of nobody who came: struck out, of drivers, or of another."""

import pytest

from data.records.problems.of_rows import SAID_ABSENT
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, figures, people, read, understood, unsure

LISTED = ["S#", "Name", "Department", "District", "Sex", "Date", "Title"]


def rows_of(number: int, *more: list[str]) -> list[list[str]]:
    """Return persons of one training, with one more cell each."""
    return [[*row, DAY, "Referral", *one] for row, one in zip(people(number), more, strict=True)]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Entry status", ("", "Deleted", "")),
        ("is_deleted", ("0", "1", "0")),
        ("Voided", ("No", "Yes", "No")),
        ("Remarks", ("", "record deleted", "by post")),
    ],
)
def test_a_row_that_was_deleted_counts_nobody(name: str, cells: tuple[str, ...]) -> None:
    rows = [[*LISTED, name], *rows_of(3, *([one] for one in cells))]
    assert figures(read(text_of(rows).encode())) == (1, 2)


@pytest.mark.parametrize("remark", ["not deleted", "void"])
def test_a_remark_on_something_deleted_strikes_nobody_out(remark: str) -> None:
    rows = [[*LISTED, "Remarks"], *rows_of(2, [""], [remark])]
    assert figures(understood(text_of(rows).encode())) == (1, 2)


ABOVE = ["Training on referral held on 9 May 2023"]
NOMINATED = ["S#", "Department", "District", "Officer nominated", "Officer who attended"]


def nominated(*came: str) -> list[list[str]]:
    """Return a list of who was nominated, a training a list, with who came in place of each."""
    rows = [[str(n), "Police", "Kasur", f"Zarqoon{n} Nobody", one]
            for n, one in enumerate(came, start=1)]  # fmt: skip
    return [ABOVE, NOMINATED, *rows]


@pytest.mark.parametrize(
    ("came", "number"),
    [
        (("Same", "Same", "Zarqoon Other"), 3),
        (("Same", "Did not attend", "Same"), 2),
    ],
)
def test_who_came_in_place_of_the_nominated_is_counted(came: tuple[str, ...], number: int) -> None:
    assert figures(understood(text_of(nominated(*came)).encode())) == (1, number)


def test_of_the_nominated_with_nobody_beside_them_nobody_knows_who_came() -> None:
    found = understood(text_of(nominated("Same", "", "Same")).encode())
    assert figures(found) == (1, 2)
    assert "expected" in found.checked.problems["reason"].iloc[0]


@pytest.mark.parametrize(
    ("remark", "number"),
    [
        ("CANCELLED - did not attend, cheque 771426 returned", 1),
        ("Absent (DSA not paid)", 1),
        ("did not attend, substitute sent", None),
        ("absent - second day", None),
    ],
)
def test_a_remark_on_the_payment_of_the_absent_says_no_more(
    remark: str, number: int | None
) -> None:
    rows = [[*LISTED, "Remarks"], *rows_of(2, [""], [remark])]
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 1)
    assert found.checked.problems.empty == (number is not None)


TIMES = [[*LISTED[:5], "Time in", "Sign"], *[[*row, *one] for row, one in zip(
    people(3), (["8:50", "ok"], ["NO SHOW", ""], ["9:10", "ok"]), strict=True)]]  # fmt: skip


def test_no_show_in_place_of_a_time_is_nobody_who_came() -> None:
    assert figures(understood(text_of([ABOVE, *TIMES]).encode())) == (1, 2)


def test_walk_ins_below_the_list_are_of_its_training() -> None:
    walked = [["Walk-ins (not on the list of the client)"], ["4", "Zarqoon4 Nobody", "NGO",
              "Kasur", "M", "9:30", "ok"]]  # fmt: skip
    assert figures(understood(text_of([ABOVE, *TIMES, *walked]).encode())) == (1, 3)


@pytest.mark.parametrize("column", [0, 1])
def test_a_list_of_drivers_who_are_no_participants_is_left_out(column: int) -> None:
    below = [[*[""] * column, "Drivers (not participants)"], ["1", "Zarqoon5 Nobody", "Police",
             "Kasur", "M"]]  # fmt: skip
    rows = [ABOVE, LISTED[:5], *people(3)]
    assert figures(understood(text_of([*rows, *below]).encode())) == (1, 3)


def test_drivers_who_may_have_been_trained_are_asked_about() -> None:
    below = [["Drivers"], ["4", "Zarqoon5 Nobody", "Police", "Kasur", "M"]]
    asked = unsure(read(text_of([ABOVE, LISTED[:5], *people(3), *below]).encode()))
    assert "Title above the rows" in asked


BADGES = [["Order", "Event", "Ticket type", "First name", "Last name", "Sex", "Company", "District",
           "Checked in at"]]  # fmt: skip
EVENT = "Workshop on referral 24 Apr 2024"


@pytest.mark.parametrize(
    ("kind", "stamp", "number"),
    [
        ("Delegate", "2024-04-24 09:10", 3),
        ("Delegate", "", 2),
        ("Speaker", "2024-04-24 08:40", 2),
    ],
)
def test_of_the_tickets_of_an_event_those_checked_in_as_delegates_are_counted(
    kind: str, stamp: str, number: int
) -> None:
    who = [("Delegate", "2024-04-24 09:02"), (kind, stamp), ("Delegate", "2024-04-24 09:04")]
    rows = [[f"#{n}", EVENT, own, f"Zarqoon{n}", "Nobody", "M", "Sindh Police", "Sanghar", day]
            for n, (own, day) in enumerate(who, start=1)]  # fmt: skip
    found = understood(text_of([*BADGES, *rows]).encode())
    assert figures(found) == (1, number)
    assert str(found.checked.trainings["date_start"].iloc[0]).startswith("2024-04-24")


def test_whoever_was_only_to_come_or_was_taken_off_the_list_is_a_problem() -> None:
    words = ["Waiting list", "Only nominated", "Stand-by", "Reserve"]
    header = ["Name", "District", "Agency", "Date", "Remarks"]
    rows = [[f"Zarqoon{n} Nobody", "Kasur", "Police", DAY, ""] for n in range(3 * len(words))]
    last = [[f"Zarqoon9{said[0]} Nobody", "Kasur", "Police", DAY, said] for said in words]
    last += [[f"Zarqoon8{said[0]} Nobody ({said.lower()})", *rows[0][1:]] for said in words]
    found = understood(csv_of(*rows, *last, header=header)).checked
    assert found.participants_accepted == len(rows)
    assert found.problems["reason"].tolist() == [SAID_ABSENT.reason] * len(last)


@pytest.mark.parametrize(
    ("note", "asked"),
    [("Three officers attended, one was absent.", False), ("Two officers were absent.", True)],
)
def test_as_many_absent_as_remarks_name_are_those_and_others_are_asked_about(note, asked) -> None:
    remarks = ["", "Nominated but did not attend", "", ""]
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", "Police", "Kasur", remark]
            for n, remark in enumerate(remarks, start=1)]  # fmt: skip
    header = ["Sr", "Name", "Sex", "Agency", "District", "Remarks"]
    above = ["Training on referral, 9 May 2023"]
    found = understood(text_of([above, header, *rows, [note]]).encode())
    assert figures(found) == (1, 3)
    assert bool(found.checked.queue) is asked


@pytest.mark.parametrize(
    ("above", "asked"),
    [("The following members attended the training on referral, 9 May 2023:", False),
     ("List of members of the committee trained on 9 May 2023", True),
     ("Training on referral, 9 May 2023: members of the committee", True)],
)  # fmt: skip
def test_absentees_told_below_those_who_attended_are_others(above: str, asked: bool) -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", "Police", "Kasur"] for n in range(1, 4)]
    header = ["Sr", "Name", "Sex", "Agency", "District"]
    note = ["Two members could not come for official duty."]
    found = understood(text_of([[above], header, *rows, [""], note]).encode())
    assert bool(found.checked.queue) is asked
