"""Reads the map and the headline as a visitor sees them."""

from playwright.sync_api import Frame, Page

DISTRICTS = 160
OUTLINES = "#map_div path.district.leaflet-interactive"


def map_frame(screen) -> Frame:
    frame = screen.frame()
    frame.locator(OUTLINES).nth(DISTRICTS - 1).wait_for(state="attached")
    return frame


def classes(frame: Frame) -> dict[str, str]:
    """Return the class of each district, read from the painted outlines."""
    return frame.evaluate(
        f"""() => Object.fromEntries([...document.querySelectorAll("{OUTLINES}")]
          .map(path => [path.dataset.pcode, path.getAttribute("class")]))"""
    )


def legend(frame: Frame) -> dict[str, int]:
    """Return the legend's counts by its words."""
    return frame.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#legend li[data-class]")]
          .map(li => [li.querySelector("span").textContent,
                      Number(li.querySelector("b").textContent)]))"""
    )


def step_as_of(page: Page, key: str) -> None:
    page.get_by_role("slider", name="As of").press(key)


def headline_districts(page: Page) -> int:
    return int(page.locator(".headline strong").first.inner_text())
