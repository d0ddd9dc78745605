"""In which order dates that can be read two ways are written, by the others of a file."""

import calendar
import re
from collections.abc import Collection, Iterable
from datetime import date

from data.records.calendar.dates import FEW_DAYS, Day, read_day
from data.records.calendar.months import days_of_month
from data.records.problems import of_rows

#: A training lasts so many days, and hardly a month.
A_MONTH = 27

#: Of one order a training lasts a week at most, where the other would have it last over a month.
A_WEEK, LONGEST_MONTH = 7, 31

#: So many different dates that can be read in one order alone, or are of a month told only with the
#: month first, tell that of the others.
ENOUGH_DATES = 2
_MONTH = re.compile(
    r"(?<![^\W_])(?P<name>[^\W\d_]{3,9})\.?[\s,/-]*(?:(?P<year>20\d\d)|['’](?P<short>\d\d))(?!\d)"
)
_NAMES = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
#: What stands before a month with its year that is no month of all: a day, another month, "up to".
_BEFORE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?(?: of)?|\b(?P<month>{_NAMES})\.?\s*(?:[-–/&,]|to|and|or)"
    r"|\b(?:up ?to|to|till|until|since|from|before|after|by|as (?:of|on|at)|revised|updated|amended"
    r"|prepared|compiled|submitted|printed|version|issued|dated?)(?: (?:in|on|the))?)[\s:.,(–-]*$",
    re.IGNORECASE,
)
#: And what stands behind the first month of a period.
_BEHIND = re.compile(
    rf"\W*(?:to|till|until|onwards?|through)\b|\s*(?:[-–/&,]|and|or)\s*{_NAMES}", re.IGNORECASE
)

#: "Apr - June 2023", "Nov 2024 to Jan 2025", with no day before a month.
_MONTHS = re.compile(
    rf"(?<![^\W_])(?P<first>{_NAMES})\.?,?(?:\s*(?P<from>20\d\d))?\s*(?:[-–]|\bto\b)\s*"
    rf"(?P<last>{_NAMES})\.?,?[\s-]*(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)
#: "Quarter 4, 2023", "2nd quarter of FY 2023-24", "second half 2023".
_PART = re.compile(
    r"(?<![^\W_])(?:(?P<before>20\d\d)[\s,/–-]*)?"
    r"(?:(?P<part>q(?:uarter|tr)?|h(?:alf)?)[\s.:-]*(?P<number>[1-4])"
    r"|(?P<nth>1st|2nd|3rd|4th|first|second|third|fourth)[\s-]+(?P<of>quarter|qtr|half))(?![^\W_])"
    r"(?:[- ]year)?[\s,/(–-]*(?:of (?:the )?)?"
    r"(?P<fiscal>(?:f\.?y\.?|(?:fiscal|financial) year)[\s:-]*)?"
    r"(?:(?P<after>20\d\d)(?:\s*[-/–]\s*(?P<next>(?:20)?\d\d))?(?!\d)\)?)?",
    re.IGNORECASE,
)
#: Another part before it: "Q3 - Q4 2023", "1st and 2nd quarter 2023".
_PART_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|first|second|third|quarters?|qtrs?)\s*(?:[-–/&,]|\bto\b|\band\b|\bor\b)"
    r"\s*$",
    re.IGNORECASE,
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
#: What stands before the first month of a period.
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)


def count_only(text: str, day: Day, only: dict[str, int]) -> bool:
    """Count the dates that can be read in one order only; tell whether one can be read in both."""
    if order := _only_order(text, day):
        only[order] += 1
    return day.problem is not None and day.problem.key == of_rows.TWO_DATES.key


def _only_order(text: str, day: Day) -> str | None:
    """Return the order in which alone a date can be read; None of one with its month or year."""
    if not day.iso or read_day(text, "iso").iso:
        return None
    fits = [order for order in ("dmy", "mdy") if read_day(text, order).iso]
    return fits[0] if len(fits) == 1 else None


def is_of_few_days(text: str) -> bool:
    """Tell whether some days, with the day first, are a month or more with the month first.

    So are "11/7/2023 to 12/7/2023".
    """
    few, many = (read_day(text, order) for order in ("dmy", "mdy"))
    return bool(few.end and many.end) and lasts_few_days(few) and _length(many) >= A_MONTH


def lasts_few_days(day: Day) -> bool:
    """Tell whether a day that is read is one alone, or the first of few."""
    return _length(day) <= FEW_DAYS


def _length(day: Day) -> int:
    last = day.end or day.iso
    return (date.fromisoformat(last) - date.fromisoformat(day.iso)).days


def are_days_of(texts: Collection[str], others: Collection[str]) -> bool:
    """Tell whether dates with the day first are the days that others, read one way, have.

    With the month first none of them is, unless it is the same day.
    """
    told = {(one.iso, one.end) for one in map(read_day, others) if one.iso}
    days = [[(one.iso, one.end) for one in (read_day(text, "dmy"), read_day(text, "mdy"))]
            for text in texts]  # fmt: skip
    return all(first in told and (first == second or second not in told) for first, second in days)


def month_told(texts: Iterable[str]) -> str:
    """Return the one month with its year that texts tell, as it is written; blank of none.

    A day, the first or last month of a period, and that of an edition are no month of all.
    """
    told: dict[tuple[str, str], str] = {}
    for text in texts:
        for found in _MONTH.finditer(text):
            month = f"{found['name']} {found['year'] or '20' + found['short']}"
            days, before = days_of_month(month), _BEFORE.search(text[: found.start()])
            if days and (_BEHIND.match(text, found.end()) or (before and before["month"])):
                return ""  # of a period
            if days and not before:
                told[days] = month
    return next(iter(told.values())) if len(told) == 1 else ""


def period_told(texts: Iterable[str]) -> str:
    """Return the one period of several months that texts tell, as it is written; blank of none.

    Months with a day, and those up to which or since when something is told, are none.
    """
    told: dict[tuple[str, str], str] = {}
    for text in texts:
        for found in _MONTHS.finditer(text):
            days = _days_of_period(found[0])
            before = _FROM.sub("", text[: found.start()])
            if days and not _BEFORE.search(before):
                told[days] = found[0]
    return next(iter(told.values())) if len(told) == 1 else ""


def month_of_sure(texts: Collection[str]) -> str:
    """Return the one month of the dates that can be read in one order alone; blank of none.

    That of 26-08-2025 is August 2025, in which 12-08-2025 is with the day first alone: if it were
    of December, it would have the number of August by chance. One with its month in letters, or
    its year first, tells that not all were written alike.
    """
    if any(read_day(text, "iso").iso for text in texts):
        return ""
    days = [day for text in texts if _only_order(text, day := read_day(text))]
    months = {iso[:7] for day in days for iso in (day.iso, day.end or day.iso)}
    return f"{date.fromisoformat(days[0].iso):%B %Y}" if len(months) == 1 else ""


def part_told(texts: Iterable[str]) -> str:
    """Return the one quarter or half of a year that texts tell, as it is written; blank of none."""
    told: dict[tuple[tuple[str, str], ...], str] = {}
    for text in texts:
        for found in _PART.finditer(text):
            before = text[: found.start()]
            if _PART_BEFORE.search(before) or _BEHIND.match(text, found.end()):
                return ""  # of several
            if (days := _days_of_part(found)) and not _BEFORE.search(before):
                told[days] = found[0].strip() if "(" in found[0] else found[0].strip(" )")
    return next(iter(told.values())) if len(told) == 1 else ""


def _days_of_part(found: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return the first and the last day of a part of a year, or of each that it may be of.

    Without a word for it nobody knows whether a year is the calendar's or begins in July, nor which
    of two fiscal years one number is.
    """
    year = int(found["after"] or found["before"] or 0)
    nth = found["nth"]
    number = int(found["number"] or _NTH.get((nth or "").casefold()) or nth[0])
    months = 3 if (found["part"] or found["of"])[0].casefold() == "q" else 6
    if not year or number * months > 12:
        return ()
    if found["next"]:
        starts = [(year, 7)] if int(found["next"][-2:]) == (year + 1) % 100 else []
    else:
        starts = [(year - 1, 7), (year, 7), *([] if found["fiscal"] else [(year, 1)])]
    firsts = [12 * one + month - 1 + (number - 1) * months for one, month in starts]
    return tuple((_month_of(first)[0], _month_of(first + months - 1)[1]) for first in firsts)


def _month_of(number: int) -> tuple[str, str]:
    """Return the first and the last day of a month by its number since the year 0."""
    year, month = number // 12, number % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last}"


def _days_of_period(text: str) -> tuple[str, str] | None:
    """Return the first and the last day of a month with its year, or of several; else None."""
    if (found := _MONTHS.fullmatch(text)) is None:
        return days_of_month(text)
    first = days_of_month(f"{found['first']} {found['from'] or found['year']}")
    last = days_of_month(f"{found['last']} {found['year']}")
    return (first[0], last[1]) if first and last and first[0] < last[0] else None


def order_of_periods(periods: Iterable[str]) -> str | None:
    """Return the one order in which some trainings last some days, and months in the other.

    "06/11/2023 to 08/11/2023" is of three days in November. One training alone is not read with
    the month first.
    """
    orders = []
    for text in periods:
        day = read_day(text)
        fits = [order for order in ("dmy", "mdy") if day.iso and read_day(text, order) == day]
        orders += fits if len(fits) == 1 else []
    few = orders == ["mdy"]
    return orders[0] if len({*orders}) == 1 and not few else None


def order_of_lengths(periods: Iterable[str]) -> str | None:
    """Return the one order in which all trainings last a week at most, and over a month else.

    "02/09/2025 to 04/09/2025" is of three days in September. None where one of them is of a month
    in the other order, as "02/09/2025 to 03/09/2025" is from February to March: a course may be.
    One training alone is not read with the month first.
    """
    texts = {*periods}
    if not texts:
        return None
    lengths = {}
    for order in ("dmy", "mdy"):
        days = [read_day(text, order) for text in texts]
        lengths[order] = [_length(day) if day.iso else None for day in days]
    for order, other in (("dmy", "mdy"), ("mdy", "dmy")):
        few = all(one is not None and one < A_WEEK for one in lengths[order])
        many = all(one is not None and one > LONGEST_MONTH for one in lengths[other])
        if few and many and (order == "dmy" or len(texts) >= ENOUGH_DATES):
            return order
    return None


def order_of_held(texts: Collection[str], today: date) -> str | None:
    """Return the one order in which no day of what was held is after today; None of none or both.

    One date alone is not read with the month first.
    """
    read = {order: [read_day(text, order) for text in texts] for order in ("dmy", "mdy")}
    fits = [order for order, days in read.items() if days
            and all("" < (one.end or one.iso) <= today.isoformat() for one in days)]  # fmt: skip
    few = fits == ["mdy"] and len({*texts}) < ENOUGH_DATES
    return fits[0] if len(fits) == 1 and not few else None


def order_of_month(texts: Collection[str], open_texts: Collection[str], month: str) -> str | None:
    """Return the one order in which all dates are in a month, a part of a year or some months.

    None where all are in both orders or in neither. One date alone is not read with the month
    first.
    """
    days, part = _days_of_period(month), _PART.fullmatch(month)
    may_be = _days_of_part(part) if part else (days,) if days else ()
    if not may_be or not open_texts:
        return None
    fits = []
    for order in ("dmy", "mdy"):
        read = [read_day(text, order if text in open_texts else None)
                for text in texts if text]  # fmt: skip
        if any(all(one.iso and first <= one.iso <= (one.end or one.iso) <= last for one in read)
               for first, last in may_be):  # fmt: skip
            fits.append(order)
    few = fits == ["mdy"] and len({*open_texts}) < ENOUGH_DATES
    return fits[0] if len(fits) == 1 and not few else None
