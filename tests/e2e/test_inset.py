"""Karachi's inset in a real browser: the same classes, words and clicks as the map around it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, expect

from geo.districts import gazetteer
from tests.e2e.map_reading import DISTRICTS, OUTLINES, classes, map_frame, step_as_of

pytestmark = pytest.mark.e2e

INSET = "#inset path.district"
KARACHI = ("PK702", "PK704", "PK712", "PK714", "PK721", "PK729")
#: What the inset lies on: outlines, or parts of the frame.
COVERED = """outlines => {
  const box = document.querySelector("#inset").getBoundingClientRect();
  const under = new Set();
  for (let x = box.left; x <= box.right; x += 5)
    for (let y = box.top; y <= box.bottom; y += 5)
      for (const one of document.elementsFromPoint(x, y)) {
        if (one.matches(outlines)) under.add(one.dataset.pcode);
        if (one.closest(".leaflet-control, #legend")) under.add(one.className);
      }
  return [...under];
}"""


def shades(frame: Frame) -> dict[str, str]:
    """Return the class of each district in the inset, without the words for its place."""
    return frame.evaluate(
        f"""() => Object.fromEntries([...document.querySelectorAll("{INSET}")]
          .map(path => [path.dataset.district, path.getAttribute("class")]))"""
    )


def both(frame: Frame) -> tuple[dict[str, str], dict[str, str]]:
    """Return the classes in the inset and on the map, of the same moment.

    Read one after the other, a repaint on its way may fall between them.
    """
    read = """paths => Object.fromEntries([...document.querySelectorAll(paths)]
      .map(path => [path.dataset.district ?? path.dataset.pcode, path.getAttribute("class")]))"""
    inset, whole = frame.evaluate(
        f"([inset, whole]) => [({read})(inset), ({read})(whole)]", [INSET, OUTLINES]
    )
    return inset, whole


def key_of(written: str) -> str:
    return written.replace("leaflet-interactive", "").replace("inset", "").split()[-1]


def test_karachi_is_drawn_larger_with_the_same_classes(look_at: Callable) -> None:
    frame = map_frame(look_at("/coverage"))
    expect(frame.locator("#inset")).to_be_visible()
    expect(frame.locator("#inset p")).to_have_text("Karachi")
    shown, whole = shades(frame), classes(frame)
    assert set(KARACHI) <= set(shown)
    assert len(whole) == DISTRICTS
    assert {code: key_of(shade) for code, shade in shown.items()} == {
        code: key_of(whole[code]) for code in shown
    }
    for code in ("PK702", "PK712"):
        large, small = (
            frame.locator(f'{shapes}[{name}="{code}"]').bounding_box()
            for shapes, name in ((INSET, "data-district"), (OUTLINES, "data-pcode"))
        )
        assert large["width"] > 3 * small["width"]
    expect(frame.locator("path.inset-frame")).to_have_count(1)


def test_the_pointer_shows_the_same_words_and_marks_both(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    screen.wait_until_at_rest()
    shape = frame.locator(f'{INSET}[data-district="PK729"]')
    middle = frame.evaluate(
        """code => { const path = document.querySelector(`#inset [data-district="${code}"]`);
          const box = document.querySelector("#inset svg").getBoundingClientRect();
          const well = (x, y) => [[0, 0], [4, 0], [-4, 0], [0, 4], [0, -4]].every(
            ([right, down]) => document.elementFromPoint(x + right, y + down) === path);
          for (let x = box.left + 6; x < box.right - 6; x += 2)
            for (let y = box.top + 6; y < box.bottom - 6; y += 2)
              if (well(x, y)) return {x, y};
          return null; }""",
        "PK729",
    )
    assert middle is not None
    corner = shape.bounding_box()
    local = shape.evaluate(
        "path => { const box = path.getBoundingClientRect(); return {x: box.left, y: box.top}; }"
    )
    assert corner is not None
    shape.hover(position={"x": middle["x"] - local["x"], "y": middle["y"] - local["y"]}, force=True)
    tip = frame.locator("#tooltip")
    expect(tip).to_be_visible()
    expect(tip).to_contain_text(gazetteer.names()["PK729"])
    expect(tip).to_contain_text("with Keamari")
    apart = frame.evaluate(
        """({x, y}) => { const tip = document.querySelector("#tooltip").getBoundingClientRect();
          return Math.hypot(Math.max(tip.left - x, 0, x - tip.right),
                            Math.max(tip.top - y, 0, y - tip.bottom)); }""",
        middle,
    )
    assert apart < 40  # px from the pointer
    expect(frame.locator(f'{OUTLINES}.pointed[data-pcode="PK729"]')).to_have_count(1)
    expect(frame.locator("#inset path.pointed")).to_have_count(1)
    screen.page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_the_inset_is_repainted_with_the_map(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    before = shades(frame)
    for _ in range(3):
        step_as_of(screen.page, "ArrowLeft")
        screen.wait_until_ready()
    step_as_of(screen.page, "Home")
    frame.wait_for_function(
        "before => [...document.querySelectorAll('#inset path.district')]"
        ".some(path => before[path.dataset.district] !== path.getAttribute('class'))",
        arg=before,
    )
    shown, whole = both(frame)
    assert set(shown) == set(before)
    assert {code: key_of(shade) for code, shade in shown.items()} == {
        code: key_of(whole[code]) for code in before
    }
    step_as_of(screen.page, "End")
    expect(screen.page).not_to_have_url(re.compile("as_of="))
    screen.wait_until_ready()


def test_a_click_in_the_inset_opens_the_profile(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    frame.locator(f'{INSET}[data-district="PK714"]').dispatch_event("click")
    profile = screen.page.locator(".st-key-profile")
    expect(profile.get_by_role("heading", name="Malir")).to_be_visible()
    expect(screen.page).to_have_url(re.compile("district=PK714"))
    expect(frame.locator("#inset path.chosen")).to_have_count(1)
    screen.wait_until_ready()
    screen.page.keyboard.press("Escape")
    expect(profile).to_have_count(0)


def test_it_stands_in_a_free_corner_of_any_wide_map(open_screen: Callable) -> None:
    screen = open_screen("/?measure=participants", height=760)
    frame = map_frame(screen)
    for height in (760, 900, 1000, 1400):
        screen.resize(1400, height)
        screen.wait_until_at_rest()
        expect(frame.locator("#inset")).to_be_visible()
        assert frame.evaluate(COVERED, OUTLINES) == [], height


def test_it_makes_way_near_by(look_at: Callable) -> None:
    screen = look_at("/coverage", traces=True)
    frame = map_frame(screen)
    expect(frame.locator("#inset")).to_be_visible()
    width = f"() => document.querySelector('{OUTLINES}').getBoundingClientRect().width"
    for _ in range(3):
        screen.wait_until_at_rest()  # a click on a map that is still moving is lost
        before = frame.evaluate(width)
        frame.locator(".leaflet-control-zoom-in").click()
        frame.wait_for_function(f"before => ({width})() > 1.1 * before", arg=before)
    expect(frame.locator("#inset")).to_be_hidden()
