"""New slides: their title, text and foot, where the layout has a place for each."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slides
from pptx.util import Pt

from geo.words.catalogue import LOCALE, _
from reports.slides.box import Box
from reports.slides.layout import Stage, placeholders
from reports.slides.page import (
    MARK,
    NUMBER,
    POINTS,
    SMALLEST,
    SMALLEST_NOTE,
    SOURCE,
    Page,
    bare,
    next_id,
)
from reports.slides.text import LINE, Fitted, fitted, plain

#: The sizes of text in points on a slide of full size.
TEXT_SIZES = (18, 16, 14, 13, 12)
#: By how much a panel is larger than what is written on it, in inches: logos are not as near.
EDGE = 0.1
#: The ground and the ink of the mark of illustrative records.
MARK_GROUND, MARK_INK = RGBColor(0xF6, 0xD9, 0xA8), RGBColor(0x4A, 0x2C, 0x00)


def new_page(
    slides: Slides, stage: Stage, title: str, text: str, source: Sequence[str], marked: bool
) -> Page:
    """Add a slide with its title, its text (which may be blank) and the lines on its source.

    ``marked``: whether the records are made up, which the foot says in a mark of its own.
    """
    slide = slides.add_slide(stage.layout)
    page = Page(slide, stage, stage.body)
    add_panels(page, stage.panels)
    line = _keep_places(page, text)
    below = max(_title(page, title), stage.body.top)
    body = replace(stage.body, top=below, height=stage.body.bottom - below)
    if text:
        height = (0.62 if len(text) < 200 else 0.82) * page.scale
        body = body.below(0.06 * page.scale)
        place = replace(body, height=height)
        fit = _text(page, line, place, text) if line else _text_box(page, place, text)
        body = body.below(fit.height / POINTS)
    _foot(page, source, marked)
    return replace(page, body=body.below(0.22 * page.scale))


def _keep_places(page: Page, text: str) -> Shape | None:
    """Take out the places of the layout that stay empty; return that of the line of text."""
    kept, line = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE), page.stage.line
    found = None
    for one in list(page.slide.placeholders):
        about = one.placeholder_format
        if text and line and about.idx == line[0]:
            found = one
        elif about.type not in kept:
            one._element.getparent().remove(one._element)
    return found


def _text(page: Page, place: Shape, box: Box, words: str) -> Fitted:
    """Write the line of text into the layout's own place, which stands below the title."""
    usual = (page.stage.line or (0, box))[1]
    sizes = [page.sized(size) for size in TEXT_SIZES]
    height = max(usual.height, box.height)
    fit = fitted(plain(words), usual.width * POINTS, height * POINTS, sizes, page.stage.font)
    box = replace(usual, top=max(box.top, usual.top), height=fit.height / POINTS)
    place.left, place.top, place.width, place.height = box.emu()
    place.name = "Text"
    run = place.text_frame.paragraphs[0].add_run()
    run.text, run.font.size = fit.words, Pt(fit.size)
    if page.stage.title_ink is not None:  # no more than the title's is the place's own colour seen
        run.font.color.theme_color = page.stage.inks.quiet
    return fit


def _text_box(page: Page, box: Box, words: str) -> Fitted:
    return page.write(box, words, TEXT_SIZES, quiet=True, name="Text")


def _title(page: Page, words: str) -> float:
    """Write the title where the layout has it; return where it ends."""
    stage = page.stage
    shape, box = page.slide.shapes.title, stage.title
    if shape is None:  # the layout has been chosen for its title
        raise LookupError(_("the layout has no title"))
    room = min(max(box.height, 1.0 * page.scale), stage.title_room)
    usual = stage.title_size
    sizes = [round(usual * part) for part in (1, 0.93, 0.87, 0.8, 0.73, 0.67, 0.6)]
    inset = 0.2 if stage.moved or box.height >= 0.8 else 0.0
    wide, high = (box.width - inset) * POINTS, (room - inset / 2) * POINTS
    fit = fitted(plain(words), wide, usual * LINE, sizes[:4], stage.title_font)
    if fit.words != plain(words):  # it does not fit on one line
        fit = fitted(plain(words), wide, high, sizes, stage.title_font)
    run = shape.text_frame.paragraphs[0].add_run()
    run.text = fit.words
    run.font.size = Pt(fit.size)
    if stage.title_ink is not None:
        run.font.color.theme_color = stage.title_ink
    needed = fit.height / POINTS + inset / 2
    if needed > box.height or stage.moved:
        box = replace(box, height=max(needed + 0.08 * page.scale, box.height))
        shape.left, shape.top, shape.width, shape.height = box.emu()
    return box.bottom


def _foot(page: Page, source: Sequence[str], marked: bool) -> None:
    stage = page.stage
    box = stage.source
    if marked:
        bold = replace(stage.font, bold=True)
        wide = bold.width(MARK, page.sized(SMALLEST)) / POINTS + 0.3
        mark = replace(box, width=wide, height=0.27 * max(page.scale, 0.85))
        add_mark(page, replace(mark, top=box.top + (box.height - mark.height) / 2))
        box = replace(box, left=box.left + wide + 0.18, width=box.width - wide - 0.18)
    frame = page.frame(box, SOURCE, MSO_ANCHOR.MIDDLE)
    sizes = [page.sized(size, SMALLEST_NOTE) for size in (10.5, 10, 9.5, 9, 8.5, 8)]
    lines = [plain(line) for line in source if line]
    for line in lines:
        room = (box.width * POINTS * 0.97, box.height / len(lines) * POINTS)
        fit = fitted(line, *room, sizes, stage.font)
        page.run(page.paragraph(frame), fit.words, fit.size, quiet=True)
    _number(page)


def add_mark(page: Page, box: Box) -> None:
    """Say in a mark of its own that the records are made up."""
    shape: Shape = page.slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *box.emu())
    shape.name = MARK
    shape.adjustments[0] = 0.5
    shape.fill.solid()
    shape.fill.fore_color.rgb = MARK_GROUND
    shape.line.fill.background()
    shape._element.remove(shape._element.find(qn("p:style")))  # it would cast a shadow
    frame = bare(shape.text_frame, MSO_ANCHOR.MIDDLE)
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    run = frame.paragraphs[0].add_run()
    run.text = MARK
    run.font.size, run.font.bold = Pt(page.sized(SMALLEST)), True
    run.font.color.rgb = MARK_INK


def add_panels(page: Page, boxes: Sequence[Box]) -> None:
    """Put the theme's own ground behind boxes, under all else that is on the slide."""
    for box in boxes:
        around = Box(box.left - EDGE, box.top - EDGE, box.width + 2 * EDGE, box.height + 2 * EDGE)
        panel: Any = page.frame(around, "Panel")._parent
        panel.fill.solid()
        panel.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        page.slide.shapes._spTree.insert(2, panel._element)


def _number(page: Page) -> None:
    """Write the page number where the layout has it, or in the lower right corner."""
    box = page.stage.number
    for one in placeholders(page.stage.layout) if box is None else []:
        if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER and one.top is not None:
            number = deepcopy(one._element)
            number.nvSpPr.cNvPr.set("id", str(next_id(page.slide)))
            number.nvSpPr.cNvPr.set("name", NUMBER)
            page.slide.shapes._spTree.append(number)
            return
    if box is None:
        return
    frame = page.frame(box, NUMBER, MSO_ANCHOR.BOTTOM)
    frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    size = round(page.sized(SMALLEST) * 100)
    frame.paragraphs[0]._p.append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{5B1F0C2A-3D57-4C8E-9A61-0D2C7B9E4F10}}" type="slidenum">'
            f'<a:rPr lang="{LOCALE}" sz="{size}"/><a:t>#</a:t></a:fld>'
        )
    )
