"""The terrain of each district, and the road distances that set how far its roads wind."""

import pandas as pd

from geo.districts import gazetteer
from geo.districts.terrain import DETOURS, FILE, published_distances, terrain


def test_every_district_has_the_terrain_that_its_relief_makes() -> None:
    assert list(terrain().index) == list(gazetteer.names())
    rows = pd.read_csv(FILE)
    assert set(rows["adm2_pcode"]) == set(gazetteer.vintage_names())
    made = pd.cut(rows["relief_m"], [-1, 149, 449, 9999], labels=list(DETOURS)).astype(str)
    assert (rows["terrain"] == made).all()


def test_known_country_is_what_it_is() -> None:
    of = terrain()
    assert {of[code] for code in ("PK617", "PK713", "PK622")} == {"plain"}
    assert {of[code] for code in ("PK605", "PK514", "PK401")} == {"hills"}
    assert {of[code] for code in ("PK302", "PK507", "PK108")} == {"mountains"}


def test_detours_grow_with_the_terrain() -> None:
    for detour in DETOURS.values():
        assert 1 < detour.least < detour.usual < detour.most
    assert [d.usual for d in DETOURS.values()] == sorted(d.usual for d in DETOURS.values())


def test_each_published_distance_is_of_two_districts_once_and_says_who_published_it() -> None:
    rows = published_distances()
    codes = set(gazetteer.vintage_names())
    assert set(rows["from_pcode"]) | set(rows["to_pcode"]) <= codes
    pairs = [frozenset(pair) for pair in zip(rows["from_pcode"], rows["to_pcode"], strict=True)]
    assert len(set(pairs)) == len(rows) >= 24
    assert all(len(pair) == 2 for pair in pairs)
    assert rows["km"].gt(0).all()
    assert rows[["source", "address"]].notna().all(axis=None)
    provinces = {
        gazetteer.districts().set_index("adm2_pcode").at[code, "province"]
        for pair in pairs
        for code in pair
    }
    assert len(provinces) == 7


def test_ends_of_a_published_distance_have_a_known_headquarters() -> None:
    rows = gazetteer.rows().set_index("adm2_pcode")
    ends = set(published_distances()["from_pcode"]) | set(published_distances()["to_pcode"])
    assert rows.loc[sorted(ends), "hq_lon"].notna().all()
