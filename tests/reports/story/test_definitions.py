"""A reader of deck, brief and workbook can tell what need and plan were made with."""

import io
from dataclasses import replace

import openpyxl
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.distances import Distances, road_distances
from data.planning.request import Request
from data.planning.settings import Aims
from data.planning.weights import Weights
from data.store.shipped import illustrative, published
from geo.boundaries.boundary_set import embedded
from geo.districts import gazetteer
from reports.brief.brief import write_brief
from reports.deck.deck import write_deck
from reports.story.definitions import need_in_words, plan_in_words
from reports.story.story import Story
from reports.story.wording import Wording
from reports.workbook.workbook import write_workbook
from tests.pdf_reading import pages_of
from tests.reports.deck_reading import slides_of

OWN = Aims(
    Weights(population=0, vulnerability=0, distance=0, neighbours=70, province=30),
    request=Request(5, 2, None, ("PK603",), ("PK101",), (("PK6", 2),)),
    by_score=True,
)


def hours() -> Distances:
    """A travel table of one's own: hours at 50 km an hour."""
    road = road_distances()
    return replace(
        road, between=road.between / 50, ends=(), unit="hours", source="A table of our own."
    )


def story(aims: Aims | None = None, distances: Distances | None = None, **how) -> Story:
    figures = coverage(illustrative(), whole(illustrative()))
    return Story(figures, aims=aims or Aims(), distances=distances or road_distances(), **how)


def test_the_usual_is_told_without_a_word_of_choice() -> None:
    told = story()
    assert "people 40, vulnerability 20, distance to a venue so far 20" in need_in_words(told)
    assert plan_in_words(told) == "At most 10 trainings, each for up to 8 districts within 100 km."
    assert "chosen" not in need_in_words(told) + plan_in_words(told)


def test_without_a_layer_vulnerability_is_no_part() -> None:
    records = published()
    told = need_in_words(Story(coverage(records, whole(records))))
    assert "vulnerability" not in told.casefold()
    assert "chosen" not in told


def test_what_is_not_usual_is_said_beside_what_is() -> None:
    told = story(OWN, hours())
    need, plan = need_in_words(told), plan_in_words(told)
    assert "mean of: uncovered neighbours 70, uncovered districts of the province 30." in need
    assert "chosen for this view; the defaults are 40, 20, 20, 10, 10." in need
    assert plan.startswith("At most 5 trainings, within 2 hours.")
    for words in ("Fixed venues: ", "No venue in: ", "At least: 2 in Punjab.", "need score"):
        assert words in plan
    assert "Distances: A table of our own." in plan
    assert (
        "chosen for this view; the default is people in uncovered districts, 10 trainings" in plan
    )


@pytest.mark.parametrize("aims", [Aims(), OWN])
def test_deck_brief_and_workbook_say_it(aims: Aims) -> None:
    told = story(aims, hours(), wording=Wording(("gaps", "plan")))
    need, plan = need_in_words(told), plan_in_words(told)
    notes = slides_of(write_deck(told, embedded()))[-1].notes
    brief = pages_of(write_brief(told, embedded()))[1]
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(told)))
    about = dict(book["About"].iter_rows(min_row=2, values_only=True))
    assert (about["Need"], about["Plan"]) == (need, plan)
    for words in (need, plan):
        assert words in notes
        assert words in brief


def test_a_story_without_a_plan_does_not_explain_one() -> None:
    told = story(wording=Wording(("standing", "trained")))
    notes = slides_of(write_deck(told, embedded()))[-1].notes
    assert "Need:" not in notes
    assert "Plan:" not in notes


def test_the_nearest_venue_is_in_km_whatever_the_plan_is_in() -> None:
    told = story(distances=hours())
    brief = pages_of(write_brief(told, embedded()))[1]
    first = told.ranked.iloc[0]
    venue, away = gazetteer.names()[first["nearest_venue"]], f"{first['distance']:,.0f}"
    assert f"{venue}, {away} km" in brief
    assert f"{away} hours" not in brief


def test_the_workbook_has_the_plan_in_the_unit_and_need_that_it_is_for() -> None:
    told = story(OWN, hours())
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(told)))
    head, tags, *rows = book["Plan venues"].iter_rows(values_only=True)
    assert head[4:] == (
        *("Need of these districts", "Gain over the venues above, need", "Lost without it, need"),
        "Farthest, hours",
    )
    assert tags[1] == "#loc+venue+name"
    best = told.plans.best
    assert [row[1] for row in rows] == list(best.venues["name"])
    assert sum(row[4] for row in rows) == pytest.approx(best.venues["need"].sum(), abs=0.01)
    assert sum(row[5] for row in rows) == pytest.approx(best.need_covered, abs=0.01)
    assert [row[6] for row in rows] == best.worth["loses"].round(3).to_list()
    districts = list(book["Plan districts"].iter_rows(min_row=3, values_only=True))
    assert len(districts) == len(best.districts)
    taken = sum(row[4] != "not reached by this plan" for row in districts)
    assert taken == best.venues["districts"].sum()


def test_who_is_not_ranked_is_in_no_list_of_the_greatest_need_and_is_counted() -> None:
    told = story()
    apart = len(told.uncovered) - len(told.ranked)
    assert apart > 0
    assert told.ranked["rank"].notna().all()
    assert told.step("gaps").text.endswith(f"Need could not be scored for {apart} of them.")
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(told)))
    head, _, *rows = book["Gaps by need"].iter_rows(values_only=True)
    place = {word: number for number, word in enumerate(head)}
    blank = [row for row in rows if row[place["Rank"]] is None]
    assert blank
    assert all(row[place["Not ranked"]] for row in blank)
    assert all(row[place["Need, 0 to 1"]] is None for row in blank)
    first = rows[0]
    adds = [first[place[word]] or 0 for word in place if word.startswith("Adds: ")]
    assert sum(adds) == pytest.approx(first[place["Need, 0 to 1"]], abs=0.003)
