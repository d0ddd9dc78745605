"""The classes of a map's legend: what is counted, and the best bounds for it."""

import gc
import weakref
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.shipped import illustrative, published
from reports.measures.measures import (
    MOST_CLASSES,
    class_bounds,
    map_values,
    measure,
    natural_breaks,
    training_values,
)


@pytest.mark.parametrize(
    ("records", "key", "bounds"),
    [
        # The one district of 29 is in the class that lies nearest.
        (illustrative, "participants", (4, 7, 12, 29)),
        (illustrative, "trainings", (1, 2, 3, 4)),  # fewer values than classes: one each
        (illustrative, "agencies", (2, 3, 4, 5, 6)),
        (illustrative, "status", ()),
        (published, "participants", (3,)),
    ],
)
def test_class_bounds_of_the_shipped_records(records, key, bounds):
    assert class_bounds(records(), measure(key)) == bounds


def test_a_map_says_which_provinces_it_is_of_and_whether_they_can_be_chosen_on_it():
    records = illustrative()
    selection = replace(whole(records), provinces=("PK2", "PK7"))
    values = map_values(coverage(records, selection), measure("status"))
    assert (values.provinces, values.choosable) == (("PK2", "PK7"), True)
    training = training_values(records, records.trainings["training_id"].iat[0])
    assert (training.provinces, training.choosable) == ((), False)


def spread(values, bounds):
    """Return the squared distances of values from the mean of their class."""
    classes = np.searchsorted(bounds, values)
    return sum(
        ((values[classes == one] - values[classes == one].mean()) ** 2).sum()
        for one in np.unique(classes)
    )


many = st.one_of(
    st.lists(st.integers(1, 9), min_size=MOST_CLASSES, max_size=40),
    st.lists(st.floats(0.1, 5_000), min_size=MOST_CLASSES, max_size=9),
)


@settings(max_examples=40, deadline=None)
@given(many.filter(lambda values: len(set(values)) >= MOST_CLASSES))
def test_no_other_bounds_fit_better(listed):
    values = np.array(listed, dtype=float)
    bounds = natural_breaks(values)
    assert len(set(bounds)) == MOST_CLASSES
    assert list(bounds) == sorted(bounds)
    assert bounds[-1] == values.max()
    best = min(
        spread(values, (*lower, values.max()))
        for lower in combinations(np.unique(values)[:-1], MOST_CLASSES - 1)
    )
    assert spread(values, bounds) == pytest.approx(best, rel=1e-9, abs=1e-6)


def test_bounds_are_made_once_and_let_go_with_their_records():
    records, shown = replace(illustrative()), measure("participants")
    assert class_bounds(records, shown) is class_bounds(records, shown)
    assert class_bounds(records, measure("per_million")) != class_bounds(records, shown)
    assert class_bounds(published(), shown) != class_bounds(records, shown)
    alive = weakref.ref(records)
    del records
    gc.collect()
    assert alive() is None
