"""Larger places: every one lies in one province, and its code is no district's."""

from geo.districts import gazetteer
from geo.districts.larger_places import larger_places, provinces_of_places


def test_named_places_are_those_whose_name_means_several_districts() -> None:
    places = larger_places().items()
    named = [code for code, place in places if place.districts and place.adm1_pcode != code]
    assert named == [
        "PK5-Chitral",
        "PK5-Kohistan",
        "PK3-Hunza-Nagar",
        "PK5-Dir",
        "PK5-Waziristan",
        "PK7-Karachi",
    ]


def test_provinces_have_their_p_code_and_all_districts() -> None:
    provinces = {code: larger_places()[code] for code in gazetteer.provinces()}
    assert {code: place.name for code, place in provinces.items()} == gazetteer.provinces()
    listed = [code for place in provinces.values() for code in place.districts]
    assert sorted(listed) == sorted(gazetteer.names())


def test_no_code_is_a_district_and_all_districts_of_a_place_lie_in_its_province() -> None:
    assert not set(larger_places()) & set(gazetteer.names())
    for place in larger_places().values():
        assert {provinces_of_places()[code] for code in place.districts} <= {place.adm1_pcode}


def test_a_newer_district_is_in_its_parent() -> None:
    karachi = larger_places()["PK7-Karachi"]
    names = {gazetteer.names()[code] for code in karachi.districts}
    assert names >= {"Karachi Central", "Karachi East", "Karachi South", "Karachi West"}
    assert names >= {"Korangi", "Malir"}
    assert karachi.what == "Karachi is a city of several districts"
