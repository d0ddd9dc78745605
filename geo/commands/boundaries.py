"""The commands ``boundaries install``, ``check``, ``list``, ``use`` and ``export``.

They end with 0 where all is well, 1 where a check found something that somebody should look
at, and 2 where a file or name was refused; nothing that is installed has changed then.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.boundaries import installed
from geo.boundaries.boundary_set import BoundarySet, read
from geo.districts import gazetteer
from geo.districts import newer as newer_districts
from geo.districts.boundary_folder import BoundaryError, folder, installed_names, path_of
from geo.inspection import hdx
from geo.inspection.inspection import Inspection, boundary_set, inspect
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing

FINE, FINDINGS, REFUSED = 0, 1, 2
DOWNLOAD = "cod-ab"


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add ``boundaries`` with its commands; each sets ``func``, which returns the exit code."""
    parser = subparsers.add_parser(
        "boundaries", help=_("install, check and choose the outlines of districts")
    )
    parser.set_defaults(func=_run)
    commands = parser.add_subparsers(dest="boundaries_command", required=True)
    added = {}
    for name, (command, words) in COMMANDS.items():
        added[name] = commands.add_parser(name, help=words)
        added[name].set_defaults(command=command)
    kinds = _("zipped shapefile, GeoPackage, GeoJSON or TopoJSON; {name} downloads OCHA's")
    added["install"].add_argument("file", help=kinds.format(name=DOWNLOAD))
    added["check"].add_argument("file", type=Path)
    for name in ("install", "check"):
        added[name].add_argument("--layer", help=_("layer of districts, where a file has several"))
    called = _("what to call it ({name} for OCHA's COD-AB; another set needs a name of its own)")
    for option, words in (
        ("--title", _("as the map shows it; else what the file says")),
        ("--vintage", _("which year it is of; else what the file says")),
        ("--attribution", _("whose it is; else what the file says")),
        ("--site", _("address to download from (default {site})").format(site=hdx.SITE)),
        ("--name", called.format(name=DOWNLOAD)),
    ):
        added["install"].add_argument(option, help=words)
    for option, words in (
        ("--by-name", _("install a file without P-codes by its districts' names, as listed")),
        ("--redrawn", _("install it though districts lie on other land than before, as listed")),
        ("--incomplete", _("install it though districts are missing; it is not yet in use then")),
    ):
        added["install"].add_argument(option, action="store_true", help=words)
    added["use"].add_argument("name")
    words = _("ends in .geojson, .gpkg or .topojson")
    added["export"].add_argument("file", type=Path, help=words)


def _run(args: argparse.Namespace) -> int:
    """Run a command; say what was refused as one plain line, without a traceback."""
    try:
        return int(args.command(args))
    except BoundaryError as error:
        print(_("Refused: {why}").format(why=error), file=sys.stderr)
        return REFUSED


def _install(args: argparse.Namespace) -> int:
    if args.name is not None:
        installed.check_name(args.name)
    path = Path(args.file)
    downloaded = args.file == DOWNLOAD and not path.exists()
    if downloaded:
        resource = hdx.find(args.site)
        print(_("Downloading {file} …").format(file=resource.name))
        path = hdx.download(resource, folder() / "downloads", _progress())
        print(_("Downloaded to {file}.").format(file=path))
    inspection = _inspected(path, args.layer)
    _require_told(args, inspection)
    if downloaded:
        inspection = replace(inspection, cod=True)
    made = _made(inspection, _words(args, inspection))
    _check_source(made)
    missing = set(gazetteer.vintage_names()) - set(made.districts["adm2_pcode"])
    if not missing:
        installed.install(made)
        _say_in_use(made)
        return FINE
    listed = len(gazetteer.vintage_names())
    told = {"number": len(missing), "districts": listed, "name": made.name}
    if not args.incomplete:
        words = _(
            "It lacks {number} of the {districts} districts of the list. --incomplete installs "
            "it, and leaves in use what is."
        )
        raise BoundaryError(words.format(**told))
    if made.name == installed.in_use().name:
        words = _(
            "It lacks {number} of the {districts} districts of the list, and {name} is in use. "
            "Give it another --name."
        )
        raise BoundaryError(words.format(**told))
    installed.install(made, in_use=False)
    words = _(
        "Installed as {name}, but not in use: it lacks {number} of the {districts} districts of "
        "the list. Choose it with `use {name}`."
    )
    print(words.format(**told))
    return FINDINGS


def _check(args: argparse.Namespace) -> int:
    inspection = _inspected(args.file, args.layer)
    made = _made(inspection, {"name": "check"})
    number = len(made.districts)
    words = ngettext(
        "{number} district would be drawn: {title}.",
        "{number} districts would be drawn: {title}.",
        number,
    )
    print(words.format(number=number, title=made.title))
    return FINE if inspection.clean and not inspection.matches else FINDINGS


def _list(_args: argparse.Namespace) -> int:
    sets = installed.available()
    for one in sets:
        mark = "*" if one.in_use else " "
        words = ngettext(
            "{title} ({vintage}), {number} district",
            "{title} ({vintage}), {number} districts",
            one.districts,
        )
        what = words.format(title=one.title, vintage=one.vintage, number=one.districts)
        print(f"{mark} {one.name:<16} {one.damage or what}")
    for note in installed.in_use().notes:
        print(note)
    return FINDINGS if any(one.damage is not None for one in sets) else FINE


def _use(args: argparse.Namespace) -> int:
    _say_in_use(installed.use(args.name))
    return FINE


def _export(args: argparse.Namespace) -> int:
    shown = installed.export(args.file)
    number = len(shown.districts)
    words = ngettext(
        "Wrote {number} district to {file}: {title}.",
        "Wrote {number} districts to {file}: {title}.",
        number,
    )
    print(words.format(number=number, file=args.file, title=shown.title))
    print(shown.attribution)
    return FINE


COMMANDS = {
    "install": (_install, _("check a file, install it and use it")),
    "check": (_check, _("say what is wrong with a file; installs nothing")),
    "list": (_list, _("list the sets that can be used")),
    "use": (_use, _("choose a set that is installed, or embedded")),
    "export": (_export, _("write the set in use to a file")),
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
        line = _("{here:.1f} MB").format(here=here / 1e6)
        if whole:
            words = _("{here:.1f} of {whole:.1f} MB ({share:.0%})")
            line = words.format(here=here / 1e6, whole=whole / 1e6, share=here / whole)
        print(f"\r{line}   " if watched else line, end="" if watched else "\n", file=sys.stderr)

    return show


def _inspected(path: Path, layer: str | None) -> Inspection:
    """Inspect a file, and say what was found on the way."""
    inspection = inspect(path, layer)
    if inspection.layer:
        words = _("Layer {layer}, no date of validity.")
        if inspection.valid_on:
            words = _("Layer {layer}, valid on {day}.")
        print(words.format(layer=inspection.layer, day=inspection.valid_on))
    for match in inspection.matches:
        print(match)
    for note in inspection.notes:
        print(note.words)
    return inspection


def _require_told(args: argparse.Namespace, inspection: Inspection) -> None:
    """Refuse what only somebody who has looked at it can know, unless an option tells it."""
    if inspection.matches and not args.by_name:
        raise BoundaryError(
            _(
                "It has no P-codes. Its districts were found by name, as listed above. Look "
                "through the list; --by-name installs it so."
            )
        )
    if inspection.on_other_land and not args.redrawn:
        raise BoundaryError(
            _(
                "Districts lie on other land than in the embedded outlines, as listed above. "
                "Correct their P-codes or names in the file; if they were redrawn, --redrawn "
                "installs it so."
            )
        )


def _made(inspection: Inspection, words: dict[str, Any]) -> BoundarySet:
    made, simplification = boundary_set(inspection, **words)
    print(simplification.words)
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
            told = _(
                "Nothing shows that it is OCHA's COD-AB, which has P-codes of three levels, a day "
                "of validity and OCHA's outlines: say what it is called and whose it is, with "
                "{options}."
            )
            raise BoundaryError(told.format(options=_(" and ").join(missing)))
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
        words = _(
            "A set called {name} is installed, of another source: {source}. Give this one another "
            "--name."
        )
        raise BoundaryError(words.format(name=made.name, source=before.rstrip(".")))


def _say_in_use(shown: BoundarySet) -> None:
    words = _("In use: {title} ({vintage}). {attribution}")
    print(words.format_map(vars(shown)))
    print(_("The dashboard shows it from the next page on. Reload pages that are open."))
    newer = newer_districts.drawn()
    if {one.adm2_pcode for one in newer} != set(gazetteer.names()) - set(gazetteer.vintage_names()):
        names = listing(f"{one.name} ({one.adm2_pcode})" for one in newer) or _("none")
        words = _(
            "Restart the dashboard to change its list of districts too. Newer districts of this "
            "set: {names}."
        )
        print(words.format(names=names))
