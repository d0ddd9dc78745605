"""Spans of time in words, and the periods that a long chart is divided into."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from geo.words.catalogue import _

#: A chart of so many months has one part a month, of so many years one a quarter; else years.
MOST_MONTHS, MOST_QUARTER_YEARS = 18, 6


@dataclass(frozen=True)
class Period:
    """A part of the time axis of a chart: its words, its year where it begins one, its months."""

    name: str
    year: str
    months: tuple[date, ...]

    @property
    def key(self) -> str:
        """The period as it stands on an axis, where a click reads it: 2023-06, 2023-Q2, 2023."""
        if self.name.isdecimal():
            return self.name
        of_year = self.name if self.name.startswith("Q") else f"{self.months[0]:%m}"
        return f"{self.months[0]:%Y}-{of_year}"

    @property
    def words(self) -> str:
        """The period with its year."""
        return self.name if self.name == self.year else f"{self.name} {self.months[0]:%Y}"


def periods(months: Sequence[date]) -> list[Period]:
    """Return months in order as periods: single ones, beyond 18 quarters, beyond six years years.

    Each month stands in one period; the first and the last may hold fewer months than others.
    """
    years = len({month.year for month in months})
    if len(months) <= MOST_MONTHS:
        names = [f"{month:%b}" for month in months]
    elif years <= MOST_QUARTER_YEARS:
        names = [f"Q{(month.month + 2) // 3}" for month in months]
    else:
        names = [f"{month:%Y}" for month in months]
    parts: dict[tuple[int, str], list[date]] = {}
    for month, name in zip(months, names, strict=True):
        parts.setdefault((month.year, name), []).append(month)
    seen: set[int] = set()
    found = []
    for (year, name), some in parts.items():
        found.append(Period(name, "" if year in seen else str(year), tuple(some)))
        seen.add(year)
    return found


def unit_of(months: Sequence[date]) -> str:
    """Return what a period of some months is called: month, quarter or year."""
    years = len({month.year for month in months})
    if len(months) <= MOST_MONTHS:
        return "month"
    return "quarter" if years <= MOST_QUARTER_YEARS else "year"


def in_short(day: date) -> str:
    """Return a day as it stands in a narrow column: *25 Sep 2023*."""
    return f"{day.day} {day:%b %Y}"


def held_in_short(first: date, last: date, stands_for: float) -> str:
    """Return when a training was held: its first day, *1 Feb to 25 Sep 2023* for several together.

    Several that are described together count from their last day, by which lists are sorted;
    ``stands_for`` is how many they are, 1 or not known of a single one.
    """
    if pd.isna(stands_for) or stands_for == 1 or pd.isna(last) or first == last:
        return in_short(first)
    start = f"{first.day} {first:%b}" if first.year == last.year else in_short(first)
    return _("{start} to {last}").format(start=start, last=in_short(last))


def span_in_words(first: date, last: date) -> str:
    """Return a span of days by its months: *February to September 2023*."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    start = f"{first:%B}" if first.year == last.year else f"{first:%B %Y}"
    return _("{start} to {last:%B %Y}").format(start=start, last=last)
