"""The commands ``deck``, ``brief``, ``map``, ``html``, ``workbook``, ``districts`` and ``send``.

Each writes one file of a view, or sends it. They end with 0 where that is done, and 2 where
something was refused; a file that was there before is then as it was, and nothing is half-written.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data.records.dates import today
from data.records.errors import Refusal
from geo.districts.boundary_folder import BoundaryError
from reports.exports import mail
from reports.exports.files import FILES, ReportFile, endings, nothing_in, report_file
from reports.exports.options import ChoiceError, add_options, chosen_view
from reports.exports.whole_file import require_writable, write_whole

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
        parser.set_defaults(func=lambda options: _said(options, _write), key=key)
    words = "the brief by mail, with a link to the live view"
    parser = subparsers.add_parser("send", help=words, description=f"Send {words}.")
    parser.add_argument(
        "--to", nargs="+", required=True, metavar="ADDRESS", help="who gets the message"
    )
    add_options(parser)
    parser.set_defaults(func=lambda options: _said(options, _send), key="brief")


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


def _said(options: argparse.Namespace, done: Callable[[argparse.Namespace, date], None]) -> int:
    """Do something; say what was refused as one plain line, without a traceback."""
    try:
        done(options, today())
    except OSError as fault:
        refusal = f"{fault.filename}: {fault.strerror or fault}" if fault.filename else str(fault)
    except (Refusal, BoundaryError, ValueError, RuntimeError) as fault:
        refusal = str(fault).rstrip(".")
    else:
        return FINE
    print(f"Refused: {refusal}. Nothing was {'sent' if done is _send else 'written'}.",
          file=sys.stderr)  # fmt: skip
    return REFUSED


def _write(options: argparse.Namespace, today: date) -> None:
    file, folder = _file(options), options.out.is_dir()
    # What cannot be written is not made: a folder's file has its name only with its view.
    require_writable(options.out / "." / "unnamed" if folder else options.out)
    view = chosen_view(options, today)
    path = options.out / file.name(view) if folder else options.out
    require_writable(path)
    content = file.make(view)
    write_whole(path, content)
    print(f"{path}  {len(content):,} bytes")
    if nothing := nothing_in(view):
        print(nothing, file=sys.stderr)


def _send(options: argparse.Namespace, today: date) -> None:
    server, receivers = mail.server_of(os.environ), mail.addresses(options.to)
    view = chosen_view(options, today)
    mail.send(server, mail.message(view, server.sender, receivers))
    print(f"Sent to {', '.join(receivers)}.")
    if nothing := nothing_in(view):
        print(nothing, file=sys.stderr)
