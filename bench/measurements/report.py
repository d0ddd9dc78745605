"""What a bench has found: the table, how it stands to what is to be reached, and the machine."""

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.browser.measures import Figures
from bench.browser.subjects import (
    DASHBOARD,
    EMPTY_AS_SHIPPED,
    EMPTY_FRAGMENT,
    EMPTY_PAGE,
    USUAL_WAY,
    USUAL_WAY_DETAILED,
)

#: Told what is going on.
Say = Callable[[str], None]
USUAL = (USUAL_WAY.name, USUAL_WAY_DETAILED.name)
PACKAGES = ("streamlit", "folium", "streamlit-folium", "playwright")
COLUMNS = (
    "page",
    "participants",
    "cold load, ms",
    "moved, kB",
    "change, ms",
    "p95, ms",
    "blank, ms",
    "kB a change",
    "server CPU, ms",
    "zoom and pan",
    "MB a session",
)
NOTE = (
    "Cold load: empty browser cache, server that has had a visitor. "
    "Change: from the key press on the as-of slider to the first frame in new colours. "
    "Detailed outlines: the same shapes with points added along each edge, about 100,000 in all, "
    "to stand for a file of some 4 MB; not a surveyed set. Nothing leaves the machine: what the "
    "usual way asks of other hosts (Leaflet, the library of its legend) is "
    "answered from installed packages, the rest with nothing, so that its loads are shorter here "
    "than over a real network."
)


@dataclass(frozen=True)
class Target:
    """A figure of this dashboard, what it is to reach, and whether it does."""

    what: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def reached(self) -> bool:
        """Tell whether the value is on the right side of its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        """Return one line: what, value, limit."""
        word = "at least" if self.at_least else "at most"
        mark = "reached" if self.reached else "NOT reached"
        return f"{self.what}: {self.value:.2f} ({word} {self.limit:g}) {mark}"


def targets(figures: list[Figures]) -> list[Target]:
    """Compare this dashboard with the floor and the usual way of the same run."""
    by_name = {(one.subject, one.participants): one for one in figures}
    ours = [one for one in figures if one.subject == DASHBOARD.name]
    empty = (EMPTY_FRAGMENT, EMPTY_AS_SHIPPED, EMPTY_PAGE)
    floors = [by_name[subject.name, None] for subject in empty]
    targets: list[Target] = []
    for one in ours:
        targets += _against_floors(one, *floors)
        for usual in (by_name[name, one.participants] for name in USUAL):
            what = f"{one.participants:,} participants, {usual.subject} / change"
            times = usual.filtered().median_ms / one.filtered().median_ms
            targets.append(Target(what, times, 15, at_least=True))
    few, million = (one.filtered() for one in ours)
    targets.append(Target("a million / 386, change", million.median_ms / few.median_ms, 1.2))
    return targets


def _against_floors(one: Figures, floor: Figures, shipped: Figures, page: Figures) -> list[Target]:
    changes, least, usual = one.filtered(), floor.filtered(), shipped.filtered()
    size = f"{one.participants:,} participants, "
    return [
        Target(f"{size}change / floor", changes.median_ms / least.median_ms, 1.2),
        Target(f"{size}change / floor as shipped", changes.median_ms / usual.median_ms, 1.2),
        Target(f"{size}p95 / floor's p95", changes.p95_ms / least.p95_ms, 3),
        Target(f"{size}blank ms", changes.blank_ms, 0),
        Target(f"{size}kB a change", changes.kilobytes, 25),
        Target(f"{size}server CPU, ms", changes.cpu_ms, 15),
        Target(f"{size}cold load / empty page", one.cold.painted_ms / page.cold.painted_ms, 1.2),
        Target(f"{size}zoom and pan kept", float(bool(one.view_kept)), 1, True),
    ]


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def table(figures: list[Figures]) -> str:
    """Return the figures as a Markdown table."""
    return markdown(COLUMNS, map(_row, figures))


def _row(one: Figures) -> tuple[str, ...]:
    cold, changes = one.cold, one.changes
    view = {None: "", True: "kept", False: "lost"}[one.view_kept]
    return (
        one.subject,
        f"{one.participants:,}" if one.participants else "",
        f"{cold.painted_ms:,.0f}",
        f"{cold.kilobytes:,.0f}",
        f"{changes.median_ms:,.0f}" if changes else "",
        f"{changes.p95_ms:,.0f}" if changes else "",
        f"{changes.blank_ms:,.0f}" if changes and one.participants else "",
        f"{changes.kilobytes:,.1f}" if changes else "",
        f"{changes.cpu_ms:,.0f}" if changes else "",
        view,
        f"{one.session_mb:,.1f}" if one.session_mb is not None else "",
    )


def machine(chromium: str) -> dict[str, str]:
    """Return what the figures depend on beside the code: processor, system, versions."""
    details = Path("/proc/cpuinfo")
    lines = details.read_text().splitlines() if details.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    about = {
        "cores": str(os.cpu_count()),
        "processor": names[0] if names else platform.processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "chromium": chromium,
    }
    return about | {package: version(package) for package in PACKAGES}


def as_json(
    about: Mapping[str, str], figures: Mapping[str, float] | Sequence[Any], targets: list[Target]
) -> dict[str, Any]:
    """Return everything for a file: machine, figures, targets."""
    reached = [asdict(one) | {"reached": one.reached} for one in targets]
    rows = figures if isinstance(figures, Mapping) else [asdict(one) for one in figures]
    return {"machine": about, "figures": rows, "targets": reached}
