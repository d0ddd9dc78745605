"""Districts made after the list: their P-codes and places, as installed boundary sets tell them.

A set that has such a district brings its P-code. Each set keeps what it brought and what the
sets before it did, so a code once learned stays known when another set comes into use. Which
of them are districts of the list is told by the set in use: those that it draws.
"""

from __future__ import annotations

import json
import math
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.districts import boundary_folder

_CODE = re.compile(r"PK\d{3}")


@dataclass(frozen=True)
class NewerDistrict:
    """A district that the list has not: its P-code, and where it lies.

    ``name`` is that of ``gazetteer.csv``; ``lon`` and ``lat`` are a point within its outline, in
    degrees; ``area_km2`` is the area of its outline before it was simplified.
    """

    adm2_pcode: str
    name: str
    lon: float
    lat: float
    area_km2: float


def is_code(adm2_pcode: str) -> bool:
    """Return whether a code can be a district's."""
    return bool(_CODE.fullmatch(adm2_pcode))


def told_by(about: dict[str, Any]) -> tuple[NewerDistrict, ...]:
    """Return the newer districts that a set says it knows.

    Raises
    ------
    ValueError, KeyError, TypeError
        If what it says cannot be right.
    """
    districts = tuple(NewerDistrict(**one) for one in about.get("newer", ()))
    if len({one.adm2_pcode for one in districts}) < len(districts):
        raise ValueError("A newer district stands twice.")
    for one in districts:
        if not (is_code(one.adm2_pcode) and math.isfinite(one.lon + one.lat + one.area_km2)):
            raise ValueError(f"{one.adm2_pcode} cannot be a newer district.")
    return districts


def drawn() -> tuple[NewerDistrict, ...]:
    """Return the newer districts that the set in use draws; none for a damaged one."""
    with suppress(boundary_folder.BoundaryError):
        name = boundary_folder.chosen()
        if name != boundary_folder.EMBEDDED_NAME:
            known, codes = _read(boundary_folder.path_of(name))
            return tuple(one for one in known if one.adm2_pcode in codes)
    return ()


def learned() -> dict[str, NewerDistrict]:
    """Return every newer district that an installed set knows, by P-code."""
    return {
        one.adm2_pcode: one
        for name in boundary_folder.installed_names()
        for one in _read(boundary_folder.path_of(name))[0]
    }


def _read(path: Path) -> tuple[tuple[NewerDistrict, ...], frozenset[str]]:
    """Return what a set knows and the codes that it draws; nothing of one that cannot be read."""
    try:
        about = path.stat()
    except OSError:
        return (), frozenset()
    return _read_once(path, about.st_mtime_ns, about.st_ino)


@lru_cache(maxsize=32)
def _read_once(
    path: Path, _changed: int, _file: int
) -> tuple[tuple[NewerDistrict, ...], frozenset[str]]:
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        rows = topology["objects"]["districts"]["geometries"]
        codes = frozenset(str(row["properties"]["adm2_pcode"]) for row in rows)
        return told_by(topology["about"]), codes
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return (), frozenset()
