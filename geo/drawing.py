"""The embedded outlines, built from a public-domain drawing and published facts."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely
from topojson import Topology

from geo.drawing_paths import PLANE, TO_PLANE, place, read_package, units
from geo.drawing_split import split

HERE = Path(__file__).parent
FACTS = HERE / "gazetteer.csv"


def read_facts(path=FACTS):
    facts = pd.read_csv(path)
    return facts[facts["adm2_pcode"].notna()].sort_values("adm2_pcode").reset_index(drop=True)


def split_units(shapes, facts):
    east, north = TO_PLANE.transform(facts["centroid_lon"], facts["centroid_lat"])
    members = facts.assign(x=east, y=north)
    parts = {}
    for unit, group in members.groupby("svg_unit"):
        cells = [shapes[unit]]
        if len(group) > 1:
            cells = split(shapes[unit], group[["x", "y"]].to_numpy(), group["area_km2"].to_numpy())
        parts.update(zip(group["adm2_pcode"], cells))
    return pd.Series(parts).sort_index()


def clean(shapes, tolerance=0.7):
    fixed = shapely.coverage_clean(list(shapes), gap_width=1.0, snapping_distance=0.05)
    return pd.Series(shapely.coverage_simplify(fixed, tolerance), index=shapes.index)


def topology(shapes, facts):
    frame = geopandas.GeoDataFrame(
        facts[["adm2_pcode", "adm1_pcode"]].copy(),
        geometry=list(shapes.reindex(facts["adm2_pcode"])), crs=PLANE,
    ).to_crs("EPSG:4326")
    topo = Topology(frame, prequantize=20000, object_name="districts")
    return json.loads(topo.to_json())


def build(package, facts):
    placed = place(units(read_package(package)), facts)
    return clean(split_units(placed, facts))
