"""What the end-to-end tests share: the real server, a real Chromium, axe-core.

A test asks for ``open_screen`` and opens addresses of the dashboard with it::

    def test_title(open_screen):
        screen = open_screen("/coverage", colours="dark", width=NARROW)
        assert screen.page.title()
        assert screen.foreign == []

Nothing waits for a fixed time: a screen is ready when Streamlit says that its
script has run, and each test waits for what it wants to see.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Frame,
    Page,
    expect,
    sync_playwright,
)

from bench.browser.chromium import launch
from bench.browser.servers import PROJECT, Server, running

SCRIPT = Path("dashboard.py")
# Another dashboard.py than the project's, to try the fixtures themselves on.
FOLDER = Path(os.environ.get("DASHBOARD_FOLDER", PROJECT))
FAILURES = Path(__file__).parent / "failures"
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
expect.set_options(timeout=SCREEN_MS)
AXE_SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE_RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"], iframes: false});
  return found.violations.map(v => ({
    id: v.id, impact: v.impact, help: v.help,
    nodes: v.nodes.map(n => n.html.slice(0, 200) + " | " + n.failureSummary)}));
}"""
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
READY = (
    '[data-testid="stApp"][data-test-script-state="notRunning"]'
    '[data-test-connection-state="CONNECTED"]'
)


@dataclass
class Screen:
    """One page, with what it asked for and complained of."""

    page: Page
    foreign: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)

    def wait_until_ready(self) -> None:
        """Return when Streamlit is connected and its script has run to the end."""
        self.page.wait_for_selector(READY, timeout=SCREEN_MS)
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

    def frame(self, title: str = "streamlit_folium.st_folium") -> Frame:
        """Return the frame of a component, the map's unless another title is given."""
        handle = self.page.wait_for_selector(f'iframe[title="{title}"]', timeout=SCREEN_MS)
        assert handle is not None
        frame = handle.content_frame()
        assert frame is not None
        return frame


# -------------------------------------------------------------------- the server


@pytest.fixture(scope="session")
def start_server(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[..., Server]]:
    """Start dashboards, each with its own settings and log, and end them at the end.

    Keyword arguments are environment variables of the server:
    ``start_server(TRAINING_RECORDS=str(folder))``.
    """
    with ExitStack() as stack:

        def start(**environment: str) -> Server:
            log = tmp_path_factory.mktemp("server") / "server.log"
            return stack.enter_context(running(SCRIPT, log, environment, FOLDER))

        yield start


@pytest.fixture(scope="session")
def server(start_server: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The dashboard as it is delivered, with the records that ship with it.

    It stores imports in a place of its own, never among those of whoever runs the tests.
    """
    return start_server(DATABASE_URL=str(tmp_path_factory.mktemp("store") / "records.duckdb"))


# ------------------------------------------------------------------- the browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium, which reaches this machine and no other host."""
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def visitors(browser: Browser) -> BrowserContext:
    """Where most pages are opened: what the server's files are is asked for once.

    A visitor is known to Streamlit by the tab alone, so that each page is one of its own.
    """
    return browser.new_context(bypass_csp=BYPASS)


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


@pytest.fixture
def open_screen(
    browser: Browser, visitors: BrowserContext, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Screen]]:
    """Open addresses of the dashboard; each call is a visitor of its own.

    ``open_screen(path="/", colours="light", width=1400, height=900, at=server,
    apart=False)`` returns when the page's script has run; one who comes ``apart``
    shares no cookie, storage or cache with others. If the test fails, each screen
    is kept as a picture in tests/e2e/failures.
    """
    screens: list[Screen] = []

    def open_(
        path: str = "/",
        *,
        colours: str = "light",
        width: int = 1400,
        height: int = 900,
        at: Server = server,
        apart: bool = False,
    ) -> Screen:
        screen = Screen((browser.new_context(bypass_csp=BYPASS) if apart else visitors).new_page())
        screens.append(screen)
        screen.page.set_default_timeout(SCREEN_MS)
        screen.page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        screen.page.set_viewport_size({"width": width, "height": height})
        watch(screen)
        screen.page.goto(at.url + path)
        screen.wait_until_ready()
        return screen

    yield open_
    if request.node.stash.get(FAILED, False):
        keep(screens, request.node.name, server)
    for screen in screens:
        screen.page.close()
        if screen.page.context != visitors:
            screen.page.context.close()


@pytest.fixture
def page(open_screen: Callable[..., Screen]) -> Page:
    """The first page as most visitors see it: light, 1400 px wide."""
    screen: Screen = open_screen()
    return screen.page


# -------------------------------------------------------------- order and failures

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of this folder last: they are slow, and the browser's event
    loop would be in the way of others."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("e2e")
    items.sort(key=lambda item: here in item.path.parents)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.when in ("setup", "call") and report.failed:  # type: ignore[attr-defined]
        item.stash[FAILED] = True
    return report  # type: ignore[return-value]


def keep(screens: list[Screen], test: str, server: Server) -> None:
    FAILURES.mkdir(exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", test)
    for number, screen in enumerate(screens):
        screen.page.screenshot(path=FAILURES / f"{name}-{number}.png", full_page=True)
    (FAILURES / f"{name}.log").write_text(server.log.read_text())


# ------------------------------------------------------------------- accessibility


@pytest.fixture(scope="session")
def axe() -> Callable[[Screen], list[str]]:
    """Check a screen and each of its frames with axe-core.

    Returns one line for each element with a serious or critical finding; an
    empty list is what a test hopes for.
    """
    source = AXE_SOURCE.read_text()

    def findings(screen: Screen) -> list[str]:
        screen.wait_until_at_rest()
        lines: list[str] = []
        for frame in screen.page.frames:
            frame.evaluate(source)
            for violation in frame.evaluate(AXE_RUN):
                if violation["impact"] in ("serious", "critical"):
                    lines += [f"{violation['id']}: {node}" for node in violation["nodes"]]
        return lines

    return findings
