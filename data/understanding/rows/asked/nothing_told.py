"""One question on rows of a list that tell nothing of a person: whether somebody is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.records.distinct import numbered, says
from data.records.problems.of_rows import NOTHING_TOLD
from data.review.decisions import COUNTED, LEFT_OUT, NUMBER, Decisions, nobody_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, TRAINING_FIELDS
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.no_records.not_held import was_not_held
from geo.words.catalogue import _

#: Where fewer rows than this tell a sex, a district or a number, one that tells none is as others.
MOST_FILLED = 0.5
NO_PERSON_ROW = _("no person, as somebody said")


@dataclass(frozen=True)
class NothingTold:
    """The rows that tell nothing of a person and wait, and the question on them."""

    rows: tuple[int, ...] = ()
    questions: tuple[QueueItem, ...] = ()


def without_nobody(
    admitted: Admitted, mapping: ColumnMapping, beside: Sequence[str], decisions: Decisions
) -> tuple[Admitted, NothingTold]:
    """Return rows without those that were said to be no person, and which of them wait for that.

    They tell nothing of a person, as the others do. Of a list it is asked; those said to be persons
    wait no longer. Of groups they wait without a question.

    ``beside`` is what stands round the table: an answer is for this one alone.
    """
    cells = admitted.cells
    rows = cells.index[_tell_nothing(_without_said_of_all(cells, mapping))]
    waiting = tuple(map(int, rows))
    if not waiting or mapping.kind != PERSONS:
        return admitted, NothingTold(waiting)
    key = nobody_key([mapping.shape, *beside, *_texts(cells, rows)])
    answer = decisions.answer(key)
    if answer == COUNTED:
        return admitted, NothingTold()
    if answer == LEFT_OUT:
        return admitted.without(rows, NO_PERSON_ROW), NothingTold()
    return admitted, NothingTold(waiting, (_question(waiting, key),))


def _question(rows: tuple[int, ...], key: str) -> QueueItem:
    return QueueItem(
        kind=NUMBER,
        value=_("(rows that tell nothing of a person)"),
        rows=rows,
        candidates=(
            Option(LEFT_OUT, _("no person: leave out")),
            Option(COUNTED, _("a person each: count, without home and agency")),
        ),
        key=key,
        reason=NOTHING_TOLD.reason,
        participants=len(rows),
    )


def _texts(cells: pd.DataFrame, rows: pd.Index) -> list[str]:
    """Return what tells these rows from those of another list, and nothing of a person.

    They are blank where others tell something: so it is where they stand, and the trainings.
    """
    places = cells.index.get_indexer(rows)
    told = [name for name in cells if name in TRAINING_FIELDS]
    trainings = [text for name in told for text in cells[name].unique().tolist()]
    return [str(len(cells)), *map(str, places), *trainings]


def _without_said_of_all(cells: pd.DataFrame, mapping: ColumnMapping) -> pd.DataFrame:
    """Return rows as they are told: what somebody said of all of them tells of none."""
    said = {name: value for name, value in mapping.constants.items() if value and name in cells}
    return cells.assign(**{name: cells[name].mask(cells[name] == value, "")
                           for name, value in said.items()})  # fmt: skip


def _tell_nothing(cells: pd.DataFrame) -> np.ndarray:
    """Tell which rows leave all blank that the others tell of a person: it may be a note or a sum.

    They have no sex, no district and no number where most rows have one, and no agency of their
    own: one that is said of all rows is none. A training that is yet to come has nobody.
    """
    others = [name for name in ("sex", "district", "adm2_pcode", *COUNT_FIELDS) if name in cells]
    filled = np.zeros(len(cells), dtype=bool)
    for name in others:
        filled |= says(cells[name], bool)
    if filled.all() or filled.mean() < MOST_FILLED:
        return np.zeros(len(cells), dtype=bool)
    words = pd.DataFrame({field: column(cells, field) for field in AGENCY_FIELDS}, cells.index)
    if numbered(words).any():  # what they say is not one thing
        for name in AGENCY_FIELDS:
            filled |= says(words[name], bool)
    return ~filled & ~says(column(cells, "status"), was_not_held)
