"""Sentences of a letter that go on in the next line, as one line each."""

import re
from collections.abc import Collection, Sequence

#: A line so long may have been wrapped; a heading or a name is shorter.
LEAST_LETTERS = 60
_ENDS = re.compile(r".*[.:;!?\u06d4\u061f|\t]\s*")
#: What goes on: a small letter, or one of Urdu, which has no great ones; and not with a label.
_GOES_ON = re.compile(r"(?=[^\W\d_])[^A-Z](?![^:.\u06d4]{0,25}:)")

#: What no line ends with that does not go on: "held from 7 April to".
_LEADS_ON = re.compile(r".*\b(?:to|and|from|of|on|the|at|in|for|by|with)\s*", re.IGNORECASE)


def unwrapped(lines: Sequence[str], rows: Collection[int]) -> list[str]:
    """Return lines with each sentence in its first one, and blank where it went on.

    Those of ``rows``, by position, are of a table, and stay as they are.
    """
    whole = list(lines)
    begun = -1
    for n, line in enumerate(lines):
        text = line.strip()
        goes_on = _GOES_ON.match(text) or (text and _LEADS_ON.fullmatch(lines[n - 1]))
        wrapped = begun >= 0 and n not in rows and goes_on and not _ENDS.fullmatch(lines[n - 1])
        if wrapped and len(lines[n - 1].strip()) >= LEAST_LETTERS:
            whole[begun] = f"{whole[begun].rstrip()} {text}"
            whole[n] = ""
        else:
            begun = n if text and n not in rows else -1
    return whole
