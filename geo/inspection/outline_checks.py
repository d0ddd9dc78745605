"""What is checked of the outlines of a boundary set: that they are areas, valid, and in Pakistan.

A check takes the districts and gives them back with what it found.
"""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.findings import Checked, Finding
from geo.inspection.simplification import METRES, NARROWEST_GAP
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing

#: West, south, east, north in degrees: all of Pakistan, with room to spare.
COUNTRY = (60.0, 23.0, 79.0, 38.0)
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
        words = _("{codes}: {kinds} instead of areas. Choose the layer with the districts' areas.")
        codes = listing(flat["adm2_pcode"], MOST_NAMED)
        raise BoundaryError(words.format(codes=codes, kinds=kinds))
    finite = np.isfinite(shapely.bounds(shapes)).all(axis=1)
    drawn = frame[there & ~shapely.is_empty(shapes) & finite]
    bare = sorted(set(frame["adm2_pcode"]) - set(drawn["adm2_pcode"]))
    if drawn.empty:
        raise BoundaryError(_("No district has an outline. Use a complete file."))
    words = ngettext(
        "{number} district has no outline in the file: {codes}.",
        "{number} districts have no outline in the file: {codes}.",
        len(bare),
    ).format(number=len(bare), codes=listing(bare))
    return (
        drawn.reset_index(drop=True),
        [Finding("no outline", words, tuple(bare))] if bare else [],
    )


def in_degrees(frame: geopandas.GeoDataFrame) -> Checked:
    """Bring the outlines to longitude and latitude; refuse what does not lie in the country."""
    if frame.crs is None:
        _check_place(
            frame,
            _(
                "It names no CRS, and does not lie in Pakistan as longitude and latitude "
                "({codes}). Use a file that names the right CRS."
            ),
        )
        words = _(
            "It names no CRS; its coordinates lie in Pakistan as longitude and latitude (WGS 84)."
        )
        return frame.set_crs(DEGREES), [Finding("CRS assumed", words)]
    placed, authority = frame.to_crs(DEGREES), frame.crs.to_authority()
    crs = ":".join(authority) if authority else str(frame.crs.name)
    outside = _(
        "It does not lie in Pakistan in its CRS, {crs} ({codes}). Use a file that names the right "
        "CRS."
    )
    _check_place(placed, outside, crs)
    if frame.crs.equals(DEGREES, ignore_axis_order=True):
        return placed, []
    return placed, [
        Finding("CRS", _("Coordinates converted from {crs} to WGS 84.").format(crs=crs))
    ]


def valid_outlines(frame: geopandas.GeoDataFrame) -> Checked:
    """Repair outlines that cross themselves, and say by how much their area changed."""
    invalid = ~frame.geometry.is_valid
    if not invalid.any():
        return frame, []
    before = np.array(frame.geometry)
    after = shapely.make_valid(before, method="structure")
    lost = frame.loc[shapely.is_empty(after), "adm2_pcode"]
    if len(lost):
        words = _("The outline of {codes} cannot be repaired. Correct the file.")
        raise BoundaryError(words.format(codes=listing(lost, MOST_NAMED)))
    changed = abs(1 - shapely.area(before) / shapely.area(after))
    codes = tuple(frame.loc[invalid, "adm2_pcode"])
    words = _(
        "Invalid outlines repaired: {codes}; their areas changed by at most {share:.1%}."
    ).format(codes=listing(codes), share=changed[invalid].max())
    return frame.set_geometry(after, crs=frame.crs), [Finding("repaired", words, codes)]


def common_lines(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which districts overlap or miss their neighbours; their lines are joined later."""
    shapes = np.array(frame.geometry.to_crs(METRES))
    uneven = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes, gap_width=NARROWEST_GAP))
    codes = tuple(frame.loc[uneven, "adm2_pcode"])
    words = _("Joined, as they did not meet their neighbours' exactly: the lines of {codes}.")
    found = Finding("lines joined", words.format(codes=listing(codes)), codes)
    return frame, [found] if codes else []


def _check_place(frame: geopandas.GeoDataFrame, words: str, crs: str = "") -> None:
    """Refuse, in some words, what lies elsewhere; and what has its coordinates swapped."""
    west, south, east, north = COUNTRY
    bounds = frame.geometry.bounds
    least, most = np.array([west, south] * 2), np.array([east, north] * 2)
    within = (bounds >= least) & (bounds <= most)
    outside = ~within.all(axis=1)  # also where a bound is infinite, or no number
    if not outside.any():
        return
    turned = bounds["minx"].between(south, north) & bounds["miny"].between(west, east)
    codes = listing(frame.loc[outside, "adm2_pcode"], MOST_NAMED)
    if turned[outside].all():
        words = _(
            "Longitude and latitude are swapped ({codes}). Write longitude first, as GeoJSON and "
            "shapefiles have it, or ask the publisher for a corrected file."
        )
    raise BoundaryError(words.format(codes=codes, crs=crs))
