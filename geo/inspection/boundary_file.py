"""Opens a boundary file that somebody brings: zipped shapefile, GeoPackage or GeoJSON, no other.

GDAL opens dozens of formats, some of which name further files or addresses. What a file is
is therefore told by its first bytes, not by its ending, and only a copy under a name of our
own is given to GDAL.
"""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas
import pyogrio

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.file_kinds import ACCEPTED, GEOJSON, GEOPACKAGE, SHAPEFILE, sources


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
            layer = _chosen(_layers(sources(path, Path(folder))), choose, path)
            return _frame(layer), layer.name
    except OSError as error:
        raise BoundaryError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (RuntimeError, ValueError) as error:  # pyogrio's own errors are of these two kinds
        raise BoundaryError(f"{path} is damaged or not {ACCEPTED}. Download it again.") from error


def _layers(files: dict[str, str]) -> list[Layer]:
    layers = []
    for source, name in files.items():
        for layer, geometry in pyogrio.list_layers(source):
            if geometry is None:
                continue  # a table without outlines
            about = pyogrio.read_info(source, layer=layer)
            if about["driver"] not in (SHAPEFILE, GEOPACKAGE, GEOJSON):
                raise BoundaryError(f"{name} opens as {about['driver']}. Give {ACCEPTED}.")
            columns = tuple(str(field) for field in about["fields"])
            shown = name if source.startswith("GEOJSON:") else str(layer)
            layers.append(Layer(shown, columns, geometry, source, str(layer)))
    return layers


def _chosen(layers: list[Layer], choose: str | None, path: Path) -> Layer:
    """Return the layer asked for, or the one of districts."""
    names = ", ".join(layer.name for layer in layers) or "none"
    if choose is not None:
        for layer in layers:
            if layer.name == choose:
                return layer
        raise BoundaryError(f"{path} has no layer {choose!r}; it has: {names}.")
    if len(layers) == 1:
        return layers[0]
    districts = [layer for layer in layers if _of_districts(layer)]
    level_2 = re.compile(r"ad(?:m|min)_?(?:bnd\w_)?(?:adm)?2")
    by_name = [layer for layer in districts if level_2.search(layer.name)]
    certain = by_name if len(by_name) == 1 else districts
    if len(certain) != 1:
        which = "more than one has" if certain else "none of them has"
        raise BoundaryError(
            f"{path} has several layers ({names}), and {which} districts with P-codes. "
            "Choose one with --layer NAME."
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
