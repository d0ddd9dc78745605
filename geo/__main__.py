"""The commands of this package: ``python -m geo COMMAND``."""

import argparse
import sys
from collections.abc import Sequence

from geo.commands import boundaries
from geo.words.catalogue import _


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m geo", description=_("Names and outlines of Pakistan's districts.")
    )
    boundaries.register(parser.add_subparsers(required=True, metavar="COMMAND"))
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["match"]:
        parser.error(_("match is now a command of data: python -m data match"))
    parsed = parser.parse_args(given)
    return int(parsed.func(parsed))


if __name__ == "__main__":
    sys.exit(main())
