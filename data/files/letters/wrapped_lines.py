"""Sentences of a letter that go on in the next line, as one line each."""

import re
from collections.abc import Collection, Sequence

#: A line so long may have been wrapped; a heading or a name is shorter.
LEAST_LETTERS = 60
_ENDS = re.compile(r".*[.:;!?\u06d4\u061f|\t]\s*")
#: Behind one of these a sentence goes on, by a name or a day too: "officials of" over "Okara
#: district", "held from 7 April to" over "9 April".
_LEADS_ON = re.compile(r"\b(?:of|the|in|at|by|for|to|and|from|with|on)$", re.IGNORECASE)
_NO_LABEL = r"(?![^:.\u06d4]{0,25}:)"
#: What goes on: a small letter, or one of Urdu, which has no great ones; and not with a label.
_GOES_ON = re.compile(rf"(?=[^\W\d_])[^A-Z]{_NO_LABEL}")
_ANYTHING = re.compile(rf"(?=\w){_NO_LABEL}")


def unwrapped(lines: Sequence[str], rows: Collection[int]) -> list[str]:
    """Return lines with each sentence in its first one, and blank where it went on.

    Those of ``rows``, by position, are of a table, and stay as they are.
    """
    whole = list(lines)
    begun = -1
    for n, line in enumerate(lines):
        text = line.strip()
        led = begun >= 0 and _LEADS_ON.search(lines[n - 1].strip())
        goes_on = (_ANYTHING if led else _GOES_ON).match(text)
        wrapped = begun >= 0 and n not in rows and goes_on and not _ENDS.fullmatch(lines[n - 1])
        if wrapped and len(lines[n - 1].strip()) >= LEAST_LETTERS:
            whole[begun] = f"{whole[begun].rstrip()} {text}"
            whole[n] = ""
        else:
            begun = n if text and n not in rows else -1
    return whole
