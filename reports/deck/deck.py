"""The PowerPoint deck of a story: a cover, one slide a step, native charts and maps, notes.

Nothing of the machine is in the file: no clock, no user. The same story makes the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from geo.boundaries.boundary_set import LINE_OF_CONTROL_NOTE, BoundarySet
from geo.words.catalogue import _
from reports.deck import steps
from reports.deck.cover import add_cover
from reports.deck.map_slide import Drawn, Tables
from reports.deck.package import packed
from reports.imprint.imprint import Imprint
from reports.slides.box import Box
from reports.slides.layout import Stage, stage
from reports.slides.new_pages import new_page
from reports.slides.page import POINTS, Page
from reports.slides.tables import table_text
from reports.slides.template import DeckError, opened
from reports.slides.text import LINE, lines_of, plain, within
from reports.story.definitions import method
from reports.story.story import Step, Story
from reports.story.talking_points import talking_points
from reports.story.wording import STEPS
from reports.words.counts import headed_as_told
from reports.words.selection import boundaries_in_words, selection_in_words, source_in_words

__all__ = ["DeckError", "write_deck"]

CLOSING = _("What the figures mean")
#: Between the columns of the closing slides, in inches; the sizes of their text that are tried.
GAP = 0.5
SIZES = (15, 14, 13, 12)
#: Between two paragraphs, as a part of the size.
BETWEEN = 0.55


def write_deck(
    story: Story,
    boundaries: BoundarySet,
    template: bytes | None = None,
    imprint: Imprint | None = None,
) -> bytes:
    """Return a deck as the bytes of a .pptx file.

    A cover, a slide a step, then definitions and notes. Of a user's ``template`` (.pptx or .potx)
    master, fonts, colours of text and size of the slides are kept, its slides are dropped. The
    dashboard's own design unless given.

    Raises
    ------
    DeckError
        If the template cannot be used; it says what is wrong and what to do.
    """
    deck, imprint = opened(template), imprint or Imprint()
    laid_out, drawn = stage(deck), Drawn(story, boundaries)
    add_cover(deck, laid_out, story.figures, imprint)
    for step in story.steps:
        page = _page(deck, laid_out, story, imprint, step.title, step.text)
        page.finish(_notes(story, step, steps.STEPS[step.key](page, drawn)))
    _closing(deck, laid_out, story, imprint, boundaries)
    return packed(deck, story, imprint)


def _page(
    deck: Deck, laid_out: Stage, story: Story, imprint: Imprint, title: str, text: str
) -> Page:
    records, selection = story.figures.records, story.figures.selection
    foot = (source_in_words(records, selection, imprint.source), records.full_notice)
    return new_page(deck.slides, laid_out, title, text, foot, records.illustrative)


def _notes(story: Story, step: Step, tables: Tables) -> str:
    """Return the speaker's notes of a step: its words, what to say, and the tables behind it."""
    points = "\n".join(f"\u2022 {plain(point)}" for point in talking_points(story, step.key))
    records = story.figures.records
    written = "\n\n".join(
        table_text(title, headed_as_told(table, records)) for title, table in tables
    )
    parts = [
        f"{plain(step.title)}\n{plain(step.text)}",
        _("Talking points\n{points}").format(points=points),
        written,
    ]
    return "\n\n".join(part for part in parts if part).rstrip()


def _closing(
    deck: Deck, laid_out: Stage, story: Story, imprint: Imprint, boundaries: BoundarySet
) -> None:
    """Write the definitions and the notes, on as many slides as they need to be read."""
    records = story.figures.records
    notes = [note for note in boundaries_in_words(boundaries) if note != LINE_OF_CONTROL_NOTE]
    words = [
        *method(story),
        (_("This view"), selection_in_words(story.figures.selection)),
        *(
            (_("Left out: {steps}").format(steps=STEPS[key]), why)
            for key, why in story.left_out.items()
        ),
        (records.title, records.full_notice),
        (_("Boundaries"), " ".join(notes).removeprefix(_("Boundaries: "))),
        (_("Line of Control"), LINE_OF_CONTROL_NOTE),
    ]
    pairs = [(plain(word), plain(meaning)) for word, meaning in words]
    number = 1
    while pairs:
        title = CLOSING if number == 1 else f"{CLOSING} ({number})"
        page = _page(deck, laid_out, story, imprint, title, "")
        shown = _closing_page(page, pairs)
        page.finish("\n".join(f"{word}: {meaning}" for word, meaning in pairs[:shown]))
        pairs, number = pairs[shown:], number + 1


def _closing_page(page: Page, pairs: Sequence[tuple[str, str]]) -> int:
    """Write the paragraphs that fit into two columns, in the largest size; return how many."""
    left, right = page.body.columns((1, 1), GAP)
    room = left.height * POINTS
    for size in (page.sized(points) for points in SIZES):
        heights = [_height(page, left, pair, size) for pair in pairs]
        split = min(range(1, len(pairs) + 1), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
        if max(sum(heights[:split]), sum(heights[split:])) <= room:
            break
    else:
        split = max(_fitting(heights, room), 1)
    shown = split + _fitting(heights[split:], room)
    _paragraphs(page, left, pairs[:split], size)
    if shown > split:
        _paragraphs(page, right, pairs[split:shown], size)
    return shown


def _fitting(heights: Sequence[float], room: float) -> int:
    """Return how many paragraphs of some heights fit below each other."""
    return max((n for n in range(len(heights) + 1) if sum(heights[:n]) <= room), default=0)


def _height(page: Page, box: Box, pair: tuple[str, str], size: float) -> float:
    """Return how high a paragraph is, in points, with the gap below it."""
    words = f"{pair[0]}. {pair[1]}"
    lines = lines_of(words, box.width * POINTS * 0.97, size, page.stage.font)
    return (len(lines) * LINE + BETWEEN) * size


def _paragraphs(page: Page, box: Box, pairs: Sequence[tuple[str, str]], size: float) -> None:
    frame = page.frame(box, _("Notes: {pairs}").format(pairs=pairs[0][0]))
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
