"""Nothing on a slide lies over something else, whatever the records and the template are."""

import pytest

from geo.boundaries.boundary_set import embedded
from reports.deck.deck import write_deck
from tests.reports.deck_reading import deck_of, of_words, story_of
from tests.reports.slides.overlaps import check_apart
from tests.reports.slides.test_template import template
from tests.reports.views import LONG, views


@pytest.mark.parametrize("name", list(views()))
def test_of_every_view(name) -> None:
    check_apart(deck_of(name))


@pytest.mark.parametrize("packed", [None, template()], ids=["own design", "template"])
def test_of_long_words(packed) -> None:
    check_apart(write_deck(of_words(LONG), embedded(), packed))


def test_of_a_template() -> None:
    check_apart(write_deck(story_of("published"), embedded(), template()))
