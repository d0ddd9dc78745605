"""The command ``pull``: lists the sources, shows what changed in one, and takes it in.

It ends with 0 where every row was accepted, 1 where some have a problem or a submission cannot be
read (the others are taken in), and 2 where a source, or a file of a folder, was not taken in: it
does not answer or cannot be read, something must be answered first, its latest import was undone,
or so much is or may be gone from it that somebody has to say that it is meant.
"""

from __future__ import annotations

import argparse
import ctypes
import sys
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pyarrow as pa

from data.checking.check import CheckingError
from data.commands.arguments import (
    BLANKS,
    FINE,
    PROBLEMS,
    REFUSED,
    add_answers,
    add_store,
    exit_code,
    known_decisions,
    or_refused,
    progress,
    tell_refused,
)
from data.commands.told import print_checked, told_import, told_question
from data.records.calendar.dates import today
from data.records.errors import Refusal
from data.review.decisions import DecisionsError
from data.sources.errors import SourceError
from data.sources.pulling import (
    ASKED,
    GONE,
    NOT_READ,
    READ,
    Part,
    note_pull,
    pull,
    take_in,
)
from data.sources.settings import FILE, FILE_NAME, KINDS, Source, Sources, sources_beside
from data.sources.standing import (
    imports_of,
    last_pull,
    not_described,
    not_described_in_words,
    require_own_name,
)
from data.store.address import open_store, records_file
from data.store.errors import StoreError
from data.store.store import Store
from geo.words.catalogue import _

#: The number of a setting of the allocator: pieces from so many bytes on are given back at once.
MAPPED_FROM = -3
#: The options that say what a source is, and what sources.toml calls each.
OF_A_SOURCE = {"address": "address", "kind": "kind", "token": "token", "column": "columns",
               "all": "all", "sheet": "sheet", "dates": "dates", "rows": "rows",
               "blanks": "as_above", "months": "month_day", "year": "year",
               "dashes": "dashes"}  # fmt: skip

DESCRIPTION = _(
    "Without SOURCE: lists the sources. Ends with 0 if every row is accepted, 1 if some have a "
    "problem (the others are taken in), 2 if a source is not taken in."
)


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser of ``python -m data``."""
    words = _("take in what a source has by now, as it is described in sources.toml")
    command = subparsers.add_parser("pull", help=words, description=DESCRIPTION)
    words = _("names in sources.toml, or one for what --address names")
    command.add_argument("source", nargs="*", help=words)
    add_store(command)
    for option, words in (
        ("--dry-run", _("show what would change")),
        ("--withdraw", _("take it in though most of it, or a file of a folder, is gone")),
        ("--again", _("take it in though its latest import was undone")),
        ("--leave-open", _("take in what no open question is about")),
    ):
        command.add_argument(option, action="store_true", help=words)
    command.add_argument("--who", help=_("who does it (default: source NAME)"))
    command.add_argument("--address", help=_("of a source that sources.toml does not have"))
    words = _("its kind (default {kind})").format(kind=FILE)
    command.add_argument("--kind", choices=KINDS, help=words)
    command.add_argument("--token", default="", help=_("variable that holds its token"))
    add_answers(command)
    command.set_defaults(func=_pull)


def _pull(args: argparse.Namespace) -> int:
    _give_memory_back()
    store = open_store(args.store)
    beside = records_file(args.store)
    return or_refused(partial(_each if args.source else _list, args, store, beside))


def _each(args: argparse.Namespace, store: Store, beside: Path) -> int:
    """Pull each source that is named; one that cannot be stops no other."""
    sources = sources_beside(beside)
    code = max(or_refused(partial(_one, name, args, store, sources)) for name in args.source)
    if not args.address:
        for name, standing in not_described({*sources.names, *args.source}, store).items():
            progress(not_described_in_words(name, standing).rstrip("."))
    return code


def _give_memory_back() -> None:
    """Let memory go back to the system as soon as it is free."""
    pa.set_memory_pool(pa.system_memory_pool())
    allocator = ctypes.CDLL(None)
    if hasattr(allocator, "mallopt"):  # of Linux; else what is freed once is kept more and more
        allocator.mallopt(MAPPED_FROM, 65_536)


def _one(name: str, args: argparse.Namespace, store: Store, sources: Sources) -> int:
    """Pull one source; where it cannot be, that is kept beside it for the screen."""
    who = str(args.who or f"source {name}")
    if not args.address and sources.names and name in not_described(sources.names, store):
        return _withdrawn(name, store, args, who)
    source = _source(name, args, sources)
    fault, parts = "", list[Part]()
    try:
        require_own_name(source, sources.names, store)
        decisions = known_decisions(args)
        now = datetime.now(UTC)
        progress(_("Asking {source}").format(source=source.where))
        parts = pull(source, store, decisions, today(), now, progress, listed=False)
        code = max((_part(part, store, args, who) for part in parts), default=FINE)
        fault = _("Not all of it was taken in: see what it asks.") if code == REFUSED else ""
        return code
    except (Refusal, CheckingError, DecisionsError) as error:
        fault = str(error)
        raise
    finally:
        if not args.dry_run:
            with suppress(StoreError):  # what was in the way is said already
                note_pull(source, store, who, datetime.now(UTC), fault, parts)


def _withdrawn(name: str, store: Store, args: argparse.Namespace, who: str) -> int:
    """Take a source out that sources.toml does not have, where that is meant."""
    standing = imports_of(name, store)
    progress(not_described_in_words(name, standing.values()).rstrip("."))
    parts = [Part(part, GONE, import_id=number) for part, number in standing.items()]
    return max(_part(part, store, args, who) for part in parts)


def _source(name: str, args: argparse.Namespace, sources: Sources) -> Source:
    """Return the source that is asked for: as it is described, or as it is said here."""
    given = [option for option in OF_A_SOURCE if getattr(args, option)]
    if given and name in sources.names:
        options = ", ".join(f"--{option}" for option in given)
        keys = ", ".join(OF_A_SOURCE[option] for option in given)
        what = _("It is described there: {options} would not hold at its next pull.")
        advice = _("Say it in {file}: {keys}.").format(file=FILE_NAME, keys=keys)
        raise SourceError(what.format(options=options), f"{FILE_NAME}, {name}", advice)
    if args.address:
        return Source(
            name, args.kind or FILE, args.address, args.token, columns=dict(args.column),
            all=dict(args.all), dates=args.dates, sheet=tuple(args.sheet or ()),
            rows=args.rows or "", as_above=BLANKS.get(args.blanks), month_day=args.months,
            dashes=args.dashes, year=args.year,
        )  # fmt: skip
    if name in sources.wrong:
        raise sources.wrong[name]
    if name not in sources.described:
        known = ", ".join(sources.names) or _("none yet")
        advice = _("Known: {names}. Or say --kind and --address.").format(names=known)
        raise SourceError(_("It is not described."), f"{FILE_NAME}, {name[:60]}", advice)
    return sources.described[name]


def _list(_args: argparse.Namespace, store: Store, beside: Path) -> int:
    sources = sources_beside(beside)
    for fault in sources.wrong.values():
        tell_refused(str(fault))
    for name, standing in not_described(sources.names, store).items():
        print(not_described_in_words(name, standing))
    if not sources.names:
        print(
            _("No sources yet: describe them in {file} beside the records.").format(file=FILE_NAME)
        )
        return FINE
    for source in sources.described.values():
        numbers = ", ".join(map(str, imports_of(source.name, store).values())) or _("none")
        last = last_pull(source.name, store)
        when = _("last pulled {moment} UTC").format(moment=last.at) if last else _("never pulled")
        fault = f": {last.fault}" if last and last.fault else ""
        print(
            _("{source}, {kind}: {pulled}, in the records as import {numbers}{fault}").format(
                source=source.where, kind=source.kind, pulled=when, numbers=numbers, fault=fault
            )
        )
    return REFUSED if sources.wrong else FINE


def _part(part: Part, store: Store, args: argparse.Namespace, who: str) -> int:
    """Say what a part is, and take it in where nothing is in the way; return the exit code."""
    code = _told(part)
    if code == REFUSED or args.dry_run or not (part.acceptable or part.state == GONE):
        return code
    if part.checked and part.checked.queue and not args.leave_open:
        print(
            _(
                "{part}: not taken in, as questions are open; --leave-open takes in the rest."
            ).format(part=part.name)
        )
        return PROBLEMS
    if part.withdraws_much and not args.withdraw:
        print(
            _(
                "{part}: not taken in, as records would go. Is that meant? Then say --withdraw."
            ).format(part=part.name)
        )
        return REFUSED
    if part.undone and not args.again:
        words = _("{part}: not taken in, as {undone}. Is it to count again? Then say --again.")
        print(words.format(part=part.name, undone=part.undone))
        return REFUSED
    added = take_in(part, store, who, datetime.now(UTC))
    if added is None:
        print(
            _("{part}: import {number} was rolled back.").format(
                part=part.name, number=part.import_id
            )
        )
    else:
        print(told_import(added))
    return code


def _told(part: Part) -> int:
    if part.state == ASKED and part.question is not None:
        print("\n".join([f"{part.name}:", *told_question(part.question)]), file=sys.stderr)
        words = _("Or in {file}: columns = {{ NAME = FIELD }}, all = {{ FIELD = VALUE }}.")
        print(words.format(file=FILE_NAME))
        return REFUSED
    if part.state == NOT_READ:
        print(f"{part.state}: {part.fault}", file=sys.stderr)
        return REFUSED
    if part.state != READ or part.understood is None or part.checked is None:
        print(f"{part.name}: {part.state}")
        return FINE
    for note in part.understood.notes:
        progress(note.rstrip("."))
    print_checked(part.checked)
    if not part.acceptable:
        print(
            _("{part}: no training was accepted. Settle the problems first.").format(part=part.name)
        )
        return PROBLEMS
    for table, counts in part.counts.iterrows():
        words = ", ".join(f"{number:,} {change}" for change, number in counts.items())
        print(f"{part.name}, {table}: {words}")
    for words in part.held_in_words():
        print(f"{part.name}: {words}")
    return max(exit_code(part.checked), PROBLEMS if part.unreadable else FINE)
