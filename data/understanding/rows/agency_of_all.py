"""One question on the agency of a whole table, or of trainings in it, whose rows tell none.

A text beside the table names it, or the title of the trainings says for whom they were.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.checking.problems import RowFaults
from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import looks_personal, names_somebody, shown
from data.records.problems import of_rows
from data.review.decisions import AGENCY, Decisions, agency_of_all_key
from data.review.questions import Option, QueueItem
from data.sheets.fields import AGENCY_FIELDS
from data.sheets.mapping import PERSONS, ColumnMapping
from geo.words.catalogue import _

#: What is recorded of a row that tells no agency.
_OF_ONE = _("No row tells an agency, and a text beside the table names this one: are all of it?")
_OF_TWO = _(
    "No row tells an agency, and texts beside the table name these: are all of one of them?"
)
_OF_REST = _(
    "These rows tell no agency, though posts of others do, and a text beside the table names this"
    " one: are they all of it?"
)
_OF_TITLE = _("No agency is told, and the title is of a training for this one: are all of it?")
_READ_FROM = _("{question} It is read from “{text}”.")


@dataclass(frozen=True)
class AgencyOfAll:
    """The agencies that texts beside a table name for its people, one or two; or none.

    ``texts`` tell this table from others: its shape, and what stands round it. ``read_from`` is
    that which names them, and ``of_title`` whether it is the title of a training. ``of_report``:
    whether it heads a report, which names who wrote it sooner than who came.
    """

    may_be: tuple[str, ...]
    texts: tuple[str, ...]
    read_from: str = ""
    of_title: bool = False
    of_report: bool = False

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
        others = not agencies.isin(["", UNTOLD_AGENCY]).all()
        why = self._reason(others=others)
        return told, (self._question(rows, key, int(people.loc[rows].sum()), why),)

    def _question(self, rows: pd.Index, key: str, people: int, why: str) -> QueueItem:
        words = _("{agency}: all of them")
        all_of_one = [Option(one, words.format(agency=one)) for one in self.may_be]
        unknown = Option(UNTOLD_AGENCY, _("not published, as no agency is told"))
        options = (unknown, *all_of_one) if self.of_report else (*all_of_one, unknown)
        return QueueItem(
            kind=AGENCY,
            value=", ".join(self.may_be),
            rows=tuple(map(int, rows)),
            candidates=options,
            key=key,
            reason=why,
            participants=people,
        )

    def _reason(self, *, others: bool) -> str:
        """Return why it is asked, and of which text; one that may name a person is not repeated.

        ``others``: whether other rows tell an agency.
        """
        of_one = _OF_TITLE if self.of_title else _OF_REST if others else _OF_ONE
        why = of_one if len(self.may_be) == 1 else _OF_TWO
        text = " ".join(self.read_from.split())
        if not text or looks_personal(text) or names_somebody(text):
            return why
        return _READ_FROM.format(question=why, text=shown(text))


def may_be_of_one(agencies: pd.Series, mapping: ColumnMapping, offered: Collection[int]) -> bool:
    """Tell whether no row tells its agency, or of a list some do by their posts alone.

    ``offered`` are the columns that were made of texts and of posts.
    """
    told = {*agencies.unique().tolist()} - {""}
    written = {*mapping.positions(*AGENCY_FIELDS[:2])} - {*offered}
    by_posts = mapping.kind == PERSONS and mapping.holds("designation") and not written
    return UNTOLD_AGENCY in told and (by_posts or len(told) == 1)


def asked_of_titles(
    agencies: pd.Series,
    titles: pd.Series,
    for_whom: pd.Series,
    decisions: Decisions,
    people: pd.Series,
    faults: RowFaults,
) -> tuple[pd.Series, tuple[QueueItem, ...]]:
    """Ask of trainings of which no row tells an agency, where the title says for whom they were.

    All are by row; ``for_whom`` is the agency that a title names so, blank where it names none.
    Trainings for one agency are one question.
    """
    whole = (agencies == UNTOLD_AGENCY).groupby(titles).transform("all")
    told = for_whom[whole & (for_whom != "")]
    asked: list[QueueItem] = []
    for agency in told.unique().tolist():
        rows = told.index[told == agency]
        called = titles.loc[rows].unique().tolist()
        of_all = AgencyOfAll((agency,), tuple(sorted(called)), called[0], of_title=True)
        answered, more = of_all.asked(agencies.loc[rows], decisions, people, faults)
        agencies = agencies.mask(agencies.index.isin(rows), answered)
        asked += more
    return agencies, tuple(asked)
