"""Cells that were taken in, before their rows are read: what holds for all of them filled in."""

from dataclasses import replace

import pandas as pd

from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.records.problems.of_rows import NO_VALUE
from data.sheets.admission import Admitted, column
from data.sheets.mapping import ColumnMapping
from data.sheets.no_records.not_held import was_not_held


def without_empty_sums(admitted: Admitted) -> Admitted:
    """Let a total go whose formula has no value in the file, where women and men are written.

    And where neither is, of a training that is said to be yet to come.
    """
    both = COUNT_COLUMNS[:2]
    if not {*both} <= {*admitted.cells}:
        return admitted
    faults = admitted.faults
    empty = (faults["field"] == "participants_total") & (faults["kind"] == NO_VALUE)
    written = (admitted.cells[list(both)] != "").all(axis=1)
    neither = (admitted.cells[list(both)] == "").all(axis=1)
    written |= neither & by_text(column(admitted.cells, "status"), was_not_held, "bool")
    known = empty & faults["row"].isin(written.index[written])
    return replace(admitted, faults=faults[~known]) if known.any() else admitted


def with_constants(admitted: Admitted, mapping: ColumnMapping) -> Admitted:
    """Fill in what holds for every row, and leave rows out that are others over again."""
    cells = admitted.cells
    if len(admitted.duplicates):
        cells = cells.drop(index=pd.Index(admitted.duplicates["row"]))
    filled = {
        field: column(cells, field).where(column(cells, field) != "", value)
        for field, value in mapping.constants.items()
        if value
    }
    return replace(admitted, cells=cells.assign(**filled))
