"""Trainings: when and where they took place, and who came to each from where."""

import streamlit as st

from data.figures.coverage import coverage
from pages.parts import chart, downloads, playing, screen, training
from pages.parts.chart_list import TIMELINE
from pages.session import address
from pages.session.entry import through_dashboard
from reports.words.tables import trainings_table

through_dashboard()
records = address.opened()
screen.title("Trainings: when, where and for whom", records)


def body() -> None:
    """Answer a filter or a chosen training without running the rest of the page."""
    if st.session_state.get("training"):
        training.draw(records, st.session_state["training"])
    else:
        bar = screen.filters(records)
        figures = coverage(records, address.selection(records))
        downloads.offer(bar, figures)
        screen.headline(figures)
        chart.draw(TIMELINE, figures)
        training.choose(trainings_table(figures))
        screen.source(records, figures.selection.as_of)
    address.write_address(records, ("training",))


playing.run(body)
