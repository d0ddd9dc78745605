"""The column beside the map of a sheet: figures, legend, and lists of districts."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues, Venue
from geo.words.catalogue import _
from reports.maps import layers, svg
from reports.maps.palette import inks
from reports.maps.sheets.map_sheet import COLUMN, COLUMN_WIDTH, MARGIN, NOTE_SIZE, WIDTH, MapSheet
from reports.words.counts import counted, millions
from reports.words.headline import headline_figures

#: From one line of the list to the next, and the least room that it is begun in.
LIST_STEP, LEAST_LIST = 13.5, 56.0
#: The most lines of what has to be known of a figure of the headline.
MOST_NOTES = 5


def draw_headline(page: ET.Element, sheet: MapSheet, top: float) -> float:
    """Write the four figures; return where they end."""
    part = svg.group(page, "headline", fill=inks()["ink"])
    half = COLUMN_WIDTH / 2
    _rule(part, top - 18)
    y, end = top + 12, top
    for number, one in enumerate(headline_figures(sheet.figures)):
        x = COLUMN + (number % 2) * half
        if number == 2:
            y = max(end + 32.0, y + 62.0)
        svg.text(part, svg.cut(one.value, half - 8, 27), x, y, 27, font_weight="bold")
        lines = svg.paragraph(part, one.words, (x, y + 15), 10.5, (half - 8, 2, 12.0))
        below, room = y + 14 + 12.0 * lines, (half - 8, MOST_NOTES, 10.0)
        lines = svg.paragraph(part, one.beside, (x, below), NOTE_SIZE, room, fill=inks()["quiet"])
        end = max(end, below + 10.0 * (lines - 1))
    return end + 10


def draw_legend(page: ET.Element, sheet: MapSheet, venues: list[Venue], top: float) -> float:
    """Draw the classes with their counts; return where they end."""
    part = svg.group(page, "legend", fill=inks()["ink"])
    _rule(part, top - 16)
    values, room = sheet.values, (COLUMN_WIDTH, 2, 15)
    lines = svg.paragraph(part, values.measure, (COLUMN, top), 12.5, room, font_weight="bold")
    y = top + 15 * lines + 4
    for one in values.classes:
        look = svg.class_look(one.key) | {"stroke_width": 0.9}
        if look["stroke"] == inks()["edge"]:  # the colour of paper: not seen on paper
            look["stroke"] = inks()["quiet"]
        svg.element(part, "rect", x=COLUMN + 0.5, y=y - 10.5, width=32, height=13.5, **look)
        label = svg.cut(one.label, COLUMN_WIDTH - 90, 11)
        svg.text(part, label, COLUMN + 42, y, 11)
        _figure(part, f"{one.count:,}", y)
        y += 18.5
    total = sum(one.count for one in values.classes)
    _rule(part, y - 11.5, 0.5)
    svg.text(part, "districts", COLUMN + 42, y + 2, 11)
    _figure(part, f"{total:,}", y + 2)
    y += 18.5
    if venues:
        y = _venue_sizes(part, venues, y + 4)
    return y - 10


def _figure(part: ET.Element, words: str, y: float) -> None:
    svg.text(part, words, WIDTH - MARGIN, y, 11, text_anchor="end", font_weight="bold")


def _venue_sizes(part: ET.Element, venues: list[Venue], y: float) -> float:
    """Say what the rounds are, with the least and the most trainings of a venue district."""
    counts = sorted({venue.trainings for venue in venues})
    least, most = counts[0], counts[-1]
    words, ends = (
        _("{least:,} to {most:,} trainings").format(least=least, most=most),
        [(8.0, least), (23.0, most)],
    )
    if least == most:
        words, ends = counted(least, "training", "trainings"), [(16.5, least)]
    for x, count in ends:
        radius = min(layers.venue_radius(count), 9.0)
        svg.element(
            part, "circle", cx=COLUMN + x, cy=y - 4, r=radius, fill=inks()["venue"],
            stroke="#ffffff", stroke_width=1,
        )  # fmt: skip
    svg.text(part, _("venue district ({words})").format(words=words), COLUMN + 42, y, 11)
    _figure(part, f"{len(venues):,}", y)
    return y + 18.5


def draw_list(page: ET.Element, sheet: MapSheet, top: float, bottom: float) -> None:
    """Name the first districts of the lists beside the map, as many as there is room for.

    That is of the first list; where it is empty this is said, and the next one follows.
    """
    part = svg.group(page, "list", fill=inks()["ink"])
    for one in sheet.values.lists:
        if bottom - top < LEAST_LIST:
            return
        _rule(part, top - 16)
        title = svg.cut(f"{one.title}: {len(one.places):,}", COLUMN_WIDTH, 12.5)
        svg.text(part, title, COLUMN, top, 12.5, font_weight="bold")
        if one.places:
            _listed(part, one, sheet.values, top, bottom)
            return
        room = (COLUMN_WIDTH, MOST_NOTES, 12.5)
        top += 37.5 + 12.5 * svg.paragraph(part, one.none, (COLUMN, top + 17), 10.5, room)


def _listed(
    part: ET.Element, one: DistrictList, values: MapValues, top: float, bottom: float
) -> None:
    look = {"font_style": "italic", "fill": inks()["quiet"]}
    room_of_order = (COLUMN_WIDTH, MOST_NOTES, 12.0)
    lines = svg.paragraph(part, one.order, (COLUMN, top + 14), 10, room_of_order, **look)
    top += 12.0 * (lines - 1)
    room = int((bottom - top - 30) / LIST_STEP) + 1
    listed = gazetteer.districts()
    more = len(one.places) - room
    if more > 0:
        more, room = more + 1, room - 1
        y = top + 30 + LIST_STEP * room
        svg.text(
            part, _("and {more:,} more").format(more=more), COLUMN, y, 10.5, fill=inks()["quiet"]
        )
    for number, place in enumerate(one.places[:room]):
        y = top + 30 + LIST_STEP * number
        name = f"{listed['name'].iat[place]}, {listed['province'].iat[place]}"
        svg.text(part, svg.cut(name, COLUMN_WIDTH - 64, 10.5), COLUMN, y, 10.5)
        words = _listed_figure(one, place, values)
        svg.text(part, words, WIDTH - MARGIN, y, 10.5, text_anchor="end")


def _listed_figure(one: DistrictList, place: int, values: MapValues) -> str:
    if one.figure == "population":
        people = gazetteer.districts()["population"].iloc[place]
        return _("not known") if people is None or people != people else millions(float(people))
    count = getattr(values, one.figure)[place]
    return _("not published") if count is None else f"{count:,}"


def _rule(part: ET.Element, y: float, wide: float = 0.9) -> None:
    ends = f"M{COLUMN:g},{y:g}L{WIDTH - MARGIN:g},{y:g}"
    svg.element(part, "path", d=ends, stroke=inks()["rule"], stroke_width=wide, fill="none")
