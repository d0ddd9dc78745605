"""Urdu is printed in a font of the machine; where there is none, a mark says so, never a box."""

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from data.store.shipped import illustrative
from geo.boundaries.boundary_set import embedded
from reports.brief.brief import write_brief
from reports.brief.text import MISSING_WORDS, drawable
from reports.maps.sheets import sheet_files
from reports.words import fonts
from reports.words.fonts import MISSING, has_other_letters, printable
from tests.pdf_reading import pages_of
from tests.reports.views import URDU, of, with_words


@pytest.fixture
def no_fonts(monkeypatch):
    """A machine on which no font has letters of other scripts."""
    monkeypatch.setattr(fonts, "can_set", lambda letters: not letters)
    fonts._no_font_has.cache_clear()
    yield
    fonts._no_font_has.cache_clear()


needs_font = pytest.mark.skipif(printable(URDU) != URDU, reason="no font here has Urdu")


@needs_font
def test_urdu_is_in_the_brief_as_text() -> None:
    text = " ".join(pages_of(write_brief(of(with_words(URDU)).story, embedded())))
    assert "پنجاب" in text
    assert MISSING_WORDS not in text


def test_without_a_font_the_brief_says_so(no_fonts) -> None:
    text = " ".join(pages_of(write_brief(of(with_words(URDU)).story, embedded())))
    assert MISSING in text
    assert MISSING_WORDS in text
    assert not has_other_letters(text)


def test_without_a_font_the_map_says_so(no_fonts) -> None:
    drawn = sheet_files._with_fonts_of_machine(of(illustrative(), title=URDU).sheet)
    assert not has_other_letters(drawn)
    assert "the fonts of the computer" in drawn
    assert URDU in sheet_files.sheet_svg(of(illustrative(), title=URDU).sheet).decode()


@needs_font
def test_the_title_of_the_picture_is_not_a_row_of_boxes() -> None:
    """A missing letter is drawn as the same box each time: two titles would look the same."""
    title = (slice(150, 260), slice(100, 1700))
    one, other = (
        np.asarray(Image.open(io.BytesIO(sheet_files.sheet_png(of(illustrative(), title=t).sheet))))
        for t in ("پنجاب", "تربیت")
    )
    assert (one[title] < 128).any()
    assert (one[title] != other[title]).any()


def test_a_map_without_such_letters_has_no_note() -> None:
    drawn = sheet_files._with_fonts_of_machine(of(illustrative()).sheet)
    assert "no font" not in drawn


def test_a_word_with_a_letter_that_no_font_has_is_one_mark(monkeypatch) -> None:
    monkeypatch.setattr(fonts, "can_set", lambda letters: "\u06c1" not in letters)
    fonts._no_font_has.cache_clear()
    assert printable("one یہ two پنجاب (3)") == f"one {MISSING} two پنجاب (3)"
    assert printable("یہ ہے") == MISSING
    fonts._no_font_has.cache_clear()


def test_a_letter_that_is_nowhere_leaves_the_others(monkeypatch) -> None:
    unassigned = "\u1cff"
    assert printable(f"a{unassigned}b") == f"a{MISSING}b"
    assert printable("Žďár, Ω, Кыргыз") == "Žďár, Ω, Кыргыз"


def test_a_number_after_urdu_stands_after_it() -> None:
    assert drawable(f"{URDU} (119)") == f"{URDU}\u200e (119)"
    assert drawable(drawable(f"{URDU} (119)")) == f"{URDU}\u200e (119)"


def test_records_in_urdu_fill_two_pages(no_fonts) -> None:
    records = replace(with_words(URDU), notice=URDU * 40)
    assert len(pages_of(write_brief(of(records).story, embedded()))) == 2
