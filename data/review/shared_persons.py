"""Whether trainings are one by the persons who came to several, by their days and titles."""

import re
from itertools import pairwise

import pandas as pd

from data.records.model import in_words
from data.review.likeness import (
    LEAST_PERSONS,
    Training,
    WhoAttended,
    are_days_of_one,
    called,
    may_be_one_place,
)
from data.sheets.fields import UNTITLED, plain
from geo.words.catalogue import _

MOST_DAYS_APART = 3
ALL, MOST, SOME = "all", "most", "some"
#: Of each of two days, so many persons are in both where nearly all came to both.
NEARLY_ALL = 0.75
#: Of two days such a title tells two trainings, or one of them is wrong.
_ONE_DAY = re.compile(r"\b(?:1|one|single|half) day\b(?! of\b)|\b(?:1|ایک|یک) ?روزہ\b")


def _lie_apart(group: list[Training]) -> bool:
    """Tell whether some of the days of trainings are more than a few apart from the next."""
    days = sorted(pd.Timestamp(one["date_start"]) for one in group)
    return any((last - first).days > MOST_DAYS_APART for first, last in pairwise(days))


def persons_shared(group: list[Training], attended: WhoAttended) -> str:
    """Tell whether all, most, some or none of the persons of trainings are the same each day."""
    if len({called(one["title"]) for one in group}) > 1 or not all(
        may_be_one_place(group[0], one) for one in group[1:]
    ):
        return ""
    known = attended()
    people = [known.get(one["training_id"], frozenset()) for one in group]
    if not all(people) or not all(isinstance(one, int) for own in people for one in own):
        return ""
    both = frozenset.intersection(*people)
    if all(own == both for own in people):
        return ALL
    enough = len(both) >= max(LEAST_PERSONS, *(NEARLY_ALL * len(own) for own in people))
    return MOST if enough else SOME if both else ""


def say_one(group: list[Training], shared: str, *, titled: bool) -> bool:
    """Tell whether their persons, days and titles say that trainings are one.

    Where no title tells one training (``titled``) or how many days it has, the very same persons
    may have come to two.
    """
    titles = {plain(one["title"]) for one in group}
    titled = titled and len(titles) == 1 and titles != {plain(UNTITLED)}
    titled = titled and not any(map(_ONE_DAY.search, titles))
    of_all = shared == ALL and titled and not _lie_apart(group)
    follow = shared == MOST and titled and _follow(group)
    return of_all or follow or (shared in (ALL, MOST, SOME) and are_days_of_one(group))


def _follow(group: list[Training]) -> bool:
    """Tell whether trainings are of days of which each follows on another."""
    days = sorted({pd.Timestamp(one["date_start"]) for one in group})
    return len(days) == len(group) == (days[-1] - days[0]).days + 1


def of_the_same(group: list[Training], shared: str) -> str:
    """Say why trainings are taken for one, with their days; ``shared`` as of ``persons_shared``."""
    days = [in_words(pd.Timestamp(one["date_start"]).date()) for one in group]
    words = _("Days with the same people in them are one training: {days}.")
    if shared == MOST and _follow(group):
        words = _(
            "Days that follow, with nearly the same people in them, are one training: {days}."
        )
    elif shared != ALL:
        words = _("Days of one training, as its title says how many it has: {days}.")
    return words.format(days=", ".join(days))
