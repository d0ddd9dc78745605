"""The bench of the files to take along: how long each takes, and how large it is.

Each file is made anew from the figures of the illustrative records, as a click makes it: nothing
of a file before is used. The first of each kind also loads its libraries, and stands apart.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.measurements.report import Target
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import embedded
from reports.exports.files import FILES, ReportFile, View

REPEATS = 7
#: The most seconds and megabytes of a file, by command and ending.
SECONDS = {("deck", "pptx"): 3.0, ("brief", "pdf"): 3.0, ("map", "png"): 2.0}
MEGABYTES = {("deck", "pptx"): 3.0, ("html", "html"): 0.6}
Say = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """One file: seconds of the first, the median of the others, and its bytes.

    ``cpu`` are the seconds of a processor, also the median: on a machine that does other work
    they say what is the file's own.
    """

    file: ReportFile
    first: float
    seconds: float
    cpu: float
    size: int


def measure(repeats: int, say: Say) -> list[Measured]:
    """Make every file so many times."""
    return [_measured(one, repeats, say) for one in FILES]


def _measured(one: ReportFile, repeats: int, say: Say) -> Measured:
    say(f"{one.label} \u2026")
    records, outlines = illustrative(), embedded()
    times, cpu = [], []
    for _ in range(repeats + 1):
        view = View(coverage(records, whole(records)), outlines)
        began, used = time.perf_counter(), time.process_time()
        content = one.make(view)
        times.append(time.perf_counter() - began)
        cpu.append(time.process_time() - used)
    return Measured(one, times[0], median(times[1:]), median(cpu[1:]), len(content))


def table(figures: list[Measured]) -> str:
    """Return the figures as a table in Markdown."""
    lines = ["| file | first, s | median, s | CPU, s | kB |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {one.file.label} | {one.first:.2f} | {one.seconds:.2f} | {one.cpu:.2f} | "
        f"{one.size / 1000:,.0f} |"
        for one in figures
    ]
    return "\n".join(lines)


def targets(figures: list[Measured]) -> list[Target]:
    """Compare the figures with what they are to reach."""
    found = {(one.file.key, one.file.ending): one for one in figures}
    seconds = [
        Target(f"{found[key].file.label}, s", found[key].seconds, most)
        for key, most in SECONDS.items()
    ]
    sizes = [
        Target(f"{found[key].file.label}, MB", found[key].size / 1e6, most)
        for key, most in MEGABYTES.items()
    ]
    return seconds + sizes


def as_json(figures: list[Measured]) -> list[dict[str, Any]]:
    """Return the figures for a file."""
    return [
        {
            "command": one.file.key,
            "ending": one.file.ending,
            "first_s": round(one.first, 3),
            "median_s": round(one.seconds, 3),
            "median_cpu_s": round(one.cpu, 3),
            "bytes": one.size,
        }
        for one in figures
    ]
