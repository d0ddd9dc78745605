"""Gaps and two dates in a browser: one map for all of it, never mounted anew; a plan as a link."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.map_reading import legend, map_frame

pytestmark = pytest.mark.e2e


def test_the_map_stays_mounted_from_need_to_equity_to_a_plan_that_a_link_opens(
    open_screen: Callable,
) -> None:
    screen = open_screen("/gaps")
    page, frame = screen.page, map_frame(screen)
    title = frame.locator("#legend .legend-title")
    expect(title).to_have_text("Need, 0 to 1")
    expect(frame.locator('[data-pcode="PK602"] .row-province')).to_have_text(
        "Punjab, thin: 4 participants"
    )
    frame.evaluate("window.mountedOnce = true")
    page.get_by_role("radio", name="Equity").click()
    expect(title).to_contain_text("per million")
    page.get_by_role("radio", name="Need").click()
    expect(title).to_have_text("Need, 0 to 1")
    page.get_by_role("radio", name="Next trainings").click()
    expect(title).to_have_text("Next trainings")
    assert legend(frame)["reached by this plan"] > 0
    page.get_by_role("slider", name="Trainings to plan").press("ArrowLeft")
    expect(page).to_have_url(re.compile("plan_trainings=9"))
    screen.wait_until_ready()
    expect(frame.locator('[data-list="venues"]')).to_have_text("Venues 9")
    assert frame.evaluate("window.mountedOnce") is True
    told = page.locator('[data-testid="stText"]', has_text="with this plan").inner_text()
    other = open_screen("/" + page.url.split("/", 3)[3])
    expect(map_frame(other).locator('[data-list="venues"]')).to_have_text("Venues 9")
    expect(other.page.locator('[data-testid="stText"]', has_text="with this plan")).to_have_text(
        told
    )


def test_a_newer_choice_ends_the_search_for_a_plan_and_a_travel_table_is_taken(
    open_screen: Callable,
) -> None:
    """So wide a radius takes seconds: what is on the screen at the end is of the last choice."""
    screen = open_screen("/gaps?part=plan&plan_for=score&plan_trainings=4")
    frame, status = map_frame(screen), screen.page.locator(".plan-status")
    expect(status).to_contain_text("proven")
    distance = screen.page.get_by_role("slider", name="Km by road, at most")
    for key in ("ArrowRight",) * 6:
        distance.press(key)
    for key in ("ArrowLeft",) * 6:
        distance.press(key)
    screen.page.get_by_role("slider", name="Trainings to plan").press("ArrowRight")
    expect(screen.page).to_have_url(re.compile("plan_trainings=5"))
    expect(status).to_contain_text("proven")
    screen.wait_until_ready()
    assert "plan_km" not in screen.page.url
    expect(frame.locator('[data-list="venues"]')).to_have_text("Venues 5")
    expect(frame.locator("#legend .legend-title")).to_have_text("Next trainings")
    a_travel_table_replaces_the_estimate(screen)


def a_travel_table_replaces_the_estimate(screen) -> None:
    screen.page.get_by_role("button", name="Travel table").click()
    rows = b"from,to,hours,Driver\nPK401,PK617,4.5,Ali\nPK999,PK617,2,Ali\n"
    screen.page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files(
        files=[{"name": "travel.csv", "mimeType": "text/csv", "buffer": rows}]
    )
    expect(screen.page.get_by_text("Travel table: 2 rows. 1 row is left out.")).to_be_visible()
    expect(screen.page.get_by_text("Columns that were ignored: Driver")).to_be_visible()
    expect(screen.page.get_by_role("slider", name="Hours by road, at most")).to_be_visible()
    assert "Ali" not in screen.page.content()


def test_two_dates_stay_on_one_map(open_screen: Callable) -> None:
    screen = open_screen("/coverage?compare=2023-02-28")
    frame = map_frame(screen)
    frame.evaluate("window.mountedOnce = true")
    gained = legend(frame)["gained between the dates"]
    screen.page.get_by_role("slider", name="As of").press("ArrowLeft")
    expect(screen.page).to_have_url(re.compile("as_of="))
    screen.wait_until_ready()
    assert legend(frame)["gained between the dates"] <= gained
    assert "compare=2023-02-28" in screen.page.url
    assert frame.evaluate("window.mountedOnce") is True
    expect(screen.page.locator("table.two-dates tbody tr")).to_have_count(5)
