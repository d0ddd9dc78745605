"""Filter changes of the dashboard with ten million participants stored, against its 386.

Both are of one server that has both sets of records, in turns: what else the machine does is
the same for both.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from bench.browser import chromium
from bench.browser.measures import filter_changes
from bench.browser.servers import running
from bench.browser.subjects import DASHBOARD
from bench.browser.visit import visiting

#: Which records are open is said of both: a dashboard with stored ones would open those.
FEW = replace(DASHBOARD, address=f"{DASHBOARD.address}&records=illustrative")
STORED = replace(DASHBOARD, address=f"{DASHBOARD.address}&records=stored")
STORE_VARIABLE = "DATABASE_URL"
TURNS = 5


def filter_latency(store: Path, repeats: int, say: Callable[[str], None]) -> dict[str, float]:
    """Return the median filter change in ms: of the illustrative records, and of stored ones.

    Parameters
    ----------
    store
        The file of the records.
    repeats
        Filter changes of each, in ``TURNS`` turns; the result is the median of the turns'.
    """
    subjects = {"few_ms": FEW, "stored_ms": STORED}
    found: dict[str, list[float]] = {name: [] for name in subjects}
    log = store.with_name("server.log")
    with (
        sync_playwright() as playwright,
        chromium.launch(playwright) as browser,
        running(FEW.script, log, {STORE_VARIABLE: str(store)}) as server,
    ):
        for subject in subjects.values():
            with visiting(browser, server, subject):
                pass  # the first visitor waits for what all later ones share
        for turn in range(TURNS):
            say(f"filter changes, turn {turn + 1} of {TURNS}")
            for name, subject in subjects.items():
                changes = filter_changes(browser, server, subject, max(2, repeats // TURNS))
                found[name].append(changes.median_ms)
    return {name: median(times) for name, times in found.items()}
