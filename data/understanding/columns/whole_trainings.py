"""Tables of which a row is a training, though a title of it names an agency."""

from collections.abc import Sequence

from data.records.distinct import filled_cells
from data.sheets.fields import AGENCY_FIELDS, PERSONAL_FIELDS
from data.sheets.mapping import PERSONS, TRAININGS
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.understanding.layout.postings import AGENCY as OF_POSTING

#: Of fewer rows each may be another by chance.
LEAST = 3


def without_persons(kinds: tuple[str, ...], sheet: Sheet, fields: Sequence[str]) -> tuple[str, ...]:
    """Return what a row may be, and of a person or a training the one that it plainly is."""
    plainly = kinds == (PERSONS, TRAININGS) and _are_trainings(sheet, fields)
    return (TRAININGS,) if plainly else kinds


def _are_trainings(sheet: Sheet, fields: Sequence[str]) -> bool:
    """Tell whether each row has a title and a day that no other has, and tells nobody.

    An agency that was read from the titles is of whom they are for; in a list of persons several
    have one training.
    """
    told = [name for n, name in enumerate(fields) if sheet.header[n] != OF_POSTING]
    if {*told} & {*PERSONAL_FIELDS, *AGENCY_FIELDS} or not {"title", "date_start"} <= {*told}:
        return False
    cells = sheet.cells[~say_total(sheet.cells)]
    own = cells[[fields.index("title"), fields.index("date_start")]]
    whole = filled_cells(own).all(axis=None)
    return len(own) >= LEAST and bool(whole) and not any(own[n].duplicated().any() for n in own)
