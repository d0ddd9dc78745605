"""Words are fitted by the widths of a real font, and cut where they do not fit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from reports.slides.text import LINE, Font, cut, fitted, lines_of, plain
from tests.reports.views import URDU

FONTS = Path("/usr/share/fonts/truetype/liberation")
WORDS = "District Administration, Azad Jammu & Kashmir: 1,234 participants (25 %) – “reached”…"


@pytest.mark.parametrize(("file", "bold"), [("Regular", False), ("Bold", True)])
def test_widths_are_those_of_arial(file, bold) -> None:
    path = FONTS / f"LiberationSans-{file}.ttf"
    if not path.exists():
        pytest.skip("the font with the widths of Arial is not installed")
    drawn = ImageFont.truetype(str(path), 1000).getlength(WORDS, features=["-kern", "-liga"])
    assert Font(bold=bold).width(WORDS, 1000) == pytest.approx(drawn, rel=0.01)


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fitted("Word", 200, 30, (24, 18, 12)).size == 24
    assert fitted("Word", 200, 20, (24, 18, 12)).size == 12
    two = fitted("Two words", 60, 60, (24, 18, 12))
    assert (two.size, two.lines) == (18, 2)


@given(st.text(max_size=300), st.floats(20, 400), st.floats(12, 100), st.booleans())
def test_what_is_fitted_fits(text, width, height, bold) -> None:
    font, words = Font(bold=bold), plain(text)
    fit = fitted(words, width, height, (20, 14, 10), font)
    lines = lines_of(fit.words, width, fit.size, font)
    assert len(lines) <= max(fit.lines, 1)
    assert fit.lines * fit.size * LINE <= max(height, 10 * LINE)
    assert all(font.width(line, fit.size) <= width or len(line) == 1 for line in lines)
    if fit.words != words:
        assert fit.words.endswith("…")


def test_a_long_word_is_broken_and_a_long_line_cut() -> None:
    assert len(lines_of("x" * 100, 100, 10, Font())) > 4
    assert cut("x" * 100, 50, 10, Font()).endswith("…")
    assert Font().width(cut("W" * 100, 50, 10, Font()), 10) <= 50
    assert cut("short", 50, 10, Font()) == "short"


@given(st.text())
def test_plain_text_can_stand_in_a_file(text) -> None:
    kept = plain(text + "\x00\x1b\u202e\ud800\n\t")
    assert not [c for c in kept if ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 or c == "\u202e"]
    assert kept == kept.strip()


def test_joiners_of_urdu_stay() -> None:
    assert plain(f"{URDU}\u200c{URDU}") == f"{URDU}\u200c{URDU}"
