"""What lies around one district: its neighbours' state, and the venues so far that are nearest."""

import numpy as np
import pandas as pd

from data.figures.coverage import Coverage
from data.planning.distances import Distances
from data.planning.need import venues_so_far
from geo.boundaries.adjacency import adjacent_pairs
from geo.districts import gazetteer

#: How many venues are named.
NEAREST = 3


def neighbours_state(figures: Coverage, pcode: str) -> pd.DataFrame:
    """Return the state of the neighbours of a district, by name: those that its need counts.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``name``, ``province``, ``status``, ``participants`` (``<NA>`` where no
        count is recorded or shown).
    """
    pairs = adjacent_pairs()
    beside = pairs.loc[pairs["adm2_pcode"] == pcode, "neighbour_pcode"]
    frame = figures.districts[figures.districts["adm2_pcode"].isin(beside)]
    columns = ["adm2_pcode", "name", "province", "status", "participants"]
    return frame[columns].sort_values("name", ignore_index=True)


def nearest_venues(figures: Coverage, pcode: str, distances: Distances) -> pd.DataFrame:
    """Return the venue districts of the programme that lie nearest to a district, nearest first.

    They are those up to the view's day, whatever it filters.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``name``, ``distance`` (in the unit of the distances; those out of reach
        are not in), ``trainings`` (how many were held there).
    """
    venues = venues_so_far(figures)
    frame = pd.DataFrame({"adm2_pcode": venues.index, "trainings": venues.to_numpy(dtype=int)})
    frame.insert(1, "name", frame["adm2_pcode"].map(gazetteer.names()))
    frame.insert(2, "distance", distances.among([pcode], list(venues.index))[0])
    frame = frame[np.isfinite(frame["distance"])]
    return frame.sort_values(["distance", "adm2_pcode"], ignore_index=True).head(NEAREST)
