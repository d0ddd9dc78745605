"""Every figure of many views, computed a second time from the raw tables by SQL.

A topic is a file of ``sql`` and the project's own answer. Both are made for every view, and each
column of the answer is compared cell by cell: number and order of the rows, words, days and
numbers. What is not known has to be unknown in both.
"""

from dataclasses import dataclass, replace

import duckdb
import pandas as pd
import pytest

from data.analysis.equity import coverage_by_province
from data.figures.comparison import compare
from data.figures.coverage import Coverage, coverage
from tests.recomputed import answers
from tests.recomputed.answers import Answer
from tests.recomputed.database import ANALYSIS, FIGURES, fill, recompute
from tests.recomputed.sameness import first_difference, stacked
from tests.recomputed.views import View, made_up_views, shipped_views

TOPICS: dict[str, Answer] = {
    "headline": answers.headline,
    "district_figures": lambda figures: figures.districts,
    "agency_by_month": lambda figures: figures.by_agency_month,
    "running_total": lambda figures: figures.by_day,
    "months": answers.months,
    "trainings_of_views": lambda figures: figures.trainings,
    "venues": answers.venues,
    "province_figures": lambda figures: figures.by_province,
    "committee_seats": answers.committee_seats,
    "committees_of_views": answers.committees_of_views,
    "committees_nearly_complete": answers.committees_nearly_complete,
    "committees_by_completeness": answers.committees_by_completeness,
    "agencies_not_known": answers.agencies_not_known,
    "equity": answers.equity_in_one_row,
    "compared_districts": answers.compared_districts,
    "equity_of_provinces": answers.equity_of_provinces,
    "lorenz": answers.lorenz,
    "province_shares": coverage_by_province,
    "learning": answers.learned,
    "learning_together": answers.learning_together,
    "reached_and_targeted": answers.reached_and_targeted,
}


@dataclass(frozen=True)
class Sides:
    """Some views, the project's figures of each, and the database with their raw tables."""

    views: list[View]
    figures: list[Coverage]
    database: duckdb.DuckDBPyConnection


@pytest.fixture(scope="module", params=[shipped_views, made_up_views], ids=["shipped", "made-up"])
def sides(request: pytest.FixtureRequest) -> Sides:
    """Return both sides of the shipped or the made-up views, which all topics share."""
    views = request.param()
    database = duckdb.connect(config={"threads": 1})
    fill(database, [(view.records, view.selection) for view in views], (*FIGURES, *ANALYSIS))
    return Sides(views, [coverage(view.records, view.selection) for view in views], database)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_figure_is_what_the_raw_tables_say(topic: str, sides: Sides) -> None:
    recomputed = sides.database.table(topic).df()
    assert_same(recomputed, stacked(map(TOPICS[topic], sides.figures)), sides.views)


def test_two_dates_differ_as_the_raw_tables_say(sides: Sides) -> None:
    database = duckdb.connect(config={"threads": 1})
    for schema, first_or_last in (("earlier", min), ("later", max)):
        database.execute(f"CREATE SCHEMA {schema}")
        database.execute(f"SET schema = '{schema}'")
        at_days = [
            (view.records, replace(view.selection, as_of=first_or_last(days)))
            for view in sides.views
            for days in [(view.selection.as_of, view.other_day)]
        ]
        fill(database, at_days, ("district_figures", "headline"))
    comparisons = [
        compare(figures, view.other_day)
        for figures, view in zip(sides.figures, sides.views, strict=True)
    ]
    for topic, frames in (
        ("compared_dates", [comparison.districts for comparison in comparisons]),
        ("compared_headlines", [comparison.figures for comparison in comparisons]),
    ):
        recompute(database, topic)
        assert_same(database.table(topic).df(), stacked(frames), sides.views)


def assert_same(recomputed: pd.DataFrame, answered: pd.DataFrame, views: list[View]) -> None:
    difference = first_difference(recomputed, answered)
    if difference:
        view, what = difference
        pytest.fail(f"{what}\n\nin the view\n{views[view].in_words()}")
