"""Coverage: the map at full size, by date, filters and measure; each district one click away."""

import streamlit as st

from data.coverage import coverage
from pages import (
    compare_view,
    hand_over,
    map_view,
    playing,
    profile,
    screen,
    through_dashboard,
    view,
)
from reports.measures import MEASURES
from reports.tables import districts_table

through_dashboard()
records = view.opened()
screen.title("Coverage: where the people trained serve", records)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    bar = screen.filters(records)
    with st.container(horizontal=True, vertical_alignment="bottom", key="shown_on_map"):
        if not compare_view.comparing(records):  # that map has one measure, what was gained
            screen.measures(MEASURES)
        compare_view.choose(records)
    figures = coverage(records, view.selection(records))
    view.write_address(records, ("measure", "district", "compare"))
    compared = compare_view.comparison(figures)
    with st.container(key="figures"):  # one place for both, so that the map stays where it is
        if compared:
            compare_view.headline(compared)
        else:
            screen.headline(figures)
    if compared:
        values = compare_view.map_of(compared)
    else:
        values = map_view.coverage_values(figures, st.session_state["measure"])
    hand_over.offer(bar, figures, values)
    map_view.draw(values, "coverage_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    if compared:
        compare_view.gained(compared)
    screen.twin("districts", lambda: districts_table(figures), "training-coverage-by-district")


playing.run(body)
