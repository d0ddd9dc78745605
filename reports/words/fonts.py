"""Letters that the fonts which come along do not have, such as those of Urdu.

A document that is set here takes a font of the machine for them where there is one. Where there
is none, or not for all of them, words with such letters are shown as one mark, which is
explained: never as empty boxes.
"""

import json
import re
from functools import lru_cache
from typing import Any
from unicodedata import category

#: Stands for letters that no font here has.
MISSING = "\ufffd"
#: Beyond Latin, Greek and Cyrillic; and of these the letters of Arabic, Urdu, Pashto and Sindhi.
_OTHER = re.compile(r"[\u0530-\u1cff\u2e80-\ufffc\U00010000-\U0003ffff]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
#: Letters after one of another script: no font sets a mark over that.
_STRANDED = re.compile(
    rf"(?<=[^\s\u0530-\u1cff\u2e80-\ufffc\U00010000-\U0003ffff]){_OTHER.pattern}+"
)
#: A letter that no font has is an error here: a document for screen readers may have none.
_TRIED = '#set document(title: "tried")\n#set text(lang: "en")\n#text({words})'


def has_other_letters(words: str) -> bool:
    """Return whether a text has letters beyond those of Latin, Greek and Cyrillic."""
    return _OTHER.search(words) is not None


def is_arabic(words: str) -> bool:
    """Return whether a text has letters of Arabic script, such as those of Urdu."""
    return _ARABIC.search(words) is not None


def printable(words: str) -> str:
    """Return a text as this machine can set it, with a mark for words that no font has."""
    words = _STRANDED.sub(_marked, words)
    missing = _no_font_has("".join(sorted(set(_OTHER.findall(words)))))
    if not missing:
        return words
    # The whole word, as the rest of it says nothing; of several words beside each other one mark.
    word = f"{_OTHER.pattern}*[{re.escape(missing)}]{_OTHER.pattern}*"
    return re.sub(rf"{word}(?: +{word})*", MISSING, words)


def _marked(found: re.Match[str]) -> str:
    """Return letters after one of another script, with one mark for those set over that one."""
    letters = found[0]
    first = next((n for n, one in enumerate(letters) if category(one)[0] != "M"), len(letters))
    return MISSING * (first > 0) + letters[first:]


@lru_cache(maxsize=64)
def _no_font_has(letters: str) -> str:
    """Return which of some letters no font of the machine has, other scripts as a whole."""
    arabic = "".join(_ARABIC.findall(letters))
    others = _ARABIC.sub("", letters)
    return _missing(arabic) + ("" if can_set(others) else others)


def _missing(letters: str) -> str:
    if can_set(letters):
        return ""
    if len(letters) == 1:
        return letters
    half = len(letters) // 2
    return _missing(letters[:half]) + _missing(letters[half:])


def can_set(letters: str) -> bool:
    """Return whether each of some letters is in some font of the machine."""
    # Apart from each other: beside another one a letter has a form that it may lack alone.
    import typst  # loads only where a document is set

    page = _TRIED.format(words=json.dumps(" ".join(letters), ensure_ascii=False))
    files: Any = {"main.typ": page.encode("utf-8")}
    try:
        typst.Compiler(files).compile(format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        return False
    return True
