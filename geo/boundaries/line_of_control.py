"""Which arcs of a topology are the Line of Control, whichever set is in use."""

from __future__ import annotations

from typing import Any

import numpy as np

from geo.boundaries import topology as arcs_of

# Azad Jammu & Kashmir and Gilgit-Baltistan: it is their border to the south and east.
PROVINCES = frozenset({"PK1", "PK3"})
Point = tuple[int, int]


def control_arcs(topology: dict[str, Any]) -> tuple[dict[str, Any], list[int]]:
    """Find the arcs of the Line of Control, from south to north-east.

    It is the outer border of its two provinces, from where that of Punjab
    begins to their easternmost point.

    Returns
    -------
    topology : dict
        The one given, or one with an arc split where the line ends within it.
    references : list of int
        In order, ``~index`` where an arc runs backwards; empty for a set
        without those provinces.
    """
    border = _border(topology)
    start = _south_end(topology, border)
    if start is None:
        return topology, []
    tip = max((point for points in border.values() for point in points), key=lambda p: p[0])
    chain = _walk(border, start, tip)
    if not chain:
        return topology, []
    *whole, (last, forward) = chain
    references = [index if ahead else ~index for index, ahead in whole]
    at = border[last].index(tip)
    if 0 < at < len(border[last]) - 1:
        topology = arcs_of.split_arc(topology, last, at)
        # Backwards, the line comes first through what is now the second part.
        return topology, [*references, last if forward else ~(len(topology["arcs"]) - 1)]
    return topology, [*references, last if forward else ~last]


def _border(topology: dict[str, Any]) -> dict[int, list[Point]]:
    """Points of the outer arcs of the two provinces, by index of the arc."""
    owners, steps = arcs_of.users(topology), arcs_of.steps(topology)
    return {
        index: _points(steps[index])
        for index in arcs_of.outer_arcs(topology)
        if owners[index][0][1] in PROVINCES
    }


def _points(steps: np.ndarray) -> list[Point]:
    return [(int(x), int(y)) for x, y in steps]


def _south_end(topology: dict[str, Any], border: dict[int, list[Point]]) -> Point | None:
    """Where the border meets the outer border of the rest, to the south."""
    steps = arcs_of.steps(topology)
    rest = [_points(steps[index]) for index in arcs_of.outer_arcs(topology) if index not in border]
    ends = {point for points in border.values() for point in (points[0], points[-1])}
    meeting = ends & {point for points in rest for point in (points[0], points[-1])}
    return min(meeting, key=lambda point: point[1]) if meeting else None


def _walk(border: dict[int, list[Point]], start: Point, tip: Point) -> list[tuple[int, bool]]:
    """Arcs from start to the one that reaches the tip, and whether each runs forwards."""
    here, left = start, dict(sorted(border.items()))
    chain: list[tuple[int, bool]] = []
    while True:
        index = next((i for i, points in left.items() if here in (points[0], points[-1])), None)
        if index is None:
            return []
        points = left.pop(index)
        chain.append((index, points[0] == here))
        if tip in points:
            return chain
        here = points[-1] if points[0] == here else points[0]
