"""Overview: where the programme stands on the map, by date, filters and measure."""

import streamlit as st

from data.figures.comparison import Comparison
from data.figures.coverage import Coverage
from geo.words.catalogue import _
from pages.parts import (
    chart,
    comparison,
    downloads,
    header,
    map_frame,
    playing,
    profile,
    screen,
    tables,
    view_words,
)
from pages.parts.chart import AGENCY_MONTH, RUNNING_TOTAL
from pages.session import address, options
from reports.measures.comparison import comparison_values
from reports.measures.measures import MEASURES, map_values, measure
from reports.words.tables import districts_table

records = screen.opened(view_words.OVERVIEW)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    headline, bar = screen.view(records)
    figures = address.figures(records)
    compared = comparison.comparison(figures, options.value("compare"))
    district = options.value("district")
    with headline:
        if compared:
            comparison.headline(compared)
        else:
            screen.headline(figures)
    with bar:
        _shown_on_map(figures, compared)
    address.write_address(records, ("measure", "district", "compare"))
    if compared:
        values = map_values(compared.later, measure("status"), district)
        values = comparison_values(compared, values)
    else:
        values = map_values(figures, measure(options.value("measure")), district)
    downloads.offer(bar, figures, values)
    map_frame.draw(values, "coverage_map")
    screen.source(records, figures.selection, with_map=True)
    profile.drawer(figures, district)
    if compared:
        comparison.gained(compared)
    name = "training-coverage-by-district"
    label = _("Districts on this date") if compared else ""
    tables.twin(records, "districts", lambda: districts_table(figures), name, label=label)
    if figures.row_count:
        chart.draw(AGENCY_MONTH, figures)
        chart.draw(RUNNING_TOTAL, figures)


def _shown_on_map(figures: Coverage, compared: Comparison | None) -> None:
    """Offer what the map shows: a measure, or what was gained since another date."""
    words = _("Gained") if compared else measure(options.value("measure")).short
    with st.popover(
        _("Map: {words}").format(words=words), icon=":material/map:", key="shown_on_map"
    ):
        if not compared:  # that map has one measure
            measures = {one.key: one.short for one in MEASURES}
            screen.choice(_("The map shows"), measures, "measure", in_list=True)
        comparison.choose(figures, options.value("compare"))


playing.run(body)
header.about()
