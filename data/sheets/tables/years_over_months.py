"""A header whose years stand over its months: 2023 over Oct and Nov, 2024 over Jan."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.records.calendar.months import is_month, read_quarter
from data.records.calendar.years import in_said_year, is_year
from data.sheets.tables.header import find_header
from data.sheets.tables.header_rows import Header

_FISCAL = re.compile(r"^(?:fy|financial year|year)[ .:-]*", re.IGNORECASE)


def header_of(rows: Sequence[list[str]], where: str, apart: frozenset[int]) -> Header:
    """Find the header as ``find_header`` does, of names of months with the year over them.

    Raises
    ------
    ReadingError
        If no row looks like names of columns.
    """
    for place, both in enumerate(pairwise(rows)):
        if place + 1 not in apart and (names := _named(*both)):
            found = find_header([*rows[:place], [], names, *rows[place + 2 :]], where, apart)
            own = found.rows == (place + 1,)
            return replace(found, rows=(place, place + 1)) if own else found
    return find_header(rows, where, apart)


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
