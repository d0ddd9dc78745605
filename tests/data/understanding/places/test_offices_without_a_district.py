"""Postings that name no district: of all, of a province, behind a district, and of nowhere."""

import pytest

from data.understanding.understand import Understood
from geo.names.matching import match
from geo.names.offices.provincial_offices import province_of_office
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import listed, named, read, summed, understood, unsure

OF_ALL = "Officials of DISTRICT POLICE KASUR who attended one day training on 26-06-2024"
HEADER = ["Sr", "Name", "Sex", "Present posting"]


def roll(
    *postings: str, above: tuple[str, ...] = (OF_ALL,), below: tuple[str, ...] = ()
) -> Understood:
    rows = [named(n, one) for n, one in enumerate(postings, 1)]
    texts = [[one] for one in below]
    return understood(text_of([*([one] for one in above), HEADER, *rows, [], *texts]).encode())


def asked(found: Understood) -> list[str]:
    return [item.value for item in found.checked.queue if item.kind == "district"]


@pytest.mark.parametrize(
    "copy", ["", "Endst. No. 44/SRC dated 28-06-2024. Copy to R.P.O. Multan for information."]
)
def test_offices_that_name_no_place_are_of_the_district_of_which_all_are(copy: str) -> None:
    found = roll("PS City Kasur", "Police Lines", "Security Branch, DPO Office", "PS Nowhere",
                 below=(copy,))  # fmt: skip
    assert summed(found, "adm2_pcode") == {"PK614": 4}
    assert not found.checked.queue
    assert any("stands above and in which they lie" in note for note in found.notes)


def test_groups_of_several_such_offices_are_none_twice_but_those_of_one_are_asked_about() -> None:
    groups = [["PS Nowhere", "1", "2"], ["Police Lines", "0", "3"]]
    for rows, alike in ((groups, 0), ([*groups, ["PS Nowhere", "2", "2"]], 1)):
        content = text_of([[OF_ALL], ["Place of posting", "Female", "Male"], *rows]).encode()
        found = understood(content)
        assert len(found.checked.queue) == alike
        assert summed(found, "adm2_pcode") == {"PK614": 3 if alike else 6}


@pytest.mark.parametrize(
    "above",
    ["Training of police officers at Kasur on 26-06-2024",
     "Officials of District Police Kasur and others who attended training on 26-06-2024"],
)  # fmt: skip
def test_offices_that_name_no_place_are_asked_about_where_not_all_are_of_one(above: str) -> None:
    found = roll("PS City Kasur", "Police Lines", "PS Nowhere", above=(above,))
    assert summed(found, "adm2_pcode") == {"PK614": 1}
    assert len(found.checked.problems) == 2


def test_an_office_of_which_a_note_tells_is_asked_about() -> None:
    found = roll("PS City Kasur", "PS Nowhere", below=("Note: PS Nowhere is in District Okara",))
    assert summed(found, "adm2_pcode") == {"PK614": 1}
    assert asked(found) == ["PS Nowhere"]


def test_an_office_of_the_province_is_of_no_district_of_all() -> None:
    found = roll("PS City Kasur", "CPO Punjab")
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK6": 1}


def test_nobody_is_of_the_district_of_all_where_a_row_tells_another() -> None:
    found = roll("PS Saddar, Okara", "PS City Kasur", "PS Nowhere")
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}
    assert asked(found)


def test_an_office_of_a_province_is_of_that_province_and_that_is_said() -> None:
    offices = ("CTD KP", "Elite Force, Khyber Pakhtunkhwa", "KP Police", "FIA Zonal Office KP",
               "Special Branch (KP)")  # fmt: skip
    above = "Course for police officers, 26-06-2024"
    found = roll(*offices, "DPO Office Hangu", above=(above,))
    assert summed(found, "adm2_pcode") == {"PK5": len(offices), "PK510": 1}
    assert not asked(found)
    assert any("is an office of Khyber Pakhtunkhwa" in note for note in found.notes)


@pytest.mark.parametrize(
    "written",
    ["KP", "Khyber Pakhtunkhwa", "Provincial Sindh", "Balochistan Colony Police Station",
     "University of Punjab", "Ali Punjab", "CTD FATA", "Punjab Road Police", "PS Sindh", "CTD",
     "Federal HQ"],
)  # fmt: skip
def test_a_province_alone_or_a_place_called_by_it_is_no_office_of_it(written: str) -> None:
    assert not province_of_office(written)


def test_an_office_of_a_province_beside_another_is_asked_about() -> None:
    rows = [named(1, "CTD KP", "Punjab"), named(2, "Kasur", "Punjab")]
    above = ["Course for police officers, 26-06-2024"]
    header = ["Sr", "Name", "Sex", "District", "Province"]
    found = understood(text_of([above, header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 1}
    assert len(asked(found)) == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [("Lahore (Women PS)", "PK617"), ("Lahore [DHQ Hospital]", "PK617"),
     ("قصور (تھانہ خواتین)", "PK614"), ("CPO Peshawar, Gender Desk", "PK528"),
     ("SHO PS City Pakpattan, Punjab Police", "PK627"), ("PS Saddar Okara, Police", "PK626"),
     ("SHO PS Mirpur, Sindh Police", None), ("Inspector, Punjab Police", None),
     ("DPO Office Swat - Legal Branch", "PK532"), ("Lahore (PS Kasur)", None),
     ("Karachi (Women PS)", None), ("Kasur (Court of Okara)", None), ("Lahore / Kasur", None),
     ("DPO Office Lahore, Kasur Desk", None)],
)  # fmt: skip
def test_a_part_of_an_office_behind_its_district_is_no_second_one(
    written: str, code: str | None
) -> None:
    assert match(written).adm2_pcode == code


def test_stations_of_a_city_that_nothing_tells_are_unknown_and_asked_about_once() -> None:
    above = "Course for police officers, 26-06-2024"
    found = roll("PS Saddar, Kasur", "PS City", "PS CITY", "PS  City", above=(above,))
    assert summed(found, "adm2_pcode") == {"PK614": 1}
    assert asked(found) == ["PS City"]


SINCE_MOVED = [["F", "FIA", "Kasur", "Kasur"], ["M", "FIA", "Kasur", "Lahore"],
               ["M", "FIA", "Okara", "Multan"]]  # fmt: skip


@pytest.mark.parametrize("then", ["District when trained", "District at the time of training"])
def test_who_was_posted_elsewhere_since_is_of_where_they_served_when_trained(then: str) -> None:
    found = understood(listed(["Sex", "Agency", then, "Present posting"], *SINCE_MOVED))
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 1}


@pytest.mark.parametrize("other", ["Home district", "District"])
def test_another_district_beside_that_when_trained_is_asked_about(other: str) -> None:
    found = read(listed(["Sex", "Agency", "District when trained", other], *SINCE_MOVED))
    assert {*unsure(found)} == {"District when trained", other}
