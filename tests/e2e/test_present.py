"""The presentation in a real browser: keys, addresses, nothing in sight but the slide."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from reports.story.wording import STEPS
from tests.e2e.map_reading import OUTLINES, map_frame

pytestmark = pytest.mark.e2e

PROJECTOR = {"width": 1280, "height": 720}
LAPTOP = {"width": 1366, "height": 650}


def title(page: Page, words: str | re.Pattern) -> None:
    expect(page.locator(".slide-words h1")).to_have_text(words)


def test_keys_turn_the_slides_also_after_a_click_into_the_map(open_screen: Callable) -> None:
    screen = open_screen("/present?step=standing", **PROJECTOR)
    page = screen.page
    title(page, re.compile("44 of 160"))
    map_frame(screen).locator("#map_div").click(position={"x": 30, "y": 30})
    page.keyboard.press("ArrowRight")
    turned(page, "growth")
    the_map_grows_without_being_mounted_again(screen)
    for key, step in (("PageDown", "trained"), ("ArrowLeft", "growth")):
        page.keyboard.press(key)
        turned(page, step)
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("step=plan"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Start in this window")).to_be_visible()
    assert screen.foreign == []
    assert screen.console_errors == []


def turned(page: Page, step: str) -> None:
    """The words and the address are of a step."""
    expect(page.locator(".slide-words .kicker")).to_contain_text(STEPS[step])
    expect(page).to_have_url(re.compile(f"step={step}"))


def the_map_grows_without_being_mounted_again(screen) -> None:
    clock = screen.page.locator(".clock strong")
    expect(clock).to_be_visible()  # until then, the map may be that of the slide before
    frame = map_frame(screen)
    frame.evaluate("() => { window.markedByTest = true; }")
    expect(clock).to_have_text("25 September 2023")
    assert frame.evaluate("() => window.markedByTest") is True
    expect(frame.locator(f"{OUTLINES}.none")).to_have_count(116)
    screen.page.keyboard.press("Space")
    expect(clock).not_to_have_text("25 September 2023")


def test_no_name_is_cut_by_the_map_on_a_phone(open_screen: Callable) -> None:
    frame = map_frame(open_screen("/present?step=standing", width=400, height=900))
    cut = """() => {
      const frame = document.querySelector(".leaflet-container").getBoundingClientRect();
      const shown = [...document.querySelectorAll(".province-name:not(.out)")];
      const cut = shown.filter(name => { const box = name.getBoundingClientRect();
        return box.left < frame.left || box.right > frame.right; });
      return {shown: shown.length, cut: cut.map(name => name.textContent)};
    }"""
    frame.wait_for_function(f"() => ({cut})().shown >= 5")
    assert frame.evaluate(cut)["cut"] == []


@pytest.mark.parametrize(("colours", "size"), [("light", PROJECTOR), ("dark", LAPTOP)])
def test_every_slide_fits_its_window_and_can_be_read_by_all(
    open_screen: Callable, axe, colours, size
) -> None:
    screen = open_screen(f"/present?step={next(iter(STEPS))}", colours=colours, **size)
    page = screen.page
    for step in STEPS:
        turned(page, step)
        screen.wait_until_at_rest()
        title(page, re.compile(r"\w"))
        if step in ("standing", "growth", "gaps", "plan"):
            map_frame(screen)
        if step == "gaps" and size == PROJECTOR:
            type_is_large_enough_for_five_metres(page)
        all_is_above_the_foot(page)
        assert axe(screen) == [], step
        page.keyboard.press("ArrowRight")
    if size == LAPTOP:
        a_chart_has_room_beside_buttons_for_fingers(page)


def all_is_above_the_foot(page: Page) -> None:
    window, foot = page.viewport_size, page.locator(".slide-foot").bounding_box()
    assert foot["y"] + foot["height"] <= window["height"]
    for part in page.locator(".slide-list:visible, .slide-figures, iframe, .stPlotlyChart").all():
        box = part.bounding_box()
        assert box["y"] + box["height"] <= foot["y"] + 1
        assert box["x"] + box["width"] <= window["width"]
    assert page.locator(".stPlotlyChart").evaluate_all(
        """charts => charts.every(chart => [...chart.querySelectorAll('.text text')].every(
          one => one.getBoundingClientRect().right <= chart.getBoundingClientRect().right))"""
    )


def a_chart_has_room_beside_buttons_for_fingers(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.keyboard.press("Home")
    for step in ("standing", "growth"):
        turned(page, step)
        page.keyboard.press("ArrowRight")
    turned(page, "trained")
    page.wait_for_function(
        """() => { const bounds = name => document.querySelector(name)?.getBoundingClientRect();
          return matchMedia('(hover: none)').matches &&
            bounds('.stPlotlyChart')?.bottom <= bounds('.slide-foot')?.top + 1; }"""
    )


def type_is_large_enough_for_five_metres(page: Page) -> None:
    title(page, re.compile("no one trained"))
    sizes = page.evaluate(
        """() => Object.fromEntries([".slide-words h1", ".slide-words .lead", ".slide-list b"]
          .map(one => [one, parseFloat(getComputedStyle(document.querySelector(one)).fontSize)]))"""
    )
    assert sizes[".slide-words h1"] >= 32
    assert sizes[".slide-words .lead"] >= 22
    assert sizes[".slide-list b"] >= 18


def test_no_control_is_in_sight(look_at: Callable) -> None:
    page = look_at("/present?step=trained", **PROJECTOR).page
    title(page, re.compile("participants"))
    for part in ("stHeader", "stSidebar"):
        expect(page.locator(f'[data-testid="{part}"]')).to_be_hidden()
    turning = page.locator(".st-key-turning")
    assert turning.evaluate("one => getComputedStyle(one).opacity") == "0"
    for _ in range(3):  # past the way to the content, and the content itself where it scrolls
        page.keyboard.press("Tab")
        if page.locator(".st-key-turning :focus").count():
            break
    expect(page.locator(".st-key-turn_back_0 :focus")).to_have_count(1)
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.st-key-turning')).opacity === '1'"
    )


@pytest.mark.parametrize("step", ["trained", "committees"])
def test_a_chart_gives_way_to_a_title_of_two_lines(look_at: Callable, step) -> None:
    page = look_at(f"/present?step={step}", traces=True, **PROJECTOR).page
    page.locator(".stPlotlyChart .main-svg").first.wait_for()
    page.locator(".slide-words h1").evaluate(
        "(one, words) => { one.textContent = words; }", "word " * 30
    )
    foot = page.locator(".slide-foot").bounding_box()
    page.wait_for_function(
        """foot => [...document.querySelectorAll('.stPlotlyChart, .stPlotlyChart .main-svg')]
          .every(one => one.getBoundingClientRect().bottom <= foot)""",
        arg=foot["y"],
    )
