"""The embedded outlines: how they are built, and how far they are from the official ones."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely

from geo import drawing
from geo.boundaries import boundary_set, topology
from geo.drawing_coverage import absorbed, joined
from geo.drawing_paths import PLANE, TO_PLANE, DrawingError, path_points, read_package
from geo.drawing_split import split
from geo.drawing_warp import Field, warp

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
OFFICIAL = SHARED / "boundaries" / "pak_admin2_cod2022_160.geojson"
PACKAGE = Path(os.environ.get("DRAWING_PACKAGE", "/nowhere"))
needs_official = pytest.mark.skipif(not OFFICIAL.exists(), reason="no official outlines at hand")
needs_package = pytest.mark.skipif(
    not PACKAGE.exists(), reason="DRAWING_PACKAGE does not name the npm package of the drawing"
)


@pytest.fixture(scope="module")
def embedded() -> boundary_set.BoundarySet:
    return boundary_set.embedded()


@pytest.fixture(scope="module")
def ours(embedded) -> geopandas.GeoSeries:
    return embedded.districts.to_crs(PLANE).set_index("adm2_pcode").geometry


@pytest.fixture(scope="module")
def official() -> geopandas.GeoSeries:
    frame = geopandas.read_file(OFFICIAL).to_crs(PLANE).set_index("ADM2_PCODE")
    return frame.geometry.make_valid().sort_index()  # one of its outlines crosses itself


def touching(shapes: geopandas.GeoSeries) -> set[tuple[str, str]]:
    """Pairs that share more than a kilometre of line."""
    pairs = zip(*shapes.sindex.query(shapes.geometry, predicate="intersects"), strict=True)
    return {
        (shapes.index[i], shapes.index[j])
        for j, i in pairs
        if i < j and shapes.iloc[i].intersection(shapes.iloc[j]).length > 1
    }


def test_one_outline_for_every_district_of_the_list(embedded):
    listed = drawing.read_facts()
    assert len(listed) == 160
    districts = embedded.districts
    assert districts["adm2_pcode"].tolist() == listed["adm2_pcode"].tolist()
    assert districts["adm1_pcode"].tolist() == listed["adm1_pcode"].tolist()


def test_outlines_are_plain_polygons_without_gaps_or_overlaps(embedded, ours):
    assert embedded.districts.geometry.is_valid.all()
    assert set(embedded.districts.geom_type) == {"Polygon"}
    assert ours.area.min() > 20
    assert shapely.coverage_is_valid(list(embedded.districts.geometry))
    whole = shapely.union_all(list(ours))
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0
    assert ours.area.sum() == pytest.approx(whole.area, abs=0.01)


def test_file_is_small_and_shares_its_arcs(embedded):
    content = boundary_set.EMBEDDED.read_bytes()
    assert len(content) <= 80_000
    assert len(gzip.compress(content)) <= 25_000
    owners = topology.users(embedded.topology)
    assert max(map(len, owners)) == 2
    assert sum(len(owner) == 2 for owner in owners) > sum(len(owner) == 1 for owner in owners)


def test_areas_and_headquarters_are_near_the_facts(ours):
    facts = drawing.read_facts().set_index("adm2_pcode")
    off = np.log(ours.area / facts["area_km2"]).abs()
    assert off.median() < 0.01
    assert off.quantile(0.9) < 0.05
    seats = facts.dropna(subset=["seat_x"])
    apart = shapely.distance(
        shapely.points(seats[["seat_x", "seat_y"]].to_numpy()), list(ours.loc[seats.index])
    )
    assert apart.max() < 8
    assert (apart > 1).sum() <= 3


@needs_official
def test_overlap_with_the_official_outlines(ours, official):
    assert ours.index.tolist() == official.index.tolist()
    shared = ours.intersection(official).area
    overlap = shared / (ours.area + official.area - shared)
    assert overlap.median() >= 0.85
    assert overlap.mean() >= 0.82
    assert overlap.quantile(0.1) >= 0.68
    assert sorted(overlap[overlap < 0.6].index) == list(boundary_set.ROUGH_OUTLINES)


@needs_official
def test_neighbours_of_the_official_outlines(ours, official):
    drawn, true = touching(ours), touching(official)
    assert len(drawn & true) / len(drawn) >= 0.95
    assert len(drawn & true) / len(true) >= 0.95


@needs_official
def test_outer_border_stays_within_the_official_one(ours, official):
    whole, true = shapely.union_all(list(ours)), shapely.union_all(list(official))
    corners = shapely.points(shapely.get_coordinates(whole.exterior))
    outside = shapely.distance(corners, true)
    lon, lat = drawing_degrees(corners)
    # From the Punjab plain along the Line of Control, then along the northern border.
    watched = ((lon > 73.4) & (lat > 32.7)) | (lat > 34)
    assert watched.sum() > 100
    assert outside[watched].max() <= 6
    assert whole.intersection(true).area / whole.union(true).area >= 0.98


def drawing_degrees(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    series = geopandas.GeoSeries(points, crs=PLANE).to_crs("EPSG:4326")
    return series.x.to_numpy(), series.y.to_numpy()


@needs_package
def test_build_is_the_same_twice_and_is_the_committed_one(tmp_path, ours):
    for name in ("one", "two"):
        arguments = ["--package", str(PACKAGE), "--out", str(tmp_path / name)]
        assert drawing.main(arguments) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    # Another machine's arithmetic may round otherwise, by metres.
    again = boundary_set.read(tmp_path / "one").districts.to_crs(PLANE).set_index("adm2_pcode")
    assert again.geometry.symmetric_difference(ours).area.sum() < 100


def test_path_of_relative_and_absolute_steps():
    points = path_points("m 10,10 5,0 -2.5,1e0 L 1,2 l 0,-1 z")
    assert points.tolist() == [[10, 10], [15, 10], [12.5, 11], [1, 2], [1, 1]]


@pytest.mark.parametrize("content", [None, "", "export default {}", "export default {]"])
def test_what_is_not_the_drawing_is_refused(tmp_path, content, capsys):
    if content is not None:
        (tmp_path / "index.js").write_text(content)
    with pytest.raises(DrawingError, match=str(tmp_path)):
        read_package(tmp_path)
    assert drawing.main(["--package", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert str(tmp_path) in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_facts_without_a_column_are_refused(tmp_path):
    table = pd.read_csv(drawing.FACTS).drop(columns="svg_unit")
    table.to_csv(tmp_path / "facts.csv", index=False)
    with pytest.raises(DrawingError, match="svg_unit"):
        drawing.read_facts(tmp_path / "facts.csv")


def test_split_meets_areas_centroids_and_seats():
    whole = shapely.box(0, 0, 90, 30)
    centroids = np.array([[15.0, 15.0], [60.0, 15.0]])
    seats = np.array([[28.0, 15.0], [np.nan, np.nan]])
    left, right = split(whole, centroids, np.array([1.0, 2.0]), seats)
    assert left.area == pytest.approx(900, rel=0.02)
    assert right.centroid.x == pytest.approx(60, abs=1)
    assert left.distance(shapely.Point(28, 15)) < 0.1
    assert left.union(right).area == pytest.approx(whole.area)


def test_warp_moves_the_inner_line_and_not_the_border():
    shapes = pd.Series([shapely.box(0, 0, 50, 50), shapely.box(50, 0, 100, 50)], index=["a", "b"])
    facts = pd.DataFrame(
        {"x": [22.5, 72.5], "y": [25.0, 25.0], "area_km2": [2250.0, 2750.0]}, index=["a", "b"]
    )
    moved = warp(shapes, facts, Field(reach=(60.0, 10.0), spread=(4.0, 4.0), border=0.1))
    assert moved["a"].area == pytest.approx(2250, rel=0.03)
    assert moved["a"].bounds[:2] == pytest.approx((0, 0), abs=0.5)
    assert moved["a"].union(moved["b"]).area == pytest.approx(5000, rel=0.01)


def test_joined_closes_slivers_and_gives_strays_to_their_neighbour():
    boxes = [(0, 0, 10, 10), (10.2, 0, 20, 10), (0, 10, 20, 12), (0, -2, 20, 0)]
    apart = pd.Series([shapely.box(*corners) for corners in boxes], index=list("abcd"))
    assert shapely.union_all(list(joined(apart))).area == pytest.approx(280)
    stray = shapely.MultiPolygon([shapely.box(0, 0, 10, 10), shapely.box(20, 0, 21, 1)])
    shapes = pd.Series([stray, shapely.box(10, 0, 20, 10)], index=["a", "b"])
    assert absorbed(shapes).map(lambda shape: shape.area).to_dict() == {"a": 100, "b": 101}


def test_plane_keeps_areas():
    facts = drawing.read_facts()
    assert facts[["x", "y", "area_km2", "svg_unit"]].notna().all(axis=None)
    square = shapely.box(73, 30, 73.1, 30.1)
    flat = shapely.transform(square, lambda xy: np.column_stack(TO_PLANE.transform(*xy.T)))
    # 0.1 of a degree by 0.1 of a degree at 30.05 N on the WGS84 ellipsoid.
    assert flat.area == pytest.approx(106.9, abs=0.3)
