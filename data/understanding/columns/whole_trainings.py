"""Tables of which a row is a training, though an agency is named in it, and whose that is."""

from collections.abc import Sequence

from data.records.distinct import filled_cells
from data.records.errors import ReadingError
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PERSONAL_FIELDS, PLACE_FIELDS
from data.sheets.mapping import PERSONS, TRAININGS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.names_of_who_came import is_of_several
from data.understanding.columns.people.names_in_cells import hold_several_persons
from data.understanding.columns.whose_column import says_of_people
from data.understanding.layout.postings import AGENCY as OF_POSTING
from geo.words.catalogue import _

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


def told_of_who_came(sheet: Sheet, mapping: ColumnMapping) -> tuple[bool, bool]:
    """Tell whether agencies in a table are of those who came, and whether districts are.

    So they are but of trainings: there an agency is that a title tells, or stands beside a number
    of people, and a district beside such a number where it is called theirs.
    """
    if mapping.kind != TRAININGS:
        return True, True
    counted = bool(mapping.counted)
    of_title = OF_POSTING in sheet.header and mapping.holds(AGENCY_FIELDS[0])
    agencies = of_title or (counted and mapping.holds(*AGENCY_FIELDS))
    own = ["" if n in sheet.offered else one for n, one in enumerate(mapping.fields)]
    return agencies, counted and says_of_people(sheet, own)


def require_homes_kept(sheet: Sheet, fields: Sequence[str], kind: str, said: Sequence[str]) -> None:
    """Refuse that a row is a training whose column of districts is ``said`` to be of homes.

    A district beside the numbers of trainings is taken as where they were held, unless its column
    is called theirs who came: the homes that somebody told would be lost.

    Raises
    ------
    ReadingError
        It says what may be answered in place of it.
    """
    homes = {*said} & {*PLACE_FIELDS[:2]}
    counted = {*fields} & {*COUNT_FIELDS}
    if kind != TRAININGS or not (homes and counted) or says_of_people(sheet, fields):
        return
    what = _("A row is said to be a training, and its district to be where participants serve.")
    advice = _(
        "Say that a row is a group in numbers, or that the column is the district of the venue."
    )
    raise ReadingError(what, sheet.where, advice)


def uncounted(sheet: Sheet, mapping: ColumnMapping) -> list[int]:
    """Return the columns that name several who came in a cell of trainings of which none counts."""
    if mapping.kind != TRAININGS or mapping.counted:
        return []
    named = mapping.positions("name_of_person")
    listed = [n for n in mapping.positions(*PERSONAL_FIELDS) if is_of_several(sheet.header[n])]
    return [n for n in {*named, *listed} if hold_several_persons(sheet.cells[n])]
