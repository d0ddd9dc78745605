"""The elements of a drawing in SVG: text that is only text, paths, and the patterns of classes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from xml.etree import ElementTree as ET

from reports.maps.palette import DOTTED, HATCHED, LINED, palette
from reports.maps.projection import Line, Point

NAMESPACE = "http://www.w3.org/2000/svg"
#: Typst carries the first; the others are where a browser or an office opens the file alone.
SERIF = "Libertinus Serif, Source Serif 4, Source Serif Pro, Palatino, Georgia, serif"
#: For letters that the first has not, such as Urdu.
OTHER_LETTERS = "Noto Naskh Arabic, Noto Sans Arabic, Geeza Pro, Arial, Tahoma, DejaVu Sans"
#: What XML cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Letters beyond those of Latin, Greek and Cyrillic, with what stands between them.
_OTHER = re.compile(r"([\u0530-\u1cff\u2e80-\U0003ffff]+(?:\s+[\u0530-\u1cff\u2e80-\U0003ffff]+)*)")
#: The part of the size that letters are wide; upper bounds over the fonts of ``SERIF``.
_NARROW, _USUAL, _WIDE, _WIDEST = 0.31, 0.53, 0.74, 1.0


def root(width: float, height: float, unit: str, scale: float) -> ET.Element:
    """Return an empty drawing; ``width`` and ``height`` in its own units, ``scale`` a unit."""
    return ET.Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "width": f"{width / scale:g}{unit}",
            "height": f"{height / scale:g}{unit}",
            "viewBox": f"0 0 {width:g} {height:g}",
            "font-family": SERIF,
            "role": "img",
        },
    )


def group(parent: ET.Element, name: str, **look: object) -> ET.Element:
    """Add a group with an id."""
    return element(parent, "g", id=name, **look)


def element(parent: ET.Element, tag: str, **look: object) -> ET.Element:
    """Add an element; ``stroke_width`` becomes ``stroke-width``."""
    written = {
        key.replace("_", "-"): f"{round(value, 2):g}" if isinstance(value, float) else str(value)
        for key, value in look.items()
    }
    return ET.SubElement(parent, tag, written)


def text(parent: ET.Element, words: str, x: float, y: float, size: float, **look: object) -> None:
    """Add a line of text, whatever is written in it, as text."""
    node = element(parent, "text", x=x, y=y, font_size=size, **look)
    node.text, *parts = _OTHER.split(writable(words))
    for other, after in zip(parts[::2], parts[1::2], strict=True):
        part = ET.SubElement(node, "tspan", {"font-family": OTHER_LETTERS})
        part.text, part.tail = other, after


def paragraph(
    parent: ET.Element,
    words: str,
    at: Point,
    size: float,
    room: tuple[float, int, float],
    **look: object,
) -> int:
    """Write words into a width, on so many lines at most, a step apart; return on how many."""
    width, most, step = room
    lines = broken(words, width, size, most)
    for number, line in enumerate(lines):
        text(parent, line, at[0], at[1] + step * number, size, **look)
    return len(lines)


def title(parent: ET.Element, words: str) -> None:
    """Say what an element is: shown when it is pointed at, and read aloud."""
    ET.SubElement(parent, "title").text = writable(words)


def path_data(lines: Iterable[Line], *, closed: bool = False) -> str:
    """Return points as the ``d`` of a path."""
    end = "Z" if closed else ""
    return "".join(
        "M" + "L".join(f"{x:g},{y:g}" for x, y in (line[:-1] if closed else line)) + end
        for line in lines
    )


#: The tile of each pattern: its side, and what is drawn on it.
_TILES: dict[str, tuple[int, str, dict[str, object]]] = {
    HATCHED: (7, "path", {"d": "M-1,8L8,-1M-1,1L1,-1M6,8L8,6"}),
    DOTTED: (6, "circle", {"cx": 3, "cy": 3, "r": 1.3}),
    LINED: (7, "path", {"d": "M0,1.75H7M0,5.25H7"}),
}


def patterns(parent: ET.Element, keys: Iterable[str]) -> None:
    """Define the pattern of each class that has one, under the class's key."""
    defined = element(parent, "defs")
    for key in keys:
        look = palette(key)
        if look.pattern not in _TILES:
            continue
        side, kind, drawn = _TILES[look.pattern]
        tile = element(
            defined, "pattern", id=key, width=side, height=side,
            patternUnits="userSpaceOnUse",
        )  # fmt: skip
        element(tile, "rect", width=side, height=side, fill=look.fill)
        ink = {"fill": look.ink} if kind == "circle" else {"stroke": look.ink, "fill": "none"}
        element(tile, kind, **drawn, **ink)


def class_look(key: str) -> dict[str, object]:
    """Return the attributes with which a class is drawn."""
    look = palette(key)
    drawn: dict[str, object] = {"fill": look.fill, "stroke": look.line, "stroke_width": 0.7}
    if look.pattern in _TILES:
        drawn["fill"] = f"url(#{key})"
    return drawn


def broken(words: str, width: float, size: float, most: int) -> list[str]:
    """Break words into at most ``most`` lines of a width; what does not fit ends in an ellipsis."""
    lines, line = [], ""
    for word in _pieces(writable(words).split(), width, size):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(f"{last} \u2026", size) > width:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], f"{last} \u2026"]


def cut(words: str, width: float, size: float) -> str:
    """Return words on one line of a width; what does not fit ends in an ellipsis."""
    return broken(words, width, size, 1)[0]


def text_width(words: str, size: float) -> float:
    """Return how wide a line can be, in any of the fonts that may be there."""
    return size * sum(_letter_width(letter) for letter in words)


def saved(drawing: ET.Element) -> str:
    """Return a drawing as the text of a file; the same text each time."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(drawing, encoding="unicode")


def writable(words: str) -> str:
    """Return a text without what XML cannot hold; line breaks become spaces."""
    return _UNWRITABLE.sub(" ", words).replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _pieces(words: Sequence[str], width: float, size: float) -> Iterable[str]:
    """Cut a word that is wider than a line."""
    most = max(int(width / (size * _WIDEST)), 4)
    for word in words:
        if text_width(word, size) <= width:
            yield word
        else:
            yield from (word[place : place + most] for place in range(0, len(word), most))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    if letter in " .,;:'!|()[]/\\-fijltIr\u00b7":
        return _NARROW
    if letter in "mwMW%@&\u2014\u2026":
        return _WIDEST
    if letter.isupper() or ord(letter) > 0x52F:
        return _WIDE
    return _USUAL
