"""Widgets in lists that open, which hold a value of the session.

The browser draws what stands in a closed list once it is opened, and sends back what it has drawn.
It draws what the widget was last told to begin with, so the value is told in each run. What was
chosen in a list that has been closed is sent back with the next event, whatever the session has
been told since: by a link, by Back, by a button that clears. A value that is set so is held by a
new widget.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

TIMES_SET = "times_set"


def set_anew() -> None:
    """Let new widgets hold all values, as some have been set by no widget."""
    st.session_state[TIMES_SET] = st.session_state.get(TIMES_SET, 0) + 1


def holding(
    name: str,
    *,
    among: Sequence[Any] | None = None,
    argument: str = "default",
    then: Callable[[], None] | None = None,
) -> dict[str, Any]:
    """Return the ``key``, ``on_change`` and first value of the widget in a list that holds a value.

    What is chosen there becomes ``st.session_state[name]``, which stays where no screen draws it;
    then ``then`` is called. The first value is given as ``argument``, or by its place ``among``
    those that are offered; none, where it is not among them.
    """
    key = f"{name}_{st.session_state.get(TIMES_SET, 0)}"
    value = st.session_state[name]
    if among is None:
        first = {argument: value}
    else:
        first = {"index": among.index(value) if value in among else None}
    return {"key": key, "on_change": partial(_take, name, key, then), **first}


def _take(name: str, key: str, then: Callable[[], None] | None) -> None:
    st.session_state[name] = st.session_state[key]
    if then:
        then()
