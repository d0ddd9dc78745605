"""A Selection and its address."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.selection import (
    Selection,
    as_of_dates,
    from_query,
    months,
    programme_months,
    whole,
)
from data.records.model import Records
from data.store.shipped import illustrative, published
from tests.data.conftest import records_of, views

KEYS = ["province", "agency", "donor", "level", "as_of", "since"]


@given(views())
@settings(max_examples=20, deadline=None)
def test_an_address_opens_the_same_selection(view: tuple[Records, Selection]) -> None:
    records, selection = view
    assert from_query(selection.to_query(records), records) == (selection, [])


def test_the_whole_has_an_empty_address() -> None:
    assert whole(illustrative()).to_query(illustrative()) == {}


def test_an_address_in_words() -> None:
    records = illustrative()
    query = {"province": ["PK6"], "agency": ["FIA", "Police"], "as_of": ["2023-06-30"]}
    selection, problems = from_query(query, records)
    assert problems == []
    assert selection == replace(
        whole(records), as_of=date(2023, 6, 30), provinces=("PK6",), agencies=("FIA", "Police")
    )


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "' OR 1=1 --",
    "${alert(1)}",
    "x" * 1_000_000,
    "\x00\u202e",
    "PK999",
    "9999-99-99",
    "2023-13-45",
    "20230601",
    "2099-01-01",
    "0001-01-01",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_wrong_value_is_the_default_and_a_message(key: str, value: str) -> None:
    records = illustrative()
    selection, problems = from_query({key: [value]}, records)
    assert selection == whole(records)
    assert len(problems) == 1
    assert value not in problems[0]
    assert len(problems[0]) < 200


@pytest.mark.parametrize("key", KEYS)
def test_a_key_without_values_does_no_harm(key: str) -> None:
    assert from_query({key: []}, illustrative())[0] == whole(illustrative())


def test_a_value_given_twice_is_no_problem() -> None:
    selection, problems = from_query({"agency": ["FIA", "FIA"]}, illustrative())
    assert (selection.agencies, problems) == (("FIA",), [])


def test_a_very_long_list_is_cut() -> None:
    selection, problems = from_query({"agency": ["x"] * 100_000 + ["FIA"]}, illustrative())
    assert selection.agencies == ()
    assert len(problems) == 1


def test_a_good_value_beside_a_wrong_one_stays() -> None:
    selection, problems = from_query({"agency": ["FIA", "Nobody"]}, illustrative())
    assert selection.agencies == ("FIA",)
    assert len(problems) == 1


def test_a_period_that_begins_after_its_end_is_left_out() -> None:
    query = {"as_of": ["2023-03-31"], "since": ["2023-06-01"]}
    selection, problems = from_query(query, illustrative())
    assert selection == replace(whole(illustrative()), as_of=date(2023, 3, 31))
    assert len(problems) == 1


@given(st.dictionaries(st.sampled_from(KEYS), st.lists(st.text(max_size=30), max_size=4)))
@settings(max_examples=20, deadline=None)
def test_any_address_opens(query: dict[str, list[str]]) -> None:
    selection, _ = from_query(query, illustrative())
    assert selection.as_of <= illustrative().as_of


def test_months_across_a_new_year() -> None:
    assert months(date(2022, 11, 20), date(2023, 2, 1)) == [
        date(2022, 11, 1),
        date(2022, 12, 1),
        date(2023, 1, 1),
        date(2023, 2, 1),
    ]


def test_the_slider_has_month_ends_the_as_of_date_and_a_chosen_day() -> None:
    offered = as_of_dates(illustrative(), date(2023, 3, 5))
    assert offered[:3] == [date(2023, 2, 28), date(2023, 3, 5), date(2023, 3, 31)]
    assert offered[-2:] == [date(2023, 8, 31), date(2023, 9, 25)]


def test_months_of_records_without_trainings() -> None:
    assert programme_months(records_of([], [])) == [date(2023, 9, 1)]
    assert programme_months(published())[0] == date(2023, 2, 1)
