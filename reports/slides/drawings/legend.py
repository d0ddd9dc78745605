"""The legend of a map on a slide: swatches, words and counts, grouped so that they move as one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.base import BaseShape

from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from reports.maps.palette import inks
from reports.measures.measures import NO_RECORD
from reports.slides.box import Box
from reports.slides.drawings.shapes import dots, solid, swatch
from reports.slides.page import POINTS, Page, describe, next_id
from reports.slides.text import LINE, lines_of, plain

#: The height of a row, the widths of a swatch and of a count, in inches of a full slide.
ROW, SWATCH, COUNT = 0.31, 0.3, 0.5
#: The sizes of the rows' words that are tried, in points.
SIZES = (12,)


@dataclass(frozen=True)
class Row:
    """A row of a legend: its key, words and count; the look of its swatch, and its form."""

    key: str
    label: str
    count: str = ""
    look: str = ""
    preset: str = "rect"
    bold: bool = False


def add_legend(page: Page, box: Box, values: MapValues, counted: str, marks: str = "") -> BaseShape:
    """Draw the classes of a map with how many districts are in each; they sum to the list.

    The legend takes the height that it needs, its words are small enough for the box. Under its
    title stands what is ``counted`` and when: ``districts on 25 September 2023``. ``marks`` is
    what a round on the map is; blank where there is none.
    """
    first = len(page.slide.shapes)
    for words, height, sizes, bold in (
        (values.measure, 0.62, (14, 13, 12), True),
        (counted, 0.56, (12,), False),
    ):
        place = replace(box, height=height * page.scale)
        name = f"Legend {'title' if bold else 'unit'}"
        fit = page.write(place, words, sizes, bold=bold, quiet=not bold, name=name)
        box = box.below(fit.height / POINTS + 0.03)
    box = box.below(0.08 * page.scale)
    rows = _rows(values, marks)
    scaled = [page.sized(size) for size in SIZES]
    fits = [s for s in scaled if sum(_height(page, box, row, s) for row in rows) <= box.height]
    size = max(fits, default=min(scaled))
    for row in rows:
        height = _height(page, box, row, size)
        _draw(page, replace(box, height=height), row, size)
        box = box.below(height)
    group = page.slide.shapes.add_group_shape(list(page.slide.shapes)[first:])
    group.name = "Legend"
    words = "; ".join(f"{row.label}: {row.count}" if row.count else row.label for row in rows)
    describe(
        group,
        _("Legend. {measure}, {counted}: {classes}.").format(
            measure=values.measure, counted=counted, classes=words
        ),
    )
    return group


def _rows(values: MapValues, marks: str) -> list[Row]:
    classes = [
        Row(one.key, one.label, f"{one.count:,}", swatch(one.key))
        for one in values.classes
        if one.count or one.key == NO_RECORD
    ]
    total = sum(one.count for one in values.classes)
    rows = [*classes, Row("total", _("all districts"), f"{total:,}", bold=True)]
    if marks:
        look = f"{solid(inks()['venue'])}<a:ln><a:noFill/></a:ln>"
        rows.append(Row("venue", marks, look=look, preset="ellipse"))
    look = dots(inks()["line-of-control"], 2)
    return [*rows, Row("control", _("Line of Control (approximate)"), look=look, preset="line")]


def _room(page: Page, box: Box, row: Row) -> float:
    """Return how wide the words of a row may be, in inches."""
    return box.width - SWATCH * page.scale - 0.1 - (COUNT * page.scale if row.count else 0)


def _height(page: Page, box: Box, row: Row, size: float) -> float:
    font = replace(page.stage.font, bold=row.bold)
    lines = len(lines_of(plain(row.label), _room(page, box, row) * POINTS, size, font))
    return max(ROW * size / SIZES[0], lines * size * LINE / POINTS + 0.05)


def _draw(page: Page, box: Box, row: Row, size: float) -> None:
    """Draw a row in a size of text that is the slide's own already."""
    if row.look:
        place = replace(box, width=SWATCH * page.scale)
        if page.stage.inks.dark and row.preset == "line":
            _swatch(page, place, "ground", solid(inks()["water"]), "rect")
        _swatch(page, place, row.key, row.look, row.preset)
    room, name = _room(page, box, row), f"Legend label {row.key}"
    words = replace(box, left=box.left + SWATCH * page.scale + 0.1, width=room)
    end = replace(words, left=words.right, width=max(box.right - words.right, 0))
    sizes, middle = [size / page.scale], MSO_ANCHOR.MIDDLE
    page.write(words, row.label, sizes, bold=row.bold, anchor=middle, name=name)
    if row.count:
        name, right = f"Legend count {row.key}", PP_ALIGN.RIGHT
        page.write(end, row.count, sizes, bold=row.bold, align=right, anchor=middle, name=name)


def _swatch(page: Page, box: Box, key: str, look: str, preset: str) -> None:
    high = {"rect": 0.2, "ellipse": 0.14, "line": 0.0}[preset] * page.scale
    wide = high if preset == "ellipse" else box.width
    left, top, width, height = replace(
        box, left=box.left + (box.width - wide) / 2, top=box.top + (box.height - high) / 2,
        width=wide, height=high,
    ).emu()  # fmt: skip
    page.slide.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{next_id(page.slide)}" '
            f'name="Legend swatch {key}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{look}</p:spPr></p:sp>'
        )
    )
