"""Every page: opens, calls no other host, complains of nothing, and can be read by all."""

import pytest

PAGES = [
    "/",
    "/gaps",
    "/committees",
    "/participants",
    "/trainings",
    "/present",
    "/records",
    "/methods",
]
WIDE = 1400
NARROW = 400


def check(screen) -> None:
    """The page has a title, shows and tells no error, and calls no other host."""
    screen.page.wait_for_selector("h1")
    assert screen.page.locator('[data-testid="stException"]').count() == 0
    assert screen.console_errors == []
    assert screen.foreign == []


def test_first_visitors_together_each_get_the_screen_of_their_link(browser, start_server, tmp_path):
    fresh = start_server(DATABASE_URL=str(tmp_path / "records.duckdb"))
    pages = [(path, browser.new_page()) for path in ("/records", "/methods", "/gaps", "/trainings")]
    for path, page in pages:
        page.goto(fresh.url + path, wait_until="commit")
    for path, page in pages:
        link = page.locator(".st-key-navigation").locator(f'a[href$="{path[1:]}"]')
        link.wait_for(timeout=60_000)
        page.wait_for_selector('[data-test-script-state="notRunning"] h1', timeout=60_000)
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.url.startswith(fresh.url + path)
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound_and_no_wider_than_a_phone(open_screen, axe, path):
    screen = open_screen(path, width=NARROW)
    check(screen)
    assert axe(screen) == []
    assert screen.page.evaluate("() => document.documentElement.scrollWidth") <= NARROW


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_page_is_sound_and_has_no_serious_accessibility_finding(open_screen, axe, path, colours):
    screen = open_screen(path, colours=colours)
    check(screen)
    assert axe(screen) == []


def test_a_request_to_another_host_is_noticed_and_fails(open_screen):
    screen = open_screen("/")
    answer = screen.page.evaluate(
        "() => Promise.all(['http://192.0.2.1/', 'https://host.example/'].map("
        "a => fetch(a).then(() => 'reached', () => 'blocked')))"
    )
    assert answer == ["blocked", "blocked"]
    assert screen.foreign == ["http://192.0.2.1/", "https://host.example/"]
