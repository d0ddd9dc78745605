"""Columns that say whether each training was held: of yes and no, and of remarks."""

import re

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import by_text, filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.sheets.fields import AGENCY_FIELDS, IGNORED, PLACE_FIELDS, TRAINING_FIELDS, plain
from data.sheets.no_records.not_held import was_not_held
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names.name_words import is_of_remarks
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.sheets.words.presence import mark
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from data.understanding.columns.evidence.reasons import SOME_HELD
from data.understanding.rows.training_rows import is_held
from geo.words.catalogue import _

#: By one of these the name of a column asks it, and by no word but those beside them.
_ASKED = frozenset(["held", "conducted", "done", "completed", "organized", "organised"])
_BESIDE = frozenset(["whether", "was", "were", "is", "it", "has", "been", "the", "this", "or",
                     "not", "to", "be", "planned", "pending", "scheduled", "yes", "no", "y", "n",
                     "actually", "already", "status"])  # fmt: skip
_OF_WHAT = frozenset(["training", "trainings", "course", "session", "workshop", "seminar", "event",
                      "activity", "batch", "class"])  # fmt: skip
#: "No - election duty": a word, and what is said beside it.
_BECAUSE = re.compile(r"(?P<word>[^\W\d_]+)(?P<cause>\s*[(\[,;:–—-].*)", re.DOTALL)
#: Where one of these has a column, "Completed" may be of each person.
_OF_PERSONS = frozenset(["name_of_person", "identity", "sex", "designation"])


def with_held_in_words(sheet: Sheet) -> Sheet:
    """Return a sheet in which yes and no under "Held (Yes/No)" are "Held" and "Not held"."""
    asked = [n for n, name in enumerate(sheet.header) if asks_whether_held(name)]
    if not asked or _OF_PERSONS & {*sheet.fields}:
        return sheet
    for n in asked:
        texts = by_text(sheet.cells[n], held_in_words)
        if not texts.equals(sheet.cells[n]):
            note = _("{where}: yes and no say whether each training was held: {name}.")
            name = safe_name(sheet.header[n])
            sheet = sheet.with_texts(n, texts, note.format(where=sheet.where, name=name))
    return sheet


def asks_whether_held(name: str) -> bool:
    """Tell whether the name of a column asks of each training whether it was held, and no more."""
    words = {*plain(name).split()}
    return bool(words & _ASKED) and words <= _ASKED | _BESIDE | _OF_WHAT


def asks_held_or_not(name: str) -> bool:
    """Tell whether a name asks it as a question: "Held / to be held", "Held (Y/N)"."""
    return asks_whether_held(name) and not {*plain(name).split()} <= _ASKED | _OF_WHAT


def held_in_words(text: str) -> str:
    """Return what a cell under such a name says as a status: "Held" for yes, "Not held" for no.

    A cause stays behind a no. Other texts stay as they are: a number or a dash may count what was
    held, and what stands behind a yes may take it back.
    """
    bare = text.strip()
    noted = _BECAUSE.fullmatch(bare)
    if noted and _of_word(noted["word"]) is False:
        return "Not held" + noted["cause"]
    said = _of_word(bare)
    return text if said is None else "Held" if said else "Not held"


def _of_word(text: str) -> bool | None:
    return mark(text) if text.isalpha() or text in ("✓", "✔", "✗", "✘") else None


def of_remarks(table: Table, n: int) -> Judged | None:
    """Judge remarks that say of trainings whether they were held; None of any other column.

    Where each row without a day and a number of who came is remarked as not held, and no other is,
    they say no more than the rows.
    """
    if not is_of_remarks(table.sheet.header[n]) or not _say_whatis_held(table, n):
        return None
    each = _say_of_each(table, n)
    if not each and _said_by_rows(table, n):
        return Judged(IGNORED)
    return Judged("status", sure=each, reason="" if each else SOME_HELD)


def _say_whatis_held(table: Table, n: int) -> bool:
    """Tell whether remarks say of some trainings that they were held, and not so of others.

    Of rows with one day and one place, the remark on one is on the training of all.
    """
    texts = table.sheet.cells[n].str.strip()
    if table.listed or table.has("status") or not any(map(is_held, texts.unique().tolist())):
        return False
    if _are_notes(table, n):
        return False
    untold = texts == ""
    untold &= ~say_total(table.sheet.cells)
    fields = {place: one for place, one in enumerate(table.fields)
              if one in (*TRAINING_FIELDS, *PLACE_FIELDS)
              and place not in table.sheet.offered}  # fmt: skip
    if "date_start" in fields.values():
        by = [table.sheet.cells[place].str.strip() for place in fields]
        untold &= ~by_text(texts, is_held, "bool").groupby(by).transform("any")
    return bool(untold.any()) or any(map(was_not_held, texts.unique().tolist()))


def _say_of_each(table: Table, n: int) -> bool:
    """Tell whether remarks say of each training that it was held, or that it was not, or not yet.

    And nothing else, so that they are a status by another name.
    """
    texts = table.sheet.cells.loc[~say_total(table.sheet.cells), n].unique().tolist()
    held, not_held = (list(map(says, texts)) for says in (is_held, was_not_held))
    each = all(one or other for one, other in zip(held, not_held, strict=True))
    return each and any(held) and any(not_held)


def _said_by_rows(table: Table, n: int) -> bool:
    """Tell whether those rows are remarked as not held that lack a day or a number of who came.

    So they do in columns called so: "Actual date" and "Actual participants".
    """
    cells, header = table.sheet.cells, table.sheet.header
    came = [place for place, name in enumerate(header)
            if is_of_who_came(name) and not is_planned(name)]  # fmt: skip
    dated = pd.Series(False, index=cells.index)
    counted = dated.copy()
    for place in came:
        if table.holds[place] == contents.DAYS:
            dated |= by_text(cells[place], lambda text: is_day(text) and not is_month(text), "bool")
        elif table.holds[place] == contents.NUMBERS:
            counted |= whole_numbers(cells[place], LARGEST)[0].fillna(0) > 0
    not_held = by_text(cells[n], was_not_held, "bool")
    return bool(((dated & counted) != not_held)[~say_total(cells)].all())


def _are_notes(table: Table, n: int) -> bool:
    """Tell whether remarks are notes of any kind on days of which each is told who came.

    A plan has no agencies or sexes of its people; "Completed" beside "Report attached" is no
    status, and a blank says nothing.
    """
    texts = filled_texts(table.sheet.cells[n])
    told = table.has(*AGENCY_FIELDS) or all(map(table.has, COUNT_COLUMNS[:2]))
    dated = any(one == "date_start" and table.holds[place] == contents.DAYS
                for place, one in enumerate(table.fields))  # fmt: skip
    others = not all(map(is_held, texts)) and not any(map(was_not_held, texts))
    return told and dated and others
