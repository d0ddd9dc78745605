"""How every chart looks: its page, its axes, its fills, and the sentence where it is empty.

A chart has no title and no background of its own; the page writes the title and decides
between light and dark. Its text has the ink of paper, for the picture that a reader saves; on a
screen ``pages/session/style.css`` gives it the page's own.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from data.figures.selection import months
from reports.words import colours
from reports.words.counts import NO_COUNT_WORDS
from reports.words.periods import Period

#: Between the end of a bar or line and the words beside it.
GAP = "\u2002"
TEXT_SIZE = 13
SMALL_TEXT_SIZE = 12
#: Of the button that saves a picture: seen on a light and on a dark page.
INK_OF_BUTTON = colours.UNKNOWN
#: The height of a chart that is read along time, in pixels.
HEIGHT = 380
#: The fewest months that an axis has room for.
FEW_MONTHS = 6
#: What each agency adds to it: on a narrow screen its name is a line of the legend.
LEGEND_LINE = 10
#: The height of a row of horizontal bars, in pixels, and what legend and axis need beside it.
ROW_HEIGHT = 34
ROWS_MARGIN = 110
#: The width of a letter beside a bar, and the length of the longest bar on a telephone, in pixels.
LETTER, NARROWEST = 6.2, 120


def chart_config(filename: str) -> dict[str, Any]:
    """Return what a chart offers on screen: a picture of it, and nothing that moves its axes."""
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "filename": filename, "scale": 2},
        "scrollZoom": False,
        "showTips": False,
    }


def fill(colour: str, pattern: str = colours.SOLID) -> dict[str, Any]:
    """Return the marker of a bar: a colour, and a pattern drawn in it where there is one."""
    if not pattern:
        return {"color": colour, "line": {"width": 0}}
    dense = pattern == colours.HATCHED
    edge = {"width": 1, "color": colour} if dense else {"width": 0}
    shape = {
        "shape": pattern,
        "size": 6 if dense else 7,
        "solidity": 0.35 if dense else 0.25,
        "fillmode": "replace" if dense else "overlay",
        "fgcolor": colour if dense else "#ffffff",
    }
    return {"color": colour, "pattern": shape, "line": edge}


def agency_fill(agency: str) -> dict[str, Any]:
    """Return the marker of an agency's bars."""
    return fill(colours.agency_colour(agency), colours.agency_pattern(agency))


def base_figure(height: int) -> go.Figure:
    """Return a figure with the look of all charts and nothing in it yet."""
    axis = {
        "fixedrange": True,
        "automargin": True,
        "showgrid": False,
        "gridcolor": colours.GRID,
        "gridwidth": 1,
        "zerolinecolor": colours.AXIS,
        "linecolor": colours.AXIS,
        "tickfont": {"size": SMALL_TEXT_SIZE, "color": colours.INK},
        "title": {"font": {"size": SMALL_TEXT_SIZE, "color": colours.INK}},
        "ticks": "",
    }
    legend = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    font = {"size": SMALL_TEXT_SIZE, "color": colours.INK}
    legend |= {"font": font, "traceorder": "normal", "title": {"text": ""}}
    legend |= {"maxheight": 1}  # one that scrolls has entries that nobody sees
    layout = go.Layout(
        height=height,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"size": TEXT_SIZE, "color": colours.INK},
        margin={"l": 4, "r": 8, "t": 12, "b": 8, "pad": 4},
        legend=legend,
        modebar={"bgcolor": "rgba(0,0,0,0)"}
        | dict.fromkeys(("color", "activecolor"), INK_OF_BUTTON),
        hoverlabel={"align": "left", "font": {"size": TEXT_SIZE}},
        dragmode=False,
        bargap=0.28,
        xaxis=axis,
        yaxis=axis,
    )
    return go.Figure(layout=layout)


def empty_figure(sentence: str) -> go.Figure:
    """Return a figure that says why there is nothing to draw, with no axis."""
    figure = base_figure(height=140)
    figure.update_xaxes(visible=False, range=[0, 1])
    figure.update_yaxes(visible=False, range=[0, 1])
    figure.add_annotation(
        text=sentence, x=0, y=0.5, xref="paper", yref="paper", xanchor="left", showarrow=False
    )
    return figure


def count_axis(most: int, room: float = 1.0) -> dict[str, Any]:
    """Return an axis of whole numbers from 0 to ``most``, the highest value drawn.

    It is ``room`` times as long, for the labels at the end of bars.
    """
    most = max(most, 1)
    steps = (by * 10**power for power in range(18) for by in (1, 2, 5))
    step = next(step for step in steps if most <= 5 * step)
    return {
        "range": [0, most * room],
        "tickmode": "array",
        "tickvals": list(range(0, most + step, step)),
        "tickformat": ",d",
        "showgrid": True,
        "zeroline": True,
    }


def month_axis(shown: Sequence[date]) -> dict[str, Any]:
    """Return the axis of months: every one has its place, also the empty ones."""
    return period_axis([Period(f"{month:%b}", "", (month,)) for month in shown])


def period_axis(shown: Sequence[Period]) -> dict[str, Any]:
    """Return the axis of periods: every one has its place, also the empty ones.

    One of few periods ends free, as a single bar would be a block.
    """
    named, words = _named(shown)
    keys = [one.key for one in shown]
    order = {"type": "category", "categoryorder": "array", "categoryarray": keys}
    ticks = _ticks([one.key for one in named], words)
    return order | {"range": [-0.5, max(len(keys), FEW_MONTHS) - 0.5]} | ticks


def day_axis(first: date, last: date) -> dict[str, Any]:
    """Return the axis of days from one to another, with a line at the start of each month."""
    begun = [month for month in months(first, last) if month >= first]
    named, words = _named([Period(f"{month:%b}", "", (month,)) for month in begun])
    days = {"type": "date", "range": [first.isoformat(), last.isoformat()]}
    ticks = _ticks([one.months[0].isoformat() for one in named], words)
    return days | ticks | {"showgrid": True}


def _ticks(places: list[str], words: list[str]) -> dict[str, Any]:
    return {"tickmode": "array", "tickvals": places, "ticktext": words, "tickangle": 0}


def _named(shown: Sequence[Period]) -> tuple[list[Period], list[str]]:
    """Return all of 12 periods, or about 8 of more at even steps, and how an axis names them.

    The year stands under the first, and under every one that begins another year.
    """
    every = 1 if len(shown) <= 12 else math.ceil(len(shown) / 8)
    named = list(shown)[::every]
    before = [0, *(one.months[0].year for one in named)]
    years = zip(named, before, strict=False)
    return named, [
        one.name if one.months[0].year == year else _with_year(one) for one, year in years
    ]


def _with_year(one: Period) -> str:
    return "<br>".join(dict.fromkeys((one.name, f"{one.months[0]:%Y}")))


def write_words(
    figure: go.Figure, x: Sequence[Any], y: Sequence[float], words: Sequence[str], beside: str
) -> None:
    """Write words, already escaped, ``beside`` points of a chart, as plotly names the place."""
    figure.add_scatter(
        x=x,
        y=y,
        mode="text",
        text=words,
        textposition=beside,
        textfont={"size": SMALL_TEXT_SIZE},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def no_count_entry() -> go.Scatter:
    """Return the entry of the legend for counts that are not published, drawn as text."""
    marker = {"symbol": "circle-open", "size": 9, "color": colours.UNKNOWN, "line": {"width": 1.5}}
    drawn = {"x": [None], "y": [None], "mode": "markers", "marker": marker}
    return go.Scatter(name=NO_COUNT_WORDS.capitalize(), hoverinfo="skip", **drawn)


def add_key(figure: go.Figure, words: str) -> None:
    """Write over the upper edge of a chart how its marks are read."""
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left"}
    place |= {"yanchor": "bottom", "align": "left", "showarrow": False}
    figure.add_annotation(text=words, font={"size": SMALL_TEXT_SIZE}, **place)


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
) -> None:
    """Write words, already escaped, at the end of each row's bar, and set the axis of counts.

    ``marked``: whether some of the words carry the mark of a count that is not published. The
    longest bar ends where the words beside it have room, however wide the chart is.
    """
    ends = [count or 0 for count in counts]
    most = max(ends, default=0)
    beyond = [LETTER * (len(word) + 1) - NARROWEST * (1 - end / max(most, 1))
              for word, end in zip(words, ends, strict=True)]  # fmt: skip
    figure.update_layout(margin={"r": max([8, *beyond])})
    texts = [f"{GAP}{word}" for word in words]
    write_words(figure, ends, list(range(len(ends))), texts, "middle right")
    if marked:
        figure.add_trace(no_count_entry())
    figure.update_xaxes(count_axis(most))
