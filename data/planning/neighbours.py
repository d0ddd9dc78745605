"""What lies around one district: its neighbours' state, and the venues so far that are nearest."""

import pandas as pd

from data.figures.coverage import Coverage
from data.planning.distances import Distances, nearest_to
from data.planning.need import venues_so_far

#: How many venues are named.
NEAREST = 3


def neighbours_state(figures: Coverage, pcode: str, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the state of a district's neighbours, by name.

    Parameters
    ----------
    figures
        The figures of the view.
    pcode
        P-code of the district.
    pairs
        ``adm2_pcode``, ``neighbour_pcode`` (``geo.boundaries.neighbours``); P-codes that are
        not in the list are left out.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``name``, ``province``, ``status``, ``participants`` (``<NA>`` where no
        count is recorded or shown).
    """
    beside = pairs.loc[pairs["adm2_pcode"] == pcode, "neighbour_pcode"]
    frame = figures.districts[figures.districts["adm2_pcode"].isin(beside)]
    columns = ["adm2_pcode", "name", "province", "status", "participants"]
    return frame[columns].sort_values("name", ignore_index=True)


def nearest_venues(figures: Coverage, pcode: str, distances: Distances) -> pd.DataFrame:
    """Return the venue districts of a view that lie nearest to a district, nearest first.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``name``, ``distance`` (in the unit of the distances), ``trainings``
        (how many were held there).
    """
    venues = venues_so_far(figures)
    found = nearest_to(distances, pcode, list(venues.index), NEAREST)
    return found.assign(trainings=found["adm2_pcode"].map(venues).astype(int))
