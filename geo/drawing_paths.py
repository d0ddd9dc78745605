"""The paths of the public-domain drawing, read, merged to units and laid on the plane.

A *unit* is one district of the drawing (its division is of about 2010); most
units are one district of today's list, some hold several.
"""

from __future__ import annotations

import json
import re
import tarfile
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from shapely import Polygon

from geo.drawing_coverage import absorbed, dissolved, joined

PACKAGE_FILE = "index.js"
# Equal-area, so that the areas of the facts can be compared without correction.
PLANE = "+proj=laea +lat_0=30.5 +lon_0=69.5 +units=km +datum=WGS84"
TO_PLANE = Transformer.from_crs("EPSG:4326", PLANE, always_xy=True)
TO_DEGREES = Transformer.from_crs(PLANE, "EPSG:4326", always_xy=True)

# "Frontier regions", since merged into the districts they lay beside.
MERGED = (
    ("Bannu", "Bannu Subdivision"),
    ("Dera Ismail Khan", "D I Khan Subdivision"),
    ("Kohat", "Kohat Subdivision"),
    ("Lakki Marwat", "Lakki Subdivision"),
    ("Peshawar", "Peshawar Subdivision"),
    ("Tank", "Tank Subdivision"),
)
# Of the drawing, not of the earth: its slivers are up to some two units wide.
SLIVER_UNITS = 4.0
SNAP_UNITS = 0.6
# Degrees; by how much the centroid of a well drawn unit is off.
TYPICAL_MISS = 0.06


class DrawingError(Exception):
    """The drawing or the facts cannot be used; the message says why."""


def read_package(source: Path) -> dict[str, Polygon]:
    """Read the drawing's outlines, by the name the drawing gives them.

    Parameters
    ----------
    source : Path
        Folder of the unpacked npm package, its ``index.js``, or its ``.tgz``.

    Returns
    -------
    dict of str to Polygon
        In the drawing's own units, y downwards.

    Raises
    ------
    DrawingError
        If nothing of that kind lies there.
    """
    text = _package_text(Path(source))
    try:
        drawing = json.loads(text[text.index("{") : text.rindex("}") + 1])
        paths = {row["name"]: row["path"] for row in drawing["locations"]}
    except (ValueError, KeyError, TypeError) as error:
        raise DrawingError(f"{source}: not the drawing of @svg-maps ({error})") from error
    return {name: Polygon(path_points(path)) for name, path in sorted(paths.items())}


def _package_text(source: Path) -> str:
    try:
        if source.is_dir():
            return (source / PACKAGE_FILE).read_text(encoding="utf-8")
        if source.suffix == ".tgz":
            with tarfile.open(source) as archive:
                member = archive.extractfile(f"package/{PACKAGE_FILE}")
                return member.read().decode("utf-8") if member else ""
        return source.read_text(encoding="utf-8")
    except (OSError, KeyError, tarfile.TarError) as error:
        raise DrawingError(f"{source}: no {PACKAGE_FILE} of the drawing there ({error})") from error


def path_points(path: str) -> np.ndarray:
    """Give the points (n, 2) of a closed SVG path made of ``m``, ``l`` and ``z`` alone."""
    points: list[np.ndarray] = []
    here = np.zeros(2)
    for command, numbers in re.findall(r"([MmLlZz])([^MmLlZz]*)", path):
        values = [float(text) for text in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", numbers)]
        for step in np.reshape(values, (-1, 2)):
            here = here + step if command.islower() else step
            points.append(here)
    return np.array(points)


def units(outlines: dict[str, Polygon]) -> pd.Series:
    """Merge the outlines to units that share their edges exactly.

    Returns
    -------
    Series of geometry, index ``svg_unit``
        A valid coverage in the drawing's units: no gaps, no overlaps.
    """
    drawn = pd.Series(list(outlines.values()), index=list(outlines)).sort_index()
    shapes = joined(drawn, SLIVER_UNITS, SNAP_UNITS)
    return absorbed(dissolved(shapes, MERGED)).rename_axis("svg_unit")


def place(shapes: pd.Series, facts: pd.DataFrame) -> pd.Series:
    """Lay the units on the plane by the affine map that fits their centroids best.

    The drawing is a plate carree, so the map is affine in degrees.

    Parameters
    ----------
    shapes : Series of Polygon
        In the drawing's units.
    facts : DataFrame[x, y], same index
        Centroid of each unit on the plane.
    """
    drawn = shapely.get_coordinates(shapely.centroid(list(shapes)))
    design = np.column_stack([drawn, np.ones(len(drawn))])
    target = np.column_stack(TO_DEGREES.transform(facts["x"], facts["y"]))
    weight = np.ones(len(drawn))
    for _ in range(20):  # robust: some units of the drawing are simply elsewhere
        root = np.sqrt(weight)[:, None]
        affine = np.linalg.lstsq(design * root, target * root, rcond=None)[0]
        miss = np.hypot(*(design @ affine - target).T)
        weight = 1 / (1 + (miss / TYPICAL_MISS) ** 2)
    return shapes.map(lambda shape: shapely.transform(shape, lambda xy: _to_plane(xy, affine)))


def _to_plane(points: np.ndarray, affine: np.ndarray) -> np.ndarray:
    degrees = np.column_stack([points, np.ones(len(points))]) @ affine
    return np.column_stack(TO_PLANE.transform(*degrees.T))
