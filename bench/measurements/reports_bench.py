"""The bench of the files to take along: how long each takes, and how large it is.

Each file is made anew from the figures of the illustrative records, as a click makes it: nothing
of a file before is used. The first of each kind also loads its libraries, and stands apart.
"""

import time
from dataclasses import dataclass
from statistics import median

from bench.measurements.report import Say, Target
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import embedded
from reports.exports.files import FILES, View

REPEATS = 7
#: The most seconds and megabytes of a file, by command and ending.
SECONDS = {("deck", "pptx"): 3.0, ("brief", "pdf"): 3.0, ("map", "png"): 2.0}
MEGABYTES = {("deck", "pptx"): 3.0, ("html", "html"): 0.6}
COLUMNS = {
    "file": "{.label}",
    "first, s": "{.first:.2f}",
    "median, s": "{.seconds:.2f}",
    "CPU, s": "{.cpu:.2f}",
    "kB": "{.kilobytes:,.0f}",
}


@dataclass(frozen=True)
class Measured:
    """One file: seconds of the first, the median of the others, and its size.

    ``cpu`` are the seconds of a processor, also the median: on a machine that does other work
    they say what is the file's own.
    """

    label: str
    command: str
    ending: str
    first: float
    seconds: float
    cpu: float
    kilobytes: float


def measure(repeats: int, say: Say) -> list[Measured]:
    """Make every file so many times."""
    records, outlines = illustrative(), embedded()
    figures = []
    for file in FILES:
        say(f"{file.label} \u2026")
        times, cpu = [], []
        for _ in range(repeats + 1):
            view = View(coverage(records, whole(records)), outlines)
            began, used = time.perf_counter(), time.process_time()
            content = file.make(view)
            times.append(time.perf_counter() - began)
            cpu.append(time.process_time() - used)
        medians = median(times[1:]), median(cpu[1:])
        names = file.label, file.key, file.ending
        figures.append(Measured(*names, times[0], *medians, len(content) / 1000))
    return figures


def targets(figures: list[Measured]) -> list[Target]:
    """Compare the figures with what they are to reach."""
    files = {(one.command, one.ending): one for one in figures}
    limits = [(files[key], "s", most) for key, most in SECONDS.items()]
    limits += [(files[key], "MB", most) for key, most in MEGABYTES.items()]
    return [
        Target(f"{one.label}, {unit}", one.seconds if unit == "s" else one.kilobytes / 1000, most)
        for one, unit, most in limits
    ]
