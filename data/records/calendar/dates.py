"""A written date, or several days -> what it says; what can be read two ways is not guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.records.calendar.days_listed import are_apart, days_before_number, days_beside_name
from data.records.calendar.months import (
    days_of_month,
    days_of_months,
    days_of_quarter,
    full_year,
    month_number,
    plainly,
    weekdays_in,
)
from data.records.calendar.times_of_day import without_times
from data.records.model import in_words
from data.records.problems import of_rows
from data.records.problems.kind import ProblemKind
from data.records.rules import in_latin_digits
from geo.names.remembered import once_a_reading
from geo.words.catalogue import _

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ]\d{1,2}:\d{2}.*)?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[- /.,]*([^\W\d_]{3,9})\.?[- /.,]*(\d{4}|\d{2})")
MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.?[- /.]*(\d{1,2})(?:st|nd|rd|th)?[- ,/.]+(\d{4})")
_POINTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
_MONTHS_OF_YEAR = 12
SERIAL = re.compile(r"[2-9]\d{4}(?:\.\d+)?")
#: A day as computers write it, 20230509; only of what is known to be one, as a number may be so.
OF_DIGITS = re.compile(r"(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
ORDERS = {"dmy": _("day/month/year"), "mdy": _("month/day/year"), "iso": _("year-month-day")}
#: Which day of a month stands for it, where a file gives the month alone.
FIRST, LAST = "first", "last"
MONTH_DAYS = (FIRST, LAST)
#: The answer that all of a month, or of several, were the days of a training.
WHOLE = "whole"
#: The day from which a spreadsheet counts the days that it writes into a CSV file as numbers.
SPREADSHEET_ZERO = date(1899, 12, 30)
#: No text of so many signs is a date.
LONGEST = 80
#: A training lasts so many days; from the others on, several days were read wrongly.
FEW_DAYS, MANY_DAYS = 14, 60
_BETWEEN = re.compile(
    r"\s*(?:\bto\b|\btill\b|\buntil\b|\bthrough\b|\band\b|\baur\b|\bta\b|\bse\b|&|تا|سے|اور"
    r"|[-–—])\s*"
)
_LISTED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:,|&|/|and|aur|اور)\s*\d{1,2}(?:st|nd|rd|th)?)*"
    r"\s*(?:,|&|/|and|aur|اور)\s*(\d{1,2}(?:st|nd|rd|th)?[ .,]\D.*)"
)
#: Weeks of a month, by what they are called.
WEEKS = {name: n for n, names in enumerate(("1st first", "2nd second", "3rd third", "4th fourth"))
         for name in names.split()}  # fmt: skip
_WEEK = re.compile(rf"({'|'.join(WEEKS)}) week (?:of )?([^\W\d_]{{3,9}}\.?[ ,-]*\d{{4}})")
_WEEK_BEHIND = re.compile(
    rf"([^\W\d_]{{3,9}}\.?[ ,-]*\d{{4}})[\s,(–—-]+({'|'.join(WEEKS)}) week\)?"
)
#: A remark behind a day, without a number: "22nd May 2023 (half day)".
_REMARK = re.compile(r"\s*\([^()]*\)$")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[.,]?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[- /.,]*([^\W\d_]{3,9})\.?")
_MONTH_OF_DAY = re.compile(r"([^\W\d_]{3,9})\.?[- /.]*(\d{1,2})(?:st|nd|rd|th)?[.,]?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_MONTH_DAYS = re.compile(
    r"([^\W\d_]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|and|aur|se|ta|&)\s*"
    r"(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})"
)


def today() -> date:
    """Return the day it is in Pakistan; the only look at the clock for it."""
    return datetime.now(ZoneInfo("Asia/Karachi")).date()


@dataclass(frozen=True)
class Day:
    """What a text says: a day as 2023-05-09, or a problem and the readings there are.

    Those of a month without its day are its first and its last. ``end`` is the last of several
    days ("27-28 Feb 2023"), blank where the text names one.
    """

    iso: str = ""
    problem: ProblemKind | None = None
    readings: tuple[str, ...] = ()
    end: str = ""


@once_a_reading
def read_day(
    text: str,
    order: str | None = None,
    day_zero: date | None = None,
    month_day: str | None = None,
) -> Day:
    """Read a date, or the first and the last of several days.

    Parameters
    ----------
    order
        How the dates of the file are written, if somebody said so: ``dmy``, ``mdy`` or ``iso``.
        A date with its year first, or with its month in letters, is read in any case.
    day_zero
        The day from which a workbook counts days. A number from another file is no date.
    month_day
        Which day stands for a month alone, if somebody said so: ``first`` or ``last``.
    """
    written, text = text, _plain_day(text)
    if not text and not written.strip():
        return Day()
    if digits := OF_DIGITS.fullmatch(text):
        return _checked(*map(int, digits.groups()))
    found = _read(text, order, day_zero, month_day)
    if NUMBERS.fullmatch(text) and len(found.readings) == 2:
        found = _of_weekday(found, written)
    if found.problem == of_rows.NO_DATE and _lacks_year(text):
        return Day(problem=of_rows.NO_YEAR_OF_DAY)
    return found


def _of_weekday(day: Day, written: str) -> Day:
    """Return the one of two readings that is on the day of the week that is written beside it."""
    told = weekdays_in(written)
    fits = [iso for iso in day.readings if date.fromisoformat(iso).weekday() in told]
    return Day(fits[0]) if len(told) == len(fits) == 1 else day


def _plain_day(text: str) -> str:
    """Return a text in small letters and plain digits, without a remark that has no number."""
    text = plainly(text)
    bare = _REMARK.sub("", text)
    text = bare if bare and not any(map(str.isdigit, text[len(bare) :])) else text
    if len(text) > LONGEST or (timeless := without_times(text)) == text:
        return text
    # A time beside what is no day says no more than before: "Batch 4, 9 am".
    dated = _one_day(timeless, None).problem != of_rows.NO_DATE or _several_days(timeless, None)
    return timeless if dated or _lacks_year(timeless) else text


def _read(text: str, order: str | None, day_zero: date | None, month_day: str | None) -> Day:
    """Read a plain text as ``read_day`` does; of one that is no date, not why it is none."""
    if not text or len(text) > LONGEST:  # of a day of the week alone, or a comma, nothing is left
        return Day(problem=of_rows.NO_DATE)
    if SERIAL.fullmatch(text):
        if day_zero is None:
            return Day(problem=of_rows.NUMBER_FOR_DATE)
        return Day((day_zero + timedelta(days=int(float(text)))).isoformat())
    if days := days_of_month(text) or days_of_months(text) or days_of_quarter(text):
        if month_day:
            return Day(days[MONTH_DAYS.index(month_day)])
        return Day(problem=of_rows.MONTH_ALONE, readings=days)
    one = _one_day(text, order)
    return one if one.problem != of_rows.NO_DATE else _several_days(text, order) or one


@once_a_reading
def is_day(text: str) -> bool:
    """Tell whether a text is a day, or several, whichever way it is to be read."""
    if not any(map(str.isdigit, text)):  # most texts, and quickly told
        return False
    day = _read(_plain_day(text), None, None, None)
    return bool(day.iso or day.readings)


def _one_day(text: str, order: str | None) -> Day:
    if found := YEAR_FIRST.fullmatch(text):
        # The day as it was written down: no time of day and no time zone moves it.
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if named := _named_month(text):
        return _checked(*named)
    if found := NUMBERS.fullmatch(text):
        order = order or ("dmy" if _is_pointed(text) else None)
        return _of_numbers(int(found[1]), int(found[2]), found[3], order)
    return Day(problem=of_rows.NO_DATE)


def _is_pointed(text: str) -> bool:
    """Tell whether points stand between numbers of a date: no country writes its month first."""
    found = NUMBERS.fullmatch(text)
    pointed = found is not None and _POINTED.match(text) is not None
    return pointed and int(found[2]) <= _MONTHS_OF_YEAR


def _of_numbers(first: int, second: int, year: str, order: str | None) -> Day:
    if order == "iso":
        return Day(problem=of_rows.OTHER_ORDER)
    full = full_year(year)
    readings = {"dmy": _iso(full, second, first), "mdy": _iso(full, first, second)}
    if order:
        if readings[order]:
            return Day(readings[order])
        return Day(problem=of_rows.NO_DAY_IN_ORDER.of(order=ORDERS[order]))
    return _certain({Day(iso) for iso in readings.values() if iso})


def _certain(possible: set[Day]) -> Day:
    """Return the only reading, or that there are two or none."""
    if len(possible) == 1:
        return next(iter(possible))
    if not possible:
        return Day(problem=of_rows.NO_SUCH_DAY)
    readings = tuple(sorted((one.iso for one in possible), reverse=True))
    words = _(" or ").join(in_words(date.fromisoformat(iso)) for iso in readings)
    written = _(" or ").join(readings)
    problem = of_rows.TWO_DATES.of(readings=words, written=written)
    return Day(problem=problem, readings=readings)


def days_in_words(day: Day) -> str:
    """Return a day that was read in words, or the first and the last of several."""
    start, end = (in_words(date.fromisoformat(iso)) for iso in (day.iso, day.end or day.iso))
    return start if start == end else _("{start} to {end}").format(start=start, end=end)


def _lacks_year(text: str) -> bool:
    """Tell whether a text would be a day, a month or several, if a year stood behind it."""
    if len(text) > LONGEST or not any(map(str.isalpha, text)):
        return False
    whole = f"{text.rstrip(' ,.')} 2024"
    if days_of_month(whole) or days_of_months(whole):
        return True
    return bool(_one_day(whole, None).iso or (_several_days(whole, None) or Day()).iso)


def _several_days(text: str, order: str | None) -> Day | None:
    """Read "27-28 Feb 2023", "30 Sep to 2 Oct 2023", "5 to 6.2.23"; None where it is no such."""
    text = _WEEK_BEHIND.sub(r"\2 week \1", text)  # "July 2025 (2nd week)"
    if (found := _WEEK.fullmatch(text)) and (month_days := days_of_month(found[2])):
        begins = 7 * WEEKS[found[1]] + 1
        return Day(f"{month_days[0][:8]}{begins:02}", end=f"{month_days[0][:8]}{begins + 6:02}")
    if found := _MONTH_DAYS.fullmatch(text):
        month, year = found[1], found[4]
        return _from_to(f"{found[2]} {month} {year}", f"{found[3]} {month} {year}", order)
    before = days_before_number(text) if order in (None, "dmy") else None
    if (listed := before or days_beside_name(text)) and (days := _listed(*listed)):
        return days
    if are_apart(text):
        return None
    parts = [(text[: one.start()], text[one.end() :]) for one in _BETWEEN.finditer(text)]
    if found := _LISTED.fullmatch(text):
        parts.insert(0, (found[1], found[2]))
    for first, last in ((one.strip(" ,."), other.strip(" ,")) for one, other in parts):
        if _one_day(last, order).problem != of_rows.NO_DATE:
            for start, start_order in _completed(first, last):
                if days := _from_to(start, last, order or start_order):
                    return days
    return None


def _listed(year: int, month: int, first: int, last: int) -> Day | None:
    start, end = _iso(year, month, first), _iso(year, month, last)
    return Day(start, end=end) if start and end else None


def _completed(first: str, last: str) -> Iterator[tuple[str, str | None]]:
    """Yield a first day with what it leaves to the last, its month and year, and its order."""
    yield first, None
    named, of_month = DAY_MONTH.fullmatch(last), MONTH_DAY.fullmatch(last)
    numbers = NUMBERS.fullmatch(last)
    year = next((found[3] for found in (named, of_month, numbers) if found), "")
    if day := _DAY.fullmatch(first):
        month = (named and named[2]) or (of_month and of_month[1])
        if month:
            yield f"{day[1]} {month} {year}", None
        elif numbers:  # a day alone stands before its month
            yield f"{day[1]}/{numbers[2]}/{year}", "dmy"
    elif year and (day := _DAY_OF_MONTH.fullmatch(first)):
        yield f"{day[1]} {day[2]} {year}", None
    elif year and (day := _MONTH_OF_DAY.fullmatch(first)):
        yield f"{day[2]} {day[1]} {year}", None
    elif year and (day := _DAY_AND_MONTH.fullmatch(first)):
        yield f"{day[1]}/{day[2]}/{year}", None


def _from_to(first: str, last: str, order: str | None) -> Day | None:
    """Return the days from one to another, if both are days and in this order."""
    possible = set()
    problem = None
    pointed = all(map(_is_pointed, (first, last)))  # such a day alone has its day first, too
    for one_order in (order,) if order else ("dmy",) if pointed else ("dmy", "mdy"):
        start, end = _one_day(first, one_order), _one_day(last, one_order)
        problem = problem or start.problem or end.problem
        if start.iso and end.iso and start.iso <= end.iso:
            possible.add(Day(start.iso, end="" if start.iso == end.iso else end.iso))
    if possible:
        return _certain(_short(possible))
    known = problem is not None and problem.key != of_rows.NO_DATE.key
    return Day(problem=of_rows.NO_SUCH_DAY) if known else None


def _short(possible: set[Day]) -> set[Day]:
    """Leave out the reading of several days that is of months, where the other is of some days.

    06.11.2023 to 10.11.2023 is from June to October, or five days in November.
    """
    lengths = {
        one: (date.fromisoformat(one.end or one.iso) - date.fromisoformat(one.iso)).days
        for one in possible
    }
    short = {one for one, length in lengths.items() if length <= FEW_DAYS}
    long = {one for one, length in lengths.items() if length >= MANY_DAYS}
    return short if short | long == possible and short and long else possible


def is_counted_day(text: str, last: date) -> bool:
    """Tell whether a text is the number of a day from 2000 on, up to a last one."""
    text = in_latin_digits(text).strip()
    if not SERIAL.fullmatch(text):
        return False
    return date(2000, 1, 1) <= SPREADSHEET_ZERO + timedelta(days=int(float(text))) <= last


def _named_month(text: str) -> tuple[int, int, int] | None:
    if found := DAY_MONTH.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    elif found := MONTH_DAY.fullmatch(text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    number = month_number(month)
    return None if number is None else (full_year(year), number, int(day))


def _checked(year: int, month: int, day: int) -> Day:
    iso = _iso(year, month, day)
    return Day(iso) if iso else Day(problem=of_rows.NO_SUCH_DAY)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
