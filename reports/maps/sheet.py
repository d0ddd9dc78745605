"""The map sheet: one page of A4 across with the map, its legend, what it says and what it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from data.figures.coverage import Coverage
from data.records.model import in_words
from data.records.programme import programme
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues, Venue
from geo.words.catalogue import _
from reports.imprint.imprint import Imprint
from reports.maps import layers, svg
from reports.maps.callouts import callouts
from reports.maps.palette import inks
from reports.maps.projection import Box
from reports.maps.vector_map import MapDrawing, drawing_of, focus_of, venues_in_sight
from reports.words.counts import counted, millions
from reports.words.headline import headline_figures
from reports.words.selection import boundaries_in_words, selection_in_words, source_in_words

#: A quarter of a millimetre is one unit of the sheet.
UNITS_PER_MM = 4.0
WIDTH, HEIGHT = 297 * UNITS_PER_MM, 210 * UNITS_PER_MM
MARGIN = 40.0
FRAME: Box = (MARGIN, 118.0, 776.0, 606.0)
MAP: Box = (52.0, 128.0, 700.0, 586.0)
#: The side of Karachi's inset; the sizes of names, the smallest 6.5 points.
INSET_SIDE = 156.0
NAME_SIZES, PROVINCE_SIZE = (11.0, 10.0, 9.2), 11.5
COLUMN, COLUMN_WIDTH = 844.0, WIDTH - MARGIN - 844.0
NOTES_TOP = 748.0
#: The size of notes, 6.5 points, and from one line of them to the next.
NOTE_SIZE, NOTE_STEP = 9.2, 10.8
#: Kilometres between the marks of the scale bar, and how long it is at most.
SCALE_STEPS, MOST_SCALE = (200, 100, 50, 20, 10, 5), 200.0
#: From one line of the list to the next, and the least room that it is begun in.
LIST_STEP, LEAST_LIST = 13.5, 56.0
#: The most that a logo takes: width and height.
LOGO = (110.0, 36.0)
TITLE = _("Training coverage by district")
#: The largest in which a title finds room.
TITLE_SIZES = (31, 25, 19)
#: The most lines of what has to be known of a figure of the headline.
MOST_NOTES = 5


@dataclass(frozen=True, eq=False)
class MapSheet:
    """What stands on a sheet: the figures of a view, what the map shows of them, and outlines."""

    figures: Coverage
    values: MapValues
    boundaries: BoundarySet
    title: str = TITLE
    imprint: Imprint = field(default_factory=Imprint)

    @property
    def source(self) -> str:
        """The line on what the figures are of, their as-of date and their source."""
        records, selection = self.figures.records, self.figures.selection
        return source_in_words(records, selection, self.imprint.source)

    @property
    def in_words(self) -> str:
        """What the sheet shows, for somebody who cannot see it."""
        classes = "; ".join(f"{one.label}: {one.count:,}" for one in self.values.classes)
        day, records = in_words(self.figures.selection.as_of), self.figures.records
        headline = "; ".join(f"{one.value} {one.words}" for one in headline_figures(self.figures))
        listed = "; ".join(f"{one.title}: {len(one.places):,}" for one in self.values.lists)
        return _(
            "{title}, {day}. {records}: {notice} {headline}. {measure}. Districts by "
            "class: {classes}. {listed}. {source}. {line_of_control} {endorsement}"
        ).format(
            title=self.title,
            day=day,
            records=records.title,
            notice=records.notice,
            headline=headline,
            measure=self.values.measure,
            classes=classes,
            listed=listed,
            source=self.source,
            line_of_control=LINE_OF_CONTROL_NOTE,
            endorsement=BOUNDARY_NOTE,
        )


def draw(sheet: MapSheet, note: str = "") -> ET.Element:
    """Return the sheet as a drawing in SVG, with a note of its own before those it always has."""
    page = svg.root(WIDTH, HEIGHT, "mm", UNITS_PER_MM)
    svg.title(page, sheet.title)
    svg.element(page, "desc").text = svg.writable(sheet.in_words)
    svg.patterns(page, [one.key for one in sheet.values.classes])
    svg.element(page, "rect", width=WIDTH, height=HEIGHT, fill="#ffffff")
    _heading(page, sheet)
    _mark(page, sheet)
    venues = _map(page, sheet)
    top = _headline(page, sheet, 136.0)
    top = _legend(page, sheet, venues, top + 20)
    _list(page, sheet, top + 26, FRAME[1] + FRAME[3])
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


def _mark(page: ET.Element, sheet: MapSheet) -> None:
    """Say what the records are: where they are made up, before anything else."""
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
    room = (COLUMN_WIDTH, 4, 12.0)
    svg.paragraph(part, records.notice, (COLUMN, 74), 9.6, room, fill=colours["quiet"])


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


def _headline(page: ET.Element, sheet: MapSheet, top: float) -> float:
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


def _legend(page: ET.Element, sheet: MapSheet, venues: list[Venue], top: float) -> float:
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


def _list(page: ET.Element, sheet: MapSheet, top: float, bottom: float) -> None:
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
        svg.text(part, svg.cut(one.none, COLUMN_WIDTH, 10.5), COLUMN, top + 17, 10.5)
        top += 50


def _listed(
    part: ET.Element, one: DistrictList, values: MapValues, top: float, bottom: float
) -> None:
    order = svg.cut(one.order, COLUMN_WIDTH, 10)
    svg.text(part, order, COLUMN, top + 14, 10, font_style="italic", fill=inks()["quiet"])
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


def _rule(part: ET.Element, y: float, wide: float = 0.9) -> None:
    ends = f"M{COLUMN:g},{y:g}L{WIDTH - MARGIN:g},{y:g}"
    svg.element(part, "path", d=ends, stroke=inks()["rule"], stroke_width=wide, fill="none")
