"""What the rows of a sheet say of days, and what they leave open."""

from datetime import date

import pandas as pd

from data.checking.problems import RowFaults
from data.records.dates import MONTH_DAYS, ORDERS, Day, read_day
from data.records.distinct import by_text
from data.records.model import in_words
from data.records.personal_data import shown_day
from data.records.problems import of_rows
from data.review.decisions import DATE, date_key, month_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.mapping import ColumnMapping
from geo.words.catalogue import _


def days_of(
    admitted: Admitted,
    mapping: ColumnMapping,
    day_zero: date | None,
    people: pd.Series,
    faults: RowFaults,
) -> tuple[pd.DataFrame, tuple[QueueItem, ...]]:
    """Read the columns of days; list what is no day, and ask about what can be read two ways."""
    cells = admitted.cells
    read: dict[str, pd.Series] = {}
    asked: dict[str, dict[int, str]] = {of_rows.TWO_DATES.key: {}, of_rows.MONTH_ALONE.key: {}}
    only = {"dmy": 0, "mdy": 0}
    told = (mapping.date_format, day_zero, mapping.month_day)
    for field in ("date_start", "date_end"):
        written = column(cells, field)
        days = {text: read_day(text, *told) for text in written.unique()}
        read[field] = by_text(written, {text: day.iso for text, day in days.items()})
        for text, times in written.value_counts().items():
            _count_only(str(text), days[str(text)], int(times), only)
        if field == "date_start":  # a cell of several days says the last one, too
            last = by_text(written, {text: day.end for text, day in days.items()})
        wrong = {text: day.problem for text, day in days.items() if day.problem}
        bad = written[written.isin(list(wrong))]
        for kind, rows in bad.groupby(bad.map(wrong), sort=False):
            faults.add(rows.index, admitted.name_of(field), by_text(bad, shown_day), kind)
        for row, text in zip(bad.index.tolist(), bad.tolist(), strict=True):
            if days[text].readings:
                asked[wrong[text].key].setdefault(row, text)
    read["date_end"] = read["date_end"].where(read["date_end"] != "", last)
    two_ways, months = asked.values()
    queue = _date_question(two_ways, _orders(two_ways, only), date_key(mapping.shape), people)
    queue += _date_question(months, _month_days(months), month_key(mapping.shape), people)
    return pd.DataFrame(read), queue


def _count_only(text: str, day: Day, times: int, only: dict[str, int]) -> None:
    """Count the dates that can be read in one order only: they speak for that order."""
    if day.iso and not read_day(text, "iso").iso:
        fits = [order for order in only if read_day(text, order).iso]
        if len(fits) == 1:
            only[fits[0]] += times


def _orders(asked: dict[int, str], only: dict[str, int]) -> tuple[Option, ...]:
    """Return the orders in which dates can be read, that of most other dates first."""
    options = []
    for order in sorted(only, key=lambda one: -only[one]) if asked else ():
        iso = read_day(example := asked[min(asked)], order).iso
        words = _("{order}: {example} is {day}; {number:,} other dates can only be read so")
        words = words if iso else _("{order}; {number:,} other dates can only be read so")
        day = in_words(date.fromisoformat(iso)) if iso else ""
        words = words.format(order=ORDERS[order], example=example, day=day, number=only[order])
        options.append(Option(order, words, 100.0 * only[order] / (1 + sum(only.values()))))
    return tuple(options)


def _month_days(asked: dict[int, str]) -> tuple[Option, ...]:
    """Return the days that can stand for a month; neither is likelier."""
    if not asked:
        return ()
    # The latest shows it best where what seems to be a year is none.
    example = max(asked.values(), key=lambda text: read_day(text).readings)
    days = [in_words(date.fromisoformat(iso)) for iso in read_day(example).readings]
    offers = (_("its first day: {example} is {day}"), _("its last day: {example} is {day}"))
    told = [words.format(example=example, day=day) for words, day in zip(offers, days, strict=True)]
    return tuple(map(Option, MONTH_DAYS, told))


def _date_question(
    asked: dict[int, str], options: tuple[Option, ...], key: str, people: pd.Series
) -> tuple[QueueItem, ...]:
    """Ask once, for all rows, how what they say of days is to be read; nothing without a row."""
    if not asked:
        return ()
    rows = tuple(sorted(asked))
    reason = of_rows.MONTH_ALONE if options[0].answer in MONTH_DAYS else of_rows.TWO_DATES
    return (
        QueueItem(
            kind=DATE,
            value=shown_day(asked[rows[0]]),
            rows=rows,
            candidates=options,
            key=key,
            reason=reason.reason,
            participants=int(people.loc[list(rows)].sum()),
        ),
    )
