"""Columns of a list of nominees: who was nominated, and who came in the place of some."""

from data.records.distinct import by_text
from data.sheets.fields import PRESENCE
from data.sheets.sheet import Sheet
from data.sheets.words.names.names_of_who_came import is_planned
from data.sheets.words.presence import presence
from data.sheets.words.questions_of_presence import asks_who_came
from data.sheets.words.substitutes import is_of_substitutes, tells_their_sexes
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from geo.words.catalogue import _

#: The sex of each nominee, or of the substitute who came.
OF_WHO_CAME = "Sex of who attended"


def with_sexes_of_substitutes(sheet: Sheet) -> Sheet:
    """Return a list of nominees with the sexes of those who came for some of them in one column.

    So it is where one column asks who came, and one has the sex of each nominee.
    """
    theirs = [n for n, name in enumerate(sheet.header) if tells_their_sexes(name)]
    marks = [n for n, name in enumerate(sheet.header) if asks_who_came(name)]
    if len(theirs) != 1 or len(marks) != 1 or sheet.fields.count("sex") != 1:
        return sheet
    [n], [mark], own = theirs, marks, sheet.fields.index("sex")
    came = by_text(sheet.cells[mark], lambda text: presence(text) is True, "bool")
    told = sheet.cells[own].where(came, sheet.cells[n])
    words = _("{where}: of substitutes their own sex is taken, and not that of the nominees.")
    sheet = sheet.with_texts(own, told, words.format(where=sheet.where))
    sheet = sheet.renamed({own: OF_WHO_CAME})
    return sheet.only([place for place in range(len(sheet.header)) if place != n])


def of_nominees(table: Table, n: int) -> Judged | None:
    """Judge a column of nominees or of their substitutes; None where it is of neither.

    Each row is the nominee's: another column says whether they came, and one names who came in
    their place.
    """
    header = table.sheet.header
    marked = PRESENCE in table.fields or any(map(asks_who_came, header))
    substitutes = [place for place, name in enumerate(header) if is_of_substitutes(name)]
    if len(substitutes) != 1 or not marked or table.holds[n] != contents.TEXTS:
        return None
    if n in substitutes:
        return Judged("other_personal")
    nominated = is_planned(header[n]) and not table.has("name_of_person")
    return Judged("name_of_person") if nominated else None
