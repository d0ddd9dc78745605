"""The days that stand in a text, each as it is written, and the text without them."""

import re
from collections.abc import Sequence

from data.records.calendar.dates import is_day
from data.records.calendar.months import MONTHS, days_of_months, days_of_quarter, is_month
from data.records.calendar.times_of_day import has_time
from data.records.calendar.years import in_year
from data.sheets.words.day_numbers import WEEKDAY
from geo.names.remembered import once_a_reading

#: By which days are found where no year is told, and which is not kept: it has each of them.
ANY_YEAR = 2024
#: The most words that a date in a sentence takes; and one with times of day, of its two days.
MOST_WORDS, MOST_WITH_TIMES = 9, 13
#: Days of one text that are told apart; of more it is no other than of several.
MOST_DAYS = 3
#: Numbers alone, as of a row of sums.
_SUMS = re.compile(r"\d{1,2}(?: \d{1,2})+")
#: "Day 1 - 26-09-2023" is one day, and so is "Batch 2 - Monday, 20 Nov 2023".
_DAY_BEFORE = re.compile(
    r"(?:\b(?:day|session|batch|group|phase|din|roz)|(?<!\w)(?:دن|روز))[ -]?\d{1,2}"
    r"(?:(?: of |/)\d)?"
    rf"(?=\s+[-–—|]\s+\d|\s*[:(,]\s*\d|\s*[-–—|:(,]\s*(?:{WEEKDAY}[\s,.]|the\s"
    rf"|(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
    r"\s+\d{1,2}(?:[a-z]{2})?,?\s+\d{4}))",
    re.IGNORECASE,
)
#: A place that is called by a day: "1 May Hall", "23rd March Park".
_CALLED_BY_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}) (?=(?:hall|park|road|chowk|market|colony"
    r"|house|complex|stadium|ground|auditorium|building)\b)",
    re.IGNORECASE,
)
#: Up to which day a table is: "position as on 31.12.2024"; not where a training was "from 5 May up
#: to 8 May".
_AS_ON = re.compile(
    r"\bas (?:on|of|at)\b[\s:.,-]*(?:the )?|(?:^|[(\[]\s*|\b(?:position|status|progress|data"
    r"|records?|figures|information|updated|reported|entries|held|conducted|trained)\s+)"
    r"(?:up ?to|till|until)\b[\s:.,-]*(?:the )?",
    re.IGNORECASE,
)
#: Who led it, behind a day: "15 May 2025 (resource person: ...)".
_LED_BY = re.compile(
    r"\s*\([^()\d]*\b(?:persons?|(?:facilitated|conducted|delivered|led|given|taught) by"
    r"|trainers?|facilitators?|moderators?|speakers?|mr|mrs|ms|dr)\b"
    r"[^()\d]*\)?$",
    re.IGNORECASE,
)
#: What stands between a title and its date, and leads to nothing once that is taken out.
_LEADS_TO = (
    r"(?:\b(?:on|from|during|between|in|of|dated?|dt|w\.?e\.?f)\b[\s:,.]*(?:the\s+)?|مورخہ\s*)?"
)
_IN_URDU = r"(?:\s+کو(?!\w))?"
_DANGLING = re.compile(
    r"\(\s*(?:held\s*)?\)|\s+held\s*(?=,)|(?:\b(?:held|conducted|organi[sz]ed|on|from|at|of|dated?|dt)\b[\s:,.]*)+$",
    re.IGNORECASE,
)
_DATED = re.compile(r"^(?:dated?|on)\b[\s:.-]*", re.IGNORECASE)


def is_period(day: str) -> bool:
    """Tell whether a date is of a month or of several, as a report has it."""
    return is_month(day) or bool(days_of_months(day) or days_of_quarter(day))


def without_year(day: str) -> str:
    """Return a day that was found in any year as it is written: its own is asked about."""
    return day.removesuffix(f" {ANY_YEAR}")


def without_day_of_position(text: str, year: int | None) -> str:
    """Return a text without the day up to which it says that a table is, which is no training's.

    A month stays: it may be that of what is summed up.
    """
    for found in [*_AS_ON.finditer(text)][::-1]:
        words = text[found.end() :].replace(")", " )").replace("]", " ]").split()
        parts = (" ".join(words[:n]) for n in range(min(MOST_WORDS, len(words)), 0, -1))
        days = ((one, one if is_day(one) else in_year(one, year) if year else "") for one in parts)
        if day := next((one for one, told in days if told and not is_period(told)), ""):
            text = f"{text[: found.start()]} {' '.join(words).removeprefix(day)}"
    return text


@once_a_reading
def day_in(text: str, year: int | None) -> str:
    """Return the longest part of a text that is a date; without a year, with the one given."""
    words = _CALLED_BY_DAY.sub(" ", _DAY_BEFORE.sub(" ", text)).replace("|", " ").split()
    most = MOST_WITH_TIMES if has_time(text.casefold()) else MOST_WORDS
    ends = ((start, end) for start in range(len(words))
            for end in range(start + 1, min(start + most, len(words)) + 1))  # fmt: skip
    longest = sorted(ends, key=lambda one: one[0] - one[1])
    parts = [" ".join(words[start:end]).strip(" ().,;:-–?!؟") for start, end in longest]
    parts = [f"{one})" if one.count("(") > one.count(")") else one for one in parts]
    # "Serial 3/2023" is a number, and no March; nor are the sums "5 7 12" a day.
    days = (one for one in parts if is_day(one) and not _SUMS.fullmatch(one)
            and not (is_month(one) and _has_no_letters(one)))  # fmt: skip
    if found := next(days, ""):
        return _LED_BY.sub("", _DATED.sub("", found))
    return next(filter(None, (in_year(part, year) for part in parts)), "") if year else ""


def days_of_names(names: Sequence[str], texts: Sequence[str], year: int | None) -> dict[str, str]:
    """Return the days of columns that a text gives behind their names: "Batch-I 13 Feb 2023, …".

    Nothing where it gives fewer than two, or one day twice.
    """
    whole = {name: re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
             for name in names if name.strip()}  # fmt: skip
    for text in (one for one in texts if any(map(str.isdigit, one))):
        places = {name: one.start() for name, how in whole.items() if (one := how.search(text))}
        found = sorted((place, name) for name, place in places.items())
        ends = [*(place for place, __ in found[1:]), len(text)][: len(found)]
        days = {
            name: day_in(text[place + len(name) : end], year)
            for (place, name), end in zip(found, ends, strict=True)
        }
        told = {name: day for name, day in days.items() if day}
        if len(told) > 1 and len({*told.values()}) == len(told):
            return told
    return {}


def _has_no_letters(text: str) -> bool:
    return not any(map(str.isalpha, text))


def days_in(text: str, year: int | None) -> list[str]:
    """Return the first days that stand in a text, each as it is written."""
    days: list[str] = []
    while len(days) < MOST_DAYS and (day := day_in(text, year)):
        days.append(day)
        for part in (day, day.removesuffix(f" {year}")):
            text = " ".join(text.split()).replace(part, " ; ")
    return days


def without_date(text: str, year: int | None) -> str:
    """Return a text without its date, and without what leads to it: "held on", "from", "dated"."""
    day = day_in(text, year)
    for part in (day, day.removesuffix(f" {year}")):
        if part and part in text:
            led = rf"\s*{_LEADS_TO}{re.escape(part)}{_IN_URDU}"
            gap = "" if f"{part}," in text else " "
            text = re.sub(led, gap, text, flags=re.IGNORECASE)
    text = _DANGLING.sub("", " ".join(text.split()))
    return " ".join(text.split()).strip(" ,;:|-–(.")
