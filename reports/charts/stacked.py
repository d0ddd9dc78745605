"""Bars stacked by month, or by quarter or year of a long view, with the total of each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from geo.words.catalogue import _
from reports.charts import style
from reports.words.counts import NO_COUNT, count_labels, plain_counts, plotly_text
from reports.words.periods import periods

#: The most characters of totals over the bars: on a telephone more would run into each other.
MOST_CHARACTERS = 60


def by_period(by_month: pd.DataFrame, months: Sequence[date]) -> pd.DataFrame:
    """Return counts by the period that each month is in (``reports.words.periods``).

    ``by_month`` has a row a part of the bars and a column a month of ``months``; the columns that
    are returned are periods by number, blank where no month of one has a count.
    """
    place = [number for number, one in enumerate(periods(months)) for _month in one.months]
    return by_month.astype("Int64").T.groupby(place).sum(min_count=1).T


def stacked_chart(
    counts: pd.DataFrame,
    markers: Mapping[str, dict[str, Any]],
    months: Sequence[date],
    blank: Sequence[int] | None = None,
) -> go.Figure:
    """Draw a bar a period, one trace a part of it.

    The total stands over each bar where all of them have room on a telephone; beside the pointer
    it stands always.

    Parameters
    ----------
    counts
        As of ``by_period``: a row a part, from the foot, by its name.
    markers
        How each part is filled, by its name.
    months
        Those of the view.
    blank
        How many rows of each period have no count; None where all have one.
    """
    shown = periods(months)
    keys, totals = [one.key for one in shown], counts.sum(min_count=1)
    rows = pd.Series(0 if blank is None else blank, index=totals.index)
    labels = count_labels(totals, rows)
    told = [*zip([one.words for one in shown], labels, strict=True)]
    figure = style.base_figure(style.HEIGHT + style.LEGEND_LINE * len(counts))
    for part in counts.index:
        figure.add_bar(
            x=keys,
            y=plain_counts(counts.loc[part]),
            name=plotly_text(part),
            marker=markers[part],
            customdata=told,
            hovertemplate="%{fullData.name}<br>%{customdata[0]}: "
            + _("{number} of {total}").format(
                number="<b>%{y:,}</b>", total="%{customdata[1]}<extra></extra>"
            ),
        )
    heights = totals.fillna(0).astype(int).tolist()
    if max(map(len, labels)) * len(labels) > MOST_CHARACTERS:
        labels = [NO_COUNT if NO_COUNT in label else "" for label in labels]
    style.write_words(figure, keys, heights, labels, "top center")
    if rows.any():
        figure.add_trace(style.no_count_entry())
    figure.update_layout(barmode="stack", xaxis=style.period_axis(shown))
    figure.update_yaxes(style.count_axis(max(heights), room=1.12))
    return figure
