"""Days that a text beside a table by months tells of the one training that each month had.

"One training was held each month: 16-17 January, 13-14 February and 19-20 March 2024."
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from data.records.calendar.months import MONTHS, read_month
from data.records.calendar.years import only_year
from data.records.rules import whole_numbers
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST
from data.understanding.layout.crossed.crossed_columns import MONTH, Crossed
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.title_texts import REPORT
from geo.words.catalogue import _

NOT_READ = _("A text beside the table tells days of trainings. Are they of the whole months here?")
_ISO = re.compile(r"(\d{4})-(\d\d)-01 to .+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NAME = rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?"
_END = r"(?:st|nd|rd|th)?"
_DAYS = r"(?P<{0}>\d{{1,2}})" + _END + r"(?:\s*(?:-|–|to|and|&)\s*(?P<{1}>\d{{1,2}})" + _END + r")?"
#: "16-17 January 2024", "16th and 17th of January", "January 16-17, 2024".
_IN_MONTH = re.compile(
    rf"\b(?:{_DAYS.format('first', 'last')}(?:\s+of)?\s*[-\s]\s*(?P<of>{_NAME})"
    rf"|(?P<month>{_NAME})\W{{1,3}}{_DAYS.format('start', 'end')}\b)"
    r"(?:[,\s-]*(?P<year>20\d\d))?(?![\w/])",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|conducted|organi[sz]ed|arranged|imparted|delivered|took place)\b", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;&]*(?:\b(?:and|aur)\b)?\s*(?:\b(?:on|from)\b)?\s*", re.IGNORECASE)
#: Words of a text whose days are not, or not all, those of what the table counts.
_OTHERS = re.compile(
    r"\b(?:except|excluding|postponed|cancell?ed|planned|will|to be|next|proposed|besides|also"
    r"|another|not|later|instead|earlier)\b",
    re.IGNORECASE,
)


def with_days_told(
    sheet: Sheet, crossed: Mapping[int, Crossed]
) -> tuple[Mapping[int, Crossed], str]:
    """Return columns of months by the days that a text tells of each, and why else it is asked.

    They are taken where one text alone tells days of trainings that were held, once of each month
    that has a number, and of no other; blank where no text tells any.
    """
    told = [text for text in (*sheet.above, *sheet.below)
            if TRAINING.search(text) and _HELD.search(text) and not REPORT.search(text)
            and _IN_MONTH.search(text)]  # fmt: skip
    if not told or next(iter(crossed.values())).kind != MONTH:
        return crossed, ""
    months = {one.value: _ISO.fullmatch(one.value) for one in crossed.values()}
    if len(told) > 1 or not all(months.values()):
        return crossed, NOT_READ
    named = {(int(found[1]), int(found[2])): value for value, found in months.items() if found}
    days = _days_of_each(told[0], named)
    filled = {one.value for n, one in crossed.items()
              if whole_numbers(sheet.cells[n], LARGEST)[0].gt(0).any()}  # fmt: skip
    if filled - {*days}:
        return crossed, NOT_READ
    return {n: replace(one, value=days.get(one.value, one.value)) for n, one in crossed.items()}, ""


def are_some_days(value: str) -> bool:
    """Tell whether a value is of days of a month, and neither a whole one nor without its year."""
    first, __, last = value.partition(" to ")
    if not _DAY.fullmatch(first) or not _DAY.fullmatch(last):
        return False
    after = date.fromisoformat(last) + timedelta(days=1)
    return not (first.endswith("-01") and after.day == 1)


def _days_of_each(text: str, named: Mapping[tuple[int, int], str]) -> dict[str, str]:
    """Return by month the days that a text tells of it; nothing where any of them is in doubt."""
    found = [*_IN_MONTH.finditer(text)]
    gaps = [text[one.end() : other.start()] for one, other in pairwise(found)]
    if _OTHERS.search(text) or not all(map(_BETWEEN.fullmatch, gaps)):
        return {}
    days: dict[str, str] = {}
    for one in found:
        month = _month_of(one, only_year((text,)), named)
        value = named.get(month) if month else None
        whole = _from_to(one, month) if month else ""
        if value is None or not whole or value in days:
            return {}
        days[value] = whole
    rest = _IN_MONTH.sub(" ", text)
    return {} if re.search(r"\d{1,2}[-/.]\d{1,2}|\b\d{1,2}(?:st|nd|rd|th)\b", rest) else days


def _month_of(
    found: re.Match[str], year: int | None, named: Collection[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the year and the month of some days; None where it can be of several years."""
    read = read_month(found["of"] or found["month"])
    if read is None:
        return None
    told = int(found["year"]) if found["year"] else year
    years = [told] if told else [own for own, month in named if month == read[1]]
    return (years[0], read[1]) if len(years) == 1 else None


def _from_to(found: re.Match[str], month: tuple[int, int]) -> str:
    """Return the first and the last of some days of a month; blank where they are no such."""
    first = int(found["first"] or found["start"])
    last = int(found["last"] or found["end"] or first)
    try:
        start, end = date(*month, first), date(*month, last)
    except ValueError:
        return ""
    return f"{start.isoformat()} to {end.isoformat()}" if start <= end else ""
