"""Agencies in lines of a letter, each with how many of it came: "- Police: 5 persons (4 men)"."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from data.records.rules import in_latin_digits
from data.sheets.words.count_words import count_in_words

#: What the columns of such a list are called.
NAMES = ("Department", "Women", "Men", "Total participants")
#: A list has so many agencies at least.
LEAST_KNOWN = 2
_LINE = re.compile(
    r"\W*(?:(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s*)?(?P<name>[^\W\d][^:=\n]{1,60}?)"
    r"\s*(?:[:=]|\s[-–—]\s)\s*(?P<count>\d[^\n]{0,59}?)[.;,]?",
    re.IGNORECASE,
)
Row = tuple[int, list[str]]


def counts_listed(
    rows: Sequence[Row], is_agency: Callable[[str], bool]
) -> tuple[list[Row], list[Row]] | None:
    """Return the rows that the one list of a text makes, and its other rows; None without one.

    The lines of the list follow each other; commas in them may have parted their cells.
    """
    filled = [(number, line) for number, cells in rows if (line := _line(cells))]
    read = [(number, _counted(line)) for number, line in filled]
    lists = [[*own] for told, own in groupby(read, lambda one: one[1] is not None) if told]
    known = [
        own for own in lists if sum(is_agency(told[0]) for __, told in own if told) >= LEAST_KNOWN
    ]
    if len(lists) != 1 or len(known) != 1:
        return None
    listed = [(number, told) for number, told in known[0] if told]
    numbers = {number for number, __ in listed}
    return listed, [(number, [line]) for number, line in filled if number not in numbers]


def _line(cells: Sequence[str]) -> str:
    return ", ".join(filter(None, map(str.strip, cells)))


def _counted(line: str) -> list[str] | None:
    """Return the agency of a line, its women, men and all of them; None where it tells none."""
    found = _LINE.fullmatch(" ".join(in_latin_digits(line).split()))
    if found is None:
        return None
    if found["count"].isdecimal():
        return [found["name"], "", "", found["count"]]
    told = count_in_words(found["count"])
    if told is None:
        return None
    numbers = (told.women, told.men, told.total)
    return [found["name"], *("" if one is None else str(one) for one in numbers)]
