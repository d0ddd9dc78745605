"""The look of each class of the map on paper: the light colours of the map on screen.

The colours are read from the style of the map on screen, so that both cannot differ.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo import webmap

STYLE = Path(webmap.__file__).with_name("classes.css")

#: Patterns of a fill.
PLAIN, HATCHED, DOTTED, LINED = "", "hatched", "dotted", "lined"


@dataclass(frozen=True)
class Look:
    """How a class is drawn: its ground, and the line of its edge; colours are ``#rrggbb``.

    The pattern tells apart without colour what is not known: ``hatched`` (rising), ``dotted`` or
    ``lined`` (level) over the fill in the colour ``ink``.
    """

    fill: str
    line: str
    pattern: str = PLAIN
    ink: str = ""


@lru_cache(maxsize=1)
def inks() -> dict[str, str]:
    """Return the named colours of the light map on screen, ``#rrggbb`` by name."""
    light = STYLE.read_text(encoding="utf-8").split("}", 1)[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6});", light))


def palette(key: str) -> Look:
    """Return the look of a class by its key (``MapClass.key``); ``KeyError`` if none has it."""
    colours = inks()
    edge = colours["edge"]
    if key.startswith("ramp"):
        return Look(colours[key], edge)
    return {
        "none": Look(colours["hatch-ground"], colours["hatch-ink"], HATCHED, colours["hatch-ink"]),
        "unknown": Look(colours["ramp1"], edge, DOTTED, colours["ramp4"]),
        "within": Look(colours["hatch-ground"], edge, LINED, colours["ramp3"]),
        "zero": Look(colours["zero"], edge),
        "unselected": Look(colours["unselected"], colours["rule"]),
    }[key]
