"""The options of the commands, and the view that they choose."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.figures.coverage import coverage
from data.figures.selection import Selection, choices, programme_months
from data.planning.request import MOST_VENUES
from data.planning.settings import USUAL_REQUEST, Aims
from data.records.model import Records, in_words
from data.records.public_edition import PUBLIC_VARIABLE, as_shown, smallest_group
from data.store.errors import STORE_VARIABLE
from data.store.shipped import from_folder, illustrative, published
from data.store.store import open_store
from geo.boundaries import installed
from geo.districts import gazetteer
from geo.names.other_places import read_province
from reports.exports.files import OF_A_MEASURE, View
from reports.imprint.imprint import LONGEST, Imprint, filled, imprint_from_json, imprint_of
from reports.imprint.logo import logo_file
from reports.measures.measures import MEASURES
from reports.story.wording import Wording, wording_from_json

ADDRESS_VARIABLE = "TRAINING_ADDRESS"
ILLUSTRATIVE, PUBLISHED, STORED = "illustrative", "published", "stored"
#: The options that hold values of a filter, and the filter of ``data.figures.selection.choices``.
FILTERS = {"provinces": "province", "agencies": "agency", "donors": "donor", "levels": "level"}
#: What each text of an imprint is.
IMPRINT_HELP = {
    "title": "the title of the file, in place of its usual one",
    "source": "the source to be named, in place of that of the records",
    "contact": "whom to ask, such as an office and its address",
    "address": f"where the dashboard runs; files link to their view (default {ADDRESS_VARIABLE})",
}
#: How many of the values that a filter can take are named in a message.
MOST_NAMED = 12


class ChoiceError(ValueError):
    """What was asked for is not there; the text says what is, in a sentence."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose records and view, and those of the imprint."""
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
        "--measure", choices=[one.key for one in MEASURES],
        help=f"what the map shows, of {' and '.join(OF_A_MEASURE)} (default {MEASURES[0].key})",
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
    _add_imprint(parser)


def _add_imprint(parser: argparse.ArgumentParser) -> None:
    """Add what a file says of who hands it over."""
    for name, words in IMPRINT_HELP.items():
        usual = os.environ.get(ADDRESS_VARIABLE, "") if name == "address" else ""
        parser.add_argument(f"--{name}", default=usual, metavar="WORDS", help=words)
    parser.add_argument(
        "--logo", type=Path, metavar="FILE", help="a logo for the file: PNG, JPEG or SVG"
    )


def chosen_view(options: argparse.Namespace, today: date) -> View:
    """Return the view that the options choose.

    Raises
    ------
    ChoiceError
        If a value of a filter, a date, the measure or the template is of no use.
    OSError, ValueError, StoreError
        If the records, the template or the logo cannot be read.
    """
    _require_effect(options)
    k, template, wording = smallest_group(options.public, "--public"), None, Wording()
    kept = Imprint()
    if options.template is not None:
        try:
            template = options.template.read_bytes()
        except OSError as fault:
            raise ChoiceError(f"--template {options.template}: {fault.strerror}.") from fault
    given = _imprint(options)
    records = as_shown(_records(options, today), k, today)
    figures = coverage(records, _selection(options, records, today))
    if options.records == STORED and not k:
        store = open_store(options.store)
        if words := store.setting(f"wording:{STORED}"):
            wording = wording_from_json(words)
        if words := store.setting(f"imprint:{STORED}"):
            kept = imprint_from_json(words)
    return View(
        figures,
        installed.in_use(),
        options.measure or MEASURES[0].key,
        wording=wording,
        aims=Aims(request=replace(USUAL_REQUEST, n_venues=options.trainings, radius=options.km)),
        template=template,
        imprint=replace(filled(kept, given), made_on=today),
    )


def _require_effect(options: argparse.Namespace) -> None:
    """Refuse an option that would change nothing in the file, before anything is read."""
    if options.measure and options.key not in OF_A_MEASURE:
        raise ChoiceError(
            f"--measure changes nothing in a {options.key}, whose maps show the coverage status. "
            f"Leave it out, or make a {' or '.join(OF_A_MEASURE)}."
        )
    if options.template and options.key != "deck":
        raise ChoiceError(
            f"--template {options.template} is for a deck, and not for a {options.key}."
        )


def _imprint(options: argparse.Namespace) -> Imprint:
    logo = None
    if options.logo is not None:
        try:
            logo = logo_file(options.logo)
        except OSError as fault:
            raise ChoiceError(f"--logo {options.logo}: {fault.strerror}.") from fault
    texts = {name: getattr(options, name) for name in LONGEST}
    return replace(imprint_of(texts), logo=logo)


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
        return from_folder(folder, today)
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


def _selection(options: argparse.Namespace, records: Records, today: date) -> Selection:
    first, last = programme_months(records)[0], records.as_of
    as_of = options.as_of or last
    # Up to today nothing more may have happened than is on record; later nobody can know.
    if not first <= as_of <= max(last, today):
        raise ChoiceError(
            f"--as-of {as_of}: these records are of {in_words(first)} to {in_words(last)}. Choose "
            f"a day from {in_words(first)} up to today."
        )
    if options.since and options.since > as_of:
        raise ChoiceError(f"--since {options.since} is after the as-of date, {as_of}.")
    offered = choices(records)
    known = {key: _known(one, getattr(options, key), offered[one]) for key, one in FILTERS.items()}
    return Selection(as_of=as_of, since=options.since, **known)


def _known(one: str, given: list[str], offered: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values of a filter that are asked for, whatever their capitals."""
    names = gazetteer.provinces() if one == "province" else {value: value for value in offered}
    by_name = {names[value].casefold(): value for value in offered}
    chosen = set()
    for value in given:
        found = value if value in offered else by_name.get(value.strip().casefold())
        if found is None:
            listed = [names[value] or "(blank)" for value in offered]
            more = "" if len(listed) <= MOST_NAMED else ", \u2026"
            raise ChoiceError(
                f"--{one} {value!r}: {_meant(one, value, listed)}these records have "
                f"{', '.join(listed[:MOST_NAMED])}{more}."
            )
        chosen.add(found)
    return tuple(value for value in offered if value in chosen)


def _meant(one: str, written: str, listed: list[str]) -> str:
    """Return the question which value was meant; blank where none is like it."""
    likely = []
    if one == "province":
        provinces = gazetteer.provinces()
        likely = [provinces[code] for code in sorted(read_province(written).codes)]
    likely = [name for name in likely if name in listed]
    likely = likely or difflib.get_close_matches(written, listed, n=2, cutoff=0.6)
    return f"do you mean {' or '.join(f'“{name}”' for name in likely)}? Else " if likely else ""


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
