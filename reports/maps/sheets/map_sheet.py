"""What stands on a map sheet, and where on it each part has its room."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.figures.coverage import Coverage
from data.records.model import in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from reports.imprint.imprint import Imprint
from reports.maps.projection import Box
from reports.words.headline import headline_figures
from reports.words.selection import source_in_words

#: A quarter of a millimetre is one unit of the sheet.
UNITS_PER_MM = 4.0
WIDTH, HEIGHT = 297 * UNITS_PER_MM, 210 * UNITS_PER_MM
MARGIN = 40.0
FRAME: Box = (MARGIN, 118.0, 776.0, 606.0)
MAP: Box = (52.0, 128.0, 700.0, 586.0)
COLUMN, COLUMN_WIDTH = 844.0, WIDTH - MARGIN - 844.0
NOTES_TOP = 748.0
#: The size of notes, 6.5 points, and from one line of them to the next.
NOTE_SIZE, NOTE_STEP = 9.2, 10.8
TITLE = _("Training coverage by district")


@dataclass(frozen=True, eq=False)
class MapSheet:
    """What stands on a sheet: the figures of a view, what the map shows of them, and outlines."""

    figures: Coverage
    values: MapValues
    boundaries: BoundarySet
    title: str = TITLE
    imprint: Imprint = field(default_factory=Imprint)

    @property
    def source(self) -> str:
        """The line on what the figures are of, their as-of date and their source."""
        records, selection = self.figures.records, self.figures.selection
        return source_in_words(records, selection, self.imprint.source)

    @property
    def in_words(self) -> str:
        """What the sheet shows, for somebody who cannot see it."""
        classes = "; ".join(f"{one.label}: {one.count:,}" for one in self.values.classes)
        day, records = in_words(self.figures.selection.as_of), self.figures.records
        headline = "; ".join(f"{one.value} {one.words}" for one in headline_figures(self.figures))
        listed = "; ".join(f"{one.title}: {len(one.places):,}" for one in self.values.lists)
        return _(
            "{title}, {day}. {records}: {notice} {headline}. {measure}. Districts by "
            "class: {classes}. {listed}. {source}. {line_of_control} {endorsement}"
        ).format(
            title=self.title,
            day=day,
            records=records.title,
            notice=records.full_notice,
            headline=headline,
            measure=self.values.measure,
            classes=classes,
            listed=listed,
            source=self.source,
            line_of_control=LINE_OF_CONTROL_NOTE,
            endorsement=BOUNDARY_NOTE,
        )
