"""The file that somebody chose: held only while something in it waits for an answer.

What was decided: until its columns are known a file cannot be kept in part, since nobody can
say which of them tell of persons. So its bytes are held as they came, in the memory of this one
session and nowhere else, and no more of them than ``MOST_BYTES``. They are let go as soon as
nothing waits, when a file is refused, and when the screen is left; whoever comes back chooses
the file again, and finds the decisions made by then.

Streamlit itself keeps what was uploaded until the session ends, though no widget shows it.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.workers.queues import Work

#: Two files of the largest kind that is read on a screen.
MOST_BYTES = 20_000_000
_TURN, _IDS, _CHECK = "upload_turn", "held_files", "check_under_way"


def key() -> str:
    """Return the key of the widget that takes files; another one after each that was let go."""
    return f"upload_{st.session_state.setdefault(_TURN, 0)}"


def chosen() -> Sequence[UploadedFile]:
    """Return the files that are held."""
    return st.session_state.get(key()) or []


def note() -> None:
    """Take note of what is held, so that it can be let go from any screen."""
    st.session_state[_IDS] = [file.file_id for file in chosen()]


def is_too_large() -> bool:
    """Tell whether the chosen files are more than is held."""
    return sum(file.size for file in chosen()) > MOST_BYTES


def check_under_way() -> Work[Any] | None:
    """Return the check of the files that has not been looked at yet."""
    return st.session_state.get(_CHECK)


def set_check(work: Work[Any] | None) -> None:
    """Take note of a check that has begun, or that none is under way."""
    st.session_state[_CHECK] = work


def give_up_check() -> None:
    """End the check that is under way."""
    work = check_under_way()
    if work is not None:
        work.give_up()
    set_check(None)


def let_go() -> None:
    """Forget the bytes of the files, and end the check of them."""
    give_up_check()
    known = {*st.session_state.pop(_IDS, ()), *(file.file_id for file in chosen())}
    if not known:
        return
    context = get_script_run_ctx()
    if context and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        for file_id in known:
            context.uploaded_file_mgr.remove_file(context.session_id, file_id)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
