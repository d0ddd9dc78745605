"""Looks whether something on a slide lies over something else."""

import io
from itertools import combinations
from typing import Any

import pptx

#: What may lie over another, in inches: the rounding of the file's unit.
ROUNDING = 0.02
EMU_PER_INCH = 914_400


def leaves(shapes: Any) -> list[tuple[str, tuple[float, ...]]]:
    """Return the places of all texts, charts and tables; a map is left out.

    Captions of small maps stand in the empty corner of the map's box.
    """
    found = []
    for shape in shapes:
        if shape.name == "Map" or "swatch" in shape.name:
            continue
        if shape.name == "Legend":
            found += leaves(shape.shapes)
            continue
        edges = (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
        found.append((shape.name, tuple(edge / EMU_PER_INCH for edge in edges)))
    return found


def check_apart(deck: bytes) -> None:
    """Nothing on a slide of a deck lies over something else."""
    opened = pptx.Presentation(io.BytesIO(deck))
    for number, slide in enumerate(opened.slides, 1):
        for (one, a), (other, b) in combinations(leaves(slide.shapes), 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            apart = across <= ROUNDING or down <= ROUNDING
            assert apart, f"slide {number}: {one!r} lies over {other!r}"
