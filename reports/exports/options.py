"""What the command line chooses: the records, and the view of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.figures.coverage import coverage
from data.figures.selection import Selection, choices, programme_months
from data.planning.request import MOST_VENUES
from data.planning.settings import USUAL_REQUEST, Aims
from data.records.model import Records, in_words
from data.records.public_edition import as_shown, smallest_group
from data.store.shipped import from_folder, illustrative, published
from data.store.store import open_store
from geo.boundaries import installed
from geo.districts import gazetteer
from reports.exports.files import View
from reports.measures.measures import MEASURES
from reports.story.wording import Wording, wording_from_json

STORE_VARIABLE, PUBLIC_VARIABLE = "DATABASE_URL", "TRAINING_PUBLIC"
ILLUSTRATIVE, PUBLISHED, STORED = "illustrative", "published", "stored"
#: The options that hold values of a filter, and the filter of ``data.selection.choices``.
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
