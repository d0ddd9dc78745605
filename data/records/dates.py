"""A written date -> a day, or why it is none; one that can be read two ways is never guessed."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from data.records import problem_kinds as kinds
from data.records.model import in_words
from data.records.problem_kinds import ProblemKind

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]\d{1,2}:\d{2}.*)?")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[- /.,]*([a-z]{3,9})\.?[- /.,]*(\d{4}|\d{2})")
MONTH_DAY = re.compile(r"([a-z]{3,9})\.?[- /.]*(\d{1,2})(?:st|nd|rd|th)?[- ,/.]+(\d{4})")
SERIAL = re.compile(r"[2-9]\d{4}(?:\.\d+)?")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
ORDERS = {"dmy": "day/month/year", "mdy": "month/day/year", "iso": "year-month-day"}


@dataclass(frozen=True)
class Day:
    """What a text says: a day as 2023-05-09, or a problem and the readings there are."""

    iso: str = ""
    problem: ProblemKind | None = None
    readings: tuple[str, ...] = ()


def read_day(text: str, order: str | None = None, day_zero: date | None = None) -> Day:
    """Read a date.

    Parameters
    ----------
    order
        How the dates of the file are written, if somebody said so: ``dmy``, ``mdy`` or ``iso``.
        A date with its year first, or with its month in letters, is read in any case.
    day_zero
        The day from which a workbook counts days. A number from another file is no date.
    """
    text = " ".join(text.split())
    if not text:
        return Day()
    if found := YEAR_FIRST.fullmatch(text):
        # The day as it was written down: no time of day and no time zone moves it.
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if SERIAL.fullmatch(text):
        return _of_serial(text, day_zero)
    if named := _named_month(text.casefold()):
        return _checked(*named)
    if found := NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[2]), found[3], order)
    return Day(problem=kinds.NO_DATE)


def _of_numbers(first: int, second: int, year: str, order: str | None) -> Day:
    if order == "iso":
        return Day(problem=kinds.OTHER_ORDER)
    full = int(year) + 2000 if len(year) == 2 else int(year)
    readings = {"dmy": _iso(full, second, first), "mdy": _iso(full, first, second)}
    if order:
        if readings[order]:
            return Day(readings[order])
        return Day(problem=kinds.NO_DAY_IN_ORDER.of(order=ORDERS[order]))
    possible = tuple(dict.fromkeys(iso for iso in readings.values() if iso))
    if len(possible) == 1 and len(year) == 4:
        return Day(possible[0])
    if not possible:
        return Day(problem=kinds.NO_SUCH_DAY)
    words = " or ".join(in_words(date.fromisoformat(iso)) for iso in possible)
    return Day(problem=kinds.TWO_DATES.of(readings=words), readings=possible)


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
    number = [n for n, name in enumerate(MONTHS, start=1) if name.startswith(month[:9])]
    if month == "sept":
        number = [9]
    if len(number) != 1:
        return None
    return int(year) + (2000 if len(year) == 2 else 0), number[0], int(day)


def _checked(year: int, month: int, day: int) -> Day:
    iso = _iso(year, month, day)
    return Day(iso) if iso else Day(problem=kinds.NO_SUCH_DAY)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
