"""The charts of the deck hold the numbers of Coverage, and their workbooks hold the same."""

import io
from dataclasses import replace

import pandas as pd
import pptx
import pytest
from pptx.oxml.ns import qn

from data.analysis.committees import by_completeness
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import COUNT_COLUMNS, Records
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import embedded
from reports.charts.bars import UNPLACED_WORDS
from reports.deck.deck import write_deck
from reports.slides.text import Font
from reports.story.story import Story
from reports.story.wording import Wording
from tests.reports.deck_reading import ReadChart, deck_of, slides_of, steps_of

OUTLINES = embedded()
EMU_PER_POINT = 12_700


def story_in(records: Records, *steps: str) -> Story:
    """Return a story of some steps alone: the maps of the others take long to draw."""
    return Story(coverage(records, whole(records)), Wording(steps))


def trained_in(records: Records) -> ReadChart:
    """Return the columns of who was trained."""
    return slides_of(write_deck(story_in(records, "trained"), OUTLINES))[1].charts[0]


@pytest.fixture(scope="module")
def story(told) -> Story:
    return told[0]


@pytest.fixture(scope="module")
def trained(told) -> list[ReadChart]:
    return told[1]["trained"].charts


def plain(column: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in column]


def test_columns_are_participants_by_agency_and_month(story, trained) -> None:
    frame, months = story.figures.by_agency_month, story.figures.months
    assert len(trained[0].categories) == len(months)
    for agency in frame["agency"].unique():
        own = frame[frame["agency"] == agency].set_index("month")["participants"]
        expected = plain(own.reindex([pd.Timestamp(month) for month in months]))
        assert trained[0].series[agency] == expected


def test_labels_over_columns_are_their_totals(story, trained) -> None:
    totals = trained[0].series["All agencies"]
    assert sum(total or 0 for total in totals) == story.figures.headline.participants


def test_the_running_total_ends_with_the_headline(story, trained) -> None:
    total = trained[1].series["Records"]
    assert total[-1] == story.figures.headline.participants
    known = [value for value in total if value is not None]
    assert known == sorted(known)


def places(chart: ReadChart) -> tuple[list[str], list[float | None]]:
    return chart.categories, chart.series["Participants"]


def test_bars_are_the_provinces_of_coverage(story, trained) -> None:
    frame = story.figures.by_province.set_index("province")
    shown = dict(zip(*places(trained[-1]), strict=True))
    unplaced = story.figures.headline.participants_unplaced
    assert shown.pop(UNPLACED_WORDS, 0) == unplaced  # so that the bars sum to the headline
    assert sum(value or 0 for value in shown.values()) + unplaced == (
        story.figures.headline.participants - story.figures.headline.participants_within
    )
    for name, value in shown.items():
        expected = frame.loc[name.removesuffix(" ○"), "participants"]
        assert value == (None if pd.isna(expected) else expected)


def test_committees_are_counted_as_everywhere(told) -> None:
    story, slides = told
    if "committees" in story.left_out:
        assert "committees" not in slides
        return
    (chart,) = slides["committees"].charts
    expected = by_completeness(story.presence).dropna()["committees"].tolist()[::-1]
    assert chart.series["Committees"] == expected


def test_plans_are_shares_of_the_plans(told) -> None:
    story, slides = told
    if "plan" in story.left_out:
        assert "plan" not in slides
        return
    if story.plans is None:
        pytest.skip("every district with a known population is covered")
    (chart,) = slides["plan"].charts
    shares = [one.share for one in (story.plans.best, story.plans.greedy, story.plans.before)]
    assert chart.series["Share of people"] == pytest.approx(shares)


def test_the_workbook_behind_a_chart_holds_its_numbers(told) -> None:
    _, slides = told
    for chart in [one for slide in slides.values() for one in slide.charts]:
        heading, *rows = chart.sheet
        assert [str(name) for name in heading[1:]] == list(chart.series)
        assert [str(row[0]) for row in rows] == chart.categories
        for place, values in enumerate(chart.series.values(), 1):
            assert [row[place] for row in rows] == pytest.approx(values)


def test_a_count_that_is_not_published_is_blank_and_marked() -> None:
    slide = steps_of("published")["trained"]
    chart = slide.charts[0]
    assert chart.series["Not published"] == [None] * len(chart.categories)
    assert chart.categories[-1] == "Sep 2023 ○"
    assert "count not published in 11 rows" in slide.text
    assert "blank, not 0" in slide.text


def test_a_name_like_a_formula_is_text_in_the_workbook() -> None:
    shipped = illustrative()
    names = {"Police": "=1+1", "FIA": "http://x.example/?a=1", "Levies": "007"}
    attendance = shipped.attendance.replace({"agency": names})
    records = replace(shipped, attendance=attendance)
    sheet = trained_in(records).sheet
    assert {"=1+1", "http://x.example/?a=1", "007"} <= set(sheet[0])


def test_of_many_agencies_the_smaller_ones_stand_together() -> None:
    shipped = illustrative()
    agencies = [f"Agency {place % 30} of a long name" for place in range(len(shipped.attendance))]
    records = replace(shipped, attendance=shipped.attendance.assign(agency=agencies))
    series = trained_in(records).series
    rest = [name for name in series if "other agencies" in name]
    assert rest == ["30 other agencies"]
    counted = {k: v for k, v in series.items() if k != "All agencies"}
    total = sum(value or 0 for values in counted.values() for value in values)
    assert total == coverage(records, whole(records)).headline.participants


def test_names_that_are_cut_to_the_same_stay_apart() -> None:
    shipped = illustrative()
    long = "Department for the very same thing in the district of "
    agencies = [f"{long}{place % 3}" for place in range(len(shipped.attendance))]
    records = replace(shipped, attendance=shipped.attendance.assign(agency=agencies))
    series = trained_in(records).series
    assert len(series) == 4


def many_months(count: int) -> Records:
    """Return records of as many months, each with one training of one participant."""
    shipped = illustrative()
    ids = [f"T{n}" for n in range(count)]
    starts = pd.date_range("2020-01-05", periods=count, freq="MS") + pd.Timedelta(days=4)
    trainings = pd.concat([shipped.trainings.head(1)] * count, ignore_index=True)
    trainings = trainings.assign(training_id=ids, date_start=starts, date_end=starts)
    attendance = pd.concat([shipped.attendance.head(1)] * count, ignore_index=True)
    return replace(
        shipped, trainings=trainings, attendance=attendance.assign(training_id=ids),
        assessments=None, as_of=starts[-1].date(),
    )  # fmt: skip


@pytest.mark.parametrize(("months", "periods"), [(12, 12), (36, 13), (84, 8)])
def test_a_long_time_is_drawn_in_quarters_and_years_with_their_totals(months, periods) -> None:
    records = many_months(months)
    made = write_deck(story_in(records, "trained"), OUTLINES)
    deck = pptx.Presentation(io.BytesIO(made))
    frame = next(shape for shape in deck.slides[1].shapes if shape.has_chart)
    (line,) = frame.chart._chartSpace.iter(qn("c:lineChart"))
    assert [one.get("val") for one in line.iter(qn("c:showVal"))] == ["1"]
    totals = slides_of(made)[1].charts[0].series["All agencies"]
    assert len(totals) == periods
    assert sum(totals) == coverage(records, whole(records)).headline.participants


def test_names_of_lying_bars_have_a_line_each() -> None:
    """What draws a chart may leave a name out that would take two."""
    deck = pptx.Presentation(io.BytesIO(deck_of("illustrative")))
    frame = [shape for shape in deck.slides[3].shapes if shape.has_chart][-1]
    (place,) = frame.chart._chartSpace.iter(qn("c:manualLayout"))
    left = float(place.find(qn("c:x")).get("val")) * frame.width / EMU_PER_POINT
    size = frame.chart.category_axis.tick_labels.font.size.pt
    widest = max(Font().width(name, size) for name in frame.chart.plots[0].categories)
    assert left > widest
    assert float(place.find(qn("c:x")).get("val")) + float(place.find(qn("c:w")).get("val")) <= 1


def test_a_running_total_of_no_count_is_blank_and_not_zero() -> None:
    shipped = illustrative()
    unknown = pd.array([pd.NA] * len(shipped.attendance), dtype="Int64")
    counts = dict.fromkeys(COUNT_COLUMNS, unknown)
    records = replace(shipped, attendance=shipped.attendance.assign(**counts))
    slides = slides_of(write_deck(story_in(records, "standing", "trained"), OUTLINES))
    assert set(slides[2].charts[1].series["Records"]) == {None}
    assert "unknown" in slides[1].words
    assert "244 rows without a count" in slides[1].text
