"""Participants: who was trained, from which agency, when and from where."""

import streamlit as st

from data.coverage import Coverage, coverage
from pages import chart_view, hand_over, learning_view, playing, screen, through_dashboard, view
from pages.chart_list import AGENCY_MONTH, BY_PROVINCE, HEAT_MAP, RUNNING_TOTAL, SEX

through_dashboard()
records = view.opened()
screen.title("Participants: who was trained, and when", records)


def body() -> None:
    """Answer a filter without running the rest of the page."""
    bar = screen.filters(records)
    figures = coverage(records, view.selection(records))
    view.write_address(records)
    hand_over.offer(bar, figures)
    screen.headline(figures)
    if not screen.nothing(figures):
        draw_charts(figures)


def draw_charts(figures: Coverage) -> None:
    """Draw every chart of the screen, the widest first."""
    chart_view.draw(AGENCY_MONTH, figures)
    chart_view.draw(RUNNING_TOTAL, figures)
    left, right = st.columns(2, gap="large")
    with left:
        chart_view.draw(HEAT_MAP, figures)
    with right:
        chart_view.draw(SEX, figures)
    chart_view.draw(BY_PROVINCE, figures)
    learning_view.draw(figures)


playing.run(body)
