"""The PowerPoint deck of a story: one slide a step, native charts and maps, notes, a closing slide.

Nothing of the machine is in the file: no clock, no user. The same story makes the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import datetime, time

from pptx.presentation import Presentation as Deck

from data.records.programme import programme
from geo.boundaries.boundary_set import BoundarySet
from reports.deck import closing, steps
from reports.deck.map_slide import Drawn
from reports.slides.layout import Stage, stage
from reports.slides.page import Page, new_page
from reports.slides.tables import notes_text
from reports.slides.template import DeckError, opened
from reports.slides.text import plain
from reports.story.story import Story
from reports.words.selection import filters_in_words, source_in_words

__all__ = ["DeckError", "write_deck"]

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
        page.notes(f"{plain(step.title)}\n{plain(step.text)}\n\n{notes_text(tables)}".rstrip())
    page = _page(deck, laid_out, story, closing.TITLE, "")
    page.notes(closing.draw(page, story, boundaries))
    page.read_foot_last()
    _about(deck, story)
    return _packed(deck)


def _page(deck: Deck, laid_out: Stage, story: Story, title: str, text: str) -> Page:
    records, selection = story.figures.records, story.figures.selection
    first = " · ".join([source_in_words(records, selection.as_of), *filters_in_words(selection)])
    return new_page(
        deck.slides, laid_out, title, text, (first, records.notice), records.illustrative
    )


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
