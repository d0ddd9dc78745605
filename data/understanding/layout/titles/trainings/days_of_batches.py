"""Batches in cells ("I", "Batch-2"), whose days the texts above the rows tell."""

import re
from collections.abc import Iterable

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import by_text, filled_texts
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import OF_ALL, say_total
from data.understanding.layout.titles.days_in_texts import day_in, days_in

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


def days_of_batches(sheet: Sheet, year: int | None) -> pd.Series | None:
    """Return the day of each row by the text above that tells it of its batch; None without such.

    ``year`` is that of days that are told without it.
    """
    own = _by_names(sheet, year)
    return _by_codes(sheet, year) if own is None else own


def _by_names(sheet: Sheet, year: int | None) -> pd.Series | None:
    """Return the days of the rows by the text above that begins as one of their columns says.

    "Batch-1: 6-7 May 2024" and "Batch-2: 13-14 May 2024" stand above, and a column has Batch-1.
    """
    days = {plain(text): own[0] for text in sheet.above if len(own := days_in(text, year)) == 1}
    if len(days) < LEAST:
        return None
    for n in range(len(sheet.header)):
        names = {text: plain(text) for text in filled_texts(sheet.cells[n])}
        found = {
            text: [day for above, day in days.items() if above.startswith(f"{name} ")]
            for text, name in names.items()
        }
        if len(names) > 1 and all(len(one) == 1 for one in found.values()):
            told = {text: day for text, [day] in found.items()}
            return by_text(sheet.cells[n], lambda text, told=told: told.get(text, ""))
    return None


def _by_codes(sheet: Sheet, year: int | None) -> pd.Series | None:
    """Return the days of the rows by the number of their batch, of which a text tells the day.

    A row of another batch has its number in the place of a day, which is a problem: the day that
    is told is not its own.
    """
    places = [n for n, name in enumerate(sheet.header) if _CALLED.fullmatch(plain(name))]
    told = _days_told(sheet.above, year) if len(places) == 1 else {}
    if not told:
        return None
    records = sheet.cells[places[0]][~say_total(sheet.cells)]
    used = {text: _code(text) for text in records.unique().tolist()
            if text.strip() and plain(text) not in OF_ALL}  # fmt: skip
    days = {code: told.get(code, "") for code in used.values()}
    if len(days) < LEAST or not all(days) or not any(days.values()):
        return None
    return by_text(sheet.cells[places[0]],
                   lambda text: days[used[text]] or text if text in used else "")  # fmt: skip


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
