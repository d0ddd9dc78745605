"""Rows as the names of columns: whether they can be a header, and how many names are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.records.calendar.dates import is_day
from data.records.model import COUNT_COLUMNS
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.tables.groups import plain_names
from data.sheets.words.cell_values import (
    days_counted,
    has_numbers,
    has_values,
    is_beside_days,
    kind_of,
)
from data.sheets.words.joined_names import heads_counts, joined, over_two, trimmed
from data.sheets.words.names.name_words import guessed_field

#: A label of a title, alone or with its value: "Date: 30 October 2023".
_LABEL = re.compile(
    r".*:$|(?:date|dates|dated|venue|place|location|time|duration|period|topic)\s*[:=]\s*\S",
    re.IGNORECASE,
)
#: What a letter begins with, and no column: "To," and "Subject:".
_OPENS_LETTER = re.compile(
    r"(?:to|from|subject|sub|memo(?:randum)?|through|(?:dear |respected )?sir|dated?|no)"
    r"\s*[,:.;]+-?",
    re.IGNORECASE,
)
#: What a pivot table writes over itself: "Count of Name", "Sum of Participants".
_PIVOT = re.compile(r"(?:sum|count|average|max|min) of (?P<what>\S.{0,60})", re.IGNORECASE)
#: Of what the numbers under days are, each in a row.
MOST_WORDS = 4
_OF_ROWS, _TOTAL = frozenset(["district", "agency", "department"]), "participants_total"


@dataclass(frozen=True)
class Header:
    """The names of the columns, their tags (blank where there are none), and where data begin.

    ``rows`` are the positions of the header's rows in what was looked at, ``tag_row`` that of
    the tags; ``first`` is the position of the first row under them, and ``numbered`` those of rows
    between that number the columns or tell their units.
    """

    names: tuple[str, ...]
    tags: tuple[str, ...]
    rows: tuple[int, ...]
    tag_row: int | None
    first: int
    numbered: tuple[int, ...] = ()


def header_at(rows: list[list[str]], place: int, depth: int = 1) -> Header | None:
    """Return the header of so many rows that begins in a row, if it can be one."""
    row, *below = rows[place : place + depth]
    if _heads_pivot(row, rows[place + 1 : place + 2]):
        return None
    numbered = has_numbers(row) and not mostly_known(row)
    if not any(row) or _tells_day(row) or (numbered and not heads_counts(row, below)):
        return None
    if len(below) < depth - 1 or not all(map(any, below)) or any(map(has_values, below)):
        return None
    if depth == 1:
        if filled_cells(row) == 1 and any(map(_OPENS_LETTER.fullmatch, row)):
            return None
        names = trimmed(row)
    elif (filled_cells(row) == 1 and row[0] and below[0][0]) or any(map(_LABEL.match, row)):
        return None  # a title over the first column, which has its name; or a label and its value
    elif row[0] and any(filled_cells(one) == 1 and _heads_people(one[0]) for one in below):
        return None  # a heading of the rows under it: "PARTICIPANTS"
    else:
        names = joined(row, below[0]) if depth == 2 else over_two(row, joined(*below))
    own = tuple(range(place, place + depth))
    return Header(names, ("",) * len(names), own, None, place + depth)


def of_pivot(text: str) -> str:
    """Return what a pivot table says over itself that it counts; blank of another text."""
    found = _PIVOT.match(text.strip())
    return found["what"].removesuffix(" Column Labels") if found else ""


def _heads_pivot(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is the line over a pivot table, with the names of its columns under it.

    What its columns are of may stand beside what it counts: "Count of Name | Column Labels".
    """
    cells = [cell for cell in row if cell]
    if not cells or cells[0] != row[0] or len(cells) > 2 or not of_pivot(cells[0]) or not below:
        return False
    wider = filled_cells(below[0]) > len(cells) and bool(below[0][0])
    return wider and not has_numbers(below[0])


def _heads_people(text: str) -> bool:
    """Tell whether a text alone under the names of columns is of whom the rows below it are."""
    people = field_of_name(text) in (*COUNT_FIELDS, "name_of_person")
    return people and plain(text) not in ("name", "names")


def fields_known(names: Sequence[str]) -> int:
    """Count the different fields that are known; several names of persons are one.

    What stands in brackets alone goes on with the name above it: "(present)" under "Day 1".
    """
    own = (name for name in plain_names(names) if name[:1] + name[-1:] != "()")
    return len({field for name in own if (field := field_of_name(name))})


def mostly_known(row: Sequence[str]) -> bool:
    """Tell whether a row names columns, though some are called by a day, a year or a number."""
    sexes = {*map(field_of_name, row)} >= {*COUNT_COLUMNS[:2]}  # a record has one, and no "Sex"
    values = ("agency",) if sexes else ("agency", "sex")
    known = fields_known([name for name in row if kind_of(name) not in values])
    counted = days_counted(row)
    days = [cell for cell in row if cell and (is_day(cell) or cell in counted)]
    others = [cell for cell in row if cell and cell not in days and not is_beside_days(cell)]
    if len(days) > 1 and len(others) > 1 and _ends_behind(row, days):
        del others[-1]  # the sum of the days, however it is called: "All four", "Week"
    if len(set(days)) != len(days) or len(days) == 1:
        return False
    if known > 1 and 2 * known > len(others):
        return True
    told = {field_of_name(name) or _of_rows(name) for name in others} if days else set()
    whole = all(map(is_day, days)) and bool(told & _OF_ROWS) and told <= {*_OF_ROWS, _TOTAL}
    return whole or (known > 1 and "sex" in told)


def _ends_behind(row: Sequence[str], days: Sequence[str]) -> bool:
    """Tell whether a row ends with one name that is no known one, behind the last of some days."""
    cells = [cell for cell in row if cell]
    return cells[-2] == days[-1] and not field_of_name(cells[-1]) and not kind_of(cells[-1])


def _of_rows(name: str) -> str | None:
    """Return what the rows under days are by the words of a name, no more than a few."""
    guessed = guessed_field(name) if len(name.split()) <= MOST_WORDS else None
    return guessed if guessed in _OF_ROWS and not kind_of(name) else None


def _tells_day(row: Sequence[str]) -> bool:
    """Tell whether a label has its day beside it, as "Date:" over an invoice, and names none."""
    cells = [cell for cell in row if cell]
    return any(label.endswith(":") and is_day(value) for label, value in pairwise(cells))


def filled_cells(row: Sequence[str]) -> int:
    """Count the cells of a row that have something in them."""
    return sum(bool(cell) for cell in row)
