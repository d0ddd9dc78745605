"""The commands ``import``, ``history``, ``rollback``, ``export`` and ``restore``.

They end with 0 where everything was accepted, 1 where some rows have a problem (the others are
taken in) or wait for an answer (nothing is taken in), and 2 where a file or a request was refused,
or a file not read to the end as something must be answered first; nothing of the records has
changed then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pandas as pd

from data.checking.beside_records import beside_records
from data.commands.arguments import (
    FINE,
    PROBLEMS,
    REFUSED,
    add_arguments,
    add_records,
    add_store,
    add_who,
    chosen_records,
    exit_code,
    known_decisions,
    or_refused,
    progress,
    read_files,
)
from data.commands.told import print_checked, told_import, told_question
from data.records.calendar.dates import today
from data.records.model import FURTHER_COLUMNS, Records
from data.records.public_edition import as_shown, smallest_group
from data.records.whole_file import write_whole
from data.store import backup_file
from data.store.address import open_store, require_apart
from data.store.store import Store
from data.store.tables.corrections import not_named_in_words
from data.understanding.understand import Question
from data.writing import export
from geo.words.catalogue import _

MOST_CHANGES = 200
IMPORT_ENDS = _(
    "Ends with 0 if every row is accepted, 1 if some have a problem (the others are taken in) or "
    "wait for an answer (nothing is taken in, but with --leave-open or --keep), 2 if a file is "
    "refused or something must be answered first (no row is checked then)."
)
Command = Callable[[argparse.Namespace], int]


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands; each sets ``func``, which returns the exit code."""
    words = _("check files and take in what is accepted")
    take = subparsers.add_parser("import", help=words, description=IMPORT_ENDS)
    add_arguments(take)
    take.add_argument(
        "--leave-open",
        action="store_true",
        help=_("take in what needs no answer; rows that wait for one are not counted"),
    )
    words = _("take it in beside rows of its trainings that it does not name, which go on counting")
    take.add_argument("--keep", action="store_true", help=words)
    take.set_defaults(func=_guarded(_import))
    words = _("list the imports, the latest first")
    listing = add_command(subparsers, "history", words, _history)
    listing.add_argument("--changes", type=int, metavar="ID", help=_("what one import changed"))
    words = _("undo one import, and no later one")
    back = add_command(subparsers, "rollback", words, _rollback)
    back.add_argument("id", type=int, help=_("its number in the history"))
    _add_export(subparsers)
    words = _("take back a backup, or without one the copy of a damaged file")
    restore = add_command(subparsers, "restore", words, _restore)
    restore.add_argument("file", type=Path, nargs="?", help=_("a backup, into an empty place"))
    words = _("begin with no records instead")
    restore.add_argument("--anew", action="store_true", help=words)
    for one in (take, back, restore):
        add_who(one)


def _add_export(subparsers: argparse._SubParsersAction) -> None:
    words = _("write the records to a file or folder")
    out: argparse.ArgumentParser = subparsers.add_parser("export", help=words)
    add_records(out)
    out.set_defaults(func=_guarded(_export))
    kinds, words = ("csv", "xlsx", "5w"), _("default xlsx; csv of a public edition")
    out.add_argument("--format", choices=kinds, help=words)
    words = _("a public edition, which counts at least K people together, usually 5")
    out.add_argument("--public", default="", metavar="K", help=words)
    words = _("no HXL tags under the headers (xlsx)")
    out.add_argument("--no-tags", action="store_true", help=words)
    words = _("a folder for csv; for 5w a file .xlsx or .csv")
    out.add_argument("out", type=Path, help=words)


def add_command(
    subparsers: argparse._SubParsersAction, name: str, words: str, run: Command
) -> argparse.ArgumentParser:
    """Add a command on the store; what it refuses is said as one line, with 2 as exit code."""
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=words)
    add_store(parser)
    parser.set_defaults(func=_guarded(run))
    return parser


def _guarded(run: Command) -> Command:
    """Say what was refused as one plain line, without a traceback."""
    return lambda args: or_refused(partial(run, args))


def _import(args: argparse.Namespace) -> int:
    answer = read_files(args)
    if isinstance(answer, Question):
        print("\n".join(told_question(answer)), file=sys.stderr)
        return REFUSED
    for note in answer.notes:
        progress(note.rstrip("."))
    store = open_store(args.store)
    standing = store.trainings.beside(answer.checked)
    checked = beside_records(answer.checked, standing, known_decisions(args))
    names = ", ".join(path.name for path in args.file)
    print_checked(checked)
    if checked.queue and not args.leave_open:
        print(
            _(
                "Nothing was changed: questions are open. Answer them on the screen "
                "Records, or correct the file; --leave-open takes in the other rows."
            )
        )
        return PROBLEMS
    if len(checked.problems) and not len(checked.trainings) and not checked.further:
        print(_("No training was accepted. Nothing was changed. Settle the problems first."))
        return PROBLEMS
    beside = not_named_in_words(store.trainings.not_named(checked))
    if beside and not args.keep:
        print(beside, _("Nothing was changed. To take it in beside them, say --keep."))
        return PROBLEMS
    progress(_("Storing {rows:,} rows").format(rows=len(checked.attendance)))
    stored = store.add(checked, file_name=names, who=args.who, at=datetime.now(UTC))
    print(told_import(stored))
    return PROBLEMS if stored.overlaid_by else exit_code(checked)


def _history(args: argparse.Namespace) -> int:
    store = open_store(args.store)
    if args.changes is not None:
        found = store.changes(args.changes)
        changed = found[found["change"] != "same"]
        print_table(changed.head(MOST_CHANGES))
        if len(changed) > MOST_CHANGES:
            print(_("and {rows:,} more rows that changed").format(rows=len(changed) - MOST_CHANGES))
        print(", ".join(f"{n:,} {word}" for word, n in found["change"].value_counts().items()))
        return FINE
    history = store.history()
    if history.empty:
        print(_("No imports yet: {where}.").format(where=store.where))
        return FINE
    history = history.drop(columns=[name for name in FURTHER_COLUMNS if not history[name].any()])
    for column in ("imported_at", "rolled_back_at"):
        history[column] = history[column].dt.strftime("%Y-%m-%d %H:%M").fillna("")
    print_table(history)
    return FINE


def print_table(frame: pd.DataFrame) -> None:
    """Print a table without its index; blank where nothing is known, a word where it is empty."""
    if frame.empty:
        print(_("No rows."))
    else:
        print(frame.to_string(index=False, na_rep="", max_colwidth=60))


def _rollback(args: argparse.Namespace) -> int:
    store = open_store(args.store)
    alone = store.rollback(args.id, args.who, datetime.now(UTC))
    told = _("Rolled back import {number}. Later imports are as they were.").format(number=args.id)
    print(" ".join(filter(None, (told, alone))))
    return FINE


def _export(args: argparse.Namespace) -> int:
    k = smallest_group(args.public, "--public")
    records = as_shown(chosen_records(args, today()), k, today())
    progress(_("Writing {rows:,} rows of attendance").format(rows=len(records.attendance)))
    files = _files(records, args)
    for path in files:
        require_apart(args.store, path)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        print(_("Wrote {file}.").format(file=path))
    return FINE


def _files(records: Records, args: argparse.Namespace) -> dict[Path, bytes]:
    kind = args.format or ("csv" if args.public else "xlsx")
    if kind == "csv":
        files = export.csv_files(records) | (export.note(records) if args.public else {})
        return {args.out / name: content for name, content in files.items()}
    if kind == "xlsx":
        return {args.out: export.workbook(records, tags=not args.no_tags)}
    as_csv = args.out.suffix.casefold() == ".csv"
    return {args.out: export.five_w_csv(records) if as_csv else export.five_w_workbook(records)}


def _restore(args: argparse.Namespace) -> int:
    store: Store = open_store(args.store)
    if args.file:
        return _take_back(store, args.file, args.who)
    store.restore(anew=args.anew)
    history = store.history()
    standing = (
        _("no imports")
        if history.empty
        else _("imports up to {number}").format(number=history["id"].max())
    )
    print(
        _(
            "The records can be read again: {standing}. The damaged file is kept beside them."
        ).format(standing=standing)
    )
    return FINE


def _take_back(store: Store, path: Path, who: str) -> int:
    contents, tables = backup_file.read(path)
    store.fill(tables)
    store.note(
        datetime.now(UTC), who, "restored", f"the backup of {contents.made_at:%Y-%m-%d %H:%M} UTC"
    )
    imports = contents.rows["imports"]
    print(
        _("Restored {file}, made {moment:%Y-%m-%d %H:%M} UTC: {imports:,} imports.").format(
            file=path.name, moment=contents.made_at, imports=imports
        )
    )
    return FINE
