"""The map as native shapes of a slide: one a district, named, which an office can recolour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from pptx.oxml import parse_xml

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from reports.maps.palette import inks, palette
from reports.maps.vector_map import Inset, Line, MapDrawing, Point
from reports.slides.layout import Box
from reports.slides.page import Page, next_id
from reports.slides.shapes import INCH, Group, Shape, class_look, dots, fill, outline, stroke

#: Points of an outline lie on a grid this fine, in units: a large map, a small one.
FINE, COARSE = 4, 8
#: The side of the inset as a share of the map's width.
INSET = 0.27


@dataclass(frozen=True)
class Mark:
    """A round on the map: where ([lat, lon]), what it is, and what is written in it."""

    at: tuple[float, float]
    name: str
    words: str = ""


@dataclass(frozen=True, eq=False)
class Outlines:
    """The outlines of a map of one size in units, made once for all maps of that size.

    They are as coarse as ``grid``, in units. Points that two districts share stay shared.
    """

    boundaries: BoundarySet
    width: int
    height: int
    grid: int = FINE

    @cached_property
    def drawing(self) -> MapDrawing:
        """The drawing that the outlines are taken from."""
        return MapDrawing(self.boundaries, (0, 0, self.width, self.height), digits=0)

    @cached_property
    def districts(self) -> dict[str, Shape]:
        """One shape a district of the list, by P-code."""
        return {pcode: outline(r, self.grid) for pcode, r in self.drawing.districts.items()}

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
    def inset(self) -> Inset | None:
        """Karachi in the free corner to the lower right of the country."""
        side = round(self.width * INSET)
        return self.drawing.inset((self.width - side, self.height - side, side, side))


def outlines_for(box: Box, boundaries: BoundarySet, grid: int = FINE) -> Outlines:
    """Return the outlines of a map that fits a box."""
    return Outlines(boundaries, round(box.width * INCH), round(box.height * INCH), grid)


def add_map(
    page: Page,
    box: Box,
    outlines: Outlines,
    values: MapValues,
    alt: str,
    *,
    marks: Sequence[Mark] = (),
    detailed: bool = True,
) -> None:
    """Draw a map as one group of shapes, its outlines of the size of its box (``outlines_for``).

    ``alt`` is read aloud in its place; ``marks`` are rounds on it, such as venues. A ``detailed``
    one draws Karachi enlarged, and each of its districts says its figures.
    """
    group = Group(next_id(page.slide), round(box.left * INCH), round(box.top * INCH))
    if page.stage.dark:
        group.panel("Ground of the map", 0, 0, outlines.width, outlines.height)
    _districts(group, outlines.districts, values, described=detailed)
    for pcode, shape in outlines.beyond.items():
        look = fill(palette("unselected")) + stroke(inks()["quiet"], 0.5, "sysDash")
        group.add(f"{pcode}: not in the district list", shape, look)
    for name, shape, look in outlines.lines:
        group.add(name, shape, f"<a:noFill/>{look}")
    at = outlines.drawing.place
    ways = [[at(start), at(end)] for start, end in values.ways]
    if ways:
        shape = outline(ways, 1, closed=False)
        group.add("Ways to the venues", shape, f"<a:noFill/>{stroke(inks()['venue'], 0.75)}")
    if detailed and outlines.inset:
        _inset(group, outlines.inset, outlines, values)
    size = page.sized(9)
    places = apart([at(mark.at) for mark in marks], [_side(mark, size) for mark in marks])
    for mark, place in zip(marks, places, strict=True):
        group.round(mark.name, mark.words, place, _side(mark, size), size)
    page.slide.shapes._spTree.append(parse_xml(group.xml(alt)))


def _districts(
    group: Group, shapes: dict[str, Shape], values: MapValues, *, described: bool, after: str = ""
) -> None:
    places = {pcode: place for place, pcode in enumerate(gazetteer.names())}
    width = 0.5 if described else 0.25
    looks = [class_look(palette(one.key), width) for one in values.classes]
    for pcode, shape in shapes.items():
        place = places[pcode]
        name = f"{pcode} {gazetteer.names()[pcode]}{after}"
        words, count = "", values.participants[place]
        if described:
            participants = "" if count is None else f", participants: {count:,}"
            status = values.statuses[values.status[place]]
            words = f"{gazetteer.names()[pcode]}: {status}{participants}"
        group.add(name, shape, looks[values.class_of[place]], words)


def _inset(group: Group, inset: Inset, outlines: Outlines, values: MapValues) -> None:
    side = round(outlines.width * INSET)
    left, top = outlines.width - side, outlines.height - side
    group.panel("Ground of the inset", left, top, side, side)
    shapes = {pcode: outline(r, FINE) for pcode, r in inset.districts.items() if r}
    _districts(group, shapes, values, described=True, after=" (inset)")
    right, bottom = left + side, top + side
    frame: Line = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    edge = f"<a:noFill/>{stroke(inks()['province-edge'], 1.0)}"
    group.add("Frame of the inset", outline([frame], 1), edge)
    group.add("Place of the inset", outline([inset.frame], 1), edge)
    group.label(inset.label, left, top - 300, side, 280)


def _side(mark: Mark, size: float) -> int:
    """Return how wide a round is that holds its words, in units."""
    return round(size * 20 * (1.0 + 0.5 * len(mark.words))) if mark.words else 150


def apart(places: Sequence[Point], sides: Sequence[int]) -> list[Point]:
    """Push rounds that hide each other apart until they touch, as far as a few steps do it."""
    points = np.array(places, dtype=float).reshape(-1, 2)
    for _ in range(30):
        for one, other in combinations(range(len(points)), 2):
            between = points[other] - points[one]
            gap = max(float(np.hypot(*between)), 1.0)
            least = (sides[one] + sides[other]) / 2
            if gap < least:
                way = between / gap if between.any() else np.array([1.0, 0.0])
                points[one] -= way * (least - gap) / 2
                points[other] += way * (least - gap) / 2
    return [(x, y) for x, y in points.tolist()]


def venue_marks(values: MapValues) -> list[Mark]:
    """Return a round for each venue district; from two trainings on with their number."""
    return [
        Mark(one.at, f"Venue {one.name}: {one.trainings}", f"{one.trainings}" * (one.trainings > 1))
        for one in values.venues
    ]


def numbered_marks(places: Iterable[tuple[str, str]]) -> list[Mark]:
    """Return rounds numbered from 1 for (P-code, name), as a list beside the map has them."""
    at = gazetteer.positions()
    return [
        Mark(at[pcode], f"{number} {name}", str(number))
        for number, (pcode, name) in enumerate(places, 1)
    ]
