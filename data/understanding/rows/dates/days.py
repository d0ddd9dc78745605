"""What the rows of a sheet say of days, and what they leave open."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from data.checking.problems import RowFaults
from data.records.calendar.dates import (
    MONTH_DAYS,
    SPREADSHEET_ZERO,
    WHOLE,
    Day,
    is_counted_day,
    read_day,
)
from data.records.calendar.months import days_of_months
from data.records.calendar.orders import count_only
from data.records.calendar.years import in_said_year
from data.records.distinct import by_text, different_texts
from data.records.model import DAY_COLUMNS
from data.records.personal_data import safe_name, shown_day
from data.records.problems import of_rows
from data.records.problems.kind import ProblemKind
from data.review.decisions import Decisions, counted_days_key, year_key
from data.review.questions import QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import COUNT_FIELDS
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.split_days import length_of
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding.rows.dates.days_asked import ASKED, COUNTED, DaysAsked, counted_day
from data.understanding.rows.dates.order_told import (
    OrderTold,
    order_by_today,
    order_told,
    periods,
)
from data.understanding.rows.training_rows import is_held
from geo.words.catalogue import _

#: A training is planned no longer before than this.
LATEST = timedelta(days=2 * 365)
AS_SCHEDULED = _(
    "The day for which a training was scheduled is taken as that on which it was held."
)


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
    order_beside: OrderTold = field(default_factory=OrderTold)
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
        told = order_told(self.written, self.sheet, self.mapping, self.order_beside)
        self.notes += [told.note] if told.note else []
        self.order = self.mapping.date_format or told.order
        #: Texts of days whose rows each stand for so many trainings of a period.
        summed, days = column(self.admitted.cells, "summarises") != "", self.written["date_start"]
        self.summed = (
            {*days[summed].unique()} - {*days[~summed].unique()} if summed.any() else set()
        )

    def read(self, people: pd.Series, faults: RowFaults) -> ReadDays:
        """Read the days; list what is no day, and ask about what can be read in several ways."""
        self._order_by_today(people)
        read: dict[str, pd.Series] = {}
        asked: dict[str, dict[int, str]] = {kind.key: {} for kind in ASKED}
        read_so: dict[str, Day] = {}
        for name, written in self.written.items():
            days = {text: self._within(name, text) for text in different_texts(written)}
            read[name] = by_text(written, {text: day.iso for text, day in days.items()})
            read_so |= days
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
        only = {"dmy": 0, "mdy": 0}
        for text, day in read_so.items():
            count_only(text, day, only)
        read["date_end"] = read["date_end"].where(read["date_end"] != "", last)
        days_read = self._with_last(pd.DataFrame(read, self.admitted.cells.index), faults)
        two_ways = list(asked[of_rows.TWO_DATES.key].values())
        questions = DaysAsked(
            self.sheet, self.mapping, self.today, only, self.lacking, self._day,
            dict(reversed(periods(self.written, two_ways))),
        ).questions(asked, people)  # fmt: skip
        scheduled = is_planned(self.admitted.name_of("date_start"))
        notes = (*self.notes, *([AS_SCHEDULED] if scheduled and self._some_held(days_read) else []))
        return ReadDays(days_read, questions, notes)

    def _some_held(self, days: pd.DataFrame) -> bool:
        """Tell whether a training was held: as its status says, else as its day is over."""
        status = column(self.admitted.cells, "status")
        over = (days["date_start"] != "") & (days["date_start"] <= self.today.isoformat())
        return bool((by_text(status, is_held, "bool") | ((status == "") & over)).any())

    def _order_by_today(self, people: pd.Series) -> None:
        """Take the order in which nobody came after today, where columns count only who came."""
        counts = [self.sheet.header[n] for n in self.mapping.positions(*COUNT_FIELDS)]
        told = bool(counts) and all(is_of_who_came(one) and not is_planned(one) for one in counts)
        planned = is_planned(self.admitted.name_of("date_start"))
        if self.order or not told or planned or "status" in self.admitted.cells:
            return
        told = order_by_today(self.written, people > 0, self.sheet, self.today)
        self.order = told.order
        self.notes += [told.note] if told.note else []

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
        of_month = self.mapping.month_day
        told = (self.order, self.zero, of_month if of_month in MONTH_DAYS else None)
        if self.year and text in self.lacking:
            text = in_said_year(text, self.year)
        return read_day(text, *told)

    def _within(self, name: str, text: str) -> Day:
        """Read a day; of a month alone that is over, its first and last, which is said once.

        So it is of several months where a row stands for the trainings of them all, and of all
        where somebody said so.
        """
        day = self._day(text)
        first, last = (*day.readings, "", "")[:2]
        known = day.problem is not None and day.problem.key == of_rows.MONTH_ALONE.key
        one = first[:7] == last[:7]
        # Of a quarter by its number nobody knows whether it is one of a fiscal year.
        summed = text in self.summed and days_of_months(text) is not None
        answered, over = self.mapping.month_day == WHOLE, last <= self.today.isoformat()
        if not known or not (answered or (over and (one or summed))):
            return day
        read = Day(first, end=last) if name == "date_start" else Day(last)
        if answered:
            return read
        words = _("{where}: of a month alone, its first and its last day are taken.")
        if not one:
            words = _(
                "{where}: of several months, the first and the last day are taken, as each row "
                "stands for some trainings of theirs."
            )
        said = words.format(where=self.sheet.where)
        self.notes += [said] if said not in self.notes else []
        return read

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
            where, example = self.sheet.where, counted_day(text)
            self.notes.append(words.format(where=where, column=called, example=example))
        return SPREADSHEET_ZERO

    def _numbers(self, written: pd.Series) -> pd.Series:
        return by_text(written, self._is_counted, "bool")

    def _is_counted(self, text: str) -> bool:
        return is_counted_day(text, self.today + LATEST)

    def _may_be_settled(self, text: str, kind: ProblemKind) -> bool:
        if kind.key == of_rows.NUMBER_FOR_DATE.key:
            return self._is_counted(text)
        return any(kind.key == one.key for one in ASKED)


def _lacks_year(text: str) -> bool:
    problem = read_day(text).problem
    return problem is not None and problem.key == of_rows.NO_YEAR_OF_DAY.key
