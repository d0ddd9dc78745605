"""The view is the address, and every picture has a table that can be taken away."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.e2e.map_reading import headline_districts, legend, map_frame, step_as_of

pytestmark = pytest.mark.e2e


def test_back_undoes_one_choice_after_the_other_and_then_leaves_the_screen(
    open_screen: Callable,
) -> None:
    screen = open_screen("/gaps")
    page = screen.page
    page.locator(".st-key-navigation").get_by_role("link", name="Overview").click()
    # The screen before has the same filters, whose lists go with it.
    expect(page.get_by_role("heading", name="Where the programme stands")).to_be_visible()
    screen.wait_until_ready()
    expect(page.locator(".headline strong").first).to_have_text("44")
    page.locator(".st-key-choose_provinces button").first.click()
    page.get_by_role("button", name="Balochistan").click()
    expect(page).to_have_url(re.compile("province=PK2"))
    screen.wait_until_ready()
    page.get_by_role("button", name="Sindh").click()
    expect(page).to_have_url(re.compile("province=PK2.*province=PK7"))
    screen.wait_until_ready()
    for left in (5, 44):
        page.go_back()
        expect(page.locator(".headline strong").first).to_have_text(str(left))
        screen.wait_until_ready()
    page.go_back()
    expect(page.get_by_role("heading", name="Gaps in training coverage")).to_be_visible()


def test_a_filter_that_is_undone_stays_so_at_the_next_choice(open_screen: Callable) -> None:
    """The list in which it was chosen is closed, and the browser draws nothing there."""
    screen = open_screen("/")
    map_frame(screen)
    for undone, agency in (("cleared", "Police"), ("gone back from", "FIA")):
        choose(screen, "choose_provinces", "Punjab", "province=PK6")
        screen.page.keyboard.press("Escape")
        if undone == "cleared":
            screen.page.get_by_role("button", name="Clear filters").click()
        else:
            screen.page.go_back()
        expect(screen.page.locator(".headline strong").first).to_have_text("44")
        screen.wait_until_ready()
        choose(screen, "choose_agencies", agency, f"agency={agency}")
        assert "province" not in screen.page.url, undone
        screen.page.locator(".st-key-choose_provinces button").first.click()
        chosen = screen.page.get_by_role("button", name="Punjab")
        expect(chosen).to_be_visible()
        expect(chosen).to_have_attribute("aria-pressed", "false")
        screen.page.keyboard.press("Escape")
        screen.page.get_by_role("button", name="Clear filters").click()
        expect(screen.page).not_to_have_url(re.compile("agency="))
        screen.wait_until_ready()


def choose(screen, key: str, name: str, address: str) -> None:
    """Choose in a list of the filters, which stays open, and wait for the view."""
    screen.page.locator(f".st-key-{key} button").first.click()
    screen.page.get_by_role("button", name=name).click()
    expect(screen.page).to_have_url(re.compile(address))
    screen.wait_until_ready()


def test_lists_that_open_late_have_what_a_link_has_chosen(open_screen: Callable) -> None:
    screen = open_screen("/gaps?agency=Police&since=2023-05-01&level=district&weight_distance=35")
    page = screen.page
    map_frame(screen)
    page.get_by_role("radio", name="Next trainings").click()
    expect(page).to_have_url(re.compile("part=plan"))
    screen.wait_until_ready()
    page.get_by_role("button", name="Need weights").click()
    sliders = page.get_by_test_id("stPopoverBody").locator("input[type=range]")
    expect(sliders).to_have_count(5)
    assert [one.input_value() for one in sliders.all()] == ["40", "20", "35", "10", "10"]
    page.keyboard.press("Escape")
    for key, name in (("choose_more", "district"), ("choose_agencies", "Police")):
        page.locator(f".st-key-{key} button").first.click()
        chosen = page.get_by_test_id("stPopoverBody").get_by_role("button", name=name, exact=True)
        expect(chosen).to_have_attribute("aria-pressed", "true")
        if key == "choose_more":
            page.keyboard.press("Escape")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="FIA").click()
    expect(page).to_have_url(re.compile("agency=FIA"))
    screen.wait_until_ready()
    left = ("agency=Police", "agency=FIA", "since=2023-05-01", "level=district")
    assert [one for one in left if one not in page.url] == []
    assert re.findall("weight_[a-z]+=[0-9]+", page.url) == ["weight_distance=35"]


def test_the_keyboard_goes_into_a_profile_and_back_to_its_row(look_at: Callable) -> None:
    screen = look_at("/coverage")
    frame = map_frame(screen)
    frame.get_by_role("button", name="Rahim Yar Khan").focus()
    screen.page.keyboard.press("ArrowDown")
    focused = "document.activeElement.innerText.split(String.fromCharCode(10))[0]"
    row = frame.evaluate(focused)
    screen.page.keyboard.press("Enter")
    expect(screen.page.locator(".st-key-close_profile :focus")).to_be_visible()
    expect(screen.page.locator(".st-key-profile h2")).to_have_text(row)
    screen.page.keyboard.press("Escape")
    frame.wait_for_function(f"({focused}) === {row!r}")
    assert screen.page.evaluate("document.activeElement.tagName") == "IFRAME"
    close = screen.page.locator(".st-key-close_profile button")
    for opened_by, ringed in (("Enter", True), ("click", False)):
        if opened_by == "click":  # a pointer needs no ring around what it did not press
            frame.get_by_role("button", name="Sargodha").click()
        else:
            screen.page.keyboard.press("Enter")
        expect(close).to_be_focused()
        assert (close.evaluate("one => getComputedStyle(one).boxShadow") != "none") == ringed
        screen.page.keyboard.press("Escape")
        expect(close).to_have_count(0)


def test_the_table_twin_has_every_district_and_can_be_taken_along(
    look_at: Callable, tmp_path: Path
) -> None:
    screen = look_at("/coverage", traces=True)
    map_frame(screen)
    screen.page.get_by_text("Table and download").first.click()
    text = taken(screen, "Download as CSV", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 160
    covered = [row for row in rows if row["Coverage status"] == "covered"]
    assert len(covered) == headline_districts(screen.page)
    assert sum(int(row["Participants"]) for row in covered) == 386
    workbook = taken(screen, "Excel", tmp_path)
    assert workbook.name == "training-coverage-by-district.xlsx"
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames == ["Table", "About"]
    assert book["Table"].max_row == 161


def taken(screen, button: str, folder: Path) -> Path:
    """Return the file that a button gives, under its own name."""
    with screen.page.expect_download() as started:
        screen.page.get_by_role("button", name=button).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_the_filters_are_kept_while_a_training_is_open(open_screen: Callable) -> None:
    """No filter is drawn then, and Streamlit forgets the widgets that a run leaves out."""
    screen = open_screen("/trainings?since=2023-03-01")
    step_as_of(screen.page, "ArrowLeft")
    expect(screen.page).to_have_url(re.compile("as_of=2023-08-31"))
    screen.wait_until_ready()
    table = screen.page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    screen.wait_until_ready()
    table.click(position={"x": 60, "y": 52})
    back = screen.page.get_by_role("button", name="All trainings")
    back.wait_for()
    screen.wait_until_ready()
    assert "as_of=2023-08-31" in screen.page.url
    back.click()
    expect(screen.page.get_by_role("slider", name="As of")).to_be_visible()
    screen.wait_until_ready()
    assert not screen.page.get_by_test_id("stException").count()
    assert {"as_of=2023-08-31", "since=2023-03-01"} <= set(re.split("[?&]", screen.page.url))


def test_a_copied_link_opens_the_same_view_for_another_and_goes_along_to_other_screens(
    look_at: Callable, open_screen: Callable
) -> None:
    first = look_at("/coverage")
    map_frame(first)
    step_as_of(first.page, "ArrowLeft")
    expect(first.page).to_have_url(re.compile("as_of=2023-08-31"))
    first.wait_until_ready()
    first.page.locator(".st-key-shown_on_map button").first.click()
    first.page.get_by_role("radio", name="Agencies").click()
    expect(first.page).to_have_url(re.compile("measure=agencies"))
    first.wait_until_ready()
    link = first.page.url.split("/coverage", 1)[1]

    second = open_screen("/coverage" + link)
    assert headline_districts(second.page) == headline_districts(first.page)
    assert legend(map_frame(second)) == legend(map_frame(first))
    assert second.page.url.split("/coverage", 1)[1] == link

    headline = second.page.locator(".headline").inner_text()
    second.page.get_by_role("link", name="Participants").click()
    expect(second.page).to_have_url(re.compile(r"/participants\?.*as_of=2023-08-31"))
    second.wait_until_ready()
    assert second.page.locator(".headline").inner_text() == headline


IN_VIEW = """key => {
  const own = document.querySelector(`.st-key-${key}`)?.getBoundingClientRect();
  const row = document.querySelector(".st-key-filters").getBoundingClientRect();
  return own && own.left >= row.left && own.right <= row.right - 35;
}"""


#: The filters that the beginning of the row cuts, further than it fades.
CUT = """() => {
  const row = document.querySelector(".st-key-filters"), left = row.getBoundingClientRect().left;
  return [...row.children].filter(one => getComputedStyle(one).position !== "absolute")
    .map(one => one.getBoundingClientRect())
    .filter(own => own.left < left - 1 && own.right > left + 14).map(own => own.right - left);
}"""


FADES_AT_ITS_BEGINNING = """row => row.scrollLeft > 20 &&
  getComputedStyle(row).getPropertyValue("--past").trim() !== "" """


def test_a_phone_shows_the_date_with_the_first_filters_and_all_files_at_once(
    open_screen: Callable,
) -> None:
    screen = open_screen("/?province=PK6", width=400, height=700)
    screen.page.wait_for_function(IN_VIEW, arg="choose_provinces")
    row = screen.page.locator(".st-key-filters")
    assert row.evaluate("one => one.scrollLeft") == 0
    expect(row.get_by_role("button", name="Play")).to_be_visible()
    screen.page.locator(".st-key-take_along button").first.click()
    last = screen.page.get_by_role("button", name="Districts (GeoJSON)").bounding_box()
    assert last["y"] + last["height"] <= 700
    for file in screen.page.locator('[class*="st-key-take_"] button p').all():
        assert file.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_what_is_chosen_comes_out_of_the_fade_of_the_row_of_filters_on_a_phone(
    open_screen: Callable,
) -> None:
    screen = open_screen("/?donor=Denmark&as_of=2023-02-01", width=400, height=850)
    screen.page.wait_for_function(IN_VIEW, arg="choose_donors")
    assert screen.page.evaluate(CUT) == []
    copy = screen.page.locator(".st-key-address_bar").get_by_role("button").bounding_box()
    assert copy
    assert min(copy["width"], copy["height"]) >= 24
    # What is said of the whole view stands over its map; the figures come after it.
    told, figures, shown = (
        screen.page.locator(one).first.bounding_box()["y"]
        for one in (".st-key-figures .stAlert", ".headline", '[class*="st-key-frame_"]')
    )
    assert told < shown < figures
    assert screen.page.locator(".st-key-filters").evaluate(FADES_AT_ITS_BEGINNING)
    screen.page.locator(".st-key-choose_more button").first.click()
    screen.page.get_by_role("button", name="National", exact=False).first.click()
    screen.page.wait_for_function(IN_VIEW, arg="choose_more")
    assert screen.across() <= 400


def test_what_is_chosen_can_be_read_in_its_list_in_the_dark(
    open_screen: Callable, axe: Callable
) -> None:
    screen = open_screen("/participants?donor=Denmark", colours="dark")
    screen.page.locator(".st-key-choose_donors button").first.click()
    expect(screen.page.get_by_role("button", name="Denmark", exact=True)).to_be_visible()
    assert axe(screen) == []


def test_the_keyboard_is_seen_goes_into_a_list_out_of_it_and_is_never_nowhere(
    open_screen: Callable,
) -> None:
    screen = open_screen("/participants")
    page, list_ = screen.page, screen.page.get_by_test_id("stPopoverBody")
    page.keyboard.press("Tab")
    link = page.locator('.st-key-navigation a[href$="participants"]')  # which has a ground
    link.focus()
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    for width in (1270, 1280):  # all of its words are there, in two rows or in one
        page.set_viewport_size({"width": width, "height": 800})
        rows = page.locator(".st-key-navigation")
        assert rows.evaluate("one => one.scrollWidth <= one.clientWidth"), width
    province = page.locator(".st-key-choose_provinces button").first
    province.focus()
    page.keyboard.press("Enter")
    expect(list_).to_be_focused()
    expect(page.get_by_role("button", name="Balochistan")).to_be_visible()
    for key in ("Tab", "Tab", "ArrowRight", "Space"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("province=PK2"))
    screen.wait_until_ready()
    page.keyboard.press("Tab")  # past its last stop
    expect(list_).to_have_count(0)
    expect(page.locator(".st-key-choose_agencies button").first).to_be_focused()
    province.focus()
    page.keyboard.press("Enter")
    expect(list_).to_be_focused()
    page.keyboard.press("Escape")
    expect(list_).to_have_count(0)
    expect(province).to_be_focused()
    clear = page.locator(".st-key-clear_filters button")
    clear.focus()
    page.keyboard.press("Enter")
    expect(clear).to_have_count(0)
    expect(page.locator(".st-key-choose_more button").first).to_be_focused()
