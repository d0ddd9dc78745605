"""A smooth displacement of all vertices that brings areas and centroids to the facts.

The displacement is a Gaussian process: each vertex moves with those near it.
It is conditioned on every district's logarithm of area and centroid, and on
the outer border staying where the drawing has it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve
from scipy.spatial.distance import cdist
from shapely import Polygon

# Neighbours share their vertices to the last digit but one; this joins those.
SAME_KM = 1e-4


@dataclass(frozen=True)
class Field:
    """How far and how smoothly vertices may move, and how far the facts are trusted, in km."""

    reach: tuple[float, ...]  # length of correlation, one a layer of the field
    spread: tuple[float, ...]  # standard deviation of the displacement, one a layer
    centroid: float = 1.0
    log_area: float = 0.03
    border: float = 0.3
    rounds: int = 5
    freedom: float = 4.0  # of Student's t: low is forgiving towards single facts


@dataclass(frozen=True)
class Mesh:
    """Outlines as rings of shared vertices: moving a vertex moves all its districts."""

    points: np.ndarray  # (n, 2)
    rings: list[np.ndarray]  # indices, one ring a district
    outer: np.ndarray  # indices of the outer border


def mesh(shapes: pd.Series, step: float) -> Mesh:
    """Share the vertices of a coverage of plain polygons, none further apart than ``step`` km."""
    dense = shapely.segmentize(list(shapes), step)
    rings = [shapely.get_coordinates(shape.exterior)[:-1] for shape in dense]
    everything = np.vstack(rings)
    keys = np.round(everything / SAME_KM).astype(np.int64)
    _, first, inverse = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    cuts = np.cumsum([len(ring) for ring in rings])[:-1]
    numbered = np.split(inverse.ravel(), cuts)
    edges = np.vstack([np.column_stack([ring, np.roll(ring, -1)]) for ring in numbered])
    _, start, count = np.unique(
        np.sort(edges, axis=1), axis=0, return_index=True, return_counts=True
    )
    return Mesh(everything[first], numbered, np.unique(edges[start[count == 1]]))


def warp(shapes: pd.Series, facts: pd.DataFrame, field: Field, step: float = 8.0) -> pd.Series:
    """Move the vertices of all outlines so that areas and centroids meet the facts.

    Parameters
    ----------
    shapes : Series of Polygon
        A coverage on the plane.
    facts : DataFrame[x, y, area_km2], same index
        Centroid on the plane and area of each.

    Returns
    -------
    Series of Polygon
        Same index; a few may cross themselves and need cleaning.
    """
    net = mesh(shapes, step)
    prior = _prior(net.points, field)
    wanted = np.concatenate(
        [facts["x"], facts["y"], np.log(facts["area_km2"]), np.zeros(2 * len(net.outer))]
    )
    sigma = np.concatenate(
        [
            np.full(2 * len(shapes), field.centroid),
            np.full(len(shapes), field.log_area),
            np.full(2 * len(net.outer), field.border),
        ]
    )
    moved, scale = np.zeros_like(net.points), np.ones(len(wanted))
    for _ in range(field.rounds):
        value, slope_x, slope_y = _observed(net, moved)
        residual = wanted - value
        robust = slice(0, 3 * len(shapes))
        scale[robust] = (field.freedom + (residual / sigma)[robust] ** 2) / (field.freedom + 1)
        linear = residual + slope_x @ moved[:, 0] + slope_y @ moved[:, 1]
        back_x, back_y = (slope_x @ prior).T, (slope_y @ prior).T  # the prior is symmetric
        covariance = slope_x @ back_x + slope_y @ back_y + np.diag(sigma**2 * scale)
        weight = cho_solve(cho_factor(covariance), linear)
        moved = np.column_stack([back_x @ weight, back_y @ weight])
    points = net.points + moved
    return pd.Series([Polygon(points[ring]) for ring in net.rings], index=shapes.index)


def _prior(points: np.ndarray, field: Field) -> np.ndarray:
    """Give the covariance of displacements: a sum of Matern 3/2 layers."""
    distance = cdist(points, points)
    total = np.zeros_like(distance)
    for reach, spread in zip(field.reach, field.spread, strict=True):
        scaled = np.sqrt(3) * distance / reach
        total += spread**2 * (1 + scaled) * np.exp(-scaled)
    return total


def _observed(
    net: Mesh, moved: np.ndarray
) -> tuple[np.ndarray, sparse.csr_array, sparse.csr_array]:
    """Observe what the facts speak of, of the moved mesh, and its derivatives by x and by y."""
    points, count = net.points + moved, len(net.rings)
    value = np.zeros(3 * count + 2 * len(net.outer))
    slope_x, slope_y = (sparse.lil_array((len(value), len(points))) for _ in range(2))
    for i, ring in enumerate(net.rings):
        figures, by_x, by_y = _moments(points[ring])
        rows = np.array([i, count + i, 2 * count + i])
        value[rows] = figures
        slope_x[rows[:, None], ring] = by_x
        slope_y[rows[:, None], ring] = by_y
    pins = 3 * count + np.arange(len(net.outer))
    value[pins], value[pins + len(net.outer)] = moved[net.outer].T
    slope_x[pins, net.outer] = 1
    slope_y[pins + len(net.outer), net.outer] = 1
    return value, slope_x.tocsr(), slope_y.tocsr()


def _moments(ring: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give centroid x, y and log area of a ring; derivatives (3, n) by each x and each y."""
    middle = ring.mean(axis=0)
    x, y = (ring - middle).T
    x1, y1, x0, y0 = np.roll(x, -1), np.roll(y, -1), np.roll(x, 1), np.roll(y, 1)
    cross, before = x * y1 - x1 * y, x0 * y - x * y0
    area = cross.sum() / 2
    area_x, area_y = (y1 - y0) / 2, (x0 - x1) / 2
    cx = ((x + x1) * cross).sum() / (6 * area)
    cy = ((y + y1) * cross).sum() / (6 * area)
    sx_x = (cross + before + (x + x1) * y1 - (x0 + x) * y0) / 6
    sx_y = ((x0 + x) * x0 - (x + x1) * x1) / 6
    sy_x = ((y + y1) * y1 - (y0 + y) * y0) / 6
    sy_y = (cross + before + (y0 + y) * x0 - (y + y1) * x1) / 6
    figures = np.array([cx + middle[0], cy + middle[1], np.log(abs(area))])
    by_x = np.array([(sx_x - cx * area_x) / area, (sy_x - cy * area_x) / area, area_x / area])
    by_y = np.array([(sx_y - cx * area_y) / area, (sy_y - cy * area_y) / area, area_y / area])
    return figures, by_x, by_y
