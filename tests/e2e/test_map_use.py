"""How the map is used: its names, its search, by keyboard, and from province to province."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Frame, expect

from geo.districts import gazetteer
from tests.e2e.map_reading import OUTLINES, legend, map_frame, step_as_of

pytestmark = pytest.mark.e2e

BALOCHISTAN = "PK2"
#: What districts are called, and how a visitor may write it.
TYPED = {
    "Naseerabad": "Nasirabad",
    "DG Khan": "Dera Ghazi Khan",
    "Hub": "Lasbela",
    "لاہور": "Lahore",
    "لاهور": "Lahore",
    "Gujranvalla": "Gujranwala",  # no spelling that is known
}


def names(frame: Frame) -> list[dict[str, Any]]:
    """Return the names that are shown on the map: words, kind and box."""
    return frame.evaluate(
        """() => [...document.querySelectorAll(".leaflet-names-pane > :not(.out)")].map(one => {
          const {left, top, right, bottom} = one.getBoundingClientRect();
          return {text: one.textContent.replace("\\n", " "), kind: one.className.split(" ")[0],
                  left, top, right, bottom}; })"""
    )


def districts_under(frame: Frame, name: dict[str, Any]) -> list[str]:
    return frame.evaluate(
        """([outlines, {left, top, right, bottom}]) => {
          const under = new Set();
          for (let x = left; x <= right; x += 4) for (let y = top; y <= bottom; y += 4)
            for (const one of document.elementsFromPoint(x, y))
              if (one.matches(outlines)) under.add(one.dataset.pcode);
          return [...under]; }""",
        [OUTLINES, name],
    )


def zoom(frame: Frame) -> float:
    return float(frame.evaluate("() => window.map.getZoom()"))


def test_names_have_room_and_there_are_more_near_by(look_at: Callable) -> None:
    screen = look_at("/")
    frame = map_frame(screen)
    screen.wait_until_at_rest()
    shown, whole = names(frame), zoom(frame)
    texts = {one["text"] for one in shown}
    assert {"Islamabad", "Lahore", "Karachi"} <= texts
    provinces = {one["text"]: one for one in shown if one["kind"] == "province-name"}
    assert set(provinces) == set(gazetteer.provinces().values()) - {"Islamabad Capital Territory"}
    assert districts_under(frame, provinces["Azad Jammu & Kashmir"]) == []
    for one, other in combinations(shown, 2):
        across = min(one["right"], other["right"]) - max(one["left"], other["left"])
        down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        assert min(across, down) < 1, (one["text"], other["text"])
    for _ in range(3):
        before = zoom(frame)
        frame.locator(".leaflet-control-zoom-in").click()
        frame.wait_for_function("before => window.map.getZoom() > before", arg=before)
        screen.wait_until_at_rest()
    near = {one["text"] for one in names(frame)}
    assert len(near - texts) > 5  # of those that were too small
    show_the_whole_country(frame, whole)


def show_the_whole_country(frame: Frame, whole: float) -> None:
    frame.get_by_role("button", name="Whole country").click()
    frame.wait_for_function("whole => Math.abs(window.map.getZoom() - whole) < 0.01", arg=whole)


def test_a_search_knows_other_spellings_and_goes_there(look_at: Callable) -> None:
    screen = look_at("/")
    frame = map_frame(screen)
    found = frame.evaluate(
        """texts => texts.map(text => window.coverageSearch.find(text, window.coverageGeometry)
          .places.map(place => window.coverageGeometry.districts[place].name))""",
        [*TYPED, "tank", "palaskoh"],
    )
    assert dict(zip(TYPED, [names[0] for names in found[: len(TYPED)]], strict=True)) == TYPED
    # Letters at the end of a word and the beginning of the next are no part of a name.
    assert found[len(TYPED) :] == [["Tank"], ["Kolai-Palas Kohistan"]]
    whole = zoom(frame)
    search = frame.get_by_role("searchbox", name="Find a district")
    search.fill("DG Khan")
    expect(frame.locator(".rows button").first).to_contain_text("Dera Ghazi Khan")
    search.press("Enter")
    profile = screen.page.locator(".st-key-profile")
    expect(profile.get_by_role("heading", name="Dera Ghazi Khan")).to_be_visible()
    screen.wait_until_at_rest()
    assert zoom(frame) > whole + 0.5
    lat, lon = gazetteer.positions()["PK607"]
    assert frame.evaluate("at => window.map.getBounds().contains(at)", [lat, lon])
    expect(screen.page.get_by_role("button", name="Close", exact=False)).to_be_focused()
    screen.page.keyboard.press("Escape")
    expect(profile).to_have_count(0)
    expect(search).to_be_focused()
    search.fill("")
    show_the_whole_country(frame, whole)


def test_a_province_is_selected_by_its_name_and_the_map_goes_there(look_at: Callable) -> None:
    screen = look_at("/")
    frame = map_frame(screen)
    screen.wait_until_at_rest()
    whole = zoom(frame)
    name = frame.locator(".province-name", has_text="Balochistan")
    name.click()
    expect(screen.page).to_have_url(re.compile(f"province={BALOCHISTAN}"))
    frame.wait_for_function("whole => window.map.getZoom() > whole + 0.3", arg=whole)
    screen.wait_until_at_rest()
    assert legend(frame)["not in this selection"] == 160 - 35
    expect(frame.locator("#inset")).to_be_hidden()  # nothing of Karachi is selected
    there = zoom(frame)
    step_as_of(screen.page, "ArrowLeft")  # no other places: the map stays
    screen.wait_until_at_rest()
    assert zoom(frame) == there
    name.click()
    expect(screen.page).not_to_have_url(re.compile("province="))
    frame.wait_for_function("whole => Math.abs(window.map.getZoom() - whole) < 0.01", arg=whole)


def test_map_and_list_are_one_tab_stop_each(look_at: Callable) -> None:
    screen = look_at("/", traces=True)
    frame, page = map_frame(screen), screen.page
    frame.locator("#map_div").focus()
    page.keyboard.press("ArrowRight")
    first = frame.locator(f"{OUTLINES}.pointed").get_attribute("data-pcode")
    page.keyboard.press("ArrowRight")
    pointed = frame.locator(f"{OUTLINES}.pointed")
    expect(pointed).to_have_count(1)
    second = str(pointed.get_attribute("data-pcode"))
    assert second != first
    expect(frame.locator("#tooltip")).to_contain_text(gazetteer.names()[second])
    expect(frame.locator("#map_div [role=status]")).to_contain_text(gazetteer.names()[second])
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stop = frame.evaluate(
            """() => document.hasFocus() && document.activeElement !== document.body
              ? document.activeElement.closest(".rows, .choices, #legend, .leaflet-control")
                ?.className || document.activeElement.tagName : "" """
        )
        if not stop:
            break
        stops.append(stop)
    assert stops.count("rows") == 1
    assert stops[-1] == "rows"
    assert len(stops) <= 8
    rows = frame.locator(".rows button")
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    close = page.get_by_role("button", name="Close", exact=False)
    expect(close).to_be_focused()
    screen.wait_until_ready()
    page.keyboard.press("Enter")
    expect(close).to_have_count(0)
    expect(rows.nth(1)).to_be_focused()


@pytest.mark.parametrize(
    ("view", "width", "height"),
    [("?records=published", 1366, 650), ("?compare=2023-04-30", 1366, 650),
     ("?records=published", 1024, 768), ("gaps?part=plan", 1024, 768)],
)  # fmt: skip
def test_the_first_screen_of_a_low_window_has_the_whole_country_and_its_source(
    open_screen: Callable, view: str, width: int, height: int
) -> None:
    screen = open_screen(f"/{view}", width=width, height=height)
    frame = map_frame(screen)
    screen.wait_until_at_rest()
    whole = """outlines => [...document.querySelectorAll(`${outlines}, #legend`)]
      .map(one => one.getBoundingClientRect())
      .every(({top, bottom}) => top >= 0 && bottom <= innerHeight)"""
    assert frame.evaluate(whole, OUTLINES)
    source = screen.page.locator("#root .source").first.bounding_box()
    assert source["y"] <= height, "what stands below the map begins in the window"


@pytest.mark.parametrize(("width", "height"), [(1366, 650), (400, 850)])
def test_country_and_legend_are_whole_in_the_frame_after_a_filter(
    open_screen: Callable, width: int, height: int
) -> None:
    screen = open_screen("/?measure=participants", width=width, height=height)
    frame = map_frame(screen)
    before = legend(frame)
    expect(frame.locator("#inset")).to_be_visible()
    step_as_of(screen.page, "ArrowLeft")
    frame.wait_for_function(
        "before => document.querySelector('#legend b').textContent !== before",
        arg=str(before["no record"]),
    )
    screen.wait_until_at_rest()
    whole = frame.evaluate(
        """outlines => {
          const box = one => one.getBoundingClientRect();
          const map = box(document.querySelector("#map_div"));
          const legend = document.querySelector("#legend"), inner = box(legend);
          const last = box(legend.querySelector(".venue-switch"));
          const within = one => one.left >= map.left && one.right <= map.right &&
            one.top >= map.top && one.bottom <= map.bottom;
          return [
            [...document.querySelectorAll(outlines)].every(one => within(box(one))),
            inner.bottom <= innerHeight && inner.right <= innerWidth,
            last.height > 0 && last.bottom <= inner.bottom && last.bottom <= innerHeight,
            legend.scrollHeight <= legend.clientHeight + 1]; }""",
        OUTLINES,
    )
    assert whole == [True, True, True, True]
