"""The design of a template: its theme's colours and fonts, and what its master draws."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.slide import SlideLayout, SlideMaster

from reports.slides.box import EMU_PER_INCH, Box
from reports.words.colours import channels, contrast

#: The least contrast of text to its ground (WCAG 2.2 AA).
READABLE = 4.5
#: The same of large text.
LARGE = 3.0
#: A shape over so much of a slide is its ground; over so much of its width or height, a band.
GROUND, BAND = 0.6, 0.6
#: Into how many parts, across and down, a ground is divided, how many of them may be like no other,
#: and the size in which a picture is looked at.
ACROSS, DOWN, ODD, LOOKED_AT = 8, 4, 3, (96, 54)
MOST_CHANNEL = 255
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
#: The theme's colours that text is written in.
OFFERED = {"tx1": MSO_THEME_COLOR.TEXT_1, "bg1": MSO_THEME_COLOR.BACKGROUND_1}
_SLOTS = ("tx1", "tx2", "bg1", "bg2", *ACCENTS)


@dataclass(frozen=True)
class Inks:
    """The colours of text and of less important text that can be read, and the ground.

    ``grid`` and ``axis`` are the colours of lines on that ground, quiet and less quiet;
    ``accents`` the theme's own colours by ``#rrggbb``.
    """

    ink: MSO_THEME_COLOR
    quiet: MSO_THEME_COLOR
    ground: str
    grid: str
    axis: str
    accents: dict[str, MSO_THEME_COLOR]

    @property
    def dark(self) -> bool:
        """Whether text is light on a dark ground."""
        return contrast(self.ground, "#ffffff") > contrast(self.ground, "#000000")


def theme_of(master: SlideMaster) -> dict[str, str]:
    """Return the theme's colours as ``#rrggbb``, by the master's names, and its two fonts."""
    usual = {"tx1": "#000000", "tx2": "#000000", "bg1": "#ffffff", "bg2": "#ffffff"}
    usual |= {"major": "", "minor": ""}
    theme = parse_xml(master.part.part_related_by(RT.THEME).blob)
    mapped = next(master._element.iter(qn("p:clrMap")), None)
    for name in _SLOTS:
        key = mapped.get(name) if mapped is not None else None
        for colour in theme.iter(qn(f"a:{key or 'none'}")):
            usual[name] = _rgb(colour) or usual.get(name, "")
    for name in ("major", "minor"):
        for fonts in theme.iter(qn(f"a:{name}Font")):
            latin = fonts.find(qn("a:latin"))
            usual[name] = latin.get("typeface", "") if latin is not None else ""
    return usual


def inks_of(layout: SlideLayout, theme: dict[str, str], body: Box | None) -> Inks:
    """Return the colours of a layout: the theme's text is meant for its ground, if it has that.

    ``body`` is where the text stands; None: on a panel of the theme's own ground.
    """
    ground = (body and _ground(layout, theme, body)) or theme["bg1"]
    offered = OFFERED
    readable = [name for name in offered if contrast(theme[name], ground) >= READABLE]
    best = max(offered, key=lambda name: contrast(theme[name], ground))
    written = readable[0] if readable else best
    fits = contrast(theme["tx2"], ground) >= READABLE
    accents = {
        theme[name]: getattr(MSO_THEME_COLOR, f"ACCENT_{number}")
        for number, name in reversed(list(enumerate(ACCENTS, 1)))
        if theme.get(name)
    }
    return Inks(
        ink=offered[written],
        quiet=MSO_THEME_COLOR.TEXT_2 if fits else offered[written],
        ground=ground,
        grid=_between(ground, theme[written], 0.16),
        axis=_between(ground, theme[written], 0.5),
        accents=accents,
    )


def is_even(layout: SlideLayout, theme: dict[str, str], box: Box) -> bool:
    """Return whether no drawing, and no two grounds as unlike as text and ground, are behind it."""
    parts = [part for row in box.rows([1] * DOWN, 0) for part in row.columns([1] * ACROSS, 0)]
    drawn = list(_drawn(layout))
    found = filter(None, (_ground(layout, theme, part, drawn) for part in parts))
    light = sorted(contrast(one, "#000000") for one in found)[ODD:-ODD]
    return len(light) >= len(parts) - 3 * ODD and light[-1] < LARGE * light[0]


def title_ink(layout: SlideLayout, theme: dict[str, str], title: Box) -> MSO_THEME_COLOR | None:
    """Return a colour for a title that its own cannot be read in; None where that can.

    What counts is the ground where the title stands: a band, a panel or a picture, else that of
    the slide. On a picture that cannot be read the template is taken at its word.
    """
    ground, own = _ground(layout, theme, title), _title_colour(layout, theme)
    if ground is None or (own and contrast(own, ground) >= LARGE):
        return None
    return OFFERED[max(OFFERED, key=lambda name: contrast(theme[name], ground))]


def _title_colour(layout: SlideLayout, theme: dict[str, str]) -> str | None:
    """Return the colour of titles, of the layout, else of its master; None where neither has one.

    Programs differ then: LibreOffice takes that of the words which ask for a title.
    """
    master = layout.slide_master
    kinds = ("title", "ctrTitle")
    places = [
        *(one._element for one in list(layout.placeholders) if _kind(one) in kinds),
        *(one._element for one in list(master.placeholders) if _kind(one) in kinds),
        *master._element.iter(qn("p:titleStyle")),
    ]
    for place in places:
        for first in place.iter(qn("a:lvl1pPr")):
            for fill in first.iter(qn("a:solidFill")):
                if colour := _colour(fill, theme):
                    return colour
    return None


def _kind(placeholder: Any) -> str:
    found = next(placeholder._element.iter(qn("p:ph")), None)
    return "" if found is None else str(found.get("type", ""))


def drawn_on(layout: SlideLayout, wide: float, high: float) -> tuple[list[Box], list[Box]]:
    """Return what master and layout draw on a slide of a size in inches: bands, and logos.

    A band goes along most of the slide; a logo is any picture or shape that is smaller. What
    covers most of the slide is its ground, and in neither.
    """
    bands: list[Box] = []
    logos: list[Box] = []
    for _shape, box in _drawn(layout):
        if box.width * box.height > GROUND * wide * high or min(box.width, box.height) < 0.02:
            continue
        along = box.width > BAND * wide or box.height > BAND * high
        (bands if along else logos).append(box)
    return bands, logos


def _drawn(layout: SlideLayout) -> Iterator[tuple[Any, Box]]:
    """Return the shapes that are seen on every slide and where they stand, the lowest first."""
    owners: list[Any] = [layout]
    if layout._element.get("showMasterSp") != "0":
        owners.insert(0, layout.slide_master)
    for owner in owners:
        for shape in owner.shapes:
            if shape.is_placeholder or not _is_seen(shape):
                continue  # the place of a placeholder is its master's, and takes long to look up
            edges = (shape.left, shape.top, shape.width, shape.height)
            if all(edge is not None for edge in edges):
                yield shape, Box(*(int(edge) / EMU_PER_INCH for edge in edges))


def _is_seen(shape: Any) -> bool:
    """Return whether a shape is a picture, a group, filled or written in; a line is in no way."""
    element = shape._element
    if element.tag in (qn("p:pic"), qn("p:grpSp")):
        return True
    properties = element.find(qn("p:spPr"))
    if element.tag != qn("p:sp") or properties is None:
        return False
    filled = any(properties.find(qn(f"a:{kind}Fill")) is not None for kind in
                 ("solid", "grad", "blip", "patt"))  # fmt: skip
    styled = element.find(qn("p:style")) is not None and properties.find(qn("a:noFill")) is None
    return filled or styled or bool(shape.has_text_frame and shape.text_frame.text.strip())


def _ground(
    layout: SlideLayout,
    theme: dict[str, str],
    box: Box,
    drawn: Iterable[tuple[Any, Box]] | None = None,
) -> str | None:
    """Return the colour behind a box: of what is drawn there last, else of layout or master.

    None for a picture that cannot be read. ``drawn``: what the layout draws, if it is known.
    """
    found = _background(layout, theme, box)
    middle = (box.left + box.width / 2, box.top + box.height / 2)
    for shape, place in _drawn(layout) if drawn is None else drawn:
        across = place.left <= middle[0] <= place.right
        if across and place.top <= middle[1] <= place.bottom:
            found = _shape_colour(shape, theme, box.within(place), found)
    return found


def _background(layout: SlideLayout, theme: dict[str, str], box: Box) -> str | None:
    whole = layout.part.package.presentation_part.presentation
    slide = Box(0, 0, whole.slide_width / EMU_PER_INCH, whole.slide_height / EMU_PER_INCH)
    for owner in (layout, layout.slide_master):
        for background in owner._element.iter(qn("p:bg")):
            for fill in background.iter(qn("a:solidFill"), qn("p:bgRef")):
                return _colour(fill, theme) or theme["bg1"]
            return _mixed(owner.part, background, theme, box.within(slide), theme["bg1"])
    return theme["bg1"]


def _shape_colour(shape: Any, theme: dict[str, str], part: Box, below: str | None) -> str | None:
    """Return the colour of a part of a shape, where it covers what is ``below``."""
    properties = shape._element.find(qn("p:spPr"))
    fill = None if properties is None else properties.find(qn("a:solidFill"))
    if fill is None:  # else by its style, where nothing else fills it
        mixed = shape._element.tag == qn("p:pic") or (
            properties is not None
            and any(
                properties.find(qn(f"a:{kind}Fill")) is not None
                for kind in ("grad", "blip", "patt")
            )
        )
        if mixed:
            return _mixed(shape.part, shape._element, theme, part, below)
        fill = next(shape._element.iter(qn("a:fillRef")), None)
    if fill is not None and any(int(a.get("val")) < 50_000 for a in fill.iter(qn("a:alpha"))):
        return below  # which is seen through it
    return None if fill is None else _colour(fill, theme)


def _mixed(
    owner: Any, filled: Any, theme: dict[str, str], part: Box, below: str | None
) -> str | None:
    """Return the mean colour of a gradient, or of a part (in shares) of a picture.

    It is that ``below`` where the picture lets it through, and None where it cannot be read.
    """
    for blip in filled.iter(qn("a:blip")):
        try:
            file = owner.related_part(blip.get(qn("r:embed"))).blob
            wide, high = LOOKED_AT
            edges = (part.left * wide, part.top * high, part.right * wide, part.bottom * high)
            mean = _small(file).resize((1, 1), Image.Resampling.BOX, edges)
            red, green, blue, opaque = mean.tobytes()
        except (KeyError, OSError, ValueError, Image.DecompressionBombError):
            return None
        return _hex((red, green, blue)) if opaque > MOST_CHANNEL / 2 else below
    colours = [_colour(stop, theme) for stop in filled.iter(qn("a:gs"))]
    stops = [channels(colour) for colour in colours if colour]
    return _hex(sum(stop) / len(stops) for stop in zip(*stops, strict=True)) if stops else None


@lru_cache(maxsize=8)
def _small(file: bytes) -> Image.Image:
    with Image.open(io.BytesIO(file)) as picture:
        return picture.convert("RGBA").resize(LOOKED_AT, Image.Resampling.BOX)


def _hex(colour: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in colour)


def _colour(fill: Any, theme: dict[str, str]) -> str | None:
    """Return the colour of a fill, of its own or by the theme's name."""
    named = [theme.get(one.get("val", "")) for one in fill.iter(qn("a:schemeClr"))]
    return _rgb(fill) or next(filter(None, named), None)


def _between(ground: str, ink: str, share: float) -> str:
    """Return a colour so far from the ground to the ink."""
    pairs = zip(channels(ground), channels(ink), strict=True)
    return _hex(a + (b - a) * share for a, b in pairs)


def hex_colour(colour: str) -> RGBColor:
    """Return a ``#rrggbb`` colour as the file has it."""
    return RGBColor.from_string(colour[1:].upper())


def _rgb(colour: Iterable[Any]) -> str | None:
    for value in colour:
        written = value.get("lastClr") or value.get("val") or ""
        if len(written) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in written):
            return f"#{written.lower()}"
    return None
