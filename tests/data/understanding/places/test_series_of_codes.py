"""P-codes alone that an older series gave to other districts: of which series a file's are."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import NO_DISTRICT, Decisions
from data.review.questions import settle
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, csv_of
from tests.data.understanding.readings import summed

AT = datetime(2026, 11, 28, tzinfo=UTC)
HEADER = ("Training", "Date", "Home district code", "Province", "Agency", "Men")


def read(*codes: str, decisions: Decisions | None = None) -> Understood:
    rows = [["Referral", "9 May 2023", code, "", "Levies", str(n)]
            for n, code in enumerate(codes, 1)]  # fmt: skip
    content = csv_of(*rows, header=HEADER)
    found = understand([content], TODAY, decisions=decisions or Decisions())
    assert isinstance(found, Understood), found
    return found


def answered(answer: str, *codes: str, more: str = "") -> Understood:
    [item] = read(*codes).checked.queue
    decisions = settle(Decisions(), {item: answer}, "", AT)
    found = read(*codes, decisions=decisions)
    if more:
        decisions = settle(decisions, dict.fromkeys(found.checked.queue, more), "", AT)
        found = read(*codes, decisions=decisions)
    return found


def test_one_answer_tells_the_series_of_all_codes() -> None:
    codes = ("PK201", "PK205", "PK211")
    [item] = read(*codes).checked.queue
    assert item.value == "PK201; PK205; PK211"
    assert len(item.rows) == 3
    assert "the series of all codes" in item.reason
    assert [one.answer for one in item.candidates] == ["PK201", "PK501", NO_DISTRICT]
    for answer, homes in (("PK501", {"PK501": 1, "PK506": 2, "PK514": 3}), (NO_DISTRICT, {"": 6})):
        found = read(*codes, decisions=settle(Decisions(), {item: answer}, "", AT))
        assert summed(found, "adm2_pcode") == homes
        assert not found.checked.queue


def test_an_answer_of_neither_series_is_that_of_no_other_code() -> None:
    found = answered("PK614", "PK201", "PK205", "PK211")
    assert summed(found, "adm2_pcode") == {"PK614": 1}
    assert [item.value for item in found.checked.queue] == ["PK205", "PK211"]
    found = answered("PK614", "PK201", "PK205", "PK211", more="PK617")
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK617": 5}
    assert not found.checked.queue


def test_codes_that_no_older_series_has_tell_the_series_of_those_beside() -> None:
    found = read("PK201", "PK205", "PK224", "PK226")
    assert summed(found, "adm2_pcode") == {"PK201": 1, "PK205": 2, "PK224": 3, "PK226": 4}
    assert not found.checked.queue
    assert any("PK201, PK205 are read as codes of" in note for note in found.notes)


@pytest.mark.parametrize("codes", [("PK201", "PK205", "PK224"),  # one alone may be mistyped
                                   ("PK201", "PK205", "PK224", "PK226", "PK236")])  # fmt: skip
def test_codes_that_may_be_of_two_series_are_asked_about(codes: tuple[str, ...]) -> None:
    found = read(*codes)
    assert "PK201; PK205" in [item.value for item in found.checked.queue]


def test_a_province_that_a_code_is_not_in_leaves_the_series_open() -> None:
    told = [("PK201", ""), ("PK205", ""), ("PK224", ""), ("PK226", ""), ("PK211", "KP")]
    rows = [["Referral", "9 May 2023", *one, "Levies", "1"] for one in told]
    found = understand([csv_of(*rows, header=HEADER)], TODAY)
    assert isinstance(found, Understood)
    assert [item.value for item in found.checked.queue] == ["PK201; PK205", "PK211"]
