"""One slide: its title, its text, the lines on its source, and how words are put on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from geo.words.catalogue import LOCALE, _
from reports.slides.box import Box
from reports.slides.layout import Stage
from reports.slides.text import LINE, Fitted, fitted, lines_of, plain
from reports.words.fonts import is_arabic

#: The smallest size that is read from the end of a room; and of notes and sources at the foot.
SMALLEST, SMALLEST_NOTE = 12, 8
POINTS = 72
#: The least width of the room of slides that are not narrow, in inches.
NARROW = 10.0
#: The language of texts in the script of Urdu, for whoever has it read aloud.
URDU = "ur-PK"
MARK = _("Illustrative records")
#: The names of what stands at the foot, in the order in which it is read aloud.
NOTES, SOURCE, NUMBER = "Notes on boundaries", "Source", "Page number"
FOOT = (NOTES, MARK, SOURCE, NUMBER)


@dataclass(frozen=True, eq=False)
class Page:
    """A slide, how the slides of its deck are laid out, and the room (``body``) for its figures."""

    slide: Slide
    stage: Stage
    body: Box
    #: Numbers of text boxes: from above, so that none is one that python-pptx counts up to.
    numbers: Iterator[int] = field(default_factory=lambda: count(1_000_000, -1))

    @property
    def scale(self) -> float:
        """Sizes over those of a slide of full size."""
        return self.stage.scale

    @property
    def narrow(self) -> bool:
        """Whether the room is that of slides of 4:3."""
        return self.body.width < NARROW

    def sized(self, points: float, least: float = SMALLEST) -> float:
        """Return a size of text as it is on this slide, never too small to be read."""
        return max(round(points * self.scale * 2) / 2, least)

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
        least: float = SMALLEST,
    ) -> Fitted:
        """Write words into a box, in the largest of some sizes at which they fit.

        The sizes are in points of a slide of full size, largest first. Any text is shown as it is
        written, without control characters; it names the shape where no ``name`` is given.
        """
        font = replace(self.stage.font, bold=bold)
        scaled = [self.sized(size, least) for size in sizes]
        fit = fitted(plain(words), box.width * POINTS, box.height * POINTS, scaled, font)
        if anchor == MSO_ANCHOR.TOP:
            box = replace(box, height=min(fit.height / POINTS, box.height))
        frame = self.frame(box, name or fit.words[:40] or "Text", anchor)
        self.run(frame.paragraphs[0], fit.words, fit.size, bold=bold, quiet=quiet)
        frame.paragraphs[0].alignment = align
        return fit

    def frame(self, box: Box, name: str, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
        """Add a box for text, with no margins; return where its paragraphs go."""
        left, top, width, height = box.emu()
        element = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{next(self.numbers)}" name=""/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )
        self.slide.shapes._spTree.append(element)  # python-pptx looks at every shape for a number
        shape = Shape(element, self.slide.shapes)
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
        run.font.color.theme_color = self.stage.inks.quiet if quiet else self.stage.inks.ink

    def heading(self, box: Box, words: str) -> Box:
        """Write the heading of a chart, list or map; return what is left below it.

        One that would be cut on one line has as many as it needs.
        """
        size, font = self.sized(12), replace(self.stage.font, bold=True)
        lines = len(lines_of(plain(words), box.width * POINTS, size, font))
        height = max(0.34 * self.scale, (lines * size * LINE + 4) / POINTS * (lines > 1))
        self.write(replace(box, height=height), words, (15, 14, 13, 12), bold=True)
        return box.below(height)

    def nothing(self, box: Box, words: str) -> None:
        """Say in place of a figure that there is nothing to show."""
        height = min(box.height, 1.2)
        self.write(replace(box, height=height), words, (18, 16, 14, 12), quiet=True)

    def finish(self, notes: str) -> None:
        """Set the speaker's notes, and make the slide fit to be read aloud.

        Shapes are read in their order: what stands at the foot goes after the figures. Every text
        says its language.
        """
        tree = self.slide.shapes._spTree
        for name in FOOT:
            for shape in [one for one in self.slide.shapes if one.name == name]:
                tree.append(shape._element)
        frame = self.slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = notes
        parts = [self.slide._element, self.slide.notes_slide._element]
        frames: list[Any] = [shape for shape in self.slide.shapes if shape.has_chart]
        parts += [frame.chart._chartSpace for frame in frames]
        for part in parts:
            for run in part.iter(qn("a:r"), qn("a:fld")):
                words = "".join(text.text or "" for text in run.iter(qn("a:t")))
                run.get_or_add_rPr().set("lang", URDU if is_arabic(words) else LOCALE)


def bare(frame: TextFrame, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> TextFrame:
    """Take margins off a text, and let it break its lines."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    return frame


def next_id(slide: Slide) -> int:
    """Return a number that no shape of a slide has."""
    taken = [int(one.get("id")) for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]
    return max(taken) + 1


def describe(shape: BaseShape, words: str) -> None:
    """Give a chart, map or table the text that is read aloud in its place."""
    about = next(shape._element.iter(qn("p:cNvPr")))
    about.set("descr", plain(words))
