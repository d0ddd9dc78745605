"""A training entered, corrected or taken out on the Records screen, in the programme's records.

Before somebody saves it, it is in the session alone; each cell is checked as it is written.
"""

from collections.abc import Mapping
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
from pages.importing import entry_draft, entry_form, entry_review, history
from pages.importing.entry_draft import CHOSEN, NEW, Draft
from pages.parts import playing
from pages.parts.screen import label
from pages.session import address, loading, visitor

FACTS_PART, INPUTS_PART = _("Training"), _("What was raised")
TESTS_PART = _("Tests")
#: The parts beside the training itself, each with its table and what draws it. Their words are
#: short, so that they stand in one line on a phone.
FURTHER = {
    TESTS_PART: ("assessments", entry_form.assessment),
    INPUTS_PART: ("inputs", entry_form.inputs),
}


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
        on_change=entry_draft.leave,
        persist_state="session",
        width=620,
    )
    if chosen is None:
        st.caption(
            _(
                "Saved to the programme records, whichever are open. Like any import, it "
                "is in the history with your name and reason, and can be undone."
            )
        )
        _offer_to_bring_back(words)
        return
    playing.fragment(partial(_edit, records, chosen, words), None)


def titles(records: Records) -> dict[str, str]:
    """Return the words for each training by its id, the latest first."""
    latest = records.trainings.sort_values("date_start", ascending=False, kind="stable")
    return {
        one["training_id"]: f"{one['training_id']} \u00b7 {one['title']} \u00b7 "
        f"{in_words(one['date_start'])}"
        for one in latest.to_dict("records")
    }


def _offer_to_bring_back(words: Mapping[str, str]) -> None:
    """Offer what was left unsaved: by another choice, or by starting again."""
    left = entry_draft.left()
    if left is not None and left.training_id in words:
        st.button(
            _("Bring back what was written"),
            on_click=entry_draft.bring_back,
            icon=":material/undo:",
            key="entry_bring_back",
            help=label(words[left.training_id]),
        )


def _saved() -> None:
    """Show the programme records as they are now, and open the training anew."""
    entry_draft.drop()
    if st.session_state[CHOSEN] == NEW:
        st.session_state[CHOSEN] = None
    st.session_state["records_wanted"] = loading.STORED
    address.forget()


def _edit(records: Records, chosen: str, words: Mapping[str, str]) -> None:
    """Answer an edit without running the rest of the screen."""
    if entry_review.TOLD in st.session_state or st.session_state[CHOSEN] != chosen:
        st.rerun()  # what came of it, and the choice, stand above, out of this part of the screen
    try:
        draft = _opened(records, chosen)
    except StoreError as fault:
        history.unreadable(fault.for_visitors)
        return
    if draft.source:
        st.info(
            _(
                "It comes from the source {source}. Correct it there and fetch it again: "
                "a correction here would be overwritten."
            ).format(source=label(draft.source)),
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
            key=f"entry_{draft.turn}_part",
            persist_state="session",
            label_visibility="collapsed",
        )
    try:
        before, checked = _written(records, draft, part)
    except CheckingError:
        st.error(
            _("What is written could not be checked. Nothing was changed."), icon=":material/error:"
        )
        return
    with st.container(border=True, key="entry_review"):
        entry_review.review(chosen, before, checked, f"{draft.turn}_{part}", _saved)
    with st.container(horizontal=True):
        st.button(_("Start again"), on_click=entry_draft.leave, icon=":material/restart_alt:")
        if chosen != NEW:
            entry_review.take_out(records, chosen, draft.tables, _saved)
        _offer_to_bring_back(words)


def _written(records: Records, draft: Draft, part: str) -> tuple[dict[str, pd.DataFrame], Checked]:
    """Draw the form of a part; return the tables that it is the whole of, and what is written."""
    key, today = f"entry_{draft.turn}", loading.today()
    if part in FURTHER:
        name, drawn = FURTHER[part]
        rows = drawn(editor_rows(name, draft.tables[name]), records, key)
        entry_draft.note(draft, part, rows.to_csv())
        checked = checked_further(name, draft.training_id, rows, records.trainings, today)
        return {name: draft.tables[name]}, checked
    before = {name: draft.tables[name] for name in ("trainings", "attendance")}
    known = {
        str(name): value
        for row in before["trainings"].to_dict("records")
        for name, value in row.items()
    }
    facts = entry_form.facts(known, records, key)
    rows = entry_form.attendance(editor_rows("attendance", before["attendance"]), records, key)
    entry_draft.note(draft, part, f"{facts}{rows.to_csv()}")
    agencies = {*records.attendance["agency"].unique(), *before["attendance"]["agency"]}
    return before, checked_training(facts, rows, today, agencies)


def _opened(records: Records, chosen: str) -> Draft:
    """Return the training as it was when it was opened; it stays so until it is opened again."""
    draft = entry_draft.of(chosen)
    if draft is not None:
        return draft
    if chosen == NEW:
        return entry_draft.begin(chosen, {name: _rows_of(None, name, "") for name in OF_TRAININGS})
    if visitor.sees_rows():
        store = loading.programme_store().trainings
        return entry_draft.begin(chosen, store.rows(chosen), store.source(chosen))
    # Of some provinces: the store refuses what is not wholly of these.
    rows = {name: _rows_of(records, name, chosen) for name in OF_TRAININGS}
    return entry_draft.begin(chosen, rows)


def _rows_of(records: Records | None, name: str, training_id: str) -> pd.DataFrame:
    table = records.tables.get(name) if records else None
    if table is None:
        return typed(name, pd.DataFrame(columns=list(TABLES[name]), dtype="str"))
    return table[table["training_id"] == training_id].reset_index(drop=True)
