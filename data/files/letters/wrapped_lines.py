"""Sentences of a letter that go on in the next line, as one line each."""

import re
from collections.abc import Collection, Sequence

#: A line so long may have been wrapped; a heading or a name is shorter.
LEAST_LETTERS = 60
_ENDS = re.compile(r".*[.:;!?\u06d4\u061f|\t]\s*")
#: Behind one of these a sentence goes on, by a name too: "officials of" over "Okara district".
_OPEN = re.compile(r"\b(?:of|the|in|at|by|for|to|and|from|with)$", re.IGNORECASE)
_NO_LABEL = re.compile(r"(?=[^\W\d_])(?![^:.\u06d4]{0,25}:)")
#: What goes on: a small letter, or one of Urdu, which has no great ones; and not with a label.
_GOES_ON = re.compile(r"(?=[^\W\d_])[^A-Z](?![^:.\u06d4]{0,25}:)")


def unwrapped(lines: Sequence[str], rows: Collection[int]) -> list[str]:
    """Return lines with each sentence in its first one, and blank where it went on.

    Those of ``rows``, by position, are of a table, and stay as they are.
    """
    whole = list(lines)
    begun = -1
    for n, line in enumerate(lines):
        text = line.strip()
        how = _NO_LABEL if begun >= 0 and _OPEN.search(lines[n - 1].strip()) else _GOES_ON
        goes_on = begun >= 0 and n not in rows and how.match(text) is not None
        wrapped = goes_on and not _ENDS.fullmatch(lines[n - 1])
        if wrapped and len(lines[n - 1].strip()) >= LEAST_LETTERS:
            whole[begun] = f"{whole[begun].rstrip()} {text}"
            whole[n] = ""
        else:
            begun = n if text and n not in rows else -1
    return whole
