"""Cells that were taken in, before their rows are read: what holds for all, what several share."""

from dataclasses import replace

import pandas as pd

from data.records.distinct import by_text, says
from data.records.model import COUNT_COLUMNS
from data.records.problems.of_rows import NO_VALUE
from data.sheets.admission import Admitted, column
from data.sheets.fields import AGENCY_FIELDS
from data.sheets.mapping import AGENCY_TO_ASK, ColumnMapping
from data.sheets.no_records.not_held import was_not_held
from data.understanding.contents import is_mark

#: So many persons of a list who have one word for an agency are of a body, and of nobody.
ENOUGH_PERSONS = 3


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
        if value and value != AGENCY_TO_ASK
    }
    return replace(admitted, cells=cells.assign(**filled))


def words_of_several_persons(admitted: Admitted) -> frozenset[str]:
    """Return the words alone that stand for the agency of several of a list, and are no person.

    A text that names a person of the list is not among the cells at all.
    """
    told = [column(admitted.cells, field) for field in AGENCY_FIELDS[:2]]
    shared: set[str] = set()
    for texts in told:
        words = texts[~says(texts, _is_no_word)]
        if words.empty:
            continue
        person = admitted.person.loc[words.index]
        persons = person[person >= 0].groupby(words).nunique()
        shared |= {*persons.index[persons >= ENOUGH_PERSONS].tolist()}
    return frozenset(shared)


def _is_no_word(text: str) -> bool:
    """Tell whether a text is none or several words, or a tick or a cross."""
    return not text or " " in text or is_mark(text)
