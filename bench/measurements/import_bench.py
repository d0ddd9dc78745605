"""The bench of the import: a million group rows, from two CSV files to figures.

What DuckDB alone needs to load the same files into tables is measured beside it, on the same
disk within the same minute. Each measurement is a process of its own, as a schedule starts it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
import openpyxl
import pandas as pd

from bench.measurements.records import AGENCIES, DAYS, FIRST_DAY, SEED
from bench.measurements.report import Target
from bench.measurements.stored_bench import filter_latency
from geo.districts import gazetteer

ROOT = Path(__file__).parents[2]
ROWS = 1_000_000
PER_TRAINING = 25
REPEATS = 3
PEOPLE = 5_000
TIMES_DUCKDB, SECONDS_MORE, MEMORY_MB, TIMES_FEW = 4, 10, 1500, 1.2
PEOPLE_SECONDS = 3
Say = Callable[[str], None]

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
from data.store.store import open_store
began = time.monotonic()
records = open_store(sys.argv[1]).records(date(2026, 1, 1))
loaded = time.monotonic()
records.cells
ready = time.monotonic()
headline = coverage(records, whole(records)).headline
told = {"load": loaded - began, "arrays": ready - loaded, "figures": time.monotonic() - ready}
print(json.dumps(told | {"participants": headline.participants}))
"""
UNDERSTANDING = """
import sys, time
from datetime import date
from pathlib import Path
from data.understanding.understand import understand
content = Path(sys.argv[1]).read_bytes()
began = time.monotonic()
found = understand([content], date(2026, 1, 1))
assert found.checked.participants_accepted == int(sys.argv[2]), found.checked.problems
print(time.monotonic() - began)
"""


@dataclass(frozen=True)
class Ran:
    """A process that ended well: its last line, how long it took, its memory at the most."""

    printed: str
    seconds: float
    megabytes: float


def measure(rows: int, changes: int, say: Say) -> dict[str, float]:
    """Measure each step ``REPEATS`` times; return the medians, in seconds, MB and ms.

    Parameters
    ----------
    rows
        Group rows of the two files.
    changes
        Filter changes of the dashboard with these rows stored; 0 leaves them out.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say(f"writing {rows:,} group rows")
        write_groups(folder, rows)
        files = [str(folder / f"{table}.csv") for table in ("trainings", "attendance")]
        alone, taken, loads = [], [], []
        for number in range(REPEATS):
            say(f"round {number + 1} of {REPEATS}")
            plain, store = folder / f"plain-{number}.duckdb", folder / str(number) / "r.duckdb"
            alone.append(float(ran("-c", DUCKDB_ALONE, str(plain), name).printed))
            taken.append(ran("-m", "data", "import", *files, "--store", str(store)))
            loads.append(json.loads(ran("-c", LOADING, str(store)).printed))
        say(f"a workbook of {PEOPLE:,} single people")
        people = folder / "people.xlsx"
        write_people(people, PEOPLE)
        told = [float(ran("-c", UNDERSTANDING, str(people), str(PEOPLE)).printed) for _ in alone]
        latency = filter_latency(store, changes, say) if changes else {}
        return {
            "rows": rows,
            "participants": loads[0]["participants"],
            "duckdb_s": median(alone),
            "import_s": median(one.seconds for one in taken),
            "import_mb": max(one.megabytes for one in taken),
            "load_s": median(one["load"] for one in loads),
            "arrays_s": median(one["arrays"] for one in loads),
            "figures_s": median(one["figures"] for one in loads),
            "people_s": median(told),
            **latency,
        }


def targets(figures: dict[str, float]) -> list[Target]:
    """Compare the import with DuckDB alone, and its memory with what it may take."""
    allowed = TIMES_DUCKDB * figures["duckdb_s"] + SECONDS_MORE
    found = [
        Target("checked and stored, s (4 x DuckDB alone + 10 s)", figures["import_s"], allowed),
        Target("memory of the import, MB", figures["import_mb"], MEMORY_MB),
        Target("5,000 single people, file to report, s", figures["people_s"], PEOPLE_SECONDS),
    ]
    if "stored_ms" in figures:
        times = figures["stored_ms"] / figures["few_ms"]
        found.append(Target("filter change, these rows stored / 386", times, TIMES_FEW))
    return found


def table(figures: dict[str, float]) -> str:
    """Return the figures as lines of a Markdown table."""
    told = {
        "group rows": f"{figures['rows']:,.0f}",
        "participants in them": f"{figures['participants']:,.0f}",
        "DuckDB alone loads the files, s": f"{figures['duckdb_s']:.2f}",
        "`python -m data import`, start to end, s": f"{figures['import_s']:.2f}",
        "its memory at the most, MB": f"{figures['import_mb']:,.0f}",
        "stored rows back as records, s": f"{figures['load_s']:.2f}",
        "records to arrays, once, s": f"{figures['arrays_s']:.2f}",
        "headline figures of the whole, s": f"{figures['figures_s']:.3f}",
        "workbook of 5,000 single people to its report, s": f"{figures['people_s']:.2f}",
    }
    if "stored_ms" in figures:
        told["filter change with 386 participants, ms"] = f"{figures['few_ms']:,.0f}"
        told["filter change with these rows stored, ms"] = f"{figures['stored_ms']:,.0f}"
    lines = [f"| {what} | {value} |" for what, value in told.items()]
    return "\n".join(["| import | |", "| --- | ---: |", *lines])


def write_groups(folder: Path, rows: int) -> None:
    """Write the two tables, each attendance row another training x home district x agency."""
    chance = np.random.default_rng(SEED)
    trainings = max(rows // PER_TRAINING, 1)
    names = np.array([f"B{number:06d}" for number in range(trainings)])
    codes = np.array(sorted(gazetteer.names()))
    _trainings(names, chance, codes).to_csv(folder / "trainings.csv", index=False)
    # Steps of one agency and of some districts, so that no key comes twice in a training.
    first = chance.integers(0, len(codes) * len(AGENCIES), trainings)
    places = first[:, None] + 7 * np.arange(PER_TRAINING)
    places = places.reshape(-1) % (len(codes) * len(AGENCIES))
    # Districts of very different size, so that some change their colour at each step of the date.
    sizes = chance.permutation(np.geomspace(0.1, 4, len(codes)))
    scale = (sizes / sizes.mean())[places // len(AGENCIES)]
    attendance = {
        "training_id": np.repeat(names, PER_TRAINING),
        "adm2_pcode": codes[places // len(AGENCIES)],
        "agency": np.array(AGENCIES)[places % len(AGENCIES)],
        "participants_f": chance.poisson(2.5 * scale),
        "participants_m": chance.poisson(7.5 * scale),
        "participants_unspecified": "",
    }
    pd.DataFrame(attendance).to_csv(folder / "attendance.csv", index=False)


def _trainings(names: np.ndarray, chance: np.random.Generator, codes: np.ndarray) -> pd.DataFrame:
    days = pd.to_timedelta(chance.integers(0, DAYS, len(names)), unit="D")
    starts = (pd.Timestamp(FIRST_DAY) + days).strftime("%Y-%m-%d")
    return pd.DataFrame(
        {
            "training_id": names,
            "title": [f"Training {name}" for name in names],
            "level": "district",
            "date_start": starts,
            "date_end": starts,
            "venue": "Training centre",
            "venue_adm2_pcode": chance.choice(codes, len(names)),
            "themes": "identification; referral",
            "delivered_by": "Measured records",
            "donor": np.resize(["Donor A", "Donor B", "Donor C"], len(names)),
            "status": "held",
            "summarises": "",
        }
    )


def write_people(path: Path, people: int) -> None:
    """Write an attendance sheet as the field keeps it: a row a person, made up."""
    chance = np.random.default_rng(SEED)
    districts = gazetteer.districts()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Attendance")
    header = ("S.No", "Name", "Designation", "Department", "District", "Province", "Gender")
    sheet.append([*header, "CNIC", "Mobile", "Training", "Date"])
    for number, home in enumerate(chance.integers(0, len(districts), people)):
        district, province = districts.iloc[home][["name", "province"]]
        told = [number + 1, f"Person {number}", "Inspector", AGENCIES[number % 5 + 1]]
        told += [district, province, ("Female", "Male")[number % 2]]
        told += [
            f"35202-{number:07d}-1",
            f"0300-{number:07d}",
            f"Training {number // PER_TRAINING}",
        ]
        sheet.append([*told, f"2023-05-{1 + number // PER_TRAINING % 28:02d}"])
    book.save(path)


def ran(*arguments: str) -> Ran:
    """Run Python once and wait; ``RuntimeError`` with what it said if it does not end well."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as problems:
        began = time.monotonic()
        running = subprocess.Popen(  # noqa: S603 - made of constants
            [sys.executable, *arguments], cwd=ROOT, stdout=out, stderr=problems
        )
        _, status, used = os.wait4(running.pid, 0)
        seconds = time.monotonic() - began
        running.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        problems.seek(0)
        if running.returncode:
            raise RuntimeError(problems.read().decode())
        # Kilobytes on Linux, bytes on macOS.
        unit = 1_000_000 if sys.platform == "darwin" else 1_000
        # On a slow machine DuckDB draws a bar of its progress, in percent, among what is printed.
        lines = [line for line in out.read().decode().splitlines() if line and "%" not in line]
        return Ran(lines[-1], seconds, used.ru_maxrss / unit)
