"""Numbers of people that texts beside a table tell, compared with who is counted in it."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
import pandas as pd

from data.records.distinct import any_says, those
from data.records.model import COUNT_COLUMNS
from data.review.decisions import NUMBER, Decisions, told_key
from data.review.questions import Option, QueueItem
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PERSONAL_FIELDS, PLACE_FIELDS, PRESENCE
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.name_words import is_of_remarks
from data.sheets.words.told.numbers_told import (
    ALL,
    MEN,
    WOMEN,
    Told,
    counts_in_rows,
    counts_told,
    tells_of_all,
)
from geo.words.catalogue import _

#: The answer that all who came are in a list, whatever a text beside it tells.
LISTED = "listed"
_SAID = {
    ALL: _("{where}: a text beside the list tells of {told:,} people, and {rows:,} are listed."),
    WOMEN: _("{where}: a text beside the list tells of {told:,} women, and {rows:,} are listed."),
    MEN: _("{where}: a text beside the list tells of {told:,} men, and {rows:,} are listed."),
}
_IN_SHORT = {
    ALL: _("{told:,} told of, {rows:,} listed"),
    WOMEN: _("{told:,} women told of, {rows:,} listed"),
    MEN: _("{told:,} men told of, {rows:,} listed"),
}
#: Under so many headings behind one may stand whom that one is of.
MOST_UNDER = 12
#: What is told of persons in words; below their marks, days or ages stands the sum of these.
_OF_PERSONS = frozenset([*PERSONAL_FIELDS, *AGENCY_FIELDS, *PLACE_FIELDS, "sex"]) - {
    "other_personal"
}
#: Of all, women and men, the numbers that a text may tell of some rows.
_Possible = dict[str, Collection[int]]


@dataclass(frozen=True, eq=False)
class Listed:
    """The people of a table: who is counted, and of whom a text may speak besides.

    Attributes
    ----------
    rows
        A row a person, or a group: ``training_id``, ``agency``, ``adm2_pcode`` and the counts.
    sound
        Those that are counted.
    absent
        How many rows are set aside as of persons who did not come.
    others
        How many people the rows may be told to be of besides: as they stand in the file, or with
        those of trainings that were not held.
    of_persons
        Whether each row is a person, or a group in numbers.
    """

    rows: pd.DataFrame
    sound: pd.Index
    absent: int
    others: Collection[int] = ()
    of_persons: bool = True

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Of each row how many people, women and men it is of; nobody where that is not known."""
        told = self.rows[list(COUNT_COLUMNS)].fillna(0).astype("int64")
        people = 1 if self.of_persons else told.sum(axis=1)
        women, men = (told[name] for name in COUNT_COLUMNS[:2])
        return pd.DataFrame({ALL: people, WOMEN: women, MEN: men}, index=told.index)

    @property
    def tell_sexes(self) -> bool:
        """Whether any row says of whom it is."""
        return bool(self.counts[[WOMEN, MEN]].to_numpy().any())

    def parts(self, agency: str | None, who: str) -> frozenset[int]:
        """Return how many people, or women or men, the rows of an agency are of, or of all.

        Of each row, training and home, of both together, and of all of them; of all agencies each
        agency's, too.
        """
        rows = self.rows if agency is None else those(self.rows, self.rows["agency"] == agency)
        counts, names = self.counts.loc[rows.index, who], ["training_id", "adm2_pcode", "agency"]
        sums = [counts, pd.Series([counts.sum()])]
        for several in (several for n in (1, 2, 3) for several in combinations(names, n)):
            sums.append(counts.groupby([rows[name] for name in several]).sum())
        return frozenset(int(number) for one in sums for number in one.tolist())

    def possible(self, by: pd.Series) -> list[_Possible]:
        """Return what may be told of each group of some rows: of those counted, and of all."""
        groups = [
            self.counts.loc[rows].groupby(by.loc[rows]).sum()
            for rows in (by.index.intersection(self.sound), by.index)
        ]
        return [
            _possible(people, women, men, self.absent)
            for sums in groups
            for people, women, men in sums.to_numpy().tolist()
        ]


def _possible(people: int, women: int, men: int, absent: int) -> _Possible:
    unknown = people - women - men + absent
    return {
        ALL: (people, people + absent),
        WOMEN: range(women, women + unknown + 1),
        MEN: range(men, men + unknown + 1),
    }


def told_in_rows(sheet: Sheet, mapping: ColumnMapping) -> list[Told]:
    """Return what rows of totals tell of the people of a table, where no sum is compared."""
    if mapping.kind != PERSONS:
        return counts_in_rows(sheet.written, mapping.positions(*COUNT_FIELDS))
    places = [n for n in range(len(sheet.header)) if n not in sheet.offered]
    named = [n for n in places if mapping.fields[n] in _OF_PERSONS]
    noted = [n for n in places if mapping.fields[n] == "other_personal"
             or is_of_remarks(sheet.header[n])]  # fmt: skip
    records = sheet.written.loc[~say_total(sheet.written), noted]
    named += [n for n in noted if not any_says(records[n], _has_digit)]
    return counts_in_rows(sheet.written, named=named, days=days_of(mapping))


def days_of(mapping: ColumnMapping) -> list[int]:
    """Return the columns with the marks of several days of a list; none of one day alone."""
    days = mapping.positions(PRESENCE) if mapping.kind == PERSONS else []
    return [*days] if len(days) > 1 else []


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def people_told(
    sheet: Sheet,
    in_rows: Sequence[Told],
    listed: Listed,
    decisions: Decisions,
    shape: Sequence[str],
) -> tuple[list[QueueItem], list[str]]:
    """Ask of each number that a text tells which is that of nobody whom it may be of.

    A number above or below a list may be of all of it, with those who did not come or whose row is
    a problem, or of any of its trainings, sheets, days, agencies or districts; that of a heading
    between the rows is of those under it. A total that is told alone is of no single agency or
    district. Several may add up to all. Women and men may be among those whose sex is not known.
    Once somebody said that the list is whole, a sentence tells of the difference.

    Parameters
    ----------
    sheet, in_rows
        The sheet, and what its rows of totals tell.
    listed
        Who is in its rows.
    decisions, shape
        What was decided, and what tells this list from others: its shape and its days.
    """
    told = list(dict.fromkeys((*counts_told(sheet.beside), *in_rows)))
    queue, notes = [], []
    for (who, number), own in (*_of_all(sheet, told, listed), *_of_headings(sheet, listed)):
        # With rows that wait for another answer: of these the question would be another one.
        rows = int(listed.counts.loc[own, who].sum())
        words = _SAID[who].format(where=sheet.where, told=number, rows=rows)
        of_whom = [] if who == ALL else [who]
        key = told_key([shape[0], str(number), str(rows), *shape[1:], *of_whom])
        if decisions.answer(key) == LISTED:
            notes.append(words)
            continue
        people = int(listed.counts.loc[own.intersection(listed.sound), ALL].sum())
        queue.append(_question((who, number), rows, own, key, words, people))
    if {WOMEN, MEN} & {who for who, _number in told} and not queue and not listed.tell_sexes:
        words = _("{where}: a text tells how many are women or men, and no row who: not recorded.")
        notes.append(words.format(where=sheet.where))
    return queue, notes


def _question(
    told: Told, listed: int, rows: pd.Index, key: str, reason: str, people: int
) -> QueueItem:
    who, number = told
    whole = _("{rows:,}, as in the list, and not {told:,}").format(rows=listed, told=number)
    return QueueItem(
        kind=NUMBER,
        value=_IN_SHORT[who].format(told=number, rows=listed),
        rows=tuple(map(int, rows)),
        candidates=(Option(LISTED, whole),),
        key=key,
        reason=reason,
        participants=people,
        held=False,
    )


def _of_all(sheet: Sheet, told: Sequence[Told], listed: Listed) -> list[tuple[Told, pd.Index]]:
    """Return what texts beside the rows tell that is of nobody, and of which rows they do."""
    if not told:
        return []
    rows = listed.rows
    __, where = sheet.numbers.in_file(rows.index.to_numpy())
    groups = [rows["training_id"], pd.Series(where, rows.index)]  # of several sheets each has one
    if not tells_of_all(sheet.beside):
        groups += [rows["agency"], rows["adm2_pcode"]]
    if sheet.lists:
        groups.append(pd.Series(_places(sheet.lists, rows.index), index=rows.index))
    parts = [one for by in groups for one in listed.possible(by)]
    written: _Possible = {ALL: listed.others, WOMEN: (), MEN: ()}
    whole = [*listed.possible(pd.Series(0, index=rows.index)), written]
    return [(one, rows.index) for one in _of_nobody(told, whole, parts)]


def _of_headings(sheet: Sheet, listed: Listed) -> list[tuple[Told, pd.Index]]:
    """Return what headings between the rows tell that is not of those under them.

    Those under the next headings may be theirs, too, as of the agencies of one training.
    """
    headed = {row: own for row, text in sheet.between.items() if (own := counts_told([text]))}
    if not headed:
        return []
    counts, headings = listed.counts.sort_index(), sorted(sheet.between)
    rows, sound = counts.index, counts.index.isin(listed.sound)
    summed = [np.cumsum(np.vstack([[0, 0, 0], own]), axis=0)
              for own in (counts.to_numpy() * sound[:, None], counts.to_numpy())]  # fmt: skip
    found = []
    for row, told in headed.items():
        first = int(rows.searchsorted(row))
        if first == len(rows):
            continue
        behind = headings[bisect_right(headings, rows[first]) :][:MOST_UNDER]
        ends = [*rows.searchsorted(behind).tolist(), len(rows)]
        told_of = np.vstack([own[ends] - own[first] for own in summed]).tolist()
        possible = [_possible(all_of, women, men, listed.absent) for all_of, women, men in told_of]
        found += [(one, rows[first : ends[0]]) for one in _of_nobody(told, possible, ())]
    return found


def _places(firsts: Sequence[int], rows: pd.Index) -> np.ndarray:
    return pd.Index(firsts).searchsorted(rows, side="right")


def _of_nobody(
    told: Sequence[Told], whole: Sequence[_Possible], parts: Sequence[_Possible]
) -> list[Told]:
    """Return the numbers that none of these can be; of women and men none where that of all is.

    Those of several parts may add up to the whole, which may be told besides.
    """
    unlike = [one for one in told if not any(one[1] in own[one[0]] for own in whole)]
    summed = {who: sum(number for of, number in unlike if of == who) for who in (ALL, WOMEN, MEN)}
    wrong = [
        (who, number)
        for who, number in unlike
        if not any(number in one[who] for one in parts)
        and not any(summed[who] in one[who] for one in whole)
    ]
    return [one for one in wrong if one[0] == ALL] or wrong
