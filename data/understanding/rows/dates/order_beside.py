"""In which order the dates of a sheet are written, as its other columns tell it.

A column of the same days, of their months or of their days of the week fits one reading; and
dates that can be read in one order alone, as a form's own time of sending, were written as all are.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd

from data.records.calendar.dates import ORDERS, Day, read_day
from data.records.calendar.months import plainly, read_month, weekdays_in
from data.records.calendar.orders import ENOUGH_DATES, count_only, month_told
from data.records.distinct import different_texts, filled_texts
from data.records.model import DAY_COLUMNS
from data.records.personal_data import safe_name
from data.records.problems.of_rows import TWO_DATES
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.understanding.rows.dates.order_told import OrderTold
from geo.words.catalogue import _

_ORDERS = ("dmy", "mdy")
#: So many texts show of what kind a column is, and so many tell its order, however long it is.
_SHOWN, _COUNTED = 10, 1_000


def order_beside(sheet: Sheet, mapping: ColumnMapping) -> OrderTold:
    """Return the order in which other columns fit the dates that can be read two ways.

    None where no date is such, no column tells it, or two tell others.
    """
    own = [sheet.cells[n] for n in mapping.positions(*DAY_COLUMNS)]
    open_dates = {text for cells in own for text in different_texts(cells) if _is_open(text)}
    if not open_dates:  # as in most tables
        return OrderTold()
    told: dict[str, str] = {}
    others = {*range(len(sheet.header))} - {*mapping.positions(*DAY_COLUMNS), *sheet.offered}
    for place in sorted(others):
        cells, name = sheet.cells[place], safe_name(sheet.header[place])
        if order := _of_same_days(own, cells, open_dates):
            words = _("{where}: dates are {order}, as {column} tells the same days.")
        elif order := _of_dates(cells, open_dates):
            words = _("{where}: dates are {order}, as those in {column} can only be read so.")
        else:
            continue
        note = words.format(where=sheet.where, order=ORDERS[order], column=name)
        told.setdefault(order, note)
    return OrderTold(*next(iter(told.items()))) if len(told) == 1 else OrderTold()


def _is_open(text: str) -> bool:
    problem = read_day(text).problem
    return problem is not None and problem.key == TWO_DATES.key


def _of_same_days(own: Sequence[pd.Series], cells: pd.Series, dates: set[str]) -> str | None:
    """Return the one order in which each date is what the cell beside it tells of days.

    One date alone is not read with the month first.
    """
    shown = filled_texts(cells, _SHOWN)
    if not shown or not all(map(_tells_days, shown)):
        return None
    pairs = set()
    for days in own:
        rows = days.isin(list(dates)) & (cells.str.strip() != "")
        beside = pd.DataFrame({"date": days[rows], "told": cells[rows]}).drop_duplicates()
        pairs |= set(beside.itertuples(index=False, name=None))
    read = {order: [(read_day(text, order), told) for text, told in pairs] for order in _ORDERS}
    fits = [order for order, days in read.items() if days and all(_fits(*one) for one in days)]
    few = fits == ["mdy"] and len({text for text, _told in pairs}) < ENOUGH_DATES
    return fits[0] if len(fits) == 1 and not few else None


def _tells_days(text: str) -> bool:
    """Tell whether a text is a day that is read in one way, a day of the week, or of a month."""
    return bool(read_day(text).iso or _weekday(text) is not None or _month(text))


def _fits(day: Day, told: str) -> bool:
    """Tell whether a day is the one that a text tells, on its day of the week or in its month."""
    if not day.iso:
        return False
    if (other := read_day(told)).iso:
        return day.iso <= other.iso <= (day.end or day.iso)
    if (weekday := _weekday(told)) is not None:
        return date.fromisoformat(day.iso).weekday() == weekday
    year, month = _month(told) or (None, 0)
    return int(day.iso[5:7]) == month and year in (None, int(day.iso[:4]))


def _weekday(text: str) -> int | None:
    """Return the day of the week that a text is, Monday as 0; None where it says more or else."""
    named = weekdays_in(text)
    return next(iter(named)) if len(named) == 1 and not plainly(text) else None


def _month(text: str) -> tuple[int | None, int] | None:
    """Return the year, None where none is told, and the month that a text is or tells."""
    return read_month(text) or read_month(month_told((text,)))


def _of_dates(cells: pd.Series, open_dates: Collection[str]) -> str | None:
    """Return the one order in which alone several dates of a column can be read.

    With the month first only where they are written as the open ones are: a machine may stamp
    5/16/2023 beside what an office types, as 03/05/2023 for 3 May.
    """
    shown = filled_texts(cells, _SHOWN)
    if not shown or not all(read_day(text).iso or _is_open(text) for text in shown):
        return None
    only = dict.fromkeys(_ORDERS, 0)
    dates = filled_texts(cells, _COUNTED)
    for text in dates:
        count_only(text, read_day(text), only)
    order = max(only, key=lambda one: only[one])
    if only[order] != sum(only.values()) or only[order] < ENOUGH_DATES:
        return None
    return order if order == "dmy" or _are_alike([*dates, *open_dates]) else None


def _are_alike(dates: Collection[str]) -> bool:
    """Tell whether dates have the same between their parts, and each a day 5 or each a day 05."""
    parts = [one for text in dates if (one := re.match(r"\s*(\d+)(\D)(\d+)\2", text))]
    numbers = [number for one in parts for number in (one[1], one[3])]
    padded = any(number.startswith("0") for number in numbers)
    return len({one[2] for one in parts}) == 1 and not (padded and min(map(len, numbers)) == 1)
