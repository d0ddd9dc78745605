"""Trainings of the documented shape that may be one: asked about, and told once if they are."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.checking.template_sheets import table_of
from data.records.distinct import by_text
from data.records.model import TRAINING_COLUMNS
from data.review.decisions import Decisions
from data.review.duplicate_trainings import trainings_alike
from data.review.questions import QueueItem
from data.sheets.opening import Sheet

SAID_BEFORE = "a training that another row has already, as somebody said"


def told_as_one(
    sheets: Sequence[Sheet], decisions: Decisions
) -> tuple[list[Sheet], tuple[QueueItem, ...]]:
    """Return the two tables with trainings that are one told once, and questions on others.

    The row of a training that is another over again holds no record; rows of attendance that
    name it are of the other.
    """
    [trainings] = [one for one in sheets if table_of(one) == "trainings"]
    columns = {name: by_text(trainings.column(name), _tidy) for name in TRAINING_COLUMNS}
    alike = trainings_alike(pd.DataFrame(columns), decisions)
    if not alike.same:
        return list(sheets), alike.queue
    again = trainings.cells.index[columns["training_id"].isin(list(alike.same))]
    once = [
        one.without(again, SAID_BEFORE) if one is trainings else _renamed(one, alike.same)
        for one in sheets
    ]
    return once, alike.queue


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _renamed(sheet: Sheet, same: dict[str, str]) -> Sheet:
    ids = by_text(sheet.column("training_id"), lambda one: same.get(_tidy(one), one))
    cells = sheet.cells.copy()
    cells[sheet.place_of("training_id")] = ids
    return replace(sheet, cells=cells)
