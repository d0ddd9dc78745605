"""Marks for what people of a list were given, which do not say who came."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, unsure
from tests.in_turn import in_turn

HEADER = ["Sr", "Name", "Rank", "Sex", "District"]
ATTENDED = "List of police officers who attended one day training at Kasur on 27-02-2023"
NAMED = "Police officers, one day training at Kasur on 27-02-2023"


def listed(title: str, name: str, marks: list[str]) -> bytes:
    """Return a list of persons, with a column of marks."""
    rows = [[str(n), f"Zarqoon{n} Nobody", "Inspector", "FM"[n % 2], "Kasur", mark]
            for n, mark in enumerate(marks, start=1)]  # fmt: skip
    return text_of([[title], [*HEADER, name], *rows]).encode()


@in_turn(
    {
        "name": ["Cert. issued", "DSA paid", "سند"],
        "title, marks": [
            (ATTENDED, ["✓", "✓", "", "✓"]),
            (ATTENDED, ["Yes", "No", "Yes", "Yes"]),
            (NAMED, ["✓", "✓", "✓", "✓"]),
        ],
    }
)
def test_whoever_was_given_nothing_came_where_a_title_says_who_did(
    title: str, name: str, marks: list[str]
) -> None:
    found = read(listed(title, name, marks))
    assert isinstance(found, Understood), found
    assert summed(found, "agency") == {"Police": 4}


@pytest.mark.parametrize("marks", [["✓", "✓", "", "✓"], ["Yes", "No", "Yes", "Yes"]])
def test_what_was_given_to_some_is_asked_and_first_answered_without_losing_anybody(
    marks: list[str],
) -> None:
    assert unsure(read(listed(NAMED, "Certificate", marks))) == {"Certificate": ""}


@pytest.mark.parametrize("name", ["Attended", "Present"])
def test_marks_of_who_came_still_say_so(name: str) -> None:
    found = read(listed(ATTENDED, name, ["✓", "✓", "", "✓"]))
    assert isinstance(found, Question) or summed(found, "agency") == {"Police": 3}


@pytest.mark.parametrize(
    ("called", "days", "came"),
    [("No. of days attended", "1111", 4), ("Days present", "4053", 3),
     ("Attendance", "PAPP", 3), ("Attendance", "PPAP", 0), ("Attendance", ["P", "", "P", "A"], 0),
     ("Days present", ["4", "", "5", "3"], 0),
     ("Days", "4513", 0), ("Post-test (20)", "4513", 0)],
)  # fmt: skip
def test_who_came_is_told_by_days_and_marks_beside_a_certificate(
    called: str, days: list[str], came: int
) -> None:
    marks = enumerate(zip(days, ["Yes", "No", "Yes", "Yes"], strict=True), start=1)
    rows = [[str(n), f"Zarqoon{n} Nobody", "Inspector", "FM"[n % 2], "Kasur", day, mark]
            for n, (day, mark) in marks]  # fmt: skip
    average = ["", "Average", "", "", "", "3.3", ""]
    found = read(text_of([[NAMED], [*HEADER, called, "Certificate"], *rows, average]).encode())
    if came:
        assert isinstance(found, Understood), found
        assert summed(found, "agency") == {"Police": came}
    else:
        assert "Certificate" in unsure(found)
