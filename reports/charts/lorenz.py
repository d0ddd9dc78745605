"""How evenly participants are spread over people: the Lorenz curve, and where inequality lies."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.analysis.equity import equity
from data.analysis.equity_words import gini_in_words, lorenz_in_words, theil_in_words
from data.figures.coverage import Coverage
from reports.charts.rows import rows_figure
from reports.charts.style import GAP, SMALL_TEXT_SIZE, base_figure, empty_figure, fill
from reports.words import colours
from reports.words.counts import plotly_text, wrapped

NOTHING = "No participant is recorded in a district that can be compared"
HEIGHT = 420
BETWEEN = "Between provinces"
FEWEST = "Districts, fewest participants a person first"


def lorenz_table(figures: Coverage) -> pd.DataFrame:
    """Return the points of the curve, one row a compared district.

    Columns: ``District``, ``Province``, ``People``, ``Participants``, ``Participants per
    million``, ``People so far, %`` and ``Participants so far, %``; fewest participants a person
    first. A district without a record is in with 0.
    """
    spread = equity(figures)
    frame = spread.districts
    table = frame[["name", "province"]].rename(columns={"name": "District", "province": "Province"})
    table["People"] = frame["people"].astype("int64")
    table["Participants"] = frame["participants"].astype("int64")
    table["Participants per million"] = (frame["participants"] / frame["people"] * 1e6).round(1)
    so_far = (spread.lorenz.iloc[1:].reset_index(drop=True) * 100).reindex(table.index).round(1)
    table["People so far, %"] = so_far["people"]
    table["Participants so far, %"] = so_far["participants"]
    return table


def lorenz_chart(figures: Coverage) -> go.Figure:
    """Draw the cumulative share of participants over that of people, with the even spread."""
    spread = equity(figures)
    if spread.lorenz.empty:
        return empty_figure(NOTHING)
    figure = base_figure(HEIGHT)
    figure.add_scatter(
        x=[0, 100],
        y=[0, 100],
        mode="lines",
        name="In proportion to people",
        line={"color": colours.UNKNOWN, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )
    names = ["", *(plotly_text(name) for name in spread.districts["name"])]
    figure.add_scatter(
        x=spread.lorenz["people"] * 100,
        y=spread.lorenz["participants"] * 100,
        mode="lines",
        name="Participants",
        line={"color": colours.RECORDS, "width": 2.5},
        fill="tonexty",
        fillcolor="rgba(47,120,183,0.14)",
        customdata=names,
        hovertemplate="up to %{customdata}<br>%{x:.0f}% of people<br>"
        "<b>%{y:.1f}%</b> of participants<extra></extra>",
    )
    figure.update_xaxes(title=f"People, % ({FEWEST[0].lower()}{FEWEST[1:]})", range=[0, 100])
    figure.update_yaxes(title="Participants, %", range=[0, 101], showgrid=True)
    return figure


def lorenz_alt(figures: Coverage) -> str:
    """Say in a sentence what ``lorenz_chart`` shows."""
    spread = equity(figures)
    return f"Lorenz curve. {lorenz_in_words(spread)} {gini_in_words(spread)}"


def theil_table(figures: Coverage) -> pd.DataFrame:
    """Return where the inequality lies: a row between provinces, and one within each.

    Columns: ``Where``, ``People``, ``Participants``, ``Theil's T`` (among the districts there;
    of the provinces in the first row), ``Adds to the total`` and ``Share of the total, %``.
    Empty where there is nothing to split.
    """
    split = equity(figures).theil
    columns = ["Where", "People", "Participants", "Theil's T", "Adds to the total"]
    if split is None:
        return pd.DataFrame(columns=[*columns, "Share of the total, %"])
    inside = split.provinces.sort_values("within", ascending=False, kind="stable")
    people, participants = inside["people"].sum(), inside["participants"].sum()
    first = [BETWEEN, people, participants, split.between, split.between]
    rows = [first, *inside[["province", "people", "participants", "theil", "within"]].to_numpy()]
    table = pd.DataFrame(rows, columns=columns)
    numbers = columns[1:]
    table[numbers] = table[numbers].astype(float)
    total = split.total if split.total > 0 else np.nan
    table["Share of the total, %"] = (table["Adds to the total"] / total * 100).round(1)
    table[columns[3:]] = table[columns[3:]].round(4)
    return table.astype({"People": "int64", "Participants": "int64"})


def theil_chart(figures: Coverage) -> go.Figure:
    """Draw what the differences between and within provinces add to the inequality."""
    table = theil_table(figures)
    shares = table["Share of the total, %"]
    if table.empty or shares.isna().all():
        return empty_figure(NOTHING if table.empty else "There is no inequality to split")
    labels = [f"Within {name}" if row else name for row, name in enumerate(table["Where"])]
    figure = rows_figure([wrapped(label, 24, lines=2) for label in labels], more=-60)
    markers = [colours.CLAIM, *[colours.RECORDS] * (len(table) - 1)]
    figure.add_bar(
        x=shares,
        y=list(range(len(table))),
        orientation="h",
        marker={**fill(colours.RECORDS), "color": markers},
        text=[f"{GAP}{share:.0f}%" for share in shares],
        textposition="outside",
        textfont={"size": SMALL_TEXT_SIZE},
        cliponaxis=False,
        customdata=[plotly_text(label) for label in labels],
        hovertemplate="%{customdata}: <b>%{x:.1f}%</b> of the inequality<extra></extra>",
        showlegend=False,
    )
    figure.update_xaxes(visible=False, range=[0, max(float(shares.max()) * 1.2, 1)])
    return figure


def theil_alt(figures: Coverage) -> str:
    """Say in a sentence what ``theil_chart`` shows."""
    return f"Bars: {theil_in_words(equity(figures))}"
