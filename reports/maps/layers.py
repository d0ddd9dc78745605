"""The layers of the map in SVG: districts by class, lines, names, venues, graticule, inset."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np
import shapely

from geo.districts import gazetteer
from geo.webmap.map_values import MapValues, Venue
from geo.words.catalogue import _
from reports.maps import callouts, svg
from reports.maps.callouts import Callout
from reports.maps.labels import Edges, Label, Room, apart, class_keys, dark_ground, is_dark, labels
from reports.maps.palette import inks, palette
from reports.maps.projection import Box, Line, Point
from reports.maps.vector_map import Inset, MapDrawing, venues_in_sight
from reports.words.counts import counted

#: The width of a province's name before it is broken, in sizes of its text: in it, and beside it.
PROVINCE_WIDTH, BESIDE_WIDTH = 11.6, 6.5
#: How far a province's name may give way to what is there already: (x, y) in units.
GIVING_WAY = sorted(
    ((aside, down) for aside in range(-48, 49, 16) for down in range(-72, 73, 12)),
    key=lambda way: math.hypot(*way),
)
#: The part of a province's name that has to lie in the province.
MOSTLY = 0.7
#: A round that is moved further than this, in its radii, has a line to where it belongs.
LEADER = 1.2
#: Whole degrees between the lines of the graticule.
GRATICULE_STEP = 4


@dataclass(frozen=True)
class Lettering:
    """How the names of a map are written, in its units: sizes, and the frame they stay in.

    ``sizes`` are those of a district's name that are tried, the largest first; the smallest is
    that of the names in the inset.
    """

    sizes: tuple[float, ...]
    province: float
    frame: Edges


def country(
    parent: ET.Element,
    drawing: MapDrawing,
    values: MapValues,
    side: float,
    lettering: Lettering,
    called: Iterable[Callout] = (),
) -> None:
    """Draw the map with all that stands on it, and Karachi enlarged in a corner of a side."""
    (west, north, east, south), gap = lettering.frame, side / 13
    heading = lettering.sizes[-1] + 9
    top = north + max(gap, heading)  # in an upper corner its title has room too
    frame = (west + gap, top, east - west - 2 * gap, south - gap - top)
    corner = drawing.corner(side, frame)
    drawn = drawing.inset(corner)
    districts(parent, drawing, values)
    lines(parent, drawing)
    left, top, width, height = corner
    box = [(left - 4, top - heading, left + width, top + height)] if drawn else []
    taken = box + venues(parent, drawing, values, drawn)
    room = Room(lettering.frame, taken, dark_ground(drawing, values))
    province_names(parent, drawing, room, lettering.province)
    told = callouts.draw(parent, drawing, called, room, lettering.sizes[0])
    without = told.union(drawn.named if drawn else ())
    names(parent, drawing, values, lettering, room, without)
    if drawn:
        inset(parent, drawn, corner, values, lettering)


def districts(parent: ET.Element, drawing: MapDrawing, values: MapValues) -> None:
    """Draw each district in its class, with its P-code as id and its name as title."""
    layer = svg.group(parent, "districts", stroke_linejoin="round")
    for place, (pcode, rings) in enumerate(drawing.districts.items()):
        if rings:
            _district(layer, place, rings, values, pcode)
    for pcode, rings in drawing.beyond.items():
        if not rings:
            continue
        outline = svg.element(
            layer, "path", d=svg.path_data(rings, closed=True), fill="none",
            stroke=inks()["quiet"], stroke_dasharray="3 3",
        )  # fmt: skip
        svg.title(outline, _("{pcode}: not in the district list").format(pcode=pcode))


def _district(
    layer: ET.Element, place: int, rings: list[Line], values: MapValues, key: str
) -> None:
    one = values.classes[values.class_of[place]]
    shape = svg.element(
        layer, "path", id=key, data_class=one.key, fill_rule="evenodd",
        d=svg.path_data(rings, closed=True),
        **svg.class_look(one.key),
    )  # fmt: skip
    name = gazetteer.districts()["name"].iat[place]
    participants = values.participants[place]
    count = (
        ""
        if participants is None
        else _(", {participants:,} participants").format(participants=participants)
    )
    svg.title(shape, f"{name}: {values.statuses[values.status[place]]}{count}")


def lines(parent: ET.Element, drawing: MapDrawing) -> None:
    """Draw the coast and outer border, the province lines and the dotted Line of Control."""
    colours = inks()
    layer = svg.group(parent, "lines", fill="none", stroke_linejoin="round")
    border = {"stroke": colours["province-edge"]}
    for name, drawn, wide in (
        ("outer", drawing.outer_lines, 1.5),
        ("provinces", drawing.province_lines, 1.2),
    ):
        data = svg.path_data(drawn)
        if data:
            svg.element(layer, "path", id=name, d=data, stroke_width=wide, **border)
    data = svg.path_data(drawing.line_of_control)
    if data:
        control = svg.element(
            layer, "path", id="line-of-control", d=data, stroke=colours["line-of-control"],
            stroke_width=2.2, stroke_dasharray="0.1 5",
            stroke_linecap="round",
        )  # fmt: skip
        svg.title(control, _("Line of Control (approximate)"))


def venues(
    parent: ET.Element, drawing: MapDrawing, values: MapValues, drawn: Inset | None
) -> list[Edges]:
    """Draw the ways to the venues, and a round for each venue district; return what they take.

    A venue that the inset shows is marked there. Rounds that would hide each other are moved
    apart; a line leads to where they belong.
    """
    colours = inks()
    layer = svg.group(parent, "venues")
    for way in values.ways:
        data = svg.path_data([drawing.places(way)])
        svg.element(layer, "path", d=data, stroke=colours["venue"], stroke_width=0.9)
    in_inset = drawn.named if drawn else {}
    shown = [one for one in venues_in_sight(drawing, values) if one.pcode not in in_inset]
    radii = [venue_radius(one.trainings) for one in shown]
    places = drawing.places([one.at for one in shown])
    moved = apart(places, [2 * one for one in radii])
    for venue, radius, true, at in zip(shown, radii, places, moved, strict=True):
        _venue(layer, venue, radius, at, true)
    return [
        (x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1)
        for (x, y), radius in zip(moved, radii, strict=True)
    ]


def _venue(layer: ET.Element, venue: Venue, radius: float, at: Point, true: Point) -> None:
    colours = inks()
    if math.dist(at, true) > LEADER * radius:
        data = svg.path_data([[at, true]])
        svg.element(layer, "path", d=data, stroke=colours["venue"], stroke_width=1.0)
    mark = svg.element(
        layer, "circle", cx=round(at[0], 2), cy=round(at[1], 2), r=radius, fill=colours["venue"],
        fill_opacity=0.92, stroke=colours["ground"], stroke_width=1.2,
    )  # fmt: skip
    svg.title(
        mark,
        _("Venue: {name} ({trainings})").format(
            name=venue.name, trainings=counted(venue.trainings, "training", "trainings")
        ),
    )


def venue_radius(trainings: int) -> float:
    """Return the radius of a venue's round: its area grows with the trainings."""
    return 2.2 + 1.7 * math.sqrt(trainings)


def graticule(parent: ET.Element, drawing: MapDrawing, frame: Box) -> None:
    """Draw meridians and parallels every few degrees, numbered along the frame."""
    layer = svg.group(parent, "graticule", fill="none", stroke=inks()["rule"], stroke_width=0.8)
    numbers = svg.group(parent, "degrees", fill=inks()["quiet"])
    window = shapely.box(frame[0], frame[1], frame[0] + frame[2], frame[1] + frame[3])
    meridians: list[tuple[str, list[Point]]] = [
        (f"{lon}\u00b0 E", [(lat, lon) for lat in np.arange(20, 41, 0.5)])
        for lon in range(56, 85, GRATICULE_STEP)
    ]
    parallels: list[tuple[str, list[Point]]] = [
        (f"{lat}\u00b0 N", [(lat, lon) for lon in np.arange(54, 86, 0.5)])
        for lat in range(20, 41, GRATICULE_STEP)
    ]
    for number, (words, degrees) in enumerate(meridians + parallels):
        line = shapely.LineString(drawing.places(degrees))
        inside = shapely.intersection(line, window)
        if inside.is_empty or inside.geom_type != "LineString":
            continue
        points = [(round(x, 1), round(y, 1)) for x, y in shapely.get_coordinates(inside).tolist()]
        svg.element(layer, "path", d=svg.path_data([points]))
        if number < len(meridians):  # where the meridian meets the top of the frame
            x, y = min(points, key=lambda point: point[1])
            svg.text(numbers, words, x + 3, y + 9.5, 8)
        else:
            x, y = min(points)
            if y > frame[1] + 12:  # else it would stand over the frame
                svg.text(numbers, words, x + 3, y - 3, 8)


def province_names(parent: ET.Element, drawing: MapDrawing, room: Room, size: float) -> None:
    """Write the names of the provinces, each where it has the most room."""
    layer = svg.group(parent, "province-names", text_anchor="middle")
    for name, at in drawing.provinces:
        _province(layer, name, at, drawing, room, size)


def names(
    parent: ET.Element,
    drawing: MapDrawing,
    values: MapValues,
    lettering: Lettering,
    room: Room,
    without: Iterable[str],
) -> None:
    """Write the names of the districts for which there is room.

    But those of the districts that are named elsewhere: in the inset, or in a call-out.
    """
    layer = svg.group(parent, "district-names", text_anchor="middle")
    keys = class_keys(values)
    for label in labels(drawing, values, lettering.sizes, room, svg.text_width, without=without):
        _label(layer, label, keys[label.pcode])


def _label(layer: ET.Element, label: Label, key: str) -> None:
    """Write a name; one that stands beside its district has a leader, and a dot where it is of."""
    ink, halo = ("#ffffff", palette(key).fill) if label.dark else (inks()["ink"], palette(key).fill)
    if label.leader:
        ink, halo = inks()["ink"], inks()["ground"]
        line = svg.path_data([[(round(x, 2), round(y, 2)) for x, y in label.leader]])
        svg.element(layer, "path", d=line, fill="none", stroke=ink, stroke_width=0.8)
        x, y = label.leader[0]
        svg.element(layer, "circle", cx=x, cy=y, r=1.3, fill=ink)
    for number, words in enumerate(label.lines):
        down = (number - (len(label.lines) - 1) / 2) * label.size + label.size * 0.34
        _haloed(layer, words, label.at[0], label.at[1] + down, label.size, halo, {"fill": ink})


def _province(
    layer: ET.Element, name: str, at: Point, drawing: MapDrawing, room: Room, size: float
) -> None:
    """Write a province's name near its middle, off covered districts where there is such a place.

    Where it would lie mostly outside it stands beside the land, with a leader.
    """
    written, wide, high = _broken(name, PROVINCE_WIDTH, size)
    area, leader = drawing.areas[name], None
    ways = [(at[0] + aside, at[1] + down) for aside, down in GIVING_WAY]
    tried = [(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) for x, y in ways]
    inside = [
        edges
        for edges in tried
        if room.free(edges)
        and shapely.intersection(shapely.box(*edges), area).area > MOSTLY * wide * high
    ]
    if inside:
        edges = min(inside, key=room.is_dark)
    else:
        written, wide, high = _broken(name, BESIDE_WIDTH, size)
        others = [shape for other, shape in drawing.areas.items() if other != name]
        start, sides = shapely.point_on_surface(area), (wide, high)
        found = callouts.place(start, sides, drawing.land, room, others)
        if found is None:
            return
        edges, leader = found
        line = {"fill": "none", "stroke": inks()["ink"], "stroke_width": 0.8}
        svg.element(layer, "path", d=svg.path_data([leader]), **line)
    room.take(edges, leader)
    x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    look = {"fill": inks()["ink"], "font_weight": "bold", "letter_spacing": 1.6}
    for number, line in enumerate(written):
        base = y - high / 2 + size * (0.9 + 1.15 * number)
        _haloed(layer, line, x, base, size, inks()["ground"], look)


def _broken(name: str, most: float, size: float) -> tuple[list[str], float, float]:
    """Return a province's name in lines of at most so many sizes, and how wide and high it is."""
    lines = svg.broken(name.upper(), most * size, size, 3)
    wide = max(svg.text_width(line, size) + 1.6 * len(line) for line in lines) * 0.9
    return lines, wide, len(lines) * size * 1.15


def _haloed(
    layer: ET.Element, words: str, x: float, y: float, size: float, halo: str, look: dict
) -> None:
    around = {"stroke": halo, "stroke_width": 2.2, "stroke_linejoin": "round"}
    svg.text(layer, words, round(x, 2), round(y, 2), size, paint_order="stroke", **around, **look)


def inset(
    parent: ET.Element, drawn: Inset, box: Box, values: MapValues, lettering: Lettering
) -> None:
    """Draw Karachi's districts enlarged, under their title, and where they lie on the map."""
    colours, (left, top, width, height) = inks(), box
    layer = svg.group(parent, "inset")
    svg.element(
        layer, "path", d=svg.path_data([drawn.frame], closed=True), fill="none",
        stroke=colours["ink"], stroke_width=1.1,
    )  # fmt: skip
    svg.element(layer, "rect", x=left, y=top, width=width, height=height, fill=colours["water"])
    listed = list(gazetteer.names())
    for pcode, rings in drawn.districts.items():
        _district(layer, listed.index(pcode), rings, values, f"inset-{pcode}")
    trainings = {one.pcode: one for one in values.venues}
    keys, size = class_keys(values), lettering.sizes[-1]
    named = svg.group(layer, "inset-names", text_anchor="middle")
    room = Room((left, top, left + width, top + height))
    for pcode, (name, (x, y)) in drawn.named.items():
        if venue := trainings.get(pcode):
            radius = venue_radius(venue.trainings)
            _venue(layer, venue, radius, (x, y - radius), (x, y - radius))
            y += size / 2 + 1
        wide = min(svg.text_width(name, size) * 0.9, width)
        x = min(max(x, left + wide / 2 + 1), left + width - wide / 2 - 1)
        edges = (x - wide / 2, y - size / 2, x + wide / 2, y + size / 2)
        if room.free(edges):
            room.take(edges)
            ink = {"fill": "#ffffff" if is_dark(keys[pcode]) else colours["ink"]}
            _haloed(named, name, x, y + size * 0.32, size, palette(keys[pcode]).fill, ink)
    svg.element(
        layer, "rect", x=left, y=top, width=width, height=height, fill="none",
        stroke=colours["province-edge"], stroke_width=1.3,
    )  # fmt: skip
    svg.text(
        layer, drawn.label, left, top - 5, max(11, size), font_weight="bold", fill=colours["ink"]
    )
