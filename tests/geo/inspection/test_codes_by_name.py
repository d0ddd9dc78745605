"""Files without P-codes: districts by name and province, and what is not taken; other columns."""

import json

import geopandas
import pytest
import shapely
from shapely.geometry import mapping

from geo.boundaries import boundary_set as sets
from geo.boundaries.boundary_set import BoundarySet
from geo.inspection.inspection import Inspection, boundary_set, inspect
from tests.geo.made_up_sets import made_up, written

#: As others name the columns of district and province.
GADM = {"adm2_name": "NAME_3", "adm1_name": "NAME_1"}
BUREAU = {"adm2_name": "DISTRICT", "adm1_name": "PROVINCE"}
GEOBOUNDARIES = {"adm2_name": "shapeName"}


def nameless(columns: dict[str, str]) -> geopandas.GeoDataFrame:
    """Return the made-up set with the columns that others have, and no code."""
    frame = made_up()
    return frame[[*columns, "geometry"]].rename(columns=columns)


def inspected(frame: geopandas.GeoDataFrame, tmp_path) -> Inspection:
    return inspect(written(frame, tmp_path / "set.gpkg"))


@pytest.mark.parametrize("columns", [GADM, BUREAU, GEOBOUNDARIES], ids=["GADM", "PBS", "names"])
def test_districts_are_found_by_name_and_province_and_every_match_is_told(tmp_path, columns):
    found = inspected(nameless(columns), tmp_path)
    assert found.refused is None
    assert found.frame["adm2_pcode"].tolist() == made_up()["adm2_pcode"].tolist()
    assert len(found.matches) == 160
    first = "Bagh, Azad Jammu & Kashmir" if "adm1_name" in columns else "Bagh"
    assert str(found.matches[0]) == f"{first} -> Bagh (PK101)"
    assert not found.cod
    made, _ = boundary_set(found, name="other")
    assert made.attribution.startswith("The file does not name its source")


def test_what_is_no_name_of_one_district_is_left_out_and_missed(tmp_path):
    frame = nameless(GADM)
    names = frame["NAME_3"].tolist()
    lahore, kasur, quetta = (names.index(name) for name in ("Lahore", "Kasur", "Quetta"))
    frame.loc[lahore, "NAME_3"] = "Lahorpur"  # alike
    frame.loc[kasur, "NAME_1"] = "Sindh"  # another province
    frame.loc[quetta, "NAME_3"] = None
    found = inspected(frame, tmp_path)
    told = {match.name: str(match) for match in found.matches if not match.adm2_pcode}
    assert set(told) == {"Lahorpur", "Kasur", ""}
    assert "none:" in told["Lahorpur"]
    missing = next(note for note in found.notes if note.kind == "missing")
    left_out = made_up().loc[[lahore, kasur, quetta], "adm2_pcode"]
    assert missing.pcodes == tuple(sorted(left_out))


def test_a_district_that_is_counted_in_another_is_joined_to_it_and_said(tmp_path):
    frame = nameless(GADM)
    at = made_up().index[made_up()["adm2_pcode"] == "PK729"][0]
    whole = frame.geometry[at]
    west, south, east, north = whole.bounds
    half = shapely.box(west, south, (west + east) / 2, north)
    frame.loc[at, "geometry"] = whole.difference(half)
    row = {"NAME_3": "Keamari", "NAME_1": "Sindh", "geometry": whole.intersection(half)}
    frame = geopandas.GeoDataFrame(
        geopandas.pd.concat([frame, geopandas.GeoDataFrame([row], crs=frame.crs)]), crs=frame.crs
    )
    found = inspected(frame, tmp_path)
    told = next(match for match in found.matches if match.name == "Keamari")
    assert told.adm2_pcode == "PK729"
    assert "Karachi West" in str(told)
    joined = found.frame.set_index("adm2_pcode").geometry["PK729"]
    assert joined.symmetric_difference(whole).area < 1e-9


def test_an_outline_of_another_size_is_said_and_names_of_no_district_are_refused(tmp_path):
    frame = nameless(GADM)
    at = frame.index[frame["NAME_3"] == "Lahore"][0]
    frame.loc[at, "geometry"] = frame.geometry[at].buffer(0.9)  # as a division's
    found = inspected(frame, tmp_path)
    assert "PK617" in next(note for note in found.notes if note.kind == "size").pcodes
    assert "Lahore (PK617)" in found.refused  # its neighbours lie in it
    (tmp_path / "other").mkdir()
    foreign = inspected(frame.assign(NAME_3="Pune", NAME_1="Maharashtra"), tmp_path / "other")
    assert "none has the name of a district" in foreign.refused


@pytest.mark.parametrize("name", ["district_code", "DISTRICT_PCODE", "pcode"])
def test_p_codes_are_read_under_other_names_and_numbers_of_others_are_none(tmp_path, name):
    frame = made_up(adm2_pcode=name)
    found = inspected(frame, tmp_path)
    assert found.clean
    assert found.matches == ()
    (tmp_path / "numbers").mkdir()
    numbers = frame.assign(**{name: [str(n) for n in range(len(frame))]})
    by_name = inspected(numbers, tmp_path / "numbers")
    assert len(by_name.matches) == 160
    assert by_name.frame["adm2_pcode"].tolist() == made_up()["adm2_pcode"].tolist()


def test_a_code_that_is_given_twice_is_told_as_that(tmp_path):
    frame = made_up()
    frame.loc[frame["adm2_name"] == "Kasur", "adm2_pcode"] = "PK617"
    refused = inspected(frame, tmp_path).refused
    assert "One P-code is given to districts of several names: PK617 is of" in refused
    assert "series" not in refused


@pytest.mark.parametrize("zipped", [False, True])
def test_topojson_is_read_also_one_that_was_exported_from_here(tmp_path, zipped):
    made = BoundarySet.from_frame(made_up(), name="t", title="T", vintage="1", attribution="N")
    path = tmp_path / "set.topojson"
    sets.write(made, path)
    if zipped:
        import zipfile

        with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
            archive.write(path, path.name)
        path = tmp_path / "set.zip"
    found = inspect(path)
    assert found.refused is None
    assert found.frame["adm2_pcode"].tolist() == made_up()["adm2_pcode"].tolist()
    before = made.districts.set_index("adm2_pcode").geometry
    after = found.frame.set_index("adm2_pcode").geometry
    assert before.symmetric_difference(after).area.max() < 1e-6


def test_a_topojson_file_that_is_damaged_or_no_area_is_refused(tmp_path):
    path = tmp_path / "set.topojson"
    path.write_text('{"type": "Topology", "objects": {')
    assert "is damaged, or not" in inspect(path).refused
    rows = made_up().head(2)
    features = [
        {"type": "Feature", "properties": {"adm2_pcode": code}, "geometry": mapping(shape)}
        for code, shape in zip(rows["adm2_pcode"], rows.representative_point(), strict=True)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    assert "instead of areas" in inspect(path).refused
