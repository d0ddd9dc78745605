"""The slide of who was trained: by agency and time, by sex, by province, and in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
from pptx.enum.chart import XL_CHART_TYPE

from data.figures.coverage import Coverage
from data.records.model import in_percent, month_start
from data.records.programme import programme
from geo.words.catalogue import _
from reports.charts.agency_month import (
    agency_month_alt,
    agency_month_table,
    agency_parts,
    by_agency_and_month,
)
from reports.charts.bars import UNPLACED_WORDS, sex_table
from reports.charts.running_total import (
    claim_applies,
    known_totals,
    running_total_alt,
    running_total_table,
)
from reports.charts.stacked import by_period
from reports.deck.map_slide import GAP, Drawn, Tables
from reports.slides.box import Box
from reports.slides.drawings import charts
from reports.slides.drawings.axes import TEXT, columns_axes
from reports.slides.drawings.charts import Series
from reports.slides.page import POINTS, SMALLEST, Page
from reports.slides.text import Font, cut, plain
from reports.words import colours
from reports.words.counts import NO_COUNT, plain_counts, rows_in_words
from reports.words.headline import published_total
from reports.words.periods import periods, unit_of
from reports.words.tables import headed

#: The most periods with a mark each on a line.
MOST_MARKED = 24
#: The most signs of totals that stand side by side over the columns.
MOST_SIGNS = 60
#: The most periods that are named under a wide chart, and under a narrow one.
MOST_NAMED, FEW_NAMED = 12, 5
#: The room that a legend needs beside a name, for its key and its edges, in inches.
BESIDE_NAME = 0.5
NOTE = 0.26
#: The least height at which three charts stand below each other, in inches of a full slide.
LEAST_FOR_THREE = 4.6


def trained(page: Page, drawn: Drawn) -> Tables:
    """Draw participants by agency and time, their running total, women and men, provinces."""
    figures = drawn.story.figures
    left, right = page.body.columns((7, 4.9), GAP)
    # A bar of one part tells nothing that its number in the text does not.
    both = figures.women_and_men[["women", "men"]].sum().gt(0).all()
    told = bool(both) and figures.share_of_women is not None
    several = told and right.height > LEAST_FOR_THREE * page.scale
    several = several and not page.narrow
    shares = (1.55, 0.72, 1.3) if several else (1, 1.4)
    upper, *middle, lower = right.rows(shares, 0.15)
    _periods_chart(page, left, figures)
    _total_chart(page, upper, figures)
    if middle:
        _sexes_chart(page, middle[0], figures)
    _by_province(page, lower, figures)
    return [
        (_("Participants by agency and month"), agency_month_table(figures)),
        (_("Running total"), running_total_table(figures)),
        (_("Women and men by agency"), sex_table(figures)),
        (_("By province"), headed(figures.by_province, "provinces")),
    ]


def _periods_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants per agency and month, quarter or year, stacked, with each total."""
    room = page.heading(
        box, _("Participants per agency and {unit_of}").format(unit_of=unit_of(figures.months))
    )
    frame = figures.by_agency_month
    wide = by_period(by_agency_and_month(figures, "participants"), figures.months).T
    parts = agency_parts(figures)
    names = short_names(page, [part.name for part in parts], room.width - BESIDE_NAME)
    series = [
        Series(names[name], plain_counts(wide[agencies].sum(axis=1, min_count=1)), colour, pattern)
        for name, agencies, colour, pattern in parts
    ]
    totals = plain_counts(wide.sum(axis=1, min_count=1))
    series.append(Series(_("All agencies"), totals, colours.UNKNOWN))
    words = _periods(figures, frame.groupby("month")["rows_without_count"].sum())
    room = _unknown(page, room, int(frame["rows_without_count"].sum()))
    kind = XL_CHART_TYPE.COLUMN_STACKED
    chart = charts.add_chart(page, room, kind, words, series, agency_month_alt(figures))
    columns_axes(chart, page, most=MOST_NAMED)
    charts.legend_below(chart, page)
    chart.plots[0].overlap = 100
    signs = sum(len(f"{total:,}") for total in totals if total is not None)
    charts.totals_over(chart, page.sized(TEXT), written=signs <= MOST_SIGNS)


def _period_of(figures: Coverage) -> dict[date, int]:
    """Return the number of the period that each month of a view is in."""
    parts = enumerate(periods(figures.months))
    return {month: number for number, period in parts for month in period.months}


def _periods(figures: Coverage, rows_without_count: pd.Series) -> list[str]:
    """Return the periods as they stand under a chart, those without a count marked."""
    rows = rows_without_count.reindex([pd.Timestamp(month) for month in figures.months]).fillna(0)
    blank = rows.groupby(list(_period_of(figures).values())).sum()
    pairs = zip(periods(figures.months), blank, strict=True)
    return [_marked(period.words, none) for period, none in pairs]


def short_names(page: Page, names: Sequence[str], room: float) -> dict[str, str]:
    """Return each name on one line of a legend; names that are cut to the same are numbered.

    Only what is longer than the ``room``, in inches, is cut.
    """
    size, labels = page.sized(TEXT), dict[str, str]()
    for name in names:
        short = cut(plain(name), room * POINTS, size, Font(page.stage.font.wide))
        same = sum(other.startswith(short) for other in labels.values())
        labels[name] = f"{short} ({same + 1})" if same else short or _("not recorded")
    return labels


def _total_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw the running total at the end of each period, and the published total beside it."""
    room = page.heading(box, _("Running total of participants"))
    frame = figures.by_day
    place = _period_of(figures)
    start = pd.Series([place[month_start(day)] for day in frame["day"]], index=frame.index)
    totals = known_totals(frame).groupby(start).last()
    size = len(periods(figures.months))
    totals = totals.reindex(range(size)).ffill().astype("Int64")
    blank = frame.groupby(pd.to_datetime([month_start(day) for day in frame["day"]]))
    words = _periods(figures, blank["rows_without_count"].sum())
    series = [Series(_("Records"), plain_counts(totals), colours.RECORDS)]
    claims = programme().claims
    if claim_applies(figures):
        published = [claims.participants.value] * size
        name = published_total(claims.participants)
        series.append(Series(name[:1].upper() + name[1:], published, colours.CLAIM))
    kind = XL_CHART_TYPE.LINE_MARKERS
    chart = charts.add_chart(page, room, kind, words, series, running_total_alt(figures))
    columns_axes(chart, page, most=FEW_NAMED)
    lines = chart.plots[0].series
    charts.line_look(lines[0], colours.RECORDS, marked=size <= MOST_MARKED)
    if len(series) > 1:
        charts.line_look(lines[1], colours.CLAIM, marked=False, dashed=True)
    if totals.notna().any():
        charts.label_point(lines[0], size - 1, f"{int(frame['total'].iloc[-1]):,}", page)
    charts.legend_below(chart, page)


def _sexes_chart(page: Page, box: Box, figures: Coverage) -> None:
    """Draw women and men as one lying bar, in the rows that count both."""
    share = figures.share_of_women
    room = page.heading(
        box, _("{share} women, where sex is recorded").format(share=in_percent(share))
    )
    both = figures.women_and_men
    parts = [
        Series(name, [int(both[column].sum())], colour)
        for name, column, colour in (
            (_("Women"), "women", colours.WOMEN), (_("Men"), "men", colours.MEN),
        )
    ]  # fmt: skip
    told = ", ".join(f"{one.name.lower()} {one.values[0]:,}" for one in parts)
    kind = XL_CHART_TYPE.BAR_STACKED
    chart = charts.add_chart(
        page, room, kind, [_("Participants")], parts, _("Bar of {told}.").format(told=told)
    )
    charts.one_bar(chart, page)


def _by_province(page: Page, box: Box, figures: Coverage) -> None:
    """Draw participants by the province in which they serve, most first."""
    room = page.heading(box, _("Participants by province"))
    frame = figures.by_province
    frame = frame.sort_values("participants", ascending=False, na_position="last", kind="stable")
    rows = frame["rows_without_count"]
    words = [_marked(name, none) for name, none in zip(frame["province"], rows, strict=True)]
    counts = plain_counts(frame["participants"])
    if unplaced := figures.headline.participants_unplaced:
        words, counts = [*words, UNPLACED_WORDS], [*counts, unplaced]
    names = [*frame["province"], UNPLACED_WORDS][: len(counts)]
    known = zip(names, counts, strict=True)
    people = ", ".join(f"{name} {count:,}" for name, count in known if count is not None)
    alt = _("Bars of participants by province: {people}.").format(
        people=people or _("no recorded count")
    )
    room = _unknown(page, room, int(rows.sum()))
    charts.add_bars(page, room, words, Series(_("Participants"), counts, colours.RECORDS), alt)


def _marked(words: str, rows_without_count: float) -> str:
    return f"{words} {NO_COUNT}" if rows_without_count else words


def _unknown(page: Page, box: Box, rows: int) -> Box:
    """Say under a chart how many rows have no count; return the room above."""
    if not rows:
        return box
    height = NOTE * page.scale
    note = replace(box, top=box.bottom - height, height=height)
    words = _("{mark} {rows}; blank, not 0").format(mark=NO_COUNT, rows=rows_in_words(rows))
    page.write(note, words, (SMALLEST,), quiet=True)
    return replace(box, height=box.height - height)
