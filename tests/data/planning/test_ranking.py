"""The order of need: ties, what is not known, other weights; by hand and for any parts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.planning.ranking import ranked, sensitivity, shares_of_weight
from data.planning.weights import PARTS, Weights

#: Weights as most views have them: no layer is loaded.
SHARES = np.array([0.5, 0, 0.25, 0.125, 0.125])


def frame_of(*rows: tuple, people: list[int] | None = None) -> pd.DataFrame:
    """Return rows of parts in the order of ``PARTS`` (None where not known), named A, B, C ..."""
    frame = pd.DataFrame(list(rows), columns=[f"part_{part}" for part in PARTS], dtype=float)
    names = [chr(ord("A") + place) for place in range(len(frame))]
    populations = pd.array(people or [1] * len(frame), dtype="Int64")
    return frame.assign(name=names, population=populations)


# ------------------------------------------------------------------------ ties


def test_scores_that_differ_by_rounding_alone_are_ties_and_people_decide() -> None:
    # 0.1 + 0.2 is above 0.3 in the 16th digit: A would stand first for that alone.
    shares = np.array([1 / 3, 0, 1 / 3, 1 / 3, 0])
    frame = frame_of((0.1, None, 0.2, 0, 0), (0.3, None, 0, 0, 0), people=[5, 9])
    assert 0.1 + 0.2 > 0.3
    found = ranked(frame, shares)
    assert found["name"].to_list() == ["B", "A"]
    assert found["rank"].to_list() == [1, 1]
    assert found["tied"].all()


def test_equal_scores_and_people_stand_by_name_and_the_next_rank_is_left_out() -> None:
    rows = ((0.5, None, 0.5, 0.5, 0.5),) * 2 + ((1, None, 1, 1, 1), (0, None, 0, 0, 0))
    found = ranked(frame_of(*rows), SHARES)
    assert found["name"].to_list() == ["C", "A", "B", "D"]
    assert found["rank"].to_list() == [1, 2, 2, 4]
    assert found["tied"].to_list() == [False, True, True, False]


# ------------------------------------------------------------------------ not known


def test_a_part_that_is_not_known_gives_no_rank_and_says_why() -> None:
    found = ranked(frame_of((None, None, 1, 1, 1), (0, None, 0, 0, 0)), SHARES)
    assert found["name"].to_list() == ["B", "A"]
    assert found["rank"].to_list() == [1, pd.NA]
    assert found["not_ranked"].to_list() == ["", "population not known"]
    # A may be anything from 0.5 to 1, which is more than B either way; B may be second.
    assert found["rank_best"].to_list() == [1, 1]
    assert found["rank_worst"].to_list() == [2, 1]


def test_a_part_that_is_known_for_nobody_has_no_weight() -> None:
    frame = frame_of((0.5, None, 1, 1, 1))
    assert shares_of_weight(frame, Weights()).tolist() == [0.5, 0, 0.25, 0.125, 0.125]
    nothing = shares_of_weight(frame, Weights(0, 1, 0, 0, 0))
    assert not nothing.any()
    found = ranked(frame, nothing)
    assert found["not_ranked"].to_list() == ["no part with a weight is known"]
    assert found["rank"].isna().all()


PART = st.one_of(st.none(), st.integers(0, 8).map(lambda eighths: eighths / 8))
ROWS = st.lists(st.tuples(PART, PART, PART, PART, PART), min_size=1, max_size=12)
WEIGHTS = st.lists(st.integers(0, 5), min_size=5, max_size=5).filter(any)


def as_shares(weights: list[int]) -> np.ndarray:
    return np.array(weights, dtype=float) / sum(weights)


@settings(max_examples=20, deadline=None)
@given(ROWS, WEIGHTS)
def test_nobody_with_an_unknown_part_has_a_rank_or_stands_before_one_who_has(rows, weights) -> None:
    shares = as_shares(weights)
    found = ranked(frame_of(*rows), shares)
    parts = found[[f"part_{part}" for part in PARTS]].to_numpy()
    unknown = (np.isnan(parts) & (shares > 0)).any(axis=1)
    assert (found["rank"].isna().to_numpy() == unknown).all()
    assert (np.diff(unknown.astype(int)) >= 0).all()
    assert ((found["not_ranked"] != "").to_numpy() == unknown).all()
    assert (found["rank_best"] <= found["rank_worst"]).all()
    assert found["rank_worst"].le(len(found)).all()


@settings(max_examples=20, deadline=None)
@given(ROWS, WEIGHTS, st.data())
def test_an_unknown_part_never_stands_above_the_same_parts_with_it_at_its_highest(
    rows, weights, data
) -> None:
    shares, place = as_shares(weights), data.draw(st.integers(0, 4))
    base = data.draw(st.tuples(*[st.integers(0, 8).map(lambda n: n / 8)] * 5))
    lacking = (*base[:place], None, *base[place + 1 :])
    highest = (*base[:place], 1.0, *base[place + 1 :])
    found = ranked(frame_of(lacking, highest, *rows), shares).set_index("name")
    assert list(found.index).index("A") > list(found.index).index("B") or not shares[place]
    assert found.at["A", "rank_best"] >= found.at["B", "rank_best"]


@settings(max_examples=20, deadline=None)
@given(ROWS, WEIGHTS, st.integers(0, 4), st.lists(st.integers(0, 8), min_size=2, max_size=2))
def test_what_becomes_known_moves_a_district_as_its_value_says(rows, weights, place, eighths):
    """The higher the value, the higher the place, and always within the range said before."""
    shares, (low, high) = as_shares(weights), sorted(eighths)
    first = list(rows[0])
    first[place] = None
    before = ranked(frame_of(tuple(first), *rows[1:]), shares).set_index("name").loc["A"]
    ranks = []
    for value in (low, high):
        first[place] = value / 8
        known = ranked(frame_of(tuple(first), *rows[1:]), shares).set_index("name").loc["A"]
        ranks.append(known["rank"])
    if pd.notna(ranks[0]):
        assert ranks[0] >= ranks[1]
        assert all(before["rank_best"] <= rank <= before["rank_worst"] for rank in ranks)


@settings(max_examples=20, deadline=None)
@given(ROWS, WEIGHTS)
def test_the_rank_of_other_weights_lies_within_the_range(rows, weights) -> None:
    shares = as_shares(weights)
    found = ranked(frame_of(*rows), shares).set_index("name")
    for place in np.flatnonzero(shares):
        for factor in (0.5, 2):
            other = shares.copy()
            other[place] *= factor
            under = ranked(frame_of(*rows), other / other.sum()).set_index("name")
            rank = under["rank"].reindex(found.index)
            inside = (rank >= found["rank_best"]) & (rank <= found["rank_worst"])
            assert (inside | rank.isna()).all()


# ------------------------------------------------------------------------ other weights


def test_a_rank_that_only_a_doubled_weight_gives_is_in_the_range() -> None:
    thirds = np.array([1, 0, 1, 1, 0]) / 3
    found = ranked(frame_of((1, 0, 0, 0, 0), (0, 0, 0.7, 0.7, 0)), thirds).set_index("name")
    assert found["rank"].to_dict() == {"B": 1, "A": 2}
    assert found["rank_best"].to_dict() == {"B": 1, "A": 1}
    assert found["rank_worst"].to_dict() == {"B": 2, "A": 2}


def test_range_of_ranks_by_hand() -> None:
    # A leads by people, B by distance; C is behind in both.
    shares = np.array([0.5, 0, 0.5, 0, 0])
    frame = frame_of((1, None, 0.5, 0, 0), (0.4, None, 1, 0, 0), (0.1, None, 0.1, 0, 0))
    found = ranked(frame, shares)
    assert found["name"].to_list() == ["A", "B", "C"]
    assert found["rank_best"].to_list() == [1, 1, 3]
    assert found["rank_worst"].to_list() == [2, 2, 3]


def test_sensitivity_by_hand() -> None:
    # Two parts: A is first in both, B and C in one each; whichever weighs more is second.
    rows = ((1, None, 1, 0, 0), (0.9, None, 0.5, 0, 0), (0.5, None, 0.9, 0, 0), (0, None, 0, 0, 0))
    found = ranked(frame_of(*rows), np.array([0.6, 0, 0.4, 0, 0]))
    shares = pd.Series(sensitivity(found, top=2), index=found["name"])
    assert (shares["A"], shares["D"]) == (1, 0)
    assert shares["B"] + shares["C"] == pytest.approx(1)
    assert 0.45 < shares["B"] < 0.55
    only = ranked(frame_of(*rows), np.array([1.0, 0, 0, 0, 0]))
    assert sensitivity(only, top=2).tolist() == [1, 1, 0, 0]


def test_sensitivity_is_the_same_each_time_and_knows_nothing_of_who_has_no_rank() -> None:
    some = ((n / 20, None, 1 - n / 20, 0.5, 0.5) for n in range(20))
    found = ranked(frame_of(*some, (None, None, 1, 1, 1)), SHARES)
    first, again = sensitivity(found), sensitivity(found)
    np.testing.assert_array_equal(first, again)
    assert np.isnan(first).tolist() == [False] * 20 + [True]
    assert np.nansum(first) == pytest.approx(10, abs=0.1)


def test_few_districts_are_all_in_the_top() -> None:
    found = ranked(frame_of(*((n / 9, None, 0, 0, 0) for n in range(7))), SHARES)
    assert sensitivity(found).tolist() == [1.0] * 7
    assert len(sensitivity(found.head(0))) == 0
