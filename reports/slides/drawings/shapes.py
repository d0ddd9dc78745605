"""Native shapes of a slide, written as they stand in the file: outlines, fills, lines, groups.

A map has hundreds of shapes with thousands of points; one made by one through python-pptx they
would take minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from pptx.oxml.ns import nsdecls

from geo.words.catalogue import LOCALE
from reports.maps.palette import DOTTED, HATCHED, LINED, Look, inks, palette
from reports.maps.projection import Line, Point
from reports.slides.text import plain

#: The unit of outlines: a twentieth of a point, in the unit of the file; and in inches.
EMU, INCH = 635, 1440
#: How much of the ground of a name is covered, in thousandths of a percent.
VEIL = 65_000
#: Left, top, right, bottom, in units.
Edges = tuple[int, int, int, int]
_PATTERNS = {HATCHED: "ltUpDiag", DOTTED: "pct20", LINED: "ltHorz"}


@dataclass(frozen=True)
class Shape:
    """The geometry of a shape: its place and size in units, and its path."""

    left: int
    top: int
    width: int
    height: int
    path: str


def outline(rings: Sequence[Line], grid: int, *, closed: bool = True) -> Shape:
    """Return rings or lines as one shape with as many contours.

    A ring that the grid leaves no area keeps its own points.
    """
    kept = [_thinned(ring, grid, 3 if closed else 2) for ring in rings]
    points = np.concatenate(kept)
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    width, height = max(right - left, 1), max(bottom - top, 1)
    contours = "".join(_contour(ring - [left, top], closed) for ring in kept)
    return Shape(left, top, width, height, contours)


def _thinned(ring: Line, grid: int, least: int) -> np.ndarray:
    points = np.rint(np.asarray(ring)).astype(int)
    coarse = np.rint(points / grid).astype(int) * grid
    moved = np.r_[True, (np.diff(coarse, axis=0) != 0).any(axis=1)]
    distinct = coarse[moved]
    # A ring's last point is its first; of many points there are always enough different ones.
    few = len(distinct) < 2 * least and len(np.unique(distinct, axis=0)) < least
    return points if few else distinct


def _contour(points: np.ndarray, closed: bool) -> str:
    written = [f'<a:pt x="{x}" y="{y}"/>' for x, y in points.tolist()]
    if closed:
        written = written[:-1]  # the last is the first
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in written[1:])
    return f"<a:moveTo>{written[0]}</a:moveTo>{lines}" + ("<a:close/>" if closed else "")


class Group:
    """The shapes of a map, with numbers that no other shape of the slide has.

    Shapes that are added under the name of a part (``part``) are a group of their own in it.
    """

    def __init__(self, first: int, left: int, top: int) -> None:
        self.first, self.left, self.top = first, left, top
        self.parts: list[tuple[int, str, list[str], list[Edges]]] = [(first, "", [], [])]
        self.last = first

    def part(self, name: str) -> None:
        """Begin a group within the map, or end it with a blank name."""
        self.last += 1
        self.parts.append((self.last, name, [], []))

    def add(self, name: str, shape: Shape, look: str, alt: str = "") -> None:
        """Add a shape of its own outline."""
        geometry = (
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{shape.width}" h="{shape.height}">{shape.path}</a:path>'
            "</a:pathLst></a:custGeom>"
        )
        self._add(name, (shape.left, shape.top, shape.width, shape.height), geometry + look, alt)

    def panel(self, name: str, left: int, top: int, width: int, height: int) -> None:
        """Add a ground in the colour of the water."""
        look = f"{solid(inks()['water'])}<a:ln><a:noFill/></a:ln>"
        self._add(name, (left, top, width, height), f"{_preset('rect')}{look}")

    def label(
        self,
        lines: Sequence[str],
        place: tuple[int, int, int, int],
        size: float,
        *,
        centred: bool = False,
        bold: bool = False,
        white: bool = False,
    ) -> None:
        """Add lines of text of a size in points, in white or the colour of the map's ink."""
        ink = _rgb("#ffffff" if white else inks()["ink"])
        body = _text(lines, round(size * 100), "ctr" if centred else "l", ink, bold=bold)
        # A veil over what is hatched: a slide's text has no halo.
        veil = f"<a:solidFill>{_rgb(inks()['ground'], VEIL)}</a:solidFill>"
        look = f"{_preset('rect')}{'<a:noFill/>' if white or not centred else veil}"
        self._add(" ".join(lines), place, look, text=body)

    def round(self, name: str, words: str, at: Point, side: int, size: float) -> None:
        """Add a round with what is written in it, in points of a size."""
        place = (round(at[0] - side / 2), round(at[1] - side / 2), side, side)
        look = solid(inks()["venue"]) + stroke(inks()["ground"], 0.75)
        body = _text([words], round(size * 100), "ctr", '<a:srgbClr val="FFFFFF"/>', bold=True)
        self._add(name, place, f"{_preset('ellipse')}{look}", text=body if words else "")

    def _add(
        self, name: str, place: tuple[int, int, int, int], look: str, alt: str = "", text: str = ""
    ) -> None:
        left, top, width, height = place
        _, _, shapes, edges = self.parts[-1]
        edges.append((left, top, left + width, top + height))
        self.last += 1
        number = self.last
        described = f" descr={quoteattr(plain(alt))}" if alt else ""
        frame = _frame("a:off", "a:ext", self.left + left, self.top + top, width, height)
        shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(plain(name))}{described}/>'
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"<a:xfrm>{frame}</a:xfrm>"
            f"{look}</p:spPr>{text}</p:sp>"
        )

    def xml(self, alt: str) -> str:
        """Return the group as it stands in the file."""
        every = [edge for *_, edges in self.parts for edge in edges]
        within = "".join(
            self._group(number, name, "", shapes, edges) if name else "".join(shapes)
            for number, name, shapes, edges in self.parts
            if shapes
        )
        return self._group(self.first, "Map", alt, [within], every, nsdecls("p", "a"))

    def _group(
        self,
        number: int,
        name: str,
        alt: str,
        shapes: list[str],
        edges: list[Edges],
        names: str = "",
    ) -> str:
        left, top = (min(edge[n] for edge in edges) for n in (0, 1))
        right, bottom = (max(edge[n] for edge in edges) for n in (2, 3))
        at = (self.left + left, self.top + top, right - left, bottom - top)
        inner = _frame("a:off", "a:ext", *at) + _frame("a:chOff", "a:chExt", *at)
        described = f" descr={quoteattr(plain(alt))}" if alt else ""
        return (
            f'<p:grpSp {names}><p:nvGrpSpPr><p:cNvPr id="{number}" name={quoteattr(plain(name))}'
            f"{described}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
        )


def _frame(off: str, ext: str, left: int, top: int, width: int, height: int) -> str:
    return (
        f'<{off} x="{left * EMU}" y="{top * EMU}"/><{ext} cx="{width * EMU}" cy="{height * EMU}"/>'
    )


def _preset(kind: str) -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def _text(lines: Sequence[str], size: int, align: str, colour: str, *, bold: bool = False) -> str:
    weight = ' b="1"' if bold else ""
    look = f'<a:rPr lang="{LOCALE}" sz="{size}"{weight}>'
    look += f"<a:solidFill>{colour}</a:solidFill></a:rPr>"
    written = "".join(
        f'<a:p><a:pPr algn="{align}"/><a:r>{look}<a:t>{escape(plain(line))}</a:t></a:r></a:p>'
        for line in lines
    )
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f"<a:lstStyle/>{written}</p:txBody>"
    )


def class_look(look: Look, width: float) -> str:
    """Return the fill of a class, and its edge of a width in points."""
    return fill(look) + stroke(look.line, width)


def fill(look: Look) -> str:
    """Return the ground of a class: plain, or one of the file's own patterns."""
    if look.pattern not in _PATTERNS:
        return solid(look.fill)
    ink, ground = _rgb(look.ink), _rgb(look.fill)
    return (
        f'<a:pattFill prst="{_PATTERNS[look.pattern]}"><a:fgClr>{ink}</a:fgClr>'
        f"<a:bgClr>{ground}</a:bgClr></a:pattFill>"
    )


def solid(colour: str) -> str:
    """Return a plain fill."""
    return f"<a:solidFill>{_rgb(colour)}</a:solidFill>"


def _rgb(colour: str, alpha: int = 100_000) -> str:
    inner = f'<a:alpha val="{alpha}"/>' if alpha < 100_000 else ""
    return f'<a:srgbClr val="{colour[1:].upper()}">{inner}</a:srgbClr>'


def stroke(colour: str, points: float, dash: str = "") -> str:
    """Return a line of a width, in dashes if they are named."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * 12_700)}">{solid(colour)}{dashes}<a:round/></a:ln>'


def dots(colour: str, points: float) -> str:
    """Return a line of round dots."""
    return (
        f'<a:ln w="{round(points * 12_700)}" cap="rnd">{solid(colour)}'
        '<a:prstDash val="sysDot"/><a:round/></a:ln>'
    )


def swatch(key: str) -> str:
    """Return the fill and the edge of a class in the legend, as they are on the map."""
    return fill(palette(key)) + stroke(inks()["quiet"], 0.5)
