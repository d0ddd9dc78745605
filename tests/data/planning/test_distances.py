"""Distances between districts: by hand, and a travel table that is good, partial or wrong."""

import itertools
from functools import cache

import numpy as np
import pandas as pd
import pytest

from data.planning.distances import (
    EARTH_RADIUS_KM,
    Distances,
    beside_published,
    great_circle_km,
    road_distances,
    to_nearest,
    travel_matrix,
)
from geo.districts import gazetteer
from geo.districts.terrain import DETOURS, terrain

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
    hills, plain = DETOURS["hills"], DETOURS["plain"]
    by_road = road_distances().among([ISLAMABAD], [LAHORE])[0, 0]
    assert by_road == pytest.approx(straight * (hills.usual + plain.usual) / 2)
    least, most = road_distances().ends_among([ISLAMABAD], [LAHORE])
    assert least[0, 0] == pytest.approx(straight * (hills.least + plain.least) / 2)
    assert most[0, 0] == pytest.approx(straight * (hills.most + plain.most) / 2)


def test_every_district_has_a_distance_to_every_other() -> None:
    between = road_distances().between
    assert between.shape == (160, 160)
    assert np.isfinite(between).all()
    assert (between.diagonal() == 0).all()
    np.testing.assert_allclose(between, between.T)
    assert (between[~np.eye(160, dtype=bool)] > 0).all()


def test_the_estimate_lies_between_the_least_and_the_most_detour() -> None:
    road = road_distances()
    least, most = road.ends
    assert (least <= road.between).all()
    assert (road.between <= most).all()


# ------------------------------------------------------------------------ published distances


def test_the_estimate_is_near_the_published_road_distances() -> None:
    """Half of them are off by at most 15 %; one detour for the whole country is not as good."""
    rows = beside_published()
    assert len(rows) == 46
    off = rows["error"].abs()
    assert off.median() <= 0.12
    assert off.quantile(0.9) <= 0.25
    straight = rows["estimated_km"] / detours_of(usual())
    flat = (straight * 1.3 / rows["km"] - 1).abs()
    assert flat.median() > 0.15
    assert f"{off.median():.0%} off in the median of 46" in road_distances().source


def test_seven_in_ten_lie_between_the_least_and_the_most_detour() -> None:
    rows = beside_published()
    straight = rows["estimated_km"] / detours_of(usual())
    low, high = (detours_of({k: getattr(d, end) for k, d in DETOURS.items()}) for end in ENDS)
    between = (rows["km"] >= straight * low) & (rows["km"] <= straight * high)
    assert between.mean() == pytest.approx(0.7, abs=0.05)


def test_detours_set_without_a_pair_are_as_good_for_that_pair() -> None:
    """The detours were set by these very distances: each is left out in turn to see what is so."""
    rows = beside_published()
    straight = rows["estimated_km"].to_numpy() / detours_of(usual())
    offered = itertools.product(
        np.arange(1.05, 1.31, 0.05), np.arange(1.15, 1.61, 0.05), np.arange(1.5, 2.21, 0.05)
    )
    grid = [dict(zip(DETOURS, factors, strict=True)) for factors in offered]
    errors = np.array([abs(straight * detours_of(one) / rows["km"] - 1) for one in grid])
    off = []
    for place in range(len(rows)):
        others = np.delete(errors, place, axis=1).mean(axis=1)
        off.append(errors[others.argmin(), place])
    assert np.median(off) <= 0.15
    chosen = [grid.index(one) for one in grid if np.allclose([*one.values()], [*usual().values()])]
    assert errors[chosen[0]].mean() <= errors.mean(axis=1).min() + 0.005


ENDS = ("least", "most")


def usual() -> dict[str, float]:
    return {kind: detour.usual for kind, detour in DETOURS.items()}


@cache
def terrain_of_ends() -> tuple[pd.Series, pd.Series]:
    """Return the terrain at both ends of each published distance."""
    codes = {name: code for code, name in gazetteer.names().items()}
    rows = beside_published()
    one, other = (rows[end].map(codes).map(terrain()) for end in ("one", "other"))
    return one, other


def detours_of(factors: dict[str, float]) -> np.ndarray:
    """Return the detour of each published distance: the mean of those of its two ends."""
    one, other = (kinds.map(factors) for kinds in terrain_of_ends())
    return ((one + other) / 2).to_numpy()


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
    assert travel.ends == ()
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
