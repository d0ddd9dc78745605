"""The bench of the drill for a lost machine: from a backup and an empty place to the figures.

Each step is a process of its own, as an administrator starts it. What comes before, installing
the dashboard, hangs on the network and is timed by whoever does the drill.
"""

import json
import tempfile
from pathlib import Path

from bench.measurements.import_bench import LOADING, ran
from bench.measurements.records import write_groups
from bench.measurements.report import Say, Target, markdown

ROWS = 100_000
MINUTES = 10


def measure(rows: int, say: Say) -> dict[str, float]:
    """Back up a store of so many rows of attendance, and restore it; return seconds and MB.

    Raises ``RuntimeError`` where the restored store has another number of participants.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say(f"writing and importing {rows:,} rows")
        files = write_groups(folder, rows)
        lost, new = str(folder / "lost" / "r.duckdb"), str(folder / "new" / "r.duckdb")
        ran("-m", "data", "import", *files, "--store", lost)
        before = json.loads(ran("-c", LOADING, lost).printed)
        say("backup and restore")
        backup = folder / "all.backup"
        made = ran("-m", "data", "backup", "--store", lost, str(backup))
        restored = ran("-m", "data", "restore", "--store", new, str(backup))
        opened = ran("-c", LOADING, new)
        after = json.loads(opened.printed)
        if after["participants"] != before["participants"]:
            raise RuntimeError("The restored records are not those that were backed up.")
        return {
            "rows": rows,
            "backup_s": made.seconds,
            "backup_mb": backup.stat().st_size / 1_000_000,
            "restore_s": restored.seconds,
            "restore_memory_mb": restored.megabytes,
            "opened_s": opened.seconds,
        }


def targets(figures: dict[str, float]) -> list[Target]:
    """Compare the way from a backup to the figures with what a drill may take in all."""
    minutes = (figures["restore_s"] + figures["opened_s"]) / 60
    return [Target("from the backup to the figures, min", minutes, MINUTES)]


def table(figures: dict[str, float]) -> str:
    """Return the figures as a Markdown table."""
    rows = {
        "rows of attendance": f"{figures['rows']:,.0f}",
        "`python -m data backup`, s": f"{figures['backup_s']:.1f}",
        "the backup, MB": f"{figures['backup_mb']:.1f}",
        "`python -m data restore` into nothing, s": f"{figures['restore_s']:.1f}",
        "its memory at the most, MB": f"{figures['restore_memory_mb']:,.0f}",
        "the restored records opened, to the headline figures, s": f"{figures['opened_s']:.1f}",
    }
    return markdown(("restore", ""), rows.items())
