"""The address of a view in the browser: its link can be copied, and Back undoes a choice."""

import streamlit as st

from geo.words.catalogue import _

_HTML = '<button type="button"></button>'
_CSS = """
button { font: inherit; font-size: 0.9rem; color: var(--st-text-color); background: none; border: 0;
  padding: 0.35rem 0.5rem; border-radius: var(--st-base-radius); cursor: pointer;
  white-space: nowrap; }
button:hover { text-decoration: underline; }
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
  button.title = data.title;
  if (!button.textContent) button.textContent = data.copy;
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
    button.textContent = copied ? data.copied : data.failed;
    setTimeout(() => { button.textContent = data.copy; }, 2500);
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
