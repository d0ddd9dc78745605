"""Horizontal bars, one row each: their axis, their parts, and what stands at their ends."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from reports.charts.style import GAP, SMALL_TEXT_SIZE, count_axis, no_count_entry

#: The height of a row of horizontal bars, in pixels, and what legend and axis need beside it.
ROW_HEIGHT = 34
ROWS_MARGIN = 110


def row_axis(labels: Sequence[str]) -> dict[str, Any]:
    """Return the axis of horizontal bars: one label a row from the top, already escaped."""
    ends = [max(len(labels), 2) - 0.5, -0.5]  # a single row would be a block
    ticks = {"tickmode": "array", "tickvals": list(range(len(labels))), "ticktext": list(labels)}
    return ticks | {"range": ends, "zeroline": False}


def add_rows_part(
    figure: go.Figure,
    name: str,
    counts: Sequence[int | None],
    marker: dict[str, Any],
    rows: Sequence[str],
) -> None:
    """Add one part of the bar of every row, from the top.

    Parameters
    ----------
    figure, marker
        The figure; the fill of the part.
    name, rows
        The names of the part and of the rows, already escaped.
    counts
        Participants, one a row; None where there is none.
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
    """Write what belongs to each row at the end of its bar, and set the axis of counts.

    Parameters
    ----------
    figure
        The figure, with its bars.
    counts, words
        The length of each row's bar, and what stands at its end, already escaped.
    marked
        Whether some of the words carry the mark of a count that is not published.
    room
        How much longer the axis is than the longest bar.
    """
    ends = [count or 0 for count in counts]
    figure.add_scatter(
        x=ends,
        y=list(range(len(ends))),
        mode="text",
        text=[f"{GAP}{word}" for word in words],
        textposition="middle right",
        textfont={"size": SMALL_TEXT_SIZE},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    if marked:
        figure.add_trace(no_count_entry())
    figure.update_xaxes(count_axis(max(ends, default=0), room))
