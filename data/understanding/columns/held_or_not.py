"""Columns of yes and no on whether each training was held, as a status has it in words."""

import re

from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.words.presence import mark
from geo.words.catalogue import _

#: By one of these the name of a column asks it, and by no word but those beside them.
_ASKED = frozenset(["held", "conducted", "done", "completed", "organized", "organised"])
_BESIDE = frozenset(["whether", "was", "were", "is", "it", "has", "been", "the", "this", "or",
                     "not", "yes", "no", "y", "n", "actually", "already", "status", "training",
                     "trainings", "course", "session", "workshop", "seminar", "event", "activity",
                     "batch", "class"])  # fmt: skip
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
    return bool(words & _ASKED) and words <= _ASKED | _BESIDE


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
