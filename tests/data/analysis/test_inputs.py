"""What participants raised in a view, and which training took it up."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from data.analysis.inputs import (
    RAISED_COLUMNS,
    by_state,
    raised,
    raised_at,
    taken_up_by,
    themes_of,
)
from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.records.rules import INPUT_STATES
from data.store.shipped import illustrative
from reports.words.tables import headings, inputs_table

RECORDS = illustrative()
FIGURES = coverage(RECORDS, whole(RECORDS))


@pytest.mark.parametrize(
    ("themes", "states"),
    [((), ()), (("referral",), ()), ((), ("open", "closed")), (("law", "referral"), ("open",))],
)
def test_a_view_has_what_was_raised_at_its_trainings_of_the_themes_and_states(themes, states):
    told = raised(FIGURES, themes, states)
    wanted = {
        (row["training_id"], row["input"])
        for row in RECORDS.inputs.to_dict("records")
        if (not themes or row["theme"] in themes) and (not states or row["state"] in states)
    }
    assert set(zip(told["training_id"], told["input"], strict=True)) == wanted
    assert len(told) == len(wanted) > 0
    assert told["date_start"].is_monotonic_decreasing
    assert sum(by_state(told).values()) == len(told)
    assert list(by_state(told)) == list(INPUT_STATES)


def test_a_training_outside_the_view_raised_nothing_in_it():
    early = coverage(RECORDS, Selection(as_of=date(2023, 3, 1)))
    assert set(raised(early)["training_id"]) == {"T01", "T02"}
    table = inputs_table(raised(early))
    assert list(table) == list(headings("inputs").values())
    assert table["Raised on"].tolist() == [date(2023, 2, 28)] * 2 + [date(2023, 2, 14)] * 2


def test_what_was_taken_up_after_the_day_is_open_on_it():
    on = Selection(as_of=date(2023, 6, 30))
    told = raised(coverage(RECORDS, on))
    assert by_state(told) == {"open": 9, "followed up on": 4, "closed": 0}
    still = told[told["state"] == "open"]
    assert still["followed_up_on"].isna().all()
    assert (still[["followed_up_by", "followed_up_title"]] == "").all(axis=None)
    assert raised(coverage(RECORDS, on), states=("closed",)).empty
    undated = RECORDS.inputs.assign(followed_up_on=pd.NaT)
    counts = by_state(raised(coverage(replace(RECORDS, inputs=undated), on)))
    # By a training, on its first day; the two that no training took up stand as recorded.
    assert counts == {"open": 8, "followed up on": 5, "closed": 0}


def test_what_a_training_took_up_is_known_from_both_sides_and_one_that_is_gone_is_blank():
    titles = RECORDS.trainings.set_index("training_id")["title"]
    by = next(one for one in RECORDS.inputs["followed_up_by"] if one)
    others = taken_up_by(FIGURES, by)
    assert len(others) == (RECORDS.inputs["followed_up_by"] == by).sum()
    for one in others.to_dict("records"):
        here = raised_at(FIGURES, one["training_id"]).set_index("input").loc[one["input"]]
        assert here["followed_up_title"] == titles[by]
    gone = replace(RECORDS, trainings=RECORDS.trainings[RECORDS.trainings["training_id"] != by])
    gone = coverage(gone, whole(gone))
    left = raised_at(gone, others["training_id"].iloc[0]).set_index("input")
    assert left.loc[others["input"].iloc[0], "followed_up_title"] == ""
    assert raised_at(gone, by).empty


def test_of_one_training_too_it_is_told_as_it_stood_on_the_as_of_date():
    row = next(one for one in RECORDS.inputs.to_dict("records") if one["followed_up_by"])
    starts = RECORDS.trainings.set_index("training_id")["date_start"]
    first, by = starts[row["training_id"]].date(), row["followed_up_by"]
    then = coverage(RECORDS, replace(whole(RECORDS), as_of=first))
    assert set(raised_at(then, row["training_id"])["state"]) == {"open"}
    assert taken_up_by(then, by).empty
    before = replace(whole(RECORDS), as_of=first - timedelta(days=1), agencies=("Police",))
    assert raised_at(coverage(RECORDS, before), row["training_id"]).empty


def test_records_without_the_table_have_none():
    none = replace(RECORDS, inputs=None)
    assert raised(coverage(none, whole(none))).columns.tolist() == list(RAISED_COLUMNS)
    assert raised_at(coverage(none, whole(none)), "T01").empty
    assert themes_of(none) == []
    assert "referral" in themes_of(RECORDS)


def test_where_no_training_is_left_nothing_was_raised():
    records = replace(RECORDS, trainings=RECORDS.trainings[:0], attendance=RECORDS.attendance[:0])
    told = raised(coverage(records, whole(records)))
    assert (len(told), list(told)) == (0, list(RAISED_COLUMNS))
    assert inputs_table(told).empty
