"""One question on the rows of numbers that a sheet hides: whether they count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.records.problems.of_rows import HIDDEN_NUMBERS
from data.review.decisions import COUNTED, LEFT_OUT, NUMBER, Decisions, hidden_key
from data.review.questions import Option, QueueItem
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

LEFT_OUT_ROW = _("it is hidden, and left out, as somebody said")


@dataclass(frozen=True)
class HiddenNumbers:
    """The hidden rows of a sheet that wait for an answer, and the key under which it is kept."""

    rows: tuple[int, ...] = ()
    key: str = ""

    def asked(self, people: pd.Series) -> tuple[QueueItem, ...]:
        """Return the question, with how many ``people`` (by row) are in its rows."""
        rows = [row for row in self.rows if row in people.index]
        if not rows:
            return ()
        options = (Option(COUNTED, _("count the hidden rows")),
                   Option(LEFT_OUT, _("leave out the hidden rows")))  # fmt: skip
        return (
            QueueItem(
                kind=NUMBER,
                value=_("(hidden rows)"),
                rows=tuple(rows),
                candidates=options,
                key=self.key,
                reason=HIDDEN_NUMBERS.reason,
                participants=int(people.loc[rows].sum()),
            ),
        )


def with_hidden_answered(
    sheet: Sheet, mapping: ColumnMapping, decisions: Decisions
) -> tuple[Sheet, HiddenNumbers]:
    """Return a sheet with its hidden rows counted or left out, as was said, and those that wait."""
    asked = sheet.faults["kind"] == HIDDEN_NUMBERS
    if not asked.any():
        return sheet, HiddenNumbers()
    rows = pd.Index(sorted({*sheet.faults.loc[asked, "row"]}), dtype="int64")
    rows = rows[rows.isin(sheet.cells.index)]
    key = hidden_key([mapping.shape, *_texts(sheet, rows, mapping)])
    answer = decisions.answer(key)
    if answer == COUNTED:
        return replace(sheet, faults=sheet.faults[~asked]), HiddenNumbers()
    if answer == LEFT_OUT:
        return sheet.without(rows, LEFT_OUT_ROW), HiddenNumbers()
    return sheet, HiddenNumbers(tuple(map(int, rows)), key)


def _texts(sheet: Sheet, rows: pd.Index, mapping: ColumnMapping) -> Sequence[str]:
    """Return what tells these rows from those of another file, and nothing of a person."""
    fields = ("date_start", *PLACE_FIELDS, *AGENCY_FIELDS, *COUNT_FIELDS)
    own = sheet.cells.loc[rows, mapping.positions(*fields)]
    return [text for texts in own.to_numpy().tolist() for text in texts]
