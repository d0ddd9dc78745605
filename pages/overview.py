"""Overview: where the programme stands, which districts it has not reached, who was trained."""

import streamlit as st

from data.coverage import coverage
from pages import (
    chart_view,
    hand_over,
    map_view,
    playing,
    profile,
    screen,
    through_dashboard,
    view,
)
from pages.chart_list import AGENCY_MONTH, RUNNING_TOTAL
from reports.tables import districts_table

through_dashboard()
records = view.opened()
screen.title("Where the programme stands", records)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    headline = st.container()
    bar = screen.filters(records)
    figures = coverage(records, view.selection(records))
    view.write_address(records, ("district",))
    with headline:
        screen.headline(figures)
    values = map_view.coverage_values(figures, view.DEFAULT_MEASURE)
    hand_over.offer(bar, figures, values)
    map_view.draw(values, "overview_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    screen.twin("districts", lambda: districts_table(figures), "training-coverage-by-district")
    if not screen.nothing(figures):
        chart_view.draw(AGENCY_MONTH, figures)
        chart_view.draw(RUNNING_TOTAL, figures)


playing.run(body)
