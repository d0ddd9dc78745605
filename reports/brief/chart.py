"""Participants per agency and month as the brief draws them: bars in parts, and their legend."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from data.figures.coverage import Coverage
from reports.brief.text import drawable
from reports.charts.agency_month import agency_month_alt, largest_agencies
from reports.charts.style import count_axis
from reports.words.colours import DOTTED, UNKNOWN, agency_colour, agency_pattern
from reports.words.counts import NO_COUNT, NO_COUNT_WORDS, count_label

#: Agencies with an entry of their own in the legend; the rest share one where they are several.
MOST_AGENCIES = 17
#: Totals are written over the bars of at most so many months; what is not published always is.
MOST_TOTALS = 24
MOST_NAMED = 12
LONGEST_NAME = 40


def chart(figures: Coverage) -> dict[str, Any] | None:
    """Return the chart's bars; None where nobody is in the Selection.

    ``months``: ``name``, ``year`` (blank where the month before has it; both blank where the
    axis is too full), ``total`` (in words), ``parts``: pairs of a place in ``agencies`` and
    participants. ``agencies``: ``name``, ``colour``, ``pattern``. ``axis``: the value
    and the words of each line; the last is the chart's height.
    """
    frame = figures.by_agency_month
    if frame.empty:
        return None
    agencies = largest_agencies(figures, MOST_AGENCIES)
    named = {agency: place for place, agency in enumerate(agencies)}
    frame = frame.assign(part=[named.get(agency, len(named)) for agency in frame["agency"]])
    ticks, totals = _ticks(figures.months), len(figures.months) <= MOST_TOTALS
    months = [
        {**tick, **_bar(frame[frame["month"] == f"{month:%Y-%m-%d}"], totals)}
        for month, tick in zip(figures.months, ticks, strict=True)
    ]
    most = max(int(month["sum"]) for month in months)
    return {
        "months": months,
        "agencies": _legend(figures, agencies),
        "axis": [[tick, f"{tick:,}"] for tick in count_axis(most)["tickvals"]],
        "alt": agency_month_alt(figures),
        "unknown": f"{NO_COUNT} {NO_COUNT_WORDS}" if frame["rows_without_count"].any() else "",
    }


def _ticks(shown: Sequence[date]) -> list[dict[str, str]]:
    """Return how the axis names each month, about ``MOST_NAMED`` of them."""
    every, year, ticks = -(-len(shown) // MOST_NAMED), 0, []
    for place, month in enumerate(shown):
        named = place % every == 0
        other = named and month.year != year
        ticks.append({"name": f"{month:%b}" if named else "", "year": f"{month:%Y}" * other})
        year = month.year if named else year
    return ticks


def _bar(rows: pd.DataFrame, with_total: bool) -> dict[str, Any]:
    """Return one month: its parts, their sum, and what stands over it."""
    recorded = rows["participants"].dropna()
    total = int(recorded.sum()) if with_total and len(recorded) else None
    parts = rows.groupby("part")["participants"].sum()
    places = [[int(place), int(parts[place])] for place in parts.index.tolist() if parts[place]]
    return {
        "total": count_label(total, int(rows["rows_without_count"].sum())),
        "parts": places,
        "sum": sum(count for _, count in places),
    }


def _legend(figures: Coverage, agencies: list[str]) -> list[dict[str, str]]:
    looks = [
        (drawable(agency, LONGEST_NAME), agency_colour(agency), agency_pattern(agency))
        for agency in agencies
    ]
    others = figures.by_agency_month["agency"].nunique() - len(agencies)
    if others:
        looks.append((f"{others:,} other agencies", UNKNOWN, DOTTED))
    return [dict(zip(("name", "colour", "pattern"), look, strict=True)) for look in looks]
