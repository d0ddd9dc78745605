"""The trainings of a view on a time axis: one row a training, in the order of their dates."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.records.model import LEVELS, NOT_PUBLISHED, in_words, month_start
from geo.districts import gazetteer
from geo.words.catalogue import _
from reports.charts import style
from reports.charts.stacked import by_period, stacked_chart
from reports.words import colours
from reports.words.counts import NO_COUNT, NO_COUNT_WORDS, counted, plotly_text, wrapped
from reports.words.tables import trainings_table

STANDS_FOR = "Stands for trainings"
NO_TRAINING = _("No training in this selection")

#: The height of a row with a title of two lines and of one, in pixels.
TWO_LINES_ROW, TITLED_ROW = 56, 40
#: More trainings than these are counted by month.
MOST_TITLED = 60
#: The longest line of a title, with its day, in characters: it fits on a telephone.
LONGEST_LINE = 61

SYMBOLS = dict(zip(LEVELS, ("circle", "square", "diamond", "star", "x"), strict=True))
TOGETHER = _("Several trainings, described together")
#: A day in milliseconds, the unit of a length on a time axis.
DAY = timedelta(days=1) / timedelta(milliseconds=1)


def timeline_table(figures: Coverage) -> pd.DataFrame:
    """Return the trainings of a view, one row each, in the order of their dates.

    Columns: those of ``trainings_table`` and ``Venue district``; a count that is not recorded is
    blank.
    """
    table = trainings_table(figures)
    venues = figures.trainings["venue_adm2_pcode"].map(gazetteer.names()).fillna("")
    table.insert(list(table.columns).index("Venue") + 1, "Venue district", venues)
    return table.sort_values(["Starts", "Ends"], kind="stable", ignore_index=True)


def timeline_chart(figures: Coverage) -> go.Figure:
    """Draw the trainings, each from its first day to the end of its last.

    A mark in the shape and colour of its level stands at the first day, so that a training of
    one day is seen. A row that stands for several trainings is a hatched period. More than
    ``MOST_TITLED`` are bars of how many there were of each level in a month, quarter or year.
    """
    table = timeline_table(figures)
    if table.empty:
        return style.empty_figure(NO_TRAINING)
    if len(table) > MOST_TITLED:
        return _by_level(table, figures)
    titles = _titles(table)
    tall = any("<br>" in title for title in titles)
    figure = style.base_figure((TWO_LINES_ROW if tall else TITLED_ROW) * len(table) + 90)
    first = month_start(table["Starts"].min())
    last = max(table["Ends"].max(), figures.selection.as_of) + timedelta(days=1)
    axis = style.day_axis(first, last)
    _mark_months(figure, axis["tickvals"], len(table))
    together = table[STANDS_FOR] != 1
    for level in _in_order(table.loc[~together, "Level"]):
        rows = table[~together & (table["Level"] == level)]
        name, colour = plotly_text(level.capitalize()), colours.level_colour(level)
        figure.add_bar(
            name=name, marker=style.fill(colour), showlegend=False, **_period(rows, 0.08)
        )
        figure.add_scatter(
            x=[day.isoformat() for day in rows["Starts"]],
            y=[place + 0.18 for place in rows.index],
            mode="markers",
            marker={"symbol": SYMBOLS.get(level, "x"), "size": 11, "color": colour},
            name=name,
            cliponaxis=False,
            customdata=_hover(rows),
            hovertemplate="%{customdata}<extra></extra>",
        )
    if together.any():
        hatched = style.fill(colours.UNKNOWN, colours.HATCHED)
        figure.add_bar(name=TOGETHER, marker=hatched, **_period(table[together], 0.22))
    places = [place - (0.24 if tall else 0.2) for place in table.index]
    style.write_words(figure, [first.isoformat()] * len(table), places, titles, "middle right")
    figure.update_layout(
        xaxis=axis | {"showgrid": False}, margin={"l": 20, "r": 36}, barmode="overlay"
    )
    figure.update_yaxes(range=[len(table) - 0.5, -0.75], visible=False)
    return figure


def _mark_months(figure: go.Figure, starts: list[str], rows: int) -> None:
    """Draw a line at the start of each month beside the marks of each row, and not in its title."""
    lines = [(start, place) for place in range(rows) for start in starts]
    figure.add_scatter(
        x=[day for start, _place in lines for day in (start, start, None)],
        y=[y for _start, place in lines for y in (place + 0.02, place + 0.36, None)],
        mode="lines",
        line={"width": 1, "color": colours.GRID},
        hoverinfo="skip",
        showlegend=False,
    )


def _by_level(table: pd.DataFrame, figures: Coverage) -> go.Figure:
    """Draw how many trainings of each level each period has.

    A training is of the month in which it starts; several described together are of the last one,
    as everywhere.
    """
    together = table[STANDS_FOR] != 1
    day = table["Ends"].where(together, table["Starts"])
    level = table["Level"].mask(together, TOGETHER)
    held = table[STANDS_FOR].groupby([level, pd.to_datetime(day).dt.to_period("M")]).sum()
    shown = pd.PeriodIndex(figures.months, freq="M")
    counts = held.unstack().reindex(index=_in_order(level), columns=shown)
    fills = {one: style.fill(colours.level_colour(one)) for one in counts.index}
    fills |= {TOGETHER: style.fill(colours.UNKNOWN, colours.HATCHED)}
    names = {one: one[:1].upper() + one[1:] for one in counts.index}
    counts = by_period(counts, figures.months).rename(index=names)
    return stacked_chart(counts, {names.get(one, one): fills[one] for one in fills}, figures.months)


def _titles(table: pd.DataFrame) -> list[str]:
    """Return the first day and the title of each training, on up to two lines."""
    starts = zip(table["Starts"], table["Title"], strict=True)
    return [wrapped(f"{x.day} {x:%b} · {title}", LONGEST_LINE, lines=2) for x, title in starts]


def _in_order(levels: Iterable[str]) -> list[str]:
    place = {level: number for number, level in enumerate(LEVELS)}
    return sorted(set(levels), key=lambda level: (place.get(level, len(place)), level))


def _period(table: pd.DataFrame, width: float) -> dict[str, Any]:
    """Return where the bars of some trainings lie: the end is the end of the last day."""
    days = zip(table["Starts"], table["Ends"], strict=True)
    return {
        "orientation": "h",
        "y": [place + 0.18 for place in table.index],
        "base": [day.isoformat() for day in table["Starts"]],
        "x": [((end - start).days + 1) * DAY for start, end in days],
        "width": width,
        "customdata": _hover(table),
        "hovertemplate": "%{customdata}<extra></extra>",
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": style.SMALL_TEXT_SIZE},
        "text": [
            style.GAP + (NO_COUNT if pd.isna(count) else f"{count:,}")
            for count in table["Participants"]
        ],
    }


def _hover(table: pd.DataFrame) -> list[str]:
    """Return what is told of each training: title, days, venue, level and participants."""
    texts = []
    for training in table.to_dict("records"):
        start, end = training["Starts"], training["Ends"]
        days = (
            in_words(start)
            if start == end
            else _("{start} to {end}").format(start=in_words(start), end=in_words(end))
        )
        count = training["Participants"]
        known = NO_COUNT_WORDS if pd.isna(count) else counted(count, "participant", "participants")
        where = [wrapped(training[part], 48, lines=2) for part in ("Venue", "Level")]
        lines = [wrapped(training["Title"], 48), days, " · ".join(w for w in where if w), known]
        if training[STANDS_FOR] != 1:
            lines.append(_("stands for {training} trainings").format(training=training[STANDS_FOR]))
        texts.append("<br>".join(line for line in lines if line))
    return texts


def timeline_alt(figures: Coverage) -> str:
    """Say in a sentence what ``timeline_chart`` shows."""
    table = timeline_table(figures)
    if table.empty:
        return f"{NO_TRAINING}."
    single = table[table[STANDS_FOR] == 1]
    by_level = single["Level"].value_counts()
    words = {NOT_PUBLISHED: _("of a level not published"), "several": _("of several levels")}
    parts = [f"{by_level[x]} {words.get(x, x)}" for x in _in_order(single["Level"])]
    text = _("Timeline: {trainings}").format(
        trainings=counted(len(single), "training", "trainings")
    )
    text += f" ({', '.join(parts)})" if parts else ""
    more = int(table.loc[table[STANDS_FOR] != 1, STANDS_FOR].sum())
    text += _(" and {more} described only together").format(more=more) if more else ""
    return _("{words}, from {start} to {end}.").format(
        words=text, start=in_words(table["Starts"].min()), end=in_words(table["Ends"].max())
    )
