"""Names of columns that are of one training by its number, its day, or its place and days."""

import re

from data.records.calendar.dates import is_day
from data.records.calendar.months import read_month
from data.sheets.fields import plain
from data.sheets.words.names.name_words import is_of_no_people
from data.sheets.words.names.names_of_who_came import is_planned
from data.understanding.layout.titles.days_in_texts import day_in
from geo.names.known_names import names_within

#: One of several trainings by its number, whose day may stand behind it: "Batch-I (6-7 March)".
_BATCH = re.compile(
    r"(?:training |trg |course )?(?:batch|round|cohort|training|trg|workshop|course)\W*(?:no\W*)?"
    r"(?:\d{1,2}|[ivx]{1,5}|[a-h]|one|two|three|four)\b"
    r"|(?:\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth) (?:batch|training|workshop|course)\b",
    re.IGNORECASE,
)
#: One of several by its day alone: "Participants of training held on 14.02.2023".
_BY_ITS_DAY = re.compile(
    r"(?:\b(?:training|workshop|course|session|seminar|orientation|refresher)s?"
    r"(?: (?:was|were|is))?(?: (?:held|conducted|given))?(?: (?:on|of|dated))?"
    r"|\b(?:trained|attended|participated) (?:on|dated))\W*$",
    re.IGNORECASE,
)
_BEHIND_ITS_DAY = re.compile(
    r"\W*(?:training|workshop|course|session|seminar|orientation|refresher)\W*", re.IGNORECASE
)
#: One of several by its place and days: "Quetta, 4-5 Mar 2025", "Quetta (4-5 Mar 2025)".
_BY_ITS_PLACE = re.compile(r"(?P<place>[^\W\d][^,(\d]{1,30}?)\s*(?:,\s*|[:–-]\s+|\()(?P<day>\d.+)")


def is_batch(name: str) -> bool:
    """Tell whether a column is called one of several trainings by its number."""
    return _BATCH.match(name) is not None


def is_of_its_day(name: str) -> bool:
    """Tell whether a column counts who came to the training of a day: "Training of 5 May"."""
    day = day_in(name, None)
    before, __, behind = name.partition(day) if day else ("", "", "")
    named = _BY_ITS_DAY.search(before) or (not before and _BEHIND_ITS_DAY.fullmatch(behind))
    return bool(named) and not is_planned(name) and not is_of_no_people(before)


def at_its_place(name: str) -> str:
    """Return what the training of a column is called that is named by its place and days.

    Blank of any other. Who came there may be of any district.
    """
    found = _BY_ITS_PLACE.fullmatch(name.strip())
    day = found["day"].strip().removesuffix(")") if found else ""
    if not found or plain(found["place"]) not in names_within():
        return ""
    held = is_day(day) and not read_month(day)
    return f"Training at {found['place'].strip()} ({day})" if held else ""
