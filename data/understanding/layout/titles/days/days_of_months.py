"""A column of months, where texts beside the table tell the days of what each of them had."""

from dataclasses import replace

import pandas as pd

from data.records.calendar.months import days_of_month, read_month, written_months
from data.records.distinct import by_text, filled_texts
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF
from data.sheets.totals.total_rows import say_total
from data.understanding import contents
from data.understanding.layout.titles.days.days_of_periods import NOT_READ, days_of_periods
from data.understanding.layout.titles.title_texts import DATE
from geo.words.catalogue import _

NAME = "Date of its month"


def with_days_of_months(sheet: Sheet) -> Sheet:
    """Return a sheet with the days that texts tell of its months, or with these asked about.

    A month in which the rows have several titles may have had several trainings.
    """
    fields, texts = sheet.fields, (*sheet.above, *sheet.below)
    places = [n for n, name in enumerate(sheet.header)
              if fields[n] == "date_start" or plain(name) in MONTHS_OF]  # fmt: skip
    told = any(any(map(str.isdecimal, text)) for text in texts)
    if len(places) != 1 or "date_end" in fields or not told:
        return sheet
    [place] = places
    records = ~say_total(sheet.cells)
    periods = {text: _period(text) for text in filled_texts(sheet.cells[place][records])}
    if not periods or not all(periods.values()) or _has_days_beside(sheet, place):
        return sheet
    days = days_of_periods(texts, {*periods.values()}, {*periods.values()})
    if days == {}:
        return sheet
    whole = sheet if fields[place] else sheet.renamed({place: NAME})
    if days is None or _have_several(sheet, place, records):
        return replace(whole, offered={**sheet.offered, place: NOT_READ})
    cells = by_text(sheet.cells[place], {text: days[one] for text, one in periods.items()})
    words = _("{where}: of months the days that a text tells of each are taken.")
    return whole.with_texts(place, cells.fillna(""), words.format(where=sheet.where))


def _period(text: str) -> str:
    """Return the first and the last day of a month, with its year where it has one, or blank."""
    if found := days_of_month(text):
        return " to ".join(found)
    year, month = read_month(text) or (None, 0)
    alone = month and not year and not any(map(str.isdecimal, text))
    return written_months(None, month, month) if alone else ""


def _has_days_beside(sheet: Sheet, place: int) -> bool:
    """Tell whether another column has days, or the month is all that stands above the rows."""
    if sheet.header[place] == DATE and place in sheet.offered:
        return True
    return any(contents.contents_of(sheet.cells[n]) == contents.DAYS
               for n in range(len(sheet.header)) if n != place)  # fmt: skip


def _have_several(sheet: Sheet, place: int, records: pd.Series) -> bool:
    """Tell whether a month has rows of several titles."""
    titles = [n for n, one in enumerate(sheet.fields) if one in ("title", "training_id")]
    rows = sheet.cells[records]
    return any((rows[n].groupby(rows[place]).nunique() > 1).any() for n in titles)
