"""The share of people who live in covered districts, by province, with the national line."""

import pandas as pd
import plotly.graph_objects as go

from data.analysis.equity import coverage_by_province
from data.analysis.equity_words import coverage_in_words
from data.figures.coverage import Coverage
from reports.charts.rows import rows_figure
from reports.charts.style import GAP, SMALL_TEXT_SIZE, empty_figure, fill, write_words
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


def shares_table(figures: Coverage) -> pd.DataFrame:
    """Return the share of people in covered districts, one row a selected province.

    Under ``HEADINGS``; least share first, provinces without a known population last.
    """
    frame = coverage_by_province(figures)
    frame["share"], frame["national"] = frame["share"] * 100, frame["national"] * 100
    return frame[list(HEADINGS)].rename(columns=HEADINGS).round(1)


def shares_chart(figures: Coverage) -> go.Figure:
    """Draw a bar a province, most first, and a line at the share of all together."""
    table = shares_table(figures).iloc[::-1].reset_index(drop=True)
    shares = table["Share of people, %"]
    if shares.isna().all():
        return empty_figure(NOTHING)
    table = table.iloc[shares.isna().argsort(kind="stable")].reset_index(drop=True)
    shares, names, words = table["Share of people, %"], table["Province"], _words(table)
    figure = rows_figure([wrapped(name, 18, lines=2) for name in names])
    figure.add_bar(
        x=shares.fillna(0),
        y=list(range(len(table))),
        orientation="h",
        marker=fill(colours.RECORDS),
        customdata=[
            f"{plotly_text(name)}: <b>{lines}</b>" for name, lines in zip(names, words, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    texts = [f"{GAP}{share}<br>{GAP}{districts}" for share, districts in words]
    clear_of_national_line = [102] * len(table)
    write_words(figure, clear_of_national_line, list(range(len(table))), texts, "middle right")
    national = float(table["All selected districts, %"].iloc[0])
    figure.add_vline(x=national, line={"color": colours.CLAIM, "width": 2, "dash": "dash"})
    figure.add_annotation(
        text=f"all together {national:.0f}%",
        x=national, y=1, yref="paper", xanchor="left", yanchor="bottom", showarrow=False,
        font={"size": SMALL_TEXT_SIZE},
    )  # fmt: skip
    ticks = {"tickvals": [0, 25, 50, 75, 100], "ticksuffix": "%"}
    figure.update_xaxes(range=[0, 195], showgrid=True, **ticks)
    figure.update_layout(margin={"t": 30})
    return figure


def _words(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Return the two lines at the end of each row, short enough for a phone."""
    rows = table[["Share of people, %", "Covered", "Districts"]].itertuples(index=False)
    return [
        (
            "no known population" if pd.isna(share) else f"{share:.0f}%",
            f"{covered} of {counted(int(every), 'district')}",
        )
        for share, covered, every in rows
    ]


def shares_alt(figures: Coverage) -> str:
    """Say in a sentence what ``shares_chart`` shows."""
    return f"Bars by province: {coverage_in_words(coverage_by_province(figures))}"
