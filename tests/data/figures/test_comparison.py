"""Two dates side by side: by hand, and for any records what is covered later includes earlier."""

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given, settings

from data.figures.comparison import Change, compare
from data.figures.coverage import coverage
from data.figures.selection import whole
from tests.data.conftest import records_of, views

SMALL = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 2, 10)},
        {"training_id": "B", "date_start": date(2023, 5, 10)},
    ],
    [
        ("A", "PK401", "FIA", 1, 2, None),
        ("A", "PK226", "FIA", 0, 0, None),
        ("B", "PK401", "Police", 4, None, None),
        ("B", "PK226", "Police", None, None, 2),
        ("B", "PK617", "Police", None, None, None),
    ],
)


def found(day: date, **filters: object):
    return compare(coverage(SMALL, replace(whole(SMALL), **filters)), day)


def test_figures_and_districts_by_hand() -> None:
    told = found(date(2023, 3, 31)).figures.set_index("figure")
    told = told[["earlier", "later", "difference"]]
    assert told.loc["districts covered"].to_list() == [1, 3, 2]
    assert told.loc["trainings"].to_list() == [1, 2, 1]
    assert told.loc["participants"].to_list() == [3, 9, 6]
    change = found(date(2023, 3, 31)).districts.set_index("adm2_pcode")["change"]
    assert change["PK401"] == Change.ALREADY
    assert change[["PK226", "PK617"]].to_list() == [Change.GAINED] * 2
    assert (change == Change.STILL_NONE).sum() == 157


def test_the_gained_are_listed_with_most_people_first() -> None:
    assert found(date(2023, 3, 31)).of(Change.GAINED)["name"].to_list() == ["Lahore", "Quetta"]


def test_the_other_date_may_lie_on_either_side() -> None:
    one = found(date(2023, 3, 31))
    other = found(date(2023, 9, 25), as_of=date(2023, 3, 31))
    pd.testing.assert_frame_equal(one.figures, other.figures)
    pd.testing.assert_frame_equal(one.districts, other.districts)


def test_outside_the_selection_nothing_is_gained() -> None:
    change = found(date(2023, 3, 31), provinces=("PK6",)).districts.set_index("adm2_pcode")
    assert change.at["PK226", "change"] == Change.NOT_SELECTED
    assert change.at["PK617", "change"] == Change.GAINED


@given(views())
@settings(max_examples=30, deadline=None)
def test_any_records_lose_nothing_with_time(view) -> None:
    records, selection = view
    first = min(selection.as_of, date(2023, 3, 31))
    told = compare(coverage(records, selection), first)
    assert not (told.districts["change"] == Change.LOST).any()
    gained = int((told.districts["change"] == Change.GAINED).sum())
    difference = told.figures.set_index("figure").at["districts covered", "difference"]
    assert gained == difference
