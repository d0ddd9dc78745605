"""Filter changes of the dashboard with ten million participants stored, against its 386."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import browser as chromium
from bench.measures import filter_changes
from bench.servers import running
from bench.subjects import DASHBOARD, Subject
from bench.visit import visiting

STORED = replace(DASHBOARD, address=f"{DASHBOARD.address}&records=stored")
STORE_VARIABLE = "DATABASE_URL"


def filter_latency(store: Path, repeats: int, say: Callable[[str], None]) -> dict[str, float]:
    """Return the median filter change in ms: of the illustrative records, and of stored ones.

    Parameters
    ----------
    store
        The file of the records.
    repeats
        Filter changes of each.
    """
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        found = {
            name: _median(browser, subject, store, repeats, say)
            for name, subject in (("few_ms", DASHBOARD), ("stored_ms", STORED))
        }
        browser.close()
    return found


def _median(
    browser: Browser, subject: Subject, store: Path, repeats: int, say: Callable[[str], None]
) -> float:
    say(f"filter changes of {subject.address}")
    log = store.with_name("server.log")
    with running(subject.script, log, {STORE_VARIABLE: str(store)}) as server:
        with visiting(browser, server, subject):
            pass  # the first visitor waits for what all later ones share
        return filter_changes(browser, server, subject, repeats).median_ms
