"""Names of districts on a map: which are written, and where each finds room.

Those that eyes look for come first: covered and venue districts, then the largest. A name stands
in its district where it fits, else beside it at the end of a line (its leader), and never over
another name or mark.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from reports.maps.palette import inks, palette
from reports.maps.projection import Line, Point
from reports.maps.vector_map import NOT_SELECTED, MapDrawing
from reports.words.colours import contrast

#: Left, top, right, bottom.
Edges = tuple[float, float, float, float]
#: How far from its district a name may stand, in sizes of its text; and in which directions.
REACHES = (1.0, 1.7, 2.5, 3.5, 4.7, 6.0)
AWAY = [(math.cos(angle), math.sin(angle)) for angle in (2 * math.pi * n / 24 for n in range(24))]
#: What of a name's width has to lie in its district: widths are upper bounds over all fonts.
WITHIN = 0.85
#: A district with so many people is looked for though nobody there is on record.
MANY_PEOPLE = 2_500_000


@dataclass(frozen=True)
class Label:
    """A name as it is written: its lines, middle, size, whether on a dark ground, its leader."""

    pcode: str
    lines: tuple[str, ...]
    at: Point
    size: float
    dark: bool = False
    leader: Line | None = None

    def edges(self, width_of: Callable[[str, float], float]) -> Edges:
        """Return what the name takes up."""
        wide = max(width_of(line, self.size) for line in self.lines)
        return _around(self.at, wide, 1.05 * self.size * len(self.lines))


@dataclass
class Room:
    """What is taken on a map: by marks and names; and the ground that names keep off."""

    frame: Edges
    taken: list[Edges] = field(default_factory=list)
    dark: shapely.Geometry | None = None
    leaders: list[shapely.LineString] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Keep what is taken as numbers and as shapes too: each name is tried in many places."""
        self._taken = np.array(self.taken, dtype=float).reshape(-1, 4)
        self._boxes = shapely.box(*self._taken.T, ccw=True)
        self._marks = len(self.taken)  # what is taken later are words

    def free(self, edges: Edges) -> bool:
        """Return whether nothing stands in a place, no leader either, and it lies in the frame."""
        left, top, right, bottom = edges
        if left < self.frame[0] or top < self.frame[1]:
            return False
        if right > self.frame[2] or bottom > self.frame[3]:
            return False
        taken = self._taken
        beside = (taken[:, 0] >= right) | (taken[:, 2] <= left)
        if not (beside | (taken[:, 1] >= bottom) | (taken[:, 3] <= top)).all():
            return False
        return not shapely.intersects(self.leaders, shapely.box(*edges)).any()

    def is_dark(self, edges: Edges) -> bool:
        """Return whether a place lies on ground, in part, on which dark words cannot be read."""
        return self.dark is not None and bool(shapely.intersects(self.dark, shapely.box(*edges)))

    def open(self, places: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Return which places lie in the frame, on nothing that is taken and on no dark ground.

        Parameters
        ----------
        places
            One row a place, with its edges. Leaders are not looked at.
        """
        left, top, right, bottom = places.T
        within = (left >= self.frame[0]) & (top >= self.frame[1])
        within &= (right <= self.frame[2]) & (bottom <= self.frame[3])
        taken = self._taken[:, :, np.newaxis]
        beside = (taken[:, 0] >= right) | (taken[:, 2] <= left)
        beside |= (taken[:, 1] >= bottom) | (taken[:, 3] <= top)
        is_open = within & beside.all(axis=0)
        if self.dark is not None:
            is_open[is_open] = ~shapely.intersects(self.dark, shapely.box(*places[is_open].T))
        return is_open

    def free_beside(self, edges: Edges, leader: Line) -> bool:
        """Return whether a name and its leader cross no other name, leader or dark ground."""
        if not self.free(edges) or self.is_dark(edges):
            return False
        line = shapely.LineString(leader)
        if shapely.crosses(self.leaders, line).any():
            return False
        crossed = shapely.intersects(self._boxes, line)
        if not crossed.any():
            return True
        # Its own mark may stand where the leader begins, but no word.
        own = shapely.intersects(self._boxes, shapely.Point(leader[0]).buffer(1.0))
        own[self._marks :] = False
        return bool((own | ~crossed).all())

    def take(self, edges: Edges, leader: Line | None = None) -> None:
        """Keep a place free of anything else, and a leader free of names."""
        self.taken.append(edges)
        self._taken = np.vstack([self._taken, edges])
        self._boxes = np.concatenate([self._boxes, np.array([shapely.box(*edges)])])
        if leader:
            self.leaders.append(shapely.LineString(leader))


def by_importance(values: MapValues) -> list[tuple[str, bool]]:
    """Return the selected districts in the order in which they are named.

    Covered and venue districts first, by people; then the others. With each, whether it is looked
    for, so that its name may stand beside it: it is covered, a venue, or has many people.
    """
    venues, keys = {venue.pcode for venue in values.venues}, class_keys(values)
    order = []
    for pcode, people in zip(keys, gazetteer.districts()["population"].fillna(0), strict=True):
        key = keys[pcode]
        if key != NOT_SELECTED:
            first = key.startswith("ramp") or key == "unknown" or pcode in venues
            order.append((not first, -int(people), pcode))
    return [(pcode, not later or -people >= MANY_PEOPLE) for later, people, pcode in sorted(order)]


def class_keys(values: MapValues) -> dict[str, str]:
    """Return the key of the class that each district is in, by P-code."""
    keys = [values.classes[place].key for place in values.class_of]
    return dict(zip(gazetteer.names(), keys, strict=True))


def labels(
    drawing: MapDrawing,
    values: MapValues,
    sizes: Sequence[float],
    room: Room,
    width_of: Callable[[str, float], float],
    *,
    without: Iterable[str] = (),
    most: int = 400,
) -> list[Label]:
    """Return where names are written on a map, most looked for first.

    Parameters
    ----------
    drawing, values
        The map, and what it shows.
    sizes
        The sizes of text that are tried, the largest first, in units of the map.
    room
        What is taken already; the names are added to it.
    width_of
        How wide words of a size are.
    without
        Districts that are named elsewhere, such as in an inset.
    most
        How many names are written at most.
    """
    written: list[Label] = []
    skipped, keys = set(without), class_keys(values)
    for pcode, looked_for in by_importance(values):
        if pcode not in drawing.outlines or pcode in skipped or len(written) >= most:
            continue
        dark = is_dark(keys[pcode])
        label = _inside(pcode, drawing, sizes, room, width_of, dark=dark)
        if label is None and looked_for:
            label = _beside(pcode, drawing, sizes[-1], room, width_of)
        if label is not None:
            room.take(label.edges(width_of), label.leader)
            written.append(label)
    return written


def dark_ground(drawing: MapDrawing, values: MapValues) -> shapely.Geometry:
    """Return the districts that dark text cannot be read on."""
    rings = [
        shapely.linearrings(ring)
        for pcode, key in class_keys(values).items()
        if is_dark(key)
        for ring in drawing.districts[pcode]
    ]
    ground = shapely.union_all(shapely.make_valid([shapely.Polygon(ring) for ring in rings]))
    shapely.prepare(ground)
    return ground


def apart(places: Sequence[Point], sides: Sequence[float]) -> list[Point]:
    """Push rounds that hide each other apart until they touch, as far as a few steps do it."""
    points = np.array(places, dtype=float).reshape(-1, 2)
    for _ in range(30):
        for one, other in combinations(range(len(points)), 2):
            between = points[other] - points[one]
            gap = max(float(np.hypot(*between)), 1.0)
            least = (sides[one] + sides[other]) / 2
            if gap < least:
                way = between / gap if between.any() else np.array([1.0, 0.0])
                points[one] -= way * (least - gap) / 2
                points[other] += way * (least - gap) / 2
    return [(x, y) for x, y in points.tolist()]


@cache
def is_dark(key: str) -> bool:
    """Return whether white is easier to read than ink on a class."""
    return contrast(palette(key).fill, inks()["ink"]) < contrast(palette(key).fill, "#ffffff")


def _around(at: Point, wide: float, high: float) -> Edges:
    return at[0] - wide / 2, at[1] - high / 2, at[0] + wide / 2, at[1] + high / 2


def _written_as(name: str) -> list[tuple[str, ...]]:
    """Return the ways in which a name is broken: on one line, and on two."""
    words = name.split()
    middle = (len(words) + 1) // 2
    halves = tuple(" ".join(part) for part in (words[:middle], words[middle:]) if part)
    return [(name,), halves] if len(halves) > 1 else [(name,)]


def _inside(
    pcode: str,
    drawing: MapDrawing,
    sizes: Sequence[float],
    room: Room,
    width_of: Callable[[str, float], float],
    *,
    dark: bool,
) -> Label | None:
    """Return a name in the largest size at which it lies within its district, if there is one."""
    outline = drawing.outlines[pcode]
    name, (left, top, right, bottom) = gazetteer.names()[pcode], outline.bounds
    if right - left < width_of(name, sizes[-1]) / 2 or bottom - top < sizes[-1]:
        return None
    for size in sizes:
        for lines in _written_as(name):
            for at in drawing.middles[pcode]:
                label = Label(pcode, lines, at, size, dark)
                left, top, right, bottom = label.edges(width_of)
                aside = (right - left) * (1 - WITHIN) / 2
                edges = (left + aside, top, right - aside, bottom)
                if room.free(edges) and outline.contains(shapely.box(*edges)):
                    return label
    return None


def _beside(
    pcode: str,
    drawing: MapDrawing,
    size: float,
    room: Room,
    width_of: Callable[[str, float], float],
) -> Label | None:
    """Return a name beside its district, as near as there is room for it, with a leader."""
    point = drawing.outlines[pcode].representative_point()
    start: Point = (round(point.x, 2), round(point.y, 2))
    name = gazetteer.names()[pcode]
    wide, high = width_of(name, size), 1.05 * size
    for reach in REACHES:
        out = reach * size
        middles = [
            (start[0] + x * (out + wide / 2), start[1] + y * (out + high / 2)) for x, y in AWAY
        ]
        places = [_around(middle, wide, high) for middle in middles]
        # Most places are taken, which is seen of all of them at once.
        for n in np.flatnonzero(room.open(np.array(places))):
            left, top, right, bottom = places[n]
            end = (min(max(start[0], left), right), min(max(start[1], top), bottom))
            if room.free_beside(places[n], [start, end]):
                return Label(pcode, (name,), middles[n], size, leader=[start, end])
    return None
