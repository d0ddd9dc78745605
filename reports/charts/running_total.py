"""The running total of participants by day, with the published total marked as a claim.

The claim is of the whole programme: it is drawn where nothing is filtered out, and it is never
added to, or joined with, what the records say.
"""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.records.model import in_words, month_start
from data.records.programme import programme
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.counts import (
    NO_COUNT,
    NO_PARTICIPANT,
    ended,
    people_in_words,
    plain_counts,
    plotly_text,
    rows_in_words,
)
from reports.words.headline import published_total


def claim_applies(figures: Coverage) -> bool:
    """Return whether the claim can stand beside a view.

    It is of the whole programme at one day: a view has to be of all of it, and to hold that day.
    """
    chosen, published = figures.selection, programme().claims.as_of
    filters = (chosen.provinces, chosen.agencies, chosen.donors, chosen.levels, chosen.since)
    if any(filters) or not figures.months:
        return False
    return figures.months[0] <= published <= chosen.as_of


def known_totals(frame: pd.DataFrame) -> pd.Series:
    """Return the running total of each row of ``Coverage.by_day``, in participants.

    ``<NA>`` on days by which no count at all is recorded: that is not 0.
    """
    return frame["total"].astype("Int64").where(frame["participants"].notna().cummax())


def running_total_table(figures: Coverage) -> pd.DataFrame:
    """Return the running total, one row a day on which a training counts, and the claim.

    Columns: ``Day``, ``Participants``, ``Running total``, ``Rows without a count``,
    ``Published total`` (in the words of its source, on the day of its publication; blank
    elsewhere, and everywhere where the view is of a part of the programme).
    """
    frame, claims = figures.by_day, programme().claims
    table = pd.DataFrame(
        {
            "Day": frame["day"],
            "Participants": frame["participants"].astype("Int64"),
            "Running total": known_totals(frame),
            "Rows without a count": frame["rows_without_count"].astype("Int64"),
            "Published total": "",
        }
    )
    if not claim_applies(figures) or table.empty:
        return table
    published = claims.as_of
    if published not in set(table["Day"]):
        blank = dict.fromkeys(table.columns, pd.NA)
        table.loc[len(table)] = blank | {"Day": published, "Published total": ""}
        table = table.sort_values("Day", ignore_index=True)
    table.loc[table["Day"] == published, "Published total"] = claims.participants.words
    return table


def running_total_chart(figures: Coverage) -> go.Figure:
    """Draw the running total as a line of steps that begins at 0 and ends on the as-of date."""
    frame = figures.by_day
    if frame.empty:
        return style.empty_figure(NO_PARTICIPANT)
    first, last = month_start(frame["day"].iloc[0]), figures.selection.as_of
    totals = plain_counts(known_totals(frame))
    total = totals[-1]
    words = "" if total is None else f"{2 * style.GAP}<b>{total:,}</b>"
    figure = style.base_figure(style.HEIGHT)
    figure.add_scatter(
        x=[day.isoformat() for day in [first, *frame["day"], last]],
        y=[0, *totals, total],
        mode="lines+text",
        line={"shape": "hv", "width": 2.5, "color": colours.RECORDS},
        text=[*[""] * (len(frame) + 1), words],
        textposition="middle right",
        cliponaxis=False,
        name=_("In the records"),
        customdata=[in_words(day) for day in [first, *frame["day"], last]],
        hovertemplate=_("%{customdata}: <b>%{y:,}</b> participants so far") + "<extra></extra>",
    )
    _mark_days_without_count(figure, frame)
    end, most = last, total or 0
    if claim_applies(figures):
        end = max(last, programme().claims.as_of)
        most = max(most, _mark_claim(figure, first, end))
    figure.update_layout(xaxis=style.day_axis(first, end), margin={"r": 56})
    figure.update_yaxes(style.count_axis(most, room=1.12))
    return figure


def _mark_days_without_count(figure: go.Figure, frame: pd.DataFrame) -> None:
    marked = frame[frame["rows_without_count"] > 0]
    if marked.empty:
        return
    figure.add_scatter(
        x=[day.isoformat() for day in marked["day"]],
        y=marked["total"].tolist(),
        mode="text",
        text=[NO_COUNT] * len(marked),
        textposition="top center",
        cliponaxis=False,
        showlegend=False,
        customdata=[
            f"{in_words(day)}: {rows_in_words(rows)}"
            for day, rows in zip(marked["day"], marked["rows_without_count"], strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure.add_trace(style.no_count_entry())


def _mark_claim(figure: go.Figure, first: date, end: date) -> int:
    """Draw the published total as a dashed line that ends in a hollow mark; return its value.

    Its words stand on the side of the mark where the axis, from ``first`` to ``end``, has room.
    """
    claims = programme().claims
    early = claims.as_of - first < end - claims.as_of
    words = plotly_text(published_total(claims.participants))
    figure.add_scatter(
        x=[first.isoformat(), claims.as_of.isoformat()],
        y=[claims.participants.value] * 2,
        mode="lines+markers+text",
        line={"dash": "dot", "width": 1.5, "color": colours.CLAIM},
        marker={
            "symbol": ["line-ew", "diamond-open"],
            "size": [0, 12],
            "color": colours.CLAIM,
            "line": {"width": 2, "color": colours.CLAIM},
        },
        text=["", words],
        textposition="top right" if early else "top left",
        textfont={"size": style.SMALL_TEXT_SIZE},
        cliponaxis=False,
        name=_("Published total"),
        customdata=[plotly_text(claims.source)] * 2,
        hovertemplate=f"{words}<br>%{{customdata}}<extra></extra>",
    )
    return claims.participants.value


def running_total_alt(figures: Coverage) -> str:
    """Say in a sentence what ``running_total_chart`` shows."""
    frame, headline = figures.by_day, figures.headline
    if frame.empty:
        return f"{NO_PARTICIPANT}."
    people = people_in_words(headline.participants, headline.rows_without_count)
    words = _("Rising line: {people} in the records up to {as_of}").format(
        people=people, as_of=in_words(figures.selection.as_of)
    )
    if claim_applies(figures):
        claims = programme().claims
        words += _("; published: {words} as of {as_of}").format(
            words=claims.participants.words, as_of=in_words(claims.as_of)
        )
    return ended(words, headline.rows_without_count)
