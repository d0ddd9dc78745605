import re
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route, WebSocketRoute, expect

from geo.districts import gazetteer
from pages.browser import connection
from pages.serving import index_page
from tests.e2e.screen import SCREEN_MS, STREAMLIT_PROBE

SCREENS = ("Gaps", "Committees", "Records")
DRAWN = re.compile(r'<path class="district (\w+)" d=')


def test_a_screen_that_does_not_come_is_told_of_and_can_be_opened_again(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{server.url}/gaps?province=PK2", wait_until="commit")
    late = page.get_by_text("It is taking longer than usual.")
    expect(late).to_be_hidden()
    # The style's own animation: its clock is put on, and no time waited.
    page.evaluate("document.getAnimations().forEach((one) => { one.currentTime = 21000; })")
    expect(late).to_be_visible()
    page.unroute("**/static/js/**")
    page.get_by_role("link", name="Open it again").click()
    expect(page.locator(".title h1")).to_contain_text("Gaps", timeout=SCREEN_MS)
    assert page.url.startswith(f"{server.url}/gaps?")
    assert "province=PK2" in page.url
    context.close()


def test_a_link_shows_its_view_before_any_script_and_for_a_while_only(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/component/**", lambda route: route.abort())  # the map's frame never comes
    page.goto(f"{server.url}/?records=illustrative&province=PK2", wait_until="commit")
    view = page.locator(".opening.with-view")
    expect(view).to_be_visible()
    expect(view.locator(".headline strong").first).to_be_visible()
    expect(page.locator("#root .headline")).to_be_visible(timeout=SCREEN_MS)
    below = page.locator("#root .headline").inner_text()
    assert view.locator(".headline").inner_text() == below
    page.evaluate("document.getAnimations().forEach((one) => { one.currentTime = 11000; })")
    expect(view).to_be_hidden()
    context.close()


LOADED = """names => names.every(name => performance.getEntriesByType("resource")
  .some(one => one.name.endsWith(name.slice(1))))"""


class Line:
    """What lies between a page and its server, and can be cut: nothing then comes through.

    How a page goes on with another server than the one it was lost by is seen in ``test_serve``.
    """

    def __init__(self, page: Page) -> None:
        self.cut, self._page, self._open = False, page, list[WebSocketRoute]()
        page.route("**/_stcore/**", self._ask)
        page.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def lose(self) -> None:
        self.cut = True
        for one in self._open:
            one.close(code=1001)
        self._open.clear()

    def _ask(self, route: Route) -> None:
        if self.cut:
            route.abort("connectionrefused")
        else:
            route.continue_()

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.cut:
            socket.close(code=1001)
        else:
            socket.connect_to_server()
            self._open.append(socket)


def test_without_a_server_what_was_drawn_stays_and_our_own_words_say_so(browser, server):
    context = browser.new_context(bypass_csp=True)  # for what is waited for
    page = context.new_page()
    page.set_default_timeout(SCREEN_MS)
    line = Line(page)
    lost, box = page.get_by_text("Connection lost at"), page.locator(".stDialog")
    page.goto(f"{server.url}/participants")
    expect(page.locator(".headline")).to_be_visible()
    page.wait_for_function(LOADED, arg=connection.later_scripts())
    expect(lost).to_have_count(0)
    line.lose()
    expect(lost).to_be_visible()
    expect(lost).to_contain_text("it goes on when the connection is back")
    expect(box).to_be_hidden()
    assert page.locator("#root[inert]").count() == 0
    expect(page.get_by_test_id("stConnectionStatus")).to_be_hidden()
    expect(page.locator(".headline")).to_be_visible()
    page.locator(".st-key-choose_agencies button").first.click()  # its list is there all the same
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("Police")
    line.cut = False
    expect(lost).to_have_count(0)
    expect(page.locator(".headline")).to_be_visible()
    context.close()


def test_the_first_visit(browser, server):
    """The view at once, every file compressed and small, no rule of the page's policy broken."""
    log = server.log.read_text()
    assert re.search(r"The dashboard is open after [\d.]+ s: http://localhost:\d+", log)
    with urllib.request.urlopen(server.url) as answer:  # noqa: S310 - our own server
        page_alone = answer.read().decode()
    assert "The map is loading." in page_alone
    context = browser.new_context()  # with the policy, which the other tests turn off
    page = context.new_page()
    page.set_default_timeout(SCREEN_MS)
    answers, complaints = [], []
    page.on("response", lambda answer: answers.append(answer))
    page.on("console", lambda message: complaints.append(message))
    page.goto(server.url, wait_until="commit")
    opening = page.locator(".opening")
    expect(opening).to_be_visible()
    frame = page.frame_locator('iframe[title="streamlit_folium.st_folium"]')
    expect(frame.locator("path.district[data-pcode]").first).to_be_visible()
    expect(opening).to_have_count(0)
    # What stood there before was the map: each district in the class that it has now.
    shown = frame.locator("path.district[data-pcode]:not(.inset)").evaluate_all(
        "all => all.map((one) => [one.dataset.pcode, one.getAttribute('class').split(' ').at(-1)])"
    )
    classes = dict(shown)
    assert [classes[pcode] for pcode in gazetteer.names()] == DRAWN.findall(page_alone)
    asked = {urlsplit(one.url).path for one in answers if "/static/js/" in one.url}
    later = {one.removeprefix(".") for one in connection.later_scripts()}
    assert asked - set(index_page.addresses([])) - later == set()  # all of it was asked for early
    scripts = [one for one in answers if re.search(r"/static/.*\.(js|css)$", one.url)]
    encodings = {one.url: one.headers.get("content-encoding") for one in scripts}
    assert len(encodings) > 80
    assert set(encodings.values()) == {"br"}
    fonts = [one.url for one in answers if one.url.endswith(".woff2")]
    assert [url for url in fonts if "/static/media/" in url] == []
    icon = page.locator('[data-testid="stIconMaterial"]').first
    assert (icon.bounding_box() or {})["width"] < 30  # one sign, and not the letters of its name
    assert page.locator(".js-plotly-plot").count() == 0  # fetched when it comes into sight
    page.locator(".st-key-chart_agency_month").scroll_into_view_if_needed()
    page.locator(".st-key-chart_running_total").scroll_into_view_if_needed()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    assert page.locator(".st-key-watch_agency_month").count() == 0  # it has that room
    for name in SCREENS:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.locator(".title h1")).to_contain_text(name)
        expect(page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning"
        )
    context.close()
    errors = [one for one in complaints if one.type == "error"]
    assert [one.text for one in errors if not STREAMLIT_PROBE.search(one.location["url"])] == []
