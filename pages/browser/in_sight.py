"""Tells when a place on the screen comes into sight, so that what is heavy loads only then.

The browser fetches several megabytes for the first chart; a visitor who looks at the map alone
never pays for it.
"""

import streamlit as st

_WATCH = """
export default function ({ parentElement, data, setStateValue }) {
  const place = parentElement.host ?? parentElement;
  parentElement.querySelector("div").style.height = `${data}px`;
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

_watch = st.components.v2.component("in_sight", html="<div></div>", js=_WATCH)
#: Kept for what comes, in pixels: a chart's.
ROOM = 380


def in_sight(key: str, *, reserved: bool = True) -> bool:
    """Return whether a place has been in sight in this browser session.

    Once seen, a place stays seen, also when the screen is left and opened again. Where it is
    ``reserved``, room is kept for what comes.
    """
    seen = f"seen_{key}"
    if not st.session_state.get(seen):  # noted before the run that draws what comes in its place
        _watch(
            key=f"watch_{key}",
            data=ROOM if reserved else 1,
            on_seen_change=lambda: st.session_state.update({seen: True}),
        )
    return bool(st.session_state.get(seen))
