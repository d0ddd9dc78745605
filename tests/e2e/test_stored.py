"""The programme's records in a real browser: added, seen by others, taken out again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from data.store.shipped import illustrative
from data.writing.template import records_workbook
from tests.e2e.map_reading import headline_districts
from tests.e2e.test_records import open_workbook

pytestmark = pytest.mark.e2e


def test_an_import_is_everybodys_until_it_is_taken_out(
    open_screen: Callable, start_server: Callable, tmp_path: Path
) -> None:
    server = start_server(DATABASE_URL=str(tmp_path / "records.duckdb"))
    first = open_screen("/records", at=server)
    open_workbook(first, records_workbook(illustrative()), tmp_path)
    first.page.get_by_label("Your name, for the history").fill("M&E officer")
    first.page.keyboard.press("Tab")
    first.page.get_by_role("button", name="Add to the programme records").click()
    expect(first.page.get_by_text("Import 1 is in the programme records.")).to_be_visible()
    expect(first.page.locator(".title .mark")).to_have_text("Programme records")

    second = open_screen("/coverage", at=server)
    expect(second.page.locator(".title .mark")).to_have_text("Programme records")
    assert headline_districts(second.page) == 44

    first.wait_until_ready()
    chosen = first.page.get_by_label("Inspect an import")
    chosen.focus()  # a list that a click opens is closed by the scrolling that the click brings
    first.wait_until_at_rest()
    chosen.press("ArrowDown")
    first.page.get_by_role("option", name="Import 1").click()
    first.page.get_by_role("button", name="Undo this import").click()
    first.page.get_by_role("textbox", name="Your name, for the history").last.fill("A. Officer")
    first.page.get_by_role("textbox", name="Your name, for the history").last.press("Enter")
    first.page.get_by_role("button", name="Undo import 1").click()
    expect(first.page.get_by_text("Import 1 was undone.")).to_be_visible()

    third = open_screen("/coverage", at=server)
    expect(third.page.locator(".title .mark")).to_have_text("Illustrative records")
