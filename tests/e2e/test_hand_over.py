"""Files of a view, taken along from the screen: two clicks, by mouse or keyboard."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect
from pptx import Presentation

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


def test_the_keyboard_is_enough_to_open_the_list_and_take_a_file(open_screen):
    page = open_screen("/", width=WIDE).page
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


def test_two_clicks_give_the_deck_of_the_view(open_screen):
    page = open_screen("/?records=illustrative&province=PK6").page
    open_list(page)
    name, content = download(page, "PowerPoint")
    assert name == "PAK_AHTC_training-coverage-deck-punjab_illustrative_20230925.pptx"
    deck = Presentation(io.BytesIO(content))
    words = " ".join(s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    assert "of 36 districts" in words


def test_the_map_is_the_one_on_the_screen(open_screen):
    page = open_screen("/coverage?records=illustrative&measure=agencies").page
    open_list(page)
    _, content = download(page, "Map (SVG)")
    assert "Committee agencies with a participant, of 6" in content.decode()


def test_a_filter_changes_the_files_of_an_open_list(open_screen):
    page = open_screen("/?records=illustrative&as_of=2023-05-31").page
    open_list(page)
    name, content = download(page, "Workbook")
    assert "20230531" in name
    about = openpyxl.load_workbook(io.BytesIO(content))["About"]
    assert "31 May 2023" in {row[1].value for row in about.iter_rows()}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_open_list_can_be_read_by_all(open_screen, axe, colours):
    screen = open_screen("/", colours=colours)
    open_list(screen.page)
    assert axe(screen) == []


def test_the_list_fits_a_phone(open_screen):
    page = open_screen("/", width=NARROW).page
    open_list(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW
    box = page.locator(LIST).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW


def test_a_training_s_own_map_is_taken_along(open_screen):
    page = open_screen("/trainings?training=T04").page
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


def test_a_table_is_taken_along_as_a_workbook(open_screen):
    page = open_screen("/").page
    page.get_by_text("Table and download").first.click()
    with page.expect_download() as found:
        page.get_by_role("button", name="Excel").click()
    assert found.value.suggested_filename == "training-coverage-by-district.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(found.value.path().read_bytes()))
    assert book.sheetnames == ["Table", "About"]
    assert book["Table"].max_row == 161
