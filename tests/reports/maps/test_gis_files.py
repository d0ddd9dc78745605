"""GeoPackage and GeoJSON of the districts: all of them, typed, with what the records are."""

import io
import json
import sqlite3

import geopandas
import pytest
import shapely

from data.store.shipped import illustrative
from geo.boundaries.boundary_set import LINE_OF_CONTROL_NOTE, BoundarySet, embedded
from reports.maps.gis_files import geojson, geopackage
from tests.reports.views import HOSTILE, of, views, with_words


def test_geojson_is_read_by_a_gis_with_every_outline():
    frame = geopandas.read_file(io.BytesIO(geojson(views()["illustrative"].sheet)))
    assert len(frame) == 160
    assert frame.geometry.is_valid.all()
    assert frame.crs.to_epsg() == 4326


def test_geojson_turns_outer_rings_to_the_left():
    told = json.loads(geojson(views()["illustrative"].sheet))
    for feature in told["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        for part in shapely.get_parts(shape):
            assert shapely.is_ccw(part.exterior)


def test_geojson_is_the_same_bytes_each_time():
    assert geojson(of(illustrative()).sheet) == geojson(of(illustrative()).sheet)


def test_both_say_what_the_records_and_boundaries_are(tmp_path):
    sheet = views()["illustrative"].sheet
    told = json.loads(geojson(sheet))
    assert told["features"][0]["properties"]["about"].startswith(
        "Illustrative records. Trainings and "
    )
    assert LINE_OF_CONTROL_NOTE in told["about"]["notes"]
    path = tmp_path / "districts.gpkg"
    path.write_bytes(geopackage(sheet))
    with sqlite3.connect(path) as package:
        (about, source) = package.execute("SELECT about, boundaries FROM districts").fetchone()
        (notes,) = package.execute("SELECT metadata FROM gpkg_metadata").fetchone()
    assert about.startswith("Illustrative records. Trainings and ")
    assert "OCHA COD-AB, valid 9 September 2022. OCHA, CC BY-IGO" in source
    assert "Line of Control" in notes


def test_a_district_without_an_outline_is_there_without_a_geometry(tmp_path):
    outlines = embedded()
    frame = outlines.districts[outlines.districts["adm2_pcode"] != "PK617"]
    about = {"name": "less", "title": "Less", "vintage": "1", "attribution": "nobody"}
    view = views()["illustrative"]
    less = type(view)(view.figures, BoundarySet.from_frame(frame, **about))
    told = {one["id"]: one["geometry"] for one in json.loads(geojson(less.sheet))["features"]}
    assert len(told) == 160
    assert told["PK617"] is None
    path = tmp_path / "districts.gpkg"
    path.write_bytes(geopackage(less.sheet))
    read = geopandas.read_file(path)
    assert len(read) == 160
    assert read.geometry.isna().sum() == 1


@pytest.mark.parametrize("make", [geojson, geopackage])
def test_hostile_text_is_kept_as_text(make, tmp_path):
    path = tmp_path / f"districts.{make.__name__.replace('geopackage', 'gpkg')}"
    path.write_bytes(make(of(with_words(HOSTILE)).sheet))
    read = geopandas.read_file(path)
    assert read["source"].iloc[0].startswith("</script><b onclick=")
