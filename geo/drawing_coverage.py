"""Outlines as one coverage: neighbours share their edges, nothing gapes or overlaps."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import shapely
from shapely import (  # type: ignore[attr-defined]  # newer than its types
    MultiPolygon,
    Polygon,
    coverage_clean,
)

# Kilometres: gaps narrower than this are slivers, vertices nearer than that are one.
SLIVER = 1.0
SNAP = 0.05


def joined(shapes: pd.Series, sliver: float = SLIVER, snap: float = SNAP) -> pd.Series:
    """Repair outlines and give them shared edges, each district in one piece.

    Parameters
    ----------
    shapes : Series of geometry
        Outlines that may cross themselves or each other.
    sliver, snap : float
        Width of the gaps to close, distance of the vertices to join; in the
        units of the shapes.

    Returns
    -------
    Series of Polygon
        Same index.
    """
    clean = _cleaned(shapes, sliver, snap)
    # Absorbing joins pieces by union, which may leave vertices that one side lacks.
    return _cleaned(absorbed(clean), sliver, snap)


def _cleaned(shapes: pd.Series, sliver: float, snap: float) -> pd.Series:
    repaired = shapely.make_valid(list(shapes))
    clean = coverage_clean(list(repaired), gap_width=sliver, snapping_distance=snap)
    return pd.Series(clean, index=shapes.index)


def absorbed(shapes: pd.Series) -> pd.Series:
    """Give each stray piece to the neighbour that it borders longest; keep the largest pieces."""
    whole = {key: largest_part(shape) for key, shape in shapes.items()}
    strays = [
        piece
        for key, shape in shapes.items()
        for piece in shapely.get_parts(shape)
        if not piece.equals(whole[key])
    ]
    for stray in strays:
        border = {key: shapely.intersection(stray, shape).length for key, shape in whole.items()}
        host = max(border, key=border.__getitem__)
        if border[host] > 0:
            whole[host] = shapely.union(whole[host], stray)
    return pd.Series(whole).reindex(shapes.index)


def largest_part(shape: Polygon | MultiPolygon) -> Polygon:
    """Pick the part of most area."""
    return max(shapely.get_parts(shape), key=lambda part: part.area)


def dissolved(shapes: pd.Series, groups: Iterable[tuple[str, ...]]) -> pd.Series:
    """Merge groups of outlines; each takes the name of its first member."""
    first = {name: group[0] for group in groups for name in group}
    owner = [first.get(name, name) for name in shapes.index]
    return shapes.groupby(owner).agg(lambda parts: shapely.coverage_union_all(list(parts)))
