"""Charts of few and of many months: their words do not run into each other on a telephone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.store.shipped import illustrative
from reports.charts import agency_month, bars, running_total, timeline
from reports.charts.style import FEW_MONTHS, LETTER, NARROWEST, month_axis
from reports.words.counts import NO_COUNT
from tests.data.conftest import records_of

#: Characters of an axis of a telephone, 220 px beside the names of agencies.
ACROSS = 38


def months(number: int, participants: int = 9) -> Coverage:
    """Return the figures of a training in each month from February 2023; the last has no count."""
    days = [date(2023 + (1 + n) // 12, (1 + n) % 12 + 1, 1) for n in range(number)]
    trainings = [{"training_id": f"T{n}", "date_start": day} for n, day in enumerate(days)]
    rows = [(f"T{n}", "PK617", "Police", participants, 0, 0) for n in range(number - 1)]
    rows.append((f"T{number - 1}", "PK617", "Police", None, None, None))
    records = replace(records_of(trainings, rows), as_of=days[-1] + timedelta(days=27))
    return coverage(records, whole(records))


def written(figures: Coverage) -> list[str]:
    """Return the words over the bars of a chart, without blank ones."""
    drawn = agency_month.agency_month_chart(figures)
    return [word for trace in drawn.data for word in trace.text or () if word]


def test_totals_stand_over_the_bars_where_all_have_room() -> None:
    assert written(months(8)) == ["9"] * 7 + [NO_COUNT]


def test_of_many_months_only_what_is_not_published_is_marked() -> None:
    assert written(months(40, participants=1000)) == [NO_COUNT]


@pytest.mark.parametrize("number", [1, 8, 12, 13, 24, 47, 120])
def test_the_names_of_months_have_room(number: int) -> None:
    axis = month_axis([date(2021 + n // 12, n % 12 + 1, 1) for n in range(number)])
    lines = [line for word in axis["ticktext"] for line in word.split("<br>")[:1]]
    years = [word for word in axis["ticktext"] if "<br>" in word]
    assert sum(map(len, lines)) <= ACROSS
    assert sum(len(word.split("<br>")[1]) + 1 for word in years) <= ACROSS + 20


def test_the_bar_of_a_single_month_is_no_block() -> None:
    begin, end = month_axis([date(2024, 3, 1)])["range"]
    assert end - begin == FEW_MONTHS


@pytest.mark.parametrize(("number", "side"), [(8, "top left"), (40, "top right")])
def test_the_words_of_the_claim_stand_where_there_is_room(number: int, side: str) -> None:
    figures = months(number)
    claim = next(
        trace
        for trace in running_total.running_total_chart(figures).data
        if trace.name == "Published total"
    )
    assert claim.textposition == side


@pytest.mark.parametrize("chart", [bars.sex_chart, bars.province_chart])
def test_the_longest_bar_ends_where_the_words_beside_it_have_room(chart) -> None:
    figure = chart(coverage(illustrative(), whole(illustrative())))
    written = next(figure.select_traces({"type": "scatter", "mode": "text"}))
    most = max(written.x)
    assert list(figure.layout.xaxis.range) == [0, most]
    for end, words in zip(written.x, written.text, strict=True):
        room = figure.layout.margin.r + NARROWEST * (1 - end / most)
        assert room >= LETTER * len(words.strip())


def test_the_lines_of_months_are_beside_the_marks_and_not_in_titles() -> None:
    figure = timeline.timeline_chart(coverage(illustrative(), whole(illustrative())))
    assert not figure.layout.xaxis.showgrid
    lines = next(figure.select_traces({"type": "scatter", "mode": "lines"}))
    titles = next(figure.select_traces({"type": "scatter", "mode": "text"}))
    assert {*lines.x} == {*figure.layout.xaxis.tickvals, None}
    assert len(lines.y) == 3 * len(figure.layout.xaxis.tickvals) * len(titles.y)
    assert not {round(y % 1, 2) for y in lines.y if y is not None} & {
        round(y % 1, 2) for y in titles.y
    }
    assert min(y for y in lines.y if y is not None) > max(titles.y[0], 0)
