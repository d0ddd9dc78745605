"""One question on the agency of a whole table: no row tells one, and a text beside it names it."""

from dataclasses import dataclass

import pandas as pd

from data.checking.problems import RowFaults
from data.records.model import UNTOLD_AGENCY
from data.records.problems import of_rows
from data.review.decisions import AGENCY, Decisions, agency_of_all_key
from data.review.questions import Option, QueueItem
from geo.words.catalogue import _

#: What is recorded of a row that tells no agency.
_OF_ONE = _("No row tells an agency, and a text beside the table names this one: are all of it?")
_OF_TWO = _(
    "No row tells an agency, and texts beside the table name these: are all of one of them?"
)


@dataclass(frozen=True)
class AgencyOfAll:
    """The agencies that texts beside a table name for its people, one or two; or none.

    ``texts`` tell this table from others: its shape, and what stands round it.
    """

    may_be: tuple[str, ...]
    texts: tuple[str, ...]

    def asked(
        self, agencies: pd.Series, decisions: Decisions, people: pd.Series, faults: RowFaults
    ) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Return the agencies of rows, and the question of which one all are that tell none.

        ``agencies`` and ``people`` are by row. Those asked about are blank, and a problem, until it
        is answered; where the texts name nobody, they stay as they are.
        """
        rows = agencies.index[agencies == UNTOLD_AGENCY]
        if not self.may_be or not len(rows):
            return agencies, ()
        key = agency_of_all_key((*self.texts, *self.may_be))
        answer = decisions.answer(key) or ""
        told = agencies.mask(agencies.index.isin(rows), answer)
        if answer:
            return told, ()
        faults.add(rows, "", "", of_rows.UNKNOWN_AGENCY)
        return told, (self._question(rows, key, int(people.loc[rows].sum())),)

    def _question(self, rows: pd.Index, key: str, people: int) -> QueueItem:
        words = _("{agency}: all of them")
        unknown = Option(UNTOLD_AGENCY, _("not published, as no agency is told"))
        return QueueItem(
            kind=AGENCY,
            value=", ".join(self.may_be),
            rows=tuple(map(int, rows)),
            candidates=(*(Option(one, words.format(agency=one)) for one in self.may_be), unknown),
            key=key,
            reason=_OF_ONE if len(self.may_be) == 1 else _OF_TWO,
            participants=people,
        )
