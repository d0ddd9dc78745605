"""Where the keyboard is: it follows into what opens over the screen, and goes back after it."""

import streamlit as st

# The control that had the focus is in the map's frame, or on the screen; a frame keeps its own.
_JS = """
const before = () => {
  const there = document.activeElement;
  return there?.tagName === "IFRAME" ? there.contentDocument?.activeElement ?? there : there;
};
export default function ({ parentElement, data }) {
  const back = before();
  const goal = document.querySelector(data.to);
  goal?.focus({ preventScroll: true });
  return () => {
    if (!back?.isConnected) return;
    back.ownerDocument.defaultView.frameElement?.focus();
    back.focus({ preventScroll: true });
  };
}
"""

_focus = st.components.v2.component("focus", html="<span></span>", js=_JS)


def follow(to: str, what: str) -> None:
    """Move the keyboard once, when ``what`` is opened; back to where it was when it is gone.

    ``to`` is the CSS of what takes the focus; another ``what`` takes it anew.
    """
    _focus(key=f"focus_{what}", data={"to": to})
