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

from data.records.calendar.dates import today
from data.records.errors import Refusal
from data.records.whole_file import require_writable, write_whole
from data.store.address import require_apart
from geo.districts.boundary_folder import BoundaryError
from geo.words.catalogue import _
from reports.exports import mail
from reports.exports.files import FILES, ReportFile, View, endings, nothing_in, report_file
from reports.exports.options import ChoiceError, add_options, chosen_view

FINE, REFUSED = 0, 2
HELP = {
    "deck": _("write slides for PowerPoint"),
    "brief": _("write the brief: two pages of A4 as PDF"),
    "map": _("write the map as a sheet: PDF, PNG or SVG"),
    "html": _("write the interactive map as one file that needs no network"),
    "workbook": _("write the figures as an Excel workbook"),
    "districts": _("write the districts with their figures: GeoPackage or GeoJSON"),
}


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add a command for each kind of file; each sets ``func``, which returns the exit code."""
    for key in dict.fromkeys(one.key for one in FILES):
        kinds = endings(key)
        parser = subparsers.add_parser(key, help=HELP[key], description=HELP[key])
        words = _("a file that ends in {endings}, or a folder").format(endings=_either(kinds))
        parser.add_argument("out", type=Path, help=words)
        words = _("for a folder, or a file with another ending")
        parser.add_argument("--format", choices=kinds, help=words)
        add_options(parser)
        parser.set_defaults(func=lambda options: _said(options, _write), key=key)
    words = _("send the brief by mail, with a link to the live view")
    parser = subparsers.add_parser("send", help=words, description=words)
    words = _("who gets the message")
    parser.add_argument("--to", nargs="+", required=True, metavar="ADDRESS", help=words)
    add_options(parser)
    parser.set_defaults(func=lambda options: _said(options, _send), key="brief")


def _either(kinds: tuple[str, ...]) -> str:
    """Return endings as a sentence has them: ``.pdf or .png``."""
    return _(" or ").join(f".{kind}" for kind in kinds)


def _file(options: argparse.Namespace) -> ReportFile:
    """Return which file is meant, by ``--format``, else by the ending of ``OUT``."""
    kinds = endings(options.key)
    ending = options.format or options.out.suffix.lower().removeprefix(".")
    if options.out.is_dir():
        ending = options.format or kinds[0]
    if ending not in kinds:
        words = _(
            "{file}: end it in {endings}, name a folder that exists, or say --format {formats}."
        )
        raise ChoiceError(
            words.format(file=options.out, endings=_either(kinds), formats="|".join(kinds))
        )
    return report_file(options.key, ending)


def _said(options: argparse.Namespace, done: Callable[[argparse.Namespace, date], int]) -> int:
    """Do something, and return its exit code; what was refused is said in a plain line."""
    try:
        return done(options, today())
    except OSError as fault:
        refusal = f"{fault.filename}: {fault.strerror or fault}" if fault.filename else str(fault)
    except (Refusal, BoundaryError, ValueError, RuntimeError) as fault:
        refusal = str(fault).rstrip(".")
    words = _("Refused: {why}. Nothing was written.")
    if done is _send:
        words = _("Refused: {why}. Nothing was sent.")
    print(words.format(why=refusal), file=sys.stderr)
    return REFUSED


def _write(options: argparse.Namespace, today: date) -> int:
    file, folder = _file(options), options.out.is_dir()
    # What cannot be written is not made: a folder's file has its name only with its view.
    require_writable(options.out / "." / "unnamed" if folder else options.out)
    view = chosen_view(options, today)
    path = options.out / file.name(view) if folder else options.out
    require_writable(path)
    require_apart(options.store, path)
    content = file.make(view)
    write_whole(path, content)
    print(_("{file}  {size:,} bytes").format(file=path, size=len(content)))
    _say_nothing_in(view)
    return FINE


def _send(options: argparse.Namespace, today: date) -> int:
    server, receivers = mail.server_of(os.environ), mail.addresses(options.to)
    view = chosen_view(options, today)
    refused = mail.send(server, mail.message(view, server.sender, receivers))
    taken = ", ".join(one for one in receivers if one not in refused)
    print(_("Sent to {addresses}.").format(addresses=taken))
    _say_nothing_in(view)
    if refused:
        words = _("Not sent to {addresses}: the mail server refuses them.")
        print(words.format(addresses=", ".join(refused)), file=sys.stderr)
    return REFUSED if refused else FINE


def _say_nothing_in(view: View) -> None:
    if nothing := nothing_in(view):
        print(nothing, file=sys.stderr)
