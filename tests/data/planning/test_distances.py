"""Distances between districts: by hand, and a travel table that is good, partial or wrong."""

import numpy as np
import pandas as pd
import pytest

from data.planning.distances import (
    DETOUR,
    EARTH_RADIUS_KM,
    Distances,
    great_circle_km,
    road_distances,
    to_nearest,
    travel_matrix,
)
from geo.districts import gazetteer

ISLAMABAD, LAHORE, QUETTA = "PK401", "PK617", "PK226"


def travelled(*rows: tuple, unit: str = "hours") -> Distances:
    return travel_matrix(pd.DataFrame(list(rows), columns=["from", "to", unit]), unit)


# ------------------------------------------------------------------------ by hand


def test_a_degree_along_a_meridian_and_a_quarter_of_the_equator() -> None:
    km = great_circle_km(np.array([0, 1, 0]), np.array([0, 0, 90]))
    assert km[0, 1] == pytest.approx(2 * np.pi * EARTH_RADIUS_KM / 360)  # 111.195 km
    assert km[0, 2] == pytest.approx(2 * np.pi * EARTH_RADIUS_KM / 4)
    assert km[0, 0] == 0


def test_poles_apart_are_half_the_way_around() -> None:
    km = great_circle_km(np.array([90, -90]), np.array([0, 0]))
    assert km[0, 1] == pytest.approx(np.pi * EARTH_RADIUS_KM)


def test_islamabad_to_lahore_is_about_270_km_straight_and_more_by_road() -> None:
    places = gazetteer.districts().set_index("adm2_pcode").loc[[ISLAMABAD, LAHORE]]
    straight = great_circle_km(places["lat"].to_numpy(), places["lon"].to_numpy())[0, 1]
    assert 260 < straight < 280
    by_road = road_distances().among([ISLAMABAD], [LAHORE])[0, 0]
    assert by_road == pytest.approx(straight * DETOUR)


def test_every_district_has_a_distance_to_every_other() -> None:
    between = road_distances().between
    assert between.shape == (160, 160)
    assert np.isfinite(between).all()
    assert (between.diagonal() == 0).all()
    np.testing.assert_allclose(between, between.T)
    assert (between[~np.eye(160, dtype=bool)] > 0).all()


def test_a_district_that_is_not_in_the_list_is_named() -> None:
    with pytest.raises(KeyError, match="PK999"):
        road_distances().among(["PK401", "PK999"], ["PK401"])


# ------------------------------------------------------------------------ nearest


def test_nearest_venue_of_every_district() -> None:
    found = to_nearest(road_distances(), [QUETTA, LAHORE]).set_index("adm2_pcode")
    assert (found.at[LAHORE, "venue"], found.at[LAHORE, "distance"]) == (LAHORE, 0)
    assert found.at[ISLAMABAD, "venue"] == LAHORE
    assert len(found) == 160


def test_without_a_venue_nothing_is_near() -> None:
    found = to_nearest(road_distances(), [])
    assert (found["venue"] == "").all()
    assert np.isinf(found["distance"]).all()


# ----------------------------------------------------------------------- travel table


def test_a_travel_table_replaces_the_estimate_and_names_what_it_lacks() -> None:
    travel = travelled((ISLAMABAD, LAHORE, 4.5), (LAHORE, ISLAMABAD, 5))
    assert travel.unit == "hours"
    assert travel.among([ISLAMABAD], [LAHORE])[0, 0] == 4.5
    assert travel.among([LAHORE], [ISLAMABAD])[0, 0] == 5
    assert np.isinf(travel.among([LAHORE], [QUETTA])[0, 0])
    assert len(travel.missing) == 160 * 159 // 2 - 1
    assert (ISLAMABAD, LAHORE) not in travel.missing
    assert "12,719 pairs" in travel.notice
    assert "PK101\u2013PK102" in travel.notice


def test_a_pair_in_one_direction_counts_in_both() -> None:
    travel = travelled((ISLAMABAD, LAHORE, 380), unit="km")
    assert travel.unit == "km"
    assert travel.among([LAHORE], [ISLAMABAD])[0, 0] == 380


def test_time_within_a_district_is_taken_as_written() -> None:
    travel = travelled((LAHORE, LAHORE, 0.5))
    assert travel.among([LAHORE], [LAHORE])[0, 0] == 0.5
    assert travel.among([QUETTA], [QUETTA])[0, 0] == 0


def test_a_whole_table_has_no_notice() -> None:
    codes = to_nearest(road_distances(), [])["adm2_pcode"]
    pairs = [(a, b, 1) for a in codes for b in codes if a < b]
    assert travelled(*pairs).notice == ""
