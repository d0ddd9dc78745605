"""Official boundary files, good and bad: read, checked, repaired, refused, made light."""

from __future__ import annotations

import http.server
import json
import threading
import zipfile
from pathlib import Path

import geopandas
import pytest

from geo.districts import gazetteer
from geo.inspection.inspection import Inspection, boundary_set, inspect
from tests.geo.made_up_sets import OFFICIAL, made_up, official, written
from tests.in_turn import in_turn

OLD_NAMES = {
    "adm2_pcode": "ADM2_PCODE",
    "adm2_name": "ADM2_EN",
    "adm1_pcode": "ADM1_PCODE",
    "adm1_name": "ADM1_EN",
    "adm0_pcode": "ADM0_PCODE",
    "valid_on": "validOn",
}
WORDS = {"name": "test", "title": "Test", "vintage": "2024", "attribution": "Nobody"}


def inspected(frame: geopandas.GeoDataFrame, tmp_path: Path, name: str = "set.gpkg") -> Inspection:
    return inspect(written(frame, tmp_path / name))


def kinds(inspection: Inspection) -> list[str]:
    return [note.kind for note in inspection.notes]


def note(inspection: Inspection, kind: str):
    return next(note for note in inspection.notes if note.kind == kind)


# --------------------------------------------------------------------- what can be read


@in_turn({"name": ["set.zip", "set.gpkg", "set.geojson"], "columns": [OLD_NAMES, {}]})
def test_each_format_and_each_set_of_names(tmp_path, name, columns):
    found = inspected(made_up(**columns), tmp_path, name)
    assert found.refused is None
    assert found.clean
    assert found.frame["adm2_pcode"].tolist() == gazetteer.districts()["adm2_pcode"].tolist()
    assert str(found.valid_on) == "2024-06-30"
    assert found.cod


def test_the_official_file():
    frame = official()
    assert len(frame) == 160
    found = inspect(OFFICIAL)
    assert found.refused is None
    assert found.clean
    made, how = boundary_set(found, name="cod-ab")
    assert made.title == "OCHA COD-AB, valid 9 September 2022"
    assert made.vintage == "COD-AB 2022"
    assert made.attribution == "OCHA, CC BY-IGO; adapted for this map."
    assert len(made.districts) == 160
    assert how.kind == "simplified"


def test_a_zipped_geojson_and_what_lies_beside_it(tmp_path):
    inner = written(made_up(), tmp_path / "pak_admin2.geojson")
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.write(inner, "pak_admin2.geojson")
        archive.writestr("about.json", "{}")
        archive.writestr("__MACOSX/pak_admin2.geojson", "no outlines")
        archive.writestr("README.txt", "read me")
    assert inspect(tmp_path / "set.zip").clean


@pytest.mark.parametrize("zipped", [False, True])
def test_the_layer_of_districts_is_taken_of_several(tmp_path, zipped):
    districts = made_up()
    layers = {
        "pak_admbnda_adm0": districts.dissolve("adm0_pcode").reset_index()[
            ["adm0_pcode", "geometry"]
        ],
        "pak_admbnda_adm1": districts.dissolve("adm1_pcode").reset_index()[
            ["adm1_pcode", "adm1_name", "geometry"]
        ],
        "pak_admbnda_adm2": districts,
        "pak_admbnda_adm3": districts.assign(adm3_pcode=districts["adm2_pcode"] + "01"),
        "pak_admbndp_admALL": districts.assign(geometry=districts.representative_point()),
    }
    path = tmp_path / ("set.zip" if zipped else "set.gpkg")
    if zipped:
        with zipfile.ZipFile(path, "w") as archive:
            for layer, frame in layers.items():
                frame.to_file(tmp_path / f"{layer}.shp")
                for part in tmp_path.glob(f"{layer}.*"):
                    archive.write(part, part.name)
    else:
        for layer, frame in layers.items():
            written(frame, path, layer)
    found = inspect(path)
    assert found.refused is None
    assert found.layer == "pak_admbnda_adm2"
    assert "no layer 'x'" in inspect(path, "x").refused
    assert "ADM2_PCODE" in inspect(path, "pak_admbnda_adm1").refused


def test_several_layers_of_districts_have_to_be_told_apart(tmp_path):
    for layer in ("first", "second"):
        written(made_up(), tmp_path / "set.gpkg", layer)
    refused = inspect(tmp_path / "set.gpkg").refused
    assert "first, second" in refused
    assert "--layer" in refused
    assert inspect(tmp_path / "set.gpkg", "second").clean


# ------------------------------------------------------- 47: what is really something else


VRT = (
    "<OGRVRTDataSource><OGRVRTLayer name='adm2'>"
    "<SrcDataSource>{}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
)


@pytest.mark.parametrize("ending", ["vrt", "gpkg", "geojson", "zip", "shp"])
def test_a_vrt_is_refused_under_any_name(tmp_path, ending):
    other = written(made_up(), tmp_path / "other.gpkg")
    path = tmp_path / f"set.{ending}"
    path.write_text(VRT.format(other))
    assert "a VRT, which only names other files" in inspect(path).refused


@pytest.mark.parametrize("name", ["adm2.gpkg", "adm2.shp", "adm2.geojson", "adm2.json"])
def test_a_vrt_in_a_zip_is_refused(tmp_path, name):
    other = written(made_up(), tmp_path / "other.gpkg")
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.writestr(name, VRT.format(other))
    assert "VRT" in inspect(tmp_path / "set.zip").refused


def test_a_file_with_commands_for_gdal_runs_none(tmp_path):
    other = written(made_up(), tmp_path / "other.gpkg")
    command = f"gdal vector pipeline ! read {other}"
    for number, head in enumerate(({}, {"features": []})):
        path = tmp_path / f"{number}.geojson"
        path.write_text(json.dumps({**head, "type": "gdal_streamed_alg", "command_line": command}))
        assert "is damaged, or not" in inspect(path).refused


def test_a_crs_is_fetched_from_nowhere(tmp_path):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        path = written(made_up(), tmp_path / "set.geojson")
        whole = json.loads(path.read_text())
        link = f"http://127.0.0.1:{server.server_port}/crs"
        for key in ("href", "url"):
            whole["crs"] = {"type": "link" if key == "href" else "url", "properties": {key: link}}
            path.write_text(json.dumps(whole))
            inspect(path)
        server.shutdown()
    assert asked == []


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<html>", "XML or HTML"),
        (b"SQLite format 3\x00" + b"\x00" * 200, "no GeoPackage"),
        (b"\x00\x00\x27\x0a" + b"\x00" * 96, "one part of a shapefile"),
        (b"PK\x03\x04 and no more", "damaged zip"),
        (b'{"type": "Topology"}', "is damaged, or not"),
        (b'{"type": "FeatureCollection", "features": [', "is damaged, or not"),
        (b"adm2_pcode,adm2_name\n", "not known"),
    ],
)
def test_another_kind_of_file_is_refused_and_named(tmp_path, content, says):
    path = tmp_path / "set.gpkg"
    path.write_bytes(content)
    assert says in inspect(path).refused


def test_a_missing_file():
    assert "There is no file" in inspect("nowhere/set.gpkg").refused


# ---------------------------------------------------------------------------------- zips


@pytest.mark.parametrize("name", ["../adm2.shp", "/adm2.shp", "C:/adm2.shp", "a\\..\\..\\b.shp"])
def test_a_zip_that_leads_out_of_itself_is_refused(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.writestr(name, "x")
    assert "leads out of the zip" in inspect(tmp_path / "set.zip").refused
    assert [path.name for path in tmp_path.rglob("*")] == ["set.zip"]


def test_a_link_in_a_zip_is_refused(tmp_path):
    link = zipfile.ZipInfo("adm2.geojson")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "leads out of the zip" in inspect(tmp_path / "set.zip").refused


def test_a_zip_that_would_grow_too_large_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.inspection.file_kinds.LARGEST", 2_000_000)
    with zipfile.ZipFile(tmp_path / "set.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("adm2.geojson", b" " * 3_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))
    assert "at most 2 MB" in inspect(tmp_path / "set.zip").refused


def test_a_large_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("geo.inspection.file_kinds.LARGEST", 1_000)
    assert "are read" in inspected(made_up(), tmp_path).refused


def test_a_shapefile_without_its_table_is_refused(tmp_path):
    whole = written(made_up(), tmp_path / "set.zip")
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(tmp_path / "part.zip", "w") as archive:
        archive.writestr("adm2.shp", source.read("boundaries/adm2.shp"))
    assert "lacks its .shx and .dbf" in inspect(tmp_path / "part.zip").refused
