"""Waiting for heavy work: who waits sees how many come before, and can give up."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from geo.words.catalogue import _
from pages.workers.queues import Work

T = TypeVar("T")
#: Seconds between two looks at the queue.
LOOK = 0.5


def wait_for(work: Work[T], words: str, key: str, on_give_up: Callable[[], None]) -> None:
    """Stay until work has ended, and say how it stands.

    A newer choice of the visitor ends the waiting and not the work.

    ``words`` say what is being done; ``key`` is that of the button to give up, which calls
    ``on_give_up``.
    """
    if work.wait(LOOK):  # mostly: nothing flickers
        return
    place = st.container()
    with place, st.spinner(words, show_time=True):
        line = st.empty()
        st.button(_("Cancel"), key=key, on_click=on_give_up, icon=":material/close:")
        told = ""
        while not work.wait(LOOK):
            words = place_in_words(work)
            if words != told:  # what twenty who wait are told twice a second would slow the others
                line.caption(words)
            told = words
            st.session_state.get(key)  # where Streamlit leaves this run for a newer one


def place_in_words(work: Work[T]) -> str:
    """Say where work stands in its queue."""
    if not work.ahead:
        return _("Working on it.")
    return _("The server is busy. Ahead of you: {count:,}.").format(count=work.ahead)
