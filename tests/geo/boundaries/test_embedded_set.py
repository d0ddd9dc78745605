"""The outlines that come with the project: whole, light, and those of the official set."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from geo.__main__ import main
from geo.boundaries import boundary_set, topology
from geo.boundaries.adjacency import adjacent_pairs
from geo.commands import boundaries
from geo.districts import boundary_folder, gazetteer
from geo.inspection.simplification import METRES
from tests.geo.drawn_lines import line_of_control, province_lines
from tests.geo.made_up_sets import OFFICIAL, official

SOURCES = boundary_set.EMBEDDED.with_name("SOURCES.md")
#: Half a step of the grid that points lie on, across, in metres.
ROUNDING = 9.0


@pytest.fixture(scope="module")
def embedded() -> boundary_set.BoundarySet:
    return boundary_set.embedded()


@pytest.fixture(scope="module")
def outlines(embedded) -> geopandas.GeoSeries:
    return embedded.districts.to_crs(METRES).set_index("adm2_pcode").geometry


@pytest.fixture(scope="module")
def source() -> geopandas.GeoSeries:
    return official().to_crs(METRES).set_index("ADM2_PCODE").geometry.sort_index()


def border(shapes: geopandas.GeoSeries) -> shapely.Geometry:
    return shapely.union_all(list(shapes)).boundary


def touching(shapes: geopandas.GeoSeries) -> set[tuple[str, str]]:
    """Pairs that share a line, both ways."""
    one, other = shapes.sindex.query(shapes.geometry, predicate="intersects")
    common = shapely.intersection(np.array(shapes)[one], np.array(shapes)[other])
    pairs = zip(shapes.index[one], shapes.index[other], shapely.length(common), strict=True)
    return {(a, b) for a, b, length in pairs if a != b and length > 0}


def test_every_district_of_the_list_is_there_and_valid(embedded):
    rows = gazetteer.rows()
    listed = rows[~rows["later"]].sort_values("adm2_pcode")
    districts = embedded.districts
    assert len(districts) == 160
    assert districts["adm2_pcode"].tolist() == listed["adm2_pcode"].tolist()
    assert districts["adm1_pcode"].tolist() == listed["adm1_pcode"].tolist()
    assert districts.geometry.is_valid.all()
    assert set(districts.geom_type) == {"Polygon", "MultiPolygon"}


def test_nothing_gapes_or_overlaps(outlines):
    whole = shapely.union_all(list(outlines))
    assert sum(len(part.interiors) for part in shapely.get_parts(whole)) == 0
    assert shapely.coverage_is_valid(list(outlines), gap_width=100)
    assert outlines.area.sum() == pytest.approx(whole.area, abs=1)
    # Islands and the mainland: no piece of the country stands apart from it on land.
    *islands, mainland = sorted(shapely.get_parts(whole), key=shapely.area)
    assert mainland.area > 0.999 * whole.area
    assert sum(island.area for island in islands) < 500e6


def test_areas_are_those_of_the_list(outlines):
    rows = gazetteer.rows()
    listed = rows[~rows["later"]].set_index("adm2_pcode")["area_km2"]
    assert ((outlines.area / 1e6 / listed - 1).abs() < 0.002).all()


def test_headquarters_lie_in_their_districts(outlines):
    rows = gazetteer.rows().set_index("adm2_pcode")
    seats = rows[rows["hq_lon"].notna() & ~rows["later"]]
    places = geopandas.GeoSeries.from_xy(seats["hq_lon"], seats["hq_lat"], crs="EPSG:4326")
    places = places.set_axis(seats.index).to_crs(METRES)
    assert len(places) > 140
    assert places.within(outlines[places.index]).all()


def test_neighbours_are_those_that_share_a_line(outlines):
    pairs = set(adjacent_pairs().itertuples(index=False, name=None))
    assert pairs == touching(outlines)
    assert len(pairs) == 2 * 416
    assert {code for code, _ in pairs} == set(outlines.index)
    assert ("PK628", "PK710") in pairs  # across two of its exclaves


def test_provinces_are_the_union_of_their_districts(embedded, outlines):
    codes = embedded.districts.set_index("adm2_pcode")["adm1_pcode"]
    provinces = [shapely.union_all(list(own)) for _, own in outlines.groupby(codes)]
    assert len(provinces) == 7
    lines = shapely.union_all([shape.boundary for shape in provinces])
    inner = lines.difference(border(outlines))
    drawn = geopandas.GeoSeries([province_lines(embedded)], crs="EPSG:4326")
    drawn = drawn.to_crs(METRES).iloc[0]
    assert drawn.length == pytest.approx(inner.length, rel=1e-6)
    assert shapely.hausdorff_distance(drawn, inner) < 1


def test_the_line_of_control_is_the_border_from_punjab_to_the_karakoram(embedded):
    line = line_of_control(embedded)
    assert line.coords[0] == pytest.approx((74.4616, 32.7917), abs=1e-3)
    assert line.coords[-1] == pytest.approx((77.8340, 35.5022), abs=1e-3)
    length = geopandas.GeoSeries([line], crs="EPSG:4326").to_crs(METRES).length.iloc[0] / 1000
    assert length == pytest.approx(769, abs=1)


def test_file_is_light_and_shares_its_arcs(embedded):
    content = boundary_set.EMBEDDED.read_bytes()
    assert len(content) <= 120_000
    assert len(gzip.compress(content)) <= 40_000
    owners = topology.users(embedded.topology)
    assert {len(owner) for owner in owners} == {1, 2}
    assert sum(len(owner) == 2 for owner in owners) > sum(len(owner) == 1 for owner in owners)


def test_border_and_districts_are_those_of_the_source(outlines, source):
    assert outlines.index.tolist() == source.index.tolist()
    assert shapely.get_num_coordinates(border(outlines)) == shapely.get_num_coordinates(
        border(source)
    )
    assert shapely.hausdorff_distance(border(outlines), border(source)) < ROUNDING
    overlap = outlines.intersection(source).area / outlines.union(source).area
    assert overlap.min() > 0.998
    assert touching(outlines) == touching(source)


def test_the_file_is_what_its_command_makes(tmp_path, monkeypatch, capsys):
    if not OFFICIAL.exists():
        pytest.skip("no official outlines at hand")
    monkeypatch.setenv(boundary_folder.FOLDER_VARIABLE, str(tmp_path))
    name = boundary_set.EMBEDDED.stem
    command = f"boundaries install {OFFICIAL.name} --name {name}"
    assert f"python -m geo {command}" in SOURCES.read_text(encoding="utf-8")
    assert main(command.replace(OFFICIAL.name, str(OFFICIAL)).split()) == boundaries.FINE
    assert "In use: OCHA COD-AB, valid 9 September 2022" in capsys.readouterr().out
    again, kept = (
        boundary_set.read(tmp_path / f"{name}.topojson"),
        boundary_set.read(boundary_set.EMBEDDED),
    )
    assert [getattr(again, word) for word in boundary_set.WORDS] == [
        getattr(kept, word) for word in boundary_set.WORDS
    ]
    # Another machine's arithmetic may round a point to the next of the grid.
    apart = again.districts.geometry.symmetric_difference(kept.districts.geometry)
    assert apart.to_crs(METRES).area.sum() < 1e6


def test_sources_name_the_file_that_the_set_was_made_of():
    if not OFFICIAL.exists():
        pytest.skip("no official outlines at hand")
    digest = hashlib.sha256(Path(OFFICIAL).read_bytes()).hexdigest()
    assert digest in SOURCES.read_text(encoding="utf-8")
