"""Codes and names of a boundary file: missing, twice, another's, newer districts."""

from __future__ import annotations

import geopandas
import pytest
import shapely

from geo.districts import gazetteer
from geo.inspection.inspection import boundary_set
from geo.inspection.simplification import METRES
from geo.webmap import assets
from tests.geo.inspection.test_boundary_file import inspected, kinds, note
from tests.geo.made_up_sets import made_up, splinter

# ---------------------------------------- 46: missing, twice, without outline, no code


def test_46_missing_districts_are_listed_and_stay_in_the_list(tmp_path):
    found = inspected(made_up().iloc[2:], tmp_path)
    assert found.refused is None
    assert not found.clean
    assert note(found, "missing").pcodes == ("PK101", "PK102")
    assert "Bagh (PK101), Bhimber (PK102)" in note(found, "missing").words
    made, _ = boundary_set(found, name="x")
    assert any("PK101" in words for words in made.notes)
    on_the_map = assets.frame_geometry(made)["districts"]
    assert len(on_the_map) == 160
    assert on_the_map[0]["arcs"] == []
    assert on_the_map[0]["name"] == "Bagh"


def test_46_a_district_that_stands_twice_becomes_one(tmp_path):
    frame = made_up()
    whole = frame.geometry[9]
    west, south, east, north = whole.bounds
    half = shapely.box(west, south, (west + east) / 2, north)
    twice = geopandas.pd.concat([frame, frame.iloc[[9]]], ignore_index=True)
    twice.loc[9, "geometry"] = whole.intersection(half)
    twice.loc[160, "geometry"] = whole.difference(half)
    found = inspected(twice, tmp_path)
    assert note(found, "double").pcodes == (frame["adm2_pcode"][9],)
    joined = found.frame.set_index("adm2_pcode").geometry[frame["adm2_pcode"][9]]
    assert joined.symmetric_difference(whole).area < 1e-9


@pytest.mark.parametrize("shape", [None, shapely.Polygon()], ids=["none", "empty"])
def test_46_a_district_without_an_outline_is_listed(tmp_path, shape):
    frame = made_up()
    frame.loc[4, "geometry"] = shape
    found = inspected(frame, tmp_path)
    assert note(found, "no outline").pcodes == (frame["adm2_pcode"][4],)
    assert "missing" not in kinds(found)
    assert len(found.frame) == 159


@pytest.mark.parametrize("code", [None, "", " ", "NaN"])
def test_a_feature_without_a_code_is_left_out_and_said(tmp_path, code):
    frame = made_up()
    row = frame.iloc[[0]].assign(adm2_pcode=code, adm2_name="Occupied part", adm0_pcode="")
    found = inspected(geopandas.pd.concat([frame, row], ignore_index=True), tmp_path)
    assert "1 feature without a P-code left out: Occupied part" in note(found, "no P-code").words
    assert len(found.frame) == 160
    assert found.cod


# ------------------------------------------------------ codes, names, newer districts


def test_a_set_of_an_older_series_of_codes_is_refused(tmp_path):
    frame = made_up()
    frame.loc[[20, 21], "adm2_name"] = frame.loc[[21, 20], "adm2_name"].to_numpy()
    refused = inspected(frame, tmp_path).refused
    assert "P-codes and names disagree" in refused
    assert "another series of P-codes" in refused


def test_names_that_are_not_those_of_their_codes_are_said(tmp_path):
    written = {"Lahore": "Lahorpur", "Kasur": "Distt. Kasur", "Quetta": ""}
    frame = made_up().replace({"adm2_name": written})
    found = inspected(frame, tmp_path)
    assert note(found, "name").words == (
        "Not the names of the list: Lahorpur (PK617, Lahore in the list)."
    )


def test_a_set_of_another_country_or_level_is_refused(tmp_path):
    other = made_up()
    other["adm2_pcode"] = other["adm2_pcode"].str.replace("PK", "AF")
    assert "None of its P-codes" in inspected(other, tmp_path).refused


def test_a_newer_district_is_drawn_and_counted_by_itself(tmp_path):
    frame = splinter(made_up(), "PK730", "KEAMARI", "PK729")
    found = inspected(frame, tmp_path)
    assert found.refused is None
    assert note(found, "newer").words == (
        "Keamari (PK730), made after the list of COD-AB 2022, is drawn and counted by itself, "
        "and no longer in Karachi West."
    )
    made, _ = boundary_set(found, name="x")
    outline = frame.set_index("adm2_pcode").geometry["PK730"]
    shown = made.districts.set_index("adm2_pcode").geometry["PK730"]
    assert shown.symmetric_difference(outline).area < 0.01 * outline.area
    (newer,) = made.newer
    assert (newer.adm2_pcode, newer.name) == ("PK730", "Keamari")
    assert outline.contains(shapely.Point(newer.lon, newer.lat))
    metric = frame[frame["adm2_pcode"] == "PK730"].to_crs(METRES).area.iloc[0]
    assert newer.area_km2 == pytest.approx(metric / 1e6, rel=1e-3)


def test_a_district_split_without_remainder_stays_in_the_list(tmp_path):
    codes = {name: code for code, name in gazetteer.names().items()}
    parent = codes["South Waziristan"]
    frame = splinter(made_up(), "PK551", "South Waziristan Upper", parent)
    frame.loc[frame["adm2_pcode"] == parent, ["adm2_pcode", "adm2_name"]] = [
        "PK552",
        "Lower South Waziristan",
    ]
    found = inspected(frame, tmp_path)
    assert note(found, "missing").pcodes == (parent,)
    assert kinds(found).count("newer") == 2
    made, _ = boundary_set(found, name="x")
    assert {one.adm2_pcode: one.name for one in made.newer} == {
        "PK551": "Upper South Waziristan",
        "PK552": "Lower South Waziristan",
    }


@pytest.mark.parametrize(
    ("code", "adm1"), [("PK630", "PK6"), ("PK730", "PK6"), ("PK7301", "PK7"), ("K7", "PK7")]
)
def test_a_newer_district_of_another_province_or_code_is_none(tmp_path, code, adm1):
    frame = splinter(made_up(), "PK730", "Keamari", "PK729")
    frame.loc[frame["adm2_pcode"] == "PK730", ["adm2_pcode", "adm1_pcode"]] = [code, adm1]
    if code == "PK630":
        frame = frame[frame["adm2_name"] != "Rawalpindi"]
        assert "P-codes and names disagree" in inspected(frame, tmp_path).refused
        return
    found = inspected(frame, tmp_path)
    assert note(found, "not in the list").pcodes == (code,)
    assert boundary_set(found, name="x")[0].newer == ()


def test_two_features_by_the_name_of_one_newer_district_are_neither(tmp_path):
    frame = splinter(made_up(), "PK730", "Keamari", "PK729")
    found = inspected(splinter(frame, "PK731", "Kiamari", "PK714"), tmp_path)
    assert kinds(found).count("not in the list") == 2
    assert boundary_set(found, name="x")[0].newer == ()


def test_a_district_that_the_list_has_not_is_drawn_without_figures(tmp_path):
    found = inspected(splinter(made_up(), "PK699", "Newland", "PK601"), tmp_path)
    assert note(found, "not in the list").pcodes == ("PK699",)
    made, _ = boundary_set(found, name="x")
    on_the_map = assets.frame_geometry(made)
    assert [one["pcode"] for one in on_the_map["beyond"]] == ["PK699"]
    assert len(on_the_map["districts"]) == 160


def test_another_province_is_said_and_that_of_the_list_is_kept(tmp_path):
    frame = made_up()
    frame.loc[0, "adm1_pcode"] = "PK6"
    found = inspected(frame, tmp_path)
    assert note(found, "province").pcodes == ("PK101",)
    assert found.frame["adm1_pcode"][0] == "PK1"
