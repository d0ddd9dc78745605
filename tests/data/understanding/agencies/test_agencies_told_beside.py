"""Agencies that titles, sums and cells beside the rows tell, and bodies of other countries."""

import pytest

from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.forces_above import force_above
from data.understanding.layout.titles.agencies.several_agencies import of_several
from data.understanding.understand import Understood
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.readings import DAY, listed, read, summed, understood
from tests.in_turn import in_turn


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Result of course 13-15 May 2024, police officers of Okara region", "Police"),
        ("Course of 13.05.2024, police officers of Okara region", "Police"),
        ("Trainings of Police 24, FIA officers 8", ""),
        ("FIA in May, police officers 24", ""),
        ("All trainees are of KP Police; districts not kept.", "Police"),
        ("Not all trainees are of KP Police.", ""),
        ("Nearly all trainees are of KP Police.", ""),
    ],
)
def test_a_day_before_a_comma_is_no_other_group(title: str, agency: str) -> None:
    assert group_above([title]) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Officers / officials of this Circle and its sub-offices who attended", "FIA"),
        ("Staff of our office", "FIA"),
        ("Officers of this Circle and others who attended", ""),
    ],
)
def test_the_staff_of_this_office_is_of_the_body_that_heads_the_list(
    text: str, agency: str
) -> None:
    assert force_above(["Rank"], ["FEDERAL INVESTIGATION AGENCY", text]) == agency


@pytest.mark.parametrize(
    ("head", "text", "agency"),
    [
        ("DIRECTORATE GENERAL SOCIAL WELFARE", "Crisis Centres – report on training of staff",
         "Social Welfare Department"),
        ("DIRECTORATE GENERAL SOCIAL WELFARE", "Report on training of staff of shelters", ""),
        ("DIRECTORATE GENERAL SOCIAL WELFARE", "Report on training of officers", ""),
        ("DIRECTORATE GENERAL SOCIAL WELFARE", "Report on training of staff and police", ""),
        ("Federal Investigation Agency, Training Directorate", "Training of staff", ""),
        ("Social Welfare Complex", "Training of staff", ""),
    ],
)  # fmt: skip
def test_a_department_that_reports_of_staff_means_its_own(
    head: str, text: str, agency: str
) -> None:
    assert force_above(["Name", "Designation"], [head, text]) == agency


@pytest.mark.parametrize(("sums", "agency"), [(("9", "6"), "FIA"), (("9", "5"), "")])
def test_a_sum_of_both_sexes_that_is_called_by_an_agency_tells_it(
    sums: tuple[str, str], agency: str
) -> None:
    rows = [[DAY, "Okara", "7", "2", sums[0]], ["2024-02-01", "Kasur", "5", "1", sums[1]]]
    header = ["Held on", "Participants of district", "Male", "Female", "FIA officials"]
    found = read(csv_of(*rows, header=header))
    told = summed(found, "agency") if isinstance(found, Understood) else {}
    assert (told == {"FIA": 15}) == bool(agency)


def test_a_body_of_another_country_keeps_its_own_name() -> None:
    bodies = ["Afghan Border Police", "Border Police (Afghanistan)", "Iranian Police"]
    rows = [*(["Guest", "M", body, "Kasur"] for body in bodies),
            ["SI", "M", "Punjab Police", "Okara"]]  # fmt: skip
    found = understood(listed(["Rank", "Sex", "Agency", "District"], *rows))
    assert summed(found, "agency")["Police"] == 1
    assert len(summed(found, "agency")) == 1 + len(bodies)


def test_a_body_of_ours_that_is_called_by_another_country_is_ours() -> None:
    bodies = ["China Chowk Police Station", "Turkey desk, FIA", "Afghan Colony Police Station",
              "FIA link office, Oman"]  # fmt: skip
    rows = [*(["Guest", "M", body, "Kasur"] for body in bodies),
            ["SI", "M", "Punjab Police", "Okara"]]  # fmt: skip
    found = understood(listed(["Rank", "Sex", "Agency", "District"], *rows))
    assert summed(found, "agency") == {"FIA": 2, "Police": 3}


@pytest.mark.parametrize("mark", ["-", "—"])
def test_a_dash_in_the_place_of_an_agency_tells_none(mark: str) -> None:
    rows = [["Guest", "M", mark, "Kasur"], ["SI", "M", "Police", "Okara"]]
    found = understood(listed(["Rank", "Sex", "Agency", "District"], *rows))
    assert summed(found, "agency") == {"Not published": 1, "Police": 1}


@in_turn({
    "called": ["Name & Rank", "Rank / Name"],
    "head, agency": [("Police Training School", "Police"), ("FIA Academy Islamabad", "FIA")],
})  # fmt: skip
def test_ranks_before_names_are_those_of_the_force_above(
    called: str, head: str, agency: str
) -> None:
    names = ["ASI Zarqoon One", "Lady Constable Zarqoon Two", "Head Constable Zarqoon Three"]
    rows = [[str(n), name, "M", "Kasur"] for n, name in enumerate(names, start=1)]
    table = [[called if n == 1 else one for n, one in enumerate(["Sr", "", "Sex", "District"])]]
    above = [[head], ["Training on referral, Kasur, 16 April 2023"]]
    found = understood(text_of([*above, *table, *rows]).encode())
    assert summed(found, "agency") == {agency: 3}
    assert "Zarqoon" not in repr((found.checked, found.notes))
    if called != "Name & Rank":
        return
    alone = understood(text_of([above[1], *table, *rows]).encode())
    assert summed(alone, "agency") == {}


def test_a_form_of_address_before_a_name_is_no_rank() -> None:
    rows = [["1", "Dr. Zarqoon One", "M", "Kasur"], ["2", "Dr. Zarqoon Two", "M", "Okara"]]
    above = [["Training on referral, Kasur, 16 April 2023"]]
    header = [["Sr", "Name & Rank", "Sex", "District"]]
    found = understood(text_of([*above, *header, *rows]).encode())
    assert summed(found, "agency") == {}


@pytest.mark.parametrize(
    ("called", "agency"),
    [
        ("Institution (all of Social Welfare Department)", "Social Welfare Department"),
        ("Unit (all from the Social Welfare Department)", "Social Welfare Department"),
        ("Institution (all of district Kasur)", ""),
        ("Institution (all of Labour or Police)", ""),
    ],
)
def test_the_name_of_a_column_tells_of_whom_all_are(called: str, agency: str) -> None:
    assert group_above([called]) == agency
    if called.startswith("Unit") or "district" in called:
        return
    rows = [["1", "Zarqoon One", "Warden", "Darul Aman", "Kasur", "F"],
            ["2", "Zarqoon", "Child Protection Officer", "Zamung Kor", "Okara", "M"]]  # fmt: skip
    header = ["Sr", "Name", "Post", called, "District", "M/F"]
    above = ["Training on referral, Kasur, 16 April 2023"]
    found = read(text_of([above, header, *rows]).encode())
    told = summed(found, "agency") if isinstance(found, Understood) else {}
    assert told == {agency: 2} if agency else 2 not in told.values()


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("List of zone staff (all FIA) who attended the training on TIP", "FIA"),
        ("One-day sessions for staff of the same district (police only)", "Police"),
        ("One-day sessions for staff of the same district (FIA and police only)", ""),
        (
            "C. Orientation of social welfare officers, Moro, 10 June 2024",
            "Social Welfare Department",
        ),
        ("Training of social welfare officers, nurses", ""),
        ("Excise Department Makran - officials who attended", "Excise and Taxation Department"),
        ("Social Welfare Department KP: training of its field staff", "Social Welfare Department"),
        ("Social Welfare Department: training of its staff and of police", ""),
        ("Training for members of community based organisations (civil society)", "Civil society"),
        ("Training for members of community based organisations and police", ""),
        ("Status of trainings for the police force of District Attock", "Police"),
        ("List of zone staff (all trained by FIA) who attended the training on TIP", ""),
        ("List of zone staff (all were invited by the FIA) to the training on TIP", ""),
        ("List of zone staff (all Levies officials) of the training on TIP", "Levies"),
        ("List of zone staff (all except FIA) who attended the training on TIP", ""),
        ("List of zone staff (all non-FIA) who attended the training on TIP", ""),
        ("List of zone staff (all retired FIA) who attended the training on TIP", ""),
        ("List of zone staff (all FIA and guests) who attended the training on TIP", ""),
    ],
)
def test_a_title_says_of_whom_all_are(title: str, agency: str) -> None:
    assert group_above([title]) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [("14 May 2024, Hotel One. Agency: Civil society", "Civil society"),
     ("Members of the DAHTCs, 14 May 2024; Agency = Police", "Police"),
     ("Department: Excise Department", "Excise and Taxation Department"),
     ("Agency for the return: Education Department (all participants)", "Education"),
     ("Department: Police and FIA", ""), ("Host department: Police", ""),
     ("Agency: FIA", "FIA"), ("Agency: Police, FIA", ""), ("Agency: Police and FIA", ""),
     ("Training of police officers and others. Agency: FIA", ""), ("Reporting agency: FIA", ""),
     ("Implementing Agency: FIA", ""), ("Agency: IOM", "")],
)  # fmt: skip
def test_a_label_within_a_line_names_the_agency_of_all(text: str, agency: str) -> None:
    assert group_above([text]) == agency


def test_what_heads_one_list_tells_nothing_of_the_agency_of_another() -> None:
    head = ["Sr", "Name", "Rank", "District", "Sex"]
    lists = [
        ["A. Orientation of police investigators, Nawabshah, 3 June 2023"], head,
        ["1", "Zarqoon One", "Inspector", "Kasur", "M"],
        ["2", "Zarqoon Two", "SI", "Okara", "M"], [],
        ["B. Orientation of social welfare officers, Moro, 10 June 2023"], head,
        ["1", "Zarqoon Three", "Social Welfare Officer", "Kasur", "F"],
        ["2", "Zarqoon Four", "Superintendent", "Okara", "F"],
        ["3", "Zarqoon Five", "Inspector", "Okara", "M"],
    ]  # fmt: skip
    found = read(text_of(lists).encode())
    assert isinstance(found, Understood)
    assert summed(found, "agency").get("Police") == 2


def test_who_all_are_is_said_of_posts_of_any_too() -> None:
    rows = [["1", "Inspector", "Zarqoon One", "M", "AHTC"],
            ["2", "UDC", "Zarqoon Two", "F", "HQ"]]  # fmt: skip
    above = [["List of zone staff (all FIA) who attended the training on TIP, 16 April 2023"]]
    header = [["Sr", "Rank", "Name", "Sex", "Branch"]]
    found = understood(text_of([*above, *header, *rows]).encode(), district="not recorded")
    assert summed(found, "agency") == {"FIA": 2}


def test_a_police_of_a_border_is_ours_or_another_country_s() -> None:
    rows = [
        ["Guest", "M", "Border Police", "Kasur"],
        ["SI", "M", "Border Military Police", "Okara"],
    ]
    found = read(listed(["Rank", "Sex", "Agency", "District"], *rows))
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 1}
    [asked] = found.checked.queue
    assert [one.answer for one in asked.candidates] == ["Border Police", "Police"]


@pytest.mark.parametrize(
    ("letterhead", "several"),
    [("Anti Human Trafficking Circle, Okara", False), ("Anti Human Trafficking Committee", True)],
)
def test_letters_beside_a_circle_are_of_no_committee(letterhead: str, *, several: bool) -> None:
    assert of_several([letterhead, "Moharrar, AHTC Okara"]) == several


@pytest.mark.parametrize(("label", "police"), [
    ("Sub-Total Police", 9), ("Sub-Total", 3),
])  # fmt: skip
def test_an_agency_that_is_written_once_is_of_all_rows_above_the_sub_total_that_names_it(
    label: str, police: int
) -> None:
    rows = [["Agency and district wise participants, training on referral, 28 May 2024"],
            ["Agency", "District of participants", "Male", "Female"],
            ["FIA", "Kasur", "6", "2"], ["", "Okara", "4", "1"], ["Sub-Total FIA", "", "10", "3"],
            ["Police", "Kasur", "2", "1"], ["", "Lahore", "5", "1"], [label, "", "7", "2"],
            ["Judiciary", "Okara", "2", "1"], ["Grand Total", "", "19", "6"]]  # fmt: skip
    found = read(workbook_of({"May": rows}))
    assert isinstance(found, Understood)
    assert summed(found, "agency").get("Police") == police


@pytest.mark.parametrize(("number", "police"), [("3", 3), ("1", 1)])
def test_a_sub_total_of_persons_tells_their_agency_where_it_counts_as_many(
    number: str, police: int
) -> None:
    rows = [["Training on referral, 9 May 2023"], ["S#", "Name", "Agency", "District", "Sex"],
            ["1", "Zarqoon Nobody", "Police", "Kasur", "F"],
            ["2", "Zarqash Nobody", "", "Kasur", "M"], ["3", "Zarqeel Nobody", "", "Okara", "M"],
            ["Total Police", number, "", "", ""]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert summed(found, "agency").get("Police") == police


def test_a_labelled_department_holds_for_posts_that_others_have_too() -> None:
    posts = ("Excise Inspector", "Constable", "Assistant Director")
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", post, "Kasur"] for n, post in enumerate(posts, 1)]
    above = [["Department: Excise Department"], ["Training on trafficking, 9 May 2023"]]
    found = read(text_of([*above, ["Sr", "Name", "Sex", "Post", "District"], *rows]).encode())
    assert summed(found, "agency") == {"Excise and Taxation Department": 3}


HEAD = ["Sr", "Name", "Gender", "Contact"]


def named(of: str, number: int = 3) -> list[list[str]]:
    return [[str(n), f"Zarqoon{n}{of} Nobody", "Male", ""] for n in range(1, number + 1)]


@pytest.mark.parametrize("first", ["POLICE DEPARTMENT", "Police"])
def test_a_first_list_is_of_the_agency_next_over_it_as_others_are(first: str) -> None:
    above = [["Training of members of DAHTC Kasur, 9 May 2023"], [first], HEAD, *named("a")]
    content = text_of([*above, [""], ["LABOUR DEPARTMENT"], HEAD, *named("b", 2)]).encode()
    assert summed(understood(content), "agency") == {"Police": 3, "Labour Department": 2}


def test_lists_side_by_side_are_each_of_the_agency_over_it() -> None:
    pairs = zip(named("a"), [*named("b", 2), [""] * 4], strict=True)
    rows = [["Training of members of DAHTC Kasur, 9 May 2023"],
            ["Police", "", "", "", "", "FIA"], [*HEAD, "", *HEAD],
            *([*one, "", *other] for one, other in pairs)]  # fmt: skip
    assert summed(understood(workbook_of({"Lists": rows})), "agency") == {"Police": 3, "FIA": 2}
