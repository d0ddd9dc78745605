"""The commands: ``python -m bench map``, ``first``, ``import``, ``pages``, ``reports`` and more."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bench.fuzz import bench
from bench.measurements import (
    first_bench,
    import_bench,
    map_bench,
    pages_bench,
    pull_bench,
    report,
    reports_bench,
)
from bench.viewers import bench as viewers
from bench.viewers import growth


def _number(default: float, words: str) -> dict[str, Any]:
    return {"type": type(default), "default": default, "help": f"{words} (default %(default)s)"}


def _path(metavar: str, words: str, default: Path | None = None) -> dict[str, Any]:
    return {"type": Path, "default": default, "metavar": metavar, "help": words}


#: Each command: its words, the module that measures, and the options that its ``measure`` takes.
#: The module has ``COLUMNS`` of its table, or ``LINES``, and ``targets`` of its figures.
COMMANDS: dict[str, tuple[str, Any, dict[str, dict[str, Any]]]] = {
    "first": (
        "the first map of a new visitor, beside an empty page",
        first_bench,
        {"repeats": _number(first_bench.REPEATS, "loads of each page within the machine")},
    ),
    "map": (
        "the map against its floor and the usual way",
        map_bench,
        {
            "repeats": _number(map_bench.REPEATS, "filter changes of each page"),
            "outlines": _path(
                "GEOJSON", "detailed outlines for the usual way, with a column adm2_pcode"
            ),
        },
    ),
    "viewers": (
        "changes while many look at once, beside an empty fragment",
        viewers,
        {
            "viewers": _number(1, "how many") | {"nargs": "+", "default": viewers.VIEWERS},
            "seconds": _number(viewers.SECONDS, "for which each number is watched"),
        },
    ),
    "import": (
        "a million group rows, from CSV files to figures",
        import_bench,
        {
            "rows": _number(import_bench.ROWS, "group rows"),
            "repeats": _number(import_bench.REPEATS, "filter changes; 0 for none"),
        },
    ),
    "growth": (
        "ten million rows of attendance stored, beside 386 participants",
        growth,
        {
            "rows": _number(growth.ROWS, "rows of attendance"),
            "repeats": _number(growth.REPEATS, "filter changes of each set"),
        },
    ),
    "pull": (
        "a source of 100,000 submissions taken in, beside the libraries alone",
        pull_bench,
        {"rows": _number(pull_bench.ROWS, "submissions")},
    ),
    "pages": (
        "each page against an empty fragment",
        pages_bench,
        {
            "repeats": _number(pages_bench.REPEATS, "filter changes of each page"),
            "only": {"default": "", "metavar": "TEXT", "help": "pages with this in their name"},
        },
    ),
    "fuzz": (
        "bad inputs of every kind, read by every reader",
        bench,
        {
            "inputs": _number(bench.INPUTS, "how many"),
            "seed": _number(bench.SEED, "of chance"),
            "keep": _path("FOLDER", "where inputs that are faults are kept", bench.KEPT),
        },
    ),
    "reports": (
        "the files to take along: seconds and size",
        reports_bench,
        {"repeats": _number(reports_bench.REPEATS, "of each file")},
    ),
}


def main() -> int:
    """Measure what the command line names; print the table and write the figures."""
    options = vars(_parser().parse_args())
    what = options.pop("what")
    measured = COMMANDS[what][1]
    file = options.pop("json")
    figures = measured.measure(**options, say=_say)
    targets = measured.targets(figures)
    print("\n\n".join([_table(what, figures), "\n".join(map(str, targets))]))
    if file:
        fuzzed = isinstance(figures, bench.Fuzzed)
        written = figures.as_json() if fuzzed else report.as_json(figures, targets)
        file.write_text(json.dumps(written, indent=2) + "\n")
    return int(isinstance(figures, bench.Fuzzed) and bool(figures.faults))


def _table(what: str, figures: Any) -> str:
    """Return the figures of a command as its module has its columns or lines, and its note."""
    measured = COMMANDS[what][1]
    if isinstance(figures, bench.Fuzzed):
        return bench.table(figures)
    if isinstance(figures, dict):
        return report.listed(what, measured.LINES, figures)
    note = getattr(measured, "NOTE", "")
    return "\n\n".join(filter(None, [report.table(measured.COLUMNS, figures), note]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    subparsers = parser.add_subparsers(dest="what", required=True)
    for name, (words, __, taken) in COMMANDS.items():
        command = subparsers.add_parser(name, help=words)
        command.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
        for option, about in taken.items():
            command.add_argument(f"--{option}", **about)
    return parser


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
