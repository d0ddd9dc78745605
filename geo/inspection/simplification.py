"""Makes detailed outlines light enough for the browser; neighbours keep their common lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import geopandas
import numpy as np
import shapely
from shapely import (
    coverage_clean,  # pyrefly: ignore[missing-module-attribute]  # newer than its types
    coverage_simplify,
)

from geo.boundaries.boundary_set import BoundarySet
from geo.districts.boundary_folder import BoundaryError
from geo.words.catalogue import _

#: Equal-area, in metres, over Pakistan.
METRES = "+proj=laea +lat_0=30 +lon_0=70 +units=m"
#: Bytes of TopoJSON that a browser still draws smoothly, and about how many points they hold.
LARGEST_TOPOLOGY = 250_000
MOST_POINTS = 28_000
#: Metres; each step is tried in turn, and the first that is light enough is taken.
TOLERANCES = (0, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 700, 1_000, 1_500, 2_500)
#: Metres; gaps between neighbours that are narrower are slips of the pen, and closed.
NARROWEST_GAP = 10.0
#: Square metres; a smaller islet is less than a pixel on a map of the country.
SMALLEST_ISLET = 250_000.0


@dataclass(frozen=True, eq=False)  # frames do not compare to one truth value
class Simplified:
    """Outlines and how they were made: tolerance in metres (0: as they were), islets left out."""

    frame: geopandas.GeoDataFrame
    tolerance: int
    islets: int


def simplified(frame: geopandas.GeoDataFrame, most_points: int = MOST_POINTS) -> Simplified:
    """Simplify a coverage by the least tolerance that leaves few enough points.

    Corners with the smallest triangles go first, the same on both sides of a line
    (Visvalingam and Whyatt 1993, as GEOS does it for coverages), so no gap opens and no
    district vanishes. What is light enough already stays as it is.

    The frame has valid polygons in any CRS; the points are the different ones of all outlines
    together. What is returned is in :data:`METRES`, rows in the same order.
    """
    metric = frame.to_crs(METRES)
    shapes, islets = np.array(metric.geometry), 0
    if not shapely.coverage_is_valid(shapes, gap_width=NARROWEST_GAP):
        # Hairlines are closed, so that neighbours share their lines; the border stays.
        shapes = np.array(coverage_clean(shapes, gap_width=NARROWEST_GAP))
    if _points(shapes) > most_points:
        shapes, islets = _without_islets(shapes)
    least = shapes
    for tolerance in TOLERANCES:
        least = coverage_simplify(shapes, tolerance) if tolerance else shapes
        if _points(least) <= most_points:
            break
    return Simplified(metric.set_geometry(least, crs=METRES), tolerance, islets)


def light_set(frame: geopandas.GeoDataFrame, **words: Any) -> tuple[BoundarySet, Simplified]:
    """Make a boundary set of at most :data:`LARGEST_TOPOLOGY` bytes from detailed outlines.

    The frame is as :meth:`BoundarySet.from_frame` takes it, in any CRS; so are the words.

    Raises
    ------
    BoundaryError
        If a district would be lost on the way, or the size cannot be reached.
    """
    most_points = MOST_POINTS
    while True:
        light = simplified(frame, most_points)
        made = BoundarySet.from_frame(light.frame, **words)
        size = len(json.dumps(made.topology, separators=(",", ":")))
        if size <= LARGEST_TOPOLOGY:
            break
        if most_points < MOST_POINTS / 8:
            told = _(
                "The outlines take {size:,.0f} kB even when simplified as far as they can be. Use "
                "a set for maps of the whole country."
            )
            raise BoundaryError(told.format(size=size / 1e3))
        most_points = int(most_points * 0.8)
    lost = set(frame["adm2_pcode"]) - set(made.districts["adm2_pcode"])
    if lost:
        told = _("Simplified, {codes} would vanish. Please report the set.")
        raise BoundaryError(told.format(codes=", ".join(sorted(lost))))
    return made, light


def _points(shapes: np.ndarray) -> int:
    points = shapely.get_coordinates(shapes)
    return len(np.unique(points[:, 0] + 1j * points[:, 1]))


def _without_islets(shapes: np.ndarray) -> tuple[np.ndarray, int]:
    """Leave out tiny parts that touch nothing and are not the largest of their district."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    areas = shapely.area(parts)
    largest = np.zeros(len(shapes))
    np.maximum.at(largest, owner, areas)
    small = np.flatnonzero((areas < SMALLEST_ISLET) & (areas < largest[owner]))
    one, other = shapely.STRtree(parts).query(parts[small], predicate="intersects")
    touching = np.unique(one[small[one] != other])
    gone = np.delete(small, touching)
    kept = np.delete(np.arange(len(parts)), gone)
    grouped = [shapely.multipolygons(parts[kept[owner[kept] == i]]) for i in range(len(shapes))]
    return np.array(grouped), len(gone)
