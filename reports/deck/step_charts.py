"""The charts of the story's steps, each from the table or the frame of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE

from data.analysis.committees import Presence
from data.figures.coverage import Coverage
from data.planning.plan import Plans
from data.records.model import month_start
from data.records.programme import programme
from reports.charts.agency_month import agency_month_alt, agency_parts, by_agency_and_month
from reports.charts.committees import completeness_alt, completeness_table
from reports.charts.running_total import claim_applies, known_totals, running_total_alt
from reports.slides import charts
from reports.slides.charts import Series
from reports.slides.layout import Box
from reports.slides.page import SMALL, Page
from reports.slides.text import Font, cut, plain
from reports.words import colours
from reports.words.counts import NO_COUNT, NO_PARTICIPANT, plain_counts, rows_in_words

#: The most agencies that a chart tells apart; the rest are summed.
MOST_AGENCIES = 10
#: The most months with a mark each on a line, and with a total over each column.
MOST_MARKED, MOST_TOTALS = 24, 18
#: The widest name in a legend or on an axis, in points of a slide of full size.
WIDEST_NAME = 150
NOTE = 0.26


def months_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants per agency and month, stacked, with each month's total."""
    room = page.heading(box, "Participants per agency and month")
    frame = figures.by_agency_month
    if frame.empty:
        page.nothing(room, f"{NO_PARTICIPANT}.")
        return
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


def total_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw the running total at the end of each month, and the published total beside it."""
    room = page.heading(box, "Running total of participants")
    frame = figures.by_day
    if frame.empty:
        page.nothing(room, f"{NO_PARTICIPANT}.")
        return
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


def by_province(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants by the province in which they serve, most first."""
    room = page.heading(box, "Participants by province")
    frame = figures.by_province
    frame = frame.sort_values("participants", ascending=False, na_position="last", kind="stable")
    if frame.empty or not len(figures.rows):
        page.nothing(room, f"{NO_PARTICIPANT}.")
        return
    rows = frame["rows_without_count"]
    words = [_marked(name, none) for name, none in zip(frame["province"], rows, strict=True)]
    counts = plain_counts(frame["participants"])
    known = zip(frame["province"], counts, strict=True)
    people = ", ".join(f"{name} {count:,}" for name, count in known if count is not None)
    alt = f"Bars of participants by province: {people or 'no recorded count'}."
    room = _unknown(page, room, int(rows.sum()))
    charts.add_bars(page, room, words, Series("Participants", counts, colours.RECORDS), alt)


def committees_chart(page: Page, box: Box, presence: Presence) -> None:
    """Draw how many committees have six, five, ... none of their agencies."""
    table, six = completeness_table(presence), len(presence.agencies)
    present = [int(number) for number in table["Agencies present"]]
    words = ["none" if number == 0 else f"{number} of {six}" for number in present]
    series = Series("Committees", plain_counts(table["Committees"]), colours.RECORDS)
    chart = charts.add_bars(page, box, words, series, completeness_alt(presence))
    blues = [colours.blue_at(0.25 + 0.75 * number / six) for number in present]
    shades = zip(present, blues, strict=True)
    charts.shade_points(chart, [blue if number else colours.UNKNOWN for number, blue in shades])


def plans_chart(page: Page, box: Box, plans: Plans, by_score: bool) -> None:
    """Draw which part of the need, people of uncovered districts or scores, each plan takes in."""
    shares = {
        "This plan": plans.best.share,
        "Venue after venue": plans.greedy.share,
        "Venues used so far": plans.before.share,
    }
    need = "need" if by_score else "people"
    room = page.heading(box, "Need within reach" if by_score else "Uncovered people within reach")
    known = ", ".join(f"{name} {part:.0%}" for name, part in shares.items() if part is not None)
    alt = f"Bars of the share of {need} within reach: {known}."
    parts = [None if part is None else float(part) for part in shares.values()]
    series = Series(f"Share of {need}", parts, colours.RECORDS)
    chart = charts.add_bars(page, room, list(shares), series, alt, charts.SHARES)
    charts.shade_points(chart, [colours.RECORDS, "#9bbbdc", "#9bbbdc"])


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
