"""What is settled about names and columns, on the Records screen: the history, and undoing one."""

from functools import partial

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.review.decisions import DISTRICT, DUPLICATE, IN_ITS_OWN, NO_DISTRICT, DecisionsError
from data.store.errors import StoreError
from data.store.tables.decisions import HOLDS, MAPPING
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.importing import history
from pages.parts import screen, tables
from pages.session import kept, loading, visitor

_UNDO = "undo_decision"
HEADINGS = {
    "number": _("No."),
    "kind": _("About"),
    "written": _("As written"),
    "province": _("Province"),
    "answer": _("Decided as"),
    "who": _("Who"),
    "decided_at": _("When (UTC)"),
    "state": _("State"),
    "undone_by": _("Undone by"),
    "undone_at": _("Undone (UTC)"),
}


def look_through() -> None:
    """List the decisions, the latest first; one can be undone by whoever may undo."""
    if loading.store_fault() or not visitor.sees_rows() or not visitor.person().may(Right.IMPORT):
        return
    box = st.expander(
        _("Decisions on names, agencies and columns"),
        key="decisions",
        on_change="rerun",
        icon=":material/rule:",
    )
    if not box.open:
        return
    with box:
        try:
            kept.take_in_decisions()
            rows = loading.programme_store().decisions.history()
        except (StoreError, DecisionsError) as fault:
            why = fault.for_visitors if isinstance(fault, StoreError) else str(fault)
            screen.failed(_("The decisions could not be read."), why)
            return
        _list(rows)


def _list(rows: pd.DataFrame) -> None:
    if rows.empty:
        st.caption(
            _("Nothing has been decided yet. What a file leaves unclear is asked when it is read.")
        )
        return
    shown = rows.assign(
        answer=[_words(*one) for one in zip(rows["kind"], rows["answer"], strict=True)]
    )
    hidden = shown["kind"].isin([MAPPING, DUPLICATE])  # told apart by a key, which says nothing
    shown["written"] = shown["written"].mask(hidden, "")
    times = st.column_config.DatetimeColumn(format="YYYY-MM-DD HH:mm", timezone="UTC")
    columns = {HEADINGS[name]: times for name in ("decided_at", "undone_at")}
    table = shown[list(HEADINGS)].rename(columns=HEADINGS)
    tables.draw(table, "decision_history", _("History of decisions"), columns=columns)
    history.told(_UNDO)
    if visitor.person().may(Right.UNDO):
        _offer_to_undo(shown[shown["state"] == HOLDS])


def _words(kind: str, answer: str) -> str:
    if kind == DISTRICT:
        others = {NO_DISTRICT: _("not known"), IN_ITS_OWN: _("each where it was held")}
        return str({**gazetteer.names(), **others}.get(answer, answer))
    return _("as confirmed") if kind == MAPPING else answer


def _offer_to_undo(rows: pd.DataFrame) -> None:
    words = {
        number: f"{number}: {written or kind}, {answer}"
        for number, kind, written, answer in rows[
            ["number", "kind", "written", "answer"]
        ].itertuples(index=False, name=None)
    }
    number = st.selectbox(
        _("Undo a decision"),
        list(words),
        index=None,
        placeholder=_("Choose a decision"),
        format_func=words.__getitem__,
        key="decision_chosen",
        width=420,
    )
    if number is None:
        return
    question = _(
        "**Undo decision {decision}?** It will no longer apply to files read "
        "from now on; a decision that it replaced applies again. Records already "
        "imported stay as they are."
    ).format(decision=words[number])
    button = _("Undo decision {number}").format(number=number)
    history.offer_to_undo(_UNDO, _("Undo this decision"), question, button, partial(_undo, number))


def _undo(number: int, who: str) -> str:
    kept.undo_decision(number, who)
    st.session_state.pop("last_decision", None)
    return _("Decision {number} was undone.").format(number=number)
