"""What is written of a training and not saved: it stays in the session, and can be brought back.

Keys of the form's fields begin with the turn of their draft; each training that is opened is a new
turn. A field keeps its value while other screens are looked at, until its draft is dropped.
"""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

#: The training that is chosen; ``pages.training.detail`` sets it, too.
CHOSEN, NEW = "entry_training", ""
_DRAFT, _LEFT, _TURNS = "entry_draft", "entry_left", "entry_turns"


@dataclass(frozen=True, eq=False)
class Draft:
    """A training as it was when it was opened; ``tables`` by ``OF_TRAININGS``."""

    turn: int
    training_id: str
    tables: dict[str, pd.DataFrame]
    source: str = ""


def of(training_id: str) -> Draft | None:
    """Return what is open of a training; that of another one is left."""
    draft: Draft | None = st.session_state.get(_DRAFT)
    if draft is not None and draft.training_id != training_id:
        leave()
        return None
    return draft


def begin(training_id: str, tables: dict[str, pd.DataFrame], source: str = "") -> Draft:
    """Open a training as it is."""
    held = st.session_state
    held[_TURNS] = held.get(_TURNS, 0) + 1
    held[_DRAFT] = Draft(held[_TURNS], training_id, tables, source)
    return held[_DRAFT]


def note(draft: Draft, part: str, content: str) -> None:
    """Note what a part of the form holds: another content than its first is somebody's work."""
    first = st.session_state.setdefault(f"entry_{draft.turn}_first_{part}", content)
    st.session_state[f"entry_{draft.turn}_written_{part}"] = content != first


def leave() -> None:
    """Close what is open; the last in which something was written can be brought back."""
    draft: Draft | None = st.session_state.pop(_DRAFT, None)
    if draft is None:
        return
    if not _is_written(draft):
        _drop(draft)
        return
    if _LEFT in st.session_state:
        _drop(st.session_state[_LEFT])
    st.session_state[_LEFT] = draft


def left() -> Draft | None:
    """Return what can be brought back."""
    return st.session_state.get(_LEFT)


def bring_back() -> None:
    """Open what was left as it was; what is written by now can be brought back in its turn."""
    held = st.session_state
    draft: Draft = held.pop(_LEFT)
    leave()
    held[_DRAFT], held[CHOSEN] = draft, draft.training_id


def drop() -> None:
    """Close what is open, as it has been saved."""
    draft: Draft | None = st.session_state.pop(_DRAFT, None)
    if draft is not None:
        _drop(draft)


def _is_written(draft: Draft) -> bool:
    start = f"entry_{draft.turn}_written_"
    held = st.session_state
    return any(held[key] for key in list(held) if str(key).startswith(start))


def _drop(draft: Draft) -> None:
    for key in [one for one in st.session_state if str(one).startswith(f"entry_{draft.turn}_")]:
        del st.session_state[key]
