"""A visitor's own records in a real browser: opened, checked, hostile, removed, brought back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.store.shipped import illustrative
from data.writing.template import records_workbook, template_workbook
from tests.e2e.map_reading import legend, map_frame

pytestmark = pytest.mark.e2e

HOSTILE = (
    "<img src=x onerror=\"window.top.ran='img'\">${window.top.ran='template'}`tick`"
    "</script><script>window.top.ran='script'</script>"
)


def open_workbook(screen, content: bytes, tmp_path: Path) -> None:
    """Open a workbook on the Records screen as a visitor does."""
    path = tmp_path / "records.xlsx"
    path.write_bytes(content)
    screen.page.locator('input[type="file"]').set_input_files(path)
    button = screen.page.get_by_role("button", name="Check and open")
    expect(button).to_be_enabled()
    button.click()
    expect(screen.page.locator(".title .mark")).to_have_text("Your records")
    screen.wait_until_ready()


TITLES = {"Overview": "Where the programme stands"}


def go_to(screen, name: str) -> None:
    screen.page.get_by_role("link", name=name, exact=True).click()
    expect(screen.page.locator(".title h1")).to_contain_text(TITLES.get(name, name))
    screen.wait_until_ready()


def test_a_file_is_refused_in_words_and_the_template_opens_as_records_of_its_visitor_alone(
    open_screen: Callable, tmp_path: Path
) -> None:
    screen = open_screen("/records")
    a_file_that_is_no_workbook_is_refused_in_words(screen, tmp_path)
    open_workbook(screen, template_workbook(), tmp_path)
    told = "Every row was accepted, or left out as said above."
    expect(screen.page.get_by_text(told)).to_be_visible()
    go_to(screen, "Overview")
    assert sum(legend(map_frame(screen)).values()) == 160
    other = open_screen("/?records=yours", apart=True)
    expect(other.page.get_by_test_id("stAlert").first).to_contain_text("opened in another session")
    assert other.page.locator(".headline").count() == 0, "no other set in its place"
    go_to(screen, "Records")
    removed_records_can_be_brought_back(screen.page)
    assert screen.console_errors == []


def a_file_that_is_no_workbook_is_refused_in_words(screen, tmp_path: Path) -> None:
    path = tmp_path / "records.xlsx"
    path.write_bytes(b"%PDF-1.7 not a workbook at all")
    screen.page.locator('input[type="file"]').set_input_files(path)
    screen.page.get_by_role("button", name="Check and open").click()
    expect(screen.page.get_by_test_id("stAlert")).to_be_visible()
    expect(screen.page.locator(".title .mark")).to_have_text("Illustrative records")
    assert screen.page.locator('[data-testid="stException"]').count() == 0


def removed_records_can_be_brought_back(page) -> None:
    page.get_by_role("button", name="Remove your records").click()
    expect(page.locator(".title .mark")).to_have_text("Illustrative records")
    page.get_by_role("button", name="Bring them back").click()
    expect(page.locator(".title .mark")).to_have_text("Your records")


def test_hostile_text_runs_nothing_anywhere(open_screen: Callable, tmp_path: Path) -> None:
    shipped = illustrative()
    attendance = shipped.attendance.assign(agency=f"{HOSTILE[:48]} Foundation")
    trainings = shipped.trainings.assign(
        title=HOSTILE, venue=HOSTILE, themes=HOSTILE, delivered_by=HOSTILE, donor=HOSTILE[:60]
    )
    records = replace(shipped, trainings=trainings, attendance=attendance)
    screen = open_screen("/records")
    open_workbook(screen, records_workbook(records), tmp_path)
    for name in ("Overview", "Gaps", "Participants", "Trainings", "Methods"):
        go_to(screen, name)
        scroll_through(screen.page)
        screen.wait_until_ready()
        assert screen.page.evaluate("window.ran") is None
    go_to(screen, "Overview")
    map_frame(screen).locator('[data-list="reached"]').click()
    map_frame(screen).locator(".rows button").first.click()
    expect(screen.page.locator(".st-key-profile")).to_be_visible()
    assert screen.page.evaluate("window.ran") is None
    screen.page.goto(screen.page.url.split("?")[0] + "trainings?training=T08")
    screen.wait_until_ready()
    assert screen.page.evaluate("window.ran") is None


def scroll_through(page) -> None:
    """Bring every chart into sight once."""
    for chart in page.locator('[class*="st-key-chart_"]').all():
        chart.scroll_into_view_if_needed()
