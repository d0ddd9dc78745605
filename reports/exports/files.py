"""Every file that a view can be handed over as: what it is called, and what makes it.

The buttons of the screens and ``python -m reports`` have their files from here, so that both
give the same one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from data.figures.coverage import Coverage
from data.planning.distances import Distances, road_distances
from data.planning.settings import Aims
from data.records.model import Records, in_words
from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.map_values import MapValues
from reports.maps import gis_files, sheet_files
from reports.maps.html_map import html_map
from reports.maps.sheet import TITLE, MapSheet
from reports.measures.measures import map_values, measure
from reports.story.story import Story
from reports.story.wording import Wording
from reports.words.selection import titled, view_in_words

SUBJECT = "training coverage"
COUNTRY, THEME = "PAK", "AHTC"
ILLUSTRATIVE = "illustrative"
#: The longest content of a name, in characters.
LONGEST = 80


@dataclass(frozen=True, eq=False)
class View:
    """What is handed over: the figures of a view, the map's outlines, and the words.

    The map has a title and shows a measure, by its key, unless ``shown`` says what else a screen
    shows. Wording, aims and distances are of the story that deck, brief and workbook tell; the
    deck takes the look of a PowerPoint file (``template``) or has its own. The names of the files
    begin with the ``subject``.
    """

    figures: Coverage
    boundaries: BoundarySet
    measure: str = "participants"
    shown: MapValues | None = None
    title: str = TITLE
    wording: Wording = field(default_factory=Wording)
    aims: Aims = field(default_factory=Aims)
    distances: Distances = field(default_factory=road_distances)
    template: bytes | None = None
    subject: str = SUBJECT

    @cached_property
    def story(self) -> Story:
        """The story of the view."""
        return Story(self.figures, self.wording, self.aims, self.distances)

    @cached_property
    def sheet(self) -> MapSheet:
        """The map of the view as a sheet; raises ``KeyError`` for a measure that is not known."""
        title = titled(self.title, self.figures.selection)
        return MapSheet(self.figures, self.values, self.boundaries, title)

    @property
    def values(self) -> MapValues:
        """What the map shows."""
        return self.shown or map_values(self.figures, measure(self.measure))


@dataclass(frozen=True)
class ReportFile:
    """One kind of file: the command (``key``) that makes it, its ending, its words on a button.

    ``content`` and ``paper`` are parts of its name (``file_name``). What makes its bytes may raise
    an error whose text says what is wrong and what to do.
    """

    key: str
    ending: str
    label: str
    about: str
    mime: str
    make: Callable[[View], bytes]
    content: str = SUBJECT
    paper: str = ""

    def name(self, view: View) -> str:
        """Return the name of the file of a view."""
        selection = view.figures.selection
        content = self.content.replace(SUBJECT, view.subject)
        content = f"{content} {view_in_words(selection)}"
        return file_name(content, view.figures.records, selection.as_of, self.ending, self.paper)


def file_name(content: str, records: Records, as_of: date, ending: str, sheet: str = "") -> str:
    """Return the name of a file after the habit of OCHA; illustrative records say so in it.

    ``PAK_AHTC_training-coverage_20230925_A4L.pdf``: country, theme, content, date and size of the
    sheet, blank where there is none. Only unaccented letters, digits, hyphens and underscores
    are in it, so that every system, mail and zip takes it.
    """
    plain = unicodedata.normalize("NFKD", content).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:LONGEST].rstrip("-")
    mark = ILLUSTRATIVE if records.illustrative else ""
    parts = (COUNTRY, THEME, words or "figures", mark, f"{as_of:%Y%m%d}", sheet)
    return f"{'_'.join(part for part in parts if part)}.{ending}"


def _deck(view: View) -> bytes:
    # Deck and brief are imported when they are asked for: their libraries take a while.
    from reports.deck.deck import write_deck

    return write_deck(view.story, view.boundaries, view.template)


def _brief(view: View) -> bytes:
    from reports.brief.brief import write_brief

    return write_brief(view.story, view.boundaries)


def _workbook(view: View) -> bytes:
    from reports.workbook.workbook import write_workbook

    return write_workbook(view.story)


OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    ReportFile(
        "deck", "pptx", "PowerPoint", "Slides with charts and a map that can be edited",
        f"{OFFICE}.presentationml.presentation", _deck, "training coverage deck",
    ),
    ReportFile(
        "brief", "pdf", "Brief (PDF)", "Two pages of A4 to leave behind",
        "application/pdf", _brief, "training coverage brief", "A4P",
    ),
    ReportFile(
        "map", "pdf", "Map (PDF)", "A sheet of A4 to print", "application/pdf",
        lambda view: sheet_files.sheet_pdf(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "map", "png", "Map (PNG)", "A picture at 300 dots an inch", "image/png",
        lambda view: sheet_files.sheet_png(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "map", "svg", "Map (SVG)", "A drawing to edit: one shape a district", "image/svg+xml",
        lambda view: sheet_files.sheet_svg(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "html", "html", "Interactive map", "Opens in a browser, with no network", "text/html",
        lambda view: html_map(view.sheet), "training coverage interactive map",
    ),
    ReportFile(
        "workbook", "xlsx", "Workbook", "One sheet a figure, with HXL tags",
        f"{OFFICE}.spreadsheetml.sheet", _workbook, "training coverage figures",
    ),
    ReportFile(
        "districts", "gpkg", "Districts (GeoPackage)", "Outlines with figures, for a GIS",
        "application/geopackage+sqlite3",
        lambda view: gis_files.geopackage(view.sheet), "training coverage districts",
    ),
    ReportFile(
        "districts", "geojson", "Districts (GeoJSON)", "Outlines with figures, for the web",
        "application/geo+json",
        lambda view: gis_files.geojson(view.sheet), "training coverage districts",
    ),
)  # fmt: skip


def report_file(key: str, ending: str) -> ReportFile:
    """Return the file of a command and an ending; raises ``KeyError`` where there is none."""
    return {(one.key, one.ending): one for one in FILES}[key, ending]


def endings(key: str) -> tuple[str, ...]:
    """Return the endings that the files of a command can have, the usual one first."""
    return tuple(one.ending for one in FILES if one.key == key)


def nothing_in(view: View) -> str:
    """Say that a view has no attendance, where that is so; blank otherwise."""
    if len(view.figures.rows):
        return ""
    day = in_words(view.figures.selection.as_of)
    return f"No participant in this selection by {day}: the file says so, and has no figure."
