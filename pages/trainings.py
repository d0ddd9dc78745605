"""Trainings: when and where they took place, and who came to each from where."""

import streamlit as st

from data.coverage import coverage
from pages import chart_view, hand_over, playing, screen, through_dashboard, training, view
from pages.chart_list import TIMELINE
from reports.tables import trainings_table

through_dashboard()
records = view.opened()
screen.title("Trainings: when, where and for whom", records)


def body() -> None:
    """Answer a filter or a chosen training without running the rest of the page."""
    if st.session_state.get("training"):
        training.draw(records, st.session_state["training"])
    else:
        bar = screen.filters(records)
        figures = coverage(records, view.selection(records))
        hand_over.offer(bar, figures)
        screen.headline(figures)
        table = trainings_table(figures)
        if screen.too_narrow(figures):
            table = table.drop(columns="Participants")
        else:
            chart_view.draw(TIMELINE, figures)
        training.choose(table)
        screen.source(records, figures.selection.as_of)
    view.write_address(records, ("training",))


playing.run(body)
