"""Whose offices stand in a file: parts of a body, desks of a force, and all of one agency."""

import pytest

from data.review.agencies.agencies import OF_POST, find_agency
from data.review.decisions import Decisions
from data.sheets.words.names.name_words import guessed_field, says_from_where
from data.understanding.layout.titles.agencies.agencies_above import group_above
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import listed, summed, understood

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
        ("Khidmat Markaz, Sahiwal", "Police"),
        ("Deputy Commissioners' offices", "District Administration"),
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


@pytest.mark.parametrize(
    ("title", "own"),
    [("refresher on PTPA 2018 and SOM Act", 12), ("course for workers", 4)],
)
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


def test_who_is_listed_under_a_police_station_alone_serves_there() -> None:
    above = (["Women Police Station Multan"],
             ["In-house lecture on human trafficking, 18-04-2023, given by AD FIA"])  # fmt: skip
    rows = [["Inspector", "F"], ["Constable", "F"], ["Driver Constable", "M"]]
    found = understood(listed(["Rank", "Sex"], *rows, above=above))
    assert summed(found, "agency") == {"Police": 3}
    assert summed(found, "adm2_pcode") == {"PK622": 3}


def test_offices_that_no_list_has_are_of_the_one_agency_of_the_title() -> None:
    rows = [["FIA Gujranwala Zone: officials of the Agency who attended the course, 12 June 2023"],
            ["Office", "Distt.", "Rank", "Nos. Trained"],
            ["Anti Human Trafficking Circle", "Gujranwala", "ASI", "2"],
            ["Airport Immigration", "Sialkot", "Inspector", "1"],
            ["Link Office", "Narowal", "ASI", "4"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"FIA": 7}
    rows[3][0] = "Agriculture Department"
    told = summed(understood(text_of(rows).encode()), "agency")
    assert told == {"FIA": 2, "Agriculture Department": 1, "Link Office": 4}


# --------------------------------------------------------------- all of civil society


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Each session was for members of local civil society organisations only.",
         "Civil society"),
        ("training of civil society members of the Committees", "Civil society"),
        ("(only for NGO representatives)", "Civil society"),
        ("(each session was only for civil society members of the district)", "Civil society"),
        ("Sindh Rights Network - training of civil society members", "Civil society"),
        ("Sindh Rights Network - no training of civil society members", ""),
        ("Civil society orientation on counter trafficking", "Civil society"),
        ("سول سوسائٹی کے نمائندوں کی تربیت", "Civil society"),
        ("سول سوسائٹی کے نمائندوں اور پولیس کی تربیت", ""),
        ("Session for civil society members and police", ""),
        ("Civil society training for police officers", ""),
        ("Session on the role of civil society", ""),
        ("Session for teachers and NGO workers", ""),
        ("Session for NGO / CBO workers of the district named", "Civil society"),
    ],
)  # fmt: skip
def test_a_title_says_that_all_are_of_civil_society(title: str, agency: str) -> None:
    assert (group_above([title]) == "Civil society") == bool(agency)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Trainings of staff of District Administration (ACs) held in Kasur",
         "District Administration"),
        ("Training of staff of District Administration and Police", ""),
        ("Progress of one-day trainings for Social Welfare staff, position as on 27 May 2024",
         "Social Welfare Department"),
        ("All five batches were of Social Welfare officers and staff only.",
         "Social Welfare Department"),
        ("All five batches were of Social Welfare officers and police only.", ""),
        ("All sessions were for two days with police", ""),
        ("Training on the Act, for officers / officials of FIA South Punjab Zone", "FIA"),
        ("Refresher for staff of FIA Zone Multan", "FIA"),
        ("Training of officials of FIA Multan Zone and Police", ""),
    ],
)  # fmt: skip
def test_a_title_or_a_note_says_whose_staff_all_are(title: str, agency: str) -> None:
    assert group_above([title]) == agency


def test_societies_under_a_title_of_civil_society_are_of_it_whatever_they_are_for() -> None:
    rows = [["Thar Education Alliance", "Umerkot"], ["Human Aid Council", "Umerkot"],
            ["Press Club", "Badin"], ["Marvi Women Org.", "Badin"],
            ["Labour Rights Watch Sindh", "Badin"], ["Women Police Network", "Badin"],
            ["Education Department", "Badin"], ["Agriculture Department", "Badin"]]  # fmt: skip
    title = "Training of civil society members of the Committees, Hyderabad, 19 Sept 2023"
    found = understood(listed(["Organization", "District"], *rows, above=([title],)))
    told = {"Civil society": 6, "Education": 1, "Agriculture Department": 1}
    assert summed(found, "agency") == told


@pytest.mark.parametrize("below", [True, False])
def test_sessions_that_were_for_civil_society_alone_count_its_people(below: bool) -> None:
    said = ["Each session was for members of local civil society organisations of that district."]
    rows = [["Date", "District", "Topic", "Men", "Women"],
            ["2023-09-02", "Malir", "Child labour", "13", "5"],
            ["2023-09-03", "Dadu", "Child labour", "10", "2"]]  # fmt: skip
    found = understood(text_of([*rows, said] if below else [said, *rows]).encode())
    assert summed(found, "agency") == {"Civil society": 30}


def test_officers_who_came_are_of_the_force_that_their_number_names() -> None:
    rows = [["Course", "Venue", "Date", "Seats planned", "Police officers who came"],
            ["Law course", "Larkana", "21-Jan-23", "20", "18"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"Police": 18}


# --------------------------------------------------------------- headings and names of columns


def test_bodies_in_the_column_of_names_head_those_who_are_numbered_under_them() -> None:
    rows = [["Divisional training, Sukkur, 25 February 2023"], ["Sr", "Name", "Rank", "District"],
            ["", "A. POLICE", "", ""], ["1", "Zarqoon Nobody", "Inspector", "Sukkur"],
            ["", "B. FIA", "", ""], ["2", "Zarqoon Noone", "Inspector", "Sukkur"],
            ["3", "Zarqoon Nemo", "Constable", "Ghotki"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 1, "FIA": 2}
    assert not len(found.checked.problems)


def test_whom_people_belong_to_may_be_a_district_or_a_village_and_nobody_by_name() -> None:
    rows = [["Labour Department: trainings of inspectors and owners"],
            ["Sr.", "Date", "Topic", "Participants belong to", "Men"],
            ["1", "27 Feb 2023", "Indicators", "District Quetta", "4"],
            ["2", "28 Mar 2023", "Indicators", "District Duki", "7"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="Labour Department")
    assert summed(found, "adm2_pcode") == {"PK226": 4, "PK234": 7}
    assert guessed_field("Participants belong to UC / Village") is None


def test_who_reports_is_no_agency_of_those_who_are_from_another() -> None:
    rows = [["Nowhere Development Society", "Police", "Jhang"],
            ["Nowhere Development Society", "Labour", "Jhang"]]  # fmt: skip
    header = ["Organization (reporting)", "Participant is from (department)",
              "Participant is from (district)"]  # fmt: skip
    assert summed(understood(listed(header, *rows)), "agency") == {
        "Police": 1, "Labour Department": 1
    }  # fmt: skip


def test_whom_trainings_were_for_says_of_which_agency_people_are() -> None:
    assert all(map(says_from_where, ["For staff of", "Course for officers of"]))
    assert not any(map(says_from_where, ["For", "Training for", "Training for days"]))
    rows = [["Trainings in district Tank"], ["Date", "For staff of", "Males", "Females"],
            ["08-Jan-23", "Police", "9", "0"],
            ["22-Jan-23", "Social Welfare", "2", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode(), district="not recorded")
    assert summed(found, "agency") == {"Police": 9, "Social Welfare Department": 5}


def test_a_force_and_place_of_duty_is_a_posting() -> None:
    rows = [["Constable", "FIA Immigration, Sialkot Airport", "M"],
            ["ASI", "Airports Security Force, Multan Airport", "F"]]  # fmt: skip
    found = understood(listed(["Post", "Force and place of duty", "Sex"], *rows))
    assert summed(found, "agency") == {"FIA": 1, "Airports Security Force": 1}
    assert summed(found, "adm2_pcode") == {"PK634": 1, "PK622": 1}
