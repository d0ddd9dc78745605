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

from reports.maps.palette import DASHED, DOTTED, HATCHED, LINED, Look, inks, palette
from reports.maps.vector_map import Line, Point
from reports.slides.text import plain

#: The unit of outlines: a twentieth of a point, in the unit of the file; and in inches.
EMU, INCH = 635, 1440
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
    return distinct if len(np.unique(distinct, axis=0)) >= least else points


def _contour(points: np.ndarray, closed: bool) -> str:
    written = [f'<a:pt x="{x}" y="{y}"/>' for x, y in points.tolist()]
    if closed:
        written = written[:-1]  # the last is the first
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in written[1:])
    return f"<a:moveTo>{written[0]}</a:moveTo>{lines}" + ("<a:close/>" if closed else "")


class Group:
    """The shapes of a map, with numbers that no other shape of the slide has."""

    def __init__(self, first: int, left: int, top: int) -> None:
        self.first, self.left, self.top = first, left, top
        self.shapes: list[str] = []
        self.edges: list[tuple[int, int, int, int]] = []

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

    def label(self, words: str, left: int, top: int, width: int, height: int) -> None:
        """Add a line of text in the colour of the map's ink."""
        body = _text(words, 900, "l", _rgb(inks()["ink"]))
        self._add(words, (left, top, width, height), f"{_preset('rect')}<a:noFill/>", text=body)

    def round(self, name: str, words: str, at: Point, side: int, size: float) -> None:
        """Add a round with what is written in it, in points of a size."""
        place = (round(at[0] - side / 2), round(at[1] - side / 2), side, side)
        look = solid(inks()["venue"]) + stroke(inks()["ground"], 0.75)
        body = _text(words, round(size * 100), "ctr", '<a:srgbClr val="FFFFFF"/>', bold=True)
        self._add(name, place, f"{_preset('ellipse')}{look}", text=body if words else "")

    def _add(
        self, name: str, place: tuple[int, int, int, int], look: str, alt: str = "", text: str = ""
    ) -> None:
        left, top, width, height = place
        self.edges.append((left, top, left + width, top + height))
        number = self.first + len(self.shapes) + 1
        described = f" descr={quoteattr(plain(alt))}" if alt else ""
        frame = _frame("a:off", "a:ext", self.left + left, self.top + top, width, height)
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(plain(name))}{described}/>'
            f"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"<a:xfrm>{frame}</a:xfrm>"
            f"{look}</p:spPr>{text}</p:sp>"
        )

    def xml(self, alt: str) -> str:
        """Return the group as it stands in the file."""
        left, top = (min(edge[n] for edge in self.edges) for n in (0, 1))
        right, bottom = (max(edge[n] for edge in self.edges) for n in (2, 3))
        at = (self.left + left, self.top + top, right - left, bottom - top)
        inner = _frame("a:off", "a:ext", *at) + _frame("a:chOff", "a:chExt", *at)
        return (
            f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="{self.first}" name="Map" '
            f"descr={quoteattr(plain(alt))}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{inner}</a:xfrm></p:grpSpPr>{''.join(self.shapes)}</p:grpSp>"
        )


def _frame(off: str, ext: str, left: int, top: int, width: int, height: int) -> str:
    return (
        f'<{off} x="{left * EMU}" y="{top * EMU}"/><{ext} cx="{width * EMU}" cy="{height * EMU}"/>'
    )


def _preset(kind: str) -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'


def _text(words: str, size: int, align: str, colour: str, *, bold: bool = False) -> str:
    weight = ' b="1"' if bold else ""
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        f'<a:lstStyle/><a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="en-GB" sz="{size}"{weight}>'
        f"<a:solidFill>{colour}</a:solidFill></a:rPr><a:t>{escape(plain(words))}</a:t></a:r></a:p>"
        "</p:txBody>"
    )


def class_look(look: Look, width: float) -> str:
    """Return the fill of a class, and its edge of a width in points."""
    dash = "sysDash" if look.pattern == DASHED else ""
    return fill(look) + stroke(look.line, width * (2 if dash else 1), dash)


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


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour[1:].upper()}"/>'


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
    look = palette(key)
    return fill(look) + stroke(inks()["quiet"], 0.5, "sysDash" if look.pattern == DASHED else "")
