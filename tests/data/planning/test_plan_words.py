"""What the planner says: of wishes that cannot be met, and of what it was asked."""

from dataclasses import replace

import pandas as pd
import pytest

from data.planning.plan import Plan, curve, greedy_plan, plan
from data.planning.plan_words import conditions_in_words
from data.planning.request import Request
from data.planning.weights import PlanningError
from geo.districts import gazetteer
from tests.data.planning.test_plan import FEW, PEOPLE, ROAD

FREE = Request(3, 100)

# ------------------------------------------------------------------------ plain messages


def told(found: Plan) -> str:
    return " ".join(found.messages)


def test_all_covered_leaves_nothing_to_plan() -> None:
    found = plan(PEOPLE.head(0), ROAD, Request())
    assert (len(found.venues), found.share, found.optimal) == (0, None, True)
    assert "No district is left to cover" in told(found)
    assert (curve(PEOPLE.head(0), ROAD, Request())["need_covered"] == 0).all()


def test_none_covered_plans_for_the_country() -> None:
    everybody = gazetteer.districts().set_index("adm2_pcode")["population"]
    found = plan(everybody, ROAD, Request())
    assert found.optimal
    assert "Population or need is not known for 5 districts" in told(found)


def test_without_any_population_the_score_is_proposed() -> None:
    unknown = pd.Series(pd.NA, index=FEW, dtype="Int64")
    with pytest.raises(PlanningError, match="Plan for the score instead"):
        plan(unknown, ROAD, Request())


def test_more_venues_than_gaps_leaves_the_others_out() -> None:
    found = plan(pd.Series({"PK617": 5, "PK226": 3}), ROAD, Request(30, 100))
    assert len(found.venues) == 2
    assert found.share == 1
    assert "2 venues cover all need within reach: 28 of 30 are spare." in told(found)


def test_a_locked_venue_that_reaches_nobody_is_kept_and_named() -> None:
    found = plan(pd.Series({"PK617": 5}), ROAD, Request(2, 100, locked_in=("PK226",)))
    assert set(found.venues["adm2_pcode"]) == {"PK617", "PK226"}
    assert "No district with need lies within reach of Quetta." in told(found)
    assert found.venues.set_index("adm2_pcode").at["PK226", "districts"] == 0


def test_a_plan_under_conditions_is_proven_under_these_alone() -> None:
    assert "proven that no other choice of venues covers more." in told(plan(PEOPLE, ROAD, FREE))
    bound = replace(FREE, capacity=4, locked_out=("PK617",), minimum=(("PK2", 1), ("PK4", 0)))
    found = plan(PEOPLE, ROAD, bound)
    assert (
        "no other plan under these conditions covers more (never a venue: Lahore; "
        "at least 1 in Balochistan)."
    ) in told(found)
    assert conditions_in_words(FREE) == ""
    sites = Request(sites=("PK617",), locked_in=("PK226",))
    words = "locked in: Quetta; venues only in places that are named"
    assert conditions_in_words(sites) == words


def test_need_out_of_reach_of_every_venue_is_named() -> None:
    found = plan(pd.Series({"PK617": 5, "PK226": 3}), ROAD, Request(2, 50, sites=("PK617",)))
    assert (found.need_covered, found.need_total) == (5, 8)
    assert "1 district lies more than 50 km from every venue that may be chosen: Quetta." in told(
        found
    )
    assert found.optimal


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Request(n_venues=0), "Choose 1 to 30"),
        (Request(n_venues=31), "Choose 1 to 30"),
        (Request(radius=0), "radius"),
        (Request(radius=float("nan")), "radius"),
        (Request(capacity=0), "at least 1 district"),
        (
            Request(locked_in=("PK617",), locked_out=("PK617",)),
            "Lahore cannot be locked in and out",
        ),
        (Request(n_venues=1, locked_in=("PK617", "PK226")), "2 venues are locked in"),
        (Request(locked_in=("PK999",)), "Not in the district list: PK999"),
        (Request(sites=("Multan",)), "Not in the district list: Multan"),
        (Request(sites=()), "No district is left that can be a venue"),
        (Request(minimum=(("PK4", 2),)), "Islamabad Capital Territory is to have 2 venues, and 1"),
        (Request(minimum=(("PK9", 1),)), "no province of the list"),
        (Request(minimum=(("PK6", -1),)), "below 0"),
        (
            Request(n_venues=3, minimum=(("PK6", 2), ("PK2", 1)), locked_in=("PK401",)),
            "need 4 venues together, and the plan is to have 3",
        ),
    ],
)
def test_wishes_that_contradict_are_refused_with_the_way_out(request_: Request, words: str) -> None:
    for make in (plan, greedy_plan, curve):
        if make is curve and any(word in words for word in ("plan is", "locked in", "1 to 30")):
            continue  # the curve is drawn for every number of venues
        with pytest.raises(PlanningError) as refused:
            make(PEOPLE, ROAD, request_)
        assert words in str(refused.value)


def test_a_need_below_zero_is_refused() -> None:
    with pytest.raises(PlanningError, match="below 0"):
        plan(pd.Series({"PK617": -1}), ROAD, Request())
