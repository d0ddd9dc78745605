"""Texts that name a part of a body beside the body itself: "Child Protection Unit (of whom)"."""

import re

_PARTS = r"(?:units?|cells?|desks?|wings?|branch(?:es)?|sections?|cent(?:re|er)s?)"
#: "Child Protection Unit (Social Welfare Deptt)".
_IN_BRACKETS = re.compile(rf".*\b{_PARTS}\s*\((?P<whole>[^()]+)\)\s*", re.IGNORECASE)
#: "Chamber of Commerce, Labour Law Desk": of a body whose parts are nobody's else.
_BEFORE_COMMA = re.compile(
    r"(?P<whole>[^,]*\b(?:chamber|association|federation|union|council|university)\b[^,]*),"
    rf"[^,]*\b(?:{_PARTS}|secretariat)\s*",
    re.IGNORECASE,
)
#: What a rank may be posted to that any force has, a desk for children, too.
_POSTED_TO = re.compile(
    rf"[^,]+,.*\b(?:{_PARTS}|office|range|lines?|hq|headquarters)\b", re.IGNORECASE
)
#: What the police alone have for women, which other officers than theirs may be at, too.
_POLICE_DESK = re.compile(
    r"(?P<rank>.+?)(?: (?:in ?charge|i c|at|of|posted at))* "
    r"(?:(?:anti )?(?:wom[ae]n|ladies|gender)(?: (?:and )?(?:child(?:ren)?|juveniles?|based"
    r"|violence|crimes?|harassment|protection|facilitation|help))* (?:desk|cell)"
    r"|anti harassment (?:desk|cell)"
    r"|(?:gender |sexual )?(?:crimes? |offences? )?investigations? (?:wing|branch))\b.*"
)
_DESK = re.compile(r"\b(?:cells?|desks?)\b", re.IGNORECASE)


def whole_in_brackets(written: str) -> str:
    """Return what stands in brackets behind a unit, of which it may be; else blank."""
    found = _IN_BRACKETS.fullmatch(written)
    return found["whole"] if found else ""


def whole_before_comma(written: str) -> str:
    """Return the body of which a text names a desk or a section; blank of any other text."""
    found = _BEFORE_COMMA.fullmatch(written)
    return found["whole"] if found else ""


def is_posted(written: str) -> bool:
    """Tell whether something before a comma, as a rank, is posted to an office behind it."""
    return bool(_POSTED_TO.match(written))


def is_at_desk(written: str) -> bool:
    """Tell whether a text is of a cell or a desk, as a force has for women and children."""
    return bool(_DESK.search(written))


def at_police_desk(bare: str) -> str:
    """Return the rank before a desk as the police have for women; blank of any other text."""
    found = _POLICE_DESK.fullmatch(bare)
    return found["rank"] if found else ""
