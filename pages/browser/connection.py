"""What a reader sees while the server cannot be reached: what was drawn, and a line that says so.

Streamlit lays a box over the screen that speaks to whoever runs it. It is closed as it opens, and
our own words stand at the foot of the window until the connection is back.
"""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from geo.words.catalogue import _

#: Streamlit's scripts of what a filter or the list of downloads shows once it is opened, without
#: their hash: they are fetched when the browser is idle, so that they are there without a network.
LATER = (
    *("ButtonGroup", "WidgetLabelHelpIconInline"),
    *("DownloadButton", "createDownloadLinkElement"),
)
_SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
# A connection that is back within a moment was never lost to a reader.
_JS = """
const MOMENT = 1500; // ms
const BOX = '.stDialog button[aria-label="Close"]';
let stop = null;

const fetchLater = (scripts) => {
  const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 2000));
  const load = (one) => import(new URL(one, document.baseURI).href).catch(() => {});
  idle(() => scripts.forEach(load));
};

export default function ({ data }) {
  stop?.();
  const app = document.querySelector('[data-testid="stApp"]');
  let notice = null, timer = 0;
  const isLost = () => app.dataset.testConnectionState !== "CONNECTED";
  const tell = () => {
    document.querySelector(BOX)?.click();
    if (notice) return;
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    notice = document.createElement("p");
    notice.className = "connection-lost";
    notice.setAttribute("role", "status");
    document.body.append(notice);
    notice.textContent = data.lost.replace("%time%", time);
  };
  const look = () => {
    if (!isLost()) {
      clearTimeout(timer);
      notice?.remove();
      [timer, notice] = [0, null];
    } else if (document.querySelector(BOX)) tell();
    else timer ||= setTimeout(() => isLost() && tell(), MOMENT);
  };
  const states = new MutationObserver(look);
  states.observe(app, { attributeFilter: ["data-test-connection-state"] });
  const boxes = new MutationObserver(look); // each failed attempt opens it anew
  boxes.observe(document.body, { childList: true });
  fetchLater(data.later);
  stop = () => {
    clearTimeout(timer);
    notice?.remove();
    states.disconnect();
    boxes.disconnect();
  };
  return stop;
}
"""

_connection = st.components.v2.component("connection", html="<span></span>", js=_JS)


@lru_cache(maxsize=1)
def later_scripts() -> list[str]:
    """Return the addresses of ``LATER``; one that this Streamlit does not have is left out."""
    return [
        f"./static/js/{path.name}" for one in LATER for path in sorted(_SCRIPTS.glob(f"{one}.*.js"))
    ]


def watch() -> None:
    """Tell when the connection is lost, and have what filters open with in time."""
    words = _(
        "Connection lost at {time}. What you see is as of then; it goes on when the connection is "
        "back."
    )
    data = {"lost": words.format(time="%time%"), "later": later_scripts()}
    with st.container(key="place_of_connection"):
        _connection(key="connection", data=data)
