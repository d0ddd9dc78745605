"""The deck as a whole: its slides, what every slide says, and the file itself."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from pptx.oxml.ns import qn

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import COUNT_COLUMNS
from data.records.programme import programme
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, embedded
from reports.deck.deck import write_deck
from reports.imprint.imprint import Imprint
from reports.slides.page import MARK
from reports.story.cover import cover_rows
from reports.story.story import Story
from reports.story.talking_points import talking_points
from reports.story.wording import STEPS, Wording
from reports.words.headline import headline_figures
from reports.words.selection import source_in_words, status_words
from reports.words.tables import districts_table, trainings_table
from tests.data.conftest import views as any_views
from tests.reports.deck_reading import (
    ReadSlide,
    deck_of,
    of_words,
    slides_of,
    steps_of,
    story_of,
    told_of,
)
from tests.reports.slides.overlaps import check_apart
from tests.reports.views import HOSTILE, LOGO, MADE_ON, URDU, of, views

OUTLINES = embedded()
ALL = list(views())


@pytest.fixture(scope="module", params=ALL)
def told(request) -> tuple[Story, list[ReadSlide]]:
    """Every view with the slides of its deck that follow the cover, read back."""
    return story_of(request.param), told_of(request.param)[1:]


def closing(story: Story, slides: list[ReadSlide]) -> str:
    """Return what the closing slides say."""
    return "\n".join(slide.text for slide in slides[len(story.steps) :])


def test_a_slide_a_step_in_order_and_closing_ones(told) -> None:
    story, slides = told
    steps = len(story.steps)
    assert [one.title for one in slides[:steps]] == [step.title for step in story.steps]
    assert {one.title.partition(" (")[0] for one in slides[steps:]} == {"What the figures mean"}
    assert {step.key for step in story.steps} | set(story.left_out) == set(STEPS)
    for key, why in story.left_out.items():
        assert f"Left out: {STEPS[key]}. {why}" in closing(story, slides)
    for step, slide in zip(story.steps, slides, strict=False):
        assert step.text in slide.words


def test_every_slide_says_source_date_and_what_the_records_are(told) -> None:
    story, slides = told
    records = story.figures.records
    line = source_in_words(records, story.figures.selection)
    for slide in slides:
        assert line in slide.text
        assert records.notice in slide.text
        assert (MARK in slide.words) == records.illustrative


@pytest.mark.parametrize("name", ALL)
def test_the_cover_says_whose_it_is_of_what_and_when(name) -> None:
    cover, figures = told_of(name)[0], story_of(name).figures
    assert cover.title == programme().name
    for word, words in cover_rows(figures, Imprint()):
        assert f"{word}: {words}" in cover.text
    assert "Run by: IOM Pakistan" in cover.text
    assert (MARK in cover.words) == figures.records.illustrative


def test_the_imprint_stands_on_the_cover_and_its_source_on_every_slide() -> None:
    about = Imprint("Our title", "Our source", "Office", "https://example.org/", LOGO, MADE_ON)
    story = Story(story_of("filtered").figures, Wording(("standing",)))
    cover, standing, *_ = slides_of(write_deck(story, OUTLINES, None, about))
    assert cover.title == "Our title"
    assert "Contact: Office" in cover.text
    assert "Made on: 26 November 2026" in cover.text
    assert "Live view: https://example.org/?province=PK6&province=PK2&agency=" in cover.text
    assert "source: Our source" in standing.text
    assert cover.pictures == ["Logo"]
    assert cover.undescribed == []


def test_every_slide_has_talking_points_and_text_of_a_known_language(told) -> None:
    story, slides = told
    for step, slide in zip(story.steps, slides, strict=False):
        points = talking_points(story, step.key)
        assert points
        for point in points:
            assert f"\u2022 {' '.join(point.split())}" in slide.notes
            assert point.endswith(".")
        assert slide.languages <= {"en-GB", "ur-PK"}


def test_nothing_on_a_slide_is_under_12_points_but_notes_and_source(told) -> None:
    _, slides = told
    for slide in slides:
        small = {name for name, size in slide.sizes if size < 12}
        assert small <= {"Notes on boundaries", "Source"}


def test_every_chart_map_and_table_is_described(told) -> None:
    _, slides = told
    assert [one.undescribed for one in slides] == [[]] * len(slides)


def test_the_closing_slide_has_the_notes_on_boundaries(told) -> None:
    said = closing(*told)
    for words in (LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE, "Covered", OUTLINES.title):
        assert words in said


def test_maps_carry_the_note_on_the_line_of_control(told) -> None:
    _, slides = told
    for slide in slides:
        if slide.maps:
            assert LINE_OF_CONTROL_NOTE in slide.text
            assert BOUNDARY_NOTE in slide.text


def test_the_large_figures_are_those_of_the_headline(told) -> None:
    story, slides = told
    beside = list(pairwise(slides[0].words))
    for figure in headline_figures(story.figures):
        assert (figure.value, figure.words) in beside


def test_legends_sum_to_the_list_and_to_coverage(told) -> None:
    story, slides = told
    districts = story.figures.districts
    for slide in slides:
        if slide.legend:
            assert sum(slide.legend_counts.values()) == len(districts)
    called = status_words(story.figures.selection)
    by_status = districts["status"].map(called).value_counts().to_dict()
    steps = {step.key: slide for step, slide in zip(story.steps, slides, strict=False)}
    shown = {label: n for label, n in steps["standing"].legend_counts.items() if n}
    assert shown == by_status


def test_notes_hold_the_table_behind_the_figures(told) -> None:
    story, slides = told
    first = districts_table(story.figures).iloc[0]
    assert f"{first['P-code']}\t{first['District']}\t{first['Province']}" in slides[0].notes
    assert "100 more rows, in the workbook" in slides[0].notes
    if "trained" not in story.left_out:
        trained = [step.key for step in story.steps].index("trained")
        assert "Month\tAgency\tParticipants" in slides[trained].notes
    for slide in slides:
        assert "nan" not in slide.notes.casefold().split()
        assert "<NA>" not in slide.notes + slide.text


def test_the_same_story_makes_the_same_bytes() -> None:
    assert write_deck(of(illustrative()).story, OUTLINES) == deck_of("illustrative")


def test_the_file_knows_no_clock_and_no_user() -> None:
    made = deck_of("illustrative")
    about = pptx.Presentation(io.BytesIO(made)).core_properties
    assert about.created.date() == about.modified.date() == illustrative().as_of
    assert "python-pptx" not in (about.title + about.author + about.comments + about.keywords)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = parts.namelist()
        assert len(names) == len(set(names))
        assert not [name for name in names if "printer" in name or "thumbnail" in name]


def test_what_an_office_reads_first_is_true() -> None:
    with zipfile.ZipFile(io.BytesIO(deck_of("illustrative"))) as parts:
        about = parts.read("docProps/app.xml").decode()
    slides = len(told_of("illustrative"))
    assert "Macintosh" not in about
    assert "<PresentationFormat>Widescreen</PresentationFormat>" in about
    assert f"<Slides>{slides}</Slides><Notes>{slides}</Notes>" in about


def test_a_deck_is_small() -> None:
    assert len(deck_of("everywhere")) < 3_000_000


def test_steps_left_out_reordered_and_in_own_words() -> None:
    wording = Wording(("plan", "standing"), {"plan": "Our plan"}, {"standing": "In short."})
    figures = story_of("illustrative").figures
    slides = slides_of(write_deck(Story(figures, wording), OUTLINES))
    assert [one.title for one in slides[1:3]] == [
        "Our plan",
        "Trained officials now serve in 44 of 160 districts",
    ]
    assert "In short." in slides[2].words


def test_a_training_alone_is_told_in_facts_and_its_scores_in_bars() -> None:
    records = illustrative()
    first = replace(whole(records), as_of=date(2023, 2, 20))
    view = of(records, first)
    slides = dict(zip([one.key for one in view.story.steps],
                      slides_of(write_deck(view.story, OUTLINES))[1:], strict=False))  # fmt: skip
    listed = slides["trainings"]
    assert not listed.tables
    facts = dict(pairwise(listed.words))
    row = trainings_table(view.figures).iloc[0]
    assert (facts["Venue district"], facts["Participants"]) == ("Islamabad", "30")
    assert (facts["Title"], facts["Home districts"]) == (row["Title"], str(row["Home districts"]))
    assert {size for words, size in listed.sizes if words in (row["Title"], "Islamabad")} == {18}
    (scores,) = slides["learning"].charts
    tested = view.story.learned.iloc[0]
    assert scores.categories == ["Before", "After"]
    assert scores.series == {"Mean score": [tested["pre_mean"], tested["post_mean"]]}


def test_an_empty_selection_says_so_on_its_slides() -> None:
    slides = steps_of("empty")
    assert list(slides) == ["standing", "gaps", "plan"]
    assert slides["standing"].title == "No one trained is on record in any of 160 districts"
    assert slides["gaps"].legend_counts["no record"] == 160


@pytest.mark.parametrize("words", [f"{HOSTILE} {URDU} \x00\x0b\u202e", "x" * 5000])
def test_any_text_of_the_records_is_text_and_lies_over_nothing(words) -> None:
    story = of_words(words)
    deck = write_deck(story, OUTLINES)
    check_apart(deck)
    slides = slides_of(deck)
    assert len(slides) > len(story.steps) + 1
    for slide in slides:
        written = slide.text + slide.notes + slide.title
        assert not [c for c in written if ord(c) < 32 and c not in "\n\t\x0b"]
        assert "\u202e" not in written


def test_hostile_words_stand_as_they_are_written() -> None:
    title = '<b onclick="x">&amp; =SUM(A1) ${x}'
    story = Story(story_of("illustrative").figures, Wording(("plan",), titles={"plan": title}))
    assert slides_of(write_deck(story, OUTLINES))[1].title == title


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_views())
def test_every_view_has_a_deck_whose_legends_sum(view) -> None:
    records, selection = view
    figures = coverage(records, selection)
    story = Story(figures)
    slides = slides_of(write_deck(story, OUTLINES))
    assert len(slides) > len(STEPS) - len(story.left_out) + 1
    for slide in slides:
        if slide.legend:
            assert sum(slide.legend_counts.values()) == len(figures.districts)
        assert slide.undescribed == []


@pytest.mark.parametrize(("times", "written"), [(1, True), (1_000_000, False)])
def test_totals_that_would_run_into_each_other_are_not_written(times: int, written: bool) -> None:
    records = illustrative()
    counts = records.attendance[list(COUNT_COLUMNS)] * times
    records = replace(records, attendance=records.attendance.assign(**counts))
    story = Story(coverage(records, whole(records)), Wording(("trained",)))
    deck = pptx.Presentation(io.BytesIO(write_deck(story, OUTLINES)))
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    [totals] = [one.chart.plots[1] for one in frames if len(one.chart.plots) > 1]
    assert totals.series[0].data_labels.show_value is written


def test_no_two_shapes_of_a_slide_have_one_number() -> None:
    for slide in pptx.Presentation(io.BytesIO(deck_of("illustrative"))).slides:
        numbers = [one.get("id") for one in slide.shapes._spTree.iter(qn("p:cNvPr"))]
        assert len(set(numbers)) == len(numbers)


def test_a_slide_is_read_aloud_from_its_title_to_its_foot() -> None:
    _, *slides = pptx.Presentation(io.BytesIO(deck_of("illustrative"))).slides
    for slide in slides:
        names = [shape.name for shape in slide.shapes]
        assert slide.shapes[0] == slide.shapes.title
        foot = ["Illustrative records", "Source", "Page number"]
        assert names[-3:] == foot
        assert "Text" not in names or names[1] == "Text"
        if "Notes on boundaries" in names:
            assert names[-4] == "Notes on boundaries"


def test_each_small_map_is_told_apart_by_its_date() -> None:
    slide = pptx.Presentation(io.BytesIO(deck_of("illustrative"))).slides[2]
    told = [s._element.nvGrpSpPr.cNvPr.get("descr") for s in slide.shapes if s.name == "Map"]
    assert len(set(told)) == 6
    assert told[-1].startswith("Map of Pakistan's districts, 25 September 2023. ")
