"""The programme played month by month: the map steps on in place and stops at the end."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.map_reading import headline_districts, map_frame

pytestmark = pytest.mark.e2e

#: A page whose steps come three times as slowly, so that a slow machine has time for its click.
SLOW_STEPS = """() => {
  const start = window.setInterval;
  window.setInterval = (tick, pause, ...more) => start(tick, 3 * pause, ...more);
}"""


def stop_button(screen) -> Locator:
    """Return ours: Streamlit has one of its own, which shows where a run takes long."""
    return screen.page.locator(".st-key-play").get_by_role("button", name="Stop")


def test_playing_goes_from_the_first_month_to_the_last(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    frame.evaluate("window.mountedOnce = true")
    screen.page.get_by_role("button", name="Play").click()
    expect(screen.page).to_have_url(re.compile("as_of=2023-0[3-8]"))  # whichever is seen first
    expect(stop_button(screen)).to_be_visible()
    expect(screen.page.get_by_role("button", name="Play")).to_be_visible()
    expect(screen.page).not_to_have_url(re.compile("as_of"))
    screen.wait_until_ready()
    assert headline_districts(screen.page) == 44
    assert frame.evaluate("window.mountedOnce") is True


def test_playing_stops_where_it_is_stopped_and_all_filters_are_cleared_at_once(
    open_screen: Callable,
) -> None:
    screen = open_screen("/coverage?province=PK6&as_of=2023-02-28&level=district")
    page = screen.page
    map_frame(screen)
    page.evaluate(SLOW_STEPS)
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(lambda url: "as_of=2023-02-28" not in url)
    stop_button(screen).click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    screen.wait_until_ready()
    there = page.url
    assert "as_of=2023" in there  # it was not at the end before
    page.wait_for_timeout(5000)  # more than a step's time, in which nothing may move
    assert page.url == there
    page.get_by_role("button", name="Clear filters").click()
    expect(page).not_to_have_url(re.compile("province|as_of|level"))
    screen.wait_until_ready()
    assert headline_districts(page) == 44
