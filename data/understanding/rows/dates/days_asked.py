"""Questions on days that lack something, or can be read two ways: one for all rows alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.records.calendar.dates import (
    FIRST,
    LAST,
    ORDERS,
    SPREADSHEET_ZERO,
    WHOLE,
    Day,
    days_in_words,
    read_day,
)
from data.records.calendar.years import in_said_year, years_named
from data.records.model import in_words
from data.records.personal_data import shown_day
from data.records.problems import of_rows
from data.records.problems.kind import ProblemKind
from data.review.decisions import DATE, counted_days_key, date_key, month_key, year_key
from data.review.questions import Option, QueueItem
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from geo.words.catalogue import _, ngettext

#: The problems of a day that one answer settles for all rows.
ASKED = (of_rows.TWO_DATES, of_rows.MONTH_ALONE, of_rows.NO_YEAR_OF_DAY, of_rows.NUMBER_FOR_DATE)
#: The answer that numbers are days as a spreadsheet counts them.
COUNTED = "counted"
#: How many years up to this one are offered where no text names one.
YEARS_OFFERED = 5


@dataclass(frozen=True, eq=False)
class DaysAsked:
    """What questions on the days of a sheet are made of.

    Attributes
    ----------
    only
        How many dates can be read in one order alone, by order.
    lacking
        The texts of days without a year.
    day_of
        Reads a text as the days of the sheet are read.
    period_of
        By the text of a first day that can be read two ways, the same with that of its last.
    """

    sheet: Sheet
    mapping: ColumnMapping
    today: date
    only: Mapping[str, int]
    lacking: list[str]
    day_of: Callable[[str], Day]
    period_of: Mapping[str, str]

    def questions(
        self, asked: Mapping[str, dict[int, str]], people: pd.Series
    ) -> tuple[QueueItem, ...]:
        """Return a question for each kind of problem that has rows, by row what they say."""
        shape = self.mapping.shape
        options: tuple[tuple[Callable[[dict[int, str]], tuple[Option, ...]], str], ...] = (
            (self._orders, date_key(shape)),
            (self._month_days, month_key(shape)),
            (self._years, year_key(shape, self.lacking)),
            (_counting, counted_days_key(shape)),
        )
        return tuple(
            _question(own, offered(own), key, kind, people)
            for kind, (offered, key) in zip(ASKED, options, strict=True)
            if (own := asked[kind.key])
        )

    def _orders(self, asked: dict[int, str]) -> tuple[Option, ...]:
        """Return the orders in which dates can be read, that of most other dates first."""
        options, first = [], asked[min(asked)]
        example = self.period_of.get(first, first)
        for order in sorted(self.only, key=lambda one: -self.only[one]):
            words = ORDERS[order]
            if (day := read_day(example, order)).iso or (day := read_day(first, order)).iso:
                words = _("{order}: {example} is {day}")
                words = words.format(
                    order=ORDERS[order], example=shown_day(example), day=days_in_words(day)
                )
            if number := self.only[order]:
                others = ngettext(
                    "{words}; {number:,} other date can only be read so",
                    "{words}; {number:,} other dates can only be read so",
                    number,
                )
                words = others.format(words=words, number=number)
            score = 100.0 * self.only[order] / (1 + sum(self.only.values()))
            options.append(Option(order, words, score))
        return tuple(options)

    def _month_days(self, asked: dict[int, str]) -> tuple[Option, ...]:
        """Return what can stand for a month, or several: all days, the first or the last."""
        # The latest shows it best where what seems to be a year is none.
        example = max(asked.values(), key=lambda text: self.day_of(text).readings)
        first, last = self.day_of(example).readings
        offers = {
            WHOLE: (_("from its first to its last day: {example} is {day}"), Day(first, end=last)),
            FIRST: (_("its first day: {example} is {day}"), Day(first)),
            LAST: (_("its last day: {example} is {day}"), Day(last)),
        }
        return tuple(
            Option(answer, words.format(example=shown_day(example), day=days_in_words(day)))
            for answer, (words, day) in offers.items()
        )

    def _years(self, asked: dict[int, str]) -> tuple[Option, ...]:
        """Return the years that days can be of: those that a title names, then those gone by.

        One in which a day is yet to come stands behind the others; one that gives the same days as
        another is none, but where a title names it.
        """
        last, texts = self.today.year, set(asked.values())
        gone = [str(year) for year in range(last, last - YEARS_OFFERED, -1)]
        fiscal = [f"{year}-{(int(year) + 1) % 100:02}" for year in gone]
        options, given = [], []
        named = years_named((self.sheet.name, *self.sheet.above))
        for year in dict.fromkeys([*named, *gone, *fiscal]):
            days = {text: self._day_of(in_said_year(text, year)) for text in texts}
            if days in given and year not in named:
                continue
            given.append(days)
            later = any(day.iso > self.today.isoformat() for day in days.values())
            example = asked[min(asked)]
            words = year
            if "-" in year:
                words = _("July {first} to June {last}")
                words = words.format(first=year[:4], last=int(year[:4]) + 1)
            if days[example].iso:
                day = days_in_words(days[example])
                told = _("{year}: {example} is {day}")
                words = told.format(year=words, example=shown_day(example), day=day)
            options.append(Option(year, words, 0.0 if later else 50.0))
        return tuple(sorted(options, key=lambda one: -one.score))

    def _day_of(self, text: str) -> Day:
        return read_day(text, self.mapping.date_format, self.sheet.day_zero, FIRST)


def counted_day(text: str) -> str:
    """Return what a number says as a day, in words."""
    iso = read_day(text, None, SPREADSHEET_ZERO).iso
    return _("{text} is {day}").format(text=text, day=in_words(date.fromisoformat(iso)))


def _counting(asked: dict[int, str]) -> tuple[Option, ...]:
    example = asked[min(asked)]
    words = _("days as a spreadsheet counts them: {example}")
    return (Option(COUNTED, words.format(example=counted_day(example))),)


def _question(
    asked: dict[int, str],
    options: tuple[Option, ...],
    key: str,
    kind: ProblemKind,
    people: pd.Series,
) -> QueueItem:
    """Ask once, for all rows, how what they say of days is to be read."""
    rows = tuple(sorted(asked))
    return QueueItem(
        kind=DATE,
        value=shown_day(asked[rows[0]]),
        rows=rows,
        candidates=options,
        key=key,
        reason=kind.reason,
        participants=int(people.loc[list(rows)].sum()),
    )
