"""A boundary set in metres of an equal-area projection, and metres fitted into a box.

Points are (x, y); in metres y is upwards, in a box downwards from its top left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
#: Around the districts that a map is zoomed to, as a part of their extent; and the least extent
#: that is zoomed to, in metres.
MARGIN, NEAREST = 0.05, 150_000


@dataclass(frozen=True)
class Projected:
    """A boundary set in metres of the projection: its arcs, and the rings of each district."""

    geometry: dict[str, Any]
    arcs: list[NDArray]
    rings: dict[str, list[NDArray]]


@lru_cache(maxsize=4)
def projected(boundaries: BoundarySet) -> Projected:
    """Return what is the same for every drawing of a set, made once."""
    drawn = frame_geometry(boundaries)
    steps = topology.steps(drawn)
    points = metres(topology.degrees(drawn, np.concatenate(steps)))
    arcs = np.split(points, np.cumsum([len(points) for points in steps])[:-1])
    rings = {
        one["pcode"]: [_ring(ring, arcs) for polygon in one["arcs"] for ring in polygon]
        for one in (*drawn["districts"], *drawn["beyond"])
    }
    return Projected(drawn, arcs, rings)


def _ring(places: Sequence[int], arcs: Sequence[NDArray]) -> NDArray:
    parts = [arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in places]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


@dataclass(frozen=True)
class Fit:
    """Metres of the projection to points of a box: one scale, y turned downwards."""

    scale: float
    left: float
    top: float

    @classmethod
    def into(cls, points: NDArray, box: Box) -> Fit:
        """Return the largest scale at which all points are in a box, in whose middle they stand."""
        left, top, width, height = box
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        scale = min(width / (east - west), height / (north - south))
        return cls(
            scale,
            left + (width - scale * (east - west)) / 2 - scale * west,
            top + (height - scale * (north - south)) / 2 + scale * north,
        )

    def __call__(self, points: NDArray) -> NDArray:
        """Return metres as points of the box."""
        return points * [self.scale, -self.scale] + [self.left, self.top]


def widened(points: NDArray) -> NDArray:
    """Return the corners of what is zoomed to: with a margin, and no closer than it says much."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, (high - low) / 2 * (1 + MARGIN)
    half = np.maximum(half, NEAREST / 2)
    return np.array([middle - half, middle + half])


def metres(degrees: NDArray) -> NDArray:
    """Return [longitude, latitude] in degrees as metres of the projection."""
    x, y = pyproj.Proj(PROJECTION)(degrees[:, 0], degrees[:, 1])
    return np.column_stack([x, y])


def cut(rings: list[NDArray], fit: Fit, box: Box) -> list[NDArray]:
    """Return what of the rings lies in a box."""
    left, top, width, height = box
    window = shapely.box(left, top, left + width, top + height)
    kept: list[NDArray] = []
    for ring in (fit(ring) for ring in rings):
        low, high = ring.min(axis=0), ring.max(axis=0)
        if (low >= (left, top)).all() and (high <= (left + width, top + height)).all():
            kept.append(ring)
        elif (low < (left + width, top + height)).all() and (high > (left, top)).all():
            inside = shapely.make_valid(shapely.Polygon(ring)).intersection(window)
            kept += [
                shapely.get_coordinates(part.exterior)
                for part in shapely.get_parts(inside)
                if part.geom_type == "Polygon" and not part.is_empty  # an island off the window
            ]
    return kept


def rounded(points: NDArray, digits: int) -> Line:
    """Return points of a box with so many digits behind the point."""
    # Adding 0 turns a minus zero to zero.
    return [(x, y) for x, y in (np.round(points, digits) + 0.0).tolist()]
