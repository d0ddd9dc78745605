"""Columns of a list of nominees: who was nominated, and who came in the place of some."""

from data.sheets.fields import PRESENCE
from data.sheets.words.names.names_of_who_came import is_planned
from data.sheets.words.questions_of_presence import asks_who_came
from data.sheets.words.substitutes import is_of_substitutes
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table


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
