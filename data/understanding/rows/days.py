"""What the rows of a sheet say of days, and what they leave open."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from data.checking.problems import RowFaults
from data.records.calendar.dates import (
    FIRST,
    MONTH_DAYS,
    ORDERS,
    SPREADSHEET_ZERO,
    Day,
    days_in_words,
    is_counted_day,
    read_day,
)
from data.records.calendar.months import days_of_months
from data.records.calendar.orders import (
    ENOUGH_DATES,
    are_days_of,
    count_only,
    is_of_few_days,
    month_told,
    order_of_month,
)
from data.records.calendar.years import in_said_year, years_named
from data.records.distinct import by_text, different_texts, times_of
from data.records.model import DAY_COLUMNS, in_words
from data.records.personal_data import safe_name, shown_day
from data.records.problems import of_rows
from data.records.problems.kind import ProblemKind
from data.review.decisions import DATE, Decisions, counted_days_key, date_key, month_key, year_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.split_days import length_of
from data.sheets.tables.workbook.declared_dates import order_declared
from geo.words.catalogue import _, ngettext

#: The problems of a day that one answer settles for all rows.
_ASKED = (of_rows.TWO_DATES, of_rows.MONTH_ALONE, of_rows.NO_YEAR_OF_DAY, of_rows.NUMBER_FOR_DATE)
#: The answer that numbers are days as a spreadsheet counts them.
COUNTED = "counted"
#: How many years up to this one are offered where no text names one.
YEARS_OFFERED = 5
#: A training is planned no longer before than this.
LATEST = timedelta(days=2 * 365)


@dataclass(frozen=True, eq=False)
class ReadDays:
    """The days of rows as 2023-05-09, by ``date_start`` and ``date_end``; questions; notes."""

    days: pd.DataFrame
    queue: tuple[QueueItem, ...]
    notes: tuple[str, ...]


@dataclass(eq=False)
class Days:
    """The columns of days of a sheet, and what was said of them, now and before."""

    admitted: Admitted
    sheet: Sheet
    mapping: ColumnMapping
    decisions: Decisions
    today: date
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look at the columns: from which day numbers count, and of which year others are."""
        self.written = {name: column(self.admitted.cells, name) for name in DAY_COLUMNS}
        end = self.written["date_end"]
        self.lengths = by_text(end, length_of, "int64")
        self.written["date_end"] = by_text(end, lambda text: "" if length_of(text) else text)
        self.zero = self.sheet.day_zero or self._counted_from()
        texts = {text for own in self.written.values() for text in different_texts(own)}
        self.lacking = sorted(text for text in texts if _lacks_year(text))
        key = year_key(self.mapping.shape, self.lacking)
        self.year = self.mapping.year or (self.decisions.answer(key) if self.lacking else None)
        told = self._order_declared(texts) or self._order_told(texts)
        self.order = self.mapping.date_format or told
        #: Texts of days whose rows each stand for so many trainings of a period.
        summed, days = column(self.admitted.cells, "summarises") != "", self.written["date_start"]
        self.summed = (
            {*days[summed].unique()} - {*days[~summed].unique()} if summed.any() else set()
        )

    def _order_declared(self, texts: Collection[str]) -> str | None:
        """Return the order that the file says, if a date needs it and none speaks against it."""
        only = {"dmy": 0, "mdy": 0}
        open_dates = [text for text in texts if count_only(text, read_day(text), 1, only)]
        names = [self.sheet.header[n] for name in DAY_COLUMNS for n in self.mapping.positions(name)]
        said = order_declared(names) or order_declared((*self.sheet.beside, *self.sheet.explained))
        if not open_dates or not said or sum(only.values()) > only[said]:
            return None
        words = _("{where}: dates are {order}, as the file says.")
        self.notes.append(words.format(where=self.sheet.where, order=ORDERS[said]))
        return said

    def _order_told(self, texts: Collection[str]) -> str | None:
        """Return the order in which all dates can be read, and several only so; else None.

        It may also be told by others of the same days, or by the month of all beside the rows.
        """
        only = {"dmy": 0, "mdy": 0}
        open_dates = [text for text in texts if count_only(text, read_day(text), 1, only)]
        if not open_dates:
            return None
        order = max(only, key=lambda one: only[one])
        few = order == "dmy" and all(map(is_of_few_days, open_dates))
        enough = 1 if few else ENOUGH_DATES
        again = (few or only["dmy"]) and not only["mdy"] and are_days_of(open_dates, texts)
        month = month_told(self.sheet.beside)
        if again:
            words = _("{where}: dates are {order}, as others give the same days with their month.")
        elif in_month := order_of_month(texts, open_dates, month):
            order = in_month
            words = _("{where}: dates are {order}, as all of them are in {month} only so.")
        elif only[order] >= enough and sum(only.values()) == only[order]:
            words = _("{where}: dates are {order}, as {number:,} of them can only be read so.")
        else:
            return None
        where, number = self.sheet.where, only[order]
        said = words.format(where=where, order=ORDERS[order], number=number, month=month)
        self.notes.append(said)
        return order

    def read(self, people: pd.Series, faults: RowFaults) -> ReadDays:
        """Read the days; list what is no day, and ask about what can be read in several ways."""
        read: dict[str, pd.Series] = {}
        asked: dict[str, dict[int, str]] = {kind.key: {} for kind in _ASKED}
        only = {"dmy": 0, "mdy": 0}
        for name, written in self.written.items():
            days = {text: self._within(name, text) for text in different_texts(written)}
            read[name] = by_text(written, {text: day.iso for text, day in days.items()})
            for text, times in times_of(written).items():
                count_only(text, days[text], times, only)
            if name == "date_start":  # a cell of several days says the last one, too
                last = by_text(written, {text: day.end for text, day in days.items()})
            wrong = {text: day.problem for text, day in days.items() if day.problem}
            if not wrong:
                continue
            bad = written[written.isin(list(wrong))]
            for kind, rows in bad.groupby(bad.map(wrong), sort=False):
                faults.add(rows.index, self.admitted.name_of(name), by_text(bad, shown_day), kind)
            for row, text in zip(bad.index.tolist(), bad.tolist(), strict=True):
                if self._may_be_settled(text, wrong[text]):
                    asked[wrong[text].key].setdefault(row, text)
        read["date_end"] = read["date_end"].where(read["date_end"] != "", last)
        days_read = self._with_last(pd.DataFrame(read, self.admitted.cells.index), faults)
        return ReadDays(days_read, self._queue(asked, only, people), tuple(self.notes))

    def _with_last(self, days: pd.DataFrame, faults: RowFaults) -> pd.DataFrame:
        """Return days with the last of those that are told by their number.

        A cell of several days has its own last, among which so many can be.
        """
        rows = self.lengths.index[(self.lengths > 0) & (days["date_start"] != "")]
        if rows.empty:  # as in most tables
            return days
        several = pd.to_timedelta(self.lengths[rows] - 1, "D")
        last = pd.to_datetime(days["date_start"][rows]) + several
        told = last.dt.strftime("%Y-%m-%d").astype("str").reindex(days.index, fill_value="")
        known = days["date_end"]
        short = days.index[(known != "") & (known < told)]
        faults.add(short, self.admitted.name_of("date_end"), "", of_rows.FEWER_DAYS)
        return days.assign(date_end=known.where(known != "", told))

    def _day(self, text: str) -> Day:
        told = (self.order, self.zero, self.mapping.month_day)
        if self.year and text in self.lacking:
            text = in_said_year(text, self.year)
        return read_day(text, *told)

    def _within(self, name: str, text: str) -> Day:
        """Read a day; of a month alone that is over, its first and last, which is said once.

        So it is of several months where a row stands for the trainings of them all.
        """
        day = self._day(text)
        first, last = (*day.readings, "", "")[:2]
        known = day.problem is not None and day.problem.key == of_rows.MONTH_ALONE.key
        one = first[:7] == last[:7]
        # Of a quarter by its number nobody knows whether it is one of a fiscal year.
        summed = text in self.summed and days_of_months(text) is not None
        if not known or last > self.today.isoformat() or not (one or summed):
            return day
        words = _("{where}: of a month alone, its first and its last day are taken.")
        if not one:
            words = _(
                "{where}: of several months, the first and the last day are taken, as each row "
                "stands for some trainings of theirs."
            )
        said = words.format(where=self.sheet.where)
        self.notes += [said] if said not in self.notes else []
        return Day(first, end=last) if name == "date_start" else Day(last)

    def _counted_from(self) -> date | None:
        """Return the day from which numbers count: sure where whole columns are of such, else said.

        A cell that a program took for another date stands as a number beside those that it left.
        """
        numbers = {name: self._numbers(own) for name, own in self.written.items()}
        some = {name: own for name, own in numbers.items() if own.any()}
        if not some:
            return None
        whole = all((own | (self.written[name] == "")).all() for name, own in some.items())
        if not whole and self.decisions.answer(counted_days_key(self.mapping.shape)) != COUNTED:
            return None
        for name, own in some.items():
            text = self.written[name][own].iloc[0]
            words = _(
                "{where}: numbers in {column} are days as a spreadsheet counts them: {example}."
            )
            called = safe_name(self.admitted.name_of(name))
            where, example = self.sheet.where, _counted(text)
            self.notes.append(words.format(where=where, column=called, example=example))
        return SPREADSHEET_ZERO

    def _numbers(self, written: pd.Series) -> pd.Series:
        return by_text(written, self._is_counted, "bool")

    def _is_counted(self, text: str) -> bool:
        return is_counted_day(text, self.today + LATEST)

    def _may_be_settled(self, text: str, kind: ProblemKind) -> bool:
        if kind.key == of_rows.NUMBER_FOR_DATE.key:
            return self._is_counted(text)
        return any(kind.key == one.key for one in _ASKED)

    def _queue(
        self, asked: dict[str, dict[int, str]], only: dict[str, int], people: pd.Series
    ) -> tuple[QueueItem, ...]:
        shape = self.mapping.shape
        options: tuple[tuple[Callable[[dict[int, str]], tuple[Option, ...]], str], ...] = (
            (lambda own: _orders(own, only), date_key(shape)),
            (self._month_days, month_key(shape)),
            (self._years, year_key(shape, self.lacking)),
            (_counting, counted_days_key(shape)),
        )
        return tuple(
            _question(own, offered(own), key, kind, people)
            for kind, (offered, key) in zip(_ASKED, options, strict=True)
            if (own := asked[kind.key])
        )

    def _month_days(self, asked: dict[int, str]) -> tuple[Option, ...]:
        """Return the days that can stand for a month; neither is likelier."""
        # The latest shows it best where what seems to be a year is none.
        example = max(asked.values(), key=lambda text: self._day(text).readings)
        days = [in_words(date.fromisoformat(iso)) for iso in self._day(example).readings]
        offers = (_("its first day: {example} is {day}"), _("its last day: {example} is {day}"))
        both = zip(offers, days, strict=True)
        told = [words.format(example=shown_day(example), day=day) for words, day in both]
        return tuple(map(Option, MONTH_DAYS, told))

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
        return read_day(text, self.mapping.date_format, self.zero, FIRST)


def _lacks_year(text: str) -> bool:
    problem = read_day(text).problem
    return problem is not None and problem.key == of_rows.NO_YEAR_OF_DAY.key


def _counted(text: str) -> str:
    """Return what a number says as a day."""
    iso = read_day(text, None, SPREADSHEET_ZERO).iso
    return _("{text} is {day}").format(text=text, day=in_words(date.fromisoformat(iso)))


def _counting(asked: dict[int, str]) -> tuple[Option, ...]:
    example = asked[min(asked)]
    words = _("days as a spreadsheet counts them: {example}")
    return (Option(COUNTED, words.format(example=_counted(example))),)


def _orders(asked: dict[int, str], only: dict[str, int]) -> tuple[Option, ...]:
    """Return the orders in which dates can be read, that of most other dates first."""
    options = []
    for order in sorted(only, key=lambda one: -only[one]):
        iso = read_day(asked[min(asked)], order).iso
        words = ORDERS[order]
        if iso:
            example, day = shown_day(asked[min(asked)]), in_words(date.fromisoformat(iso))
            words = _("{order}: {example} is {day}").format(order=words, example=example, day=day)
        if number := only[order]:
            others = ngettext(
                "{words}; {number:,} other date can only be read so",
                "{words}; {number:,} other dates can only be read so",
                number,
            )
            words = others.format(words=words, number=number)
        options.append(Option(order, words, 100.0 * only[order] / (1 + sum(only.values()))))
    return tuple(options)


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
