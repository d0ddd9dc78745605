"""Where the map writes its names: within what they name, or beside it."""

import geopandas
import pytest
import shapely

from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from geo.webmap.map_names import city_names, district_places, province_names

OUTLINES = embedded().districts.set_index("adm2_pcode").geometry
PROVINCES = {one["pcode"]: one for one in province_names(embedded())}


def test_a_district_is_named_inside_it_and_its_room_is_its_width_there() -> None:
    places = district_places(OUTLINES)
    assert set(places) == set(OUTLINES.index)
    for pcode, (lat, lon, room) in places.items():
        outline = OUTLINES[pcode].buffer(1e-4)
        west, _, east, _ = outline.bounds
        assert 0 < room <= east - west
        name = shapely.LineString([(lon - room / 2, lat), (lon + room / 2, lat)])
        assert outline.contains(name)


@pytest.mark.parametrize("pcode", list(gazetteer.provinces()))
def test_a_province_is_named_where_it_has_room_to_both_sides(pcode: str) -> None:
    province, names = PROVINCES[pcode], gazetteer.provinces()
    of_province = embedded().districts["adm1_pcode"] == pcode
    outline = embedded().districts[of_province].union_all().buffer(2e-3)
    assert province["name"] == names[pcode]
    assert province["districts"] == of_province.sum()
    rooms = [room for _, _, room in province["places"]]
    assert rooms
    assert rooms == sorted(rooms, reverse=True)
    for lat, lon, room in province["places"]:
        assert outline.contains(shapely.LineString([(lon - room, lat), (lon + room, lat)]))
    (south, west), (north, east) = province["bounds"]
    assert shapely.box(west, south, east, north).buffer(1e-3).contains(outline.buffer(-3e-3))


def test_three_cities_are_named_where_they_lie() -> None:
    cities = {one["name"]: one["at"] for one in city_names(embedded())}
    assert set(cities) == {"Islamabad", "Lahore", "Karachi"}
    codes = {name: pcode for pcode, name in gazetteer.names().items()}
    for name in ("Islamabad", "Lahore"):
        lat, lon = cities[name]
        assert OUTLINES[codes[name]].contains(shapely.Point(lon, lat))


def test_a_place_that_is_no_polygon_s_middle_has_room_by_its_row() -> None:
    crescent = shapely.Polygon([(0, 0), (4, 0), (4, 1), (1, 1), (1, 3), (4, 3), (4, 4), (0, 4)])
    lat, lon, room = district_places(geopandas.GeoSeries({"PK1": crescent}))["PK1"]
    assert crescent.contains(shapely.Point(lon, lat))
    assert room == pytest.approx(2 * min(lon, (4 if not 1 < lat < 3 else 1) - lon), abs=0.01)
