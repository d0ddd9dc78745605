"""The first slide: the programme, who runs it and pays for it, what is shown, and when."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Pt

from data.figures.coverage import Coverage
from data.records.programme import programme
from geo.words.catalogue import _
from reports.imprint.imprint import Imprint
from reports.imprint.logo import Logo
from reports.maps.sheets.map_sheet import TITLE
from reports.slides.box import EMU_PER_INCH, Box
from reports.slides.design import drawn_on, inks_of, theme_of, title_ink
from reports.slides.layout import Stage, place_of, placeholders
from reports.slides.new_pages import add_mark, add_panels
from reports.slides.page import MARK, POINTS, SMALLEST, Page, describe
from reports.slides.text import LINE, Font, fitted, lines_of, plain
from reports.story.cover import cover_rows
from reports.words.headline import at_least, headline_figures, trainings_in_words
from reports.words.selection import titled

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
#: The sizes of the title, of the line below it and of the facts that are tried.
TITLES, LINES, FACTS = (40, 36, 32, 28, 24), (20, 18, 16, 14), (15, 14, 13, 12)
#: The height that the mark of illustrative records takes, in inches.
MARKED = 0.4


def add_cover(deck: Deck, laid_out: Stage, figures: Coverage, imprint: Imprint) -> None:
    """Add the cover: in the template's own places for title, subtitle, text and picture, if any.

    The title is that of the imprint, else the programme's name; below it what the deck is of.
    """
    slide = deck.slides.add_slide(laid_out.cover)
    places = {one.placeholder_format.type: one for one in slide.placeholders}
    room = _room(laid_out)
    title, line, facts, picture = _boxes(laid_out, room)
    theme = theme_of(laid_out.cover.slide_master)
    own = replace(laid_out, inks=inks_of(laid_out.cover, theme, facts))
    below, ink = inks_of(laid_out.cover, theme, line), title_ink(laid_out.cover, theme, title)
    if laid_out.panels:
        own, below, ink = laid_out, laid_out.inks, laid_out.title_ink
    page = Page(slide, own, own.body)
    add_panels(page, laid_out.panels)
    place = next(places[kind] for kind in _TITLES if kind in places)
    _write(page, place, title, imprint.title or programme().name, TITLES, laid_out.title_font)
    if ink is not None:  # else a colour for a band that the cover does not have
        place.text_frame.paragraphs[0].runs[0].font.color.theme_color = ink
    words = f"{titled(TITLE, figures.selection)}: {_in_figures(figures)}"
    subtitle = places.get(PP_PLACEHOLDER.SUBTITLE)
    if subtitle is None:
        beside = replace(page, stage=replace(own, inks=below))
        beside.write(line, words, LINES, quiet=True, name="Subtitle")
    else:
        _write(page, subtitle, line, words, LINES, laid_out.font)
        if ink is not None:
            subtitle.text_frame.paragraphs[0].runs[0].font.color.theme_color = below.quiet
    if figures.records.illustrative:
        facts = _marked(page, title, facts, room)
    _facts(page, places.get(PP_PLACEHOLDER.BODY), facts, cover_rows(figures, imprint))
    if imprint.logo:
        _logo(page, imprint.logo, picture)
    kept = {*_TITLES, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY}
    for one in list(slide.placeholders):
        if one.placeholder_format.type not in kept or not one.text_frame.text:
            one._element.getparent().remove(one._element)
    page.finish(_notes(figures, imprint))


def _in_figures(figures: Coverage) -> str:
    """Return the first figures of a view in a line.

    Where most trainings are described together, those are told too, and what is published beside
    each other figure: a few recorded one by one would pass for the whole programme.
    """
    districts, trainings, participants = headline_figures(figures)[:3]
    if not figures.mostly_together:
        return "; ".join(f"{x.value} {x.words}" for x in (districts, trainings, participants))
    covered, people = (f"{x.value} {x.words} ({x.claim})" for x in (districts, participants))
    return "; ".join([at_least(figures) + covered, trainings_in_words(figures), people])


def _marked(page: Page, title: Box, facts: Box, room: Box) -> Box:
    """Put the mark of illustrative records over the title, else over the facts; return their room.

    It lies on neither.
    """
    bold = replace(page.stage.font, bold=True)
    wide = bold.width(MARK, page.sized(SMALLEST)) / POINTS + 0.3
    if title.top - room.top >= MARKED:
        add_mark(page, Box(title.left, room.top, wide, 0.3))
        return facts
    add_mark(page, Box(facts.left, facts.top, wide, 0.3))
    return facts.below(MARKED)


def _room(laid_out: Stage) -> Box:
    """Return the room of a cover: of the layout of titles all, else what every slide has."""
    wide, high = laid_out.size
    margin = 0.046 * wide
    if laid_out.cover is laid_out.layout or laid_out.panels:
        top, end = laid_out.title.top, laid_out.body if laid_out.panels else laid_out.source
        return replace(laid_out.body, top=top, height=end.bottom - top)
    return Box(margin, 0.08 * high, wide - 2 * margin, 0.86 * high)


def _boxes(laid_out: Stage, room: Box) -> tuple[Box, Box, Box, Box]:
    """Return where title, line, facts and logo stand: as the layout has them, below each other."""
    found = {one.placeholder_format.type: place_of(one) for one in placeholders(laid_out.cover)}
    if laid_out.panels:  # the places of the layout were made for what is behind the panel
        found = {}
    own = laid_out.cover is not laid_out.layout
    title = next((found[kind] for kind in _TITLES if found.get(kind)), None) if own else None
    line, facts = found.get(PP_PLACEHOLDER.SUBTITLE), found.get(PP_PLACEHOLDER.BODY)
    high = room.height
    usual = replace(room, top=room.top + 0.14 * high, height=0.24 * high)
    title = title or (usual if own else laid_out.title)
    enough = room.bottom - title.bottom > 0.45 * high
    outside = title.left < 0 or title.right > laid_out.size[0]
    if outside or not enough:  # a title in the middle leaves no room for what stands below it
        title = usual
    below = title.bottom + 0.02 * high
    wide = laid_out.size[0]
    low = line is None or line.top < title.bottom - 0.05 or line.bottom > room.top + 0.6 * high
    if line is None or low or line.left < 0 or line.right > wide:
        line = replace(room, left=title.left, width=title.width, top=below, height=0.13 * high)
    for band in drawn_on(laid_out.cover, *laid_out.size)[0]:
        if band.width > band.height and band.top < line.top < band.bottom < line.bottom:
            line = replace(line, top=band.bottom + 0.02 * high)
    if facts is None or facts.top < line.bottom or facts.left < 0 or facts.right > wide:
        top = line.bottom + 0.03 * high
        left = title.left if title.width > 0.6 * room.width else room.left
        facts = replace(room, left=left, width=room.right - left, top=top, height=room.bottom - top)
    picture = found.get(PP_PLACEHOLDER.PICTURE)
    most = min(3.0, 0.25 * room.width)
    usual = Box(room.right - most, room.top, most, max(min(0.14 * high, 1.1), 0.5))
    return title, line, facts, picture or usual


def _write(
    page: Page, place: Any, box: Box, words: str, sizes: Sequence[float], font: Font
) -> None:
    """Write words into a place of the layout, in the largest size at which they fit."""
    scaled = [page.sized(size) for size in sizes]
    inside = (box.width * 0.97 * POINTS, box.height * 0.95 * POINTS)
    fit = fitted(plain(words), *inside, scaled, font)
    place.left, place.top, place.width, place.height = box.emu()
    frame = place.text_frame
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size = fit.words, Pt(fit.size)


def _facts(page: Page, place: Any, box: Box, rows: Sequence[tuple[str, str]]) -> None:
    """Write a line a fact, its word in bold, in the largest size at which all fit."""
    written = [(plain(word), plain(words)) for word, words in rows]
    for size in (page.sized(points) for points in FACTS):
        if sum(_lines(page, box, pair, size) for pair in written) * size * LINE * 1.15 <= (
            box.height * POINTS
        ):
            break
    if place is None:
        frame = page.frame(box, "Facts")
    else:
        place.left, place.top, place.width, place.height = box.emu()
        place.name, frame = "Facts", place.text_frame
    for word, words in written:
        paragraph = page.paragraph(frame)
        paragraph.space_after = Emu(round(size * 0.15 * 12_700))
        page.run(paragraph, f"{word}: ", size, bold=True)
        page.run(paragraph, words, size)


def _lines(page: Page, box: Box, pair: tuple[str, str], size: float) -> int:
    return len(lines_of(": ".join(pair), box.width * 0.97 * POINTS, size, page.stage.font))


def _logo(page: Page, logo: Logo, box: Box) -> None:
    """Put the logo into its place, whole, to the right."""
    width = min(box.width, box.height * logo.shape)
    height = width / logo.shape
    left, top = box.right - width, box.top + (box.height - height) / 2
    edges = (Emu(round(edge * EMU_PER_INCH)) for edge in (left, top, width, height))
    picture = page.slide.shapes.add_picture(io.BytesIO(logo.picture), *edges)
    picture.name = "Logo"
    describe(picture, "Logo")


def _notes(figures: Coverage, imprint: Imprint) -> str:
    """Return what the programme is and what stands on the cover, to be said or read."""
    lines: Iterable[str] = (
        *(f"\u2022 {fact.what}: {fact.words} ({fact.source})." for fact in programme().facts),
        *(f"{word}: {words}" for word, words in cover_rows(figures, imprint)),
        figures.records.full_notice,
    )
    return _("Talking points\n") + "\n".join(plain(line) for line in lines)
