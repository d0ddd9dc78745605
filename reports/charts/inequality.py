"""How evenly people are covered and participants spread: by province, in a curve, and in parts."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.analysis import equity_words
from data.analysis.equity import coverage_by_province, equity
from data.figures.coverage import Coverage
from data.records.model import in_percent
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.counts import counted, plotly_text, wrapped
from reports.words.tables import headed

NOTHING = _("No participant is recorded in a district that can be compared")
NO_POPULATION = _("No selected district has a known population")
NOT_COMPARED = _("Most trainings do not name every district: provinces are not compared")
HEIGHT = 420
BETWEEN = _("Between provinces")
FEWEST = _("Districts, fewest participants per person first")


def shares_table(figures: Coverage) -> pd.DataFrame:
    """Return the share of people in covered districts, one row a selected province.

    Least share first, provinces without a known population last. Where most trainings do not name
    their districts, provinces stand by name and have no share.
    """
    frame = _shares(figures)
    frame["share"], frame["national"] = frame["share"] * 100, frame["national"] * 100
    return headed(frame, "shares").round(1)


def shares_chart(figures: Coverage) -> go.Figure:
    """Draw a bar a province, most first, and a line at the share of all together."""
    frame = _shares(figures).iloc[::-1].reset_index(drop=True)
    unknown = frame["share"].isna()
    if unknown.all():
        return style.empty_figure(NOT_COMPARED if figures.mostly_together else NO_POPULATION)
    frame = frame.iloc[unknown.argsort(kind="stable")].reset_index(drop=True)
    shares, names = frame["share"], frame["province"]
    covered = zip(frame["districts_covered"], frame["districts"], strict=True)
    counts = [
        _("{some} of {districts}").format(
            some=some, districts=counted(int(every), "district", "districts")
        )
        for some, every in covered
    ]
    known = [_("no known population") if pd.isna(share) else in_percent(share) for share in shares]
    words = list(zip(known, counts, strict=True))  # two lines, short enough for a phone
    rows = list(range(len(frame)))
    figure = style.rows_figure([wrapped(name, 18, lines=2) for name in names])
    figure.add_bar(
        x=shares.fillna(0) * 100,
        y=rows,
        orientation="h",
        marker=style.fill(colours.RECORDS),
        customdata=[
            f"{plotly_text(name)}: <b>{lines}</b>" for name, lines in zip(names, words, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    texts = [f"{style.GAP}{share}<br>{style.GAP}{districts}" for share, districts in words]
    clear_of_national_line = [102] * len(frame)
    style.write_words(figure, clear_of_national_line, rows, texts, "middle right")
    national = float(frame["national"].iloc[0])
    figure.add_vline(x=national * 100, line={"color": colours.CLAIM, "width": 2, "dash": "dash"})
    figure.add_annotation(
        text=_("all together {national}").format(national=in_percent(national)),
        x=national * 100, y=1, yref="paper", xanchor="left", yanchor="bottom", showarrow=False,
        font={"size": style.SMALL_TEXT_SIZE},
    )  # fmt: skip
    quarters = [0, 25, 50, 75, 100]
    ticks = {"tickvals": quarters, "ticktext": [f"{n}%" for n in quarters]}  # a suffix is not shown
    figure.update_xaxes(range=[0, 102], showgrid=True, **ticks)
    # As in ``style.write_row_ends``: the words have their room, however wide the chart is.
    beyond = style.LETTER * (max(len(line) for lines in words for line in lines) + 1)
    figure.update_layout(margin={"t": 30, "r": beyond})
    return figure


def shares_alt(figures: Coverage) -> str:
    """Say in a sentence what ``shares_chart`` shows."""
    words = equity_words.coverage_in_words(coverage_by_province(figures), figures.mostly_together)
    if figures.mostly_together:
        return words
    return _("Bars by province: {words}").format(words=words)


def _shares(figures: Coverage) -> pd.DataFrame:
    """Return ``coverage_by_province`` as it may be told: no order where none is known."""
    frame = coverage_by_province(figures)
    if figures.mostly_together:
        return frame.assign(share=np.nan).sort_values("province", ignore_index=True)
    return frame


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
        return style.empty_figure(NOTHING)
    figure = style.base_figure(HEIGHT)
    figure.add_scatter(
        x=[0, 100],
        y=[0, 100],
        mode="lines",
        name=_("In proportion to people"),
        line={"color": colours.UNKNOWN, "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )
    names = ["", *(plotly_text(name) for name in spread.districts["name"])]
    figure.add_scatter(
        x=spread.lorenz["people"] * 100,
        y=spread.lorenz["participants"] * 100,
        mode="lines",
        name=_("Participants"),
        line={"color": colours.RECORDS, "width": 2.5},
        fill="tonexty",
        fillcolor="rgba(47,120,183,0.14)",
        customdata=names,
        hovertemplate=_(
            "up to %{customdata}<br>%{x:.0f}% of people<br><b>%{y:.1f}%</b> of participants"
        )
        + "<extra></extra>",
    )
    figure.update_xaxes(
        title_text=_("People, % ({first_letter}{rest})").format(
            first_letter=FEWEST[0].lower(), rest=FEWEST[1:]
        ),
        range=[0, 100],
    )
    figure.update_yaxes(title_text=_("Participants, %"), range=[0, 101], showgrid=True)
    return figure


def lorenz_alt(figures: Coverage) -> str:
    """Say in a sentence what ``lorenz_chart`` shows."""
    spread = equity(figures)
    curve, gini = equity_words.lorenz_in_words(spread), equity_words.gini_in_words(spread)
    return _("Lorenz curve. {curve} {gini}").format(curve=curve, gini=gini)


def theil_table(figures: Coverage) -> pd.DataFrame:
    """Return where the inequality lies: a row between provinces, and one within each.

    Columns: ``Where``, ``People``, ``Participants``, ``Theil's T`` (among the districts there;
    of the provinces in the first row), ``Adds to the total`` and ``Share of the total, %``.
    Empty where there is nothing to split.
    """
    table = _parts(figures)
    digits = dict.fromkeys(("Theil's T", "Adds to the total"), 4) | {"Share of the total, %": 1}
    return table.round(digits)


def _parts(figures: Coverage) -> pd.DataFrame:
    """Return ``theil_table`` before its numbers are rounded, which is done once."""
    split = equity(figures).theil
    columns = ["Where", "People", _("Participants"), "Theil's T", "Adds to the total"]
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
    table["Share of the total, %"] = table["Adds to the total"] / total * 100
    return table.astype({"People": "int64", "Participants": "int64"})


def theil_chart(figures: Coverage) -> go.Figure:
    """Draw what the differences between and within provinces add to the inequality."""
    table = _parts(figures)
    shares = table["Share of the total, %"]
    if table.empty or shares.isna().all():
        return style.empty_figure(NOTHING if table.empty else _("There is no inequality to split"))
    labels = [
        _("Within {name}").format(name=name) if row else name
        for row, name in enumerate(table["Where"])
    ]
    figure = style.rows_figure([wrapped(label, 24, lines=2) for label in labels], more=-60)
    markers = [colours.CLAIM, *[colours.RECORDS] * (len(table) - 1)]
    figure.add_bar(
        x=shares,
        y=list(range(len(table))),
        orientation="h",
        marker={**style.fill(colours.RECORDS), "color": markers},
        text=[f"{style.GAP}{in_percent(share / 100)}" for share in shares],
        textposition="outside",
        textfont={"size": style.SMALL_TEXT_SIZE},
        cliponaxis=False,
        customdata=[plotly_text(label) for label in labels],
        hovertemplate=_("%{customdata}: <b>%{x:.1f}%</b> of the inequality") + "<extra></extra>",
        showlegend=False,
    )
    figure.update_xaxes(visible=False, range=[0, max(float(shares.max()) * 1.2, 1)])
    return figure


def theil_alt(figures: Coverage) -> str:
    """Say in a sentence what ``theil_chart`` shows."""
    return _("Bars: {theil_in_words}").format(
        theil_in_words=equity_words.theil_in_words(equity(figures))
    )
