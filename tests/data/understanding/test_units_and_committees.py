"""Units, committees and bodies beside those who came: whose they are, and where they serve."""

import pytest

from data.sheets.fields import field_of_name
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.test_read_unasked import DAY, TITLE, named, summed, understood

# ------------------------------------------------------------------------- whose they are


@pytest.mark.parametrize("called", ["NGO / CSO", "CBO", "Name of NGO", "این جی او"])
def test_who_is_of_a_named_organisation_is_of_it_whatever_the_post(called: str) -> None:
    header = ["S#", "Participant", "Sex", "Position", called, "District", "Training", "Date"]
    rows = [named(n, post, body, "Kasur", "Referral", DAY) for n, (post, body) in enumerate(
        [("Advocate", "Legal Aid Circle"), ("Teacher", "Roshni Foundation"),
         ("Counsellor", "Aas Women Shelter")], start=1)]  # fmt: skip
    assert summed(understood(csv_of(*rows, header=header)), "agency") == {"Civil society": 3}
    # Of whom none is named, the post tells it.
    header[3], rows[0][4] = "Rank", ""
    rows[0][3] = "DSP"
    found = summed(understood(csv_of(*rows, header=header)), "agency")
    assert found == {"Civil society": 2, "Police": 1}


@pytest.mark.parametrize(
    "posting", ["CIA Kasur", "CIA Staff, Kasur", "C.I.A. Centre Kasur", "SP CIA Kasur"]
)
def test_a_unit_of_police_tells_its_agency(posting: str) -> None:
    rows = [named(1, "SI", "PS Saddar, Okara"), named(2, "ASI", posting)]
    header = ["S#", "Name", "Sex", "Rank", "Posted at"]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 2}
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}


@pytest.mark.parametrize(
    ("called", "above"),
    [("Committee", TITLE), ("کمیٹی", TITLE), ("Name of committee", TITLE),
     ("Posting", "Anti Human Trafficking Committees (AHTCs) trained on referral")],
)  # fmt: skip
def test_a_committee_of_several_bodies_is_not_of_one_agency(called: str, above: str) -> None:
    rows = [[called, "Men", "Women"], ["AHTC Swat", 13, 4], ["DAHTC Buner", 9, 2]]
    found = understood(workbook_of({"List": [[f"{above}, {DAY}"], *rows]}))
    assert summed(found, "agency") == {"Not published": 28}
    assert summed(found, "adm2_pcode") == {"PK532": 17, "PK505": 11}


def test_a_circle_is_of_its_agency_beside_committees() -> None:
    above = f"Members of Anti Human Trafficking Committees trained, {DAY}"
    rows = [["Posting", "Men", "Women"], ["FIA AHTC Swat", 13, 4], ["FIA AHTC Buner", 9, 2]]
    found = understood(workbook_of({"List": [[above], *rows]}))
    assert summed(found, "agency") == {"FIA": 28}


# ------------------------------------------------------------------------- where they serve


@pytest.mark.parametrize("called", ["District of unit", "District of circle", "Office District",
                                    "District where based"])  # fmt: skip
def test_the_district_of_a_unit_is_told_beside_the_unit(called: str) -> None:
    rows = [named(1, "FIA AHTC Quetta", "Quetta"), named(2, "FIA Circle Taftan", "Chagai")]
    header = ["S#", "Name", "Sex", "FIA unit", called]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK226": 1, "PK203": 1}
    assert summed(found, "agency") == {"FIA": 2}


@pytest.mark.parametrize(
    "name", ["participant_district_code", "Trainee district pcode", "District code of participant"]
)
def test_a_code_of_the_district_of_participants_is_that_of_the_district(name: str) -> None:
    assert field_of_name(name) == "adm2_pcode"
