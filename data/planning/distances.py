"""How far the districts lie from each other: an estimate by road, or a user's own table.

Where no table is given, distances are great-circle kilometres between headquarters times the
usual detour of the terrain at both ends. They know nothing of single rivers, passes or closed
roads: a travel table does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.districts import gazetteer
from geo.districts.terrain import DETOURS, published_distances, terrain
from geo.words.catalogue import _
from geo.words.listing import listing

#: Mean radius of the Earth (IUGG), in kilometres.
EARTH_RADIUS_KM = 6371.0088

#: How many of the missing pairs a sentence names.
NAMED = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Distances:
    """Distances between all districts of the list.

    Attributes
    ----------
    between
        One row a district that people leave from, one column a district that they go to, both
        in the order of the district list; ``inf`` where a travel table has no such pair.
    unit
        ``km`` or ``hours``.
    source
        A sentence that says where the distances come from.
    missing
        Pairs of P-codes that a travel table has in neither direction.
    ends
        The same distances with the least and with the most detour; none of a travel table.
    """

    between: Floats
    unit: str
    source: str
    missing: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    ends: tuple[Floats, ...] = field(default=(), repr=False)

    def among(self, leaving: Sequence[str], going: Sequence[str]) -> Floats:
        """Return the distances from some districts (rows) to others (columns), by P-code."""
        return self.between[np.ix_(_places(leaving), _places(going))]

    def ends_among(self, leaving: Sequence[str], going: Sequence[str]) -> tuple[Floats, ...]:
        """Return the same with the least and with the most detour; none of a travel table."""
        places = np.ix_(_places(leaving), _places(going))
        return tuple(between[places] for between in self.ends)

    @property
    def notice(self) -> str:
        """A sentence on the pairs that are missing; blank where none is."""
        if not self.missing:
            return ""
        pairs = listing((f"{one}\u2013{other}" for one, other in self.missing), NAMED)
        words = _(
            "{number:,} pairs of districts are not in the travel table and count as out of reach: "
            "{pairs}."
        )
        return words.format(number=len(self.missing), pairs=pairs)


def great_circle_km(lat: NDArray, lon: NDArray) -> Floats:
    """Return great-circle distances in km between all places given in degrees (haversine)."""
    north, east = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float))
    half = np.sin((north[:, None] - north) / 2) ** 2
    half += np.cos(north[:, None]) * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))


@lru_cache(maxsize=1)
def road_distances() -> Distances:
    """Return estimated km by road between the headquarters of all districts.

    A district whose headquarters is not known is placed at its centroid. The detour between two
    districts is the mean of what is usual in the terrain of each.
    """
    listed = gazetteer.districts()
    km = great_circle_km(listed["lat"].to_numpy(), listed["lon"].to_numpy())
    usual, *ends = (km * _detours(column) for column in ("usual", "least", "most"))
    plain, mountains = DETOURS["plain"].usual, DETOURS["mountains"].usual
    errors = _errors(usual)
    words = _(
        "Great-circle km between headquarters, times {plain:g} in plains to "
        "{mountains:g} in mountains; {error:.0%} off in the median of {number} "
        "published distances."
    ).format(plain=plain, mountains=mountains, error=errors.median(), number=len(errors))
    return Distances(between=usual, unit="km", source=words, ends=tuple(ends))


def _detours(column: str) -> Floats:
    """Return a detour between all districts: the mean of those of both ends."""
    of_ends = np.array([getattr(DETOURS[kind], column) for kind in terrain()], dtype=float)
    return (of_ends[:, None] + of_ends) / 2


def _errors(between: Floats) -> pd.Series:
    """Return how far distances are off from the published ones, as shares of these."""
    published = published_distances()
    one, other = (_places(published[end].to_list()) for end in ("from_pcode", "to_pcode"))
    return (published["km"] - between[one, other]).abs() / published["km"]


def beside_published() -> pd.DataFrame:
    """Return the estimate beside the road distances between headquarters that are published.

    Returns
    -------
    pandas.DataFrame
        ``one`` and ``other`` (names of districts), ``terrain`` (of both), ``km`` (published),
        ``estimated_km``, ``error`` (of the estimate, as a share of the published one),
        ``source``, ``address``; in the order of the file.
    """
    published, names = published_distances(), gazetteer.names()
    ends = [published[end] for end in ("from_pcode", "to_pcode")]
    one, other = (_places(end.to_list()) for end in ends)
    estimated = road_distances().between[one, other]
    kinds = [end.map(terrain()) for end in ends]
    return pd.DataFrame(
        {
            "one": ends[0].map(names),
            "other": ends[1].map(names),
            "terrain": kinds[0].where(kinds[0] == kinds[1], kinds[0] + " and " + kinds[1]),
            "km": published["km"],
            "estimated_km": estimated.round(0),
            "error": estimated / published["km"] - 1,
            "source": published["source"],
            "address": published["address"],
        }
    )


def travel_matrix(pairs: pd.DataFrame, unit: str) -> Distances:
    """Return the distances of a user's own travel table; they replace the estimate.

    Parameters
    ----------
    pairs
        ``from`` and ``to`` (P-codes of the list) and the unit, a number of 0 or more. A pair
        that is written in one direction only counts in both. A district lies at 0 from itself
        unless the table says otherwise.
    unit
        ``km`` or ``hours``.
    """
    listed = gazetteer.districts()["adm2_pcode"].to_list()
    between = np.full((len(listed), len(listed)), np.inf)
    between[_places(pairs["from"].to_list()), _places(pairs["to"].to_list())] = pairs[unit]
    between = np.where(np.isinf(between), between.T, between)
    itself = between.diagonal().copy()
    np.fill_diagonal(between, np.where(np.isinf(itself), 0, itself))
    ones, others = np.nonzero(np.triu(np.isinf(between)))
    missing = tuple((listed[one], listed[other]) for one, other in zip(ones, others, strict=True))
    source = _("The travel table that was loaded, in {unit}.").format(unit=unit)
    return Distances(between=between, unit=unit, source=source, missing=missing)


def to_nearest(distances: Distances, venues: Sequence[str]) -> pd.DataFrame:
    """Return how far each district of the list lies from the nearest of some venue districts.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``venue`` (P-code; the first of several as near; blank where no venue
        can be reached), ``distance`` (in the unit of the distances; ``inf`` where none can).
    """
    listed = gazetteer.districts()["adm2_pcode"].to_list()
    if not venues:
        return pd.DataFrame({"adm2_pcode": listed, "venue": "", "distance": np.inf})
    away = distances.among(listed, venues)
    nearest = away.argmin(axis=1)
    distance = away[np.arange(len(listed)), nearest]
    names = np.where(np.isfinite(distance), np.asarray(venues, dtype=object)[nearest], "")
    return pd.DataFrame({"adm2_pcode": listed, "venue": names, "distance": distance})


def _places(pcodes: Sequence[str]) -> NDArray[np.intp]:
    listed = pd.Index(gazetteer.districts()["adm2_pcode"])
    places = listed.get_indexer(pd.Index(list(pcodes), dtype=object))
    if (places < 0).any():
        raise KeyError(f"not in the district list: {pcodes[int((places < 0).argmax())]}")
    return places
