"""The address of a view in the browser: its link can be copied, and Back undoes a choice."""

import streamlit as st

from geo.words.catalogue import _

# On a phone a sign stands for the words, and another one says that it is done.
_HTML = """<button type="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path class="link"
d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"/><path
class="done" d="M4 13l5 5L20 6"/></svg><span></span></button>"""
_CSS = """
button { font: inherit; font-size: 0.9rem; color: var(--st-text-color); background: none; border: 0;
  padding: 0.35rem 0.5rem; border-radius: var(--st-base-radius); cursor: pointer;
  white-space: nowrap; }
button:hover { text-decoration: underline; }
svg { display: none; width: 1.25rem; height: 1.25rem; fill: none; stroke: currentColor;
  stroke-width: 2; stroke-linecap: round; }
button:not(.copied) .done, .copied .link { display: none; }
@media (max-width: 720px) {
  button { padding-inline: 0.35rem; min-height: 2.5rem; }
  svg { display: inline; vertical-align: middle; }
  button:not(.failed) span { position: absolute; clip-path: inset(50%); overflow: hidden;
    width: 1px; white-space: nowrap; }
}
button:focus-visible { outline: 2px solid var(--st-primary-color); }
"""
# Streamlit adds an entry to the browser's history for a screen and then one for its view. The first
# is no view, as each names its records: it is replaced, else Back would lead to it for ever.
# A page that is not served over TLS, nor from this machine, has no clipboard of its own.
_JS = """
const ownHistory = () => {
  if (window.viewsInHistory) return;
  window.viewsInHistory = true;
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    const next = new URL(url, location.href);
    const noView = !location.search && next.pathname === location.pathname;
    if (noView) history.replaceState(state, title, url);
    else push(state, title, url);
  };
};
export default function ({ parentElement, data }) {
  ownHistory();
  const button = parentElement.querySelector("button");
  const words = button.querySelector("span");
  button.title = data.title;
  if (!words.textContent) words.textContent = data.copy;
  const byHand = (text) => {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    button.focus();
    return copied;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byHand(text);
    }
  };
  button.setAttribute("aria-live", "polite");
  button.onclick = async () => {
    const copied = await copy(location.href);
    words.textContent = copied ? data.copied : data.failed;
    button.className = copied ? "copied" : "failed";
    setTimeout(() => { words.textContent = data.copy; button.className = ""; }, 2500);
  };
}
"""

_address_bar = st.components.v2.component("address_bar", html=_HTML, css=_CSS, js=_JS)


def draw() -> None:
    """Draw the button that copies the link."""
    words = {
        "title": _("Copy the link of this view"),
        "copy": _("Copy link"),
        "copied": _("Link copied"),
        "failed": _("Copy it from the address bar"),
    }
    _address_bar(key="address_bar", data=words, width="content")
