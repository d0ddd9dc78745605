"""The share of people who live in covered districts, by province, with the national line."""

import pandas as pd
import plotly.graph_objects as go

from data.analysis.equity import coverage_by_province
from data.analysis.equity_words import coverage_in_words
from data.figures.coverage import Coverage
from reports.charts.rows import ROW_HEIGHT, ROWS_MARGIN, row_axis
from reports.charts.style import GAP, SMALL_TEXT_SIZE, base_figure, empty_figure, fill
from reports.words import colours
from reports.words.counts import counted, plotly_text, wrapped

NOTHING = "No selected district has a known population"
HEADINGS = {
    "province": "Province",
    "districts": "Districts",
    "districts_covered": "Covered",
    "people_covered": "People in covered districts",
    "people": "People",
    "share": "Share of people, %",
    "national": "All selected districts, %",
    "without_population": "Districts without a population",
}


def shares_table(coverage: Coverage) -> pd.DataFrame:
    """Return the share of people in covered districts, one row a selected province.

    Under ``HEADINGS``; least share first, provinces without a known population last.
    """
    frame = coverage_by_province(coverage)
    frame["share"], frame["national"] = frame["share"] * 100, frame["national"] * 100
    return frame[list(HEADINGS)].rename(columns=HEADINGS).round(1)


def shares_chart(coverage: Coverage) -> go.Figure:
    """Draw a bar a province, most first, and a line at the share of all together."""
    table = shares_table(coverage).iloc[::-1].reset_index(drop=True)
    shares = table["Share of people, %"]
    if shares.isna().all():
        return empty_figure(NOTHING)
    table = table.iloc[shares.isna().argsort(kind="stable")].reset_index(drop=True)
    shares, names = table["Share of people, %"], table["Province"]
    figure = base_figure(ROW_HEIGHT * len(table) + ROWS_MARGIN)
    figure.add_bar(
        x=shares.fillna(0),
        y=list(range(len(table))),
        orientation="h",
        marker=fill(colours.RECORDS),
        customdata=[
            f"{plotly_text(name)}: <b>{told}</b>"
            for name, told in zip(names, _words(table), strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    figure.add_scatter(
        x=[102] * len(table),  # in one column, clear of the national line
        y=list(range(len(table))),
        mode="text",
        text=[f"{GAP}{share}<br>{GAP}{districts}" for share, districts in _words(table)],
        textposition="middle right",
        textfont={"size": SMALL_TEXT_SIZE},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
    national = float(table["All selected districts, %"].iloc[0])
    figure.add_vline(x=national, line={"color": colours.CLAIM, "width": 2, "dash": "dash"})
    figure.add_annotation(
        text=f"all together {national:.0f}%",
        x=national, y=1, yref="paper", xanchor="left", yanchor="bottom", showarrow=False,
        font={"size": SMALL_TEXT_SIZE},
    )  # fmt: skip
    figure.update_yaxes(row_axis([wrapped(name, 18, lines=2) for name in names]))
    figure.update_xaxes(range=[0, 195], tickvals=[0, 25, 50, 75, 100], ticksuffix="%")
    figure.update_xaxes(showgrid=True)
    figure.update_layout(margin={"t": 30})
    return figure


def _words(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the two lines at the end of each row, short enough for a phone."""
    told = []
    for share, covered, of in zip(
        table["Share of people, %"], table["Covered"], table["Districts"], strict=True
    ):
        known = "no known population" if pd.isna(share) else f"{share:.0f}%"
        told.append((known, f"{covered} of {counted(int(of), 'district')}"))
    return told


def shares_alt(coverage: Coverage) -> str:
    """Say in a sentence what ``shares_chart`` shows."""
    return f"Bars by province: {coverage_in_words(coverage_by_province(coverage))}"
