"""Brings a filter that was chosen into view, in the row that a finger moves on a phone.

There the row fades out at its end, to show that there is more; what is chosen does not stay below
that. Where the row holds all its filters, nothing moves.
"""

import streamlit as st

# Room in pixels for the fade at the end of the row, and at its beginning.
_JS = """
const [BEFORE, AFTER] = [14, 40];
export default function ({ data }) {
  const found = () => document.querySelector(`.st-key-${data}`)?.closest(".st-key-filters");
  const observers = [];
  let frame;
  const begin = () => {
    const row = found();
    if (!row) {  // neither it nor its row need be there when this is
      frame = requestAnimationFrame(begin);
      return;
    }
    const move = () => {
      const chosen = row.querySelector(`.st-key-${data}`);
      if (!chosen) return;
      const all = row.getBoundingClientRect();
      const from = all.left + BEFORE - row.scrollLeft;  // where the row begins
      const [own, room] = [chosen.getBoundingClientRect(), all.width - BEFORE - AFTER];
      const [left, least] = [own.left - from, own.right - from - room];
      // No filter is cut at the beginning of the row: the next one begins there.
      const begins = [...row.children]
        .filter((one) => getComputedStyle(one).position !== "absolute")
        .map((one) => one.getBoundingClientRect().left - from)
        .filter((begin) => begin >= least - 1 && begin <= left);
      row.scrollTo({ left: least > 0 ? Math.min(...begins, left) : 0 });
    };
    // Words come after a filter, and others beside it: each of them moves it along.
    const sized = new ResizeObserver(move);
    const watch = () => [...row.children].forEach((one) => sized.observe(one));
    const filled = new MutationObserver(watch);
    filled.observe(row, { childList: true });
    watch();
    observers.push(sized, filled);
    const end = () => observers.forEach((one) => one.disconnect());
    // What a hand moves from then on stays where it is put.
    for (const kind of ["pointerdown", "wheel", "keydown"]) {
      row.addEventListener(kind, end, { once: true, passive: true });
    }
  };
  begin();
  return () => {
    cancelAnimationFrame(frame);
    observers.forEach((one) => one.disconnect());
  };
}
"""

_chosen_filter = st.components.v2.component("chosen_filter", html="<span></span>", js=_JS)


def draw(key: str, value: object) -> None:
    """Bring the filter of a key into view once for each value that is chosen."""
    with st.container(key=f"place_of_{key}"):
        _chosen_filter(key=f"chosen_filter_{key}_{value}", data=key)
