"""Tells what a file is by its first bytes, so that only three kinds are ever opened."""

from __future__ import annotations

from pathlib import Path

from geo.districts.boundary_folder import BoundaryError

ACCEPTED = "a zipped shapefile, a GeoPackage or a GeoJSON file"
#: Bytes of a file, and of all that a zip says it holds. Full outlines of the country with
#: every level take about a tenth of it.
LARGEST = 500_000_000
ZIP, SHAPEFILE, GEOPACKAGE, GEOJSON = "zip", "ESRI Shapefile", "GPKG", "GeoJSON"
_STARTS = {ZIP: b"PK\x03\x04", SHAPEFILE: b"\x00\x00\x27\x0a", GEOPACKAGE: b"SQLite format 3\x00"}
_OTHERS = {
    b"<OGRVRT": "a VRT, which only names other files",
    b"<VRT": "a VRT, which only names other files",
    b"SQLite": "an SQLite database, but no GeoPackage",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x1f\x8b": "a gzip archive",
    b"<": "an XML or HTML file",
}


def kind_of(path: Path, called: str | None = None) -> str:
    """Return ``zip``, or the name of the one GDAL driver that may open the file.

    Parameters
    ----------
    path
        The file.
    called
        What to call it in the message, where the reader knows it by another name.

    Raises
    ------
    BoundaryError
        If it is anything else; the message says what it is where that can be told.
    """
    with path.open("rb") as file:
        head = file.read(100)
    for kind, start in _STARTS.items():
        # A GeoPackage is an SQLite database that says so in its header.
        if head.startswith(start) and (kind != GEOPACKAGE or head[68:70] == b"GP"):
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        return GEOJSON
    what = next((words for start, words in _OTHERS.items() if text.startswith(start)), None)
    found = "empty" if not head else what or "of a kind that is not known"
    raise BoundaryError(f"{called or path} is {found}. Give {ACCEPTED}.")


def check_size(size: int, path: Path) -> None:
    """Refuse a file that holds, or says that it holds, more bytes than are ever read."""
    if size > LARGEST:
        raise BoundaryError(
            f"{path} holds {size / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} MB are read. "
            "Use a file with the districts alone."
        )


def gdal_source(copy: Path, kind: str) -> str:
    """Return the name under which GDAL opens a file with the driver of its kind only."""
    # With this prefix no other of GDAL's JSON drivers opens it, such as the one that runs
    # commands written in the file.
    return f"GEOJSON:{copy}" if kind == GEOJSON else str(copy)
