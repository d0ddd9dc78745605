"""Nothing on a slide lies over something else, whatever the records and the template are."""

import io
from itertools import combinations
from typing import Any

import pptx
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from geo.boundaries.boundary_set import embedded
from reports.deck.deck import write_deck
from reports.story.story import Story
from reports.story.wording import LONGEST_TEXT, LONGEST_TITLE, STEPS, Wording
from tests.reports.deck_reading import deck_of, story_of
from tests.reports.slides.test_template import template
from tests.reports.views import HOSTILE, LONG, views, with_words

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


def check(deck: bytes) -> None:
    opened = pptx.Presentation(io.BytesIO(deck))
    for number, slide in enumerate(opened.slides, 1):
        for (one, a), (other, b) in combinations(leaves(slide.shapes), 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            apart = across <= ROUNDING or down <= ROUNDING
            assert apart, f"slide {number}: {one!r} lies over {other!r}"


@pytest.mark.parametrize("name", list(views()))
def test_of_every_view(name) -> None:
    check(deck_of(name))


@pytest.mark.parametrize("words", [HOSTILE, LONG])
def test_of_long_words(words) -> None:
    records = with_words(words)
    wording = Wording(
        titles=dict.fromkeys(STEPS, (words * 3)[:LONGEST_TITLE]),
        texts=dict.fromkeys(STEPS, (words * 9)[:LONGEST_TEXT]),
    )
    story = Story(coverage(records, whole(records)), wording)
    check(write_deck(story, embedded()))
    if words == LONG:
        check(write_deck(story, embedded(), template()))


@pytest.mark.parametrize("name", ["illustrative", "published"])
def test_of_a_template(name) -> None:
    check(write_deck(story_of(name), embedded(), template()))
