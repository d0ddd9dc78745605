"""Coverage: the map at full size, by date, filters and measure; each district one click away."""

import streamlit as st

from data.figures.coverage import coverage
from pages.parts import comparison, downloads, map_frame, playing, profile, screen
from pages.session import address
from pages.session.entry import through_dashboard
from reports.measures.measures import MEASURES
from reports.words.tables import districts_table

through_dashboard()
records = address.opened()
screen.title("Coverage: where the people trained serve", records)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    bar = screen.filters(records)
    with st.container(horizontal=True, vertical_alignment="bottom", key="shown_on_map"):
        if not comparison.comparing(records):  # that map has one measure, what was gained
            screen.measures(MEASURES)
        comparison.choose(records)
    figures = coverage(records, address.selection(records))
    address.write_address(records, ("measure", "district", "compare"))
    compared = comparison.comparison(figures)
    with st.container(key="figures"):  # one place for both, so that the map stays where it is
        if compared:
            comparison.headline(compared)
        else:
            screen.headline(figures)
    if compared:
        values = comparison.map_of(compared)
    else:
        values = map_frame.coverage_values(figures, st.session_state["measure"])
    downloads.offer(bar, figures, values)
    map_frame.draw(values, "coverage_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    if compared:
        comparison.gained(compared)
    screen.twin("districts", lambda: districts_table(figures), "training-coverage-by-district")


playing.run(body)
