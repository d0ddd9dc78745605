"""The bench of many viewers: how long a change takes when so many look at once.

An empty fragment and this dashboard in one process, this dashboard in two behind the proxy, and,
where it is installed (``pip install dash dash-leaflet gunicorn``), Dash in two processes.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from bench.browser.subjects import DASHBOARD, EMPTY_FRAGMENT
from bench.measurements.report import Say, Target
from bench.viewers.sites import (
    Coming,
    Site,
    dash,
    has_dash,
    one_process,
    proxied,
    proxied_name,
)

VIEWERS = (1, 10, 30, 60, 100, 200, 300)
#: Seconds for which each number of viewers is watched, after each has made a change.
SECONDS = 12.0
#: Seconds between two changes of a viewer: a look at the map.
PAUSE = (2.0, 4.0)
ARRIVALS_A_SECOND = 15.0
COLUMNS = {
    "page": "{.site}",
    "processes": "{.processes}",
    "viewers": "{.viewers}",
    "change, ms": "{.median_ms:,.0f}",
    "p95, ms": "{.p95_ms:,.0f}",
    "slowest viewer, ms": "{.slowest_ms:,.0f}",
    "changes a second": "{.a_second:,.1f}",
    "server CPU a change, ms": "{.cpu_ms:,.1f}",
    "MB": "{.memory_mb:,.0f}",
}


@dataclass(frozen=True)
class Watched:
    """What was measured with so many viewers."""

    site: str
    processes: int  #: That answer changes.
    viewers: int
    median_ms: float  #: From the change to the whole answer.
    p95_ms: float
    slowest_ms: float  #: The median of the viewer whose median is the longest.
    a_second: float
    cpu_ms: float  #: Of all server processes, for a change.
    memory_mb: float  #: Of all server processes, at the end.


def measure(viewers: Sequence[int], seconds: float, say: Say) -> list[Watched]:
    """Measure each site with so many viewers, one site after the other."""
    figures = []
    arrangements: list[Callable[[Path], AbstractContextManager[Site]]] = [
        partial(one_process, EMPTY_FRAGMENT),
        partial(one_process, DASHBOARD),
        partial(proxied, DASHBOARD),
        *([dash] if has_dash() else []),
    ]
    for arranged in arrangements:
        with tempfile.TemporaryDirectory() as name, arranged(Path(name)) as site:
            for count in viewers:
                figures.append(watched(site, count, seconds))
                say(f"{site.name}, {count} viewers: p95 {figures[-1].p95_ms:,.0f} ms")
    return figures


def watched(site: Site, viewers: int, seconds: float) -> Watched:
    """Let so many viewers come and change their view, for some seconds once all are there."""
    times, spent = asyncio.run(_watch(site, viewers, seconds))
    flat = [one for own in times for one in own]
    medians = [median(own) for own in times if own]
    return Watched(
        site.name,
        site.dashboards,
        viewers,
        median_ms=1000 * median(flat),
        p95_ms=1000 * quantiles(flat, n=20, method="inclusive")[-1],
        slowest_ms=1000 * max(medians),
        a_second=len(flat) / seconds,
        cpu_ms=1000 * spent / len(flat),
        memory_mb=sum(one.memory_mb() for one in site.processes),
    )


async def _watch(site: Site, viewers: int, seconds: float) -> tuple[list[list[float]], float]:
    """Return the seconds of each viewer's changes, and the processor time of the servers."""
    chance = random.Random(viewers)  # noqa: S311 - pauses, no secrets
    come = [asyncio.create_task(_come(site, at / ARRIVALS_A_SECOND)) for at in range(viewers)]
    there = await asyncio.gather(*come)
    before = sum(one.cpu_seconds() for one in site.processes)
    until = time.monotonic() + seconds
    changes = [
        asyncio.create_task(_change(one, chance.uniform(0, PAUSE[1]), until)) for one in there
    ]
    times = await asyncio.gather(*changes)
    spent = sum(one.cpu_seconds() for one in site.processes) - before
    await asyncio.gather(*(one.close() for one in there))
    return list(times), spent


async def _come(site: Site, delay: float) -> Coming:
    await asyncio.sleep(delay)
    viewer = await site.opened(site.url)
    await viewer.change()  # the first one also warms up what every later one finds warm
    return viewer


async def _change(viewer: Coming, delay: float, until: float) -> list[float]:
    chance = random.Random(id(viewer))  # noqa: S311 - pauses, no secrets
    times = []
    await asyncio.sleep(delay)
    while time.monotonic() < until:
        times.append(await viewer.change())
        await asyncio.sleep(chance.uniform(*PAUSE))
    return times


def targets(figures: list[Watched]) -> list[Target]:
    """Compare with what is to be reached on two cores."""
    floor, ours, two = (
        {one.viewers: one for one in figures if (one.site, one.processes) == (name, processes)}
        for name, processes in (
            (EMPTY_FRAGMENT.name, 1),
            (DASHBOARD.name, 1),
            (proxied_name(DASHBOARD, 2), 2),
        )
    )
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
    if 200 in two:
        found.append(Target("200 viewers of two behind the proxy, p95 ms", two[200].p95_ms, 334))
    return found
