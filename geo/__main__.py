"""The commands of this package: ``python -m geo COMMAND``."""

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence

from geo.words.catalogue import _

COMMANDS = {"match": "geo.commands.match", "boundaries": "geo.commands.boundaries"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code.

    A module has a ``register(subparsers)`` that adds its command, and sets ``func`` to what
    takes the parsed arguments and returns the exit code. Only that of the command asked for is
    imported: matching names needs none of the libraries of the outlines, which load slowly.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = [name for name in COMMANDS if given[:1] == [name]] or list(COMMANDS)
    parser = argparse.ArgumentParser(
        prog="python -m geo", description=_("Names and outlines of Pakistan's districts.")
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in asked:
        importlib.import_module(COMMANDS[name]).register(subparsers)
    parsed = parser.parse_args(given)
    return int(parsed.func(parsed))


if __name__ == "__main__":
    # A command makes its tables once and ends: to look for circles among them is time lost.
    gc.disable()
    sys.exit(main())
