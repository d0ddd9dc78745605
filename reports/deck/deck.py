"""The PowerPoint deck of a story: one slide a step, native charts and maps, notes, a closing slide.

Nothing of the machine is in the file: no clock, no user. The same story makes the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time

from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from data.records.programme import programme
from geo.boundaries.boundary_set import LINE_OF_CONTROL_NOTE, BoundarySet
from reports.deck import steps
from reports.deck.map_slide import Drawn
from reports.slides.layout import Box, Stage, stage
from reports.slides.page import POINTS, Page, new_page
from reports.slides.tables import table_text
from reports.slides.template import DeckError, opened
from reports.slides.text import LINE, lines_of, plain, within
from reports.story.definitions import method
from reports.story.story import Story
from reports.story.wording import STEPS
from reports.words.selection import boundaries_in_words, selection_in_words, source_in_words

__all__ = ["DeckError", "write_deck"]

CLOSING = "What the figures mean"
#: Between the columns of the closing slide, in inches; the sizes of their text that are tried.
GAP = 0.5
SIZES = (15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8)
#: Between two paragraphs, as a part of the size.
BETWEEN = 0.55
#: The date of every part in the file.
_PACKED = (1980, 1, 1, 0, 0, 0)


def write_deck(story: Story, boundaries: BoundarySet, template: bytes | None = None) -> bytes:
    """Return a deck as the bytes of a .pptx file: a slide a step, then definitions and notes.

    Of a user's ``template`` (.pptx or .potx) master, fonts, colours of text and size of the slides
    are kept, its slides are dropped. The dashboard's own design unless given.

    Raises
    ------
    DeckError
        If the template cannot be used; it says what is wrong and what to do.
    """
    deck = opened(template)
    laid_out = stage(deck)
    for step in story.steps:
        page = _page(deck, laid_out, story, step.title, step.text)
        tables = steps.STEPS[step.key](page, Drawn(story, boundaries))
        page.read_foot_last()
        notes = "\n\n".join(table_text(*table) for table in tables)
        page.notes(f"{plain(step.title)}\n{plain(step.text)}\n\n{notes}".rstrip())
    page = _page(deck, laid_out, story, CLOSING, "")
    page.notes(_closing(page, story, boundaries))
    page.read_foot_last()
    _about(deck, story)
    return _packed(deck)


def _page(deck: Deck, laid_out: Stage, story: Story, title: str, text: str) -> Page:
    records, selection = story.figures.records, story.figures.selection
    foot = (source_in_words(records, selection), records.notice)
    return new_page(deck.slides, laid_out, title, text, foot, records.illustrative)


def _closing(page: Page, story: Story, boundaries: BoundarySet) -> str:
    """Write the definitions and the notes; return them whole, for the speaker's notes."""
    left, right = page.body.columns((1, 1), GAP)
    records = story.figures.records
    notes = [note for note in boundaries_in_words(boundaries) if note != LINE_OF_CONTROL_NOTE]
    words = [
        *method(story),
        ("This view", selection_in_words(story.figures.selection)),
        *((f"Left out: {STEPS[key]}", why) for key, why in story.left_out.items()),
        (records.title, records.notice),
        ("Boundaries", " ".join(notes).removeprefix("Boundaries: ")),
        ("Line of Control", LINE_OF_CONTROL_NOTE),
    ]
    pairs = [(plain(word), plain(meaning)) for word, meaning in words]
    # Where the columns part, and the largest size of text at which both fit.
    for size in (page.sized(points) for points in SIZES):
        heights = [_height(page, left, pair, size) for pair in pairs]
        split = min(range(1, len(pairs)), key=lambda n: max(sum(heights[:n]), sum(heights[n:])))
        if max(sum(heights[:split]), sum(heights[split:])) <= left.height * POINTS:
            break
    _paragraphs(page, left, pairs[:split], size)
    _paragraphs(page, right, pairs[split:], size)
    return "\n".join(f"{word}: {meaning}" for word, meaning in pairs)


def _height(page: Page, box: Box, pair: tuple[str, str], size: float) -> float:
    """Return how high a paragraph is, in points, with the gap below it."""
    words = f"{pair[0]}. {pair[1]}"
    lines = lines_of(words, box.width * POINTS * 0.97, size, page.stage.font)
    return (len(lines) * LINE + BETWEEN) * size


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


def _about(deck: Deck, story: Story) -> None:
    """Write what the file says of itself: its dates are the as-of date of its figures."""
    about, as_of = deck.core_properties, story.figures.selection.as_of
    about.title = plain(story.steps[0].title)[:250]
    about.author = about.last_modified_by = programme().name[:250]
    about.subject, about.keywords = plain(story.figures.records.title)[:250], ""
    about.comments, about.category = plain(story.figures.records.notice)[:250], ""
    about.created = about.modified = about.last_printed = datetime.combine(as_of, time(12))
    about.revision = 1


def _packed(deck: Deck) -> bytes:
    """Return the file with the same date on every part, so that it is the same each time.

    Raises
    ------
    DeckError
        If two parts have one name: PowerPoint could not open the file.
    """
    saved, packed = io.BytesIO(), io.BytesIO()
    deck.save(saved)
    with (
        zipfile.ZipFile(saved) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out,
    ):
        names = Counter(name.casefold() for name in parts.namelist())
        if twice := [name for name, count in names.items() if count > 1]:
            raise DeckError(
                f"The deck would hold a part twice ({twice[0]}), and could not be opened.",
                "Open the template in PowerPoint, save it again as .pptx, and choose that file.",
            )
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, _PACKED), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
