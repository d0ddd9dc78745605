"""Batches in cells ("I", "Batch 2"), whose days the texts beside the rows tell: a day for each."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.calendar.years import only_year
from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import OF_ALL, say_total
from data.understanding.layout.titles.days_in_texts import day_in
from geo.words.catalogue import _

DATE = "Date of the batch"
#: One batch alone is that of the training above.
LEAST = 2
_WORD = r"(?:batch|round|cohort|group|phase|session|training|course|workshop)"
_CODE = r"(?P<code>[ivx]{1,4}|\d{1,2}|[a-h])"
_CALLED = re.compile(rf"{_WORD}(?: (?:no|nos|number))?")
#: "Batch II: 26-28 January 2026".
_TOLD = re.compile(rf"\b{_WORD}\W{{0,3}}(?:no\W{{0,3}})?{_CODE}\b", re.IGNORECASE)
_IN_CELL = re.compile(rf"(?:{_WORD} )?(?:no )?{_CODE}")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7",
          "viii": "8", "ix": "9", "x": "10"}  # fmt: skip


def with_days_of_batches(sheet: Sheet) -> Sheet:
    """Return a sheet with the day of each row's batch, as texts beside the rows tell it, once each.

    So it is where no column is of days, and a batch of the rows is told among several of them. The
    rows of another batch have a problem then: the day that is told is not theirs.
    """
    places = [n for n, name in enumerate(sheet.header) if _CALLED.fullmatch(plain(name))]
    if len(places) != 1 or {"date_start", "date_end"} & {*sheet.fields}:
        return sheet
    year = only_year((sheet.name, *sheet.above))
    told = _days_told((*sheet.above, *sheet.below), year)
    records = sheet.cells[places[0]][~say_total(sheet.cells)]
    used = {text: _code(text) for text in records.unique().tolist()
            if text.strip() and plain(text) not in OF_ALL}  # fmt: skip
    days = {code: told.get(code, "") for code in used.values()}
    if len(days) < LEAST or not all(days) or not any(days.values()):
        return sheet
    cells = by_text(records, lambda text: days[used[text]] or text if text in used else "")
    words = _("{where}: the days of {column} are those that the texts beside the rows tell.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[places[0]]))
    whole = sheet.with_columns([(DATE, cells, "")]).noted(said)
    above = tuple(text for text in sheet.above if not _TOLD.match(text.strip()))
    return replace(whole, offered=sheet.offered, above=above)  # they stand in the file


def _days_told(texts: Iterable[str], year: int | None) -> dict[str, str]:
    """Return by batch the one day that texts tell of it; blank where they tell several, or none."""
    told: dict[str, str] = {}
    for text in texts:
        found = [*_TOLD.finditer(text)]
        ends = [*(one.start() for one in found[1:]), len(text)][: len(found)]
        for one, end in zip(found, ends, strict=True):
            day = day_in(text[one.end() : end], year)
            known = bool(day) and is_day(day) and not is_month(day)
            code = _code(one["code"])
            told[code] = day if known and told.get(code, day) == day else ""
    return told


def _code(text: str) -> str:
    """Return the code of a batch, by its number where that is a Roman one; blank of no batch."""
    found = _IN_CELL.fullmatch(plain(text))
    return _ROMAN.get(found["code"], found["code"]) if found else ""
