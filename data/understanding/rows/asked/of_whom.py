"""Questions on the rows of a list of persons: whether each is of somebody, who was trained."""

from data.review.decisions import Decisions
from data.review.questions import QueueItem
from data.sheets.admission import Admitted
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.understanding.rows.asked.nobody_named import without_nobody_named
from data.understanding.rows.asked.who_led import without_who_led


def of_whom_asked(
    admitted: Admitted, sheet: Sheet, mapping: ColumnMapping, decisions: Decisions
) -> tuple[Admitted, list[QueueItem]]:
    """Return rows without those of nobody and of who led, and the questions on others of them."""
    asked: list[QueueItem] = []
    for without in (without_nobody_named, without_who_led):
        admitted, questions = without(admitted, sheet, mapping, decisions)
        asked += questions
    return admitted, asked
