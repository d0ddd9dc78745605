"""What a table tells of its trainings without a column for it: their days, or what they are called.

The days of a list stand in the names of its columns of who came. A training that has a row to
itself, with its day and its district, needs no title to be told from the others.
"""

from dataclasses import replace

import pandas as pd

from data.records.dates import is_day, read_day
from data.records.months import is_month
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    field_of_name,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.words.name_words import is_called_a_day
from data.understanding import contents
from data.understanding.layout.crosswise import CROSSED
from geo.words.catalogue import _

DAYS, TITLE = "Date of its columns", "Title of the row"
#: Names of a column of topics that are the titles of trainings where no other column gives these.
TOPICS = ("topic", "topics", "subject", "theme", "module")
_CAME = (contents.PRESENCE, contents.TICKS, contents.ONES)
_PLACES = ("district", "venue_district", "venue")


def with_what_is_told(sheet: Sheet) -> Sheet:
    """Return a sheet with the days of its columns, and titles of its rows, where it lacks them."""
    return _with_titles(_with_days(sheet))


def _with_days(sheet: Sheet) -> Sheet:
    fields = [field_of_name(name) for name in sheet.header]
    if "date_start" in fields or "name_of_person" not in fields:
        return sheet
    days = sorted(
        iso
        for n, name in enumerate(sheet.header)
        if is_day(name)
        and (iso := read_day(name).iso)
        and contents.contents_of(sheet.cells[n]) in _CAME
    )
    if not days:
        return sheet
    told = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return sheet.with_columns([(DAYS, pd.Series(told, index=sheet.cells.index, dtype="str"), "")])


def _with_titles(sheet: Sheet) -> Sheet:
    """Give each row a title where it is a training: counted, and of another day or the same place.

    Rows of one day in several districts may be participants of one training, which is asked.
    """
    fields = [_field(name) for name in sheet.header]
    others = {"title", "training_id", "sex", *AGENCY_FIELDS, "name_of_person", "identity"}
    named = any(plain(name) in TOPICS for name in sheet.header)
    places = [fields.index(name) for name in _PLACES if name in fields]
    if others & {*fields} or named or not places or not {*fields} & {*COUNT_FIELDS}:
        return sheet
    if fields.count("date_start") != 1:
        return sheet
    days = sheet.cells[fields.index("date_start")].str.strip()
    place = sheet.cells[places[0]].map(plain)
    dated = (days != "") & (place != "")
    if not days[dated].map(_is_one_day).all() or not dated.any():
        return sheet
    if (place[dated].groupby(days[dated]).nunique() > 1).any():
        return sheet
    titles = ("Training in " + sheet.cells[places[0]].map(_tidy)).where(place != "", "Training")
    words = _("{where}: no column gives a title: trainings are called by their places.")
    said = words.format(where=sheet.where)
    whole = sheet.with_columns([(TITLE, titles, "")])
    return replace(whole, notes=(*whole.notes, said))


def _field(name: str) -> str | None:
    if plain(name) in CROSSED:
        return None  # a row of the file made several
    return field_of_name(name) or ("date_start" if is_called_a_day(name) else None)


def _is_one_day(text: str) -> bool:
    """Tell whether a text is a day, or some days, and no month alone."""
    day = read_day(text)
    return bool(day.iso) or (len(day.readings) == 2 and not is_month(text))


def _tidy(text: str) -> str:
    return " ".join(text.split())
