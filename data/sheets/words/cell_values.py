"""Cells that hold a value and name no column: sexes, agencies, places, numbers and days."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.calendar.years import in_year
from data.records.programme import programme
from data.sheets.field_names import field_of_name
from data.sheets.fields import PRESENCE, plain
from data.sheets.words.day_numbers import DAY_NUMBER
from data.sheets.words.names.day_words import is_called_a_day
from data.sheets.words.names.name_words import guessed_field, is_of_remarks, names_training
from data.sheets.words.names.signatures import is_signature
from geo.names.known_names import place_names

_DAY_AND_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])")
_WITH_DASH = re.compile(r"(\d\d?)-(\d\d?)")
#: Where a cell of a text may end, whatever separates them; and a word in letters of Urdu.
_END_OF_CELL = re.compile(r"[,;|\t\r\n]")
_IN_URDU = re.compile(r"[\u0600-\u06ff]{3}")
#: So many different cells in Urdu are no chance; so much of a text is looked at.
_ENOUGH_KNOWN, _LOOKED_AT = 2, 65_536
_NUMERIC = str.maketrans("", "", " .,-/:%()+")
#: A name of a column with a day in it has no more words than this.
_MOST_WORDS = 12
_SEVERAL = frozenset(["trainings", "workshops", "courses", "sessions", "events", "activities"])
#: Any year will do for a day that is told without one.
_SOME_YEAR = 2024


def kind_of(cell: str) -> str:
    """Return what a cell is that is a value and no name: a sex, an agency, a place; or nothing."""
    bare = plain(cell)
    if bare in ("m", "f", "male", "female"):
        return "sex"
    if bare in _agencies():
        return "agency"
    return "place" if bare in place_names() else ""


def has_cells_in_urdu(text: str) -> bool:
    """Tell whether a text has cells that name columns, places or agencies in letters of Urdu."""
    cells = {cell.strip() for cell in _END_OF_CELL.split(text[:_LOOKED_AT])}
    known = (
        cell for cell in cells if _IN_URDU.search(cell) and (field_of_name(cell) or kind_of(cell))
    )
    return len(list(islice(known, _ENOUGH_KNOWN))) == _ENOUGH_KNOWN


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(plain(agency) for agency in programme().agencies)


def days_counted(row: Sequence[str]) -> list[str]:
    """Return the cells that are days of a month, one after the other: 21, 22, or 25/10, 26/10.

    Where they have dashes, as ages and sums have too, they are of one month: 28-08, 29-08.
    """
    if len(told := [cell for cell in row if _DAY_AND_MONTH.fullmatch(cell)]) > 1:
        return told
    if dashed := _days_with_dashes(row):
        return dashed
    numbers = [cell for cell in row if cell.isdecimal() and len(cell) < 3]
    days = list(map(int, numbers))
    follow = len(days) > 1 and days == list(range(days[0], days[0] + len(days)))
    return numbers if follow and days[0] > 0 and days[-1] < 32 else []


def _days_with_dashes(row: Sequence[str]) -> list[str]:
    """Return the cells that are rising days of one month, before or behind its number."""
    found = [one for one in map(_WITH_DASH.fullmatch, row) if one]
    pairs = [tuple(map(int, one.groups())) for one in found]
    for day, month in ((0, 1), (1, 0)):
        days, months = [pair[day] for pair in pairs], {pair[month] for pair in pairs}
        rising = days == sorted({*days}) and days[:1] > [0] and days[-1:] < [32]
        if len(days) > 1 and rising and len(months) == 1 and months <= {*range(1, 13)}:
            return [one[0] for one in found]
    return []


def has_numbers(row: Sequence[str]) -> bool:
    """Tell whether a cell is a number, a day or a text that is far too long for a name."""
    return any(
        (cell.translate(_NUMERIC).isdigit() and not is_month(cell)) or len(cell) > 200
        for cell in row
    )


def has_values(row: Sequence[str]) -> bool:
    """Tell whether a row under a header has numbers, and not the days of several columns alone."""
    cells = [cell for cell in row if cell]
    if not has_numbers(row):
        return False
    return len(cells) < 2 or not (all(map(tells_day, cells)) or cells == days_counted(cells))


def tells_day(cell: str) -> bool:
    """Tell whether a cell is a day, or has one at an end: "13-Nov", "Day 1", "ToT (5 May)"."""
    if DAY_NUMBER.search(cell):
        return True
    words = cell.split()[:_MOST_WORDS] if any(map(str.isdigit, cell)) else []
    parts = (" ".join(own) for n in range(len(words)) for own in (words[n:], words[: n + 1]))
    return any(_is_day(part.strip("()[] ,;:-–")) for part in parts)


def _is_day(text: str) -> bool:
    return is_day(text) or bool(in_year(text, _SOME_YEAR))


def is_beside_days(name: str) -> bool:
    """Tell whether a column beside those of days is of remarks, or of how many of these one came.

    "3 days" is such a number, and no name.
    """
    of_days = {"days", "din", "دن"} & set(plain(name).split()) and not any(map(str.isdigit, name))
    return is_of_remarks(name) or bool(of_days)


def heads_days(name: str) -> bool:
    """Tell whether a name over days says no more of them than that people came, or signed."""
    several = _SEVERAL & set(plain(name).split())
    came = guessed_field(name) == PRESENCE and not names_training(name)
    return not several and (came or is_signature(name) or is_called_a_day(name))
