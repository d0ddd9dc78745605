"""The picture of the map: the districts and classes of the map itself, with no script."""

import re
from dataclasses import replace

import pytest
import shapely

from geo.boundaries.boundary_set import BoundarySet
from geo.boundaries.installed import in_use
from geo.districts import gazetteer
from geo.webmap import picture
from geo.webmap.map_values import MapClass, MapValues, Venue

CLASSES = (MapClass("none", "no <record>", 159), MapClass("ramp4", "covered", 1))
KASUR = "PK629"
PLACES = list(gazetteer.names())
VALUES = MapValues(
    measure="Status & more",
    classes=CLASSES,
    class_of=tuple(int(pcode == KASUR) for pcode in PLACES),
    statuses=("no record", "covered"),
    status=(0,) * 160,
    participants=(None,) * 160,
    trainings=(0,) * 160,
    agencies=(0,) * 160,
    lists=(),
    venues=(Venue(KASUR, "Kasur", (31.1, 74.4), 2),),
)
SHAPE = re.compile(r'<path class="district ([a-z0-9]+)" d="([^"]+)"/>')


def drawn(boundaries: BoundarySet, values: MapValues = VALUES) -> list[tuple[str, str]]:
    return SHAPE.findall(picture.picture(values, boundaries, "Map"))


def area(path: str) -> float:
    """Return the area inside a path of steps, in units of the picture."""
    total = 0.0
    for ring in path.removesuffix("z").split("z"):
        start, steps = ring.removeprefix("M").split("l")
        x, y = map(int, start.split(","))
        points = [(x, y)]
        numbers = [int(one) for one in re.findall(r"-?\d+", steps)]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + across, points[-1][1] + down))
        total += shapely.Polygon(points).area
    return total


def test_each_district_is_drawn_in_its_class():
    shapes = drawn(in_use())
    assert len(shapes) == 160
    assert [kind for kind, _ in shapes] == [CLASSES[place].key for place in VALUES.class_of]


def test_outlines_are_those_of_the_set_but_for_a_pixel_at_their_edges():
    boundaries = in_use()
    outlines = boundaries.districts.set_index("adm2_pcode").geometry.to_crs("EPSG:3395")
    west, _, east, _ = outlines.total_bounds
    unit = (east - west) / picture.WIDTH
    for pcode, (_, path) in zip(PLACES, drawn(boundaries), strict=True):
        true, edge = outlines[pcode].area / unit**2, outlines[pcode].length / unit
        assert abs(area(path) - true) < picture.COARSENESS * edge, pcode


def test_a_district_that_the_set_has_not_is_a_round_where_it_lies():
    whole = in_use()
    without = whole.districts[whole.districts["adm2_pcode"] != KASUR].reset_index(drop=True)
    made = BoundarySet.from_frame(without, name="x", title="X", vintage="", attribution="X")
    shapes = drawn(made)
    assert len(shapes) == 160
    assert next(path for kind, path in shapes if kind == "ramp4").count("a") == 2


def test_it_shows_the_provinces_that_are_selected():
    def box(values: MapValues) -> list[int]:
        found = re.search(r'viewBox="([^"]+)"', picture.picture(values, in_use(), "Map"))
        return [int(one) for one in found.group(1).split()]

    country, sindh = box(VALUES), box(replace(VALUES, provinces=("PK7",)))
    assert country[:3] == [0, 0, picture.WIDTH]
    assert sindh[2] < country[2] / 2
    both = box(replace(VALUES, provinces=("PK7", "PK6")))
    assert both[3] > sindh[3]
    assert box(replace(VALUES, provinces=("PK99",))) == country


def test_words_are_only_words():
    made = picture.picture(VALUES, in_use(), '"44"')
    assert "<span>no &lt;record&gt;</span> <b>159</b>" in made
    assert "Status &amp; more" in made
    assert 'aria-label="&quot;44&quot;"' in made


@pytest.mark.parametrize("name", ["ink", "ramp4", "hatch-ink"])
def test_its_colours_are_those_of_the_map_in_both_themes(name):
    rules = picture.CLASSES.read_text(encoding="utf-8")
    light, dark = re.findall(rf"--{name}: (#[0-9a-f]+);", rules)
    shown = picture.style()
    before, _, after = shown.partition("@media (prefers-color-scheme: dark) {")
    assert f"--{name}: {light};" in before
    assert f"--{name}: {dark};" in after
    assert ":root" not in shown
