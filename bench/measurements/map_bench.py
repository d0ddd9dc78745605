"""The bench of the map: which servers run with which records, and what is measured of each."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas
from playwright.sync_api import Browser, sync_playwright

from bench.browser import chromium
from bench.browser.measures import Figures, cold_load, filter_changes, session_memory, view_kept
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
from bench.measurements.report import Say, machine
from data.records.model import Records
from data.store.shipped import from_folder, illustrative

COLD_LOADS = 5


@dataclass(frozen=True)
class MapBench:
    """One run: everything in it is measured on the same machine within minutes."""

    browser: Browser
    folder: Path
    repeats: int
    say: Say

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
                figures.session_mb = session_memory(*visited)
            if subject.shapes:
                self.say(f"{subject.name}: zoom and pan")
                figures.view_kept = view_kept(*visited)
        return figures


def measure(repeats: int, outlines: Path | None, say: Say) -> tuple[dict[str, str], list[Figures]]:
    """Measure floor, dashboard and usual way, with few and with a million participants.

    ``repeats`` are the filter changes of each subject; ``outlines``, with ``adm2_pcode``, stand for
    the detailed ones.

    Returns
    -------
    tuple
        The machine and the versions, and the figures in the order of the table.
    """
    detailed = geopandas.read_file(outlines) if outlines else detailed_outlines()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        bench = MapBench(browser, Path(name), repeats, say)
        million = bench.folder / "million"
        write_million(million)
        figures = [bench.measure(EMPTY_PAGE), bench.measure(EMPTY_FRAGMENT)]
        figures.append(bench.measure(EMPTY_AS_SHIPPED, environment=AS_SHIPPED))
        figures += _maps(bench, DASHBOARD, illustrative(), {}, detailed)
        environment = {"TRAINING_RECORDS": str(million)}
        figures += _maps(
            bench,
            DASHBOARD_FOLDER,
            from_folder(million, illustrative().as_of),
            environment,
            detailed,
        )
        about = machine(browser.version)
        browser.close()
    return about, figures


def _maps(
    bench: MapBench,
    ours: Subject,
    records: Records,
    environment: Mapping[str, str],
    detailed: geopandas.GeoDataFrame,
) -> list[Figures]:
    """Measure this dashboard, the usual way with its outlines, and that with detailed ones."""
    people = people_in(records)
    figures = [bench.measure(ours, people, environment)]
    for subject, outlines in ((USUAL_WAY, same_outlines()), (USUAL_WAY_DETAILED, detailed)):
        folder = Path(tempfile.mkdtemp(dir=bench.folder))
        write_usual(records, folder, outlines)
        usual = {"USUAL_WAY_FOLDER": str(folder)}
        figures.append(bench.measure(subject, people, usual))
    return figures
