"""Plays the programme month by month: the as-of date steps on by itself until it is stopped."""

from collections.abc import Callable
from datetime import date
from functools import wraps

import streamlit as st
from streamlit.errors import StreamlitAPIException

from data.figures.selection import as_of_dates
from data.records.model import Records
from geo.words.catalogue import _
from pages.session import visitor

#: Long enough to see what a month has brought, in seconds.
STEP = 1.2


def run(body: Callable[[], None]) -> None:
    """Run the body of a screen as a fragment, again and again while the programme is played."""
    fragment(body, STEP if st.session_state.get("playing") else None)


def fragment(body: Callable[[], None], every: float | None) -> None:
    """Run a part of a screen that answers by itself; every such part of any screen is run here.

    Who looks is looked up at each answer: whoever may not any more, or may something else, gets
    the whole screen anew.

    ``every``: seconds after which it plays on by itself, which is no use of a sign-in; None where
    it waits for the visitor.
    """

    @wraps(body)
    def answered() -> None:
        if not visitor.is_still(used=every is None):
            st.rerun()
        body()

    st.fragment(answered, run_every=every)()


def step(records: Records) -> None:
    """Move the as-of date on by one, before its slider is drawn; stop at the last."""
    if not st.session_state.get("playing"):
        return
    later = [day for day in as_of_dates(records) if day > st.session_state["as_of"]]
    if not later:
        _stop()
        st.rerun()
    if st.session_state.pop("play_from_now", False):
        return  # the first picture stands for a step as well
    st.session_state["as_of"] = later[0]


def button(records: Records) -> None:
    """Offer to play, or to stop where it plays."""
    playing = st.session_state.get("playing", False)
    st.button(
        _("Stop") if playing else _("Play"),
        icon=":material/pause:" if playing else ":material/play_arrow:",
        on_click=_stop if playing else _start,
        args=() if playing else (as_of_dates(records),),
        key="play",
        help=_("The map and its figures month by month"),
    )
    if st.session_state.pop("play_changed", False):
        st.rerun()  # the clock of the fragment is set by a run of the whole screen


def again() -> None:
    """Run the body once more for what is chosen, which is no step of playing."""
    if st.session_state.get("playing"):
        st.session_state["play_from_now"] = True
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:  # the whole screen is being run, as it is at first
        st.rerun()


def _start(dates: list[date]) -> None:
    if st.session_state["as_of"] == dates[-1]:
        st.session_state["as_of"] = dates[0]
    st.session_state.update(playing=True, play_changed=True, play_from_now=True)


def _stop() -> None:
    st.session_state.update(playing=False, play_changed=True)
