"""The interactive map as one file, opened from a folder in a browser that reaches no network."""

import re
from functools import cache

import pytest

from geo.districts import gazetteer
from reports.maps.html_map import html_map
from tests.e2e.conftest import AXE_SOURCE
from tests.e2e.screen import AT_REST
from tests.pdf_reading import pages_of
from tests.reports.views import HOSTILE, of, views, with_words

LARGEST = 600_000
LARGEST_PRINT = 2_000_000


@cache
def page_of(view) -> bytes:
    return html_map(view.sheet)


@pytest.fixture(scope="module")
def open_file(browser, tmp_path_factory):
    """Open a view's file from the disk; every request but the file itself is noted."""
    context = browser.new_context(offline=True)

    def open_(view, *, width=1400, height=850):
        path = tmp_path_factory.mktemp("file") / "map.html"
        path.write_bytes(page_of(view))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.asked, page.errors = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda m: m.type == "error" and page.errors.append(m.text))
        page.goto(path.as_uri())
        page.wait_for_selector("#legend li.total")
        return page

    yield open_
    context.close()


@pytest.fixture(scope="module")
def usual():
    return views()["illustrative"]


@pytest.fixture(scope="module")
def usual_page(open_file, usual):
    return open_file(usual)


@pytest.fixture
def page(usual_page):
    """The usual view's file, open for all tests that only look, or leave it as they found it."""
    usual_page.bring_to_front()  # a page behind another is drawn once a second
    return usual_page


def test_outlines_are_drawn_with_no_network_and_no_error(page):
    assert page.locator("path.district[data-pcode]").count() == len(gazetteer.names())
    assert page.locator("path.line-of-control").count() == 1
    assert len(page.asked) == 1
    assert page.asked[0].startswith("file:")
    assert page.errors == []


def test_the_file_is_small_enough_to_send(usual):
    assert len(page_of(usual)) <= LARGEST


@pytest.mark.parametrize("name", ["illustrative", "filtered", "empty", "published"])
def test_the_legend_is_that_of_the_view(open_file, name):
    view = views()[name]
    page = open_file(view)
    shown = page.locator("#legend li[data-class]").evaluate_all(
        "all => all.map(one => [one.querySelector('span').textContent,"
        " one.querySelector('b').textContent])"
    )
    assert shown == [[one.label, f"{one.count:,}"] for one in view.values.classes]
    assert page.locator("#legend .total").inner_text() == "= 160 districts"


def test_pointing_at_a_district_says_what_is_known_of_it(page, usual):
    frame = usual.figures.districts
    row = frame[frame["name"] == "Tharparkar"].iloc[0]  # the middle of its box lies in it
    box = page.locator(f"path[data-pcode={row['adm2_pcode']}]").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle[0] - 4, middle[1])
    page.mouse.move(*middle, steps=4)
    words = page.locator("#tooltip .about").first.inner_text()
    assert words.startswith("Tharparkar")
    assert row["status"] in words


def test_a_click_shows_the_figures_of_the_district_and_escape_closes_them(page, usual):
    frame = usual.figures.districts
    row = frame[frame["status"] == "covered"].sort_values("participants").iloc[-1]
    page.locator("#districts input").fill(row["name"])
    page.locator(f"#districts button[data-pcode={row['adm2_pcode']}]").click()
    opened = page.locator("#opened")
    assert opened.locator("h2").inner_text() == row["name"]
    figures = dict(
        zip(opened.locator("dt").all_inner_texts(), opened.locator("dd").all_inner_texts(),
            strict=True)
    )  # fmt: skip
    assert figures["Participants"] == f"{row['participants']:,}"
    assert figures["Coverage status"] == "covered"
    assert page.locator(f"path.chosen[data-pcode={row['adm2_pcode']}]").count() == 1
    page.keyboard.press("Escape")
    assert opened.is_hidden()
    assert page.locator("path.chosen").count() == 0
    page.locator("#districts input").fill("")


def test_the_keyboard_opens_and_closes_a_district_and_comes_back_to_it(page):
    first = page.locator("#districts .rows button").first
    pcode = first.get_attribute("data-pcode")
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#opened h2").inner_text() == gazetteer.names()[pcode]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.pcode") == pcode


def test_the_table_has_every_district(page):
    page.locator("#twin summary").click()
    page.wait_for_selector("#twin tbody tr")
    assert page.locator("#twin tbody tr").count() == len(gazetteer.names())


@pytest.mark.parametrize("width", [1400, 400])
def test_it_can_be_read_by_all(open_file, usual, width):
    page = open_file(usual, width=width)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.locator("#districts .rows button").first.click()
    # The page's own policy lets no foreign script in: axe comes through the debugger.
    page.evaluate(AXE_SOURCE.read_text(encoding="utf-8"))
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        page.evaluate(AT_REST)
        found = page.evaluate(
            "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
            ".filter(v => ['serious', 'critical'].includes(v.impact))"
            ".map(v => [v.id, v.nodes.map(n => n.html)])"
        )
        assert found == [], colours


@pytest.mark.parametrize("width", [1400, 400])
def test_it_is_printed_on_one_page_with_map_and_legend(open_file, width):
    page = open_file(views()["published"], width=width)
    printed = page.pdf()
    (words,) = pages_of(printed)
    assert "= 160 districts" in words
    assert "Table of all districts" not in words
    assert len(printed) <= LARGEST_PRINT  # a pattern is not drawn anew for each district
    assert printed.count(b"/PatternType") >= 6  # three of the legend, and map and inset
    assert page.evaluate("document.body.classList.contains('wide')") == (width > 720)
    assert page.locator("path.joined").count() == 0
    # From a dark screen too it is dark ink on white paper, and what has been opened is printed.
    page.locator("#twin summary").click()
    page.wait_for_selector("#twin tbody tr")  # it is made once it is opened, a moment later
    page.emulate_media(color_scheme="dark")
    pages = pages_of(page.pdf())
    assert "= 160 districts" in pages[0]
    assert "Table of all districts" in pages[1]
    assert "Karachi West" in pages[-1]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    looks = "e => [document.documentElement.dataset.theme, getComputedStyle(e).color]"
    assert page.locator("#legend").evaluate(looks) == ["light", "rgb(29, 39, 51)"]


def test_hostile_text_is_shown_as_it_is_written(open_file):
    view = of(with_words(HOSTILE), title=HOSTILE)
    page = open_file(view)
    page.on("dialog", lambda dialog: page.errors.append("a dialog opened"))
    assert page.locator("h1").inner_text().startswith('</script><b onclick="alert(1)">&amp; ${x}')
    assert page.locator("b[onclick]").count() == 0
    assert page.errors == []


def test_no_address_of_another_host_is_in_the_page(usual):
    content = page_of(usual).decode()
    calls = re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(?:https?:)?//[^"')\s]+""", content)
    assert [call for call in calls if "leafletjs.com" not in call] == []
