"""The last slide: what the figures mean, and the notes on boundaries."""

from __future__ import annotations

from collections.abc import Sequence

from pptx.util import Emu

from geo.boundaries.boundary_set import LINE_OF_CONTROL_NOTE, BoundarySet
from reports.slides.layout import Box
from reports.slides.page import POINTS, Page
from reports.slides.text import LINE, lines_of, plain, within
from reports.story.definitions import method
from reports.story.story import Story
from reports.story.wording import STEPS
from reports.words.selection import boundaries_in_words, selection_in_words

TITLE = "What the figures mean"
GAP = 0.5
SIZES = (15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8)
#: Between two paragraphs, as a part of the size.
BETWEEN = 0.55


def draw(page: Page, story: Story, boundaries: BoundarySet) -> str:
    """Write the definitions and the notes; return them whole, for the speaker's notes."""
    left, right = page.body.columns((1, 1), GAP)
    definitions = [(plain(word), plain(meaning)) for word, meaning in method(story)]
    pairs = [*definitions, *_notes(story, boundaries)]
    split, size = _balanced(page, left, pairs)
    _paragraphs(page, left, pairs[:split], size)
    _paragraphs(page, right, pairs[split:], size)
    return "\n".join(f"{word}: {meaning}" for word, meaning in pairs)


def _balanced(page: Page, box: Box, pairs: Sequence[tuple[str, str]]) -> tuple[int, float]:
    """Return where two columns part, and the size of text: the largest at which both fit."""
    for size in (page.sized(points) for points in SIZES):
        heights = [_height(page, box, pair, size) for pair in pairs]
        split = min(range(1, len(pairs)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
        if max(sum(heights[:split]), sum(heights[split:])) <= box.height * POINTS:
            break
    return split, size


def _height(page: Page, box: Box, pair: tuple[str, str], size: float) -> float:
    """Return how high a paragraph is, in points, with the gap below it."""
    words = f"{pair[0]}. {pair[1]}"
    lines = lines_of(words, box.width * POINTS * 0.97, size, page.stage.font)
    return (len(lines) * LINE + BETWEEN) * size


def _notes(story: Story, boundaries: BoundarySet) -> list[tuple[str, str]]:
    records = story.figures.records
    notes = [note for note in boundaries_in_words(boundaries) if note != LINE_OF_CONTROL_NOTE]
    pairs = [
        ("This view", selection_in_words(story.figures.selection)),
        *((f"Left out: {STEPS[key]}", why) for key, why in story.left_out.items()),
        (records.title, records.notice),
        ("Boundaries", " ".join(notes).removeprefix("Boundaries: ")),
        ("Line of Control", LINE_OF_CONTROL_NOTE),
    ]
    return [(plain(word), plain(meaning)) for word, meaning in pairs]


def _paragraphs(page: Page, box: Box, pairs: Sequence[tuple[str, str]], size: float) -> None:
    frame = page.frame(box, f"Notes: {pairs[0][0]}")
    width, room = box.width * POINTS * 0.97, box.height * POINTS
    for word, meaning in pairs:
        most = int(room / (size * LINE))
        if most < 1:
            return
        words = within(f"{word}. {meaning}", width, size, most, page.stage.font)
        paragraph = page.paragraph(frame)
        paragraph.space_after = Emu(round(size * BETWEEN * 12_700))
        page.run(paragraph, words[: len(word) + 1], size, bold=True)
        page.run(paragraph, words[len(word) + 1 :], size)
        room -= _height(page, box, (word, meaning), size)
