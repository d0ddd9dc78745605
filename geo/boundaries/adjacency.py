"""Which districts of the list lie side by side, without loading their outlines."""

import json
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from geo.districts import boundary_folder, gazetteer

EMBEDDED = Path(__file__).with_name("cod-ab-2022.topojson")


def adjacent_pairs() -> pd.DataFrame:
    """Return the districts of the list that share a line in the boundary set in use.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode``, ``neighbour_pcode``, each pair twice, sorted. A newer district that is
        counted in another lies where that one does; one that the set does not draw has the
        neighbours of the embedded set. Shared between callers: not to be changed.
    """
    return _pairs(*_file_in_use())


def _file_in_use() -> tuple[Path, int]:
    """Return the file of the set in use, the embedded one where that cannot be read."""
    with suppress(boundary_folder.BoundaryError, OSError):
        name = boundary_folder.chosen()
        if name != boundary_folder.EMBEDDED_NAME:
            path = boundary_folder.path_of(name)
            return path, path.stat().st_mtime_ns
    return EMBEDDED, 0


@lru_cache(maxsize=2)
def _pairs(path: Path, _changed: int) -> pd.DataFrame:
    embedded = _sharing_lines(_read(EMBEDDED))
    pairs = embedded
    with suppress(OSError, ValueError, KeyError, TypeError):
        pairs = _sharing_lines(_read(path))
    drawn = {one for one, _ in pairs}
    pairs |= {(one, other) for one, other in embedded if not {one, other} <= drawn}
    return pd.DataFrame(sorted(pairs), columns=["adm2_pcode", "neighbour_pcode"])


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def _sharing_lines(topology: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the pairs of listed districts that have an arc of a topology in common."""
    counted, listed = gazetteer.counted_in(), gazetteer.names()
    owners: dict[int, set[str]] = {}
    for row in topology["objects"]["districts"]["geometries"]:
        code = row["properties"]["adm2_pcode"]
        for arc in _flat(row["arcs"]):
            owners.setdefault(arc if arc >= 0 else ~arc, set()).add(counted.get(code, code))
    return {
        (one, other)
        for codes in owners.values()
        for one in codes
        for other in codes
        if one != other and one in listed and other in listed
    }


def _flat(arcs: list[Any]) -> list[int]:
    return [arc for one in arcs for arc in (_flat(one) if isinstance(one, list) else [one])]
