"""How hilly each district is, and so how far its roads wind.

A district's terrain comes from its *relief*: how much the ground rises and falls within some
28 km, in the mean of the district (``terrain.csv``). How far roads wind was set by published
road distances between headquarters (``road_distances.csv``). ``gazetteer.md`` has the sources.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.districts import gazetteer

FILE = Path(__file__).with_name("terrain.csv")
PUBLISHED = Path(__file__).with_name("road_distances.csv")


@dataclass(frozen=True)
class Detour:
    """Kilometres by road over great-circle kilometres: as a rule, at least and at most.

    ``usual`` is what fits the published distances best, in steps of 0.05; some seven in ten of
    them lie between ``least`` and ``most``.
    """

    usual: float
    least: float
    most: float


#: By terrain; a plain has less than 150 m of relief, mountains have 450 m and more.
DETOURS = {
    "plain": Detour(1.1, 1.05, 1.3),
    "hills": Detour(1.35, 1.15, 1.6),
    "mountains": Detour(1.75, 1.5, 2.2),
}


@lru_cache(maxsize=1)
def terrain() -> pd.Series:
    """Return the terrain of each district of the list, by P-code, in the list's order.

    One that was made later and is drawn by a boundary set has that of its parent.
    """
    known = pd.read_csv(FILE, dtype=str).set_index("adm2_pcode")["terrain"]
    parents = gazetteer.parents()
    placed = {code: parents.get(name, code) for code, name in gazetteer.names().items()}
    return pd.Series({code: known[parent] for code, parent in placed.items()})


@lru_cache(maxsize=1)
def published_distances() -> pd.DataFrame:
    """Return the road distances between headquarters that are published.

    Returns
    -------
    pandas.DataFrame
        ``from_pcode``, ``to_pcode``, ``km`` (by road), ``source`` and ``address`` (of the page
        that says so). Shared between callers: not to be changed.
    """
    return pd.read_csv(PUBLISHED, dtype={"km": float})
