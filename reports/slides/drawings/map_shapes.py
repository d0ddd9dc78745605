"""The map as native shapes of a slide: one a district, named, which an office can recolour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pptx.oxml import parse_xml

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from reports.maps.labels import Edges, Room, apart, dark_ground, labels
from reports.maps.palette import inks, palette
from reports.maps.projection import Line
from reports.maps.vector_map import Inset, MapDrawing
from reports.slides.box import Box
from reports.slides.drawings.shapes import (
    INCH,
    Group,
    Shape,
    class_look,
    dots,
    fill,
    outline,
    stroke,
)
from reports.slides.page import Page, next_id

#: Points of an outline lie on a grid this fine, in units: a large map, a small one.
FINE, COARSE = 4, 8
#: The side of the inset as a share of the map's width.
INSET = 0.27
#: Units in a point.
UNITS = 20


@dataclass(frozen=True)
class Mark:
    """A round on the map: where ([lat, lon], in which district), what it is, and its words."""

    at: tuple[float, float]
    name: str
    words: str = ""
    pcode: str = ""


@dataclass(frozen=True, eq=False)
class Outlines:
    """The outlines of a map of one size in units, made once for all maps of that size.

    They are as coarse as ``grid``, in units. Points that two districts share stay shared.
    """

    boundaries: BoundarySet
    width: int
    height: int
    grid: int = FINE
    focus: tuple[str, ...] = ()

    @cached_property
    def drawing(self) -> MapDrawing:
        """The drawing that the outlines are taken from."""
        box = (0, 0, self.width, self.height)
        return MapDrawing(self.boundaries, box, digits=0, focus=self.focus)

    @cached_property
    def districts(self) -> dict[str, Shape]:
        """One shape a district of the list that is in sight, by P-code."""
        return {pcode: outline(r, self.grid) for pcode, r in self.drawing.districts.items() if r}

    @cached_property
    def beyond(self) -> dict[str, Shape]:
        """One shape a district that the list has not."""
        return {pcode: outline(r, self.grid) for pcode, r in self.drawing.beyond.items() if r}

    @cached_property
    def lines(self) -> tuple[tuple[str, Shape, str], ...]:
        """The outer border, the province lines and the Line of Control: name, shape, look."""
        ink, control = inks()["province-edge"], inks()["line-of-control"]
        weight = 1.0 if self.grid == FINE else 0.6
        drawn = (
            ("Outer border", self.drawing.outer_lines, stroke(ink, 1.25 * weight)),
            ("Province lines", self.drawing.province_lines, stroke(ink, 1.0 * weight)),
            ("Line of Control", self.drawing.line_of_control, dots(control, 2.0 * weight)),
        )
        return tuple(
            (name, outline(lines, self.grid, closed=False), look)
            for name, lines, look in drawn
            if lines
        )

    @cached_property
    def corner(self) -> tuple[int, int, int, int]:
        """Where the inset stands: the corner in which the least is drawn."""
        side = round(self.width * INSET)
        left, top = self.drawing.corner(side, (0, 0, self.width, self.height))[:2]
        return round(left), round(top), side, side

    @cached_property
    def inset(self) -> Inset | None:
        """Karachi enlarged, where it is in sight."""
        return self.drawing.inset(self.corner)


def outlines_for(
    box: Box, boundaries: BoundarySet, focus: tuple[str, ...] = (), grid: int = FINE
) -> Outlines:
    """Return the outlines of a map that fits a box, zoomed to the districts in focus if any are.

    Those of one size are made once.
    """
    return _outlines(boundaries, round(box.width * INCH), round(box.height * INCH), grid, focus)


@lru_cache(maxsize=16)
def _outlines(
    boundaries: BoundarySet, width: int, height: int, grid: int, focus: tuple[str, ...]
) -> Outlines:
    return Outlines(boundaries, width, height, grid, focus)


def add_map(
    page: Page,
    box: Box,
    outlines: Outlines,
    values: MapValues,
    alt: str,
    *,
    marks: Sequence[Mark] = (),
    detailed: bool = True,
    named: int = 0,
) -> None:
    """Draw a map as one group of shapes, its outlines of the size of its box (``outlines_for``).

    Within it the districts of a province are a group each. ``alt`` is read aloud in its place;
    ``marks`` are rounds on it, such as venues; up to ``named`` districts have their name. A
    ``detailed`` one draws Karachi enlarged, and each of its districts says its figures.
    """
    group = Group(next_id(page.slide), round(box.left * INCH), round(box.top * INCH))
    if page.stage.inks.dark or outlines.focus:
        group.panel("Ground of the map", 0, 0, outlines.width, outlines.height)
    _provinces(group, outlines.districts, values, described=detailed)
    for pcode, shape in outlines.beyond.items():
        look = fill(palette("unselected")) + stroke(inks()["quiet"], 0.5, "sysDash")
        group.add(_("{pcode}: not in the district list").format(pcode=pcode), shape, look)
    for name, shape, look in outlines.lines:
        group.add(name, shape, f"<a:noFill/>{look}")
    at = outlines.drawing.place
    ways = [[at(start), at(end)] for start, end in values.ways]
    if ways and not outlines.focus:
        shape = outline(ways, 1, closed=False)
        group.add("Ways to the venues", shape, f"<a:noFill/>{stroke(inks()['venue'], 0.75)}")
    drawn = outlines.inset if detailed else None
    if drawn:
        _inset(group, drawn, outlines, values, page.sized(12))
    taken = _marks(group, outlines, drawn, marks, page.sized(12))
    if named:
        _names(group, page, outlines, values, taken, named)
    page.slide.shapes._spTree.append(parse_xml(group.xml(alt)))


def _provinces(
    group: Group, shapes: dict[str, Shape], values: MapValues, *, described: bool
) -> None:
    """Add the districts, those of each province as a group under its name."""
    listed, places = gazetteer.districts(), _places()
    for province, rows in listed.groupby("province", sort=False):
        inside = {pcode: shapes[pcode] for pcode in rows["adm2_pcode"] if pcode in shapes}
        group.part(str(province))
        _districts(group, inside, values, places, described=described)
    group.part("")


def _marks(
    group: Group, outlines: Outlines, drawn: Inset | None, marks: Sequence[Mark], size: float
) -> list[Edges]:
    """Draw rounds on the map, those of Karachi in its inset; return what they take."""
    taken: list[Edges] = []
    in_inset = drawn.named if drawn else {}
    for inside in (False, True):
        some = [mark for mark in marks if (mark.pcode in in_inset) == inside]
        true = (
            [in_inset[mark.pcode][1] for mark in some]
            if inside
            else outlines.drawing.places([mark.at for mark in some])
        )
        sides = [_side(mark, size) for mark in some]
        for mark, start, place, side in zip(some, true, apart(true, sides), sides, strict=True):
            if not outlines.drawing.holds(place):
                continue
            if math.dist(start, place) > 0.6 * side:
                leader = outline([[start, place]], 1, closed=False)
                look = f"<a:noFill/>{stroke(inks()['venue'], 1.0)}"
                group.add(f"Leader of {mark.name}", leader, look)
            group.round(mark.name, mark.words, place, side, size)
            half = side / 2
            taken.append((place[0] - half, place[1] - half, place[0] + half, place[1] + half))
    return taken


def _names(
    group: Group,
    page: Page,
    outlines: Outlines,
    values: MapValues,
    taken: list[Edges],
    most: int,
) -> None:
    """Write the names of the districts that are looked for, as far as there is room."""
    size, font = page.sized(12), page.stage.font
    left, top, width, height = outlines.corner
    inset = [(left, top - 300, left + width, top + height)] if outlines.inset else []
    edges = (0.0, 0.0, float(outlines.width), float(outlines.height))
    dark = dark_ground(outlines.drawing, values)
    room = Room(edges, [*inset, *taken], dark)

    def width_of(words: str, units: float) -> float:
        return font.width(words, units) * 1.04

    without = outlines.inset.named if outlines.inset else ()
    written = labels(
        outlines.drawing, values, [size * UNITS], room, width_of, without=without, most=most
    )
    for label in written:
        if label.leader:
            line = outline([label.leader], 1, closed=False)
            look = f"<a:noFill/>{stroke(inks()['ink'], 0.5)}"
            group.add(f"Leader of {gazetteer.names()[label.pcode]}", line, look)
        left, top, right, bottom = (round(edge) for edge in label.edges(width_of))
        place = (left, top, right - left, bottom - top)
        group.label(label.lines, place, size, centred=True, white=label.dark)


def _places() -> dict[str, int]:
    """Return the place of each district in the list, by P-code."""
    return {pcode: place for place, pcode in enumerate(gazetteer.names())}


def _districts(
    group: Group,
    shapes: dict[str, Shape],
    values: MapValues,
    places: dict[str, int],
    *,
    described: bool,
    after: str = "",
) -> None:
    width = 0.5 if described else 0.25
    looks = [class_look(palette(one.key), width) for one in values.classes]
    for pcode, shape in shapes.items():
        place = places[pcode]
        name = f"{pcode} {gazetteer.names()[pcode]}{after}"
        words, count = "", values.participants[place]
        if described:
            participants = (
                "" if count is None else _(", participants: {count:,}").format(count=count)
            )
            status = values.statuses[values.status[place]]
            words = f"{gazetteer.names()[pcode]}: {status}{participants}"
        group.add(name, shape, looks[values.class_of[place]], words)


def _inset(group: Group, inset: Inset, outlines: Outlines, values: MapValues, size: float) -> None:
    left, top, side = outlines.corner[:3]
    group.part(f"{inset.label}, enlarged")
    group.panel("Ground of the inset", left, top, side, side)
    shapes = {pcode: outline(r, FINE) for pcode, r in inset.districts.items() if r}
    _districts(group, shapes, values, _places(), described=True, after=" (inset)")
    right, bottom = left + side, top + side
    frame: Line = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    edge = f"<a:noFill/>{stroke(inks()['province-edge'], 1.0)}"
    group.add("Frame of the inset", outline([frame], 1), edge)
    below = top < outlines.height / 3  # in an upper corner its name stands under it
    group.label([inset.label], (left, bottom if below else top - 290, side, 280), size, bold=True)
    group.part("")
    if outlines.drawing.holds(inset.frame[0]):
        group.add("Place of the inset", outline([inset.frame], 1), edge)


def _side(mark: Mark, size: float) -> int:
    """Return how wide a round is that holds its words, in units."""
    return round(size * 20 * (1.0 + 0.5 * len(mark.words))) if mark.words else 150


def venue_marks(values: MapValues, *, numbered: bool = True) -> list[Mark]:
    """Return a round for each venue district; from two trainings on with their number, if any."""
    return [
        Mark(
            one.at,
            _("Venue {name}: {trainings}").format(name=one.name, trainings=one.trainings),
            f"{one.trainings}" * (numbered and one.trainings > 1),
            one.pcode,
        )
        for one in values.venues
    ]


def numbered_marks(places: Iterable[tuple[int, str, str]]) -> list[Mark]:
    """Return rounds for (number, P-code, name), numbered as a list beside the map has them."""
    at = gazetteer.positions()
    return [
        Mark(at[pcode], f"{number} {name}", str(number), pcode) for number, pcode, name in places
    ]
