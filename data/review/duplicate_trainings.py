"""Trainings of one file that may be one, written twice; a person says so, nobody else.

Two are asked about where their titles are nearly the same, they start within a few days of one
another, and nothing says that they were in different places or of other people. All that hang
together are one question; where the file gives them no ids of its own, only the first is counted
until it is answered.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import numpy as np
import pandas as pd

from data.records.distinct import by_text, those
from data.records.model import in_words
from data.records.personal_data import shown
from data.review.decisions import (
    DUPLICATE,
    EACH,
    MOST_OF_DAYS,
    ONCE,
    SUM,
    Decisions,
    duplicate_key,
)
from data.review.likeness import (
    LEAST_PERSONS,
    Training,
    WhoAttended,
    any_alike,
    called,
    in_order,
    may_be_one,
    nearly_called,
)
from data.review.questions import Option, QueueItem
from data.review.series_of_sessions import Series
from data.review.shared_persons import (
    ALL,
    MOST,
    MOST_DAYS_APART,
    SOME,
    of_the_same,
    persons_shared,
    say_one,
)
from geo.words.catalogue import _

#: The sessions of one course, once a week, are no further apart: to each of them the same came.
MOST_DAYS_OF_SAME = 21
#: More questions than this would be answered by nobody; and where very many trainings are alike,
#: it is their file that needs another title, not each pair a person.
MOST_QUESTIONS, MOST_PAIRS = 50, 5_000
#: The titles of so few are compared first: of most files none are alike, and to look at their days
#: and venues takes longer than all else.
FEW_TITLES = 32
MAY_BE_ONE = _("Trainings that are nearly the same in title, date and venue may be one.")
#: Titles that a question names.
MOST_NAMED = 3
#: What a question on two trainings is known by.
COMPARED = ("training_id", "title", "date_start", "venue", "venue_adm2_pcode")
# "Batch 1" and "batch 2", "phase II" and "phase III", "group A" and "group B" are different.
_COUNTED = re.compile(r".*\d.*|[ivx]+|.|first|second|third|fourth|fifth")


@dataclass(frozen=True)
class Alike:
    """Which trainings are which, as somebody said, and the questions on others.

    ``same`` has for the training_id of one that is another over again the id of that other, and
    ``waiting`` for one that may be another, and nobody has said so. ``notes`` tell of those whose
    participants say so themselves. ``of_days`` has for the id of one of several days what counts of
    their numbers, ``MOST_OF_DAYS`` or ``SUM``.
    """

    same: dict[str, str]
    queue: tuple[QueueItem, ...]
    waiting: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    of_days: Mapping[str, str] = field(default_factory=dict)


def trainings_alike(
    trainings: pd.DataFrame,
    decisions: Decisions,
    attended: WhoAttended = dict,
    *,
    named: bool = True,
    titled: bool = True,
    numbers: bool = False,
) -> Alike:
    """Find trainings that may be one.

    Parameters
    ----------
    trainings
        The columns of the model as text, one row a training; the index is the row of the file.
        One without a training_id or a day is left out.
    decisions
        What was said of them before.
    attended
        Two of which each was attended by others are two, unless at one venue they may be one.
    named
        Whether the file itself gives each training an id. Such are told apart and only asked
        about; others wait, but for the first, until somebody says which are which.
    titled
        Whether the file gives each training a title of its own. If not, days of which each follows
        on another are not one where only nearly the same people came.
    numbers
        Whether those who came are counted, and nothing tells who they are.
    """
    same: dict[str, str] = {}
    queue: list[QueueItem] = []
    waiting: dict[str, str] = {}
    notes: list[str] = []
    of_days: dict[str, str] = {}
    for group in _groups(trainings, cache(attended), named=named):
        # What they say, and not where in the file.
        key = duplicate_key(each[name] for each in group for name in COMPARED)
        answer = decisions.answer(key)
        ids = [one["training_id"] for one in group]
        shared = SOME if named else persons_shared(group, attended)
        of_one = not named and say_one(group, shared, titled=titled)
        if answer in (ONCE, MOST_OF_DAYS, SUM) or (answer is None and of_one):
            same |= dict.fromkeys(ids[1:], ids[0])
            of_days |= {ids[0]: answer} if answer in (MOST_OF_DAYS, SUM) else {}
            notes += [of_the_same(group, shared)] if answer is None else []
        elif answer is None and len(queue) < MOST_QUESTIONS:
            options = _of_numbers(group) if numbers else _of_persons(group, once=bool(shared))
            queue.append(_question(group, options, key, held=not named))
            waiting |= {} if named else dict.fromkeys(ids[1:], ids[0])
    return Alike(same, tuple(queue), waiting, tuple(notes), of_days)


def _groups(trainings: pd.DataFrame, attended: WhoAttended, *, named: bool) -> list[list[Training]]:
    """Return the trainings that may be one, each group by the rows of the file."""
    named_day = (trainings["training_id"] != "") & (trainings["date_start"] != "")
    known = those(trainings, named_day)
    known = those(known, ~known["training_id"].duplicated())
    pairs = [*islice(_pairs(known, attended), MOST_PAIRS)]
    return _together(pairs + ([] if named else _pairs_of_same(known, pairs, attended)))


def trainings_beside(
    told: pd.DataFrame, standing: pd.DataFrame, decisions: Decisions, attended: WhoAttended = dict
) -> Alike:
    """Find trainings of a file that may be ones that the records have by another id.

    Parameters
    ----------
    told, standing
        The columns ``COMPARED`` as text, those of the file by its rows; no id is in both.
    decisions, attended
        As for ``trainings_alike``; of both together.

    Returns
    -------
    Alike
        ``same`` has for an id of the file that of the records. One of the records is that of one
        training of the file at most, the first.
    """
    # Rows of the records are no rows of the file: they are counted from -1 downwards.
    both = pd.concat([standing.set_axis(range(-len(standing), 0)), told])[list(COMPARED)]
    pairs = _pairs(both, cache(attended), both.index.to_numpy() >= 0)
    same: dict[str, str] = {}
    queue: list[QueueItem] = []
    waiting: dict[str, str] = {}
    for other, one in islice(pairs, MOST_PAIRS):
        own, theirs = one["training_id"], other["training_id"]
        if own in same or own in waiting or theirs in same.values():
            continue
        key = duplicate_key(["beside", *(each[name] for each in (other, one) for name in COMPARED)])
        answer = decisions.answer(key)
        if answer == ONCE:
            same[own] = theirs
        elif answer is None:
            waiting[own] = theirs  # also where its question comes once others are answered
            if len(queue) < MOST_QUESTIONS:
                queue.append(_question_beside(one, other, key))
    return Alike(same, tuple(queue), waiting)


def _question_beside(one: Training, other: Training, key: str) -> QueueItem:
    day, before = (in_words(pd.Timestamp(each["date_start"]).date()) for each in (one, other))
    words = _("It is that of {day} in the records: count it once, as it is here")
    options = (
        Option(ONCE, words.format(day=before)),
        Option(EACH, _("It is another one: count each")),
    )
    return QueueItem(
        kind=DUPLICATE,
        rows=(int(one["row"]),),
        candidates=options,
        key=key,
        reason=_("The records may have this training already, by another training_id."),
        value=f"{shown(one['title'])} ({day})",
    )


def _together(pairs: Iterable[tuple[Training, Training]]) -> list[list[Training]]:
    """Return the trainings that hang together by pairs, each group by the rows of the file."""
    known: dict[str, Training] = {}
    group_of: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        for one in pair:
            row = one["row"]
            if known.setdefault(row, one) is one and row not in group_of:
                group_of[row] = row
                members[row] = [row]
        first, second = sorted((group_of[one["row"]] for one in pair), key=int)
        if first != second:
            for row in members[second]:
                group_of[row] = first
            members[first] += members.pop(second)
    return [[known[row] for row in sorted(own, key=int)] for own in members.values()]


def _pairs(
    known: pd.DataFrame,
    attended: WhoAttended,
    ours: np.ndarray | None = None,
    apart: int = MOST_DAYS_APART,
) -> Iterator[tuple[Training, Training]]:
    """Yield two trainings that are nearly the same, the one of the earlier row first.

    Where ``ours`` tells some rows from the others, one of the two is ours and one is not.
    """
    if len(known) < 2:
        return
    titles = by_text(known["title"], called)
    # The words of a title that tell one of a series from the others.
    counted = by_text(titles, lambda title: " ".join(filter(_COUNTED.fullmatch, title.split())))
    if not counted.duplicated().any():
        return
    ordered = titles.map(in_order)
    few = len(known) <= FEW_TITLES
    if few and not any_alike(ordered.to_numpy(object), counted.to_numpy(object)):
        return
    written = known["date_start"].str.replace(" ", "x")  # "2023-05- 9" is a problem of its row
    days = pd.to_datetime(written, format="%Y-%m-%d", errors="coerce")
    compared = pd.DataFrame({"title": ordered, "counted": counted, "day": days, "ours": ours})
    compared = compared.dropna(subset="day").loc[lambda own: own["counted"].duplicated(keep=False)]
    compared = compared.assign(place=range(len(compared)))
    known = known.loc[compared.index]
    says = known.assign(row=compared.index.astype(str)).to_dict("records")
    series = Series(known, attended)
    for _words, own in compared.groupby("counted", sort=False):
        own = own.sort_values("day", kind="stable")
        places, texts = own["place"].to_numpy(), own["title"].to_numpy(dtype=object)
        mine = None if ours is None else own["ours"].to_numpy(dtype=bool)
        for first, near in _near(own["day"].to_numpy(dtype="datetime64[D]"), mine, apart):
            near = near[series.may_be(places[first], places[near])]
            for second in near[nearly_called(texts[first], texts[near])].tolist():
                both = sorted((places[first], places[second]))
                one, other = (says[place] for place in both)
                if may_be_one(one, other, attended, of_one_table=ours is None):
                    yield one, other


def _pairs_of_same(
    known: pd.DataFrame, near: list[tuple[Training, Training]], attended: WhoAttended
) -> list[tuple[Training, Training]]:
    """Return two trainings of one name, weeks apart, to which nearly the same persons came.

    None that may be one with another of the days about it.
    """
    paired = {each["training_id"] for pair in near for each in pair}
    others = those(known, ~known["training_id"].isin(list(paired)))
    pairs = _pairs(others, attended, apart=MOST_DAYS_OF_SAME)
    return [pair for pair in islice(pairs, MOST_PAIRS)
            if persons_shared([*pair], attended) in (ALL, MOST)
            and len(attended()[pair[0]["training_id"]]) >= LEAST_PERSONS]  # fmt: skip


def _near(
    days: np.ndarray, ours: np.ndarray | None, apart: int
) -> Iterator[tuple[int, np.ndarray]]:
    """Yield the place of a day, which ascend, and of those behind it that are near.

    One of two is ours, if told.
    """
    every = np.arange(len(days))
    ends = np.searchsorted(days, days + apart, side="right")
    sides = (every, every) if ours is None else (every[ours], every[~ours])
    for first, end in enumerate(ends.tolist()):
        others = sides[0 if ours is None or not ours[first] else 1]
        begin, after = np.searchsorted(others, (first + 1, end))
        if begin < after:
            yield first, others[begin:after]


def _question(
    group: list[Training], options: tuple[Option, ...], key: str, *, held: bool
) -> QueueItem:
    rows = [int(one["row"]) for one in group]
    days = [in_words(pd.Timestamp(one["date_start"]).date()) for one in group]
    named = [f"{shown(one['title'])} ({day})" for one, day in zip(group, days, strict=True)]
    value = "; ".join(named[:MOST_NAMED])
    if len(named) > MOST_NAMED:
        value = _("{names}; and {number} more").format(names=value, number=len(named) - MOST_NAMED)
    return QueueItem(
        kind=DUPLICATE,
        rows=tuple(rows[1:] if held else rows),
        candidates=options,
        key=key,
        reason=MAY_BE_ONE,
        value=value,
        held=held,
    )


def _of_each(group: list[Training]) -> Option:
    rows = [int(one["row"]) for one in group]
    each = _("{number} trainings, {number} rows from {first} on: count each")
    each = each.format(number=len(group), first="{first}")
    each = _("2 trainings, rows {first} and {second}: count each") if len(rows) == 2 else each
    return Option.naming(EACH, each, first=rows[0], second=rows[1])


def _of_persons(group: list[Training], *, once: bool) -> tuple[Option, ...]:
    """Return what trainings may be; ``once``: some persons came to each, so that they are one."""
    words = _("One training, as row {row} has it; who is in it twice is one person")
    options = _of_each(group), Option.naming(ONCE, words, row=int(group[0]["row"]))
    return options[::-1] if once else options


def _of_numbers(group: list[Training]) -> tuple[Option, ...]:
    """Return what trainings may be of which nothing tells whether the same people came.

    On one day they may be told twice; what stands alike in their rows is then asked about.
    """
    same = _(
        "One training, as row {row} has it, to which the same people came each day: of each "
        "district and agency, the day with the most is counted"
    )
    others = _(
        "One training, as row {row} has it, to which other people came each day: their numbers are "
        "added up"
    )
    words = {MOST_OF_DAYS: same, SUM: others}
    if len({one["date_start"] for one in group}) == 1:
        words = {ONCE: _("One training, as row {row} has it")}
    row = int(group[0]["row"])
    return _of_each(group), *(Option.naming(one, said, row=row) for one, said in words.items())
