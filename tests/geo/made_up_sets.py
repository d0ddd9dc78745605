"""Boundary sets for tests: a made-up one that is always at hand, and the official one if it is."""

import zipfile
from functools import lru_cache
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from shapely import coverage_simplify

from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from geo.inspection.simplification import METRES

OFFICIAL = (
    Path(__file__).resolve().parents[3] / "shared" / "boundaries" / "pak_admin2_cod2022_160.geojson"
)


def made_up(**columns: str) -> geopandas.GeoDataFrame:
    """All listed districts, their embedded outlines made coarse so that they are light.

    Keyword arguments rename columns: ``made_up(adm2_pcode="ADM2_PCODE")``.
    """
    rows = gazetteer.rows()
    rows = rows[rows["adm2_pcode"] != ""].sort_values("adm2_pcode", ignore_index=True)
    frame = geopandas.GeoDataFrame(
        {
            "adm2_pcode": rows["adm2_pcode"],
            "adm2_name": rows["cod_name"],
            "adm1_pcode": rows["adm1_pcode"],
            "adm1_name": rows["province"],
            "adm0_pcode": "PK",
            "valid_on": "2024-06-30",
        },
        geometry=list(_coarse()),
        crs="EPSG:4326",
    )
    return frame.rename(columns=columns)


@lru_cache(maxsize=1)
def _coarse() -> geopandas.GeoSeries:
    outlines = embedded().districts.geometry.to_crs(METRES)
    shapes = coverage_simplify(np.array(outlines), 4_000)
    return geopandas.GeoSeries(shapes, crs=METRES).to_crs("EPSG:4326")


def official() -> geopandas.GeoDataFrame:
    if not OFFICIAL.exists():
        pytest.skip("no official outlines at hand")
    return geopandas.read_file(OFFICIAL)


def written(frame: geopandas.GeoDataFrame, path: Path, layer: str = "adm2") -> Path:
    """Write a set; the ending tells the format, ``.zip`` is a zipped shapefile."""
    if path.suffix == ".zip":
        folder = path.with_suffix("")
        folder.mkdir()
        frame.to_file(folder / f"{layer}.shp", engine="pyogrio")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in sorted(folder.iterdir()):
                archive.write(part, f"boundaries/{part.name}")
    else:
        frame.to_file(path, layer=layer, engine="pyogrio")
    return path


def splinter(frame: geopandas.GeoDataFrame, code: str, name: str, parent: str):
    """The eastern half of a district made a district of its own."""
    whole = frame.set_index("adm2_pcode").geometry[parent]
    west, south, east, north = whole.bounds
    half = shapely.box((west + east) / 2, south, east, north)
    grown = frame.copy()
    grown.loc[grown["adm2_pcode"] == parent, "geometry"] = whole.difference(half)
    row = frame[frame["adm2_pcode"] == parent].assign(
        adm2_pcode=code, adm2_name=name, geometry=[whole.intersection(half)]
    )
    return geopandas.GeoDataFrame(
        geopandas.pd.concat([grown, row], ignore_index=True), crs=frame.crs
    )
