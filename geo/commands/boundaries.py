"""The commands ``boundaries install``, ``check``, ``list``, ``use`` and ``export``.

They end with 0 where all is well, 1 where a check found something that somebody should look
at, and 2 where a file or name was refused; nothing that is installed has changed then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from geo.boundaries import installed
from geo.boundaries.boundary_set import BoundarySet
from geo.districts import gazetteer
from geo.districts import newer as newer_districts
from geo.districts.boundary_folder import BoundaryError, folder
from geo.inspection import hdx
from geo.inspection.findings import Finding, listing
from geo.inspection.inspection import Inspection, boundary_set, inspect

FINE, FINDINGS, REFUSED = 0, 1, 2
DOWNLOAD = "cod-ab"
Command = Callable[[argparse.Namespace], int]


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add ``boundaries`` with its commands; each sets ``func``, which returns the exit code."""
    parser = subparsers.add_parser(
        "boundaries", help="install, check and choose the outlines of districts"
    )
    commands = parser.add_subparsers(dest="boundaries_command", required=True)
    _add_install(commands)
    check = commands.add_parser("check", help="say what is wrong with a file; installs nothing")
    check.add_argument("file", type=Path)
    check.add_argument("--layer", help="the layer of districts, where a file has several")
    check.set_defaults(func=_guarded(_check))
    listing = commands.add_parser("list", help="list the sets that can be used")
    listing.set_defaults(func=_guarded(_list))
    use = commands.add_parser("use", help="choose a set that is installed, or 'embedded'")
    use.add_argument("name")
    use.set_defaults(func=_guarded(_use))
    export = commands.add_parser("export", help="write the set in use to a file")
    export.add_argument("file", type=Path, help="ends in .geojson, .gpkg or .topojson")
    export.set_defaults(func=_guarded(_export))


def _add_install(commands: argparse._SubParsersAction) -> None:
    install = commands.add_parser("install", help="check a file, install it and use it")
    install.add_argument(
        "file", help=f"zipped shapefile, GeoPackage or GeoJSON; {DOWNLOAD!r} downloads OCHA's"
    )
    install.add_argument("--name", default=DOWNLOAD, help=f"what to call it (default {DOWNLOAD})")
    install.add_argument("--layer", help="the layer of districts, where a file has several")
    install.add_argument("--title", help="as the map shows it; else what the file says")
    install.add_argument("--vintage", help="of which year it is; else what the file says")
    install.add_argument("--attribution", help="whose it is; else what the file says")
    install.add_argument("--site", help=f"address to download from (default {hdx.SITE})")
    install.set_defaults(func=_guarded(_install))


def _guarded(command: Command) -> Command:
    """Say what was refused as one plain line, without a traceback."""

    def run(args: argparse.Namespace) -> int:
        try:
            return command(args)
        except BoundaryError as error:
            print(f"Refused: {error}", file=sys.stderr)
            return REFUSED

    return run


def _install(args: argparse.Namespace) -> int:
    installed.check_name(args.name)
    path = Path(args.file)
    if args.file == DOWNLOAD and not path.exists():
        path = _downloaded(args.site)
    inspection = inspect(path, args.layer)
    _say(inspection)
    made, simplification = boundary_set(
        inspection,
        name=args.name,
        title=args.title,
        vintage=args.vintage,
        attribution=args.attribution,
    )
    installed.install(made)
    _tell(simplification)
    _in_use(made)
    return FINE


def _check(args: argparse.Namespace) -> int:
    inspection = inspect(args.file, args.layer)
    _say(inspection)
    made, simplification = boundary_set(inspection, name="check")
    _tell(simplification)
    print(f"{len(made.districts)} districts would be drawn: {made.title}.")
    return FINE if inspection.clean else FINDINGS


def _list(_args: argparse.Namespace) -> int:
    damaged = False
    for one in installed.available():
        damaged |= one.damage is not None
        mark = "*" if one.in_use else " "
        what = one.damage or f"{one.title} ({one.vintage}), {one.districts} districts"
        print(f"{mark} {one.name:<16} {what}")
    for note in installed.in_use().notes:
        print(note)
    return FINDINGS if damaged else FINE


def _use(args: argparse.Namespace) -> int:
    _in_use(installed.use(args.name))
    return FINE


def _export(args: argparse.Namespace) -> int:
    shown = installed.export(args.file)
    print(f"Wrote {len(shown.districts)} districts to {args.file}: {shown.title}.")
    print(shown.attribution)
    return FINE


def _downloaded(site: str | None) -> Path:
    resource = hdx.find(site)
    print(f"Downloading {resource.name} ...")
    path = hdx.download(resource, folder() / "downloads", _progress())
    print(f"Downloaded to {path}.")
    return path


def _progress() -> hdx.Progress:
    """Write how far a download is: over the same line for somebody who watches, else by tenths."""
    watched, told = sys.stderr.isatty(), -1

    def show(here: int, whole: int | None) -> None:
        nonlocal told
        tenth = here * 10 // whole if whole else here // 10_000_000
        if not watched and tenth == told:
            return
        told = tenth
        share = f" of {whole / 1e6:.1f} MB ({here / whole:.0%})" if whole else " MB"
        line = f"{here / 1e6:.1f}{share}"
        print(f"\r{line}   " if watched else line, end="" if watched else "\n", file=sys.stderr)

    return show


def _say(inspection: Inspection) -> None:
    if inspection.layer:
        day = inspection.valid_on
        print(f"Layer {inspection.layer}, {f'valid on {day}' if day else 'no date of validity'}.")
    for note in inspection.notes:
        _tell(note)


def _tell(finding: Finding) -> None:
    print(f"{finding.kind}: {finding.words}")


def _in_use(shown: BoundarySet) -> None:
    print(f"In use: {shown.title} ({shown.vintage}). {shown.attribution}")
    print("The dashboard shows it from its next page on; reload a page that is open.")
    newer = newer_districts.drawn()
    if {one.adm2_pcode for one in newer} != set(gazetteer.names()) - set(gazetteer.vintage_names()):
        names = listing(f"{one.name} ({one.adm2_pcode})" for one in newer) or "none"
        print(f"Start it again so that the list changes too. Newer districts of this set: {names}.")
