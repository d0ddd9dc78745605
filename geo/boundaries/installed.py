"""The boundary sets that were installed here, and which one is in use.

Each set is one file; one more names the set in use. A file is written beside its place, read
back, and then renamed: whatever happens on the way, what was installed stays whole.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas

from geo.boundaries import boundary_set
from geo.boundaries.boundary_set import BoundarySet
from geo.boundaries.counted_outlines import as_counted
from geo.districts import boundary_folder, gazetteer, newer
from geo.districts.boundary_folder import (
    CHOICE,
    EMBEDDED_NAME,
    ENDING,
    NAME,
    BoundaryError,
    folder,
    installed_names,
    path_of,
)
from geo.words.catalogue import _

#: Seconds after which an unfinished file is nobody's any more.
LEFT_BEHIND = 86_400
_EXPORTS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}


@dataclass(frozen=True)
class Available:
    """A set that can be used: what it says of itself, or what is wrong with its file."""

    name: str
    title: str
    vintage: str
    districts: int
    in_use: bool
    damage: str | None = None


def in_use() -> BoundarySet:
    """Return the set that was chosen, or the embedded one.

    Never fails for a damaged choice or set: the embedded outlines are returned instead, with
    a note that says so, and the damaged file stays where it is. Where a set came into use after
    the list was read, its newer districts are drawn as they are still counted (``as_counted``).
    """
    try:
        shown = _named(boundary_folder.chosen())
    except BoundaryError:
        # Visitors read it too: what is wrong, and where, is said by ``available``.
        note = _(
            "The boundary set that was installed cannot be read; the one that comes "
            "with the dashboard is shown. The command python -m geo boundaries list "
            "says what is wrong."
        )
        shown = replace(boundary_set.embedded(), notes=(note,))
    return as_counted(shown)


def state() -> tuple[str, ...]:
    """Return what changes when another set comes into use: cheap to ask, for caches."""
    marks = [str(folder())]
    with suppress(BoundaryError):
        marks.append(boundary_folder.chosen())
    for path in (folder() / CHOICE, path_of(marks[-1])):
        with suppress(OSError):
            about = path.stat()
            marks.append(f"{path.name} {about.st_mtime_ns} {about.st_ino}")
    return tuple(marks)


def available() -> list[Available]:
    """List the embedded set and every installed one, by name; damaged ones say what is wrong."""
    chosen = ""
    with suppress(BoundaryError):
        chosen = boundary_folder.chosen()
    lines = []
    for name in (EMBEDDED_NAME, *installed_names()):
        try:
            one = _named(name)
        except BoundaryError as error:
            lines.append(Available(name, _("damaged"), "", 0, name == chosen, str(error)))
        else:
            about = one.title, one.vintage, len(one.districts)
            lines.append(Available(name, *about, in_use=name == chosen))
    return lines


def install(made: BoundarySet, *, in_use: bool = True) -> Path:
    """Keep a set under its name and, unless told otherwise, use it from now on.

    A set of that name is replaced.

    Raises
    ------
    BoundaryError
        If the name cannot be one, or the disk does not take the set. Nothing has changed then.
    """
    check_name(made.name)
    path = path_of(made.name)
    known = {**newer.learned(), **{one.adm2_pcode: one for one in made.newer}}
    made = replace(made, newer=tuple(known[code] for code in sorted(known)))
    with _whole(path) as beside:
        boundary_set.write(made, beside)
        boundary_set.read(beside)
    if not in_use:
        return path
    with suppress(BoundaryError):
        if boundary_folder.chosen() == made.name:
            return path  # one step less that could fail
    use(made.name)
    return path


def use(name: str) -> BoundarySet:
    """Choose an installed set, or ``embedded``, the one that comes with the project.

    Raises
    ------
    BoundaryError
        If there is no such set, or it is damaged. The one in use stays in use.
    """
    names = [EMBEDDED_NAME, *installed_names()]
    if name not in names:
        words = _("No boundary set {name!r} is installed. There are: {names}.")
        raise BoundaryError(words.format(name=name, names=", ".join(names)))
    chosen = _named(name)
    with _whole(folder() / CHOICE) as beside:
        beside.write_text(json.dumps({"in_use": name}) + "\n", encoding="utf-8")
    return chosen


def export(path: Path | str) -> BoundarySet:
    """Write the set in use with the names of the list; the ending of the file tells the format.

    The path ends in ``.geojson``, ``.gpkg`` or ``.topojson``; a file that is there is replaced.

    Raises
    ------
    BoundaryError
        If the ending is another one, or the file cannot be written.
    """
    path, shown = Path(path), in_use()
    ending = path.suffix.lower()
    if ending not in (*_EXPORTS, ENDING):
        words = _("{file}: end it in .geojson, .gpkg or .topojson.")
        raise BoundaryError(words.format(file=path.name))
    with _whole(path) as beside:
        if ending == ENDING:
            boundary_set.write(shown, beside)
        else:
            _table(shown).to_file(beside, driver=_EXPORTS[ending], layer="adm2", engine="pyogrio")
    return shown


def check_name(name: str) -> None:
    """Refuse a name that cannot be a file's, or is the embedded set's."""
    if name == EMBEDDED_NAME or not NAME.fullmatch(name):
        words = _(
            "A set cannot be called {name!r}. Use small letters, digits and hyphens, at most 40, "
            "and not {taken!r}."
        )
        raise BoundaryError(words.format(name=name, taken=EMBEDDED_NAME))


def _named(name: str) -> BoundarySet:
    return boundary_set.embedded() if name == EMBEDDED_NAME else boundary_set.read(path_of(name))


def _table(shown: BoundarySet) -> geopandas.GeoDataFrame:
    """Return the outlines under the column names of COD-AB, so that others can read them."""
    listed = gazetteer.districts().set_index("adm2_pcode")
    codes = shown.districts["adm2_pcode"]
    return geopandas.GeoDataFrame(
        {
            "adm2_pcode": codes,
            "adm2_name": codes.map(listed["name"]),
            "adm1_pcode": shown.districts["adm1_pcode"],
            "adm1_name": shown.districts["adm1_pcode"].map(gazetteer.provinces()),
            "boundary_set": shown.title,
            "boundary_vintage": shown.vintage,
            "attribution": shown.attribution,
        },
        geometry=shown.districts.geometry,
    )


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a place beside a file; what is written there replaces the file, whole or not at all."""
    beside = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.replace(path)
        if os.name == "posix":
            # The renaming itself is to reach the disk; Windows knows no such call for folders.
            handle = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
    except (OSError, RuntimeError) as error:  # GDAL's are of the second kind
        reason = getattr(error, "strerror", None) or error
        words = _("{file} cannot be written: {why}. Nothing was changed.")
        raise BoundaryError(words.format(file=path, why=reason)) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _sweep(path: Path) -> None:
    """Remove what a process that was killed has left beside a file; a day old, it is nobody's."""
    for left in path.parent.glob(f".{path.stem}.*{path.suffix}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND:
                left.unlink()
