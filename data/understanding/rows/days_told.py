"""How many came on each day, as rows below a list tell, compared with the marks of that day."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.records.distinct import by_text, filled_cells
from data.records.personal_data import safe_name
from data.review.decisions import NUMBER, Decisions, told_key
from data.review.questions import Option, QueueItem
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.presence import presence
from data.sheets.words.told.numbers_told import is_of_who_came, read_count
from data.understanding.rows.people_told import LISTED, days_of
from geo.words.catalogue import _

_SAID = _("{where}: {column}: a row below tells of {told:,} who came, and {marked:,} are marked.")
_IN_SHORT = _("{column}: {told:,} told of, {marked:,} marked")


@dataclass(frozen=True)
class DayTold:
    """How many came on the day of a column, as a row tells, and as many as are marked there."""

    column: str
    told: int
    marked: int


def days_told_otherwise(sheet: Sheet, mapping: ColumnMapping) -> list[DayTold]:
    """Return what rows of totals tell of a day that its marks don't, nor the rows of the list.

    A total is of the rows above it, or of those since the total before; a mark that nobody knows
    may be of somebody who came.
    """
    days, written = days_of(mapping), sheet.written
    summed = say_total(written).to_numpy() if days else np.zeros(0, dtype="bool")
    places = np.flatnonzero(summed).tolist()
    rows = written.iloc[places].to_numpy().tolist()
    blocks = [(first, place, row)
              for first, place, row in zip([0, *places], places, rows, strict=False)
              if is_of_who_came(_label(row))]  # fmt: skip
    if not blocks:
        return []
    listed = (filled_cells(written).sum(axis=1) > 1) & ~summed
    found = []
    for n in days:
        marked = _marked(written[n].mask(summed, ""), listed)
        for first, place, row in blocks:
            told = read_count(row[n])
            above, own = marked[place], marked[place] - marked[first]
            if told is not None and not (_may_be(told, above) or _may_be(told, own)):
                found.append(DayTold(safe_name(sheet.header[n]), told, int(above[0])))
    return found


def _label(row: Sequence[str]) -> str:
    return next(filter(str.strip, row), "")


def _marked(marks: pd.Series, listed: pd.Series) -> np.ndarray:
    """Return how many above each row came by their marks, may have, and are listed, as columns."""
    away = by_text(marks, lambda text: not text.strip() or presence(text) is False, "bool")
    came = by_text(marks, lambda text: presence(text) is True, "bool")
    of_each = np.column_stack([came, ~away, listed]).astype("int64")
    return np.cumsum(np.vstack([[0, 0, 0], of_each]), axis=0)


def _may_be(told: int, marked: np.ndarray) -> bool:
    came, perhaps, listed = marked.tolist()
    return came <= told <= perhaps or told == listed


def ask_of_days(
    told: Sequence[DayTold],
    sheet: Sheet,
    rows: pd.Index,
    decisions: Decisions,
    shape: Sequence[str],
) -> tuple[list[QueueItem], list[str]]:
    """Ask of each day of which another number is told than is marked; return notes on the rest.

    ``rows`` are those of the persons, and ``shape`` what tells this list from others. Once somebody
    said that the marks hold, a sentence tells of the difference.
    """
    queue, notes = [], []
    for one in told:
        values = {"column": one.column, "told": one.told, "marked": one.marked}
        words = _SAID.format(where=sheet.where, **values)
        key = told_key([shape[0], one.column, str(one.told), str(one.marked), *shape[1:]])
        if decisions.answer(key) == LISTED:
            notes.append(words)
            continue
        whole = _("{marked:,}, as marked, and not {told:,}").format(**values)
        queue.append(QueueItem(
            kind=NUMBER,
            value=_IN_SHORT.format(**values),
            rows=tuple(map(int, rows)),
            candidates=(Option(LISTED, whole),),
            key=key,
            reason=words,
            participants=len(rows),
            held=False,
        ))  # fmt: skip
    return queue, notes
