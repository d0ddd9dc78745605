"""A column of both titles and days: "Training & Date" holds "Course on referral, 14 Jan, Kasur"."""

import re

from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_cells, filled_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.day_words import is_called_a_day, is_of_another_day, is_of_coming
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.questions_of_presence import asks_which_trainings
from data.understanding.layout.titles.days_in_texts import days_in
from geo.words.catalogue import _

IN_TITLE = "Date in the title"
#: What the column is called of what a form asks.
TITLE = "Training"
_TITLED = re.compile(
    r"(?P<title>[\w ]+?)\s*(?:[&/+,(\[]|\b(?:and|with)\b)\s*(?:with |and )?(?:its |the )?"
    r"(?:dates?|date ?\(s\))[)\]]?",
    re.IGNORECASE,
)
#: "Date & place", which tells no title.
_PLACED = re.compile(
    r"(?:dates?|date ?\(s\))\s*(?:[&/+,-]|\band\b)\s*(?P<title>place|venue|location)s?"
    r"|(?P<place>place|venue|location)s?\s*(?:[&/+,-]|\band\b)\s*(?:dates?|date ?\(s\))",
    re.IGNORECASE,
)
#: What each of several trainings is a part of: "Batch II (Sargodha, 19 August 2025)".
_BATCHES = frozenset(["batch", "batches", "batch name", "batch details", "cohort", "group",
                      "phase"])  # fmt: skip
#: One of them, by its number, with or without the word, and where it was.
_BATCH = re.compile(
    r"(?:(?:batch|cohort|group|phase)\W*(?:no\W*)?)?(?:\d{1,2}(?:st|nd|rd|th)?|[IVX]{1,4}|[A-H])\b"
    r"(?:\W|\b(?:at|in|on|held|from|to|the|(?-i:[A-Z])\w*)\b)*",
    re.IGNORECASE,
)
#: So many letters more than its day has a text that is a title besides.
LEAST_TITLE = 6


def with_dated_places(sheet: Sheet) -> Sheet:
    """Return a sheet whose column of days with their places gives both, each text one day."""
    places = [n for n, name in enumerate(sheet.header) if _PLACED.fullmatch(name.strip())]
    others = [name for n, name in enumerate(sheet.header) if n not in places]
    told = {*map(field_of_name, others)} & {"date_start", "venue"}
    if len(places) != 1 or told or any(map(is_called_a_day, others)):
        return sheet
    [n] = places
    days = _days_of(sheet, n)
    if not days:
        return sheet
    words = _("{where}: each text of {column} is a day with its place.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    venues = by_text(sheet.cells[n], lambda text: _without(text, days.get(text, "")))
    column = by_text(sheet.cells[n], lambda text: days.get(text, ""))
    whole = sheet.renamed({n: "Venue"}).with_texts(n, venues, said)
    return whole.with_columns([("Date", column, "")])


def _without(text: str, day: str) -> str:
    return " ".join(text.replace(day, " ").split()).strip(" ,;()-–") if day else text


def _days_of(sheet: Sheet, n: int) -> dict[str, str]:
    """Return by text the one day of each record; nothing where one has none, or several."""
    year = only_year((sheet.name, *sheet.above))
    several = filled_cells(sheet.cells).sum(axis=1) > 1  # and not of whoever signed
    records = sheet.cells[n][several & ~say_total(sheet.cells)]
    days = {text: days_in(text, year) for text in filled_texts(records)}
    return {text: own[0] for text, own in days.items()} if all(
        len(own) == 1 for own in days.values()) else {}  # fmt: skip


def with_dated_titles(sheet: Sheet) -> Sheet:
    """Return a sheet whose column of titles with their days gives both, each text one day.

    So does what a form asks: "Which training are you attending?" *Quetta - 4 March 2025*; and a
    column of batches where no other tells of a training.
    """
    titles = {n: found["title"] for n, name in enumerate(sheet.header)
              if (found := _TITLED.fullmatch(name.strip()))
              and field_of_name(found["title"]) == "title"}  # fmt: skip
    asked = {n: TITLE for n, name in enumerate(sheet.header)
             if asks_which_trainings(name) and guessed_field(name) == "title"}  # fmt: skip
    titles = titles or asked or _batches(sheet)
    others = (name for n, name in enumerate(sheet.header) if n not in titles)
    if len(titles) != 1 or any(map(is_called_a_day, others)):
        return sheet
    [(n, title)] = titles.items()
    told = _days_of(sheet, n)
    numbered = plain(sheet.header[n]) in _BATCHES
    besides = asked or numbered or all(map(_is_title_besides, told, told.values()))
    if not told or not besides or any(map(is_of_another_day, told)):
        return sheet
    words = _("{where}: each text of {column} is a training with its day.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    column = by_text(sheet.cells[n], lambda text: told.get(text, ""))
    return sheet.renamed({n: title}).with_columns([(IN_TITLE, column, "")]).noted(said)


def _batches(sheet: Sheet) -> dict[int, str]:
    """Return the column of batches by number, each with its day, where nothing else tells of one.

    A group is called by more than its number, place and day where that day may be another's.
    """
    batches = {n: TITLE for n, name in enumerate(sheet.header) if plain(name) in _BATCHES}
    others = [name for n, name in enumerate(sheet.header) if n not in batches]
    fields = {field_of_name(name) or guessed_field(name) for name in others}
    dated = days_in(" ".join(sheet.above), only_year((sheet.name, *sheet.above)))
    told = fields & {"title", "training_id", "date_start"} or any(map(is_of_coming, others))
    if len(batches) != 1 or told or dated:
        return {}
    days = _days_of(sheet, *batches)
    named = days and all(_BATCH.fullmatch(_without(text, day)) for text, day in days.items())
    return batches if named else {}


def _is_title_besides(text: str, day: str) -> bool:
    """Tell whether more than a day stands in a text: a title."""
    return sum(map(str.isalpha, text)) - sum(map(str.isalpha, day)) >= LEAST_TITLE
