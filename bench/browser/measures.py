"""What is measured of one subject on one server, in the units that the table shows."""

from dataclasses import dataclass
from statistics import median, quantiles

from playwright.sync_api import Browser

from bench.browser.servers import Server
from bench.browser.subjects import Subject
from bench.browser.visit import Change, visiting

KILOBYTE = 1000


@dataclass(frozen=True)
class ColdLoad:
    """Loads with an empty cache: the median time to the painted page, and what was moved."""

    painted_ms: float
    kilobytes: float


@dataclass(frozen=True)
class Changes:
    """Filter changes of one visit."""

    median_ms: float  #: From the key press to the first frame in new colours.
    p95_ms: float
    blank_ms: float  #: Without a painted district, the median of all changes.
    kilobytes: float  #: Sent to the browser, the median of all changes.
    cpu_ms: float  #: Processor time of the server for a change, the mean of all.
    counted: int  #: Changes with new colours.
    unseen: int  #: Changes that changed no colour; not in the times.


@dataclass
class Figures:
    """All that was measured of a subject; None where it does not apply."""

    subject: str  #: The name in the table.
    participants: int | None  #: In the records that it shows.
    cold: ColdLoad  #: Within the machine.
    changes: Changes | None = None  #: None for a page without a filter.
    place: str = ""  #: Whether zoom and pan are "kept" or "lost" at a filter change.

    def filtered(self) -> Changes:
        """Return the filter changes of a page that must have had some."""
        if self.changes is None:
            raise ValueError(f"{self.subject}: no filter change was measured")
        return self.changes


def cold_load(browser: Browser, server: Server, subject: Subject, repeats: int) -> ColdLoad:
    """Load a subject as new visitors do; the server has had a visitor before."""
    painted, moved = [], []
    for _ in range(repeats):
        with visiting(browser, server, subject) as visit:
            painted.append(float(visit.tell("painted")))
            moved.append(visit.traffic.received / KILOBYTE)
    return ColdLoad(median(painted), median(moved))


def filter_changes(browser: Browser, server: Server, subject: Subject, repeats: int) -> Changes:
    """Move the slider until ``repeats`` changes of colour were seen, or twice as many tried."""
    with visiting(browser, server, subject) as visit:
        visit.change_filter()  # the first one also warms up what every later one finds warm
        before = server.cpu_seconds()
        changes: list[Change] = []
        times: list[float] = []
        while len(times) < repeats and len(changes) < 2 * repeats:
            changes.append(visit.change_filter())
            times += [ms for ms in [changes[-1].ms] if ms is not None]
        cpu_seconds = server.cpu_seconds() - before
    if len(times) < 2:
        raise RuntimeError(f"{len(changes)} filter changes brought {len(times)} changes of colour")
    return Changes(
        median_ms=median(times),
        p95_ms=quantiles(times, n=20, method="inclusive")[-1],
        blank_ms=median(change.blank_ms for change in changes),
        kilobytes=median(change.sent_bytes for change in changes) / KILOBYTE,
        cpu_ms=1000 * cpu_seconds / len(changes),
        counted=len(times),
        unseen=len(changes) - len(times),
    )


def view_kept(browser: Browser, server: Server, subject: Subject) -> bool:
    """Tell whether zoom and pan are the same after a filter change."""
    with visiting(browser, server, subject) as visit:
        before = visit.zoom_and_pan()
        visit.change_filter()
        visit.wait("still")
        return str(visit.tell("place")) == before
