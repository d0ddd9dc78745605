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
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.store.errors import StoreError
from geo.districts.boundary_folder import BoundaryError
from reports.exports.files import FILES, ReportFile, endings, nothing_in, report_file
from reports.exports.options import ChoiceError, add_options, chosen_view

FINE, REFUSED = 0, 2
HELP = {
    "deck": "slides for PowerPoint",
    "brief": "two pages of A4 as PDF",
    "map": "the map as a sheet: PDF, PNG or SVG",
    "html": "the interactive map as one file, for no network",
    "workbook": "the figures as an Excel workbook",
    "districts": "the districts with figures: GeoPackage or GeoJSON",
}


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
