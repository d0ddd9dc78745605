"""Units, committees and bodies beside those who came: whose they are, and where they serve."""

import pytest

from data.records.personal_data import HIDDEN_TEXT
from data.review.decisions import AGENCY, Decision, Decisions, agency_key
from data.sheets.field_names import field_of_name
from data.understanding.columns.whose_column import is_of_people
from data.understanding.layout.titles.agencies.agencies_of_columns import are_committees
from data.understanding.layout.titles.places.homes_above import are_of_same_district
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    TITLE,
    figures,
    named,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

# ------------------------------------------------------------------------- whose they are


@pytest.mark.parametrize("called", ["Name of NGO", "این جی او"])
def test_who_is_of_a_named_organisation_is_of_it_whatever_the_post(called: str) -> None:
    header = ["S#", "Participant", "Sex", "Position", called, "District", "Training", "Date"]
    rows = [named(n, post, body, "Kasur", "Referral", DAY) for n, (post, body) in enumerate(
        [("Advocate", "Legal Aid Circle"), ("Teacher", "Roshni Foundation"),
         ("Counsellor", "Aas Women Shelter")], start=1)]  # fmt: skip
    assert summed(understood(csv_of(*rows, header=header)), "agency") == {"Civil society": 3}


def test_of_whom_no_organisation_is_named_the_post_and_the_posting_tell_it() -> None:
    rows = [named(1, "SI", "PS Saddar, Kasur", "", "Referral", DAY),
            named(2, "DSP", "PS City, Kasur", "Nil", "Referral", DAY),
            named(3, "Advocate", "Kasur", "Roshni Foundation", "Referral", DAY)]  # fmt: skip
    header = ["S#", "Name", "Sex", "Rank", "Posting", "NGO / CSO", "Training", "Date"]
    found = summed(understood(csv_of(*rows, header=header)), "agency")
    assert found == {"Civil society": 1, "Police": 2}


@in_turn({
    "called, agencies":
    [("NGO / CSO", {"Civil society": 4, "Media": 1}),
     ("Organisation", {"Media": 4, "Civil society": 1})],
    "post": ["Designation", "Remarks"],
})  # fmt: skip
def test_clubs_of_journalists_are_of_civil_society_where_their_column_says_so(
    called: str, agencies: dict[str, int], post: str
) -> None:
    header = ["S#", "Participant", "Sex", post, called, "District", "Training", "Date"]
    bodies = ["Sada Welfare Society", "Press Club Kasur", "Kasur Union of Journalists", "پریس کلب",
              "Daily Jang"]  # fmt: skip
    rows = [named(n, "Member", body, "Kasur", "Referral", DAY) for n, body in enumerate(bodies)]
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "agency") == agencies
    assert any("unions of journalists" in note for note in found.notes) == (
        called != "Organisation"
    )


def test_a_channel_beside_a_club_and_what_somebody_decided_stay_media() -> None:
    header = ["S#", "Participant", "Sex", "NGO / CSO", "District", "Training", "Date"]
    rows = [named(1, "Geo TV (Press Club member)", "Kasur", "Referral", DAY),
            named(2, "Press Club Kasur", "Kasur", "Referral", DAY)]  # fmt: skip
    content = csv_of(*rows, header=header)
    assert summed(understood(content), "agency") == {"Civil society": 1, "Media": 1}
    club = Decision(AGENCY, "Press Club Kasur", "Media")
    decided = Decisions().decided(agency_key(club.value), club)
    header[3] = "Civil society organisation"
    found = understand([csv_of(*rows, header=header)], TODAY, decisions=decided)
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Media": 2}


def test_a_unit_of_police_tells_its_agency() -> None:
    units = ["CIA Kasur", "CIA Staff, Kasur", "C.I.A. Centre Kasur", "SP CIA Kasur"]
    rows = [named(1, "SI", "PS Saddar, Okara"),
            *(named(n, "ASI", posting) for n, posting in enumerate(units, start=2))]  # fmt: skip
    header = ["S#", "Name", "Sex", "Rank", "Posted at"]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 5}
    assert summed(found, "adm2_pcode") == {"PK614": 4, "PK626": 1}


@pytest.mark.parametrize(
    ("called", "above"),
    [("Name of committee", TITLE),
     ("Posting", "Anti Human Trafficking Committees (AHTCs) trained on referral")],
)  # fmt: skip
def test_a_committee_of_several_bodies_is_not_of_one_agency(called: str, above: str) -> None:
    assert all(map(are_committees, ("Committee", "کمیٹی", "Name of committee")))
    rows = [[called, "Men", "Women"], ["AHTC Swat", 13, 4], ["DAHTC Buner", 9, 2]]
    content = workbook_of({"List": [[f"{above}, {DAY}"], *rows]})
    found = understood(content, agency="not published")
    assert summed(found, "adm2_pcode") == {"PK532": 17, "PK505": 11}
    assert [one.value for one in understood(content).checked.queue] == [""]


def test_whoever_sits_in_a_committee_is_of_the_body_of_the_post_or_asked_about() -> None:
    header = ["S#", "Name", "Sex", "Designation", "Committee"]
    rows = [named(1, "SI", "AHTC Swat"), named(2, "Tehsildar", "AHTC Buner")]
    found = read(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"District Administration": 1}
    assert [item.kind for item in found.checked.queue] == ["agency"]


def test_a_circle_is_of_its_agency_beside_committees() -> None:
    above = f"Members of Anti Human Trafficking Committees trained, {DAY}"
    rows = [["Posting", "Men", "Women"], ["FIA AHTC Swat", 13, 4], ["FIA AHTC Buner", 9, 2]]
    found = understood(workbook_of({"List": [[above], *rows]}))
    assert summed(found, "agency") == {"FIA": 28}


def test_whoever_is_posted_with_the_police_is_of_no_organisation_beside() -> None:
    said = ["Govt. servant", "No NGO", "LEA", "other", "Sponsored by Roshni", "Roshni Foundation"]
    rows = [*(named(n, "SI", "PS Saddar, Kasur", one) for n, one in enumerate(said)),
            named(9, "Advocate", "Kasur", "Aas Foundation")]  # fmt: skip
    header = ["S#", "Name", "Sex", "Rank", "Posting", "NGO"]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "agency") == {"Civil society": 1, "Police": 6}


@pytest.mark.parametrize("called", ["NGO contact", "NGO focal person"])
def test_the_organisation_of_a_contact_is_not_that_of_those_who_came(called: str) -> None:
    rows = [named(1, "SI", "PS Saddar, Kasur", "Roshni Foundation"),
            named(2, "DSP", "PS City, Kasur", "Aas Trust")]  # fmt: skip
    header = ["S#", "Name", "Sex", "Rank", "Posting", called]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 2}


# ------------------------------------------------------------------------- where they serve


@pytest.mark.parametrize("called", ["District of unit", "District where based"])
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


@pytest.mark.parametrize(
    ("called", "of_people"),
    [("Committee (district)", True), ("District of committee", True), ("Committees", True),
     ("کمیٹی (ضلع)", True), ("Organizing committee, district", False),
     ("Host committee (district)", False), ("District where the committee was held", False),
     ("Hosted by committee", False), ("Committee trained by", False), ("میزبان کمیٹی", False),
     ("Inviting committee", False), ("Committee Meeting District", False),
     ("Visited committee", False), ("Trainer's committee (district)", False)],
)  # fmt: skip
def test_a_column_of_committees_is_of_people_but_of_hosts(called: str, *, of_people: bool) -> None:
    assert is_of_people(called) is of_people


@pytest.mark.parametrize(
    ("called", "of_people"),
    [("کمیٹی (ضلع)", True), ("Committees", True),
     ("Host committee (district)", False)],
)  # fmt: skip
def test_whoever_came_to_a_session_for_a_committee_is_of_its_district(
    called: str, *, of_people: bool
) -> None:
    header = ["Session", "Date", called, "Venue", "Men", "Women"]
    rows = [[f"Orientation, session {n}", f"{n} June 2024", place, f"DC Office {place}", "18", "7"]
            for n, place in enumerate(["Kasur", "Okara", "Layyah"], start=1)]  # fmt: skip
    found = read(csv_of(*rows, header=header), agency="not published")
    told = isinstance(found, Understood) and found.checked.attendance["adm2_pcode"].all()
    assert told == of_people


SAME_DISTRICT = [
    "Only members living and working in the named district sat in each session.",
    "All participants are from the district named in the title",
    "Officers posted in the district concerned only",
]


def test_each_title_names_the_home_where_all_are_of_its_district() -> None:
    rows = [["Count of sessions"], [],
            ["Session A - Committee of Multan district, 2 December 2024"],
            ["Group", "Men", "Women"], ["Police", 5, 1], ["Labour", 2, 0], [],
            ["Session B - Committee of Khanewal district, 4 December 2024"],
            ["Group", "Men", "Women"], ["Police", 4, 0], ["Labour", 3, 1], [],
            SAME_DISTRICT[:1]]  # fmt: skip
    assert summed(understood(workbook_of({"Dec": rows})), "adm2_pcode") == {"PK622": 8, "PK615": 8}
    assert all(are_of_same_district([said]) for said in SAME_DISTRICT)
    others = "Some members living and working in other districts sat in each session."
    assert not are_of_same_district([others])


def test_through_whom_somebody_of_a_district_came_is_cut() -> None:
    through = ["through DSP Zarqoon Nobody", "via Mr Zarqoon Nobody", "معرفت زرقون",
               "care of Zarqoon Nobody"]  # fmt: skip
    rows = [*(named(n, f"Okara ({who})", "Police") for n, who in enumerate(through)),
            named(9, "Kasur", "Police")]  # fmt: skip
    header = ["S#", "Name", "Sex", "District", "Agency"]
    found = understood(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK626": 4, "PK614": 1}
    assert not len(found.checked.problems)
    # Of two districts nobody knows which.
    rows[0][3] = "Okara via Sahiwal"
    found = read(text_of([[f"{TITLE}, {DAY}"], header, *rows]).encode())
    assert isinstance(found, Understood)
    assert len(found.checked.problems) == 1


@pytest.mark.parametrize("called", ["Where from", "From where"])
def test_where_counted_people_come_from_is_their_district(called: str) -> None:
    rows = [[called, "F", "M"], ["Peshawar", 3, 9], ["Swabi", 1, 4]]
    found = understood(
        workbook_of({"List": [[f"Persons trained on migration, {DAY}"], *rows]}),
        agency="not published",
    )
    assert summed(found, "adm2_pcode") == {"PK528": 12, "PK531": 5}


@pytest.mark.parametrize("called", ["Trainer from"])
def test_where_a_trainer_came_from_is_no_home(called: str) -> None:
    rows = [[called, "F", "M"], ["Peshawar", 3, 9], ["Swabi", 1, 4]]
    found = read(workbook_of({"List": [[f"Persons trained on migration, {DAY}"], *rows]}))
    assert not isinstance(found, Understood)


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


@pytest.mark.parametrize("sums", ["کل", "Days attended"])
def test_a_list_without_sexes_is_headed_by_names_days_and_their_total(sums: str) -> None:
    header = ["Sr.", "Name & Rank", "District Police", "05/06", "06/06", sums]
    marks = [["P", "P", "2"], ["A", "P", "1"], ["A", "A", "0"]]
    rows = [[str(n), f"Zarqoon{n} Nobody, ASI", "Kasur", *own] for n, own in enumerate(marks, 1)]
    above = [["City Police"], ["Attendance sheet: two days course, 5 to 6 June 2023"]]
    found = understood(workbook_of({"List": [*above, header, *rows]}))
    assert figures(found) == (1, 2)
    assert summed(found, "agency") == {"Police": 2}
    assert "Zarqoon" not in found.checked.attendance.to_csv() + str(found.notes)


@pytest.mark.parametrize(
    "days", [("10 June", "11 June"), ("10-Jun-2024", "11-Jun-2024"),
             ("Mon", "Tue"), ("10 جون", "11 جون")]
)  # fmt: skip
def test_a_total_that_adds_up_dates_is_asked_about(days: tuple[str, str]) -> None:
    rows = [["Two-day workshop on trafficking, 10-11 June 2024"], ["District team", *days, "Total"],
            ["Kasur", 12, 10, 22], ["Okara", 6, 7, 13], ["Sahiwal", 5, 5, 10]]  # fmt: skip
    assert "participants_total" in unsure(read(workbook_of({"List": rows}))).values()


@pytest.mark.parametrize("days", [("10 June", "11 June"), ("Day 1", "Day 2")])
def test_women_and_men_of_days_are_not_added_up(days: tuple[str, str]) -> None:
    rows = [["Two-day workshop on trafficking, 10-11 June 2024"],
            ["District", days[0], "", days[1], "", "Total"], ["", "M", "F", "M", "F", ""],
            ["Kasur", 6, 6, 5, 5, 22], ["Okara", 3, 3, 4, 3, 13]]  # fmt: skip
    asked = {*unsure(read(workbook_of({"List": rows}))).values()}
    assert asked & {"participants_total", "date_start"}


def test_what_is_planned_and_has_no_day_yet_is_no_problem() -> None:
    open_days = ["to be fixed", "TBD", "Not yet decided", "ابھی طے نہیں ہوئی"]
    planned = [[f"Session {n}", "Okara", day] for n, day in enumerate(open_days)]
    header = ["Training", "District", "Date", "Status", "Men", "Women"]
    rows = [["Referral", "Kasur", DAY, "Held", "4", "2"], *([*row, "Planned"] for row in planned)]
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (1, 6)
    assert not len(found.checked.problems)
    # A training that was held has a day.
    rows[1:] = [[*row, "Held", "3", "1"] for row in planned]
    assert len(
        understood(csv_of(*rows, header=header), agency="not published").checked.problems
    ) == len(planned)


@pytest.mark.parametrize("called", ["Staff member"])
def test_whoever_is_in_the_lists_of_two_days_under_a_post_is_one(called: str) -> None:
    header = ["Date", "Day", called, "Sex", "Post", "District", "Workshop"]
    rows = [[day, n, f"Zarqoon{one} Nobody", "F", "Psychologist", "Kasur", "Care of children"]
            for day, n, came in (("27/02/2023", "Day 1 of 2", "abcde"),
                                 ("28/02/2023", "Day 2 of 2", "abcd"))
            for one in came]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (1, 5)
    assert "Zarqoon" not in found.checked.attendance.to_csv() + str(found.notes)


@pytest.mark.parametrize(
    ("written", "behind"),
    [("11-06-2025", " (Zarqoon Nobody)"), ("11-06-2025", ""),
     ("January - March 2024", " (P = present, A = absent)"),
     ("5/6/2024 (Wed)", " (Zarqoon Nobody)")],
)  # fmt: skip
def test_a_day_that_is_asked_about_is_shown_without_what_stands_behind_it(
    written: str, behind: str
) -> None:
    people = [named(1, "Kasur", "Police"), named(2, "Okara", "Police")]
    header = ["S#", "Name", "Sex", "District", "Agency"]
    above = [[f"{TITLE}, {written}{behind}"], header, *people]
    beside = [[*header, "Training", "Date"], *([*one, TITLE, written + behind] for one in people)]
    for rows in (above, beside) if behind == " (Zarqoon Nobody)" else (above,):
        found = read(text_of(rows).encode())
        assert isinstance(found, Understood)
        for item in found.checked.queue:
            said = " ".join([item.value, *(one.words for one in item.candidates)])
            assert written.split(" (")[0] in said
            assert "Zarqoon" not in said + found.checked.problems.to_csv()
            assert item.value != HIDDEN_TEXT
