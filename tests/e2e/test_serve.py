"""Several dashboards behind the proxy, on one PostgreSQL: who is where, and what a loss costs."""

import hashlib
import hmac
import signal
import time
import urllib.request
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from bench.browser.servers import Served, behind_proxy
from data.store.shipped import illustrative
from data.writing.template import records_workbook
from tests.data.postgres import new_database
from tests.e2e.map_reading import headline_districts
from tests.e2e.screen import SCREEN_MS, Screen
from tests.e2e.test_records import open_workbook

pytestmark = pytest.mark.e2e
SECRET = "a secret of the tests"  # noqa: S105 - it signs which dashboard, of tests
START_SECONDS = 150


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    log = tmp_path_factory.mktemp("serve") / "serve.log"
    environment = {"DATABASE_URL": new_database(), "STICKY": SECRET}
    with behind_proxy(2, log, environment) as site:
        yield site


def cookie(port: int) -> str:
    """Return what the proxy's cookie says for the dashboard on a port."""
    return hmac.new(SECRET.encode(), f"127.0.0.1:{port}".encode(), hashlib.sha256).hexdigest()


def dashboard(site: Served, port: int) -> psutil.Process:
    """Return the process on a port."""
    option = f"--server.port={port}"
    children = psutil.Process(site.process.pid).children()
    return next(one for one in children if option in one.cmdline())


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own server
            return answer.status == 200
    except OSError:
        return False


@pytest.fixture
def come(browser, site):
    """Open a screen through the proxy as a visitor whom it has sent to the dashboard on a port."""
    contexts = []

    def come_(port: int, path: str) -> Screen:
        context = browser.new_context(bypass_csp=True, accept_downloads=True)
        contexts.append(context)
        value = cookie(port)
        context.add_cookies([{"name": "dashboard", "value": value, "url": site.url}])
        screen = Screen(context.new_page())
        screen.page.set_default_timeout(SCREEN_MS)
        screen.page.goto(site.url + path)
        screen.wait_until_ready()
        cookies = {one["name"]: one["value"] for one in context.cookies()}
        assert cookies["dashboard"] == value  # the proxy has sent nobody elsewhere
        return screen

    yield come_
    for context in contexts:
        context.close()


def test_two_dashboards_serve_as_one(site: Served, come, tmp_path: Path) -> None:
    one, other = site.ports
    first = come(one, "/records")
    open_workbook(first, records_workbook(illustrative()), tmp_path)  # an upload
    first.page.get_by_label("Your name, for the history").fill("M&E officer")
    first.page.keyboard.press("Tab")
    first.page.get_by_role("button", name="Add to the programme records").click()
    expect(first.page.get_by_text("Import 1 is in the programme records.")).to_be_visible()

    second = come(other, "/overview?records=stored&as_of=2023-03-31")
    expect(second.page.locator(".title .mark")).to_have_text("Programme records")
    districts = headline_districts(second.page)
    assert 0 < districts < 44
    second.page.get_by_text("Table and download").first.click()
    with second.page.expect_download() as download:
        second.page.get_by_role("button", name="Download as CSV").first.click()
    assert "Faisalabad" in Path(download.value.path()).read_text(encoding="utf-8-sig")

    with second.page.expect_websocket():  # the screen may be connected again before one can look
        dashboard(site, other).kill()
    second.wait_until_ready()  # on the dashboard that is left
    expect(second.page.get_by_text("Connection lost at")).to_have_count(0)
    assert "as_of=2023-03-31" in second.page.url
    expect(second.page.locator(".title .mark")).to_have_text("Programme records")
    assert headline_districts(second.page) == districts

    health = f"http://127.0.0.1:{other}/_stcore/health"
    site.wait_until_answered(health)  # started again by itself
    before = dashboard(site, one).pid
    site.process.send_signal(signal.SIGHUP)
    asked = 0
    until = time.monotonic() + START_SECONDS
    while not (psutil.pid_exists(before) is False and answers(f"{site.url}/gaps") and asked > 20):
        assert answers(site.url)  # no error while one after the other is started anew
        asked += 1
        assert time.monotonic() < until
        time.sleep(0.1)

    # The other is started anew after the first; each has its counters on a port of its own.
    for port in site.ports:
        site.wait_until_answered(f"http://127.0.0.1:{port + 1000}")
    started = psutil.Process(site.process.pid).children(recursive=True)
    site.process.kill()  # as a machine that is short of memory does
    assert not psutil.wait_procs(started, timeout=30)[1]
