"""Districts named within a larger place have a word and a look of their own wherever they stand."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from data.figures.comparison import compare
from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.planning.need import WITHIN
from data.planning.settings import Aims
from data.records.model import CoverageStatus
from data.store.shipped import published
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from geo.webmap import coverage_map
from geo.webmap.map_values import MapValues
from reports.brief.figures import covered_lists
from reports.charts.bars import homes_table, province_table
from reports.maps import svg
from reports.maps.palette import DOTTED, HATCHED, LINED, PLAIN, palette
from reports.measures.comparison import comparison_values
from reports.measures.measures import MEASURES, map_values, measure, training_values
from reports.measures.plan import plan_values
from reports.slides.drawings import shapes
from reports.story.story import Story
from reports.story.wording import gaps
from reports.words.headline import headline_figures
from reports.workbook.workbook import headline_table

FIGURES = coverage(published(), whole(published()))
KARACHI = set(larger_places()["PK7-Karachi"].districts)
#: The same places, as if the release were of one training: else nothing is planned.
TOLD = published()
SINGLE = replace(TOLD, trainings=TOLD.trainings.assign(summarises=pd.array([pd.NA] * 5, "Int64")))
STORY = Story(coverage(SINGLE, whole(SINGLE)), aims=Aims(by_score=True))
WEB = Path(coverage_map.__file__).parent


def of_plan() -> MapValues:
    assert STORY.plans is not None
    values = map_values(STORY.figures, measure("status"))
    return plan_values(STORY.figures, values, STORY.plans.greedy, by_score=False)


MAPS = {
    **{one.key: lambda one=one: map_values(FIGURES, one) for one in MEASURES},
    "training": lambda: training_values(published(), "IOM-2023"),
    "two dates": lambda: comparison_values(
        compare(FIGURES, published().as_of.replace(month=2)), map_values(FIGURES, MEASURES[0])
    ),
}


@pytest.mark.parametrize("name", MAPS)
def test_a_map_has_them_in_a_class_of_their_own_and_counts_all_districts(name: str) -> None:
    values = MAPS[name]()
    listed = list(gazetteer.names())
    key = [values.classes[place].key for place in values.class_of]
    assert {listed[n] for n, one in enumerate(key) if one == "within"} == KARACHI
    [shown] = [one for one in values.classes if one.key == "within"]
    assert (shown.label, shown.count) == ("named within a larger place", 6)
    assert sum(one.count for one in values.classes) == len(listed)
    for one in values.lists:
        places = {listed[place] for place in one.places}
        assert places == KARACHI if one.key == "within" else not places & KARACHI


def test_the_map_of_a_plan_says_that_it_takes_them_in_or_names_them_so() -> None:
    values = of_plan()
    listed = list(gazetteer.names())
    for place in map(listed.index, KARACHI):
        key = values.classes[values.class_of[place]].key
        assert key in ("within", "ramp3")
    [left] = [one for one in values.lists if one.key == "left"]
    assert not {listed[place] for place in left.places} & KARACHI
    assert sum(one.count for one in values.classes) == len(listed)


@pytest.mark.parametrize("pattern", [HATCHED, DOTTED, LINED])
def test_every_pattern_is_drawn_on_paper_slides_and_in_the_brief(pattern: str) -> None:
    assert pattern in svg._TILES
    assert pattern in shapes._PATTERNS
    brief = (Path("reports") / "brief" / "brief.typ").read_text(encoding="utf-8")
    assert f'look.pattern == "{pattern}"' in brief
    assert f"#let {pattern}(" in brief


def test_their_look_is_no_other_class_s() -> None:
    keys = ("none", "zero", "unknown", "unselected", "ramp1", "ramp5")
    looks = {(palette(key).pattern, palette(key).fill) for key in keys}
    assert (palette("within").pattern, palette("within").fill) not in looks
    assert palette("within").pattern not in {PLAIN, palette("none").pattern}


def test_the_map_on_screen_has_their_pattern() -> None:
    style = (WEB / "classes.css").read_text(encoding="utf-8")
    [name] = re.findall(r"\.district\.within \{ fill: url\(#([a-z-]+)\)", style)
    assert f".{name}-ground" in style
    assert f".{name}-ink" in style
    assert f'<pattern id="{name}" ' in (WEB / "patterns.svg").read_text(encoding="utf-8")


def test_the_headline_and_the_workbook_count_them() -> None:
    assert "6 more named within a larger place" in headline_figures(FIGURES)[0].note
    table = headline_table(STORY).set_index("Figure")
    assert table.at["Districts named within a larger place", "Value"] == 6


def test_the_brief_lists_them_apart_from_those_not_covered() -> None:
    [sindh] = [one for one in covered_lists(FIGURES) if one["province"] == "Sindh"]
    assert sindh["within"] == 6
    assert sindh["within"] + sindh["without"] + len(sindh["covered"]) == 29


def test_they_are_ranked_under_their_word_and_no_uncovered_ones_of_the_story() -> None:
    ranked = STORY.needed.set_index("adm2_pcode")
    assert {ranked.at[pcode, "kind"] for pcode in KARACHI} == {WITHIN}
    assert {ranked.at[pcode, "why"] for pcode in KARACHI} == {CoverageStatus.NAMED_WITHIN.value}
    assert not KARACHI & set(STORY.uncovered["adm2_pcode"])


def test_where_nothing_else_is_uncovered_the_story_says_that_they_are_not_known() -> None:
    _, text = gaps(FIGURES, STORY.uncovered.iloc[:0], STORY.ranked.iloc[:0])
    assert "6 districts" in text
    assert "Somebody is on record from each" not in text


def test_a_trainings_homes_are_named() -> None:
    table = homes_table(published(), "IOM-2023")
    assert "Karachi, district not known" in set(table["Home district"])


def test_the_provinces_have_what_is_of_a_larger_place() -> None:
    figures: Coverage = FIGURES
    table = province_table(figures).set_index("Province")
    assert table.at["Sindh", "Rows without a count"] == 1
    assert table.at["Sindh", "Districts covered"] == 0
