"""Rows of trainings that nobody came to: those that were put off, and those yet to come."""

import pandas as pd

from data.records.distinct import by_text
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import ONLY_PLANNED
from data.records.rules import in_latin_digits
from data.sheets.fields import COUNT_FIELDS, IGNORED, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.name_words import is_planned
from data.sheets.words.presence import says_not_held
from geo.words.catalogue import _

NOT_HELD_ROW = _("not held, or not yet")
#: What is said of a training that is yet to come, and of one that was put off.
TO_COME = frozenset(["scheduled", "planned", "pending", "to be held", "upcoming", "dropped",
                     "deferred", "rescheduled", "not started", "not yet held",
                     "in process"])  # fmt: skip
LATER = ("postponed", "deferred", "rescheduled")


def not_held(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that count nobody, and say that nothing was held, or not yet.

    A row of no training, as of a month without one, is one of these.
    """
    rows, none = _expecting(sheet, mapping), _without_people(sheet, mapping)
    told = sheet.cells.loc[rows].map(lambda text: says_not_held(text) or plain(text) in TO_COME)
    later = sheet.cells.loc[none].map(lambda text: plain(text).startswith(LATER))
    place = mapping.position("summarises")
    held = sheet.cells.loc[none, place].map(in_latin_digits) if place is not None else None
    empty = none[held.str.strip() == "0"] if held is not None else none[:0]
    place = mapping.position("status")
    if place is not None:  # whom it counts were to come
        put_off = by_text(sheet.cells[place], lambda text: plain(text).startswith(LATER), "bool")
        empty = empty.union(sheet.cells.index[put_off])
    return rows[told.any(axis=1)].union(none[later.any(axis=1)]).union(empty)


def only_planned(sheet: Sheet, mapping: ColumnMapping) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows that say who was to come, in a column left out, and not who came."""
    return [(int(row), "", ONLY_PLANNED) for row in _expecting(sheet, mapping)]


def _without_people(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows of several persons in which no number is, or 0."""
    counted = mapping.positions(*COUNT_FIELDS)
    if not counted or mapping.kind == PERSONS:
        return sheet.cells.index[:0]
    none = [by_text(sheet.cells[n], _is_nobody, "bool") for n in counted]
    return sheet.cells.index[pd.concat(none, axis=1).all(axis=1)]


def _is_nobody(text: str) -> bool:
    return in_latin_digits(text).strip() in ("", "0")


def _expecting(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows in which only those are counted who were to come."""
    planned = [n for n in mapping.positions(IGNORED) if is_planned(sheet.header[n])]
    counted = mapping.positions(*COUNT_FIELDS)
    if not planned or not counted or mapping.kind == PERSONS:
        return sheet.cells.index[:0]
    filled = {n: sheet.cells[n].str.strip() != "" for n in (*planned, *counted)}
    some = pd.concat([filled[n] for n in planned], axis=1).any(axis=1)
    none = ~pd.concat([filled[n] for n in counted], axis=1).any(axis=1)
    return sheet.cells.index[some & none]
