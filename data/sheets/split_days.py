"""Days in columns of their own for day, month and year, or without one of these -> whole dates."""

import re
from dataclasses import replace

import pandas as pd

from data.records.calendar.dates import OF_DIGITS, is_day
from data.records.calendar.months import MONTHS, read_month
from data.records.calendar.years import in_year, only_year
from data.records.distinct import blank_column, by_text, filled_texts
from data.records.model import DAY_COLUMNS
from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name
from data.sheets.fields import PERSONAL_FIELDS, PRESENCE, plain, words_of
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.day_words import DAY_WORDS
from geo.words.catalogue import _

NAME = "Date of its parts"
#: What a column of the last days is called that a number of days tells.
LAST_DAY = "Last day by its number of days"
#: What columns of how long trainings lasted are called, and whether that says that it is in days.
_LENGTHS = {
    "days": True, "no of days": True, "number of days": True, "nos of days": True,
    "total days": True, "training days": True, "duration days": True, "duration in days": True,
    "days of training": True, "no of training days": True, "duration of training days": True,
    "duration": False, "duration of training": False, "length": False,
}  # fmt: skip
_LENGTH = re.compile(r"(\d{1,2}) ?days?", re.IGNORECASE)
MOST_DAYS = 31
#: A day of a month whose month stands elsewhere: "7", "2nd".
_DAY_ALONE = r"^(\d{1,2})(?:st|nd|rd|th)?$"
#: What a column of the months of trainings is called, in its plain form.
MONTHS_OF = ("month", "training month", "month of training")
#: What the columns of a day's parts are called, in their plain form.
PARTS = {
    "day": ("day", "dd", "دن"),
    "month": ("month", "mm", "month name", "مہینہ"),
    "year": ("year", "yyyy", "yr", "سال"),
}


def with_days_of_digits(sheet: Sheet) -> Sheet:
    """Return a sheet in which days are written out that a column of days has as 20230509."""
    cells = {}
    for n, name in enumerate(sheet.header):
        if not ({*plain(name).split()} <= DAY_WORDS or field_of_name(name) in DAY_COLUMNS):
            continue
        told = filled_texts(sheet.cells[n])
        if told and all(map(OF_DIGITS.fullmatch, told)):
            cells[n] = by_text(sheet.cells[n], lambda text: OF_DIGITS.sub(r"\1-\2-\3", text))
    if not cells:
        return sheet
    whole = sheet.cells.copy()
    for n, days in cells.items():
        whole[n] = days
    return replace(sheet, cells=whole)


def with_whole_days(sheet: Sheet) -> Sheet:
    """Return a sheet with the days of its rows in one column, where month and year have their own.

    Without a column of days it is the month alone. Nothing is done where another column is of
    dates, or a cell of the two is no month or no year of this century.
    """
    names = [plain(name) for name in sheet.header]
    places = {part: [n for n, name in enumerate(names) if name in called]
              for part, called in PARTS.items()}  # fmt: skip
    dated = any(field_of_name(name) == "date_start" for name in sheet.header)
    if dated or len(places["month"]) != 1 or len(places["year"]) != 1 or len(places["day"]) > 1:
        return sheet
    texts = {part: sheet.cells[own[0]].map(_bare) for part, own in places.items() if own}
    months = texts["month"].map(_month)
    texts["year"] = _years_of_rows(texts["year"], months)
    years = texts["year"].str.fullmatch(r"20\d\d")
    blank = (texts["month"] == "") & (texts["year"] == "")
    if not ((months != "") & years | blank).all() or blank.all():
        return sheet
    days = texts.get("day", blank_column(sheet.cells.index))
    whole = (days + " " + months + " " + texts["year"]).str.strip()
    return sheet.with_columns([(NAME, whole, "")])


def with_lengths(sheet: Sheet) -> Sheet:
    """Return a sheet whose number of days beside a first day is known to tell the last one.

    Nothing is done where another column is of last days, or a row is of a person or of several
    trainings, whose days are others; nor where a cell is no whole number of 1 to 31.
    """
    fields = sheet.fields
    called = [n for n, name in enumerate(sheet.header) if plain(name) in _LENGTHS]
    others = {"date_end", "summarises", PRESENCE, *PERSONAL_FIELDS} & {*fields}
    if len(called) != 1 or fields.count("date_start") != 1 or others:
        return sheet
    place, units = called[0], _LENGTHS[plain(sheet.header[called[0]])]
    lengths = by_text(sheet.cells[place], lambda text: _in_days(text, units))
    told = lengths[~say_total(sheet.cells)]
    if not all(length_of(text) for text in told.unique() if text) or not told.any():
        return sheet
    words = _("{where}: the last day is told by the number of days in {column}.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[place]))
    return sheet.renamed({place: LAST_DAY}).with_texts(place, lengths, said)


def _in_days(text: str, units: bool) -> str:
    """Return a number of days with its unit, where the name of its column tells it."""
    bare = " ".join(_bare(text).split())
    return f"{bare} days" if units and bare.isdecimal() else bare


def length_of(text: str) -> int:
    """Return how many days a text says, of 1 to 31: "3 days"; 0 of any other."""
    told = _LENGTH.fullmatch(text)
    return int(told[1]) if told and 1 <= int(told[1]) <= MOST_DAYS else 0


def _years_of_rows(years: pd.Series, months: pd.Series) -> pd.Series:
    """Return years with those of the months under them, of cells that are merged.

    Each year then stands once, a later one below, and its months follow each other; else they stay
    as they are. What a row of totals calls its year is none.
    """
    total = (months == "") & by_text(years, is_total, "bool")
    own = years.mask(total, "")
    told = own[own != ""]
    below = (months != "") & (own == "")
    if not below.any() or not told.str.fullmatch(r"20\d\d").all() or not told.is_unique:
        return own
    filled = own.mask(own == "").ffill().where(months != "", "").fillna("")
    order = months[months != ""].map([*MONTHS].index)
    follow = order.groupby(filled[order.index]).apply(lambda own: own.is_monotonic_increasing)
    return filled if told.is_monotonic_increasing and follow.all() else own


def with_months(sheet: Sheet, months: pd.Series) -> Sheet | None:
    """Return a sheet whose column of days has the month of each row, as a line above it says.

    None where the days of no column are numbers up to 31 alone, each under a month.
    """
    for n, name in enumerate(sheet.header):
        if plain(name) not in (*PARTS["day"], "date", "dates"):
            continue
        days = sheet.cells[n].map(_bare)
        dated = days != ""
        numbers = days[dated].str.extract(_DAY_ALONE, flags=re.IGNORECASE)[0].fillna("0")
        if not dated.any() or not numbers.astype(int).between(1, 31).all():
            continue
        if (months[dated] == "").any():
            continue
        cells = sheet.cells.copy()
        cells.loc[numbers.index, n] = numbers + " " + months[numbers.index]
        words = _("{where}: days in {column} are of the months that stand above them.")
        said = words.format(where=sheet.where, column=safe_name(name))
        return sheet.renamed({n: NAME}).with_cells(cells, said)
    return None


def with_years(sheet: Sheet) -> Sheet:
    """Return a sheet whose days without a year have the one that stands above it or in its name.

    Nothing is done where it is not one, or another year stands in the column.
    """
    year = only_year((sheet.name, *sheet.above))
    if year is None:
        return sheet
    for n, name in enumerate(sheet.header):
        dated = field_of_name(name) in ("date_start", "date_end") or plain(name) in MONTHS_OF
        if not dated and not {*words_of(name)} <= DAY_WORDS:
            continue
        texts = sheet.cells[n].str.strip()
        whole = {text: _in_year(text, year) for text in texts.unique()}
        if not dated and not all(own or is_day(text) for text, own in whole.items() if text):
            continue  # "Day" over numbers
        others = [text for text in whole if is_day(text) and only_year([text]) not in (year, None)]
        short = f" {year % 100:02}"  # of May 23, Jun 23 and Jul 23 it is the year itself
        if others or not any(whole.values()) or all(t.endswith(short) for t in whole if t):
            continue
        days = by_text(texts, lambda text: whole[text] or text)  # noqa: B023
        words = _(
            "{where}: days without a year in {column} are of {year}, which stands above them or in "
            "the name of the sheet."
        )
        said = words.format(where=sheet.where, column=safe_name(name), year=year)
        sheet = sheet.with_texts(n, days, said)
    return sheet


def _in_year(text: str, year: int) -> str:
    return in_year(text.rstrip(" ,."), year)


def is_part_of_a_day(name: str) -> bool:
    """Tell whether a column is called as a part of a day is."""
    return any(plain(name) in called for called in PARTS.values())


def _bare(text: str) -> str:
    return in_latin_digits(text).strip().removesuffix(".0")


def _month(text: str) -> str:
    """Return the name of a month that is given by its name or its number; blank if it is none."""
    number = int(text) if text.isdecimal() and len(text) < 3 else (read_month(text) or (None, 0))[1]
    return MONTHS[number - 1] if 1 <= number <= len(MONTHS) else ""
