"""The lines of a boundary set as the map draws them, in degrees."""

import numpy as np
import shapely
from shapely import LineString, MultiLineString

from geo.boundaries import topology
from geo.boundaries.boundary_set import BoundarySet, browser_geometry


def province_lines(boundaries: BoundarySet) -> MultiLineString:
    """The lines between districts of different provinces."""
    merged = shapely.line_merge(MultiLineString(_arcs(boundaries, "province_lines")))
    return MultiLineString([line for line in shapely.get_parts(merged) if not line.is_empty])


def line_of_control(boundaries: BoundarySet) -> LineString:
    """The Line of Control, from the Punjab border to the north-east; empty where there is none."""
    line = shapely.line_merge(MultiLineString(_arcs(boundaries, "line_of_control")))
    if line.is_empty:
        return LineString()
    points = shapely.get_coordinates(line)
    return LineString(points if points[0, 1] < points[-1, 1] else points[::-1])


def _arcs(boundaries: BoundarySet, kind: str) -> list[np.ndarray]:
    drawn = browser_geometry(boundaries)
    arcs = [topology.degrees(drawn, points) for points in topology.steps(drawn)]
    return [arcs[index] for index in drawn[kind]]
