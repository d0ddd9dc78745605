"""Columns of a list that are called by trainings with their days, in which marks say who came.

"Referral - 20 Feb 2024 - Badin" is a training of its own; "Day 1 (5 Mar)" is a day of one, and so
are days alone that do not lie weeks apart.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data.records.calendar.dates import is_day, read_day
from data.records.calendar.years import in_year, only_year
from data.records.distinct import by_text
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.tables.header_rows import of_pivot
from data.sheets.totals.total_rows import LARGEST, TOTAL_ROW, rows_of_who_came, say_total
from data.sheets.words.absence import ABSENT
from data.sheets.words.day_numbers import DAY_NUMBER
from data.sheets.words.names.name_words import names_training
from data.sheets.words.names.names_of_who_came import is_planned
from data.sheets.words.presence import PRESENT, presence
from data.understanding import contents
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.days_in_texts import day_in
from data.understanding.layout.titles.title_texts import DATE, TITLE, VENUE
from data.understanding.layout.titles.trainings.days_of_one import days_spanned, follow_under_one
from geo.names.matching import match
from geo.words.catalogue import _

MAY_BE_DAYS = _(
    "Each column is read as a training of its own ({names}). Where they are days of one training, "
    "write Day 1, Day 2 and so on before their names in the file."
)
DAYS_ROW = _("the days of the columns")
#: Trainings whose days are further apart than this are no days of one.
WEEK = 7
#: Nor are days without a title, further apart than this.
MONTH = 31
#: A venue behind a day is of no more words than this.
MOST_WORDS = 4
#: What a number of the marks beside it may be taken for by its name: "Attended".
_MAY_COUNT = (None, "participants_total", "summarises", "presence")
_MARKS = (contents.TICKS, contents.ONES, contents.PRESENCE)
#: A text that speaks of several trainings.
_SEVERAL = re.compile(
    r"\b(?:which|each|every|what|all) (?:trainings?|workshops?|courses?|seminars?)\b"
    r"|\b(?:trainings|workshops|courses|seminars)\b|\btraining[- ]?wise\b"
    r"|\btraining (?:history|histories|profiles?|cards?)\b",
    re.IGNORECASE,
)
#: A note below that says so of the columns: "These were three trainings on their own".
_WERE_SEVERAL = re.compile(
    r"^(?!.*(?:\b(?:not?|nahin?|one)\b|نہیں)).*(?:\b(?:these|they|all|columns) (?:are|were)"
    r" (?:[\w-]+ ){0,3}?"
    r"(?:trainings|workshops|courses|seminars)\b"
    r"|\b(?:separate|different|independent|distinct|alag(?: alag)?) (?:trainings|workshops|courses"
    r"|seminars)\b|الگ (?:الگ )?(?:تربیتیں|تربیتی|ورکشاپ))",
    re.IGNORECASE,
)
#: Sessions weeks apart are no sittings of one training.
_SESSIONS = re.compile(r"\bsessions\b|\b(?:by|per|each|every) session\b|\bsession[- ]?wise\b"
                       r"|\band session\b"
                       r"|\b(?:one|a) (?:training|workshop|course|seminar|session)"
                       r" (?:in )?(?:a|each|every|per) (?:month|quarter)\b",
                       re.IGNORECASE)  # fmt: skip
#: Words beside a day in the name of a column that are no title.
_NO_TITLE = PRESENT | ABSENT | {
    "dates", "workshops", "courses", "events",
    "attendance", "presence", "signature", "signatures", "sign", "date", "dated", "day", "days",
    "on", "of", "the", "in", "out", "at", "to", "from", "and", "time", "am", "pm", "morning",
    "evening", "afternoon", "marks", "status", "hazri", "haziri", "tick", "yes", "no", "held", "st",
    "nd", "rd", "th", "session", "sessions", "sitting", "part", "training", "trainings",
    "workshop", "course", "event", "activity", "batch", "round", "cohort", "mon", "tue", "tues",
    "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
_NUMBER = r"(?:\d{1,2}|[ivx]{1,5})"
_COUNTED = re.compile(r"\d+|[ivx]+")
SITTING = re.compile(rf"(?:session|sitting|seminar|meeting)\W*(?:no\W*)?{_NUMBER}\b"
                      r"|(?:\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth) (?:session|sitting"
                      r"|seminar|meeting)", re.IGNORECASE)  # fmt: skip
_NUMBERED = re.compile(
    rf"(?:training|trg|workshop|course)\W*(?:no\W*)?{_NUMBER}\b|{SITTING.pattern}", re.IGNORECASE
)
_EDGE = " ,;:|-–—.@()[]"


@dataclass(frozen=True)
class Called:
    """What the name of a column says: a day as it is written, and what stands before and behind."""

    title: str
    day: str
    behind: str = ""

    @property
    def numbered(self) -> bool:
        """Whether the title is no more than a number: "Training 2"."""
        return _NUMBERED.fullmatch(self.title) is not None

    @property
    def alone(self) -> bool:
        """Whether there is no title beside the day, or one of a session, which may be a sitting."""
        return not self.title or SITTING.fullmatch(self.title) is not None


def trainings_of_names(sheet: Sheet) -> dict[int, Called]:
    """Return the columns of marks that are called by trainings; none where they may not be.

    Several at least, each with its day and no two alike. None where a column tells the training or
    the day of each row, or where a text above gives one training the days of them all. Who has a
    sex of their own is a person, whatever the column of the names is called.
    """
    given = {field_of_name(name) for n, name in enumerate(sheet.header) if n not in sheet.offered}
    several = any(sheet.cells[n].nunique() > 1 for n in sheet.offered
                  if sheet.header[n] in (TITLE, DATE))  # fmt: skip
    if not given & {"name_of_person", "sex"} or given & {"title", "date_start"} or several:
        return {}
    year = only_year((sheet.name, *sheet.above))
    cells = sheet.cells[~_are_totals(sheet)]
    called = {n: one for n, name in enumerate(sheet.header)
              if n not in sheet.offered and (one := _called(name, year))
              and contents.contents_of(cells[n]) in _MARKS}  # fmt: skip
    names = [sheet.header[n] for n in called]
    if len(called) < 2 or len({*names}) < len(names) or len({*called.values()}) < len(names):
        return {}
    # Days alone that are a week apart may be those of a course: it is asked.
    weekly = are_apart((one.day for one in called.values()), WEEK - 1)
    if any(one.alone for one in called.values()) and not weekly:
        return {}
    return {} if _are_days_of_one(sheet, called, year) else called


def are_apart(days: Iterable[str], least: int = WEEK) -> bool:
    """Tell whether some days are each more than a week, or so many days, from the next."""
    days = list(days)
    orders = [[read_day(day, order).iso for day in days] for order in ("dmy", "mdy")]
    certain = [own for own in orders if all(own)]  # 13-09-2023 says of 12-09-2023 how it is written
    told = certain[0] if len(certain) == 1 else [one[0] for day in days if (one := _starts(day))]
    starts = sorted(told)
    return all((b - a).days > least for a, b in pairwise(map(pd.Timestamp, starts)))


def are_of_several(sheet: Sheet, days: Collection[str], *, titled: bool = False) -> bool:
    """Tell whether days lie so far apart that each is of a training, as a text says or its title.

    Days alone may be those of a course once a week or a month, unless a text speaks of several.
    """
    if not all(map(_starts, days)) or not are_apart(days):
        return False
    if _of_several(sheet) or any(map(_SESSIONS.search, sheet.above)):
        return True
    own = titled or are_apart(days, MONTH)
    # What a pivot table says over itself is of its columns: "Sum of participants | Training dates".
    texts = [text for text in sheet.above if not of_pivot(text)]
    return own and not any(map(ONE_TRAINING.search, texts))


def counts_of_marks(sheet: Sheet, called: Collection[int]) -> list[int]:
    """Return the columns that count in each row how many of some others say that one came."""
    people = ~_are_totals(sheet)
    came = sum(by_text(sheet.cells[n], lambda text: presence(text) is True, "bool").astype(int)
               for n in called)  # fmt: skip
    found = []
    for n, name in enumerate(sheet.header):
        if n in called or field_of_name(name) not in _MAY_COUNT:
            continue
        said, unread = whole_numbers(sheet.cells[n], LARGEST)
        told = said[people].notna()
        if told.any() and not unread[people].any() and (said.fillna(0) == came)[people].all():
            found.append(n)
    return found


def _are_totals(sheet: Sheet) -> pd.Series:
    return say_total(sheet.written)


def without_sums(sheet: Sheet) -> Sheet:
    """Set aside rows that say how many came to each of the columns."""
    own = sheet.written
    return sheet.without(rows_of_who_came(own), TOTAL_ROW)


def may_be_days(sheet: Sheet, called: Mapping[int, Called]) -> bool:
    """Tell whether columns that are called by trainings may be days of one, as they lie close.

    So they may where a text above is of one training; not where one is of several, or each name
    has a word for one.
    """
    if _of_several(sheet) or all(names_training(sheet.header[n]) for n in called):
        return False
    titles = [plain(one.title) for one in called.values() if one.title]
    again = len({*titles}) < len(titles)
    titled = not any(one.alone or one.numbered for one in called.values())
    days = [one.day for one in called.values()]
    return again or not are_of_several(sheet, days, titled=titled)


def with_trainings_of_names(
    sheet: Sheet, names: pd.Series, called: Mapping[str, Called], why: str
) -> Sheet:
    """Return a sheet with the title, the day and the venue of each row, of the columns' names.

    They stand in place of what a text above says of one training. ``why``: they are asked about.
    """
    above = _text(sheet, TITLE)
    behind = [one.behind for one in called.values()]
    at_venues = all(map(_may_be_place, behind)) and any(map(_is_district, behind))
    titles = {name: ", ".join(filter(None, (
        above if one.numbered or not one.title else "", one.title,
        "" if at_venues else one.behind))) for name, one in called.items()}  # fmt: skip
    titled = any(titles.values())
    told = [(DATE, by_text(names, lambda name: called[name].day), "" if titled else why)]
    if titled:
        told.insert(0, (TITLE, by_text(names, titles.__getitem__), why))
    if at_venues:
        told.append((VENUE, by_text(names, lambda name: called[name].behind), ""))
    replaced = {name for name, __, __ in told}
    kept = [n for n, name in enumerate(sheet.header) if name not in replaced]
    return sheet.only(kept).with_columns(told)


def with_days_under(sheet: Sheet) -> Sheet:
    """Return a list whose columns are called by the days that stand in the first row under them."""
    if "name_of_person" not in sheet.fields or len(sheet.cells) < 2:
        return sheet
    own = [n for n in sheet.cells if n not in sheet.offered]
    first = sheet.cells[own].iloc[0].str.strip()
    year = only_year((sheet.name, *sheet.above))
    days = {n: text for n, text in first.items() if text}
    under = sheet.cells.iloc[1:]
    marks = all(contents.contents_of(under[n]) in _MARKS for n in days)
    if len(days) < 2 or not marks or not all(_is_day(text, year) for text in days.values()):
        return sheet
    called = {n: f"{name} ({days[n]})" for n, name in enumerate(sheet.header) if n in days}
    return sheet.renamed(called).without(sheet.cells.index[:1], DAYS_ROW)


def _is_day(text: str, year: int | None) -> bool:
    return is_day(text) or bool(year and in_year(text, year))


def _called(name: str, year: int | None) -> Called | None:
    """Read the name of a column; None where it has no day, or nothing that is a title beside it."""
    day = day_in(name, year)
    if not day or not _starts(day) or DAY_NUMBER.search(name) or is_planned(name):
        return None
    text = " ".join(name.split())
    written = next((one for one in (day, day.removesuffix(f" {year}")) if one in text), None)
    if written is None:
        return None
    before, __, after = (part.strip(_EDGE) for part in text.partition(written))
    called = Called(before, day, after.removeprefix("at ")) if before else Called(after, day)
    words = {word for word in plain(called.title).split() if not _COUNTED.fullmatch(word)}
    titled = called.numbered or any(len(one) > 2 for one in words - _NO_TITLE)
    return called if titled else Called("", day)


def _may_be_place(text: str) -> bool:
    """Tell whether a text is some words without a number, as where a training was held."""
    return 0 < len(text.split()) <= MOST_WORDS and not any(map(str.isdecimal, text))


def _is_district(text: str) -> bool:
    return bool(match(text, alike=False).adm2_pcode)


def _starts(day: str) -> list[str]:
    read = read_day(day)
    return [one for one in (read.iso, *read.readings) if one]


def _of_several(sheet: Sheet) -> bool:
    noted = any(map(_WERE_SEVERAL.search, sheet.below))
    return noted or any(map(_SEVERAL.search, (*sheet.above, sheet.name, *sheet.header)))


def _are_days_of_one(sheet: Sheet, called: Mapping[int, Called], year: int | None) -> bool:
    """Tell whether texts above say that the names are days of one training."""
    days = [one.day for one in called.values()]
    if _of_several(sheet):
        return False
    alone = not any(one.title for one in called.values())
    return days_spanned(sheet.above, days, year) or (
        alone and follow_under_one(sheet.above, days, year)
    )


def _text(sheet: Sheet, name: str) -> str:
    place = next((n for n, one in enumerate(sheet.header) if one == name), None)
    return "" if place is None or sheet.cells.empty else str(sheet.cells[place].iloc[0])
