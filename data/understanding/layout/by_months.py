"""Numbers under months, agencies or districts: what says that they are people, of what training.

A table by months names neither trainings nor agencies. What stands above it is the title of what
it sums up. Where nothing says that its numbers are people, that is asked, and its agency is not
told; else its agency is asked.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from data.records.dates import is_day
from data.records.distinct import by_text, is_filled
from data.records.model import NOT_PUBLISHED
from data.records.months import MONTHS, is_month
from data.sheets.fields import AGENCY_FIELDS, field_of_name, plain
from data.sheets.sheet import Sheet
from data.sheets.total_rows import say_total
from data.sheets.words.name_words import is_planned
from geo.words.catalogue import _

TITLE, AGENCY = "Title of the column", "Agency of the table"
_PEOPLE = re.compile(
    r"\b(?:participants?|trained|trainees?|attendees?|persons|people|officers|officials)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:(?:no\.?|nos\.?|number) of (?:the )?(?:trainings?|workshops?|sessions?|events?|courses?)"
    r"|targets?|planned|plan|proposed|cases|victims|budget|expenditure|cost|needs?)\b",
    re.IGNORECASE,
)
#: Whoever came on one of several days came on no other.
_OTHERS_EACH_DAY = re.compile(
    r"\b(?:each|every) day\b[^.;]*\b(?:separate|new|different|another|own)\b"
    r"|\b(?:new|different|separate|fresh) (?:participants|persons|people|batch|group)\b[^.;]*"
    r"\b(?:each|every|per) (?:day|date)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:same|no|not|repeat(?:ed)?)\b", re.IGNORECASE)
_OFFICERS = frozenset(["officers", "officials", "personnel", "participants", "members", "trainees"])
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)-\d\d")


def are_people(sheet: Sheet) -> bool:
    """Tell whether a text above says that the numbers of months are people."""
    texts = _texts(sheet)
    return not any(map(_OTHERS.search, texts)) and any(map(_PEOPLE.search, texts))


def are_others_each_day(sheet: Sheet) -> bool:
    """Tell whether a text says that on each day others came, to a training of their own."""
    texts = [text for text in sheet.beside if _OTHERS_EACH_DAY.search(text)]
    return bool(texts) and are_people(sheet) and not any(map(_SAME.search, texts))


def are_of_one_day(sheet: Sheet, places: Sequence[int]) -> bool:
    """Tell whether each row with numbers in some columns has the day of one training."""
    fields = [field_of_name(name) for name in sheet.header]
    if fields.count("date_start") != 1 or any(map(is_planned, sheet.header)):
        return False
    days = sheet.cells[fields.index("date_start")].str.strip()
    filled = pd.concat([is_filled(sheet.cells[n]) for n in places], axis=1).any(axis=1)
    told = days[filled & ~say_total(sheet.cells)]
    return bool(len(told)) and all(is_day(day) and not is_month(day) for day in told.unique())


def call_people(names: Iterable[str]) -> bool:
    """Tell whether each of some columns is called by whom it counts: "FIA officers"."""
    return all(_OFFICERS & {*plain(name).split()} for name in names)


def says_of_people(name: str) -> bool:
    """Tell whether the name of a total says of what it is: "Total trained", and not "Total"."""
    return bool(set(plain(name).split()) - {"total", "totals", "grand", "sum", "t"})


def with_titles(sheet: Sheet, days: pd.Series) -> Sheet:
    """Return a sheet with a title of the trainings that its rows sum up, where none gives one.

    It is what stands above, or made of the month: ``days`` are its first and last, a row each.
    """
    named = any(field_of_name(name) in AGENCY_FIELDS for name in sheet.header)
    if not are_people(sheet) and not named:
        unknown = pd.Series(NOT_PUBLISHED, index=sheet.cells.index, dtype="str")
        sheet = sheet.with_columns([(AGENCY, unknown, "")])
        said = _("{where}: no column gives an agency: it is not published.")
        said = said.format(where=sheet.where)
        sheet = replace(sheet, notes=(*sheet.notes, said))
    fields = [field_of_name(name) for name in sheet.header]
    if {"title", "training_id"} & {*fields}:
        sure = {n: "" for n in sheet.offered if fields[n] == "title"}
        return replace(sheet, offered={**sheet.offered, **sure})
    text = next((text for text in _texts(sheet) if _PEOPLE.search(text)), "")
    titles = by_text(days, lambda own: text or f"Trainings of {_months(own)}")
    words = _("{where}: each month or quarter is counted as one training.")
    said = words.format(where=sheet.where)
    whole = sheet.with_columns([(TITLE, titles, "")])
    return replace(whole, notes=(*whole.notes, said))


def _months(days: str) -> str:
    """Return the months of two days in words, with their year where it is known."""
    found = _ISO_MONTH.findall(days)
    names = [MONTHS[int(month) - 1] for __, month in found]
    names = names or [word for word in days.split() if word in MONTHS]
    words = " to ".join(dict.fromkeys(name.capitalize() for name in names))
    return f"{words} {found[0][0]}" if found else words


def _texts(sheet: Sheet) -> list[str]:
    return [text for text in (*sheet.above, sheet.name) if text.strip()]
