"""Days of columns named by months, or others: as texts tell them, or beside numbers in cells.

"12 (14.01.2025)" under January counts twelve on that day.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import pandas as pd

from data.records.calendar.dates import read_day
from data.records.distinct import any_says, blank_column, by_text, filled_texts
from data.records.problems.of_rows import NO_YEAR_OF_DAY, TWO_DATES
from data.records.rules import whole_numbers
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.understanding.layout.crossed.crossed_columns import (
    DAY,
    MONTH,
    QUARTER,
    Crossed,
    crossed_columns,
)
from data.understanding.layout.titles.days.days_of_periods import NOT_READ, days_of_periods, within
from data.understanding.layout.titles.title_texts import DATE
from geo.words.catalogue import _

UNDATED = _("Some numbers under its columns have no day of theirs beside them.")
#: "12 (14.01.2025)", "8 (on 16-17 Jan)".
_DATED = re.compile(r"\d{1,5}\s*\(\s*(?:on|dated?:?|held on)?\s*([^()]+?)\s*\)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def with_days_told(
    sheet: Sheet, crossed: Mapping[int, Crossed]
) -> tuple[Mapping[int, Crossed], str]:
    """Return columns of months by the days that texts tell of each, and why else it is asked.

    They are taken of one training in each month that has a number; blank where no text tells any.
    """
    if next(iter(crossed.values())).kind not in (MONTH, QUARTER):
        return crossed, ""
    filled = {one.value for n, one in crossed.items()
              if whole_numbers(sheet.cells[n], LARGEST)[0].gt(0).any()}  # fmt: skip
    days = days_of_periods(
        (*sheet.above, *sheet.below), {one.value for one in crossed.values()}, filled
    )
    if days == {}:
        return crossed, ""
    if days is None or _have_several(sheet):
        return crossed, NOT_READ
    return {n: replace(one, value=days.get(one.value, one.value)) for n, one in crossed.items()}, ""


def _have_several(sheet: Sheet) -> bool:
    """Tell whether the rows are of several titles, of which each may have had its own days."""
    rows = sheet.cells[~say_total(sheet.cells)]
    return any(len(filled_texts(rows[n])) > 1 for n, one in enumerate(sheet.fields)
               if one in ("title", "training_id"))  # fmt: skip


def are_some_days(value: str) -> bool:
    """Tell whether a value is of days of a month, and neither a whole one nor without its year."""
    first, __, last = value.partition(" to ")
    if not _DAY.fullmatch(first) or not _DAY.fullmatch(last):
        return False
    after = date.fromisoformat(last) + timedelta(days=1)
    return not (first.endswith("-01") and after.day == 1)


def with_days_apart(sheet: Sheet) -> tuple[Sheet, dict[int, pd.Series]]:
    """Return a sheet with numbers alone in columns named by values, and the days beside these.

    By column, blank where no day stands; none where rows have days of their own.
    """
    found: dict[int, pd.Series] = {}
    for n, cells in sheet.cells.items():
        if n in sheet.offered or not any_says(cells, _has_day):
            continue
        found[cast("int", n)] = by_text(cells, _day_beside)
    own = any(one == "date_start" and n not in sheet.offered for n, one in enumerate(sheet.fields))
    if not found or own:
        return sheet, {}
    bare = sheet.cells.copy()
    for n in found:
        bare[n] = by_text(sheet.cells[n], lambda text: text.split("(")[0].strip()
                          if _day_beside(text) else text)  # fmt: skip
    whole = replace(sheet, cells=bare)
    return (whole, found) if found.keys() <= crossed_columns(whole).keys() else (sheet, {})


def with_days_beside(sheet: Sheet, whole: Sheet, days: Mapping[int, pd.Series]) -> Sheet:
    """Return the rows that columns made, each with the day beside its number.

    A number that has no such day, or one of another month, is asked about.
    """
    crossed = crossed_columns(sheet)
    if not whole.rows_made or not crossed:
        return sheet
    kind, factor = next(iter(crossed.values())).kind, whole.rows_made.factor
    of_months = kind in (MONTH, QUARTER)
    values = [*dict.fromkeys(one.value for one in crossed.values())]
    told, lacking = pd.Series("", index=whole.cells.index, dtype="str"), False
    for n, one in crossed.items():
        numbers = whole_numbers(sheet.cells[n], LARGEST)[0].gt(0).fillna(False)
        own = days.get(n, blank_column(numbers.index))[numbers.astype("bool")]
        if of_months:
            own = by_text(own, lambda text, one=one: within(text, one.value))
        own = own.set_axis(own.index * factor + values.index(one.value) + 1)
        lacking |= bool((own[own.index.isin(told.index)] == "").any())  # no total has any
        told.update(own[own != ""])
    words = _("{where}: the days that stand beside the numbers are taken.")
    whole = whole.noted(words.format(where=sheet.where))
    why = UNDATED if lacking else ""
    return _with_days(whole, kind, told, why) if of_months else _with_dates(whole, told, why)


def _with_days(whole: Sheet, kind: str, days: pd.Series, why: str) -> Sheet:
    """Return rows with their days in place of the months."""
    place = whole.header.index(kind)
    cells = whole.cells.copy()
    cells[place] = days.where(days != "", whole.cells[place])
    return replace(whole, cells=cells, offered={**whole.offered, place: why})


def _with_dates(whole: Sheet, days: pd.Series, why: str) -> Sheet:
    """Return rows with a column of their days in place of what stands above them all."""
    kept = [n for n, name in enumerate(whole.header) if n not in whole.offered or name != DATE]
    return whole.only(kept).with_columns([(DAY, days, why)])


def _has_day(text: str) -> bool:
    return bool(_day_beside(text))


def _day_beside(text: str) -> str:
    """Return the day in brackets behind a number; blank where a cell is anything else."""
    found = _DATED.fullmatch(text.strip()) if "(" in text else None
    day = read_day(found[1]) if found else None
    known = day and (day.iso or day.problem in (TWO_DATES, NO_YEAR_OF_DAY))
    return found[1] if found and known else ""
