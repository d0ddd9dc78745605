"""Like sessions of several districts on several days: whose people the names of columns count."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood

SESSION = "Session on safe migration and trafficking"
ROWS = [("Kasur", "2023-05-03", 21), ("Okara", "2023-05-04", 18), ("Sahiwal", "2023-05-05", 25)]
HOMES = {"PK614": 21, "PK626": 18, "PK631": 25}


@pytest.mark.parametrize(
    "called",
    ["Training of district committee"],
)  # fmt: skip
def test_a_session_for_the_committee_of_a_district_is_of_its_people(called: str) -> None:
    rows = [[n, home, day, came - 5, 5] for n, (home, day, came) in enumerate(ROWS, start=1)]
    content = workbook_of({"S": [[SESSION], ["No", called, "Day", "M", "F"], *rows]})
    found = understood(content, agency="not published")
    assert figures(found) == (3, 64)
    assert summed(found, "adm2_pcode") == HOMES


def test_a_session_for_a_circle_names_no_home() -> None:
    rows = [[n, home, day, came - 5, 5] for n, (home, day, came) in enumerate(ROWS, start=1)]
    head = ["No", "Session for AHTC", "Day", "M", "F"]
    found = read(workbook_of({"S": [[SESSION], head, *rows]}))
    assert isinstance(found, Question) or not set(summed(found, "adm2_pcode")) & set(HOMES)


@pytest.mark.parametrize("more", [[], ["Facilitator"]])
def test_people_of_a_district_are_a_number_and_no_district(more: list[str]) -> None:
    head = ["Session", "Held on", "District", "People of the district who attended", *more]
    rows = [[SESSION, day, home, came, *(["IOM"] * len(more))] for home, day, came in ROWS]
    found = understood(workbook_of({"S": [head, *rows]}), agency="not published")
    assert figures(found) == (3, 64)
    assert summed(found, "adm2_pcode") == HOMES


@pytest.mark.parametrize("called", ["From the district"])
def test_numbers_under_the_name_of_a_place_are_asked_about(called: str) -> None:
    head = ["Session", "Held on", "District", called]
    rows = [[SESSION, day, home, came] for home, day, came in ROWS]
    assert isinstance(read(workbook_of({"S": [head, *rows]})), Question)
