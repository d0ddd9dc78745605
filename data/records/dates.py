"""A written date, or several days -> what it says; what can be read two ways is not guessed."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from data.records import problem_kinds as kinds
from data.records.model import in_words
from data.records.problem_kind import ProblemKind
from data.records.rules import in_latin_digits

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?")
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[t ]\d{1,2}:\d{2}.*)?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[- /.,]*([^\W\d_]{3,9})\.?[- /.,]*(\d{4}|\d{2})")
MONTH_DAY = re.compile(r"([^\W\d_]{3,9})\.?[- /.]*(\d{1,2})(?:st|nd|rd|th)?[- ,/.]+(\d{4})")
SERIAL = re.compile(r"[2-9]\d{4}(?:\.\d+)?")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_URDU_MONTHS = (
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون",
    "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر",
)  # fmt: skip
_WEEKDAYS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]?"
    r"|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار"
)
_NO_DAYS = re.compile(r"\([^\w\d]*\)")
ORDERS = {"dmy": "day/month/year", "mdy": "month/day/year", "iso": "year-month-day"}
#: Which day of a month stands for it, where a file gives the month alone.
FIRST, LAST = "first", "last"
MONTH_DAYS = (FIRST, LAST)
#: No text of so many signs is a date.
LONGEST = 80

# Arabic letters that a keyboard writes where Urdu has its own; and what an Urdu date ends with.
_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ئ": "ئ", "ء": "", "،": ","})
_BETWEEN = re.compile(r"\s*(?:\bto\b|\btill\b|\buntil\b|\bthrough\b|\band\b|&|تا|سے|[-–—])\s*")
_LISTED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:,|&|/|and)\s*\d{1,2}(?:st|nd|rd|th)?)*"
    r"\s*(?:,|&|/|and)\s*(\d{1,2}(?:st|nd|rd|th)?[ .,]\D.*)"
)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[.,]?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[- /.,]*([^\W\d_]{3,9})\.?")
_MONTH_OF_DAY = re.compile(r"([^\W\d_]{3,9})\.?[- /.]*(\d{1,2})(?:st|nd|rd|th)?[.,]?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_MONTH_DAYS = re.compile(
    r"([^\W\d_]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|and|&)\s*"
    r"(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})"
)
_QUARTER = re.compile(
    r"(?:(?P<before>\d{4})[- /,]*)?(?:q(?:uarter|tr)?[- .]*(?P<q>[1-4])"
    r"|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|qtr))"
    r"(?:[-\s,'’/]*(?:of )?(?P<after>\d{4}))?"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS_OF_QUARTER = re.compile(
    r"([^\W\d_]{3,9})\.?\s*(?:-|–|to)\s*([^\W\d_]{3,9})\.?(?:[-\s,'’/]*(\d{4}))?"
)
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,9})\.?[-\s,'’/]*(\d{4}|\d{2})?")
_MONTH_AND_NUMBER = re.compile(r"[^\W\d_]+[.,]*\s+\d{1,2}")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")


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
    written, text = text, _plainly(text)
    if not text:  # a day of the week alone, or a comma, is written and is no date
        return Day(problem=kinds.NO_DATE) if written.strip() else Day()
    if len(text) > LONGEST:
        return Day(problem=kinds.NO_DATE)
    if SERIAL.fullmatch(text):
        return _of_serial(text, day_zero)
    if days := days_of_month(text) or _days_of_months(text):
        return Day(days[MONTH_DAYS.index(month_day)]) if month_day else _month_alone(days)
    one = _one_day(text, order)
    found = one if one.problem != kinds.NO_DATE else _several_days(text, order) or one
    if found.problem == kinds.NO_DATE and _lacks_year(text):
        return Day(problem=kinds.NO_YEAR_OF_DAY)
    return found


def read_month(text: str) -> tuple[int | None, int] | None:
    """Return the year (None where none is written) and the number of a month, or None."""
    text = _plainly(text)
    if found := _YEAR_MONTH.fullmatch(text):
        month = int(found[2] or found[3])
        return (int(found[1] or found[4]), month) if 1 <= month <= 12 else None
    found = _MONTH_YEAR.fullmatch(text)
    number = _month(found[1]) if found else None
    if found is None or number is None:
        return None
    return (_full_year(found[2]) if found[2] else None), number


def days_of_month(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of a month with its year, as 2023-05-09, or None.

    "May 12" is none: 12 is rather a day of it.
    """
    year, month = read_month(text) or (None, 0)
    if year is None or _MONTH_AND_NUMBER.fullmatch(_plainly(text)):
        return None
    last = calendar.monthrange(year, month)[1]
    return f"{year}-{month:02}-01", f"{year}-{month:02}-{last}"


def _days_of_months(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of some months of a year ("Jan-Mar 2023"), or None."""
    found = _MONTHS_OF_QUARTER.fullmatch(_plainly(text))
    first, last = (_month(found[1]), _month(found[2])) if found and found[3] else (None, None)
    if found is None or first is None or last is None or first >= last:
        return None
    end = calendar.monthrange(int(found[3]), last)[1]
    return f"{found[3]}-{first:02}-01", f"{found[3]}-{last:02}-{end}"


def read_quarter(text: str) -> tuple[int | None, int] | None:
    """Return the year (None where none is written) and the number of a quarter, or None.

    It is one of the calendar year, by its number ("Q1 2024", "1st quarter") or by its first and
    last month ("Jan-Mar").
    """
    plain = _plainly(text)
    if found := _QUARTER.fullmatch(plain):
        years = {year for year in (found["before"], found["after"]) if year}
        number = int(found["q"] or _NTH.get(found["nth"] or "") or found["nth"][0])
        return None if len(years) > 1 else (int(years.pop()) if years else None, number)
    months = _MONTHS_OF_QUARTER.fullmatch(plain)
    first, last = (_month(months[1]), _month(months[2])) if months else (None, None)
    if months is None or first is None or last != first + 2 or first % 3 != 1:
        return None
    return (int(months[3]) if months[3] else None), last // 3


def is_month(text: str) -> bool:
    """Tell whether a text is the name of a month, with or without its year."""
    return read_month(text) is not None


def is_day(text: str) -> bool:
    """Tell whether a text is a day, or several, whichever way it is to be read."""
    day = read_day(text)
    return bool(day.iso or day.readings)


@lru_cache(maxsize=4096)
def _plainly(text: str) -> str:
    """Return a text in small letters and plain digits, without days of the week."""
    if not text.isascii():
        seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
        text = in_latin_digits(seen).translate(_LETTERS)
    text = _WEEKDAYS.sub(" ", " ".join(text.split()).casefold())
    text = _NO_DAYS.sub(" ", text).strip(" ,;").replace(" of ", " ")
    return " ".join(text.removeprefix("from ").removeprefix("dated ").split())


def _one_day(text: str, order: str | None) -> Day:
    if found := YEAR_FIRST.fullmatch(text):
        # The day as it was written down: no time of day and no time zone moves it.
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if named := _named_month(text):
        return _checked(*named)
    if found := NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[2]), found[3], order)
    return Day(problem=kinds.NO_DATE)


def _of_numbers(first: int, second: int, year: str, order: str | None) -> Day:
    if order == "iso":
        return Day(problem=kinds.OTHER_ORDER)
    full = _full_year(year)
    readings = {"dmy": _iso(full, second, first), "mdy": _iso(full, first, second)}
    if order:
        if readings[order]:
            return Day(readings[order])
        return Day(problem=kinds.NO_DAY_IN_ORDER.of(order=ORDERS[order]))
    return _certain({Day(iso) for iso in readings.values() if iso})


def _certain(possible: set[Day]) -> Day:
    """Return the only reading, or that there are two or none."""
    if len(possible) == 1:
        return next(iter(possible))
    if not possible:
        return Day(problem=kinds.NO_SUCH_DAY)
    readings = tuple(sorted((one.iso for one in possible), reverse=True))
    words = " or ".join(in_words(date.fromisoformat(iso)) for iso in readings)
    return Day(problem=kinds.TWO_DATES.of(readings=words), readings=readings)


def _lacks_year(text: str) -> bool:
    """Tell whether a text would be a day, or several, if a year stood behind it."""
    if not any(map(str.isalpha, text)):
        return False
    whole = f"{text.rstrip(' ,.')} 2024"
    return bool(_one_day(whole, None).iso or (_several_days(whole, None) or Day()).iso)


def _month_alone(days: tuple[str, str]) -> Day:
    return Day(problem=kinds.MONTH_ALONE, readings=days)


def _several_days(text: str, order: str | None) -> Day | None:
    """Read "27-28 Feb 2023", "30 Sep to 2 Oct 2023", "5 to 6.2.23"; None where it is no such."""
    if found := _MONTH_DAYS.fullmatch(text):
        month, year = found[1], found[4]
        return _from_to(f"{found[2]} {month} {year}", f"{found[3]} {month} {year}", order)
    parts = [(text[: one.start()], text[one.end() :]) for one in _BETWEEN.finditer(text)]
    if found := _LISTED.fullmatch(text):
        parts.insert(0, (found[1], found[2]))
    for first, last in ((one.strip(" ,."), other.strip(" ,")) for one, other in parts):
        if _one_day(last, order).problem != kinds.NO_DATE:
            for start, start_order in _completed(first, last):
                if days := _from_to(start, last, order or start_order):
                    return days
    return None


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
    for one_order in (order,) if order else ("dmy", "mdy"):
        start, end = _one_day(first, one_order), _one_day(last, one_order)
        problem = problem or start.problem or end.problem
        if start.iso and end.iso and start.iso <= end.iso:
            possible.add(Day(start.iso, end="" if start.iso == end.iso else end.iso))
    if possible:
        return _certain(possible)
    known = problem is not None and problem.key != kinds.NO_DATE.key
    return Day(problem=kinds.NO_SUCH_DAY) if known else None


def _of_serial(text: str, day_zero: date | None) -> Day:
    if day_zero is None:
        return Day(problem=kinds.NUMBER_FOR_DATE)
    return Day((day_zero + timedelta(days=int(float(text)))).isoformat())


def _named_month(text: str) -> tuple[int, int, int] | None:
    if found := DAY_MONTH.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    elif found := MONTH_DAY.fullmatch(text):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    number = _month(month)
    return None if number is None else (_full_year(year), number, int(day))


def _month(name: str) -> int | None:
    """Return the number of a month by its name, or by a beginning that only it has."""
    if name in _URDU_MONTHS:
        return _URDU_MONTHS.index(name) + 1
    if name == "sept":
        return 9
    number = [n for n, month in enumerate(MONTHS, start=1) if month.startswith(name)]
    return number[0] if len(number) == 1 and len(name) > 2 else None


def _full_year(year: str) -> int:
    return int(year) + 2000 if len(year) == 2 else int(year)


def _checked(year: int, month: int, day: int) -> Day:
    iso = _iso(year, month, day)
    return Day(iso) if iso else Day(problem=kinds.NO_SUCH_DAY)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
