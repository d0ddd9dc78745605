"""Participants: who was trained, from which agency, when and from where."""

import streamlit as st

from data.figures.coverage import Coverage
from geo.words.catalogue import _
from pages.parts import chart, downloads, learning, playing, screen
from pages.parts.chart import AGENCY_MONTH, BY_PROVINCE, HEAT_MAP, RUNNING_TOTAL, SEX
from pages.session import address

records = screen.opened(_("Participants: who was trained, and when"))


def body() -> None:
    """Answer a filter without running the rest of the page."""
    headline, bar = screen.view(records)
    figures = address.figures(records)
    address.write_address(records)
    downloads.offer(bar, figures)
    with headline:
        screen.headline(figures)
    if figures.row_count:
        draw_charts(figures)


def draw_charts(figures: Coverage) -> None:
    """Draw every chart of the screen, the widest first."""
    chart.draw(AGENCY_MONTH, figures)
    chart.draw(RUNNING_TOTAL, figures)
    left, right = st.columns(2, gap="large")
    with left:
        chart.draw(HEAT_MAP, figures)
    with right:
        chart.draw(SEX, figures)
    chart.draw(BY_PROVINCE, figures)
    learning.draw(figures)


playing.run(body)
