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

UNITS = ("km", "hours")
#: How many of several wrong or missing things a sentence names.
NAMED = 5

Floats = NDArray[np.float64]


@dataclass
class DistancesError(Exception):
    """A travel table is refused as a whole: what is wrong, in which rows, and the way out."""

    what: str
    where: str
    what_to_do: str

    def __str__(self) -> str:
        """Return all three as one text."""
        return f"{self.where}: {self.what} {self.what_to_do}"


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
        pairs = [f"{one}\u2013{other}" for one, other in self.missing[:NAMED]]
        return (
            f"{len(self.missing):,} pairs of districts are not in the travel table and count as "
            f"out of reach: {_listing(pairs, len(self.missing))}."
        )


def great_circle_km(lat: NDArray, lon: NDArray) -> Floats:
    """Return great-circle distances in km between all places given in degrees (haversine)."""
    north, east = np.radians(np.asarray(lat, float)), np.radians(np.asarray(lon, float))
    half = np.sin((north[:, None] - north) / 2) ** 2
    half += np.cos(north[:, None]) * np.cos(north) * np.sin((east[:, None] - east) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))


@lru_cache(maxsize=4)
def road_distances(detour: float = DETOUR) -> Distances:
    """Return estimated km by road between the headquarters of all districts.

    A district whose headquarters is not known is placed at its centroid.

    Raises
    ------
    DistancesError
        If the detour factor is not a number of 1 or more: no road is shorter than straight.
    """
    if not (np.isfinite(detour) and detour >= 1):
        raise DistancesError(
            "It is not a number of 1 or more.", "Detour factor", f"Use {DETOUR} if in doubt."
        )
    listed = gazetteer.districts()
    km = great_circle_km(listed["lat"].to_numpy(), listed["lon"].to_numpy()) * detour
    low, high = DETOUR_RANGE
    words = (
        f"Great-circle km between district headquarters, times an assumed {detour:g} for detours "
        f"(usually {low:g} to {high:g}, more in mountains; not measured here)."
    )
    return Distances(between=km, unit="km", source=words)


def travel_matrix(table: pd.DataFrame) -> Distances:
    """Return the distances of a user's own travel table; they replace the estimate.

    Parameters
    ----------
    table
        ``from`` and ``to`` (P-codes), and either ``hours`` or ``km``; other columns are left
        out. A pair that is written in one direction only counts in both. A district lies at 0
        from itself unless the table says otherwise.

    Raises
    ------
    DistancesError
        If a column is missing, a P-code is not in the district list, a value is not a number
        of 0 or more, or a pair is written twice with different values. Rows are those of the
        file, where the header is row 1.
    """
    unit = _unit(table)
    ends = {end: table[end].astype(str).str.strip().str.upper() for end in ("from", "to")}
    listed = pd.Index(gazetteer.districts()["adm2_pcode"])
    for end, pcodes in ends.items():
        _refuse(
            ~pcodes.isin(listed).to_numpy(),
            table[end],
            f"The P-codes in {end!r} are not in the district list",
            f"Write P-codes of the list of {gazetteer.VINTAGE}.",
        )
    values = pd.to_numeric(table[unit], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    wrong = ~(np.isfinite(values) & (values >= 0))
    what = f"The values in {unit!r} are not numbers of 0 or more"
    _refuse(wrong, table[unit], what, "Correct the cells or delete the rows.")
    leaving, going = (listed.get_indexer(pcodes) for pcodes in ends.values())
    _refuse_contradictions(table, leaving, going, values)
    return _filled(leaving, going, values, unit)


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


def nearest_to(distances: Distances, pcode: str, places: Sequence[str], many: int) -> pd.DataFrame:
    """Return the nearest of some districts to one, nearest first; those out of reach are not in.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``name``, ``distance`` (in the unit of the distances).
    """
    names = gazetteer.names()
    frame = pd.DataFrame({"adm2_pcode": list(places)})
    frame["name"] = frame["adm2_pcode"].map(names)
    frame["distance"] = distances.among([pcode], places)[0]
    frame = frame[np.isfinite(frame["distance"])]
    return frame.sort_values(["distance", "adm2_pcode"], ignore_index=True).head(many)


def _places(pcodes: Sequence[str]) -> NDArray[np.intp]:
    listed = pd.Index(gazetteer.districts()["adm2_pcode"])
    places = listed.get_indexer(pd.Index(list(pcodes), dtype=object))
    if (places < 0).any():
        raise KeyError(f"not in the district list: {pcodes[int((places < 0).argmax())]}")
    return places


def _unit(table: pd.DataFrame) -> str:
    units = [unit for unit in UNITS if unit in table]
    if len(units) != 1 or not {"from", "to"} <= set(table):
        raise DistancesError(
            "Its columns are not as expected.",
            "Travel table, header",
            "Name them: from, to, and either hours or km.",
        )
    if table.empty:
        raise DistancesError("It has no rows.", "Travel table", "Add one row a pair of districts.")
    return units[0]


def _refuse(wrong: NDArray[np.bool_], cells: pd.Series, what: str, what_to_do: str) -> None:
    if wrong.any():
        rows = (np.flatnonzero(wrong) + 2).tolist()
        values = list(dict.fromkeys(cells[wrong].astype(str)))
        raise DistancesError(
            f"{what}: {_listing(values, len(values))}.",
            f"Travel table, row {_listing(rows, len(rows))}",
            what_to_do,
        )


def _refuse_contradictions(
    table: pd.DataFrame, leaving: NDArray, going: NDArray, values: Floats
) -> None:
    pairs = pd.Series(values).groupby([leaving, going])
    differs = (pairs.transform("min") != pairs.transform("max")).to_numpy()
    written = table["from"].astype(str) + "\u2013" + table["to"].astype(str)
    what = "These pairs are written twice with different values"
    _refuse(differs, written, what, "Leave one row a pair and direction.")


def _filled(leaving: NDArray, going: NDArray, values: Floats, unit: str) -> Distances:
    listed = gazetteer.districts()["adm2_pcode"].to_list()
    between = np.full((len(listed), len(listed)), np.inf)
    between[leaving, going] = values
    between = np.where(np.isinf(between), between.T, between)
    own = between.diagonal().copy()
    np.fill_diagonal(between, np.where(np.isinf(own), 0, own))
    ones, others = np.nonzero(np.triu(np.isinf(between)))
    missing = tuple((listed[one], listed[other]) for one, other in zip(ones, others, strict=True))
    source = f"The travel table that was loaded, in {unit}."
    return Distances(between=between, unit=unit, source=source, missing=missing)


def _listing(things: Sequence[object], all_of_them: int) -> str:
    more = all_of_them - min(len(things), NAMED)
    words = ", ".join(str(thing) for thing in things[:NAMED])
    return f"{words} and {more:,} more" if more else words
