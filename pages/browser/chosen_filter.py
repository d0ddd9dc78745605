"""Brings a filter that was chosen into view, in the row that a finger moves on a phone.

There the row fades out at its end, to show that there is more; what is chosen does not stay below
that. Where the row holds all its filters, nothing moves.
"""

import streamlit as st

# Room in pixels for the fade at the end of the row, and at its beginning.
_JS = """
const [BEFORE, AFTER] = [14, 40];
export default function ({ data }) {
  const chosen = document.querySelector(`.st-key-${data}`);
  const row = chosen?.closest(".st-key-filters");
  if (!row) return;
  const move = () => {
    const [own, all] = [chosen.getBoundingClientRect(), row.getBoundingClientRect()];
    const over = own.right - (all.right - AFTER);
    const under = own.left - (all.left + BEFORE);
    row.scrollBy({ left: under < 0 ? under : Math.max(0, Math.min(over, under)) });
  };
  const sized = new ResizeObserver(move);  // its words come after it
  sized.observe(chosen);
  return () => sized.disconnect();
}
"""

_chosen_filter = st.components.v2.component("chosen_filter", html="<span></span>", js=_JS)


def draw(key: str, value: object) -> None:
    """Bring the filter of a key into view once for each value that is chosen."""
    with st.container(key=f"place_of_{key}"):
        _chosen_filter(key=f"chosen_filter_{key}_{value}", data=key)
