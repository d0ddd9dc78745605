"""The bench of growth: the dashboard with ten million rows of attendance stored, beside 386 people.

The rows are written into the store's tables by SQL, each of another training, home and agency.
"""

import json
import tempfile
from datetime import datetime
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from bench.browser.subjects import DASHBOARD
from bench.measurements.import_bench import LOADING, TIMES_FEW, filter_latency, ran
from bench.measurements.records import AGENCIES
from bench.measurements.report import Say, Target
from bench.viewers.bench import watched
from bench.viewers.sites import one_process
from data.store.address import open_store
from geo.districts import gazetteer

ROWS, REPEATS = 10_000_000, 30
#: Rows of attendance of one training, and days over which trainings are spread.
PER_TRAINING, DAYS = 500, 1461
SECONDS = 12.0
TIMES_MEMORY, OPENED_SECONDS = 1.5, 5
LINES = {
    "rows of attendance stored": "{rows:,.0f}",
    "memory of a server with 386 participants, MB": "{few_mb:,.0f}",
    "memory of a server with these rows, MB": "{stored_mb:,.0f}",
    "records opened, s": "{opened_s:.1f}",
    "filter change with 386 participants, ms": "{few_ms:,.0f}",
    "filter change with these rows stored, ms": "{stored_ms:,.0f}",
}

TRAININGS = """
INSERT INTO trainings (import_id, position, training_id, title, level, date_start, date_end,
    venue, venue_adm2_pcode, themes, delivered_by, donor, status)
SELECT 1, t, 'B' || t, 'Training ' || t, ['national', 'provincial', 'district'][1 + t % 3], day,
    day, 'Training centre', '', 'referral', 'Measured records', 'Donor ' || t % 4, 'held'
FROM (SELECT t, DATE '2021-01-01' + (hash(t) % {days})::INTEGER AS day FROM range({trainings}) r(t))
"""
ATTENDANCE = """
INSERT INTO attendance (import_id, position, training_id, adm2_pcode, agency,
    participants_f, participants_m)
SELECT 1, n, 'B' || n // {per}, h.words, a.words,
    CASE WHEN hash(n) % 20 > 0 THEN (hash(n) % 7 * h.size)::INTEGER END,
    CASE WHEN hash(n) % 31 > 0 THEN (hash(n) % 11 * h.size)::INTEGER END
FROM (SELECT n, (hash(n // {per}) % {cells} + n % {per}) % {cells} AS cell FROM range({rows}) r(n))
JOIN homes h ON h.place = cell // {agencies} JOIN agencies a ON a.place = cell % {agencies}
ORDER BY n
"""


def measure(rows: int, repeats: int, say: Say) -> dict[str, float]:
    """Return memory of a server in MB, seconds to open the records, and ms of a filter change.

    ``rows`` are the rows of attendance stored, ``repeats`` the filter changes of each set.
    """
    with tempfile.TemporaryDirectory() as name:
        store = Path(name) / "records.duckdb"
        say("a server of 386 participants")
        few_mb = _memory_mb(Path(name))
        say(f"a server of {rows:,} rows")
        fill(store, rows)
        opened = json.loads(ran("-c", LOADING, str(store)).printed)
        stored_mb = _memory_mb(Path(name))
        return {
            "rows": rows,
            "participants": opened["participants"],
            "opened_s": opened["load"] + opened["arrays"],
            "few_mb": few_mb,
            "stored_mb": stored_mb,
            **filter_latency(store, repeats, say),
        }


def fill(path: Path, rows: int) -> None:
    """Make a store with so many rows of attendance, as one import."""
    open_store(str(path)).note(datetime.now().astimezone(), "bench", "made", "rows")
    homes, trainings = sorted(gazetteer.names()), max(rows // PER_TRAINING, 1)
    sizes = {"cells": len(homes) * len(AGENCIES), "agencies": len(AGENCIES), "rows": rows}
    with duckdb.connect(path) as connection:
        # Districts of very different size, so that some change colour at each step of the date.
        parts = {"homes": {"words": homes, "size": np.geomspace(0.1, 4, len(homes))}}
        for table, columns in (parts | {"agencies": {"words": AGENCIES}}).items():
            connection.register(table, pd.DataFrame(columns).reset_index(names="place"))
        connection.execute(
            "INSERT INTO imports (id, who, imported_at, file_name, content_hash, trainings, "
            "attendance, participants, problems, merged_duplicates) VALUES "
            "(1, 'bench', '2025-06-01', 'rows.csv', '', $1, $2, 0, 0, 0)",
            [trainings, rows],
        )
        connection.execute(TRAININGS.format(trainings=trainings, days=DAYS))
        connection.execute(ATTENDANCE.format(per=PER_TRAINING, **sizes))


def _memory_mb(folder: Path) -> float:
    """Return the memory of a server of a folder's store, once somebody has changed a filter."""
    with one_process(DASHBOARD, folder) as site:
        return watched(site, 1, SECONDS).memory_mb


def targets(figures: dict[str, float]) -> list[Target]:
    """Compare with what 386 participants take."""
    times = {name: figures[f"stored_{name}"] / figures[f"few_{name}"] for name in ("mb", "ms")}
    return [
        Target("memory of a server, these rows stored / 386", times["mb"], TIMES_MEMORY),
        Target("records opened, s", figures["opened_s"], OPENED_SECONDS),
        Target("filter change, these rows stored / 386", times["ms"], TIMES_FEW),
    ]
