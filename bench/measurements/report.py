"""What a bench has found: the table, how it stands to what is to be reached, and the machine."""

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.browser import chromium

#: Told what is going on.
Say = Callable[[str], None]
PACKAGES = ("streamlit", "folium", "streamlit-folium", "playwright")


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


def markdown(header: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    titles = tuple(header)
    lines = [titles, ("---",) * len(titles), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def table(columns: Mapping[str, str], figures: Iterable[Any]) -> str:
    """Return figures as a Markdown table, a row each.

    ``columns`` are headings and how ``str.format`` writes the cells of a row; a cell whose figure
    does not apply is blank.
    """
    return markdown(columns, [[_cell(one, row) for one in columns.values()] for row in figures])


def _cell(words: str, row: Any) -> str:
    with suppress(AttributeError, TypeError):
        return words.format(row)
    return ""


def listed(title: str, lines: Mapping[str, str], figures: Mapping[str, float]) -> str:
    """Return figures as a Markdown table, a line each; ``lines`` are as the columns of ``table``.

    A line whose figure was not measured is left out.
    """
    cells = []
    for heading, words in lines.items():
        with suppress(KeyError):
            cells.append((heading, words.format_map(figures)))
    return markdown((title, ""), cells)


def machine() -> dict[str, str]:
    """Return what the figures depend on beside the code: processor, system, versions."""
    details = Path("/proc/cpuinfo")
    lines = details.read_text().splitlines() if details.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    with chromium.launched() as browser:
        browser_version = browser.version
    about = {
        "cores": str(os.cpu_count()),
        "processor": names[0] if names else platform.processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "chromium": browser_version,
    }
    return about | {package: version(package) for package in PACKAGES}


def as_json(figures: Mapping[str, float] | Sequence[Any], targets: list[Target]) -> dict[str, Any]:
    """Return everything for a file: machine, figures, targets."""
    reached = [asdict(one) | {"reached": one.reached} for one in targets]
    rows = figures if isinstance(figures, Mapping) else [asdict(one) for one in figures]
    return {"machine": machine(), "figures": rows, "targets": reached}
