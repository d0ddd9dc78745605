"""Downloads the official boundaries, dataset ``cod-ab-pak``, from the Humanitarian Data Exchange.

A download that was cut goes on where it ended, in this run or in a later one; a file is in
its place only when it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from geo.districts.boundary_folder import BoundaryError
from geo.inspection.file_kinds import LARGEST
from geo.words.catalogue import _

DATASET = "cod-ab-pak"
SITE = "https://data.humdata.org"
#: Names another site with the same interface, a mirror or one for tests.
SITE_VARIABLE = "HDX_SITE"
BY_HAND = _("Or download {dataset} in a browser from {address} and install that file.").format(
    dataset=DATASET, address=f"{SITE}/dataset/{DATASET}"
)
TIMEOUT = 30.0  # seconds without a single byte
ATTEMPTS = 4
BLOCK = 1 << 16
#: What GDAL's drivers here can open, best first.
FORMATS = ("shp", "gpkg", "geojson")
_WORDS = {"geopackage": "gpkg", "zippedshapefile": "shp", "shapefile": "shp", "zippedshp": "shp"}

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Resource:
    """A file of the dataset: where it is, and how large and which MD5 sum if that is told."""

    name: str
    url: str
    format: str
    size: int | None = None
    md5: str | None = None


def find(at: str | None = None) -> Resource:
    """Ask the exchange which file of ``DATASET`` has the outlines of districts.

    ``at`` is the address of the exchange; None: that of ``HDX_SITE``, or :data:`SITE`.

    Raises
    ------
    BoundaryError
        If the exchange is out of reach, or does not answer as it should.
    """
    at = at or (os.environ.get(SITE_VARIABLE) or SITE).rstrip("/")
    address = f"{at}/api/3/action/package_show?id={quote(DATASET)}"
    try:
        with _opened(address, {}) as answer:
            description = json.loads(answer.read(20_000_000))
        resources = [_resource(row, at) for row in description["result"]["resources"]]
    except (ValueError, KeyError, TypeError, AttributeError, OSError, HTTPException) as error:
        words = _("{site} did not answer with a description of {dataset}.")
        raise _by_hand(words, site=at, dataset=DATASET) from error
    usable = [one for one in resources if one.format in FORMATS and _level(one.name) != "other"]
    if not usable:
        raise _by_hand(_("{dataset} has no file with outlines of districts."), dataset=DATASET)
    return min(usable, key=lambda one: (_level(one.name), FORMATS.index(one.format)))


def download(resource: Resource, folder: Path, progress: Progress | None = None) -> Path:
    """Download a file into a folder, going on with an earlier download that was cut.

    Parameters
    ----------
    resource
        What :func:`find` returned.
    folder
        It is made where it is not there.
    progress
        Called with the bytes that are here and the bytes in all (None: not told).

    Returns
    -------
    Path
        The whole file. An unfinished one stays beside it as ``.part``.

    Raises
    ------
    BoundaryError
        If it cannot be had, is too large, or is not what the exchange described.
    """
    folder.mkdir(parents=True, exist_ok=True)
    last = urlsplit(resource.url).path.rsplit("/", 1)[-1]
    name = re.sub(r"[^\w.-]", "_", last).lstrip(".") or f"{DATASET}.{resource.format}"
    path, part = folder / name, folder / f"{name}.part"
    for attempt in range(ATTEMPTS):
        before = part.stat().st_size if part.exists() else 0
        try:
            _fetch(resource, part, progress or (lambda _here, _all: None))
            break
        except (OSError, HTTPException) as error:
            got_some = part.exists() and part.stat().st_size > before
            if attempt == ATTEMPTS - 1 or not got_some:
                words = _(
                    "The download of {file} was cut ({why}). What came is kept: the same command "
                    "goes on from there."
                ).format(file=resource.name, why=_reason(error))
                raise BoundaryError(words) from error
    _check(part, resource)
    part.replace(path)
    _mark(part).unlink(missing_ok=True)
    return path


def _fetch(resource: Resource, part: Path, progress: Progress) -> None:
    """Bring an unfinished file to its end in one request."""
    here = part.stat().st_size if part.exists() else 0
    mark = _mark(part).read_text(encoding="utf-8") if _mark(part).exists() else ""
    if here and resource.size == here:
        return
    wanted = {"Range": f"bytes={here}-", "If-Range": mark} if here and mark else {}
    with _opened_from(resource, wanted, part) as answer:
        start = (answer.headers.get("Content-Range") or "").startswith(f"bytes {here}-")
        continued = answer.status == 206 and start
        length = answer.headers.get("Content-Length")
        here = here if continued else 0
        whole = here + int(length) if length and length.isdigit() else resource.size
        _check_length(whole or 0, resource)
        version = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        # A weak mark does not promise the same bytes: such a download starts anew.
        _mark(part).write_text("" if version.startswith("W/") else version, encoding="utf-8")
        with part.open("ab" if continued else "wb") as file:
            while block := answer.read(BLOCK):
                file.write(block)
                here += len(block)
                _check_length(here, resource)
                progress(here, whole)
    if whole is not None and here < whole:
        words = _("{here:,} of {whole:,} bytes came")
        raise ConnectionError(words.format(here=here, whole=whole))


def _opened_from(resource: Resource, wanted: dict[str, str], part: Path) -> Any:
    """Open a file where it is to go on, or from its start where it has nothing more to give."""
    try:
        return _opened(resource.url, wanted)
    except BoundaryError as error:
        if not wanted or getattr(error.__cause__, "code", None) != 416:
            raise
    part.unlink()
    return _opened(resource.url, {})


def _opened(address: str, headers: dict[str, str]) -> Any:
    if urlsplit(address).scheme not in ("http", "https"):
        raise _by_hand(_("{address} is no web address."), address=address)
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - looked at above
    try:
        return urllib.request.urlopen(request, timeout=TIMEOUT)  # noqa: S310 - looked at above
    except urllib.error.HTTPError as error:
        error.close()
        words = _("{address} answered {code} ({why}).")
        raise _by_hand(words, address=address, code=error.code, why=error.reason) from error
    except (OSError, HTTPException) as error:
        words = _("{host} cannot be reached ({why}). Check the connection and try again.")
        raise _by_hand(words, host=urlsplit(address).hostname, why=_reason(error)) from error


def _by_hand(words: str, **told: object) -> BoundaryError:
    """Return an error that ends with the way around it, in a browser."""
    return BoundaryError(f"{words.format(**told)} {BY_HAND}")


def _resource(row: dict[str, Any], at: str) -> Resource:
    written = re.sub(r"[^a-z]", "", str(row.get("format", "")).lower())
    size, md5 = str(row.get("size") or ""), str(row.get("hash") or "").lower()
    return Resource(
        name=str(row.get("name") or ""),
        url=urljoin(f"{at}/", str(row.get("download_url") or row.get("url") or "")),
        format=_WORDS.get(written, written),
        size=int(size) if size.isdigit() and int(size) > 0 else None,
        md5=md5 if re.fullmatch(r"[0-9a-f]{32}", md5) else None,
    )


def _level(name: str) -> str:
    """Tell by a file's name whether it has districts: sorted, the likeliest first."""
    plain = name.lower()
    if re.search(r"ad(?:m|min)[a-z_]*2", plain):
        return "districts"
    lines = re.search(r"admbnd[lp]|line|point|centroid", plain)
    return "other" if lines or re.search(r"ad(?:m|min)[a-z_]*[0134]", plain) else "every level"


def _mark(part: Path) -> Path:
    """Name the file that holds which version of its source an unfinished file is of."""
    return part.with_name(part.name + ".version")


def _check_length(length: int, resource: Resource) -> None:
    if length > LARGEST:
        words = _("{file} is too large: more than {megabytes:,.0f} MB.")
        raise _by_hand(words, file=resource.name, megabytes=LARGEST / 1e6)


def _check(part: Path, resource: Resource) -> None:
    """Refuse, and remove, what is whole but not what the exchange described."""
    with part.open("rb") as file:
        md5 = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    size = part.stat().st_size
    if (resource.md5 or md5) != md5 or (resource.size or size) != size:
        part.unlink()
        _mark(part).unlink(missing_ok=True)
        words = _(
            "{file} arrived damaged: its size or checksum is not what {dataset} says. It was "
            "removed; start the download again."
        )
        raise _by_hand(words, file=resource.name, dataset=DATASET)


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(getattr(reason, "strerror", None) or reason)
