"""Commands in a language of their own, in another process: words are looked up as it starts.

``python -m tests.translated_process FOLDER LINES``: the folder has the catalogues; the lines are a
list in JSON, one item a command line, its package first. For a package alone, all help of its
commands is printed; such lines come first, and ``HELPED`` stands after them.
"""

from __future__ import annotations

import argparse
import gettext
import json
import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from unittest.mock import patch

HELPED = "-- so far the help --\n"


def helped(parser: argparse.ArgumentParser) -> Iterator[str | None]:
    """Yield what a parser says of its commands and options; not what argparse adds itself."""
    yield parser.description
    for action in parser._actions:
        if "--help" not in action.option_strings:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (one.help for one in action._choices_actions)
            for command in action.choices.values():
                yield from helped(command)


def print_help(parser: argparse.ArgumentParser, *_arguments: object) -> None:
    print("\n".join(filter(None, helped(parser))))
    raise SystemExit


def run(folder: str, lines: list[list[str]]) -> None:
    find = gettext.translation
    gettext.translation = lambda domain, _folder, *more, **named: find(
        domain, folder, *more, **named
    )
    helping = True
    for package, *arguments in lines:
        if arguments and helping:
            print(HELPED, end="")
            helping = False
        main = partial(import_module(f"{package}.__main__").main, arguments)
        if arguments:
            main()
            continue
        with patch.object(argparse.ArgumentParser, "parse_args", print_help):
            try:
                main()
            except SystemExit:
                continue


if __name__ == "__main__":
    run(sys.argv[1], json.loads(sys.argv[2]))
