"""Widgets in lists that open, which hold a value of the session.

The browser draws what stands in a closed list once it is opened. Until then it keeps what was last
chosen there, and sends that back with the next event, whatever the session has been told since: by
a link, by Back, by a button that clears. A value that is set so is held by a new widget.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

TIMES_SET = "times_set"


def set_anew() -> None:
    """Let new widgets hold all values, as some have been set by no widget."""
    st.session_state[TIMES_SET] = st.session_state.get(TIMES_SET, 0) + 1


def holding(name: str, then: Callable[[], None] | None = None) -> dict[str, Any]:
    """Return the ``key`` and ``on_change`` of the widget in a list that holds a value.

    What is chosen there becomes ``st.session_state[name]``, which stays where no screen draws it;
    then ``then`` is called.
    """
    key = f"{name}_{st.session_state.get(TIMES_SET, 0)}"
    if key not in st.session_state:
        st.session_state[key] = st.session_state[name]
    return {"key": key, "on_change": partial(_take, name, key, then)}


def _take(name: str, key: str, then: Callable[[], None] | None) -> None:
    st.session_state[name] = st.session_state[key]
    if then:
        then()
