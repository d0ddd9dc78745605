"""Notes of a sheet on the rows that it hides: whether those in them count."""

import re

from data.sheets.words.absence import says_absent

#: Rows that are hidden, whoever is in them.
_HIDDEN = re.compile(r"\bhidden\b", re.IGNORECASE)
_ROWS_OR_PEOPLE = re.compile(
    r"\b(?:rows?|lines?|entries|names|nominees|persons|people|participants|officers|officials"
    r"|those|absentees)\b", re.IGNORECASE
)  # fmt: skip
_NOT_COUNTED = re.compile(
    r"\b(?:not (?:to )?(?:be )?(?:counted|included)|(?:do|does|should|must) not count"
    r"|(?:to be |are )?excluded|for (?:the )?(?:office )?records? only)\b", re.IGNORECASE
)  # fmt: skip
#: Who gave it up before, and not "after the first day".
_WITHDREW = re.compile(
    r"\b(?:withdr[ae]wn?|dropped out|declined|opted out|backed out|cancel+ed|never"
    r" (?:came|joined|attended|participated|reported))\b"
    r"(?!.{0,200}\b(?:after|during|midway|half ?way|day|session)\b)", re.IGNORECASE
)  # fmt: skip
#: A part of a note on whatever the part before it names: "; not to be counted", ". They are not".
_ON_THE_SAME = re.compile(
    r"\W*(?:(?:and|so|hence|therefore|which|they|those|these(?: rows| lines| entries)?)\s+)*"
    rf"(?:(?:are|were|is|should|must|do|does|to|be)\s+)*(?={_NOT_COUNTED.pattern})",
    re.IGNORECASE,
)
#: What was counted before is no more so: "already counted in the report of last year".
_BEFORE = re.compile(r"\balready (?:been )?(?:counted|included)\b", re.IGNORECASE)
#: A note on rows by their numbers, or on those that are hidden, and no head of a list.
_ON_ROWS = re.compile(
    r"\W*(?:(?:note|n\.?b)\b\W*)?(?:the )?(?:hidden (?:rows?|lines?|entries)"
    r"|(?:rows?|lines?|entries)\b.*\bhidden)\b", re.IGNORECASE
)  # fmt: skip
_ABSENTEES = re.compile(r"\babsentees?\b", re.IGNORECASE)
#: What leaves open which rows are hidden, or whether they count.
_LEAVES_OPEN = re.compile(
    r"\b(?:not (?:been )?hidden|unhidden|columns?|sheets?|some"
    r"|but(?! (?:never|(?:did|could|was|were)(?: not|n['’]?t))\b)|except|also|certificates?|if)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:count(?:ed)?|includ(?:e[ds]?|ing))\b", re.IGNORECASE)
#: "rows 5-6", "lines 4, 7 and 9", by their numbers in the file.
_ROWS = re.compile(
    r"\b(?:rows?|lines?)\s*(?:nos?\.?|numbers?|#)?\s*"
    r"(?P<numbers>\d{1,6}(?:\s*(?:-|–|,|&|and|to)\s*\d{1,6})*)",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?")
_UNCOUNTED = (_ABSENTEES, _NOT_COUNTED, _WITHDREW)
_NOT = re.compile(r"\b(?:not?|never|neither|without)\b|n't\b|\bexclud", re.IGNORECASE)


def says_hidden_are_absent(text: str) -> bool:
    """Tell whether a note says that the rows that are hidden are of those who did not come.

    Or that they don't count, and none that they do.
    """
    if _LEAVES_OPEN.search(text):
        return False
    parts = _on_one_subject(_sentences(text))
    told = any(
        _is_on_rows(part) and (says_absent(part) or any(one.search(part) for one in _UNCOUNTED))
        for part in parts
    )
    return told and not any(
        _COUNTED.search(_BEFORE.sub("", _NOT_COUNTED.sub("", part))) for part in parts
    )


def rows_named(text: str) -> frozenset[int]:
    """Return the rows that a text names by their numbers: 5 and 6 of "rows 5-6 are hidden"."""
    parts = [part for one in _ROWS.finditer(text) for part in _FROM_TO.finditer(one["numbers"])]
    return frozenset(row for one in parts for row in range(int(one[1]), int(one[2] or one[1]) + 1))


def says_hidden_count(text: str) -> bool:
    """Tell whether a note says that the rows that are hidden count, and nothing against it."""
    against = says_absent(text) or any(one.search(text) for one in (_NOT, _ABSENTEES, _WITHDREW))
    if against or _LEAVES_OPEN.search(re.sub(r"\balso\b", "", text, flags=re.IGNORECASE)):
        return False
    return any(map(_is_on_rows, _sentences(text))) and bool(_COUNTED.search(text))


def is_on_hidden_rows(text: str) -> bool:
    """Tell whether a text is a note on who is in the rows that are hidden, and on nobody else."""
    return _ON_ROWS.match(text) is not None


def tells_of_hidden(text: str) -> bool:
    """Tell whether a text is a note on whether rows that are hidden count."""
    return says_hidden_are_absent(text) or says_hidden_count(text)


def _is_on_rows(part: str) -> bool:
    """Tell whether a part of a text is on rows that are hidden, or on whoever is in them."""
    return bool(_HIDDEN.search(part) and _ROWS_OR_PEOPLE.search(part))


def _on_one_subject(parts: list[str]) -> list[str]:
    """Return parts of a text, each with those behind it that name nothing of their own."""
    whole: list[str] = []
    for part in parts:
        if whole and _ON_THE_SAME.match(part):
            whole[-1] += "," + part
        else:
            whole.append(part)
    return whole


def _sentences(text: str) -> list[str]:
    """Return the parts of a text; the point in "Sr. 8" or "No. 3" ends none."""
    return re.split(r"[.;](?!\s*\d)", text)
