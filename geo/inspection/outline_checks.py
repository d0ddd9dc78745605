"""What is checked of the outlines of a boundary set: that they are areas, valid, and in place.

A check takes the districts and gives them back with what it found. What would put a district
in a wrong place is refused.
"""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.inspection.findings import Checked, Finding
from geo.inspection.simplification import METRES, NARROWEST_GAP
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing

#: West, south, east, north in degrees: all of Pakistan, with room to spare.
COUNTRY = (60.0, 23.0, 79.0, 38.0)
#: Kilometres from the listed centre of a district to its outline.
ASTRAY, ELSEWHERE = 30.0, 100.0
DEGREES = "EPSG:4326"
#: Districts that a refusal names.
MOST_NAMED = 5
#: Metres; what is smaller says nothing of overlaps and gaps, and costs time.
ROUGH = 25.0
#: Shares of a district that lie in others too: from the first it is said, from the second refused.
#: Where each outline was simplified by itself to 1 km, at most 0.01 do; to 2.5 km, 0.14.
OVERLAP, GROSS_OVERLAP = 0.01, 0.25
#: The share of a district's land that no outline has, from which it is said: a hole, lakes.
GAP = 0.02
#: The share of the country's, from which it is refused. All glaciers of the north are 0.02,
#: strips of 400 m between all districts 0.012, and of 2 km 0.06.
GROSS_GAP = 0.03
#: Metres within the outer border; outside of that, sources differ by where they draw the border.
WITHIN_BORDER = 5_000.0


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
        words = _(
            "More than {km:.0f} km from where the list has them: {codes}. Correct the wrong codes "
            "or coordinates."
        )
        raise BoundaryError(words.format(km=ELSEWHERE, codes=listing(elsewhere, MOST_NAMED)))
    codes = tuple(known.loc[far > ASTRAY, "adm2_pcode"])
    words = _("More than {km:.0f} km from where the list has them: {codes}.")
    found = Finding("place", words.format(km=ASTRAY, codes=listing(codes)), codes)
    return frame, [found] if codes else []


def overlaps(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse districts of which much lies in others too; say which overlap somewhat."""
    shapes, named = _rough(frame), _names(frame)
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    one, other = one[one != other], other[one != other]
    common = np.zeros((len(shapes), len(shapes)))
    common[one, other] = shapely.area(shapely.intersection(shapes[one], shapes[other]))
    shares = common.sum(axis=1) / shapely.area(shapes)
    over = [n for n in np.argsort(-shares, kind="stable") if shares[n] > OVERLAP]
    words = _("{share:.0%} of {district}, most of it with {other}")
    told = [
        words.format(share=min(shares[n], 1), district=named[n], other=named[common[n].argmax()])
        for n in over
    ]
    if over and shares[over[0]] > GROSS_OVERLAP:
        words = _("Districts lie over each other: {shares}. Correct the outlines of the file.")
        raise BoundaryError(words.format(shares=listing(told, MOST_NAMED, "; ")))
    words = _("Districts lie over each other, and one of them gets the land: {shares}.")
    codes = tuple(frame["adm2_pcode"].iloc[over])
    found = Finding("overlap", words.format(shares=listing(told, between="; ")), codes)
    return frame, [found] if over else []


def land_of_none(frame: geopandas.GeoDataFrame) -> Checked:
    """Say of which districts the file leaves land to none: a hole, a strip; refuse much of it.

    Held against the embedded outlines of the districts that the file has, within the border of
    all of them.
    """
    known = embedded().districts.to_crs(METRES)
    there = known[known["adm2_pcode"].isin(frame["adm2_pcode"])]
    inner = shapely.buffer(shapely.union_all(np.array(there.geometry)), -WITHIN_BORDER)
    lacking = shapely.difference(inner, shapely.union_all(_rough(frame)))
    listed = np.array(there.geometry)
    shares = shapely.area(shapely.intersection(listed, lacking)) / shapely.area(listed)
    without = [n for n in np.argsort(-shares, kind="stable") if shares[n] > GAP]
    named, words = _names(there), _("{share:.0%} of {district}")
    told = [words.format(share=shares[n], district=named[n]) for n in without]
    if lacking.area > GROSS_GAP * known.geometry.area.sum():
        words = _(
            "Land between the districts or within them is in none: {area:,.0f} km², {shares}. "
            "Correct the outlines of the file."
        )
        raise BoundaryError(words.format(area=lacking.area / 1e6, shares=listing(told, MOST_NAMED)))
    words = _("Land that is in no district, such as a lake or a gap: {shares}.")
    codes = tuple(there["adm2_pcode"].iloc[without])
    found = Finding("land of none", words.format(shares=listing(told, MOST_NAMED)), codes)
    return frame, [found] if without else []


def common_lines(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which districts overlap or miss their neighbours; their lines are joined later."""
    shapes = np.array(frame.geometry.to_crs(METRES))
    uneven = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes, gap_width=NARROWEST_GAP))
    codes = tuple(frame.loc[uneven, "adm2_pcode"])
    words = _("Joined, as they did not meet their neighbours' exactly: the lines of {codes}.")
    found = Finding("lines joined", words.format(codes=listing(codes)), codes)
    return frame, [found] if codes else []


def _rough(frame: geopandas.GeoDataFrame) -> np.ndarray:
    """Return the outlines in metres, each by itself without what is smaller than counts."""
    return shapely.simplify(np.array(frame.geometry.to_crs(METRES)), ROUGH)


def _names(frame: geopandas.GeoDataFrame) -> list[str]:
    """Return names with P-codes, as a finding has them; of a district not listed, the file's."""
    listed = gazetteer.names()
    written = frame["adm2_name"] if "adm2_name" in frame else frame["adm2_pcode"]
    return [
        f"{listed.get(code, name)} ({code})"
        for code, name in zip(frame["adm2_pcode"], written, strict=True)
    ]


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
