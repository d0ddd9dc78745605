"""One page of the dashboard as a test sees it: what it shows, asked for and complained of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Frame, Page, expect

# A page whose policy lets no text be run as a script lets neither axe nor a wait for a function
# in. The policy is tried in test_front_door.py.
BYPASS = True
LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1", None}
NETWORK_SCHEMES = {"http", "https", "ws", "wss", "ftp"}
# Opened at /coverage, Streamlit first asks whether it lives under /coverage/, and
# the browser reports the answer "no" as an error.
STREAMLIT_PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")
# A limit is no wait: it is generous, as other tests may be running on the same cores.
SCREEN_MS = 60_000
#: How often what is being drawn anew is looked for again.
LOOKS_MS = 50
expect.set_options(timeout=SCREEN_MS)
#: The sizes of everything are the same in ten frames of the browser, one after the other.
AT_REST = """() => new Promise(resolve => {
  let same = 0, last = "";
  const look = () => {
    const now = [...document.querySelectorAll("body, iframe, svg, #inset, #legend")]
      .map(one => JSON.stringify(one.getBoundingClientRect())).join();
    same = now === last ? same + 1 : 0;
    last = now;
    if (same < 10) requestAnimationFrame(look); else resolve();
  };
  look();
})"""
AWAIT_A_RUN = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.ranAnew = false;
  new MutationObserver((_, observer) => {
    if (app.dataset.testScriptState !== "notRunning") return;
    window.ranAnew = true;
    observer.disconnect();
  }).observe(app, {attributeFilter: ["data-test-script-state"]});
}"""
#: The part of the page that scrolls is not the document.
ACROSS = """() => Math.max(
  ...[...document.querySelectorAll("html, [data-testid=stMain]")].map(one => one.scrollWidth))"""
MAP = 'iframe[title="streamlit_folium.st_folium"]'
TURNED = """colours =>
  getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme === colours"""
#: The ground of a dark page is dark.
MAP_TURNED = """colours => {
  const parts = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  return (parts[0] < 128) === (colours === "dark");
}"""
READY = (
    '[data-testid="stApp"][data-test-script-state="notRunning"]'
    '[data-test-connection-state="CONNECTED"]'
)


@dataclass
class Screen:
    """One page, with what it asked for and complained of."""

    page: Page
    address: str = ""
    size: tuple[int, int] = (0, 0)
    found: str = ""  #: The address when it was opened, which may have become another.
    foreign: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)

    def open(self) -> "Screen":
        """Ask for the address, and return when its script has run."""
        self.page.goto(self.address)
        self.wait_until_ready()
        self.found = self.page.url
        return self

    def wait_until_ready(self) -> None:
        """Return when Streamlit is connected and its script has run to the end."""
        self.page.wait_for_selector(READY, timeout=SCREEN_MS)
        # The view of a link says all twice until its map is seen.
        self.page.wait_for_selector(".opening.with-view", state="detached", timeout=SCREEN_MS)
        # Placeholders stand where an element's own code is still being loaded.
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=\"stSkeleton\"]')", timeout=SCREEN_MS
        )

    def wait_until_at_rest(self) -> None:
        """Return when nothing on the page is moving, fading or about to be moved."""
        self.wait_until_ready()
        # The sign that a script runs fades away for a while after it has run.
        self.page.wait_for_selector('[data-testid="stStatusWidget"]', state="detached")
        for frame in self.page.frames:
            frame.evaluate(AT_REST)

    def across(self) -> int:
        """Return the pixels across: more than the window's where it scrolls sideways."""
        return int(self.page.evaluate(ACROSS))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": width, "height": height})

    def recolour(self, colours: str) -> None:
        """Let the machine turn light or dark, and return when the page and its map have."""
        self.page.emulate_media(color_scheme=colours)
        self.page.wait_for_function(TURNED, arg=colours, timeout=SCREEN_MS)
        if self.page.locator(MAP).count():
            self.frame().wait_for_function(MAP_TURNED, arg=colours, timeout=SCREEN_MS)

    @contextmanager
    def run(self) -> Iterator[None]:
        """Return when the screen has run for what is done in the block.

        A run that is still under way ends first: it is not the one that is waited for.
        """
        self.wait_until_ready()
        self.page.evaluate(AWAIT_A_RUN)
        yield
        self.page.wait_for_function("() => window.ranAnew", timeout=SCREEN_MS)
        self.wait_until_ready()

    def frame(self) -> Frame:
        """Return the map's frame; one that gives way to another, as between slides, has none."""
        for _ in range(SCREEN_MS // LOOKS_MS):
            handle = self.page.wait_for_selector(MAP, timeout=SCREEN_MS)
            if handle is not None and (frame := handle.content_frame()) is not None:
                return frame
            self.page.wait_for_timeout(LOOKS_MS)
        message = "the map has no frame"
        raise AssertionError(message)


def is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in NETWORK_SCHEMES and parts.hostname not in LOCAL_HOSTS


def watch(screen: Screen) -> None:
    def note_address(address: str) -> None:
        if is_foreign(address):
            screen.foreign.append(address)

    # The browser's flags lead every foreign name and number nowhere. Nothing is routed here, as
    # Playwright would turn off the browser's cache for it.
    page = screen.page
    page.on("request", lambda request: note_address(request.url))
    page.on("websocket", lambda socket: note_address(socket.url))
    page.on("console", lambda message: note_error(screen, message))
    page.on("pageerror", lambda error: screen.console_errors.append(str(error)))


def note_error(screen: Screen, message: ConsoleMessage) -> None:
    address = message.location["url"]
    if message.type == "error" and not STREAMLIT_PROBE.search(address):
        screen.console_errors.append(f"{message.text} ({address})")


class Window:
    """The browser's window on a dashboard: its pages, of which one may be left open.

    A visitor is known to Streamlit by the tab alone: each page is one of its own, though all that
    do not come ``apart`` share one cache.
    """

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self.shared = browser.new_context(bypass_csp=BYPASS)
        # Always open: the browser keeps the process of its pages, and what that has compiled.
        self.shared.new_page().goto(f"{url}/_stcore/health")
        self.left: Screen | None = None

    def page(
        self,
        address: str,
        *,
        colours: str = "light",
        width: int = 1400,
        height: int = 900,
        apart: bool = False,
    ) -> Screen:
        """Return a page of its own, with nothing in it yet."""
        context = self.browser.new_context(bypass_csp=BYPASS) if apart else self.shared
        screen = Screen(context.new_page(), address, (width, height))
        screen.page.set_default_timeout(SCREEN_MS)
        screen.page.emulate_media(color_scheme=colours)
        screen.page.set_viewport_size({"width": width, "height": height})
        watch(screen)
        return screen

    def take(self, address: str, *, width: int = 1400, height: int = 900) -> Screen | None:
        """Return the page that was left open, if it is of this address and size."""
        screen, self.left = self.left, None
        if screen and (screen.address, screen.size) == (address, (width, height)):
            screen.page.mouse.move(1, 1)
            screen.page.evaluate("document.activeElement.blur()")
            return screen
        if screen:
            self.close(screen)
        return None

    def leave(self, screen: Screen) -> None:
        """Leave a page open, unless its address, which is the view, is another than it was."""
        if self.left or screen.page.url != screen.found:
            self.close(screen)
        else:
            self.left = screen

    def close(self, screen: Screen) -> None:
        screen.page.close()
        if screen.page.context != self.shared:
            screen.page.context.close()
