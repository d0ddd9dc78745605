"""What the map's inset shows: Karachi's districts, which are points at the scale of the country."""

from __future__ import annotations

from typing import Any

import geopandas
import shapely

from geo.districts import gazetteer

LABEL = "Karachi"
#: Its districts by their names in the list; Keamari where the set in use draws it.
DISTRICTS = (
    *(f"Karachi {side}" for side in ("Central", "East", "South", "West")),
    *("Keamari", "Korangi", "Malir"),
)
#: Square kilometres: smaller ones need the inset, and set its window; Malir's desert does not.
LARGEST_TOWN = 400.0
#: Degrees around them, so that the neighbours can be told.
MARGIN = 0.03


def karachi(outlines: geopandas.GeoSeries) -> dict[str, Any] | None:
    """Return the window of the inset and what is in it.

    ``outlines`` are districts in degrees, indexed by P-code.

    Returns
    -------
    dict or None
        ``label``; ``bounds``, [south, west] and [north, east]; ``places`` in the list of every
        district that reaches into the window, ``own`` those of Karachi; ``names`` of Karachi's
        own, each ``at`` [lat, lon].
        None for a set without Karachi's districts.
    """
    rows = gazetteer.rows()
    districts = rows[rows["name"].isin(DISTRICTS) & rows["adm2_pcode"].isin(outlines.index)]
    towns = districts.loc[districts["area_km2"] < LARGEST_TOWN, "adm2_pcode"]
    if towns.empty:
        return None
    west, south, east, north = _square(outlines[towns].total_bounds)
    window = shapely.box(west, south, east, north)
    inside = outlines[outlines.intersects(window)]
    listed = list(gazetteer.names())
    return {
        "label": LABEL,
        "bounds": [[south, west], [north, east]],
        "places": [listed.index(code) for code in inside.index if code in listed],
        "own": [listed.index(code) for code in districts["adm2_pcode"] if code in inside.index],
        "names": [
            {"name": name.removeprefix(f"{LABEL} "), "at": _middle(inside.at[code], window)}
            for code, name in zip(districts["adm2_pcode"], districts["name"], strict=True)
            if code in inside.index
        ],
    }


def _square(bounds: Any) -> tuple[float, float, float, float]:
    """Widen bounds to a window that is about square on the ground."""
    west, south, east, north = (float(side) for side in bounds)
    narrower = 0.9  # a degree of longitude is that much of one of latitude there
    half = max((east - west) * narrower, north - south) / 2 + MARGIN
    lon, lat = (west + east) / 2, (south + north) / 2
    sides = lon - half / narrower, lat - half, lon + half / narrower, lat + half
    west, south, east, north = (round(side, 4) for side in sides)
    return west, south, east, north


def _middle(outline: Any, window: Any) -> list[float]:
    """Return where a name has the most room in the part of an outline that is seen."""
    circle = shapely.maximum_inscribed_circle(outline.intersection(window), tolerance=0.002)
    middle = shapely.get_point(circle, 0)
    return [round(middle.y, 4), round(middle.x, 4)]
