"""A public edition: the same records with people in groups of at least *k*.

A public edition is a set of records like any other. Whatever is made of it, by any number of
views, is a sum of its groups. Within one training, until every count is 0 or at least *k*:

1. Where women, men or sex not recorded are 1 to *k* - 1, all three become *not recorded*.
2. Rows below *k* of one home are counted together, as *several agencies*.
3. Those that are still too few are counted together in their province, as *several districts*.
4. Those that are still too few are counted together in the training, without a home.
5. Those that are still too few join the smallest group of the training.

A group of *n* rows of steps 2 to 4 is of at least *k* people, more than *n* and fewer than
*n* (*k* - 1): else all its rows would be told to have one person each, or *k* - 1. It is named
after the closest place, and the agency, that all its rows have. A row that is counted in a
group stays, without a count: its district is reached and its agency present. A training with
fewer than *k* people, or at most one more than it has rows with people, has no count: its rows
without one would tell what each holds.

Trainings do not know of each other, so that another training, date or filter changes no group.

What it does not protect is said in ``NOT_PROTECTED``.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.records.errors import Refusal
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, Records, in_words
from geo.districts.larger_places import provinces_of_places, several_districts
from geo.words.catalogue import _

#: The smallest *k*: at 2, a row that is too small has one person; and the largest.
LEAST, MOST = 3, 1000
#: Sets of records whose counts are public already, by their key: they need no edition.
PUBLIC_ALREADY = ("published",)
#: What an edition does not protect, in sentences for whoever hosts it.
NOT_PROTECTED = (
    _(
        "That somebody came from a district and an agency is shown, and so is a count of k "
        "or more, be it of a whole office."
    ),
    _(
        "Who knows other counts of a training, published elsewhere or as one who was there, "
        "can subtract them."
    ),
    _("People who came to several trainings are counted in each."),
    _(
        "Two editions of a training that was corrected between them, or with another k, can "
        "be compared."
    ),
    _(
        "A reader who knows the rule and tries all counts that give the same groups is left "
        "with one count for some rows in a thousand."
    ),
)
SEVERAL_AGENCIES = "Several agencies"

KEY = list(ATTENDANCE_COLUMNS[:3])
COUNTS = list(COUNT_COLUMNS)
NOT_RECORDED = COUNTS[2]


def public_edition(records: Records, k: int, made_on: date) -> Records:
    """Return records with people in groups of at least ``k``.

    Parameters
    ----------
    records
        Any records; they are not changed.
    k
        The fewest people of a group that is counted: 3 or more, usually 5.
    made_on
        The day on which the edition is made; its notice says it.

    Returns
    -------
    Records
        ``attendance`` has one row a training, home and agency, sorted by them; a home may be a
        larger place (``geo.districts.larger_places``) or blank, and an agency ``SEVERAL_AGENCIES``.
        Assessments of fewer than ``k`` people, or that tell the answers of some, are left out,
        and so are inputs: what was said at a training can tell who said it. The other tables
        are the same.

    Raises
    ------
    Refusal
        If ``k`` is below ``LEAST``.
    """
    if k < LEAST:
        what = _(
            "Groups of at least {k} hide nothing: a row that is too small would have one person."
        )
        advice = _("Take {least} or more, usually 5.").format(least=LEAST)
        raise Refusal(what.format(k=k), _("The public edition"), advice)
    notice = _(
        "Public edition, made on {day}: people of a training are counted in groups of "
        "at least {k}. Where too few are of one district and agency, these are shown as "
        "reached, without a count."
    ).format(day=in_words(made_on), k=k)
    assessments = records.assessments
    return replace(
        records,
        notice=f"{records.notice} {notice}".strip(),
        attendance=_in_groups(records.attendance, k),
        rows_not_placed=0,
        sex_withheld=True,
        assessments=None if assessments is None else assessments[_hides_people(assessments, k)],
        inputs=None,
    )


#: The setting that makes every set of records a public edition: the fewest that count together.
PUBLIC_VARIABLE = "TRAINING_PUBLIC"


def smallest_group(written: str, variable: str) -> int:
    """Return the *k* that a setting asks for; 0 (or blank) where all counts are shown.

    Raises
    ------
    Refusal
        If the setting is not 0 or a whole number of ``LEAST`` to ``MOST``.
    """
    text = written.strip() or "0"
    number = int(text) if text.isdecimal() and text.isascii() else -1
    if number != 0 and not LEAST <= number <= MOST:
        what = _("{written!r} is not the fewest people whom a public edition counts together.")
        advice = _(
            "Set it to a whole number from {least} to {most:,}, usually 5. For an internal view, "
            "in which all counts are shown, leave it out or set it to 0."
        ).format(least=LEAST, most=MOST)
        raise Refusal(what.format(written=written[:40]), variable, advice)
    return number


def as_shown(records: Records, k: int, made_on: date) -> Records:
    """Return the public edition; the records themselves at 0, or where all of it is public."""
    if not k or records.key in PUBLIC_ALREADY:
        return records
    return public_edition(records, k, made_on)


def groups(homes: Sequence[str], people: Sequence[int], k: int) -> list[list[int]]:
    """Return which rows of one training are counted, each alone or with others.

    ``homes`` and ``people`` are the home and the number of people of each row, one or more; ``k``
    is the fewest people of a group.

    Returns
    -------
    list of list of int
        Places of the rows; all of them or, where the training has no count, none.
    """
    if sum(people) < max(k, len(people) + 2):
        return []
    counted = [[row] for row, count in enumerate(people) if count >= k]
    waiting = [row for row, count in enumerate(people) if count < k]
    provinces = [_province(home) for home in homes]
    for places in (homes, provinces, [""] * len(homes)):
        together = _by_place(waiting, places)
        waiting = []
        for rows in together:
            total, size = sum(people[row] for row in rows), len(rows)
            if total >= k and size < total < size * (k - 1):
                counted.append(rows)
            else:
                waiting.extend(rows)
    if waiting:
        smallest = min(counted, key=lambda rows: sum(people[row] for row in rows), default=[])
        counted = [rows for rows in counted if rows is not smallest]
        counted.append(sorted(smallest + waiting))
    return counted


def _by_place(rows: Iterable[int], places: Sequence[str]) -> list[list[int]]:
    together = defaultdict(list)
    for row in rows:
        together[places[row]].append(row)
    return list(together.values())


def _province(home: str) -> str:
    return provinces_of_places().get(home, "")


def _in_groups(attendance: pd.DataFrame, k: int) -> pd.DataFrame:
    """Return attendance with the groups as rows, and the rows counted in them without a count."""
    rows = _one_each(attendance)
    rows = _without_few(rows, k)
    people = rows[COUNTS].fillna(0).sum(axis=1).to_numpy(dtype=np.int64)
    alone, together = _groups_of_trainings(rows, people, k)
    rows.loc[(people > 0) & ~alone, COUNTS] = pd.NA
    keys = rows[KEY].to_numpy(dtype=object)
    joined = pd.DataFrame(
        [(*_common(keys[group]), people[group].sum()) for group in together],
        columns=[*KEY, NOT_RECORDED],
    )
    joined = joined.reindex(columns=list(ATTENDANCE_COLUMNS)).astype(rows.dtypes.to_dict())
    return _one_each(pd.concat([rows, joined], ignore_index=True))


def _one_each(attendance: pd.DataFrame) -> pd.DataFrame:
    """Return one row a training, home and agency, sorted by them; blank only where all are."""
    sums = attendance.groupby(KEY, as_index=False)[COUNTS].sum(min_count=1)
    return sums[list(ATTENDANCE_COLUMNS)]


def _without_few(rows: pd.DataFrame, k: int) -> pd.DataFrame:
    """Return rows in which a sex of too few people is not recorded, nor the other; step 1."""
    counts = rows[COUNTS].fillna(0)
    few = ((counts > 0) & (counts < k)).any(axis=1)
    sums = counts.sum(axis=1)
    rows.loc[few, COUNTS[:2]] = pd.NA
    rows[NOT_RECORDED] = rows[NOT_RECORDED].mask(few, sums)
    return rows


def _groups_of_trainings(
    rows: pd.DataFrame, people: NDArray[np.int64], k: int
) -> tuple[NDArray[np.bool_], list[list[int]]]:
    """Return which rows are counted alone, and the groups of several rows."""
    alone = np.zeros(len(rows), dtype=bool)
    together = []
    homes = rows["adm2_pcode"].tolist()
    counts = people.tolist()
    attended = np.flatnonzero(people)
    for training in _by_place(attended.tolist(), rows["training_id"].tolist()):
        of_training = [homes[row] for row in training], [counts[row] for row in training]
        for group in groups(*of_training, k):
            if len(group) == 1:
                alone[training[group[0]]] = True
            else:
                together.append([training[row] for row in group])
    return alone, together


def _common(keys: NDArray[np.object_]) -> tuple[str, str, str]:
    """Return the training of the rows of a group, and the closest place and agency of them all."""
    trainings, homes, agencies = (set(column) for column in keys.T)
    provinces = {_province(home) for home in homes}
    together = {several_districts(province) if province else "" for province in provinces}
    place = next((places.pop() for places in (homes, together) if len(places) == 1), "")
    agency = agencies.pop() if len(agencies) == 1 else SEVERAL_AGENCIES
    return trainings.pop(), place, agency


def _hides_people(assessments: pd.DataFrame, k: int) -> pd.Series:
    """Return of which trainings the assessment tells of no person.

    At least ``k`` people answered, their differences are not all the same, and neither mean is
    within ``k`` points, all people's together, of the least or the most that a test can have.
    """
    paired = assessments["paired"].fillna(0).astype(float)
    hides = (paired >= k) & (assessments["sd_difference"] != 0)
    for mean in ("pre_mean", "post_mean"):
        points = assessments[mean]
        room = pd.concat([points, assessments["scale_max"] - points], axis=1).min(axis=1)
        hides &= ~(paired * room < k)
    return hides
