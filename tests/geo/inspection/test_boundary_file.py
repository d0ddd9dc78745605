"""Official boundary files, good and bad: read, checked, repaired, refused, made light."""

from __future__ import annotations

import http.server
import json
import threading
import zipfile
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from geo.districts import gazetteer
from geo.inspection import inspection as boundary_inspection
from geo.inspection import outline_checks
from geo.inspection.inspection import Inspection, boundary_set, inspect
from geo.inspection.simplification import LARGEST_TOPOLOGY, METRES, light_set, simplified
from geo.webmap import assets
from tests.geo.made_up_sets import OFFICIAL, made_up, official, splinter, written

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


@pytest.mark.parametrize("name", ["set.zip", "set.gpkg", "set.geojson"])
@pytest.mark.parametrize("columns", [{}, OLD_NAMES], ids=["new names", "old names"])
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
        assert "is damaged or not" in inspect(path).refused


def test_a_crs_is_fetched_from_nowhere(tmp_path):
    asked = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
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
        (b'{"type": "Topology"}', "is damaged or not"),
        (b'{"type": "FeatureCollection", "features": [', "is damaged or not"),
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


# ------------------------------------------------- 43, 44: coordinates, where they lie


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32642", "EPSG:24378"])
@pytest.mark.parametrize("name", ["set.zip", "set.gpkg"])
def test_43_another_crs_is_brought_to_degrees(tmp_path, crs, name):
    found = inspected(made_up().to_crs(crs), tmp_path, name)
    assert found.refused is None
    assert "Brought from" in note(found, "CRS").words
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


# --------------------------------------------------------------- 45: what is drawn


def test_45_an_invalid_polygon_is_repaired_and_said(tmp_path):
    frame = made_up()
    west, south, east, north = frame.geometry[3].bounds
    bow = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    frame.loc[3, "geometry"] = bow
    found = inspected(frame, tmp_path)
    assert found.refused is None
    assert note(found, "repaired").pcodes == (frame["adm2_pcode"][3],)
    assert found.frame.geometry.is_valid.all()
    assert boundary_set(found, name="x")[0].districts.geometry.is_valid.all()


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


# -------------------------------------------------------------- 59: a check that fails


def test_59_a_check_that_fails_says_that_it_could_not_check(tmp_path, monkeypatch):
    def broken(frame):
        raise ValueError("out of its depth")

    broken.__name__ = "common_lines"
    checks = tuple(
        broken if check is outline_checks.common_lines else check
        for check in boundary_inspection.CHECKS
    )
    monkeypatch.setattr(boundary_inspection, "CHECKS", checks)
    found = inspected(made_up(), tmp_path)
    assert "Could not check: common lines (out of its depth)" in found.notes[-1].words
    assert not found.clean


# ------------------------------------------------------------------------ made light


def wrinkled(shape: shapely.Geometry, times: int) -> shapely.Geometry:
    """Move the middle of each edge, over and over; both neighbours of an edge move it alike."""

    def ring(points: np.ndarray) -> np.ndarray:
        for _ in range(times):
            one, other = points[:-1], points[1:]
            turned = (one[:, 0] > other[:, 0])[:, None]
            low, high = np.where(turned, other, one), np.where(turned, one, other)
            noise = np.sin(low @ [12.9898, 78.233] + high @ [37.719, 4.581]) * 43758.5453
            across = (high - low)[:, ::-1] * [-1, 1] * ((noise % 1) - 0.5)[:, None] * 0.1
            middle = (low + high) / 2 + across
            points = np.vstack([np.stack([one, middle], axis=1).reshape(-1, 2), points[-1:]])
        return points

    return shapely.Polygon(ring(np.array(shape.exterior.coords)))


def detailed() -> geopandas.GeoDataFrame:
    frame = made_up()
    shapes = [wrinkled(shape, 9) for shape in frame.geometry]
    return frame.assign(geometry=shapely.make_valid(shapes, method="structure"))


def test_a_detailed_set_is_made_light_and_keeps_its_topology():
    frame = detailed()
    assert len(frame.get_coordinates()) > 400_000
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
