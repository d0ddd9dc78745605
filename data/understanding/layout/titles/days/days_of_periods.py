"""Days that texts beside a table tell of the one training that each of its months had.

"One training was held each month: 16-17 January, 13-14 February and 19-20 March 2024."
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from data.records.calendar.dates import read_day
from data.records.calendar.months import MONTHS, full_year, read_month
from data.records.calendar.years import in_said_year, only_year
from data.records.problems.of_rows import NO_YEAR_OF_DAY
from data.sheets.words.day_numbers import WEEKDAY, days_told
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.title_texts import REPORT
from geo.words.catalogue import _

NOT_READ = _("A text beside the table tells days of trainings. Are they of the whole months here?")
#: By the year, None where nobody tells it, and the number of a month the period that it is in.
MonthsOf = Mapping[tuple[int | None, int], str]
#: Of one text: by period the days it tells; nothing where these are in doubt.
DaysOf = dict[str, str]

_ISO = re.compile(r"(\d{4})-(\d\d)-\d\d to \d{4}-(\d\d)-\d\d")
_WORDS = re.compile(rf"1 ({'|'.join(MONTHS)}) to \d\d ({'|'.join(MONTHS)})")
_NAME = rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
_END = r"(?:st|nd|rd|th)?"
_DAYS = (r"(?P<{0}>\d{{1,2}})" + _END
         + r"(?:\s*(?P<{2}>-|–|to|and|&)\s*(?P<{1}>\d{{1,2}})" + _END + r")?")  # fmt: skip
#: "16-17 January 2024", "16th and 17th of January", "January 16-17, 2024".
_IN_MONTH = re.compile(
    rf"\b(?:{_DAYS.format('first', 'last', 'join')}(?:\s+of)?\s*[-\s]\s*(?P<of>{_NAME})"
    rf"|(?P<month>{_NAME})\W{{1,3}}{_DAYS.format('start', 'end', 'link')}\b)"
    r"(?:[,\s-]*(?P<year>20\d\d))?(?![\w/])",
    re.IGNORECASE,
)
_IN_NUMBERS = re.compile(
    r"(?<![\d./])(?:(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<first>\d{1,2})(?P<sign>[-./])(?P<second>\d{1,2})(?P=sign)(?P<last>20\d\d|\d\d))(?![\d/])"
)
_OF_TRAININGS = re.compile(
    rf"{ONE_TRAINING.pattern}|\b(?:trainings|work ?shops|courses|sessions|seminars|orientations"
    r"|refreshers|batches|events?|meetings?|dialogues?|sensiti[sz]ation|awareness)\b|^\W*dates\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|conducted|organi[sz]ed|arranged|imparted|delivered|took place)\b", re.IGNORECASE
)
_WHICH = (
    r"(?:\b(?:(?:first|second|third|fourth|fifth|sixth|last|\d{1,2}(?:st|nd|rd|th)) )?(?:training"
    r"|session|workshop|course|batch|round|meeting)s?(?:\s*(?:no\.?\s*)?[-#]?\s*"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-f])\b)?\s*[-:–])?"
)
_BETWEEN = re.compile(
    rf"(?:[\s,;&()/|]|\b(?:{WEEKDAY})\b[.,]?)*(?:\b(?:and|aur)\b)?\s*{_WHICH}\s*(?:\b(?:on|from)\b)?"
    rf"(?:[\s(]|\b(?:{WEEKDAY})\b[.,]?)*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:to|till|until|up ?to|-|–)\s*(?:the\s+)?", re.IGNORECASE)
_OF_BOTH = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
#: Words of a text whose days are not, or not all, those of what the table counts, or go on.
_OTHERS = re.compile(
    r"\b(?:except|excluding|postponed|cancell?ed|planned|will|to be|next|proposed|besides|also"
    r"|another|not|later|instead|earlier|start\w*|beg[iua]n\w*|commenc\w*|onwards?|two (?!days?\b)"
    r"|both|several|twice)\b|\btwo (?:trainings|sessions|workshops)\b",
    re.IGNORECASE,
)
#: "On the 5th of each month", "every first Monday": which days these are nobody wrote.
_OF_EACH_MONTH = re.compile(
    rf"\b\d{{1,2}}{_END}\s+(?:day\s+)?of (?:each|every|the) month\b"
    rf"|\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) (?:{WEEKDAY})s?\b",
    re.IGNORECASE,
)
#: What is left of days that were not read.
_UNREAD = re.compile(r"\d{1,2}[-/.]\d{1,2}|\b\d{1,2}(?:st|nd|rd|th)\b(?! (?:training|session))")
#: So many months of a table have days in a text that doesn't say of what these are.
_LEAST = 2


def days_of_periods(
    texts: Sequence[str], periods: Collection[str], filled: Collection[str]
) -> DaysOf | None:
    """Return by period the days that texts tell of its training; none where they tell no days.

    None where that is in doubt: where they tell several days of a period, those of others, or of
    some alone of the ``filled`` ones. ``periods`` are of months, as ``written_months`` has them.
    """
    months = {month: period for period in periods for month in _months_of(period)}
    told = [days for text in texts if (days := _told_in(text, months)) is not None]
    if not told:
        return {}
    whole = {period: own for days in told for period, own in days.items()}
    again = len(whole) < sum(map(len, told))
    return None if again or not all(told) or {*filled} - {*whole} else whole


def _months_of(period: str) -> list[tuple[int | None, int]]:
    """Return the months of a period, each with its year; None for one that nobody tells."""
    if found := _ISO.fullmatch(period):
        return [(int(found[1]), n) for n in range(int(found[2]), int(found[3]) + 1)]
    if found := _WORDS.fullmatch(period):
        first, last = MONTHS.index(found[1]) + 1, MONTHS.index(found[2]) + 1
        return [(None, n) for n in range(first, last + 1)]
    return []


def within(text: str, period: str) -> str:
    """Return the first and the last day of a text that lie in a period; blank for none, or two."""
    months = dict.fromkeys(_months_of(period), period)
    years = [str(year) for year, __ in months if year]
    lacks = read_day(text).problem == NO_YEAR_OF_DAY and years
    whole = in_said_year(text, years[0]) if lacks else text
    read = [read_day(whole, order) for order in ("dmy", "mdy")]
    found = {(one.iso, one.end or one.iso) for one in read if one.iso}
    inside = [both for both in found
              if all(_in_months(date.fromisoformat(day), months) for day in both)]  # fmt: skip
    return " to ".join(inside[0]) if len(inside) == 1 else ""


def _told_in(text: str, months: MonthsOf) -> DaysOf | None:
    """Return the days of trainings that a text tells; nothing where in doubt, None for none.

    Days in most months are asked about, too, where it doesn't say of what, or says of a report.
    """
    speaks = not REPORT.search(text) and bool(_OF_TRAININGS.search(text) or _HELD.search(text))
    if speaks and _OF_EACH_MONTH.search(text):
        return {}
    text, unread = _in_words(text, months)
    found = [*_IN_MONTH.finditer(text)]
    year = only_year((text,))
    told = [_in_period(one, year, months) for one in found]
    inside = {period for period, __ in told if period}
    if (not found and not unread) or _is_period(text, found):
        return None
    if not speaks:
        return {} if len(inside) >= _LEAST else None
    if not inside and not unread and not _HELD.search(text):
        return None
    gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
    plain = not _OTHERS.search(text) and all(map(_BETWEEN.fullmatch, gaps))
    days = {period: own for period, own in told if period and own}
    left = unread or _UNREAD.search(_IN_MONTH.sub(" ", text))
    return days if plain and len(days) == len(found) and not left and _as_long(text, days) else {}


def _in_words(text: str, months: MonthsOf) -> tuple[str, bool]:
    """Return a text with days in numbers in words, and whether they may be two days of months.

    The order in which they are read is the one in which all are of months of the table.
    """
    found = [*_IN_NUMBERS.finditer(text)]
    orders = [[_ordered(one, first) for one in found] for first in ("day", "month")]
    fits = [own for own in orders if all(day and _in_months(day, months) for day in own)]
    if not found:
        return text, False
    if not fits or any(own != fits[0] for own in fits):
        some = (day for own in orders for day in own if day and _in_months(day, months))
        return text, any(some)
    days = iter(fits[0])
    return _IN_NUMBERS.sub(lambda one: _written(next(days)), text), False


def _ordered(found: re.Match[str], first: str) -> date | None:
    """Return a day in numbers, of which the day or the month stands first, or None."""
    if found["year"]:
        parts = found["year"], found["month"], found["day"]
    elif first == "day":
        parts = str(full_year(found["last"])), found["second"], found["first"]
    else:
        parts = str(full_year(found["last"])), found["first"], found["second"]
    return _date(*map(int, parts))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}" if day else ""


def _in_months(day: date, months: MonthsOf) -> bool:
    return (day.year, day.month) in months or (None, day.month) in months


def _in_period(found: re.Match[str], year: int | None, months: MonthsOf) -> tuple[str, str]:
    """Return the period that some days are in, and the first and the last; blank where none is.

    "3 and 17 January" are two days, and no more than each of them.
    """
    read = read_month(found["of"] or found["month"])
    told = int(found["year"]) if found["year"] else year
    own = [month for month in months if read and month[1] == read[1] and (
           told is None or month[0] in (None, told))]  # fmt: skip
    told = told or (own[0][0] if own else None)
    if len(own) != 1 or told is None:
        return "", ""
    first = int(found["first"] or found["start"])
    last = int(found["last"] or found["end"] or first)
    apart = (found["join"] or found["link"] or "").casefold() in ("and", "&") and last != first + 1
    start, end = _date(told, own[0][1], first), _date(told, own[0][1], last)
    if start is None or end is None or start > end or apart:
        return months[own[0]], ""
    return months[own[0]], f"{start.isoformat()} to {end.isoformat()}"


def _is_period(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Tell whether all that a text says is the first day of a month and the last one of another."""
    if len(found) != 2 or any(one["last"] or one["end"] for one in found):
        return False
    first, last = found
    between = text[first.end() : last.start()]
    both = between.strip() == "and" and _OF_BOTH.search(text[: first.start()])
    ends = int(last["first"] or last["start"])
    month = read_month(last["of"] or last["month"])
    year = int(last["year"] or first["year"] or 2024)
    day = _date(year, month[1], ends) if month else None
    starts = int(first["first"] or first["start"]) == 1
    over = day is not None and (day + timedelta(days=1)).day == 1
    return bool(_TO.fullmatch(between) or both) and starts and over


def _as_long(text: str, days: DaysOf) -> bool:
    """Tell whether some days are as many as a text says that a training has, if it says so."""
    told = days_told(text)
    spans = [own.partition(" to ")[::2] for own in days.values()]
    return not told or all(
        (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 == told
        for first, last in spans
    )
