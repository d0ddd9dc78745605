"""The columns of an official boundary set, as releases of different years name them."""

from __future__ import annotations

import re
from datetime import date

import geopandas
import pandas as pd

from geo.districts.boundary_folder import BoundaryError

#: Names in small letters, signs left out; the first that a file has is taken.
NAMES = {
    "adm2_pcode": ("adm2pcode", "admin2pcode", "adm2code"),
    "adm2_name": ("adm2en", "adm2name", "admin2nameen", "admin2name", "adm2name1"),
    "adm1_pcode": ("adm1pcode", "admin1pcode", "adm1code"),
    "adm1_name": ("adm1en", "adm1name", "admin1nameen", "admin1name"),
    "adm0_pcode": ("adm0pcode", "admin0pcode"),
    "valid_on": ("validon", "date"),
}
#: What tools write into a text column where there is nothing.
BLANK = {"", "nan", "none", "null", "<null>", "n/a", "na", "-"}


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
        If no column has the P-codes of districts.
    """
    present = {re.sub(r"[^a-z0-9]", "", str(name).lower()): name for name in frame.columns}
    theirs = {
        ours: next(present[name] for name in names if name in present)
        for ours, names in NAMES.items()
        if present.keys() & set(names)
    }
    if "adm2_pcode" not in theirs:
        columns = ", ".join(str(name) for name in frame.columns if name != frame.geometry.name)
        raise BoundaryError(
            "No column has P-codes of districts (ADM2_PCODE or adm2_pcode). "
            f"There are: {columns or 'none'}. Choose the layer of districts, or rename the column."
        )
    texts = {ours: _text(frame[theirs[ours]]) if ours in theirs else "" for ours in NAMES}
    del texts["valid_on"]
    result = geopandas.GeoDataFrame(texts, geometry=list(frame.geometry), crs=frame.crs)
    for column in ("adm2_pcode", "adm1_pcode", "adm0_pcode"):
        result[column] = result[column].str.upper()
    day = theirs.get("valid_on")
    result["valid_on"] = frame[day].to_numpy() if day is not None else pd.NaT
    return result


def valid_on(frame: geopandas.GeoDataFrame) -> date | None:
    """Return the day on which a set says that it is valid, the latest of its rows; None if none."""
    days = pd.to_datetime(frame["valid_on"], errors="coerce", format="mixed", utc=True)
    latest = days.max()
    return None if pd.isna(latest) else latest.date()


def _text(column: pd.Series) -> pd.Series:
    clean = column.astype(object).where(column.notna(), "").astype(str).str.strip()
    return clean.where(~clean.str.lower().isin(BLANK), "").reset_index(drop=True)
