"""Coverage: the map at full size, by date, filters and measure; each district one click away."""

import streamlit as st

from data.coverage import coverage
from pages import map_view, playing, profile, screen, through_dashboard, view
from reports.measures import MEASURES
from reports.tables import districts_table

through_dashboard()
records = view.opened()
screen.title("Coverage: where the people trained serve", records)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    screen.filters(records)
    screen.measures(MEASURES)
    figures = coverage(records, view.selection(records))
    view.write_address(records, ("measure", "district"))
    screen.headline(figures)
    map_view.draw(map_view.coverage_values(figures, st.session_state["measure"]), "coverage_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    screen.twin("districts", lambda: districts_table(figures), "training-coverage-by-district")


playing.run(body)
