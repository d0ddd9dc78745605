"""Coverage: the map at full size, by date, filters and measure; each district one click away."""

import streamlit as st

from pages.parts import comparison, downloads, map_frame, playing, profile, screen, tables
from pages.session import address, options
from reports.measures.comparison import comparison_values
from reports.measures.measures import MEASURES, map_values, measure
from reports.words.tables import districts_table

records = screen.opened("Coverage: where the people trained serve")


def body() -> None:
    """Answer a filter without running the rest of the page."""
    bar = screen.filters(records)
    figures = address.figures(records)
    compared = comparison.comparison(figures, options.value("compare"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="shown_on_map"):
        if not compared:  # that map has one measure, what was gained
            measures = {one.key: one.short for one in MEASURES}
            screen.choice("The map shows", measures, "measure", label_visibility="collapsed")
        comparison.choose(records)
    shown, district = options.value("measure"), options.value("district")
    address.write_address(records, ("measure", "district", "compare"))
    if compared:
        values = map_values(compared.later, measure("status"), district)
        values = comparison_values(compared, values)
    else:
        values = map_values(figures, measure(shown), district)
    with st.container(key="figures"):  # one place for both, so that the map stays where it is
        if compared:
            comparison.headline(compared)
        else:
            screen.headline(figures)
    downloads.offer(bar, figures, values)
    map_frame.draw(values, "coverage_map")
    screen.source(records, figures.selection, with_map=True)
    profile.drawer(figures, district)
    if compared:
        comparison.gained(compared)
    table = "training-coverage-by-district"
    tables.twin(records, "districts", lambda: districts_table(figures), table)


playing.run(body)
