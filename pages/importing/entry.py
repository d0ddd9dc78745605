"""A training entered, corrected or taken out on the Records screen, in the programme's records.

Nothing of it is kept anywhere before somebody saves it; each cell is checked as it is written.
"""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.checking.check import Checked, CheckingError
from data.entering.written import checked_further, checked_training, editor_rows
from data.records.model import Records, in_words
from data.records.tables import TABLES, typed
from data.store.errors import StoreError
from data.store.tables.corrections import OF_TRAININGS
from geo.words.catalogue import _
from pages.importing import entry_form, entry_review, history
from pages.parts import playing
from pages.parts.screen import label
from pages.session import address, loading, visitor

#: The training that is chosen; ``pages.training.detail`` sets it, too.
CHOSEN, NEW = "entry_training", ""
FACTS_PART, INPUTS_PART = _("Training"), _("What was raised")
TESTS_PART = _("Tests")
#: The parts beside the training itself, each with its table and what draws it. Their words are
#: short, so that they stand in one line on a phone.
FURTHER = {
    TESTS_PART: ("assessments", entry_form.assessment),
    INPUTS_PART: ("inputs", entry_form.inputs),
}
_TURN, _SEEN = "entry_turn", "entry_seen"


@dataclass(frozen=True, eq=False)
class Seen:
    """A training as it was when it was opened; ``tables`` by ``OF_TRAININGS``."""

    training_id: str
    tables: dict[str, pd.DataFrame]
    source: str = ""


def entry() -> None:
    """Offer to enter a training or to correct one, to who may; whoever may not is told nothing."""
    if visitor.public_below() or loading.store_fault():
        return
    if not visitor.person().may(Right.IMPORT):
        return
    st.session_state.pop(entry_review.TOLD, None)
    st.subheader(_("Enter or correct a training"), anchor=False)
    records = loading.records_of(loading.STORED)
    if records is None:
        return
    words = {NEW: _("A new training"), **titles(records)}
    if st.session_state.get(CHOSEN) not in words:
        st.session_state[CHOSEN] = None
    chosen = st.selectbox(
        _("Training"),
        list(words),
        index=None,
        placeholder=_("A new one, or one to correct"),
        format_func=lambda one: words.get(one, one),
        key=CHOSEN,
        on_change=start_again,
        width=620,
    )
    if chosen is None:
        st.caption(
            _(
                "Saved to the programme records, whichever are open. Like any import, it "
                "is in the history with your name and reason, and can be undone."
            )
        )
        return
    playing.fragment(partial(_edit, records, chosen), None)


def titles(records: Records) -> dict[str, str]:
    """Return the words for each training by its id, the latest first."""
    latest = records.trainings.sort_values("date_start", ascending=False, kind="stable")
    return {
        one["training_id"]: f"{one['training_id']} \u00b7 {one['title']} \u00b7 "
        f"{in_words(one['date_start'])}"
        for one in latest.to_dict("records")
    }


def start_again() -> None:
    """Forget what is written, and look at the training anew."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_SEEN, None)


def _saved() -> None:
    """Show the programme records as they are now, and open the training anew."""
    start_again()
    if st.session_state[CHOSEN] == NEW:
        st.session_state[CHOSEN] = None
    st.session_state["records_wanted"] = loading.STORED
    address.forget()


def _edit(records: Records, chosen: str) -> None:
    """Answer an edit without running the rest of the screen."""
    if entry_review.TOLD in st.session_state:
        st.rerun()  # what came of it stands above, out of this part of the screen
    try:
        seen = _opened(records, chosen)
    except StoreError as fault:
        history.unreadable(fault.for_visitors)
        return
    if seen.source:
        st.info(
            _(
                "It comes from the source {source}. Correct it there and fetch it again: "
                "a correction here would be overwritten."
            ).format(source=label(seen.source)),
            icon=":material/sync:",
        )
        return
    part = FACTS_PART
    if chosen != NEW:
        part = st.segmented_control(
            _("Part of the training"),
            (FACTS_PART, *FURTHER),
            default=FACTS_PART,
            required=True,
            key=f"entry_part_{_turn()}",
            label_visibility="collapsed",
        )
    try:
        before, checked = _written(records, seen, part)
    except CheckingError:
        st.error(
            _("What is written could not be checked. Nothing was changed."), icon=":material/error:"
        )
        return
    with st.container(border=True, key="entry_review"):
        entry_review.review(chosen, before, checked, f"{_turn()}_{part}", _saved)
    with st.container(horizontal=True):
        st.button(_("Start again"), on_click=start_again, icon=":material/restart_alt:")
        if chosen != NEW:
            entry_review.take_out(records, chosen, seen.tables, _saved)


def _written(records: Records, seen: Seen, part: str) -> tuple[dict[str, pd.DataFrame], Checked]:
    """Draw the form of a part; return the tables that it is the whole of, and what is written."""
    key, today = f"entry_{_turn()}", loading.today()
    if part in FURTHER:
        name, drawn = FURTHER[part]
        rows = drawn(editor_rows(name, seen.tables[name]), records, key)
        checked = checked_further(name, seen.training_id, rows, records.trainings, today)
        return {name: seen.tables[name]}, checked
    before = {name: seen.tables[name] for name in ("trainings", "attendance")}
    known = {
        str(name): value
        for row in before["trainings"].to_dict("records")
        for name, value in row.items()
    }
    rows = editor_rows("attendance", before["attendance"])
    facts = entry_form.facts(known, records, key)
    return before, checked_training(facts, entry_form.attendance(rows, records, key), today)


def _opened(records: Records, chosen: str) -> Seen:
    """Return the training as it was when it was opened; it stays so until it is opened again."""
    seen: Seen | None = st.session_state.get(_SEEN)
    if seen is None or seen.training_id != chosen:
        nothing = {name: _rows_of(None, name, chosen) for name in OF_TRAININGS}
        if chosen == NEW:
            seen = Seen(chosen, nothing)
        elif visitor.sees_rows():
            store = loading.programme_store().trainings
            seen = Seen(chosen, store.rows(chosen), store.source(chosen))
        else:  # of some provinces: the store refuses what is not wholly of these
            seen = Seen(chosen, {name: _rows_of(records, name, chosen) for name in OF_TRAININGS})
        st.session_state[_SEEN] = seen
    return seen


def _rows_of(records: Records | None, name: str, training_id: str) -> pd.DataFrame:
    table = records.tables.get(name) if records else None
    if table is None:
        return typed(name, pd.DataFrame(columns=list(TABLES[name]), dtype="str"))
    return table[table["training_id"] == training_id].reset_index(drop=True)


def _turn() -> int:
    return int(st.session_state.setdefault(_TURN, 0))
