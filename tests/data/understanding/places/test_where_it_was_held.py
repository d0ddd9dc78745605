"""Places of which the file says that trainings were held there are nobody's homes."""

import pytest

from data.records.errors import ReadingError
from data.sheets.fields import plain
from data.sheets.words.names.held_where import held_where
from data.sheets.words.names.name_words import guessed_field
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, homes_of, read, summed, understood, unsure
from tests.in_turn import in_turn

HELD_IN = [["Referral", DAY, "سکھر", "4", "3"], ["Referral", "16 May 2023", "خیرپور", "6", "2"]]


def test_what_places_of_trainings_are_called_is_no_home() -> None:
    names = ["مقام تربیت", "تربیت کا مقام", "ورکشاپ کی جگہ", "جائے انعقاد", "منعقدہ ضلع",
             "ضلع تربیت", "Tarbiyat ka maqam", "Place of course"]  # fmt: skip
    meant = {name: guessed_field(name) or "" for name in names}
    assert {name: field for name, field in meant.items() if not field.startswith("venue")} == {}


@pytest.mark.parametrize(
    ("name", "held"),
    [("منعقدہ ضلع", True), ("شہر", True), ("ضلع", False),
     ("تربیت یافتہ افراد کا ضلع", False)],
)  # fmt: skip
def test_where_a_training_was_held_is_no_home(name: str, held: bool) -> None:
    content = csv_of(*HELD_IN, header=["Training", "Date", name, "Male", "Female"])
    found = read(content, agency="not published")
    if held:
        assert isinstance(found, Understood), found
        assert {*found.checked.attendance["adm2_pcode"]} == {""}
    else:
        assert isinstance(found, Question) or summed(found, "adm2_pcode") == {
            "PK723": 7, "PK711": 8}  # fmt: skip


@pytest.mark.parametrize("name", ["Name of hotel", "ہوٹل"])
def test_halls_and_hotels_of_counted_trainings_are_nobodys_homes(name: str) -> None:
    rows = [["Referral", "27-28 Feb 2023", "Hotel Crown Lahore", "22", "99000"],
            ["Screening", "15th-16th Mar, 2023", "PC Rawalpindi", "19", "85500"]]  # fmt: skip
    found = read(csv_of(*rows, header=["Training", "Dates", name, "Nos. Trained", "Amount (Rs.)"]))
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"": 41}


@in_turn({
    "name": ["Training Institute", "Academy", "Institution"],
    "places, homes": [
        (["PTC Chung, Lahore", "Police College Sihala"], {"": 41}),
        (["P.T.S. Farooqabad", "Judicial Academy Lahore"], {"": 41}),
        (["DC Office Kasur", "DC Office Okara"], {"PK614": 22, "PK626": 19}),
    ],
})  # fmt: skip
def test_institutions_that_give_courses_are_nobodys_homes(
    name: str, places: list[str], homes: dict[str, int]
) -> None:
    rows = [["Referral", "27 Feb 2023", places[0], "22"],
            ["Screening", "15 Mar 2023", places[1], "19"]]  # fmt: skip
    found = read(csv_of(*rows, header=["Training", "From", name, "Nos. Trained"]))
    if isinstance(found, Understood) and not found.checked.queue:
        assert summed(found, "adm2_pcode") == homes
    else:
        assert homes != {"": 41}


def test_districts_under_at_are_where_trainings_were_held_and_nobodys_homes() -> None:
    header = ["Date", "Agency", "At", "Male", "Female"]
    rows = [["27.2.23", "FIA", "Lahore", "14", "3"], ["6.3.23", "Police", "Sargodha", "20", "6"]]
    content = text_of([["Trainings by agency"], header, *rows]).encode()
    assert homes_of(read(content)) == ["own", "none"]
    found = understood(content, district="not recorded")
    assert summed(found, "agency") == {"FIA": 17, "Police": 26}


@in_turn({
    "name": ["Workshop held in", "Conducted at", "Where was it held", "Courses organised in"],
    "places": [["Kasur", "Okara"], ["PC Hotel, Kasur", "Police Lines Okara"]],
})  # fmt: skip
def test_a_column_of_where_something_was_held_is_nobodys_home(name: str, places: list) -> None:
    rows = [[places[0], "27.2.23", "FIA", "14"], [places[1], "6.3.23", "Police", "20"]]
    content = text_of([["Workshops"], [name, "Date", "Agency", "Male"], *rows]).encode()
    assert homes_of(read(content)) == ["own", "none"]


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["March 2023", "April 2023"], {"Courses held in": "date_start"}),
        (["2", "3"], {"Courses held in": ""}),
    ],
)
def test_months_and_numbers_of_what_was_held_are_no_places(
    cells: list[str], asked: dict[str, str]
) -> None:
    rows = [[cells[0], "Kasur", "FIA", "14"], [cells[1], "Okara", "Police", "20"]]
    header = ["Courses held in", "Home district", "Agency", "Male"]
    assert unsure(read(text_of([["Workshops"], header, *rows]).encode())) == asked


OF_BOTH = [["Referral", DAY, "Hall", "Kasur", "Zarqoon1 Nobody", "F", "Police"],
           ["Referral", DAY, "Hall", "Kasur", "Zarqoon2 Nobody", "M", "Police"],
           ["Referral", DAY, "Hall", "Kasur", "Zarqoon3 Nobody", "M", "Police"],
           ["Referral", DAY, "Hall", "Kasur", "Zarqoon4 Nobody", "M", "Police"]]  # fmt: skip


@pytest.mark.parametrize(
    ("note", "homes"),
    [("District: of the venue. Their own districts were not noted.", {"": 4}),
     ("Note: District = where it took place; members came from several districts",
      ["PK614", "none"]),
          ("ضلع سے مراد وہ جگہ ہے", None),
     ("Distt = home district of the participant", None),
     ("District = home district of the participant", {"PK614": 4}),
          ("District: where the participants were trained", ["PK614", "none"]),
     ("District: not of the venue", None),],
)  # fmt: skip
def test_a_note_says_whose_district_stands_beside_a_venue(
    note: str, homes: dict[str, int] | list[str] | None
) -> None:
    header = ["Training", "Date", "Venue", "District", "Name", "Gender", "Agency"]
    found = read(text_of([header, *OF_BOTH, [""], [note]]).encode())
    if homes is None:
        assert unsure(found) == {"District": "district"}
    else:
        assert homes_of(found) == homes


@pytest.mark.parametrize(
    ("note", "asked"),
    [("Organization = who reports the training", False),
     ("Organization: the body that organised the session", False),
     ("Organization: Police, training conducted in Kasur", True),
     ("Organization = who reports or employs", True)],
)  # fmt: skip
def test_a_note_says_of_an_organisation_that_it_reports(note: str, asked: bool) -> None:
    rows = [["Referral", DAY, "Nobody Relief", "Kasur", "4"],
            ["Referral", "16 May 2023", "Nobody Relief", "Okara", "6"]]  # fmt: skip
    header = ["Training", "Date", "Organization", "District of participants", "Female"]
    found = read(text_of([header, *rows, [""], [note]]).encode())
    if asked:
        assert "Organization" in unsure(found)
    else:
        assert isinstance(found, Understood), found
        assert [one.value for one in found.checked.queue] == [""]


def test_a_place_of_posting_at_the_time_of_a_training_is_a_home() -> None:
    header = ["Place of posting at time of training", "Name", "Sex", "Agency", "Training", "Date"]
    rows = [["Kasur", "Zarqoon1 Nobody", "M", "Police", "Referral", DAY],
            ["Okara", "Zarqoon2 Nobody", "F", "Police", "Referral", DAY]]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}


@pytest.mark.parametrize(
    ("header", "venues", "read_so"),
    [(["Venue", "District", "Parent district of attendee"], ["Kasur", "Kasur"], True),
     (["Venue", "District", "District of participant"], ["Kasur", "Kasur"], True),
     (["Venue", "District", "District of participant"], ["Kasur", "Lahore"], False),
     (["Hotel name", "District", "District of participant"], ["Kasur", "Kasur"], False)],
)  # fmt: skip
def test_a_district_behind_the_venue_of_a_list_is_the_venues_beside_that_of_each(
    header: list[str], venues: list[str], *, read_so: bool
) -> None:
    both = ("Okara", "F"), ("Kasur", "M")
    rows = [["Referral", DAY, "Hall", venue, home, f"Zarqoon Nobody{sex}", sex, "Police"]
            for venue, (home, sex) in zip(venues, both, strict=True)]  # fmt: skip
    found = read(text_of([["Training", "Date", *header, "Name", "Sex", "Agency"], *rows]).encode())
    assert isinstance(found, Understood) is read_so
    if isinstance(found, Understood):
        assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}


def test_a_plan_in_urdu_words_has_its_places_its_target_and_who_came() -> None:
    header = ["Shumar", "Mauzu", "Muqam (tarbiyat)", "Tareekh", "Haisiyat", "Hadaf shurka",
              "Asal shurka"]  # fmt: skip
    rows = [["1", "Referral", "Kasur", "30-05-2023", "Mukammal", "30", "26"],
            ["2", "Law", "Okara", "16-05-2023", "Multavi", "25", ""],
            ["3", "Rights", "Okara", "23-05-2023", "Mukammal", "20", "17"]]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"": 43}


def test_at_beside_counted_trainings_is_where_they_were_held() -> None:
    header = ["Title of training", "Held on", "At", "Planned participants",
              "Actual participants", "Male", "Female"]  # fmt: skip
    rows = [["Referral", "26/5/2023", "Darul Aman Multan", "20", "17", "9", "8"],
            ["Law", "20/5/2023", "DO Office", "25", "22", "5", "17"]]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"": 39}
    assert {*found.checked.trainings["venue"]} == {"DO Office", "Darul Aman Multan"}


@pytest.mark.parametrize(("home", "place"), [("Kahan se aye", "Maqam"), ("کہاں سے", "جگہ")])
def test_from_where_somebody_came_is_home_beside_the_place_of_training(
    home: str, place: str
) -> None:
    header = ["num", "Naam", "mard/aurat", "Mehkma", home, "kab", place]
    rows = [[str(n), f"Zarqoon {n} Nobody", "mard", "FIA", own, "9 May 2023", "Faisalabad"]
            for n, own in enumerate(("zila Kasur", "zila Okara", "zila Kasur"))]  # fmt: skip
    found = understood(text_of([["Hazri - training on referral"], header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 1}


REACHED = [["PTIP Act", "24 Jan 2023", "Peshawar", "Police", "4", "21"],
           ["Referral", "8 Mar 2023", "Lahore", "Social Welfare", "13", "9"]]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "homes"),
    [
        ("Activity Location (Adm2)", ["own", "none"]),
        ("Training district", ["own", "none"]),
        ("Participants of the training: district", {"PK528": 25, "PK617": 22}),
        ("District", {"PK528": 25, "PK617": 22}),
    ],
)
def test_the_tag_of_a_place_where_a_training_was_is_that_of_its_venue(
    name: str, homes: dict[str, int] | list[str]
) -> None:
    header = ["Activity", "Start", name, "Department", "Female", "Male"]
    tags = ["#activity", "#date+start", "#adm2", "#org+targeted", "#reached+f", "#reached+m"]
    found = read(text_of([header, tags, *REACHED]).encode(), kind="groups",
                 fields={"Department": "agency"})  # fmt: skip
    assert homes_of(found) == homes


@in_turn({
    "tagged": [True, False],
    "name, homes":
    [("Location: District", ["own", "none"]), ("District of location", ["own", "none"]),
     ("Duty location: district", {"PK528": 25, "PK617": 22}),
     ("Duty location: district", {"PK528": 25, "PK617": 22})],
})  # fmt: skip
def test_the_location_of_an_activity_is_where_it_was_held(
    name: str, homes: dict[str, int] | list[str], tagged: bool
) -> None:
    header = ["Activity", "Start", name, "Department", "Female", "Male"]
    tags = ["#activity", "#date+start", "#adm2", "#org+targeted", "#reached+f", "#reached+m"]
    rows = [header, tags, *REACHED] if tagged else [header, *REACHED]
    fields = {"Department": "agency", "Activity": "title"}
    if not tagged and isinstance(homes, dict):
        fields[name] = "district"
    found = read(text_of(rows).encode(), kind="groups", fields=fields)
    assert homes_of(found) == homes


def test_where_something_was_done_is_no_home() -> None:
    header = ["what", "start", "where_adm2", "Department", "Female", "Male"]
    tags = ["#activity", "#date+start", "#adm2+loc", "#org+targeted", "#reached+f", "#reached+m"]
    found = read(text_of([header, tags, *REACHED]).encode(), kind="groups",
                 fields={"Department": "agency"})  # fmt: skip
    assert homes_of(found) == ["own", "none"]


def test_the_location_of_a_person_is_no_venue() -> None:
    header = ["Name", "Sex", "Location District", "Department", "Training", "Date", "Venue"]
    rows = [["Zarqoon Nobody", "F", "Okara", "Police", "Referral", "9 May 2023", "Hall One"],
            ["Zarqoon Noone", "M", "Kasur", "Police", "Referral", "9 May 2023",
             "Hall One"]]  # fmt: skip
    tags = ["", "", "#adm2", "", "#activity", "#date", ""]
    found = read(text_of([header, tags, *rows]).encode(), kind="persons")
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"PK626": 1, "PK614": 1}


@pytest.mark.parametrize(
    ("name", "field"),
    [("Activity Location (Adm2)", "venue_district"), ("Adm1 of training", "venue_province"),
     ("Admin2 of participants of the course", None), ("Location of training", "venue")],
)  # fmt: skip
def test_a_level_of_places_beside_an_activity_is_where_it_was(name: str, field: str) -> None:
    assert held_where(plain(name).split()) == field


@pytest.mark.parametrize(
    ("name", "homes"),
    [("Participants' district", {"PK528": 25, "PK617": 22}), ("District", {"": 47})],
)
def test_rows_of_trainings_keep_the_agency_and_the_home_that_they_tell(
    name: str, homes: dict[str, int]
) -> None:
    header = ["Training", "Date", name, "Agency", "Female", "Male"]
    found = read(csv_of(*REACHED, header=header), kind="trainings")
    assert isinstance(found, Understood), found
    assert summed(found, "agency") == {"Police": 25, "Social Welfare Department": 22}
    assert summed(found, "adm2_pcode") == homes
    several = [[*REACHED[0][:3], "Police / FIA", "4", "21"], REACHED[1]]
    open_ = read(csv_of(*several, header=header), kind="trainings")
    assert isinstance(open_, Understood)
    assert [one.kind for one in open_.checked.queue] == ["agency"]


def test_homes_that_somebody_told_are_not_lost_with_rows_that_are_called_trainings() -> None:
    content = csv_of(*REACHED, header=["Training", "Date", "District", "Agency", "Female", "Male"])
    with pytest.raises(ReadingError, match="its district to be where participants serve"):
        read(content, {"District": "district"}, kind="trainings")
    for field, kind, homes in (
        ("district", "groups", {"PK528": 25, "PK617": 22}),
        ("venue_district", "trainings", {"": 47}),
    ):
        found = read(content, {"District": field}, kind=kind)
        assert isinstance(found, Understood)
        assert summed(found, "adm2_pcode") == homes
