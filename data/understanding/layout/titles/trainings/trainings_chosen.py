"""Trainings that each person of a form ticked in one answer -> a column of ticks for each.

"Referral (9 May 2023);Screening (16 May 2023)" is the answer of one person who came to both.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.words.questions_of_presence import asks_which_trainings
from data.understanding.layout.titles.days_in_texts import day_in
from geo.words.catalogue import _

#: What stands between the choices of an answer; in one of them a comma may stand, too.
_BETWEEN: tuple[re.Pattern[str], ...] = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        ";", r"\n", r"\|", ", ", r"(?<=[\d)\]]), ", r", (?=\d{1,2}\b)",
        r", (?=(?:training|session|workshop|module|course|seminar) ?#?\d)",
    )
)  # fmt: skip
#: What tells that a row is of one person.
_OF_PERSON = frozenset(["name_of_person", "identity", "email", "phone", "sex"])
TICK = "1"
#: A question has no more choices than this.
MOST_CHOICES = 20


def with_trainings_chosen(sheet: Sheet) -> Sheet:
    """Return a list with a column of ticks for each training that an answer names with its day.

    So it is where one person chose several at least, and no other column tells of a training.
    """
    asked = [n for n, name in enumerate(sheet.header)
             if n not in sheet.offered and asks_which_trainings(name)]  # fmt: skip
    fields = {field_of_name(name) for n, name in enumerate(sheet.header)
              if n not in sheet.offered and n not in asked}  # fmt: skip
    told = {"title", "training_id", "date_start", *COUNT_FIELDS}
    if not fields & _OF_PERSON or fields & told:
        return sheet
    year = only_year((sheet.name, *sheet.above))
    found = [own for n in asked if (own := _divided(sheet.cells[n], n, year))]
    if len(found) != 1:
        return sheet
    [(n, sign, chosen)] = found
    words = _("{where}: {column} names the trainings that each person came to.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    rest = sheet.only([place for place in range(len(sheet.header)) if place != n])
    ticks = {one: by_text(sheet.cells[n], lambda text, one=one: _tick(text, sign, one))
             for one in chosen}  # fmt: skip
    whole = rest.with_columns([(one, own, "") for one, own in ticks.items()])
    # Whether it asked of several trainings tells whether these are days of one.
    above = (*whole.above, sheet.header[n])
    return replace(whole, offered=rest.offered, notes=(*whole.notes, said), above=above)


def _divided(
    cells: pd.Series, n: int, year: int | None
) -> tuple[int, re.Pattern[str], list[str]] | None:
    """Return a column's place, what stands between its choices, and these; None where none are."""
    return next(((n, sign, chosen) for sign in _BETWEEN
                 if (chosen := _choices(cells, sign, year))), None)  # fmt: skip


def _choices(cells: pd.Series, sign: re.Pattern[str], year: int | None) -> list[str]:
    """Return the trainings of a column of answers; none where one of them has no day of its own."""
    answers = [_parts(text, sign) for text in filled_texts(cells)]
    if not any(len(own) > 1 for own in answers):
        return []
    chosen = list(dict.fromkeys(one for own in answers for one in own))
    few = 1 < len(chosen) <= MOST_CHOICES
    return chosen if few and all(_is_dated(one, year) for one in chosen) else []


def _is_dated(text: str, year: int | None) -> bool:
    """Tell whether a day stands in a text, and no month alone, with more than it."""
    day = day_in(text, year)
    return bool(day) and is_day(day) and not is_month(day) and len(text) > len(day)


def _parts(text: str, sign: re.Pattern[str]) -> Sequence[str]:
    return [" ".join(one.split()) for one in sign.split(text) if one.strip()]


def _tick(text: str, sign: re.Pattern[str], one: str) -> str:
    return TICK if one in _parts(text, sign) else ""
