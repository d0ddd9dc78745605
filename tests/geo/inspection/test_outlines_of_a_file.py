"""Outlines of a boundary file: where they lie, what is drawn, a check that fails, made light."""

from __future__ import annotations

import json

import geopandas
import numpy as np
import pytest
import shapely

from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from geo.inspection import inspection as boundary_inspection
from geo.inspection import outline_checks
from geo.inspection.inspection import boundary_set
from geo.inspection.simplification import LARGEST_TOPOLOGY, METRES, light_set, simplified
from tests.geo.inspection.test_boundary_file import WORDS, inspected, note
from tests.geo.made_up_sets import made_up, splinter
from tests.in_turn import in_turn

# ------------------------------------------------- 43, 44: coordinates, where they lie


@in_turn({"crs": ["EPSG:3857", "EPSG:32642", "EPSG:24378"], "name": ["set.zip", "set.gpkg"]})
def test_43_another_crs_is_brought_to_degrees(tmp_path, crs, name):
    found = inspected(made_up().to_crs(crs), tmp_path, name)
    assert found.refused is None
    assert "converted from" in note(found, "CRS").words
    assert found.clean  # nothing that somebody should look at
    moved = shapely.hausdorff_distance(np.array(found.frame.geometry), np.array(made_up().geometry))
    assert moved.max() < 1e-3


def test_43_without_a_crs_it_must_lie_in_the_country(tmp_path):
    bare = made_up().set_crs(None, allow_override=True)
    found = inspected(bare, tmp_path, "set.zip")
    assert found.refused is None
    assert "names no CRS" in note(found, "CRS assumed").words
    metres = made_up().to_crs("EPSG:3857").set_crs(None, allow_override=True)
    refused = inspected(metres, tmp_path, "metres.zip").refused
    assert "names no CRS" in refused
    assert "does not lie in Pakistan" in refused


@pytest.mark.parametrize("with_crs", [True, False])
def test_44_swapped_longitude_and_latitude_are_refused(tmp_path, with_crs):
    swapped = made_up()
    turned = shapely.transform(np.array(swapped.geometry), lambda points: points[:, ::-1])
    swapped = swapped.set_geometry(turned, crs="EPSG:4326" if with_crs else None)
    assert "Longitude and latitude are swapped" in inspected(swapped, tmp_path, "set.zip").refused


def test_a_wrong_crs_or_country_is_refused(tmp_path):
    wrong = made_up().set_crs("EPSG:32642", allow_override=True)
    assert "does not lie in Pakistan" in inspected(wrong, tmp_path).refused


def test_one_district_elsewhere_is_refused_and_named(tmp_path):
    frame = made_up()
    frame.loc[5, "geometry"] = shapely.affinity.translate(frame.geometry[5], 90, 0)
    assert frame["adm2_pcode"][5] in inspected(frame, tmp_path).refused


def test_districts_in_each_others_place_are_refused(tmp_path):
    frame = made_up().drop(columns="adm2_name")
    first, last = frame.geometry.iloc[0], frame.geometry.iloc[-1]
    frame.loc[0, "geometry"], frame.loc[159, "geometry"] = last, first
    refused = inspected(frame, tmp_path).refused
    assert "from where the list has them: PK101, PK729" in refused


def exchanged(*pairs: tuple[str, str], what: str = "adm2_pcode") -> geopandas.GeoDataFrame:
    """The made-up set in which pairs of neighbours, told by their codes, have each other's."""
    frame = made_up()
    for pair in pairs:
        rows = [frame.index[made_up()["adm2_pcode"] == code][0] for code in pair]
        frame.loc[rows, what] = frame.loc[rows[::-1], what].to_numpy()
    return frame


LAHORE_AND_KASUR = ("PK617", "PK614")


@pytest.mark.parametrize("what", ["adm2_pcode", "adm2_name"])
def test_neighbours_in_each_others_place_are_named(tmp_path, what):
    frame = exchanged(LAHORE_AND_KASUR, ("PK528", "PK506"), what=what)
    columns = ["adm2_name", "adm1_name"] if what == "adm2_name" else ["adm2_pcode"]
    found = inspected(frame[[*columns, "geometry"]], tmp_path)
    assert found.refused is None
    assert found.on_other_land
    assert set(note(found, "other land").pcodes) == {*LAHORE_AND_KASUR, "PK528", "PK506"}
    words = note(found, "other land").words
    assert "Lahore (PK617) has 1% in common with its outline there, 98% with that of Kasur" in words


def test_a_newer_district_lies_where_it_was_made(tmp_path):
    frame = splinter(made_up(), "PK730", "Keamari", "PK729")
    assert not inspected(frame, tmp_path).on_other_land
    both = frame["adm2_pcode"].isin(["PK730", "PK504"])
    frame.loc[both, "geometry"] = frame.loc[both, "geometry"].to_numpy()[::-1]
    (tmp_path / "far").mkdir()
    assert "PK504, PK730" in inspected(frame, tmp_path / "far").refused


def test_a_district_in_which_others_are_joined_lies_on_its_own_land(tmp_path):
    frame = made_up().replace({"adm2_pcode": {"PK614": "PK617"}}).drop(columns="adm2_name")
    found = inspected(frame, tmp_path)
    assert note(found, "missing").pcodes == ("PK614",)
    assert not found.on_other_land


# ------------------------------------------------------------------ whose a set is


def two_kilometres_off(frame: geopandas.GeoDataFrame) -> geopandas.GeoSeries:
    return frame.to_crs(METRES).translate(2_000).to_crs("EPSG:4326")


@pytest.mark.parametrize(
    "other",
    [
        {"valid_on": None},
        {"adm1_pcode": None},
        {"adm0_pcode": "AF"},
        {"geometry": two_kilometres_off},
    ],
    ids=["no day", "no provinces' codes", "another country", "drawn elsewhere"],
)
def test_a_set_is_not_of_ocha_for_its_columns_or_its_outlines_alone(tmp_path, other):
    found = inspected(made_up().assign(**other), tmp_path)
    assert found.refused is None
    assert not found.cod
    assert "OCHA" not in boundary_set(found, name="x")[0].attribution


def test_what_shows_that_a_set_is_of_ocha_is_said(tmp_path):
    found = inspected(made_up(), tmp_path)
    assert found.cod
    assert "96% in common with OCHA's of COD-AB 2022" in note(found, "OCHA").words


# --------------------------------------------------------------- 45: what is drawn


def test_45_an_invalid_polygon_is_repaired_and_said(tmp_path):
    frame = made_up()
    west, south, east, north = frame.geometry[3].centroid.buffer(0.05).bounds
    bow = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    frame.loc[3, "geometry"] = bow
    found = inspected(frame, tmp_path)
    assert found.refused is None
    assert note(found, "repaired").pcodes == (frame["adm2_pcode"][3],)
    assert found.frame.geometry.is_valid.all()
    assert boundary_set(found, name="x")[0].districts.geometry.is_valid.all()


def as_embedded() -> geopandas.GeoDataFrame:
    """The embedded outlines as a file has them, in metres."""
    frame = embedded().districts.to_crs(METRES)
    return frame.assign(adm2_name=frame["adm2_pcode"].map(gazetteer.vintage_names()))


def with_outline(code: str, change) -> geopandas.GeoDataFrame:
    frame = as_embedded().set_index("adm2_pcode", drop=False)
    frame.loc[code, "geometry"] = change(frame.geometry[code])
    return frame.reset_index(drop=True)


@pytest.mark.parametrize(
    "make",
    [
        as_embedded,
        lambda: as_embedded().set_geometry(as_embedded().geometry.simplify(500), crs=METRES),
        lambda: as_embedded().set_geometry(as_embedded().geometry.translate(2_000), crs=METRES),
        lambda: splinter(as_embedded(), "PK730", "Keamari", "PK729"),
    ],
    ids=["official", "each simplified by itself", "another border", "split since"],
)
def test_sound_outlines_neither_overlap_nor_leave_land(tmp_path, make):
    found = inspected(make(), tmp_path)
    assert found.refused is None
    assert not {"overlap", "land of none", "other land"} & {one.kind for one in found.notes}


def test_an_outline_over_its_neighbours_is_refused_and_says_what_each_loses(tmp_path):
    refused = inspected(with_outline("PK101", lambda one: one.buffer(20_000)), tmp_path).refused
    assert "90% of Poonch (PK109), most of it with Bagh (PK101)" in refused
    twice = splinter(as_embedded(), "PK730", "Keamari", "PK729")
    whole = as_embedded().set_index("adm2_pcode").geometry["PK729"]
    twice.loc[twice["adm2_pcode"] == "PK729", "geometry"] = whole  # still with what was split off
    (tmp_path / "twice").mkdir()
    refused = inspected(twice, tmp_path / "twice").refused
    assert "100% of Keamari (PK730), most of it with Karachi West (PK729)" in refused


def test_a_small_overlap_is_said(tmp_path):
    found = inspected(with_outline("PK101", lambda one: one.buffer(1_500)), tmp_path)
    assert found.refused is None
    assert "% of Poonch (PK109), most of it with Bagh (PK101)" in note(found, "overlap").words


def test_a_hole_is_said_and_a_gap_between_all_districts_is_refused(tmp_path):
    def holed(one):
        return one.difference(one.representative_point().buffer(4_700))

    found = inspected(with_outline("PK101", holed), tmp_path)
    assert found.refused is None
    assert note(found, "land of none").pcodes == ("PK101",)
    assert "10% of Bagh (PK101)" in note(found, "land of none").words
    for width in (200, 1_000):
        (tmp_path / str(width)).mkdir()
        frame = as_embedded()
        apart = frame.set_geometry(frame.geometry.buffer(-width), crs=METRES)
        found = inspected(apart, tmp_path / str(width))
        if width == 200:
            assert found.refused is None
            assert len(note(found, "land of none").pcodes) > 20
        else:
            assert "% of Karachi" in found.refused
            assert "km²" in found.refused


def test_districts_that_a_file_has_not_leave_no_gap(tmp_path):
    frame = as_embedded()
    found = inspected(frame[frame["adm1_pcode"] == "PK6"], tmp_path)
    assert not [one for one in found.notes if one.kind == "land of none"]


@pytest.mark.parametrize("what", ["point", "line"])
def test_points_and_lines_are_refused(tmp_path, what):
    frame = made_up()
    flat = frame.representative_point() if what == "point" else frame.geometry.boundary
    assert "instead of areas" in inspected(frame.assign(geometry=flat), tmp_path).refused


def test_lines_that_miss_their_neighbours_are_joined_and_said(tmp_path):
    frame = made_up()
    frame.loc[7, "geometry"] = frame.geometry[7].buffer(-2e-5)
    found = inspected(frame, tmp_path)
    assert frame["adm2_pcode"][7] in note(found, "lines joined").pcodes
    made, _ = boundary_set(found, name="x")
    assert shapely.coverage_is_valid(np.array(made.districts.geometry))


# -------------------------------------------------------------- 59: a check that fails


def test_59_a_check_that_fails_says_that_it_could_not_check(tmp_path, monkeypatch):
    def broken(frame):
        raise ValueError("out of its depth")

    broken.__name__ = "common_lines"
    checks = tuple(
        broken if check is outline_checks.common_lines else check
        for check in boundary_inspection.TOGETHER
    )
    monkeypatch.setattr(boundary_inspection, "TOGETHER", checks)
    found = inspected(made_up(), tmp_path)
    assert "Could not check: common lines (out of its depth)" in found.notes[-1].words
    assert not found.clean


# ------------------------------------------------------------------------ made light


def wrinkled(shape: shapely.Geometry, times: int) -> shapely.Geometry:
    """Move the middle of each edge, over and over; both neighbours of an edge move it alike."""

    def finer(points: np.ndarray) -> np.ndarray:
        for _ in range(times):
            one, other = points[:-1], points[1:]
            turned = (one[:, 0] > other[:, 0])[:, None]
            low, high = np.where(turned, other, one), np.where(turned, one, other)
            noise = np.sin(low @ [12.9898, 78.233] + high @ [37.719, 4.581]) * 43758.5453
            across = (high - low)[:, ::-1] * [-1, 1] * ((noise % 1) - 0.5)[:, None] * 0.1
            middle = (low + high) / 2 + across
            points = np.vstack([np.stack([one, middle], axis=1).reshape(-1, 2), points[-1:]])
        return points

    def part(one: shapely.Polygon) -> shapely.Polygon:
        rings = [finer(np.array(ring.coords)) for ring in (one.exterior, *one.interiors)]
        return shapely.Polygon(rings[0], rings[1:])

    return shapely.MultiPolygon([part(one) for one in shapely.get_parts(shape)])


def detailed() -> geopandas.GeoDataFrame:
    frame = made_up()
    shapes = [wrinkled(shape, 4) for shape in frame.geometry]
    return frame.assign(geometry=shapely.make_valid(shapes, method="structure"))


def test_a_detailed_set_is_made_light_and_keeps_its_topology():
    frame = detailed()
    assert len(frame.get_coordinates()) > 50_000
    made, light = light_set(frame, **WORDS)
    size = len(json.dumps(made.topology, separators=(",", ":")))
    assert 50_000 < size <= LARGEST_TOPOLOGY
    assert light.tolerance > 0
    assert made.districts["adm2_pcode"].tolist() == frame["adm2_pcode"].tolist()
    assert made.districts.geometry.is_valid.all()
    assert shapely.coverage_is_valid(np.array(made.districts.geometry))


def test_what_is_light_already_stays_as_it_is():
    frame = made_up()
    light = simplified(frame)
    assert (light.tolerance, light.islets) == (0, 0)
    same = np.array(light.frame.to_crs("EPSG:4326").geometry), np.array(frame.geometry)
    assert shapely.hausdorff_distance(*same).max() < 1e-7


def test_a_sliver_between_neighbours_is_closed_and_the_border_stays():
    corners = [(0, 0), (1000, 0), (1000, 100), (995, 110), (995, 890), (1000, 900), (1000, 1000)]
    west = shapely.Polygon([*corners, (0, 1000)])
    line = [(1000, 1000), (1000, 900), (1000, 100), (1000, 0)]
    east = shapely.Polygon([(2000, 0), (2000, 1000), *line])
    light = simplified(geopandas.GeoDataFrame(geometry=[west, east], crs=METRES))
    whole = shapely.union_all(list(light.frame.geometry))
    assert whole.equals(shapely.box(0, 0, 2000, 1000))


def test_islets_go_but_never_a_district_or_a_part_that_touches():
    small, frame = 0.001, made_up().iloc[:2]
    west, south, _, _ = frame.total_bounds
    islet = shapely.box(west - 1, south - 1, west - 1 + small, south - 1 + small)
    only = shapely.box(west - 2, south - 1, west - 2 + small, south - 1 + small)
    shapes = [shapely.MultiPolygon([frame.geometry.iloc[0], islet]), only]
    light = simplified(frame.assign(geometry=shapes), most_points=3)
    assert light.islets == 1
    assert light.frame.geometry.iloc[0].geom_type == "MultiPolygon"
    assert len(shapely.get_parts(light.frame.geometry.iloc[0])) == 1
    assert not light.frame.geometry.iloc[1].is_empty
