"""Of whom tables tell: homes beside the district of the venue, agencies of titles and tags."""

import pytest

from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import (
    DAY,
    figures,
    homes_of,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

KASUR, OKARA, LAHORE = "PK614", "PK626", "PK617"


@in_turn({
    "only": ["", " only", " صرف"],
    "home": ["District of participants", "participants_from"],
})  # fmt: skip
def test_a_bare_district_beside_that_of_those_who_came_is_where_they_were_trained(
    home: str, only: str
) -> None:
    rows = [["Training", "Date", "District", home, "Men", "Women"],
            ["Referral", DAY, "Kasur", f"Okara{only}", "3", "4"],
            ["Law", "10 May 2023", "Kasur", f"Lahore{only}", "5", "1"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {OKARA: 7, LAHORE: 6}
    assert {*found.checked.trainings["venue_adm2_pcode"]} == {KASUR}


@pytest.mark.parametrize(
    ("name", "tag"), [("Agency trained", "#org+trained"), ("Department trained", ""),
                      ("Body", "#org+participants"), ("Department of participants", "#org")]
)  # fmt: skip
def test_a_tag_or_name_may_say_that_an_agency_is_of_those_trained(name: str, tag: str) -> None:
    tags = ["#activity+name", "#date", tag, "#adm2+name", "#reached+f", "#reached+m"]
    rows = [["Workshop", "Date", name, "District", "Women", "Men"], *([tags] if tag else []),
            ["Referral", DAY, "Police", "Kasur", "3", "4"],
            ["Referral", DAY, "Health", "Okara", "5", "1"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 13)
    assert sorted(summed(found, "agency").values()) == [6, 7]


@pytest.mark.parametrize(
    ("name", "tag", "agencies", "asked"),
    [
        ("Agency", "#org+name", ["Police", "FIA"], {"Agency": "agency"}),
        ("Department", "#org", ["Police", "Labour Department"], {"Department": "department"}),
        ("Agency", "#org+impl", ["Police", "FIA"], None),
        ("Agency", "#org+name", ["Nowhere", "FIA"], None),
        ("who", "#org+name", ["Police", "FIA"], None),
    ],
)
def test_agencies_under_a_tag_of_any_organisation_are_asked_about(
    name: str, tag: str, agencies: list[str], asked: dict[str, str] | None
) -> None:
    rows = [["Home district", "Date", name, "Women", "Men"],
            ["#adm2+name", "#date+start", tag, "#reached+f", "#reached+m"],
            ["Kasur", DAY, agencies[0], "3", "4"],
            ["Okara", "16 May 2023", agencies[1], "5", "1"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if asked is None:  # who gave them: of which agency people are is asked of all
        assert isinstance(found, Understood)
        assert [one.kind for one in found.checked.queue] == ["agency"]
    else:
        assert unsure(found) == asked


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Labour Officers / Inspectors trained on bonded labour, by district", "Labour Department"),
        ("Labour officers and inspectors trained, by district of posting", "Labour Department"),
        ("Labour officers and police inspectors trained, by district", ""),
        ("Labour officers and inspectors of police trained, by district", ""),
    ],
)
def test_a_title_tells_of_whom_all_are_who_were_trained(title: str, agency: str) -> None:
    assert group_above([title]) == agency


LABOUR = "Labour & Human Resource Department, Kasur"


@pytest.mark.parametrize(
    ("texts", "agency"),
    [
        ([LABOUR, "All participants are inspectors of this department."], "Labour Department"),
        ([LABOUR, "FIA", "All participants are inspectors of this department."], ""),
        ([LABOUR, "Not all participants are officers of this department."], ""),
        ([LABOUR, "All but two are officers of this department."], ""),
        (["Monthly report: training of Labour Department field staff on law"], "Labour Department"),
        (["Training of Labour Department field staff and police"], ""),
        ([LABOUR, "Training of civil society members on referral, 3 May 2024"], "Civil society"),
        ([f"{LABOUR}: officers", "Training of civil society members on referral"], ""),
        (["Training, police afsaran ki zila war tadaad"], "Police"),
        (["Training, FIA aur police afsaran ki tadaad"], ""),
    ],
)
def test_texts_tell_of_whom_all_are_whatever_office_wrote_them(
    texts: list[str], agency: str
) -> None:
    assert group_above(texts) == agency


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Labour Officers / Inspectors trained on bonded labour, by district"], "Labour"),
        (["Social Welfare Department", "Staff of the Department trained, by district"], "Social"),
    ],
)
def test_whom_titles_speak_of_are_all_of_a_table_of_months(titles: list[str], told: str) -> None:
    rows = [[title] for title in titles]
    rows += [["District", "Jan-24", "Feb-24", "Total"], ["Kasur", "4", "2", "6"],
             ["Okara", "3", "", "3"], ["Total", "7", "2", "9"]]  # fmt: skip
    [agency] = summed(understood(text_of(rows).encode()), "agency")
    assert agency.split()[0] == told


def test_the_office_in_which_somebody_protects_children_is_the_department_that_it_is_of() -> None:
    rows = [["Name", "Designation", "Office", "Sex", "Training", "Date"],
            ["Zarqoon Nobody", "Child Protection Officer", "Social Welfare Office Kasur", "F"],
            ["Zarqash Nobody", "Child Protection Officer", "Child Protection Unit Okara", "M"],
            ["Zarqeel Nobody", "Supervisor", "Social Welfare Office Okara", "M"]]  # fmt: skip
    rows = [rows[0], *([*row, "Referral", DAY] for row in rows[1:])]
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Social Welfare Department": 2, "Child Protection": 1}


@pytest.mark.parametrize("name", ["From-To", "Period (from - to)"])
def test_one_column_from_a_day_to_another_is_of_each_training_in_a_period_above(name: str) -> None:
    rows = [["Courses for Police personnel, March to July 2023"],
            ["Sr.", "Name of Course", name, "Venue", "Nos. Trained"],
            ["1", "On referral", "06.03.23 to 08.03.23", "Hall One", "4"],
            ["2", "On the law", "10.05.23", "Hall Two", "3"]]  # fmt: skip
    trainings = understood(text_of(rows).encode()).checked.trainings
    assert [*trainings["date_start"].astype(str)] == ["2023-03-06", "2023-05-10"]


@pytest.mark.parametrize(
    ("note", "homes"),
    [
        ("Officers were called from all districts of the division", ["own", "none"]),
        ("Training of officers", None),
        ("Officers were called from all offices of the district", None),
    ],
)
def test_where_all_came_from_several_districts_that_beside_a_venue_is_its_own(
    note: str, homes: list[str] | None
) -> None:
    rows = [[note], ["S#", "Name", "Department", "Sex", "Date", "Venue", "District"]]
    rows += [[str(n), f"Zarqoon{n} Nobody", "Police", "M", *of_day]
             for n, of_day in enumerate([(DAY, "Town Hall", "Kasur")] * 4
                                        + [("10 May 2023", "Bar Room", "Okara")] * 4)]  # fmt: skip
    found = read(text_of(rows).encode(), title="Referral")
    if homes is None:
        assert "District" in unsure(found)
    else:
        assert homes_of(found) == homes
        found = understood(text_of(rows).encode(), title="Referral", district="not recorded")
        assert {*found.checked.trainings["venue_adm2_pcode"]} == {KASUR, OKARA}


def test_who_reports_tables_of_women_men_and_children_needs_no_title() -> None:
    rows = [["Organization", "Month", "District", "Union Council", "Men", "Women", "Boys (15-17)",
             "Girls (15-17)"],
            ["Wombat Foundation", "Aug-23", "Kasur", "UC One", "9", "12", "6", "8"],
            ["Wombat Foundation", "Sep-23", "Okara", "UC Two", "8", "10", "7", "0"],
            ["All persons trained", "", "", "", "60", "", "", ""]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {KASUR: 35, OKARA: 25}
    assert [one.value for one in understood(text_of(rows).encode()).checked.queue] == [""]


def test_a_question_on_an_organisation_asks_for_no_title_besides() -> None:
    rows = [["Organization", "Month", "District", "Men", "Women"],
            ["Wombat Foundation", "Aug-23", "Kasur", "9", "12"],
            ["Wombat Foundation", "Sep-23", "Okara", "8", "10"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert {*unsure(found)} == {"Organization"}
    assert isinstance(found, Question)
    assert found.proposal is not None
    assert not found.proposal.missing
