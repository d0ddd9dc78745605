"""Places and offices as offices write them: postings, councils, and cells that tell none."""

import pytest

from data.review.agencies.agencies import agency_in_posting, find_agency
from data.review.decisions import Decisions
from data.review.places_beside import is_in_one, lie_beside
from data.understanding.understand import Question
from geo.districts import gazetteer
from geo.names.matching import match, match_many
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import (
    DAY,
    figures,
    homes_of,
    listed,
    named,
    read,
    summed,
    understood,
    unsure,
)

# --------------------------------------------------------------------------------- postings


@pytest.mark.parametrize(
    ("posting", "district", "agency"),
    [
        ("PSO to SSP Khairpur", "PK711", "Police"),
        ("PS to DC Kasur", "PK614", "District Administration"),  # and of no police station
        ("Steno Typist to the AC, Okara", "PK626", "District Administration"),
        ("PP Peshawar", "PK528", "Prosecution"),
    ],
)
def test_a_posting_tells_the_district_and_the_agency(
    posting: str, district: str, agency: str
) -> None:
    assert (match(posting).adm2_pcode, agency_in_posting(posting)) == (district, agency)
    found = find_agency(posting.rsplit(" ", 1)[0].strip(","), Decisions(), post=True)
    assert found.agency == agency


@pytest.mark.parametrize(
    ("posting", "district", "agency"),
    [
        ("تھانہ صدر خانیوال", "PK615", "Police"),
        ("خواتین تھانہ ملتان", "PK622", "Police"),
        ("ڈی پی او آفس وہاڑی", "PK636", "Police"),
        ("دفتر لیبر آفیسر ملتان", "PK622", "Labour Department"),
        ("دارالامان، محکمہ سماجی بہبود، خانیوال", "PK615", "Social Welfare Department"),
        ("دفتر ڈپٹی کمشنر مظفر گڑھ", "PK623", "District Administration"),
        ("ایف آئی اے سرکل ملتان", "PK622", "FIA"),
        ("چوکی قصور", "PK614", "Police"),
        ("تھانہ صدر", None, "Police"),
        ("دفتر چونیاں", None, None),  # a tehsil: it is asked
    ],
)
def test_a_posting_in_urdu_tells_them_too(
    posting: str, district: str | None, agency: str | None
) -> None:
    assert (match(posting, alike=False).adm2_pcode, agency_in_posting(posting)) == (
        district, agency)  # fmt: skip


def test_a_list_in_urdu_is_read_of_its_postings_alone() -> None:
    rows = [["نمبر شمار", "نام شریک", "جنس", "تعیناتی", "تربیت کی تاریخ"],
            ["1", "زرقون الف", "م", "تھانہ سٹی وہاڑی", "۲۰ مئی ۲۰۲۵"],
            ["2", "زرقون ب", "خ", "دفتر سماجی بہبود ملتان", "۲۰ مئی ۲۰۲۵"],
            ["", "م = مرد، خ = خاتون", "", "", ""]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "adm2_pcode") == {"PK636": 1, "PK622": 1}
    assert summed(found, "agency") == {"Police": 1, "Social Welfare Department": 1}
    rows[1][3] = "تھانہ صدر کراچی"  # one of several districts
    asked = understood(text_of(rows).encode())
    assert [one.kind for one in asked.checked.queue] == ["district"]
    assert asked.checked.participants_accepted == 1


@pytest.mark.parametrize("posting", ["Deputy PP, Peshawar", "Sr. ADPP, Peshawar", "SP, Peshawar"])
def test_letters_that_end_as_a_district_begins_are_no_part_of_it(posting: str) -> None:
    assert match(posting).adm2_pcode == "PK528"


@pytest.mark.parametrize(
    "posting",
    ["Levies Thana Muslim Bagh, Killa Saifullah", "PS Muslim Bagh Killa Saifullah",
     "Tehsil Hospital, Muslim Bagh, Killa Saifullah"],
)  # fmt: skip
def test_a_town_called_like_a_district_elsewhere_is_of_its_own(posting: str) -> None:
    assert match(posting).adm2_pcode == "PK215"


def test_of_two_districts_in_a_posting_the_last_is_offered_first() -> None:
    offered = [one.adm2_pcode for one in match("Levies Thana Bagh, Killa Saifullah").candidates]
    assert offered == ["PK215", "PK101"]


@pytest.mark.parametrize(
    "posting",
    ["SHO Lahore Gate, Peshawar", "Sub Inspector, Multan Road, Lahore", "Letters to Khairpur",
     "PSO to Khairpur", "Reader to DIG Larkana Range"],
)  # fmt: skip
def test_a_posting_that_may_be_elsewhere_is_asked_about(posting: str) -> None:
    assert match(posting).adm2_pcode is None


@pytest.mark.parametrize(
    ("station", "code"),
    [("PS Garhi Yasin, Shikarpur", "PK720"), ("P.S. Lahore Gate, Peshawar", "PK528"),
     ("Thana Multan Road, Lahore", "PK617"), ("PS Kasur, Okara", None),
     ("PS Mirpur, Abbottabad", "PK501"), ("DC Office Khuzdar (Levies Branch)", "PK213"),
     ("DPO Office Swat (Investigation Wing)", "PK532"), ("Levies Line Khuzdar (HQ)", "PK213"),
     ("DSP Legal, DPO Office Swat (Saidu Sharif)", "PK532"), ("DPO Office Swat (Okara)", None),
     ("DC Office Kasur (Inspector Nobody)", None), ("PS City, Multan, Lahore", None)],
)  # fmt: skip
def test_a_police_station_is_in_the_district_behind_its_comma(
    station: str, code: str | None
) -> None:
    assert match(station).adm2_pcode == code


# -------------------------------------------------------------------- bodies and their stations


@pytest.mark.parametrize(
    "body",
    ["District Council", "Zila Council", "TMA Kharian", "Town Committee", "Secretary UC",
     "Tehsil Municipal Administration", "Metropolitan Corporation Lahore"],
)  # fmt: skip
def test_councils_and_municipal_bodies_are_of_local_government(body: str) -> None:
    assert find_agency(body, Decisions(), post=True).agency == "Local Government"


def test_a_station_is_called_by_what_stands_there_and_names_nobody() -> None:
    rows = [["M", "Gujrat", "SHO Lorry Adda", "Police"], ["M", "Gujrat", "SI Akbari Mandi", "FIA"],
            ["F", "Gujrat", "SHO Bypass", "Police"]]  # fmt: skip
    found = understood(listed(["Sex", "District", "Post", "Department"], *rows))
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)
    named = understood(listed(["Sex", "District", "Post", "Department"],
                              ["M", "Gujrat", "SHO Zarqoon", "Police"], *rows))  # fmt: skip
    assert named.checked.problems["row"].tolist() == [4]


# ---------------------------------------------------------------------------- nothing is told


def test_a_person_of_whom_no_district_is_told_is_counted_and_it_is_said() -> None:
    untold = ["N/A", "NA", "Not known", "nil"]
    places = ["Kasur", "Okara", "Lahore", "Swat", "Quetta", "Multan", "Sialkot", "Layyah"]
    known = [["F", place] for place in places]
    rows = [*known, *(["M", one] for one in untold), ["F", ""]]
    found = understood(listed(["Sex", "District of posting"], *rows), agency="not published")
    assert figures(found) == (1, 13)
    assert not found.checked.queue
    assert summed(found, "adm2_pcode").pop("") == 5
    said = [note for note in found.notes if "is read as no district" in note]
    assert all(any(f"“{one}”" in note for note in said) for one in untold), said


# --------------------------------------------------------------------------- totals of places


def test_a_total_names_the_place_that_it_sums_up_however_long() -> None:
    labels = {"Toba Tek Singh": "Sub Total {}", "Rahim Yar Khan": "Total {}",
              "Dera Ghazi Khan": "Total: {} District", "Nankana Sahib": "Grand total of {}",
              "Mandi Bahauddin": "{} District Total"}  # fmt: skip
    header = ["S#", "Home district", "Seminar", "Held on", "Male", "Female"]
    rows = [row for place, label in labels.items()
            for row in (["1", place, f"For owners, {place}", DAY, "16", "1"],
                        ["2", place, f"For workers, {place}", "16 May 2023", "15", "17"],
                        ["", label.format(place), "", "", "31", "18"])]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (10, 5 * 49)
    assert not found.checked.queue
    assert not len(found.checked.problems)


def test_a_title_that_begins_with_total_is_none() -> None:
    header = ["Training", "Date", "Home district", "Male"]
    rows = [["Total Quality Management for labour officers", DAY, "Kasur", "4"]]
    assert figures(understood(csv_of(*rows, header=header))) == (1, 4)


# ------------------------------------------------------------------ districts beside a venue


@pytest.mark.parametrize("venue", [("Venue", "PC Hotel, Lahore"), ("Venue district", "Lahore")])
def test_districts_of_a_training_in_one_place_are_homes(venue: tuple[str, str]) -> None:
    header = ["Training", "Date", venue[0], "District", "Male"]
    rows = [["Referral", DAY, venue[1], one, "3"] for one in ("Kasur", "Okara")]
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert figures(found) == (1, 6)
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 3}
    # A hall that names no place may be in each district.
    rows = [["Referral", DAY, "DC Office", one, "3"] for one in ("Kasur", "Okara")]
    other = read(csv_of(*rows, header=["Training", "Date", "Venue", *header[3:]]))
    assert isinstance(other, Question)
    assert other.proposal
    assert other.proposal.kinds == ("groups", "trainings")


def test_guests_of_another_country_are_counted_in_no_district_and_it_is_said() -> None:
    rows = [["F", "Kalat", "Balochistan"], ["M", "Kalat", "Balochistan"], ["F", "Quetta", ""],
            ["M", "Qalat", "Zabul"], ["M", "Zarqoon Nobody", "Kandahar"]]  # fmt: skip
    found = understood(listed(["Sex", "District", "Province"], *rows), agency="not published")
    assert figures(found) == (1, 5)
    assert summed(found, "adm2_pcode") == {"PK210": 2, "PK226": 1, "": 2}
    assert not found.checked.queue
    assert [note for note in found.notes if note.startswith("“Qalat” is in another country")]
    assert not [note for note in found.notes if "Zarqoon" in note]


def test_districts_of_officers_are_homes_and_tell_whose_officers_they_are() -> None:
    header = ["Programme", "Date", "Venue", "District of Judicial Officers", "Male", "Female"]
    rows = [["Bonded labour", DAY, "SJA Karachi", "Badin", "3", "1"],
            ["Bonded labour", DAY, "SJA Karachi", "Thatta", "4", "0"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 8)
    assert summed(found, "adm2_pcode") == {"PK701": 4, "PK727": 4}
    assert summed(found, "agency") == {"Judiciary": 8}


def test_where_a_course_was_is_no_posting_beside_the_districts_of_its_staff() -> None:
    header = ["Name of Course", "Duration", "Institute", "Levies of Distt", "Nos. Trained"]
    rows = [["Referral", "5 to 9 Dec 2022", "BLTC Khuzdar", one, "9"] for one in ("Kalat", "Surab")]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (1, 18)
    assert summed(found, "adm2_pcode") == {"PK210": 9, "PK233": 9}


def test_a_division_beside_its_districts_is_none_of_them() -> None:
    rows = [["Officials trained on referral, 9 May 2023"],
            ["Division", "District of Official", "Male", "Female"], ["Bannu", "Bannu", "22", "5"],
            ["", "Lakki Marwat", "17", "2"], ["Sub Total", "", "39", "7"],
            ["Kohat", "Kohat", "19", "6"], ["", "Karak", "9", "1"],
            ["Sub Total", "", "28", "7"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (1, 81)
    assert summed(found, "adm2_pcode") == {"PK503": 27, "PK519": 19, "PK514": 25, "PK512": 10}


def test_agencies_of_one_training_are_not_those_that_gave_it_whatever_their_tag() -> None:
    rows = [["Training ID", "Training", "Date", "Home district code", "Home district", "Agency",
             "Women"],
            ["#activity+id", "#activity+name", "#date+start", "#adm2+code", "#adm2+name", "#org",
             "#reached+f"],
            ["T-01", "Induction", DAY, "PK713", "Larkana", "Police", "2"],
            ["T-01", "Induction", DAY, "PK713", "Larkana", "FIA", "3"],
            ["T-01", "Induction", DAY, "PK720", "Shikarpur", "Police", "1"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 6)
    assert summed(found, "agency") == {"Police": 3, "FIA": 3}


def test_homes_come_before_duty_places_of_which_some_tell_no_district() -> None:
    header = ["Rank", "Thana / Place of Duty", "Home District"]
    rows = [["Risaldar", "Levies Thana HQ, Khuzdar", "Khuzdar"],
            ["Dafadar", "Levies Thana Karkh", "Surab"],
            ["Dafadar", "Levies Thana Wadh", "Kalat"]]  # fmt: skip
    asked = unsure(read(listed(header, *rows)))
    assert asked == {"Thana / Place of Duty": "", "Home District": "district"}


def test_a_village_and_its_council_are_one_venue_and_name_nobody() -> None:
    rows = [["Village meetings on referral"], ["Date", "Village", "UC", "Home district", "Male"],
            [DAY, "Haji Ibrahim Goth", "Jungshahi", "Thatta", "23"],
            ["16 May 2023", "Goth Ramzan", "Jati", "Sujawal", "14"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (2, 37)
    assert found.checked.trainings["venue"].tolist() == ["Haji Ibrahim Goth", "Goth Ramzan"]


@pytest.mark.parametrize(
    ("posting", "district"),
    [("Immigration, Multan Airport", "PK622"), ("Immigration Sialkot", "PK634")],
)
def test_immigration_is_an_office_of_the_investigation_agency(posting: str, district: str) -> None:
    assert match(posting).adm2_pcode == district


def test_a_force_in_brackets_behind_a_place_says_nothing_of_where_it_is() -> None:
    found = match("DSP, SP Office Gwadar (Police)")
    assert (found.adm2_pcode, found.method) == (match("Gwadar").adm2_pcode, "posting")
    assert match("DSP, SP Office Gwadar (Kech)").adm2_pcode is None


def test_immigration_at_an_airport_is_of_its_district() -> None:
    assert match("Airport Immigration Sialkot").method == "posting"


def test_a_word_that_any_agency_has_tells_none_in_a_posting() -> None:
    assert agency_in_posting("Govt. Institute for Blind Sahiwal") is None
    assert agency_in_posting("Govt. School for Deaf, Sahiwal") == "Education"
    of_committee = ["AHTC training, batch for Police of Sialkot", "AHTC members, Sialkot"]
    assert [*map(agency_in_posting, (*of_committee, "AHTC Sialkot"))] == ["Police", None, "FIA"]


def test_an_organisation_is_of_the_district_that_ends_its_name() -> None:
    found = match("Rah-e-Umeed Welfare Society (NGO) Rajanpur")
    assert (found.adm2_pcode, found.method) == ("PK629", "posting")
    assert match("Kasur Welfare Society (NGO) Rajanpur").adm2_pcode is None


def test_a_town_of_a_venue_lies_in_the_district_beside_it_and_that_is_said() -> None:
    header = ["Training", "Date", "Place", "Teachers' district", "Male"]
    rows = [["Safety", DAY, "Chilas", "Diamer", "14"], ["Safety", "16 May 2023", "Eidgah", "Astore",
             "9"], ["Referral", "23 May 2023", "Skardu", "Skardu", "5"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert not found.checked.queue
    venues = found.checked.trainings["venue_adm2_pcode"].tolist()
    assert sorted(venues) == ["PK301", "PK302", "PK307"]
    assert any("Eidgah" in note and "beside" in note for note in found.notes)
    rows[1][3] = "Skardu"  # in which it does not lie
    [asked] = understood(csv_of(*rows, header=header)).checked.queue
    assert asked.value == "Eidgah"


@pytest.mark.parametrize(
    ("name", "asked"), [("District of participants", False), ("District", True)]
)
def test_trainings_of_one_title_are_told_apart_by_their_clusters(name: str, asked: bool) -> None:
    above = [["Cluster wise trainings of school councils, Diamer, 2023"], []]
    rows = [["Sr.No", name, "Cluster", "Date", "Men", "Women"],
            ["1", "Diamer", "Chilas town", "2023-05-15", "18", "4"],
            ["2", "Diamer", "Thak Niat", "2023-05-17", "13", "0"]]  # fmt: skip
    found = read(text_of([*above, *rows]).encode(), agency="not published")
    assert (isinstance(found, Question) or bool(found.checked.queue)) == asked
    assert asked or figures(found) == (2, 35)


TOWNS = ("Civil Judge 1st Class, Pattoki", "Additional Sessions Judge, Kasur",
         "Civil Judge, Chunian", "ADPP, Okara", "Advocate, Bar, Depalpur")  # fmt: skip


@pytest.mark.parametrize("called", ["Post held", "Rank and posting"])
def test_a_town_is_of_its_district_where_another_row_names_that(called: str) -> None:
    rows = [[post, "M"] for post in TOWNS]
    found = understood(listed([called, "Gender"], *rows))
    assert not found.checked.queue
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 2}
    assert any("Chunian" in note and "Kasur" in note for note in found.notes)


def test_where_no_row_names_the_district_of_a_town_somebody_is_asked() -> None:
    others = [[f"{post}, Okara", "M"] for post in ("Civil Judge", "DDPP", "ADPP", "Sessions Judge")]
    alone = understood(listed(["Designation", "Gender"], [TOWNS[0], "M"], *others))
    assert [item.kind for item in alone.checked.queue] == ["district"]


@pytest.mark.parametrize("called", ["Place"])
def test_a_place_beside_the_days_of_several_trainings_is_no_home_of_those_posted_elsewhere(
    called: str,
) -> None:
    def register(*offices: str) -> bytes:
        rows = [["Trainings under the committees, all persons below attended"],
                ["Trg No", "Dates", called, "Name", "Office"]]  # fmt: skip
        days = [("1", "27 to 29.2.24", "Mardan"), ("2", "13.5.24", "Swat")]
        rows += [[*days[n // 2], f"Zarqoon {n} Nobody", office] for n, office in enumerate(offices)]
        return text_of(rows).encode()

    found = understood(register("DSWO Swabi", "AC Mardan", "SHO PS Saidu Sharif, Swat",
                                "DPO Office Shangla"))  # fmt: skip
    homes = {"Swabi", "Mardan", "Swat", "Shangla"}
    codes = {code for code, name in gazetteer.names().items() if name in homes}
    assert {*found.checked.attendance["adm2_pcode"]} == codes
    assert unsure(read(register("NGO", "Police", "FIA", "Police")))


def test_participants_in_words_have_their_home_in_them_beside_their_numbers() -> None:
    header = ["Training", "Participants", "Venue", "Date", "Planned Participants", "Attended"]
    rows = [
        ["Law", "Levies Force Kech", "Circuit House Turbat", DAY, "25", "19"],
        ["Law", "Police, District Gwadar", "Press Club Turbat", "16 May 2023", "20", "22"],
    ]
    found = understood(text_of([header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK211": 19, "PK205": 22}
    assert summed(found, "agency") == {"Levies": 19, "Police": 22}


def test_the_district_in_which_it_was_held_is_no_home_beside_the_office_of_each() -> None:
    header = ["Training held at", "Training held in (District)", "Held on", "Name", "Office"]
    rows = [
        ["Hall", "Lahore", DAY, "Zarqoon Nobody", "DC Office Nankana Sahib"],
        ["Hall", "Lahore", DAY, "Palwasha Nobody", "Assistant Director Labour, Kasur"],
    ]
    assert summed(understood(text_of([header, *rows]).encode()), "adm2_pcode") == {
        "PK624": 1, "PK614": 1}  # fmt: skip


# ------------------------------------------------------------------------------------- towns

TEHSILS = ["Pattoki", "Daska", "Pattoki", "Taxila"]
IN_DISTRICTS = {"PK614": 2, "PK634": 1, "PK630": 1}
OF_GROUPS = {"PK614": 7, "PK634": 11, "PK630": 3}


@pytest.mark.parametrize(
    "name",
    ["Tehsil (place of duty)", "Place of posting"],
)  # fmt: skip
def test_towns_of_persons_are_read_as_the_one_district_in_which_each_lies(name: str) -> None:
    rows = [["F", "Police", town] for town in TEHSILS]
    found = understood(listed(["Sex", "Agency", name], *rows))
    assert summed(found, "adm2_pcode") == IN_DISTRICTS
    assert any("“Daska” is read as Sialkot, in which it lies" in note for note in found.notes)


@pytest.mark.parametrize("name", ["Police Station / Circle", "PS"])
def test_a_police_station_is_in_the_one_district_in_which_its_town_lies(name: str) -> None:
    stations = ["PS City Pattoki", "PS Daska", "P.S. Saddar Pattoki", "Thana Taxila"]
    found = understood(listed(["Sex", "Agency", name], *(["F", "Police", one] for one in stations)))
    assert summed(found, "adm2_pcode") == IN_DISTRICTS
    assert not found.checked.queue
    assert any("“PS Daska” is read as Sialkot, in which it lies" in note for note in found.notes)


@pytest.mark.parametrize("other", ["PS Saddar", "Tehsil Office Taxila"])
def test_another_office_or_a_station_of_no_one_town_is_asked_about(other: str) -> None:
    rows = [["F", "Police", one] for one in (*["PS Daska"] * 2, "PS Pattoki", "PS Burewala", other)]
    found = understood(listed(["Sex", "Agency", "Police Station"], *rows))
    assert [one.value for one in found.checked.queue] == [other]
    if other == "PS Saddar":
        asked = understood(listed(["Sex", "Agency", "District"], *rows)).checked.queue
        assert [one.kind for one in asked] == ["towns", *["district"] * 4]


@pytest.mark.parametrize("name", ["Tehsil / District", "District"])
def test_a_town_with_its_district_in_brackets_is_of_it_whatever_its_words_are(name: str) -> None:
    towns = ["Pindi Bhattian (Hafizabad)", "Nowshera Virkan [Gujranwala]", "Sialkot"]
    found = understood(listed(["Sex", "Agency", name], *(["F", "Police", one] for one in towns)))
    assert summed(found, "adm2_pcode") == {"PK611": 1, "PK609": 1, "PK634": 1}
    assert not found.checked.queue


def test_a_town_beside_a_district_in_which_it_may_not_lie_is_asked_about() -> None:
    towns = ["Nowshera Virkan (Nowshera)", "Pindi Bhattian (Kasur)", "Swat (Kasur)",
             "Unheardof (Kasur)"]  # fmt: skip
    plain = ["Sialkot", "Hafizabad"] * 4
    rows = [["F", "Police", one] for one in (*towns, *plain)]
    found = understood(listed(["Sex", "Agency", "Tehsil / District"], *rows))
    assert sorted(one.value for one in found.checked.queue) == sorted(towns)


@pytest.mark.parametrize("name", ["Tehsil (place of posting)", "Tehsil of posting"])
def test_a_tehsil_with_a_word_of_another_district_is_of_the_one_that_the_list_has(
    name: str,
) -> None:
    towns = ["Nowshera Virkan", "Pindi Bhattian", "Daska"]
    found = understood(listed(["Sex", "Agency", name], *(["F", "Police", one] for one in towns)))
    assert summed(found, "adm2_pcode") == {"PK609": 1, "PK611": 1, "PK634": 1}
    assert not found.checked.queue
    assert any("“Nowshera Virkan” is read as Gujranwala" in note for note in found.notes)


def test_a_town_that_no_list_has_is_no_part_of_a_district_among_its_words() -> None:
    towns = ["Nowshera Kalanabad", "Pindi Gheb Bhattianwala"]
    rows = [["F", "Police", one] for one in (*TEHSILS, *TEHSILS, *towns)]
    found = understood(listed(["Sex", "Agency", "Tehsil of posting"], *rows))
    assert sorted(one.value for one in found.checked.queue) == towns


def test_a_tehsil_beside_another_province_is_asked_about() -> None:
    rows = [["F", "Police", "Khyber Pakhtunkhwa", "Nowshera Virkan"], ["F", "FIA", "Punjab",
            "Daska"]]  # fmt: skip
    found = understood(listed(["Sex", "Agency", "Province", "Tehsil of posting"], *rows))
    assert [one.value for one in found.checked.queue] == ["Nowshera Virkan"]
    assert summed(found, "adm2_pcode") == {"PK634": 1}


def test_a_town_that_may_be_in_several_districts_or_in_none_is_asked_about() -> None:
    rows = [["F", "Police", town] for town in (*TEHSILS, "Nowhereabad", "Karachi")]
    found = understood(listed(["Sex", "Agency", "Tehsil of posting"], *rows))
    assert summed(found, "adm2_pcode") == IN_DISTRICTS
    assert len(found.checked.queue) == 2


def test_the_town_of_birth_is_no_home() -> None:
    rows = [["F", "Police", town] for town in TEHSILS]
    assert homes_of(understood(listed(["Sex", "Agency", "Town of birth"], *rows))) == ["none"]


@pytest.mark.parametrize(
    ("name", "towns"), [("Tehsil", ["Daska"] * 4), ("Tehsil / Markaz", TEHSILS), ("Area", TEHSILS)]
)
def test_towns_that_are_not_read_are_asked_about_where_no_home_is_told(
    name: str, towns: list[str]
) -> None:
    rows = [["F", "Police", town, "Kasur"] for town in towns]
    found = read(listed(["Sex", "Agency", name], *(row[:3] for row in rows)))
    assert unsure(found) == {name: "district"}
    assert figures(read(listed(["Sex", "Agency", name, "District"], *rows))) == (1, 4)


def test_stations_in_towns_are_homes_where_districts_are_among_them_else_asked_about() -> None:
    names = ["Sex", "Agency", "Province", "Station"]
    rows = [["F", "Police", "Punjab", town] for town in (*TEHSILS, "Kasur")]
    found = understood(listed(names, *rows))
    assert summed(found, "adm2_pcode") == IN_DISTRICTS | {"PK614": 3}
    # Police stations may be called so in any city.
    assert unsure(read(listed(names, *rows[:-1]))) == {"Station": "district"}


def test_stations_that_name_their_own_districts_are_homes_and_no_agencies() -> None:
    rows = [["F", "SHO", "Khar, Bajaur"], ["M", "DSP", "Landi Kotal"], ["M", "SHO", "Bara"],
            ["M", "ASI", "Jamrud, Khyber Agency"]]  # fmt: skip
    found = understood(listed(["Sex", "Designation", "Station"], *rows))
    assert summed(found, "adm2_pcode") == {"PK502": 1, "PK513": 2}
    assert [(one.kind, one.value) for one in found.checked.queue] == [("agency", "ASI")]


@pytest.mark.parametrize(
    ("text", "one"),
    [("Daska", True), ("Kasur", True), ("Saddar", False), ("Karachi", False), ("FM 101", False)],
)
def test_a_station_is_in_a_place_that_one_district_alone_has(text: str, one: bool) -> None:
    assert is_in_one(text) == one


@pytest.mark.parametrize(
    ("other", "home"), [("Kasur", ""), ("Lyari", "PK721"), ("Karachi South", "PK721")]
)
def test_a_saddar_is_where_another_row_is_that_may_have_it(other: str, home: str) -> None:
    names = ["Saddar", other]
    found = match_many(names).assign(name=names, answer="", beside="")
    assert lie_beside(found.to_dict("records"), of_towns=True)[0] == home


def test_the_town_of_each_of_several_trainings_is_asked_about() -> None:
    header = ["Training", "Date", "Tehsil", "Name", "Agency"]
    rows = [["Law", day, town, f"Zarqoon{n} {place} Nobody", "Police"]
            for place, (day, town) in enumerate(((DAY, "Daska"), ("16 May 2023", "Taxila")))
            for n in range(3)]  # fmt: skip
    assert unsure(read(text_of([header, *rows]).encode())) == {"Tehsil": "district"}


@pytest.mark.parametrize(
    ("name", "homes"),
    [("Tehsil (place of posting)", OF_GROUPS), ("Tehsil", None)],
)  # fmt: skip
def test_towns_of_posting_of_groups_are_read_as_homes(
    name: str, homes: dict[str, int] | None
) -> None:
    rows = [[f"Training held at Lahore on {DAY}"], ["Sr.", name, "Department", "Nos. Trained"],
            ["1", "Daska", "Police", "11"], ["2", "Pattoki", "Police", "7"],
            ["3", "Taxila", "Police", "3"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if homes is None:
        assert unsure(found) == {name: "district"}
    else:
        assert not isinstance(found, Question)
        assert summed(found, "adm2_pcode") == homes


@pytest.mark.parametrize("name", ["Bar / Tehsil"])
def test_tehsils_beyond_the_district_above_are_where_each_of_a_list_serves(name: str) -> None:
    above = "DISTRICT BAR ASSOCIATION, SIALKOT"
    rows = [[above], [f"Legal training, {DAY}"],
            ["Sr.", "Name of Advocate", "Gender", name, "Agency"],
            *[named(n, town, "Bar") for n, town in enumerate(TEHSILS)]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "adm2_pcode") == IN_DISTRICTS


def test_a_town_under_a_name_of_districts_is_asked_about() -> None:
    found = understood(listed(["Sex", "Agency", "District"], ["F", "Police", "Daska"]))
    assert [one.value for one in found.checked.queue] == ["Daska"]


# ------------------------------------------------------------------------- parts of a city


@pytest.mark.parametrize(
    ("posting", "code"),
    [("Labour Inspector, Kasur North", "PK614"), ("Labour Officer, Karachi South", "PK721"),
     ("Labour Officer, Nowhere East", "")],
)  # fmt: skip
def test_offices_of_zones_of_a_city_are_of_its_district(posting: str, code: str) -> None:
    rows = [["F", "Labour Officer, Sialkot"], ["M", "Labour Inspector, Sialkot"],
            ["M", "Assistant Director Labour, Sialkot"], ["M", posting]]  # fmt: skip
    found = understood(listed(["Sex", "Designation & place of posting"], *rows))
    assert summed(found, "adm2_pcode") == {"PK634": 3} | ({code: 1} if code else {})
    assert len(found.checked.queue) == (not code)
    assert any("zones of a city" in one for one in found.notes) == (code in ("PK626", "PK614"))


SOUTH = ["Karachi (South)", "Distt. East", "West", "District Central"]


@pytest.mark.parametrize(
    ("title", "names", "waiting"),
    [
        ("Commissioner Karachi Division", SOUTH, 0),
        ("Training on referral", SOUTH, 0),
        ("Training on referral", ["Karachi South", "Distt. East"], 0),
        ("Training on referral", ["Lahore", "Distt. East", "West"], 2),
        ("Training at Karachi", ["Lahore", "Distt. East"], 1),
        ("Training on referral", ["Karachi", "Distt. East"], 1),  # which part is not told
    ],
)
def test_a_part_of_a_city_is_its_district_where_others_of_it_are_there(
    title: str, names: list[str], waiting: int
) -> None:
    rows = [[title, "", "", ""], ["District", "Date", "Agency", "Participants"],
            *[[name, DAY, "Police", "3"] for name in names]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert len(found.checked.queue) == waiting
    assert figures(found)[1] == 3 * (len(names) - waiting)


def test_parts_of_a_city_are_its_districts_where_cells_of_their_rows_name_it() -> None:
    header = ["Title", "Date", "Division", "Venue", "District", "Department", "Female"]
    told = [("Karachi training", "", "", "District South"), ("Karachi training", "", "", "East"),
            ("Referral", "", "Hotel, Karachi", "District West"), ("Referral", "", "", "Malir"),
            ("Law", "Karachi", "", "Central"), ("Shelter", "", "Hotel, Quetta", "North"),
            ("Trial", "", "Hotel, Karachi and Dir", "East")]  # fmt: skip
    rows = [[title, "2023-05-09", division, venue, district, "Police", f"{1 << n}"]
            for n, (title, division, venue, district) in enumerate(told)]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    known = {"PK721": 1, "PK704": 2, "PK729": 4, "PK714": 8, "PK702": 16}
    assert summed(found, "adm2_pcode") == known
    assert len(found.checked.queue) == 2  # "North" of Quetta, and "East" of Karachi or Dir
    assert any("parts of Karachi, which their rows name" in note for note in found.notes)


def test_a_town_is_of_the_district_in_brackets_or_of_that_whose_seat_it_is() -> None:
    codes = {"Taftan (Chaghi)": "PK203", "Daska [Sialkot]": "PK634", "Daska (Kasur)": "",
             "Nowhere (Kasur)": "", "Kharan (Taftan)": "", "Kahuta (Haveli)": "PK104",
             "Kahuta (Kasur)": "", "Kahuta": "", "Athmuqam": "PK108", "Okara": "PK626"}  # fmt: skip
    rows = [["Training", "Date", "Participants' district", "Department", "Female", "Male"],
            *(["Referral", "2023-05-09", place, "Police", "3", f"{1 << n}"]
              for n, place in enumerate(codes))]  # fmt: skip
    found = understood(text_of(rows).encode())
    known = {code: 3 + (1 << n) for n, code in enumerate(codes.values()) if code}
    assert summed(found, "adm2_pcode") == known
    assert {one.value for one in found.checked.queue} == {one for one in codes if not codes[one]}
