"""What a column of signatures says: that some have signed, or who came and who did not."""

from data.records.distinct import by_text
from data.sheets.fields import PRESENCE
from data.sheets.words.count_words import is_dash
from data.sheets.words.presence import is_absent, presence
from data.understanding import contents
from data.understanding.columns.evidence import UNSIGNED, Judged, Table

#: Words of a signature that is yet to be made, of somebody who may have come.
_YET_TO_SIGN = frozenset(["pending", "awaited"])
PERSONAL = "other_personal"


def of_signature(table: Table, n: int) -> Judged:
    """Judge a column of signatures of a list.

    It says who came where each text of it is a mark or a word of that, and one is of somebody who
    did not. Where some have not signed, it is asked what that says of them, but where another
    column says of each of these that they did not come.
    """
    cells = table.sheet.cells[n].str.strip()
    texts = [text for text in cells.unique().tolist() if not _is_unsigned(text)]
    if not table.listed or not texts:
        return Judged(PERSONAL)
    unsigned = table.sheet.cells[cells.map(_is_unsigned)]
    if len(unsigned):
        told = any(by_text(unsigned[one], is_absent, "bool").all() for one in unsigned if one != n)
        return Judged(PERSONAL, sure=told, reason="" if told else UNSIGNED)
    marks = contents.contents_of(table.sheet.cells[n])
    if marks in (contents.PRESENCE, contents.TICKS) and _tell_apart(texts):
        return Judged(PRESENCE)
    return Judged(PERSONAL)


def _is_unsigned(text: str) -> bool:
    return not text or is_dash(text) or text.casefold() in _YET_TO_SIGN


def _tell_apart(texts: list[str]) -> bool:
    """Tell whether some texts say that somebody came, and others that somebody did not."""
    said = {presence(text) for text in texts}
    return True in said and len(said) > 1
