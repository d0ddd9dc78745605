"""The districts of Pakistan: P-codes, names, provinces, populations and where they lie.

The list is that of COD-AB 2022: 160 districts with a P-code. Thirteen rows of the file have
none; each names the district of the list that its records are counted in (its parent).
Sources of every column are named in ``gazetteer.md``.
"""

from functools import lru_cache
from pathlib import Path

import pandas as pd

VINTAGE = "COD-AB 2022"
FILE = Path(__file__).with_name("gazetteer.csv")


@lru_cache(maxsize=1)
def rows() -> pd.DataFrame:
    """Return the whole file, districts without a P-code included.

    Returns
    -------
    pandas.DataFrame
        173 rows in the file's order and columns; text columns are blank (``""``), never NaN,
        where nothing is known; ``pop_2017`` and ``pop_2023`` (people) are nullable integers.
        Shared between callers: not to be changed.
    """
    figures = ["centroid_lon", "centroid_lat", "area_km2", "hq_lon", "hq_lat"]
    frame = pd.read_csv(FILE, dtype=str, keep_default_na=False)
    for column in figures:
        frame[column] = pd.to_numeric(frame[column], errors="raise")
    for column in ["pop_2017", "pop_2023"]:
        frame[column] = pd.to_numeric(frame[column], errors="raise").astype("Int64")
    return frame


@lru_cache(maxsize=1)
def districts() -> pd.DataFrame:
    """Return the district list, one row a district, sorted by P-code.

    Returns
    -------
    pandas.DataFrame
        160 rows: ``adm2_pcode``, ``name``, ``adm1_pcode``, ``province``, ``population``
        (people, census of 2023; ``<NA>`` where none is published, which is not zero),
        ``area_km2``, ``lon`` and ``lat`` (degrees; the headquarters where known, else the
        centroid), ``headquarters``. The population of a district that was made later and is
        counted apart in the census (Keamari) is added to its parent's. Shared between callers:
        not to be changed.
    """
    listed = rows()[rows()["adm2_pcode"] != ""].sort_values("adm2_pcode", ignore_index=True)
    made_later = rows()[rows()["adm2_pcode"] == ""].groupby("parent")["pop_2023"].sum(min_count=1)
    extra = listed["name"].map(made_later).astype("Int64").fillna(0)
    return pd.DataFrame(
        {
            "adm2_pcode": listed["adm2_pcode"],
            "name": listed["name"],
            "adm1_pcode": listed["adm1_pcode"],
            "province": listed["province"],
            "population": listed["pop_2023"] + extra,
            "area_km2": listed["area_km2"],
            "lon": listed["hq_lon"].fillna(listed["centroid_lon"]),
            "lat": listed["hq_lat"].fillna(listed["centroid_lat"]),
            "headquarters": listed["hq"],
        }
    )


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Return the name of each district by P-code."""
    return dict(zip(districts()["adm2_pcode"], districts()["name"], strict=True))


@lru_cache(maxsize=1)
def positions() -> dict[str, tuple[float, float]]:
    """Return (latitude, longitude) in degrees of each district by P-code: its headquarters."""
    listed = districts()
    where = zip(listed["lat"].tolist(), listed["lon"].tolist(), strict=True)
    return dict(zip(listed["adm2_pcode"], where, strict=True))


@lru_cache(maxsize=1)
def provinces() -> dict[str, str]:
    """Return the name of each province or territory by its P-code, sorted by name."""
    pairs = districts()[["adm1_pcode", "province"]].drop_duplicates().sort_values("province")
    return dict(zip(pairs["adm1_pcode"], pairs["province"], strict=True))


@lru_cache(maxsize=1)
def counted_in_parent() -> pd.DataFrame:
    """Return the districts that have no P-code in this vintage and where they are counted.

    Returns
    -------
    pandas.DataFrame
        ``name``, ``province``, ``parent`` (the name of a listed district), ``status`` (a
        sentence on when and how it was made).
    """
    later = rows()[rows()["adm2_pcode"] == ""]
    return later[["name", "province", "parent", "status"]].reset_index(drop=True)
