"""One training that two offices report, each with its own number."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed

HEADER = ["Date", "Training", "Venue", "Male", "Female", "Participants of district"]
ROWS = [["DC Office Kasur", "2023-03-05", "Orientation", "Circuit House", "18", "8", "Kasur"],
        ["Social Welfare Okara", "2023-03-19", "Second orientation", "DC Office", "12", "5",
         "Okara"]]  # fmt: skip


@pytest.mark.parametrize("name", ["Return of"])
def test_two_offices_that_report_one_training_are_asked_about(name: str) -> None:
    other = ["Social Welfare Kasur", *ROWS[0][1:4], "15", "9", "Kasur"]
    found = read(text_of([[name, *HEADER], *ROWS, other]).encode(), agency="not published")
    assert isinstance(found, Understood), found
    assert [one.participants for one in found.checked.queue] == [50]
    assert summed(found, "adm2_pcode") == {"PK626": 17}


@pytest.mark.parametrize("name", ["Return of", "Return from"])
def test_who_reports_is_not_the_agency_of_those_who_came(name: str) -> None:
    found = read(text_of([[name, *HEADER], *ROWS]).encode())
    assert isinstance(found, Understood), found
    assert [(one.kind, one.value, one.participants) for one in found.checked.queue] == [
        ("agency", "", 43)]  # fmt: skip
