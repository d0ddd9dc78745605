"""Plans of any place: equal to every choice, never worse than the simple way."""

from dataclasses import replace
from itertools import chain, combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.planning.distances import Distances
from data.planning.plan import curve, greedy_plan, plan
from data.planning.request import Request
from data.planning.weights import PlanningError
from tests.data.planning.test_plan import FEW, LISTED, between, check_kept, meets

# ------------------------------------------------------------------------ every choice


def most_by_matching(wanted: dict, can: dict, seats: dict) -> float:
    """Return the most need that venues can take, each so many: one district after the other."""
    holds: dict[tuple, str] = {}

    def seated(district: str, tried: set) -> bool:
        for seat in [(v, n) for v in can[district] for n in range(seats.get(v, 0))]:
            if seat in tried:
                continue
            tried.add(seat)
            if seat not in holds or seated(holds[seat], tried):
                holds[seat] = district
                return True
        return False

    # The sets that can be seated are a matroid: taking the largest first is the best.
    largest = sorted(wanted, key=lambda district: -wanted[district])
    return sum(wanted[district] for district in largest if seated(district, set()))


def every_choice(request: Request) -> list[tuple]:
    allowed = sorted({*(request.sites or LISTED), *request.locked_in} - set(request.locked_out))
    sizes = range(min(request.n_venues, len(allowed)) + 1) if allowed else ()
    choices = chain.from_iterable(combinations(allowed, size) for size in sizes)
    return [venues for venues in choices if meets(venues, request)]


def best(wanted: pd.Series, distances: Distances, request: Request, choices: list[tuple]) -> float:
    known = {pcode: float(value) for pcode, value in wanted.dropna().items() if value > 0}
    sites = sorted({*(request.sites or ()), *request.locked_in})
    away = pd.DataFrame(distances.among(list(known), sites), index=list(known), columns=sites)
    can = {pcode: [s for s in sites if away.at[pcode, s] <= request.radius] for pcode in known}
    room = request.capacity or len(known)
    return max(most_by_matching(known, can, dict.fromkeys(venues, room)) for venues in choices)


@st.composite
def small_cases(draw: st.DrawFn) -> tuple[pd.Series, Distances, Request]:
    """Up to 12 sites and 4 venues, with capacity, locks and minimums, some of them at odds."""
    count = draw(st.integers(2, 12))
    places = FEW[:count]
    generator = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    matrix = generator.integers(1, 60, (count, count)).astype(float)
    values = st.one_of(st.none(), st.integers(0, 9), st.floats(0.01, 1))
    wanted = pd.Series({place: draw(values) for place in places}, dtype="Float64")
    some = st.lists(st.sampled_from(places), max_size=2, unique=True).map(tuple)
    minimum = st.lists(
        st.tuples(st.sampled_from(["PK1", "PK2", "PK6", "PK7"]), st.integers(0, 2)),
        max_size=2,
        unique_by=lambda pair: pair[0],
    )
    request = Request(
        n_venues=draw(st.integers(1, 4)),
        radius=draw(st.sampled_from([5, 20, 40])),
        capacity=draw(st.sampled_from([None, 1, 2, 3])),
        locked_in=draw(st.just(()) | some),
        locked_out=draw(st.just(()) | some),
        minimum=tuple(draw(st.just([]) | minimum)),
        sites=tuple(draw(st.lists(st.sampled_from(places), min_size=1, unique=True))),
    )
    return wanted, between(matrix, places), request


@settings(max_examples=30, deadline=None)
@given(small_cases())
def test_equal_to_trying_every_choice(case) -> None:
    wanted, distances, request = case
    choices = every_choice(request)
    if not choices or not wanted.notna().any():
        with pytest.raises(PlanningError):
            plan(wanted, distances, request)
        return
    found = plan(wanted, distances, request)
    most = best(wanted, distances, request, choices)
    assert found.need_covered == pytest.approx(most, rel=1e-9, abs=1e-12)
    assert found.optimal
    assert found.bound == pytest.approx(found.need_covered)
    check_kept(found, request, wanted)
    simple = greedy_plan(wanted, distances, request)
    check_kept(simple, request, wanted)
    assert simple.need_covered <= most * (1 + 1e-9)
    assert simple.bound is None


@settings(max_examples=20, deadline=None)
@given(small_cases())
def test_the_curve_is_the_plan_of_each_number(case) -> None:
    wanted, distances, request = case
    try:
        found = curve(wanted, distances, request).set_index("n_venues")
    except PlanningError:
        return
    assert found["optimal"].all()
    assert found["need_covered"].is_monotonic_increasing
    for number in range(1, 5):
        fewer = replace(request, n_venues=number)
        choices = every_choice(fewer)
        assert (number in found.index) == bool(choices)
        if choices:
            most = best(wanted, distances, fewer, choices)
            assert found.at[number, "need_covered"] == pytest.approx(most, abs=1e-12)
            assert found.at[number, "greedy"] <= most * (1 + 1e-9)
