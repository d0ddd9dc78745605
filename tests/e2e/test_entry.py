"""A training corrected in its editor, in a browser: no cell is lost, and undoing brings it back."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data.store.shipped import illustrative
from data.store.store import open_store
from tests.data.stored import checked, with_tables

pytestmark = pytest.mark.e2e
ROW = 35  # pixels of a row of the editor, and of its header


def write(page: Page, row: int, share: float, text: str) -> None:
    """Write into a cell: its row, the first 1, and where it lies across the table."""
    grid = page.locator('[class*="_attendance_"] canvas').first
    box = grid.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + share * box["width"], box["y"] + ROW * row + ROW / 2)
    cell = page.locator(".gdg-input, .gdg-growing-entry input, .gdg-growing-entry textarea").last
    expect(cell).to_be_visible()
    cell.fill(text)
    cell.press("Enter")


def test_cells_that_are_written_stay_also_where_an_agency_is_added(
    start_server: Callable, open_screen: Callable, tmp_path: Path, axe: Callable
) -> None:
    store, sample = open_store(str(tmp_path / "records.duckdb")), illustrative()
    content = with_tables(checked(sample), **sample.further)
    store.add(content, file_name="records.xlsx", who="An officer", at=datetime.now(UTC))
    before = store.trainings.rows("T04")["attendance"]
    server = start_server(DATABASE_URL=str(tmp_path / "records.duckdb"))
    screen = open_screen("/trainings?records=stored&training=T04", at=server)
    page = screen.page
    page.get_by_role("button", name="Correct this training").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value(
        "Roles of the district Anti-Human Trafficking Committee"
    )
    counted = page.get_by_text("Participants with a recorded count:")
    page.locator('[class*="_attendance_"] canvas').first.scroll_into_view_if_needed()
    screen.wait_until_at_rest()
    write(page, 2, 0.6, "7")
    expect(counted).to_have_text("Participants with a recorded count: 30")
    another = page.get_by_role("textbox", name="An agency that is not in the list")
    another.fill("Coast Guards")
    another.press("Enter")
    expect(another).to_have_value("")
    screen.wait_until_at_rest()
    expect(counted).to_have_text("Participants with a recorded count: 30")
    write(page, 3, 0.2, "Karachi")
    expect(page.get_by_text("To correct before it can be saved.")).to_be_visible()
    write(page, 3, 0.2, "Kasur district")
    expect(counted).to_have_text("Participants with a recorded count: 30")
    assert axe(screen) == []
    page.get_by_role("textbox", name="Why").fill("A slip")
    page.get_by_role("textbox", name="Why").press("Enter")
    page.get_by_role("textbox", name="Your name, for the history").fill("A lead")
    page.get_by_role("textbox", name="Your name, for the history").press("Enter")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Import 2 is in the programme records.")).to_be_visible()
    after = store.trainings.rows("T04")["attendance"]
    assert after["participants_f"].tolist()[1] == 7
    assert after["adm2_pcode"].tolist()[2] == "PK614"
    store.rollback(2, "A lead", datetime.now(UTC))
    assert store.trainings.rows("T04")["attendance"].equals(before)
