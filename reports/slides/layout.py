"""Where things stand on the slides of a deck: its layouts, its title, and the room that is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster

from geo.words.catalogue import _
from reports.slides.box import EMU_PER_INCH, Box
from reports.slides.design import Inks, drawn_on, inks_of, is_even, theme_of, title_ink
from reports.slides.template import DeckError
from reports.slides.text import Font

#: The size that everything is measured for, in inches.
WIDTH, HEIGHT = 13.333, 7.5

_FOOT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TITLE, _CENTRED = PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE
_BODY, _SUBTITLE = PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE
#: Fonts of the widths of Arial; any other is taken to be as wide as what stands in for it where
#: it is not installed.
_AS_ARIAL = ("arial", "helvetica", "liberation sans")
_OTHER_FONT = 1.22
#: The least part of a slide's height that its figures need under the title.
_LEAST = 0.6
#: Between what a master draws and what stands beside it, in inches.
_CLEAR = 0.12
#: What takes less than so much of a slide may be a logo, and is left in sight beside panels.
_LOGO = 0.03


@dataclass(frozen=True, eq=False)
class Stage:
    """How the slides of a deck are laid out: layouts, places, sizes, and the theme's colours.

    ``cover`` is the layout of the first slide. ``line``: the number of the layout's place for a
    line of text under the title, if it has one, and where it is. The title has a size in points,
    before it is fitted, and may be as high as ``title_room``; it is ``moved`` where it does not
    stand where the layout has it. ``number``: where the page number stands if the layout has none.
    ``title_ink``: the colour of titles where the layout's own cannot be read on what is behind.
    ``scale``: sizes of text over those of a slide of ``WIDTH`` x ``HEIGHT``. ``panels``: what is
    to have the theme's own ground behind it, as text could not be read on what is drawn there.
    """

    cover: SlideLayout
    layout: SlideLayout
    title: Box
    title_room: float
    line: tuple[int, Box] | None
    body: Box
    source: Box
    title_size: float
    moved: bool
    number: Box | None
    scale: float
    font: Font
    title_font: Font
    inks: Inks
    title_ink: MSO_THEME_COLOR | None
    size: tuple[float, float]
    panels: tuple[Box, ...] = ()


def stage(deck: Deck) -> Stage:
    """Return how the slides of a deck are laid out.

    Raises
    ------
    DeckError
        If no layout has a title, or a slide is smaller than a postcard.
    """
    wide, high = _size(deck)
    layouts = [one for master in deck.slide_masters for one in master.slide_layouts]
    layout = _layout(layouts, wide, high)
    scale = min(wide / WIDTH, high / HEIGHT)
    margin = 0.046 * wide
    bands, logos = drawn_on(layout, wide, high)
    usual = Box(margin, 0.055 * high, wide - 2 * margin, 0.085 * high)
    title, moved = _title(layout, usual, high)
    title, moved = _beside_logos(title, logos, usual, moved=moved)
    if not moved and title.width > 0.8 * wide:  # what is below the title is in line with it
        margin = title.left
    left, right = _sides(margin, wide, bands, logos, high)
    top = _below(title, [*bands, *logos], high)
    foot, number = _foot(layout, wide, high)
    foot = min([foot, *(b.top for b in bands if b.width > b.height and b.top > 0.7 * high)])
    end = min(number.left - 0.15 if number else right - 0.95, right)
    source = _source(Box(left, foot, end - left, 0.42 * max(scale, 0.8)), logos)
    floor = min([source.top - 0.1 * scale, *(
        logo.top for logo in logos if logo.top > 0.7 * high and logo.right > left
    )])  # fmt: skip
    theme, body = theme_of(layout.slide_master), Box(left, top, right - left, floor - top)
    made = Stage(
        cover=next((one for one in layouts if _kinds(one)[:1] == [_CENTRED]), layout),
        layout=layout,
        title=title,
        title_room=max(_title_end(title, bands) - title.top, title.height),
        line=_line(layout, wide, high),
        body=body,
        source=source,
        title_size=min(_title_size(layout), 30 * max(scale, 0.8)),
        moved=moved,
        number=None if number else Box(right - 0.8, foot - 0.24, 0.8, 0.24),
        scale=max(scale, 0.72),
        font=Font(_wide(theme["minor"])),
        title_font=Font(_wide(theme["major"]), bold=True),
        inks=inks_of(layout, theme, body),
        title_ink=title_ink(layout, theme, title),
        size=(wide, high),
    )
    if is_even(layout, theme, body) and title.top < 0.3 * high:  # not pushed down by what is drawn
        return made
    return _on_panels(made, logos, inks_of(layout, theme, None))


def _source(under: Box, logos: Sequence[Box]) -> Box:
    """Return where the line of the source stands: over what is under it, and beside the logos."""
    source = replace(under, top=under.top - under.height)
    return _beside_logos(source, logos, source, moved=False)[0]


def _on_panels(made: Stage, logos: Sequence[Box], inks: Inks) -> Stage:
    """Return how slides are laid out on panels, over whatever the template draws but logos."""
    wide, high = made.size
    room = Box(0.06 * wide, 0.07 * high, 0.88 * wide, 0.86 * high)
    small = [one for one in logos if one.width * one.height < _LOGO * wide * high]
    logos = [one for one in small if one.meets(room)]
    usual = replace(room, height=0.085 * high)
    title = _beside_logos(usual, logos, usual, moved=True)[0]
    foot = room.below(room.height - made.source.height)
    foot = _beside_logos(foot, logos, foot, moved=True)[0]
    top = _below(title, logos, high)
    body = Box(usual.left, top, usual.width, foot.top - 0.1 * made.scale - top)
    return replace(
        made, title=title, title_room=1.6, line=None, body=body, moved=True, inks=inks,
        source=replace(foot, width=foot.width - 0.95), panels=(title, body, foot),
        number=Box(foot.right - 0.8, foot.bottom - 0.24, 0.8, 0.24), title_ink=inks.ink,
    )  # fmt: skip


def _size(deck: Deck) -> tuple[float, float]:
    """Return the size of a slide in inches; raises ``DeckError`` where nobody could read it."""
    wide, high = (int(edge or 0) / EMU_PER_INCH for edge in (deck.slide_width, deck.slide_height))
    if wide < 6 or high < 4.5:
        raise DeckError(
            _(
                "The slides of the template are {wide:.1f} by {high:.1f} inches: too small to read."
            ).format(wide=wide, high=high),
            _("Choose a template of 10 by 7.5 inches or more (4:3 or 16:9)."),
        )
    return wide, high


def placeholders(owner: SlideLayout | SlideMaster) -> list[Any]:
    """Return the places that a layout or a master has for titles, texts, numbers, ..."""
    return list(owner.placeholders)


def place_of(placeholder: Any) -> Box | None:
    """Return where a place of a layout is; None where neither it nor its master says so."""
    edges = (placeholder.left, placeholder.top, placeholder.width, placeholder.height)
    if any(edge is None for edge in edges):
        return None
    return Box(*(int(edge) / EMU_PER_INCH for edge in edges))


def _kinds(layout: SlideLayout) -> list[Any]:
    return [one.placeholder_format.type for one in placeholders(layout)]


def _layout(layouts: Iterable[SlideLayout], wide: float, high: float) -> SlideLayout:
    """Return the layout with a title and a line of text, else the one with the least beside."""
    ranked = []
    for layout in layouts:
        kinds = _kinds(layout)
        beside = sum(kind not in (*_FOOT, _TITLE, _CENTRED) for kind in kinds)
        if beside == 1 and _line(layout, wide, high):
            beside = -1
        if _TITLE in kinds or _CENTRED in kinds:
            ranked.append((beside if _TITLE in kinds else 100 + beside, layout))
    if not ranked:
        raise DeckError(
            _("The template has no layout with a title: the slides would have none."),
            _("Add a layout “Title Only” to its slide master (View, Slide Master), and save it."),
        )
    return min(ranked, key=lambda pair: pair[0])[1]


def _line(layout: SlideLayout, wide: float, high: float) -> tuple[int, Box] | None:
    """Return the number and the place of the layout's line of text under the title."""
    for one in placeholders(layout):
        box = place_of(one)
        if one.placeholder_format.type not in (_BODY, _SUBTITLE) or box is None:
            continue
        if box.height < 0.2 * high and box.width > 0.5 * wide and box.bottom < 0.4 * high:
            return one.placeholder_format.idx, box
    return None


def _title(layout: SlideLayout, usual: Box, high: float) -> tuple[Box, bool]:
    """Return where the title stands, and whether it is moved there from the layout's place."""
    kinds = (_TITLE, _CENTRED)
    place = next(one for one in placeholders(layout) if one.placeholder_format.type in kinds)
    box = place_of(place)
    if box is None:
        return usual, True
    outside = box.left < 0 or box.right > usual.right + usual.left
    low = box.bottom > (1 - _LEAST) * high
    small = box.width < 0.5 * usual.width or box.height < 0.4
    return (usual, True) if outside or low or small else (box, False)


def _beside_logos(box: Box, logos: Sequence[Box], usual: Box, *, moved: bool) -> tuple[Box, bool]:
    """Return what of a box no logo covers: beside it, or below it where too little is left."""
    for logo in logos:
        if not box.meets(logo):
            continue
        before = replace(box, width=logo.left - _CLEAR - box.left)
        after = replace(box, left=logo.right + _CLEAR, width=box.right - logo.right - _CLEAR)
        wider = max(before, after, key=lambda part: part.width)
        enough = wider.width >= 0.5 * usual.width
        box, moved = (wider if enough else replace(box, top=logo.bottom + _CLEAR)), True
    return box, moved


def _title_end(title: Box, bands: Sequence[Box]) -> float:
    """Return how far down a title may reach: to the end of a band that it stands in."""
    ends = [b.bottom for b in bands if b.width > b.height and b.meets(title) and b.top < title.top]
    return min(ends, default=title.top + 1.6) - 0.05


def _below(title: Box, drawn: Sequence[Box], high: float) -> float:
    """Return where the room begins: below the title, and below what is drawn around it."""
    around = [box.bottom for box in drawn if box.top <= title.bottom and box.bottom < 0.4 * high]
    return max([title.bottom, *(end + _CLEAR for end in around)])


def _sides(
    margin: float, wide: float, bands: Sequence[Box], logos: Sequence[Box], high: float
) -> tuple[float, float]:
    """Return where the room begins on the left and ends on the right."""
    upright = [b for b in (*bands, *logos) if b.height > 0.5 * high and b.width < 0.3 * wide]
    left = max([margin, *(b.right + _CLEAR for b in upright if b.left < 0.1 * wide)])
    right = min([wide - margin, *(b.left - _CLEAR for b in upright if b.right > 0.9 * wide)])
    return left, right


def _foot(layout: SlideLayout, wide: float, high: float) -> tuple[float, Box | None]:
    """Return where the room ends, above the layout's foot, and where its page number stands.

    A page number in the right corner is no end: the source stands beside it.
    """
    end, number = high * 0.975, None
    for one in placeholders(layout):
        kind, box = one.placeholder_format.type, place_of(one)
        if kind not in _FOOT or box is None:
            continue
        if box.left < 0 or box.right > wide + 0.01:  # left over from slides of another shape
            continue
        in_corner = kind == PP_PLACEHOLDER.SLIDE_NUMBER and box.left > 0.85 * wide
        if kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            number = box if in_corner else Box(wide, box.top, 0, box.height)
        if box.top > 0.8 * high:
            end = min(end, box.bottom if in_corner else box.top)
    return end, number


def _title_size(layout: SlideLayout) -> float:
    """Return the size of the layout's title in points, from the layout or its master."""
    master = layout.slide_master
    places = [
        *(one._element for one in placeholders(layout) if one.placeholder_format.type == _TITLE),
        *(one._element for one in placeholders(master) if one.placeholder_format.type == _TITLE),
        *master._element.iter(qn("p:titleStyle")),
    ]
    for place in places:
        for first in place.iter(qn("a:lvl1pPr")):
            for run in first.iter(qn("a:defRPr")):
                if run.get("sz"):
                    return int(run.get("sz")) / 100
    return 44.0


def _wide(font: str) -> float:
    return 1.0 if font.casefold() in _AS_ARIAL else _OTHER_FONT
