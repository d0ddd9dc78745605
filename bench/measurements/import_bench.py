"""The bench of the import: a million group rows, from two CSV files to figures.

What DuckDB alone needs to load the same files into tables is measured beside it, on the same
disk within the same minute. Each measurement is a process of its own, as a schedule starts it.
Then the dashboard with these rows stored: its filter changes against those with 386 participants.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from bench.browser import chromium
from bench.browser.measures import filter_changes
from bench.browser.servers import PROJECT, running
from bench.browser.subjects import DASHBOARD
from bench.browser.visit import first_visit
from bench.measurements.records import write_groups, write_people
from bench.measurements.report import Say, Target

ROWS = 1_000_000
REPEATS = 30
ROUNDS = 3
TURNS = 5
PEOPLE = 5_000
TIMES_DUCKDB, SECONDS_MORE, MEMORY_MB, TIMES_FEW = 4, 10, 1500, 1.2
PEOPLE_SECONDS = 3
LINES = {
    "group rows": "{rows:,.0f}",
    "participants in them": "{participants:,.0f}",
    "DuckDB alone loads the files, s": "{duckdb_s:.2f}",
    "`python -m data import`, start to end, s": "{import_s:.2f}",
    "its memory at the most, MB": "{import_mb:,.0f}",
    "stored rows back as records, s": "{load_s:.2f}",
    "records to arrays, once, s": "{arrays_s:.2f}",
    "headline figures of the whole, s": "{figures_s:.3f}",
    "workbook of 5,000 single people to its report, s": "{people_s:.2f}",
    "filter change with 386 participants, ms": "{few_ms:,.0f}",
    "filter change with these rows stored, ms": "{stored_ms:,.0f}",
}

DUCKDB_ALONE = """
import sys, time, duckdb
began = time.monotonic()
with duckdb.connect(sys.argv[1]) as connection:
    for name in ("trainings", "attendance"):
        file = f"{sys.argv[2]}/{name}.csv"
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{file}')")
print(time.monotonic() - began)
"""
LOADING = """
import json, sys, time
from datetime import date
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.address import open_store
began = time.monotonic()
records = open_store(sys.argv[1]).records(date(2026, 1, 1))
loaded = time.monotonic()
records.cells.kept.by_month
ready = time.monotonic()
headline = coverage(records, whole(records)).headline
seconds = {"load": loaded - began, "arrays": ready - loaded, "figures": time.monotonic() - ready}
print(json.dumps(seconds | {"participants": headline.participants}))
"""
UNDERSTANDING = """
import sys, time
from datetime import date
from pathlib import Path
from data.understanding.understand import understand
content = Path(sys.argv[1]).read_bytes()
began = time.monotonic()
answer = understand([content], date(2026, 1, 1))
assert answer.checked.participants_accepted == int(sys.argv[2]), answer.checked.problems
print(time.monotonic() - began)
"""


@dataclass(frozen=True)
class Ran:
    """A process that ended well: its last line, how long it took, its memory at the most."""

    printed: str
    seconds: float
    megabytes: float


def measure(rows: int, repeats: int, say: Say) -> dict[str, float]:
    """Measure each step ``ROUNDS`` times; return the medians, in seconds, MB and ms.

    ``rows`` are the group rows of the two files, ``repeats`` the filter changes of the dashboard
    with these rows stored; 0 leaves them out.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say(f"writing {rows:,} group rows")
        files = write_groups(folder, rows)
        alone, taken, loads = [], [], []
        for number in range(ROUNDS):
            say(f"round {number + 1} of {ROUNDS}")
            plain, store = folder / f"plain-{number}.duckdb", folder / str(number) / "r.duckdb"
            alone.append(float(ran("-c", DUCKDB_ALONE, str(plain), name).printed))
            taken.append(ran("-m", "data", "import", *files, "--store", str(store)))
            loads.append(json.loads(ran("-c", LOADING, str(store)).printed))
        say(f"a workbook of {PEOPLE:,} single people")
        people = folder / "people.xlsx"
        write_people(people, PEOPLE)
        seconds = [float(ran("-c", UNDERSTANDING, str(people), str(PEOPLE)).printed) for _ in alone]
        latency = filter_latency(store, repeats, say) if repeats else {}
        return {
            "rows": rows,
            "participants": loads[0]["participants"],
            "duckdb_s": median(alone),
            "import_s": median(one.seconds for one in taken),
            "import_mb": max(one.megabytes for one in taken),
            "load_s": median(one["load"] for one in loads),
            "arrays_s": median(one["arrays"] for one in loads),
            "figures_s": median(one["figures"] for one in loads),
            "people_s": median(seconds),
            **latency,
        }


def targets(figures: dict[str, float]) -> list[Target]:
    """Compare the import with DuckDB alone, and its memory with what it may take."""
    allowed = TIMES_DUCKDB * figures["duckdb_s"] + SECONDS_MORE
    targets = [
        Target("checked and stored, s (4 x DuckDB alone + 10 s)", figures["import_s"], allowed),
        Target("memory of the import, MB", figures["import_mb"], MEMORY_MB),
        Target("5,000 single people, file to report, s", figures["people_s"], PEOPLE_SECONDS),
    ]
    if "stored_ms" in figures:
        times = figures["stored_ms"] / figures["few_ms"]
        targets.append(Target("filter change, these rows stored / 386", times, TIMES_FEW))
    return targets


def filter_latency(store: Path, repeats: int, say: Say) -> dict[str, float]:
    """Return the median filter change in ms: of the illustrative records, and of stored ones.

    Both are of one server that has both sets of records, in turns: what else the machine does is
    the same for both. ``repeats`` are filter changes of each, in ``TURNS`` turns; the result is
    the median of the turns'.
    """
    # Which records are open is said of both: a dashboard with stored ones would open those.
    subjects = {
        name: replace(DASHBOARD, address=f"{DASHBOARD.address}&records={records}")
        for name, records in (("few_ms", "illustrative"), ("stored_ms", "stored"))
    }
    times: dict[str, list[float]] = {name: [] for name in subjects}
    log = store.with_name("server.log")
    with (
        chromium.launched() as browser,
        running(DASHBOARD.script, log, {"DATABASE_URL": str(store)}) as server,
    ):
        for subject in subjects.values():
            first_visit(browser, server, subject)
        for turn in range(TURNS):
            say(f"filter changes, turn {turn + 1} of {TURNS}")
            for name, subject in subjects.items():
                changes = filter_changes(browser, server, subject, max(2, repeats // TURNS))
                times[name].append(changes.median_ms)
    return {name: median(turns) for name, turns in times.items()}


def ran(*arguments: str) -> Ran:
    """Run Python once and wait; ``RuntimeError`` with what it said if it does not end well."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as problems:
        began = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - made of constants
            [sys.executable, *arguments], cwd=PROJECT, stdout=out, stderr=problems
        )
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        problems.seek(0)
        if process.returncode:
            raise RuntimeError(problems.read().decode())
        # Kilobytes on Linux, bytes on macOS.
        unit = 1_000_000 if sys.platform == "darwin" else 1_000
        # On a slow machine DuckDB draws a bar of its progress, in percent, among what is printed.
        lines = [line for line in out.read().decode().splitlines() if line and "%" not in line]
        return Ran(lines[-1], seconds, used.ru_maxrss / unit)
