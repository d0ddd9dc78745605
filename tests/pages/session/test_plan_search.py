"""A plan that takes long to find: another one stands for it, and is called provisional."""

import time
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from data.planning.distances import road_distances
from data.planning.plan import plan
from data.planning.settings import USUAL_REQUEST
from data.planning.weights import PlanningError
from pages.parts import playing
from pages.session import loading, plan_search
from pages.session.plan_search import PlanSearch
from pages.workers.queues import WorkQueue
from tests.pages.conftest import bodies, map_payload

PLAN = {"part": "plan"}
TWINS = {"twin_plan": True, "twin_plan_venues": True}
NEED = pd.Series({"PK617": 5, "PK226": pd.NA}, dtype="Float64")


@pytest.fixture(autouse=True)
def nothing_found_before() -> None:
    loading.plan_search.clear()


def later(*asked: Any) -> Any:
    time.sleep(1)
    return plan(*asked)


def broken(*_: Any) -> None:
    time.sleep(0.3)
    raise MemoryError


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_search, "plan", later)


def status(app: Any) -> str:
    return next(body for body in bodies(app) if "plan-status" in body)


def tables(app: Any) -> list[str]:
    return [str(name) for one in app.dataframe for name in one.value.columns]


def test_what_stands_for_the_best_plan_is_called_provisional(
    run_screen, slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing, "again", lambda: None)
    app = run_screen("gaps", query=PLAN, state={**TWINS, "take_along": True})
    assert not app.exception
    assert "Provisional" in status(app)
    assert map_payload(app)["measure"] == "Next trainings, provisional"
    assert "the best plan is being searched for" in " ".join(one.value for one in app.text)
    assert "Venue, provisional" in tables(app)
    assert "Goes to" not in tables(app)
    assert not app.get("download_button")
    assert any("once the best plan is found" in one.value for one in app.info)


def test_the_best_plan_follows_by_itself(run_screen, slow) -> None:
    app = run_screen("gaps", query=PLAN, state={**TWINS, "take_along": True})
    assert not app.exception
    assert "proven" in status(app)
    assert map_payload(app)["measure"] == "Next trainings"
    assert {"Venue", "Goes to"} <= set(tables(app))
    assert "Venue, provisional" not in tables(app)
    assert len(app.get("download_button")) > 2


def test_waiting_for_a_plan_is_no_step_of_playing(run_screen, slow) -> None:
    app = run_screen("gaps", query={**PLAN, "as_of": "2023-04-30"}, state={"playing": True})
    assert app.session_state["as_of"] == date(2023, 5, 31)
    assert "proven" in status(app)


def test_a_search_that_fails_is_told_and_not_begun_for_ever(
    run_screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_search, "plan", broken)
    app = run_screen("gaps", query=PLAN)
    assert not app.exception
    assert "The best plan was not found." in [one.value for one in app.error]
    assert any("too much memory" in one.value for one in app.text)


def test_a_full_queue_is_told(run_screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_search, "MAKING", WorkQueue("full", 9, 9, tasks=1, longest=0, each=9))
    app = run_screen("gaps", query=PLAN)
    assert not app.exception
    assert any("busy with others" in one.value for one in app.text)


def test_a_search_that_nobody_waits_for_is_given_up(slow) -> None:
    search, five = PlanSearch(), replace(USUAL_REQUEST, n_venues=5)
    six = replace(USUAL_REQUEST, n_venues=6)
    first = search.best(NEED, five, "road", road_distances(), "one")
    assert search.best(NEED, five, "road", road_distances(), "another") is first
    search.best(NEED, six, "road", road_distances(), "one")
    assert not first.failed  # another waits for it
    last = search.best(NEED, six, "road", road_distances(), "another")
    assert first.failed
    assert last.result().optimal


def test_the_same_plan_is_searched_for_once() -> None:
    search = PlanSearch()
    first = search.best(NEED, USUAL_REQUEST, "road", road_distances())
    assert search.best(NEED.copy(), USUAL_REQUEST, "road", road_distances()) is first
    other = search.best(NEED.fillna(0), USUAL_REQUEST, "road", road_distances())
    assert other is not first  # what is not known is not 0
    assert search.best(NEED, USUAL_REQUEST, "another table", road_distances()) is not first
    assert first.result().optimal


def test_a_failed_search_is_begun_anew() -> None:
    search, unknown = PlanSearch(), pd.Series(pd.NA, index=["PK617"], dtype="Float64")
    first = search.best(unknown, USUAL_REQUEST, "road", road_distances())
    with pytest.raises(PlanningError):
        first.result()
    assert search.best(unknown, USUAL_REQUEST, "road", road_distances()) is not first
