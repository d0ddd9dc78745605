"""The bench of the map: which servers run with which records, and what is measured of each."""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import geopandas
from playwright.sync_api import Browser, sync_playwright

from bench.browser import chromium
from bench.browser.measures import Figures, cold_load, filter_changes, session_memory, view_kept
from bench.browser.servers import Server, running
from bench.browser.subjects import (
    DASHBOARD,
    DASHBOARD_FOLDER,
    EMPTY_FRAGMENT,
    EMPTY_PAGE,
    USUAL_WAY,
    USUAL_WAY_DETAILED,
    Subject,
)
from bench.browser.visit import SLOW_LINK, visiting
from bench.measurements.records import detailed_outlines, same_outlines, write_million, write_usual
from bench.measurements.report import machine
from data.records.model import COUNT_COLUMNS, Records
from data.store.shipped import from_folder, illustrative

COLD_LOADS = 5
SLOW_LOADS = 3
Say = Callable[[str], None]


class MapBench:
    """One run: everything in it is measured on the same machine within minutes."""

    def __init__(self, browser: Browser, folder: Path, repeats: int, say: Say) -> None:
        self.browser = browser
        self.folder = folder
        self.repeats = repeats
        self.say = say

    def serve(
        self, subject: Subject, environment: Mapping[str, str] | None = None
    ) -> AbstractContextManager[Server]:
        """Run the subject's script."""
        return running(subject.script, self.folder / "server.log", environment)

    def floor(self) -> list[Figures]:
        """Measure the empty page and the empty fragment."""
        with self.serve(EMPTY_PAGE) as server:
            page = self._loads(server, EMPTY_PAGE, None, slow=True)
        with self.serve(EMPTY_FRAGMENT) as server:
            fragment = self._loads(server, EMPTY_FRAGMENT, None, slow=False)
            self._use(server, EMPTY_FRAGMENT, fragment)
        return [page, fragment]

    def map(
        self, subject: Subject, people: int, environment: Mapping[str, str], *, slow: bool
    ) -> Figures:
        """Measure a subject with a map."""
        with self.serve(subject, environment) as server:
            figures = self._loads(server, subject, people, slow=slow)
            self._use(server, subject, figures)
            self.say(f"{subject.name}: zoom and pan")
            figures.view_kept = view_kept(self.browser, server, subject)
        return figures

    def _loads(
        self, server: Server, subject: Subject, people: int | None, *, slow: bool
    ) -> Figures:
        self.say(f"{subject.name}{f', {people:,} participants' if people else ''}: cold loads")
        with visiting(self.browser, server, subject):
            pass  # the first visitor waits for what all later ones share
        cold = cold_load(self.browser, server, subject, COLD_LOADS)
        figures = Figures(subject.name, people, cold)
        if slow:
            self.say(f"{subject.name}: cold loads over a slow link")
            figures.cold_slow = cold_load(self.browser, server, subject, SLOW_LOADS, SLOW_LINK)
        return figures

    def _use(self, server: Server, subject: Subject, figures: Figures) -> None:
        self.say(f"{subject.name}: filter changes")
        figures.changes = filter_changes(self.browser, server, subject, self.repeats)
        figures.session_mb = session_memory(self.browser, server, subject)


def measure(repeats: int, outlines: Path | None, say: Say) -> tuple[dict[str, str], list[Figures]]:
    """Measure floor, dashboard and usual way, with few and with a million participants.

    Parameters
    ----------
    repeats : int
        Filter changes of each subject.
    outlines : Path, optional
        Outlines with ``adm2_pcode`` that stand for the detailed ones.
    say : callable
        Told what is going on.

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
        million.mkdir()
        write_million(million)
        figures = bench.floor()
        figures += _maps(bench, DASHBOARD, illustrative(), {}, detailed)
        environment = {"TRAINING_RECORDS": str(million)}
        figures += _maps(bench, DASHBOARD_FOLDER, from_folder(million), environment, detailed)
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
    people = int(records.attendance[list(COUNT_COLUMNS)].sum().sum())
    few = ours is DASHBOARD  # what records do to a slow link is seen with few
    figures = [bench.map(ours, people, environment, slow=few)]
    for subject, outlines in ((USUAL_WAY, same_outlines()), (USUAL_WAY_DETAILED, detailed)):
        folder = Path(tempfile.mkdtemp(dir=bench.folder))
        write_usual(records, folder, outlines)
        usual = {"USUAL_WAY_FOLDER": str(folder)}
        figures.append(bench.map(subject, people, usual, slow=few))
    return figures
