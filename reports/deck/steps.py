"""What each step of the story shows on its slide, and the tables behind it for the notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR

from data.analysis.committees import Presence, nearly_complete
from data.figures.coverage import Coverage
from data.records.model import month_start
from data.records.programme import programme
from reports.charts.agency_month import (
    agency_month_alt,
    agency_month_table,
    agency_parts,
    by_agency_and_month,
)
from reports.charts.committees import (
    NO_COMMITTEE,
    NOT_KNOWN,
    completeness_alt,
    completeness_table,
    presence_labels,
)
from reports.charts.running_total import (
    claim_applies,
    known_totals,
    running_total_alt,
    running_total_table,
)
from reports.deck import map_slide
from reports.deck.map_slide import GAP, Drawn, Tables
from reports.slides import charts
from reports.slides.charts import Series
from reports.slides.layout import Box
from reports.slides.map_shapes import venue_marks
from reports.slides.page import SMALL, Page
from reports.slides.tables import Column, add_list
from reports.slides.text import Font, cut, plain
from reports.words import colours
from reports.words.counts import NO_COUNT, plain_counts, rows_in_words
from reports.words.headline import HeadlineFigure, headline_figures
from reports.words.tables import districts_table, headed

NO_RESULT = "No participant in this selection. Choose a later date or fewer filters."
#: The most agencies that a chart tells apart; the rest are summed.
MOST_AGENCIES = 10
#: The most months with a mark each on a line, and with a total over each column.
MOST_MARKED, MOST_TOTALS = 24, 18
#: The widest name in a legend or on an axis, in points of a slide of full size.
WIDEST_NAME = 150
NOTE = 0.26


def _standing(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    left, *boxes = map_slide.columns(page, drawn.boundaries)
    headline = headline_figures(figures)
    for box, figure in zip(left.rows([1] * len(headline), 0.05), headline, strict=True):
        _figure(page, box, figure)
    values = map_slide.values_of(figures)
    marked = "venue district, with its trainings"
    map_slide.map_and_legend(page, boxes, drawn, values, venue_marks(values), marked)
    words = pd.DataFrame([vars(figure) for figure in headline])
    return [
        ("Headline figures", headed(words, "headline_in_words")),
        map_slide.legend_table(values),
        ("Districts", districts_table(figures)),
    ]


def _figure(page: Page, box: Box, figure: HeadlineFigure) -> None:
    """Write one large figure, what it counts, and what stands beside it."""
    shares = (0.62, 0.27, 0.36)
    height = min(box.height, sum(shares) * page.scale)
    parts = replace(box, height=height).rows(shares, 0)
    sizes, bottom = (46, 44, 40, 36, 32, 28), MSO_ANCHOR.BOTTOM
    page.write(parts[0], figure.value, sizes, bold=True, anchor=bottom)
    page.write(parts[1], figure.words, (16, 15, 14, 13, 12))
    notes = " · ".join(note for note in (figure.claim, figure.note) if note)
    page.write(parts[2], notes, (11, 10, 9), quiet=True)


def _trained(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    if not len(figures.rows):
        page.nothing(page.body, NO_RESULT)
        return []
    left, right = page.body.columns((7, 4.9), GAP)
    upper, lower = right.rows((1, 1), 0.2)
    _months_chart(page, left, figures)
    _total_chart(page, upper, figures)
    _by_province(page, lower, figures)
    return [
        ("Participants by agency and month", agency_month_table(figures)),
        ("Running total", running_total_table(figures)),
        ("By province", headed(figures.by_province, "provinces")),
    ]


def _committees(page: Page, drawn: Drawn) -> Tables:
    presence = drawn.story.presence
    left, right = page.body.columns((6.2, 5.5), GAP)
    room = page.heading(left, "District committees by how many of their six agencies are trained")
    completeness = completeness_table(presence)
    if completeness["Committees"].sum():
        _committees_chart(page, room, presence)
    else:
        page.nothing(room, f"{NO_COMMITTEE}.")
    lacking = nearly_complete(presence)
    room = page.heading(right, "Committees that lack one agency, most people first")
    rows = lacking[["name", "province", "lacks"]].to_numpy().tolist()
    columns = (Column("District"), Column("Province"), Column("Lacks"))
    add_list(page, room, columns, rows, "No committee lacks just one of its six agencies.")
    return [
        ("Committees by agencies present", completeness),
        ("Committees that lack one agency", headed(lacking, "lacking_one")),
    ]


def _months_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants per agency and month, stacked, with each month's total."""
    room = page.heading(box, "Participants per agency and month")
    frame = figures.by_agency_month
    wide = by_agency_and_month(figures, "participants").astype("Int64").T
    parts = agency_parts(figures, MOST_AGENCIES)
    names = _short(page, [part.name for part in parts])
    series = [
        Series(names[name], plain_counts(wide[agencies].sum(axis=1, min_count=1)), colour, pattern)
        for name, agencies, colour, pattern in parts
    ]
    totals = plain_counts(wide.sum(axis=1, min_count=1))
    series.append(Series("All agencies", totals, colours.UNKNOWN))
    words = _months(figures, frame.groupby("month")["rows_without_count"].sum())
    room = _unknown(page, room, int(frame["rows_without_count"].sum()))
    kind = XL_CHART_TYPE.COLUMN_STACKED
    chart = charts.add_chart(page, room, kind, words, series, agency_month_alt(figures))
    charts.columns_axes(chart, page, months=len(words))
    charts.legend_below(chart, page)
    chart.plots[0].overlap = 100
    charts.totals_over(chart, page.sized(charts.TEXT), written=len(words) <= MOST_TOTALS)


def _months(figures: Coverage, rows_without_count: pd.Series) -> list[str]:
    """Return the months of a view as they stand under a chart, those without a count marked."""
    rows = rows_without_count.reindex([pd.Timestamp(month) for month in figures.months]).fillna(0)
    months = zip(figures.months, rows, strict=True)
    return [_marked(f"{month:%b %Y}", none) for month, none in months]


def _short(page: Page, names: Sequence[str]) -> dict[str, str]:
    """Return each name as it fits a legend; names that are cut to the same are numbered."""
    size, labels = page.sized(12), dict[str, str]()
    for name in names:
        short = cut(plain(name), WIDEST_NAME * page.scale, size, Font(page.stage.font.wide))
        same = sum(other.startswith(short) for other in labels.values())
        labels[name] = f"{short} ({same + 1})" if same else short or "not recorded"
    return labels


def _total_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw the running total at the end of each month, and the published total beside it."""
    room = page.heading(box, "Running total of participants")
    frame = figures.by_day
    months = figures.months
    start = pd.Series([pd.Timestamp(month_start(day)) for day in frame["day"]], index=frame.index)
    totals = known_totals(frame).groupby(start).last()
    totals = totals.reindex([pd.Timestamp(month) for month in months]).ffill().astype("Int64")
    words = _months(figures, frame.groupby(start)["rows_without_count"].sum())
    series = [Series("In the records", plain_counts(totals), colours.RECORDS)]
    claim = programme().claims.participants
    if claim_applies(figures):
        published = [claim.value] * len(months)
        series.append(Series(f"Published: {claim.words}", published, colours.CLAIM))
    kind = XL_CHART_TYPE.LINE_MARKERS
    chart = charts.add_chart(page, room, kind, words, series, running_total_alt(figures))
    charts.columns_axes(chart, page, months=len(months))
    lines = chart.plots[0].series
    charts.line_look(lines[0], colours.RECORDS, marked=len(months) <= MOST_MARKED)
    if len(series) > 1:
        charts.line_look(lines[1], colours.CLAIM, marked=False, dashed=True)
    if totals.notna().any():
        charts.label_point(lines[0], len(months) - 1, f"{int(frame['total'].iloc[-1]):,}", page)
    charts.legend_below(chart, page)


def _by_province(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants by the province in which they serve, most first."""
    room = page.heading(box, "Participants by province")
    frame = figures.by_province
    frame = frame.sort_values("participants", ascending=False, na_position="last", kind="stable")
    rows = frame["rows_without_count"]
    words = [_marked(name, none) for name, none in zip(frame["province"], rows, strict=True)]
    counts = plain_counts(frame["participants"])
    known = zip(frame["province"], counts, strict=True)
    people = ", ".join(f"{name} {count:,}" for name, count in known if count is not None)
    alt = f"Bars of participants by province: {people or 'no recorded count'}."
    room = _unknown(page, room, int(rows.sum()))
    charts.add_bars(page, room, words, Series("Participants", counts, colours.RECORDS), alt)


def _committees_chart(page: Page, box: Box, presence: Presence) -> None:
    """Draw how many committees have six, five, ... none of their agencies."""
    table, six = completeness_table(presence), len(presence.agencies)
    present = table["Agencies present"].tolist()
    words = presence_labels(present, six)
    series = Series("Committees", plain_counts(table["Committees"]), colours.RECORDS)
    chart = charts.add_bars(page, box, words, series, completeness_alt(presence))
    shades = [
        colours.UNKNOWN
        if word in ("0", NOT_KNOWN)
        else colours.blue_at(0.25 + 0.75 * int(word) / six)
        for word in present
    ]
    charts.shade_points(chart, shades)


def _marked(words: str, rows_without_count: float) -> str:
    return f"{words} {NO_COUNT}" if rows_without_count else words


def _unknown(page: Page, box: Box, rows: int) -> Box:
    """Say under a chart how many rows have no count; return the room above."""
    if not rows:
        return box
    height = NOTE * page.scale
    note = replace(box, top=box.bottom - height, height=height)
    words = f"{NO_COUNT} {rows_in_words(rows)}; blank, not 0"
    page.write(note, words, (SMALL + 1, SMALL, 10), quiet=True)
    return replace(box, height=box.height - height)


#: What draws a step below its words, and returns the tables behind it.
STEPS: dict[str, Callable[[Page, Drawn], Tables]] = {
    "standing": _standing,
    "growth": map_slide.growth,
    "trained": _trained,
    "committees": _committees,
    "gaps": map_slide.gaps,
    "plan": map_slide.plan,
}
