"""Files of a view, taken along from the screen: two clicks, by mouse or keyboard."""

import io
import re

import openpyxl
from playwright.sync_api import expect
from pptx import Presentation

from tests.e2e.map_reading import legend, map_frame, step_as_of
from tests.e2e.test_pages import NARROW, WIDE

LIST = '[data-testid="stPopoverBody"]'
LABELS = [
    "PowerPoint", "Brief (PDF)", "Map (PDF)", "Map (PNG)", "Map (SVG)", "Interactive map",
    "Workbook", "Districts (GeoPackage)", "Districts (GeoJSON)",
]  # fmt: skip


def open_list(page):
    page.locator(".st-key-take_along button").first.click()
    page.locator(LIST).get_by_role("button", name="Districts (GeoJSON)").wait_for()


def download(page, label) -> tuple[str, bytes]:
    with page.expect_download() as found:
        page.locator(LIST).get_by_role("button", name=label, exact=False).click()
    return found.value.suggested_filename, found.value.path().read_bytes()


def test_the_keyboard_opens_the_list_and_takes_a_file_and_it_fits_a_phone(open_screen, axe):
    screen = open_screen("/", width=WIDE)
    page = screen.page
    button = page.locator(".st-key-take_along button").first
    first, last = page.locator(".st-key-choose_provinces").bounding_box(), button.bounding_box()
    assert last["y"] < first["y"] + first["height"]  # the bar of filters is one row
    assert last["x"] + last["width"] <= WIDE
    assert page.locator(LIST).count() == 0
    assert page.get_by_role("button", name="PowerPoint").count() == 0
    button.focus()
    page.keyboard.press("Enter")
    for label in LABELS:
        expect(page.locator(LIST).get_by_role("button", name=label)).to_have_count(1)
    page.locator(LIST).get_by_role("button", name="Interactive map").focus()
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert found.value.suggested_filename.endswith(".html")
    assert axe(screen) == []
    screen.recolour("dark")
    assert axe(screen) == []
    page.keyboard.press("Escape")
    screen.resize(NARROW, 900)
    the_list_fits_a_phone(screen)


def the_list_fits_a_phone(screen):
    expect(screen.page.locator(LIST)).to_have_count(0)
    open_list(screen.page)
    assert screen.across() <= NARROW
    box = screen.page.locator(LIST).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW


def test_two_clicks_give_files_of_the_view_on_the_screen(open_screen):
    view = "records=illustrative&province=PK6&as_of=2023-05-31&measure=agencies"
    page = open_screen(f"/coverage?{view}").page
    open_list(page)
    name, content = download(page, "PowerPoint")
    assert name == "PAK_AHTC_training-coverage-deck-punjab_illustrative_20230531.pptx"
    deck = Presentation(io.BytesIO(content))
    words = " ".join(s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    assert "of 36 districts" in words
    _, content = download(page, "Map (SVG)")
    assert "Committee agencies with a participant, of 6" in content.decode()
    page.keyboard.press("Escape")
    step_as_of(page, "ArrowLeft")
    expect(page).to_have_url(re.compile("as_of=2023-04-30"))
    open_list(page)
    name, content = download(page, "Workbook")
    assert "20230430" in name
    about = openpyxl.load_workbook(io.BytesIO(content))["About"]
    assert "30 April 2023" in {row[1].value for row in about.iter_rows()}


def test_a_training_has_a_map_to_take_along_and_leads_back_to_the_list(open_screen):
    screen = open_screen("/trainings?training=T04")
    page, frame = screen.page, map_frame(screen)
    assert sum(legend(frame).values()) == 160
    assert frame.locator("path.way").count() > 0
    title = page.locator("h2").first.inner_text()
    page.locator(".st-key-take_along button").first.click()
    page.locator(LIST).get_by_role("button", name="Interactive map").wait_for()
    assert not page.locator(LIST).get_by_role("button", name="PowerPoint").count()
    name, content = download(page, "Map (SVG)")
    assert "training-t04" in name
    assert title in content.decode()
    assert "Participants of this training by home district" in content.decode()
    name, content = download(page, "Interactive map")
    assert name.endswith(".html")
    assert f"<title>{title}</title>" in content.decode()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="All trainings").click()
    expect(page).not_to_have_url(re.compile("training="))
    expect(page.get_by_role("heading", name="Trainings", exact=True)).to_be_visible()
