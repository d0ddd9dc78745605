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
    parsed = parser.parse_args(arguments)
    return int(parsed.func(parsed))


if __name__ == "__main__":
    sys.exit(main())
