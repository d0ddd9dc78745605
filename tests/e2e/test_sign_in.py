"""Sign-in at a real provider: nothing before it, the view after it, and nothing of others."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from bench.browser.servers import Server, free_port, running
from data.access.grants import grant
from data.store.address import open_store
from pages.session.granted import FRESH
from tests.data.stored import upload
from tests.e2e.conftest import FOLDER, SCRIPT

pytestmark = pytest.mark.e2e
GRANTS = (
    grant("head-office", "administrator"),
    grant("punjab", "editor", ["Punjab"], files=False),
    grant("programme", "manager"),
)
USERS = {
    "officer": {"name": "Punjab Officer", "groups": ["punjab"]},
    "manager": {"name": "The Manager", "groups": ["programme"]},
    "administrator": {"name": "The Head", "groups": ["head-office"]},
    "stranger": {"name": "A Stranger", "groups": ["others"]},
}
#: What is in the store and not in Punjab: no word of it may reach the officer.
OTHERS = ("Sindhi referral", "Tharparkar session hall", "sukkur-list.xlsx")


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """A provider of OpenID Connect on this machine."""
    port = free_port()
    users = [f"--user-claims={json.dumps({'sub': sub, **told})}" for sub, told in USERS.items()]
    command = [sys.executable, "-m", "oidc_provider_mock", f"--port={port}", *users]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, **quiet)  # noqa: S603 - our own words
    url = f"http://localhost:{port}"
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(timeout=10)


@pytest.fixture(scope="module")
def shared(provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that asks the provider, with records of two provinces."""
    folder, port = tmp_path_factory.mktemp("shared"), free_port()
    store = open_store(str(folder / "records.duckdb"))
    punjab = {("P1", "PK634", "Police"): (3, 4, None)}
    sindh = {("S1", "PK731", "FIA"): (50, 61, None)}
    for titles, rows, name in (
        ({"P1": "Punjabi referral"}, punjab, "lahore-list.xlsx"),
        ({"S1": OTHERS[0]}, sindh, OTHERS[2]),
    ):
        store.add(upload(titles, rows), file_name=name, who="x", at=datetime.now(UTC))
    store.people.add(GRANTS, "x", datetime.now(UTC))
    (folder / "secrets.toml").write_text(f"""
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "{"k" * 40}"
client_id = "dashboard"
client_secret = "secret"
server_metadata_url = "{provider}/.well-known/openid-configuration"
""")
    environment = {
        "DATABASE_URL": store.where,
        "STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml"),
    }
    with running(SCRIPT, folder / "server.log", environment, FOLDER, port) as server:
        yield server


def sign_in(page: Page, who: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile("oauth2/authorize"))
    page.locator(f"button[value='{who}']").click()


def test_nothing_before_sign_in_and_the_view_after_it(browser, shared: Server) -> None:
    page = browser.new_page()
    heard: list[str] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda data: heard.append(repr(data))))
    page.goto(f"{shared.url}/trainings?records=stored&province=PK6")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert not any(word in "".join(heard) for word in ("Punjabi", *OTHERS))
    assert page.locator(".headline").count() == 0
    sign_in(page, "manager")
    expect(page.locator(".headline")).to_contain_text("7 participants")
    expect(page).to_have_url(re.compile(r"/trainings\?.*province=PK6"))
    page.locator(".st-key-records_list button").first.click()
    expect(page.get_by_text("The Manager, manager")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()  # at the provider too
    page.goto(shared.url)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.context.close()


def test_of_another_province_nothing_is_received_on_any_screen(browser, shared: Server) -> None:
    page = browser.new_page()
    heard: list[str] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda data: heard.append(repr(data))))
    page.goto(f"{shared.url}/?records=stored")
    sign_in(page, "officer")
    expect(page.locator(".headline")).to_contain_text("7 participants")
    expect(page.locator(".title .notice")).to_contain_text("Only Punjab")
    for path in ("gaps", "committees", "participants", "trainings", "records", "present"):
        page.goto(f"{shared.url}/{path}?records=stored&province=PK7&district=PK731")
        page.wait_for_selector('[data-test-script-state="notRunning"] h1')
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.locator(".st-key-take_along").count() == 0, "no file is for this role"
    told = "".join(heard)
    assert "Punjabi referral" in told
    assert not [word for word in OTHERS if word in told]
    page.context.close()


def test_a_grant_that_is_changed_holds_at_the_next_filter(browser, shared: Server) -> None:
    office, head = browser.new_page(), browser.new_page()
    office.goto(f"{shared.url}/?records=stored")
    sign_in(office, "officer")
    expect(office.locator(".headline")).to_contain_text("7 participants")
    head.goto(f"{shared.url}/people")
    sign_in(head, "administrator")
    row = head.locator('[class*="st-key-grant_row_"]').filter(has_text="punjab")
    row.get_by_role("button", name="Change").click()
    head.get_by_role("button", name="Remove").click()
    expect(head.get_by_text("The grant of punjab was removed.")).to_be_visible()
    time.sleep(FRESH)  # of another process it would hold after this time
    office.get_by_role("button", name="Agency").click()
    office.get_by_role("button", name="Police").click()
    expect(office.get_by_text("You are signed in, but have no role here.")).to_be_visible()
    expect(office.locator(".headline")).to_have_count(0)
    office.context.close()
    head.context.close()


def test_whoever_has_no_role_is_told_so_and_sees_nothing(browser, shared: Server) -> None:
    page = browser.new_page()
    page.goto(shared.url)
    sign_in(page, "stranger")
    expect(page.get_by_text("You are signed in, but have no role here.")).to_be_visible()
    assert page.locator(".headline").count() == 0
    page.context.close()
