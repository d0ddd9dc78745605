"""Charts of participants by agency and month, each with its table and its sentence.

Every chart is drawn from its own table or from the frame of ``Coverage`` behind both, so that
the two cannot disagree. In a table a blank count is *not recorded*, and 0 is zero.
"""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.records.programme import in_programme_order
from reports.charts.rows import ROW_HEIGHT, ROWS_MARGIN, row_axis
from reports.charts.style import (
    HEIGHT,
    LEGEND_LINE,
    SMALL_TEXT_SIZE,
    add_key,
    base_figure,
    count_axis,
    empty_figure,
    fill,
    month_axis,
    no_count_entry,
)
from reports.words import colours
from reports.words.counts import (
    HEADINGS,
    NO_COUNT,
    NO_COUNT_WORDS,
    NO_PARTICIPANT,
    count_label,
    counted,
    ended,
    month_key,
    people_in_words,
    plain_counts,
    plotly_text,
    wrapped,
)

ROWS_WITHOUT_COUNT = "rows_without_count"


def _agencies(coverage: Coverage) -> list[str]:
    return in_programme_order(list(coverage.by_agency_month["agency"].unique()))


def agency_month_table(coverage: Coverage) -> pd.DataFrame:
    """Return participants per agency and month, one row each, by month and programme order.

    Columns: ``Month`` (2023-06), ``Agency`` and those of ``HEADINGS``. A month or an agency
    with no row of attendance has none here.
    """
    frame = coverage.by_agency_month
    place = {agency: number for number, agency in enumerate(_agencies(coverage))}
    frame = frame.assign(place=frame["agency"].map(place)).sort_values(["month", "place"])
    headings = {"month": "Month", "agency": "Agency", **HEADINGS}
    table = frame[list(headings)].rename(columns=headings)
    return table.reset_index(drop=True).assign(Month=[month_key(stamp) for stamp in frame["month"]])


def agency_month_chart(coverage: Coverage) -> go.Figure:
    """Draw participants per agency and month as stacked bars, one trace an agency."""
    table, shown = agency_month_table(coverage), coverage.months
    if table.empty:
        return empty_figure(NO_PARTICIPANT)
    figure = base_figure(HEIGHT + LEGEND_LINE * len(_agencies(coverage)))
    keys = [month_key(month) for month in shown]
    for agency in _agencies(coverage):
        own = table[table["Agency"] == agency].set_index("Month").reindex(keys)
        figure.add_bar(
            x=keys,
            y=plain_counts(own["Participants"]),
            name=plotly_text(agency),
            marker=fill(colours.agency_colour(agency), colours.agency_pattern(agency)),
            customdata=[f"{month:%B %Y}" for month in shown],
            hovertemplate="%{fullData.name}<br>%{customdata}: <b>%{y:,}</b><extra></extra>",
        )
    totals = table.groupby("Month")[["Participants", "Rows without a count"]].sum(min_count=1)
    _label_months(figure, totals.reindex(keys))
    most = int(totals["Participants"].fillna(0).max())
    figure.update_layout(barmode="stack", xaxis=month_axis(shown))
    figure.update_yaxes(count_axis(most, room=1.12))
    return figure


def _label_months(figure: go.Figure, totals: pd.DataFrame) -> None:
    """Write each month's total over its bar, with a mark where a count is not published."""
    rows = [none or 0 for none in plain_counts(totals["Rows without a count"])]
    counts = plain_counts(totals["Participants"])
    words = [count_label(count, none) for count, none in zip(counts, rows, strict=True)]
    figure.add_scatter(
        x=list(totals.index),
        y=[count or 0 for count in counts],
        mode="text",
        text=words,
        textposition="top center",
        textfont={"size": SMALL_TEXT_SIZE},
        showlegend=False,
        cliponaxis=False,
        hoverinfo="skip",
    )
    if any(rows):
        figure.add_trace(no_count_entry())


def agency_month_alt(coverage: Coverage) -> str:
    """Say in a sentence what ``agency_month_chart`` shows."""
    by_month = coverage.by_agency_month.groupby("month")["participants"].sum(min_count=1)
    if by_month.empty:
        return f"{NO_PARTICIPANT}."
    shown, figures = coverage.months, coverage.headline
    people = people_in_words(figures.participants, figures.rows_without_count)
    told = f"Stacked bars: {people}"
    told += f" in {counted(len(shown), 'month')}"
    if figures.participants and by_month.notna().any():
        told += f"; the most in {by_month.idxmax():%B %Y} ({by_month.max():,})"
    return ended(told, figures.rows_without_count)


def heat_map_table(coverage: Coverage) -> pd.DataFrame:
    """Return participants by agency (rows, programme order) and month (columns).

    Columns: ``Agency``, one a month (2023-06; blank where there is no row of attendance or no
    count), ``All months`` and ``Rows without a count``.
    """
    frame = coverage.by_agency_month
    sums = frame.groupby("agency")[["participants", ROWS_WITHOUT_COUNT]].sum(min_count=1)
    wide = _by_agency_and_month(frame, "participants", coverage)
    wide.columns = pd.Index([month_key(month) for month in coverage.months], dtype=object)
    wide["All months"] = sums["participants"]
    wide[HEADINGS[ROWS_WITHOUT_COUNT]] = sums[ROWS_WITHOUT_COUNT]
    return wide.rename_axis("Agency").reset_index()


def _by_agency_and_month(frame: pd.DataFrame, column: str, coverage: Coverage) -> pd.DataFrame:
    wide = frame.pivot(index="agency", columns="month", values=column)
    shown = pd.DatetimeIndex(coverage.months).astype("datetime64[s]")
    return wide.reindex(index=_agencies(coverage), columns=shown)


def heat_map_chart(coverage: Coverage) -> go.Figure:
    """Draw participants by agency and month as cells from light to deep blue.

    A cell without a row of attendance is left out; one without a count is grey and marked.
    """
    frame = coverage.by_agency_month
    if frame.empty:
        return empty_figure(NO_PARTICIPANT)
    counts = _by_agency_and_month(frame, "participants", coverage).astype("Int64")
    rows = _by_agency_and_month(frame, ROWS_WITHOUT_COUNT, coverage).fillna(0).to_numpy(dtype=int)
    values = counts.to_numpy(dtype=float, na_value=np.nan)
    unknown = np.where(np.isnan(values) & (rows > 0), 0.0, np.nan)
    most = max(float(np.nan_to_num(values).max()), 1.0)
    labels = _cell_labels(counts, rows)
    figure = base_figure(ROW_HEIGHT * len(counts) + ROWS_MARGIN)
    cells = _cells(counts, labels, coverage.months)
    grey = [[0, colours.UNKNOWN], [1, colours.UNKNOWN]]
    for drawn, scale in ((values, colours.blue_scale()), (unknown, grey)):
        figure.add_heatmap(z=drawn, zmin=0, zmax=most, colorscale=scale, **cells)
    _write_cells(figure, labels, values / most)
    key = "Blank: no record · 0: zero reported"
    key += f"<br>{NO_COUNT}: {NO_COUNT_WORDS}" if rows.any() else ""
    add_key(figure, key)
    figure.update_layout(xaxis=month_axis(coverage.months), margin={"t": 48})
    figure.update_yaxes(row_axis([wrapped(agency, 18, lines=2) for agency in counts.index]))
    return figure


def _cell_labels(counts: pd.DataFrame, rows: np.ndarray) -> list[list[str]]:
    return [
        [count_label(count, none) for count, none in zip(line, without, strict=True)]
        for line, without in zip(
            (plain_counts(line) for _, line in counts.iterrows()), rows, strict=True
        )
    ]


def _cells(counts: pd.DataFrame, labels: list[list[str]], shown: list[date]) -> dict[str, Any]:
    """Return where the cells of the heat map are, and what is told of each."""
    return {
        "x": [month_key(month) for month in shown],
        "y": list(range(len(counts))),
        "customdata": [
            [
                f"{plotly_text(agency)}<br>{month:%B %Y}: <b>{label}</b>"
                for month, label in zip(shown, line, strict=True)
            ]
            for agency, line in zip(counts.index, labels, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
        "hoverongaps": False,
        "xgap": 2,
        "ygap": 2,
        "showscale": False,
    }


def _write_cells(figure: go.Figure, labels: list[list[str]], shares: np.ndarray) -> None:
    """Write each cell's count in black or white, whichever its colour leaves readable."""
    months_of = figure.data[0].x
    words = [
        (months_of[column], row, label, colours.ink_on(_cell_colour(shares[row, column])))
        for row, line in enumerate(labels)
        for column, label in enumerate(line)
        if label
    ]
    figure.add_scatter(
        x=[cell[0] for cell in words],
        y=[cell[1] for cell in words],
        text=[cell[2] for cell in words],
        textfont={"size": SMALL_TEXT_SIZE, "color": [cell[3] for cell in words]},
        mode="text",
        hoverinfo="skip",
        showlegend=False,
    )


def _cell_colour(share: float) -> str:
    return colours.UNKNOWN if np.isnan(share) else colours.blue_at(float(share))


def heat_map_alt(coverage: Coverage) -> str:
    """Say in a sentence what ``heat_map_chart`` shows."""
    frame = coverage.by_agency_month
    if frame.empty:
        return f"{NO_PARTICIPANT}."
    told = f"Heat map: {counted(frame['agency'].nunique(), 'agency', 'agencies')}"
    told += f" by {counted(len(coverage.months), 'month')}"
    most = frame.iloc[int(frame["participants"].fillna(-1).to_numpy(dtype=int).argmax())]
    if most["participants"] is not pd.NA:
        told += f"; the most {most['agency']} in {most['month']:%B %Y} ({most['participants']:,})"
    return ended(told, coverage.headline.rows_without_count)
