"""One question on the agency of a whole table, or of trainings in it, for rows that tell none.

A text beside the table names it, or the title of the trainings says for whom they were; where
neither does, it is asked of people all the same, as nobody's agency is unknown unless it is said.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import by_text
from data.records.model import NOT_PUBLISHED, UNTOLD_AGENCY
from data.records.personal_data import looks_personal, names_somebody, shown
from data.records.problems import of_rows
from data.review.decisions import AGENCY, Decisions, agency_of_all_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import column
from data.sheets.fields import AGENCY_FIELDS
from data.sheets.mapping import PERSONS, TRAININGS, ColumnMapping
from data.sheets.words.count_words import tells_nothing
from geo.words.catalogue import _

#: What is recorded of a row that tells no agency.
OF_NONE = _("No row tells an agency, nor does a text beside the table: of which one are all?")
_OF_REST_OF_NONE = _("These rows tell no agency, though others do: of which one are they all?")
_OF_ONE = _("No row tells an agency, and a text beside the table names this one: are all of it?")
_OF_TWO = _(
    "No row tells an agency, and texts beside the table name these: are all of one of them?"
)
_OF_REST = _(
    "These rows tell no agency, though others do, and a text beside the table names this one: are"
    " they all of it?"
)
_OF_REST_OF_TWO = _(
    "These rows tell no agency, though others do, and texts beside the table name these: are they"
    " all of one of them?"
)
_OF_TITLE = _("No agency is told, and the title names this one: are all of it?")
_OF_REST_BY_TITLE = _(
    "These rows tell no agency, though others do, and the title names this one: are they all of it?"
)
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
    of_report: bool = False
    of_title: bool = False

    @property
    def key(self) -> str:
        """What an answer is kept by."""
        return agency_of_all_key((*self.texts, *self.may_be))

    def question(self, rows: pd.Index, people: int, *, others: bool) -> QueueItem:
        """Return what is asked of some rows; ``others``: whether other rows tell an agency."""
        words = _("{agency}: all of them")
        all_of_one = [Option(one, words.format(agency=one)) for one in self.may_be]
        unknown = Option(UNTOLD_AGENCY, _("not published, as no agency is told"))
        options = (unknown, *all_of_one) if self.of_report else (*all_of_one, unknown)
        return QueueItem(
            kind=AGENCY,
            value=", ".join(self.may_be),
            rows=tuple(map(int, rows)),
            candidates=options,
            key=self.key,
            reason=self._reason(others=others),
            participants=people,
        )

    def _reason(self, *, others: bool) -> str:
        """Return why it is asked, and of which text; one that may name a person is not repeated."""
        if not self.may_be:
            return _OF_REST_OF_NONE if others else OF_NONE
        whole, rest = (_OF_ONE, _OF_REST) if len(self.may_be) == 1 else (_OF_TWO, _OF_REST_OF_TWO)
        whole, rest = (_OF_TITLE, _OF_REST_BY_TITLE) if self.of_title else (whole, rest)
        why = rest if others else whole
        text = " ".join(self.read_from.split())
        if not text or looks_personal(text) or names_somebody(text):
            return why
        return _READ_FROM.format(question=why, text=shown(text))


@dataclass(frozen=True, eq=False)
class RowsOfNoAgency:
    """The rows of a table that tell no agency, and what is asked or was answered of them.

    Attributes
    ----------
    cells, mapping, people
        The rows, what their columns are, and of how many people each is.
    offered
        The columns that were made of texts and of posts.
    decisions, faults
        What was decided before, and where the problems of rows go that are asked about.
    """

    cells: pd.DataFrame
    mapping: ColumnMapping
    people: pd.Series
    offered: Collection[int]
    decisions: Decisions
    faults: RowFaults

    def told(
        self, agencies: pd.Series, titles: pd.Series, for_whom: pd.Series, of_all: AgencyOfAll
    ) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Return the agencies of rows, and what is asked: by their titles, and of the rest.

        ``for_whom`` is the agency that a title names for those who came, blank where it names none.
        """
        bare = (for_whom == "") | (agencies != UNTOLD_AGENCY)
        agencies, asked = self._of_titles(agencies, titles, for_whom)
        rest, more = self._of_rest(agencies[bare], titles, of_all)
        return agencies.mask(bare, rest), (*asked, *more)

    def _of_rest(
        self, agencies: pd.Series, titles: pd.Series, of_all: AgencyOfAll
    ) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Return the agencies of rows, and the question of which one those are that tell none.

        All are by row; a training of which no row tells any is among them. Those asked about
        are blank, and a problem, until it is answered; trainings that no text names anybody for
        stay as they are.
        """
        known = agencies[agencies != ""]
        alone = len(of_all.may_be) == 1
        own = known.isin([*of_all.may_be]) if alone else known == UNTOLD_AGENCY
        left = self._left(known, own, pd.Series(0, index=known.index))
        left |= self._left(known, known == UNTOLD_AGENCY, titles.loc[known.index])
        if not of_all.may_be:  # what is written of nobody's agency, as "Others", says it
            for field in self._written:
                left &= column(self.cells, field).loc[known.index] == ""
        return self._asked(agencies, known.index[left], of_all)

    def _of_titles(
        self, agencies: pd.Series, titles: pd.Series, for_whom: pd.Series
    ) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Ask of trainings whose rows tell no agency, where the title says for whom they were.

        All are by row; ``for_whom`` is the agency that a title names so, blank where it names none.
        Trainings for one agency are one question.
        """
        if not ((agencies == UNTOLD_AGENCY) & (for_whom != "")).any():  # as of most tables
            return agencies, ()
        left = self._left(agencies, agencies == for_whom, titles) & (for_whom != "")
        asked: list[QueueItem] = []
        for agency in for_whom[left].unique().tolist():
            rows = left.index[left & (for_whom == agency)]
            called = titles.loc[rows].unique().tolist()
            of_all = AgencyOfAll((agency,), tuple(sorted(called)), called[0], of_title=True)
            answered, more = self._asked(agencies[titles.isin(called)], rows, of_all)
            agencies = agencies.mask(agencies.index.isin(answered.index), answered)
            asked += more
        return agencies, tuple(asked)

    @property
    def _written(self) -> set[str]:
        """The fields of agencies that have a column of the file's own."""
        places = {*self.mapping.positions(*AGENCY_FIELDS[:2])} - {*self.offered}
        return {self.mapping.fields[n] for n in places}

    def _left(self, agencies: pd.Series, own: pd.Series, groups: pd.Series) -> pd.Series:
        """Tell which rows may be of the agency that a text names for their group, as ``own`` are.

        They are those that tell none where no row of their group does, or where persons tell
        theirs by posts or postings alone; and where all others are of this agency, those without a
        text of one. A group of people has a post then: without, it may be the sum of the others.
        """
        untold = agencies == UNTOLD_AGENCY
        whole = untold.groupby(groups).transform("all")
        of_persons = self.mapping.kind == PERSONS
        by_posts = of_persons and self.mapping.holds(*AGENCY_FIELDS) and not self._written
        of_one = (untold | own).groupby(groups).transform("all")
        cells = self.cells.loc[agencies.index]
        for field in AGENCY_FIELDS[:2]:
            of_one &= by_text(column(cells, field), _tells_none, "bool")
        if not of_persons:
            of_one &= column(cells, "designation") != ""
        return untold & (whole | by_posts | of_one)

    def _asked(
        self, agencies: pd.Series, rows: pd.Index, of_all: AgencyOfAll
    ) -> tuple[pd.Series, tuple[QueueItem, ...]]:
        """Return the agencies of rows as it was answered, or with those blank that are asked of.

        Rows of nobody, as of a training that was called off, tell no agency, and are of none.
        """
        rows = rows[self.people.loc[rows] > 0]
        said = self.mapping.constants.get("agency") == NOT_PUBLISHED
        nobody = not of_all.may_be and self.mapping.kind == TRAININGS
        if said or nobody or not len(rows):
            return agencies, ()
        answer = self.decisions.answer(of_all.key) or ""
        told = agencies.mask(agencies.index.isin(rows), answer)
        if answer:
            return told, ()
        self.faults.add(rows, "", "", of_rows.UNKNOWN_AGENCY)
        others = bool((agencies != UNTOLD_AGENCY).any())
        return told, (of_all.question(rows, int(self.people.loc[rows].sum()), others=others),)


def _tells_none(text: str) -> bool:
    return not text or tells_nothing(text)
