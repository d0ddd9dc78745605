"""Call-outs of a map: the largest district not covered and the latest venue, told beside the land.

A call-out stands where neither land nor anything else is, as near as can be; where there is no such
place it is left out: a legend, a list and the headline say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import shapely

from data.figures.coverage import Coverage
from data.records.model import WITHOUT_PARTICIPANTS, in_words
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.maps import svg
from reports.maps.labels import Edges, Room
from reports.maps.palette import inks
from reports.maps.projection import Line
from reports.maps.vector_map import MapDrawing
from reports.words.counts import millions

#: Between the places that are tried, and around the words, in units of the map.
STEP, CLEAR = 16, 6.0


@dataclass(frozen=True)
class Callout:
    """What is told of a district: what it is, and its name with a figure."""

    pcode: str
    what: str
    words: str


def callouts(figures: Coverage) -> list[Callout]:
    """Return the largest district not covered and the venue of the latest training, where known.

    Where most trainings do not name their districts, no record is no gap, and not called out. Of a
    part of the records a district is not said to be uncovered: others may have been trained there.
    """
    names, told = gazetteer.names(), []
    missed = figures.districts[figures.districts["status"].isin(WITHOUT_PARTICIPANTS)]
    people = missed["population"].dropna()
    if len(people) and not figures.mostly_together:
        pcode = str(missed.at[people.idxmax(), "adm2_pcode"])
        words = _("{district}, {people} people").format(
            district=names[pcode], people=millions(float(people.max()))
        )
        what = _("Largest district not covered")
        if figures.selection.is_of_part:
            what = _("Largest district with no one of this selection")
        told.append(Callout(pcode, what, words))
    trainings = figures.trainings[figures.trainings["venue_adm2_pcode"].isin(list(names))]
    if len(trainings):
        latest = trainings.sort_values("date_start", kind="stable").iloc[-1]
        pcode, day = str(latest["venue_adm2_pcode"]), pd.Timestamp(latest["date_start"])
        words = _("{district}, {day}").format(district=names[pcode], day=in_words(day))
        told.append(Callout(pcode, _("Latest venue"), words))
    return told


def draw(
    parent: ET.Element, drawing: MapDrawing, called: Iterable[Callout], room: Room, size: float
) -> set[str]:
    """Write call-outs where there is room for them, which they take; return whose they are."""
    layer = svg.group(parent, "callouts", fill=inks()["ink"])
    written = set()
    for one in called:
        outline = drawing.districts.get(one.pcode)
        if not outline:
            continue
        point = shapely.make_valid(shapely.Polygon(max(outline, key=len))).representative_point()
        wide = max(svg.text_width(one.what, size), svg.text_width(one.words, size))
        found = place(point, (wide + CLEAR, 2.5 * size + CLEAR), drawing.land, room)
        if found is not None:
            edges, leader = found
            room.take(edges, leader)
            _write(layer, one, edges, leader, size)
            written.add(one.pcode)
    return written


def place(
    point: shapely.Point,
    sides: tuple[float, float],
    land: shapely.Geometry,
    room: Room,
    avoided: Sequence[shapely.Geometry] = (),
) -> tuple[Edges, Line] | None:
    """Return the nearest place of a size that is free, with its leader; None where none is.

    Through what is ``avoided`` no leader goes.
    """
    left, top, right, bottom = room.frame
    places = [
        (x, y, x + sides[0], y + sides[1])
        for x in range(int(left), int(right - sides[0]), STEP)
        for y in range(int(top), int(bottom - sides[1]), STEP)
    ]
    edges = np.array(places, dtype=float).reshape(-1, 4)
    boxes = shapely.box(*edges.T, ccw=True)
    off_land = np.flatnonzero(~shapely.intersects(land, boxes) & room.open(edges))
    near = np.argsort(shapely.distance(boxes[off_land], point), kind="stable")
    for n in off_land[near]:
        ends = shapely.get_coordinates(shapely.shortest_line(point, boxes[n])).round(2).tolist()
        leader = [(x, y) for x, y in ends]
        through = shapely.intersects(list(avoided), shapely.LineString(leader)).any()
        if not through and room.free_beside(places[n], leader):
            return places[n], leader
    return None


def _write(layer: ET.Element, one: Callout, edges: Edges, leader: Line, size: float) -> None:
    svg.element(
        layer, "path", d=svg.path_data([leader]), fill="none", stroke=inks()["ink"],
        stroke_width=0.8,
    )  # fmt: skip
    (x, y), left = leader[0], edges[0] + CLEAR / 2
    svg.element(layer, "circle", cx=x, cy=y, r=2)
    svg.text(layer, one.what, left, edges[1] + CLEAR / 2 + size, size, font_style="italic")
    svg.text(layer, one.words, left, edges[1] + CLEAR / 2 + 2.2 * size, size, font_weight="bold")
