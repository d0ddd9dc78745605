"""The bench of the pages: a step of the as-of date on each, against an empty fragment.

What is measured is what the visitor looks at: the colours of the map, or the words of a table.
All pages of one set of records are visited on one server, within minutes of the floor.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.browser import chromium
from bench.browser.measures import Changes, filter_changes
from bench.browser.servers import running
from bench.browser.subjects import DASHBOARD, EMPTY_FRAGMENT, Subject
from bench.browser.visit import first_visit
from bench.measurements.records import people_in, write_million
from bench.measurements.report import Say, Target
from data.store.shipped import from_folder, illustrative

MAP, TABLE = "map", "table"
#: How many times the empty fragment a change may take.
LIMITS = {MAP: 2.0, TABLE: 3.0}
#: The line under a table, which names the date: it is sent after the table and drawn with it.
#: (A table itself is drawn on a canvas; its words for screen readers follow with a delay.)
BOX = '[data-testid="stElementContainer"]'
GRID = f'{BOX}:has([data-testid="stDataFrame"]) ~ {BOX} .source'
#: Tall enough for a table under a map.
TALL = 2200
#: The line that says how good the plan is, once the search for it has ended.
BEST_PLAN = ".plan-status:not(.provisional)"
#: Where everything is covered, words stand in place of the plan's table.
PLAN_TABLE = f'{GRID}, [data-testid="stAlert"]'
#: Where no committee lacks just one agency, words stand in place of the list.
LACKING_TABLE = f'{GRID}, {BOX}:has([data-testid="stAlert"]) ~ {BOX} .source'
FACTS = ".st-key-profile dl.facts"
#: Each page: its name, its address, and the CSS of the words that change (none for a map).
PAGES = (
    ("Overview, map", "/", ""),
    ("Overview, two dates", "/?compare=2023-02-28", ""),
    ("Gaps, need: map", "/gaps", ""),
    ("Gaps, need: table", "/gaps", GRID),
    ("Gaps, next trainings: map", "/gaps?part=plan", ""),
    ("Gaps, next trainings: proven plan", "/gaps?part=plan", BEST_PLAN),
    ("Gaps, next trainings: table", "/gaps?part=plan", PLAN_TABLE),
    ("Gaps, equity: map", "/gaps?part=equity", ""),
    ("Committees, matrix", "/committees", ".st-key-plot_matrix svg text"),
    ("Committees, table", "/committees", LACKING_TABLE),
    ("Overview, a district's profile", "/?district=PK617", FACTS),
)
REPEATS = 30
COLUMNS = {
    "page": "{.page}",
    "participants": "{.participants:,}",
    "change, ms": "{.changes.median_ms:,.0f}",
    "floor, ms": "{.floor.median_ms:,.0f}",
    "of the floor": "{.ratio:.2f}",
    "p95, ms": "{.changes.p95_ms:,.0f}",
    "kB a change": "{.changes.kilobytes:,.1f}",
    "server CPU, ms": "{.changes.cpu_ms:,.0f}",
}


@dataclass(frozen=True)
class PageFigures:
    """The changes of one page, and how they stand to the floor of the same run."""

    page: str
    kind: str
    participants: int
    changes: Changes
    floor: Changes

    @property
    def ratio(self) -> float:
        """The median change over that of the empty fragment."""
        return self.changes.median_ms / self.floor.median_ms


def measure(repeats: int, only: str, say: Say) -> list[PageFigures]:
    """Measure the floor and every page, with few and with a million participants.

    ``repeats`` are changes of each page; ``only`` pages whose name holds this text, blank for all.
    """
    figures: list[PageFigures] = []
    with (
        tempfile.TemporaryDirectory() as name,
        chromium.launched() as browser,
        running(EMPTY_FRAGMENT.script, Path(name) / "floor.log") as floor,
    ):
        folder = Path(name)
        million = folder / "million"
        write_million(million)
        environment = {
            "DATABASE_URL": str(folder / "records.duckdb"),  # never somebody's own
            "TRAINING_RECORDS": str(million),
        }
        few, many = illustrative(), from_folder(million, illustrative().as_of)
        with running(DASHBOARD.script, folder / "server.log", environment) as server:
            for records, key in ((few, "illustrative"), (many, "folder")):
                for page in (one for one in PAGES if only in one[0]):
                    subject, kind = _subject(*page, key)
                    # The floor anew beside each: a busy machine is not as busy all the time.
                    least = filter_changes(browser, floor, EMPTY_FRAGMENT, repeats)
                    first_visit(browser, server, subject)
                    changes = filter_changes(browser, server, subject, repeats)
                    people = people_in(records)
                    figures.append(PageFigures(subject.name, kind, people, changes, least))
                    say(str(targets(figures)[-1]))
    return figures


def _subject(name: str, address: str, text: str, records: str) -> tuple[Subject, str]:
    """Return a page with one set of records, and its kind."""
    address += f"{'&' if '?' in address else '?'}records={records}"
    if text:
        return Subject(name, DASHBOARD.script, address, text=text, height=TALL), TABLE
    return Subject(name, DASHBOARD.script, address, shapes=DASHBOARD.shapes), MAP


def targets(figures: list[PageFigures]) -> list[Target]:
    """Return what each page is to reach."""
    return [
        Target(
            f"{one.page}, {one.participants:,} participants, change / floor",
            one.ratio,
            LIMITS[one.kind],
        )
        for one in figures
    ]
