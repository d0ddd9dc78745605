"""The score of need and its parts: by hand, with what is not known, and under other weights."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.planning.need import THIN, UNCOVERED, WITHIN, Thin, need, share_with_less, venues_so_far
from data.planning.weights import PARTS, PlanningError, Weights, contributions, sensitivity
from data.records.model import REACHED, Records
from data.records.programme import committee_agencies
from data.store.shipped import illustrative, published
from geo.districts import gazetteer
from tests.data.conftest import records_of, views

SIX = committee_agencies()
SMALL = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 3, 25), "venue_adm2_pcode": "PK401"},
        {"training_id": "B", "date_start": date(2022, 9, 25), "venue_adm2_pcode": "PK617"},
        {"training_id": "C", "date_start": date(2022, 9, 26), "venue_adm2_pcode": "PK401"},
    ],
    [
        # Islamabad is well covered; Lahore and Quetta are thin; Multan's agency is not known.
        *[("A", "PK401", agency, 3, 3, None) for agency in SIX[:3]],
        ("B", "PK617", "FIA", 9, 9, None),
        ("A", "PK226", "FIA", 1, 1, None),
        ("A", "PK226", "Police", 1, None, None),
        ("A", "PK226", "Civil society", 1, None, None),
        ("A", "PK622", "Not published", None, None, 7),
        ("A", "PK628", "FIA", 0, 0, None),
        ("C", "PK305", "FIA", None, None, None),
    ],
)
ONLY_PEOPLE = Weights(population=1, vulnerability=0, recency=0, agencies=0, distance=0)


def of(records: Records = SMALL, **filters: object) -> Coverage:
    return coverage(records, replace(whole(records), **filters))


def row(frame: pd.DataFrame, pcode: str) -> pd.Series:
    return frame.set_index("adm2_pcode").loc[pcode]


# ------------------------------------------------------------------------ which districts


def test_uncovered_and_thin_by_hand() -> None:
    found = need(of()).set_index("adm2_pcode")
    assert "PK401" not in found.index  # three agencies, 18 participants
    assert "PK622" not in found.index  # its agency is not known, so it is not called thin
    assert (found.at["PK617", "kind"], found.at["PK617", "why"]) == (THIN, "1 of 6 agencies")
    assert (found.at["PK226", "kind"], found.at["PK226", "why"]) == (THIN, "4 participants")
    assert (found.at["PK628", "kind"], found.at["PK628", "why"]) == (UNCOVERED, "zero reported")
    assert (found.at["PK101", "kind"], found.at["PK101", "why"]) == (UNCOVERED, "no record")
    # Reached, one agency, the count not recorded: thin for the agencies alone.
    assert found.at["PK305", "why"] == "1 of 6 agencies"
    assert len(found) == 160 - 2


def test_thin_is_for_the_reader_to_say() -> None:
    found = need(of(), thin=Thin(agencies=1, participants=1))
    assert set(found["kind"]) == {UNCOVERED}
    found = need(of(), thin=Thin(agencies=4, participants=100)).set_index("adm2_pcode")
    assert found.at["PK401", "why"] == "3 of 6 agencies, 18 participants"
    assert found.at["PK617", "why"] == "1 of 6 agencies, 18 participants"


def test_only_selected_districts_are_listed() -> None:
    found = need(of(provinces=("PK2",)))
    assert set(found["adm1_pcode"]) == {"PK2"}
    assert len(found) == 35


# ------------------------------------------------------------------------ parts


def test_share_with_less_by_hand() -> None:
    values = pd.Series([30, 10, None, 20, 10], index=list("abcde"), dtype="Float64")
    expected = [1, 0, np.nan, 2 / 3, 0]
    np.testing.assert_allclose(share_with_less(values), expected)
    assert share_with_less(pd.Series([5.0, None])).isna().all()
    assert (share_with_less(pd.Series([7.0, 7.0, 7.0])) == 0).all()


def test_parts_by_hand() -> None:
    found = need(of())
    lahore, quetta = row(found, "PK617"), row(found, "PK226")
    assert lahore["part_population"] == 1  # the most people of the list
    assert lahore["part_recency"] == pytest.approx(365 / (365.25 / 12) / 24)  # a year of two
    assert lahore["months_since"] == pytest.approx(12, abs=0.01)
    assert lahore["part_agencies"] == pytest.approx(5 / 6)
    assert (lahore["part_distance"], lahore["distance"]) == (0, 0)  # it was a venue itself
    assert (quetta["agencies_missing"], quetta["part_agencies"]) == (3, 0.5)
    assert quetta["nearest_venue"] == "PK401"
    multan = row(need(of(), thin=Thin(participants=99)), "PK622")
    assert multan["agencies_missing"] is pd.NA
    assert np.isnan(multan["part_agencies"])
    assert multan["not_known"] == "agencies"


def test_a_district_never_reached_has_full_need_of_recency_and_agencies() -> None:
    bagh = row(need(of()), "PK101")
    assert (bagh["part_recency"], bagh["part_agencies"]) == (1, 1)
    assert np.isnan(bagh["months_since"])


def test_an_unknown_population_is_said_and_the_rest_is_scaled_up() -> None:
    weights = Weights(population=50, vulnerability=0, recency=25, agencies=25, distance=0)
    found = need(of(), weights)
    gilgit = row(found, "PK305")
    assert gilgit["population"] is pd.NA
    assert gilgit["not_known"] == "population"
    expected = (gilgit["part_recency"] + gilgit["part_agencies"]) / 2
    assert gilgit["score"] == pytest.approx(expected)
    lahore = row(found, "PK617")
    assert lahore["score"] == pytest.approx(
        0.5 + 0.25 * lahore["part_recency"] + 0.25 * lahore["part_agencies"]
    )


def test_without_any_known_part_there_is_no_score_and_it_comes_last() -> None:
    found = need(of(), ONLY_PEOPLE)
    assert found["score"].isna().sum() == 15
    assert found["score"].tail(15).isna().all()
    assert found["rank"].to_list() == list(range(1, len(found) + 1))
    assert found["adm2_pcode"].iloc[0] == "PK617"


def test_a_layer_that_is_not_loaded_is_no_lack_of_a_district() -> None:
    found = need(of())
    assert found["part_vulnerability"].isna().all()
    assert set(found["not_known"]) == {"", "population"}


def test_a_layer_counts_by_rank_and_where_it_is_known() -> None:
    layer = pd.DataFrame({"adm2_pcode": ["PK101", "PK617", "PK226"], "value": [0.1, 5, 900]})
    found = need(of(), Weights(0, 1, 0, 0, 0), layer)
    assert found["adm2_pcode"].head(3).to_list() == ["PK226", "PK617", "PK101"]
    assert found["score"].head(3).to_list() == [1, 0.5, 0]
    assert row(found, "PK628")["not_known"] == "vulnerability"
    with pytest.raises(PlanningError, match="two values for PK101"):
        need(of(), layer=pd.concat([layer, layer.head(1)]))


def test_without_a_venue_the_distance_is_left_out() -> None:
    records = records_of([{"training_id": "A", "date_start": date(2023, 3, 25)}], [])
    found = need(of(records))
    assert len(found) == 160
    assert found["part_distance"].isna().all()
    assert (found["nearest_venue"] == "").all()
    assert found["score"].notna().all()


def test_venues_so_far_most_used_first() -> None:
    assert venues_so_far(of()).to_dict() == {"PK401": 2, "PK617": 1}
    assert list(venues_so_far(of()).index) == ["PK401", "PK617"]


# ------------------------------------------------------------------------ weights


def test_only_proportions_of_weights_matter() -> None:
    small, large = Weights(4, 2, 1, 1.5, 1.5), Weights()
    pd.testing.assert_frame_equal(need(of(), small), need(of(), large))


@pytest.mark.parametrize("values", [(0, 0, 0, 0, 0), (-1, 1, 1, 1, 1), (float("nan"), 1, 1, 1, 1)])
def test_weights_that_weigh_nothing_are_refused(values: tuple) -> None:
    with pytest.raises(PlanningError):
        Weights(*values)


def test_contributions_sum_to_the_score() -> None:
    found = need(of())
    summed = contributions(found).sum(axis=1)
    np.testing.assert_allclose(summed, found["score"])


def test_sensitivity_by_hand() -> None:
    # Two parts: A is first in both, B and C in one each; whichever weighs more is second.
    frame = pd.DataFrame({f"part_{part}": np.nan for part in PARTS}, index=range(4))
    frame["part_population"] = [1, 0.9, 0.5, 0]
    frame["part_agencies"] = [1, 0.5, 0.9, 0]
    shares = sensitivity(frame, top=2)
    assert (shares[0], shares[3]) == (1, 0)
    assert shares[1] + shares[2] == pytest.approx(1)
    assert 0.45 < shares[1] < 0.55
    only = sensitivity(frame, ONLY_PEOPLE, top=2)
    assert only.tolist() == [1, 1, 0, 0]


def test_sensitivity_is_the_same_each_time() -> None:
    found = need(coverage(illustrative(), whole(illustrative())))
    first, again = sensitivity(found), sensitivity(found)
    assert (first == again).all()
    assert first.sum() == pytest.approx(10, abs=0.1)


def test_few_districts_are_all_in_the_top() -> None:
    found = need(of(provinces=("PK3",))).head(7)
    assert sensitivity(found).tolist() == [1.0] * 7
    assert len(sensitivity(found.head(0))) == 0


@settings(max_examples=40, deadline=None)
@given(views(), st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(any))
def test_every_selected_district_without_participants_is_listed(view, values) -> None:
    figures, weights = coverage(*view), Weights(*values)
    found = need(figures, weights)
    frame = figures.districts
    uncovered = frame["status"].isin(["no record", "zero reported"])
    assert set(found.loc[found["kind"] == UNCOVERED, "adm2_pcode"]) == set(
        frame.loc[uncovered, "adm2_pcode"]
    )
    thin = set(found.loc[found["kind"] == THIN, "adm2_pcode"])
    assert thin <= set(frame.loc[frame["status"].isin(REACHED), "adm2_pcode"])
    parts = found[[f"part_{part}" for part in PARTS]].to_numpy(dtype=float)
    assert ((parts >= 0) & (parts <= 1) | np.isnan(parts)).all()
    scores = found["score"].dropna()
    assert scores.is_monotonic_decreasing
    assert scores.between(0, 1 + 1e-12).all()
    assert ((sensitivity(found, weights) >= 0) & (sensitivity(found, weights) <= 1)).all()


@pytest.mark.parametrize("records", [illustrative(), published()], ids=["made up", "published"])
def test_shipped_records_rank_all_they_do_not_cover(records: Records) -> None:
    figures = coverage(records, whole(records))
    found = need(figures)
    covered = figures.headline.districts_covered
    within = figures.headline.districts_named_within
    assert (found["kind"] == WITHIN).sum() == within
    assert (found["kind"] == UNCOVERED).sum() == len(gazetteer.districts()) - covered - within
    assert found["score"].notna().all()
