"""What a slide tells and draws of sets that are not the usual one: early, small, one donor."""

import io
import re
from dataclasses import replace
from datetime import date

import pptx
import pytest

from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.store.shipped import illustrative
from geo.boundaries.boundary_set import embedded
from reports.brief.brief import content
from reports.deck.deck import write_deck
from reports.maps.sheets.sheet_files import sheet_svg
from reports.slides.drawings.map_shapes import venue_marks
from reports.story.story import Story
from reports.story.wording import Wording
from tests.reports.deck_reading import ReadSlide, slides_of, steps_of, told_of
from tests.reports.views import everywhere, of

BALOCHISTAN, PUNJAB = "PK2", "PK6"


def view(**filters: object):
    """Return a view of the illustrative records."""
    return of(illustrative(), replace(whole(illustrative()), **filters))


def slide(step: str, **filters: object) -> ReadSlide:
    """Return the slide of one step of a view of the illustrative records."""
    story = Story(view(**filters).figures, Wording((step,)))
    return slides_of(write_deck(story, embedded()))[1]


def test_what_has_to_be_known_of_a_large_figure_is_not_cut() -> None:
    cover, standing = told_of("published")[0], steps_of("published")["standing"]
    assert not [words for words in standing.words if words.endswith("…")]
    assert "6 more named within a larger place" in standing.text.replace("\n", " ")
    line = " ".join(cover.text.split())
    assert "at least 10 of 160 districts covered (published 25 Sep 2023: over 44)" in line
    assert "4 trainings recorded one by one; 15 described together, overlap not known" in line
    assert "99 participants (published 25 Sep 2023: over 386)" in line
    assert not [words for words in cover.words if words.endswith("\u2026")]


@pytest.mark.parametrize(
    ("filters", "seen"),
    [
        ({"provinces": (BALOCHISTAN,), "as_of": date(2023, 4, 30)}, False),  # held in Islamabad
        ({"provinces": (PUNJAB,)}, True),
    ],
)
def test_a_key_names_venues_only_where_the_map_has_one(filters: dict, seen: bool) -> None:
    figures = view(**filters).figures
    assert len(figures.trainings)
    assert ("venue district, with its trainings" in slide("standing", **filters).text) == seen
    assert (b"venue district (" in sheet_svg(view(**filters).sheet)) == seen
    assert bool(content(Story(figures), embedded())["map"]["venues"]) == seen


def test_women_and_men_are_a_bar_only_where_there_are_both() -> None:
    for name, drawn in (("illustrative", True), ("published", False)):
        series = [set(chart.series) for chart in steps_of(name)["trained"].charts]
        assert ({"Women", "Men"} in series) == drawn


def test_one_donor_alone_has_no_chart_and_titles_the_room() -> None:
    alone = slide("trainings", donors=("Denmark",))
    assert not alone.charts
    assert not [row for row in alone.tables[0] if row[1].endswith("…")]
    assert slide("trainings").charts


def test_a_chart_of_some_of_the_tests_says_so_and_means_have_one_decimal() -> None:
    learning = steps_of("illustrative")["learning"]
    bars = len(learning.charts[0].categories)
    assert bars < len(learning.tables[0]) - 1
    assert f", latest {bars}" in learning.text
    cells = [cell for row in learning.tables[0][1:] for cell in row[2:4]]
    assert all(re.fullmatch(r"\d+\.\d", cell) for cell in cells)


def test_tests_are_not_said_to_be_of_those_of_one_province() -> None:
    records = illustrative()
    for filters, of_some in (
        ({"provinces": (BALOCHISTAN,)}, True),
        ({"donors": ("Denmark",)}, False),
    ):
        step = Story(coverage(records, replace(whole(records), **filters))).step("learning")
        assert ("not of this selection alone" in step.text) == of_some
        assert ("articipants scored" in step.title) != of_some


def test_marks_of_many_venues_hide_no_map() -> None:
    shown = view().sheet.values
    many = replace(shown, venues=shown.venues * 3)
    assert [mark.words for mark in venue_marks(shown) if mark.words] == ["3"]
    assert not [mark for mark in venue_marks(many, numbered=False) if mark.words]


@pytest.mark.parametrize("narrow", [False, True])
def test_the_list_of_need_says_whole_what_it_is_and_which_ranks_are_not_in_it(narrow) -> None:
    file = io.BytesIO()
    pptx.Presentation().save(file)  # of 4:3
    figures = of(illustrative(), Selection(date(2023, 9, 25), agencies=("Police",))).figures
    story = Story(figures, Wording(("gaps",)))
    deck = write_deck(story, embedded(), file.getvalue() if narrow else None)
    gaps = slides_of(deck)[1]
    assert "Highest need of those with no one on record here" in gaps.words
    ranks = [int(row[0]) for row in gaps.tables[0][1:]]
    assert ranks[-1] > len(ranks)
    assert gaps.legend["venue"][0] == "rank of need; ranks between are of thin districts"


def test_on_narrow_slides_no_word_of_a_figure_and_no_district_is_cut() -> None:
    deck = pptx.Presentation()  # of 4:3
    file = io.BytesIO()
    deck.save(file)
    steps = ("standing", "trained", "targets", "plan", "trainings", "learning")
    story = Story(view().figures, Wording(steps))
    _cover, standing, trained, targets, plan, trainings, learning, *_ = slides_of(
        write_deck(story, embedded(), file.getvalue())
    )
    assert "of the population lives in covered districts" in standing.words
    assert len(trained.charts) == 3
    assert "Social Welfare Department" in trained.charts[0].series
    assert targets.tables[0][0] == ["District", "Reached", "Targeted", "Share"]
    assert not [row[0] for row in targets.tables[0] if row[0].endswith("…")]
    assert not [cell for row in plan.tables[0] for cell in row[2:] if cell.endswith("…")]
    assert "People within reach" in plan.words
    for table in (trainings.tables[0], learning.tables[0]):
        assert not [cell for row in table for cell in row if cell.endswith("…")]
    assert learning.tables[0][0][-1] == "Points gained"
    assert "Donor" not in trainings.tables[0][0]
    whole_country = Story(of(everywhere()).figures, Wording(("standing",)))
    full = slides_of(write_deck(whole_country, embedded(), file.getvalue()))[1]
    assert {"100%", "of the population lives in covered districts"} <= set(full.words)


def test_a_donor_of_trainings_described_together_is_named_whole() -> None:
    bars = steps_of("published")["trainings"].charts[0]
    assert bars.categories[0].endswith("(described together)")


def test_a_long_title_takes_lines() -> None:
    cells = [cell for row in steps_of("published")["trainings"].tables[0] for cell in row]
    assert "Trainings for members of the Anti-Human Trafficking Committees" in cells
    assert not [cell for cell in cells if cell.endswith("…")]
