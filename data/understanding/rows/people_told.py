"""Numbers of people that texts beside a list tell, compared with who is counted of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.records.model import COUNT_COLUMNS
from data.review.decisions import NUMBER, Decisions, told_key
from data.review.questions import Option, QueueItem
from data.sheets.sheet import Sheet
from data.sheets.words.numbers_told import ALL, MEN, WOMEN, Told, counts_told
from geo.words.catalogue import _

#: The answer that all who came are in a list, whatever a text beside it tells.
LISTED = "listed"
_SAID = {
    ALL: _("{where}: a text beside the list tells of {told:,} people, and {rows:,} are counted."),
    WOMEN: _("{where}: a text beside the list tells of {told:,} women, and {rows:,} are counted."),
    MEN: _("{where}: a text beside the list tells of {told:,} men, and {rows:,} are counted."),
}
_IN_SHORT = {
    ALL: _("{told:,} told of, {rows:,} listed"),
    WOMEN: _("{told:,} women told of, {rows:,} listed"),
    MEN: _("{told:,} men told of, {rows:,} listed"),
}
#: Of all, women and men, the numbers that a text may tell of some rows.
_Possible = dict[str, Collection[int]]


@dataclass(frozen=True, eq=False)
class Listed:
    """The persons of a list: who is counted, and of whom a text may speak besides.

    Attributes
    ----------
    rows
        A row a person: ``training_id`` and the counts.
    sound
        Those that are counted.
    absent
        How many rows are set aside as of persons who did not come.
    """

    rows: pd.DataFrame
    sound: pd.Index
    absent: int

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Of each row 1, and 1 or 0 as it is of a woman and of a man."""
        women, men = (self.rows[name].fillna(0).astype("int64") for name in COUNT_COLUMNS[:2])
        return pd.DataFrame({ALL: 1, WOMEN: women, MEN: men}, index=self.rows.index)

    @property
    def tell_sexes(self) -> bool:
        """Whether any row says of whom it is."""
        return bool(self.counts[[WOMEN, MEN]].to_numpy().any())

    def possible(self, rows: pd.DataFrame) -> list[_Possible]:
        """Return what may be told of some rows: of those that are counted, and of all."""
        return [
            _possible(own, self.absent)
            for own in (rows.loc[rows.index.intersection(self.sound)], rows)
        ]


def people_told(
    sheet: Sheet,
    in_rows: Sequence[Told],
    listed: Listed,
    decisions: Decisions,
    shape: Sequence[str],
) -> tuple[list[QueueItem], list[str]]:
    """Ask of each number that a text tells which is that of nobody whom it may be of.

    A number above or below a list may be of all of it, with those who did not come or whose row is
    a problem, or of any of its trainings or days; that of a heading between the rows is of those
    under it. Several may add up to all. Women and men may be among those whose sex is not known.
    Once somebody said that the list is whole, a sentence tells of the difference.

    Parameters
    ----------
    sheet, in_rows
        The sheet of persons, and what its rows of totals tell.
    listed
        The persons.
    decisions, shape
        What was decided, and what tells this list from others: its shape and its days.
    """
    told = list(dict.fromkeys((*counts_told(sheet.beside), *in_rows)))
    queue, notes = [], []
    for (who, number), own in (*_of_all(sheet, told, listed), *_of_headings(sheet, listed)):
        counted = int(listed.counts.loc[own.intersection(listed.sound), who].sum())
        words = _SAID[who].format(where=sheet.where, told=number, rows=counted)
        of_whom = [] if who == ALL else [who]
        key = told_key([shape[0], str(number), str(counted), *shape[1:], *of_whom])
        if decisions.answer(key) == LISTED:
            notes.append(words)
            continue
        whole = _("{rows:,}, as in the list, and not {told:,}").format(rows=counted, told=number)
        queue.append(
            QueueItem(
                kind=NUMBER,
                value=_IN_SHORT[who].format(told=number, rows=counted),
                rows=tuple(map(int, own)),
                candidates=(Option(LISTED, whole),),
                key=key,
                reason=words,
                participants=len(own.intersection(listed.sound)),
                held=False,
            )
        )
    if {WOMEN, MEN} & {who for who, _number in told} and not queue and not listed.tell_sexes:
        words = _("{where}: a text tells how many are women or men, and no row who: not recorded.")
        notes.append(words.format(where=sheet.where))
    return queue, notes


def _of_all(sheet: Sheet, told: Sequence[Told], listed: Listed) -> list[tuple[Told, pd.Index]]:
    """Return what texts beside the rows tell that is of nobody, and of which rows they do."""
    if not told:
        return []
    counts = listed.counts
    written: _Possible = {ALL: (len(sheet.cells),), WOMEN: (), MEN: ()}
    possible = [*listed.possible(counts), written]
    groups = [own for _id, own in counts.groupby(listed.rows["training_id"])]
    if sheet.lists:
        of_list = pd.Index(sheet.lists).searchsorted(counts.index, side="right")
        groups += [own for _place, own in counts.groupby(of_list)]
    parts = [one for own in groups for one in listed.possible(own)]
    return [(one, counts.index) for one in _of_nobody(told, possible, parts)]


def _of_headings(sheet: Sheet, listed: Listed) -> list[tuple[Told, pd.Index]]:
    """Return what headings between the rows tell that is not of those under them."""
    headed = {row: own for row, text in sheet.between.items() if (own := counts_told([text]))}
    counts = listed.counts
    found = []
    for row, told in headed.items():
        under = counts[counts.index > row]
        ends = [one for one in sheet.between if len(under) and one > under.index[0]]
        under = under[under.index < min(ends)] if ends else under
        possible = [*listed.possible(under), *listed.possible(counts)] if len(under) else []
        found += [(one, under.index) for one in _of_nobody(told, possible, ()) if possible]
    return found


def _of_nobody(
    told: Sequence[Told], possible: Sequence[_Possible], parts: Sequence[_Possible]
) -> list[Told]:
    """Return the numbers that none of these can be; of women and men none where that of all is."""
    summed = {
        whom: sum(number for who, number in told if who == whom) for whom in (ALL, WOMEN, MEN)
    }
    wrong = [
        (who, number)
        for who, number in told
        if not any(number in one[who] for one in (*possible, *parts))
        and not any(summed[who] in one[who] for one in possible)
    ]
    return [one for one in wrong if one[0] == ALL] or wrong


def _possible(rows: pd.DataFrame, absent: int) -> _Possible:
    people, women, men = (int(rows[who].sum()) for who in (ALL, WOMEN, MEN))
    unknown = people - women - men + absent
    return {
        ALL: (people, people + absent),
        WOMEN: range(women, women + unknown + 1),
        MEN: range(men, men + unknown + 1),
    }
