"""The districts of Pakistan: P-codes, names, provinces, populations and where they lie.

The list is that of COD-AB 2022: 160 districts with a P-code. Thirteen rows of the file, made
later, have none; each names the district of the list that its records are counted in (its
parent). One of them is a district of the list too where the boundary set in use draws it and
gives it its P-code (``newer_districts``). The list is read once a process: another set that
comes into use changes it at the next start.
Sources of every column are named in ``gazetteer.md``.
"""

from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.districts import newer
from geo.words.catalogue import _

VINTAGE = "COD-AB 2022"
FILE = Path(__file__).with_name("gazetteer.csv")
#: Who published the populations, in a sentence.
POPULATION_SOURCES = _(
    "Census of 2023, Pakistan Bureau of Statistics; Azad Jammu & Kashmir from its own "
    "bureau; Gilgit-Baltistan from GB at a Glance 2025."
)


@lru_cache(maxsize=1)
def rows() -> pd.DataFrame:
    """Return the whole file, districts without a P-code included.

    Returns
    -------
    pandas.DataFrame
        173 rows in the file's order and columns; text columns are blank (``""``), never NaN,
        where nothing is known; ``pop_2017`` and ``pop_2023`` (people) are nullable integers;
        ``pop_source`` says who published ``pop_2023``, ``people_in`` whose figure has the people
        of a district without one (names, separated by ``; ``).
        ``later`` tells the thirteen that were made after the list; those that the boundary set
        in use draws have its P-code, centre and area. Shared between callers: not to be changed.
    """
    frame = pd.read_csv(FILE, dtype=str, keep_default_na=False)
    figures = ["centroid_lon", "centroid_lat", "area_km2", "hq_lon", "hq_lat"]
    people = ["pop_2017", "pop_2023"]
    frame[figures + people] = frame[figures + people].apply(pd.to_numeric)
    frame[people] = frame[people].astype("Int64")
    frame["later"] = frame["adm2_pcode"] == ""
    # The newer districts of the set in use have its codes and places.
    listed = set(frame["adm2_pcode"])
    drawn = [one for one in newer.drawn() if one.adm2_pcode not in listed]
    places = {"adm2_pcode": "adm2_pcode", "centroid_lon": "lon", "centroid_lat": "lat"}
    for column, attribute in {**places, "area_km2": "area_km2"}.items():
        values = frame["name"].map({one.name: getattr(one, attribute) for one in drawn})
        frame[column] = frame[column].where(~frame["later"] | values.isna(), values)
    return frame


@lru_cache(maxsize=1)
def districts() -> pd.DataFrame:
    """Return the district list, one row a district, sorted by P-code.

    Returns
    -------
    pandas.DataFrame
        160 rows, and one for each newer district of the set in use: ``adm2_pcode``, ``name``,
        ``adm1_pcode``, ``province``, ``population`` (people, census of 2023; ``<NA>`` where none
        is published for the district by itself, which is not zero: ``population_in``),
        ``area_km2``, ``lon`` and ``lat`` (degrees; the headquarters where known, else the
        centroid), ``headquarters``. The population of a
        district that was made later, is counted apart in the census (Keamari) and is not in the
        list is added to its parent's. Shared between callers: not to be changed.
    """
    listed = rows()[rows()["adm2_pcode"] != ""].sort_values("adm2_pcode", ignore_index=True)
    made_later = rows()[rows()["adm2_pcode"] == ""].groupby("parent")["pop_2023"].sum(min_count=1)
    extra = listed["name"].map(made_later).astype("Int64").fillna(0)
    columns = ["adm2_pcode", "name", "adm1_pcode", "province", "population", "area_km2"]
    return listed.assign(
        population=listed["pop_2023"] + extra,
        lon=listed["hq_lon"].fillna(listed["centroid_lon"]),
        lat=listed["hq_lat"].fillna(listed["centroid_lat"]),
        headquarters=listed["hq"],
    )[[*columns, "lon", "lat", "headquarters"]]


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
    """Return the districts that have no P-code in the list and where they are counted.

    Returns
    -------
    pandas.DataFrame
        ``name``, ``province``, ``parent`` (the name of a listed district), ``status`` (a
        sentence on when and how it was made).
    """
    later = rows()[rows()["adm2_pcode"] == ""]
    return later[["name", "province", "parent", "status"]].reset_index(drop=True)


@lru_cache(maxsize=1)
def vintage_names() -> dict[str, str]:
    """Return the names by P-code of the list of ``VINTAGE`` alone, whatever set is in use."""
    listed = rows()[~rows()["later"]].sort_values("adm2_pcode")
    return dict(zip(listed["adm2_pcode"], listed["name"], strict=True))


@lru_cache(maxsize=1)
def parents() -> dict[str, str]:
    """Return the P-code of the parent of each of the thirteen later districts, by its name."""
    codes = {name: code for code, name in vintage_names().items()}
    later = rows()[rows()["later"]]
    return dict(zip(later["name"], later["parent"].map(codes), strict=True))


@lru_cache(maxsize=1)
def population_in() -> dict[str, tuple[str, ...]]:
    """Return whose population has the people of a district for which none of its own is published.

    By P-code, for each district of the list without a population: the names of the districts
    whose figure includes its people (``people_in`` of the file).
    """
    apart = rows()[(rows()["adm2_pcode"] != "") & rows()["pop_2023"].isna()]
    pairs = zip(apart["adm2_pcode"], apart["people_in"], strict=True)
    return {code: tuple(filter(None, names.split("; "))) for code, names in pairs}


@lru_cache(maxsize=1)
def population_includes() -> dict[str, tuple[str, ...]]:
    """Return whose people are within the population of a district, though they are listed apart.

    By the P-code of the district whose figure it is: the names of those for which no population
    of their own is published; ``part of`` one whose people are in several figures.
    """
    listed, codes = names(), {name: code for code, name in vintage_names().items()}
    found: dict[str, tuple[str, ...]] = {}
    for code, others in population_in().items():
        part = _("part of {district}").format(district=listed[code])
        words = part if len(others) > 1 else listed[code]
        for other in others:
            found[codes[other]] = (*found.get(codes[other], ()), words)
    return found


@lru_cache(maxsize=1)
def population_notes() -> dict[str, str]:
    """Return what is to be known of a district's population, where there is something to know.

    By P-code: *with Darel and Tangir*, or *within that of Diamer* where it has none of its own.
    """
    others, whole = _("with {districts}"), _("within that of {districts}")
    both = _(" and ")
    notes = {
        code: others.format(districts=both.join(who)) for code, who in population_includes().items()
    }
    within = {code: both.join(whose) for code, whose in population_in().items() if whose}
    return notes | {code: whole.format(districts=whose) for code, whose in within.items()}


@lru_cache(maxsize=1)
def without_headquarters() -> tuple[str, ...]:
    """Return the names of the districts that are placed at their middle, for want of a point."""
    listed = rows()[(rows()["adm2_pcode"] != "") & rows()["hq_lon"].isna()]
    return tuple(listed["name"].sort_values())


def counted_in() -> dict[str, str]:
    """Return where the P-codes count that are not in the list, but that a set has brought.

    By the code of a newer district, that of the district of the list which has it: its parent;
    or itself under another code. Looked up each time, so that a code which another process has
    brought since is not lost.
    """
    codes = {name: code for code, name in names().items()}
    return {
        code: codes.get(one.name, parents()[one.name])
        for code, one in newer.learned().items()
        if code not in names() and one.name in parents()
    }
