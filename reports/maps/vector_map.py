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
from functools import cached_property
from typing import Any

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray

from geo.boundaries import topology
from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.assets import frame_geometry

#: Equal areas; the parallels halve the error of scale over the country (under 1 %).
PROJECTION = "+proj=aea +lat_1=26 +lat_2=35 +lat_0=30.4 +lon_0=69.4 +datum=WGS84 +units=m"

Point = tuple[float, float]
Line = list[Point]
#: Left, top, width, height.
Box = tuple[float, float, float, float]

#: The radius of a district that the boundary set has not, as a share of the box's width.
DOT = 0.006
DOT_CORNERS = 16


#: A name and where it is written.
NamedPlace = tuple[str, Point]


@dataclass(frozen=True)
class Inset:
    """Karachi's districts, enlarged, under the title ``label``.

    ``frame`` is where its window lies on the map of the country: a closed line in the map's box.
    The outlines, cut at the window, and the names are points of the inset's own box.
    """

    label: str
    frame: Line
    districts: dict[str, list[Line]]
    names: list[NamedPlace]


@dataclass(frozen=True, eq=False)
class MapDrawing:
    """A boundary set fitted into a box: the largest scale at which all of it is inside.

    The map stands in the middle of the box. Coordinates are rounded to ``digits``.
    """

    boundaries: BoundarySet
    box: Box
    digits: int = 2

    @cached_property
    def geometry(self) -> dict[str, Any]:
        """What the map on screen draws."""
        return frame_geometry(self.boundaries)

    @cached_property
    def districts(self) -> dict[str, list[Line]]:
        """The closed rings of every district of the list by P-code; holes are rings as well.

        A district that the boundary set has not is a small round where it lies.
        """
        return {
            one["pcode"]: self._rings(one["arcs"]) or [self._dot(one["at"])]
            for one in self.geometry["districts"]
        }

    @cached_property
    def beyond(self) -> dict[str, list[Line]]:
        """The outlines of districts that the list has not: nothing is counted in them."""
        return {one["pcode"]: self._rings(one["arcs"]) for one in self.geometry["beyond"]}

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
        """The names of the provinces, largest first, where each has the most room."""
        return [(one["name"], self.place(one["at"])) for one in self.geometry["provinces"]]

    def place(self, at: Sequence[float]) -> Point:
        """Return where [latitude, longitude] in degrees lies in the box."""
        return self.places([at])[0]

    def places(self, at: Sequence[Sequence[float]]) -> Line:
        """Return where several [latitude, longitude] lie in the box."""
        return self._points(np.array(at, dtype=float)[:, ::-1])

    @property
    def units_per_kilometre(self) -> float:
        """How many units of the box are a kilometre."""
        return self._fit.scale * 1000

    def inset(self, box: Box) -> Inset | None:
        """Return Karachi's districts in a box of their own; None for a set without them."""
        part = self.geometry["inset"]
        if part is None:
            return None
        (south, west), (north, east) = part["bounds"]
        corners = [(west, south), (west, north), (east, north), (east, south), (west, south)]
        window = np.array(corners)
        fit = _Fit.into(_metres(window), box)
        districts: dict[str, list[Line]] = {}
        for one in (self.geometry["districts"][place] for place in part["places"]):
            rings = _cut(self._metric_rings(one["arcs"]), fit, box)
            districts[one["pcode"]] = [_rounded(ring, self.digits) for ring in rings]
        middles = np.array([one["at"] for one in part["names"]])[:, ::-1]
        names = [one["name"] for one in part["names"]]
        places = _rounded(fit(_metres(middles)), self.digits)
        named = list(zip(names, places, strict=True))
        return Inset(part["label"], self._points(window), districts, named)

    @cached_property
    def _arcs(self) -> list[NDArray]:
        """The arcs in metres of the projection."""
        drawn = self.geometry
        steps = topology.steps(drawn)
        metres = _metres(topology.degrees(drawn, np.concatenate(steps)))
        return np.split(metres, np.cumsum([len(points) for points in steps])[:-1])

    @cached_property
    def _fit(self) -> _Fit:
        return _Fit.into(np.concatenate(self._arcs), self.box)

    def _points(self, degrees: NDArray) -> Line:
        return _rounded(self._fit(_metres(degrees)), self.digits)

    def _lines(self, indices: Iterable[int]) -> list[Line]:
        return [_rounded(self._fit(self._arcs[index]), self.digits) for index in indices]

    def _metric_rings(self, polygons: list) -> list[NDArray]:
        rings = []
        for ring in (ring for polygon in polygons for ring in polygon):
            arcs = [self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1] for arc in ring]
            rings.append(np.concatenate([arcs[0], *(arc[1:] for arc in arcs[1:])]))
        return rings

    def _rings(self, polygons: list) -> list[Line]:
        return [_rounded(self._fit(ring), self.digits) for ring in self._metric_rings(polygons)]

    def _dot(self, at: Sequence[float]) -> Line:
        x, y = self.place(at)
        radius = DOT * self.box[2]
        turns = [2 * math.pi * corner / DOT_CORNERS for corner in range(DOT_CORNERS)]
        ring = [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
        return _rounded(np.array([*ring, ring[0]]), self.digits)


@dataclass(frozen=True)
class _Fit:
    """Metres of the projection to points of a box: one scale, y turned downwards."""

    scale: float
    left: float
    top: float

    @classmethod
    def into(cls, points: NDArray, box: Box) -> _Fit:
        left, top, width, height = box
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        scale = min(width / (east - west), height / (north - south))
        return cls(
            scale,
            left + (width - scale * (east - west)) / 2 - scale * west,
            top + (height - scale * (north - south)) / 2 + scale * north,
        )

    def __call__(self, points: NDArray) -> NDArray:
        return points * [self.scale, -self.scale] + [self.left, self.top]


def _metres(degrees: NDArray) -> NDArray:
    x, y = pyproj.Proj(PROJECTION)(degrees[:, 0], degrees[:, 1])
    return np.column_stack([x, y])


def _cut(rings: list[NDArray], fit: _Fit, box: Box) -> list[NDArray]:
    """Return what of the rings lies in a box."""
    left, top, width, height = box
    window = shapely.box(left, top, left + width, top + height)
    inside = [shapely.make_valid(shapely.Polygon(fit(ring))).intersection(window) for ring in rings]
    return [
        shapely.get_coordinates(part.exterior)
        for part in shapely.get_parts(inside)
        if part.geom_type == "Polygon" and not part.is_empty  # an island off the window
    ]


def _rounded(points: NDArray, digits: int) -> Line:
    # Adding 0 turns a minus zero to zero.
    return [(x, y) for x, y in (np.round(points, digits) + 0.0).tolist()]
