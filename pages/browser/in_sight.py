"""Tells when a place on the screen comes into sight, so that what is heavy loads only then.

The browser fetches several megabytes for the first chart; a visitor who looks at the map alone
never pays for it.
"""

import streamlit as st

_WATCH = """
export default function ({ parentElement, setStateValue }) {
  const place = parentElement.host ?? parentElement;
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      watcher.disconnect();
      setStateValue("seen", true);
    }
  }, { rootMargin: "0px 0px -60px 0px" });
  watcher.observe(place);
  return () => watcher.disconnect();
}
"""

_watch = st.components.v2.component("in_sight", html="<div style='height:1px'></div>", js=_WATCH)


def in_sight(key: str, *, reserved: bool = True) -> bool:
    """Return whether a place has been in sight in this browser session.

    Once seen, a place stays seen, also when the screen is left and opened again. Where it is
    ``reserved``, room is kept for what comes.
    """
    seen = f"seen_{key}"
    if not st.session_state.get(seen):
        place = _watch(key=f"watch_{key}", default={"seen": False}, on_seen_change=lambda: None)
        st.session_state[seen] = bool(place.seen)
    if reserved and not st.session_state[seen]:
        st.html('<div class="chart-to-come"></div>')
    return st.session_state[seen]
