"""The review of what was written of a training: problems cell by cell, what changes, and saving."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.checking.beside_records import may_be_in_records
from data.checking.check import Checked
from data.entering.changes import changes
from data.entering.written import TABLE_WORDS, problems, taken_out
from data.records.model import Records, in_words
from data.records.problems.of_rows import BLANK
from data.store.errors import StoreError
from data.store.tables.corrections import LONGEST_REASON, Correction
from geo.words.catalogue import _
from pages.importing import history
from pages.parts import screen, tables
from pages.session import loading

#: In the session while what came of saving has not been shown yet; and why it was refused.
TOLD, _REFUSED = "entry_told", "entry_refused"
#: The end of the keys where a training is taken out.
_TAKE_OUT = "take_out"


def review(
    training_id: str,
    before: Mapping[str, pd.DataFrame],
    checked: Checked,
    key: str,
    saved: Callable[[], None],
) -> None:
    """Show what is wrong or what would change; offer to save it once somebody says why.

    Parameters
    ----------
    training_id
        Of the training; blank for a new one.
    before
        By table, its rows as they were seen: what is written is the whole of these tables.
    checked
        What is written.
    key
        The end of the widgets' keys.
    saved
        Called once it is saved.
    """
    wrong = problems(checked)
    if len(wrong):
        _wrong(wrong, key)
        return
    after = {name: table.accepted for name, table in checked.tables.items()}
    differing = changes(before, after)
    if differing.empty:
        st.caption(_("Nothing is changed yet."))
        return
    if "attendance" in before:
        people = checked.participants_accepted
        st.text(_("Participants with a recorded count: {n:,}").format(n=people))
    shown = differing if training_id else differing.drop(columns="Before")
    tables.draw(shown, f"entry_changes_{key}", _("What changes, before and after"))
    if not training_id and not _is_another(checked, key):
        return
    written = training_id or str(checked.trainings["training_id"].iloc[0])
    why = _("Why") if training_id else _("Where it is taken from")
    _save(Correction(written, before, checked, ""), why, f"save_{key}", _("Save"), saved)


def _is_another(checked: Checked, key: str) -> bool:
    """Ask whether a new training is none of the records where it may be; tell whether it is not."""
    try:
        standing = loading.programme_store(Right.IMPORT).trainings.beside(checked)
    except StoreError as fault:
        history.unreadable(fault.for_visitors)
        return False
    others = [*may_be_in_records(checked, standing).values()]
    if not others:
        return True
    other = standing.trainings.set_index("training_id").loc[others[0]]
    day = in_words(pd.Timestamp(str(other["date_start"])).date())
    told = _(
        "The records may have this training already: {training}. If it is that one, choose it "
        "above and correct it there, so that nobody is counted twice."
    )
    named = screen.label(f"{others[0]} \u00b7 {other['title']} \u00b7 {day}")
    st.warning(told.format(training=named), icon=":material/warning:")
    return st.checkbox(
        _("It is another training"), key=f"entry_another_{key}_{others[0]}", persist_state="session"
    )


def _wrong(wrong: pd.DataFrame, key: str) -> None:
    """Say which fields of the training are still blank, and what is wrong, cell by cell."""
    blank = (wrong["Part"] == TABLE_WORDS["trainings"]) & (wrong["What is wrong"] == BLANK.reason)
    if blank.any():
        fields = ", ".join(wrong.loc[blank, "Column"])
        st.caption(_("Still to fill in: {fields}.").format(fields=fields))
    others = wrong[~blank]
    if len(others):
        st.warning(
            _("Correct these before saving. Rows are counted from the top of the table."),
            icon=":material/warning:",
        )
        tables.draw(others, f"entry_problems_{key}", _("Problems, cell by cell"), unknown="")


def take_out(
    records: Records,
    training_id: str,
    seen: Mapping[str, pd.DataFrame],
    saved: Callable[[], None],
) -> None:
    """Offer to take a training out, with all that is recorded of it."""
    with st.popover(_("Remove this training"), icon=":material/delete:", key="entry_out"):
        used = records.inputs
        taken_up = 0 if used is None else int((used["followed_up_by"] == training_id).sum())
        if taken_up:
            st.text(
                _(
                    "It is named as the follow-up of {n:,} inputs raised at other trainings. "
                    "Correct those first."
                ).format(n=taken_up)
            )
            return
        rows = sum(map(len, seen.values())) - len(seen["trainings"])
        st.text(
            _(
                "The training and {n:,} rows about it will no longer count. Undo this in "
                "the history to bring them back."
            ).format(n=rows)
        )
        correction = Correction(training_id, seen, taken_out(loading.today()), "")
        _save(correction, _("Why"), _TAKE_OUT, _("Remove it"), saved)


def _save(
    correction: Correction, words: str, key: str, button: str, saved: Callable[[], None]
) -> None:
    """Ask why and who; offer to save it under both."""
    reason = st.text_input(
        words,
        key=f"entry_reason_{key}",
        persist_state=None if key == _TAKE_OUT else "session",
        max_chars=LONGEST_REASON,
        placeholder=_("For the history; name nobody"),
    )
    who = screen.who(f"entry_who_{key}")
    st.button(
        button,
        on_click=_keep,
        args=(correction, reason, who, saved, key),
        disabled=not (reason or "").strip() or not who,
        type="primary",
        icon=":material/database_upload:",
        key=f"entry_{key}",
        help=_("Everybody who opens the dashboard will see it. It can be undone in the history."),
    )
    refused, why = st.session_state.get(_REFUSED, ("", ""))
    if refused == key:  # beside the button, where whoever pressed it looks
        del st.session_state[_REFUSED]
        screen.failed(_("It could not be saved."), why)


def _keep(
    correction: Correction, reason: str, who: str, saved: Callable[[], None], key: str
) -> None:
    try:
        added = loading.programme_store(Right.IMPORT).trainings.correct(
            replace(correction, reason=reason), who=who, at=datetime.now(UTC)
        )
    except StoreError as fault:
        st.session_state[_REFUSED] = key, fault.for_visitors
        return
    st.session_state[TOLD] = True
    told = _("Training {training} was saved: it is import {number} in the history.")
    if key == _TAKE_OUT:
        told = _("Training {training} was removed: it is import {number} in the history.")
    training = screen.label(correction.training_id)
    history.say("success", told.format(training=training, number=added.id))
    saved()
