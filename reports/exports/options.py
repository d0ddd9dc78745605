"""The options of the commands, and the view that they choose."""

from __future__ import annotations

import argparse
import difflib
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.commands.arguments import STORED, add_records, chosen_records
from data.figures.coverage import coverage
from data.figures.selection import Selection, choices, programme_months
from data.planning.request import MOST_VENUES
from data.planning.settings import USUAL_REQUEST, Aims
from data.records.model import Records, in_words
from data.records.public_edition import PUBLIC_VARIABLE, as_shown, smallest_group
from data.store.address import open_store
from geo.boundaries import installed
from geo.districts import gazetteer
from geo.names.other_places import read_province
from geo.words.catalogue import _
from reports.exports.files import OF_A_MEASURE, View
from reports.imprint.imprint import LONGEST, Imprint, filled, imprint_from_json, imprint_of
from reports.imprint.logo import logo_file
from reports.measures.measures import MEASURES
from reports.story.wording import Wording, wording_from_json

ADDRESS_VARIABLE = "TRAINING_ADDRESS"
#: The options that hold values of a filter, and the filter of ``data.figures.selection.choices``.
FILTERS = {"provinces": "province", "agencies": "agency", "donors": "donor", "levels": "level"}
FILTER_HELP = {
    "province": _("only this province; may be given several times"),
    "agency": _("only this agency; may be given several times"),
    "donor": _("only this donor; may be given several times"),
    "level": _("only trainings of this level; may be given several times"),
}
#: What each text of an imprint is.
IMPRINT_HELP = {
    "title": _("title of the file, in place of the usual one"),
    "source": _("source to name, in place of that of the records"),
    "contact": _("whom to ask, such as an office and its address"),
    "address": _("where the dashboard runs; files link to it (default {variable})").format(
        variable=ADDRESS_VARIABLE
    ),
}
#: How many of the values that a filter can take are named in a message.
MOST_NAMED = 12


class ChoiceError(ValueError):
    """What was asked for is not there; the text says what is, in a sentence."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose records and view, and those of the imprint."""
    add_records(parser)
    for name, words in (
        ("--as-of", _("trainings up to this day, such as 2023-09-25")),
        ("--since", _("and from this day on, such as 2023-01-01")),
    ):
        parser.add_argument(name, type=_day, metavar="DATE", help=words)
    for key, one in FILTERS.items():
        parser.add_argument(
            f"--{one}", action="append", default=[], dest=key, metavar="NAME",
            help=FILTER_HELP[one],
        )  # fmt: skip
    parser.add_argument(
        "--measure", choices=[one.key for one in MEASURES],
        help=_("what the map shows, for {commands} (default {measure})").format(
            commands=", ".join(OF_A_MEASURE), measure=MEASURES[0].key),
    )  # fmt: skip
    parser.add_argument(
        "--trainings", type=_trainings, metavar="N", default=USUAL_REQUEST.n_venues,
        help=_("how many trainings to plan next, 1 to {most} (default %(default)s)").format(
            most=MOST_VENUES),
    )  # fmt: skip
    parser.add_argument(
        "--km", type=_km, metavar="R", default=USUAL_REQUEST.radius,
        help=_("how far participants may live from them, in km by road (default %(default)g)"),
    )  # fmt: skip
    parser.add_argument(
        "--public",
        default=os.environ.get(PUBLIC_VARIABLE, ""),
        metavar="K",
        help=_("a public edition, in groups of at least K people (default {variable})").format(
            variable=PUBLIC_VARIABLE
        ),
    )
    words = _("a PowerPoint file whose look the deck takes")
    parser.add_argument("--template", type=Path, metavar="FILE", help=words)
    _add_imprint(parser)


def _add_imprint(parser: argparse.ArgumentParser) -> None:
    """Add what a file says of who hands it over."""
    for name, words in IMPRINT_HELP.items():
        usual = os.environ.get(ADDRESS_VARIABLE, "") if name == "address" else ""
        parser.add_argument(f"--{name}", default=usual, metavar="WORDS", help=words)
    words = _("a logo for the file: PNG, JPEG or SVG")
    parser.add_argument("--logo", type=Path, metavar="FILE", help=words)


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
            told = _("--template {file} cannot be read: {why}.")
            told = told.format(file=options.template, why=fault.strerror)
            raise ChoiceError(told) from fault
    given = _imprint(options)
    records = as_shown(chosen_records(options, today), k, today)
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
        words = _(
            "--measure changes nothing in {command}: its maps show the coverage status. Leave it "
            "out, or make {commands}."
        )
        either = _(" or ").join(OF_A_MEASURE)
        raise ChoiceError(words.format(command=options.key, commands=either))
    if options.template and options.key != "deck":
        words = _("--template {file} is for deck, and not for {command}. Leave it out.")
        raise ChoiceError(words.format(file=options.template, command=options.key))


def _imprint(options: argparse.Namespace) -> Imprint:
    logo = None
    if options.logo is not None:
        try:
            logo = logo_file(options.logo)
        except OSError as fault:
            told = _("--logo {file} cannot be read: {why}.")
            told = told.format(file=options.logo, why=fault.strerror)
            raise ChoiceError(told) from fault
    texts = {name: getattr(options, name) for name in LONGEST}
    return replace(imprint_of(texts), logo=logo)


def _selection(options: argparse.Namespace, records: Records, today: date) -> Selection:
    first, last = programme_months(records)[0], records.as_of
    as_of = options.as_of or last
    # Up to today nothing more may have happened than is on record; later nobody can know.
    if not first <= as_of <= max(last, today):
        words = _(
            "--as-of {day}: these records are of {first} to {last}. Choose a day from {first} up "
            "to today."
        )
        raise ChoiceError(words.format(day=as_of, first=in_words(first), last=in_words(last)))
    if options.since and options.since > as_of:
        words = _("--since {since} is after the as-of date, {day}. Choose an earlier day.")
        raise ChoiceError(words.format(since=options.since, day=as_of))
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
            listed = [names[value] or _("(blank)") for value in offered]
            named = ", ".join(listed[:MOST_NAMED]) + (", \u2026" if listed[MOST_NAMED:] else "")
            likely = _likely(one, value, listed)
            words = _("--{filter} {value!r}: these records have {names}.")
            if likely:
                words = _(
                    "--{filter} {value!r}: do you mean {likely}? Else these records have {names}."
                )
            raise ChoiceError(words.format(filter=one, value=value, likely=likely, names=named))
        chosen.add(found)
    return tuple(value for value in offered if value in chosen)


def _likely(one: str, written: str, listed: list[str]) -> str:
    """Return the values that may be meant; blank where none is like it."""
    likely = []
    if one == "province":
        provinces = gazetteer.provinces()
        likely = [provinces[code] for code in sorted(read_province(written).codes)]
    likely = [name for name in likely if name in listed]
    likely = likely or difflib.get_close_matches(written, listed, n=2, cutoff=0.6)
    return _(" or ").join(f"“{name}”" for name in likely)


def _trainings(written: str) -> int:
    if not written.isascii() or not written.isdecimal() or not 1 <= int(written) <= MOST_VENUES:
        words = _("{value!r} is not a number from 1 to {most}")
        raise argparse.ArgumentTypeError(words.format(value=written, most=MOST_VENUES))
    return int(written)


def _km(written: str) -> float:
    try:
        radius = float(written)
    except ValueError:
        radius = 0.0
    if not 0 < radius < float("inf"):
        words = _("{value!r} is not a number of km above 0")
        raise argparse.ArgumentTypeError(words.format(value=written))
    return radius


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        words = _("{value!r} is not a day such as 2023-09-25")
        raise argparse.ArgumentTypeError(words.format(value=written)) from None
