"""Organisations among postings are in the district of their names; and words for none told."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, understood
from tests.in_turn import in_turn

STATIONS = ("PS Saddar Kasur", "DPO Office Okara", "Police Lines Kasur")


def listed(called: str, *places: str) -> bytes:
    rows = [[f"Zarqoon{n} Nobody", "M", "NGO" if n else "Police", place]
            for n, place in enumerate(places)]  # fmt: skip
    above = ["Training on referral, Kasur, 16 April 2023"]
    return text_of([above, ["Name", "Sex", "Agency", called], *rows]).encode()


@in_turn({
    "called": ["Place of posting", "Place of duty"],
    "body": ["Okara Women Forum", "Shah Latif Welfare Okara"],
})  # fmt: skip
def test_an_organisation_among_stations_is_where_somebody_serves(called: str, body: str) -> None:
    found = understood(listed(called, *STATIONS, body))
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}
    assert any("organisations are read as in the district" in note for note in found.notes)


@pytest.mark.parametrize(
    ("called", "places", "asked"),
    [
        ("Place of posting", (*STATIONS, "Kasur Welfare Forum, Okara",
                              "Okara Women Foundation Karachi", "Forum of Okara Women Welfare"), 3),
        ("Home district", ("Kasur", "Okara", "Okara Women Forum"), 1),
    ],
)  # fmt: skip
def test_an_organisation_that_may_be_elsewhere_is_asked_about(
    called: str, places: tuple[str, ...], asked: int
) -> None:
    found = read(listed(called, *places))
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["district"] * asked


def test_a_district_and_an_agency_that_were_not_stated_are_none() -> None:
    unsaid = ("Not stated", "Not mentioned", "not given")
    rows = [["Zarqoon One", "M", "Police", "Kasur"],
            *([f"Zarqoon {n}", "F", said, said] for n, said in enumerate(unsaid))]  # fmt: skip
    above = ["Training on referral, Kasur, 16 April 2023"]
    found = understood(text_of([above, ["Name", "Sex", "Agency", "District"], *rows]).encode())
    assert summed(found, "agency") == {"Police": 1, "Not published": 3}
    assert summed(found, "adm2_pcode")["PK614"] == 1


def posted(*places: str, above: str = "Training on referral, Kasur, 16 April 2023") -> bytes:
    """Return a list of officers of whom one column tells post, office and district."""
    own = ("SHO PS Sadar Pattoki, Kasur", "DSP/HQ Kasur", "Labour Officer Okara", *places)
    rows = [[str(n), f"Zarqoon{n} Nobody", place, "M"] for n, place in enumerate(own, start=1)]
    header = ["Sr.No", "Name", "Designation / Place of posting", "Gender"]
    return text_of([[above], header, *rows]).encode()


def test_a_rank_at_a_desk_of_the_police_for_women_is_of_the_police() -> None:
    places = ["ASI Women Desk Okara", "Head Constable, Women & Children Help Desk Okara",
              "DSP Anti-Women Harassment Cell, Okara", "SI Gender Cell Okara",
              "Inspector Investigation Wing Okara"]  # fmt: skip
    found = understood(posted(*places))
    assert summed(found, "agency") == {"Police": 2 + len(places), "Labour Department": 1}
    assert not found.checked.queue


@pytest.mark.parametrize(
    ("place", "above"),
    [
        ("Manager Women Desk Okara", "Training on referral, Kasur, 16 April 2023"),
        ("ASI Women Desk Okara", "Training of officers of FIA, Kasur, 16 April 2023"),
    ],
)
def test_a_posting_that_tells_no_agency_is_asked_about_and_no_name_of_one(
    place: str, above: str
) -> None:
    found = understood(posted(place, above=above))
    assert [one.kind for one in found.checked.queue] == ["agency"]
    assert place not in summed(found, "agency")
