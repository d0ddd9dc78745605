"""The planner: equal to trying every choice, within its wishes, plain about what cannot be."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.coverage import coverage
from data.figures.selection import as_of_dates, whole
from data.planning.distances import Distances, road_distances, travel_matrix
from data.planning.need import UNCOVERED, need, venues_so_far
from data.planning.plan import Plan, continue_as_before, curve, greedy_plan, plan
from data.planning.plan_words import range_in_words
from data.planning.request import Request
from data.planning.settings import Aims, needed, people_to_cover, to_cover
from data.store.shipped import illustrative
from geo.districts import gazetteer
from tests.data.conftest import province_of
from tests.in_turn import in_turn

LISTED = gazetteer.districts()["adm2_pcode"].to_list()
# Twelve districts of four provinces.
FEW = ["PK101", "PK102", "PK201", "PK202", "PK203", "PK204", "PK601", "PK602", "PK603"]
FEW += ["PK701", "PK702", "PK703"]
ROAD = road_distances()
FIGURES = coverage(illustrative(), whole(illustrative()))
NEED = need(FIGURES)
PEOPLE = NEED[NEED["kind"] == UNCOVERED].set_index("adm2_pcode")["population"]


def between(matrix: np.ndarray, pcodes: list[str]) -> Distances:
    """Return distances that are known among a few districts only."""
    whole_list = np.full((len(LISTED), len(LISTED)), np.inf)
    places = [LISTED.index(pcode) for pcode in pcodes]
    whole_list[np.ix_(places, places)] = matrix
    np.fill_diagonal(whole_list, 0)
    return Distances(between=whole_list, unit="km", source="A test.")


def meets(venues: tuple, request: Request) -> bool:
    provinces = Counter(province_of(pcode) for pcode in venues)
    return (
        set(request.locked_in) <= set(venues)
        and not set(request.locked_out) & set(venues)
        and all(provinces[province] >= number for province, number in request.minimum)
    )


def check_kept(found: Plan, request: Request, wanted: pd.Series) -> None:
    """Check that a plan keeps to what was asked and that its sums are those of its rows."""
    venues = tuple(found.venues["adm2_pcode"])
    assert len(venues) <= request.n_venues
    assert meets(venues, request)
    served = found.districts[found.districts["venue"] != ""]
    assert set(served["venue"]) <= set(venues)
    assert (served["distance"] <= request.radius).all()
    assert request.capacity is None or (found.venues["districts"] <= request.capacity).all()
    assert served["need"].sum() == pytest.approx(found.need_covered)
    assert found.venues["need"].sum() == pytest.approx(found.need_covered)
    assert found.need_total == pytest.approx(float(wanted.dropna().sum()))
    assert found.need_covered <= found.need_total * (1 + 1e-9)


# ------------------------------------------------------------------------ by hand

# A and B lie near C, D near E; F lies apart.
A, B, C, D, E, F = FEW[:6]
LINE = between(
    abs(np.subtract.outer([0, 20, 10, 100, 105, 500], [0, 20, 10, 100, 105, 500])), FEW[:6]
)
WANTED = pd.Series({A: 5, B: 4, C: 1, D: 6, E: 1, F: 3}, dtype="Int64")
SITES = tuple(FEW[:6])


def asked(n_venues: int, **wishes) -> Request:
    return Request(n_venues, 10, **({"sites": SITES} | wishes))


def test_two_venues_by_hand() -> None:
    found = plan(WANTED, LINE, asked(2))
    assert set(found.venues["adm2_pcode"]) in ({C, D}, {C, E})
    assert (found.need_covered, found.need_total) == (17, 20)
    assert (found.bound, found.gap, found.optimal) == (17, 0, True)
    assert found.share == 17 / 20
    assert found.venues.set_index("adm2_pcode").loc[C, ["districts", "need"]].to_list() == [3, 10]
    assert found.venues.set_index("adm2_pcode").at[C, "farthest"] == 10
    of_f = found.districts.set_index("adm2_pcode").loc[F]
    assert (of_f["venue"], of_f["in_reach"]) == ("", True)
    assert "proven" in found.messages[0]


def test_what_each_venue_adds_and_what_leaving_it_out_loses_by_hand() -> None:
    # Near C lie A, B and C itself (10 people), near D and E those two (7).
    found = plan(WANTED, LINE, asked(2))
    worth = found.worth
    assert worth["adm2_pcode"].to_list() == found.venues["adm2_pcode"].to_list()
    assert worth["adds"].to_list() == [10, 7]
    assert worth["loses"].to_list() == [10, 7]
    # A venue that shares its districts with the others loses little.
    locked = plan(WANTED, LINE, asked(3, locked_in=(A, C, D)))
    shared = locked.worth.set_index("adm2_pcode")
    assert shared["adds"].sum() == locked.need_covered == 17
    # Without A, C takes in all that A did; without C, A is left with itself and C.
    assert shared["loses"].to_dict() == {A: 0, C: 4, D: 7}


def test_the_range_of_the_share_by_hand() -> None:
    near, far = LINE.between * 0.5, LINE.between * 1.5
    found = plan(WANTED, replace(LINE, ends=(near, far)), asked(1))
    assert found.need_covered == 10
    # At 1.5 times the way, C takes in itself alone; the shortest way adds nobody.
    assert found.share_range == (1 / 20, 10 / 20)
    words = range_in_words(found.share_range)
    assert words == "The same venues cover 5% where roads wind most, 50% where least."
    travelled = plan(WANTED, LINE, asked(1)).share_range
    assert travelled is None  # as of a travel table
    assert range_in_words(travelled) == ""


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 12), st.sampled_from([50, 100, 200]), st.sampled_from([None, 3, 8]))
def test_worth_and_range_of_real_plans(number: int, radius: float, capacity: int | None) -> None:
    found = greedy_plan(PEOPLE, ROAD, Request(number, radius, capacity))
    low, high = found.share_range or (0, 0)
    assert low <= (found.share or 0) <= high
    assert found.worth["adds"].sum() == pytest.approx(found.need_covered)
    assert (found.worth[["adds", "loses"]] >= -1e-6).all(axis=None)
    assert found.worth["loses"].sum() <= found.need_covered * (1 + 1e-9)


def test_capacity_by_hand() -> None:
    found = plan(WANTED, LINE, asked(2, capacity=2))
    assert found.need_covered == 16  # A and B at C, D and E at one of theirs
    assert plan(WANTED, LINE, asked(2, capacity=1)).need_covered == 11
    assert plan(WANTED, LINE, asked(6, capacity=1)).need_covered == 20


def test_capacity_sends_districts_where_there_is_room() -> None:
    # C is near both venues that are fixed; A can go to one of them only.
    near = between(np.array([[0, 9, 3], [9, 0, 4], [3, 4, 0.0]]), [A, B, C])
    wanted = pd.Series({A: 2, B: 2, C: 2})
    request = Request(2, 5, capacity=2, locked_in=(A, B), sites=())
    found = plan(wanted, near, request)
    assert found.need_covered == 6
    assert found.districts.set_index("adm2_pcode")["venue"].to_dict() == {A: A, B: B, C: A}


def test_locks_and_minimums_by_hand() -> None:
    assert set(plan(WANTED, LINE, asked(2, locked_in=(F,))).venues["adm2_pcode"]) == {F, C}
    assert plan(WANTED, LINE, asked(2, locked_in=(F,))).need_covered == 13
    assert plan(WANTED, LINE, asked(1, locked_out=(C,))).need_covered == 7
    there = plan(WANTED, LINE, asked(2, minimum=((province_of(C), 2),)))
    assert [province_of(pcode) for pcode in there.venues["adm2_pcode"]] == [province_of(C)] * 2


def test_of_venues_that_cover_the_same_the_nearest_is_taken() -> None:
    # All three reach each other, and B lies between.
    line = between(abs(np.subtract.outer([0.0, 4, 9], [0.0, 4, 9])), [A, B, C])
    everywhere = pd.Series({A: 1, B: 1, C: 1})
    for capacity in (None, 3):
        found = plan(everywhere, line, asked(1, capacity=capacity))
        assert found.venues["adm2_pcode"].to_list() == [B]
    assert plan(everywhere, line, asked(1, locked_in=(A,))).venues["adm2_pcode"].to_list() == [A]
    alone = plan(pd.Series({"PK617": 5}), ROAD, Request(1, 300))
    assert alone.venues["adm2_pcode"].to_list() == ["PK617"]


# ------------------------------------------------------------------------ the country


@in_turn({"capacity": [None, 3, 5, 8], "wanted": ["people", "score", "everybody"]})
def test_ten_venues_within_100_km_are_proven(wanted: str, capacity: int | None) -> None:
    needs = {
        "people": PEOPLE,
        "score": NEED.set_index("adm2_pcode")["score"],
        "everybody": FIGURES.districts.set_index("adm2_pcode")["population"],
    }
    request = Request(n_venues=10, radius=100, capacity=capacity)
    found = plan(needs[wanted], ROAD, request, seconds=60)
    assert found.optimal
    check_kept(found, request, needs[wanted])
    assert greedy_plan(needs[wanted], ROAD, request).need_covered <= found.need_covered
    used = venues_so_far(FIGURES)
    assert continue_as_before(needs[wanted], ROAD, request, used).need_covered < found.need_covered


@pytest.mark.parametrize("day", as_of_dates(FIGURES.records))
def test_people_to_cover_are_those_of_the_uncovered_in_need(day) -> None:
    figures = coverage(FIGURES.records, replace(FIGURES.selection, as_of=day))
    ranked = to_cover(needed(figures, Aims()).districts, by_score=False)
    pd.testing.assert_series_equal(people_to_cover(figures), ranked)


def test_out_of_time_there_is_a_plan_with_a_gap() -> None:
    everybody = FIGURES.districts.set_index("adm2_pcode")["population"]
    request = Request(n_venues=10, radius=250, capacity=8)
    found = plan(everybody, ROAD, request, seconds=0.05)
    assert not found.optimal
    assert found.gap is not None
    assert 0 < found.gap < 0.1
    assert "was stopped" in found.messages[0]
    assert found.need_covered >= greedy_plan(everybody, ROAD, request).need_covered


def test_the_curve_of_the_country() -> None:
    found = curve(PEOPLE, ROAD, Request(radius=100), seconds=120)
    assert found["n_venues"].to_list() == list(range(1, 31))
    assert found["optimal"].all()
    assert found["need_covered"].is_monotonic_increasing
    ten = found.set_index("n_venues").at[10, "need_covered"]
    assert ten == pytest.approx(plan(PEOPLE, ROAD, Request(10, 100)).need_covered)


def test_continue_as_before_takes_the_venues_used_most() -> None:
    used = pd.Series({"PK617": 3, "PK401": 2, "PK226": 1})
    request = Request(n_venues=2, radius=100, locked_in=("PK101",), locked_out=("PK617",))
    found = continue_as_before(PEOPLE, ROAD, request, used)
    assert set(found.venues["adm2_pcode"]) == {"PK617", "PK401"}
    nothing = continue_as_before(PEOPLE, ROAD, request, used.head(0))
    assert (len(nothing.venues), nothing.need_covered) == (0, 0)


def test_a_travel_table_replaces_the_distances() -> None:
    rows = [("PK617", "PK608", 2.5), ("PK617", "PK622", 4.5)]
    travel = travel_matrix(pd.DataFrame(rows, columns=["from", "to", "hours"]), "hours")
    wanted = pd.Series({"PK608": 9, "PK622": 6, "PK603": 3})
    found = plan(wanted, travel, Request(1, 5))
    assert found.venues["adm2_pcode"].to_list() == ["PK617"]
    assert (found.need_covered, found.unit) == (15, "hours")
    assert found.venues["farthest"].to_list() == [4.5]
