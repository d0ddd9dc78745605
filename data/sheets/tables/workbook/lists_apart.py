"""Lists of persons in sheets of one workbook: whether each is of a training of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from data.records.calendar.dates import read_day
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.day_words import stands_in
from geo.names.known_names import place_names

#: Words of a sheet that may repeat another.
VERSIONS = frozenset(["revised", "old", "new", "draft", "final", "copy", "corrected", "updated",
                       "summary", "total", "absent", "waiting", "nominations", "nominees", "pivot",
                       "planned", "plan", "registered", "sorted", "clean"])  # fmt: skip
#: What stands above the list of those who came to a training, and its day.
_TRAINED = re.compile(
    r"\b(?:training|workshop|course|seminar|session|participants?|attended)\b|تربیت|شرکاء?",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:nominat\w+|nominees?|invit\w+|proposed|planned|tentative|waiting|absent\w*|registered"
    r"|registration|reserves?|to be (?:held|conducted|trained))\b|نامزد",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[^\W\d_]{3,9})[ ,./-]+\d{2,4}")

#: A label before the day of a training.
_DATE = re.compile(r"(?:dates?|held on|تاریخ)\b", re.IGNORECASE)
#: Words of a text whose day is that of a letter, of a state of affairs or of a version.
_OF_PAPERS = re.compile(
    r"\b(?:as (?:of|on|at)|up ?to|till?|until|since|after|before|prepared|printed|issued"
    r"|submitted|received|letter|ref|reference|no|dated|report\w*|returns?|status|position|version|updated?|revised"
    r"|corrected|list|lists|minutes|meeting|day)\b|فہرست|رپورٹ|مراسلہ|اجلاس",
    re.IGNORECASE,
)
#: Words by which any training is called.
_CALLED = frozenset(["training", "workshop", "course", "seminar", "session", "on", "of", "the",
                     "for", "and", "in", "at", "to", "held"])  # fmt: skip
#: What stands above the second page of a list.
_GOES_ON = re.compile(r"\b(?:continu\w+|contd?|cont|page|sheet ?\d+)\b|جاری|صفحہ", re.IGNORECASE)
#: Days between two trainings of which neither is the other's second part.
_WEEKS = 14


def is_to_come(text: str) -> bool:
    """Tell whether a text is of those who were to come to a training."""
    return _TO_COME.search(text) is not None


def go_on(sheets: Sequence[Sheet]) -> bool:
    """Tell whether the numbers of the rows of each sheet go on where those before it end.

    So those of the pages of one list do.
    """
    before = 0
    for sheet in sheets:
        own = [n for n, name in enumerate(sheet.header) if field_of_name(name) == RUNNING_NUMBER]
        if not own:
            return False
        texts = sheet.cells[own[0]].str.strip(" .)")
        told = pd.to_numeric(texts, errors="coerce").dropna().tolist()
        if not told or told != list(range(before + 1, before + len(told) + 1)):
            return False
        before += len(told)
    return len(sheets) > 1


def as_one_list(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages of one list with what stands above the first, and called as it is.

    Of each page after it a text, or its name, says that it is one: its rows are of no other
    training.
    """
    first, *more = sheets
    said = all(any(map(_GOES_ON.search, (*one.above, one.name))) for one in more)
    if not said or not go_on(sheets):
        return [*sheets]
    return [replace(one, above=first.above, name=first.name) for one in sheets]


def are_apart(rows: Sequence[set[tuple[str, ...]]]) -> bool:
    """Tell whether no two sheets say the same in half of their rows."""
    pairs = ((one, other) for n, one in enumerate(rows) for other in rows[:n])
    return all(2 * len(one & other) < min(len(one), len(other)) for one, other in pairs)


def repeat_nobody(sheets: Sequence[Sheet]) -> bool:
    """Tell whether no list has half of the persons of another, but one of another training.

    That is called otherwise, and was held weeks before or after it.
    """
    told = [_persons(sheet) for sheet in sheets]
    pairs = ((n, other) for n in range(len(sheets)) for other in range(n))
    return all(are_apart([told[n], told[other]]) or _are_others(sheets[n], sheets[other])
               for n, other in pairs)  # fmt: skip


def _persons(sheet: Sheet) -> set[tuple[str, ...]]:
    """Return the names in a list; where no column is called so, its rows without their numbers."""
    fields = sheet.fields
    named = [n for n, field in enumerate(fields) if field == "name_of_person"]
    own = named or [n for n, field in enumerate(fields) if field != RUNNING_NUMBER]
    return {tuple(map(plain, row)) for row in sheet.cells[own].to_numpy().tolist()}


def _are_others(sheet: Sheet, other: Sheet) -> bool:
    """Tell whether the texts with the days above two lists are called otherwise, weeks apart.

    An opening and a closing session are of one training, and "TIP, day 2" is of "TIP".
    """
    titles = [
        {*plain(_DAY.sub("", text)).split()} for one in (sheet, other) for text in _dated(one)
    ]
    days = [read_day(day, "dmy").iso for one in (sheet, other)
            for text in _dated(one) for day in _DAY.findall(text)]  # fmt: skip
    if len(titles) != 2 or len(days) != 2 or not all(days):
        return False
    first, last = map(date.fromisoformat, sorted(days))
    own = [{word for word in title if not word.isdecimal() and word not in place_names()}
           for title in titles]  # fmt: skip
    return (last - first).days >= _WEEKS and all(own) and not own[0] & own[1] - _CALLED


def tell_apart(sheets: Sequence[Sheet]) -> bool:
    """Tell whether a day of its own stands above each sheet, in a text that is of a training."""
    days = [frozenset(day for text in _dated(sheet) for day in _DAY.findall(text))
            for sheet in sheets]  # fmt: skip
    others = any(
        {*plain(sheet.name).split()} & VERSIONS or any(map(is_to_come, (sheet.name, *sheet.above)))
        for sheet in sheets
    )
    return all(days) and len({*days}) == len(sheets) and not others


def _dated(sheet: Sheet) -> list[str]:
    """Return the texts above a sheet with the day of its training.

    They have a word for one, or the day by which the sheet is called, or stand under such a word
    as its date. Else it is the only text above, and calls the training by what it is on.
    """
    texts = [text for text in sheet.above if _DAY.search(text)]
    day = _DAY.search(sheet.name)
    trained = any(map(_TRAINED.search, sheet.above))
    own = [text for text in texts if _TRAINED.search(text) or (trained and _DATE.match(text))
           or (day and stands_in(day[0], [text]))]  # fmt: skip
    alone = len(sheet.above) == 1 and not any(map(_OF_PAPERS.search, texts))
    return own or (texts if alone and _DAY.sub("", texts[0] if texts else "").strip() else [])
