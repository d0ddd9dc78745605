"""A header with the calendar in two rows: years over their months, months over days of trainings.

2023 stands over Oct and Nov, 2024 over Jan; or "Held on", 15-01-2025, 19-02-2025 under January and
February, over women and men. Days right over the numbers are no names, and a row of the table.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.records.calendar.dates import is_day, read_day
from data.records.calendar.months import is_month, read_month, read_quarter
from data.records.calendar.years import in_said_year, in_year, is_year
from data.sheets.fields import plain
from data.sheets.tables.header import find_header
from data.sheets.tables.header_rows import Header
from data.sheets.words.names.day_words import is_of_another_day, is_of_days_alone

_FISCAL = re.compile(r"^(?:fy|financial year|year)[ .:-]*", re.IGNORECASE)
#: A year that has every day.
_ANY_YEAR = 2024
#: So many months have days where a row below has these.
_LEAST = 2


def header_of(rows: Sequence[list[str]], where: str, apart: frozenset[int]) -> Header:
    """Find the header as ``find_header`` does, with one row for two of the calendar.

    Raises
    ------
    ReadingError
        If no row looks like names of columns.
    """
    for place, both in enumerate(pairwise(rows)):
        dated = [] if _has_numbers(rows[place + 2 : place + 3]) else _dated(*both)
        if place + 1 not in apart and (names := _named(*both) or dated):
            found = find_header([*rows[:place], [], names, *rows[place + 2 :]], where, apart)
            own = found.rows[:1] == (place + 1,)
            return replace(found, rows=(place, *found.rows)) if own else found
    return find_header(rows, where, apart)


def names_other_days(names: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row names the columns as a header does, but those of days by other ones.

    So does that of the list of another training.
    """
    other = row[: len(names)]
    if len(other) < len(names) or any(map(str.strip, row[len(names) :])):
        return False
    pairs = zip(names, other, strict=True)
    alike = all(plain(a) == plain(b) or (_is_of_a_day(a) and _is_of_a_day(b)) for a, b in pairs)
    return alike and [*map(plain, names)] != [*map(plain, other)]


def name_days(names: Sequence[str]) -> bool:
    """Tell whether columns are called by days, with their year or without it."""
    return any(map(_is_of_a_day, names))


def _is_of_a_day(name: str) -> bool:
    return is_day(name) or bool(in_year(name, _ANY_YEAR))


def _named(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the names of two rows of which the one has years, the other their months; else none.

    Each year, such as 2023 or 2023-24, stands over one month or several, or quarters; all else is
    named above alone.
    """
    upper, lower = ([" ".join(cell.split()) for cell in row] for row in (above, below))
    upper = [bare if is_year(bare := _FISCAL.sub("", cell)) else cell for cell in upper]
    if not any(map(is_year, upper)):
        return []
    width = max(len(upper), len(lower))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    names, year, years = [], "", []
    for top, under in zip(upper, lower, strict=True):
        if top:
            year = top if is_year(top) else ""
            years += [year] if year else []
        name = in_said_year(under, year) if year and under else top
        if bool(year) != bool(under) and (under or top):
            return []
        if under and not (is_month(name) or read_quarter(name)):
            return []
        names.append(name)
    rising = years == sorted({*years})
    return names if rising else []


def _dated(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return a row of months with the days that the row below has of each; else none.

    Below stand a label of days and nothing else; a month without a day keeps its name.
    """
    upper, lower = ([" ".join(cell.split()) for cell in row] for row in (above, below))
    months = {n for n, name in enumerate(upper) if is_month(name)}
    days = {n: _day_in(text, upper[n]) for n, text in enumerate(lower) if text and n in months}
    labels = [text for n, text in enumerate(lower) if text and n not in months]
    if len(days) < _LEAST or not all(days.values()) or len(labels) != 1:
        return []
    if not _are_of_days(labels[0]):
        return []
    return [days.get(n, name) for n, name in enumerate(upper)]


def _has_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have numbers, and so are of records, and no names of columns."""
    return any(cell.strip().isdecimal() for row in rows for cell in row)


def _are_of_days(label: str) -> bool:
    """Tell whether a text is the label of days of trainings: "Held on", "Date of training"."""
    return is_of_days_alone(label) and not is_of_another_day(label)


def _day_in(text: str, month: str) -> str:
    """Return the day, or the days, that a text has of a month; blank where it has none of it."""
    year, number = read_month(month) or (None, 0)
    day = read_day(text)
    own = [one for one in (day.readings or (day.iso,))
           if one[5:7] == f"{number:02}" and (year is None or one[:4] == str(year))]  # fmt: skip
    if not is_day(text) or len(own) != 1:
        return ""
    return text if day.end else own[0]
