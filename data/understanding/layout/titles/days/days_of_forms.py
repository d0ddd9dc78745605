"""Days above rows that can be read two ways, and are told by the sheet's name or by its likes."""

from collections.abc import Iterable, Sequence

from data.records.calendar.dates import Day, read_day
from data.records.calendar.orders import (
    ENOUGH_DATES,
    count_only,
    month_of_sure,
    order_of_month,
)
from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_texts
from data.records.problems.of_rows import TWO_DATES
from data.sheets.sheet import Sheet
from data.understanding.layout.titles.days_in_texts import day_in
from data.understanding.layout.titles.title_texts import DATE
from geo.words.catalogue import _

_ORDERS = ("dmy", "mdy")


def with_days_of_forms(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets whose days above, "06-03-2024", are as their name or those of others say.

    A sheet called "Kasur 6 Mar" tells its own; else those of the same columns do, where each other
    day above them, and each that is told by a name, is in one order.
    """
    found = [_days_above(sheet) for sheet in sheets]
    named = [_by_name(sheet, own) for sheet, own in zip(sheets, found, strict=True)]
    told = []
    for sheet, own, by_name in zip(sheets, found, named, strict=True):
        alike = [n for n, other in enumerate(sheets) if other.header == sheet.header]
        order = _order(text for n in alike for text in found[n] if text not in named[n])
        orders = {order, *(_order_of(*one) for n in alike for one in named[n].items())}
        by_others = {text: _written(read_day(text, order)) for text in own if _is_open(text)}
        sure = order is not None and len(orders) == 1
        told.append(_settled(sheet, (by_others if sure else {}) | by_name))
    return told


def _days_above(sheet: Sheet) -> list[str]:
    """Return the days that stand above the rows of a sheet."""
    return [text for n in sheet.offered if sheet.header[n] == DATE
            for text in filled_texts(sheet.cells[n])]  # fmt: skip


def _is_open(text: str) -> bool:
    problem = read_day(text).problem
    return problem is not None and problem.key == TWO_DATES.key


def _by_name(sheet: Sheet, texts: Iterable[str]) -> dict[str, str]:
    """Return the days that can be read two ways of which the name of the sheet tells one."""
    told = {}
    for text in filter(_is_open, texts):
        year = only_year((text,))
        own = read_day(day_in(sheet.name, year)).iso
        if own and (order := _order_of(text, own)):
            told[text] = _written(read_day(text, order))
    return told


def _written(day: Day) -> str:
    """Return a day, or the first and the last of several, as it can be read in one way."""
    return f"{day.iso} - {day.end}" if day.end else day.iso


def _order_of(text: str, iso: str) -> str | None:
    """Return the order in which a text begins on a day; None where that is no reading of it."""
    return next((order for order in _ORDERS if read_day(text, order).iso == iso[:10]), None)


def _order(texts: Iterable[str]) -> str | None:
    """Return the order in which some of the texts can be read, and none only in the other.

    One alone tells it where all are in its month, 06-03-2024 as 20-03-2024, in this order only.
    """
    only, days = dict.fromkeys(_ORDERS, 0), {*texts}
    open_days = [text for text in days if count_only(text, read_day(text), only)]
    order = max(only, key=lambda one: only[one])
    if not only[order] or only[order] != sum(only.values()):
        return None
    in_month = order_of_month(days, open_days, month_of_sure(days))
    return order if only[order] >= ENOUGH_DATES or in_month == order else None


def _settled(sheet: Sheet, days: dict[str, str]) -> Sheet:
    """Return a sheet with days above it as they are to be read, and say so."""
    place = next((n for n in sheet.offered if sheet.header[n] == DATE), None)
    if not days or place is None:
        return sheet
    listed = ", ".join(f"{text} = {iso}" for text, iso in days.items())
    words = _("{where}: the day above is read as its name, or the days above others, tell: {days}.")
    texts = by_text(sheet.cells[place], lambda text: days.get(text, text))
    return sheet.with_texts(place, texts, words.format(where=sheet.where, days=listed))
