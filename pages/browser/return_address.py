"""Back to the view that was opened before somebody had to sign in: the provider forgets it."""

import streamlit as st

# Kept by this browser for this window; only the part after the host, so that it leads nowhere else.
_REMEMBER = """
export default function () {
  sessionStorage.setItem("view", location.pathname + location.search);
}
"""
_GO_BACK = """
export default function () {
  const view = sessionStorage.getItem("view");
  sessionStorage.removeItem("view");
  const goal = view ? new URL(view, location.origin) : null;
  if (goal?.origin === location.origin && goal.href !== location.href) location.replace(goal);
}
"""

_remember = st.components.v2.component("remember_view", html="<span></span>", js=_REMEMBER)
_go_back = st.components.v2.component("go_back_to_view", html="<span></span>", js=_GO_BACK)


def remember() -> None:
    """Note the address that is open, before the way to the provider."""
    _remember(key="remember_view")


def go_back() -> None:
    """Open the address that was noted; once, and only where one was.

    Drawn in every run: the browser fetches its code first, and one gone by then does nothing.
    """
    _go_back(key="go_back_to_view")
