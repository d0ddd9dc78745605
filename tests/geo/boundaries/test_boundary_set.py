"""Boundary sets: reading, damage, and the lines that follow from the outlines."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from geo.boundaries import boundary_set, topology
from geo.boundaries.boundary_set import BoundarySet
from geo.districts.boundary_folder import BoundaryError
from tests.geo.drawn_lines import line_of_control, province_lines

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
OFFICIAL = SHARED / "boundaries" / "pak_admin2_cod2022_160.geojson"
METRES = "+proj=laea +lat_0=30 +lon_0=70 +units=m"
WORDS = {"name": "test", "title": "Test set", "vintage": "2022", "attribution": "Nobody"}


def official() -> BoundarySet:
    if not OFFICIAL.exists():
        pytest.skip("no official outlines at hand")
    frame = geopandas.read_file(OFFICIAL).rename(columns=str.lower)
    return BoundarySet.from_frame(frame, **WORDS)


@pytest.fixture(scope="module", params=["embedded", "official"])
def outlines(request) -> BoundarySet:
    return boundary_set.embedded() if request.param == "embedded" else official()


@pytest.fixture
def squares() -> geopandas.GeoDataFrame:
    """Two districts of Punjab west of one of Sindh, which has an island."""
    east = shapely.MultiPolygon([shapely.box(71, 30, 72, 31), shapely.box(73, 30, 73.2, 30.2)])
    return geopandas.GeoDataFrame(
        {"adm2_pcode": ["PK702", "PK601", "PK602"], "adm1_pcode": ["PK7", "PK6", "PK6"]},
        geometry=[east, shapely.box(70, 30, 71, 30.5), shapely.box(70, 30.5, 71, 31)],
        crs="EPSG:4326",
    )


def kilometres(line: shapely.Geometry) -> float:
    return geopandas.GeoSeries([line], crs="EPSG:4326").to_crs(METRES).length.iloc[0] / 1000


def test_embedded_set_says_what_it_is():
    embedded = boundary_set.embedded()
    assert embedded.name == "embedded"
    assert embedded.title == "OCHA COD-AB, valid 9 September 2022"
    assert embedded.vintage == "COD-AB 2022"
    assert embedded.attribution == "OCHA, CC BY-IGO; adapted for this map."
    assert embedded.notes == ()


def test_districts_are_sorted_valid_and_in_degrees(outlines):
    districts = outlines.districts
    assert districts.columns.tolist() == ["adm2_pcode", "adm1_pcode", "geometry"]
    assert districts["adm2_pcode"].is_monotonic_increasing
    assert len(districts) == 160
    assert districts.crs == "EPSG:4326"
    assert districts.geometry.is_valid.all()
    assert not districts.geometry.is_empty.any()


def test_line_of_control_runs_from_the_punjab_border_to_the_north_east(outlines):
    line = line_of_control(outlines)
    assert line.is_simple
    assert 600 < kilometres(line) < 1100
    south, north = shapely.Point(line.coords[0]), shapely.Point(line.coords[-1])
    assert south.distance(shapely.Point(74.6, 32.8)) < 0.3
    assert north.x == outlines.districts.total_bounds[2]
    assert north.y > 34.9
    middle = shapely.line_interpolate_point(line, 0.5, normalized=True)
    along = outlines.districts.iloc[outlines.districts.sindex.query(middle.buffer(1e-6))]
    assert set(along["adm1_pcode"]) <= {"PK1", "PK3"}
    border = shapely.union_all(list(outlines.districts.geometry)).boundary
    assert shapely.hausdorff_distance(line, line.intersection(border.buffer(0.001))) < 0.01


def test_province_lines_lie_between_provinces(outlines):
    lines = province_lines(outlines)
    dissolved = outlines.districts.dissolve("adm1_pcode").geometry
    edges = sum(shape.boundary.length for shape in dissolved)
    outer = shapely.union_all(list(dissolved)).boundary.length
    assert lines.length == pytest.approx((edges - outer) / 2, rel=0.01)


def test_browser_geometry_draws_the_same_districts(outlines):
    drawn = json.loads(json.dumps(boundary_set.browser_geometry(outlines)))
    scale, translate = np.array(drawn["transform"]["scale"]), drawn["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in drawn["arcs"]]

    def ring(references):
        parts = [arcs[r] if r >= 0 else arcs[~r][::-1] for r in references]
        assert all(np.array_equal(a[-1], b[0]) for a, b in pairwise(parts))
        return np.vstack([parts[0], *(part[1:] for part in parts[1:])])

    assert list(drawn["districts"]) == outlines.districts["adm2_pcode"].tolist()
    for code, shape in outlines.districts.set_index("adm2_pcode").geometry.items():
        polygons = [
            shapely.Polygon(ring(shell), [ring(hole) for hole in holes])
            for shell, *holes in drawn["districts"][code]
        ]
        decoded = shapely.make_valid(shapely.MultiPolygon(polygons))
        assert decoded.symmetric_difference(shape).area < 1e-9, code


def test_browser_lines_are_arcs_of_their_kind(outlines):
    drawn = boundary_set.browser_geometry(outlines)
    outer, control = set(drawn["outer"]), drawn["line_of_control"]
    assert control
    assert set(control) < outer
    assert not outer & set(drawn["province_lines"])
    everything = outer | set(drawn["province_lines"])
    assert everything < set(range(len(drawn["arcs"])))
    length = sum(len(drawn["arcs"][index]) - 1 for index in control)
    assert length == len(line_of_control(outlines).coords) - 1


def test_split_arc_changes_no_district():
    before = boundary_set.embedded().topology
    index = max(range(len(before["arcs"])), key=lambda i: len(before["arcs"][i]))
    after = topology.split_arc(before, index, 2)
    assert len(after["arcs"]) == len(before["arcs"]) + 1
    assert topology.to_frame(after).geom_equals(topology.to_frame(before)).all()


def test_written_set_reads_back(tmp_path, outlines):
    boundary_set.write(outlines, tmp_path / "set.topojson")
    again = boundary_set.read(tmp_path / "set.topojson")
    assert again.title == outlines.title
    assert again.topology == outlines.topology
    assert again.districts.equals(outlines.districts)


def test_set_without_kashmir_has_no_line_of_control(squares):
    made = BoundarySet.from_frame(squares.to_crs(METRES), **WORDS)
    assert line_of_control(made).is_empty
    assert boundary_set.browser_geometry(made)["line_of_control"] == []
    assert province_lines(made).length == pytest.approx(1, abs=0.01)
    assert len(boundary_set.browser_geometry(made)["districts"]["PK702"]) == 2


def test_hairline_gaps_are_joined_and_bow_ties_repaired(squares):
    shifted = shapely.box(71.000001, 30, 72, 31)
    bow = shapely.Polygon([(70, 30), (71, 30.5), (71, 30), (70, 30.5)])
    frame = squares.assign(geometry=[shifted, bow, squares.geometry[2]])
    made = BoundarySet.from_frame(frame, **WORDS)
    assert made.districts.geometry.is_valid.all()
    shapes = made.districts.set_index("adm2_pcode").geometry
    assert shapes["PK602"].intersection(shapes["PK702"]).length > 0


def test_a_set_that_says_more_of_itself_than_is_known_is_read(tmp_path):
    whole = json.loads(boundary_set.EMBEDDED.read_text(encoding="utf-8"))
    whole["about"]["drawn"] = False
    (tmp_path / "set.topojson").write_text(json.dumps(whole), encoding="utf-8")
    assert boundary_set.read(tmp_path / "set.topojson").vintage == "COD-AB 2022"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda frame: frame.drop(columns="adm1_pcode"), "adm1_pcode"),
        (lambda frame: frame.set_crs(None, allow_override=True), "CRS"),
        (lambda frame: frame.assign(adm2_pcode=["PK601", "PK601", "PK602"]), "PK601"),
        (lambda frame: frame.assign(adm2_pcode=[None, "PK601", "PK602"]), "blank"),
        (lambda frame: frame.assign(geometry=[None, *frame.geometry[1:]]), "PK702"),
    ],
)
def test_unusable_frame_is_refused_and_says_why(squares, change, says):
    with pytest.raises(BoundaryError, match=says):
        BoundarySet.from_frame(change(squares), **WORDS)


def damaged(content: str) -> dict[str, str]:
    """Kinds of damage, by what they are."""
    whole = json.loads(content)
    without = {key: value for key, value in whole.items() if key != "about"}
    astray = json.loads(content)
    astray["objects"]["districts"]["geometries"][0]["arcs"] = [[99_999]]
    moved = json.loads(content)
    moved["arcs"][3][1][0] += 500
    missing = {**whole, "arcs": whole["arcs"][:10]}
    blank = json.loads(content)
    for row in blank["objects"]["districts"]["geometries"]:
        del row["properties"]
    return {
        "empty": "",
        "cut off": content[: len(content) // 2],
        "not JSON": "PK\x03\x04",
        "a list": "[]",
        "no topology": json.dumps({"about": whole["about"]}),
        "nothing about it": json.dumps(without),
        "arc that is not there": json.dumps(astray),
        "vertex elsewhere": json.dumps(moved),
        "arcs missing": json.dumps(missing),
        "no P-codes": json.dumps(blank),
        "no districts": json.dumps({**whole, "objects": {}}),
    }


KINDS = damaged(boundary_set.EMBEDDED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_file_is_refused_and_says_where(tmp_path, kind):
    path = tmp_path / "set.topojson"
    path.write_text(KINDS[kind], encoding="utf-8")
    with pytest.raises(BoundaryError, match=r"set\.topojson is damaged.*Restore"):
        boundary_set.read(path)


def test_bytes_that_are_no_text_and_missing_file(tmp_path):
    (tmp_path / "set.topojson").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(BoundaryError, match="damaged"):
        boundary_set.read(tmp_path / "set.topojson")
    with pytest.raises(BoundaryError, match="There is no boundary set"):
        boundary_set.read(tmp_path / "other.topojson")
