"""Texts that seem to say of which one agency all are, and do not: they are left open or asked."""

import pytest

from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.forces_above import heads_station
from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, listed, read, summed, understood


@pytest.mark.parametrize(
    "title",
    [
        "All batches were for police officers; the last was of teachers",
        "All four batches were of Police staff and teachers",
        "All sessions were for Police officers, teachers and students",
        "Participants nominated by staff of District Administration",
        "Session for community members by staff of District Administration",
        "Officers of District Administration also attended",
        "Staff of District Administration distributed certificates to teachers",
        "Session for 20 civil society members with 10 policemen",
        "Session for civil society representatives as well as students",
        "Not for NGO representatives",
        "Training on the role of civil society members",
        "No session was for NGO members",
        "Some sessions were for NGO members",
        "Session 1 was for NGO members",
        "Next session will be for civil society members",
        "A session of civil society members to students",
        "سول سوسائٹی کے نمائندوں نے اساتذہ کو تربیت دی",
        "سول سوسائٹی کی تنظیموں کے تعاون سے تربیت",
    ],
)
def test_a_text_of_some_or_of_who_helped_says_of_no_one_agency_that_all_are(title: str) -> None:
    assert group_above([title]) == ""


@pytest.mark.parametrize(
    "written",
    ["Al-Khidmat Centre", "Kissan Khidmat Markaz", "Assistant Registrar Cooperative",
     "Punjab Provincial Cooperative", "NADRA Centre (Health)",
     "Women & Child Protection Desk (NGO)", "FIA / IOM", "Police & UNODC"],
)  # fmt: skip
def test_bodies_that_share_a_word_with_a_known_one_are_asked_about(written: str) -> None:
    assert find_agency(written, Decisions()).agency is None


@pytest.mark.parametrize(
    "audience",
    ["for travel agents", "refresher (participants: bankers)"],
)
def test_whoever_came_to_the_offices_of_an_agency_may_be_none_of_its_staff(audience: str) -> None:
    rows = [["FEDERAL INVESTIGATION AGENCY, GUJRANWALA ZONE"],
            [f"One day training {audience} on the law, held on 14.03.2023"],
            ["S#", "FIA Office", "Nos. Trained"], ["1", "Sub-Circle, Narowal", "3"],
            ["2", "Link Office, Sialkot", "5"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert not isinstance(found, Understood) or "FIA" not in summed(found, "agency")


@pytest.mark.parametrize(("name", "texts"), [("Class", ["9th", "10th"]),
                                             ("Designation", ["Housewife", "Trader"])])  # fmt: skip
def test_who_has_no_rank_under_a_police_station_may_have_come_to_it(
    name: str, texts: list[str]
) -> None:
    above = (["Women Police Station Multan"], ["A session on trafficking, 18-04-2023"])
    found = understood(
        listed([name, "Sex"], *([text, "F"] for text in texts), above=above),
        district="not recorded",
    )
    [asked] = found.checked.queue
    assert (asked.kind, asked.value, found.checked.attendance.empty) == ("agency", "Police", True)
    assert not heads_station("Police Station Kasur and 3 others")
    assert not heads_station("Police Station Saddar (venue)")


def test_a_guest_among_officers_of_a_force_is_of_it_no_more_than_his_office_says() -> None:
    rows = [["SI, FIA Range Office", "Sukkur"], ["Inspector, Labour Office", "Sukkur"],
            ["HC, Police Lines", "Sukkur"]]  # fmt: skip
    above = (["SINDH POLICE: SUKKUR RANGE"],
             ["Officers who attended the training, 29 Jan 2023"])  # fmt: skip
    found = read(listed(["Rank", "District"], *rows, above=above))
    assert not isinstance(found, Understood) or summed(found, "agency").get("Police", 0) < 2


@pytest.mark.parametrize("heading", ["B. Hosted by FIA", "Zarqoon Nil Nobody"])
def test_bodies_head_nobody_where_another_text_stands_alone_among_the_names(heading: str) -> None:
    rows = [["Divisional training, Sukkur, 25 February 2023"], ["Sr", "Name", "Rank", "District"],
            ["", "A. POLICE", "", ""], ["1", "Zarqoon Nobody", "Inspector", "Sukkur"],
            ["", heading, "", ""], ["2", "Zarqoon Noone", "Inspector", "Sukkur"]]  # fmt: skip
    assert figures(read(text_of(rows).encode())) == (1, 0)


@pytest.mark.parametrize(("label", "fia"), [("Sub-Total FIA", 13), ("Sub-Total without FIA", 8)])
def test_a_sub_total_names_the_agency_of_the_rows_above_where_it_names_nothing_else(
    label: str, fia: int
) -> None:
    rows = [["Participants, training on referral, 28 May 2024"],
            ["Agency", "District", "Male", "Female"], ["FIA", "Kasur", "6", "2"],
            ["", "Okara", "4", "1"], [label, "", "10", "3"], ["Police", "Kasur", "2", "1"],
            ["Sub-Total Police", "", "2", "1"]]  # fmt: skip
    found = read(text_of(rows).encode())
    told = summed(found, "agency").get("FIA") if isinstance(found, Understood) else 8
    assert told == fia


def test_a_training_may_be_for_a_topic_and_officers_may_have_come_to_teach() -> None:
    rows = [["Trainings in district Tank"], ["Date", "Training for", "Males", "Females"],
            ["08-Jan-23", "Police", "9", "0"],
            ["22-Jan-23", "Child protection", "2", "3"]]  # fmt: skip
    assert not isinstance(read(text_of(rows).encode()), Understood)
    rows = [["Course", "District", "Date", "Seats", "FIA officers who came to teach"],
            ["Law course", "Kasur", "21-Jan-23", "20", "2"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert not isinstance(found, Understood) or "FIA" not in summed(found, "agency")


def test_a_branch_of_a_bank_is_no_office_of_the_agency_above() -> None:
    rows = [["FIA Gujranwala Zone: officials of the Agency who attended the course, 12 June 2023"],
            ["Office", "Distt.", "Nos. Trained"],
            ["FIA Circle", "Gujranwala", "2"], ["FIA Sub-Circle", "Gujrat", "2"],
            ["Airport Immigration", "Sialkot", "1"],
            ["Nowhere Bank Main Branch", "Narowal", "4"]]  # fmt: skip
    found = read(text_of(rows).encode(), {"Office": "department"})
    assert isinstance(found, Understood)
    assert summed(found, "agency").get("FIA", 0) <= 5


def test_who_works_in_houses_is_of_the_programme() -> None:
    rows = [["27 Feb 2023", "Domestic workers in housekeeping", "Kasur", "Police", "4"]]
    header = ["Date", "Topic", "District", "Department", "Men"]
    assert figures(read(text_of([header, *rows]).encode())) == (1, 4)
