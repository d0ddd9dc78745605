"""The commands of this package: ``python -m data COMMAND``."""

import argparse
import importlib
import sys
from collections.abc import Sequence

from geo.words.catalogue import _

#: The module of each command; one module may have several.
COMMANDS = {
    "match": "data.commands.match",
    "check": "data.commands.check",
    "pull": "data.commands.pull",
    **dict.fromkeys(("import", "history", "rollback", "export", "restore"), "data.commands.store"),
    **dict.fromkeys(("backup", "audit", "decisions"), "data.commands.keeping"),
    "people": "data.commands.people",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code.

    A module has a ``register(subparsers)`` that adds its commands, and sets ``func`` to what
    takes the parsed arguments and returns the exit code. Only that of the command asked for is
    imported.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = [COMMANDS[given[0]]] if given and given[0] in COMMANDS else list(COMMANDS.values())
    parser = argparse.ArgumentParser(prog="python -m data", description=_("Training records."))
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in dict.fromkeys(asked):
        importlib.import_module(name).register(subparsers)
    parsed = parser.parse_args(given)
    return int(parsed.func(parsed))


if __name__ == "__main__":
    sys.exit(main())
