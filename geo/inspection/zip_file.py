"""Unpacks a zip that somebody brings, after a look at every name and declared size in it."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
from pathlib import Path, PurePosixPath

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.file_kinds import (
    ACCEPTED,
    GEOJSON,
    SHAPEFILE,
    ZIP,
    check_size,
    gdal_source,
    kind_of,
)

MOST_MEMBERS = 2_000
LAYER_FILES = (".shp", ".gpkg", ".geojson")
BESIDE_SHP = (".shx", ".dbf", ".prj", ".cpg")


def unpacked(path: Path, folder: Path) -> dict[str, str]:
    """Unpack the files that can be layers; return the name of each by its GDAL source.

    Raises
    ------
    BoundaryError
        If the zip is damaged, too large, locked, leads out of itself, or has no such file.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check_members(members, path)
            copies = [_extracted(archive, info, folder) for info in _wanted(members)]
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise BoundaryError(f"{path} is a damaged zip ({error}). Download it again.") from error
    files = [copy for copy in copies if copy.suffix not in BESIDE_SHP]
    if not files:
        raise BoundaryError(
            f"{path} is a zip without a shapefile, GeoPackage or GeoJSON in it. Give {ACCEPTED}."
        )
    return {gdal_source(file, _checked_kind(file, path)): file.stem for file in files}


def _check_members(members: list[zipfile.ZipInfo], path: Path) -> None:
    if len(members) > MOST_MEMBERS:
        raise BoundaryError(f"{path} holds {len(members):,} files; that is no boundary set.")
    for info in members:
        if _leads_out(info):
            raise BoundaryError(
                f"{path} is refused: {info.filename!r} in it leads out of the zip. "
                "Download the file from its publisher again."
            )
        if info.flag_bits & 1:
            raise BoundaryError(f"{path} is locked by a password. Unpack it and zip it anew.")
    check_size(sum(info.file_size for info in members), path)


def _leads_out(info: zipfile.ZipInfo) -> bool:
    inner = _inner(info)
    drive = not inner.parts or ":" in inner.parts[0]
    linked = stat.S_ISLNK(info.external_attr >> 16)
    return inner.is_absolute() or ".." in inner.parts or drive or linked


def _wanted(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the members that make up layers; a plain .json only where nothing else is there."""
    seen = [
        info
        for info in members
        if not any(part.startswith((".", "__MACOSX")) for part in _inner(info).parts)
    ]
    endings: tuple[str, ...] = (*LAYER_FILES, *BESIDE_SHP)
    if not any(_inner(info).suffix.lower() in LAYER_FILES for info in seen):
        endings = (".json",)
    return [info for info in seen if _inner(info).suffix.lower() in endings]


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
    kind = kind_of(file, f"{file.name} in {path}")
    expected = {".shp": SHAPEFILE, ".geojson": GEOJSON, ".json": GEOJSON}.get(file.suffix)
    if kind == ZIP or kind != (expected or kind) or (kind == SHAPEFILE and expected is None):
        raise BoundaryError(f"{file.name} in {path} is not what its ending says. Give {ACCEPTED}.")
    missing = [ending for ending in BESIDE_SHP[:2] if not file.with_suffix(ending).exists()]
    if kind == SHAPEFILE and missing:
        raise BoundaryError(
            f"The shapefile {file.name} in {path} lacks its {' and '.join(missing)}. "
            "Zip all its parts together."
        )
    return kind
