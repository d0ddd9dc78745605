"""Which day of a training a text says that it is of: "Day 2", "1st day", "پہلا دن"."""

import re
from collections.abc import Sequence

from data.sheets.fields import plain

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|[iv]{1,3})"
_ORDINAL = (
    r"(?:\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth|fifth"
    r"|pehl[aie]|d[ou]+sr[aie]|teesr[aie]|چوتھا|پہلا|دوسرا|تیسرا|پہلے|دوسرے|تیسرے)"
)
_DAY = r"(?:day|din|roz|دن|روز)"
#: "Day-2", "Day 1 of 2", "1st day", "first day", "پہلا دن", "دن 1".
DAY_NUMBER = re.compile(
    rf"\b(?:{_DAY}\W{{0,3}}{_NUMBER}(?: of \d)?|{_ORDINAL}[ -]{_DAY})\b", re.IGNORECASE
)
#: One of the sittings of a training, or a training of its own.
_SESSION = re.compile(rf"\b(?:session|sitting|part)\W{{0,3}}{_NUMBER}\b", re.IGNORECASE)
_SHEET = re.compile(
    rf"(?:attendance |sign in |list )?(?P<day>d ?{_NUMBER}|{DAY_NUMBER.pattern})(?: .+)?",
    re.IGNORECASE,
)
_LEFT = " -–—,;:|.("


def are_days(names: Sequence[str]) -> bool:
    """Tell whether sheets are called Day 1, Day 2 and so on: who is in several came on several."""
    days = [found["day"] for name in names if (found := _SHEET.fullmatch(plain(name)))]
    return len(names) > 1 and len({*days}) == len(names)


def is_of_a_day(name: str) -> bool:
    """Tell whether a name says of which day of a training, or session of it, something is."""
    return bool(DAY_NUMBER.search(name) or _SESSION.search(name))


def without_day_number(text: str) -> str:
    """Return a title without the day of the training that it names; all of it if it is no more."""
    return _without(DAY_NUMBER, text)


def without_session_number(text: str) -> str:
    """Return a title without the number of a session, which may be a day of a training."""
    return _without(_SESSION, text)


def _without(number: re.Pattern[str], text: str) -> str:
    if not number.search(text):
        return text
    rest = re.sub(r"\(\s*\)|\[\s*\]", " ", number.sub(" ", text))
    return " ".join(rest.split()).strip(_LEFT) or text
