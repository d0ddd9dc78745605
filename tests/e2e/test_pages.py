"""Every page: opens, calls no other host, complains of nothing, and can be read by all."""

import pytest

from reports.words.colours import contrast

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
GROUND = {"light": "#fbfaf6", "dark": "#141c26"}
#: The inks of a chart's words, but of those that stand in a cell of its own colour.
INKS = """() => [...document.querySelectorAll(".stPlotlyChart text")]
  .filter(one => one.textContent.trim() && !one.closest(".st-key-plot_matrix .textpoint"))
  .map(one => getComputedStyle(one).fill.match(/\\d+/g).slice(0, 3)
    .map(part => Number(part).toString(16).padStart(2, "0")).join(""))"""

#: The link to the screen that is open is marked, and not under the fade at the end of its row.
CURRENT_IN_VIEW = """path => {
  const own = document.querySelector('.st-key-navigation a[aria-current="page"]');
  const row = document.querySelector(".st-key-navigation").getBoundingClientRect();
  const box = own?.getBoundingClientRect();
  return own?.getAttribute("href").replace(/^\\W+/, "") === path
    && box.left >= row.left - 1 && box.right <= row.right - 30;
}"""


def check(screen, axe) -> None:
    """The page has a title, and shows no error; nothing on it is hard to read."""
    screen.page.wait_for_selector("h1")
    assert screen.page.locator('[data-testid="stException"]').count() == 0
    assert axe(screen) == []


def check_charts(screen, path, colours) -> None:
    """The words of charts, of which some pages have one in sight, stand out from the page."""
    inks = {f"#{ink}" for ink in screen.page.evaluate(INKS)}
    assert bool(inks) == (path in ("/committees", "/participants", "/trainings"))
    assert all(contrast(ink, GROUND[colours]) >= 4.5 for ink in inks), inks


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound_and_can_be_read_by_all_on_phone_and_desk_and_in_the_dark(
    open_screen, axe, path
):
    screen = open_screen(path, width=NARROW)
    screen.page.wait_for_function(CURRENT_IN_VIEW, arg=path.strip("/"))
    check(screen, axe)
    assert screen.across() <= NARROW
    screen.resize(WIDE, 900)
    check(screen, axe)
    check_charts(screen, path, "light")
    screen.recolour("dark")
    check(screen, axe)
    check_charts(screen, path, "dark")
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
