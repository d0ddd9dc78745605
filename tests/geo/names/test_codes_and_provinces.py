"""Codes and provinces beside a name: they must agree with it, and what disagrees is asked about."""

from __future__ import annotations

import pytest

from geo.districts import gazetteer
from geo.names import pcodes
from geo.names.match_result import Learned, province_key
from geo.names.matching import match
from tests.geo.names.test_matching import first

# -------------------------------------------------------------------------- codes


def test_the_older_series_gave_58_codes_to_other_districts():
    assert len(pcodes.two_meanings()) == 58


def test_a_code_of_the_older_series_is_never_todays_district_of_it():
    for code in pcodes.two_meanings():
        was = pcodes.older()[code]
        found = match(was.name, None, code)
        assert found.adm2_pcode is None, code
        assert was.adm2_pcode is None or first(found, 1) == [was.adm2_pcode], code
        alone = match(None, None, code)
        assert (alone.adm2_pcode, alone.reason) == (None, "ambiguous"), code
        assert set(first(alone)) == {code, was.adm2_pcode} - {None}
        assert gazetteer.names()[code] in alone.note
        assert was.name in alone.note


def test_a_code_and_its_own_name_are_found_by_the_code():
    for code, name in gazetteer.names().items():
        found = match(name, None, code.lower())
        assert (found.adm2_pcode, found.method) == (code, "code")


def test_a_code_of_the_older_series_that_is_none_today_says_nothing_against_its_name():
    found = match("Badin", "Sindh", "PK801")
    assert (found.adm2_pcode, found.method) == ("PK701", "exact")
    assert "older series" in found.note
    assert match("Lahore", "Punjab", "PK801").reason == "code and name disagree"


def test_what_is_written_as_no_code_may_be_a_name_and_is_not_repeated():
    for name in (None, "Lahore", "Xyzabad"):
        assert "Zarqoon" not in match(name, None, "Zarqoon Mirjat").note
    assert match(None, None, "Zarqoon Mirjat").note == "the code is not in the list"
    assert match(None, None, "PK999").note == "PK999 is not in the list"


def test_a_code_tells_which_of_several_districts_a_name_means():
    assert match("Chitral", "KP", "PK508").adm2_pcode == "PK508"
    assert match("Karachi", None, "PK704").method == "code"
    assert match("Chitral", "KP", "PK206").reason == "code and name disagree"


def test_a_misspelt_name_bears_its_code_out_and_another_does_not():
    assert match("Sialkoht", None, "PK634").method == "code"
    assert match("Sialkoht", None, "PK617").reason == "code and name disagree"


def test_code_province_and_name_must_all_agree():
    assert match("Lahore", "Sindh", "PK617").reason == "province and name disagree"
    assert match(None, "Sindh", "PK617").reason == "province and name disagree"
    assert match("Lahore", "Punjab", "PK7").reason == "code and name disagree"
    assert match("Lahore", "Punjab", "PK61702").adm2_pcode == "PK617"


# ---------------------------------------------------------------------- provinces


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Punjab Province", "Lahore"),
        ("PUNJAB", "Lahore"),
        ("پنجاب", "Lahore"),
        ("PK6", "Lahore"),
        ("Panjab", "Lahore"),
        ("KP", "Swat"),
        ("K.P.K", "Swat"),
        ("NWFP", "Swat"),
        ("N.W.F.P.", "Swat"),
        ("Khyber Pakhtunkhawa", "Swat"),
        ("KPK/FATA", "Bajaur"),
        ("FATA", "Bajaur"),
        ("Ex-FATA", "Kurram"),
        ("AJK", "Bagh"),
        ("AJ&K", "Bagh"),
        ("Azad Kashmir", "Bagh"),
        ("GB", "Hunza"),
        ("Northern Areas", "Hunza"),
        ("ICT", "Islamabad"),
        ("Islamabad", "Islamabad"),
        ("Sind", "Dadu"),
        ("Baluchistan", "Kech"),
        ("Balochistan.", "Kech"),
        ("Lahore Division", "Kasur"),
        ("Makran", "Kech"),
        ("خیبر پختونخوا", "Swat"),
        ("KP Police", "Swat"),
        ("Punjab, Pakistan", "Lahore"),
        ("Pnjab", "Lahore"),
        ("Federal", "Islamabad"),
        ("N/A", "Swat"),
    ],
)
def test_a_province_is_read_as_it_is_written(written, name):
    assert gazetteer.names()[match(name, written).adm2_pcode] == name


def test_a_province_that_contradicts_the_name_is_said():
    found = match("Mirpur", "Sindh")
    assert (found.adm2_pcode, found.reason) == (None, "province and name disagree")
    assert set(first(found)) >= {"PK106", "PK716"}
    assert "Azad Jammu & Kashmir" in found.note
    assert match("Lahore, Sindh", "Punjab").adm2_pcode is None
    assert match("Swat", "India").adm2_pcode is None


@pytest.mark.parametrize(
    ("name", "province", "code"),
    [("Kelat", "else", "PK210"), ("Hyderabad", "else", "PK706"), ("Swat", "else", "PK532")],
)
def test_a_province_that_nobody_knows_is_asked_about(name, province, code):
    found = match(name, province)
    assert (found.adm2_pcode, found.reason) == (None, "province not known")
    assert first(found) == [code]
    learned = Learned().decided(name, province, code)
    assert match(name, province, learned=learned).adm2_pcode == code


@pytest.mark.parametrize(
    ("name", "province"),
    [("Qalat", "Zabul"), ("Qalat", "Zabul, Afghanistan"), ("Qalat, Afghanistan", ""),
     ("Spin Boldak", "Kandahar Province"), ("Peshawer", "Afghanistan"), ("Zahedan", "Iran"),
     ("Hyderabad", "Telangana, India"), ("Hyderabad", "Telangana"), ("Jodhpur", "Rajasthan"),
     ("Kalat", "Zabul")],
)  # fmt: skip
def test_no_district_is_offered_for_a_place_of_another_country(name, province):
    found = match(name, province)
    assert (found.adm2_pcode, found.reason, found.candidates) == (None, "in another country", ())


def test_a_province_of_another_country_beside_one_of_this_is_of_that_country():
    assert match("Lahore", "Punjab, India").reason == "province and name disagree"


def test_a_long_province_is_not_understood_and_only_like_itself():
    long = "Punjab " * 40
    assert match("Lahore", long).reason == "province not known"
    assert province_key(long) != province_key(long + "x")
    learned = Learned().decided("Lahroe", long, "PK617")
    assert match("Lahroe", long, learned=learned).adm2_pcode == "PK617"


# ------------------------------------------------------------- what persons decided


def test_a_decision_is_kept_for_its_name_and_province():
    learned = Learned().decided("Lahroe", "Punjab", "PK617")
    found = match("LAHROE district", "PUNJAB", learned=learned)
    assert (found.adm2_pcode, found.method) == ("PK617", "alias")
    assert match("Lahroe", None, learned=learned).adm2_pcode is None
    assert match("Lahroe", "Punjab", "PK608", learned=learned).reason == "code and name disagree"


def test_a_decision_for_no_district_is_refused():
    with pytest.raises(ValueError, match="PK999"):
        Learned({("lahroe", ""): "PK999"})
