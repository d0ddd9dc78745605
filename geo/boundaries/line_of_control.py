"""Which arcs of a topology are the Line of Control, whichever set is in use."""

from __future__ import annotations

from typing import Any

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
    owners = arcs_of.users(topology)
    outer = {
        index: [(int(x), int(y)) for x, y in points]
        for index, points in enumerate(arcs_of.steps(topology))
        if len(owners[index]) == 1
    }
    border = {i: points for i, points in outer.items() if owners[i][0][1] in PROVINCES}
    # It begins where this border meets the outer border of the rest, to the south.
    rest = {point for i, points in outer.items() if i not in border for point in _ends(points)}
    meeting = rest & {point for points in border.values() for point in _ends(points)}
    if not meeting:
        return topology, []
    start = min(meeting, key=lambda point: point[1])
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


def _ends(points: list[Point]) -> tuple[Point, Point]:
    return points[0], points[-1]


def _walk(border: dict[int, list[Point]], start: Point, tip: Point) -> list[tuple[int, bool]]:
    """Arcs from start to the one that reaches the tip, and whether each runs forwards."""
    here, left = start, dict(sorted(border.items()))
    chain: list[tuple[int, bool]] = []
    while True:
        index = next((i for i, points in left.items() if here in _ends(points)), None)
        if index is None:
            return []
        points = left.pop(index)
        chain.append((index, points[0] == here))
        if tip in points:
            return chain
        here = points[-1] if points[0] == here else points[0]
