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
    found = trainings_alike(_texts(trainings, TRAINING_COLUMNS), decisions)
    if not found.same:
        return list(sheets), found.queue
    ids = _texts(trainings, ("training_id",))["training_id"]
    again = ids.index[ids.isin(list(found.same))]
    told = [
        _without(one, again) if one is trainings else _renamed(one, found.same) for one in sheets
    ]
    return told, found.queue


def _texts(sheet: Sheet, columns: Sequence[str]) -> pd.DataFrame:
    """Return some columns by name, with single spaces; a missing one is blank."""
    place = {name.casefold(): number for number, name in enumerate(sheet.header)}
    blank = pd.Series("", index=sheet.cells.index, dtype="str")
    told = {name: sheet.cells[place[name]] if name in place else blank for name in columns}
    return pd.DataFrame(
        {name: by_text(cells, lambda text: " ".join(text.split())) for name, cells in told.items()}
    )


def _without(sheet: Sheet, rows: pd.Index) -> Sheet:
    ignored = pd.DataFrame({"row": rows.to_numpy(dtype="int64"), "reason": SAID_BEFORE})
    return replace(
        sheet,
        cells=sheet.cells.drop(index=rows),
        faults=sheet.faults[~sheet.faults["row"].isin(rows)],
        ignored=pd.concat([sheet.ignored, ignored], ignore_index=True),
    )


def _renamed(sheet: Sheet, same: dict[str, str]) -> Sheet:
    place = [name.casefold() for name in sheet.header].index("training_id")
    ids = by_text(sheet.cells[place], lambda one: same.get(" ".join(one.split()), one))
    cells = sheet.cells.copy()
    cells[place] = ids
    return replace(sheet, cells=cells)
