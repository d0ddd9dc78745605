"""The matrix of committees in a browser: its head stays, and a cell opens its district."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e
CELLS = ".st-key-plot_matrix .scatterlayer .textpoint text"


def matrix(screen) -> None:
    screen.page.locator(CELLS).nth(239).wait_for(state="attached")


def point_at_first_cell(screen) -> None:
    """Click into the first row, the most complete committee with the most people."""
    screen.wait_until_at_rest()  # a drawer that opens or closes lays the matrix out anew
    screen.page.locator(".st-key-matrix_head").scroll_into_view_if_needed()
    box = screen.page.locator(CELLS).first.bounding_box()
    at = (box["x"] + 40, box["y"] + box["height"] / 2)  # beside the number, in its cell
    screen.page.mouse.move(*at)
    expect(screen.page.locator(".st-key-plot_matrix .hovertext")).to_contain_text("Lahore")
    screen.page.mouse.click(*at)


def test_the_names_of_the_agencies_stay_when_the_rows_scroll(look_at: Callable) -> None:
    screen = look_at("/committees")
    matrix(screen)
    head = screen.page.locator(".agencies")
    before = head.bounding_box()
    scroller = screen.page.locator(".st-key-matrix")
    scroll = """(node, top) => {
      while (node && node.scrollHeight <= node.clientHeight + 5) node = node.parentElement;
      node.scrollTop = top;
    }"""
    scroller.evaluate(scroll, 250)
    after = head.bounding_box()
    scroller.evaluate(scroll, 0)
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 30


def test_a_click_on_a_cell_opens_the_profile_of_its_district(look_at: Callable) -> None:
    screen = look_at("/committees", traces=True)
    matrix(screen)
    point_at_first_cell(screen)
    expect(screen.page.locator(".st-key-profile h2")).to_have_text("Lahore")
    assert "district=PK617" in screen.page.url
    screen.page.get_by_role("button", name="Close").click()
    expect(screen.page.locator(".st-key-profile")).to_have_count(0)
    point_at_first_cell(screen)  # the same cell again
    expect(screen.page.locator(".st-key-profile h2")).to_have_text("Lahore")
