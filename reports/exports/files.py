"""Every file that a view can be handed over as: what it is called, and what makes it.

The buttons of the screens and ``python -m reports`` have their files from here, so that both
give the same one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from data.figures.coverage import Coverage
from data.figures.selection import MOST_VALUES
from data.planning.distances import Distances, road_distances
from data.planning.settings import Aims, chosen_layer
from data.records.model import Records, in_words
from geo.boundaries.boundary_set import BoundarySet
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from reports.imprint.imprint import YOURS, Imprint
from reports.maps.sheets import sheet_files
from reports.maps.sheets.map_sheet import TITLE, MapSheet
from reports.measures.measures import MEASURES, map_values, measure
from reports.story.story import Story
from reports.story.wording import Wording
from reports.words.selection import titled, view_in_words

SUBJECT = "training coverage"
COUNTRY, THEME = "PAK", "AHTC"
ILLUSTRATIVE = "illustrative"
#: What names say of the set that a file is of, by its key; of the programme's records nothing.
SETS = {"published": "published", YOURS: "own-file", "folder": "folder"}
#: The longest content of a name, in characters.
LONGEST = 80
#: The length of the mark of a content that is not whole in its name.
MARK = 6
#: A value of a filter that is in a name as it is written.
_PLAIN = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
#: The commands whose files show one measure.
OF_A_MEASURE = ("map", "html")
#: Those whose files show need and plan.
OF_A_PLAN = ("deck", "brief", "workbook")


@dataclass(frozen=True, eq=False)
class View:
    """What is handed over: the figures of a view, the map's outlines, and the words.

    The map has a title and shows a measure, by its key, unless ``shown`` says what else a screen
    shows. Wording, aims and distances are of the story that deck, brief and workbook tell; the
    deck takes the look of a PowerPoint file (``template``) or has its own. The ``imprint`` says who
    hands the files over; their names begin with the ``subject``.
    """

    figures: Coverage
    boundaries: BoundarySet
    measure: str = MEASURES[0].key
    shown: MapValues | None = None
    title: str = TITLE
    wording: Wording = field(default_factory=Wording)
    aims: Aims = field(default_factory=Aims)
    distances: Distances = field(default_factory=road_distances)
    template: bytes | None = None
    imprint: Imprint = field(default_factory=Imprint)
    subject: str = SUBJECT

    @cached_property
    def story(self) -> Story:
        """The story of the view."""
        return Story(self.figures, self.wording, self.aims, self.distances)

    @cached_property
    def sheet(self) -> MapSheet:
        """The map of the view as a sheet; raises ``KeyError`` for a measure that is not known."""
        title = self.imprint.title or titled(self.title, self.figures.selection)
        return MapSheet(self.figures, self.values, self.boundaries, title, self.imprint)

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
        if self.key in OF_A_MEASURE and view.shown is None and view.measure != MEASURES[0].key:
            content += f" {measure(view.measure).short}"
        whole_view = view_in_words(selection, MOST_VALUES)
        content = f"{content} {whole_view}" if whole_view else content
        values = (*selection.agencies, *selection.donors, *selection.levels)
        if not all(_PLAIN.fullmatch(value) and " and " not in value for value in values):
            content += f" {_mark(repr(selection))}"  # else two filters could be told alike
        chosen, usual = _plan(view), replace(view, aims=Aims(), distances=road_distances())
        if self.key in OF_A_PLAN and chosen != _plan(usual):
            content += f" plan {_mark(repr(chosen))}"
        return file_name(content, view.figures.records, selection.as_of, self.ending, self.paper)


def file_name(content: str, records: Records, as_of: date, ending: str, sheet: str = "") -> str:
    """Return the name of a file after the habit of OCHA; what is not the programme's says so.

    ``PAK_AHTC_training-coverage_20230925_A4L.pdf``: country, theme, content, date and size of the
    sheet, blank where there is none. Only unaccented letters, digits, hyphens and underscores
    are in it, so that every system, mail and zip takes it. A content that has to be cut, or has
    letters that a name cannot have, ends in a mark of the whole, so that no two share a name.
    """
    plain = unicodedata.normalize("NFKD", content).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
    letters = sum(letter.isalnum() for letter in content)
    if len(words) > LONGEST or len(words.replace("-", "")) != letters:
        words = f"{words[: LONGEST - MARK - 1].rstrip('-')}-{_mark(content)}".lstrip("-")
    mark = ILLUSTRATIVE if records.illustrative else SETS.get(records.key, "")
    parts = (COUNTRY, THEME, words or "figures", mark, f"{as_of:%Y%m%d}", sheet)
    return f"{'_'.join(part for part in parts if part)}.{ending}"


def _plan(view: View) -> tuple[object, ...]:
    """Return what need and plan of a view are made with: alike where its figures are."""
    aims, layer = view.aims, chosen_layer(view.figures.records, view.aims.indicator)
    weights = aims.weights if layer else replace(aims.weights, vulnerability=0)
    request = replace(aims.request, radius=float(aims.request.radius))
    named = layer.indicator if layer else ""
    return named, weights.values.tolist(), request, aims.by_score, view.distances.source


def _mark(words: str) -> str:
    """Return a few letters that tell a text from every other."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:MARK]


def _deck(view: View) -> bytes:
    # Deck and brief are imported when they are asked for: their libraries take a while.
    from reports.deck.deck import write_deck

    return write_deck(view.story, view.boundaries, view.template, view.imprint)


def _brief(view: View) -> bytes:
    from reports.brief.brief import write_brief

    return write_brief(view.story, view.boundaries, view.imprint)


def _workbook(view: View) -> bytes:
    from reports.workbook.workbook import write_workbook

    return write_workbook(view.story, view.imprint)


def _html(view: View) -> bytes:
    from reports.maps.html_map import html_map

    return html_map(view.sheet)


def _geopackage(view: View) -> bytes:
    from reports.maps.gis_files import geopackage

    return geopackage(view.sheet)


def _geojson(view: View) -> bytes:
    from reports.maps.gis_files import geojson

    return geojson(view.sheet)


OFFICE = "application/vnd.openxmlformats-officedocument"
FILES = (
    ReportFile(
        "deck", "pptx", _("PowerPoint"), _("Slides with charts and a map that can be edited"),
        f"{OFFICE}.presentationml.presentation", _deck, "training coverage deck",
    ),
    ReportFile(
        "brief", "pdf", _("Brief (PDF)"), _("Two pages of A4 to leave behind"),
        "application/pdf", _brief, "training coverage brief", "A4P",
    ),
    ReportFile(
        "map", "pdf", _("Map (PDF)"), _("A sheet of A4 to print"), "application/pdf",
        lambda view: sheet_files.sheet_pdf(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "map", "png", _("Map (PNG)"), _("A picture at 300 dots per inch"), "image/png",
        lambda view: sheet_files.sheet_png(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "map", "svg", _("Map (SVG)"), _("A drawing to edit: one shape per district"),
        "image/svg+xml",
        lambda view: sheet_files.sheet_svg(view.sheet), "training coverage map", "A4L",
    ),
    ReportFile(
        "html", "html", _("Interactive map"), _("Opens in a browser, with no network"), "text/html",
        _html, "training coverage interactive map",
    ),
    ReportFile(
        "workbook", "xlsx", _("Workbook"), _("One sheet per figure, with HXL tags"),
        f"{OFFICE}.spreadsheetml.sheet", _workbook, "training coverage figures",
    ),
    ReportFile(
        "districts", "gpkg", _("Districts (GeoPackage)"), _("Outlines with figures, for a GIS"),
        "application/geopackage+sqlite3",
        _geopackage, "training coverage districts",
    ),
    ReportFile(
        "districts", "geojson", _("Districts (GeoJSON)"), _("Outlines with figures, for the web"),
        "application/geo+json",
        _geojson, "training coverage districts",
    ),
)  # fmt: skip


def report_file(key: str, ending: str) -> ReportFile:
    """Return the file of a command and an ending; raises ``KeyError`` where there is none."""
    return {(one.key, one.ending): one for one in FILES}[key, ending]


def content(key: str, ending: str, view: View) -> bytes:
    """Return the bytes of a file of a view; what makes it may raise an error, as it says."""
    return report_file(key, ending).make(view)


def endings(key: str) -> tuple[str, ...]:
    """Return the endings that the files of a command can have, the usual one first."""
    return tuple(one.ending for one in FILES if one.key == key)


def nothing_in(view: View) -> str:
    """Say that a view has no attendance, where that is so; blank otherwise."""
    if view.figures.row_count:
        return ""
    day = in_words(view.figures.selection.as_of)
    return _(
        "No participant in this selection by {day}: the file says so, and has no figure."
    ).format(day=day)
