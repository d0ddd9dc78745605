"""The Gaps screen: the list beside the map, the table and the plan are of the same districts."""

from data.coverage import coverage
from data.need import need
from data.selection import whole
from data.shipped import illustrative
from data.weighting import Weights
from tests.pages.conftest import headline, map_payload, without_rows


def test_the_list_and_the_table_are_of_the_same_districts(run_screen) -> None:
    app = run_screen("gaps", state={"twin_need": True})
    records = illustrative()
    needed = need(coverage(records, whole(records)), Weights(vulnerability=0))
    listed = {one["key"]: one["places"] for one in map_payload(app)["lists"]}
    assert len(listed["need"]) == len(needed)
    assert len(listed["without"]) == 160 - headline(app)["district"]
    tables = [frame.value for frame in app.dataframe]
    ranking = next(one for one in tables if "Need, 0 to 1" in one and len(one) == len(needed))
    assert ranking["District"].to_list() == needed["name"].to_list()


def test_a_weight_changes_the_order(run_screen) -> None:
    app = run_screen("gaps")
    before = map_payload(app)["lists"][0]["places"]
    app.slider(key="weight_population").set_value(0).run()
    assert not app.exception
    assert map_payload(app)["lists"][0]["places"] != before


def test_all_weights_at_zero_are_refused_in_words(run_screen) -> None:
    app = run_screen("gaps")
    for part in ("population", "recency", "agencies", "distance"):
        app.slider(key=f"weight_{part}").set_value(0)
    app.run()
    assert not app.exception
    assert any("All weights are 0" in one.value for one in app.warning)


def test_the_plan_says_what_it_covers_and_what_else_would(run_screen) -> None:
    app = run_screen("gaps")
    told = " ".join(one.value for one in app.text)
    assert "with this plan" in told
    assert "one after the other" in told
    assert "used most so far" in told


def test_nothing_to_train_for_is_a_useful_screen(run_screen) -> None:
    app = run_screen("gaps", records=without_rows())
    assert not app.exception
    assert headline(app)["district"] == 0
