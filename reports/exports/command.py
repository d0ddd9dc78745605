"""The commands ``deck``, ``brief``, ``map``, ``html``, ``workbook`` and ``districts``.

Each writes one file of a view. They end with 0 where it is written, and 2 where something was
refused; a file that was there before is then as it was, and nothing is half-written.
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.figures.coverage import coverage
from data.figures.selection import Selection, choices, programme_months
from data.planning.request import MOST_VENUES
from data.planning.settings import USUAL_REQUEST, Aims
from data.records.model import Records, in_words
from data.records.public_edition import as_shown, smallest_group
from data.store.errors import StoreError
from data.store.shipped import from_folder, illustrative, published
from data.store.store import open_store
from geo.boundaries import installed
from geo.districts import gazetteer
from geo.districts.boundary_folder import BoundaryError
from reports.exports.files import FILES, ReportFile, View, endings, nothing_in, report_file
from reports.measures.measures import MEASURES
from reports.story.wording import Wording, wording_from_json

FINE, REFUSED = 0, 2
HELP = {
    "deck": "slides for PowerPoint",
    "brief": "two pages of A4 as PDF",
    "map": "the map as a sheet: PDF, PNG or SVG",
    "html": "the interactive map as one file, for no network",
    "workbook": "the figures as an Excel workbook",
    "districts": "the districts with figures: GeoPackage or GeoJSON",
}
STORE_VARIABLE, PUBLIC_VARIABLE = "DATABASE_URL", "TRAINING_PUBLIC"
ILLUSTRATIVE, PUBLISHED, STORED = "illustrative", "published", "stored"
#: The options that hold values of a filter, and the filter of ``data.figures.selection.choices``.
FILTERS = {"provinces": "province", "agencies": "agency", "donors": "donor", "levels": "level"}
#: How many of the values that a filter can take are named in a message.
MOST_NAMED = 12


class ChoiceError(ValueError):
    """What was asked for is not there; the text says what is, in a sentence."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose records and view."""
    parser.add_argument(
        "--records",
        default=STORED,
        metavar="SET",
        help=f"{ILLUSTRATIVE}, {PUBLISHED}, {STORED}, or a folder with trainings.csv and "
        "attendance.csv (default %(default)s)",
    )
    parser.add_argument(
        "--store",
        default=os.environ.get(STORE_VARIABLE),
        metavar="ADDRESS",
        help=f"where the stored records are (default {STORE_VARIABLE}, else a file of this folder)",
    )
    for name, words in (("--as-of", "trainings up to this day"), ("--since", "and from this day")):
        parser.add_argument(name, type=_day, metavar="DATE", help=f"{words}, such as 2023-09-25")
    for key, one in FILTERS.items():
        parser.add_argument(
            f"--{one}", action="append", default=[], dest=key, metavar="NAME",
            help=f"only this {one}; may be given several times",
        )  # fmt: skip
    parser.add_argument(
        "--measure", choices=[one.key for one in MEASURES], default=MEASURES[0].key,
        help="what the map shows (default %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--trainings", type=_trainings, metavar="N", default=USUAL_REQUEST.n_venues,
        help=f"how many trainings are planned next, 1 to {MOST_VENUES} (default %(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--km", type=_km, metavar="R", default=USUAL_REQUEST.radius,
        help="how far their participants may live, in km by road (default %(default)g)",
    )  # fmt: skip
    parser.add_argument(
        "--public",
        default=os.environ.get(PUBLIC_VARIABLE, ""),
        metavar="K",
        help=f"a public edition, in groups of at least K people (default {PUBLIC_VARIABLE})",
    )
    parser.add_argument(
        "--template", type=Path, metavar="FILE", help="a PowerPoint file whose look the deck takes"
    )


def chosen_view(options: argparse.Namespace, today: date) -> View:
    """Return the view that the options choose.

    Raises
    ------
    ChoiceError
        If a value of a filter, a date or the template is of no use.
    OSError, ValueError, StoreError
        If the records cannot be read.
    """
    k, template, wording = smallest_group(options.public, "--public"), None, Wording()
    if options.template is not None:
        try:
            template = options.template.read_bytes()
        except OSError as fault:
            raise ChoiceError(f"--template {options.template}: {fault.strerror}.") from fault
    records = as_shown(_records(options, today), k, today)
    figures = coverage(records, _selection(options, records))
    if options.records == STORED and not k:
        kept = open_store(options.store).setting(f"wording:{STORED}")
        wording = wording_from_json(kept) if kept else wording
    return View(
        figures,
        installed.in_use(),
        options.measure,
        wording=wording,
        aims=Aims(request=replace(USUAL_REQUEST, n_venues=options.trainings, radius=options.km)),
        template=template,
    )


def _records(options: argparse.Namespace, today: date) -> Records:
    shipped = {ILLUSTRATIVE: illustrative, PUBLISHED: published}
    if options.records in shipped:
        return shipped[options.records]()
    if options.records != STORED:
        folder = Path(options.records)
        if not folder.is_dir():
            raise ChoiceError(
                f"--records {folder}: no such folder. Say {ILLUSTRATIVE}, {PUBLISHED}, {STORED}, "
                "or a folder with trainings.csv and attendance.csv."
            )
        return from_folder(folder)
    store = open_store(options.store)
    records = store.records(today)
    if fault := store.clock_fault(today):
        print(f"Warning: {fault}", file=sys.stderr)
    if records.trainings.empty:
        raise ChoiceError(
            "No records are stored yet. Take some in with “python -m data import FILE”, or say "
            f"--records {ILLUSTRATIVE}, {PUBLISHED} or a folder."
        )
    return records


def _selection(options: argparse.Namespace, records: Records) -> Selection:
    first, last = programme_months(records)[0], records.as_of
    as_of = options.as_of or last
    if not first <= as_of <= last:
        raise ChoiceError(
            f"--as-of {as_of}: these records are of {in_words(first)} to {in_words(last)}."
        )
    if options.since and options.since > as_of:
        raise ChoiceError(f"--since {options.since} is after the as-of date, {as_of}.")
    offered = choices(records)
    provinces = {name: pcode for pcode, name in gazetteer.provinces().items()}
    named = [provinces.get(value, value) for value in options.provinces]
    given = {key: getattr(options, key) for key in FILTERS} | {"provinces": named}
    known = {
        key: _known(one, given[key], offered[one], provinces if key == "provinces" else None)
        for key, one in FILTERS.items()
    }
    return Selection(as_of=as_of, since=options.since, **known)


def _known(
    one: str, given: list[str], offered: tuple[str, ...], names: Iterable[str] | None
) -> tuple[str, ...]:
    for value in given:
        if value not in offered:
            listed = [name or "(blank)" for name in names or offered]
            more = "" if len(listed) <= MOST_NAMED else ", \u2026"
            raise ChoiceError(
                f"--{one} {value!r}: these records have {', '.join(listed[:MOST_NAMED])}{more}."
            )
    return tuple(value for value in offered if value in given)


def _trainings(written: str) -> int:
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= MOST_VENUES:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number from 1 to {MOST_VENUES}")
    return int(written)


def _km(written: str) -> float:
    try:
        radius = float(written)
    except ValueError:
        radius = 0.0
    if not 0 < radius < float("inf"):
        raise argparse.ArgumentTypeError(f"{written!r} is not a number of km above 0")
    return radius


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is not a day such as 2023-09-25") from None


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add a command for each kind of file; each sets ``func``, which returns the exit code."""
    for key in dict.fromkeys(one.key for one in FILES):
        kinds = endings(key)
        parser = subparsers.add_parser(key, help=HELP[key], description=f"Write {HELP[key]}.")
        parser.add_argument(
            "out", type=Path, help=f"a file that ends in .{' or .'.join(kinds)}, or a folder"
        )
        parser.add_argument(
            "--format", choices=kinds, help="for a folder, or a file with another ending"
        )
        add_options(parser)
        parser.set_defaults(func=_write, key=key)


def _file(options: argparse.Namespace) -> ReportFile:
    """Return which file is meant, by ``--format``, else by the ending of ``OUT``."""
    kinds = endings(options.key)
    ending = options.format or options.out.suffix.lower().removeprefix(".")
    if options.out.is_dir():
        ending = options.format or kinds[0]
    if ending not in kinds:
        raise ChoiceError(
            f"{options.out}: end it in .{' or .'.join(kinds)}, name a folder that is there, or "
            f"say --format {'|'.join(kinds)}."
        )
    return report_file(options.key, ending)


def _write(options: argparse.Namespace) -> int:
    """Write a file; say what was refused as one plain line, without a traceback."""
    try:
        file, folder = _file(options), options.out.is_dir()
        place = options.out if folder else options.out.parent
        if not place.is_dir():
            raise ChoiceError(f"{place}: no such folder. Make it first.")
        view = chosen_view(options, datetime.now(ZoneInfo("Asia/Karachi")).date())
        path = options.out / file.name(view) if folder else options.out
        content = file.make(view)
        write_whole(path, content)
    except OSError as fault:
        refusal = f"{fault.filename}: {fault.strerror or fault}"
    except (StoreError, BoundaryError, ValueError, RuntimeError) as fault:
        refusal = str(fault).rstrip(".")
    else:
        print(f"{path}  {len(content):,} bytes")
        if nothing := nothing_in(view):
            print(nothing, file=sys.stderr)
        return FINE
    print(f"Refused: {refusal}. Nothing was written.", file=sys.stderr)
    return REFUSED


def write_whole(path: Path, content: bytes) -> None:
    """Write a file; one that is there before stays as it is until the new one is whole.

    Raises
    ------
    OSError
        Where the folder cannot be written, the disk is full, or a device or a pipe stands in
        the place, which would be lost; nothing is left behind.
    """
    # A link is followed: the file that it names is replaced, and not the link.
    place = path.resolve()
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, "it is no file that can be replaced", str(path))
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            mask = os.umask(0)  # which can be read only by setting it
            os.umask(mask)
            # A temporary file is for its owner alone; a new one has the permissions usual here.
            mode = place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask
            Path(unfinished).chmod(mode)
            Path(unfinished).replace(place)
        except BaseException:
            with suppress(OSError):
                Path(unfinished).unlink()
            raise
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(path)) from fault
