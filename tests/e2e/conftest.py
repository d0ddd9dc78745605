"""What the end-to-end tests share: the real server, a real Chromium, axe-core.

A test asks for ``open_screen`` and opens addresses of the dashboard with it::

    def test_title(open_screen):
        screen = open_screen("/coverage", colours="dark", width=NARROW)
        assert screen.page.title()
        assert screen.foreign == []

or, as to open a page costs more than most of what is looked for on it, for ``look_at``, which
hands over the page that the test before has left open.

Nothing waits for a fixed time: a screen is ready when Streamlit says that its
script has run, and each test waits for what it wants to see.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, sync_playwright

from bench.browser.chromium import launch
from bench.browser.servers import PROJECT, Server, running
from tests.e2e.screen import Screen, Window

SCRIPT = Path("dashboard.py")
# Another dashboard.py than the project's, to try the fixtures themselves on.
FOLDER = Path(os.environ.get("DASHBOARD_FOLDER", PROJECT))
FAILURES = Path(__file__).parent / "failures"
AXE_SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE_RUN = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"], iframes: false});
  return found.violations.map(v => ({
    id: v.id, impact: v.impact, help: v.help,
    nodes: v.nodes.map(n => n.html.slice(0, 200) + " | " + n.failureSummary)}));
}"""
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
        chromium = launch(playwright, "--process-per-site")  # what is compiled is so once
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def window(browser: Browser, server: Server) -> Window:
    return Window(browser, server.url)


@pytest.fixture
def open_screen(
    window: Window, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Screen]]:
    """Open addresses of the dashboard; each call is a visitor of its own.

    ``open_screen(path="/", colours="light", width=1400, height=900, at=server,
    apart=False)`` returns when the page's script has run; one who comes ``apart``
    shares no cookie, storage or cache with others. If the test fails, each screen
    is kept as a picture in tests/e2e/failures.
    """
    screens: list[Screen] = []

    def open_(path: str = "/", *, at: Server = server, **how: Any) -> Screen:
        screens.append(window.page(at.url + path, **how))
        return screens[-1].open()

    yield open_
    if request.node.stash.get(FAILED, False):
        keep(screens, request.node.name, server)
    for screen in screens:
        window.close(screen)


@pytest.fixture
def look_at(
    window: Window, server: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Screen]]:
    """Look at an address as with ``open_screen``, on the page that the test before left open there.

    For a test that only looks, or leaves the page as it found it. After one that leaves other
    traces than in the address, as a zoom or a word in a search, the page is not handed on: such
    a test says ``look_at(path, traces=True)``.
    """
    screens: list[Screen] = []
    spent: list[Screen] = []

    def look(path: str = "/", *, at: Server = server, traces: bool = False, **how: Any) -> Screen:
        left = window.take(at.url + path, **how)
        screens.append(left or window.page(at.url + path, **how))
        if traces:
            spent.append(screens[-1])
        return screens[-1] if left else screens[-1].open()

    yield look
    failed = request.node.stash.get(FAILED, False)
    if failed:
        keep(screens, request.node.name, server)
    for screen in screens:
        if failed or screen in spent:
            window.close(screen)
        else:
            window.leave(screen)


# -------------------------------------------------------------- order and failures

FAILED = pytest.StashKey[bool]()
#: Files that a worker should not begin with when the others have nothing left to do.
LONGEST = ("test_serve.py", "test_pages.py", "test_sign_in.py", "test_stored.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of this folder last: they are slow, and the browser's event
    loop would be in the way of others. Those of the longest files are the first of them."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("e2e")
    last = {name: place - len(LONGEST) for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: (here in item.path.parents, last.get(item.path.name, 0)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.when in ("setup", "call") and report.failed:
        item.stash[FAILED] = True
    return report


def keep(screens: list[Screen], test: str, server: Server) -> None:
    FAILURES.mkdir(exist_ok=True)
    name = re.sub(r"[^\w-]+", "-", test)
    for number, screen in enumerate(screens):
        screen.page.screenshot(path=FAILURES / f"{name}-{number}.png", full_page=True)
    complaints = [one for screen in screens for one in screen.console_errors]
    (FAILURES / f"{name}.log").write_text("\n".join([server.log.read_text(), *complaints]))


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
