"""One slide: its title, its text, the lines on its source, and how words are put on it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from reports.slides.layout import Box, Stage, placeholders
from reports.slides.text import LINE, Fitted, fitted, plain

#: The sizes of text in points on a slide of full size: of a text, of its small print.
TEXT_SIZES = (18, 16, 14, 13, 12)
SMALL = 11
SMALLEST = 8
POINTS = 72
#: The ground and the ink of the mark of illustrative records.
MARK_GROUND, MARK_INK = RGBColor(0xF6, 0xD9, 0xA8), RGBColor(0x4A, 0x2C, 0x00)
MARK = "Illustrative records"
#: The names of what stands at the foot, in the order in which it is read aloud.
NOTES, SOURCE, NUMBER = "Notes on boundaries", "Source", "Page number"
FOOT = (NOTES, MARK, SOURCE, NUMBER)


@dataclass(frozen=True, eq=False)
class Page:
    """A slide, how the slides of its deck are laid out, and the room (``body``) for its figures."""

    slide: Slide
    stage: Stage
    body: Box

    @property
    def scale(self) -> float:
        """Sizes over those of a slide of full size."""
        return self.stage.scale

    def sized(self, points: float) -> float:
        """Return a size of text as it is on this slide, never too small to be read."""
        return max(round(points * self.scale * 2) / 2, SMALLEST)

    def write(
        self,
        box: Box,
        words: object,
        sizes: Sequence[float],
        *,
        bold: bool = False,
        quiet: bool = False,
        align: PP_ALIGN = PP_ALIGN.LEFT,
        anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
        name: str = "",
    ) -> Fitted:
        """Write words into a box, in the largest of some sizes at which they fit.

        The sizes are in points of a slide of full size, largest first. Any text is shown as it is
        written, without control characters; it names the shape where no ``name`` is given.
        """
        font = replace(self.stage.font, bold=bold)
        scaled = [self.sized(size) for size in sizes]
        fit = fitted(plain(words), box.width * POINTS, box.height * POINTS, scaled, font)
        if anchor == MSO_ANCHOR.TOP:
            box = replace(box, height=min(fit.height / POINTS, box.height))
        frame = self.frame(box, name or fit.words[:40] or "Text", anchor)
        self.run(frame.paragraphs[0], fit.words, fit.size, bold=bold, quiet=quiet)
        frame.paragraphs[0].alignment = align
        return fit

    def frame(self, box: Box, name: str, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
        """Add a box for text, with no margins; return where its paragraphs go."""
        shape = self.slide.shapes.add_textbox(*box.emu())
        shape.name = name
        return bare(shape.text_frame, anchor)

    def paragraph(self, frame: TextFrame) -> _Paragraph:
        """Return the next paragraph of a text: the first where nothing is written yet."""
        first = frame.paragraphs[0]
        return frame.add_paragraph() if first.runs else first

    def run(
        self,
        paragraph: _Paragraph,
        words: str,
        size: float,
        *,
        bold: bool = False,
        quiet: bool = False,
    ) -> None:
        """Add words, plain already, to a paragraph in a colour of the theme."""
        run = paragraph.add_run()
        run.text = words
        run.font.size = Pt(size)
        if bold:
            run.font.bold = True
        run.font.color.theme_color = self.stage.quiet if quiet else self.stage.ink

    def heading(self, box: Box, words: str) -> Box:
        """Write the heading of a chart, list or map; return what is left below it."""
        height = 0.34 * self.scale
        self.write(replace(box, height=height), words, (15, 14, 13, 12, 11), bold=True)
        return box.below(height)

    def nothing(self, box: Box, words: str) -> None:
        """Say in place of a figure that there is nothing to show."""
        height = min(box.height, 1.2)
        self.write(replace(box, height=height), words, (18, 16, 14, 12), quiet=True)

    def read_foot_last(self) -> None:
        """Put what stands at the foot after the figures: shapes are read aloud in their order."""
        tree = self.slide.shapes._spTree
        for name in FOOT:
            for shape in [one for one in self.slide.shapes if one.name == name]:
                tree.append(shape._element)

    def notes(self, words: str) -> None:
        """Set the speaker's notes."""
        frame = self.slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = words


def bare(frame: TextFrame, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
    """Take margins off a text, and let it break its lines."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    return frame


def new_page(
    slides: object, stage: Stage, title: str, text: str, source: Sequence[str], marked: bool
) -> Page:
    """Add a slide with its title, its text (which may be blank) and the lines on its source.

    ``marked``: whether the records are made up, which the foot says in a mark of its own.
    """
    slide = slides.add_slide(stage.layout)  # type: ignore[attr-defined]
    page = Page(slide, stage, stage.body)
    below = _title(page, title)
    body = replace(stage.body, top=below, height=stage.body.bottom - below)
    if text:
        height = (0.62 if len(text) < 200 else 0.82) * page.scale
        body = body.below(0.06 * page.scale)
        fit = page.write(replace(body, height=height), text, TEXT_SIZES, quiet=True, name="Text")
        body = body.below(fit.height / POINTS)
    _foot(page, source, marked)
    return replace(page, body=body.below(0.22 * page.scale))


def _title(page: Page, words: str) -> float:
    """Write the title where the layout has it; return where it ends."""
    stage = page.stage
    for one in list(page.slide.placeholders):
        if one.placeholder_format.type not in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            one._element.getparent().remove(one._element)
    shape, box = page.slide.shapes.title, stage.title
    if shape is None:  # the layout has been chosen for its title
        raise LookupError("the layout has no title")
    room = max(box.height, 1.0 * page.scale)
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
        wide = bold.width(MARK, page.sized(SMALL)) / POINTS + 0.3
        mark = replace(box, width=wide, height=0.27 * max(page.scale, 0.85))
        _mark(page, replace(mark, top=box.top + (box.height - mark.height) / 2))
        box = replace(box, left=box.left + wide + 0.18, width=box.width - wide - 0.18)
    size, frame = page.sized(10), page.frame(box, SOURCE, MSO_ANCHOR.MIDDLE)
    lines = [plain(line) for line in source if line]
    for line in lines:
        room = (box.width * POINTS * 0.97, box.height / len(lines) * POINTS)
        fit = fitted(line, *room, (size, size - 1, 8), stage.font)
        page.run(page.paragraph(frame), fit.words, fit.size, quiet=True)
    _number(page)


def _mark(page: Page, box: Box) -> None:
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
    run.font.size, run.font.bold = Pt(page.sized(SMALL)), True
    run.font.color.rgb = MARK_INK


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
    size = round(page.sized(10) * 100)
    frame.paragraphs[0]._p.append(
        parse_xml(
            f'<a:fld {nsdecls("a")} id="{{5B1F0C2A-3D57-4C8E-9A61-0D2C7B9E4F10}}" type="slidenum">'
            f'<a:rPr lang="en-GB" sz="{size}"/><a:t>#</a:t></a:fld>'
        )
    )


def next_id(slide: Slide) -> int:
    """Return a number that no shape of a slide has."""
    taken = [int(one.get("id")) for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]
    return max(taken) + 1


def describe(shape: object, words: str) -> None:
    """Give a chart, map or table the text that is read aloud in its place."""
    about = next(shape._element.iter(qn("p:cNvPr")))  # type: ignore[attr-defined]
    about.set("descr", plain(words))
