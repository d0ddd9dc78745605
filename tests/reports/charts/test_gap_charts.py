"""Charts of committees, equity, learning and the plan: drawn from their tables, text as text."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from data.analysis.committees import Seat, presence
from data.analysis.equity import coverage_by_province, equity
from data.figures.comparison import Change, compare
from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.planning.distances import road_distances
from data.planning.need import UNCOVERED, need
from data.planning.plan import curve, plan
from data.planning.request import Request
from data.records.model import ASSESSMENT_COLUMNS, in_percent
from data.store.shipped import illustrative, published
from reports.charts import committees, inequality, learning, style
from reports.charts.bars import sex_chart
from reports.charts.plan_curve import curve_alt, curve_chart, curve_table, not_proven
from reports.charts.style import GAP
from reports.measures.comparison import comparison_values, figures_table
from reports.measures.measures import map_values, measure
from reports.measures.plan import plan_values
from tests.data.conftest import records_of

NOTHING = records_of([], [])


def figures(records=None, **filters: object) -> Coverage:
    records = records or illustrative()
    return coverage(records, replace(whole(records), **filters))


# ------------------------------------------------------------------- committees

SEATS = records_of(
    [{"training_id": "A", "date_start": date(2023, 2, 1)}],
    [
        ("A", "PK401", "FIA", None, None, None),
        ("A", "PK401", "Police", 2, 0, None),
        ("A", "PK401", "Labour Department", 0, 0, None),
        ("A", "PK617", "Not published", None, None, 4),
    ],
)


def test_every_state_has_a_mark_of_its_own() -> None:
    marks = [look.mark for look in committees.LOOKS.values()]
    assert len(set(marks)) == len(marks) == len(Seat)


def test_cells_are_where_their_seats_are() -> None:
    found = presence(figures(SEATS))
    shown = committees.in_order(found)
    drawn = committees.matrix_chart(found, shown)
    heat, *marks = drawn.data
    assert heat.z.shape == (160, 6)
    assert sum(len(trace.x) for trace in marks) == 960
    agencies = list(found.agencies)
    for trace in marks:
        words = {
            found.seats.loc[shown["pcode"].iloc[row], agencies[column]]
            for row, column in zip(trace.y, trace.x, strict=True)
        }
        assert len(words) == 1
    counted = next(trace for trace in marks if isinstance(trace.text, tuple))
    assert counted.text == ("2",)


def test_the_matrix_table_has_words_where_there_is_no_number() -> None:
    row = committees.matrix_table(presence(figures(SEATS))).set_index("P-code").loc["PK401"]
    assert row["Police"] == "2"
    assert row["FIA"] == Seat.PRESENT_WITHOUT_COUNT
    assert row["Labour Department"] == Seat.ZERO_REPORTED
    assert row["Civil society"] == Seat.NOBODY


def test_a_choice_without_committees_says_so() -> None:
    found = presence(figures(SEATS))
    none = committees.in_order(found).iloc[:0]
    assert not committees.matrix_chart(found, none).data
    assert "No committee" in committees.matrix_alt(found, none, 0)


# --------------------------------------------------------------------- equity


def test_the_lorenz_curve_is_that_of_the_gini_coefficient() -> None:
    drawn = inequality.lorenz_chart(figures()).data[1]
    area = np.trapezoid(np.asarray(drawn.y) / 100, np.asarray(drawn.x) / 100)
    assert 1 - 2 * area == pytest.approx(equity(figures()).gini)
    table = inequality.lorenz_table(figures())
    assert table["People so far, %"].iloc[-1] == 100
    assert len(table) == len(drawn.x) - 1


def test_the_parts_of_the_inequality_make_the_whole() -> None:
    table = inequality.theil_table(figures())
    assert table["Share of the total, %"].sum() == pytest.approx(100, abs=0.5)
    split = equity(figures()).theil
    assert split is not None
    assert table["Adds to the total"].sum() == pytest.approx(split.total, abs=0.001)


def test_shares_by_province_stand_beside_the_national_line() -> None:
    table = inequality.shares_table(figures())
    drawn = inequality.shares_chart(figures())
    assert drawn.layout.xaxis.range == (0, 102), "no room that no bar can have"
    assert drawn.layout.margin.r >= style.LETTER * len("17 of 36 districts")
    assert sorted(drawn.data[0].x) == pytest.approx(
        sorted(table["Share of people, %"].fillna(0)), abs=0.1
    )
    share = figures().headline.share_of_people
    assert share is not None
    assert drawn.layout.shapes[0].x0 == pytest.approx(share * 100, abs=0.1)


def test_a_share_on_a_bar_is_rounded_once_as_in_words_and_in_the_headline() -> None:
    """From 20.5, to which 20.51 per cent would be rounded first, it would be 20."""
    view = figures()
    covered = coverage_by_province(view).assign(share=[n / 100 + 0.0051 for n in range(20, 27)])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(inequality, "coverage_by_province", lambda _: covered)
        told = inequality.shares_chart(view).data[-1].text
    expected = [in_percent(share) for share in covered["share"].iloc[::-1]]
    assert [text.split("<br>")[0].replace(GAP, "") for text in told] == expected
    parts = equity(view).theil
    assert parts is not None
    bars = inequality.theil_chart(view).data[0]
    assert bars.text[0].replace(GAP, "") == in_percent(parts.between / parts.total)


def test_the_share_of_women_on_a_bar_is_rounded_once() -> None:
    """8 of 39 are 20.51 per cent, and 21; from 20.5 it would be 20."""
    one = records_of(
        [{"training_id": "A", "date_start": date(2023, 2, 1)}],
        [("A", "PK401", "FIA", 8, 31, None)],
    )
    drawn = sex_chart(figures(one))
    words = [text for trace in drawn.data for text in trace.text or ()]
    assert any("· 21% women" in text for text in words)


def test_provinces_are_not_compared_where_most_districts_are_not_named() -> None:
    view = figures(published())
    drawn = inequality.shares_chart(view)
    assert not drawn.data
    assert "not compared" in drawn.layout.annotations[0].text
    table = inequality.shares_table(view)
    assert table["Share of people, %"].isna().all()
    assert list(table["Province"]) == sorted(table["Province"])
    assert inequality.shares_alt(view).startswith("At least")


@pytest.mark.parametrize("chart", [inequality.lorenz_chart, inequality.theil_chart])
def test_without_participants_the_charts_say_so(chart) -> None:
    drawn = chart(figures(NOTHING))
    assert not drawn.data
    assert drawn.layout.annotations[0].text


# --------------------------------------------------------------------- learning


def assessed() -> Coverage:
    records = records_of(
        [
            {"training_id": "A", "date_start": date(2023, 2, 1), "title": "<b>First</b> %{x}"},
            {"training_id": "B", "date_start": date(2023, 3, 1), "title": "Second"},
        ],
        [("A", "PK401", "FIA", 5, 15, None), ("B", "PK401", "Police", 5, 5, None)],
    )
    rows = [("A", 16, 20, 30, 8, 50)]
    return figures(replace(records, assessments=pd.DataFrame(rows, columns=ASSESSMENT_COLUMNS)))


def test_the_gain_is_drawn_with_its_interval() -> None:
    drawn = learning.learning_chart(assessed()).data[0]
    table = learning.learning_table(assessed()).set_index("Training")
    assert list(drawn.x) == [20.0]  # 10 of 50 points
    assert table.at["A", "Gain, percentage points"] == 20
    assert drawn.error_x.array[0] == pytest.approx(table.at["A", "95% to"] - 20, abs=0.06)
    assert table.at["A", "Response rate, %"] == 80
    assert table.at["B", "Assessment"] == "not collected"
    assert pd.isna(table.at["B", "Gain, percentage points"])


def test_a_title_is_shown_as_written() -> None:
    drawn = learning.learning_chart(assessed())
    told = str(drawn.layout.yaxis.ticktext) + str(drawn.data[0].customdata)
    assert "<b>First" not in told
    assert "%{x}" not in told


def test_trainings_of_one_title_are_told_apart_by_their_day() -> None:
    title = "Investigation and prosecution under the Prevention of Trafficking in Persons Act 2018"
    given = illustrative().trainings.assign(title=title)
    drawn = learning.learning_chart(figures(replace(illustrative(), trainings=given)))
    labels = [label.replace("<br>", " ") for label in drawn.layout.yaxis.ticktext]
    assert len(set(labels)) == len(labels) > 1
    assert all(label.endswith(title) for label in labels), "and none is cut"


def test_gains_by_agency_are_of_their_own_trainings() -> None:
    table = learning.agencies_table(assessed()).set_index("Agency")
    assert table.at["FIA", "Gain, percentage points"] == 20
    assert table.at["Police", "Assessed trainings"] == 0
    assert "not collected" in table.at["Police", "Note"]


def test_not_collected_is_said() -> None:
    none = figures(records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], []))
    assert not learning.learning_chart(none).data
    assert "Not collected" in learning.learning_alt(none)


# ---------------------------------------------------------------- plan and dates


def planned():
    needed = need(figures())
    rows = needed[needed["kind"] == UNCOVERED].set_index("adm2_pcode")["population"]
    return plan(rows, road_distances(), Request(6, 150)), rows


@pytest.mark.parametrize(
    ("by_score", "orders"),
    [(False, ("largest population", "venues of the most")), (True, ("highest need", "venues of"))],
)
def test_the_lists_of_a_plan_say_the_order_that_they_have(by_score: bool, orders: tuple) -> None:
    found, people = planned()
    shown = map_values(figures(), measure("status"))
    lists = {one.key: one for one in plan_values(figures(), shown, found, by_score=by_score).lists}
    assert lists["taken"].order.startswith(orders[0])
    assert lists["venues"].order.startswith(orders[1])
    pcodes = figures().districts["adm2_pcode"]
    listed = [people[pcodes[place]] for place in lists["taken"].places]
    assert listed == sorted(listed, reverse=True)


def test_the_map_of_a_plan_counts_every_district_once() -> None:
    found, _ = planned()
    values = plan_values(figures(), map_values(figures(), measure("status")), found, by_score=False)
    counts = {one.label: one.count for one in values.classes}
    assert sum(counts.values()) == 160
    taken = int((found.districts["venue"] != "").sum())
    assert counts["reached by this plan"] == taken
    assert counts["covered already"] == figures().headline.districts_covered
    assert len(values.venues) == len(found.venues)
    left = next(one for one in values.lists if one.key == "left")
    assert len(left.places) == 160 - taken - counts["covered already"]


def test_the_map_of_a_plan_for_a_part_says_of_what_there_is_no_record() -> None:
    found, _ = planned()
    police = figures(agencies=("Police",))
    values = plan_values(police, map_values(police, measure("status")), found, by_score=False)
    counts = {one.label: one.count for one in values.classes}
    assert "no record in this selection, not reached by this plan" in counts
    assert "on record in this selection" in counts
    assert "no record" not in values.statuses


def test_the_curve_is_in_per_cent_of_the_need() -> None:
    _, rows = planned()
    told: list[float] = []
    found = curve(rows, road_distances(), Request(1, 150), told=told.append)
    table = curve_table(found, float(rows.sum()))
    assert told[-1] == 1
    assert told == sorted(told)
    assert table["Best plan, %"].between(0, 100).all()
    assert (table["No plan can cover more, %"] >= table["Best plan, %"]).all()
    assert len(curve_chart(table, 6).data) == 3
    assert "6 trainings cover" in curve_alt(table, 6)


def test_a_point_that_is_not_proven_is_marked_where_it_is_shown() -> None:
    found = pd.DataFrame(
        {
            "n_venues": [1, 2, 3],
            "need_covered": [3.0, 5.0, 6.0],
            "bound": [3.0, 5.5, 6.0],
            "greedy": [3.0, 4.0, 5.0],
            "optimal": [True, False, True],
        }
    )
    table = curve_table(found, 10)
    best, greedy, _ = curve_chart(table, 2).data
    assert best.marker.symbol == ("circle", "circle-open", "circle")
    assert set(greedy.marker.symbol) == {"diamond"}
    assert "(2 trainings)" in not_proven(table)
    assert not_proven(table) in curve_alt(table, 2)
    proven = curve_table(found.assign(optimal=True), 10)
    assert not_proven(proven) == ""
    assert curve_alt(proven, 2).endswith("%.")


def test_a_curve_of_nothing_says_so() -> None:
    empty = curve_table(pd.DataFrame({n: [] for n in
        ("n_venues", "need_covered", "bound", "greedy", "optimal")}), 0)  # fmt: skip
    assert not curve_chart(empty, 3).data


def test_the_map_of_two_dates_counts_every_district_once() -> None:
    found = compare(figures(), date(2023, 4, 30))
    values = comparison_values(found, map_values(figures(), measure("status")))
    assert sum(one.count for one in values.classes) == 160
    assert len(values.lists[0].places) == len(found.of(Change.GAINED))
    assert list(figures_table(found).columns) == [
        "Figure",
        "2023-04-30",
        "2023-09-25",
        "Difference",
    ]
