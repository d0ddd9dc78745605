"""The layers of the map in SVG: districts by class, lines, names, venues, graticule, inset."""

from __future__ import annotations

import math
from xml.etree import ElementTree as ET

import numpy as np
import shapely

from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from reports.maps import svg
from reports.maps.palette import Look, inks, palette
from reports.maps.vector_map import Box, Inset, Line, MapDrawing, Point
from reports.words.colours import contrast

#: The sizes of a district's name that are tried, the largest first.
NAME_SIZES = (8.4, 7.4, 6.6)
PROVINCE_SIZE = 10.0
PROVINCE_WIDTH = 116.0
#: How far a province's name may give way to what is there already: (x, y) in units.
GIVING_WAY = ((0, 0), (0, -14), (0, 14), (-16, 0), (16, 0), (0, -26), (0, 26))
#: The part of a province's name that has to lie in the province.
MOSTLY = 0.7
#: Whole degrees between the lines of the graticule.
GRATICULE_STEP = 4


def country(parent: ET.Element, drawing: MapDrawing, values: MapValues, enlarged: Box) -> None:
    """Draw the map with all that stands on it, and Karachi in a box where it is ``enlarged``."""
    districts(parent, drawing, values)
    lines(parent, drawing)
    venues(parent, drawing, values)
    names(parent, drawing, values)
    if drawn := drawing.inset(enlarged):
        inset(parent, drawn, enlarged, values)


def districts(parent: ET.Element, drawing: MapDrawing, values: MapValues) -> None:
    """Draw each district in its class, with its P-code as id and its name as title."""
    layer = svg.group(parent, "districts", stroke_linejoin="round")
    for place, (pcode, rings) in enumerate(drawing.districts.items()):
        _district(layer, place, rings, values, pcode)
    for pcode, rings in drawing.beyond.items():
        outline = svg.element(
            layer, "path", d=svg.path_data(rings, closed=True), fill="none",
            stroke=inks()["quiet"], stroke_dasharray="3 3",
        )  # fmt: skip
        svg.title(outline, f"{pcode}: not in the district list")


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
    count = "" if participants is None else f", {participants:,} participants"
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
        svg.title(control, "Line of Control (approximate)")


def venues(parent: ET.Element, drawing: MapDrawing, values: MapValues) -> None:
    """Draw the ways from home districts to venues, and a round for each venue district."""
    colours = inks()
    layer = svg.group(parent, "venues")
    for start, end in values.ways:
        data = svg.path_data([[drawing.place(start), drawing.place(end)]])
        svg.element(layer, "path", d=data, stroke=colours["venue"], stroke_width=0.9)
    for venue in values.venues:
        x, y = drawing.place(venue.at)
        mark = svg.element(
            layer, "circle", cx=x, cy=y, r=venue_radius(venue.trainings), fill=colours["venue"],
            fill_opacity=0.92, stroke=colours["ground"], stroke_width=1.2,
        )  # fmt: skip
        svg.title(mark, f"Venue: {venue.name} ({venue.trainings} trainings)")


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
            svg.text(numbers, words, x + 3, y - 3, 8)


def names(parent: ET.Element, drawing: MapDrawing, values: MapValues) -> None:
    """Write the provinces' names, and those of the districts in which there is room."""
    taken: list[shapely.Geometry] = [
        shapely.Point(drawing.place(venue.at)).buffer(venue_radius(venue.trainings) + 1)
        for venue in values.venues
    ]
    province_layer = svg.group(parent, "province-names", text_anchor="middle")
    district_layer = svg.group(parent, "district-names", text_anchor="middle")
    listed = gazetteer.districts()
    for name, at in drawing.provinces:
        pcodes = listed.loc[listed["province"] == name, "adm2_pcode"]
        parts = [shapely.Polygon(ring) for pcode in pcodes for ring in drawing.districts[pcode]]
        area = shapely.union_all(shapely.make_valid(parts))
        _province(province_layer, name, at, area, taken)
    for place, (pcode, rings) in enumerate(drawing.districts.items()):
        look = palette(values.classes[values.class_of[place]].key)
        _name(district_layer, gazetteer.names()[pcode], rings, look, taken)


def _province(layer: ET.Element, name: str, at: Point, area: shapely.Geometry, taken: list) -> None:
    """Write a province's name near its middle, left out where it would lie mostly outside."""
    size = PROVINCE_SIZE
    written = svg.broken(name.upper(), PROVINCE_WIDTH, size, 3)
    wide = max(svg.text_width(line, size) + 1.6 * len(line) for line in written) * 0.9
    high = len(written) * size * 1.15
    for aside, down in GIVING_WAY:
        x, y = at[0] + aside, at[1] + down
        box = shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        inside = shapely.intersection(box, area).area > MOSTLY * box.area
        if inside and not any(box.intersects(other) for other in taken):
            break
    else:
        return
    taken.append(box)
    look = {"fill": inks()["ink"], "font_weight": "bold", "letter_spacing": 1.6}
    for number, line in enumerate(written):
        base = y - high / 2 + size * (0.9 + 1.15 * number)
        _haloed(layer, line, x, base, size, inks()["ground"], look)


def _name(layer: ET.Element, name: str, rings: list[Line], look: Look, taken: list) -> None:
    """Write a name in the largest size at which it lies within its district, if there is one."""
    dark = contrast(look.fill, inks()["ink"]) < contrast(look.fill, "#ffffff")
    ink = {"fill": "#ffffff" if dark else inks()["ink"]}
    outline = shapely.make_valid(shapely.Polygon(max(rings, key=len)))
    (circle,) = shapely.maximum_inscribed_circle([outline], tolerance=0.5)
    middle = shapely.Point(shapely.get_coordinates(circle)[0])
    words = name.split()
    middle_word = (len(words) + 1) // 2
    halves = [" ".join(part) for part in (words[:middle_word], words[middle_word:]) if part]
    for size in NAME_SIZES:
        for written in ([name], halves):
            wide = max(svg.text_width(line, size) for line in written) * 0.9
            high = len(written) * size
            for x, y in ((middle.x, middle.y), (outline.centroid.x, outline.centroid.y)):
                box = shapely.box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
                if not outline.contains(box) or any(box.intersects(other) for other in taken):
                    continue
                taken.append(box)
                for number, line in enumerate(written):
                    base = y - high / 2 + size * (0.8 + number)
                    _haloed(layer, line, x, base, size, look.fill, ink)
                return


def _haloed(
    layer: ET.Element, words: str, x: float, y: float, size: float, halo: str, look: dict
) -> None:
    around = {"stroke": halo, "stroke_width": 2.2, "stroke_linejoin": "round"}
    svg.text(layer, words, round(x, 2), round(y, 2), size, paint_order="stroke", **around, **look)


def inset(parent: ET.Element, drawn: Inset, box: Box, values: MapValues) -> None:
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
    taken: list[shapely.Geometry] = []
    size, named = 8.6, svg.group(layer, "inset-names", text_anchor="middle")
    for name, (x, y) in drawn.names:
        wide = svg.text_width(name, size)
        room = shapely.box(x - wide / 2, y - size / 2, x + wide / 2, y + size / 2)
        if not any(room.intersects(other) for other in taken):
            taken.append(room)
            ink = {"fill": colours["ink"]}
            _haloed(named, name, x, y + size * 0.32, size, colours["ground"], ink)
    svg.element(
        layer, "rect", x=left, y=top, width=width, height=height, fill="none",
        stroke=colours["province-edge"], stroke_width=1.3,
    )  # fmt: skip
    svg.text(layer, drawn.label, left, top - 5, 11, font_weight="bold", fill=colours["ink"])
