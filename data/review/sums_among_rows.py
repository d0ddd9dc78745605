"""Rows that tell no agency, or no district, and have the sums of those beside them.

They are sums, or people of no agency or district: "Punjab" with a blank district over those of it.

Which of the two is asked. Until then such a row is not counted: its people may be there already.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from data.records.distinct import numbered, says
from data.records.model import AGENCY_NOT_TOLD, ATTENDANCE_COLUMNS, COUNT_COLUMNS, UNTOLD_AGENCY
from data.records.problems.of_tables import MAY_BE_A_SUM
from data.review.agencies.agencies import find_agency
from data.review.decisions import DUPLICATE, EACH, ONCE, Decisions, duplicate_key
from data.review.questions import Option, QueueItem
from data.sheets.words.count_words import tells_nothing
from geo.words.catalogue import _

#: One row has the number of another by chance.
LEAST_PARTS = 2
#: "PK6" of "PK634": what the code of a district has of its province.
LETTERS_OF_PROVINCE = 3
#: More questions than this would be answered by nobody; the rows beyond are problems like others.
MOST_QUESTIONS = 200


@dataclass(frozen=True)
class Sums:
    """The rows that are sums, as somebody said; those that wait; and the questions on them."""

    rows: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    questions: tuple[QueueItem, ...] = ()


def sums_among_rows(rows: pd.DataFrame, decisions: Decisions, faulty: Collection[int] = ()) -> Sums:
    """Find the rows of no agency or no district that may be the sum of others of their training.

    Parameters
    ----------
    rows
        The columns of attendance, by row of the file; counts are ``Int64``.
    faulty
        Those of them with a problem: they may be parts, and are not counted whatever they are.

    Returns
    -------
    Sums
        A row is asked about where all that it tells, women and men each, is the sum of two rows or
        more that count anybody: one without an agency, of those of its training and district, or of
        its whole training; one without a district, of those of its training and agency, of one
        province of them, or of those between it and the next such row.
        Where every such row of a file may be one, all are asked about at once.
    """
    untold = pd.Series(says(rows["agency"], _tells_no_agency), rows.index, dtype="bool")
    placed = rows["adm2_pcode"] != ""
    if not untold.any() and placed.all():  # as in most tables
        return Sums()
    counted = rows[list(COUNT_COLUMNS)].sum(axis=1) > 0
    sound = counted & ~rows.index.isin(list(faulty))
    asked, beside = pd.Series(False, rows.index), pd.Series(False, rows.index)
    if (sound & untold).any() and not untold.all():
        asked, beside = _without_agency(rows, untold, sound)
    if (sound & ~placed).any() and placed.any():
        more, those = _without_district(rows, untold, placed, sound)
        asked, beside = asked | more, beside | those
    found = [int(row) for row in rows.index[asked]]
    together = len(found) == int(beside.sum())
    return _asked([found] if together and found else [[row] for row in found], rows, decisions)


def _without_agency(
    rows: pd.DataFrame, untold: pd.Series, sound: pd.Series
) -> tuple[pd.Series, pd.Series]:
    """Tell which rows of no agency may be sums, and which have enough rows beside them."""
    counts = rows[list(COUNT_COLUMNS)]
    counted = counts.sum(axis=1) > 0
    asked, beside = pd.Series(False, rows.index), pd.Series(False, rows.index)
    sound = sound & untold
    for of_training in (False, True):
        own = sound & ((rows["adm2_pcode"] == "") if of_training else True)
        group = numbered(rows[["training_id"] if of_training else ["training_id", "adm2_pcode"]])
        for parts in (~untold & counted, counted):
            number = parts.groupby(group).transform("sum") - (own & parts)
            told = (~untold & counted).groupby(group).transform("any")
            enough = own & told & (number >= LEAST_PARTS)
            beside |= enough
            asked |= enough & _are_sums(counts, group, parts)
    return asked, beside


def _without_district(
    rows: pd.DataFrame, untold: pd.Series, placed: pd.Series, sound: pd.Series
) -> tuple[pd.Series, pd.Series]:
    """Tell which rows of no district may be sums, and which have enough rows beside them.

    One of an agency is compared with those of it; one of none with those of all.
    """
    asked, beside = pd.Series(False, rows.index), pd.Series(False, rows.index)
    province = rows["adm2_pcode"].str[:LETTERS_OF_PROVINCE]
    over, under = (~placed).cumsum(), (~placed)[::-1].cumsum()[::-1]
    for of_agency in (True, False):
        told = rows["training_id"] + (chr(31) + rows["agency"] if of_agency else "")
        own = sound & ~placed & (~untold if of_agency else untold)
        for one in {*province[placed]} if own.any() else ():
            among = placed & (province == one)
            enough, same = _compared(rows, told, own, among)
            asked, beside = asked | same, beside | enough
        for within in (pd.Series(0, rows.index), over, under) if own.any() else ():
            enough, same = _compared(rows, told + chr(31) + within.astype(str), own, placed)
            asked, beside = asked | same, beside | enough
    return asked, beside


def _compared(
    rows: pd.DataFrame, told: pd.Series, own: pd.Series, parts: pd.Series
) -> tuple[pd.Series, pd.Series]:
    """Tell which of some rows have two parts or more in their group, and which are their sums."""
    counts, group = rows[list(COUNT_COLUMNS)], numbered(told.to_frame())
    parts = parts & (counts.sum(axis=1) > 0)
    enough = own & (parts.groupby(group).transform("sum") >= LEAST_PARTS)
    return enough, enough & _are_sums(counts, group, parts)


def _tells_no_agency(text: str) -> bool:
    if text.casefold() in AGENCY_NOT_TOLD or tells_nothing(text):
        return bool(text)  # a blank one waits for what it is
    return find_agency(text).agency == UNTOLD_AGENCY


def _are_sums(counts: pd.DataFrame, group: pd.Series, parts: pd.Series) -> pd.Series:
    """Tell of each row whether it is the sum of the other rows of its group that are ``parts``.

    It is where every number that it tells is, or where all of them together are and no other
    number disagrees: of a sum nobody may have told the women from the men.
    """
    own = counts.fillna(0)
    of_parts = own.where(parts, 0).groupby(group).transform("sum") - own.where(parts, 0)
    same = own == of_parts
    each = (same | counts.isna()).all(axis=1)
    other_blank = (same | counts.isna() | (of_parts == 0)).all(axis=1)
    return (each | (other_blank & (own.sum(axis=1) == of_parts.sum(axis=1)))).astype("bool")


def _asked(several: Sequence[list[int]], rows: pd.DataFrame, decisions: Decisions) -> Sums:
    """Return what was answered of some rows together, and the questions on the others."""
    sums, waiting, questions = [], [], []
    others = _("Other people, of no agency or district that is told: count them")
    words = {ONCE: _("Their sum: do not count it"), EACH: others}
    for own in several:
        texts = rows.loc[own, list(ATTENDANCE_COLUMNS)].to_csv(index=False)
        key = duplicate_key(["sum without agency", texts])
        answer = decisions.answer(key)
        sums += own if answer == ONCE else []
        if answer is None:
            waiting += own
            people = int(rows.loc[own, list(COUNT_COLUMNS)].sum().sum())
            options = tuple(Option(*one) for one in words.items())
            asked = QueueItem(kind=DUPLICATE, rows=tuple(own), candidates=options, key=key,
                              reason=MAY_BE_A_SUM.reason, participants=people)  # fmt: skip
            questions.append(asked)
    return Sums(tuple(sums), tuple(waiting), tuple(questions[:MOST_QUESTIONS]))
