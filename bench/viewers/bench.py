"""The bench of many viewers: how long a change takes when so many look at once."""

import asyncio
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from bench.browser.servers import Server, running
from bench.browser.subjects import DASHBOARD, EMPTY_FRAGMENT, Subject
from bench.measurements.report import Say, Target, markdown
from bench.viewers.client import Viewer

VIEWERS = (1, 10, 30, 60, 100)
#: Seconds for which each number of viewers is watched, after each has made a change.
SECONDS = 12.0
#: Seconds between two changes of a viewer: a look at the map.
PAUSE = (2.0, 4.0)
ARRIVALS_A_SECOND = 15.0
SUBJECTS = (EMPTY_FRAGMENT, DASHBOARD)
COLUMNS = (
    *("page", "processes", "viewers", "change, ms", "p95, ms", "slowest viewer, ms"),
    *("changes a second", "server CPU a change, ms", "MB"),
)


@dataclass(frozen=True)
class Watched:
    """What was measured with so many viewers."""

    subject: str
    processes: int
    viewers: int
    median_ms: float  #: From the change to the whole answer.
    p95_ms: float
    slowest_ms: float  #: The median of the viewer whose median is the longest.
    a_second: float
    cpu_ms: float  #: Of all server processes, for a change.
    memory_mb: float  #: Of all server processes, at the end.


def measure(viewers: Sequence[int], seconds: float, say: Say) -> list[Watched]:
    """Measure this dashboard and an empty fragment with so many viewers of one process."""
    figures = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for subject in SUBJECTS:
            records = {"DATABASE_URL": str(folder / "records.duckdb")}  # never somebody's own
            log = folder / f"{subject.script.stem}.log"
            with running(subject.script, log, records) as server:
                for count in viewers:
                    figures.append(watched(subject, [server], server.url, count, seconds))
                    one = figures[-1]
                    say(f"{one.subject}, {count} viewers: p95 {one.p95_ms:,.0f} ms")
    return figures


def watched(
    subject: Subject, servers: Sequence[Server], url: str, viewers: int, seconds: float
) -> Watched:
    """Let so many viewers come and change their view for some seconds.

    Parameters
    ----------
    subject
        The page.
    servers
        The processes that answer.
    url
        Where viewers come: the server's, or a proxy's before several.
    viewers, seconds
        How many, and for how long once all are there.
    """
    times, spent = asyncio.run(_watch(servers, url, viewers, seconds))
    flat = [one for own in times for one in own]
    medians = [median(own) for own in times if own]
    return Watched(
        subject.name,
        len(servers),
        viewers,
        median_ms=1000 * median(flat),
        p95_ms=1000 * quantiles(flat, n=20, method="inclusive")[-1],
        slowest_ms=1000 * max(medians),
        a_second=len(flat) / seconds,
        cpu_ms=1000 * spent / len(flat),
        memory_mb=sum(one.memory_mb() for one in servers),
    )


async def _watch(
    servers: Sequence[Server], url: str, viewers: int, seconds: float
) -> tuple[list[list[float]], float]:
    """Return the seconds of each viewer's changes, and the processor time of the servers."""
    chance = random.Random(viewers)  # noqa: S311 - pauses, no secrets
    come = [asyncio.create_task(_come(url, place / ARRIVALS_A_SECOND)) for place in range(viewers)]
    there = await asyncio.gather(*come)
    before = sum(one.cpu_seconds() for one in servers)
    until = time.monotonic() + seconds
    changes = [
        asyncio.create_task(_change(one, chance.uniform(0, PAUSE[1]), until)) for one in there
    ]
    times = await asyncio.gather(*changes)
    spent = sum(one.cpu_seconds() for one in servers) - before
    await asyncio.gather(*(one.close() for one in there))
    return list(times), spent


async def _come(url: str, delay: float) -> Viewer:
    await asyncio.sleep(delay)
    viewer = await Viewer.opened(url)
    await viewer.change()  # the first one also warms up what every later one finds warm
    return viewer


async def _change(viewer: Viewer, delay: float, until: float) -> list[float]:
    chance = random.Random(id(viewer))  # noqa: S311 - pauses, no secrets
    times = []
    await asyncio.sleep(delay)
    while time.monotonic() < until:
        times.append(await viewer.change())
        await asyncio.sleep(chance.uniform(*PAUSE))
    return times


def targets(figures: list[Watched]) -> list[Target]:
    """Compare with what is to be reached on two cores."""
    ours = {one.viewers: one for one in figures if one.subject == DASHBOARD.name}
    floor = {one.viewers: one for one in figures if one.subject == EMPTY_FRAGMENT.name}
    found = []
    if 1 in ours and 1 in floor:
        times = ours[1].median_ms / floor[1].median_ms
        found.append(Target("one viewer, change / empty fragment", times, 1.2))
    for count, one in ours.items():
        found.append(Target(f"{count} viewers, server CPU a change, ms", one.cpu_ms, 15))
    if 100 in ours:
        found.append(Target("100 viewers, p95 ms", ours[100].p95_ms, 334))
        even = ours[100].slowest_ms / ours[100].median_ms
        found.append(Target("100 viewers, the slowest viewer / the median", even, 3))
    return found


def table(figures: list[Watched]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        (
            one.subject,
            str(one.processes),
            str(one.viewers),
            f"{one.median_ms:,.0f}",
            f"{one.p95_ms:,.0f}",
            f"{one.slowest_ms:,.0f}",
            f"{one.a_second:,.1f}",
            f"{one.cpu_ms:,.1f}",
            f"{one.memory_mb:,.0f}",
        )
        for one in figures
    ]
    return markdown(COLUMNS, rows)
