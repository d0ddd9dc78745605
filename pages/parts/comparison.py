"""A second date beside the as-of date: its choice, the figures of both, and the map between."""

import math
from collections.abc import Hashable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from data.figures.comparison import Change, Comparison, compare
from data.figures.coverage import Coverage
from data.figures.selection import as_of_dates
from data.records.model import Records, in_words
from geo.webmap.map_values import MapValues
from pages.parts import map_frame, screen
from pages.parts.in_sight import in_sight
from pages.session import address, options
from reports.measures.comparison import comparison_values, days_of, districts_table, figures_table

NO_DATA = "no data"


def choose(records: Records) -> None:
    """Offer a date to compare the as-of date with."""
    dates = as_of_dates(records)
    if len(dates) < 2:
        return
    if st.session_state["compare"] not in (None, *dates):
        st.session_state["compare"] = None
    st.selectbox(
        "Compare with",
        dates,
        index=None,
        key="compare",
        persist_state="session",
        format_func=lambda day: f"compared with {day.day} {day:%b %Y}",
        placeholder="Compare with another date",
        label_visibility="collapsed",
        width=250,
    )


def comparing(records: Records) -> bool:
    """Return whether the map compares two dates, whatever else it could show."""
    day: date | None = options.value("compare")
    return day in as_of_dates(records) and day != address.selection(records).as_of


def comparison(figures: Coverage) -> Comparison | None:
    """Return the comparison that is asked for; None where none is, or with the date itself."""
    day: date | None = options.value("compare")
    if day is None or day == figures.selection.as_of:
        return None
    return compare(figures, day)


def map_of(found: Comparison) -> MapValues:
    """Return the map of what was gained between the dates."""
    return comparison_values(found, map_frame.coverage_values(found.later, "status"))


def headline(found: Comparison) -> None:
    """Write the figures of both dates and what was gained between them."""
    earlier, later = days_of(found)
    rows = "".join(
        f"<tr><th scope='row'>{screen.text(row['figure'].capitalize())}</th>"
        f"<td>{_number(row, 'earlier')}</td><td>{_number(row, 'later')}</td>"
        f"<td>{_difference(row)}</td></tr>"
        for row in found.figures.to_dict("records")
    )
    heads = "".join(
        f"<th scope='col'>{screen.text(words)}</th>"
        for words in ("", in_words(earlier), in_words(later), "Between them")
    )
    st.html(
        f'<table class="two-dates"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _number(row: Mapping[Hashable, Any], column: str) -> str:
    return NO_DATA if math.isnan(row[column]) else f"{row[column]:,.0f}"


def _difference(row: Mapping[Hashable, Any]) -> str:
    value = row["difference"]
    if math.isnan(value):
        return NO_DATA
    return "0" if round(value) == 0 else f"{value:+,.0f}".replace("-", "\u2212")


def gained(found: Comparison) -> None:
    """List the districts that were gained, and offer both tables as files."""
    rows = found.of(Change.GAINED)
    st.subheader(f"Gained between the dates: {len(rows):,} districts", anchor=False)
    if not in_sight("gained"):  # a table below the window would hold up the map above it
        st.html('<div class="chart-to-come"></div>')
        return
    if rows.empty:
        st.info("No district was gained between these dates.", icon=":material/info:")
    else:
        st.dataframe(
            districts_table(found).head(len(rows)).drop(columns="Change"),
            hide_index=True,
            key="gained",
            alt="Districts gained",
            placeholder="no count",
            column_config={"Population": st.column_config.NumberColumn(format="localized")},
        )
    screen.source(found.later.records, found.later.selection.as_of)
    screen.twin("compared", lambda: districts_table(found), "two-dates-by-district")
    screen.twin("compared_figures", lambda: figures_table(found), "two-dates-figures")
