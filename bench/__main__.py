"""The commands: ``python -m bench map``, ``import``, ``pages``, ``reports`` and ``fuzz``."""

import argparse
import json
import sys
from pathlib import Path

from bench.fuzz import bench
from bench.measurements import import_bench, pages_bench, report, reports_bench
from bench.measurements.map_bench import measure

REPEATS = 30


def main() -> int:
    """Measure what the command line names; print the table and write the figures."""
    options = _options()
    if options.what == "import":
        return _measure_import(options)
    if options.what == "fuzz":
        return _fuzz(options)
    if options.what == "pages":
        return _measure_pages(options)
    if options.what == "reports":
        return _measure_reports(options)
    about, figures = measure(options.repeats, options.outlines, _say)
    print(report.table(figures), "\n")
    print("\n".join(str(target) for target in report.targets(figures)), "\n")
    print(report.NOTE)
    print(", ".join(f"{name} {value}" for name, value in about.items()))
    if options.json:
        options.json.write_text(json.dumps(report.as_json(about, figures), indent=2) + "\n")
    return 0


def _measure_import(options: argparse.Namespace) -> int:
    figures = import_bench.measure(options.rows, options.repeats, _say)
    print(import_bench.table(figures), "\n")
    targets = import_bench.targets(figures)
    print("\n".join(map(str, targets)))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    return 0


def _measure_pages(options: argparse.Namespace) -> int:
    about, figures = pages_bench.measure(options.repeats, options.only, _say)
    print(pages_bench.table(figures), "\n")
    print("\n".join(str(one.target()) for one in figures))
    if options.json:
        options.json.write_text(json.dumps(pages_bench.as_json(about, figures), indent=2) + "\n")
    return 0


def _measure_reports(options: argparse.Namespace) -> int:
    figures = reports_bench.measure(options.repeats, _say)
    print(reports_bench.table(figures), "\n")
    print("\n".join(map(str, reports_bench.targets(figures))))
    if options.json:
        options.json.write_text(json.dumps(reports_bench.as_json(figures), indent=2) + "\n")
    return 0


def _fuzz(options: argparse.Namespace) -> int:
    found = bench.measure(options.inputs, options.seed, options.samples, options.keep, _say)
    seconds, number = found.slowest
    print(bench.table(found), "\n")
    print(f"seed {found.seed}; the slowest without a fault: input {number}, {seconds:.2f} s")
    if found.faults:
        print(f"the inputs of {len(found.faults):,} faults are in {options.keep}")
    if options.json:
        options.json.write_text(json.dumps(bench.as_json(found), indent=2) + "\n")
    return 1 if found.faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    chart = what.add_parser("map", help="the map against its floor and the usual way")
    chart.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    chart.add_argument(
        "--repeats", type=int, default=REPEATS, help="filter changes of each page (%(default)s)"
    )
    chart.add_argument(
        "--outlines",
        type=Path,
        metavar="GEOJSON",
        help="detailed outlines for the usual way, with a column adm2_pcode",
    )
    take = what.add_parser("import", help="a million group rows, from CSV files to figures")
    take.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    take.add_argument(
        "--rows", type=int, default=import_bench.ROWS, help="group rows (default %(default)s)"
    )
    take.add_argument(
        "--repeats", type=int, default=REPEATS, help="filter changes; 0 for none (%(default)s)"
    )
    pages = what.add_parser("pages", help="each page against an empty fragment")
    pages.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    pages.add_argument("--only", default="", metavar="TEXT", help="pages with this in their name")
    pages.add_argument(
        "--repeats", type=int, default=REPEATS, help="filter changes of each page (%(default)s)"
    )
    _add_fuzz(what)
    made = what.add_parser("reports", help="the files to take along: seconds and size")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    made.add_argument(
        "--repeats", type=int, default=reports_bench.REPEATS, help="of each file (%(default)s)"
    )
    return parser.parse_args()


def _add_fuzz(what: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    fuzz = what.add_parser("fuzz", help="bad inputs of every kind, read by every reader")
    fuzz.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    fuzz.add_argument(
        "--inputs", type=int, default=bench.INPUTS, help="how many (default %(default)s)"
    )
    fuzz.add_argument("--seed", type=int, default=bench.SEED, help="(default %(default)s)")
    fuzz.add_argument(
        "--samples", type=Path, metavar="FOLDER", help="CSV files to damage beside those made here"
    )
    fuzz.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        default=Path("bench/results/fuzz-faults"),
        help="where inputs that are faults are kept (default %(default)s)",
    )


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
