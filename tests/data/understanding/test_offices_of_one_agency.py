"""Whose offices stand in a file: parts of a body, desks of a force, and all of one agency."""

import pytest

from data.review.agencies.agencies import OF_POST, find_agency
from data.review.decisions import Decisions
from tests.data.sheets_made import text_of
from tests.data.understanding.test_as_offices_send import listed
from tests.data.understanding.test_read_unasked import summed, understood

# --------------------------------------------------------------- parts of a body


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Child Protection Unit (Social Welfare Deptt)", "Social Welfare Department"),
        ("Anti-Trafficking Cell (FIA)", "FIA"),
        ("Kasur Chamber, Labour Law Desk", "Kasur Chamber"),
        ("Kasur Chamber, Secretariat", "Kasur Chamber"),
        ("Civil Secretariat, Labour Wing", "Labour Department"),
        ("Women & Children Protection Desk", "Police"),
        ("Child Protection Unit", "Child Protection"),
        ("Iran Border Guard", "Iran Border Guard"),
        ("Iran", None),
        ("Nowhere Fishers Cooperative", "Civil society"),
        ("Cooperative Department", "Cooperative Department"),
        ("Polic", "Police"),
        ("Social Wellfare", "Social Welfare Department"),
        ("Inspector, Food Authority", "Inspector, Food Authority"),
        ("Inspector, Labour Office", "Labour Department"),
    ],
)
def test_a_part_of_a_body_is_of_whom_its_name_or_what_stands_beside_says(
    written: str, agency: str | None
) -> None:
    assert find_agency(written, Decisions()).agency == agency


@pytest.mark.parametrize("written", ["SI, Range Office Sukkur", "ASI, Child Protection Desk Okara"])
def test_a_rank_before_an_office_of_any_force_is_asked_about(written: str) -> None:
    found = find_agency(written, Decisions())
    assert {one.answer for one in found.candidates} == {"Police", "FIA"}
    assert {one.score for one in found.candidates} == {OF_POST}


# --------------------------------------------------------------- all of one agency


def test_posts_before_their_offices_are_of_the_force_above() -> None:
    posts = ["SHO PS City, Shikarpur", "SI, Range Office Sukkur", "HC, Police Lines Sukkur",
             "ASI, Child Protection Desk, Khairpur"]  # fmt: skip
    above = (["SINDH POLICE: SUKKUR RANGE"], ["Officers who attended the training, 29 Jan 2023"])
    found = understood(listed(["Designation with place of posting"], *([p] for p in posts),
                              above=above))  # fmt: skip
    assert summed(found, "agency") == {"Police": 4}


@pytest.mark.parametrize(("title", "own"), [("refresher", 12), ("awareness of students", 4)])
def test_offices_under_the_one_agency_that_is_named_above_are_its_own(title: str, own: int) -> None:
    rows = [["FEDERAL INVESTIGATION AGENCY, GUJRANWALA ZONE"],
            [f"One day {title} on the law, held on 14.03.2023 at FIA Zonal Office"],
            ["S#", "FIA Office", "Nos. Trained"], ["1", "FIA Composite Circle, Gujrat", "4"],
            ["2", "Sub-Circle, Narowal", "3"], ["3", "Sub-Circle, Sialkot", "5"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency").get("FIA") == own


def test_units_and_stakeholders_of_a_list_say_whose_each_is_beside_a_rank() -> None:
    rows = [["Inspector", "PS Rohri", "Sukkur", "M"], ["SI", "Reader Branch", "Sukkur", "M"],
            ["HC", "Women PS", "Ghotki", "F"]]  # fmt: skip
    header = ["Rank", "Unit", "District", "Sex"]
    assert summed(understood(listed(header, *rows)), "agency") == {"Police": 3}
    rows = [["Journalist", "CSO", "Quetta", "M"], ["Teacher", "CSO", "Quetta", "F"]]
    header[1] = "Stakeholder"
    assert summed(understood(listed(header, *rows)), "agency") == {"Civil society": 2}
