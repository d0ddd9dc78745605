"""The commands: ``python -m bench map`` and ``python -m bench import``."""

import argparse
import json
import sys
from pathlib import Path

from bench import import_bench, report
from bench.map_bench import measure

REPEATS = 30


def main() -> int:
    """Measure what the command line names; print the table and write the figures."""
    options = _options()
    if options.what == "import":
        return _measure_import(options)
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
    return parser.parse_args()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
