"""What is checked of the outlines of a boundary set: that they are areas, valid, and in place.

A check takes the districts and gives them back with what it found. What would put a district
in a wrong place is refused.
"""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.inspection.findings import Checked, Finding, count, listing
from geo.inspection.simplification import METRES, NARROWEST_GAP

#: West, south, east, north in degrees: all of Pakistan, with room to spare.
COUNTRY = (60.0, 23.0, 79.0, 38.0)
#: Kilometres from the listed centre of a district to its outline.
ASTRAY, ELSEWHERE = 30.0, 100.0
DEGREES = "EPSG:4326"
#: Districts that a refusal names.
MOST_NAMED = 5


def with_areas(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse points and lines; list districts without an outline, which stay in the list."""
    shapes = np.array(frame.geometry)
    there = ~shapely.is_missing(shapes)
    flat = frame[there & ~frame.geom_type.isin(["Polygon", "MultiPolygon"])]
    if len(flat):
        kinds = ", ".join(sorted(set(flat.geom_type)))
        raise BoundaryError(
            f"{listing(flat['adm2_pcode'], MOST_NAMED)}: {kinds} instead of areas. Choose the "
            "layer with the areas of districts."
        )
    finite = np.isfinite(shapely.bounds(shapes)).all(axis=1)
    drawn = frame[there & ~shapely.is_empty(shapes) & finite]
    bare = sorted(set(frame["adm2_pcode"]) - set(drawn["adm2_pcode"]))
    if drawn.empty:
        raise BoundaryError("No district has an outline. Use a complete file.")
    words = f"{count(len(bare), 'district')} without an outline in the file: {listing(bare)}."
    return (
        drawn.reset_index(drop=True),
        [Finding("no outline", words, tuple(bare))] if bare else [],
    )


def in_degrees(frame: geopandas.GeoDataFrame) -> Checked:
    """Bring the outlines to longitude and latitude; refuse what does not lie in the country."""
    if frame.crs is None:
        _check_place(frame, "It names no CRS, and read as longitude and latitude ")
        words = (
            "It names no CRS; its coordinates lie in Pakistan as longitude and latitude (WGS 84)."
        )
        return frame.set_crs(DEGREES), [Finding("CRS assumed", words)]
    placed, authority = frame.to_crs(DEGREES), frame.crs.to_authority()
    crs = ":".join(authority) if authority else str(frame.crs.name)
    _check_place(placed, f"In its CRS ({crs}) ")
    if frame.crs.equals(DEGREES, ignore_axis_order=True):
        return placed, []
    return placed, [Finding("CRS", f"Brought from {crs} to WGS 84.")]


def valid_outlines(frame: geopandas.GeoDataFrame) -> Checked:
    """Repair outlines that cross themselves, and say by how much their area changed."""
    invalid = ~frame.geometry.is_valid
    if not invalid.any():
        return frame, []
    before = np.array(frame.geometry)
    after = shapely.make_valid(before, method="structure")
    lost = frame.loc[shapely.is_empty(after), "adm2_pcode"]
    if len(lost):
        raise BoundaryError(
            f"The outline of {listing(lost, MOST_NAMED)} cannot be repaired. Correct the file."
        )
    changed = abs(1 - shapely.area(before) / shapely.area(after))
    codes = tuple(frame.loc[invalid, "adm2_pcode"])
    words = (
        f"Invalid outline repaired: {listing(codes)}; "
        f"area changed by at most {changed[invalid].max():.1%}."
    )
    return frame.set_geometry(after, crs=frame.crs), [Finding("repaired", words, codes)]


def places(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse districts far from where the list has them; say which lie somewhat off."""
    rows = gazetteer.rows().set_index("adm2_pcode")
    known = frame[frame["adm2_pcode"].isin(gazetteer.vintage_names())]
    at = rows.loc[known["adm2_pcode"]]
    centres = geopandas.GeoSeries.from_xy(at["centroid_lon"], at["centroid_lat"], crs=DEGREES)
    outlines = known.geometry.to_crs(METRES)
    far = np.array(centres.to_crs(METRES).distance(outlines, align=False)) / 1e3
    elsewhere = known.loc[far > ELSEWHERE, "adm2_pcode"]
    if len(elsewhere):
        raise BoundaryError(
            f"More than {ELSEWHERE:.0f} km from where the list has them: "
            f"{listing(elsewhere, MOST_NAMED)}. Codes or coordinates are wrong."
        )
    codes = tuple(known.loc[far > ASTRAY, "adm2_pcode"])
    words = f"More than {ASTRAY:.0f} km from where the list has them: {listing(codes)}."
    return frame, [Finding("place", words, codes)] if codes else []


def common_lines(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which districts overlap or miss their neighbours; their lines are joined later."""
    shapes = np.array(frame.geometry.to_crs(METRES))
    uneven = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes, gap_width=NARROWEST_GAP))
    codes = tuple(frame.loc[uneven, "adm2_pcode"])
    words = (
        f"Lines of {count(len(codes), 'district')} that do not meet their neighbours' exactly "
        f"are joined: {listing(codes)}."
    )
    return frame, [Finding("lines joined", words, codes)] if codes else []


def _check_place(frame: geopandas.GeoDataFrame, how: str) -> None:
    west, south, east, north = COUNTRY
    bounds = frame.geometry.bounds
    within = (bounds >= (west, south, west, south)) & (bounds <= (east, north, east, north))
    outside = ~within.all(axis=1)  # also where a bound is infinite, or no number
    if not outside.any():
        return
    turned = bounds["minx"].between(south, north) & bounds["miny"].between(west, east)
    codes = listing(frame.loc[outside, "adm2_pcode"], MOST_NAMED)
    if turned[outside].all():
        raise BoundaryError(
            f"Longitude and latitude are swapped ({codes}). Write longitude first, as GeoJSON "
            "and shapefiles have it, or ask the publisher for a corrected file."
        )
    raise BoundaryError(
        f"{how}it does not lie in Pakistan ({codes}). Use a file that names the right CRS."
    )
