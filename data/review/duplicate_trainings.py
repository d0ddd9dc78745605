"""Trainings of one file that may be one, written twice; a person says so, nobody else.

Two are asked about where their titles are nearly the same, they start within a few days of one
another, and nothing says that they were in different places.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from data.records.distinct import by_text
from data.records.model import in_words
from data.records.personal_data import shown
from data.records.rules import LONGEST_TEXT
from data.review.decisions import DUPLICATE, EACH, ONCE, Decisions, duplicate_key
from data.review.questions import Option, QueueItem
from data.sheets.fields import plain

#: Titles and venues that are at least so much alike, of 100, may be the same.
LEAST_LIKENESS, LEAST_LIKE_VENUES = 90, 80
MOST_DAYS_APART = 3
#: More questions than this would be answered by nobody; and where very many trainings are alike,
#: it is their file that needs another title, not each pair a person.
MOST_QUESTIONS, MOST_PAIRS = 50, 5_000
MAY_BE_ONE = "Two trainings are nearly the same in title, date and venue."
#: What a question on two trainings is known by.
COMPARED = ("training_id", "title", "date_start", "venue", "venue_adm2_pcode")
#: A training: its row of the file, and what it says by column.
Training = dict[str, str]
# "Batch 1" and "batch 2", "phase II" and "phase III", "group A" and "group B" are different.
_COUNTED = re.compile(r".*\d.*|[ivx]+|.|first|second|third|fourth|fifth")


@dataclass(frozen=True)
class Alike:
    """Which trainings are which, as somebody said, and the questions on others.

    ``same`` has for the training_id of one that is another over again the id of that other.
    """

    same: dict[str, str]
    queue: tuple[QueueItem, ...]


def trainings_alike(trainings: pd.DataFrame, decisions: Decisions) -> Alike:
    """Find trainings that may be one.

    Parameters
    ----------
    trainings
        The columns of the model as text, one row a training; the index is the row of the file.
        One without a training_id or a day is left out.
    decisions
        What was said of them before.
    """
    known = trainings[(trainings["training_id"] != "") & (trainings["date_start"] != "")]
    same: dict[str, str] = {}
    queue: list[QueueItem] = []
    for one, other in islice(_pairs(known.drop_duplicates("training_id")), MOST_PAIRS):
        # What they say, and not where in the file.
        key = duplicate_key(each[name] for each in (one, other) for name in COMPARED)
        answer = decisions.answer(key)
        if answer == ONCE:
            same.setdefault(other["training_id"], one["training_id"])
        elif answer is None and len(queue) < MOST_QUESTIONS:
            queue.append(_question(one, other, key))
    return Alike({again: _first(again, same) for again in same}, tuple(queue))


def _first(again: str, same: dict[str, str]) -> str:
    """Return the training that one is, where that is itself another over again."""
    seen = {again}
    while (again := same[again]) in same and again not in seen:
        seen.add(again)
    return again


def _pairs(known: pd.DataFrame) -> Iterator[tuple[Training, Training]]:
    """Yield two trainings that are nearly the same, the one of the earlier row first."""
    titles = by_text(known["title"], plain)
    days = pd.to_datetime(known["date_start"], format="%Y-%m-%d", errors="coerce")
    # The words of a title that tell one of a series from the others.
    counted = by_text(titles, lambda title: " ".join(filter(_COUNTED.fullmatch, title.split())))
    compared = pd.DataFrame({"title": titles, "counted": counted, "day": days})
    compared = compared.dropna(subset="day")
    compared = compared[compared["counted"].duplicated(keep=False)]
    compared = compared.assign(place=range(len(compared)))
    says = known.loc[compared.index].assign(row=compared.index.astype(str)).to_dict("records")
    for _, own in compared.groupby("counted", sort=False):
        own = own.sort_values("day", kind="stable")
        at = own["day"].to_numpy(dtype="datetime64[D]").astype(int)
        ends = np.searchsorted(at, at + MOST_DAYS_APART, side="right").tolist()
        places, texts = own["place"].to_list(), own["title"].to_list()
        for first, end in enumerate(ends):
            for second in range(first + 1, end):
                if _alike(texts[first], texts[second]):
                    both = sorted((places[first], places[second]))
                    one, other = (says[place] for place in both)
                    if _may_be_one_place(one, other):
                        yield one, other


def _alike(one: str, other: str) -> bool:
    """Tell whether titles are nearly the same; one that is too long for a title is only itself."""
    if one == other or max(len(one), len(other)) > LONGEST_TEXT:
        return one == other
    return fuzz.token_sort_ratio(one, other) >= LEAST_LIKENESS


def _may_be_one_place(one: Training, other: Training) -> bool:
    """Tell whether nothing says that two trainings were in different places."""
    codes = {one["venue_adm2_pcode"], other["venue_adm2_pcode"]} - {""}
    venues = {plain(one["venue"]), plain(other["venue"])} - {""}
    if len(codes) > 1:
        return False
    if len(venues) < 2 or max(map(len, venues)) > LONGEST_TEXT:
        return len(venues) < 2
    return fuzz.token_set_ratio(*venues) >= LEAST_LIKE_VENUES


def _question(one: Training, other: Training, key: str) -> QueueItem:
    rows = (int(one["row"]), int(other["row"]))
    days = [in_words(pd.Timestamp(each["date_start"]).date()) for each in (one, other)]
    titles = [shown(each["title"]) for each in (one, other)]
    return QueueItem(
        kind=DUPLICATE,
        rows=rows,
        candidates=(
            Option(EACH, "Two trainings: count each"),
            Option(ONCE, f"One training, as row {rows[0]} has it"),
        ),
        key=key,
        reason=MAY_BE_ONE,
        value=f"{titles[0]} ({days[0]}); {titles[1]} ({days[1]})",
        held=False,
    )
