"""The map as a picture in the page itself: seen before the first script of the real one has come.

It has the outlines of the map on screen, coarser than a pixel shows, in the same projection and
the same classes, and nothing that answers.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.boundaries import topology
from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.assets import PATTERNS, frame_geometry
from geo.webmap.map_values import MapValues, Venue

CLASSES = Path(__file__).with_name("classes.css")
#: Units from west to east, and how far a coarser line may be from the true one, in units: the
#: country is about a third as many pixels wide.
WIDTH, COARSENESS = 2000, 2.0
#: How many pixels high a picture is about, for what is drawn in pixels.
HEIGHT = 620
#: The radius of a venue in pixels, and of a district that the boundary set has not in units.
VENUE, DOT = 3.4, 14

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class _Drawing:
    """What is the same in every picture of a boundary set, as attributes of SVG.

    ``shapes`` are the districts in the order of the list; ``boxes`` (left, top, width, height) are
    of the provinces by P-code, and of the country under a blank one.
    """

    shapes: tuple[str, ...]
    lines: str
    boxes: dict[str, Box]
    fit: _Fit


def picture(values: MapValues, boundaries: BoundarySet, words: str) -> str:
    """Return the map of some values and its legend as HTML, for a page that has ``style``.

    Parameters
    ----------
    values
        Where provinces are selected, the picture shows these.
    boundaries
        The set that is drawn.
    words
        What the picture is, for whoever doesn't see it.
    """
    drawing = _drawing(boundaries)
    districts = "".join(
        f'<path class="district {values.classes[place].key}" {shape}/>'
        for place, shape in zip(values.class_of, drawing.shapes, strict=True)
    )
    box = _around(drawing.boxes, values.provinces)
    pixel = box[3] / HEIGHT
    venues = "".join(_venue(one, drawing.fit, pixel) for one in values.venues)
    return (
        f'<svg class="map-picture" viewBox="{" ".join(map(str, box))}" role="img" '
        f'aria-label="{html.escape(words)}">{_scaled(PATTERNS, pixel)}{districts}{drawing.lines}'
        f"{venues}</svg>{_legend(values, pixel)}"
    )


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style of a picture: that of the map on screen, dark where the machine is."""
    rules = CLASSES.read_text(encoding="utf-8")
    light, dark = ":root {", r':root\[data-theme="dark"\] (\{.*?\})'
    here = ":is(.map-picture, .map-legend)"
    rules = re.sub(dark, rf"@media (prefers-color-scheme: dark) {{ {here} \1 }}", rules, flags=re.S)
    return rules.replace(light, f"{here} {{", 1)


def _legend(values: MapValues, pixel: float) -> str:
    """Return each class with how many districts it has; its patterns are those of the picture."""
    rows = "".join(
        f'<li><svg width="22" height="14" viewBox="0 0 {22 * pixel:g} {14 * pixel:g}" '
        f'aria-hidden="true"><rect width="100%" height="100%" class="district {one.key}"/></svg>'
        f"<span>{html.escape(one.label)}</span> <b>{one.count:,}</b></li>"
        for one in values.classes
    )
    return f'<div class="map-legend"><b>{html.escape(values.measure)}</b><ul>{rows}</ul></div>'


def _venue(venue: Venue, fit: _Fit, pixel: float) -> str:
    [(x, y)] = fit(np.array([venue.at[::-1]]))
    return f'<circle class="venue" cx="{x}" cy="{y}" r="{VENUE * pixel:g}"/>'


def _around(boxes: dict[str, Box], provinces: Sequence[str]) -> Box:
    """Return the box of some provinces; of the country where there are none."""
    some = [boxes[one] for one in provinces if one in boxes] or [boxes[""]]
    left, top = min(box[0] for box in some), min(box[1] for box in some)
    right = max(box[0] + box[2] for box in some)
    return left, top, right - left, max(box[1] + box[3] for box in some) - top


@lru_cache(maxsize=2)
def _drawing(boundaries: BoundarySet) -> _Drawing:
    drawn = frame_geometry(boundaries)
    degrees = [topology.degrees(drawn, arc) for arc in topology.steps(drawn)]
    fit = _Fit.to(drawn["bounds"])
    arcs = [_coarse(fit(arc)) for arc in degrees]
    control = set(drawn["line_of_control"])
    lines = {
        "outer-line": [index for index in drawn["outer"] if index not in control],
        "province-line": drawn["province_lines"],
        "line-of-control": drawn["line_of_control"],
    }
    paths = (
        f'<path class="{name}" d="{_path(arcs[one] for one in some)}"/>'
        for name, some in lines.items()
    )
    return _Drawing(
        shapes=tuple(_shape(one, arcs, fit) for one in drawn["districts"]),
        lines="".join(paths),
        boxes={
            "": fit.box(drawn["bounds"]),
            **{one["pcode"]: fit.box(one["bounds"]) for one in drawn["provinces"]},
        },
        fit=fit,
    )


def _shape(district: dict[str, Any], arcs: list[NDArray], fit: _Fit) -> str:
    """Return the outline of a district; a round where the boundary set has none."""
    rings = [_ring(ring, arcs) for polygon in district["arcs"] for ring in polygon]
    seen = [ring for ring in rings if len(ring) > 2]
    if seen:
        return f'd="{_path(seen, end="z")}"'
    [(x, y)] = fit(np.array([district["at"][::-1]]))
    return f'd="M{x - DOT},{y}a{DOT},{DOT} 0 1 0 {2 * DOT},0a{DOT},{DOT} 0 1 0 -{2 * DOT},0z"'


def _ring(references: Sequence[int], arcs: list[NDArray]) -> NDArray:
    parts = [arcs[one] if one >= 0 else arcs[~one][::-1] for one in references]
    return np.concatenate([parts[0][:-1], *(part[:-1] for part in parts[1:])])


def _path(lines: Iterable[NDArray], end: str = "") -> str:
    """Return lines as the ``d`` of a path, each point as a step from the last."""
    return (
        "".join(
            f"M{line[0][0]},{line[0][1]}l"
            + " ".join(f"{x},{y}" for x, y in np.diff(line, axis=0).tolist())
            + end
            for line in lines
        )
        .replace(",-", "-")
        .replace(" -", "-")
    )


def _coarse(points: NDArray) -> NDArray:
    line = shapely.simplify(shapely.LineString(points), COARSENESS)
    return shapely.get_coordinates(line).astype(np.int64)


def _scaled(patterns: str, pixel: float) -> str:
    """Return patterns in the units of a picture, of as many pixels as on the map."""
    units = ' patternUnits="userSpaceOnUse"'
    return patterns.replace(units, f'{units} patternTransform="scale({pixel:g})"')


@dataclass(frozen=True)
class _Fit:
    """Degrees to units, as the map on screen projects them (Mercator's): y downwards."""

    scale: float
    west: float
    north: float

    @classmethod
    def to(cls, bounds: Sequence[Sequence[float]]) -> _Fit:
        (_, west), (north, east) = bounds
        return cls(WIDTH / np.radians(east - west), np.radians(west), _latitude(np.array(north)))

    def __call__(self, degrees: NDArray) -> NDArray:
        x = (np.radians(degrees[:, 0]) - self.west) * self.scale
        y = (self.north - _latitude(degrees[:, 1])) * self.scale
        return np.round(np.column_stack([x, y])).astype(np.int64)

    def box(self, bounds: Sequence[Sequence[float]]) -> Box:
        (south, west), (north, east) = bounds
        (left, top), (right, bottom) = self(np.array([[west, north], [east, south]])).tolist()
        return left, top, right - left, bottom - top


def _latitude(degrees: NDArray) -> Any:
    return np.log(np.tan(np.pi / 4 + np.radians(degrees) / 2))
