"""The commands: ``python -m bench map``, ``first``, ``import``, ``pages``, ``reports`` and more."""

import argparse
import json
import sys
from collections.abc import Mapping
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
    restore_bench,
)
from bench.viewers import bench as viewers
from bench.viewers import growth

REPEATS = 30
#: What a command gives: what it prints, what it writes as JSON, and its exit code.
Result = tuple[list[str], Any, int]


def main() -> int:
    """Measure what the command line names; print the table and write the figures."""
    options = _options()
    lines, figures, code = COMMANDS[options.what][1](options)
    print("\n".join(lines))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    return code


def _first(options: argparse.Namespace) -> Result:
    about, figures = first_bench.measure(options.repeats, _say)
    return _told(first_bench, figures, about)


def _viewers(options: argparse.Namespace) -> Result:
    return _told(viewers, viewers.measure(options.viewers, options.seconds, _say))


def _map(options: argparse.Namespace) -> Result:
    about, figures = map_bench.measure(options.repeats, options.outlines, _say)
    lines, written, code = _told(report, figures, about)
    machine = ", ".join(f"{name} {value}" for name, value in about.items())
    return [*lines, "", report.NOTE, machine], written, code


def _import(options: argparse.Namespace) -> Result:
    return _told(import_bench, import_bench.measure(options.rows, options.repeats, _say))


def _growth(options: argparse.Namespace) -> Result:
    return _told(growth, growth.measure(options.rows, options.repeats, _say))


def _restore(options: argparse.Namespace) -> Result:
    return _told(restore_bench, restore_bench.measure(options.rows, _say))


def _pull(options: argparse.Namespace) -> Result:
    return _told(pull_bench, pull_bench.measure(options.rows, _say))


def _pages(options: argparse.Namespace) -> Result:
    about, figures = pages_bench.measure(options.repeats, options.only, _say)
    return _told(pages_bench, figures, about)


def _reports(options: argparse.Namespace) -> Result:
    return _told(reports_bench, reports_bench.measure(options.repeats, _say))


def _told(measured: Any, figures: Any, about: Mapping[str, str] | None = None) -> Result:
    """Return what the ``table`` and the ``targets`` of a module say of its figures."""
    targets = measured.targets(figures)
    lines = [measured.table(figures), "", *map(str, targets)]
    return lines, report.as_json(about or {}, figures, targets), 0


def _fuzz(options: argparse.Namespace) -> Result:
    outcomes = bench.measure(options.inputs, options.seed, options.samples, options.keep, _say)
    seconds, number = outcomes.slowest
    slowest = f"the slowest without a fault: input {number}, {seconds:.2f} s"
    lines = [bench.table(outcomes), "", f"seed {outcomes.seed}; {slowest}"]
    if outcomes.faults:
        lines.append(f"the inputs of {len(outcomes.faults):,} faults are in {options.keep}")
    return lines, bench.as_json(outcomes), 1 if outcomes.faults else 0


COMMANDS = {
    "first": ("the first map of a new visitor, beside an empty page", _first),
    "map": ("the map against its floor and the usual way", _map),
    "viewers": ("changes while many look at once, beside an empty fragment", _viewers),
    "import": ("a million group rows, from CSV files to figures", _import),
    "growth": ("ten million rows of attendance stored, beside 386 participants", _growth),
    "restore": ("a lost machine: from a backup and an empty place to the figures", _restore),
    "pull": ("a source of 100,000 submissions taken in, beside the libraries alone", _pull),
    "pages": ("each page against an empty fragment", _pages),
    "fuzz": ("bad inputs of every kind, read by every reader", _fuzz),
    "reports": ("the files to take along: seconds and size", _reports),
}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    subparsers = parser.add_subparsers(dest="what", required=True)
    add = {}
    for name, (words, _) in COMMANDS.items():
        add[name] = subparsers.add_parser(name, help=words).add_argument
        add[name]("--json", type=Path, metavar="FILE", help="write the figures there")
    for name, repeats, words in (
        ("first", first_bench.REPEATS, "loads of each page within the machine"),
        ("map", REPEATS, "filter changes of each page"),
        ("import", REPEATS, "filter changes; 0 for none"),
        ("growth", growth.REPEATS, "filter changes of each set"),
        ("pages", REPEATS, "filter changes of each page"),
        ("reports", reports_bench.REPEATS, "of each file"),
    ):
        add[name]("--repeats", type=int, default=repeats, help=f"{words} (%(default)s)")
    outlines = "detailed outlines for the usual way, with a column adm2_pcode"
    add["map"]("--outlines", type=Path, metavar="GEOJSON", help=outlines)
    add["viewers"]("--viewers", type=int, nargs="+", default=viewers.VIEWERS, help="how many")
    seconds = "for which each number is watched (default %(default)s)"
    add["viewers"]("--seconds", type=float, default=viewers.SECONDS, help=seconds)
    rows = "group rows (default %(default)s)"
    add["import"]("--rows", type=int, default=import_bench.ROWS, help=rows)
    add["pull"](
        "--rows", type=int, default=pull_bench.SUBMISSIONS, help="submissions (%(default)s)"
    )
    add["growth"]("--rows", type=int, default=growth.ROWS, help="of attendance (%(default)s)")
    add["restore"]("--rows", type=int, default=restore_bench.ROWS, help=rows)
    add["pages"]("--only", default="", metavar="TEXT", help="pages with this in their name")
    add["fuzz"]("--inputs", type=int, default=bench.INPUTS, help="how many (default %(default)s)")
    add["fuzz"]("--seed", type=int, default=bench.SEED, help="(default %(default)s)")
    samples = "CSV files to damage beside those made here"
    add["fuzz"]("--samples", type=Path, metavar="FOLDER", help=samples)
    keep, folder = "where inputs that are faults are kept (default %(default)s)", bench.KEPT
    add["fuzz"]("--keep", type=Path, metavar="FOLDER", default=folder, help=keep)
    return parser.parse_args()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
