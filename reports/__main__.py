"""The commands of this package: ``python -m reports COMMAND OUT``."""

import argparse
import sys
from collections.abc import Sequence

from geo.words.catalogue import _
from reports.exports import command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m reports", description=_("Files of a view of the training records.")
    )
    command.register(parser.add_subparsers(required=True, metavar="COMMAND"))
    options = parser.parse_args(arguments)
    return int(options.func(options))


if __name__ == "__main__":
    sys.exit(main())
