"""What is checked of the land of each district: its own, of two, or of none.

A check takes the districts and gives them back with what it found. They are held against the
embedded outlines, which are OCHA's.
"""

from __future__ import annotations

from functools import lru_cache

import geopandas
import numpy as np
import shapely

from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.inspection.boundary_file import valid_on
from geo.inspection.code_checks import newer_in
from geo.inspection.findings import Checked, Finding
from geo.inspection.outline_checks import MOST_NAMED
from geo.inspection.simplification import METRES
from geo.words.catalogue import _
from geo.words.listing import listing

#: Kinds of findings: districts on other land, and that a set is OCHA's.
OTHER_LAND, OCHA = "other land", "OCHA"
#: What a district has in common with its embedded outline, as a share of the smaller one, below
#: which it lies on other land. Neighbours in each other's place have none; all that are split,
#: joined or simplified to 2.5 km have 0.93 and more, and all that are drawn 2 km off 0.6.
OWN_LAND = 0.5
#: Metres from a district's embedded outline, from which it is refused.
ELSEWHERE = 100_000.0
#: What half of the districts have in common with their embedded outlines, as a share of both
#: together, from which a set is OCHA's: simplified to 1 km it is 0.98, drawn 1 km off 0.94.
OCHAS = 0.95
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


def own_land(frame: geopandas.GeoDataFrame) -> Checked:
    """Say which districts lie on other land than their own; refuse those far from it.

    A district that was split, or that another was joined to, has all of the smaller outline in
    common with its own. A newer district is held against the one that it was made of.
    """
    there, own = _beside_own(frame)
    drawn = _rough(there)
    far = there.loc[shapely.distance(drawn, own) > ELSEWHERE, "adm2_pcode"]
    if len(far):
        words = _(
            "More than {km:.0f} km from where the list has them: {codes}. Correct the wrong codes "
            "or coordinates."
        )
        raise BoundaryError(words.format(km=ELSEWHERE / 1e3, codes=listing(far, MOST_NAMED)))
    shares, named = _of_smaller(drawn, own), _names(there)
    moved = np.flatnonzero(shares < OWN_LAND)
    words = _("{district} has {share:.0%} in common with its outline there, {other}")
    told = [
        words.format(district=named[n], share=shares[n], other=_most_with(drawn[n])) for n in moved
    ]
    codes = tuple(there["adm2_pcode"].iloc[moved])
    words = _("On other land than in the embedded outlines: {told}.")
    found = Finding(OTHER_LAND, words.format(told=listing(told, between="; ")), codes)
    return frame, [found] if codes else []


def of_ocha(frame: geopandas.GeoDataFrame) -> Checked:
    """Say whether a set is OCHA's COD-AB, as its columns and its outlines have it.

    The file itself must have the provinces' P-codes, so this comes before they are the list's.
    """
    codes = frame[["adm2_pcode", "adm1_pcode", "adm0_pcode"]]
    if not (codes != "").any().all() or set(codes["adm0_pcode"]) - {"PK", ""}:
        return frame, []
    there, own = _beside_own(frame[frame["adm2_pcode"].isin(gazetteer.vintage_names())])
    if there.empty or valid_on(frame) is None:
        return frame, []
    drawn = _rough(there)
    common = shapely.area(shapely.intersection(drawn, own))
    share = np.median(common / (shapely.area(drawn) + shapely.area(own) - common))
    if share < OCHAS:
        return frame, []
    words = _(
        "Taken for OCHA's COD-AB: it has P-codes of three levels and a day of validity, and half "
        "of its districts have at least {share:.0%} in common with OCHA's of {vintage}. If it is "
        "another's, say whose with --attribution."
    )
    return frame, [Finding(OCHA, words.format(share=share, vintage=gazetteer.VINTAGE))]


def overlaps(frame: geopandas.GeoDataFrame) -> Checked:
    """Refuse districts of which much lies in others too; say which overlap somewhat."""
    shapes, named = _rough(frame), _names(frame)
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    one, other = one[one < other], other[one < other]
    common = np.zeros((len(shapes), len(shapes)))
    common[one, other] = shapely.area(shapely.intersection(shapes[one], shapes[other]))
    common += common.T
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
    known = _embedded()
    there = known[known["adm2_pcode"].isin(frame["adm2_pcode"])]
    listed = np.array(there.geometry)
    # The embedded outlines share their lines; to join any shapes takes twenty times as long.
    inner = shapely.buffer(shapely.coverage_union_all(listed), -WITHIN_BORDER)
    lacking = shapely.difference(inner, shapely.union_all(_rough(frame)))
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


@lru_cache(maxsize=1)
def _embedded() -> geopandas.GeoDataFrame:
    return embedded().districts.to_crs(METRES)


def _beside_own(frame: geopandas.GeoDataFrame) -> tuple[geopandas.GeoDataFrame, np.ndarray]:
    """Return the districts that the embedded outlines have, and their outlines there."""
    newer, parents = newer_in(frame), gazetteer.parents()
    known = _embedded().set_index("adm2_pcode").geometry
    owners = frame["adm2_pcode"].map(lambda code: parents[newer[code]] if code in newer else code)
    there = owners.isin(known.index)
    return frame[there], np.array(known[owners[there]])


def _of_smaller(
    shapes: np.ndarray | shapely.Geometry, others: np.ndarray | shapely.Geometry
) -> np.ndarray:
    """Return what outlines have in common with others, each as a share of the smaller one."""
    common = shapely.area(shapely.intersection(shapes, others))
    return common / np.minimum(shapely.area(shapes), shapely.area(others))


def _most_with(shape: shapely.Geometry) -> str:
    """Say with which of the embedded districts an outline has most in common."""
    known = np.array(_embedded().geometry)
    common = shapely.area(shapely.intersection(shape, known))
    if not common.any():
        return _("and none with any")
    words, most = _("{share:.0%} with that of {district}"), common.argmax()
    district = _names(_embedded())[most]
    return words.format(share=_of_smaller(shape, known[most]), district=district)
