"""The public edition of any records: no figure tells of a small group, whatever is asked."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import chain, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from data.figures.coverage import Coverage, coverage
from data.figures.selection import Selection, whole
from data.records.model import Records
from data.records.public_edition import (
    KEY,
    groups,
    public_edition,
)
from data.store import shipped
from geo.districts.larger_places import provinces_of_places
from tests.data.conftest import records_of, selections_of
from tests.data.records.test_public_edition import (
    AGENCIES,
    COUNTS,
    FAISALABAD,
    HOMES,
    LAHORE,
    MADE_ON,
    QUETTA,
)

# ------------------------------------------------------------------------ for all records


@st.composite
def small_records(draw: st.DrawFn) -> Records:
    """Up to four trainings, most of whose rows have few people."""
    ids = [f"T{number}" for number in range(draw(st.integers(1, 4)))]
    starts = [date(2023, draw(st.integers(1, 9)), 5) for _ in ids]
    trainings = [
        {"training_id": name, "date_start": start, "donor": draw(st.sampled_from(["Denmark", ""]))}
        for name, start in zip(ids, starts, strict=True)
    ]
    few = st.sampled_from([None, 0, 0, 0, 1, 1, 2, 3, 4, 5, 9, 14])
    key = st.tuples(st.sampled_from(ids), st.sampled_from(HOMES), st.sampled_from(AGENCIES))
    keys = draw(st.lists(key, unique=True, max_size=30))
    return records_of(trainings, [(*key, draw(few), draw(few), draw(few)) for key in keys])


SIZES = st.integers(3, 7)


def people_of(attendance: pd.DataFrame) -> pd.Series:
    return attendance[COUNTS].fillna(0).sum(axis=1).astype(int)


def by_training(records: Records) -> dict[str, tuple[int, int]]:
    """Return the people and the rows with people of each training."""
    people = people_of(records.attendance)
    of_training = people.groupby(records.attendance["training_id"])
    sums, rows = of_training.sum(), (people > 0).groupby(records.attendance["training_id"]).sum()
    return {name: (int(sums[name]), int(rows[name])) for name in sums.index}


@settings(max_examples=20, deadline=None)
@given(small_records(), SIZES)
def test_counts_are_none_zero_or_at_least_k_and_totals_places_and_agencies_are_kept(
    records: Records, k: int
) -> None:
    edition = public_edition(records, k, MADE_ON)
    counts = edition.attendance[COUNTS].to_numpy(dtype=float, na_value=0)
    assert not ((counts > 0) & (counts < k)).any()
    before, after = by_training(records), by_training(edition)
    assert before.keys() == after.keys()
    for name, (people, rows) in before.items():
        assert after[name][0] == (people if people >= max(k, rows + 2) else 0)
    keys = set(records.attendance[KEY].itertuples(index=False, name=None))
    assert keys <= set(edition.attendance[KEY].itertuples(index=False, name=None))
    own, public = (coverage(one, whole(one)) for one in (records, edition))
    assert own.headline.districts_covered == public.headline.districts_covered
    assert own.headline.trainings == public.headline.trainings
    pd.testing.assert_series_equal(own.districts["agencies"], public.districts["agencies"])


@settings(max_examples=20, deadline=None)
@given(small_records(), SIZES, st.randoms(use_true_random=False))
def test_a_training_has_the_same_groups_whatever_else_there_is(
    records: Records, k: int, chance: object
) -> None:
    attendance = public_edition(records, k, MADE_ON).attendance
    mixed = records.attendance.sample(frac=1, random_state=chance.randrange(2**31))
    name = chance.choice(records.trainings["training_id"].tolist())
    alone = replace(records, attendance=mixed[mixed["training_id"] == name])
    assert_frame_equal(
        public_edition(alone, k, MADE_ON).attendance,
        attendance[attendance["training_id"] == name].reset_index(drop=True),
    )


# ------------------------------------------------------------------------ what views tell


def figures_of(view: Coverage) -> dict[tuple, int]:
    """Return all sums of people that a view shows, by what they are of."""
    sums: dict[tuple, int] = {("all",): view.headline.participants}
    sums["unplaced",] = view.headline.participants_unplaced
    tables = [
        ("district", view.districts, ["adm2_pcode"]),
        ("province", view.by_province, ["adm1_pcode"]),
        ("month", view.by_agency_month, ["month", "agency"]),
        ("training", view.trainings, ["training_id"]),
        ("day", view.by_day, ["day"]),
    ]
    for name, frame, keys in tables:
        columns = [column for column in ("participants", *COUNTS) if column in frame]
        people = frame[columns].to_numpy(dtype=float, na_value=0)
        names = list(zip(*(frame[key] for key in keys), strict=True))
        for row, column in np.argwhere(people > 0):
            sums[name, columns[column], *names[row]] = int(people[row, column])
    return sums


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_two_views_one_within_the_other_differ_by_nothing_or_by_at_least_k(
    data: st.DataObject,
) -> None:
    k = data.draw(SIZES)
    edition = public_edition(data.draw(small_records()), k, MADE_ON)
    wide, other = (data.draw(selections_of(edition)) for _ in range(2))
    views = {whole(edition), wide, _within(wide, other)}
    sums = {view: figures_of(coverage(edition, view)) for view in views}
    for outer, inner in product(sums, sums):
        if _is_within(inner, outer):
            for what in (sums[inner] | sums[outer]).keys() - {("unplaced",)}:
                people = sums[inner].get(what, 0)
                rest = sums[outer].get(what, 0) - people
                assert people == 0 or people >= k
                assert rest == 0 or rest >= k


def _within(one: Selection, other: Selection) -> Selection:
    """Return what two Selections have in common, or the first where that is nothing."""
    filters = {}
    for name in ("provinces", "agencies", "donors", "levels"):
        first, second = getattr(one, name), getattr(other, name)
        both = tuple(value for value in first if value in second)
        filters[name] = both or first or second
    since = max((day for day in (one.since, other.since) if day), default=None)
    as_of = min(one.as_of, other.as_of)
    return Selection(as_of, since if since and since <= as_of else None, **filters)


def _is_within(narrow: Selection, wide: Selection) -> bool:
    days = narrow.as_of <= wide.as_of
    days &= not wide.since or bool(narrow.since and narrow.since >= wide.since)
    names = ("provinces", "agencies", "donors", "levels")
    filters = ((getattr(narrow, name), getattr(wide, name)) for name in names)
    return days and all(not w or (n and set(n) <= set(w)) for n, w in filters)


# ------------------------------------------------------------------------ what bounds tell


def bounds_of(people: list[int], rows: list[list[int]], k: int) -> list[tuple[int, int]]:
    """Return the least and the most that each row may have, to one who knows the groups.

    The reader knows which rows have people and which of them a count was made of, and which
    groups have small rows alone; not which row of another was large. Where one group is the whole
    training, *n* (*k* - 1) people may also be of a large row and small ones.
    """
    size, found = len(people), {}
    less = max(k, size + 2) - 1  # than which a training without a count has no more
    for group in rows or [list(range(size))]:
        total, others = sum(people[row] for row in group), len(group) - 1
        low, high = (total, total) if rows else (size, less)
        most = sum(people) if rows else less
        if rows and others and max(people[row] for row in group) < k:
            small = total < len(group) * (k - 1) or len(rows) > 1
            most = k - 1 if small else total
        # One row has the fewest people where all others have the most, and the reverse.
        found |= dict.fromkeys(group, (max(1, low - others * most), min(most, high - others)))
    return [found[row] for row in range(size)]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(HOMES), st.sampled_from([1, 1, 1, 2, 2, 3, 4, 5, 6, 12])),
        min_size=1,
        max_size=12,
    ),
    SIZES,
)
def test_exact_bounds_leave_every_small_row_at_least_two_counts(
    rows: list[tuple[str, int]], k: int
) -> None:
    homes, people = [home for home, _ in rows], [count for _, count in rows]
    of_training = groups(homes, people, k)
    assert sorted(chain.from_iterable(of_training)) == (
        list(range(len(rows))) if of_training else []
    )
    for (least, most), count in zip(bounds_of(people, of_training, k), people, strict=True):
        assert least <= count <= most
        assert count >= k or least < most


def test_exact_bounds_leave_every_small_row_of_the_illustrative_records_two_counts() -> None:
    attendance = shipped.illustrative().attendance
    attendance = attendance[people_of(attendance) > 0]
    for _, rows in attendance.groupby("training_id"):
        people = people_of(rows).tolist()
        of_training = groups(rows["adm2_pcode"].tolist(), people, 5)
        for (least, most), count in zip(bounds_of(people, of_training, 5), people, strict=True):
            assert count >= 5 or least < most


LAYOUTS = (
    ((LAHORE, "a"), (LAHORE, "b")),
    ((LAHORE, "a"), (FAISALABAD, "a")),
    ((LAHORE, "a"), (QUETTA, "a")),
    ((LAHORE, "a"), (FAISALABAD, "b"), (QUETTA, "a")),
    ((LAHORE, "a"), (LAHORE, "b"), (FAISALABAD, "a")),
    ((LAHORE, "a"), (LAHORE, "b"), (LAHORE, "c")),
    ((LAHORE, "a"), (LAHORE, "b"), (FAISALABAD, "a"), (QUETTA, "a")),
    ((LAHORE, "a"), (LAHORE, "b"), (LAHORE, "c"), (FAISALABAD, "b")),
)


def published_of(layout: tuple, people: tuple[int, ...], k: int) -> tuple:
    """Return the counts that an edition has of one training, by place and agency."""
    sums: Counter[tuple[str, str]] = Counter()
    homes = [home for home, _ in layout]
    for group in groups(homes, people, k):
        places = {homes[row] for row in group}
        provinces = {provinces_of_places()[place] for place in places}
        agencies = {layout[row][1] for row in group}
        place = next((one.pop() for one in (places, provinces) if len(one) == 1), "")
        sums[place, agencies.pop() if len(agencies) == 1 else ""] += sum(
            people[row] for row in group
        )
    return tuple(sorted(sums.items()))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_who_tries_all_counts_by_the_rule_is_left_two_for_all_but_few_in_a_thousand(
    layout: tuple,
) -> None:
    k, most = 5, {2: 16, 3: 13, 4: 10}[len(layout)]
    worlds = defaultdict(list)
    for people in product(range(1, most + 1), repeat=len(layout)):
        worlds[published_of(layout, people, k)].append(people)
    small = known = 0.0
    for alike in worlds.values():
        for row in range(len(layout)):
            counts = [people[row] for people in alike]
            # One person more in a row is half as frequent, as in the records of the programme.
            weight = sum(
                0.5 ** sum(people) for people, count in zip(alike, counts, strict=True) if count < k
            )
            small += weight
            known += weight if len(set(counts)) == 1 else 0
    assert known <= (0.005 * small if len(layout) > 2 else 0)
