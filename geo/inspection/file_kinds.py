"""Tells what a file is by its first bytes, and brings what is opened of it into a folder.

Only four kinds are ever opened. A zip is unpacked after a look at every name and declared size
in it.
"""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from geo.districts.boundary_folder import BoundaryError
from geo.words.catalogue import _

ACCEPTED = _("a zipped shapefile, a GeoPackage, a GeoJSON or a TopoJSON file")
#: Bytes of a file, and of all that a zip says it holds. Full outlines of the country with
#: every level take about a tenth of it.
LARGEST = 500_000_000
ZIP, SHAPEFILE, GEOPACKAGE = "zip", "ESRI Shapefile", "GPKG"
GEOJSON, TOPOJSON = "GeoJSON", "TopoJSON"
MOST_MEMBERS = 2_000
LAYER_FILES = (".shp", ".gpkg", ".geojson", ".topojson")
BESIDE_SHP = (".shx", ".dbf", ".prj", ".cpg")
_STARTS = {ZIP: b"PK\x03\x04", SHAPEFILE: b"\x00\x00\x27\x0a", GEOPACKAGE: b"SQLite format 3\x00"}
#: What a TopoJSON file says of itself, within the bytes that are looked at.
_TOPOLOGY = re.compile(rb'"type"\s*:\s*"Topology"')
LOOKED_AT = 4096
_OTHERS = {
    b"<OGRVRT": _("a VRT, which only names other files"),
    b"<VRT": _("a VRT, which only names other files"),
    b"SQLite": _("an SQLite database, but no GeoPackage"),
    b"%PDF": _("a PDF"),
    b"\xd0\xcf\x11\xe0": _("an old Office file"),
    b"Rar!": _("a RAR archive"),
    b"7z\xbc\xaf": _("a 7-Zip archive"),
    b"\x1f\x8b": _("a gzip archive"),
    b"<": _("an XML or HTML file"),
}


def sources(path: Path, folder: Path) -> dict[str, str]:
    """Copy what can be layers into a folder; return the name of each file by its GDAL source.

    Raises
    ------
    BoundaryError
        If the file is missing, of another kind or too large; if a zip is damaged, locked, leads
        out of itself, or has no such file.
    """
    if not path.is_file():
        raise BoundaryError(_("There is no file {file}. Check the name.").format(file=path))
    _check_size(path.stat().st_size, path)
    kind = _kind_of(path, str(path))
    if kind == ZIP:
        return _unpacked(path, folder)
    if kind == SHAPEFILE:
        words = _(
            "{file} is one part of a shapefile. Put its .shp, .shx, .dbf and .prj into a zip and "
            "give that."
        )
        raise BoundaryError(words.format(file=path))
    copy = folder / {GEOPACKAGE: "outlines.gpkg", TOPOJSON: "outlines.topojson"}.get(
        kind, "outlines.geojson"
    )
    shutil.copyfile(path, copy)
    return {_gdal_source(copy, kind): path.stem}


def _kind_of(path: Path, called: str) -> str:
    """Return ``zip``, or the name of the one GDAL driver that may open the file.

    If it is anything else, the message says what it is where that can be told, and calls it as
    the reader does.
    """
    with path.open("rb") as file:
        head = file.read(LOOKED_AT)
    for kind, start in _STARTS.items():
        # A GeoPackage is an SQLite database that says so in its header.
        if head.startswith(start) and (kind != GEOPACKAGE or head[68:70] == b"GP"):
            return kind
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{"):
        return TOPOJSON if _TOPOLOGY.search(text) else GEOJSON
    what = next((words for start, words in _OTHERS.items() if text.startswith(start)), None)
    words = _("{file} is of a kind that is not known. Give {accepted}.")
    if what:
        words = _("{file} is {kind}. Give {accepted}.")
    elif not head:
        words = _("{file} is empty. Give {accepted}.")
    raise BoundaryError(words.format(file=called, kind=what, accepted=ACCEPTED))


def _check_size(size: int, path: Path) -> None:
    """Refuse a file that holds, or says that it holds, more bytes than are ever read."""
    if size > LARGEST:
        words = _(
            "{file} holds {megabytes:,.0f} MB; at most {most:,.0f} MB are read. Use a file with "
            "the districts alone."
        )
        raise BoundaryError(words.format(file=path, megabytes=size / 1e6, most=LARGEST / 1e6))


def _gdal_source(copy: Path, kind: str) -> str:
    """Return the name under which GDAL opens a file with the driver of its kind only."""
    # With this prefix no other of GDAL's JSON drivers opens it, such as the one that runs
    # commands written in the file.
    return f"{kind.upper()}:{copy}" if kind in (GEOJSON, TOPOJSON) else str(copy)


def _unpacked(path: Path, folder: Path) -> dict[str, str]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check_members(members, path)
            copies = [_extracted(archive, info, folder) for info in _wanted(members)]
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        words = _("{file} is a damaged zip ({why}). Download it again.")
        raise BoundaryError(words.format(file=path, why=error)) from error
    files = [copy for copy in copies if copy.suffix not in BESIDE_SHP]
    if not files:
        words = _("{file} is a zip without a file of outlines in it. Give {accepted}.")
        raise BoundaryError(words.format(file=path, accepted=ACCEPTED))
    return {_gdal_source(file, _checked_kind(file, path)): file.stem for file in files}


def _check_members(members: list[zipfile.ZipInfo], path: Path) -> None:
    if len(members) > MOST_MEMBERS:
        words = _("{file} holds {number:,} files: too many for a boundary set. Give {accepted}.")
        told = {"number": len(members), "accepted": ACCEPTED}
        raise BoundaryError(words.format(file=path, **told))
    for info in members:
        inner = _inner(info)
        drive = not inner.parts or ":" in inner.parts[0]
        linked = stat.S_ISLNK(info.external_attr >> 16)
        if inner.is_absolute() or ".." in inner.parts or drive or linked:
            words = _(
                "{file} is refused: {member!r} in it leads out of the zip. Download the file from "
                "its publisher again."
            )
            raise BoundaryError(words.format(file=path, member=info.filename))
        if info.flag_bits & 1:
            words = _("{file} is locked by a password. Unpack it and zip it anew.")
            raise BoundaryError(words.format(file=path))
    _check_size(sum(info.file_size for info in members), path)


def _wanted(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the members that make up layers; a plain .json only where nothing else is there."""
    visible = [
        (info, _inner(info).suffix.lower())
        for info in members
        if not any(part.startswith((".", "__MACOSX")) for part in _inner(info).parts)
    ]
    layers = any(ending in LAYER_FILES for __, ending in visible)
    wanted = (*LAYER_FILES, *BESIDE_SHP) if layers else (".json",)
    return [info for info, ending in visible if ending in wanted]


def _inner(info: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(info.filename.replace("\\", "/"))


def _extracted(archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path) -> Path:
    """Unpack one member; parts of a shapefile stay together under one plain name."""
    inner = _inner(info)
    place = folder / re.sub(r"\W", "_", str(inner.parent))
    place.mkdir(exist_ok=True)
    copy = place / (re.sub(r"[^\w-]", "_", inner.stem) + inner.suffix.lower())
    with archive.open(info) as packed, copy.open("wb") as file:
        shutil.copyfileobj(packed, file, 1 << 20)  # no more than the declared size comes out
    return copy


def _checked_kind(file: Path, path: Path) -> str:
    """Return the kind of an unpacked file; its ending and its first bytes must agree."""
    called = _("{member} in {file}").format(member=file.name, file=path)
    kind = _kind_of(file, called)
    expected = {
        ".shp": (SHAPEFILE,),
        ".gpkg": (GEOPACKAGE,),
        ".geojson": (GEOJSON,),
        ".topojson": (TOPOJSON,),
        ".json": (GEOJSON, TOPOJSON),
    }[file.suffix]
    if kind not in expected:
        words = _("{file} is not what its ending says. Give {accepted}.")
        raise BoundaryError(words.format(file=called, accepted=ACCEPTED))
    missing = [ending for ending in BESIDE_SHP[:2] if not file.with_suffix(ending).exists()]
    if kind == SHAPEFILE and missing:
        words = _("The shapefile {file} lacks its {endings}. Zip all its parts together.")
        raise BoundaryError(words.format(file=called, endings=_(" and ").join(missing)))
    return kind
