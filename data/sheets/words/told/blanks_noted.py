"""Texts of a file on its blank cells: that nothing was recorded in them."""

import re

_CELLS = r"(?:cells?|fields?|boxes|spaces|entries|columns?)"
_BLANKS = (
    rf"(?:(?:blanks?|empty)(?:\s+{_CELLS})?"
    rf"|{_CELLS}\s+(?:(?:that|which|are|is|left|kept)\s+)*(?:blank|empty))"
)
#: "Blank cells = not recorded", of all cells and not of those of one column.
_UNRECORDED = re.compile(
    rf"(?:^|[;:|(,.*–—-])\s*(?:(?:n\.?b\.?|note|all|the|any)\s+)*{_BLANKS}"
    r"\s*(?:=|:|-|–|→|\b(?:are|is|were|was|means?|shows?|indicates?|denotes?|stands? for)\b)\s*"
    r"(?:(?:that|it|they|was|were|is|are|data|details?|information|value)\s+)*"
    r"(?:not\s+(?:been\s+)?(?:recorded|known|told|available|reported|provided|noted|collected"
    r"|given|written|filled|mentioned|stated|answered|entered)|unknown|unrecorded"
    r"|no (?:record|data|information)"
    r"|(?:the\s+)?(?:participant|person|officer|official|respondent|trainee|attendee)s?\s+"
    r"(?:did|has|have|had)(?:\s+not|n['’]?t)\s+(?:write|fill|tell|mention|provide|give|state|say"
    r"|answer|enter|record)(?:n|ed|en|ten)?)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    rf"\W*(?:(?:n\.?b\.?|note|all|the|any)\W+)*{_BLANKS}\s*"
    r"(?:[=:→]|\b(?:are|is|were|was|means?|shows?|indicates?|denotes?|stands? for)\b)",
    re.IGNORECASE,
)
#: What may say that they are as those above, or that only some of them are meant.
_LEAVES_OPEN = re.compile(
    r"\b(?:again|twice|repeat\w*|same|above|ditto|merged|once|except|unless|but|some|if|where)\b",
    re.IGNORECASE,
)
_NAMED = rf"(?<![-\w])(?:blanks?|empty {_CELLS}|{_CELLS}(?: left)? empty)\b"
_ANY_BLANKS = re.compile(_NAMED, re.IGNORECASE)
#: A part of a text that explains blank cells, whatever it says of them. It names them soon: from
#: each sign that may begin it, the text is gone through up to there.
_ON_BLANKS = re.compile(
    rf"\s*(?:\((?:[^()]*[;|,.])?[^;|(),]*?{_NAMED}[^()]*\)"
    rf"|(?:^|[;|(,.*]|\s[–—-]+)(?:(?!\.\s)[^;|(),]){{0,200}}?{_NAMED}[^;|()]*)",
    re.IGNORECASE,
)


def says_blank_is_unrecorded(text: str) -> bool:
    """Tell whether a text says that blank cells were not recorded, and leaves nothing open."""
    return bool(_UNRECORDED.search(text)) and not _LEAVES_OPEN.search(text)


def explains_blanks(text: str) -> bool:
    """Tell whether a text begins with what it explains, blank cells: it is nobody's name."""
    return _EXPLAINED.match(text) is not None


def without_blanks_noted(text: str) -> str:
    """Return a text without the part that explains blank cells."""
    named = _ANY_BLANKS.search(text) and _ON_BLANKS.search(text)  # few texts name any
    return _ON_BLANKS.sub("", text).strip() if named else text
