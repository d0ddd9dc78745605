"""Splitting of one outline among several districts whose areas and centroids are known."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.optimize import least_squares
from shapely import Polygon

# A logarithm of area of 0.1 weighs as much as a centroid one tenth of a radius away.
AREA_WEIGHT = 1.0
# Likewise a headquarters one tenth of a radius outside its district.
SEAT_WEIGHT = 1.0
# Of several diagrams that meet the facts, the one whose districts are not slivers.
COMPACT_WEIGHT = 0.6
# Kilometres; beyond every outline.
FAR = 2_000.0


def split(
    whole: Polygon, centroids: np.ndarray, areas: np.ndarray, seats: np.ndarray
) -> list[Polygon]:
    """Cut an outline into the power diagram that meets the districts' facts best.

    The weights of the diagram make the areas match, its seeds the centroids,
    and both keep each headquarters within its own district.

    Parameters
    ----------
    whole : Polygon
        On an equal-area plane.
    centroids, seats : array (n, 2)
        Centroid and headquarters of each part, same plane; NaN where a seat is not known.
    areas : array (n,)
        Any unit; scaled to the area of the whole.

    Returns
    -------
    list of Polygon or MultiPolygon
        One a district, in the order given, filling the whole.
    """
    share = areas / areas.sum()
    target = share * whole.area
    radius = np.sqrt(target / np.pi)
    # What the whole misses of its own centroid, no seed can make good.
    wanted = centroids + np.array(whole.centroid.coords[0]) - share @ centroids
    shapely.prepare(whole)

    def cells(moves: np.ndarray) -> np.ndarray:
        table = moves.reshape(-1, 3) - 1
        shift, gain = table[:, :2] * radius[:, None], table[:, 2] * radius**2
        return _cells(whole, wanted + shift, radius**2 + gain)

    def misses(moves: np.ndarray) -> np.ndarray:
        return _misses(cells(moves), wanted, target, seats)

    # About 1, not 0: the optimiser's steps are relative.
    start = np.ones(3 * len(areas))
    step = np.array(1e-4)
    found = least_squares(misses, start, diff_step=step, loss="soft_l1", f_scale=0.3, max_nfev=40)
    return list(cells(found.x))


def _misses(
    cells: np.ndarray, wanted: np.ndarray, target: np.ndarray, seats: np.ndarray
) -> np.ndarray:
    """Measure the misses of area, centroid and headquarters, all in radii of the district."""
    radius = np.sqrt(target / np.pi)
    area = shapely.area(cells)
    there = area > 0
    middle = wanted + 3 * radius[:, None]
    middle[there] = shapely.get_coordinates(shapely.centroid(cells[there]))
    shift = (middle - wanted) / radius[:, None]
    known = ~np.isnan(seats[:, 0]) & there
    apart = np.zeros(len(area))
    apart[known] = shapely.distance(shapely.points(seats[known]), cells[known])
    logs = np.log(np.maximum(area, 1e-3 * target) / target)
    sliver = np.zeros(len(area))
    sliver[there] = np.log(shapely.length(cells[there]) / np.sqrt(4 * np.pi * area[there]))
    return np.concatenate(
        [AREA_WEIGHT * logs, shift.ravel(), SEAT_WEIGHT * apart / radius, COMPACT_WEIGHT * sliver]
    )


def _cells(whole: Polygon, seeds: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Give the cells of the power diagram, clipped: nearest by squared distance less weight."""
    return shapely.intersection(whole, [_cell(i, seeds, weights) for i in range(len(seeds))])


def _cell(i: int, seeds: np.ndarray, weights: np.ndarray) -> Polygon:
    """Give the unclipped, convex cell of seed ``i``."""
    cell = shapely.box(*(seeds.min(axis=0) - FAR), *(seeds.max(axis=0) + FAR))
    for j in range(len(seeds)):
        if i != j and not cell.is_empty:
            cell = shapely.intersection(
                cell, _half_plane(seeds[i], seeds[j], weights[i] - weights[j])
            )
    return cell


def _half_plane(seed: np.ndarray, other: np.ndarray, advantage: float) -> Polygon:
    """Give the side of the radical axis that lies with ``seed``, as a very large square."""
    across = other - seed
    length = max(float(np.hypot(*across)), 1e-9)
    normal = across / length
    along = np.array([-normal[1], normal[0]])
    middle = seed + normal * (length / 2 + advantage / (2 * length))
    near, back = along * 2 * FAR, -normal * 4 * FAR
    return Polygon([middle - near, middle + near, middle + near + back, middle - near + back])
