"""Charts of participants by agency and month, each with its table and its sentence.

Every chart is drawn from its own table or from the frame of ``Coverage`` behind both, so that
the two cannot disagree. In a table a blank count is *not recorded*, and 0 is zero.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.records.programme import committee_agencies, in_programme_order
from geo.words.catalogue import _
from reports.charts import style
from reports.charts.stacked import by_period, stacked_chart
from reports.words import colours
from reports.words.counts import (
    HEADINGS,
    NO_COUNT,
    NO_COUNT_WORDS,
    NO_PARTICIPANT,
    count_labels,
    counted,
    ended,
    month_key,
    people_in_words,
    plotly_text,
    wrapped,
)

ROWS_WITHOUT_COUNT = "rows_without_count"
#: The most months whose counts are written into their cells: more would run into each other.
MOST_WRITTEN = 18
#: The most parts of a bar that a reader tells apart; the colour of other agencies together.
MOST_PARTS = 8
OTHERS = "#75699f"


class Part(NamedTuple):
    """A part of a stacked bar: an agency or all the others, with its colour and pattern."""

    name: str
    agencies: list[str]
    colour: str
    pattern: str


def agency_parts(figures: Coverage) -> list[Part]:
    """Return the agencies that stand alone, in the programme's order, then the others together.

    The six of a committee always stand alone, where they are in, and so does what names no agency.
    So do the others while there are at most ``MOST_PARTS``; else they are one.
    """
    names = _agencies(figures)
    others = [x for x in names if x not in committee_agencies() and not colours.is_unnamed(x)]
    if len(names) <= MOST_PARTS:
        others = []
    alone = [name for name in names if name not in others]
    parts = [Part(x, [x], colours.agency_colour(x), colours.agency_pattern(x)) for x in alone]
    if others:
        together = Part(
            _("{others:,} other agencies").format(others=len(others)),
            others,
            OTHERS,
            colours.DOTTED,
        )
        six = sum(name in committee_agencies() for name in alone)
        parts.insert(six, together)
    return parts


def _agencies(figures: Coverage) -> list[str]:
    return in_programme_order(list(figures.by_agency_month["agency"].unique()))


def agency_month_table(figures: Coverage) -> pd.DataFrame:
    """Return participants per agency and month, one row each, by month and programme order.

    Columns: ``Month`` (2023-06), ``Agency`` and those of ``HEADINGS``. A month or an agency
    with no row of attendance has none here.
    """
    frame = figures.by_agency_month
    place = {agency: number for number, agency in enumerate(_agencies(figures))}
    frame = frame.assign(place=frame["agency"].map(place)).sort_values(["month", "place"])
    headings = {"month": "Month", "agency": "Agency", **HEADINGS}
    table = frame[list(headings)].rename(columns=headings)
    return table.reset_index(drop=True).assign(Month=[month_key(stamp) for stamp in frame["month"]])


def agency_month_chart(figures: Coverage) -> go.Figure:
    """Draw participants per agency and month as stacked bars, one trace an agency.

    A long view has a bar a quarter or a year.
    """
    if figures.by_agency_month.empty:
        return style.empty_figure(NO_PARTICIPANT)
    counts, blank = (
        by_period(by_agency_and_month(figures, column), figures.months)
        for column in ("participants", ROWS_WITHOUT_COUNT)
    )
    markers = {agency: style.agency_fill(agency) for agency in counts.index}
    return stacked_chart(counts, markers, figures.months, blank.sum().astype(int).tolist())


def agency_month_alt(figures: Coverage) -> str:
    """Say in a sentence what ``agency_month_chart`` shows."""
    by_month = figures.by_agency_month.groupby("month")["participants"].sum(min_count=1)
    if by_month.empty:
        return f"{NO_PARTICIPANT}."
    headline = figures.headline
    people = people_in_words(headline.participants, headline.rows_without_count)
    words = _("Stacked bars: {people} in {months}").format(
        people=people, months=counted(len(figures.months), "month", "months")
    )
    if headline.participants and by_month.notna().any():
        words += _("; the most in {month:%B %Y} ({participants:,})").format(
            month=by_month.idxmax(), participants=by_month.max()
        )
    return ended(words, headline.rows_without_count)


def heat_map_table(figures: Coverage) -> pd.DataFrame:
    """Return participants by agency (rows, programme order) and month (columns).

    Columns: ``Agency``, one a month (2023-06; blank where there is no row of attendance or no
    count), ``All months`` and ``Rows without a count``.
    """
    frame = figures.by_agency_month
    sums = frame.groupby("agency")[["participants", ROWS_WITHOUT_COUNT]].sum(min_count=1)
    wide = by_agency_and_month(figures, "participants")
    wide.columns = pd.Index([month_key(month) for month in figures.months], dtype=object)
    wide["All months"] = sums["participants"]
    wide[HEADINGS[ROWS_WITHOUT_COUNT]] = sums[ROWS_WITHOUT_COUNT]
    return wide.rename_axis("Agency").reset_index()


def by_agency_and_month(figures: Coverage, column: str) -> pd.DataFrame:
    """Return a column of ``Coverage.by_agency_month`` by agency (rows) and month (columns).

    In the programme's order, with every month of the view; blank where there is no row.
    """
    wide = figures.by_agency_month.pivot(index="agency", columns="month", values=column)
    shown = pd.DatetimeIndex(figures.months).astype("datetime64[s]")
    return wide.reindex(index=_agencies(figures), columns=shown)


def heat_map_chart(figures: Coverage, *, dark: bool = False) -> go.Figure:
    """Draw participants by agency and month as cells from light to deep blue.

    On a ``dark`` page most is the lightest, as on the map.
    A cell without a row of attendance is left out; one without a count is grey and marked. Over
    ``MOST_WRITTEN`` months a scale stands beside the cells in place of the counts in them.
    """
    if figures.by_agency_month.empty:
        return style.empty_figure(NO_PARTICIPANT)
    counts = by_agency_and_month(figures, "participants").astype("Int64")
    without = by_agency_and_month(figures, ROWS_WITHOUT_COUNT).fillna(0).astype(int)
    values = counts.to_numpy(dtype=float, na_value=np.nan)
    unknown = np.where(np.isnan(values) & (without.to_numpy() > 0), 0.0, np.nan)
    most = max(float(np.nan_to_num(values).max()), 1.0)
    labels = [count_labels(counts.loc[agency], without.loc[agency]) for agency in counts.index]
    figure = style.rows_figure([wrapped(agency, 18, lines=2) for agency in counts.index])
    hover = _pointed_at(figures.months, counts.index, labels)
    grey = [[0, colours.UNKNOWN], [1, colours.UNKNOWN]]
    for drawn, scale in ((values, colours.blue_scale(dark=dark)), (unknown, grey)):
        figure.add_heatmap(
            x=[month_key(month) for month in figures.months],
            y=list(range(len(counts))),
            z=drawn,
            zmin=0,
            zmax=most,
            colorscale=scale,
            customdata=hover,
            hovertemplate="%{customdata}<extra></extra>",
            hoverongaps=False,
            xgap=2,
            ygap=2,
            showscale=False,
        )
    written = len(figures.months) <= MOST_WRITTEN
    if written:
        _write_cells(figure, labels, values / most, dark=dark)
        key = _("Blank: no record · 0: zero reported")
    else:
        figure.data[0].update(showscale=True, colorbar={"thickness": 10, "outlinewidth": 0})
        key = _("Blank: no record")
    if without.to_numpy().any():
        key += f"<br>{NO_COUNT if written else _('Grey')}: {NO_COUNT_WORDS}"
    style.add_key(figure, key)
    figure.update_layout(xaxis=style.month_axis(figures.months), margin={"t": 48})
    return figure


def _pointed_at(
    months: Iterable[date], agencies: Iterable[str], labels: list[list[str]]
) -> list[list[str]]:
    """Return the words beside the pointer in each cell, one row an agency."""
    named = [f"{month:%B %Y}" for month in months]
    return [
        [
            f"{plotly_text(agency)}<br>{month}: <b>{label}</b>"
            for month, label in zip(named, line, strict=True)
        ]
        for agency, line in zip(agencies, labels, strict=True)
    ]


def _write_cells(
    figure: go.Figure, labels: list[list[str]], shares: np.ndarray, *, dark: bool
) -> None:
    """Write each cell's count in black or white, whichever its colour leaves readable."""
    months, grounds = figure.data[0].x, np.full(shares.shape, colours.UNKNOWN, dtype=object)
    for place in zip(*np.nonzero(~np.isnan(shares)), strict=True):
        grounds[place] = colours.blue_at(float(shares[place]), dark=dark)
    cells = [
        (months[column], row, label, colours.ink_on(grounds[row, column]))
        for row, line in enumerate(labels)
        for column, label in enumerate(line)
        if label
    ]
    figure.add_scatter(
        x=[cell[0] for cell in cells],
        y=[cell[1] for cell in cells],
        text=[cell[2] for cell in cells],
        textfont={"size": style.SMALL_TEXT_SIZE, "color": [cell[3] for cell in cells]},
        mode="text",
        hoverinfo="skip",
        showlegend=False,
    )


def heat_map_alt(figures: Coverage) -> str:
    """Say in a sentence what ``heat_map_chart`` shows."""
    frame = figures.by_agency_month
    if frame.empty:
        return f"{NO_PARTICIPANT}."
    words = _("Heat map: {agencies}").format(
        agencies=counted(frame["agency"].nunique(), "agency", "agencies")
    )
    words += _(" by {months}").format(months=counted(len(figures.months), "month", "months"))
    most = frame.iloc[int(frame["participants"].fillna(-1).to_numpy(dtype=int).argmax())]
    if most["participants"] is not pd.NA:
        words += _("; the most {agency} in {month:%B %Y} ({participants:,})").format(
            agency=most["agency"], month=most["month"], participants=most["participants"]
        )
    return ended(words, figures.headline.rows_without_count)
