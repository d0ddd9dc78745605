"""Begins at the top where a screen is replaced by another one in the same place."""

import streamlit as st

_JS = """
export default function ({ parentElement }) {
  const place = parentElement.host ?? parentElement;
  place.closest('[data-testid="stMain"]')?.scrollTo(0, 0);
}
"""

_to_top = st.components.v2.component("to_top", html="<span></span>", js=_JS)


def draw(what: str) -> None:
    """Scroll to the top once, when ``what`` is opened."""
    _to_top(key=f"to_top_{what}")
