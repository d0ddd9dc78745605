"""Written names to P-codes: nothing wrong is accepted, nothing that is told is left to a person."""

from __future__ import annotations

import datetime
import string
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.districts import gazetteer
from geo.names import district_names, spelling
from geo.names.matching import match, match_many

DEVELOPED_ON = Path(__file__).resolve().parents[3].parent / "shared" / "facts" / "names_dev.csv"
WRITTEN = Path(__file__).with_name("written_names.csv")
PROVINCES = gazetteer.provinces()
ADM1 = dict(
    zip(gazetteer.districts()["adm2_pcode"], gazetteer.districts()["adm1_pcode"], strict=True)
)
KNOWN = [name for name in district_names.written() if name.kind != "within"]


def first(found, count: int = 3) -> list[str]:
    return [candidate.adm2_pcode for candidate in found.candidates[:count]]


# ------------------------------------------------------------ names of real files


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    """The names as four real files write them, each with its true P-code, and what was found."""
    if not DEVELOPED_ON.exists():
        pytest.skip("no names of real files at hand")
    rows = pd.read_csv(DEVELOPED_ON, dtype=str, keep_default_na=False)
    return rows.join(match_many(rows["raw_name"], rows["raw_province"]))


def test_no_wrong_district_is_accepted(real):
    accepted = real[real["adm2_pcode"].notna()]
    assert (accepted["adm2_pcode"] == accepted["true_pcode"]).all()


def test_nearly_all_names_of_districts_are_found_without_a_person(real):
    districts = real[real["true_pcode"] != ""]
    assert districts["adm2_pcode"].notna().mean() >= 0.97


def test_the_true_district_is_among_the_first_candidates_of_the_rest(real):
    rest = real[(real["true_pcode"] != "") & real["adm2_pcode"].isna()]
    offered = [
        true in [one.adm2_pcode for one in candidates[:3]]
        for true, candidates in zip(rest["true_pcode"], rest["candidates"], strict=True)
    ]
    assert sum(offered) >= 0.99 * len(offered)


def test_names_of_no_single_district_are_not_resolved(real):
    others = real[real["true_pcode"] == ""]
    assert others["adm2_pcode"].isna().all()
    assert others["reason"].notna().all()


# ------------------------------------------- names as a clerk might write them


def clerks() -> list[tuple[str, ...]]:
    rows = pd.read_csv(WRITTEN, dtype=str, keep_default_na=False)
    return list(rows.itertuples(index=False, name=None))


def test_a_name_as_a_clerk_might_write_it():
    for name, province, code, pcode, true, reason in clerks():
        found = match(name, province, code)
        assert (found.adm2_pcode or "") == pcode, name
        if reason:
            assert found.reason == reason, name
        if not pcode:
            assert found.method == "none", name
            assert not true or true in first(found), name


# -------------------------------------------------------------- what always holds


def test_every_name_and_alias_is_its_own_district_with_its_province():
    districts = defaultdict(set)
    for name in KNOWN:
        districts[spelling.normalised(name.text)].add(name.district)
    for name in KNOWN:
        if len(districts[spelling.normalised(name.text)]) > 1:
            continue  # an abbreviation of several districts
        found = match(name.text, PROVINCES[name.district.adm1])
        if name.kind == "abbreviation" and found.adm2_pcode is None:
            continue
        assert found.adm2_pcode == name.district.adm2_pcode, name.text
        counted_elsewhere = name.district.counted_in is not None
        assert (found.method == "successor") == counted_elsewhere, name.text


def test_no_two_districts_share_a_written_name():
    by_name: dict[str, set[str]] = {}
    for name in KNOWN:
        if name.kind != "abbreviation":
            key = spelling.joined(spelling.normalised(name.text))
            by_name.setdefault(key, set()).add(name.district.name)
    assert {key: shared for key, shared in by_name.items() if len(shared) > 1} == {}


GAPS = st.text(" .,-_'\u200b\u00a0", max_size=2)


@given(st.sampled_from(KNOWN), st.data())
def test_a_matched_name_matches_in_any_case_spacing_and_punctuation(name, data):
    province = PROVINCES[name.district.adm1]
    found = match(name.text, province)
    words = name.text.replace("-", " ").split()
    cased = [data.draw(st.sampled_from([str.lower, str.upper, str.title]))(word) for word in words]
    gaps = [data.draw(GAPS) or " " for _ in words]
    other = data.draw(GAPS) + "".join(w + g for w, g in zip(cased, gaps, strict=True))
    assert match(other, province).adm2_pcode == found.adm2_pcode


@given(st.sampled_from(KNOWN), st.sampled_from(sorted(PROVINCES)))
def test_a_province_never_makes_another_district_of_a_name(name, adm1):
    alone, within = match(name.text), match(name.text, PROVINCES[adm1])
    assert within.adm2_pcode is None or ADM1[within.adm2_pcode] == adm1
    if alone.adm2_pcode:
        assert within.adm2_pcode in (None, alone.adm2_pcode)


@given(st.sampled_from(KNOWN), st.sampled_from(sorted(gazetteer.names())))
def test_a_code_never_makes_another_district_of_a_name(name, code):
    alone, beside = match(name.text), match(name.text, None, code)
    assert beside.adm2_pcode in (None, code)
    if alone.adm2_pcode:
        assert beside.adm2_pcode in (None, alone.adm2_pcode)


def edited(name: str, place: int, letter: str, kind: int) -> str:
    before, after = name[:place], name[place:]
    return [before + after[1:], before + letter + after, before + letter + after[1:]][kind]


LETTERS = string.ascii_lowercase
LETTER = st.sampled_from(LETTERS)
EXACTLY = {spelling.joined(spelling.normalised(name.text)) for name in KNOWN}


@given(st.sampled_from(KNOWN), st.integers(0, 30), LETTER, st.integers(0, 2))
def test_one_wrong_letter_never_makes_another_district(name, place, letter, kind):
    wrong = edited(name.text.lower(), place % len(name.text), letter, kind)
    # "Orangi" is Korangi without its K, and a name of Karachi West: no rule can tell.
    assume(spelling.joined(spelling.normalised(wrong)) not in EXACTLY)
    assume(len(name.text) > 4)
    found = match(wrong, PROVINCES[name.district.adm1])
    assert found.adm2_pcode in (None, name.district.adm2_pcode)


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=8))
def test_any_text_at_all_is_answered(name, province, code):
    found = match(name, province, code)
    assert (found.adm2_pcode is None) == (found.method == "none")
    assert found.adm2_pcode is not None or found.reason
    assert 0 <= found.score <= 100


# --------------------------------------------------------- bad input, one by one


def test_an_unknown_district_has_a_reason_and_candidates():
    found = match("Sialkotia", "Punjab")
    assert (found.adm2_pcode, found.reason) == (None, "no known district")
    assert first(found, 1) == ["PK634"]


@pytest.mark.parametrize(
    ("misspelt", "pcode"),
    [
        ("Pehsawar", "PK528"),
        ("Mutlan", "PK622"),
        ("Faisalbaad", "PK608"),
        ("Karcahi East", "PK704"),
        ("Gujranwaal", "PK609"),
        ("Islambad", "PK401"),
        ("Quteta", "PK226"),
        ("Haydrabad", "PK706"),
    ],
)
def test_a_misspelt_name_is_a_candidate_only(misspelt, pcode):
    found = match(misspelt)
    assert (found.adm2_pcode, found.method, found.reason) == (None, "none", "no known district")
    assert first(found, 1) == [pcode]
    assert found.score == found.candidates[0].score < 100


def test_a_shared_name_needs_its_province():
    assert match("Kahuta").reason == "names a city"
    assert set(first(match("Kahuta"))) == {"PK630", "PK104"}
    assert match("East", "Sindh").adm2_pcode == "PK704"
    assert match("East", "Punjab").adm2_pcode is None
    assert match("Gujarat").reason == "ambiguous"
    assert match("Gujarat", "Punjab").adm2_pcode == "PK610"


@pytest.mark.parametrize(
    ("old", "successors"),
    [
        ("Chitral", {"PK507", "PK508"}),
        ("Kohistan", {"PK515", "PK516", "PK517"}),
        ("Hunza-Nagar", {"PK306", "PK308"}),
        ("Dir", {"PK520", "PK535"}),
        ("Waziristan", {"PK525", "PK530"}),
        ("Karachi", {"PK702", "PK704", "PK712", "PK714", "PK721", "PK729"}),
    ],
)
def test_the_old_name_of_several_districts_says_which(old, successors):
    found = match(old)
    assert (found.adm2_pcode, found.reason) == (None, "ambiguous")
    assert {one.adm2_pcode for one in found.candidates} == successors
    assert all(gazetteer.names()[code] in found.note for code in successors)


def test_a_district_that_cannot_be_the_answer_is_named_with_the_one_that_counts_it():
    found = match("Karachi")
    assert found.note.endswith("Karachi South, Karachi West (with Keamari), Korangi, Malir")
    assert len(found.candidates) == found.note.count(", ") + 1


@pytest.mark.parametrize(
    "later", gazetteer.counted_in_parent().to_dict("records"), ids=lambda r: r["name"]
)
def test_a_district_without_a_code_is_counted_in_its_parent_and_says_so(later):
    found = match(later["name"], later["province"])
    assert gazetteer.names()[found.adm2_pcode] == later["parent"]
    assert (found.method, found.reason) == ("successor", "counted in another district")
    assert later["name"] in found.note
    assert later["parent"] in found.note


def test_before_it_was_a_district_its_name_was_that_of_a_part():
    before = match("Murree", "Punjab", on=datetime.date(2021, 5, 1))
    after = match("Murree", "Punjab", on=datetime.date(2023, 5, 1))
    assert (before.adm2_pcode, before.reason, first(before)) == (None, "names a tehsil", ["PK630"])
    assert (after.adm2_pcode, after.method) == ("PK630", "successor")


def test_a_renamed_district_keeps_its_old_names():
    for old, pcode in [
        ("Nawabshah", "PK719"),
        ("Lyallpur", "PK608"),
        ("Montgomery", "PK631"),
        ("Campbellpur", "PK601"),
    ]:
        assert (match(old).adm2_pcode, match(old).method) == (pcode, "alias")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Punjab", "a province"),
        ("AJ&K", "a province"),
        ("صوبہ سندھ", "a province"),
        ("FATA", "a province"),
        ("Lahore Division", "a division"),
        ("Makran", "a division"),
        ("Malakand Division", "a division"),
        ("FIA", "an agency"),
        ("Punjab Police", "an agency"),
        ("Social Welfare Department", "an agency"),
        ("Taxila", "a city"),
        ("Karachi Cantt", "a city"),
        ("Bagh City", "a city"),
        ("Tehsil Gojra", "a tehsil"),
        ("Upper Kurram", "a tehsil"),
        ("Pakistan", "a country"),
        ("Iran", "a country"),
        ("Total", "a total"),
        ("GRAND TOTAL:", "a total"),
        ("Sindh Total", "a total"),
        ("کل", "a total"),
        ("FR Tank", "a frontier region"),
        ("F.R. Bannu", "a frontier region"),
        ("Frontier Region Kohat", "a frontier region"),
    ],
)
def test_what_is_no_district_is_named_as_what_it_is(written, kind):
    found = match(written)
    assert (found.adm2_pcode, found.reason) == (None, f"names {kind}")


@pytest.mark.parametrize(
    "written",
    ["Tehsil & District Okara", "BHU Garho, Tehsil and Distt Okara", "Teh. / Distt. Okara",
     "تحصیل و ضلع اوکاڑہ"],
)  # fmt: skip
def test_a_tehsil_and_district_of_one_name_are_the_district(written):
    assert match(written).adm2_pcode == "PK626"


def test_a_tehsil_beside_another_district_is_no_reading():
    assert match("Tehsil Depalpur & Distt Okara").adm2_pcode is None


def test_a_frontier_region_is_not_the_district_of_its_name():
    assert match("FR Peshawar", "KP").adm2_pcode is None
    assert first(match("FR Peshawar", "KP")) == ["PK528"]
    assert match("Peshawar", "FATA").reason == "ambiguous"
    assert match("Peshawar", "KP").adm2_pcode == "PK528"


# ------------------------------------------------------------ postings


@pytest.mark.parametrize(
    ("posting", "district"),
    [
        ("Incharge Dar ul Aman Okara", "Okara"),
        ("Incharge CIA Sheikhupura", "Sheikhupura"),
        ("Incharge HIU Chakwal", "Chakwal"),
        ("SI, I/C Police Khidmat Markaz Kasur", "Kasur"),
        ("In-charge Homicide Investigation Unit Chakwal", "Chakwal"),
        ("In-charge CIA Kasur", "Kasur"),
        ("I/C CIA Staff Okara", "Okara"),
        ("DPP Office Sahiwal", "Sahiwal"),
        ("District Administration Nagar", "Nagar"),
        ("Labour Department Sialkot", "Sialkot"),
        ("Help Desk Railway Station Sialkot", "Sialkot"),
        ("Railways Police Post Khanewal", "Khanewal"),
        ("Government High School No. 2 Swabi", "Swabi"),
        ("Traffic Office Bahawalpur, Punjab", "Bahawalpur"),
        ("Airport Sialkot", "Sialkot"),
        ("Sialkot Airport Check Post", "Sialkot"),
        ("Multan International Airport", "Multan"),
        ("Collectorate of Customs Quetta", "Quetta"),
        ("Customs House Peshawar", "Peshawar"),
        ("NADRA Centre Kasur", "Kasur"),
        ("DSP Kasur Police", "Kasur"),
        ("Labour Officer Okara, Labour Deptt", "Okara"),
        ("DEO Swat - Education Department", "Swat"),
        ("AD Local Govt Okara", "Okara"),
        ("TBA Chunian (Kasur)", "Kasur"),
        ("Taluka Bar Rohri, Sukkur", "Sukkur"),
        ("Probation Officer Kasur", "Kasur"),
        ("Senior Civil Judge Swabi", "Swabi"),
        ("Headmistress GGHS Chiniot", "Chiniot"),
        ("Kashana Multan", "Multan"),
        ("Dar-ul-Falah Quetta", "Quetta"),
        ("Social Welfare Office, Pakpatan", "Pakpattan"),
        ("DC Office, Kasoor", "Kasur"),
        ("Levies HQ Chagai at Dalbandin", "Chagai"),
        ("DPO Office Kasur at Chunian", "Kasur"),
        ("Incharge Legal M.B. Din", "Mandi Bahauddin"),
        ("Incharge Complaints T.T.Singh", "Toba Tek Singh"),
        ("In-charge Investigation Branch D.G. Khan", "Dera Ghazi Khan"),
        ("I/C Complaint Cell, Khanewal", "Khanewal"),
    ],
)
def test_an_office_that_ends_with_a_district_is_in_it(posting, district):
    found = match(posting)
    assert (gazetteer.names().get(found.adm2_pcode), found.method) == (district, "posting")
    assert district in found.note


@pytest.mark.parametrize("posting", ["PTS Farooqabad", "Police Training School Farooqabad"])
def test_a_training_school_of_a_town_lies_where_that_does(posting):
    assert [one.name for one in match(posting).candidates] == ["Sheikhupura"]


@pytest.mark.parametrize(
    ("posting", "candidates"),
    [
        ("Police Post Dir", 2),
        ("Help Desk Chitral", 2),
        ("Police Camp Kohistan", 3),
        ("Help Desk Railway Station Karachi", 6),
        ("Airport Karachi", 6),
        ("IBMS Torkham", 1),  # a town of a district
        ("Airport Road Lahore", 1),
        ("Kasur Help Desk Railway Station Okara", 2),
        ("Police Station Khyber Bazar Peshawar", 2),
        ("Union Council Office Haripur", 1),  # a part of it
        ("Regional Office Multan", 1),  # of several districts
        ("Incharge Legal Multan Region", 1),
        ("Incharge Legal Branch", 0),
        ("Incharge Chakwal", 1),
        ("Incharge Kasur House Lahore", 2),
        ("Levies Thana HQ", 0),
        ("SHO PS Saddar", 0),  # which is in many cities
        ("PS Civil Lines", 0),
        ("تھانہ صدر", 0),
        ("Levies Thana Baghbana", 0),
        ("Levies Thana Karkh", 0),
        ("DPO Office Mansera", 1),
    ],
)
def test_an_office_in_no_certain_district_is_asked_about_with_what_is_near(posting, candidates):
    found = match(posting)
    assert found.adm2_pcode is None
    assert len(found.candidates) == candidates


@pytest.mark.parametrize(
    "posting",
    ["Tehsildar, Pattoki", "Assistant Commissioner, Pattoki", "Judicial Magistrate Pattoki"],
)
def test_a_post_in_a_town_is_asked_about_with_the_district_of_the_town(posting):
    found = match(posting)
    assert [one.adm2_pcode for one in found.candidates] == ["PK614"]


def test_two_districts_behind_a_post_are_none():
    assert match("Civil Judge Kasur Lahore").adm2_pcode is None
    assert match("Inspector Lahore Region").adm2_pcode is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Lahore - Inv. Branch", "PK617"),
        ("Lahore (posted from 1 March)", "PK617"),
        ("Lahore (w.e.f. 01.03.2025)", "PK617"),
        ("Lahore (posted from Kasur)", None),
        ("Lahore (transferred to Okara)", None),
        ("Karachi - Inv. Branch", None),
        ("S.B. Abad (Nawabshah)", "PK719"),
        ("DC Office Lasbela, Assistant", "PK217"),
        ("DC Office Lasbela, Kasur", None),
        ("Lasbela, Assistant", None),
        ("Muharrar PS B Division Okara", "PK626"),
    ],
)
def test_what_stands_behind_a_place_says_of_which_office_it_is_or_since_when(
    written: str, code: str | None
) -> None:
    assert match(written, alike=False).adm2_pcode == code
