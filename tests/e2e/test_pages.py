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


def check(screen, axe) -> None:
    """The page has a title, and shows no error; nothing on it is hard to read."""
    screen.page.wait_for_selector("h1")
    assert screen.page.locator('[data-testid="stException"]').count() == 0
    assert axe(screen) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound_and_can_be_read_by_all_on_phone_and_desk_and_in_the_dark(
    open_screen, axe, path
):
    screen = open_screen(path, width=NARROW)
    check(screen, axe)
    assert screen.across() <= NARROW
    screen.resize(WIDE, 900)
    check(screen, axe)
    screen.recolour("dark")
    check(screen, axe)
    assert screen.console_errors == []
    assert screen.foreign == []


def test_a_request_to_another_host_is_noticed_and_fails(look_at):
    screen = look_at("/", traces=True)
    answer = screen.page.evaluate(
        "() => Promise.all(['http://192.0.2.1/', 'https://host.example/'].map("
        "a => fetch(a).then(() => 'reached', () => 'blocked')))"
    )
    assert answer == ["blocked", "blocked"]
    assert screen.foreign == ["http://192.0.2.1/", "https://host.example/"]
