"""The map sheet: its shapes, its lines and notes, and that no text of the records becomes more."""

import hashlib
import io
import itertools
from dataclasses import replace
from functools import cache

import numpy as np
import page as pdf_ua
import pypdf
import pytest
import shapely
from defusedxml import ElementTree as ET  # noqa: N817 - its usual short name
from PIL import Image

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.settings import Aims, needed
from data.records.model import CoverageStatus
from data.records.public_edition import public_edition
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet, embedded
from geo.districts import gazetteer
from geo.webmap.map_values import MapClass
from reports.maps import svg
from reports.maps.callouts import callouts
from reports.maps.labels import Room
from reports.maps.palette import STYLE, palette
from reports.maps.sheets.map_sheet import FRAME, HEIGHT, MAP, WIDTH
from reports.maps.sheets.sheet_files import bare_map_svg, sheet_pdf, sheet_png, sheet_svg
from reports.maps.vector_map import MapDrawing
from reports.measures.measures import map_values, measure
from reports.measures.need import need_values
from reports.words import language
from reports.words.counts import millions
from tests.reports.views import HOSTILE, LONG, MADE_ON, URDU, of, views, with_words

SVG = "{http://www.w3.org/2000/svg}"
BOX = (10.0, 20.0, 400.0, 300.0)


@pytest.fixture(scope="module")
def outlines() -> BoundarySet:
    return embedded()


@cache
def made(make, name: str = "illustrative") -> bytes:
    """Return a file of one of the views, made once for all that only read it."""
    return make(views()[name].sheet)


def sheet(view=None) -> ET:
    return ET.fromstring(sheet_svg(view.sheet) if view else made(sheet_svg))


def layer(drawing, name):
    return next(group for group in drawing.iter(f"{SVG}g") if group.get("id") == name)


def texts(drawing) -> str:
    return " ".join("".join(one.itertext()) for one in drawing.iter(f"{SVG}text"))


# ------------------------------------------------------------------------ the outlines


def test_every_district_is_drawn_in_the_box_with_closed_rings(outlines):
    paths = MapDrawing(outlines, BOX).districts
    assert list(paths) == list(gazetteer.names())
    points = [point for rings in paths.values() for ring in rings for point in ring]
    assert all(ring[0] == ring[-1] for rings in paths.values() for ring in rings)
    assert min(x for x, _ in points) >= 10
    assert max(x for x, _ in points) <= 410
    assert (min(y for _, y in points), max(y for _, y in points)) == (20, 320)


def test_north_is_up_and_east_is_right(outlines):
    drawing = MapDrawing(outlines, BOX)
    (gilgit_x, gilgit_y), (gwadar_x, gwadar_y) = drawing.places([(35.9, 74.3), (25.1, 62.3)])
    assert gilgit_y < gwadar_y
    assert gilgit_x > gwadar_x


def test_a_hundred_kilometres_are_as_long_as_the_scale_says(outlines):
    drawing = MapDrawing(outlines, BOX, digits=6)
    # Lahore to Multan: 311 km on the great circle.
    (x, y), (u, v) = drawing.places([(31.5497, 74.3436), (30.1984, 71.4687)])
    along = ((x - u) ** 2 + (y - v) ** 2) ** 0.5 / drawing.units_per_kilometre
    assert along == pytest.approx(311, rel=0.01)


@pytest.mark.parametrize("count", [1, 2])
def test_whichever_provinces_are_in_focus_each_outline_has_its_middles(outlines, count):
    # Districts are cut off at the box: what is left of one may be a line, or an area and a line.
    listed = gazetteer.districts().groupby("province")["adm2_pcode"]
    provinces = [tuple(pcodes) for _, pcodes in listed]
    for chosen in itertools.combinations(provinces, count):
        focus = tuple(pcode for pcodes in chosen for pcode in pcodes)
        for box in (FRAME, (4.0, 4.0, 632.0, 592.0)):
            drawing = MapDrawing(outlines, box, focus=focus)
            assert {*drawing.middles} == {*drawing.outlines}
            assert {*focus} <= {*drawing.middles}
        coarse = MapDrawing(outlines, (4.0, 4.0, 500.0, 400.0), digits=0, focus=focus)
        assert {*coarse.middles} == {*coarse.outlines}


def test_a_district_without_an_outline_is_a_dot_where_it_lies(outlines):
    frame = outlines.districts[outlines.districts["adm2_pcode"] != "PK617"]
    about = {"name": "less", "title": "Less", "vintage": "1", "attribution": "nobody"}
    paths = MapDrawing(BoundarySet.from_frame(frame, **about), BOX).districts
    (dot,) = paths["PK617"]
    assert max(x for x, _ in dot) - min(x for x, _ in dot) == pytest.approx(4.8, abs=0.1)


def test_lines_and_inset_are_there(outlines):
    drawing = MapDrawing(outlines, BOX)
    assert drawing.province_lines
    assert drawing.line_of_control
    drawn = drawing.inset((0, 0, 100, 100))
    assert drawn.label == "Karachi"
    points = [p for rings in drawn.districts.values() for ring in rings for p in ring]
    assert all(-0.01 <= value <= 100.01 for point in points for value in point)
    # Malir has islands beyond the window: of them nothing is left, not even an empty ring.
    assert all(len(ring) > 3 for rings in drawn.districts.values() for ring in rings)
    assert drawn.districts["PK714"]


def test_every_class_of_the_screen_has_a_look_and_the_unknown_ones_a_pattern():
    keys = ["none", "zero", "unknown", "unselected"]
    keys += [f"ramp{step}" for step in range(1, 6)]
    for key in keys:
        assert f".district.{key} " in STYLE.read_text(encoding="utf-8")
        assert palette(key).fill.startswith("#")
    looks = {(palette(key).fill, palette(key).pattern) for key in keys}
    assert len(looks) == len(keys)
    assert all(palette(key).pattern for key in ("none", "unknown"))


# --------------------------------------------------------------------------- the sheet


def test_the_sheet_carries_its_notes_source_and_notice():
    drawing = sheet()
    words = texts(drawing)
    for note in (LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE):
        assert note in words
    assert "Data as of 25 September 2023 · source: made up for this dashboard" in words
    assert "Illustrative records" in words
    assert "OCHA COD-AB, valid 9 September 2022" in words
    assert "OCHA, CC BY-IGO" in words
    assert "300 km" in words


def test_the_line_of_control_is_dotted_and_lies_over_no_other_border():
    control = next(p for p in sheet().iter(f"{SVG}path") if p.get("id") == "line-of-control")
    assert control.get("stroke-dasharray").startswith("0.1 ")
    assert control.get("stroke-linecap") == "round"


def test_each_district_has_its_code_as_id_and_its_name_as_title():
    shapes = layer(sheet(), "districts").findall(f"{SVG}path")
    assert [shape.get("id") for shape in shapes] == list(gazetteer.names())
    for shape, name in zip(shapes, gazetteer.names().values(), strict=True):
        assert shape.find(f"{SVG}title").text.startswith(name)


def test_ids_are_unique_and_nothing_is_fetched_or_run():
    content = made(sheet_svg).decode()
    drawing = ET.fromstring(content)
    ids = [one.get("id") for one in drawing.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert "<script" not in content
    assert "href" not in content
    assert "@import" not in content
    assert content.count("http") == content.count('xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.parametrize("words", [HOSTILE * 5, LONG, URDU, "A" * 3000, "W" * 200])
def test_any_text_stays_text_and_within_the_sheet(words):
    view = of(with_words(words), title=words)
    drawing = sheet(view)
    assert not {one.tag for one in drawing.iter()} & {f"{SVG}script", f"{SVG}b", f"{SVG}a"}
    for one in drawing.iter(f"{SVG}text"):
        line, size = "".join(one.itertext()), float(one.get("font-size"))
        wide = svg.text_width(line, size)
        left = float(one.get("x")) - {"middle": wide / 2, "end": wide}.get(
            one.get("text-anchor"), 0
        )
        assert left + wide <= WIDTH
        assert float(one.get("y")) <= HEIGHT
    assert sheet_pdf(view.sheet).startswith(b"%PDF")


def test_a_text_is_shown_as_it_is_written():
    words = '<b>&amp; "${x}"'
    assert words in texts(sheet(of(illustrative(), title=words)))


def test_a_title_in_another_script_is_in_a_font_that_has_it():
    spans = list(sheet(of(illustrative(), title=f"{URDU} map")).iter(f"{SVG}tspan"))
    assert spans[0].text == URDU
    assert "Arabic" in spans[0].get("font-family")


@pytest.mark.parametrize("edition", ["of all", "public"])
def test_what_the_records_are_and_how_a_list_is_ordered_is_never_cut(edition):
    """The notice of a public edition ends with what its counts mean; thin is said in the list."""
    records = illustrative()
    if edition == "public":
        records = public_edition(records, 5, MADE_ON)
    selection = replace(whole(records), agencies=("FIA",))
    figures = coverage(records, selection)
    need = needed(figures, Aims()).districts
    shown = need_values(figures, map_values(figures, measure("status")), need)
    drawn = sheet(of(records, selection, shown=shown))
    told = texts(drawn)
    assert "\u2026" not in told
    assert all(words in told for words in records.notice.split())
    lowest = max(
        float(one.get("y"))
        for name in ("headline", "legend", "list")
        for one in _written(drawn, name)
    )
    assert lowest < FRAME[1] + FRAME[3]


def _written(drawn, name: str) -> list:
    return [one for one in layer(drawn, name).iter() if one.tag.endswith("text")]


def test_what_lies_beside_the_map_does_not_run_into_the_notes():
    for name in views():
        drawing = ET.fromstring(made(sheet_svg, name))
        for group in ("headline", "legend", "list"):
            for one in layer(drawing, group).iter(f"{SVG}text"):
                assert float(one.get("y")) <= FRAME[1] + FRAME[3] + 1


# --------------------------------------------------------------------------- the files


def test_the_same_view_gives_the_same_bytes():
    again = of(illustrative()).sheet
    for make in (sheet_svg, sheet_pdf, sheet_png):
        assert hashlib.sha256(made(make)).digest() == hashlib.sha256(make(again)).digest()


def test_the_pdf_is_one_page_of_a4_across_with_words_for_who_cannot_see_it():
    content = made(sheet_pdf)
    (page,) = pypdf.PdfReader(io.BytesIO(content)).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [842, 595]
    assert (
        pypdf.PdfReader(io.BytesIO(content)).metadata["/Title"] == "Training coverage by district"
    )
    assert pdf_ua.validate_pdf_bytes(content, profile="pdf-ua-1").failures == []


@pytest.mark.parametrize(
    ("locale", "told"), [("en-GB", "en-GB"), ("fr", "fr"), ("zh-Hant-HK", "zh-HK")]
)
def test_a_pdf_says_the_language_of_its_words(monkeypatch, locale, told):
    monkeypatch.setattr(language, "LOCALE", locale)
    content = sheet_pdf(of(illustrative()).sheet)
    assert pypdf.PdfReader(io.BytesIO(content)).root_object["/Lang"] == told


def test_the_png_is_a4_at_300_dots_an_inch():
    with Image.open(io.BytesIO(made(sheet_png))) as picture:
        assert picture.size == (3508, 2480)


def test_the_bare_map_has_the_shapes_and_no_notes():
    view = of(illustrative())
    drawing = ET.fromstring(bare_map_svg(view.values, view.boundaries))
    assert len(layer(drawing, "districts").findall(f"{SVG}path")) == 160
    assert BOUNDARY_NOTE not in texts(drawing)


def test_a_class_that_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        palette(MapClass("sparkling", "?", 1).key)


# ------------------------------------------------------------------------ call-outs


def test_the_largest_district_not_reached_and_the_latest_venue_are_called_out_beside_the_land():
    view = of(illustrative())
    frame, drawn = view.figures.districts, sheet()
    largest = frame[frame["status"] == CoverageStatus.NO_RECORD].nlargest(1, "population").iloc[0]
    latest = view.figures.trainings.nlargest(1, "date_start")["venue_adm2_pcode"].iloc[0]
    written = [one for one in layer(drawn, "callouts") if one.tag == f"{SVG}text"]
    words = [one.text for one in written]
    assert words[1::2] == [
        f"{largest['name']}, {millions(largest['population'])} people",
        f"{gazetteer.names()[latest]}, 25 September 2023",
    ]
    land = shapely.union_all(
        [
            shapely.make_valid(shapely.Polygon(ring))
            for rings in MapDrawing(view.boundaries, MAP).districts.values()
            for ring in rings
        ]
    )
    for one in written:
        left, foot, size = (float(one.get(name)) for name in ("x", "y", "font-size"))
        box = shapely.box(left, foot - size, left + svg.text_width(one.text, size), foot)
        assert not land.intersects(box)
    # A name that a call-out has is not written a second time.
    assert largest["name"] not in texts(layer(drawn, "district-names"))


@pytest.mark.parametrize("name", ["published", "empty"])
def test_what_a_view_does_not_have_is_not_called_out(name):
    told = [one.what for one in callouts(views()[name].figures)]
    assert told == (["Latest venue"] if name == "published" else ["Largest district not covered"])


def test_of_a_part_of_the_records_a_district_is_not_called_unreached():
    figures = of(illustrative(), replace(whole(illustrative()), agencies=("FIA",))).figures
    first = callouts(figures)[0]
    assert first.what == "Largest district with no one of this selection"
    assert "not covered" not in " ".join(one.what for one in callouts(figures))


def test_many_places_at_once_are_open_as_each_alone() -> None:
    room = Room((0, 0, 100, 100), [(0, 0, 10, 10), (40, 40, 60, 50)], shapely.box(60, 60, 80, 80))
    places = [(x, y, x + 12, y + 5) for x in range(-6, 100, 7) for y in range(-6, 100, 7)]
    alone = [room.free(one) and not room.is_dark(one) for one in places]
    assert room.open(np.array(places, dtype=float)).tolist() == alone
    assert {*alone} == {True, False}


def test_what_was_taken_is_free_of_names_and_leaders():
    room = Room((0, 0, 100, 100), [(0, 0, 10, 10)])
    beyond, way = (70, 40, 90, 50), [(20, 45), (70, 45)]
    assert room.free_beside(beyond, way)
    room.take((40, 40, 50, 50))
    assert not room.free((45, 45, 60, 60))
    assert not room.free((5, 5, 20, 20))
    assert not room.free_beside(beyond, way), "its leader goes over a name"
    assert room.free_beside(beyond, [(50.5, 45), (70, 45)]), "from beside it, it does not"


def test_no_leader_goes_through_a_name_and_no_name_stands_on_a_leader():
    room = Room((0, 0, 100, 100), [(0, 0, 10, 10)])
    room.take((40, 40, 60, 50))
    # Its own mark may stand where a leader begins; a name may not.
    assert room.free_beside((20, 0, 30, 5), [(5, 5), (20, 5)])
    assert not room.free_beside((70, 40, 80, 50), [(50, 45), (70, 45)])
    room.take((70, 70, 80, 80), [(50, 75), (70, 75)])
    assert not room.free((55, 70, 60, 80))


@pytest.mark.parametrize("drawn", ["sheet", "brief"])
def test_each_province_that_is_no_city_is_named_on_the_whole_map(drawn):
    view = of(illustrative())
    written = sheet_svg(view.sheet) if drawn == "sheet" else bare_map_svg(view.values, embedded())
    layer = next(one for one in ET.fromstring(written).iter() if one.get("id") == "province-names")
    words = " ".join("".join(one.itertext()) for one in layer.iter() if one.tag.endswith("text"))
    provinces = {*gazetteer.provinces().values()} - {"Islamabad Capital Territory"}
    assert [name for name in provinces if name.upper() not in words] == []


def test_the_inset_of_a_province_has_its_title_whole() -> None:
    records = illustrative()
    sindh = coverage(records, replace(whole(records), provinces=("PK7",)))
    drawn = ET.fromstring(bare_map_svg(map_values(sindh, measure("status")), embedded()))
    title = next(one for one in drawn.iter(f"{SVG}text") if one.text == "Karachi")
    assert float(title.get("y")) >= float(title.get("font-size"))
