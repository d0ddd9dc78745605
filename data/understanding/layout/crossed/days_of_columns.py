"""Columns named by months, or quarters, where texts tell the days of what each of them had."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from data.records.distinct import filled_texts
from data.records.rules import whole_numbers
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.understanding.layout.crossed.crossed_columns import MONTH, QUARTER, Crossed
from data.understanding.layout.titles.days.days_of_periods import NOT_READ, days_of_periods

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
