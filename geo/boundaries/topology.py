"""Arcs: the lines that districts share, as TopoJSON keeps them.

A reference to an arc is its index, or ``~index`` where it runs backwards.
"""

from __future__ import annotations

import io
import json

import geopandas
import numpy as np
from topojson import Topology  # pyrefly: ignore[implicit-reexport]  # it forgets to export it

from geo.words.catalogue import _

OBJECT = "districts"
# About 13 m in longitude over Pakistan: finer than any outline drawn here.
GRID = 130_000


def from_frame(frame: geopandas.GeoDataFrame, grid: int = GRID) -> dict:
    """Build the TopoJSON topology of a frame, arcs shared, quantized to ``grid`` steps.

    The frame has adm2_pcode, adm1_pcode and geometry, in degrees; edges of neighbours are
    identical, or they will not be shared. The ``grid`` is along the wider side of the set.
    """
    columns = frame[["adm2_pcode", "adm1_pcode", "geometry"]].reset_index(drop=True)
    built = Topology(columns, prequantize=grid, object_name=OBJECT, prevent_oversimplify=False)
    topology = json.loads(built.to_json() or "")
    topology.pop("bbox", None)
    for row in topology["objects"][OBJECT]["geometries"]:
        row.pop("id", None)
    return topology


def to_frame(topology: dict) -> geopandas.GeoDataFrame:
    """Read the districts: GeoDataFrame[adm2_pcode, adm1_pcode, geometry; EPSG:4326]."""
    frame = geopandas.read_file(io.BytesIO(json.dumps(topology).encode()), engine="pyogrio")
    frame = frame[["adm2_pcode", "adm1_pcode", "geometry"]]
    # TopoJSON names no CRS; it is in degrees by definition.
    frame = frame.set_crs("EPSG:4326", allow_override=True)
    return frame.sort_values("adm2_pcode", ignore_index=True)


def damage(topology: dict) -> str | None:
    """Say what is wrong with the arcs of a topology, if anything.

    GDAL reads over references to arcs that are not there, and leaves a hole.
    """
    ends = [(arc[0].tolist(), arc[-1].tolist()) for arc in steps(topology)]
    for row in _rows(topology):
        adm2_pcode = row["properties"]["adm2_pcode"]
        for ring in _rings(row):
            if not all(-len(ends) <= reference < len(ends) for reference in ring):
                return _("{code} refers to an arc that is not there.").format(code=adm2_pcode)
            turned = [ends[r] if r >= 0 else ends[~r][::-1] for r in ring]
            following = [*turned[1:], turned[0]]
            if any(one[1] != other[0] for one, other in zip(turned, following, strict=True)):
                return _("the outline of {code} is not closed.").format(code=adm2_pcode)
    return None


def steps(topology: dict) -> list[np.ndarray]:
    """Give arcs as whole-number grid points (n, 2), differences resolved."""
    return [np.cumsum(np.array(arc, dtype=np.int64), axis=0) for arc in topology["arcs"]]


def degrees(topology: dict, points: np.ndarray) -> np.ndarray:
    """Turn grid points to longitude and latitude."""
    transform = topology["transform"]
    return points * np.array(transform["scale"]) + np.array(transform["translate"])


def polygons(topology: dict) -> dict[str, list]:
    """Give the rings of each district, nested as in a MultiPolygon, by ``adm2_pcode``."""
    return {row["properties"]["adm2_pcode"]: _shapes(row) for row in _rows(topology)}


def users(topology: dict) -> list[list[tuple[str, str]]]:
    """Give for each arc the (adm2_pcode, adm1_pcode) of the districts that it bounds."""
    owners: list[list[tuple[str, str]]] = [[] for __ in topology["arcs"]]
    for row in _rows(topology):
        district = (row["properties"]["adm2_pcode"], row["properties"]["adm1_pcode"])
        for arc in dict.fromkeys(
            max(reference, ~reference) for ring in _rings(row) for reference in ring
        ):
            owners[arc].append(district)
    return owners


def outer_arcs(topology: dict) -> list[int]:
    """List arcs that bound one district alone: coast and outer border."""
    return [index for index, owners in enumerate(users(topology)) if len(owners) == 1]


def province_arcs(topology: dict) -> list[int]:
    """List arcs between two districts of different provinces."""
    return [
        index
        for index, owners in enumerate(users(topology))
        if len({adm1_pcode for __, adm1_pcode in owners}) > 1
    ]


def split_arc(topology: dict, index: int, at: int) -> dict:
    """End arc ``index`` of a topology at its point ``at``; the rest becomes the last arc."""
    arc = topology["arcs"][index]
    corner = np.cumsum(np.array(arc), axis=0)[at].tolist()
    arcs = [*topology["arcs"], [corner, *arc[at + 1 :]]]
    arcs[index] = arc[: at + 1]
    last = len(arcs) - 1
    successors = {index: [index, last], ~index: [~last, ~index]}
    rows = [{**row, "arcs": _replaced(row["arcs"], successors)} for row in _rows(topology)]
    objects = {OBJECT: {**topology["objects"][OBJECT], "geometries": rows}}
    return {**topology, "arcs": arcs, "objects": objects}


def _rows(topology: dict) -> list[dict]:
    return [row for row in topology["objects"][OBJECT]["geometries"] if row.get("arcs")]


def _shapes(row: dict) -> list[list[list[int]]]:
    return row["arcs"] if row["type"] == "MultiPolygon" else [row["arcs"]]


def _rings(row: dict) -> list[list[int]]:
    return [ring for shape in _shapes(row) for ring in shape]


def _replaced(arcs: list, successors: dict[int, list[int]]) -> list:
    if arcs and isinstance(arcs[0], list):
        return [_replaced(entry, successors) for entry in arcs]
    return [new for old in arcs for new in successors.get(old, [old])]
