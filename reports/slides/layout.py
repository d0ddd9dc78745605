"""Where things stand on the slides of a deck: its layout, its title, and the room that is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu

from reports.slides.template import DeckError
from reports.slides.text import Font
from reports.words.colours import contrast

#: The size that everything is measured for, in inches.
WIDTH, HEIGHT = 13.333, 7.5
EMU_PER_INCH = 914_400

_FOOT = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_TITLE, _CENTRED = PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE
#: Fonts of the widths of Arial; any other is taken to be as wide as what stands in for it where
#: it is not installed.
_AS_ARIAL = ("arial", "helvetica", "liberation sans")
_OTHER_FONT = 1.22
#: The least contrast of text to its ground (WCAG 2.2 AA).
_READABLE = 4.5
#: The least part of a slide's height that its figures need under the title.
_LEAST = 0.6


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def columns(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return boxes beside each other, as wide as their shares say."""
        room, left, boxes = self.width - gap * (len(shares) - 1), self.left, []
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(left, self.top, width, self.height))
            left += width + gap
        return boxes

    def rows(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return boxes below each other, as high as their shares say."""
        turned = Box(self.top, self.left, self.height, self.width).columns(shares, gap)
        return [Box(one.top, one.left, one.height, one.width) for one in turned]

    def below(self, height: float) -> Box:
        """Return what is left of the box under a strip of a height."""
        return replace(self, top=self.top + height, height=max(self.height - height, 0.0))

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Return left, top, width and height in the unit of the file."""
        edges = (self.left, self.top, self.width, self.height)
        left, top, width, height = (Emu(round(edge * EMU_PER_INCH)) for edge in edges)
        return left, top, width, height


@dataclass(frozen=True, eq=False)
class Stage:
    """How the slides of a deck are laid out: layout, places, sizes, and the theme's colours.

    The title has a size in points, before it is fitted; it is ``moved`` where it does not stand
    where the layout has it. ``number``: where the page number stands if the layout has none.
    ``scale``: sizes of text over those of a slide of ``WIDTH`` x ``HEIGHT``. ``dark``: text is
    light on a dark ground. ``quiet`` is the colour of less important text.
    """

    layout: SlideLayout
    title: Box
    body: Box
    source: Box
    title_size: float
    moved: bool
    number: Box | None
    scale: float
    font: Font
    title_font: Font
    dark: bool
    ink: MSO_THEME_COLOR
    quiet: MSO_THEME_COLOR


def stage(deck: Deck) -> Stage:
    """Return how the slides of a deck are laid out.

    Raises
    ------
    DeckError
        If no layout has a title, or a slide is smaller than a postcard.
    """
    wide, high = (int(edge or 0) / EMU_PER_INCH for edge in (deck.slide_width, deck.slide_height))
    if wide < 6 or high < 4.5:
        raise DeckError(
            f"The slides of the template are {wide:.1f} by {high:.1f} inches: too small to read.",
            "Choose a template of 10 by 7.5 inches or more (4:3 or 16:9).",
        )
    layout = _layout(deck)
    scale = min(wide / WIDTH, high / HEIGHT)
    margin = 0.046 * wide
    title, moved = _title(layout, Box(margin, 0.055 * high, wide - 2 * margin, 0.085 * high), high)
    if not moved and title.width > 0.8 * wide:  # what is below the title is in line with it
        margin = title.left
    body = Box(margin, title.bottom, wide - 2 * margin, high)
    foot, number = _foot(layout, wide, high)
    lines = 0.42 * max(scale, 0.8)
    end = number.left - 0.15 if number else wide - margin - 0.95
    source = Box(margin, foot - lines, min(end, body.right) - margin, lines)
    theme = _theme(layout.slide_master)
    ink, quiet, ground = _inks(layout, theme)
    return Stage(
        layout=layout,
        title=title,
        body=replace(body, height=source.top - 0.1 * scale - body.top),
        source=source,
        title_size=min(_title_size(layout), 30 * max(scale, 0.8)),
        moved=moved,
        number=None if number else Box(wide - margin - 0.8, foot - 0.24, 0.8, 0.24),
        scale=max(scale, 0.72),
        font=Font(_wide(theme["minor"])),
        title_font=Font(_wide(theme["major"]), bold=True),
        dark=contrast(ground, "#ffffff") > contrast(ground, "#000000"),
        ink=ink,
        quiet=quiet,
    )


def placeholders(owner: SlideLayout | SlideMaster) -> list[Any]:
    """Return the places that a layout or a master has for titles, texts, numbers, ..."""
    return list(owner.placeholders)


def _layout(deck: Deck) -> SlideLayout:
    """Return the layout with a title that has the least beside it."""
    ranked = []
    for layout in (one for master in deck.slide_masters for one in master.slide_layouts):
        kinds = [one.placeholder_format.type for one in placeholders(layout)]
        beside = sum(kind not in (*_FOOT, _TITLE, _CENTRED) for kind in kinds)
        if _TITLE in kinds or _CENTRED in kinds:
            ranked.append((beside if _TITLE in kinds else 100 + beside, layout))
    if not ranked:
        raise DeckError(
            "The template has no layout with a title: the slides would have none.",
            "Add a layout “Title Only” to its slide master (View, Slide Master), and save it.",
        )
    return min(ranked, key=lambda pair: pair[0])[1]


def _title(layout: SlideLayout, usual: Box, high: float) -> tuple[Box, bool]:
    """Return where the title stands, and whether it is moved there from the layout's place."""
    kinds = (_TITLE, _CENTRED)
    place = next(one for one in placeholders(layout) if one.placeholder_format.type in kinds)
    edges = (place.left, place.top, place.width, place.height)
    if any(edge is None for edge in edges):
        return usual, True
    box = Box(*(int(edge) / EMU_PER_INCH for edge in edges))
    outside = box.left < 0 or box.right > usual.right + usual.left
    low = box.bottom > (1 - _LEAST) * high
    small = box.width < 0.5 * usual.width or box.height < 0.4
    return (usual, True) if outside or low or small else (box, False)


def _foot(layout: SlideLayout, wide: float, high: float) -> tuple[float, Box | None]:
    """Return where the room ends, above the layout's foot, and where its page number stands.

    A page number in the right corner is no end: the source stands beside it.
    """
    end, number = high * 0.975, None
    for one in placeholders(layout):
        kind = one.placeholder_format.type
        if kind not in _FOOT or one.top is None or one.left is None:
            continue
        edges = (one.left, one.top, one.width, one.height)
        box = Box(*(int(edge or 0) / EMU_PER_INCH for edge in edges))
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


def _theme(master: SlideMaster) -> dict[str, str]:
    """Return the theme's colours of text and ground, as ``#rrggbb``, and its two fonts."""
    usual = {"tx1": "#000000", "tx2": "#000000", "bg1": "#ffffff", "bg2": "#ffffff"}
    usual |= {"major": "", "minor": ""}
    part = master.part.part_related_by(RT.THEME)
    theme = parse_xml(part.blob)
    mapped = next(master._element.iter(qn("p:clrMap")), None)
    for name in ("tx1", "tx2", "bg1", "bg2"):
        key = mapped.get(name) if mapped is not None else None
        for colour in theme.iter(qn(f"a:{key or 'none'}")):
            usual[name] = _rgb(colour) or usual[name]
    for name in ("major", "minor"):
        for fonts in theme.iter(qn(f"a:{name}Font")):
            latin = fonts.find(qn("a:latin"))
            usual[name] = latin.get("typeface", "") if latin is not None else ""
    return usual


def _inks(
    layout: SlideLayout, theme: dict[str, str]
) -> tuple[MSO_THEME_COLOR, MSO_THEME_COLOR, str]:
    """Return the colours of text and of less important text that can be read, and the ground.

    The theme's colour of text is meant for its ground; a master may have another ground.
    """
    ground = _ground(layout, theme)
    offered = {"tx1": MSO_THEME_COLOR.TEXT_1, "bg1": MSO_THEME_COLOR.BACKGROUND_1}
    readable = [name for name in offered if contrast(theme[name], ground) >= _READABLE]
    best = max(offered, key=lambda name: contrast(theme[name], ground))
    ink = offered[readable[0] if readable else best]
    fits = contrast(theme["tx2"], ground) >= _READABLE
    return ink, MSO_THEME_COLOR.TEXT_2 if fits else ink, ground


def _ground(layout: SlideLayout, theme: dict[str, str]) -> str:
    """Return the colour behind the slides: of the layout or its master, else of the theme."""
    for owner in (layout, layout.slide_master):
        for background in owner._element.iter(qn("p:bg")):
            for fill in background.iter(qn("a:solidFill"), qn("p:bgRef")):
                named = [theme.get(one.get("val", "")) for one in fill.iter(qn("a:schemeClr"))]
                return _rgb(fill) or next(filter(None, named), theme["bg1"])
            return theme["bg1"]  # a picture or a gradient: the theme is taken at its word
    return theme["bg1"]


def _rgb(colour: Iterable[Any]) -> str | None:
    for value in colour:
        written = value.get("lastClr") or value.get("val") or ""
        if len(written) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in written):
            return f"#{written.lower()}"
    return None
