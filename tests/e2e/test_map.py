"""The map in a real browser: every district painted, repainted in place, opened by a click."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Route, expect

from bench.browser.servers import Server
from tests.e2e.map_reading import (
    DISTRICTS,
    OUTLINES,
    classes,
    headline_districts,
    legend,
    map_frame,
    step_as_of,
)
from tests.e2e.screen import Window

pytestmark = pytest.mark.e2e


def test_every_district_is_painted_and_in_the_legend_and_no_record_is_hatched(
    look_at: Callable,
) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    assert len(classes(frame)) == DISTRICTS
    drawn = frame.evaluate(
        f"""() => [...document.querySelectorAll("{OUTLINES}")]
          .filter(path => path.getBBox().width > 0 && path.getBBox().height > 0).length"""
    )
    assert drawn == DISTRICTS
    assert sum(legend(frame).values()) == DISTRICTS
    assert legend(frame)["no record"] == DISTRICTS - headline_districts(screen.page)
    fill = frame.evaluate(
        """() => getComputedStyle(document.querySelector("#map_div path.district.none")).fill"""
    )
    assert "no-record" in fill  # not only coloured
    assert frame.locator("pattern#no-record path").count() == 1
    assert screen.foreign == []


def test_the_line_of_control_is_dotted_and_noted(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    line = frame.locator("path.line-of-control")
    assert line.count() == 1
    dashes = line.evaluate("line => getComputedStyle(line).strokeDasharray")
    assert dashes != "none"
    note = "Dotted line represents approximately the Line of Control"
    expect(screen.page.get_by_text(note)).to_be_visible()


def test_a_click_opens_the_profile_and_another_opens_it_again(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame, profile = map_frame(screen), screen.page.locator(".st-key-profile")
    for _ in range(2):
        frame.locator(f'{OUTLINES}[data-pcode="PK201"]').click()
        expect(profile.get_by_role("heading", name="Awaran")).to_be_visible()
        expect(screen.page).to_have_url(re.compile("district=PK201"))
        screen.page.get_by_role("button", name="Close", exact=False).click()
        expect(profile).to_have_count(0)
    search = frame.get_by_role("searchbox", name="Find a district")
    search.fill("lahore")
    frame.locator(".rows button").first.click()
    expect(profile.get_by_role("heading", name="Lahore")).to_be_visible()
    expect(screen.page).to_have_url(re.compile("district=PK617"))
    screen.wait_until_ready()
    screen.page.keyboard.press("Escape")
    expect(profile).to_have_count(0)
    search.fill("")


def test_a_filter_repaints_without_a_new_mount(look_at: Callable) -> None:
    screen = look_at("/coverage", traces=True)
    frame = map_frame(screen)
    frame.evaluate("window.mountedOnce = true")
    far = placing(frame)[0]
    frame.locator(".leaflet-control-zoom-in").click()
    frame.wait_for_function(
        "far => window.map.getZoom() > far && !document.querySelector('.leaflet-zoom-anim')",
        arg=far,
    )
    before, view = classes(frame), placing(frame)
    without = str(legend(frame)["no record"])
    step_as_of(screen.page, "ArrowLeft")
    frame.wait_for_function(
        "before => document.querySelector('#legend b').textContent !== before", arg=without
    )
    assert frame.evaluate("window.mountedOnce") is True
    assert placing(frame) == view
    assert classes(frame) != before
    assert sum(legend(frame).values()) == DISTRICTS
    screen.wait_until_ready()
    assert legend(frame)["no record"] == DISTRICTS - headline_districts(screen.page)


def placing(frame: Frame) -> list[float]:
    return frame.evaluate(
        "() => [window.map.getZoom(), window.map.getCenter().lat, window.map.getCenter().lng]"
    )


def test_a_style_that_comes_late_leaves_the_country_whole(window: Window, server: Server) -> None:
    screen = window.page(server.url + "/coverage", height=1400, apart=True)
    held: list[Route] = []  # by the page, which asks for it ahead, and by the frame
    screen.page.context.route(re.compile(r"coverage-map.*\.css"), lambda route: held.append(route))
    screen.page.goto(screen.address)
    frame = map_frame(screen)
    assert held
    for route in held:
        route.continue_()
    frame.wait_for_function(
        """outlines => {
          const box = (one) => document.querySelector(one).getBoundingClientRect();
          const map = box(".leaflet-container"), list = box("#districts");
          const shapes = [...document.querySelectorAll(outlines)];
          const beside = list.left >= map.right;
          const whole = shapes.map((shape) => shape.getBoundingClientRect())
            .every(({ left, right }) => left >= map.left && right <= map.right);
          return beside && whole && box("#legend").bottom < map.bottom;
        }""",
        arg=OUTLINES,
    )
    window.close(screen)


def test_the_country_is_whole_in_a_window_that_was_made_smaller(open_screen: Callable) -> None:
    screen = open_screen("/coverage", width=1600, height=1000)
    frame = map_frame(screen)
    screen.wait_until_at_rest()
    screen.page.set_viewport_size({"width": 1366, "height": 650})
    frame.wait_for_function(
        """outlines => {
          const box = (one) => one.getBoundingClientRect();
          const map = box(document.querySelector(".leaflet-container"));
          return map.height < 450 && [...document.querySelectorAll(outlines)].map(box)
            .every(({ top, bottom }) => top >= map.top && bottom <= map.bottom);
        }""",
        arg=OUTLINES,
    )
