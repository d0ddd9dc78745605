"""Overview: where the programme stands, which districts it has not reached, who was trained."""

import streamlit as st

from pages.parts import chart, downloads, map_frame, playing, profile, programme, screen, tables
from pages.parts.chart import AGENCY_MONTH, RUNNING_TOTAL
from pages.session import address, options
from reports.measures.measures import MEASURES, map_values
from reports.words.tables import districts_table

records = screen.opened("Where the programme stands")


def body() -> None:
    """Answer a filter without running the rest of the page."""
    headline = st.container()
    bar = screen.filters(records)
    figures = address.figures(records)
    district = options.value("district")
    address.write_address(records, ("district",))
    with headline:
        screen.headline(figures)
    values = map_values(figures, MEASURES[0], district)
    downloads.offer(bar, figures, values)
    map_frame.draw(values, "overview_map")
    screen.source(records, figures.selection, with_map=True)
    profile.drawer(figures, district)
    tables.twin(
        records, "districts", lambda: districts_table(figures), "training-coverage-by-district"
    )
    programme.draw()
    if not screen.nothing(figures):
        chart.draw(AGENCY_MONTH, figures)
        chart.draw(RUNNING_TOTAL, figures)


playing.run(body)
