"""Fills the screen with the slides at one press, and turns them by a swipe."""

from collections.abc import Callable

import streamlit as st

from geo.words.catalogue import _

_HTML = '<button type="button"></button>'
_CSS = """
button { font: inherit; color: var(--st-text-color); background: var(--st-background-color);
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius);
  padding: 0.4rem 0.8rem; min-height: 2.5rem; cursor: pointer; }
button.starts { color: #fff; background: var(--st-primary-color); border-color: transparent; }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_JS = """
const SWIPE = 60;  // pixels to the side, and twice as far as up or down
export default function ({ parentElement, data, setTriggerValue }) {
  const button = parentElement.querySelector("button");
  const words = () => {
    button.textContent = data.starts ? data.start
      : document.fullscreenElement ? data.leave : data.enter;
  };
  words();
  button.classList.toggle("starts", data.starts);
  button.hidden = !document.fullscreenEnabled && !data.starts;
  button.onclick = async () => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      // A browser that does not fill its screen shows the slides in its window.
    }
    if (data.starts) setTriggerValue("started", true);
  };
  let from = null;
  const down = (event) => {
    from = event.touches.length === 1 ? event.touches[0] : null;
  };
  const up = (event) => {
    if (!from || data.starts) return;
    const across = event.changedTouches[0].clientX - from.clientX;
    const along = event.changedTouches[0].clientY - from.clientY;
    if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(along)) return;
    const way = across < 0 ? "next" : "back";
    document.querySelector(`.st-key-turn_${way}_0 button`)?.click();
  };
  document.addEventListener("fullscreenchange", words);
  document.addEventListener("touchstart", down, { passive: true });
  document.addEventListener("touchend", up, { passive: true });
  return () => {
    document.removeEventListener("fullscreenchange", words);
    document.removeEventListener("touchstart", down);
    document.removeEventListener("touchend", up);
  };
}
"""

_whole_screen = st.components.v2.component("whole_screen", html=_HTML, css=_CSS, js=_JS)


def start(go: Callable[[], None]) -> None:
    """Offer to start in full screen; ``go`` opens the first slide."""
    _whole_screen(
        key="start_whole_screen",
        data={"starts": True, "start": _("Start in full screen")},
        on_started_change=go,
        width="content",
    )


def switch() -> None:
    """Offer full screen, or the window again, while slides are shown."""
    _whole_screen(
        key="whole_screen",
        data={"starts": False, "enter": _("Full screen"), "leave": _("Leave full screen")},
        on_started_change=lambda: None,
        width="content",
    )
