"""Cells that hold a value and name no column: sexes, agencies, places, numbers and days."""

import re
from collections.abc import Sequence
from functools import lru_cache

from data.records.dates import is_day
from data.records.months import is_month
from data.records.programme import programme
from data.sheets.fields import plain
from geo.names.known_names import place_names

_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])")
_NUMERIC = str.maketrans("", "", " .,-/:%()+")


def kind_of(cell: str) -> str:
    """Return what a cell is that is a value and no name: a sex, an agency, a place; or nothing."""
    bare = plain(cell)
    if bare in ("m", "f", "male", "female"):
        return "sex"
    if bare in _agencies():
        return "agency"
    return "place" if bare in place_names() else ""


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(plain(agency) for agency in programme().agencies)


def days_counted(row: Sequence[str]) -> list[str]:
    """Return the cells that are days of a month, one after the other: 21, 22, or 25/10, 26/10."""
    if len(told := [cell for cell in row if _DAY_AND_MONTH.fullmatch(cell)]) > 1:
        return told
    numbers = [cell for cell in row if cell.isdecimal() and len(cell) < 3]
    days = list(map(int, numbers))
    follow = len(days) > 1 and days == list(range(days[0], days[0] + len(days)))
    return numbers if follow and days[0] > 0 and days[-1] < 32 else []


def has_numbers(row: Sequence[str]) -> bool:
    """Tell whether a cell is a number, a day or a text that is far too long for a name."""
    return any(
        (cell.translate(_NUMERIC).isdigit() and not is_month(cell)) or len(cell) > 200
        for cell in row
    )


def has_values(row: Sequence[str]) -> bool:
    """Tell whether a row under a header has numbers, and not the days of several columns alone."""
    cells = [cell for cell in row if cell]
    return has_numbers(row) and (len(cells) < 2 or not all(map(is_day, cells)))
