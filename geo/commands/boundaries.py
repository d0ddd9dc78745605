"""The commands ``boundaries install``, ``check``, ``list``, ``use`` and ``export``.

They end with 0 where all is well, 1 where a check found something that somebody should look
at, and 2 where a file or name was refused; nothing that is installed has changed then.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from geo.boundaries import installed
from geo.boundaries.boundary_set import BoundarySet, read
from geo.districts import gazetteer
from geo.districts import newer as newer_districts
from geo.districts.boundary_folder import BoundaryError, folder, installed_names, path_of
from geo.inspection import hdx
from geo.inspection.findings import listing
from geo.inspection.inspection import Inspection, boundary_set, inspect

FINE, FINDINGS, REFUSED = 0, 1, 2
DOWNLOAD = "cod-ab"


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add ``boundaries`` with its commands; each sets ``func``, which returns the exit code."""
    parser = subparsers.add_parser(
        "boundaries", help="install, check and choose the outlines of districts"
    )
    parser.set_defaults(func=_run)
    commands = parser.add_subparsers(dest="boundaries_command", required=True)
    added = {}
    for name, (command, words) in COMMANDS.items():
        added[name] = commands.add_parser(name, help=words)
        added[name].set_defaults(command=command)
    added["install"].add_argument(
        "file",
        help=f"zipped shapefile, GeoPackage, GeoJSON or TopoJSON; {DOWNLOAD!r} downloads OCHA's",
    )
    added["check"].add_argument("file", type=Path)
    for name in ("install", "check"):
        layer = "the layer of districts, where a file has several"
        added[name].add_argument("--layer", help=layer)
    for option, words in (
        ("--title", "as the map shows it; else what the file says"),
        ("--vintage", "of which year it is; else what the file says"),
        ("--attribution", "whose it is; else what the file says"),
        ("--site", f"address to download from (default {hdx.SITE})"),
    ):
        added["install"].add_argument(option, help=words)
    called = f"what to call it ({DOWNLOAD} for OCHA's COD-AB; another set needs one of its own)"
    added["install"].add_argument("--name", help=called)
    added["install"].add_argument(
        "--by-name",
        action="store_true",
        help="install a file without P-codes by the names of its districts, as `check` lists them",
    )
    added["install"].add_argument(
        "--incomplete",
        action="store_true",
        help="install it though districts are missing; it does not come into use by itself",
    )
    added["use"].add_argument("name")
    endings = "ends in .geojson, .gpkg or .topojson"
    added["export"].add_argument("file", type=Path, help=endings)


def _run(args: argparse.Namespace) -> int:
    """Run a command; say what was refused as one plain line, without a traceback."""
    try:
        return int(args.command(args))
    except BoundaryError as error:
        print(f"Refused: {error}", file=sys.stderr)
        return REFUSED


def _install(args: argparse.Namespace) -> int:
    if args.name is not None:
        installed.check_name(args.name)
    path = Path(args.file)
    if args.file == DOWNLOAD and not path.exists():
        resource = hdx.find(args.site)
        print(f"Downloading {resource.name} ...")
        path = hdx.download(resource, folder() / "downloads", _progress())
        print(f"Downloaded to {path}.")
    inspection = _inspected(path, args.layer)
    if inspection.matches and not args.by_name:
        raise BoundaryError(
            "It has no P-codes. Its districts were found by name, as listed above. Look through "
            "the list; --by-name installs it so."
        )
    made = _made(inspection, _words(args, inspection))
    _check_source(made)
    missing = set(gazetteer.vintage_names()) - set(made.districts["adm2_pcode"])
    if not missing:
        installed.install(made)
        _say_in_use(made)
        return FINE
    listed = len(gazetteer.vintage_names())
    said = f"{len(missing)} of the {listed} districts of the list are not in it"
    if not args.incomplete:
        raise BoundaryError(f"{said}. --incomplete installs it, and leaves in use what is.")
    if made.name == installed.in_use().name:
        raise BoundaryError(f"{said}, and {made.name} is in use. Give it another --name.")
    installed.install(made, in_use=False)
    print(f"Installed as {made.name}, and not in use: {said}. `use {made.name}` chooses it.")
    return FINDINGS


def _check(args: argparse.Namespace) -> int:
    inspection = _inspected(args.file, args.layer)
    made = _made(inspection, {"name": "check"})
    print(f"{len(made.districts)} districts would be drawn: {made.title}.")
    return FINE if inspection.clean and not inspection.matches else FINDINGS


def _list(_args: argparse.Namespace) -> int:
    sets = installed.available()
    for one in sets:
        mark = "*" if one.in_use else " "
        what = one.damage or f"{one.title} ({one.vintage}), {one.districts} districts"
        print(f"{mark} {one.name:<16} {what}")
    for note in installed.in_use().notes:
        print(note)
    return FINDINGS if any(one.damage is not None for one in sets) else FINE


def _use(args: argparse.Namespace) -> int:
    _say_in_use(installed.use(args.name))
    return FINE


def _export(args: argparse.Namespace) -> int:
    shown = installed.export(args.file)
    print(f"Wrote {len(shown.districts)} districts to {args.file}: {shown.title}.")
    print(shown.attribution)
    return FINE


COMMANDS = {
    "install": (_install, "check a file, install it and use it"),
    "check": (_check, "say what is wrong with a file; installs nothing"),
    "list": (_list, "list the sets that can be used"),
    "use": (_use, "choose a set that is installed, or 'embedded'"),
    "export": (_export, "write the set in use to a file"),
}


def _progress() -> hdx.Progress:
    """Write how far a download is: over the same line for somebody who watches, else by tenths."""
    watched, last = sys.stderr.isatty(), -1

    def show(here: int, whole: int | None) -> None:
        nonlocal last
        tenth = here * 10 // whole if whole else here // 10_000_000
        if not watched and tenth == last:
            return
        last = tenth
        share = f" of {whole / 1e6:.1f} MB ({here / whole:.0%})" if whole else " MB"
        line = f"{here / 1e6:.1f}{share}"
        print(f"\r{line}   " if watched else line, end="" if watched else "\n", file=sys.stderr)

    return show


def _inspected(path: Path, layer: str | None) -> Inspection:
    """Inspect a file, and say what was found on the way."""
    inspection = inspect(path, layer)
    if inspection.layer:
        day = inspection.valid_on
        print(f"Layer {inspection.layer}, {f'valid on {day}' if day else 'no date of validity'}.")
    for match in inspection.matches:
        print(match)
    for note in inspection.notes:
        print(note)
    return inspection


def _made(inspection: Inspection, words: dict[str, Any]) -> BoundarySet:
    made, simplification = boundary_set(inspection, **words)
    print(simplification)
    return made


def _words(args: argparse.Namespace, inspection: Inspection) -> dict[str, Any]:
    """Return what is to be said of a set: its own name and credit, unless it is OCHA's.

    Raises
    ------
    BoundaryError
        If another set is given no name or credit.
    """
    words = {word: getattr(args, word) for word in ("name", "title", "vintage", "attribution")}
    if inspection.refused is None and not inspection.cod:
        missing = [f"--{word}" for word in ("name", "attribution") if not words[word]]
        if missing:
            raise BoundaryError(
                f"It is not OCHA's COD-AB: say what it is called and whose it is, with "
                f"{' and '.join(missing)}."
            )
    words["name"] = words["name"] or DOWNLOAD
    return words


def _check_source(made: BoundarySet) -> None:
    """Refuse a set that would take the place of one of another source; a damaged one may go."""
    if made.name not in installed_names():
        return
    try:
        before = read(path_of(made.name)).attribution
    except BoundaryError:
        return
    if before != made.attribution:
        raise BoundaryError(
            f"A set called {made.name} is installed, of another source: {before.rstrip('.')}. "
            "Give this one another --name."
        )


def _say_in_use(shown: BoundarySet) -> None:
    print(f"In use: {shown.title} ({shown.vintage}). {shown.attribution}")
    print("The dashboard shows it from its next page on; reload a page that is open.")
    newer = newer_districts.drawn()
    if {one.adm2_pcode for one in newer} != set(gazetteer.names()) - set(gazetteer.vintage_names()):
        names = listing(f"{one.name} ({one.adm2_pcode})" for one in newer) or "none"
        print(f"Start it again so that the list changes too. Newer districts of this set: {names}.")
