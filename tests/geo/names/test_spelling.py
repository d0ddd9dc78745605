"""How names are written: what is one name in every spelling, and what is not."""

# ruff: noqa: RUF001  names in the Arabic script have letters that look like Latin ones

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.names import spelling

ARABIC = st.text("ابپتٹجچدڈرڑزسشعغفقکگلمنںوہھءیےئؤأآكيىةۃڪڳ \u200c\u200f\u064b\u0640ضلع،")


@given(st.one_of(st.text(), ARABIC, st.text("abcdist rict-.()0123456789PKpk&'")))
def test_normalising_twice_changes_nothing_more(text):
    once = spelling.normalised(text)
    assert spelling.normalised(once) == once


@given(st.one_of(st.text(), ARABIC))
def test_folding_twice_changes_nothing_more(text):
    once = spelling.folded(text)
    assert spelling.folded(once) == once


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("LAHORE DISTRICT", "lahore"),
        ("Distt. Lahore", "lahore"),
        ("Dist.Lahore", "lahore"),
        ("Zila Lahore", "lahore"),
        ("District of Lahore", "lahore"),
        ("Lahore Distirct", "lahore"),
        ("LahoreDistrict", "lahore"),
        ("01 - Lahore", "lahore"),
        ("PK617 Lahore", "lahore"),
        ("Killa Abdullah D", "killa abdullah"),
        ("Jaffarabad Distr", "jaffarabad"),
        ("Bāgh", "bagh"),
        ("Khairpur Mir’s", "khairpur mir s"),
        ("\u202bLahore\u202c\u200b", "lahore"),
        ("\uff2c\uff41\uff48\uff4f\uff52\uff45", "lahore"),
        ("Tando Mohd. Khan", "tando muhammad khan"),
        ("District", "district"),
        ("", ""),
        ("--", ""),
    ],
)
def test_words_and_marks_that_tell_nothing_are_left_out(written, normal):
    assert spelling.normalised(written) == normal


@pytest.mark.parametrize(
    "same",
    [
        ["Upper Dir", "Dir Upper", "Dir (Upper)", "DIR-UPPER", "Dir Bala", "Uper Dir", "UpperDir"],
        ["Karachi East", "East Karachi", "Karachi (East)", "Karachi Sharqi"],
        ["South Waziristan", "Waziristan South", "Southern Waziristan"],
        ["لوئر دیر", "دیر لوئر", "دیر زیریں", "دیر پائین"],
    ],
)
def test_a_direction_may_stand_anywhere(same):
    assert len({spelling.joined(spelling.normalised(name)) for name in same}) == 1


@pytest.mark.parametrize(
    "same",
    [
        ["لاہور", "لاهور", "لاھور", "لاہـور", "لاہُور", "ضلع لاہور", "لا\u200cہور"],
        ["گلگت", "ګلگت", "ڳلگت"],
        ["کوئٹہ", "كوئٹه", "کویٹہ"],
        ["آواران", "اواران", "أواران"],
        ["میانوالی", "ميانوالى", "میانوالے"],
    ],
)
def test_letters_of_the_arabic_script_that_look_alike_are_one(same):
    assert len({spelling.joined(spelling.normalised(name)) for name in same}) == 1


def form(name: str, which: str) -> str:
    return spelling.forms(spelling.normalised(name))[which]


@pytest.mark.parametrize(
    ("which", "same"),
    [
        ("joined", ["Muzaffar Garh", "Muzaffargarh", "MUZAFFAR-GARH"]),
        ("plain", ["Qilla Abdullah", "Kila Abdulah", "Killa Abdullah"]),
        ("plain", ["Abbottabad", "Abotabad"]),
        ("plain", ["Vehari", "Wehari"]),
        ("plain", ["Naseerabad", "Nasirabad"]),
        ("sound", ["Bajaur", "Bajor", "Bajour", "Bajur"]),
        ("sound", ["Musakhel", "Musakhail", "Musakheil"]),
        ("sound", ["Chagai", "Chaghai"]),
        ("sound", ["Jhelum", "Jehlum"]),
        ("sound", ["Kashmore", "Kashmor"]),
        ("sound", ["Layyah", "Leiah", "Layya"]),
        ("sound", ["Peshawar", "Peschawar"]),
        ("sound", ["Khanewal", "Khaniwal"]),
        ("sound", ["سیالکوٹ", "سیالکوت"]),
        ("outline", ["Peshawar", "Peshawer"]),
        ("outline", ["Mohmand", "Mohmind"]),
    ],
)
def test_spellings_of_one_name_have_one_form(which, same):
    assert len({form(name, which) for name in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mianwali", "Mianwala"),
        ("Sialkot", "Sailkot"),
        ("Swat", "Sibi"),
        ("Kech", "Kachhi"),
        ("Jaffarabad", "Jacobabad"),
        ("Mirpur", "Mirpur Khas"),
        ("Gujrat", "Gujarat"),
        ("Lahore", "Lahroe"),
        ("Upper Dir", "Lower Dir"),
    ],
)
def test_other_names_differ_in_every_form(one, other):
    forms = spelling.forms(spelling.normalised(one))
    assert all(key != form(other, which) for which, key in forms.items())
