"""Text on slides: freed of what a file cannot hold, and fitted to its box before it is written.

The widths are those of Arial, which Windows and Mac have and which LibreOffice draws with a font
of the same widths. They stand here, so that the same figures make the same file on every
machine, whichever fonts it has.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: What XML cannot hold, and what turns the direction of the text around it.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


_MARKS = {"–": 556, "—": 1000, "…": 1000, "·": 333, "‘": 278, "’": 278, "“": 500, "”": 500}
#: Every other letter: an upper bound for Latin, Greek, Cyrillic and Arabic script.
_OTHER, _FULL_WIDTH = 780, 1000


class _Widths(dict[str, int]):
    """The width of every letter in thousandths of the size, looked up where it is not Latin."""

    def __missing__(self, letter: str) -> int:
        """Measure a letter that has not been met before."""
        if unicodedata.combining(letter):
            self[letter] = 0
        else:
            wide = unicodedata.east_asian_width(letter) in "WF"
            self[letter] = _FULL_WIDTH if wide else _OTHER
        return self[letter]


#: The file has the widths of the characters from space to tilde.
_WIDTHS = {
    weight: _Widths([*zip(map(chr, range(32, 127)), widths, strict=True), *_MARKS.items()])
    for weight, widths in json.loads(
        Path(__file__).with_name("arial.json").read_text(encoding="utf-8")
    ).items()
}

#: How much wider than Arial's the bold of a font is that is wider than Arial.
_WIDER_BOLD = 1.06

#: From one line to the next, as a part of the size.
LINE = 1.2


@dataclass(frozen=True)
class Font:
    """How wide a font is: as a part of Arial's width, and whether it is bold."""

    wide: float = 1.0
    bold: bool = False

    def width(self, words: str, size: float) -> float:
        """Return how wide words on one line are, in points."""
        wide = self.wide * (_WIDER_BOLD if self.bold and self.wide > 1 else 1)
        return wide * size * _thousandths(words, bold=self.bold) / 1000


@dataclass(frozen=True)
class Fitted:
    """Words as they fit a box: what is left of them, their size in points, how many lines."""

    words: str
    size: float
    lines: int

    @property
    def height(self) -> float:
        """The height of all lines, in points."""
        return self.lines * self.size * LINE


def plain(words: object) -> str:
    """Return a text as a slide can hold it: one line, no control characters."""
    return " ".join(_TURNING.sub("", _CONTROL.sub(" ", str(words))).split())


def lines_of(words: str, width: float, size: float, font: Font) -> list[str]:
    """Break words into lines of a width in points; a word that is wider is broken as well."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if font.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, size, font)
        lines += full
    return [*lines, line] if line else lines


def fitted(
    words: str, width: float, height: float, sizes: Sequence[float], font: Font | None = None
) -> Fitted:
    """Return words in the largest of some sizes, in points, at which they fit a box of points.

    What does not fit at the smallest, the last of ``sizes``, is cut and ends in an ellipsis. The
    words are plain (``plain``); the font is Arial, regular, unless given.
    """
    font = font or Font()
    for size in sizes:
        lines = len(lines_of(words, width, size, font)) or 1
        if lines * size * LINE <= height:
            return Fitted(words, size, lines)
    most = max(int(height / (size * LINE)), 1)
    return Fitted(within(words, width, size, most, font), size, min(lines, most))


def within(words: str, width: float, size: float, most: int, font: Font) -> str:
    """Return words on at most so many lines of a width; the rest is cut to an ellipsis."""
    lines = lines_of(words, width, size, font)
    if len(lines) <= most:
        return words
    last = cut(" ".join(lines[most - 1 :]), width, size, font)
    return " ".join([*lines[: most - 1], last])


def cut(words: str, width: float, size: float, font: Font) -> str:
    """Return words on one line of a width in points; what does not fit ends in an ellipsis."""
    if font.width(words, size) <= width:
        return words
    kept = _fitting(words, width - font.width("…", size), size, font)
    return f"{words[:kept].rstrip()}…"


def _pieces(word: str, width: float, size: float, font: Font) -> list[str]:
    pieces = []
    while len(word) > 1 and font.width(word, size) > width:
        end = max(_fitting(word, width, size, font), 1)
        pieces.append(word[:end])
        word = word[end:]
    return [*pieces, word]


def _fitting(words: str, width: float, size: float, font: Font) -> int:
    """Return for how many of the first characters a width in points has room."""
    ends = range(1, len(words) + 1)
    return bisect_right(ends, width, key=lambda end: font.width(words[:end], size))


@lru_cache(maxsize=20_000)
def _thousandths(words: str, *, bold: bool) -> int:
    """Return how wide words are in Arial, in thousandths of their size."""
    return sum(map(_WIDTHS["bold" if bold else "regular"].__getitem__, words))
