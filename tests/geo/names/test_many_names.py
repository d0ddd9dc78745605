"""Names in numbers: a whole column at once, names that are long, and names close to others."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.names import matching, similarity, spelling
from geo.names.matching import match, match_many
from tests.geo.names.test_matching import KNOWN, LETTERS, WRITTEN, edited


def test_many_rows_are_answered_as_each_by_itself(monkeypatch):
    monkeypatch.setattr(matching, "AT_ONCE", 50)
    rows = pd.read_csv(WRITTEN, dtype=str, keep_default_na=False)
    together = match_many(rows["name"], rows["province"], rows["code"])
    for row, name, province, code in zip(
        together.itertuples(index=False), rows["name"], rows["province"], rows["code"], strict=True
    ):
        one = match(name, province, code)
        assert (row.adm2_pcode, row.method, row.reason) == (one.adm2_pcode, one.method, one.reason)
        assert row.candidates == one.candidates


def test_blank_cells_are_blank():
    found = match_many([None, float("nan"), pd.NA, "", " - "])
    assert found["reason"].tolist() == ["blank"] * 5
    assert match_many([]).empty


def test_columns_of_other_lengths_are_refused():
    with pytest.raises(ValueError, match=r"shorter|longer"):
        match_many(["Lahore", "Kasur"], ["Punjab"])


def counted(function, seen):
    """Return a function that keeps what it is first given, and does what it did before."""

    def counting(first, *others):
        seen.append(first)
        return function(first, *others)

    return counting


def test_each_different_name_is_read_once_and_all_are_compared_together(monkeypatch):
    """What makes a hundred thousand rows quick, which are a few hundred names."""
    read, compared = [], []
    monkeypatch.setattr(matching, "read_name", counted(matching.read_name, read))
    monkeypatch.setattr(similarity, "candidates", counted(similarity.candidates, compared))
    names = [edited(KNOWN[0].text, 2, letter, 1) for letter in LETTERS]
    assert len(match_many(names * 20, ["Punjab"] * len(names) * 20)) == 20 * len(names)
    assert sorted(read) == sorted(set(names))
    assert len(compared) == 1


@pytest.mark.parametrize("name", ["Lahore", "DPO Okara", "Lahoor", "Nowhere", "Lahoor PK602", ""])
def test_a_district_is_the_same_where_nothing_like_it_is_looked_for(name, monkeypatch):
    whole = match(name)
    if "PK" not in name:  # which a code may need
        monkeypatch.setattr(similarity, "_ranked", None)
    found = match(name, alike=False)
    told = ("adm2_pcode", "method", "reason", "note")
    assert [getattr(found, one) for one in told] == [getattr(whole, one) for one in told]


@pytest.mark.parametrize("part", ["x ", "lahore/", "ä ", "(", "\u0301\u0323"], ids=ascii)
def test_a_name_longer_than_any_is_not_looked_up(part, monkeypatch):
    """Of 60,000 letters, each of these would take from seconds to minutes."""
    read = []
    monkeypatch.setattr(spelling, "normalised", counted(spelling.normalised, read))
    long = (part * 2_000)[:2_000]
    found = match(long + "Lahore", "Punjab", "PK617")
    assert (found.adm2_pcode, found.reason, found.candidates) == (None, "too long", ())
    assert "longer than any place's name" in found.note
    assert match("Lahroe", long).reason == "no known district"
    assert "Lahroe" in read
    assert max(map(len, read)) <= spelling.LONGEST


def test_what_counts_as_long_is_the_name_and_not_the_blanks_around_it():
    assert match("Lahore" + " " * 500).adm2_pcode == "PK617"
    assert match("Lahore " + "x" * 114).reason == "too long"
    assert match("Lahore " + "x" * 113).reason == "no known district"
    assert match("\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 7).reason == "too long"


# ------------------------------------------------------- spellings that are close to others


@pytest.mark.parametrize(
    "name",
    [
        *("Mardin", "Mansoura", "Mansûra", "Berkane", "Tinghir", "Sanger", "Marden", "Malayer"),
        *("Tangier", "Secunderabad", "Sekunderabad", "Maimand", "Karangi", "Tsang", "Deçan"),
        *(
            "R. I. Khan",
            "Kandahar",
            "Karnal",
            "Sirsa",
            "Zabol",
            "Mianwala",
            "Karan",
            "Kirpurr",
            "Swa",
        ),
    ],
)
def test_a_place_abroad_and_other_initials_are_no_district(name):
    assert match(name).adm2_pcode is None
    assert match(f"{name} District").adm2_pcode is None


@pytest.mark.parametrize(
    ("name", "province", "code"),
    [
        ("Peshawer", "KP", "PK528"),
        ("Mardin", "Khyber Pakhtunkhwa", "PK523"),
        ("Tangur", "GB", "PK312"),
        ("Tangier", "GB", None),
        ("Peshawer", "Balochistan", None),
        ("Naushahra Feroze", "", "PK717"),
        ("Kuzdar", "", "PK213"),
        ("Kanewal", "", "PK615"),
        ("Rahim Yar Kan", "", "PK628"),
    ],
)
def test_another_vowel_needs_the_province_where_the_name_is_short(name, province, code):
    found = match(name, province)
    assert found.adm2_pcode == code
    assert code or found.candidates


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *(("Lover Dir", "PK520"), ("Dir Uper", "PK535"), ("Uppper Chitral", "PK508")),
        *(("Vest Karachi", "PK729"), ("Karachi Souuth", "PK721"), ("Centraal Karachi", "PK702")),
        *(("NWA", "PK525"), ("Sh. Benazirabad", "PK719"), ("Swat", "PK532")),
    ],
)
def test_a_direction_may_be_spelt_as_any_word_may(name, code):
    assert match(name).adm2_pcode == code
