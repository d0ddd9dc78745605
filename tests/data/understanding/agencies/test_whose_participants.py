"""What offices send: posts, postings, names and titles that tell whose the participants are."""

from datetime import UTC, datetime

import pytest

from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_of_columns import (
    body_of_districts,
    posts_of_districts,
)
from data.understanding.layout.titles.agencies.forces_above import force_above
from data.understanding.layout.titles.places.homes_above import home_told
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.readings import (
    ABOVE,
    DAY,
    figures,
    homes_of,
    listed,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

NOW = datetime(2026, 1, 1, tzinfo=UTC)

REGISTER = ("Training", "Date", "District")


# ----------------------------------------------------- agencies and districts of the posts


@pytest.mark.parametrize("name", ["Office / Place of Posting", "Designation with place of posting"])
def test_a_place_of_posting_tells_the_district_and_the_agency(name: str) -> None:
    places = ("FIA Circle Gujranwala", "Distt. Social Welfare Office Sahiwal", "DDPP Swat",
              "Sr. PP Buner", "PP (ATC) Bannu")  # fmt: skip
    found = understood(listed([name, "Sex"], *[[place, "M"] for place in places]))
    assert summed(found, "agency") == {"FIA": 1, "Social Welfare Department": 1, "Prosecution": 3}
    assert summed(found, "adm2_pcode") == dict.fromkeys(
        ("PK609", "PK631", "PK532", "PK505", "PK503"), 1
    )


def test_letters_of_an_area_are_no_office() -> None:
    rows = [["Referral", DAY, place, "Police", "3"]
            for place in ("FR Bannu", "UC Kasur", "KP Lahore")]  # fmt: skip
    found = understood(csv_of(*rows, header=[*REGISTER, "Department", "Female"]))
    assert not any("ends a posting" in note for note in found.notes)
    assert set(found.checked.attendance["adm2_pcode"]) <= {"PK503"}  # the tribal part of Bannu


def test_a_column_of_agencies_says_more_than_the_ranks_beside_it() -> None:
    rows = [["ASI", "M", "Police", "Kasur"], ["ASI", "M", "FIA", "Okara"],
            ["DSP (Legal)", "F", "Police", "Okara"]]  # fmt: skip
    found = understood(listed(["Rank", "Sex", "Force", "District"], *rows))
    assert summed(found, "agency") == {"Police": 2, "FIA": 1}


def test_a_heading_of_an_agency_says_more_than_the_posts_under_it() -> None:
    rows = [ABOVE, ["S#", "Name", "Designation", "District", "Sex"], ["PROSECUTION"],
            ["1", "Zarqoon1 Nobody", "Assistant Director", "Kasur", "M"], ["FIA"],
            ["1", "Zarqoon2 Nobody", "SI", "Okara", "F"],
            ["2", "Zarqoon3 Nobody", "Assistant Director", "Okara", "F"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"Prosecution": 1, "FIA": 2}


def test_what_a_post_is_of_and_how_senior_changes_no_agency() -> None:
    found = understood(listed(["Designation", "Sex"], ["DSP Legal", "M"], ["DSP (Inv.)", "M"],
                              ["Sr. Public Prosecutor", "F"]), district="not recorded")  # fmt: skip
    assert summed(found, "agency") == {"Police": 2, "Prosecution": 1}


# ------------------------------------------------------------------ forces and their ranks


def test_among_ranks_letters_are_a_rank_and_no_agency() -> None:
    above = (["FIA Immigration, Karachi airport"], ABOVE)
    found = understood(listed(["Rank", "Sex"], ["FC", "M"], ["ASI", "F"], ["TSI", "M"],
                              above=above), district="not recorded")  # fmt: skip
    assert summed(found, "agency") == {"FIA": 3}
    row = ["Referral", DAY, "Kasur", "FC", "3"]
    found = understood(csv_of(row, header=[*REGISTER, "Department", "Female"]))
    assert summed(found, "agency") == {"Frontier Corps": 3}


@pytest.mark.parametrize(
    ("above", "header", "agency"),
    [
        ("Regional Police Office, Okara", ["Inspector", "ASI"], "Police"),
        ("Directorate General Levies Force", ["Officers", "Ranks"], "Levies"),
        ("Joint course of Levies and others", ["Officers", "Ranks"], ""),
        ("Okara", ["Inspector", "ASI"], ""),
    ],
)
def test_the_personnel_of_a_force_is_of_the_one_that_stands_above(
    above: str, header: list[str], agency: str
) -> None:
    texts = [above, f"Abstract of personnel trained in a course, {DAY}"]
    assert force_above(["District", *header, "Total"], texts) == agency
    if agency == "Levies":
        rows = [*([text] for text in texts), ["District", *header, "Total"],
                ["Kasur", "3", "4", "7"], ["Okara", "2", "2", "4"]]  # fmt: skip
        assert summed(understood(text_of(rows).encode()), "agency") == {agency: 11}


def test_what_a_training_is_on_is_not_whose_the_participants_are() -> None:
    above = (["Training of Village Council Secretaries on child protection, 9 May 2023"],)
    found = understood(listed(["Sex", "District"], ["M", "Kasur"], above=above))
    assert summed(found, "agency") == {"Local Government": 1}


def test_tehsils_of_the_one_district_above_are_of_it() -> None:
    rows = [["District Social Welfare Office, Swat"], [f"Students of the training, {DAY}"],
            ["Tehsil", "Male", "Female"], ["Kabal", "3", "4"], ["Matta", "2", "5"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="Education")
    assert summed(found, "adm2_pcode") == {"PK532": 14}
    rows[0] = ["District Social Welfare Office, Kasur"]  # in which they do not lie
    assert unsure(read(text_of(rows).encode())) == {"Tehsil": "district"}


def test_from_where_participants_are_tells_their_agency_and_numbers_of_councils_nobody() -> None:
    header = ["Course title", "Participants from", "Duration", "City", "Village Councils", "Male"]
    rows = [["Referral", "District Judiciary", DAY, "Peshawar", "12", "19"],
            ["Screening", "Prosecution", "16 May 2023", "Lahore", "9", "14"]]  # fmt: skip
    content = csv_of(*rows, header=header)
    assert homes_of(understood(content)) == ["own", "none"]
    found = understood(content, district="not recorded")
    assert summed(found, "agency") == {"Judiciary": 19, "Prosecution": 14}


# --------------------------------------------------------------------- names of agencies


def test_a_body_that_no_list_has_keeps_its_name_and_others_are_known() -> None:
    agencies = {
        "Punjab Assembly": "Punjab Assembly",
        "Women Desk": "Police",
        "SZABUL Wombat Campus": "SZABUL Wombat Campus",
        "Fisheries Deptt": "Fisheries Department",
        "PDMA": "PDMA",
        "E&SE Department": "Education",
        "Wombat Tanzeem": "Civil society",
        "Asstt. Commissioner, Kasur": "District Administration",
        "Daily Kawish": "Media",
        "Overseas Pakistanis Foundation": "Overseas Pakistanis Foundation",
        "Wombat Textile Exporters": "Wombat Textile Exporters",
        "DPP Office": "Prosecution",
        "N/A": "Not published",
        "Factory Inspection Deptt": "Factory Inspection Deptt",
        "Punjab Women Protection Authority": "Punjab Women Protection Authority",
        "Addl. District & Sessions Judges": "Judiciary",
        "Civil Judges": "Judiciary",
        "Zarqoon Welfare Association": "Civil society",
    }
    rows = [["Referral", DAY, "Kasur", one, "3"] for one in agencies]
    found = understood(csv_of(*rows, header=[*REGISTER, "Department", "Female"]))
    told = [*agencies.values()]
    assert summed(found, "agency") == {one: 3 * told.count(one) for one in told}


@pytest.mark.parametrize("title", ["Courses imparted to Police Officers, Year 2023",
                                   "List of participants (Punjab Police)"])  # fmt: skip
def test_a_title_says_to_whom_a_course_was_given(title: str) -> None:
    rows = [[title], ["Title of Course", "Date", "Male"], ["Referral", DAY, "22"]]
    assert summed(understood(text_of(rows).encode()), "agency") == {"Police": 22}


def test_a_post_is_asked_about_only_where_it_is_like_a_post() -> None:
    rows = [["F", "Lecturer, Gender Studies"], ["M", "Admin Officer"]]
    found = understood(listed(["Sex", "Designation"], *rows), district="not recorded")
    assert summed(found, "agency") == {"Education": 1}
    assert [one.value for one in found.checked.queue] == [""]


@pytest.mark.parametrize(
    ("title", "women"),
    [("List of women trained on referral, 9 May 2023", 2),
     ("List of women and men trained on referral, 9 May 2023", 0),
     ("Officers trained on referral, by district (all women), 9 May 2023", 2),
     ("Officers trained on referral, 9 May 2023: all women.", 2),
     ("Officers trained on referral, 9 May 2023 (all women police stations)", 0),
     ("Officers trained on referral, 9 May 2023 (resource persons all women)", 0)],
)  # fmt: skip
def test_a_title_tells_of_which_sex_all_are_who_are_listed(title: str, women: int) -> None:
    rows = [["Police", "Kasur"], ["FIA", "Okara"]]
    found = understood(listed(["Department", "District"], *rows, above=([title],)))
    assert figures(found) == (1, 2)
    assert found.checked.attendance["participants_f"].fillna(0).sum() == women


def test_the_one_number_beside_departments_counts_their_people() -> None:
    rows = [["Department wise participants of a seminar on referral, 9 May 2023"],
            ["S.No", "Department", "Nos."], ["1", "Police", "9"], ["2", "FIA", "4"],
            ["", "Total", "13"]]  # fmt: skip
    found = understood(text_of(rows).encode(), district="not recorded")
    assert summed(found, "agency") == {"Police": 9, "FIA": 4}


# ------------------------------------------------------- what titles and letterheads tell


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Reporting on trafficking: training of journalists", "Media"),
        ("Education Authority Kasur – Teachers trained on safe migration", "Education"),
        ("Training of Razakars on identification of victims", "Civil Defence"),
        ("Youth training on safe migration", ""),
        ("TIP Investigation Course for Police, Police Training School Swabi", "Police"),
        ("Course on routes for Balochistan Levies at Levies Lines", "Levies"),
        ("Joint course for Police, FIA and others", ""),
        ("Course on support by police stations", ""),
        ("Training for Rescue 1122 staff, 9 May 2023", "Rescue 1122"),
        ("Orientation of officials of Rescue 1122, 9 May 2023", "Rescue 1122"),
        ("Training of Rescue 1122 and Health staff, 9 May 2023", ""),
    ],
)
def test_a_title_calls_the_participants_by_what_they_are(title: str, agency: str) -> None:
    assert group_above([title, DAY]) == agency


@pytest.mark.parametrize(("of", "agencies"), [("journalists", {"Media": 1}), ("youth", {})])
def test_whom_a_title_calls_so_are_all_of_a_list(of: str, agencies: dict[str, int]) -> None:
    above = ([f"Reporting on trafficking: training of {of}"], [DAY])
    found = understood(listed(["Sex", "District"], ["F", "Kasur"], above=above))
    assert summed(found, "agency") == agencies


@pytest.mark.parametrize(
    ("title", "agencies", "asked"),
    [("Training for Rescue 1122 staff, 9 May 2023", {"Rescue 1122": 3}, []),
     ("Training of Rescue 1122 and Health staff, 9 May 2023", {"Health": 1},
      ["Health, Rescue 1122"])],
)  # fmt: skip
def test_a_name_with_a_number_calls_who_came_and_medics_of_the_rescue_service_are_its_own(
    title: str, agencies: dict, asked: list[str]
) -> None:
    rows = [[str(n), f"Made-up Person {n}", post, "Kasur"]
            for n, post in enumerate(["Driver", "Medical Technician", "Diver"], 1)]  # fmt: skip
    table = [[title], ["S#", "Name", "Designation", "District"], *rows]
    found = understood(text_of(table).encode())
    assert summed(found, "agency") == agencies
    assert [one.value for one in found.checked.queue] == asked


def test_of_those_who_have_a_post_the_one_that_is_named_above_is_taken() -> None:
    above = (
        ["Makran Levies Force – Training on referral, 9 May 2023, Commissioner Office Turbat"],
    )
    found = understood(listed(["Rank", "District"], ["Sepoy", "Kech"], ["Hawaldar", "Kech"],
                              above=above))  # fmt: skip
    assert summed(found, "agency") == {"Levies": 2}


@pytest.mark.parametrize("letterhead", ["LEVIES LINE KHUZDAR",
                                        "Deputy Commissioner Khuzdar (Levies Branch)"])  # fmt: skip
def test_a_thana_that_is_called_the_levies_own_is_of_no_police(letterhead: str) -> None:
    rows = [["Risaldar", "Levies Line Khuzdar"], ["Sipahi", "Levies Thana Wadh, Khuzdar"],
            ["Hawaldar", "Levies Thana Nal, Khuzdar"], ["Peshkar", "Line Khuzdar"],
            ["Sipahi", "Thana Wadh, Khuzdar"]]  # fmt: skip
    found = understood(listed(["Rank", "Posting"], *rows, above=([letterhead], ABOVE)))
    assert summed(found, "agency") == {"Levies": 5}


@pytest.mark.parametrize("name", ["District of Levies men", "Levies personnel's district"])
def test_the_name_of_a_column_tells_whose_people_a_district_has(name: str) -> None:
    rows = [["Referral", DAY, "Kalat", "6"], ["Safety", DAY, "Awaran", "7"]]
    found = understood(csv_of(*rows, header=["Course", "Date", name, "Nos. Trained"]))
    assert summed(found, "agency") == {"Levies": 13}
    assert summed(found, "adm2_pcode") == {"PK210": 6, "PK201": 7}
    assert found.checked.attendance["participants_m"].isna().all()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Balochistan Levies Force - Course on smuggling", {"Levies": 2}),
        ("Course of Levies and Police on smuggling", {"Police": 2}),
    ],
)
def test_a_station_is_of_the_levies_where_they_alone_stand_above(title: str, expected) -> None:
    rows = [[f"{title}, {DAY}"], ["Sr No.", "Rank & Name", "Thana/Post", "District"],
            ["1", "Sepoy Zarqoon", "Thana Wadh", "Khuzdar"],
            ["2", "Sepoy Nobody", "Thana Nal", "Khuzdar"]]  # fmt: skip
    assert summed(understood(workbook_of({"List": rows})), "agency") == expected


def test_to_whom_a_copy_goes_says_nothing_of_the_district_of_a_committee() -> None:
    rows = [["OFFICE OF THE DEPUTY COMMISSIONER SWABI"],
            ["Training for members of the District Vigilance Committee, Swabi, 9 May 2023"],
            ["S#", "Name", "Sex", "Department"], ["1", "Zarqoon One", "F", "Police"],
            ["2", "Zarqoon Two", "M", "DC Office"], [],
            ["", "Copy to the Deputy Commissioner Mardan"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == {"PK531": 2}


def test_the_place_that_somebody_came_in_is_no_post() -> None:
    above = (["Result of a police course on referral, 9 May 2023"],)
    rows = [["ASI", "Kasur", "61", "2nd"], ["HC", "Okara", "71", "1st"]]
    found = understood(listed(["Rank", "District", "Marks", "Position"], *rows, above=above))
    assert summed(found, "agency") == {"Police": 2}


def test_others_are_people_of_an_agency_that_nobody_tells() -> None:
    written = ["Others", "Any other", "Misc."]
    rows = [["Referral", DAY, "Kasur", one, "2"] for one in ("Police", *written)]
    found = understood(csv_of(*rows, header=[*REGISTER, "Department", "Female"]))
    assert summed(found, "agency") == {"Police": 2, "Not published": 2 * len(written)}
    assert any("no agency" in note for note in found.notes)


# --------------------------------------------------------------------- zones of several districts


def test_zones_of_the_agency_are_its_own_and_no_district() -> None:
    rows = [["FIA: in-service courses on referral"],
            ["Course", "Dates", "Zone", "Male", "Female", "Total"],
            ["Referral", DAY, "Lahore Zone", "8", "2", "10"],
            ["Referral", DAY, "Gujranwala Zone", "8", "2", "10"],
            ["Screening", "16 May 2023", "Multan", "4", "1", "5"]]  # fmt: skip
    assert homes_of(understood(text_of(rows).encode())) == ["none"]
    found = understood(text_of(rows).encode(), district="not recorded")
    assert figures(found) == (2, 25)
    assert summed(found, "agency") == {"FIA": 25}
    assert any("zones of FIA" in note for note in found.notes)
    rows[0] = ["In-service courses on referral"]  # of whom nobody knows
    assert isinstance(read(text_of(rows).encode()), Question)


def test_a_posting_to_a_zone_tells_no_district() -> None:
    places = ("FIA Sindh Zone-I", "FIA Zone Gujranwala", "FIA AHTC Sialkot")
    found = understood(listed(["Place of posting", "Sex"], *[[place, "F"] for place in places]))
    assert summed(found, "adm2_pcode") == {"": 2, "PK634": 1}
    assert summed(found, "agency") == {"FIA": 3}
    assert any("a zone of several districts" in note for note in found.notes)


def test_headings_of_several_districts_over_the_persons_of_one_training_are_their_homes() -> None:
    above = ["Consultation and training on referral", "Islamabad, 14-16 June 2023"]
    rows = [*([text] for text in above), ["No.", "Full name", "Organization", "Gender"],
            ["District: Kasur"], ["1", "Zarqoon One", "Police", "F"],
            ["District: Okara"], ["2", "Zarqoon Two", "FIA", "M"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == {"PK614": 1, "PK626": 1}
    rows[5:6] = []  # of one district, in which the training may have been
    assert isinstance(read(text_of(rows).encode()), Question)


def test_officers_of_a_district_that_stands_above_are_of_it() -> None:
    rows = [["OFFICE OF THE DEPUTY COMMISSIONER SWABI"],
            ["Attendance of officers of District Swabi in the training on referral, 9 May 2023"],
            ["S#", "Name", "Sex", "Department"], ["1", "Zarqoon One", "F", "Police"],
            ["2", "Zarqoon Two", "M", "DC Office"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == {"PK531": 2}


def test_a_category_of_those_who_were_trained_is_their_agency() -> None:
    header = ["Course", "Dates", "Category", "Nos. Trained"]
    rows = [["Referral", DAY, "Civil Judges", "24"],
            ["Screening", "16 May 2023", "Public Prosecutors", "22"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), district="not recorded")
    assert summed(found, "agency") == {"Judiciary": 24, "Prosecution": 22}


@pytest.mark.parametrize(
    ("above", "home"),
    [("Course for Investigation Officers of District Kasur on referral, 9 May 2023", "PK614"),
     ("Course for officers of District Police Kasur, 9 May 2023 at Lahore", "PK614"),
     ("Course for officers of District Kasur or Okara, 9 May 2023", ""),
     ("Course for officers, 9 May 2023 at Police Lines Kasur", "")],
)  # fmt: skip
def test_officers_of_one_district_that_stand_above_serve_there(above: str, home: str) -> None:
    assert home_told([above]) == home
    if " or " not in above and "at" in above:
        found = understood(listed(["Rank", "Sex"], ["SI", "F"], ["ASI", "M"], above=([above],)))
        assert homes_of(found) == ({home: 2} if home else ["PK614", "none"])


def test_officers_of_one_district_that_stand_above_numbers_of_each_agency_serve_there() -> None:
    rows = [["Training of committee members (all officers posted in District Kasur), 9 May 2023"],
            ["Department", "Male", "Female"], ["Police", "3", "1"], ["FIA", "2", "0"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 6)
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK614"}


def test_trainings_of_one_title_and_month_are_told_apart_by_their_places() -> None:
    header = ["Sr.", "Name of Training", "Month", "Place", "District of Participants", "Gents",
              "Ladies"]  # fmt: skip
    rows = [["1", "Referral", "Mar-23", "Bagh", "Bagh", "17", "6"],
            ["2", "Referral", "Mar-23", "Kotli", "Poonch", "21", "9"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header), agency="not published")) == (2, 53)


def test_stations_beside_agencies_tell_the_districts() -> None:
    rows = [["Rescue 1122", "Rescue 1122 Okara", "M"], ["Rescue 1122", "Rescue 1122 Kasur", "F"],
            ["Police", "PS Saddar, Kasur", "M"]]  # fmt: skip
    found = understood(listed(["Agency", "Station", "Gender"], *rows))
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK614", "PK626"}


def test_posts_that_the_health_department_alone_has_are_of_it() -> None:
    posts = ["LHS", "LHW Supervisor", "Medical Technician", "Dispenser", "Charge Nurse", "CMW"]
    rows = [[post, "F", "Kasur"] for post in posts]
    found = understood(listed(["Designation", "Sex", "District"], *rows))
    assert summed(found, "agency") == {"Health": len(posts)}


def test_the_list_of_an_office_of_its_own_district_is_of_its_agency() -> None:
    posts = ("LHV", "Computer Operator", "Naib Qasid", "Driver")
    rows = [[str(n), f"Zarqoon{n} Nobody", "F", post, "Kasur"] for n, post in enumerate(posts)]
    above = [["DISTRICT HEALTH OFFICE KASUR"], ["Orientation on referral, 9 May 2023"],
             ["S#", "Name", "Sex", "Post", "District"]]  # fmt: skip
    assert summed(understood(text_of([*above, *rows]).encode()), "agency") == {"Health": 4}
    rows[2][4] = "Okara"
    others = understood(text_of([*above, *rows]).encode())
    assert summed(others, "agency") == {"Health": 1}
    assert [len(one.rows) for one in others.checked.queue] == [3]
    rows[2][4], rows[2][3] = "Kasur", "Tehsildar"
    mixed = understood(text_of([*above, *rows]).encode())
    assert summed(mixed, "agency") == {"Health": 1, "District Administration": 1}
    assert [len(one.rows) for one in mixed.checked.queue] == [2]


# ------------------------------------------------------------- who lives where a session was

SESSION = ["Awareness session", DAY, "Garho", "Kasur", "12", "8"]
AT = ["Session", "Date", "Village", "District", "Women", "Men"]


@pytest.mark.parametrize(
    ("column", "title"),
    [("Goth", "Orientation on referral"), ("Venue", "Village level training on referral")],
)  # fmt: skip
def test_who_came_to_a_session_in_a_village_lives_there_and_that_is_said(
    column: str, title: str
) -> None:
    header = [*AT[:2], column, *AT[3:]]
    rows = [[title, *SESSION[1:]], [title, "16 May 2023", "Pattan", "Okara", "5", "7"]]
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 20, "PK626": 12}
    assert any("where the participants live" in note for note in found.notes)


VILLAGES = [["S.No", "Date", "Village", "Women", "Men"], ["1", DAY, "Garho", "12", "8"],
            ["2", "16 May 2023", "Pattan", "5", "7"]]  # fmt: skip


@pytest.mark.parametrize("label", ["Zila: Kasur", "ضلع: قصور"])
def test_the_district_above_rows_of_villages_is_where_those_who_came_live(label: str) -> None:
    found = understood(
        text_of([["Community sessions, May 2023"], [label], *VILLAGES]).encode(),
        agency="not published",
    )
    assert summed(found, "adm2_pcode") == {"PK614": 32}
    assert any("where the participants live" in note for note in found.notes)


def test_officials_trained_in_villages_do_not_live_in_the_district_above() -> None:
    above = [["Training of police officials, May 2023"], ["District: Kasur"]]
    assert set(summed(understood(text_of([*above, *VILLAGES]).encode()), "adm2_pcode")) == {""}


def test_a_note_that_participants_are_residents_of_the_villages_tells_where_they_live() -> None:
    header = [*AT[:2], "Place", *AT[3:]]
    note = ["Participants are residents of the villages."]
    for below, homes in (([], {""}), ([[], note], {"PK614"})):
        found = understood(text_of([header, SESSION, *below]).encode(), agency="not published")
        assert set(summed(found, "adm2_pcode")) == homes


@pytest.mark.parametrize(
    ("column", "sessions"),
    [("Village", [("Awareness session", "Serena Hotel"),
                  ("Training of police officials", "Garho")]),
     ("UC", [("Refresher on referral", "Garho")]),
     ("Venue", [("Training of community mobilisers", "Garho"),
                ("Community session on referral", "Town Hall")])],
)  # fmt: skip
def test_a_hall_or_a_session_for_officials_tells_nobodys_home(
    column: str, sessions: list[tuple[str, str]]
) -> None:
    rows = [[title, DAY, place, *SESSION[3:]] for title, place in sessions]
    content = csv_of(*rows, header=[*AT[:2], column, *AT[3:]])
    found = understood(content)
    if found.checked.queue:  # for whom the title is
        known = settle(Decisions(), dict.fromkeys(found.checked.queue, "Police"), "Nobody", NOW)
        found = understand([content], TODAY, decisions=known)
    assert isinstance(found, Understood)
    assert summed(found, "adm2_pcode") == {"": 20 * len(rows)}


def test_of_two_agencies_that_a_text_names_the_post_beside_tells_which() -> None:
    rows = [["ADPP", "F", "Prosecution, Sessions Court", "Kasur"],
            ["Civil Judge", "M", "Prosecution, Sessions Court", "Kasur"]]  # fmt: skip
    found = understood(listed(["Designation", "Sex", "Institution", "District"], *rows))
    assert summed(found, "agency") == {"Prosecution": 1, "Judiciary": 1}
    assert any("the post beside tells which" in note for note in found.notes)
    rows[1][0] = "Clerk"
    asked = read(listed(["Designation", "Sex", "Institution", "District"], *rows))
    assert not isinstance(asked, Question)
    assert [one.kind for one in asked.checked.queue] == ["agency"]


# ------------------------------------------------------------------ several posts in one text

RANKS_TRAINED = [["Date", "Subject of training", "Rank", "Nos. trained"],
                 ["9 May 2023", "Referral", "Inspector / SI", "12"],
                 ["10 May 2023", "Screening", "HC & Constables", "9"],
                 ["11 May 2023", "Identification", "SHOs", "5"],
                 ["12 May 2023", "Bonded labour laws", "Moharrar", "4"]]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    ["OFFICE OF THE DISTRICT POLICE OFFICER, KASUR",
     "Police officers/officials of Kasur District trained, 2nd quarter"],
)  # fmt: skip
def test_ranks_that_the_one_force_above_has_are_all_its_own(head: str) -> None:
    found = understood(text_of([[head], *RANKS_TRAINED]).encode(), district="not recorded")
    assert summed(found, "agency") == {"Police": 30}
    assert any("agencies are read from Rank, the texts above" in note for note in found.notes)


def test_of_two_ranks_in_one_text_it_is_asked_where_nothing_above_tells_the_force() -> None:
    found = understood(text_of([["Officers trained, Kasur"], *RANKS_TRAINED]).encode())
    asked = {item.value: {one.answer for one in item.candidates} for item in found.checked.queue}
    assert asked["HC & Constables, Inspector / SI"] == {"Police", "FIA"}
    assert asked["Moharrar"] == {"Police", "Levies"}
    assert "SHOs" not in asked


@pytest.mark.parametrize(
    ("post", "agency"),
    [("SHOs", "Police"), ("SHO / DSP", "Police"), ("DSPs and SHOs", "Police"), ("ACS", None),
     ("SHO / Moharrar", None), ("Sepoy / Constable", None), ("SHO / Naib Tehsildar", None),
     ("SHO / Zarqoon", None)],
)  # fmt: skip
def test_of_several_posts_one_agency_is_told_where_each_is_of_it_alone(
    post: str, agency: str | None
) -> None:
    assert find_agency(post, Decisions(), post=True).agency == agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [("Training of police officers/officials of Kasur District", "Police"),
     ("Training of police officers and men, Kasur", "Police"),
     ("Statement of police officers & men trained, Kasur", "Police"),
     ("Training of police officers and officials of the Labour Department", ""),
     ("Police officers and officials of FIA", ""),
     ("Police officers and staff of Police Lines Kasur", "Police"),
     ("All are officers of the Labour & Human Resources Department, Government of Sindh; district "
      "= district of posting", "Labour Department"),
     ("All of them were staff of NADRA.", "NADRA"),
     ("All the participants are officials from Prosecution, Lahore", "Prosecution"),
     ("All were officials of Prosecution and FIA", ""),
     ("All are officers of other departments", ""),
     ("Not all are officers of the Labour Department", ""),
     ("All are officers of the Labour Department except two", "")],
)  # fmt: skip
def test_officers_and_officials_are_one_group_and_those_of_another_are_two(
    title: str, agency: str
) -> None:
    assert group_above([title]) == agency


@pytest.mark.parametrize(
    ("title", "media"),
    [("Training for media persons, Peshawar, 9 May 2023", 2), ("Training, 9 May 2023", 1)],
)
def test_a_daily_is_of_the_media_and_any_paper_is_under_a_title_of_media_persons(
    title: str, media: int
) -> None:
    header = ["No.", "Name", "Sex", "District", "Organization"]
    rows = [["1", "Zarqoon1 Nobody", "F", "Kasur", "Daily Zarqoon"],
            ["2", "Zarqoon2 Nobody", "M", "Kasur", "Zarqoon Times"],
            ["3", "Zarqoon3 Nobody", "M", "Kasur", "NGO"]]  # fmt: skip
    found = understood(text_of([[title], header, *rows]).encode())
    assert summed(found, "agency") == {"Civil society": 1, "Media": media}
    assert any("of whom the title speaks" in note for note in found.notes) == (media == 2)


def of_bodies(called: str, above: str = "Awareness programme 2023") -> dict[str, int]:
    rows = [[above], ["Sr", "Training", "Date", called, "Women", "Men"],
            ["1", "Referral", "18 Feb 2023", "Kasur", "2", "5"],
            ["2", "Safe migration", "11 March 2023", "Okara", "3", "4"]]  # fmt: skip
    return summed(understood(workbook_of({"Programme": rows})), "agency")


@pytest.mark.parametrize(
    ("called", "agency"),
    [("District Bar", "Bar"), ("Name of district bar association", "Bar"),
     ("Bar of district (members)", "Bar"), ("District Press Club", "Media"),
     ("District (Levies)", "Levies"), ("Distt. Prosecution (participants)", "Prosecution"),
     ("District Police (own staff)", "Police"), ("Distt. Levies only", "Levies"),
     ("District court", ""), ("District of training by NGO", ""), ("District", ""),
     ("District of jail", ""), ("Own district", "")],
)  # fmt: skip
def test_districts_under_the_name_of_a_body_are_of_its_people(called: str, agency: str) -> None:
    assert body_of_districts(called) == agency
    if called in ("Bar of district (members)", "District court"):
        assert of_bodies(called) == ({agency: 14} if agency else {})


@pytest.mark.parametrize(
    ("called", "agencies"),
    [("Labour Inspectors of (district)", {"Labour Department"}),
     ("Prosecutors from district", {"Prosecution"}), ("SHOs (District)", {"Police"}),
     ("Inspectors of district", {"FIA", "Police"})],
)  # fmt: skip
def test_the_posts_of_districts_are_of_who_came_and_not_of_the_venue(
    called: str, agencies: set[str]
) -> None:
    assert posts_of_districts(called) == agencies
    if "nspectors" not in called:
        return
    rows = [["Sr", "Name of Course", "Held on", "Place", called, "Nos. Trained"],
            ["1", "Referral", "18 Feb 2023", "Labour Complex, Lahore", "Kasur", "7"],
            ["2", "Safe migration", "11 March 2023", "Press Club, Lahore", "Okara", "7"],
            ["", "G. Total", "", "", "", "14"]]  # fmt: skip
    untold = {"agency": "not published"} if len(agencies) > 1 else {}
    found = understood(text_of(rows).encode(), **untold)
    told = agencies if len(agencies) == 1 else {"Not published"}
    assert summed(found, "agency") == dict.fromkeys(told, 14)
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 7}


def test_a_body_over_districts_and_another_agency_above_tell_none() -> None:
    assert of_bodies("District Bar", "Training of prosecutors, 2023") != {"Bar": 14}


def under_bodies(*bodies: str, sums: bool = True) -> bytes:
    rows = [[f"Training on referral, {DAY}"], ["Sr. No.", "Name", "Standing (years)", "Sex"]]
    for n, body in enumerate(bodies):
        rows += [[body], ["1", f"Zarqoon{n} A", "9", "Male"], ["2", f"Zarqoon{n} B", "3", "Female"]]
        rows += [["", "Total", "", "2"]] if sums else []
    return workbook_of({"List": rows})


@in_turn(
    {
        "bodies, agency": [
            (("DISTRICT BAR ASSOCIATION KASUR", "DISTRICT BAR ASSOCIATION OKARA"), "Bar"),
            (
                ("Social Welfare Office Kasur", "Social Welfare Office Okara"),
                "Social Welfare Department",
            ),
        ],
        "sums": [True, False],
    }
)
def test_people_under_bodies_of_several_districts_serve_there(
    bodies: tuple[str, ...], agency: str, *, sums: bool
) -> None:
    found = understood(under_bodies(*bodies, sums=sums))
    assert not len(found.checked.problems)
    assert summed(found, "agency") == {agency: 4}
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}


def test_a_body_without_a_district_between_others_has_no_home_of_another() -> None:
    found = understood(under_bodies("District Police Kasur", "FIA", "District Police Okara"))
    assert {one.value for one in found.checked.queue} == set()
    told = found.checked.attendance
    assert told[told["agency"] == "FIA"]["adm2_pcode"].fillna("").tolist() == [""]


def test_a_total_under_one_heading_is_no_person() -> None:
    found = understood(under_bodies("Punjab Police", "Labour Department"), district="not recorded")
    assert not len(found.checked.problems)
    assert summed(found, "agency") == {"Police": 2, "Labour Department": 2}


# --------------------------------------------------------------------- titles of each training


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Orientation on bonded labour (levies officials)", "Levies"),
        ("Refresher on referral - prosecutors", "Prosecution"),
        ("Session on child protection with school teachers", "Education"),
        ("Courses held and police personnel trained", "Police"),
        ("Slots offered & FIA officials who came", "FIA"),
        ("Session on the law in collaboration with police officers", ""),
        ("Session on the law (resource persons: police officers)", ""),
        ("Training on the law (judges and police officers)", ""),
        ("Training in police lines - participants", ""),
        ("Training on the law by officials of FIA", ""),
        ("Training by FIA officials on the law", ""),
        ("Training for officers of FIA by officials of Police", "FIA"),
        ("Training attended by officials of FIA", "FIA"),
    ],
)
def test_those_behind_a_topic_or_beside_what_is_counted_are_who_came(
    title: str, agency: str
) -> None:
    assert group_above([title]) == agency


def test_the_title_of_each_training_tells_whose_people_came() -> None:
    rows = [["Training of police officers on referral", DAY, "Kasur", "4"],
            ["Orientation on referral (prosecutors)", DAY, "Okara", "3"],
            ["Session for villagers by police officers", DAY, "Sialkot", "2"]]  # fmt: skip
    found = understood(csv_of(*rows, header=[*REGISTER, "Female"]))
    assert summed(found, "agency") == {"Police": 4, "Prosecution": 3}
    [asked] = found.checked.queue
    assert (asked.rows, asked.participants) == ((4,), 2)
    assert asked.reason.startswith("These rows tell no agency, though others do")
    assert any("agencies are read from" in note for note in found.notes)


def test_a_column_of_agencies_says_more_than_a_title() -> None:
    rows = [["Training of police officers", DAY, "Kasur", "FIA", "4"]]
    found = understood(csv_of(*rows, header=[*REGISTER, "Department", "Female"]))
    assert summed(found, "agency") == {"FIA": 4}


def test_a_post_that_tells_no_agency_is_of_those_of_whom_each_title_speaks() -> None:
    rows = [["Training of police officers", DAY, "Kasur", post, "F"] for post in ("Clerk", "DSP")]
    found = understood(csv_of(*rows, header=[*REGISTER, "Designation", "Sex"]))
    assert summed(found, "agency") == {"Police": 2}


# ------------------------------------------------------------------ tehsils of numbers


@pytest.mark.parametrize("above", ["ZILA: KASUR", "Sessions on bonded labour in district Kasur"])
def test_numbers_beside_tehsils_are_of_the_district_that_stands_above_them(above: str) -> None:
    rows = [[above], ["Sessions on bonded labour"], ["S.No", "Date", "Taluka", "Men", "Women"],
            ["1", "3 May 2023", "Chunian", "4", "5"], ["2", "9 May 2023", "Pattoki", "2", "3"],
            ["", "", "Total", "6", "8"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 14}
    assert any("taken as where the participants serve" in note for note in found.notes)


def test_the_district_above_tehsils_with_venues_is_that_of_the_venues() -> None:
    rows = [["Sessions in district Kasur"], ["Date", "Tehsil", "Venue", "Men", "Women"],
            ["3 May 2023", "Chunian", "Town Hall", "4", "5"],
            ["9 May 2023", "Pattoki", "Rest House", "2", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert set(summed(found, "adm2_pcode")) <= {""}


def test_numbers_of_agencies_under_headings_of_districts_are_of_these() -> None:
    rows = [["Return of officers trained in the workshop on referral"], ["Date: 9 May 2023"],
            ["Sr.", "Department", "Male", "Female"], ["DISTRICT KASUR"],
            ["1", "Police", "4", "5"], ["2", "Health", "3", ""], ["", "Sub-Total", "7", "5"],
            ["ZILA OKARA"], ["1", "Police", "2", "1"], ["", "Sub-Total", "2", "1"],
            ["", "G. Total", "9", "6"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 3}


def test_bars_of_districts_and_tehsils_tell_the_district_and_the_agency() -> None:
    rows = [["Date", "Lawyers of (Bar Association)", "Male", "Female"],
            ["9 May 2023", "DBA Kasur", "4", "5"], ["16 May 2023", "TBA Chunian (Kasur)", "3", ""],
            ["23 May 2023", "DBA Okara", "2", "1"]]  # fmt: skip
    found = understood(text_of([["Lectures on referral"], *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 3}
    assert summed(found, "agency") == {"Bar": 15}


@pytest.mark.parametrize("called", ["Participants were from", "Trainees from"])
def test_who_reports_is_no_agency_of_those_who_were_from_others(called: str) -> None:
    header = ["Organization", "Date", "Training", called, "Participants district", "Male", "Female"]
    rows = [["Zarqoon Foundation", "2024-01-17", "Referral", agency, "Kasur", "3", "2"]
            for agency in ("Police", "Labour Department")]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 5, "Labour Department": 5}
