"""Several dashboards behind the proxy, on one PostgreSQL: who is where, and what a loss costs."""

import hashlib
import hmac
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from bench.browser.servers import PROJECT
from data.store.shipped import illustrative
from data.writing.template import records_workbook
from tests.data.postgres import new_database
from tests.e2e.map_reading import headline_districts
from tests.e2e.screen import SCREEN_MS, Screen
from tests.e2e.test_records import open_workbook

pytestmark = pytest.mark.e2e
SECRET = "a secret of the tests"  # noqa: S105 - it signs which dashboard, of tests
START_SECONDS = 150


@dataclass(frozen=True)
class Site:
    """The proxy's address, the command that runs all, and the ports behind it, the log."""

    url: str
    command: psutil.Process
    ports: tuple[int, ...]
    log: Path

    def cookie(self, port: int) -> str:
        """Return what the proxy's cookie says for the dashboard on a port."""
        upstream = f"127.0.0.1:{port}".encode()
        return hmac.new(SECRET.encode(), upstream, hashlib.sha256).hexdigest()

    def dashboard(self, port: int) -> psutil.Process:
        """Return the process on a port."""
        option = f"--server.port={port}"
        return next(one for one in self.command.children() if option in one.cmdline())


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:  # noqa: S310 - our own server
            return answer.status == 200
    except OSError:
        return False


def wait_for(log: Path, *urls: str) -> None:
    until = time.monotonic() + START_SECONDS
    while not all(map(answers, urls)):
        assert time.monotonic() < until, f"not there: {urls}\n{log.read_text()[-4000:]}"
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    proxy, first = free_port(), free_port()
    url, log = f"http://localhost:{proxy}", tmp_path_factory.mktemp("serve") / "serve.log"
    command = [sys.executable, str(PROJECT / "deploy" / "serve.py"), "--workers=2"]
    command += [f"--site={url}", f"--first-port={first}"]
    environment = {**os.environ, "DATABASE_URL": new_database(), "STICKY": SECRET}
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            command, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        health = [f"http://127.0.0.1:{port}/_stcore/health" for port in (first, first + 1)]
        wait_for(log, *health, url)
        yield Site(url, psutil.Process(process.pid), (first, first + 1), log)
    finally:
        process.terminate()
        process.wait(timeout=60)


@pytest.fixture
def come(browser, site):
    """Open a screen through the proxy as a visitor whom it has sent to the dashboard on a port."""
    contexts = []

    def come_(port: int, path: str) -> Screen:
        context = browser.new_context(bypass_csp=True, accept_downloads=True)
        contexts.append(context)
        value = site.cookie(port)
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


def test_two_dashboards_serve_as_one(site: Site, come, tmp_path: Path) -> None:
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

    site.dashboard(other).kill()
    second.page.wait_for_selector('[data-test-connection-state="CONNECTED"]', state="detached")
    second.wait_until_ready()  # on the dashboard that is left
    assert "as_of=2023-03-31" in second.page.url
    expect(second.page.locator(".title .mark")).to_have_text("Programme records")
    assert headline_districts(second.page) == districts

    wait_for(site.log, f"http://127.0.0.1:{other}/_stcore/health")  # started again by itself
    before = site.dashboard(one).pid
    site.command.send_signal(signal.SIGHUP)
    asked = 0
    until = time.monotonic() + START_SECONDS
    while not (psutil.pid_exists(before) is False and answers(f"{site.url}/gaps") and asked > 20):
        assert answers(site.url)  # no error while one after the other is started anew
        asked += 1
        assert time.monotonic() < until
        time.sleep(0.1)

    # The other is started anew after the first; each has its counters on a port of its own.
    wait_for(site.log, *(f"http://127.0.0.1:{port + 1000}" for port in site.ports))
    started = site.command.children(recursive=True)
    site.command.kill()  # as a machine that is short of memory does
    assert not psutil.wait_procs(started, timeout=30)[1]
