"""The Gaps screen: need, next trainings and equity are of the same districts, on any records."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.need import need
from data.planning.settings import layer_of
from data.planning.weights import Weights
from data.records.model import LAYER_COLUMNS, TARGET_COLUMNS, Records
from data.store.shipped import illustrative
from geo.districts import gazetteer
from tests.data.conftest import records_of
from tests.pages.conftest import bodies, figure, headline, in_list, map_payload, without_rows

SIX = ["weight_population", "weight_distance", "weight_neighbours", "weight_province"]
PCODES = list(gazetteer.names())


def lists(app) -> dict[str, list[int]]:
    return {one["key"]: one["places"] for one in map_payload(app)["lists"]}


def told(app) -> str:
    return " ".join([*(one.value for one in app.text), *bodies(app)])


def asked(app, key: str) -> str:
    """Return one part of the address, which holds one text or a list of one."""
    value = app.query_params[key]
    return value if isinstance(value, str) else value[0]


def warned(app) -> str:
    return " ".join(one.value for one in [*app.warning, *app.info, *app.error, *app.text])


def bare(records: Records | None = None) -> Records:
    """Return records without any of the further tables, opened as a visitor's own."""
    nothing = dict.fromkeys(("assessments", "committees", "targets", "layers"))
    return replace(records or illustrative(), key="yours", **nothing)


# ------------------------------------------------------------------------- need


def test_the_list_and_the_table_are_of_the_same_districts(run_screen) -> None:
    app = run_screen("gaps", state={"twin_need": True})
    records = illustrative()
    layer = None
    if records.layers is not None:
        layer = layer_of(records.layers, str(records.layers["indicator"].iloc[0])).values
    weights = Weights() if layer is not None else Weights(vulnerability=0)
    needed = need(coverage(records, whole(records)), weights, layer)
    ranked = needed[needed["rank"].notna()]
    assert len(lists(app)["need"]) == len(ranked)
    assert len(lists(app)["apart"]) == len(needed) - len(ranked) > 0
    assert len(lists(app)["without"]) == 160 - headline(app)["district"]
    tables = [frame.value for frame in app.dataframe]
    whole_list = next(one for one in tables if "Need, 0 to 1" in one and len(one) == len(needed))
    assert whole_list["District"].to_list() == needed["name"].to_list()
    apart = next(one for one in tables if "Not ranked" in one and len(one) < len(needed))
    assert apart["District"].to_list() == needed["name"].to_list()[len(ranked) :]
    assert "population not known (within that of Diamer)" in apart["Not ranked"].to_list()
    assert whole_list["Population"].to_list()[0] == needed["population"].to_list()[0] > 1_000_000
    assert whole_list["Adds: people"].to_list()[0] == round(
        needed["adds_population"].to_list()[0], 3
    )


def test_a_weight_changes_the_order_and_the_address(run_screen) -> None:
    app = run_screen("gaps")
    before = lists(app)["need"]
    in_list(app, "slider", "weight_population").set_value(0).run()
    assert not app.exception
    assert lists(app)["need"] != before
    assert asked(app, "weight_population") == "0"


def test_a_link_opens_with_its_weights(run_screen) -> None:
    app = run_screen("gaps", query={"weight_population": "0", "weight_distance": "90"})
    assert in_list(app, "slider", "weight_population").value == 0
    assert in_list(app, "slider", "weight_distance").value == 90


def test_weights_are_kept_from_screen_to_screen(run_screen) -> None:
    app = run_screen("gaps")
    in_list(app, "slider", "weight_distance").set_value(77).run()
    app.switch_page("pages/overview.py").run()
    app.switch_page("pages/gaps.py").run()
    assert in_list(app, "slider", "weight_distance").value == 77


def test_all_weights_at_zero_are_refused_in_words(run_screen) -> None:
    app = run_screen("gaps", records=bare())
    for key in SIX:
        in_list(app, "slider", key).set_value(0)
    app.run()
    assert not app.exception
    assert "All weights are 0" in warned(app)


def test_without_a_layer_its_part_is_not_offered_and_that_is_said(run_screen) -> None:
    app = run_screen("gaps", records=bare())
    assert not app.exception
    assert not [one for one in app.slider if one.key == "weight_vulnerability"]
    assert any("No vulnerability layer" in one.value for one in app.caption)


def layered() -> Records:
    rows = [(pcode, "Index", n, "points", 2023, "A survey") for n, pcode in enumerate(PCODES)]
    rows += [(pcode, "Second", -n, "points", 2023, "A survey") for n, pcode in enumerate(PCODES)]
    rows += [(PCODES[0], "Index", 999, "points", 2020, "A survey")]
    layers = pd.DataFrame(rows, columns=list(LAYER_COLUMNS))
    targets = pd.DataFrame([(pcode, 12) for pcode in PCODES], columns=list(TARGET_COLUMNS))
    return replace(bare(), layers=layers, targets=targets)


def test_a_layer_can_be_chosen_and_changes_the_order(run_screen) -> None:
    app = run_screen("gaps", records=layered())
    assert "Vulnerability: Index, points, 2023; source: A survey" in told(app)
    first = lists(app)["need"]
    in_list(app, "selectbox", "indicator").set_value("Second").run()
    assert not app.exception
    assert lists(app)["need"] != first
    assert asked(app, "indicator") == "Second"


def test_targets_stand_in_the_ranking_and_the_profile(run_screen) -> None:
    app = run_screen("gaps", records=layered(), query={"district": "PK617"})
    table = next(one.value for one in app.dataframe if "Targeted" in one.value)
    assert (table["Targeted"] == 12).all()
    assert table.loc[table["Kind"] == "uncovered", "Reached"].eq(0).all()
    assert any("Reached / Targeted" in body and "18 / 12" in body for body in bodies(app))


# ------------------------------------------------------------------------- plan


def test_the_plan_says_what_it_covers_and_what_else_would(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"})
    for words in ("with this plan", "one by one", "used most so far", "in plains"):
        assert words in told(app)


def test_the_plan_on_the_map_is_the_plan_in_the_table(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"}, state={"twin_plan": True})
    sent = map_payload(app)
    venues = next(one.value for one in app.dataframe if "Venue" in one.value)
    districts = next(one.value for one in app.dataframe if "Goes to" in one.value)
    assert sorted(one["name"] for one in sent["venues"]) == sorted(venues["Venue"])
    assert sum(one["count"] for one in sent["classes"]) == 160
    taken = districts["Goes to"].notna()
    assert len(lists(app)["taken"]) == taken.sum() == venues["Districts reached"].sum()
    assert len(sent["ways"]) == (districts["Goes to"] != districts["District"])[taken].sum()


def test_a_link_opens_the_same_plan(run_screen) -> None:
    wishes = {"plan_trainings": "4", "plan_km": "150", "plan_capacity": "0"}
    wishes |= {"plan_in": "PK226", "plan_out": "PK617", "plan_least_PK7": "2"}
    app = run_screen("gaps", query={"part": "plan", **wishes})
    assert not app.exception
    venues = {one["pcode"] for one in map_payload(app)["venues"]}
    assert len(venues) == 4
    assert "PK226" in venues
    assert "PK617" not in venues
    assert sum(pcode.startswith("PK7") for pcode in venues) >= 2
    for key, value in wishes.items():
        assert asked(app, key) == value


def test_wishes_are_kept_while_their_list_is_closed(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"}, state={"wishes": True})
    app.multiselect(key="plan_in").set_value(["PK226"]).run()
    app.session_state["wishes"] = False
    app.run()
    assert not [one for one in app.multiselect if one.key == "plan_in"]
    app.slider(key="plan_trainings").set_value(7).run()
    assert not app.exception
    assert asked(app, "plan_in") == "PK226"
    assert "PK226" in {one["pcode"] for one in map_payload(app)["venues"]}


WRONG = {
    "plan_trainings": "31",
    "plan_km": "101",
    "plan_in": "PK999",
    "plan_for": "<img>",
    "weight_population": "-1",
    "indicator": "no such",
    "compare": "2023-02-31",
}


@pytest.mark.parametrize(
    "query", [WRONG, {"plan_trainings": "many"}, {"part": "x" * 5000}], ids=["all", "word", "part"]
)
def test_a_wrong_part_of_an_address_is_said_and_left_out(run_screen, query: dict) -> None:
    app = run_screen("gaps", query={"part": "plan", **query})
    assert not app.exception
    assert warned(app).count("is not offered") == len(query)


def test_a_plan_for_the_score_takes_in_thin_districts_too(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan", "plan_for": "score"})
    assert not app.exception
    assert "Share of the need that can be reached" in told(app)


def test_the_curve_is_drawn_when_it_is_asked_for(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan", "plan_capacity": "0"})
    assert not [one for one in app.get("plotly_chart") if "plot_curve" in one.proto.id]
    app.button(key="draw_curve").click().run()
    best, simple, bound = figure(app, "curve")["data"]
    assert best["name"] == "Best plan"
    assert len(best["x"]) == len(simple["x"]) == len(bound["x"])


def test_the_curve_is_not_of_other_wishes(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan", "plan_capacity": "0"})
    app.button(key="draw_curve").click().run()
    app.slider(key="plan_trainings").set_value(5).run()  # one curve for every number
    assert [one for one in app.get("plotly_chart") if "plot_curve" in one.proto.id]
    app.slider(key="plan_km").set_value(200).run()
    assert not [one for one in app.get("plotly_chart") if "plot_curve" in one.proto.id]


@pytest.mark.parametrize(
    "query",
    [
        {"plan_in": ["PK226"], "plan_out": ["PK226"]},
        {"plan_trainings": "1", "plan_in": ["PK226", "PK617"]},
        {"plan_trainings": "2", "plan_least_PK2": "2", "plan_least_PK6": "2"},
        {"plan_least_PK4": "3"},
    ],
    ids=["locked in and out", "more locked than planned", "minimums", "more than there are"],
)
def test_wishes_that_contradict_leave_a_useful_page(run_screen, query: dict) -> None:
    app = run_screen("gaps", query={"part": "plan", **query})
    assert not app.exception
    assert "No plan can meet these conditions" in warned(app)
    assert sum(one["count"] for one in map_payload(app)["classes"]) == 160


def test_more_trainings_than_gaps(run_screen) -> None:
    query = {"part": "plan", "province": "PK4", "plan_trainings": "30", "as_of": "2023-02-28"}
    app = run_screen("gaps", query=query)
    assert not app.exception
    assert "No district of this selection is left to plan for." in warned(app)


def test_a_locked_venue_out_of_reach_is_named(run_screen) -> None:
    query = {"part": "plan", "province": "PK7", "plan_km": "25", "plan_in": "PK305"}
    app = run_screen("gaps", query=query)
    assert not app.exception
    assert "No district with need lies within reach of" in told(app)


# --------------------------------------------------------------------- equity


def test_each_measure_of_equity_has_its_sentence(run_screen) -> None:
    app = run_screen("gaps", query={"part": "equity"})
    for words in (
        "of people live in covered districts",
        "The Gini coefficient is",
        "The half of the people",
        "of the inequality lies between districts of the same province",
        "Theil's T is",
        "compared",
    ):
        assert words in told(app)


def test_the_charts_of_equity_are_their_tables(run_screen) -> None:
    app = run_screen("gaps", query={"part": "equity"}, state={"twin_province_shares": True})
    table = next(one.value for one in app.dataframe if "Share of people, %" in one.value)
    bars = figure(app, "province_shares")["data"][0]
    assert len(table) == len(gazetteer.provinces())
    assert bars["orientation"] == "h"
    assert figure(app, "lorenz")["data"][1]["name"] == "Participants"


def test_where_nothing_can_be_compared_one_sentence_says_why(run_screen) -> None:
    app = run_screen("gaps", query={"part": "equity", "records": "published"})
    assert told(app).count("so none is given") == 1
    assert "can be compared" not in told(app)
    assert " compared, " not in told(app)
    assert not app.get("plotly_chart")


# -------------------------------------------------------------------- bad inputs


def one_training() -> Records:
    return records_of(
        [{"training_id": "A", "date_start": pd.Timestamp(2023, 3, 1).date()}],
        [("A", "PK617", "Police", 2, 3, None)],
    )


def everywhere() -> Records:
    agencies = ["District Administration", "FIA", "Police", "Social Welfare Department"]
    agencies += ["Labour Department", "Civil society"]
    rows = [("A", pcode, agency, 2, 3, None) for pcode in PCODES for agency in agencies]
    return records_of([{"training_id": "A", "date_start": pd.Timestamp(2023, 3, 1).date()}], rows)


@pytest.mark.parametrize("part", ["need", "plan", "equity"])
@pytest.mark.parametrize(
    "records",
    [without_rows(), one_training(), everywhere()],
    ids=["none covered", "one training", "all covered"],
)
def test_any_records_make_a_useful_page(run_screen, part: str, records: Records) -> None:
    app = run_screen("gaps", records=records, query={"part": part})
    assert not app.exception
    assert sum(one["count"] for one in map_payload(app)["classes"]) == 160


def test_all_covered_leaves_nothing_to_plan(run_screen) -> None:
    app = run_screen("gaps", records=everywhere(), query={"part": "plan"})
    words = "No district of this selection is left to plan for"
    assert words in warned(app)
    assert any('class="plan-status none"' in body and words in body for body in bodies(app))


def test_a_link_of_old_opens_equity_and_the_address_calls_it_so(run_screen) -> None:
    app = run_screen("gaps", query={"part": "fair"})
    assert not app.warning
    assert app.session_state["part"] == "equity"
    assert app.query_params["part"] in ("equity", ["equity"])


@pytest.mark.parametrize("part", ["need", "plan", "equity"])
def test_districts_without_a_population_say_so(run_screen, part: str) -> None:
    """Four districts of Gilgit-Baltistan are within the figures of others."""
    app = run_screen("gaps", query={"part": part, "province": "PK3"})
    assert not app.exception
    said = f"{told(app)} {warned(app)}"
    words = {
        "need": "4 districts without a population figure",
        "plan": "Population or need is not known for 4 districts",
        "equity": "4 districts without a known population left out",
    }
    assert words[part] in said


def test_a_share_of_a_plan_is_rounded_in_one_way(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"})
    line = next(body for body in bodies(app) if "Best plan: " in body)
    assert "of the people who live in the districts to plan for can be reached, proven" in line
    share = line.split("Best plan: ")[1].split(" ")[0]
    assert re.fullmatch(r"\d+%", share)
    assert f"can be reached: {share} with this plan" in told(app)


def test_a_plan_says_what_its_venues_add_and_what_detours_change(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"})
    assert "The same venues cover" in told(app)
    venues = next(
        one.value for one in app.dataframe if "Gain over the venues above, people" in one.value
    )
    assert (venues["Lost without it, people"] <= venues["People"]).all()
    assert venues["Gain over the venues above, people"].iloc[0] == venues["People"].iloc[0]


def test_where_nothing_can_be_ranked_that_is_said_and_no_table_is_empty(run_screen) -> None:
    app = run_screen("gaps", query={"records": "published"})
    assert "No district can be ranked" in warned(app)
    assert app.dataframe
    for table in app.dataframe:
        assert len(table.value)
        assert "Best to worst rank" not in table.value
    captions = " ".join(one.value for one in app.caption)
    assert "144 districts without a need score, and 6 named within a larger place." in captions
    assert "are shown instead" not in captions
    assert "test the ranking" not in captions


def test_a_travel_table_is_told_of_where_it_was_chosen(run_screen) -> None:
    app = run_screen("gaps", query={"part": "plan"})
    rows = b"from,to,hours\nPK401,PK617,4.5\n"
    app.file_uploader(key="travel_file").set_value([("travel.csv", rows, "text/csv")]).run()
    assert not app.exception
    words = "Travel table: 1 row. These distances are used."
    [offer] = [one for one in app.get("popover") if one.proto.popover.label == "Travel table"]
    assert words in [one.value for one in offer.text]
    assert [one.value for one in app.text].count(words) == 1
