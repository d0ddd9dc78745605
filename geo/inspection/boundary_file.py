"""Opens a boundary file that somebody brings: a shapefile, GeoPackage, GeoJSON or TopoJSON.

GDAL opens dozens of formats, some of which name further files or addresses. What a file is
is therefore told by its first bytes, not by its ending, and only a copy under a name of our
own is given to GDAL. Columns are found as releases of different years name them.
"""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio  # pyrefly: ignore[untyped-import]  # its types know no layer without outlines

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.file_kinds import (
    ACCEPTED,
    GEOJSON,
    GEOPACKAGE,
    SHAPEFILE,
    TOPOJSON,
    sources,
)
from geo.words.catalogue import _

#: Names in small letters, signs left out; the first that a file has is taken.
NAMES = {
    "adm2_pcode": ("adm2pcode", "admin2pcode", "adm2code"),
    "adm2_name": (
        *("adm2en", "adm2name", "admin2nameen", "admin2name", "adm2name1"),
        *("name3", "districtname", "district", "distname", "shapename"),
    ),
    "adm1_pcode": ("adm1pcode", "admin1pcode", "adm1code"),
    "adm1_name": (
        *("adm1en", "adm1name", "admin1nameen", "admin1name"),
        *("name1", "provincename", "province", "provname"),
    ),
    "adm0_pcode": ("adm0pcode", "admin0pcode"),
    "valid_on": ("validon", "date"),
}
#: Further names of columns of P-codes; others have numbers of their own under them.
LOOSE_CODES = ("districtcode", "districtpcode", "distcode", "pcode")
A_PCODE = re.compile(r"PK\d{3}", re.IGNORECASE)
#: What tools write into a text column where there is nothing.
BLANK = {"", "nan", "none", "null", "<null>", "n/a", "na", "-"}


@dataclass(frozen=True)
class Layer:
    """A layer that can be read: its name, its columns, and GDAL's names for file and layer."""

    name: str
    columns: tuple[str, ...]
    geometry: str
    source: str
    inner: str


def read(path: Path | str, choose: str | None = None) -> tuple[geopandas.GeoDataFrame, str]:
    """Read the districts' layer of a boundary file as it stands there, and return its name too.

    The ending of the file does not matter. The layer is the one to ``choose``, or that of level 2
    (districts). Columns, CRS (or None) and row order are those of the file; a geometry that cannot
    be made out is None.

    Raises
    ------
    BoundaryError
        If it is another kind of file, damaged, too large, or the layer is not certain.
    """
    path = Path(path)
    try:
        with tempfile.TemporaryDirectory(prefix="boundaries-") as folder, _no_network():
            layer = _chosen(_layers(sources(path, Path(folder))), choose, path)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)  # what matters is checked later
                frame = pyogrio.read_dataframe(
                    layer.source, layer=layer.inner, force_2d=True, on_invalid="ignore"
                )
    except OSError as error:
        words = _("{file} cannot be read: {why}.")
        raise BoundaryError(words.format(file=path, why=error.strerror or error)) from error
    except (RuntimeError, ValueError) as error:  # pyogrio's own errors are of these two kinds
        words = _("{file} is damaged, or not {accepted}. Download it again.")
        raise BoundaryError(words.format(file=path, accepted=ACCEPTED)) from error
    if not isinstance(frame, geopandas.GeoDataFrame):
        words = _("The layer {layer} has no outlines. Give {accepted}.")
        raise BoundaryError(words.format(layer=layer.name, accepted=ACCEPTED))
    return frame, layer.name


def _layers(files: dict[str, str]) -> list[Layer]:
    layers = []
    for source, name in files.items():
        for layer, geometry in pyogrio.list_layers(source):
            if geometry is None:
                continue  # a table without outlines
            about = pyogrio.read_info(source, layer=layer)
            if about["driver"] not in (SHAPEFILE, GEOPACKAGE, GEOJSON, TOPOJSON):
                words = _("{file} opens as {kind}. Give {accepted}.")
                told = {"kind": about["driver"], "accepted": ACCEPTED}
                raise BoundaryError(words.format(file=name, **told))
            columns = tuple(str(field) for field in about["fields"])
            shown = name if source.startswith("GEOJSON:") else str(layer)
            layers.append(Layer(shown, columns, geometry, source, str(layer)))
    return layers


def _chosen(layers: list[Layer], choose: str | None, path: Path) -> Layer:
    """Return the layer asked for, or the one of districts."""
    names = ", ".join(layer.name for layer in layers) or _("none")
    if choose is not None:
        for layer in layers:
            if layer.name == choose:
                return layer
        words = _("{file} has no layer {layer!r}. It has: {names}.")
        raise BoundaryError(words.format(file=path, layer=choose, names=names))
    if len(layers) == 1:
        return layers[0]
    districts = [layer for layer in layers if _of_districts(layer)]
    level_2 = re.compile(r"ad(?:m|min)_?(?:bnd\w_)?(?:adm)?2")
    by_name = [layer for layer in districts if level_2.search(layer.name)]
    certain = by_name if len(by_name) == 1 else districts
    if len(certain) != 1:
        words = _(
            "{file} has several layers ({names}), and none of them has districts with P-codes. "
            "Choose one with --layer NAME."
        )
        if certain:
            words = _(
                "{file} has several layers ({names}), and more than one has districts with "
                "P-codes. Choose one with --layer NAME."
            )
        raise BoundaryError(words.format(file=path, names=names))
    return certain[0]


def _of_districts(layer: Layer) -> bool:
    """Whether it has P-codes of level 2, none of a finer level, and outlines."""
    columns = {column.lower() for column in layer.columns}
    flat = "point" in layer.geometry.lower() or "line" in layer.geometry.lower()
    return "adm2_pcode" in columns and "adm3_pcode" not in columns and not flat


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


def named(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Return the columns that matter under the project's names, codes and names as clean text.

    Returns
    -------
    GeoDataFrame[adm2_pcode, adm2_name, adm1_pcode, adm1_name, adm0_pcode, valid_on, geometry]
        Rows, outlines and CRS as given. Text is ``""`` where nothing is written, and where the
        column is missing; P-codes are in capitals.

    Raises
    ------
    BoundaryError
        If no column has the P-codes or the names of districts.
    """
    present = {re.sub(r"[^a-z0-9]", "", str(name).lower()): name for name in frame.columns}
    theirs = {
        ours: next(present[name] for name in names if name in present)
        for ours, names in NAMES.items()
        if present.keys() & set(names)
    }
    if "adm2_pcode" not in theirs:
        theirs |= _loosely_coded(frame, present)
    if not {"adm2_pcode", "adm2_name"} & set(theirs):
        columns = ", ".join(str(name) for name in frame.columns if name != frame.geometry.name)
        words = _(
            "No column has P-codes or names of districts (ADM2_PCODE, district_code, ADM2_EN). "
            "There are: {columns}. Choose the layer of districts, or rename the column."
        )
        raise BoundaryError(words.format(columns=columns or _("none")))
    texts = {ours: _text(frame[theirs[ours]]) if ours in theirs else "" for ours in NAMES}
    del texts["valid_on"]
    result = geopandas.GeoDataFrame(texts, geometry=list(frame.geometry), crs=frame.crs)
    for column in ("adm2_pcode", "adm1_pcode", "adm0_pcode"):
        result[column] = result[column].str.upper()
    day = theirs.get("valid_on")
    result["valid_on"] = frame[day].to_numpy() if day is not None else pd.NaT
    return result


def _loosely_coded(frame: geopandas.GeoDataFrame, present: dict[str, str]) -> dict[str, str]:
    """Return the column under another name that holds P-codes, if one does."""
    for name in LOOSE_CODES:
        if name in present and _text(frame[present[name]]).str.fullmatch(A_PCODE).any():
            return {"adm2_pcode": present[name]}
    return {}


def valid_on(frame: geopandas.GeoDataFrame) -> date | None:
    """Return the day on which a set says that it is valid, the latest of its rows; None if none."""
    days = pd.to_datetime(frame["valid_on"], errors="coerce", format="mixed", utc=True)
    latest = days.max()
    return None if pd.isna(latest) else latest.date()


def _text(column: pd.Series) -> pd.Series:
    clean = column.astype(object).where(column.notna(), "").astype(str).str.strip()
    return clean.where(~clean.str.lower().isin(BLANK), "").reset_index(drop=True)
