"""The curve of need covered against the number of trainings: best, one by one, and the bound."""

import pandas as pd
import plotly.graph_objects as go

from data.records.model import in_percent
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.counts import counted

BEST = "Best plan, %"
#: The lines of the chart: column of the table, and how it is drawn.
LINES = (
    (BEST, {"color": colours.RECORDS, "width": 2.5}, "circle"),
    ("One after the other, %", {"color": colours.CLAIM, "width": 2, "dash": "dash"}, "diamond"),
    ("No plan can cover more, %", {"color": colours.UNKNOWN, "width": 1.5, "dash": "dot"}, ""),
)
NOTHING = _("No district with a known need is left to plan for")


def curve_table(curve: pd.DataFrame, total: float) -> pd.DataFrame:
    """Return a curve (``data.planning.plan.curve``) in per cent of the ``total`` need.

    That is the need of all districts whose need is known. To six decimals, which takes away what
    sums of fractions add: what is said of a share is rounded from here, once.
    """
    percent = 100 / total if total else float("nan")
    table = pd.DataFrame(
        {
            "Trainings": curve["n_venues"],
            "Best plan, %": curve["need_covered"] * percent,
            "One after the other, %": curve["greedy"] * percent,
            "No plan can cover more, %": curve["bound"] * percent,
            "Proven": curve["optimal"].map({True: "yes", False: "no"}),
        }
    )
    return table.round(6)


def curve_chart(table: pd.DataFrame, chosen: int) -> go.Figure:
    """Draw the share of the need covered by each number of trainings; the chosen one marked."""
    if table.empty or table["Best plan, %"].isna().all():
        return style.empty_figure(NOTHING)
    figure = style.base_figure(style.HEIGHT)
    for column, line, symbol in LINES:
        figure.add_scatter(
            x=table["Trainings"],
            y=table[column],
            name=column.removesuffix(", %"),
            mode="lines+markers" if symbol else "lines",
            line=line,
            marker={"symbol": _symbols(table, column, symbol), "size": 6},
            hovertemplate=_("%{x} trainings")
            + "<br>%{fullData.name}: <b>%{y:.1f}%</b><extra></extra>",
        )
    figure.add_vline(x=chosen, line={"color": colours.AXIS, "width": 1})
    end = table["Trainings"].max() + 0.5
    figure.update_xaxes(title_text=_("Trainings"), range=[0, end], dtick=5)
    figure.update_yaxes(range=[0, 104], ticksuffix="%", showgrid=True, rangemode="tozero")
    return figure


def _symbols(table: pd.DataFrame, column: str, symbol: str) -> list[str]:
    """Return the symbol of each point: hollow where the best plan is not proven."""
    proven = (table["Proven"] == "yes") | (column != BEST)
    return [symbol if one else f"{symbol}-open" for one in proven] if symbol else []


def not_proven(table: pd.DataFrame) -> str:
    """Say which points of the curve were not proven in the time; blank where all were."""
    numbers = table.loc[table["Proven"] == "no", "Trainings"].astype(str)
    if numbers.empty:
        return ""
    return _(
        "Hollow: not proven in the time; another plan may cover more, up to the dotted line "
        "({numbers} trainings)."
    ).format(numbers=", ".join(numbers))


def curve_alt(table: pd.DataFrame, chosen: int) -> str:
    """Say in a sentence what ``curve_chart`` shows."""
    if table.empty or table["Best plan, %"].isna().all():
        return f"{NOTHING}."
    rows = table.set_index("Trainings")["Best plan, %"]
    words = _("Line: need covered by 1 to {most} trainings").format(most=rows.index.max())
    if chosen in rows.index:
        words += _("; {trainings} cover {share}").format(
            trainings=counted(chosen, "training", "trainings"),
            share=in_percent(rows[chosen] / 100),
        )
    share, unproven = in_percent(rows.iloc[-1] / 100), not_proven(table)
    return (
        _("{words}, {most} cover {share}. {not_proven}")
        .format(words=words, most=rows.index.max(), share=share, not_proven=unproven)
        .rstrip()
    )
