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
  goal?.setAttribute("data-gives-back", ""); // the keyboard, when it is gone
  return () => {
    if (!back?.isConnected) return;
    back.ownerDocument.defaultView.frameElement?.focus();
    back.focus({ preventScroll: true });
  };
}
"""

# A list that a button opens stands at the end of the page, and what is pressed may be gone for it.
_LISTS_JS = """
const LIST = '[data-testid="stPopoverBody"]';
const STOPS = 'a[href], button, input, select, textarea, [tabindex="0"]';
const PATIENCE = 3000; // ms
const stops = (part) => [...part.querySelectorAll(STOPS)]
  .filter((one) => !one.disabled && one.tabIndex >= 0 && one.getClientRects().length);
const group = (one) => one.closest('[role="toolbar"], [role="radiogroup"]'); // arrows move in it
const isNowhere = () => document.activeElement === document.body;
const isAtWork = () => document.querySelector('[data-test-script-state="running"]') !== null;

/* Do `then` in the first frame in which `ready` is so, while the screen is at work or shortly. */
const once = (ready, then, until = Date.now() + PATIENCE) => requestAnimationFrame(() => {
  if (ready()) then();
  else if (isAtWork()) once(ready, then);
  else if (Date.now() < until) once(ready, then, until);
});

/* The button of the list that is open: another one since its words have changed. */
const opener = () => document.querySelector('.stPopover button[aria-expanded="true"]');
const opened = () => document.querySelector(LIST);
const intoList = (button) => once(() => opened() && stops(opened()).length, () => {
  if (document.activeElement !== button) return;
  opened().tabIndex = -1;
  opened().focus({ preventScroll: true });
});

/* Past the last of a list the keyboard goes on after its button, before the first back to it. */
const leave = (event, list) => {
  const own = event.target, all = stops(list), at = all.indexOf(own), back = opener();
  const others = event.shiftKey ? all.slice(0, Math.max(at, 0)) : all.slice(at + 1);
  const ofOneStop = (one) => group(one) !== null && group(one) === group(own);
  if (!back || others.some((one) => !ofOneStop(one))) return;
  if (event.shiftKey) event.preventDefault();
  back.focus();
  back.click();
};

/* Where what is pressed goes or moves, the keyboard is at it, or at what was before it: again
   where that goes too, as the screen is drawn in several steps. */
let pressed = null;
const stay = (button) => {
  const all = stops(document), before = all.slice(0, all.indexOf(button) + 1).reverse();
  pressed = button;
  const hold = () => once(() => pressed !== button || isNowhere(), () => {
    if (pressed !== button) return; // something else has been done since
    before.find((one) => one.isConnected && !one.disabled)?.focus({ preventScroll: true });
    if (!isNowhere()) hold();
  });
  hold();
};

/* A click that no pointer makes is one of a key or of a screen reader. */
const press = (event, list) => {
  const button = event.target.closest?.("button");
  if (!event.isTrusted || event.detail || !button || list) return;
  if (button.closest(".stPopover")) intoList(button);
  else if (!button.hasAttribute("data-gives-back")) stay(button);
};

const follow = (event) => {
  pressed = null;
  const list = event.target.closest?.(LIST);
  if (event.type === "click") press(event, list);
  if (event.key === "Tab" && list) leave(event, list);
  const back = opener();
  if (event.key === "Escape" && list) once(isNowhere, () => back?.focus());
};
export default function () {
  const kinds = ["keydown", "pointerdown", "click"];
  for (const kind of kinds) document.addEventListener(kind, follow, true);
  return () => kinds.forEach((kind) => document.removeEventListener(kind, follow, true));
}
"""

_focus = st.components.v2.component("focus", html="<span></span>", js=_JS)
_lists = st.components.v2.component("lists", html="<span></span>", js=_LISTS_JS)


def follow(to: str, what: str) -> None:
    """Move the keyboard once, when ``what`` is opened; back to where it was when it is gone.

    ``to`` is the CSS of what takes the focus; another ``what`` takes it anew.
    """
    _focus(key=f"focus_{what}", data={"to": to})


def in_lists() -> None:
    """Let the keyboard into lists that buttons open, out of them, and never be nowhere."""
    with st.container(key="place_of_lists"):
        _lists(key="lists")
