"""Opens a boundary file that somebody brings: zipped shapefile, GeoPackage or GeoJSON, no other.

GDAL opens dozens of formats, some of which name further files or addresses. What a file is
is therefore told by its first bytes, not by its ending, and only a copy under a name of our
own is given to GDAL.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas
import pyogrio

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.file_kinds import (
    ACCEPTED,
    GEOJSON,
    GEOPACKAGE,
    SHAPEFILE,
    ZIP,
    check_size,
    gdal_source,
    kind_of,
)
from geo.inspection.zip_file import unpacked


@dataclass(frozen=True)
class Layer:
    """A layer that can be read: its name, its columns, and GDAL's names for file and layer."""

    name: str
    columns: tuple[str, ...]
    geometry: str
    source: str
    inner: str


def read(path: Path | str, choose: str | None = None) -> tuple[geopandas.GeoDataFrame, str]:
    """Read the districts' layer of a boundary file as it stands there.

    Parameters
    ----------
    path
        A zipped shapefile, GeoPackage or GeoJSON file; its ending does not matter.
    choose
        The name of the layer; without it the one of level 2 (districts).

    Returns
    -------
    frame : GeoDataFrame
        Columns, CRS (or None) and row order of the file. A geometry that cannot be made out
        is None.
    name : str
        The layer that was read.

    Raises
    ------
    BoundaryError
        If it is another kind of file, damaged, too large, or the layer is not certain.
    """
    path = Path(path)
    try:
        with tempfile.TemporaryDirectory(prefix="boundaries-") as folder, _no_network():
            layer = _chosen(_layers(_staged(path, Path(folder))), choose, path)
            return _frame(layer), layer.name
    except OSError as error:
        raise BoundaryError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (RuntimeError, ValueError) as error:  # pyogrio's own errors are of these two kinds
        raise BoundaryError(f"{path} is damaged or not {ACCEPTED}. Download it again.") from error


def _staged(path: Path, folder: Path) -> dict[str, str]:
    """Copy what is to be opened into a folder; return the name of each file by its source."""
    if not path.is_file():
        raise BoundaryError(f"There is no file {path}. Check the name.")
    check_size(path.stat().st_size, path)
    kind = kind_of(path)
    if kind == ZIP:
        return unpacked(path, folder)
    if kind == SHAPEFILE:
        raise BoundaryError(
            f"{path} is one part of a shapefile. Put its .shp, .shx, .dbf and .prj into a zip "
            "and give that."
        )
    copy = folder / ("outlines.gpkg" if kind == GEOPACKAGE else "outlines.geojson")
    shutil.copyfile(path, copy)
    return {gdal_source(copy, kind): path.stem}


def _layers(sources: dict[str, str]) -> list[Layer]:
    found = []
    for source, name in sources.items():
        for layer, geometry in pyogrio.list_layers(source):
            if geometry is None:
                continue  # a table without outlines
            about = pyogrio.read_info(source, layer=layer)
            if about["driver"] not in (SHAPEFILE, GEOPACKAGE, GEOJSON):
                raise BoundaryError(f"{name} opens as {about['driver']}. Give {ACCEPTED}.")
            columns = tuple(str(field) for field in about["fields"])
            shown = name if source.startswith("GEOJSON:") else str(layer)
            found.append(Layer(shown, columns, geometry, source, str(layer)))
    return found


def _chosen(layers: list[Layer], choose: str | None, path: Path) -> Layer:
    """Return the layer asked for, or the one of districts."""
    names = ", ".join(layer.name for layer in layers) or "none"
    if choose is not None:
        named = [layer for layer in layers if layer.name == choose]
        if not named:
            raise BoundaryError(f"{path} has no layer {choose!r}; it has: {names}.")
        return named[0]
    if len(layers) == 1:
        return layers[0]
    districts = [layer for layer in layers if _of_districts(layer)]
    by_name = [
        one for one in districts if re.search(r"ad(?:m|min)_?(?:bnd\w_)?(?:adm)?2", one.name)
    ]
    certain = by_name if len(by_name) == 1 else districts
    if len(certain) != 1:
        raise BoundaryError(
            f"{path} has several layers ({names}), and "
            f"{'none of them has' if not certain else 'more than one has'} districts with "
            "P-codes. Choose one with --layer NAME."
        )
    return certain[0]


def _of_districts(layer: Layer) -> bool:
    """Whether it has P-codes of level 2, none of a finer level, and outlines."""
    columns = {column.lower() for column in layer.columns}
    flat = "point" in layer.geometry.lower() or "line" in layer.geometry.lower()
    return "adm2_pcode" in columns and "adm3_pcode" not in columns and not flat


def _frame(layer: Layer) -> geopandas.GeoDataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # what matters is checked afterwards
        frame = pyogrio.read_dataframe(
            layer.source, layer=layer.inner, force_2d=True, on_invalid="ignore"
        )
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise BoundaryError(f"The layer {layer.name} has no outlines. Give {ACCEPTED}.")
    return frame


@contextmanager
def _no_network() -> Iterator[None]:
    """Lead GDAL nowhere: a GeoJSON file may name an address from which to fetch its CRS."""
    nowhere = {"GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTP_TIMEOUT": "1"}
    before = {name: pyogrio.get_gdal_config_option(name) for name in nowhere}
    pyogrio.set_gdal_config_options(nowhere)
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options(before)
