"""The bench of the front door: what a visitor waits for who has never been here.

The first visitor after a start beside later ones, cold loads within the machine and over a slow
link, and an empty Streamlit page in the same run.
"""

import tempfile
import time
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.browser import chromium
from bench.browser.measures import KILOBYTE
from bench.browser.servers import Server, running
from bench.browser.subjects import DASHBOARD, EMPTY_PAGE, Subject
from bench.browser.visit import SLOW_LINK, Link, visiting
from bench.measurements.report import Say, Target, machine, markdown

REPEATS = 5
STARTS = 3
SLOW_LOADS = 3
#: The screen that opens at the bare address.
FRONT = replace(DASHBOARD, address="/")
SUBJECTS = (EMPTY_PAGE, FRONT)
NEAR, SLOW, FIRST = "the machine's own", "slow", "the machine's own, first visitor"
COLUMNS = (
    *("page", "link", "first text, ms", "map seen, ms", "map answers, ms"),
    *("moved, kB", "loads", "start, s"),
)


@dataclass(frozen=True)
class Load:
    """One load with an empty cache, counted from the call."""

    text_ms: float  #: Until something can be read.
    seen_ms: float  #: Until the map is seen, if only as a picture, or a page without one its text.
    painted_ms: float  #: Until the map that answers has its colours, or that text is there.
    kilobytes: float  #: Moved to the browser until all was quiet.
    start_s: float = 0.0  #: From the command to the first healthy answer, of the server's start.


@dataclass(frozen=True)
class Loads:
    """The medians of one page's loads over one link."""

    subject: str
    link: str
    text_ms: float
    seen_ms: float
    painted_ms: float
    kilobytes: float
    loads: int
    start_s: float


def measure(repeats: int, say: Say) -> tuple[dict[str, str], list[Loads]]:
    """Measure the dashboard's front page and an empty page by turns, ``repeats`` loads of each.

    By turns, since a machine that is busy is not as busy all the time.
    """
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser, folder = chromium.launch(playwright), Path(name)
        say("first visitors after a start")
        rounds = [[_first(browser, one, folder) for one in SUBJECTS] for _ in range(STARTS)]
        figures = _medians(FIRST, rounds)
        with ExitStack() as stack:
            servers = [stack.enter_context(_server(one, folder)) for one in SUBJECTS]
            visited = list(zip(servers, SUBJECTS, strict=True))
            for server, one in visited:
                _load(browser, server, one)
            for words, link, times in ((NEAR, None, repeats), (SLOW, SLOW_LINK, SLOW_LOADS)):
                say(f"cold loads: {words} link")
                rounds = [[_load(browser, *one, link) for one in visited] for _ in range(times)]
                figures += _medians(words, rounds)
        about = machine(browser.version)
        browser.close()
    return about, figures


def _server(subject: Subject, folder: Path) -> AbstractContextManager[Server]:
    records = {"DATABASE_URL": str(folder / "records.duckdb")}  # never somebody's own
    return running(subject.script, folder / f"{subject.script.stem}.log", records)


def _first(browser: Browser, subject: Subject, folder: Path) -> Load:
    """Start a server and be its first visitor."""
    called = time.monotonic()
    with _server(subject, folder) as server:
        start_s = time.monotonic() - called
        return replace(_load(browser, server, subject), start_s=start_s)


def _load(browser: Browser, server: Server, subject: Subject, link: Link | None = None) -> Load:
    with visiting(browser, server, subject, link) as visit:
        text = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        return Load(
            text_ms=float(visit.page.evaluate(text)),
            seen_ms=float(visit.tell("seen")),
            painted_ms=float(visit.tell("painted")),
            kilobytes=visit.traffic.received / KILOBYTE,
        )


def _medians(link: str, rounds: list[list[Load]]) -> list[Loads]:
    """Return the medians of each subject, one of each in every round."""
    return [
        Loads(
            subject.name,
            link,
            text_ms=median(one.text_ms for one in loads),
            seen_ms=median(one.seen_ms for one in loads),
            painted_ms=median(one.painted_ms for one in loads),
            kilobytes=median(one.kilobytes for one in loads),
            loads=len(loads),
            start_s=median(one.start_s for one in loads),
        )
        for subject, loads in zip(SUBJECTS, zip(*rounds, strict=True), strict=True)
    ]


def targets(figures: list[Loads]) -> list[Target]:
    """Compare the front page with the empty page and with later visitors of the same run."""
    by_name = {(one.subject, one.link): one for one in figures}
    first, near, slow = (by_name[FRONT.name, link] for link in (FIRST, NEAR, SLOW))
    empty = by_name[EMPTY_PAGE.name, NEAR]
    return [
        Target("first text, ms", near.text_ms, 1000),
        Target("first visitor / later ones", first.painted_ms / near.painted_ms, 1.3),
        Target("map seen / empty page", near.seen_ms / empty.painted_ms, 1.2),
        Target("map that answers / empty page", near.painted_ms / empty.painted_ms, 1.2),
        Target("map seen over the slow link, s", slow.seen_ms / 1000, 9),
        Target("map that answers over the slow link, s", slow.painted_ms / 1000, 9),
        Target("moved over the slow link, MB", slow.kilobytes / KILOBYTE, 1.4),
    ]


def table(figures: list[Loads]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        (
            one.subject,
            one.link,
            f"{one.text_ms:,.0f}",
            f"{one.seen_ms:,.0f}",
            f"{one.painted_ms:,.0f}",
            f"{one.kilobytes:,.0f}",
            str(one.loads),
            f"{one.start_s:.1f}" if one.start_s else "",
        )
        for one in figures
    ]
    return markdown(COLUMNS, rows)
