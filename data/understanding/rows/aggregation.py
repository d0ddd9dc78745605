"""Rows that were understood -> trainings and groups, each with the rows that it was made of."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import again, numbered, those
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, TRAINING_COLUMNS
from data.records.problems.of_tables import DUPLICATE_ROW, MAY_BE_ONE_PERSON
from data.records.tables import KEYS
from data.review.decisions import (
    DUPLICATE,
    EACH,
    MOST_OF_DAYS,
    ONCE,
    SUM,
    Decisions,
    duplicate_key,
)
from data.review.questions import Option, QueueItem
from data.sheets.fields import COUNT_FIELDS, plain
from geo.words.catalogue import _

KEY = list(KEYS["attendance"])
#: More questions than this on rows that are alike would be answered by nobody; the rows beyond
#: are problems like the others.
MOST_QUESTIONS = 200
ONE_PERSON = _("Rows of one training seem to be of one person.")


def tally(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Add rows up to one a training, home district and agency.

    Parameters
    ----------
    rows
        The columns of attendance; counts ``Int64``. A number that is not recorded stays so
        only where no row of the group has one.

    Returns
    -------
    tuple
        The groups, with the columns of attendance as text and as index the first row of each; and
        for each row the first row of its group.
    """
    number = numbered(rows[KEY]).to_numpy()
    groups = int(number.max(initial=-1)) + 1
    firsts = np.full(groups, rows.index.max() if groups else 0, dtype="int64")
    np.minimum.at(firsts, number, rows.index.to_numpy(dtype="int64"))
    order = np.argsort(firsts)
    row = pd.Index(firsts[order], name="row")
    places = rows.index.get_indexer(row)
    texts = {name: rows[name].array.take(places) for name in KEY}
    texts |= {name: _summed(rows[name], number, groups)[order] for name in COUNT_COLUMNS}
    told = pd.DataFrame(texts, row, dtype="str")
    return told[list(ATTENDANCE_COLUMNS)], pd.Series(firsts[number], rows.index)


def _summed(counts: pd.Series, number: np.ndarray, groups: int) -> np.ndarray:
    """Return the sum of the counts of each group as a text, blank where none is recorded."""
    sums, recorded = np.zeros(groups, dtype="int64"), np.zeros(groups, dtype=bool)
    np.add.at(sums, number, counts.to_numpy(dtype="int64", na_value=0))
    recorded[number[counts.notna().to_numpy()]] = True
    return np.where(recorded, sums.astype("str").astype(object), "")


def trainings_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the different trainings that rows of attendance tell of, by the first row of each.

    What one row of a training leaves blank is taken from the others, if those agree. Rows that
    disagree make two trainings of one name, which are both a problem.
    """
    different = rows[list(TRAINING_COLUMNS)]
    different = those(different, ~again(different)).rename_axis("row")
    several = different["training_id"].duplicated(keep=False)
    if not several.any():
        return different
    some = different[several]
    filled = {name: _from_others(some, name) for name in TRAINING_COLUMNS}
    whole = pd.DataFrame(filled, index=some.index, dtype="str")
    whole = pd.concat([different[~several], whole]).sort_index()
    return those(whole, ~again(whole))


def _from_others(trainings: pd.DataFrame, name: str) -> list[str]:
    """Return the texts of a column; where one is blank, what others of its training agree on."""
    ids, texts = trainings["training_id"].tolist(), trainings[name].tolist()
    said: dict[str, set[str]] = {one: set() for one in ids}
    for one, text in zip(ids, texts, strict=True):
        said[one] |= {text} - {""}
    agreed = {one: next(iter(own)) for one, own in said.items() if len(own) == 1}
    return [text or agreed.get(one, "") for one, text in zip(ids, texts, strict=True)]


def days_with_fewer(
    rows: pd.DataFrame, told_as: pd.Series, of_days: Mapping[str, str]
) -> pd.DataFrame:
    """Return the rows of days on which fewer came than on another of the same training.

    Of each district and agency by itself, where somebody has said that the same people came each
    day; of days with as many, the first counts. ``told_as`` is the training_id that a row itself
    has, another each day; the columns are those of what ``rows_alike`` returns.
    """
    most = [one for one, counted in of_days.items() if counted == MOST_OF_DAYS]
    if not most:
        return pd.DataFrame({"row": [], "same_as": []}, dtype="int64")
    some = those(rows, rows["training_id"].isin(most))
    group = numbered(some[KEY])
    each = pd.DataFrame({"group": group, "day": told_as.loc[some.index],
                         "people": some[list(COUNT_COLUMNS)].sum(axis=1)})  # fmt: skip
    days = each.groupby(["group", "day"], sort=False)["people"].sum()
    best = dict([*days.groupby("group").idxmax()])
    counted = each["day"] == each["group"].map(best)
    first = each.index.to_series()[counted].groupby(group[counted]).first()
    again = each.index[~counted]
    same_as = group[again].map(first)
    return pd.DataFrame({"row": again, "same_as": same_as.to_numpy()}, dtype="int64")


def rows_alike(
    rows: pd.DataFrame,
    written: pd.DataFrame,
    decisions: Decisions,
    people: pd.Series,
    faults: RowFaults,
) -> tuple[pd.DataFrame, tuple[QueueItem, ...]]:
    """Find rows of groups that are the same but for their numbers, and for a part of one day.

    Parameters
    ----------
    rows
        The columns of attendance, rows with a problem left out.
    written
        What the file says in them; rows that differ in any text are of different groups.

    Returns
    -------
    tuple
        ``row``, ``same_as`` of rows that somebody said to count once; and the questions.
    """
    texts = [name for name in written if name not in COUNT_FIELDS]
    compared = rows[KEY].join(written[texts].add_prefix("written "))
    again = compared[numbered(compared).duplicated(keep=False)]
    number = numbered(again)
    settled: set[object] = set()
    merged: list[tuple[int, int]] = []
    queue: list[QueueItem] = []
    answered = any(one.kind == DUPLICATE for one in decisions.answers.values())
    for place, own in number.groupby(number, sort=False):
        if len(queue) >= MOST_QUESTIONS and not answered:
            break
        index = own.index.tolist()
        key = _key(tuple(again.loc[index[0]]), rows.loc[index])
        answer = decisions.answer(key)
        most = index[int(people.loc[index].argmax())]  # of two sittings the one with more people
        only = {ONCE: index[0], MOST_OF_DAYS: most}
        kept = only.get(answer or "")
        if answer == SUM or kept is not None:
            settled.add(place)
            merged += [(row, kept) for row in index if kept is not None and row != kept]
        elif len(queue) < MOST_QUESTIONS:
            words = _("Count row {row} only")
            rows_of = only if most != index[0] else {ONCE: most}
            each = (Option.naming(one, words, row=row) for one, row in rows_of.items())
            options = (Option(SUM, _("Add their numbers up")), *each)
            queue.append(_question(index, options, key, DUPLICATE_ROW.reason, people))
    faults.add(number.index[~number.isin(settled)], "", "", DUPLICATE_ROW)
    return pd.DataFrame(merged, columns=["row", "same_as"], dtype="int64"), tuple(queue)


def persons_alike(
    rows: pd.DataFrame,
    person: pd.Series,
    decisions: Decisions,
    faults: RowFaults,
    told_as: pd.Series,
    written: pd.DataFrame,
    alike: Sequence[tuple[int, int]] = (),
) -> tuple[pd.DataFrame, tuple[QueueItem, ...]]:
    """Find rows of one training that are of one person; but for the first they are not counted.

    Where somebody has said that trainings of several days are one, who is in each of them is one
    person; so is who is ``written`` twice with nothing that differs but what is left blank. Else
    it is asked. Nothing of the person is in the question: it names the rows.

    ``told_as`` is the training_id that each row itself has; ``alike`` are pairs of rows that may be
    of one person, too, the one that is not counted then first.
    """
    merged, queue = [], []
    for index in _of_each_person(rows, person):
        first_of_each = told_as.loc[index].drop_duplicates().index
        merged += [(row, index[0]) for row in first_of_each if row != index[0]]
        asked = [row for row in index if row == index[0] or row not in first_of_each]
        key = _key(("person", *map(str, asked)), rows.loc[asked])
        answer = decisions.answer(key) if len(asked) > 1 else EACH
        if answer is None and _differ_in_nothing(written.loc[asked]):
            answer = ONCE
        if answer == ONCE:
            merged += [(row, index[0]) for row in asked[1:]]
        elif answer is None:
            queue.append(_of_one_person(asked, key, faults))
    sound = rows["training_id"].to_dict() if alike else {}
    for row, other in alike:
        if not {row, other} <= {*sound} or sound[row] != sound[other]:
            continue  # of two trainings
        key = _key(("alike", str(row), str(other)), rows.loc[[row, other]])
        answer = decisions.answer(key)
        merged += [(row, other)] if answer == ONCE else []
        queue += [_of_one_person([other, row], key, faults)] if answer is None else []
    return pd.DataFrame(merged, columns=["row", "same_as"], dtype="int64"), tuple(queue)


def _of_each_person(rows: pd.DataFrame, person: pd.Series) -> list[list[int]]:
    """Return the rows of each person who is in a training more than once."""
    known = person.loc[rows.index]
    known = known[known >= 0]
    several = known[known.duplicated(keep=False)]  # few: most are in the list once
    training = rows["training_id"].loc[several.index]
    number = numbered(pd.DataFrame({"training": training, "person": several}))
    again = number[number.duplicated(keep=False)]
    own: dict[int, list[int]] = {}
    for row, one in zip(again.index.tolist(), again.tolist(), strict=True):
        own.setdefault(one, []).append(row)
    return list(own.values())


def _of_one_person(rows: list[int], key: str, faults: RowFaults) -> QueueItem:
    """Ask whether rows are of one person; until then the first alone is counted."""
    once = Option.naming(ONCE, _("One person: count row {row} only"), row=rows[0])
    options = (once, Option(EACH, _("Different persons: count each")))
    faults.add(rows[1:], "", "", MAY_BE_ONE_PERSON)
    return _question(rows[1:], options, key, ONE_PERSON, pd.Series(1, index=rows))


def _differ_in_nothing(rows: pd.DataFrame) -> bool:
    """Tell whether rows say the same, but for capitals, in each column that they fill in."""
    return all(rows[name][rows[name] != ""].map(plain).nunique() < 2 for name in rows)


def _question(
    rows: list[int], options: tuple[Option, ...], key: str, reason: str, people: pd.Series
) -> QueueItem:
    return QueueItem(
        kind=DUPLICATE,
        rows=tuple(rows),
        candidates=options,
        key=key,
        reason=reason,
        participants=int(people.loc[rows].sum()),
    )


def _key(values: tuple[object, ...], rows: pd.DataFrame) -> str:
    """Return the key of a question on rows: their texts, districts and numbers."""
    return duplicate_key([*map(str, values), rows[list(ATTENDANCE_COLUMNS)].to_csv(index=False)])
