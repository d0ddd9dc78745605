"""Codes of trainings in cells ("T1, T3"), whose titles and days the file tells beside its rows."""

import re

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_cells
from data.records.personal_data import looks_personal, safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, VENUE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.questions_of_presence import asks_which_trainings
from data.understanding.layout.titles.days_in_texts import day_in
from geo.words.catalogue import _

LEGEND_ROW = _("what the codes of trainings stand for")
_CODE = r"(?:[A-Za-z]{1,5}[ ._-]?\d{1,3}|\d{1,2}|[A-H])"
_TOLD = re.compile(rf"\W*({_CODE})\s*(?:[=:|.)]|\s[-–—]\s|\s)\s*(.{{8,}})")
_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b|\baur\b|اور|،)\s*")
#: The cells of a row that explains a code: the code, and what it stands for.
CELLS_OF_LEGEND = 2
#: What tells that a row is of one person.
_OF_PERSON = frozenset(["name_of_person", "identity", "sex"])
_OF_TRAINING = ("title", "training_id")


def with_titles_of_codes(sheet: Sheet) -> Sheet:
    """Return a sheet with titles and days in place of codes of trainings, which is said.

    So it is where each code of a column is explained once, with its day, in rows of two cells or
    in texts beside the table. One code that is not leaves all as they are; and a number alone may
    be how many somebody came to, but where one of a list has several.
    """
    fields = {*sheet.fields}
    places = [n for n, name in enumerate(sheet.header) if n not in sheet.offered and (
              asks_which_trainings(name) or field_of_name(name) in _OF_TRAINING)]  # fmt: skip
    if len(places) != 1 or not fields & _OF_PERSON or fields & {*COUNT_FIELDS, "date_start"}:
        return sheet
    few = sheet.cells[filled_cells(sheet.cells).sum(axis=1) <= CELLS_OF_LEGEND]
    of_rows = {int(row): _explained(" | ".join(filter(None, map(str.strip, cells))), sheet)
               for row, cells in zip(few.index, few.to_numpy().tolist(), strict=True)}  # fmt: skip
    rows = [row for row, told in of_rows.items() if told]
    texts = [part for text in (*sheet.above, *sheet.below) for part in re.split(r"[;\n]", text)]
    told = [*filter(None, (*of_rows.values(), *(_explained(text, sheet) for text in texts)))]
    legend = dict(told)
    cells = sheet.cells[places[0]]
    records = cells[~(cells.index.isin(rows) | say_total(sheet.cells))]
    coded = {text: _codes(text) for text in records.unique().tolist() if text.strip()}
    used = {code for own in coded.values() for code in own}
    plainly = any(len(own) > 1 for own in coded.values()) or not any(map(str.isdecimal, used))
    if len(legend) < max(2, len({*told})) or not used or not used <= {*legend} or not plainly:
        return sheet
    meant = {text: ";".join(legend[code] for code in own) for text, own in coded.items()}
    header = safe_name(sheet.header[places[0]])
    words = _("{where}: codes in {column} are read as the file explains them: {listed}.")
    listed = ", ".join(f"{code.upper()} = {legend[code]}" for code in sorted(used))
    said = words.format(where=sheet.where, column=header, listed=listed)
    whole = sheet.cells.copy()
    whole.loc[records.index, places[0]] = by_text(records, lambda text: meant.get(text, text))
    rows_of_it = whole.index[whole.index.isin(rows)]
    return sheet.with_cells(whole, said).without(rows_of_it, LEGEND_ROW)


def without_codes_of_activities(sheet: Sheet) -> Sheet:
    """Return a sheet without the codes of a plan's activities, of which each may be several.

    So it is where one "Activity code" stands beside titles with several days, each in a place of
    its own, and the rows are of no single persons.
    """
    fields = sheet.fields
    of_training = [n for n, one in enumerate(fields) if one == "training_id"]
    days = [n for n, one in enumerate(fields) if one == "date_start"]
    places = [n for n, name in enumerate(sheet.header)
              if guessed_field(name) in ("venue", *VENUE_FIELDS)]  # fmt: skip
    if "title" not in fields or _OF_PERSON & {*fields} or not places:
        return sheet
    if len(of_training) != 1 or len(days) != 1 or not _is_of_activity(sheet, of_training[0]):
        return sheet
    [code, day], told = (of_training[0], days[0]), sheet.cells[~say_total(sheet.cells)]
    told = told[[code, day, *places]].map(plain)
    told = told[(told[code] != "") & (told[day] != "")]
    held = told.drop_duplicates([code, day]).groupby(code)
    several = held.size() > 1
    apart = pd.concat([held[n].nunique() == held.size() for n in places], axis=1).any(axis=1)
    if not several.any() or not apart[several].all():
        return sheet
    words = _("{where}: {column} is not read: one code of it is of several trainings.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[code]))
    return sheet.only([n for n in range(len(fields)) if n != code]).noted(said)


def _is_of_activity(sheet: Sheet, n: int) -> bool:
    return "activity" in plain(sheet.header[n]).split()


def _codes(text: str) -> list[str]:
    return [*dict.fromkeys(plain(part) for part in _BETWEEN.split(text.strip()) if part.strip())]


def _explained(text: str, sheet: Sheet) -> tuple[str, str] | None:
    """Return the code and the training that a text explains, with its day; None where none is."""
    found = _TOLD.fullmatch(" ".join(text.split()))
    title = found[2].replace(";", ",").strip() if found else ""
    day = day_in(title, only_year((sheet.name, *sheet.above))) if title else ""
    dated = bool(day) and is_day(day) and not is_month(day) and len(title) > len(day) + 3
    named = dated and not looks_personal(title)
    return (plain(found[1]), title) if found and named else None
