"""Which districts need a training, and what makes their need: by hand, and in shipped records."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.need import (
    NOT_NAMED,
    THIN,
    UNCOVERED,
    WITHIN,
    Thin,
    need,
    share_with_less,
    venues_so_far,
)
from data.planning.weights import PARTS, PlanningError, Weights
from data.records.model import REACHED, Records
from data.records.programme import committee_agencies
from data.store.shipped import illustrative, published
from geo.districts import gazetteer
from tests.data.conftest import records_of, view_of, views

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
#: Districts of the list whose people are within the figure of others.
WITHOUT_POPULATION = {"PK218", "PK311", "PK312", "PK313", "PK314"}


def row(frame: pd.DataFrame, pcode: str) -> pd.Series:
    return frame.set_index("adm2_pcode").loc[pcode]


# ------------------------------------------------------------------------ which districts


def test_uncovered_and_thin_by_hand() -> None:
    found = need(view_of(SMALL)).set_index("adm2_pcode")
    assert "PK401" not in found.index  # three agencies, 18 participants
    assert "PK622" not in found.index  # its agency is not known, so it is not called thin
    assert (found.at["PK617", "kind"], found.at["PK617", "why"]) == (THIN, "1 of 6 agencies")
    assert (found.at["PK226", "kind"], found.at["PK226", "why"]) == (THIN, "4 participants")
    assert (found.at["PK628", "kind"], found.at["PK628", "why"]) == (UNCOVERED, "zero reported")
    assert (found.at["PK101", "kind"], found.at["PK101", "why"]) == (UNCOVERED, "no record")
    # Reached, one agency, the count not recorded: thin for the agencies alone.
    assert found.at["PK305", "why"] == "1 of 6 agencies"
    assert len(found) == 160 - 2


def test_a_filter_of_agencies_makes_no_district_thin_for_the_others() -> None:
    found = need(view_of(SMALL, agencies=("FIA",))).set_index("adm2_pcode")
    assert not {"PK617", "PK305"} & set(found.index)
    assert found.at["PK226", "why"] == "2 participants"  # of that agency


def test_thin_is_for_the_reader_to_say() -> None:
    found = need(view_of(SMALL), thin=Thin(agencies=1, participants=1))
    assert set(found["kind"]) == {UNCOVERED}
    found = need(view_of(SMALL), thin=Thin(agencies=4, participants=100)).set_index("adm2_pcode")
    assert found.at["PK401", "why"] == "3 of 6 agencies, 18 participants"
    assert found.at["PK617", "why"] == "1 of 6 agencies, 18 participants"


def test_only_selected_districts_are_listed() -> None:
    found = need(view_of(SMALL, provinces=("PK2",)))
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
    found = need(view_of(SMALL))
    lahore, quetta = row(found, "PK617"), row(found, "PK226")
    assert lahore["part_population"] == 1  # the most people of the list
    assert (lahore["part_distance"], lahore["distance"]) == (0, 0)  # it was a venue itself
    assert quetta["nearest_venue"] == "PK617"  # nearer by road, though not on a straight line
    # In Punjab, Lahore and Multan are reached; Rahim Yar Khan reports zero, which is nobody.
    assert (lahore["province_districts"], lahore["province_uncovered"]) == (36, 34)
    assert lahore["part_province"] == pytest.approx(34 / 36)
    khanewal = row(found, "PK615")  # beside Multan
    assert khanewal["adjacent_uncovered"] == khanewal["adjacent"] - 1
    assert khanewal["part_neighbours"] == pytest.approx(1 - 1 / khanewal["adjacent"])
    assert row(found, "PK203")["part_neighbours"] == 1  # nobody near Chagai


def test_the_parts_add_up_to_the_score() -> None:
    found = need(view_of(SMALL)).dropna(subset=["score"])
    adds = found[[f"adds_{part}" for part in PARTS]].to_numpy()
    np.testing.assert_allclose(adds.sum(axis=1), found["score"], atol=1e-9)
    weights = found[[f"weight_{part}" for part in PARTS]].to_numpy()
    np.testing.assert_allclose(weights.sum(axis=1), 1)
    parts = found[[f"part_{part}" for part in PARTS]].fillna(0).to_numpy()
    np.testing.assert_allclose(adds, parts * weights)


def test_a_district_without_a_population_stands_apart_with_the_reason() -> None:
    found = need(view_of(SMALL)).set_index("adm2_pcode")
    apart = found[found["rank"].isna()]
    assert set(apart.index) == WITHOUT_POPULATION
    assert apart["score"].isna().all()
    reason = "population not known (within that of Diamer)"
    assert (apart.at["PK311", "not_ranked"], apart.at["PK312", "not_ranked"]) == (reason, reason)
    sibi = "population not known (within that of Sibi and Kachhi)"
    assert apart.at["PK218", "not_ranked"] == sibi
    assert set(found.tail(5).index) == WITHOUT_POPULATION
    assert (found["not_ranked"].head(-5) == "").all()


def test_where_population_has_no_weight_those_districts_are_ranked() -> None:
    found = need(view_of(SMALL), Weights(0, 0, 50, 25, 25))
    assert found["rank"].notna().all()
    assert (found["not_ranked"] == "").all()


def test_a_layer_that_is_not_loaded_is_no_lack_of_a_district() -> None:
    found = need(view_of(SMALL))
    assert found["part_vulnerability"].isna().all()
    assert (found["weight_vulnerability"] == 0).all()
    assert found["weight_population"].iloc[0] == pytest.approx(40 / 80)


def test_who_is_missing_in_a_layer_stands_apart_where_the_layer_counts() -> None:
    layer = pd.DataFrame({"adm2_pcode": ["PK101", "PK617", "PK226"], "value": [0.1, 5, 900]})
    found = need(view_of(SMALL), Weights(0, 1, 0, 0, 0), layer)
    assert found["adm2_pcode"].head(3).to_list() == ["PK226", "PK617", "PK101"]
    assert found["score"].head(3).to_list() == [1, 0.5, 0]
    assert found["rank"].notna().sum() == 3
    assert row(found, "PK628")["not_ranked"] == "not in the layer"
    # Anything from 0 to 1: never behind Bagh, which has 0.
    assert row(found, "PK628")[["rank_best", "rank_worst"]].to_list() == [1, len(found) - 1]
    with pytest.raises(PlanningError, match="two values for PK101"):
        need(view_of(SMALL), layer=pd.concat([layer, layer.head(1)]))


def test_a_layer_of_covered_districts_alone_ranks_nobody_who_is_not_in_it() -> None:
    layer = pd.DataFrame({"adm2_pcode": ["PK401", "PK622"], "value": [1, 2]})
    found = need(view_of(SMALL), Weights(0, 1, 0, 0, 0), layer)
    assert found["rank"].isna().all()
    assert set(found["not_ranked"]) == {"not in the layer"}


def test_without_a_venue_the_distance_is_left_out() -> None:
    records = records_of([{"training_id": "A", "date_start": date(2023, 3, 25)}], [])
    found = need(view_of(records))
    assert len(found) == 160
    assert found["part_distance"].isna().all()
    assert (found["weight_distance"] == 0).all()
    assert (found["nearest_venue"] == "").all()
    assert found["score"].notna().sum() == 160 - len(WITHOUT_POPULATION)


# ------------------------------------------------------------------------ the whole programme


def test_venues_so_far_most_used_first() -> None:
    assert venues_so_far(view_of(SMALL)).to_dict() == {"PK401": 2, "PK617": 1}
    assert list(venues_so_far(view_of(SMALL)).index) == ["PK401", "PK617"]


@pytest.mark.parametrize("filters", [{"agencies": ("Police",)}, {"since": date(2023, 1, 1)}])
def test_a_filter_changes_no_part_of_a_district(filters: dict) -> None:
    whole_view, view = need(view_of(SMALL)), need(view_of(SMALL, **filters))
    assert list(venues_so_far(view_of(SMALL, **filters)).index) == ["PK401", "PK617"]
    columns = [f"part_{part}" for part in PARTS] + ["nearest_venue", "distance"]
    both = set(whole_view["adm2_pcode"]) & set(view["adm2_pcode"])
    assert len(both) > 150
    frames = (
        frame.set_index("adm2_pcode").loc[sorted(both), columns] for frame in (whole_view, view)
    )
    pd.testing.assert_frame_equal(*frames)


def test_an_earlier_day_knows_only_the_venues_of_then() -> None:
    early = view_of(SMALL, as_of=date(2022, 9, 25))
    assert list(venues_so_far(early).index) == ["PK617"]
    assert row(need(early), "PK226")["nearest_venue"] == "PK617"


# ------------------------------------------------------------------------ weights


def test_only_proportions_of_weights_matter() -> None:
    small, large = Weights(4, 2, 2, 1, 1), Weights()
    pd.testing.assert_frame_equal(need(view_of(SMALL), small), need(view_of(SMALL), large))


@pytest.mark.parametrize("values", [(0, 0, 0, 0, 0), (-1, 1, 1, 1, 1), (float("nan"), 1, 1, 1, 1)])
def test_weights_that_weigh_nothing_are_refused(values: tuple) -> None:
    with pytest.raises(PlanningError):
        Weights(*values)


@settings(max_examples=20, deadline=None)
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
    assert scores.between(0, 1).all()
    assert found["score"].isna().equals(found["not_ranked"] != "")
    places = found.dropna(subset=["score"])
    assert (places["rank"] >= places["rank_best"]).all()
    assert (places["rank"] <= places["rank_worst"]).all()


@pytest.mark.parametrize("records", [illustrative(), published()], ids=["made up", "published"])
def test_shipped_records_rank_all_they_do_not_cover(records: Records) -> None:
    figures = coverage(records, whole(records))
    found = need(figures)
    covered = figures.headline.districts_covered
    within = figures.headline.districts_named_within
    assert (found["kind"] == WITHIN).sum() == within
    assert (found["kind"] == UNCOVERED).sum() == len(gazetteer.districts()) - covered - within
    apart = found["score"].isna()
    if figures.mostly_together:  # most that were reached are not named: nobody is ranked
        assert apart.all()
        assert set(found["not_ranked"]) == {NOT_NAMED}
    else:
        assert set(found.loc[apart, "adm2_pcode"]) <= WITHOUT_POPULATION


def test_few_people_do_not_lead_the_order_of_the_shipped_records() -> None:
    found = need(coverage(illustrative(), whole(illustrative()))).set_index("name")
    assert found.at["Ghanche", "rank"] > 90
    assert found.at["Kharmang", "rank"] > 90
