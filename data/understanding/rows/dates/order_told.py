"""In which order the dates of a sheet are written, as the file or other dates of it tell."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.records.calendar.dates import ORDERS, read_day
from data.records.calendar.months import MONTHS
from data.records.calendar.orders import (
    ENOUGH_DATES,
    are_days_of,
    count_only,
    is_of_few_days,
    lasts_few_days,
    month_of_sure,
    month_told,
    order_of_held,
    order_of_lengths,
    order_of_month,
    order_of_periods,
    part_told,
    period_told,
)
from data.records.calendar.years import only_year
from data.records.distinct import by_text, different_texts
from data.records.model import DAY_COLUMNS
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.declared_dates import order_declared
from geo.words.catalogue import _

#: So many other days keep an order of rows by more than chance.
ENOUGH_OTHERS = 4
#: Days with their month in words: "11 and 12 November 2025".
_END = r"(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"\b\d{{1,2}}{_END}(?:\s*(?:-|–|to|and|&)\s*\d{{1,2}}{_END})?(?:\s+of)?\s+"
    rf"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\b\.?(?:,?\s+(?P<year>20\d\d)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OrderTold:
    """The order of day and month, ``dmy`` or ``mdy``, None where none is told; and what says it."""

    order: str | None = None
    note: str = ""


def order_told(
    written: Mapping[str, pd.Series], sheet: Sheet, mapping: ColumnMapping, beside: OrderTold
) -> OrderTold:
    """Return the order of the dates of rows, if one of them needs it and no other differs.

    ``written`` has the columns of days, and ``beside`` is what others of the sheet tell.
    """
    texts = {text for own in written.values() for text in different_texts(own)}
    only = {"dmy": 0, "mdy": 0}
    open_dates = [text for text in texts if count_only(text, read_day(text), only)]
    if not open_dates:
        return OrderTold()
    declared = _declared(sheet, mapping)
    if declared and sum(only.values()) == only[declared]:
        words = _("{where}: dates are {order}, as the file says.")
        return OrderTold(declared, words.format(where=sheet.where, order=ORDERS[declared]))
    lasting = [text for _start, text in periods(written, open_dates)]
    if order := order_of_periods(lasting) or order_of_lengths(lasting):
        if sum(only.values()) > only[order]:
            return OrderTold()
        words = _("{where}: dates are {order}, as else some trainings would last for months.")
        return OrderTold(order, words.format(where=sheet.where, order=ORDERS[order]))
    told = _by_others(texts, open_dates, only, sheet)
    if not told.order and beside.order and sum(only.values()) == only[beside.order]:
        return beside
    if not (told.order or beside.order or only["mdy"]) and _in_turn(written, open_dates):
        words = _(
            "{where}: dates are {order}, as else some trainings would last for months, and rows "
            "would not be in the order of their days."
        )
        return OrderTold("dmy", words.format(where=sheet.where, order=ORDERS["dmy"]))
    return told


def order_by_today(
    written: Mapping[str, pd.Series], came: pd.Series, sheet: Sheet, today: date
) -> OrderTold:
    """Return the order in which no day on which people came is after today, if dates need it.

    ``came`` tells of which rows some surely did; of the others a day may be to come.
    """
    texts = {text for own in written.values() for text in different_texts(own[came]) if text}
    others = {text for own in written.values() for text in different_texts(own[~came]) if text}
    only = {"dmy": 0, "mdy": 0}
    open_dates = [text for text in texts if count_only(text, read_day(text), only)]
    order = order_of_held(texts, today) if open_dates else None
    if not order or not all(read_day(text, order).iso for text in others):
        return OrderTold()
    words = _("{where}: dates are {order}, as else some who came would have come after today.")
    return OrderTold(order, words.format(where=sheet.where, order=ORDERS[order]))


def _in_turn(written: Mapping[str, pd.Series], open_dates: Sequence[str]) -> bool:
    """Tell whether rows are in the order of their days, which last few, with the day first alone.

    With the month first those that can be read two ways would last for months, and stand out of
    turn. So few others, or one that is not read or lasts longer, tell nothing.
    """
    start, end = (written[name] for name in DAY_COLUMNS)
    if (end != "").any() or not all(map(is_of_few_days, open_dates)):
        return False
    start = start[start != ""]
    others = [read_day(text) for text in {*different_texts(start)} - {*open_dates}]
    days = {one.iso for one in others}
    if "" in days or len(days) < ENOUGH_OTHERS or not all(map(lasts_few_days, others)):
        return False
    orders = dict.fromkeys(open_dates, "dmy"), dict.fromkeys(open_dates, "mdy")
    firsts = [by_text(start, lambda text, own=own: read_day(text, own.get(text)).iso)
              for own in orders]  # fmt: skip
    turns = ("is_monotonic_increasing", "is_monotonic_decreasing")
    kept = [{one for one in turns if getattr(own, one)} for own in firsts]
    return bool(kept[0] - kept[1])


def _declared(sheet: Sheet, mapping: ColumnMapping) -> str | None:
    """Return the order that the names of columns of days say, else the texts of the file."""
    names = [sheet.header[n] for name in DAY_COLUMNS for n in mapping.positions(name)]
    return order_declared(names) or order_declared((*sheet.beside, *sheet.explained))


def periods(written: Mapping[str, pd.Series], open_dates: Sequence[str]) -> list[tuple[str, str]]:
    """Return first days that can be read two ways, and each with its last: "6/11/23 to 8/11/23"."""
    start, end = (written[name] for name in DAY_COLUMNS)
    rows = start.isin(open_dates) & (end != "")
    if not rows.any():
        return []
    pairs = pd.DataFrame({"start": start[rows], "end": end[rows]}).drop_duplicates()
    both = pairs.itertuples(index=False, name=None)
    return [(first, f"{first} to {last}") for first, last in both]


def _of_days_named(open_dates: Sequence[str], sheet: Sheet) -> str:
    """Return the one order in which texts beside the rows name each date; blank where none does."""
    named = [read_day(one[0] if one["year"] else f"{one[0]} {only_year((text,)) or ''}")
             for text in sheet.beside for one in _NAMED.finditer(text)]  # fmt: skip
    if not all(day.iso for day in named):
        return ""
    spans = [(day.iso, day.end or day.iso) for day in named]
    read = {order: [read_day(text, order).iso for text in open_dates] for order in ("dmy", "mdy")}
    fits = [order for order, days in read.items() if spans and all(
            any(first <= day <= last for first, last in spans) for day in days)]  # fmt: skip
    return fits[0] if len(fits) == 1 else ""


def _by_others(
    texts: Collection[str], open_dates: Sequence[str], only: dict[str, int], sheet: Sheet
) -> OrderTold:
    """Return the order in which all dates can be read, and several only so; else none.

    It may also be told by a text that names them, by others of the same days, by the month, some
    months or the part of a year of all beside the rows, or by the month of those that can be read
    in it alone.
    """
    order: str = max(only, key=lambda one: only[one])
    few = order == "dmy" and all(map(is_of_few_days, open_dates))
    enough = 1 if few else ENOUGH_DATES
    again = (few or only["dmy"]) and not only["mdy"] and are_days_of(open_dates, texts)
    month = month_told(sheet.beside) or period_told(sheet.beside) or part_told(sheet.beside)
    month = month or month_of_sure(texts)
    in_month = order_of_month(texts, open_dates, month)
    named = _of_days_named(open_dates, sheet)
    if named and sum(only.values()) == only[named]:
        order = named
        words = _("{where}: dates are {order}, as a text beside the rows names the days.")
    elif again:
        words = _("{where}: dates are {order}, as others give the same days with their month.")
    elif in_month and sum(only.values()) == only[in_month]:
        order = in_month
        words = _("{where}: dates are {order}, as all of them are in {month} only so.")
    elif only[order] >= enough and sum(only.values()) == only[order]:
        words = _("{where}: dates are {order}, as {number:,} of them can only be read so.")
    else:
        return OrderTold()
    where, number = sheet.where, only[order]
    note = words.format(where=where, order=ORDERS[order], number=number, month=month)
    return OrderTold(order, note)
