"""Horizontal bars, one row each: their axis, their parts, and what stands at their ends."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from reports.charts.style import GAP, base_figure, count_axis, no_count_entry, write_words

#: The height of a row of horizontal bars, in pixels, and what legend and axis need beside it.
ROW_HEIGHT = 34
ROWS_MARGIN = 110


def row_axis(labels: Sequence[str]) -> dict[str, Any]:
    """Return the axis of horizontal bars: one label a row from the top, already escaped."""
    ends = [max(len(labels), 2) - 0.5, -0.5]  # a single row would be a block
    ticks = {"tickmode": "array", "tickvals": list(range(len(labels))), "ticktext": list(labels)}
    return ticks | {"range": ends, "zeroline": False}


def rows_figure(labels: Sequence[str], more: int = 0) -> go.Figure:
    """Return a figure of horizontal bars, ``more`` pixels higher than its rows need."""
    figure = base_figure(ROW_HEIGHT * len(labels) + ROWS_MARGIN + more)
    figure.update_yaxes(row_axis(labels))
    return figure


def add_rows_part(
    figure: go.Figure,
    name: str,
    counts: Sequence[int | None],
    marker: dict[str, Any],
    rows: Sequence[str],
) -> None:
    """Add one part of the bar of every row, from the top; None where there is no count.

    The names of the part and of the rows are already escaped.
    """
    figure.add_bar(
        x=list(counts),
        y=list(range(len(counts))),
        orientation="h",
        name=name,
        marker=marker,
        customdata=list(rows),
        hovertemplate="%{customdata}<br>%{fullData.name}: <b>%{x:,}</b><extra></extra>",
    )


def write_row_ends(
    figure: go.Figure,
    counts: Sequence[int | None],
    words: Sequence[str],
    marked: bool,
    room: float,
) -> None:
    """Write words, already escaped, at the end of each row's bar, and set the axis of counts.

    ``marked``: whether some of the words carry the mark of a count that is not published.
    ``room``: how many times as long as the longest bar the axis is.
    """
    ends = [count or 0 for count in counts]
    texts = [f"{GAP}{word}" for word in words]
    write_words(figure, ends, list(range(len(ends))), texts, "middle right")
    if marked:
        figure.add_trace(no_count_entry())
    figure.update_xaxes(count_axis(max(ends, default=0), room))
