"""The map of the deck: one shape a district, in the class that its legend says."""

import geopandas
import shapely

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from reports.deck.deck import write_deck
from reports.deck.map_slide import values_of
from reports.maps.labels import apart
from reports.maps.palette import DOTTED, HATCHED, LINED, palette
from reports.measures.measures import map_values, measure
from reports.measures.plan import plan_values
from reports.slides.drawings.shapes import outline
from reports.story.story import Story
from reports.story.wording import Wording
from tests.reports.deck_reading import slides_of, story_of

PATTERNS = {HATCHED: "ltUpDiag", DOTTED: "pct20", LINED: "ltHorz"}


def expected_fill(key: str) -> str:
    look = palette(key)
    ground = look.fill[1:].upper()
    if not look.pattern:
        return ground
    return f"{PATTERNS[look.pattern]} {look.ink[1:].upper()} {ground}"


def check(shapes: dict, values: MapValues) -> None:
    for place, (pcode, name) in enumerate(gazetteer.names().items()):
        key = values.classes[values.class_of[place]].key
        if f"{pcode} {name}" not in shapes:  # beyond the provinces that are zoomed to
            assert key == "unselected"
            continue
        fill, contours, _ = shapes[f"{pcode} {name}"]
        assert contours >= 1
        assert fill == expected_fill(key), name


def test_each_district_has_the_fill_of_its_class(told) -> None:
    story, slides = told
    figures = story.figures
    check(slides["standing"].maps[0], values_of(figures))
    assert ("gaps" in slides) == ("gaps" not in story.left_out)
    if "gaps" in slides:
        check(slides["gaps"].maps[0], map_values(figures, measure("status")))
    if "plan" in slides and story.plans is not None:
        best = story.plans.best
        check(
            slides["plan"].maps[0], plan_values(figures, values_of(figures), best, by_score=False)
        )


def test_each_date_has_a_map_of_its_own(told) -> None:
    story, slides = told
    if "growth" in story.left_out:
        assert "growth" not in slides
        return
    assert len(slides["growth"].maps) == len(story.growth) <= 6
    for shapes, figures in zip(slides["growth"].maps, story.growth, strict=True):
        check(shapes, values_of(figures))
        assert f"{figures.headline.districts_covered:,}" in slides["growth"].words


def test_the_line_of_control_is_dotted_on_every_map(told) -> None:
    _, slides = told
    for slide in slides.values():
        for shapes in slide.maps:
            fill, contours, dash = shapes["Line of Control"]
            assert (fill, dash) == ("", ["sysDot"])
            assert contours >= 1
            assert shapes["Province lines"][1] > 10


def test_karachi_is_enlarged_and_venues_are_marked(told) -> None:
    story, slides = told
    shapes = slides["standing"].maps[0]
    provinces = story.figures.selection.provinces
    assert ("PK714 Malir (inset)" in shapes) == (not provinces or "PK7" in provinces)
    shown = [one for one in values_of(story.figures).venues if not provinces]
    for venue in shown:
        assert f"Venue {venue.name}: {venue.trainings}" in shapes


def test_listed_districts_are_numbered_on_the_map(told) -> None:
    story, slides = told
    ranks = story.needed.set_index("name")["rank"]
    for place, name in enumerate(story.ranked.head(10)["name"], 1):
        assert f"{ranks[name]} {name}" in slides["gaps"].maps[0]
        assert slides["gaps"].tables[0][place][:2] == [str(ranks[name]), name]


def test_rings_of_a_district_are_contours_of_one_shape() -> None:
    ring = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 0.0)]
    hole = [(50.0, 20.0), (80.0, 20.0), (80.0, 50.0), (50.0, 20.0)]
    shape = outline([ring, hole], 4)
    assert shape.path.count("<a:moveTo>") == shape.path.count("<a:close/>") == 2
    assert (shape.width, shape.height) == (100, 100)


def test_a_district_smaller_than_the_grid_keeps_its_shape() -> None:
    shape = outline([[(0.0, 0.0), (2.0, 0.0), (1.0, 2.0), (0.0, 0.0)]], 100)
    assert shape.path.count("<a:pt") == 3


def test_a_set_with_islands_and_a_district_beyond_the_list() -> None:
    island = shapely.box(70, 28, 71, 29)
    squares = [
        ("PK401", "PK4", shapely.box(73, 33, 74, 34)),
        ("PK617", "PK6", shapely.MultiPolygon([shapely.box(74, 31, 75, 32), island])),
        ("PK999", "PK6", shapely.box(71, 30, 72, 31)),
    ]  # fmt: skip
    frame = geopandas.GeoDataFrame(
        {"adm2_pcode": [s[0] for s in squares], "adm1_pcode": [s[1] for s in squares]},
        geometry=[s[2] for s in squares], crs="EPSG:4326",
    )  # fmt: skip
    small = BoundarySet.from_frame(
        frame, name="small", title="Small", vintage="2024", attribution="A test"
    )
    story = Story(story_of("illustrative").figures, Wording(("standing",)))
    shapes = slides_of(write_deck(story, small))[1].maps[0]
    assert shapes["PK617 Lahore"][1] == 2
    assert shapes["PK999: not in the district list"][2] == ["sysDash"]
    assert len([name for name in shapes if name.split()[0] in gazetteer.names()]) >= 160


def test_rounds_that_hide_each_other_are_pushed_apart() -> None:
    places = apart([(0, 0), (0, 0), (10, 0), (1000, 1000)], [100] * 4)
    assert places[3] == (1000, 1000)
    for one in range(3):
        for other in range(one + 1, 3):
            (x, y), (u, v) = places[one], places[other]
            assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 > 80
