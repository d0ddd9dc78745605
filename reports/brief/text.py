"""Text of the records as the brief can set it: cut, broken, and only letters that it may have.

A document for screen readers may not hold a letter that no font has. Letters of other scripts,
such as Urdu's, are kept here: whether the machine has a font for them is seen when the page is
set (``brief``). Other signs that no font has, such as emoji, are shown as a mark at once.
"""

import re
import unicodedata

from geo.words.catalogue import _
from reports.words.fonts import MISSING

#: Said in the brief where something is missing.
MISSING_WORDS = _(
    "{mark} stands for letters that this brief cannot print; the workbook has them."
).format(mark=MISSING)
#: A word of more letters than this can be broken anywhere: it may be wider than its column.
LONGEST_WORD = 24
BREAK = "\u200b"
PIECE = 6

#: What is kept: Latin, Greek, Cyrillic, and the signs of typography, which the fonts of the
#: brief have; and the letters of Arabic, Urdu, Pashto and Sindhi, for a font of the machine.
_LETTERS = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    "\u0600-\u0604\u0606-\u061b\u061e-\u06dc\u06de-\u06ff\u0750-\u077f\u1e00-\u1eff\u2010-\u2027\u202f-\u2040\u20a0-\u20bf\u2190-\u21ff\u25a0-\u25ff\u2264-\u2265\u2212"
)
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_OTHERS = re.compile(f"[^{_LETTERS}]+(?: +[^{_LETTERS}]+)*")
#: A number after a word that is read from right to left would stand before it, but for a mark.
_BEFORE_NUMBER = re.compile(r"([\u0600-\u077f])(?=[\s(]*\d)")
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def drawable(written: object, most: int = 400) -> str:
    """Return a text of the records on one line, as the brief can set it.

    Of a text of more than ``most`` characters the rest is an ellipsis.
    """
    start = str(written)[: most * 4]  # a name of a million letters is not looked at whole
    shown = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in start)
    shown = _HIDDEN.sub("", unicodedata.normalize("NFC", shown))
    shown = " ".join(_OTHERS.sub(MISSING, " ".join(shown.split())).split())
    if len(shown) > most:
        shown = shown[: most - 1].rstrip() + "\u2026"
    return _LONG.sub(_breakable, _BEFORE_NUMBER.sub("\\1\u200e", shown))


def _breakable(long: re.Match[str]) -> str:
    word = long.group()
    return BREAK.join(word[place : place + PIECE] for place in range(0, len(word), PIECE))
