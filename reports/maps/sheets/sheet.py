"""The map sheet: one page of A4 across with the map, its legend, what it says and what it is."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from data.records.model import in_words
from data.records.programme import programme
from geo.webmap.map_values import Venue
from geo.words.catalogue import _
from reports.maps import layers, svg
from reports.maps.callouts import callouts
from reports.maps.palette import inks
from reports.maps.sheets.map_sheet import (
    COLUMN,
    COLUMN_WIDTH,
    FRAME,
    HEIGHT,
    MAP,
    MARGIN,
    NOTE_SIZE,
    NOTE_STEP,
    NOTES_TOP,
    UNITS_PER_MM,
    WIDTH,
    MapSheet,
)
from reports.maps.sheets.sheet_column import draw_headline, draw_legend, draw_list
from reports.maps.vector_map import MapDrawing, drawing_of, focus_of, venues_in_sight
from reports.words.selection import boundaries_in_words, selection_in_words

#: The side of Karachi's inset; the sizes of names, the smallest 6.5 points.
INSET_SIDE = 156.0
NAME_SIZES, PROVINCE_SIZE = (11.0, 10.0, 9.2), 11.5
#: Kilometres between the marks of the scale bar, and how long it is at most.
SCALE_STEPS, MOST_SCALE = (200, 100, 50, 20, 10, 5), 200.0
#: The most that a logo takes: width and height.
LOGO = (110.0, 36.0)
#: The lines that are kept for what the records are, and the most: what comes below gives way.
NOTICE, MOST_NOTICE = 4, 12
#: The largest in which a title finds room.
TITLE_SIZES = (31, 25, 19)


def draw(sheet: MapSheet, note: str = "") -> ET.Element:
    """Return the sheet as a drawing in SVG, with a note of its own before those it always has."""
    page = svg.root(WIDTH, HEIGHT, "mm", UNITS_PER_MM)
    svg.title(page, sheet.title)
    svg.element(page, "desc").text = svg.writable(sheet.in_words)
    svg.patterns(page, [one.key for one in sheet.values.classes])
    svg.element(page, "rect", width=WIDTH, height=HEIGHT, fill="#ffffff")
    _heading(page, sheet)
    top = _mark(page, sheet)
    venues = _map(page, sheet)
    top = draw_headline(page, sheet, top)
    top = draw_legend(page, sheet, venues, top + 20)
    draw_list(page, sheet, top + 26, FRAME[1] + FRAME[3])
    _notes(page, sheet, note)
    return page


def _heading(page: ET.Element, sheet: MapSheet) -> None:
    part = svg.group(page, "heading", fill=inks()["ink"])
    wide = FRAME[2]
    name = svg.cut(programme().name.upper(), wide / 1.2, 9.5)
    svg.text(part, name, MARGIN, 48, 9.5, letter_spacing=1.6, fill=inks()["quiet"])
    size = next((s for s in TITLE_SIZES if svg.text_width(sheet.title, s) <= wide), 19)
    title = svg.cut(sheet.title, wide, size)
    svg.text(part, title, MARGIN - 1, 80, size, font_weight="bold")
    selection = sheet.figures.selection
    line = f"{in_words(selection.as_of)} \u00b7 {selection_in_words(selection)}"
    svg.text(part, svg.cut(line, wide, 14), MARGIN, 103, 14, font_style="italic")


def _mark(page: ET.Element, sheet: MapSheet) -> float:
    """Say what the records are, the whole of it, before anything else; return where it ends."""
    records, colours = sheet.figures.records, inks()
    part = svg.group(page, "mark", fill=colours["ink"])
    if logo := sheet.imprint.logo:
        wide = min(LOGO[0], LOGO[1] * logo.shape)
        left, high = WIDTH - MARGIN - wide, wide / logo.shape
        picture = svg.element(part, "image", x=left, y=28.0, width=wide, height=high)
        picture.set("href", logo.address)
        svg.title(picture, "Logo")
    most = COLUMN_WIDTH - (LOGO[0] + 10 if sheet.imprint.logo else 0)
    title = svg.cut(records.title, most - 20, 12)
    wide = min(svg.text_width(title, 12) + 18, most)
    svg.element(
        part, "rect", x=COLUMN, y=39.0, width=wide, height=21, rx=3, fill="none",
        stroke=colours["ink"], stroke_width=1,
        **({"stroke_dasharray": "3 2.5"} if records.illustrative else {}),
    )  # fmt: skip
    svg.text(part, title, COLUMN + wide / 2, 54, 12, font_weight="bold", text_anchor="middle")
    step, room = 12.0, (COLUMN_WIDTH, MOST_NOTICE, 12.0)
    lines = svg.paragraph(part, records.full_notice, (COLUMN, 74), 9.6, room, fill=colours["quiet"])
    return 136.0 + step * max(lines - NOTICE, 0)


def _map(page: ET.Element, sheet: MapSheet) -> list[Venue]:
    """Draw the map in its frame; return the venue districts that are in sight."""
    colours = inks()
    left, top, width, height = FRAME
    focus = focus_of(sheet.values)
    drawing = drawing_of(sheet.boundaries, FRAME if focus else MAP, focus)
    part = svg.group(page, "map")
    svg.element(part, "rect", x=left, y=top, width=width, height=height, fill=colours["water"])
    layers.graticule(part, drawing, FRAME)
    frame = (left + 4, top + 4, left + width - 4, top + height - 4)
    lettering = layers.Lettering(NAME_SIZES, PROVINCE_SIZE, frame)
    layers.country(part, drawing, sheet.values, INSET_SIDE, lettering, callouts(sheet.figures))
    _scale_bar(part, drawing)
    for out, wide in ((0.0, 0.7), (3.5, 1.4)):  # the neat line
        svg.element(
            part, "rect", x=left - out, y=top - out, width=width + 2 * out,
            height=height + 2 * out, fill="none", stroke=colours["province-edge"],
            stroke_width=wide,
        )  # fmt: skip
    return venues_in_sight(drawing, sheet.values)


def _scale_bar(part: ET.Element, drawing: MapDrawing) -> None:
    """Draw three steps of whole kilometres; true within a hundredth over the country."""
    far = next(km for km in SCALE_STEPS if 3 * km * drawing.units_per_kilometre < MOST_SCALE)
    step = far * drawing.units_per_kilometre
    left, base = FRAME[0] + 22, FRAME[1] + FRAME[3] - 18
    colours = inks()
    bar = svg.group(part, "scale", fill=colours["ink"], stroke="none")
    svg.element(
        bar, "rect", x=left - 12, y=base - 22, width=round(3 * step + 48, 2), height=28,
        fill=colours["water"], fill_opacity=0.85,
    )  # fmt: skip
    for number, fill in enumerate((colours["ink"], colours["ground"], colours["ink"])):
        svg.element(
            bar, "rect", x=round(left + number * step, 2), y=base - 4, width=round(step, 2),
            height=4, fill=fill, stroke=colours["ink"], stroke_width=0.7,
        )  # fmt: skip
    for number in range(4):
        words = f"{number * far}" if number < 3 else _("{distance} km").format(distance=3 * far)
        x = round(left + number * step, 2)
        svg.text(bar, words, x, base - 8, NOTE_SIZE, text_anchor="middle")


def _notes(page: ET.Element, sheet: MapSheet, note: str) -> None:
    """Write the source, the imprint, and what is to be known of the boundaries, in two columns."""
    part = svg.group(page, "notes", fill=inks()["quiet"])
    whole, wide = WIDTH - 2 * MARGIN, (WIDTH - 2 * MARGIN - 32) / 2
    source = svg.cut(sheet.source, whole, 10)
    svg.text(part, source, MARGIN, NOTES_TOP, 10, font_weight="bold", fill=inks()["ink"])
    top = NOTES_TOP + 14
    said = sheet.imprint.by_whom_and_when()
    if link := sheet.imprint.live_view(sheet.figures):
        said.append(_("Live view: {link}").format(link=link))
    if said:
        words = svg.cut(" \u00b7 ".join(said), whole, NOTE_SIZE)
        svg.text(part, words, MARGIN, top, NOTE_SIZE)
        top += 13
    # What every map has to say comes first where the set's own notes are long.
    *others, control, endorsement = boundaries_in_words(sheet.boundaries)
    # The address of the view stands on the line above.
    cited = replace(sheet.imprint, address="").citation(sheet.figures)
    cite = _("Cite as: {citation}").format(citation=cited)
    room = (wide, int((HEIGHT - 6 - top) / NOTE_STEP) + 1, NOTE_STEP)
    for x, words in (
        (MARGIN, f"{control} {endorsement}"),
        (MARGIN + wide + 32, " ".join(filter(None, (cite, note, *others)))),
    ):
        svg.paragraph(part, words, (x, top), NOTE_SIZE, room)
