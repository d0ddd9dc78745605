"""Rows of a list of names that name nobody: left out where nobody was sent, else asked about."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import COUNTED, LEFT_OUT, Decisions
from data.review.questions import settle
from data.understanding.rows.asked.nobody_named import VACANT_ROW
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, csv_of

NOW = datetime(2026, 11, 30, tzinfo=UTC)
HEADER = ["Sr", "Name", "Designation", "District", "Department", "Sex", "Date"]


def understood(*names: str, sex: str = "", decisions: Decisions | None = None) -> Understood:
    at = ["Inspector", "Kasur", "Police"]
    named = ("Zarqoon1 Nobody", "Zarqoon2 Nobody", *names)
    rows = [[f"{n}", name, *at, "M" if n < 3 else sex, "3 March 2024"]
            for n, name in enumerate(named, 1)]  # fmt: skip
    found = understand([csv_of(*rows, header=HEADER)], TODAY, decisions=decisions or Decisions())
    assert isinstance(found, Understood)
    return found


def test_where_nobody_was_sent_nobody_is_counted_and_it_is_said() -> None:
    words = ["Vacant", "(Post vacant)", "Not nominated", "No nomination received", "Nil"]
    found = understood(*words[:2]), understood(*words[2:4]), understood(words[4])
    for one in found:
        assert one.checked.participants_accepted == 2
        reasons = one.checked.tables["attendance"].set_aside["reason"].tolist()
        assert set(reasons) == {VACANT_ROW}
        assert not one.checked.queue


@pytest.mark.parametrize("name", ["", "-", "N/A", "To be nominated"])
def test_a_row_without_a_name_counts_once_somebody_says_so(name: str) -> None:
    found = understood(name)
    [asked] = found.checked.queue
    assert (asked.rows, asked.participants) == ((4,), 1)
    assert found.checked.participants_accepted == 2
    for answer, number in ((COUNTED, 3), (LEFT_OUT, 2)):
        told = understood(name, decisions=settle(Decisions(), {asked: answer}, "somebody", NOW))
        assert told.checked.participants_accepted == number
        assert told.checked.problems.empty


def test_a_row_without_a_name_that_tells_a_sex_is_of_somebody() -> None:
    assert understood("", sex="F").checked.participants_accepted == 3
