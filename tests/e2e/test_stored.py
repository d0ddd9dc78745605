"""The programme's records in a real browser: added, seen by others, corrected, taken out again.

One dashboard for all of it: each test finds a store of which nothing counts, and leaves it so.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from bench.browser.servers import Server
from data.store.address import open_store
from data.store.imports import Import
from data.store.shipped import illustrative
from data.store.store import Store
from data.writing.template import records_workbook
from tests.data.stored import checked, with_tables
from tests.e2e.map_reading import headline_districts
from tests.e2e.screen import Screen, Window
from tests.e2e.test_records import open_workbook

pytestmark = pytest.mark.e2e
ROW = 35  # pixels of a row of the editor, and of its header


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_store(str(tmp_path_factory.mktemp("programme") / "records.duckdb"))


@pytest.fixture(scope="module")
def programme(start_server: Callable, store: Store) -> Server:
    """A dashboard with a store of its own, which nobody has visited yet."""
    return start_server(DATABASE_URL=store.where)


def test_first_visitors_together_each_get_the_screen_of_their_link(
    window: Window, programme: Server
) -> None:
    paths = ("/records", "/methods", "/gaps", "/trainings")
    screens = [window.page(programme.url + path) for path in paths]
    for screen in screens:
        screen.page.goto(screen.address, wait_until="commit")
    for path, screen in zip(paths, screens, strict=True):
        page = screen.page
        link = page.locator(".st-key-navigation").locator(f'a[href$="{path[1:]}"]')
        link.wait_for(timeout=60_000)
        page.wait_for_selector('[data-test-script-state="notRunning"] h1', timeout=60_000)
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.url.startswith(screen.address)
        window.close(screen)


def test_an_import_is_everybodys_until_it_is_taken_out(
    open_screen: Callable, programme: Server, store: Store, tmp_path: Path
) -> None:
    first = open_screen("/records", at=programme)
    open_workbook(first, records_workbook(illustrative()), tmp_path)
    first.page.get_by_label("Your name, for the history").fill("M&E officer")
    first.page.keyboard.press("Tab")
    first.page.get_by_role("button", name="Add to the programme records").click()
    added = first.page.get_by_text(re.compile(r"Import \d+ is in the programme records\."))
    expect(added).to_be_visible()
    name = " ".join(added.inner_text().split()[:2])
    expect(first.page.locator(".title .mark")).to_have_text("Programme records")

    second = open_screen("/coverage", at=programme)
    expect(second.page.locator(".title .mark")).to_have_text("Programme records")
    assert headline_districts(second.page) == 44
    expect(second.page.locator(".headline")).to_contain_text("386 participants")

    first.wait_until_ready()
    chosen = first.page.get_by_label("Inspect an import")
    chosen.focus()  # a list that a click opens is closed by the scrolling that the click brings
    first.wait_until_at_rest()
    chosen.press("ArrowDown")
    first.page.get_by_role("option", name=name).click()
    # Where it was added it is offered, too, by a name of its own: below, and all the while.
    expect(first.page.get_by_role("button", name="Undo what you added")).to_have_count(1)
    offered = first.page.get_by_role("button", name="Undo this import")
    # At the edge of the window the list that opens may be cut, until the screen is scrolled.
    into_the_middle = "one => one.scrollIntoView({ block: 'center' })"
    offered.evaluate(into_the_middle)
    offered.click()
    who = first.page.get_by_role("textbox", name="Your name, for the history").last
    expect(who).to_have_value("M&E officer")
    who.fill("A. Officer")
    who.press("Tab")
    undo = first.page.get_by_role("button", name=f"Undo {name.lower()}")
    expect(undo).to_be_focused()
    first.wait_until_at_rest()
    expect(who).to_have_value("A. Officer")
    # What was drawn anew above it may have moved it to the edge again.
    opened = first.page.get_by_role("button", name="Undo this import", expanded=True)
    opened.evaluate(into_the_middle)
    undo.click()
    expect(first.page.get_by_text(f"{name} was undone.")).to_be_in_viewport()
    assert store.history()["rolled_back_by"].iloc[0] == "A. Officer"

    third = open_screen("/coverage", at=programme)
    expect(third.page.locator(".title .mark")).to_have_text("Illustrative records")


def add_illustrative(store: Store) -> Import:
    sample = illustrative()
    content = with_tables(checked(sample), **sample.further)
    return store.add(content, file_name="records.xlsx", who="An officer", at=datetime.now(UTC))


def test_the_records_of_a_link_stay_open_on_screen_after_screen(
    open_screen: Callable, programme: Server, store: Store
) -> None:
    added = add_illustrative(store)
    screen = open_screen("/?records=illustrative", at=programme)
    for name, heading in (("Gaps", "Gaps"), ("Committees", "Committees"), ("Overview", "Where")):
        screen.page.locator(".st-key-navigation").get_by_role("link", name=name).click()
        title = screen.page.get_by_role("heading", level=1, name=re.compile(heading))
        expect(title).to_be_visible()
        screen.wait_until_ready()
        expect(screen.page.locator(".title .mark")).to_have_text("Illustrative records")
        assert "records=illustrative" in screen.page.url
    store.rollback(added.id, "An officer", datetime.now(UTC))


def write(screen: Screen, row: int, share: float, text: str, table: str = "_attendance_") -> None:
    """Write into a cell: its row, the first 1, and where it lies across the table.

    The table stands still before, and holds the text after: else a cell would be written that
    lies elsewhere by then.
    """
    screen.wait_until_at_rest()
    page = screen.page
    grid = page.locator(f'[class*="{table}"] canvas').first
    box = grid.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + share * box["width"], box["y"] + ROW * row + ROW / 2)
    cell = page.locator("#portal").locator("input, textarea").last
    expect(cell).to_be_visible()
    cell.fill(text)
    cell.press("Enter")
    cells = grid.locator(f'tr[aria-rowindex="{row + 1}"] [role="gridcell"]')
    expect(cells.get_by_text(text, exact=True)).to_have_count(1)


def test_cells_that_are_written_stay_also_where_an_agency_is_added(
    programme: Server, store: Store, open_screen: Callable, axe: Callable
) -> None:
    added = add_illustrative(store)
    before = store.trainings.rows("T04")["attendance"]
    screen = open_screen("/trainings?records=stored&training=T04", at=programme)
    page = screen.page
    page.get_by_role("button", name="Correct this training").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value(
        "Roles of the district Anti-Human Trafficking Committee"
    )
    counted = page.get_by_text("Participants with a recorded count:")
    page.locator('[class*="_attendance_"] canvas').first.scroll_into_view_if_needed()
    screen.wait_until_at_rest()
    write(screen, 2, 0.6, "7")
    expect(counted).to_have_text("Participants with a recorded count: 30")
    another = page.get_by_role("textbox", name="An agency that is not in the list")
    another.fill("Coast Guards")
    another.press("Enter")
    expect(another).to_have_value("")
    screen.wait_until_at_rest()
    expect(counted).to_have_text("Participants with a recorded count: 30")
    write(screen, 3, 0.2, "Karachi")
    expect(page.get_by_text("Correct these before saving.")).to_be_visible()
    write(screen, 3, 0.2, "Kasur district")
    expect(counted).to_have_text("Participants with a recorded count: 30")
    assert axe(screen) == []
    for name in ("Methods", "Records"):
        page.locator(".st-key-navigation").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    expect(counted).to_have_text("Participants with a recorded count: 30")
    page.get_by_role("textbox", name="Why").fill("A slip")
    page.get_by_role("textbox", name="Why").press("Enter")
    page.get_by_role("textbox", name="Your name, for the history").fill("A lead")
    page.get_by_role("textbox", name="Your name, for the history").press("Enter")
    page.get_by_role("button", name="Save").click()
    correction = added.id + 1
    expect(
        page.get_by_text(f"Training T04 was saved: it is import {correction} in the")
    ).to_be_visible()
    after = store.trainings.rows("T04")["attendance"]
    assert after["participants_f"].tolist()[1] == 7
    assert after["adm2_pcode"].tolist()[2] == "PK614"
    store.rollback(correction, "A lead", datetime.now(UTC))
    assert store.trainings.rows("T04")["attendance"].equals(before)
    store.rollback(added.id, "A lead", datetime.now(UTC))


def save(screen: Screen, number: int) -> None:
    """Save what is written of a training, and wait until it is that import."""
    page = screen.page
    for name, text in (("Why", "A list"), ("Your name, for the history", "A lead")):
        field = page.get_by_role("textbox", name=name)
        field.fill(text)
        field.press("Enter")
    page.get_by_role("button", name="Save").click()
    expect(
        page.get_by_text(f"Training T04 was saved: it is import {number} in the")
    ).to_be_visible()
    screen.wait_until_ready()  # else the form that was saved may be the one that is clicked


def test_what_was_raised_and_the_tests_of_a_training_are_entered_and_seen(
    programme: Server, store: Store, open_screen: Callable
) -> None:
    added = add_illustrative(store)
    screen = open_screen("/trainings?records=stored&training=T04", at=programme)
    page = screen.page
    page.get_by_role("button", name="Correct this training").click()
    expect(page.get_by_role("textbox", name="Title")).not_to_have_value("")
    screen.wait_until_ready()
    page.get_by_role("radio", name="Tests").click()
    tests = page.locator('[class*="_assessment"] canvas').first
    tests.scroll_into_view_if_needed()
    screen.wait_until_at_rest()
    for share, text in ((0.1, "12"), (0.33, "8.5"), (0.5, "14.25"), (0.9, "20")):
        write(screen, 1, share, text, "_assessment")
    save(screen, added.id + 1)
    assessed = store.trainings.rows("T04")["assessments"].drop(columns="sd_difference")
    assert assessed.to_numpy().tolist() == [["T04", 12, 8.5, 14.25, 20]]
    page.get_by_role("radio", name="What was raised").click()
    page.locator('[class*="_raised_"] canvas').first.scroll_into_view_if_needed()
    screen.wait_until_at_rest()
    last = 1 + len(store.trainings.rows("T04")["inputs"])
    write(screen, last, 0.2, "Nobody has the forms of referral.", "_raised_")
    for share, text in ((0.1, "law"), (0.7, "open")):
        write(screen, last, share, text, "_raised_")
    save(screen, added.id + 2)
    screen.page.goto(f"{programme.url}/trainings?records=stored&training=T04")
    screen.wait_until_ready()
    expect(page.get_by_text("Nobody has the forms of referral.")).to_be_visible()
    expect(page.get_by_text("Learning gain: +28.8 points")).to_be_visible()
    for number in (added.id + 2, added.id + 1, added.id):
        store.rollback(number, "A lead", datetime.now(UTC))
