"""The bench of the map: which servers run with which records, and what is measured of each."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas
from playwright.sync_api import Browser

from bench.browser import chromium
from bench.browser.measures import Figures, cold_load, filter_changes, view_kept
from bench.browser.servers import running
from bench.browser.subjects import (
    AS_SHIPPED,
    DASHBOARD,
    DASHBOARD_FOLDER,
    EMPTY_AS_SHIPPED,
    EMPTY_FRAGMENT,
    EMPTY_PAGE,
    USUAL_WAY,
    USUAL_WAY_DETAILED,
    Subject,
)
from bench.browser.visit import first_visit
from bench.measurements.records import (
    detailed_outlines,
    people_in,
    same_outlines,
    write_million,
    write_usual,
)
from bench.measurements.report import Say, Target
from data.records.model import Records
from data.store.shipped import from_folder, illustrative

REPEATS = 30
COLD_LOADS = 5
COLUMNS = {
    "page": "{.subject}",
    "participants": "{.participants:,}",
    "cold load, ms": "{.cold.painted_ms:,.0f}",
    "moved, kB": "{.cold.kilobytes:,.0f}",
    "change, ms": "{.changes.median_ms:,.0f}",
    "p95, ms": "{.changes.p95_ms:,.0f}",
    "blank, ms": "{.changes.blank_ms:,.0f}",
    "kB a change": "{.changes.kilobytes:,.1f}",
    "server CPU, ms": "{.changes.cpu_ms:,.0f}",
    "zoom and pan": "{.place}",
}
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
class MapBench:
    """One run: everything in it is measured on the same machine within minutes."""

    browser: Browser
    folder: Path
    detailed: geopandas.GeoDataFrame
    repeats: int
    say: Say

    def maps(
        self, ours: Subject, records: Records, environment: Mapping[str, str]
    ) -> list[Figures]:
        """Measure this dashboard, the usual way with its outlines, and that with detailed ones."""
        people = people_in(records)
        figures = [self.measure(ours, people, environment)]
        outlines_of = {USUAL_WAY: same_outlines(), USUAL_WAY_DETAILED: self.detailed}
        for subject, outlines in outlines_of.items():
            folder = Path(tempfile.mkdtemp(dir=self.folder))
            write_usual(records, folder, outlines)
            figures.append(self.measure(subject, people, {"USUAL_WAY_FOLDER": str(folder)}))
        return figures

    def measure(
        self,
        subject: Subject,
        people: int | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Figures:
        """Run the subject's script and measure it: its slider and its map where it has them."""
        with running(subject.script, self.folder / "server.log", environment) as server:
            visited = self.browser, server, subject
            self.say(f"{subject.name}{f', {people:,} participants' if people else ''}: cold loads")
            first_visit(*visited)
            figures = Figures(subject.name, people, cold_load(*visited, COLD_LOADS))
            if subject is not EMPTY_PAGE:
                self.say(f"{subject.name}: filter changes")
                figures.changes = filter_changes(*visited, self.repeats)
            if subject.shapes:
                self.say(f"{subject.name}: zoom and pan")
                figures.place = "kept" if view_kept(*visited) else "lost"
        return figures


def measure(repeats: int, outlines: Path | None, say: Say) -> list[Figures]:
    """Measure floor, dashboard and usual way, with few and with a million participants.

    ``repeats`` are the filter changes of each subject; ``outlines``, with ``adm2_pcode``, stand for
    the detailed ones. The figures are in the order of the table.
    """
    detailed = geopandas.read_file(outlines) if outlines else detailed_outlines()
    with tempfile.TemporaryDirectory() as name, chromium.launched() as browser:
        bench = MapBench(browser, Path(name), detailed, repeats, say)
        million = bench.folder / "million"
        write_million(million)
        figures = [bench.measure(EMPTY_PAGE), bench.measure(EMPTY_FRAGMENT)]
        figures.append(bench.measure(EMPTY_AS_SHIPPED, environment=AS_SHIPPED))
        figures += bench.maps(DASHBOARD, illustrative(), {})
        records = from_folder(million, illustrative().as_of)
        environment = {"TRAINING_RECORDS": str(million)}
        return figures + bench.maps(DASHBOARD_FOLDER, records, environment)


def targets(figures: list[Figures]) -> list[Target]:
    """Compare this dashboard with the floor and the usual way of the same run."""
    by_name = {(one.subject, one.participants): one for one in figures}
    ours = [one for one in figures if one.subject == DASHBOARD.name]
    empty = (EMPTY_FRAGMENT, EMPTY_AS_SHIPPED, EMPTY_PAGE)
    floors = [by_name[subject.name, None] for subject in empty]
    targets: list[Target] = []
    for one in ours:
        targets += _against_floors(one, *floors)
        for usual in (
            by_name[way.name, one.participants] for way in (USUAL_WAY, USUAL_WAY_DETAILED)
        ):
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
        Target(f"{size}zoom and pan kept", float(one.place == "kept"), 1, True),
    ]
