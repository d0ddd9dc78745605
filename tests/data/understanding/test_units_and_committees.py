"""Units, committees and bodies beside those who came: whose they are, and where they serve."""

import pytest

from data.sheets.fields import field_of_name
from data.understanding.understand import Understood
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.test_office_files import figures, read, unsure
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


# ------------------------------------------------------------------------- on which days


@pytest.mark.parametrize("days", [["16 Oct 2023", "17 Oct 2023"], ["16/10/2023", "17/10/2023"]])
def test_a_list_with_few_known_names_is_headed_by_its_sexes_and_days(days: list[str]) -> None:
    header = ["Belt/Seat", "Rank", "Officer", "Sex", "District Police", *days]
    marks = [["P", "P"], ["A", "P"], ["A", "A"]]
    rows = [[f"40{n}/K", "ASI", f"Zarqoon{n} Nobody", "M", "Kasur", *own]
            for n, own in enumerate(marks)]  # fmt: skip
    found = read(text_of([["Kasur Police: course on trafficking"], header, *rows]).encode())
    assert isinstance(found, Understood)
    assert figures(found) == (1, 2)
    assert "Zarqoon" not in found.checked.attendance.to_csv() + str(found.notes)


@pytest.mark.parametrize(
    "days", [("10 June", "11 June"), ("10-Jun-2024", "11-Jun-2024"),
             ("Mon", "Tue"), ("10 جون", "11 جون")]
)  # fmt: skip
def test_a_total_that_adds_up_dates_is_asked_about(days: tuple[str, str]) -> None:
    rows = [["Two-day workshop on trafficking, 10-11 June 2024"], ["District team", *days, "Total"],
            ["Kasur", 12, 10, 22], ["Okara", 6, 7, 13], ["Sahiwal", 5, 5, 10]]  # fmt: skip
    assert "participants_total" in unsure(read(workbook_of({"List": rows}))).values()


@pytest.mark.parametrize("day", ["to be fixed", "TBD", "Not yet decided", "ابھی طے نہیں ہوئی"])
def test_what_is_planned_and_has_no_day_yet_is_no_problem(day: str) -> None:
    header = ["Training", "District", "Date", "Status", "Men", "Women"]
    rows = [["Referral", "Kasur", DAY, "Held", "4", "2"], ["Referral", "Okara", day, "Planned"]]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 6)
    assert not len(found.checked.problems)
    # A training that was held has a day.
    rows[1][3:] = ["Held", "3", "1"]
    assert len(understood(csv_of(*rows, header=header)).checked.problems) == 1
