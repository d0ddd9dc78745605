"""A column of months beside one of whole days: of when trainings were reported, and not held."""

from collections.abc import Sequence

import pandas as pd

from data.records.calendar.dates import read_day
from data.records.calendar.months import days_of_month, read_month
from data.records.distinct import any_says, filled_texts
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from geo.names.remembered import once_a_reading


def of_whole_days(sheet: Sheet, places: Sequence[int]) -> list[int]:
    """Return which columns have whole days, where all others have months alone; else all."""
    if len(places) < 2:
        return list(places)
    cells = _records(sheet)
    months = [n for n in places if _are_months(cells[n])]
    days = [n for n in places if n not in months and any_says(cells[n], _is_whole_day)]
    return days if months and len(days) + len(months) == len(places) else list(places)


def has_months_of_days(sheet: Sheet, n: int, days: int) -> bool:
    """Tell whether a column has no more than the months in which the days of another lie.

    A day stands in each row that has a month; one that can be read two ways may lie in either.
    """
    cells = _records(sheet)
    if not _are_months(cells[n]):
        return False
    pairs = cells.loc[cells[n].str.strip() != "", [n, days]].drop_duplicates()
    return all(_lies_in(day, month) for month, day in pairs.itertuples(index=False, name=None))


def _records(sheet: Sheet) -> pd.DataFrame:
    return sheet.cells[~say_total(sheet.cells)]


def _are_months(cells: pd.Series) -> bool:
    texts = filled_texts(cells)
    return bool(texts) and all(map(_is_month_alone, texts))


@once_a_reading
def _is_month_alone(text: str) -> bool:
    """Tell whether a text is a month with or without its year; "May 12" may be a day of it."""
    numbered = any(map(str.isdigit, text))
    return days_of_month(text) is not None or (not numbered and read_month(text) is not None)


def _is_whole_day(text: str) -> bool:
    day = read_day(text)
    return not _is_month_alone(text) and bool(day.iso or day.readings)


def _lies_in(day: str, text: str) -> bool:
    """Tell whether a day lies in a month, which may have no year."""
    found, told = read_month(text), read_day(day)
    months = {(int(one[:4]), int(one[5:7])) for one in (told.iso, *told.readings) if one}
    return found is not None and any(
        month == found[1] and found[0] in (None, year) for year, month in months
    )
