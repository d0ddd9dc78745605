"""What a table tells of its trainings without a column for it: their days, or what they are called.

The days of a list stand in the names of its columns of who came. A training that has a row to
itself, with its day and its district, needs no title to be told from the others.
"""

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from data.records.calendar.dates import Day, read_day
from data.records.calendar.months import read_month
from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_texts
from data.records.problems.of_rows import MONTH_ALONE
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PRESENCE,
    UNTITLED,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.day_words import is_called_a_day, is_of_another_day, is_of_coming
from data.sheets.words.names.name_words import guessed_field, names_training
from data.understanding import contents
from data.understanding.layout.crossed.crossed_columns import CROSSED
from data.understanding.layout.one_each import with_one_each
from data.understanding.layout.titles.days_in_texts import day_in, days_in, days_of_names
from data.understanding.layout.titles.trainings.dated_titles import IN_TITLE
from data.understanding.layout.titles.trainings.trainings_of_names import WEEK
from geo.words.catalogue import _

#: No training of one title lasts longer than this without a question.
MONTH = 31
FAR_APART = _(
    "The first and the last day over its columns are {days} days apart: they may be of several "
    "trainings."
)
DAYS, TITLE = "Date of its columns", "Title of the row"
#: Names of a column of what may be a training or the programme of several.
PROGRAMMES = ("programme", "program", "name of programme", "name of program")
#: Names of a column of topics that are the titles of trainings where no other column gives these.
TOPICS = ("topic", "topics", "subject", "theme", "module", "session type", "type of session",
          "training type", "type of training", "activity type", "type of activity",
          "activity description", "description of activity", *PROGRAMMES)  # fmt: skip
#: Names of a column of titles, where each has its own day: "Morning" has that of "Evening".
_SESSIONS = ("session", "sessions")
_CAME = (contents.PRESENCE, contents.TICKS, contents.ONES)
_PLACES = ("district", "venue_district", "venue")


def with_what_is_told(sheet: Sheet) -> Sheet:
    """Return a sheet with the days of its columns, and titles of its rows, where it lacks them."""
    return _with_titles(with_one_each(_with_days_of_titles(_with_days(sheet))), by_place=True)


def titled_by_days(sheet: Sheet) -> Sheet:
    """Return a sheet whose trainings nothing else tells apart than their days."""
    return _with_titles(sheet, by_place=False)


def _with_days(sheet: Sheet) -> Sheet:
    fields = [field_of_name(name) or guessed_field(name) for name in sheet.header]
    dated = [n for n, name in enumerate(sheet.header) if field_of_name(name) == "date_start"]
    month = _month_of_all(sheet, dated)
    of_each = "sex" in fields and {"designation", *PERSONAL_FIELDS} & {*fields}
    of_each = of_each and not {*fields} & {*COUNT_FIELDS}
    if (dated and not month) or not ("name_of_person" in fields or of_each):
        return sheet
    records = ~say_total(sheet.written)
    year = only_year((sheet.name, *sheet.above))
    named = days_of_names(sheet.header, (*sheet.above, *sheet.below), year)
    told = [named.get(name) or day_in(name, year) for name in sheet.header]
    days = _read_together([day for n, day in enumerate(told) if day
                           and contents.contents_of(sheet.cells[n][records]) in _CAME])  # fmt: skip
    if not days:
        return sheet
    whole = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    if month:
        if not all(day.startswith(month) for day in days):
            return sheet
        words = _("{where}: of the month that is told for all, the days of its columns are taken.")
        cells = pd.Series(whole, index=sheet.cells.index, dtype="str")
        return sheet.with_texts(dated[0], cells, words.format(where=sheet.where))
    apart = (pd.Timestamp(days[-1]) - pd.Timestamp(days[0])).days
    why = FAR_APART.format(days=apart) if apart > MONTH else ""
    if len(days) > 1 and not why:
        words = _("{where}: the days of its columns are read as those of one training: {days}.")
        sheet = sheet.noted(words.format(where=sheet.where, days=whole))
    return sheet.with_columns([(DAYS, pd.Series(whole, index=sheet.cells.index, dtype="str"), why)])


def _read_together(texts: Sequence[str]) -> list[str]:
    """Return the days of some columns, in order; one that may be two is the one near the others.

    Where all may be two, the day stands first if they follow each other so, and else do not.
    """
    read = list(map(read_day, texts))
    if read and not any(day.iso for day in read):
        first, other = ([read_day(text, order).iso for text in texts] for order in ("dmy", "mdy"))
        plainly = len(first) > 1 and all(first) and _follow(first)
        return first if plainly and not (all(other) and _follow(other)) else []
    sure = [pd.Timestamp(day.iso) for day in read if day.iso]
    days = [day.iso for day in read if day.iso]
    for day in read:
        near = [one for one in map(pd.Timestamp, day.readings)
                if any(abs((one - other).days) <= WEEK for other in sure)]  # fmt: skip
        days += [near[0].date().isoformat()] if not day.iso and len(near) == 1 else []
    return sorted(days)


def _follow(days: Sequence[str]) -> bool:
    """Tell whether each of some days, in their order, is at most a week after the one before."""
    apart = [(later - day).days for day, later in pairwise(map(pd.Timestamp, days))]
    return all(0 < one <= WEEK for one in apart)


def _month_of_all(sheet: Sheet, dated: Sequence[int]) -> str:
    """Return the month, as 2023-03, that is all that a text above says of the day; else blank."""
    if len(dated) != 1 or dated[0] not in sheet.offered:
        return ""
    told = [read_month(text) for text in sheet.cells[dated[0]].unique().tolist()]
    if len(told) != 1 or told[0] is None or told[0][0] is None:
        return ""
    return f"{told[0][0]}-{told[0][1]:02}"


def _with_days_of_titles(sheet: Sheet) -> Sheet:
    """Give rows the one day that stands in each of their titles, where no column has days.

    What stands above them all may be the period of a report, in which each of these days is.
    """
    fields = [_field(name) for name in sheet.header]
    above = [n for n, one in enumerate(fields) if one == "date_start" and n in sheet.offered]
    period = read_day(sheet.cells[above[0]].iloc[0]) if above and len(sheet.cells) else Day()
    fields = [None if n in above and period.problem == MONTH_ALONE else one
              for n, one in enumerate(fields)]  # fmt: skip
    titles = [n for n, one in enumerate(fields)
              if one == "title" or (one is None and guessed_field(sheet.header[n]) == "title")
              or (one is None and names_training(sheet.header[n]))]  # fmt: skip
    if "date_start" in fields or not titles:
        return sheet
    days_alone = [n for n in range(len(sheet.header)) if n not in above
                  and contents.contents_of(sheet.cells[n]) == contents.DAYS]  # fmt: skip
    if not all(is_of_another_day(sheet.header[n]) for n in days_alone):
        return sheet
    titles = [n for n in titles if n not in days_alone]  # "Training certificate issued"
    year = only_year((sheet.name, *sheet.above))
    records = ~say_total(sheet.written)
    for n in titles:
        texts = filled_texts(sheet.cells[n][records])
        days = {text: own[0] for text in texts if len(own := days_in(text, year)) == 1}
        if texts and len(days) == len(texts) and _are_within(period, list(days.values())):
            column = by_text(sheet.cells[n], lambda text: days.get(text, ""))  # noqa: B023
            kept = [place for place in range(len(sheet.header)) if place not in above]
            return sheet.only(kept).with_columns([(IN_TITLE, column, "")])
    return sheet


def _are_within(period: Day, days: Sequence[str]) -> bool:
    """Tell whether days are those of a period, where one is told."""
    told = [read_day(day) for day in days]
    return not period.readings or all(
        period.readings[0] <= one.iso and (one.end or one.iso) <= period.readings[1] for one in told
    )


def _with_titles(sheet: Sheet, *, by_place: bool) -> Sheet:
    """Give rows that have a day a title where nothing else does, by their place if each has one.

    Rows of one day in several districts have one title: whether they are of one training is asked.
    """
    fields = [_field(name) for name in sheet.header]
    named = any(plain(name) in TOPICS for name in sheet.header)
    of_people = {*COUNT_FIELDS, "name_of_person", "identity", "sex"}
    named |= any(_may_be_title(sheet, n) for n in range(len(sheet.header)))
    if {"title", "training_id"} & {*fields} or named or not {*fields} & of_people:
        return sheet
    if fields.count("date_start") != 1:
        return sheet
    days = sheet.cells[fields.index("date_start")].str.strip()
    if not days[days != ""].map(_is_one_day).all() or not days.any():
        return sheet
    titles = _by_place(sheet, fields, days) if by_place else None
    if titles is None and by_place:
        return sheet
    words = _("{where}: no column gives a title: trainings are called by their places.")
    if titles is None:
        words = _("{where}: no column gives a title: trainings are told apart by their days.")
        titles = pd.Series(UNTITLED, index=sheet.cells.index, dtype="str")
    return sheet.with_columns([(TITLE, titles, "")]).noted(words.format(where=sheet.where))


def _may_be_title(sheet: Sheet, n: int) -> bool:
    """Tell whether a column of texts may be that of the titles by a word of its name."""
    name = sheet.header[n]
    guess = guessed_field(name)
    named = guess == "title" or (guess == PRESENCE and names_training(name))  # "Training attended"
    if not named and not (plain(name) in _SESSIONS and _is_of_days(sheet, n)):
        return False
    return contents.contents_of(sheet.cells[n]) in (contents.TEXTS, contents.AGENCIES)


def _is_of_days(sheet: Sheet, n: int) -> bool:
    """Tell whether each text of a column stands beside one day, and each day beside one text."""
    days = [place for place, name in enumerate(sheet.header) if _field(name) == "date_start"]
    if len(days) != 1:
        return False
    pairs = sheet.cells[[n, days[0]]].drop_duplicates()
    return len(pairs) > 1 and all(pairs[one].is_unique for one in pairs)


def _by_place(sheet: Sheet, fields: Sequence[str | None], days: pd.Series) -> pd.Series | None:
    """Return titles by the places of counted rows, of which each day has one; None elsewhere."""
    others = {"sex", *AGENCY_FIELDS, "name_of_person", "identity"}
    places = [fields.index(name) for name in _PLACES if name in fields]
    if others & {*fields} or not places:
        return None
    place = sheet.cells[places[0]].map(plain)
    dated = (days != "") & (place != "")
    if not dated.any() or (place[dated].groupby(days[dated]).nunique() > 1).any():
        return None
    return ("Training in " + sheet.cells[places[0]].map(_tidy)).where(place != "", UNTITLED)


def _field(name: str) -> str | None:
    if plain(name) in CROSSED:
        return None  # a row of the file made several
    of_day = is_called_a_day(name) or is_of_coming(name)
    return field_of_name(name) or ("date_start" if of_day else None)


def _is_one_day(text: str) -> bool:
    """Tell whether a text is a day, some days or a month."""
    day = read_day(text)
    return bool(day.iso) or len(day.readings) == 2


def _tidy(text: str) -> str:
    return " ".join(text.split())
