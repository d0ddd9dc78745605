"""Rows that tell no agency and have the numbers of those beside them: sums, or people of no agency.

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
#: More questions than this would be answered by nobody; the rows beyond are problems like others.
MOST_QUESTIONS = 200


@dataclass(frozen=True)
class Sums:
    """The rows that are sums, as somebody said; those that wait; and the questions on them."""

    rows: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    questions: tuple[QueueItem, ...] = ()


def sums_without_agency(
    rows: pd.DataFrame, decisions: Decisions, faulty: Collection[int] = ()
) -> Sums:
    """Find the rows of no agency that may be the sum of others of their training and district.

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
        more that count anybody; one without a district, where it is that of its whole training.
        Where every such row of a file may be one, all are asked about at once.
    """
    counts = rows[list(COUNT_COLUMNS)]
    untold = pd.Series(says(rows["agency"], _tells_no_agency), rows.index)
    counted = counts.sum(axis=1) > 0
    if not (untold & counted).any() or untold.all():  # as in most tables
        return Sums()
    asked, beside = pd.Series(False, rows.index), pd.Series(False, rows.index)
    sound = untold & counted & ~rows.index.isin(list(faulty))
    for of_training in (False, True):
        own = sound & ((rows["adm2_pcode"] == "") if of_training else True)
        group = numbered(rows[["training_id"] if of_training else ["training_id", "adm2_pcode"]])
        for parts in (~untold & counted, counted):
            number = parts.groupby(group).transform("sum") - (own & parts)
            told = (~untold & counted).groupby(group).transform("any")
            enough = own & told & (number >= LEAST_PARTS)
            beside |= enough
            asked |= enough & _are_sums(counts, group, parts)
    found = [int(row) for row in rows.index[asked]]
    together = len(found) == int(beside.sum())
    return _asked([found] if together and found else [[row] for row in found], rows, decisions)


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
    words = {ONCE: _("Their sum: do not count it"), EACH: _("People of no agency: count them")}
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
