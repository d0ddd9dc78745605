"""Paired gains: a textbook interval, what is not collected, and what is not pooled."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.learning import COLLECTED, NOT_COLLECTED, NOT_PAIRED, by_agency, learning, pooled
from data.figures.coverage import coverage
from data.records.model import ASSESSMENT_COLUMNS
from tests.data.conftest import records_of, view_of, views

SMALL = records_of(
    [{"training_id": f"T{n}", "date_start": date(2023, n, 1)} for n in range(1, 6)],
    [
        ("T1", "PK401", "Police", 10, 15, None),
        ("T2", "PK401", "Police", 10, 5, None),
        ("T2", "PK617", "FIA", 5, None, None),
        ("T3", "PK617", "FIA", 8, 2, None),
        ("T3", "PK401", "FIA", None, None, None),
        ("T4", "PK617", "Not published", 8, 2, None),
    ],
)


def table(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(ASSESSMENT_COLUMNS))


def row(frame: pd.DataFrame, training: str) -> pd.Series:
    return frame.set_index("training_id").loc[training]


def test_gain_interval_and_response_rate_by_hand() -> None:
    # 16 people gain 3 of 20 points, standard deviation 4: t of 15 degrees of freedom is 2.1314.
    found = row(learning(view_of(SMALL), table(("T1", 16, 10, 13, 4, 20))), "T1")
    assert found["state"] == COLLECTED
    assert found["gain"] == pytest.approx(15)
    assert found["low"] == pytest.approx(15 - 2.13145 * 20 / 4, abs=1e-3)
    assert found["high"] == pytest.approx(15 + 2.13145 * 20 / 4, abs=1e-3)
    assert (found["attended"], found["response_rate"]) == (25, 16 / 25)


def test_the_interval_is_that_of_the_differences_one_by_one() -> None:
    before, after = np.array([12, 9, 14, 8, 11.0]), np.array([15, 14, 15, 12, 13.0])
    difference = after - before
    told = ("T1", 5, before.mean(), after.mean(), difference.std(ddof=1), 20)
    found = row(learning(view_of(SMALL), table(told)), "T1")
    # Differences 3, 5, 1, 4, 2: mean 3, variance 2.5, t of 4 degrees of freedom is 2.7764.
    assert found["gain"] == pytest.approx(100 * 3 / 20)
    assert found["high"] - found["gain"] == pytest.approx(
        100 / 20 * 2.77645 * np.sqrt(2.5 / 5), abs=1e-3
    )


def test_not_collected_and_not_paired() -> None:
    found = learning(
        view_of(SMALL), table(("T1", None, 10, 13, None, 20), ("T2", 0, 10, 13, 2, 20))
    )
    assert row(found, "T1")["state"] == NOT_PAIRED
    assert row(found, "T2")["state"] == NOT_PAIRED
    assert row(found, "T3")["state"] == NOT_COLLECTED
    assert found["gain"].isna().all()
    assert found["response_rate"].isna().all()
    assert set(learning(view_of(SMALL), None)["state"]) == {NOT_COLLECTED}
    assert "not collected" in pooled(learning(view_of(SMALL), None)).why_not


def test_one_answer_or_no_deviation_gives_a_gain_without_an_interval() -> None:
    found = learning(
        view_of(SMALL), table(("T1", 1, 10, 13, None, 20), ("T2", 9, 10, 13, None, 20))
    )
    assert found.set_index("training_id").loc[["T1", "T2"], "gain"].to_list() == [15, 15]
    assert found["low"].isna().all()
    together = pooled(found[found["training_id"] == "T2"])
    assert (together.gain, together.low) == (15, None)
    assert "No interval" in together.why_not


def test_response_rate_needs_all_counts_and_fewer_answers_than_people() -> None:
    found = learning(view_of(SMALL), table(("T3", 5, 1, 2, 1, 5), ("T1", 26, 1, 2, 1, 5)))
    assert row(found, "T3")["attended"] is pd.NA  # a row of its attendance has no count
    assert np.isnan(row(found, "T3")["response_rate"])
    assert np.isnan(row(found, "T1")["response_rate"])  # 26 answers of 25 participants


def test_a_filter_changes_no_gain_and_no_response_rate() -> None:
    told = table(("T2", 10, 10, 13, 4, 20))
    all_of_it = row(learning(view_of(SMALL), told), "T2")
    part = row(learning(view_of(SMALL, agencies=("FIA",)), told), "T2")
    assert part["response_rate"] == all_of_it["response_rate"] == 0.5
    assert part["gain"] == all_of_it["gain"]
    assert "T1" not in set(learning(view_of(SMALL, agencies=("FIA",)), told)["training_id"])


def test_pooled_counts_people_and_its_interval_trainings() -> None:
    own = [np.array([1.0, 3, 2, 6]), np.array([4.0, 5, 9]), np.array([2.0, 4])]
    rows = [
        (name, len(d), 10, 10 + d.mean(), d.std(ddof=1), 20)
        for name, d in zip(("T1", "T2", "T4"), own, strict=True)
    ]
    together = pooled(learning(view_of(SMALL), table(*rows)))
    mean = np.concatenate(own).mean() * 5
    # Each training is one cluster: what its people add to the mean; t of 2 degrees: 4.3027.
    residuals = sum((len(d) * (d.mean() * 5 - mean)) ** 2 for d in own)
    half = 4.3027 * np.sqrt(residuals * 3 / 2) / 9
    assert (together.trainings, together.paired) == (3, 9)
    assert together.gain == pytest.approx(mean)
    assert "Fewer than 20 people" in together.why_not
    assert together.low == pytest.approx(mean - half, abs=1e-3)
    attended = learning(view_of(SMALL), table(*rows)).set_index("training_id")["attended"]
    assert together.response_rate == pytest.approx(9 / attended[["T1", "T2", "T4"]].sum())


def test_two_trainings_have_no_joint_gain_and_each_its_own() -> None:
    told = table(("T1", 25, 8, 12.4, 2.5, 20), ("T2", 22, 8, 9.9, 2.3, 20))
    found = learning(view_of(SMALL), told)
    together = pooled(found)
    assert (together.trainings, together.paired) == (2, 47)
    assert (together.gain, together.low, together.response_rate) == (None, None, None)
    for name, gain in (("T1", "+22.0"), ("T2", "+9.5")):
        one = row(found, name)
        assert f"{gain} (95% CI {one['low']:.1f} to {one['high']:.1f})" in together.why_not


def test_different_scales_are_not_pooled() -> None:
    told = table(("T1", 10, 10, 13, 4, 20), ("T2", 10, 10, 13, 4, 50))
    together = pooled(learning(view_of(SMALL), told))
    assert (together.gain, together.trainings, together.paired) == (None, 2, 20)
    assert "different scales" in together.why_not


def test_by_agency_only_where_a_training_is_of_one() -> None:
    rows = [(f"T{n}", 10, 10, 12, 4, 20) for n in range(1, 5)]
    found = by_agency(learning(view_of(SMALL), table(*rows)))
    # T2 is of two agencies and T4 of one that is not recorded.
    assert {agency: one.trainings for agency, one in found.items()} == {"FIA": 1, "Police": 1}
    found = by_agency(learning(view_of(SMALL), table(rows[0])))
    assert "not collected" in found["FIA"].why_not


def test_two_rows_of_one_training_are_refused() -> None:
    with pytest.raises(ValueError, match="'T1' has two rows"):
        learning(view_of(SMALL), table(("T1", 10, 10, 13, 4, 20), ("T1", 11, 10, 13, 4, 20)))


@settings(max_examples=40, deadline=None)
@given(views(), st.data())
def test_any_view_has_one_row_a_training(view, data) -> None:
    figures = coverage(*view)
    number = st.none() | st.integers(-1, 30)
    ids = figures.trainings["training_id"].to_list()
    rows = [(one, *(data.draw(number) for _ in range(5))) for one in ids]
    found = learning(figures, table(*rows))
    assert found["training_id"].to_list() == ids
    assert found.loc[found["state"] != COLLECTED, "gain"].isna().all()
    assert found.loc[found["state"] == COLLECTED, "gain"].notna().all()
    assert not (found["low"] > found["high"]).any()
    pooled(found)
    by_agency(found)
