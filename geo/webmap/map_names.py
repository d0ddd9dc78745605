"""Where the map writes its names: those of provinces, of districts and of three cities."""

from __future__ import annotations

from typing import Any

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.webmap.inset import karachi

#: Districts that are named on the map of the whole country, beside where they lie.
CITIES = ("Islamabad", "Lahore")
#: Degrees between two rows on which a province's name may stand.
ROW = 0.25
#: Degrees above and below a name that have to be the province's own, at most.
HALF_HEIGHT = 0.25
#: Places for a province's name that are kept, those with the most room first.
MOST_PLACES = 24

#: West and east end of a stretch of a parallel, in degrees.
Stretch = tuple[float, float]


def district_places(outlines: geopandas.GeoSeries) -> dict[str, list[float]]:
    """Return where a district's name is written: latitude, longitude and room, in degrees.

    ``outlines`` are districts in degrees, indexed by P-code.

    Returns
    -------
    dict
        By P-code. The room is the width of the district at that latitude.
    """
    circles = shapely.maximum_inscribed_circle(outlines.to_numpy(), tolerance=0.02)
    middles = shapely.get_coordinates(shapely.get_point(circles, 0))
    return {
        pcode: [round(lat, 4), round(lon, 4), round(2 * _room(_row(outline, lat), lon), 4)]
        for pcode, outline, (lon, lat) in zip(outlines.index, outlines, middles, strict=True)
    }


def province_names(boundaries: BoundarySet) -> list[dict[str, Any]]:
    """Return the provinces and where their names may stand, the largest province first.

    Each has ``pcode``, ``name``, ``bounds`` ([south, west], [north, east]), ``districts`` (how
    many), ``at`` ([latitude, longitude], where it is widest) and ``places``: [latitude, longitude,
    half of the room], in degrees, those with the most room first.
    """
    names = gazetteer.provinces()
    named = boundaries.districts[boundaries.districts["adm1_pcode"].isin(names)]
    counts = named["adm1_pcode"].value_counts().to_dict()
    provinces = named.dissolve("adm1_pcode").geometry
    by_size = provinces.iloc[(-shapely.area(list(provinces))).argsort()]
    circles = shapely.maximum_inscribed_circle(list(by_size), tolerance=0.05)
    middles = shapely.get_coordinates(shapely.get_point(circles, 0))
    return [
        {
            "pcode": pcode,
            "name": names[pcode],
            "bounds": _bounds(outline),
            "districts": counts[pcode],
            "at": [round(lat, 4), round(lon, 4)],
            "places": _province_places(outline),
        }
        for pcode, outline, (lon, lat) in zip(by_size.index, by_size, middles, strict=True)
    ]


def city_names(boundaries: BoundarySet) -> list[dict[str, Any]]:
    """Return the cities that the map of the whole country names: ``name`` and ``at``."""
    codes = {name: code for code, name in gazetteer.names().items()}
    cities = [
        {"name": name, "at": list(gazetteer.positions()[codes[name]])}
        for name in CITIES
        if name in codes
    ]
    inset = karachi(boundaries.districts.set_index("adm2_pcode").geometry)
    if inset:
        (south, west), (north, east) = inset["bounds"]
        middle = [round((south + north) / 2, 4), round((west + east) / 2, 4)]
        cities.append({"name": inset["label"], "at": middle})
    return cities


def _bounds(outline: Any) -> list[list[float]]:
    west, south, east, north = (round(side, 4) for side in outline.bounds)
    return [[south, west], [north, east]]


def _province_places(outline: Any) -> list[list[float]]:
    """Return the middles of the stretches that a name fits on, and their quarters."""
    _, south, _, north = outline.bounds
    half_height = min(HALF_HEIGHT, (north - south) / 8)
    places = []
    for lat in np.arange(south + half_height, north - half_height, min(ROW, half_height)):
        above, below = _row(outline, lat + half_height), _row(outline, lat - half_height)
        for west, east in _shared(_shared(_row(outline, lat), above), below):
            for share in (0.5, 0.3, 0.7):
                room = min(share, 1 - share) * (east - west)
                places.append([lat, west + share * (east - west), room])
    places.sort(key=lambda place: -place[2])
    return [[round(float(part), 3) for part in place] for place in places[:MOST_PLACES]]


def _row(outline: Any, lat: float) -> list[Stretch]:
    """Return the stretches of a parallel that lie within an outline, from west to east."""
    west, _, east, _ = outline.bounds
    parallel = shapely.LineString([(west - 1, lat), (east + 1, lat)])
    parts = shapely.get_parts(outline.intersection(parallel))
    lines = parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]
    ends: NDArray = shapely.bounds(lines)
    return sorted((float(one[0]), float(one[2])) for one in ends)


def _shared(some: list[Stretch], others: list[Stretch]) -> list[Stretch]:
    overlaps = [(max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others]
    return [(west, east) for west, east in overlaps if west < east]


def _room(row: list[Stretch], lon: float) -> float:
    """Return how far a place on a row is from the nearer end of its stretch."""
    rooms = (min(lon - west, east - lon) for west, east in row if west <= lon <= east)
    return max(rooms, default=0.0)
