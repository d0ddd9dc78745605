"""A column of days beside others: planned or held, the first or the last of each training."""

import re
from datetime import date

from data.records.calendar.dates import FEW_DAYS, MANY_DAYS, Day, read_day
from data.records.distinct import filled_texts, those
from data.sheets.fields import COUNT_FIELDS, IGNORED, plain, words_of
from data.sheets.words.names import name_words, names_of_who_came
from data.sheets.words.names.day_words import (
    first_or_last,
    is_called_a_day,
    is_called_the_last,
    is_of_another_day,
    is_of_coming,
)
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from data.understanding.columns.evidence.reasons import BY_NAME, LAST_DAYS
from data.understanding.columns.unknown.planned_or_came import was_held_as_planned

_STARTED = re.compile(r"(?:started|commenced|began|begun) on")


def of_days(table: Table, n: int, guess: str | None) -> Judged | None:
    """Judge a column of days by its name and the days beside it; None where neither says more."""
    name = table.sheet.header[n]
    days = [one for place, one in enumerate(table.sheet.header)
            if table.holds[place] == contents.DAYS]  # fmt: skip
    if names_of_who_came.is_planned(name) and any(map(names_of_who_came.is_of_who_came, days)):
        return Judged(IGNORED)
    alone = sum(not is_of_another_day(one) for one in days) == 1
    if is_of_coming(name) and alone and _is_of_each_training(table, n):
        return Judged("date_start")
    if names_of_who_came.is_of_who_came(name) and guess == "date_start":
        planned = any(map(names_of_who_came.is_planned, table.sheet.header))
        others = [one for place, one in enumerate(table.fields) if place not in table.sheet.offered]
        which = first_or_last(name, [one for one in days if names_of_who_came.is_of_who_came(one)])
        which = which or "date_start"  # of "Actual end date" the last
        return Judged(which, sure=planned and which not in others, reason=BY_NAME)
    counted = {*table.fields, *map(name_words.guessed_field, table.sheet.header)} & {*COUNT_FIELDS}
    if counted and not table.listed and was_held_as_planned(table, n, guess):
        return Judged("date_start")
    if table.has("date_start", "date_end"):
        return _of_last_days(table, n)
    own = [one for one in days if not is_of_another_day(one)]
    dated = any(is_called_a_day(one) or first_or_last(one, days) for one in own)
    if dated and is_of_another_day(name):
        return Judged(IGNORED)  # "Order date" beside "Event start" and "Event end"
    if guess == "date_start" and len(days) == 1 and counted and not table.listed:
        each = name_words.guessed_field(name) == "title" and not names_of_who_came.is_planned(name)
        each = each and not is_of_another_day(name)  # "Training certificate issued"
        if _STARTED.fullmatch(plain(name)) or each:  # "Training of members": its day
            return Judged("date_start")
    which = first_or_last(name, days)
    return Judged(which) if which else None


def _is_of_each_training(table: Table, n: int) -> bool:
    """Tell whether days are not those, of several of a training, on which each person came."""
    several = "dates" in words_of(table.sheet.header[n])
    return not several or len(filled_texts(table.sheet.cells[n])) == 1


def _of_last_days(table: Table, n: int) -> Judged | None:
    """Judge days beside the one day of each training: its last, or none of it.

    "Training end" is the last where each of its days is on or after the other and soon; of any
    other name it is asked where some are later and all within two weeks.
    """
    name = table.sheet.header[n]
    starts = [place for place, one in enumerate(table.fields) if one == "date_start"]
    of_others = is_of_another_day(name) or names_of_who_came.is_planned(name)
    offered = {*starts, n} & {*table.sheet.offered}  # and what stands above may tell both days
    if table.has("date_end") or len(starts) != 1 or of_others or offered:
        return None
    lengths = _lengths(table, starts[0], n)
    if all(one == 0 for one in lengths):
        return None
    called = is_called_the_last(name)
    if called and all(one is not None and 0 <= one < MANY_DAYS for one in lengths):
        return Judged("date_end")
    soon = all(one is not None and 0 <= one < FEW_DAYS for one in lengths)
    return Judged("date_end", sure=False, reason=LAST_DAYS) if called or soon else None


def _lengths(table: Table, start: int, n: int) -> list[int | None]:
    """Return by how many days those of a column follow the starts, once for each pair of texts.

    None where either is not read, or none of the ways to read them has it follow.
    """
    cells = those(table.sheet.cells[[start, n]], (table.sheet.cells[[start, n]] != "").all(axis=1))
    pairs = cells.drop_duplicates().itertuples(index=False, name=None)
    return [_length(read_day(first), read_day(last)) for first, last in pairs]


def _length(first: Day, last: Day) -> int | None:
    """Return how many days later the last day is, by the ways to read both that are the nearest."""
    firsts, lasts = (map(date.fromisoformat, filter(None, (one.iso, *one.readings)))
                     for one in (first, last))  # fmt: skip
    own = [*lasts]
    lengths = [(later - day).days for day in firsts for later in own]
    return min((one for one in lengths if one >= 0), default=None)
