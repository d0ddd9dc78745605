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

from playwright.sync_api import Browser

from bench.browser import chromium
from bench.browser.measures import KILOBYTE
from bench.browser.servers import Server, running
from bench.browser.subjects import DASHBOARD, EMPTY_PAGE, Subject
from bench.browser.visit import SLOW_LINK, Link, visiting
from bench.measurements.report import Say, Target

REPEATS = 5
STARTS = 3
SLOW_LOADS = 3
#: The screen that opens at the bare address.
FRONT = replace(DASHBOARD, address="/")
SUBJECTS = (EMPTY_PAGE, FRONT)
NEAR, SLOW, FIRST = "the machine's own", "slow", "the machine's own, first visitor"
COLUMNS = {
    "page": "{.subject}",
    "link": "{.link}",
    "first text, ms": "{.text_ms:,.0f}",
    "map seen, ms": "{.seen_ms:,.0f}",
    "map answers, ms": "{.painted_ms:,.0f}",
    "moved, kB": "{.kilobytes:,.0f}",
    "loads": "{.loads}",
    "start, s": "{.start_s:.1f}",
}
MEASURED = ("text_ms", "seen_ms", "painted_ms", "kilobytes")


@dataclass(frozen=True)
class Loads:
    """Loads of one page over one link, with an empty cache, counted from the call: the medians."""

    subject: str
    link: str
    text_ms: float  #: Until something can be read.
    seen_ms: float  #: Until the map is seen, if only as a picture, or a page without one its text.
    painted_ms: float  #: Until the map that answers has its colours, or that text is there.
    kilobytes: float  #: Moved to the browser until all was quiet.
    loads: int = 1
    start_s: float | None = None  #: From the command to the server's first healthy answer.


def measure(repeats: int, say: Say) -> list[Loads]:
    """Measure the dashboard's front page and an empty page by turns, ``repeats`` loads of each.

    By turns, since a machine that is busy is not as busy all the time.
    """
    with (
        tempfile.TemporaryDirectory() as name,
        chromium.launched() as browser,
        ExitStack() as stack,
    ):
        folder = Path(name)
        say("first visitors after a start")
        rounds = [[_first(browser, one, folder) for one in SUBJECTS] for _ in range(STARTS)]
        figures = _medians(rounds)
        servers = [stack.enter_context(_server(one, folder)) for one in SUBJECTS]
        visited = list(zip(servers, SUBJECTS, strict=True))
        for server, one in visited:
            _load(browser, server, one)
        for words, link, times in ((NEAR, None, repeats), (SLOW, SLOW_LINK, SLOW_LOADS)):
            say(f"cold loads: {words} link")
            rounds = [[_load(browser, *one, words, link) for one in visited] for _ in range(times)]
            figures += _medians(rounds)
        return figures


def _server(subject: Subject, folder: Path) -> AbstractContextManager[Server]:
    records = {"DATABASE_URL": str(folder / "records.duckdb")}  # never somebody's own
    return running(subject.script, folder / f"{subject.script.stem}.log", records)


def _first(browser: Browser, subject: Subject, folder: Path) -> Loads:
    """Start a server and be its first visitor."""
    called = time.monotonic()
    with _server(subject, folder) as server:
        start_s = time.monotonic() - called
        return replace(_load(browser, server, subject, FIRST), start_s=start_s)


def _load(
    browser: Browser, server: Server, subject: Subject, words: str = NEAR, link: Link | None = None
) -> Loads:
    with visiting(browser, server, subject, link) as visit:
        text = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
        return Loads(
            subject.name,
            words,
            text_ms=float(visit.page.evaluate(text)),
            seen_ms=float(visit.tell("seen")),
            painted_ms=float(visit.tell("painted")),
            kilobytes=visit.traffic.received / KILOBYTE,
        )


def _medians(rounds: list[list[Loads]]) -> list[Loads]:
    """Return the medians of each subject, one of each in every round."""
    medians = []
    for loads in zip(*rounds, strict=True):
        measured = {name: median(getattr(one, name) for one in loads) for name in MEASURED}
        starts = [one.start_s for one in loads if one.start_s is not None]
        start_s = median(starts) if starts else None
        medians.append(replace(loads[0], loads=len(loads), start_s=start_s, **measured))
    return medians


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
