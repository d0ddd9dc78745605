"""The commands ``backup``, ``audit`` and ``decisions``: the store as a whole, and what it knows."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from data.commands.arguments import FINE, PROBLEMS, add_who, take_in_decisions, user
from data.commands.store import add_command, print_table
from data.records.spreadsheet_text import csv_bytes
from data.records.whole_file import write_whole
from data.review.decisions import save_decisions
from data.store import audit, backup_file
from data.store.address import open_store, require_apart
from data.store.errors import StoreError
from geo.words.catalogue import _


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands; each sets ``func``, which returns the exit code."""
    words = _("write all records to one file, and check it")
    backup = add_command(subparsers, "backup", words, _backup)
    backup.add_argument("file", type=Path, help=_("where; `restore FILE` takes it back"))
    words = _("who did what with the records; verify: whether a row was changed afterwards")
    looking = add_command(subparsers, "audit", words, _audit)
    looking.add_argument("verify", nargs="?", choices=("verify",), help=_("look for changed rows"))
    looking.add_argument("--seal", help=_("a seal noted down before, which must still be there"))
    looking.add_argument("--csv", type=Path, metavar="OUT", help=_("write the rows to a file"))
    words = _("what was decided about names, agencies and columns; undo one")
    deciding = add_command(subparsers, "decisions", words, _decisions)
    deciding.add_argument("--undo", type=int, metavar="NUMBER", help=_("undo one decision"))
    add_who(deciding)
    words = _("write what holds to a file, for --decisions")
    deciding.add_argument("--file", type=Path, metavar="OUT", help=words)


def _backup(args: argparse.Namespace) -> int:
    require_apart(args.store, args.file)
    store = open_store(args.store)
    take_in_decisions(args.store)
    contents = backup_file.write(store.tables(), args.file, datetime.now(UTC))
    print(_("Wrote {file}, and read it back: {rows}.").format(file=args.file, rows=told(contents)))
    try:
        if store.state():  # no file is made by it
            store.note(datetime.now(UTC), user(), "backed up", args.file.name)
    except StoreError as fault:  # as on a disk that is only for reading
        words = _("The backup is whole, but the audit does not have that it was made: {why}")
        print(words.format(why=fault), file=sys.stderr)
    return FINE


def told(contents: backup_file.Contents) -> str:
    """Return what a backup holds, in a few words."""
    rows = contents.rows
    return _(
        "{imports:,} imports, {trainings:,} rows of trainings, {attendance:,} of "
        "attendance, {audit:,} of the audit"
    ).format(
        imports=rows["imports"],
        trainings=rows["trainings"],
        attendance=rows["attendance"],
        audit=rows["audit"],
    )


def _audit(args: argparse.Namespace) -> int:
    if args.csv:
        require_apart(args.store, args.csv)
    rows = open_store(args.store).audit()
    place = audit.broken(rows)
    if place is not None:
        print(
            _(
                "The audit is broken at row {row}: it was changed, taken out or put in afterwards."
            ).format(row=place)
        )
        return PROBLEMS
    if args.seal and args.seal not in set(rows["seal"]):
        print(_("The seal is not there: rows are missing, or the whole was written anew."))
        return PROBLEMS
    if args.csv:
        write_whole(args.csv, csv_bytes(rows))
        print(_("Wrote {file}: {rows:,} rows.").format(file=args.csv, rows=len(rows)))
    elif not args.verify:
        moments = rows["done_at"].dt.strftime("%Y-%m-%d %H:%M:%S")
        shown = rows.assign(did=audit.in_words(rows["did"]), done_at=moments)
        print_table(shown.drop(columns=["seal_before", "seal"]))
    latest = rows["seal"].iloc[-1] if len(rows) else audit.BEGINNING
    print(
        _("{rows:,} rows, none changed afterwards. Last seal: {seal}").format(
            rows=len(rows), seal=latest
        )
    )
    return FINE


def _decisions(args: argparse.Namespace) -> int:
    if args.file:
        require_apart(args.store, args.file)
    take_in_decisions(args.store)
    table = open_store(args.store).decisions
    if args.undo is not None:
        table.undo(args.undo, args.who, datetime.now(UTC))
        print(
            _("Undid decision {number}. What it had replaced holds again.").format(number=args.undo)
        )
    elif args.file:
        save_decisions(args.file, table.current())
        print(_("Wrote {file}.").format(file=args.file))
    else:
        print_table(table.history().drop(columns=["decision_key"]))
    return FINE
