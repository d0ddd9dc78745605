"""The story of a view and its slides, by the step that each tells."""

import pytest

from reports.story.story import Story
from tests.reports.deck_reading import ReadSlide, steps_of, story_of


@pytest.fixture(scope="module", params=["illustrative", "filtered", "published", "everywhere"])
def told(request) -> tuple[Story, dict[str, ReadSlide]]:
    return story_of(request.param), steps_of(request.param)
