"""Columns of trainings under a name that says nothing, as "Particulars" of a progress report."""

import re

from data.records.distinct import filled_texts
from data.records.personal_data import safe_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from geo.words.catalogue import _

TITLE = "Title of training"
_CALLED = frozenset(["particulars", "particular", "details", "detail", "description", "tafseel",
                     "تفصیل", "تفصیلات"])  # fmt: skip
_TRAINING = r"(?:training|workshop|course|seminar|session|refresher|orientation|sensiti[sz]ation)"
#: "One-day refresher course on ...", and no "Training hall" or "Course material".
_NAMES_TRAINING = re.compile(
    r"(?:(?:an?|the|one|two|three|four|five|\d+|days?|basic|advanced?|awareness|joint|follow[- ]?up"
    rf"|capacity[ -]building|speciali[sz]ed)[ -]+)*{_TRAINING}(?: (?:{_TRAINING}|program(?:me)?))*"
    r"(?: (?:on|of|for|about|regarding|in|at|with|to)\b.*)?",
    re.IGNORECASE,
)
_TITLES = frozenset(["title", "training_id"])


def with_titles_by_cells(sheet: Sheet) -> Sheet:
    """Return a sheet in which such a column beside numbers of people is that of the titles.

    Each of its cells names a training, and no other column gives titles. Bills have "Particulars"
    of things, and lists those of persons.
    """
    fields = {*sheet.fields}
    called = [n for n, name in enumerate(sheet.header) if plain(name) in _CALLED]
    if len(called) != 1 or fields & _TITLES or not fields & {*COUNT_FIELDS}:
        return sheet
    texts = filled_texts(sheet.cells.loc[~say_total(sheet.written), called[0]])
    if not texts or not all(_NAMES_TRAINING.fullmatch(text.strip()) for text in texts):
        return sheet
    words = _("{where}: {column} is read as “{name}”.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[called[0]]), name=TITLE)
    return sheet.renamed({called[0]: TITLE}).noted(said)
