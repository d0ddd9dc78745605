"""Departments and designations, and the agencies they are of."""

import pytest

from data.records.programme import programme
from data.review.agencies.agencies import agencies_named, find_agency
from data.review.decisions import AGENCY, Decision, Decisions, agency_key
from tests.data.sheets_made import checked, groups, reasons

NONE = Decisions()


@pytest.mark.parametrize("agency", programme().agencies)
def test_every_agency_goes_by_its_own_name(agency: str) -> None:
    assert find_agency(agency.upper(), NONE).agency == agency


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Punjab Police", "Police"),
        ("Bonded Labour Forum (NGO)", "Civil society"),
        ("Social Welfare Society (Local CBO), Kasur", "Civil society"),
        ("F.I.A.", "FIA"),
        ("Special Education Deptt, Lahore", "Special Education Department"),
        ("School Education Department", "Education"),
        ("Tehsil Intezamia (AC / Tehsildar)", "District Administration"),
        ("ICT Administration (AC / Magistrates)", "District Administration"),
        ("Frontier Constabulary, Hangu", "Frontier Constabulary"),
        ("Frontier Corps (North)", "Frontier Corps"),
        ("Social Welfare & Bait-ul-Maal Department", "Social Welfare Department"),
        ("SOCIAL WELFARE, SPECIAL EDUCATION & WOMEN EMPOWERMENT", "Social Welfare Department"),
        (
            "Zakat, Ushr, Social Welfare, Special Education & Women Empowerment Department",
            "Social Welfare Department",
        ),
        (
            "Social Welfare, Special Education, Literacy & Non-Formal Education, Human Rights "
            "Department",
            "Social Welfare Department",
        ),
        ("Social Welfare, Zakat & Ushr", "Social Welfare Department"),
        ("Social Welfare, Special Education & WE Dept", "Social Welfare Department"),
        ("DO Social Welfare, Sp. Education & WD, Mardan", "Social Welfare Department"),
        ("SW, SE & WE Department", "Social Welfare Department"),
        (
            "Social Welfare, Population Welfare, Women Development, Human Rights & Youth Affairs "
            "Department",
            "Social Welfare Department",
        ),
        ("Labor Dept.", "Labour Department"),
        ("DC Office", "District Administration"),
        ("District Government", "District Administration"),
        ("DC's Office", "District Administration"),
        ("DC Nagar office", "District Administration"),
        ("AC Kambar Office", "District Administration"),
        ("D.C. Toba Tek Singh Office", "District Administration"),
        ("DC Kasur ka daftar", "District Administration"),
        ("Labour Kasur Office", "Labour Department"),
        ("District Courts", "Judiciary"),
        ("Civil Court Kasur", "Judiciary"),
        ("GHS Kot Nowhere", "Education"),
        ("GPS 227/9-R", "Education"),
        ("Labour Court", "Judiciary"),
        ("Punjab Labour Court No. 4", "Judiciary"),
        ("Labour Welfare", "Labour Department"),
        ("SDPO Kasur Office", "Police"),
        ("ڈی سی آفس", "District Administration"),
        ("دفتر ڈی سی قصور", "District Administration"),
        ("ڈی سی قصور آفس", "District Administration"),
        ("ڈی پی او آفس قصور", "Police"),
        ("محکمہ سماجی بہبود", "Social Welfare Department"),
        ("پولیس", "Police"),
        ("محکمہ ترقی خواتین", "Women Development Department"),
        ("رینجرز", "Rangers"),
        ("ریسکیو ۱۱۲۲", "Rescue 1122"),
        ("سول ڈیفنس", "Civil Defence"),
        ("نادرا دفتر", "NADRA"),
        ("Reclamation and Probation Deptt", "Probation and Reclamation Department"),
        ("R&P Department", "Probation and Reclamation Department"),
        ("E&SED", "Education"),
        ("Zakat", "Zakat and Ushr Department"),
        ("Local Zakat Committee", "Zakat and Ushr Department"),
        ("Prison", "Prisons Department"),
        ("P & D Deptt", "Planning and Development Department"),
        ("Bait ul Mal", "Social Welfare Department"),
        ("NH&MP", "Police"),
        ("Polees", "Police"),
        ("Pol.", "Police"),
        ("Zarqoon Women Group", "Civil society"),
        ("Zarqoon Welfare Sangat", "Civil society"),
        # Bodies of provinces that share a name
        ("TEVTA Punjab", "TEVTA"),
        ("STEVTA", "STEVTA"),
        ("TEVTA (Sindh)", "STEVTA"),
        ("B-TEVTA", "B-TEVTA"),
        ("KP-TEVTA", "KP TEVTA"),
        ("NAVTTC", "NAVTTC"),
        ("KPESSI", "KPESSI"),
        ("Human Rights & Minority Affairs Deptt.", "Human Rights Department"),
        ("HR&MA", "Human Rights Department"),
        ("Home & Tribal Affairs Department", "Home Department"),
        ("Planning & Development Board", "Planning and Development Department"),
        ("Pakistan International Airlines", "PIA"),
        ("Serene Air", "SereneAir"),
        ("Zarqoon Women Welfare Assoc.", "Civil society"),
        ("Zarqoon Welfare Assn", "Civil society"),
        ("Zarqoon Dev. Society", "Civil society"),
        ("Rural Community Dev. Council", "Civil society"),
        ("Samaji tanzeemain", "Civil society"),
        ("Falahi Tanzeem", "Civil society"),
        ("سماجی تنظیمیں", "Civil society"),
    ],
)
def test_a_department_that_is_known(written: str, agency: str) -> None:
    assert find_agency(written, NONE).agency == agency


def test_a_front_against_bonded_labour_is_no_department_of_labour() -> None:
    for front in ("Bonded Labour Liberation Front", "BONDED LABOUR LIBERATION FRONT PAKISTAN"):
        assert find_agency(front, NONE).agency == "Civil society"


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Employers (brick kilns)", "Employers"),
        ("Employers\u2019 Association", "Employers"),
        ("Revenue (patwar circle)", "Revenue Department"),
        ("Employers (with police)", "Police"),
        ("Revenue (Distt. Administration)", "District Administration"),
        ("Revenue / Dist. Administration", "District Administration"),
        ("Revenue (Distt Admin)", "District Administration"),
    ],
)
def test_brackets_say_more_of_an_agency_and_may_name_another(written: str, agency: str) -> None:
    assert find_agency(written, NONE).agency == agency


def test_an_association_of_employers_with_a_name_keeps_it() -> None:
    assert find_agency("Hosiery Employers Association", NONE).agency != "Employers"


def test_what_is_not_known_is_not_guessed() -> None:
    assert find_agency("RP", NONE).agency is None  # a resource person, or a department
    for several in ("Social Welfare & Education", "Social Welfare & Health",
                    "Social Welfare & Women Development Department",
                    "Social Welfare, Special Education & Women Empowerment, Police"):  # fmt: skip
        assert find_agency(several, NONE).agency is None
    assert find_agency("Head office", NONE).agency is None
    alike = find_agency("Sociel Welfaire", NONE)
    assert alike.agency is None
    assert alike.candidates[0].answer == "Social Welfare Department"
    both = find_agency("FIA Police Station", NONE)
    assert both.agency is None
    assert {option.answer for option in both.candidates} == {"FIA", "Police"}
    # Parts of words are no words: a policeman is police, a policy is not.
    assert find_agency("Policy unit", NONE).agency is None


@pytest.mark.parametrize(
    ("post", "agency"),
    [
        ("لیبر آفیسر", "Labour Department"), ("لیبر انسپکٹر، قصور", "Labour Department"),
        ("اسسٹنٹ ڈائریکٹر لیبر", "Labour Department"), ("ڈی ایس پی", "Police"),
        ("ایس ایچ او", "Police"), ("مختیارکار", "District Administration"),
        ("نائب رسالدار", "Levies"), ("ایڈیشنل سیشن جج", "Judiciary"),
        ("پٹواری", "Revenue Department"), ("سیکرٹری یونین کونسل", "Local Government"),
    ],
)  # fmt: skip
def test_a_post_in_urdu_of_one_agency_alone(post: str, agency: str) -> None:
    assert find_agency(post, NONE, post=True).agency == agency


@pytest.mark.parametrize(
    ("post", "agency"),
    [("اسسٹنٹ سب انسپکٹر", "FIA"), ("محرر", "Levies"), ("اسسٹنٹ ڈائریکٹر", "FIA")],
)
def test_a_post_in_urdu_of_several_tells_none(post: str, agency: str) -> None:
    shared = find_agency(post, NONE, post=True)
    assert shared.agency is None
    assert agency in {option.answer for option in shared.candidates}


def test_a_designation_only_of_one_agency() -> None:
    assert find_agency("SHO", NONE, post=True).agency == "Police"
    assert find_agency("SHO", NONE).agency is None
    assert find_agency("Inspector", NONE, post=True).agency is None
    place = "Daska, District Sialkot"
    assert find_agency(f"Mukhtiarkar {place}", NONE, post=True).agency == "District Administration"
    assert find_agency(f"SHO {place}", NONE, post=True).agency == "Police"
    shared = find_agency(f"Inspector {place}", NONE, post=True)
    assert shared.agency is None
    assert {"FIA", "Police"} <= {option.answer for option in shared.candidates}
    assert find_agency("Inspector Sialkot, FIA", NONE, post=True).agency == "FIA"
    assert find_agency("AC Daggar, Buner", NONE).agency == "District Administration"
    assert find_agency("Zarqoon Nobody, Buner", NONE).agency is None


def test_an_unknown_department_waits_and_one_answer_is_for_all() -> None:
    later = {"Training ID": "2", "Start date": "2023-06-20"}
    content = groups({"Department": "Antarctica HQ"}, {"Department": "antarctica hq.", **later})
    found = checked(content)
    assert reasons(found) == ["It is not known which agency this is."] * 2
    [asked] = found.queue
    assert (asked.kind, asked.value, asked.rows, asked.participants) == (
        "agency", "Antarctica HQ", (2, 3), 14,
    )  # fmt: skip
    answer = Decision(AGENCY, "Antarctica HQ", "District Administration")
    decided = NONE.decided(agency_key("Antarctica HQ"), answer)
    settled = checked(content, decisions=decided)
    assert settled.attendance["agency"].to_list() == ["District Administration"] * 2
    assert not settled.queue


def test_what_another_column_says_is_a_candidate_and_no_more() -> None:
    header = ("Training ID", "Start date", "District", "Department", "Designation", "Female")
    found = checked(groups({"Department": "Home", "Designation": "DPO"}, header=header))
    assert found.tables["attendance"].rows_accepted == 0
    assert found.queue[0].candidates[0].answer == "Police"
    assert checked(groups({"Department": "", "Designation": "DPO"}, header=header)).attendance[
        "agency"
    ].to_list() == ["Police"]
    none = checked(groups({"Department": "", "Designation": ""}, header=header))
    assert none.attendance.empty
    assert [one.value for one in none.queue] == [""]


@pytest.mark.parametrize(
    ("written", "agency"),
    [("FM 12", "Media"), ("FM 99 Kasur", "Media"), ("Daily Nowhere", "Media"),
     ("Weekly Nowhere Times", "Media"), ("Daily wages", None), ("Daily Labour", None)],
)  # fmt: skip
def test_papers_and_stations_are_media_and_daily_wages_are_not(written, agency) -> None:
    told = find_agency(written, Decisions()).agency
    assert told == agency if agency else told != "Media"


def test_a_daily_table_is_of_no_media() -> None:
    assert not agencies_named(["Daily attendance sheet", "Daily at 9 am"])


@pytest.mark.parametrize(
    ("written", "agency"),
    [("I & P", "Immigration and Passports"), ("I&P", "Immigration and Passports"),
     ("DG Immigration & Passports", "Immigration and Passports"), ("MC Kasur", "Local Government"),
     ("MC Chunian", "Local Government"), ("Advocates (Distt. Bar)", "Bar"),
     ("Kashana Multan", "Social Welfare Department"), ("IP", None)],
)  # fmt: skip
def test_departments_in_short_are_known_and_letters_of_a_rank_are_none(written, agency) -> None:
    assert find_agency(written, Decisions()).agency == agency


def test_a_word_that_is_nearly_a_known_name_is_no_body_of_its_own() -> None:
    assert [one.answer for one in find_agency("Pollice", Decisions()).candidates] == ["Police"]
    assert not find_agency("QZXV", Decisions()).candidates


@pytest.mark.parametrize("written", ["Revenue (AC/Tehsildars)", "Revenue Department (Tehsildar)"])
def test_posts_in_brackets_that_another_agency_has_are_asked_about(written: str) -> None:
    found = find_agency(written)
    assert not found.agency
    answers = [one.answer for one in found.candidates]
    assert answers == ["Revenue Department", "District Administration"]
    assert find_agency("Revenue (Patwaris)").agency == "Revenue Department"


@pytest.mark.parametrize("written", ["Social Welfare (NGO)", "Labour Department (NGO Wing)"])
def test_a_department_with_a_society_in_brackets_is_asked_about(written: str) -> None:
    assert find_agency(written, Decisions()).agency is None


@pytest.mark.parametrize(
    ("society", "agency"),
    [("Labour Rights Watch Sindh", "Labour Department"), ("Women Police Network", "Police"),
     ("Police Foundation", "Police"), ("Child Protection Forum", "Child Protection"),
     ("Alliance against Bonded Labour", "Labour Department"), ("Levies Trust", "Levies"),
     ("Social Welfare Society", "Social Welfare Department"), ("Media Watch", "Media"),
     ("تعلیم فاؤنڈیشن", "Education")],
)  # fmt: skip
def test_a_society_with_the_word_of_an_agency_in_its_name_is_asked_about(society, agency) -> None:
    found = find_agency(society, NONE)
    assert found.agency is None
    assert {one.answer for one in found.candidates} == {agency, "Civil society"}
    assert agencies_named([society]) == {agency, "Civil society"}


@pytest.mark.parametrize(
    ("office", "agency"),
    [("Labour Rights Cell", "Labour Department"), ("Police Network Wing", "Police"),
     ("Health Trust Hospital", "Health"), ("News Network", "Media"),
     ("Overseas Pakistanis Foundation", "Overseas Pakistanis Foundation")],
)  # fmt: skip
def test_an_office_for_what_societies_do_is_of_its_agency(office: str, agency: str) -> None:
    assert find_agency(office, NONE).agency == agency


@pytest.mark.parametrize(
    ("written", "agency"),
    [("Public Health Engg.", "Public Health Engineering Department"),
     ("XEN Public Health Engineering, Kasur", "Public Health Engineering Department"),
     ("PHE Deptt.", "Public Health Engineering Department"), ("Public Health", "Health"),
     ("Occupational Safety & Health", "Labour Department"),
     ("Animal Health", "Livestock Department")],
)  # fmt: skip
def test_a_longer_name_with_the_word_of_an_agency_is_of_its_own_department(written, agency) -> None:
    assert find_agency(written, NONE).agency == agency
