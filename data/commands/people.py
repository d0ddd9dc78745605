"""The command ``people``: who has which role on a server where people sign in.

It is for whoever runs the server, and names the first administrator; the others can do the same
on the screen People.
"""

import argparse
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from data.access.grants import CLAIM, Grant, grant, read
from data.access.rights import Role
from data.commands.arguments import FINE, add_who
from data.commands.store import add_command, print_table
from data.store.address import open_store
from data.store.tables.people import in_words
from geo.words.catalogue import _


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command and its own; each sets ``func``, which returns the exit code."""
    people = subparsers.add_parser("people", help=_("who has which role where people sign in"))
    commands = people.add_subparsers(required=True, metavar="COMMAND")
    add_command(commands, "list", _("the grants that hold"), _list)
    add = add_command(commands, "add", _("make a grant"), _add)
    add.add_argument("of", help=_("a verified e-mail address, or a group of the provider"))
    add.add_argument(
        "--role", required=True, help=_("one of {roles}").format(roles=", ".join(Role))
    )
    words = _("one or more; default all")
    add.add_argument("--province", action="append", default=[], help=words)
    add.add_argument("--no-files", action="store_true", help=_("no files may be downloaded"))
    take = add_command(commands, "read", _("make the grants that a file has"), _read)
    take.add_argument("file", type=Path, help=_("as data/access/grants.py describes it"))
    remove = add_command(commands, "remove", _("take a grant away"), _remove)
    remove.add_argument("number", type=int, help=_("its number in the list"))
    for one in (add, take, remove):
        add_who(one)


def _list(args: argparse.Namespace) -> int:
    granted = open_store(args.store).people.current()
    if not granted:
        print(_("Nobody has a role yet: `python -m data people add ADDRESS --role administrator`."))
        return FINE
    rows = [
        (one.number, one.grant.of, in_words(one.grant), one.who, f"{one.at:%Y-%m-%d %H:%M}")
        for one in granted
    ]
    print_table(pd.DataFrame(rows, columns=["number", "of", "grant", "made_by", "made_at"]))
    return FINE


def _add(args: argparse.Namespace) -> int:
    made = grant(args.of, args.role, args.province, files=not args.no_files)
    return _made(args, (made,))


def _read(args: argparse.Namespace) -> int:
    claim, grants = read(args.file)
    if claim != CLAIM:
        print(
            _("Set TRAINING_CLAIM={claim}: the file names that claim of the provider.").format(
                claim=claim
            )
        )
    return _made(args, grants)


def _made(args: argparse.Namespace, grants: tuple[Grant, ...]) -> int:
    open_store(args.store).people.add(grants, args.who, datetime.now(UTC))
    for one in grants:
        print(_("Granted: {of}, {grant}.").format(of=one.of, grant=in_words(one)))
    return FINE


def _remove(args: argparse.Namespace) -> int:
    open_store(args.store).people.remove(args.number, args.who, datetime.now(UTC))
    print(_("Took grant {number} away.").format(number=args.number))
    return FINE
