"""The charts of the screens: title, figure, source and table twin, loaded when in sight."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from data.figures.coverage import Coverage
from geo.words.catalogue import _
from pages.browser.in_sight import in_sight
from pages.parts import screen, tables
from pages.session import chart_filter
from reports.charts import agency_month, bars, running_total, timeline
from reports.charts.style import chart_config
from reports.words.selection import titled

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class Chart:
    """One chart: its title says what it shows; figure, table and words are of one Coverage.

    Where it ``filters``, a click on a bar chooses its agency, month or province.
    """

    key: str
    title: str
    figure: Callable[[Coverage], "Figure"]
    table: Callable[[Coverage], pd.DataFrame]
    alt: Callable[[Coverage], str]
    filters: bool = False


def draw(chart: Chart, figures: Coverage) -> None:
    """Draw a chart once it has come into sight; its place is kept until then."""
    with st.container(key=f"chart_{chart.key}"):
        st.subheader(titled(chart.title, figures.selection), anchor=False)
        if not in_sight(chart.key):
            return
        name = f"trainings-{chart.key.replace('_', '-')}"
        figure, key = chart.figure(figures), f"plot_{chart.key}"
        clicks: dict[str, Any] = {}
        if chart.filters:
            traces = [str(trace.name) for trace in figure.data]
            clicks["on_select"] = lambda: chart_filter.follow(key, traces, figures.records)
            clicks["selection_mode"] = "points"
        plot(figure, chart.key, name, chart.alt(figures), **clicks)
        screen.source(figures.records, figures.selection)
        tables.twin(figures.records, chart.key, lambda: chart.table(figures), name)


def plot(figure: "Figure", key: str, name: str, alt: str, **selection: Any) -> None:
    """Draw a figure of plotly.

    Parameters
    ----------
    figure, alt
        The figure, and what it says in words.
    key
        ``plot_`` stands before it in the session.
    name
        The name of the picture that a reader saves.
    selection
        What a click does, as for ``st.plotly_chart``.
    """
    st.plotly_chart(
        figure,
        key=f"plot_{key}",
        config=chart_config(name),
        alt=alt,
        **selection,
    )


def _heat_map(figures: Coverage) -> "Figure":
    return agency_month.heat_map_chart(figures, dark=st.context.theme.type == "dark")


AGENCY_MONTH = Chart(
    "agency_month",
    _("Participants per agency over time"),
    agency_month.agency_month_chart,
    agency_month.agency_month_table,
    agency_month.agency_month_alt,
    filters=True,
)
RUNNING_TOTAL = Chart(
    "running_total",
    _("Cumulative participants"),
    running_total.running_total_chart,
    running_total.running_total_table,
    running_total.running_total_alt,
)
HEAT_MAP = Chart(
    "heat_map",
    _("Participants of each agency in each month"),
    _heat_map,
    agency_month.heat_map_table,
    agency_month.heat_map_alt,
    filters=True,
)
SEX = Chart(
    "sex",
    _("Women and men by agency; % women of those counted by sex"),
    bars.sex_chart,
    bars.sex_table,
    bars.sex_alt,
    filters=True,
)
BY_PROVINCE = Chart(
    "province",
    _("Participants by province, and districts covered"),
    bars.province_chart,
    bars.province_table,
    bars.province_alt,
    filters=True,
)
TIMELINE = Chart(
    "timeline",
    _("When the trainings took place"),
    timeline.timeline_chart,
    timeline.timeline_table,
    timeline.timeline_alt,
)
