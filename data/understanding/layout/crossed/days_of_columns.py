"""Days of columns named by months, or others: as texts tell them, or cells beside or over numbers.

"12 (14.01.2025)" under January counts twelve on that day, and so does "12" where the first row
under the names is "Date" and has "14.01.2025".
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

import pandas as pd

from data.records.calendar.dates import read_day
from data.records.distinct import any_says, blank_column, by_text, filled_texts
from data.records.problems.of_rows import NO_YEAR_OF_DAY
from data.records.rules import whole_numbers
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names.day_words import (
    is_called_a_day,
    is_of_another_day,
    is_of_days_alone,
)
from data.understanding.layout.crossed.crossed_columns import (
    DAY,
    MONTH,
    QUARTER,
    Crossed,
    crossed_columns,
)
from data.understanding.layout.titles.days.days_of_periods import NOT_READ, days_of_periods, within
from data.understanding.layout.titles.title_texts import DATE
from data.understanding.layout.titles.trainings.trainings_of_names import DAYS_ROW
from geo.words.catalogue import _

UNDATED = _("Some numbers under its columns have no day of theirs beside them.")
#: "12 (14.01.2025)", "8 (on 16-17 Jan)".
_DATED = re.compile(r"\d{1,5}\s*\(\s*(?:on|dated?:?|held on)?\s*([^()]+?)\s*\)", re.IGNORECASE)
#: A row of days under columns has so many at least.
LEAST_DAYS = 2
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
    bare, under = _with_days_under(sheet)
    if under:
        return bare, under
    found: dict[int, pd.Series] = {}
    for n, cells in sheet.cells.items():
        if n in sheet.offered or not any_says(cells, _has_day):
            continue
        found[cast("int", n)] = by_text(cells, _day_beside)
    if not found or _have_days(sheet):
        return sheet, {}
    bare = sheet.cells.copy()
    for n in found:
        bare[n] = by_text(sheet.cells[n], lambda text: text.split("(")[0].strip()
                          if _day_beside(text) else text)  # fmt: skip
    whole = replace(sheet, cells=bare)
    return (whole, found) if found.keys() <= crossed_columns(whole).keys() else (sheet, {})


def _with_days_under(sheet: Sheet) -> tuple[Sheet, dict[int, pd.Series]]:
    """Return a sheet without the row of days right under its months, and by column its days.

    None where that row says more, or its label that these are days of something else.
    """
    first = sheet.written.iloc[0].str.strip() if len(sheet.cells) > 1 else pd.Series(dtype="str")
    texts = {cast("int", n): text for n, text in first.items() if text}
    labels = [text for text in texts.values()
              if is_of_days_alone(text) and not is_of_another_day(text)]  # fmt: skip
    dated = any(map(is_called_a_day, labels))
    days = {n: _day_under(text, sheet.header[n] if dated else "") for n, text in texts.items()}
    days = {n: day for n, day in days.items() if day}
    told = _have_days(sheet) or "name_of_person" in sheet.fields
    if told or len(days) < LEAST_DAYS or len(days) + len(labels) < len(texts):
        return sheet, {}
    bare = sheet.without(sheet.cells.index[:1], DAYS_ROW)
    crossed = crossed_columns(bare)
    kinds = {one.kind for one in crossed.values()}
    if not days.keys() <= crossed.keys() or not kinds <= {MONTH, QUARTER}:
        return sheet, {}
    of_month = {crossed[n].value: day for n, day in days.items()}  # women and men have one cell
    return bare, {n: pd.Series(days.get(n) or of_month.get(one.value, ""),
                               index=bare.cells.index, dtype="str")
                  for n, one in crossed.items()}  # fmt: skip


def _day_under(text: str, month: str) -> str:
    """Return a day that stands under a name, by it where it is but a number; blank for others."""
    if text.isdecimal():
        text = f"{text} {month}"
    return text if _may_be_day(text) else ""


def _have_days(sheet: Sheet) -> bool:
    """Tell whether a column that stands in the file has the day of each row."""
    return any(one == "date_start" and n not in sheet.offered
               for n, one in enumerate(sheet.fields))  # fmt: skip


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
    words = _("{where}: the days that stand beside the numbers, or over them, are taken.")
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
    return found[1] if found and _may_be_day(found[1]) else ""


def _may_be_day(text: str) -> bool:
    """Tell whether a text is a day, be it one of two, or one whose year its month tells."""
    read = read_day(text)
    return bool(read.iso or read.readings) or read.problem == NO_YEAR_OF_DAY
