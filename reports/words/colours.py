"""One colour for each agency, level and sex, the same on every screen, slide and sheet.

Every colour stands out from a white, a paper and a dark page alike (at least 3 to 1), and the
six agencies of a committee stay apart for readers who see no red or no green. Colour is never
alone: what is not recorded is hatched, and agencies outside the committee are dotted.
"""

from zlib import crc32

from data.records.model import AGENCY_NOT_TOLD, NOT_PUBLISHED
from data.records.programme import committee_agencies, programme
from data.records.public_edition import SEVERAL_AGENCIES

#: The six agencies of a committee, in the programme's order.
COMMITTEE = ("#1a6c88", "#f65f1c", "#358efc", "#2c8f78", "#945405", "#d26bb8")
#: The agencies outside the committee, in the programme's order; then any other agency.
OTHERS = ("#a09101", "#5358c0", "#5398af", "#b83565", "#9376e7", "#cf6171", "#75699f", "#956901")
#: What is not recorded or not published; always hatched.
UNKNOWN = "#7c838c"

WOMEN = "#8a5cc7"
MEN = "#148f86"

#: The levels of a training.
LEVELS = {
    "national": "#4a6fd0",
    "provincial": "#1c8f74",
    "district": "#c0702a",
    "several": "#9a5fb5",
    NOT_PUBLISHED: UNKNOWN,
}

#: From few to many: the lightest and the deepest of the blues, by equal steps of lightness.
BLUES = ("#dce9f5", "#b4d0ea", "#84b2dc", "#5590c8", "#2f6cac", "#0f4785")

#: The same on a dark page, where most is the lightest, as on the map.
BLUES_IN_DARK = ("#1f4a70", "#37709f", "#5591c4", "#77b1dd", "#9ccbec", "#e2f1fc")

#: One quiet colour for bars that are not told apart, and for a line of records.
RECORDS = "#2f78b7"
#: A published claim: never the colour of the records.
CLAIM = "#c2571a"
#: Grid lines and axes: a grey that shows through on a light and on a dark page.
GRID = "rgba(128,136,144,0.25)"
AXIS = "rgba(128,136,144,0.60)"

#: The colour of text on paper; a dark page of the screens has its own.
INK = "#333b45"

#: Patterns of a fill, as plotly names them.
SOLID, HATCHED, DOTTED = "", "/", "."


def is_unnamed(agency: str) -> bool:
    """Return whether an agency's name says only that none is told, or that there are several."""
    return agency.strip().casefold() in {*AGENCY_NOT_TOLD, SEVERAL_AGENCIES.casefold()}


def agency_colour(agency: str) -> str:
    """Return the colour of an agency as ``#rrggbb``.

    An agency that the programme does not list takes one of ``OTHERS`` by its name alone, so
    that it has the same colour in every view; two such agencies may share one.
    """
    if is_unnamed(agency):
        return UNKNOWN
    if agency in committee_agencies():
        return COMMITTEE[committee_agencies().index(agency) % len(COMMITTEE)]
    outside = [name for name in programme().agencies if name not in committee_agencies()]
    place = outside.index(agency) if agency in outside else crc32(agency.encode("utf-8"))
    return OTHERS[place % len(OTHERS)]


def agency_pattern(agency: str) -> str:
    """Return the pattern of an agency's fill: solid in a committee, dotted outside it."""
    if is_unnamed(agency):
        return HATCHED
    return SOLID if agency in committee_agencies() else DOTTED


def level_colour(level: str) -> str:
    """Return the colour of a training's level; grey for one that is not in the list."""
    return LEVELS.get(level, UNKNOWN)


def blue_scale(*, dark: bool = False) -> list[list[float | str]]:
    """Return the blues as a continuous scale: pairs of a share from 0 to 1 and a colour."""
    blues = BLUES_IN_DARK if dark else BLUES
    return [[place / (len(blues) - 1), colour] for place, colour in enumerate(blues)]


def blue_at(share: float, *, dark: bool = False) -> str:
    """Return the colour of ``blue_scale`` at a share from 0 to 1, as ``#rrggbb``."""
    blues = BLUES_IN_DARK if dark else BLUES
    place = min(max(share, 0.0), 1.0) * (len(blues) - 1)
    step = min(int(place), len(blues) - 2)
    lower, upper = (channels(colour) for colour in blues[step : step + 2])
    mixed = (a + (b - a) * (place - step) for a, b in zip(lower, upper, strict=True))
    return "#" + "".join(f"{round(channel):02x}" for channel in mixed)


def ink_on(colour: str) -> str:
    """Return black or white, whichever is easier to read on a ``#rrggbb`` colour."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#rrggbb`` colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a ``#rrggbb`` colour, 0 to 1."""
    shares = [channel / 255 for channel in channels(colour)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def channels(colour: str) -> list[int]:
    """Return red, green and blue of a ``#rrggbb`` colour, 0 to 255."""
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
