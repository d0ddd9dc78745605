"""Whether two trainings may be one: by their titles, where they were, and who came to them."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from data.records.rules import LONGEST_TEXT
from data.sheets.fields import plain
from data.sheets.words.day_numbers import (
    DAY_NUMBER,
    days_told,
    without_day_number,
    without_session_number,
)
from geo.names.known_names import names_within
from geo.names.remembered import once_a_reading

#: Titles and venues that are at least so much alike, of 100, may be the same.
LEAST_LIKENESS, LEAST_LIKE_VENUES = 90, 80
#: Fewer persons may come to two trainings by chance.
LEAST_PERSONS = 3
#: And of so many on each of two days, some would be in both lists of one training.
LEAST_OF_BATCH = 5
#: A training: its row of the file, and what it says by column.
Training = dict[str, str]
_NUMBER = re.compile(r"\d")
_alike: Callable[..., np.ndarray] = partial(
    cdist, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, dtype=np.float32
)
#: Kinds of schools: one for boys and one for girls of one town are two.
_SCHOOLS = frozenset(["gps", "ggps", "gbps", "ges", "gges", "gms", "ggms", "ghs", "gghs", "gbhs",
                      "ghss", "gghss", "gbhss"])  # fmt: skip

_CALLED_SCHOOLS = frozenset(["school", "schools", "college", "madrasa", "madrassa", "madressah",
                             "university", "academy"])  # fmt: skip
#: Words that the name of any school may have, or not.
_OF_SCHOOLS = _CALLED_SCHOOLS | {
    "govt",
    "government",
    "gov",
    "public",
    "private",
    "pvt",
    "the",
    "of",
    "no",
    "high",
    "higher",
    "secondary",
    "sec",
    "hr",
    "hs",
}

#: Venues by which each district has one of its own.
_OF_EACH_DISTRICT = re.compile(
    r"(?:(?:at )?(?:(?:office|conference room|committee room)(?: of| at)?(?: the)? )?(?:dc|dpo|d c|"
    r"deputy commissioner|district police officer)(?: s)?(?: (?:office|house|complex|hall))?"
    r"|(?:zila|zilla|district) council(?: hall)?|circuit house|rest house|press club"
    r"|police lines?|town hall|district (?:bar|headquarters?|complex)(?: hall)?"
    r"|social welfare (?:office|complex))"
)
#: Who came to a training, or from where, as far as the file says; by training_id.
Attended = Mapping[str, frozenset[Hashable]]
#: The same, worked out only where two trainings are nearly the same.
WhoAttended = Callable[[], Attended]


@once_a_reading
def called(title: str) -> str:
    """Return what a training is called, whichever of its days or sessions the title names."""
    return plain(without_session_number(without_day_number(title)))


@once_a_reading
def session_of(title: str) -> str:
    """Return a title in its plain form without the day that it names, and with its session."""
    return plain(without_day_number(title))


def may_be_one(
    one: Training, other: Training, attended: WhoAttended, *, of_one_table: bool
) -> bool:
    """Tell whether trainings of one title may be one: nothing speaks against it.

    Sessions by their numbers, and what is held in two places, are others, but where most persons
    are the same. ``of_one_table``: whether one table has both, which tells their days alike.
    """
    sessions = {session_of(each["title"]) for each in (one, other)}
    numbered = len(sessions) > 1 and len({*map(called, sessions)}) == 1
    if numbered or not may_be_one_place(one, other):
        return _are_mostly_the_same(one, other, attended)
    return not _of_others(one, other, attended, of_one_table=of_one_table)


def _are_mostly_the_same(one: Training, other: Training, attended: WhoAttended) -> bool:
    """Tell whether most persons of two trainings are the same, and these are several."""
    people, others = (attended().get(each["training_id"], frozenset()) for each in (one, other))
    both = [who for who in people & others if isinstance(who, int)]
    return len(both) >= LEAST_PERSONS and 2 * len(both) > max(len(people), len(others))


def _of_others(
    one: Training, other: Training, attended: WhoAttended, *, of_one_table: bool
) -> bool:
    """Tell whether others attended each of two trainings, and their venue is not the same.

    A district or a town has many venues; and each district has a "DC Office". In one table those
    of two districts on two days are others, wherever it was, and so are the persons of two batches.
    """
    people, others = (attended().get(each["training_id"]) for each in (one, other))
    venue = plain(one["venue"])
    of_one_venue = venue and venue == plain(other["venue"]) and venue not in names_within()
    if not people or not others or people & others:
        return False
    # On one day those of two districts may have come to the office of one of them.
    of_districts = all(isinstance(who, str) for who in people | others)
    of_districts &= one["date_start"] != other["date_start"]
    of_each = of_one_table or _OF_EACH_DISTRICT.fullmatch(venue)
    of_batches = of_one_table and _are_batches((one, people), (other, others))
    return not of_one_venue or bool(of_districts and of_each) or of_batches


def _are_batches(*trainings: tuple[Training, frozenset[Hashable]]) -> bool:
    """Tell whether two days, with the persons of each, are those of two batches.

    Enough came on each, and neither day follows on the other: whoever is late may be listed on
    the second. A title that numbers its day, or tells so many days, is of one training.
    """
    days = [pd.Timestamp(one["date_start"]) for one, _people in trainings]
    apart = (max(days) - min(days)).days
    titles = [one["title"] for one, _people in trainings]
    of_one = any(DAY_NUMBER.search(plain(title)) or days_told(title) > apart for title in titles)
    named = all(isinstance(who, int) for _one, people in trainings for who in people)
    enough = min(len(people) for _one, people in trainings) >= LEAST_OF_BATCH
    return apart > 1 and enough and named and not of_one


def in_order(title: str) -> str:
    """Return the words of a title in the order of the alphabet; all of one too long for a title."""
    return title if len(title) > LONGEST_TEXT else " ".join(sorted(title.split()))


def nearly_called(title: str, others: np.ndarray) -> np.ndarray:
    """Tell of each of other titles, with its words :func:`in_order`, whether it is nearly the same.

    One that is too long for a title is only itself.
    """
    if len(title) > LONGEST_TEXT:
        return others == title
    alike = _alike([title], others)[0] > 0
    return alike & np.fromiter((len(other) <= LONGEST_TEXT for other in others), dtype=bool)


def any_alike(titles: np.ndarray, counted: np.ndarray) -> bool:
    """Tell whether two of some titles :func:`in_order`, counted alike, are nearly the same."""
    same = counted[:, np.newaxis] == counted
    np.fill_diagonal(same, val=False)
    return any((nearly_called(title, titles) & own).any()
               for title, own in zip(titles, same, strict=True))  # fmt: skip


def are_days_of_one(group: Sequence[Training]) -> bool:
    """Tell whether trainings are the days that their title says that the one training has."""
    days = {pd.Timestamp(one["date_start"]) for one in group}
    numbers = {found[0] for one in group if (found := DAY_NUMBER.search(plain(one["title"])))}
    told = days_told(group[0]["title"])
    if len(days) < len(group) or not (told or numbers):
        return False
    if not told:
        return len(numbers) == len(group)
    return (max(days) - min(days)).days < told


def numbers_of_venue(venue: str) -> str:
    """Return the words of a venue, in its plain form, with a number in them."""
    return " ".join(filter(_NUMBER.search, venue.split()))


def may_be_one_place(one: Training, other: Training) -> bool:
    """Tell whether nothing says that two trainings were in different places."""
    codes = {one["venue_adm2_pcode"], other["venue_adm2_pcode"]} - {""}
    venues = {plain(one["venue"]), plain(other["venue"])} - {""}
    numbers = {*map(numbers_of_venue, venues)} - {""}
    if len(codes) > 1 or len(numbers) > 1:  # "GHS 3 Kasur", "GHS 4 Kasur"
        return False
    if len(venues) < 2 or max(map(len, venues)) > LONGEST_TEXT:
        return len(venues) < 2
    first, second = ({*venue.split()} & _SCHOOLS for venue in venues)
    if first and second and not first & second:
        return False
    return not _are_other_schools(*venues) and fuzz.token_set_ratio(*venues) >= LEAST_LIKE_VENUES


def _are_other_schools(one: str, other: str) -> bool:
    """Tell whether each of two schools has words of its own: "High School Daska", "... Girls"."""
    words, others = ({*venue.split()} for venue in (one, other))
    if not (words & _CALLED_SCHOOLS and others & _CALLED_SCHOOLS):
        return False
    own, rest = (" ".join(sorted(each - _OF_SCHOOLS))
                 for each in (words - others, others - words))  # fmt: skip
    return bool(own and rest) and fuzz.ratio(own, rest) < LEAST_LIKE_VENUES
