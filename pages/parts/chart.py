"""A chart on a screen: title, figure, source and table twin, loaded when it comes into sight."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from data.figures.coverage import Coverage
from pages.parts import screen
from pages.parts.in_sight import in_sight
from reports.charts.style import chart_config, inked

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class Chart:
    """One chart: its title says what it shows; figure, table and words are of one Coverage."""

    key: str
    title: str
    figure: Callable[[Coverage], "Figure"]
    table: Callable[[Coverage], pd.DataFrame]
    alt: Callable[[Coverage], str]


def draw(chart: Chart, figures: Coverage) -> None:
    """Draw a chart once it has come into sight; its place is kept until then."""
    with st.container(key=f"chart_{chart.key}"):
        st.subheader(chart.title, anchor=False)
        if in_sight(chart.key):
            name = f"trainings-{chart.key.replace('_', '-')}"
            st.plotly_chart(
                inked(chart.figure(figures), st.context.theme.type),
                key=f"plot_{chart.key}",
                config=chart_config(name),
                alt=chart.alt(figures),
            )
            screen.source(figures.records, figures.selection.as_of)
            screen.twin(chart.key, lambda: chart.table(figures), name)
        else:
            st.html('<div class="chart-to-come"></div>')
