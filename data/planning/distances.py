"""How far the districts lie from each other: an estimate by road, or a user's own table.

Where no table is given, distances are great-circle kilometres between headquarters times a
detour factor. They know nothing of mountains, rivers or closed roads: a travel table does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.districts import gazetteer

#: Mean radius of the Earth (IUGG), in kilometres.
EARTH_RADIUS_KM = 6371.0088

#: Kilometres by road over great-circle kilometres. An assumption, the same for all of Pakistan,
#: and measured for none of it: 1.2 to 1.4 is a usual range for whole road networks, and in
#: mountains it is more. Ballou, Rahardja and Sakai (2002, Transportation Research Part A 36) is
#: where such factors are usually taken from; that source was not at hand to be checked.
DETOUR = 1.3
DETOUR_RANGE = (1.2, 1.4)

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
    """

    between: Floats
    unit: str
    source: str
    missing: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def among(self, leaving: Sequence[str], going: Sequence[str]) -> Floats:
        """Return the distances from some districts (rows) to others (columns), by P-code."""
        return self.between[np.ix_(_places(leaving), _places(going))]

    @property
    def notice(self) -> str:
        """A sentence on the pairs that are missing; blank where none is."""
        if not self.missing:
            return ""
        pairs = ", ".join(f"{one}\u2013{other}" for one, other in self.missing[:NAMED])
        more = len(self.missing) - NAMED
        return (
            f"{len(self.missing):,} pairs of districts are not in the travel table and count as "
            f"out of reach: {pairs}{f' and {more:,} more' if more > 0 else ''}."
        )


def great_circle_km(lat: NDArray, lon: NDArray) -> Floats:
    """Return great-circle distances in km between all places given in degrees (haversine)."""
    north, east = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float))
    half = np.sin((north[:, None] - north) / 2) ** 2
    half += np.cos(north[:, None]) * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))


@lru_cache(maxsize=1)
def road_distances() -> Distances:
    """Return estimated km by road between the headquarters of all districts.

    A district whose headquarters is not known is placed at its centroid.
    """
    listed = gazetteer.districts()
    km = great_circle_km(listed["lat"].to_numpy(), listed["lon"].to_numpy()) * DETOUR
    low, high = DETOUR_RANGE
    words = (
        f"Great-circle km between district headquarters, times an assumed {DETOUR:g} for detours "
        f"(usually {low:g} to {high:g}, more in mountains; not measured here)."
    )
    return Distances(between=km, unit="km", source=words)


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
    source = f"The travel table that was loaded, in {unit}."
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
