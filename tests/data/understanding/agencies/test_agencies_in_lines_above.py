"""Lines above a table that say of which agency all are, or may be, who came."""

import pytest

from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_perhaps import agencies_perhaps
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import read, summed, understood

ROWS = [
    ["Date", "Venue", "District of participants", "Women", "Men"],
    ["2024-05-14", "Kasur", "Kasur", "9", "3"],
    ["2024-05-16", "Okara", "Okara", "6", "2"],
]


def test_participants_who_are_of_one_agency_among_others_are_asked_about_once() -> None:
    line = "Sessions of spring; participants are villagers and civil society"
    found = read(text_of([["Sessions on safe migration"], [line], *ROWS]).encode(),
                 title="Session on safe migration")  # fmt: skip
    [asked] = found.checked.queue
    assert [one.answer for one in asked.candidates][:1] == ["Civil society"]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Participants: parents / civil society", ("Civil society",)),
        ("Participants of sessions given by civil society", ()),
    ],
)
def test_who_participants_may_be(line: str, agencies: tuple[str, ...]) -> None:
    assert agencies_perhaps([line]) == agencies


def test_a_bracket_that_says_all_of_a_staff_is_no_part_of_it() -> None:
    title = "Levies Training Wing Kasur - courses joined by personnel (all Levies)"
    rows = [["Referral course", "2024-05-14", "Kasur", "4"],
            ["Screening course", "2024-05-16", "Okara", "6"]]  # fmt: skip
    table = csv_of(["Course", "Date", "Venue", "Participants"], *rows, header=[title])
    assert group_above([title]) == "Levies"
    assert summed(understood(table), "agency") == {"Levies": 10}
