"""What participants learned: the paired gain of each training with its interval, and by agency."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.analysis.learning import COLLECTED, by_agency, learning, pooled
from data.figures.coverage import Coverage
from data.records.model import in_percent
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.counts import counted, plotly_text, wrapped
from reports.words.learning import gain_in_words
from reports.words.tables import headed, headings

NOT_THERE = _("Not collected: no training of this selection has paired answers")
#: The longest line of a title, with its day, in characters: half of a telephone; and the most
#: lines, for which a row is so many pixels higher than usual.
LINE, LINES, MORE = 34, 3, 14


def learning_table(figures: Coverage) -> pd.DataFrame:
    """Return every training of a view, latest first, under the headings of ``learning``.

    A row a training: means in points of its test, the gain and its bounds in percentage points of
    the scale, the response rate in percent of who attended; blank where not known.
    """
    frame = learning(figures, figures.records.assessments)
    frame = frame.assign(
        date_start=frame["date_start"].dt.date, response_rate=frame["response_rate"] * 100
    )
    numbers = ["response_rate", "pre_mean", "post_mean", "gain", "low", "high"]
    frame[numbers] = frame[numbers].round(1)
    frame["paired"] = frame["paired"].round().astype("Int64")
    return headed(frame, "learning")


def learning_chart(figures: Coverage, most: int | None = None, line: int = LINE) -> go.Figure:
    """Draw the gain of each assessed training as a point with its interval, latest first.

    ``most``: how many of the latest are drawn, where not all; ``line``: the characters of a line
    of their titles.
    """
    frame = learning(figures, figures.records.assessments)
    rows = frame[frame["state"] == COLLECTED].reset_index(drop=True)
    if rows.empty:
        return style.empty_figure(NOT_THERE)
    rows = rows[:most]
    figure = style.rows_figure(_titles(rows, line), MORE * len(rows))
    half = (rows["high"] - rows["gain"]).fillna(0)
    figure.add_scatter(
        x=rows["gain"],
        y=list(range(len(rows))),
        mode="markers",
        marker={"size": 9, "color": colours.RECORDS},
        error_x={"type": "data", "array": half, "color": colours.RECORDS, "thickness": 2},
        customdata=[_gain_words(row) for row in rows.to_dict("records")],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    figure.add_vline(x=0, line={"color": colours.AXIS, "width": 1})
    figure.update_xaxes(title_text=_("Gain, percentage points"), showgrid=True)
    return figure


def _titles(rows: pd.DataFrame, line: int) -> list[str]:
    """Return the first day and the title of each training."""
    starts = zip(rows["date_start"], rows["title"], strict=True)
    return [wrapped(f"{x.day} {x:%b} · {title}", line, LINES) for x, title in starts]


def _gain_words(row: Mapping[Hashable, Any]) -> str:
    rate, low, high = row["response_rate"], row["low"], row["high"]
    answered = "" if pd.isna(rate) else _(" ({rate} of participants)").format(rate=in_percent(rate))
    interval = (
        _("no interval")
        if pd.isna(low)
        else _("95%: {low:.1f} to {high:.1f}").format(low=low, high=high)
    )
    gain = _("Gain <b>{gain:.1f}</b> points, {interval}").format(
        gain=row["gain"], interval=interval
    )
    return (
        f"{plotly_text(row['title'])}<br>{gain}<br>"
        f"{counted(int(row['paired']), 'paired answer', 'paired answers')}{answered}"
    )


def learning_alt(figures: Coverage) -> str:
    """Say in a sentence what ``learning_chart`` shows."""
    frame = learning(figures, figures.records.assessments)
    rows = frame[frame["state"] == COLLECTED]
    if rows.empty:
        return f"{NOT_THERE}."
    return _("Points with intervals: {gain_in_words}").format(
        gain_in_words=gain_in_words(pooled(frame), len(frame))
    )


def agencies_table(figures: Coverage) -> pd.DataFrame:
    """Return the pooled gain of each agency that had trainings of its own, by name.

    A row an agency, under the headings of ``learning_by_agency``; the gain and its bounds in
    percentage points of the scale, the response rate in percent.
    """
    gains = by_agency(learning(figures, figures.records.assessments))
    rows = [{"agency": agency, **vars(gain)} for agency, gain in gains.items()]
    table = pd.DataFrame(rows, columns=list(headings("learning_by_agency")))
    numbers = ["response_rate", "gain", "low", "high"]
    table[numbers] = table[numbers].astype(float)
    table["response_rate"] *= 100
    table[numbers] = table[numbers].round(1)
    return headed(table, "learning_by_agency")
