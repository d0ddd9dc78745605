"""Which day of a training a text says that it is of: "Day 2", "1st day", "پہلا دن"."""

import re
from collections.abc import Sequence

from data.records.calendar.dates import is_day
from data.records.calendar.months import days_of_months, is_month, read_quarter
from data.records.rules import in_latin_digits
from data.sheets.fields import plain
from data.sheets.words.names.names_of_sexes import without_sex

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
#: Parts of a day in which the same people may have sat: "Morning", "2nd session", "Post-lunch".
_PART_OF_DAY = re.compile(
    rf"(?:(?:{_NUMBER}|{_ORDINAL}|pre|post|before|after)\W{{0,3}})?"
    r"(?:morning|forenoon|afternoon|evening|noon|fn|an|a\.?m|p\.?m|half|lunch|tea|session|sitting"
    r"|shift|subah|dopahar|dopehar|shaa?m|صبح|دوپہر|شام)\.?(?: (?:session|sitting|shift))?"
    rf"(?:\W{{0,3}}{_NUMBER})?",
    re.IGNORECASE,
)
_SHEET = re.compile(
    rf"(?:attendance |sign in |list )?(?P<day>d ?{_NUMBER}|{DAY_NUMBER.pattern})(?: .+)?",
    re.IGNORECASE,
)
_NUMBER_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
#: The day of a month, or of a week, as the name of a column: 21, 8th, Mon, "Mon 21", "21 (Mon)".
_DAY_ALONE = re.compile(
    rf"(?:{_NUMBER_OF_DAY}|{WEEKDAY}|{WEEKDAY}[\s,(-]*{_NUMBER_OF_DAY}\)?"
    rf"|{_NUMBER_OF_DAY}[\s,(-]*{WEEKDAY}\)?)",
    re.IGNORECASE,
)
#: One of the days of a training by its number, in English or Urdu: D1, "2nd day", "Pehla din".
_DAY_BY_NUMBER = re.compile(
    r"(?:d|din|roz|دن|روز)[\s.-]*\d{1,2}"
    rf"|(?:{_NUMBER_OF_DAY}|first|second|third|fourth|fifth|last|pe?hl[aei]|d(?:o+|u)sr[aei]"
    r"|t(?:ee|i)sr[aei]|cha?uth[aei]|pa+nchwa+n?|a+khri|پہلا|دوسرا|تیسرا|چوتھا|پانچواں|آخری)"
    r"[\s-]*(?:day|din|roz|دن|روز)",
    re.IGNORECASE,
)
_NUMBERS = {
    **dict.fromkeys(("one", "ek", "aik", "yak", "ایک", "یک"), 1),
    **dict.fromkeys(("two", "do", "dou", "دو"), 2),
    **dict.fromkeys(("three", "sah", "seh", "teen", "تین", "سہ"), 3),
    **dict.fromkeys(("four", "char", "chaar", "چار"), 4),
    **dict.fromkeys(("five", "panj", "panch", "paanch", "پانچ", "پنج"), 5),
    "six": 6,
}
#: How many days a training has: "Two-day training", "do roza"; no "16 days of activism".
_SO_MANY = re.compile(
    r"(?<!within )(?<!within the )(?<!last )(?<!next )(?<!after )(?<!before )(?<!every )(?<![\d-])"
    r"\b(?:(?P<days>\d|0\d|one|two|three|four|five|six)(?: ?\(\w+\))?[ -]?days?\b(?! of\b)"
    rf"|(?P<roza>\d|{'|'.join(_NUMBERS)})[ -]?(?:roz(?:a|ah)\b|روزہ))",
    re.IGNORECASE,
)
_LEFT = " -–—,;:|.("


def is_part_of_day(text: str) -> bool:
    """Tell whether a text is a part of a day, or the number of a sitting in it."""
    return bool(_PART_OF_DAY.fullmatch(text.strip()))


def are_days(names: Sequence[str]) -> bool:
    """Tell whether sheets are called Day 1, Day 2 and so on: who is in several came on several."""
    days = [found["day"] for name in names if (found := _SHEET.fullmatch(plain(name)))]
    return len(names) > 1 and len({*days}) == len(names)


def is_of_day(name: str) -> bool:
    """Tell whether a column is called by a day: "Day 1", "D1", "8th", "Mon", "21 May"."""
    bare = name.strip()
    alone = bare.casefold().startswith("day") or any(
        one.fullmatch(bare) for one in (_DAY_ALONE, _DAY_BY_NUMBER)
    )
    return alone or is_day(name) or is_day(f"{name} 2024")


def is_of_a_day(name: str) -> bool:
    """Tell whether a name says of which day of a training, or session of it, something is."""
    if DAY_NUMBER.search(name) or _SESSION.search(name):
        return True
    bare = without_sex(name) or name  # "10 June M"
    several = is_month(bare) or read_quarter(bare) or days_of_months(f"{bare} 2024")
    return not several and is_of_day(bare)


def days_told(text: str) -> int:
    """Return how many days a text says that a training has: 2 of "do roza"; 0 where it does not."""
    found = _SO_MANY.search(in_latin_digits(text))
    told = ((found["days"] or found["roza"]) if found else "0").casefold()
    return _NUMBERS.get(told) or (int(told) if told.isdecimal() else 0)


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
