"""Days by which columns of marks are called: whether a text above says they are of one training."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from data.records.calendar.dates import read_day
from data.sheets.words.day_numbers import days_told
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.days_in_texts import day_in

#: One training by what it is on, whose or called how: "Training of members", "Training: Referral";
#: "training in 2023" may be any.
_NAMED = re.compile(
    rf"(?:{ONE_TRAINING.pattern})\W+(?:(?:programme?|course|workshop)\W+)?"
    r"(?:of|on|for|about|regarding|concerning|against)\b"
    rf"|^(?:{ONE_TRAINING.pattern})(?: (?:title|name|topic))?\s*:\s*[^\W\d]",
    re.IGNORECASE,
)
#: Words of several, each on a day of its own.
_OF_EACH = re.compile(
    r"\b(?:batches|sessions|rounds|each|every|(?:dai|week|month|quarter|year)ly|-?wise)\b",
    re.IGNORECASE,
)


def days_spanned(texts: Sequence[str], days: Sequence[str], year: int | None) -> bool:
    """Tell whether a text gives one training some days, in which others lie.

    Or as many days as there are others, where these follow each other and no other day is told.
    """
    told = [read_day(day) for text in texts if (day := day_in(text, year))]
    whole = [(one.iso, one.end or one.iso) for one in told if one.iso]
    so_many = {days_told(text) for text in texts} - {0} == {len(days)}
    # "06-03-2024" is read as the text above has it: in one order for all.
    read = [sorted(read_day(day, order).iso for day in days) for order in ("dmy", "mdy")]
    return any(
        any(first <= starts[0] and starts[-1] <= last for first, last in whole if first < last)
        or (so_many and _follow(starts) and all(first == starts[0] for first, __ in whole))
        for starts in read
        if all(starts)
    )


def follow_under_one(texts: Sequence[str], days: Sequence[str], year: int | None) -> bool:
    """Tell whether days follow each other under the title of one training that tells no others.

    They do so with the day before the month; another length, another day, or a word for several
    leaves it open.
    """
    named = any(map(_NAMED.search, texts)) and not any(map(_OF_EACH.search, texts))
    told = any(days_told(text) or day_in(text, year) for text in texts)
    starts = sorted(read_day(day, "dmy").iso for day in days)
    return named and not told and all(starts) and _follow(starts)


def _follow(days: Sequence[str]) -> bool:
    """Tell whether each day is the one after that before it."""
    return all((b - a).days == 1 for a, b in pairwise(map(pd.Timestamp, days)))
