"""The bare vector map: outlines and lines as points of a box, for sheets, briefs and slides.

The projection is Albers' equal-area conic for Pakistan, so that a district's area on paper is
its area on the ground; north is up in the middle of the country. Points are (x, y) from the
top left corner, y downwards, in the unit of the box. What is drawn is what the map on screen
draws (``geo.webmap.assets.frame_geometry``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues, Venue
from reports.maps.projection import (
    Box,
    Fit,
    Line,
    Point,
    cut,
    metres,
    projected,
    rounded,
    widened,
)

#: The radius of a district that the boundary set has not, as a share of the box's width.
DOT = 0.006
DOT_CORNERS = 16
NOT_SELECTED = "unselected"


#: A name and where it is written.
NamedPlace = tuple[str, Point]


@dataclass(frozen=True, eq=False)
class Inset:
    """Karachi's districts, enlarged, under the title ``label``.

    ``frame`` is where its window lies on the map of the country: a closed line in the map's box.
    The outlines, cut at the window, and where Karachi's own districts are named, by P-code, are
    points of the inset's own box.
    """

    label: str
    frame: Line
    districts: dict[str, list[Line]]
    named: dict[str, NamedPlace]


@dataclass(frozen=True, eq=False)
class MapDrawing:
    """A boundary set fitted into a box: the largest scale at which all of it is inside.

    The map stands in the middle of the box. Coordinates are rounded to ``digits``. Where districts
    are in ``focus`` (P-codes), it is these that fill the box, and what lies beyond it is cut off.
    """

    boundaries: BoundarySet
    box: Box
    digits: int = 2
    focus: tuple[str, ...] = ()

    @property
    def geometry(self) -> dict[str, Any]:
        """What the map on screen draws."""
        return projected(self.boundaries).geometry

    @cached_property
    def districts(self) -> dict[str, list[Line]]:
        """The closed rings of every district of the list by P-code; holes are rings as well.

        A district that the boundary set has not is a small round where it lies; one that lies
        beyond the box has no ring.
        """
        rings = projected(self.boundaries).rings
        return {
            one["pcode"]: self._rings(rings[one["pcode"]])
            if rings[one["pcode"]]
            else self._dot(one["at"])
            for one in self.geometry["districts"]
        }

    @cached_property
    def outlines(self) -> dict[str, BaseGeometry]:
        """The part of every district with the most points, by P-code, of those that are drawn.

        Without what has no area left, as a strip at the edge of the box that is rounded to a line.
        """
        rings = {pcode: max(own, key=len) for pcode, own in self.districts.items() if own}
        drawn = [shapely.Polygon(ring) for ring in rings.values()]
        shapes = shapely.make_valid(drawn, method="structure", keep_collapsed=False)
        whole = zip(rings, shapes, strict=True)
        return {pcode: shape for pcode, shape in whole if not shape.is_empty}

    @cached_property
    def middles(self) -> dict[str, list[Point]]:
        """The two middles of such a part: where it is widest, and where it would be in balance."""
        shapes = list(self.outlines.values())
        widest = shapely.get_point(shapely.maximum_inscribed_circle(shapes, tolerance=0.5), 0)
        points = zip(*map(shapely.get_coordinates, (widest, shapely.centroid(shapes))), strict=True)
        return {
            pcode: [(float(x), float(y)) for x, y in both]
            for pcode, both in zip(self.outlines, points, strict=True)
        }

    @cached_property
    def beyond(self) -> dict[str, list[Line]]:
        """The outlines of districts that the list has not: nothing is counted in them."""
        rings = projected(self.boundaries).rings
        return {one["pcode"]: self._rings(rings[one["pcode"]]) for one in self.geometry["beyond"]}

    @cached_property
    def province_lines(self) -> list[Line]:
        """The lines between districts of different provinces."""
        return self._lines(self.geometry["province_lines"])

    @cached_property
    def line_of_control(self) -> list[Line]:
        """The Line of Control; always to be dotted, with the note on it."""
        return self._lines(self.geometry["line_of_control"])

    @cached_property
    def outer_lines(self) -> list[Line]:
        """The coast and the outer border without the Line of Control."""
        control = set(self.geometry["line_of_control"])
        return self._lines(index for index in self.geometry["outer"] if index not in control)

    @cached_property
    def provinces(self) -> list[NamedPlace]:
        """The names of the provinces, largest first, where each has the most room.

        Of those with districts in the focus, where there is one.
        """
        listed = self.geometry["districts"]
        shown = {one["province"] for one in listed if one["pcode"] in self.focus or not self.focus}
        named = [one for one in self.geometry["provinces"] if one["name"] in shown]
        places = self.places([one["at"] for one in named])
        return list(zip((one["name"] for one in named), places, strict=True))

    @cached_property
    def land(self) -> shapely.Geometry:
        """All that is drawn, the Line of Control with it."""
        outlines = [*self.districts.values(), *self.beyond.values()]
        rings = [shapely.Polygon(ring) for outline in outlines for ring in outline]
        control = [shapely.LineString(line) for line in self.line_of_control]
        land = shapely.union_all([*shapely.make_valid(rings), *control])
        shapely.prepare(land)
        return land

    @cached_property
    def areas(self) -> dict[str, shapely.Geometry]:
        """What is drawn of each province that is named, by its name."""
        listed = gazetteer.districts()
        areas: dict[str, shapely.Geometry] = {}
        for name, _at in self.provinces:
            pcodes = listed.loc[listed["province"] == name, "adm2_pcode"]
            parts = [shapely.Polygon(ring) for pcode in pcodes for ring in self.districts[pcode]]
            areas[name] = shapely.union_all(shapely.make_valid(parts))
        return areas

    def place(self, at: Sequence[float]) -> Point:
        """Return where [latitude, longitude] in degrees lies in the box."""
        return self.places([at])[0]

    def places(self, at: Sequence[Sequence[float]]) -> Line:
        """Return where several [latitude, longitude] lie in the box."""
        return self._points(np.array(at, dtype=float).reshape(-1, 2)[:, ::-1])

    def holds(self, point: Point) -> bool:
        """Return whether a point lies in the box."""
        left, top, width, height = self.box
        return left <= point[0] <= left + width and top <= point[1] <= top + height

    @property
    def units_per_kilometre(self) -> float:
        """How many units of the box are a kilometre."""
        return self._fit.scale * 1000

    def inset(self, box: Box) -> Inset | None:
        """Return Karachi's districts in a box of their own.

        None for a set without them, and where none of them is in the focus.
        """
        part = self.geometry["inset"]
        if part is None or (self.focus and not {*self._named_in(part)} & {*self.focus}):
            return None
        (south, west), (north, east) = part["bounds"]
        corners = [(west, south), (west, north), (east, north), (east, south), (west, south)]
        window = np.array(corners)
        fit = Fit.into(metres(window), box)
        rings = projected(self.boundaries).rings
        districts = {
            pcode: [rounded(ring, self.digits) for ring in cut(rings[pcode], fit, box)]
            for pcode in (self.geometry["districts"][place]["pcode"] for place in part["places"])
        }
        middles = np.array([one["at"] for one in part["names"]])[:, ::-1]
        places = rounded(fit(metres(middles)), self.digits)
        names = zip((one["name"] for one in part["names"]), places, strict=True)
        named = dict(zip(self._named_in(part), names, strict=True))
        return Inset(part["label"], self._points(window), districts, named)

    def _named_in(self, part: dict[str, Any]) -> list[str]:
        """Return the P-codes of the districts that the inset names, in the order of its names."""
        listed = (self.geometry["districts"][place] for place in part["places"])
        start = f"{part['label']} "
        pcodes = {one["name"].removeprefix(start): one["pcode"] for one in listed}
        return [pcodes[one["name"]] for one in part["names"]]

    def corner(self, side: float, frame: Box) -> Box:
        """Return the corner of a frame, as a square of a side, in which the least is drawn.

        The lower right one where that is as free as any: there is no land.
        """
        left, top, width, height = frame
        right, bottom = left + width - side, top + height - side
        corners = [(right, bottom), (left, bottom), (left, top), (right, top)]
        shown = self.focus or tuple(self.districts)
        rings = [ring for pcode in shown for ring in self.districts.get(pcode, ())]
        shapes = shapely.make_valid([shapely.Polygon(np.asarray(ring)) for ring in rings])
        covered = [
            shapely.area(shapely.intersection(shapes, shapely.box(x, y, x + side, y + side))).sum()
            for x, y in corners
        ]
        least = min(covered)
        x, y = next(c for c, a in zip(corners, covered, strict=True) if a <= least + 1e-9)
        return x, y, side, side

    @cached_property
    def _fit(self) -> Fit:
        whole = projected(self.boundaries)
        points = [ring for pcode in self.focus for ring in whole.rings.get(pcode, ())]
        if not points:
            return Fit.into(np.concatenate(whole.arcs), self.box)
        return Fit.into(widened(np.concatenate(points)), self.box)

    def _points(self, degrees: NDArray) -> Line:
        return rounded(self._fit(metres(degrees)), self.digits)

    def _lines(self, indices: Iterable[int]) -> list[Line]:
        arcs = projected(self.boundaries).arcs
        drawn = [self._fit(arcs[index]) for index in indices]
        if self.focus:
            lines = shapely.intersection([shapely.LineString(one) for one in drawn], self._window)
            parts = shapely.get_parts(shapely.get_parts(lines))
            drawn = [shapely.get_coordinates(one) for one in parts if one.geom_type == "LineString"]
        return [rounded(one, self.digits) for one in drawn if len(one) > 1]

    def _rings(self, rings: list[NDArray]) -> list[Line]:
        fitted = cut(rings, self._fit, self.box) if self.focus else map(self._fit, rings)
        return [rounded(ring, self.digits) for ring in fitted]

    @property
    def _window(self) -> shapely.Polygon:
        left, top, width, height = self.box
        return shapely.box(left, top, left + width, top + height)

    def _dot(self, at: Sequence[float]) -> list[Line]:
        x, y = self.place(at)
        if self.focus and not self.holds((x, y)):
            return []
        radius = DOT * self.box[2]
        turns = [2 * math.pi * corner / DOT_CORNERS for corner in range(DOT_CORNERS)]
        ring = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
        return [rounded(np.array([*ring, ring[0]]), self.digits)]


@lru_cache(maxsize=8)
def drawing_of(boundaries: BoundarySet, box: Box, focus: tuple[str, ...] = ()) -> MapDrawing:
    """Return the drawing of a set in a box, made once: what is shown on it is only colours."""
    return MapDrawing(boundaries, box, focus=focus)


def focus_of(values: MapValues) -> tuple[str, ...]:
    """Return the districts that a map is to be zoomed to: those selected, if not all are."""
    keys = [values.classes[place].key for place in values.class_of]
    if NOT_SELECTED not in keys:
        return ()
    pairs = zip(gazetteer.names(), keys, strict=True)
    return tuple(pcode for pcode, key in pairs if key != NOT_SELECTED)


def venues_in_sight(drawing: MapDrawing, values: MapValues) -> list[Venue]:
    """Return the venue districts that a drawing has: one that is zoomed may have none."""
    places = drawing.places([one.at for one in values.venues])
    return [one for one, at in zip(values.venues, places, strict=True) if drawing.holds(at)]
