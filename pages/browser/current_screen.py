"""Marks the screen that is open in the row of screens, and brings it into view.

On a phone the row is wider than the window and fades out at its end: the screen that is open does
not stay beyond it. A screen reader is told which one it is.
"""

import streamlit as st

# The links need not be there when this is. Room in pixels for the fade at the end of the row.
_JS = """
const FADE = 40;
export default function ({ data }) {
  let frame;
  const begin = () => {
    const links = [...document.querySelectorAll(".st-key-navigation a")];
    const own = links[data.place];
    if (links.length < data.screens) {
      frame = requestAnimationFrame(begin);
      return;
    }
    links.forEach((one) => one.removeAttribute("aria-current"));
    own.setAttribute("aria-current", "page");
    const move = () => {
      const row = own.closest(".st-key-navigation");
      const [here, all] = [own.getBoundingClientRect(), row.getBoundingClientRect()];
      const [over, under] = [here.right - (all.right - FADE), here.left - all.left];
      const least = under < 0 ? under : Math.max(0, over);
      // No link is cut at the beginning of the row: the next one begins there.
      const begins = links.map((one) => one.getBoundingClientRect().left - all.left);
      if (least) row.scrollBy({ left: Math.min(...begins.filter((left) => left >= least), under) });
    };
    move();
    document.fonts.ready.then(move); // its words may have become wider
  };
  begin();
  return () => cancelAnimationFrame(frame);
}
"""

_current_screen = st.components.v2.component("current_screen", html="<span></span>", js=_JS)


def draw(place: int, screens: int) -> None:
    """Mark the link at a place, counted from 0, among those of so many screens."""
    with st.container(key="place_of_current_screen"):
        _current_screen(key="current_screen", data={"place": place, "screens": screens})
