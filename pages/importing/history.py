"""The programme's records on the Records screen: add an import, its history, undo one."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.checking.check import Checked
from data.records.model import FURTHER_COLUMNS
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from data.store.store import ROLLED_BACK, STANDS
from data.store.tables.corrections import not_named_in_words
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.importing import uploaded_file
from pages.parts import screen, tables
from pages.parts.screen import label
from pages.session import address, loading, visitor
from reports.words.counts import counted

_UNDO, _ADDED = "undo_import", "undo_added"
HISTORY_HEADINGS = {
    "id": _("Import"),
    "imported_at": _("When (UTC)"),
    "who": _("Who"),
    "file_name": _("File"),
    "source": _("Source"),
    "reason": _("Why"),
    "state": _("State"),
    "trainings": _("Trainings"),
    "attendance": _("Attendance rows"),
    "participants": _("Participants"),
    "assessments": _("Assessments"),
    "committees": _("Committees"),
    "targets": _("Targets"),
    "layers": _("Layer rows"),
    "inputs": _("Inputs"),
    "problems": _("Problems"),
    "rolled_back_by": _("Undone by"),
}
HELD_HEADINGS = {
    "file_name": _("File"),
    "file_row": _("Row of the file"),
    "kind": _("What is not known"),
    "training_id": _("Training"),
    "agency": _("Agency"),
    "import_id": _("Import"),
}
CHANGE_HEADINGS = {
    "table": _("Table"),
    "file_row": _("Row of the file"),
    "training_id": _("Training"),
    "adm2_pcode": _("Home district"),
    "agency": _("Agency"),
    "of": _("Of"),
    "participants": _("Participants"),
    "change": _("What it changed"),
    "before": _("Before"),
    "after": _("After"),
}


def offer_to_add(checked: Checked, file_name: str) -> None:
    """Offer to keep what was accepted as one import of the programme's records.

    Once it is kept, that stands there instead, with its undo.
    """
    if checked.trainings.empty or not visitor.person().may(Right.IMPORT):
        return
    told(_ADDED)
    if number := added(checked):
        who = st.session_state["your_import"][2]
        words = _("Import {number} is in the programme records.").format(number=number)
        st.success(words, icon=":material/check_circle:")
        if who:  # else it was there before, and is somebody else's
            # An import is offered to be undone where it is inspected, too: each by its own name.
            offered = _("Undo what you added")
            _offer_to_undo(_ADDED, offered, number, who, len(checked.attendance))
        return
    _say_not_named(checked)
    st.button(
        _("Add to the programme records"),
        on_click=_add,
        args=(checked, file_name),
        disabled=not (st.session_state.get("who") or "").strip(),
        icon=":material/database_upload:",
        help=_(
            "Everybody who opens the dashboard will see them. Your name is kept in the history."
        ),
    )


def added(checked: Checked) -> int | None:
    """Return the import that a file is since it was added in this session; None while it is none.

    An import that was undone here is none.
    """
    taken, number, _who = st.session_state.get("your_import", (None, None, ""))
    return number if taken is checked else None


def _say_not_named(checked: Checked) -> None:
    """Say which rows of its trainings a file does not name; asked once a file and state."""
    try:
        store = loading.programme_store(Right.IMPORT)
        asked = (checked, store.state())
        if st.session_state.get("your_not_named", ((), ""))[0] != asked:
            words = not_named_in_words(store.trainings.not_named(checked))
            st.session_state["your_not_named"] = (asked, words)
    except StoreError:
        return  # which is said on every screen
    if words := st.session_state["your_not_named"][1]:
        st.warning(screen.label(words), icon=":material/warning:")


def _add(checked: Checked, file_name: str) -> None:
    who = st.session_state["who"].strip()
    try:
        done = loading.programme_store(Right.IMPORT).add(
            checked,
            file_name=file_name,
            who=who,
            at=datetime.now(UTC),
        )
    except StoreError as fault:
        say("error", fault.for_visitors, _ADDED)
        return
    if done.repeated:
        words = _("The same content is already there, as import {number}. Nothing changed.")
        said = (words.format(number=done.id), done.overlaid_in_words)
        say("info", " ".join(filter(None, said)), _ADDED)
        if done.overlaid_in_words:  # it is among the imports, and none of its rows count
            return
    st.session_state["your_import"] = (checked, done.id, "" if done.repeated else who)
    st.session_state["records_wanted"] = loading.STORED
    st.session_state.pop("your_proposal", None)
    uploaded_file.let_go()  # it is taken in, and nothing more is asked of it


def say(kind: str, words: str, place: str = "") -> None:
    """Let ``told`` show a sentence in a place: an ``error``, ``info`` or ``success``."""
    st.session_state[f"store_told{place}"] = (kind, words)


def told(place: str = "") -> bool:
    """Show what there is to say in a place, once; tell whether there was anything."""
    kind, words = st.session_state.pop(f"store_told{place}", (None, ""))
    if kind == "error":
        screen.failed(_("Nothing was changed."), words)
    elif kind:
        getattr(st, kind)(words)
    return bool(kind)


def outcome() -> None:
    """Show what came of the last import, and a fault of the store."""
    told()
    if loading.store_fault():
        unreadable(loading.store_fault())


def unreadable(fault: str) -> None:
    """Say that the records could not be read, and why."""
    screen.failed(_("The programme records could not be read."), fault)


def history() -> None:
    """List the imports; one of them can be inspected and undone."""
    if not visitor.sees_rows():
        st.caption(
            _("A public edition neither shows the rows behind its figures nor takes new ones.")
            if visitor.public_below()
            else _("Imports are shown only to those who may see all provinces.")
        )
        return
    if loading.store_fault():
        return  # outcome() has said it
    try:
        _list(loading.programme_store().history())
    except StoreError as fault:
        unreadable(fault.for_visitors)


def _list(imports: pd.DataFrame) -> None:
    if imports.empty:
        st.caption(_("Nothing has been imported yet. Check a file below, then add it."))
        return
    # Tables that no import has brought are left out.
    blank = {name for name in (*FURTHER_COLUMNS, "source", "reason") if not imports[name].any()}
    shown = [column for column in HISTORY_HEADINGS if column not in blank]
    table = imports[shown].rename(columns=HISTORY_HEADINGS)
    times = st.column_config.DatetimeColumn(format="YYYY-MM-DD HH:mm", timezone="UTC")
    columns = {HISTORY_HEADINGS["imported_at"]: times}
    tables.draw(
        table, "history", _("History of imports"), unknown=_("not recorded"), columns=columns
    )
    _waiting()
    _look_into(imports)


def _waiting() -> None:
    """List the rows that are not counted until their district or agency is found."""
    rows = loading.stored_rows_held()
    if rows.empty:
        return
    st.caption(
        _(
            "Rows that do not count until their district or agency is known. Open their "
            "file below, or fetch their source again; decide on them or correct them, and "
            "import them again: they count then, and none twice."
        )
    )
    table = rows[list(HELD_HEADINGS)].rename(columns=HELD_HEADINGS)
    tables.draw(table, "rows_held", _("Rows that are not placed"))


def _look_into(imports: pd.DataFrame) -> None:
    number = st.selectbox(
        _("Inspect an import"),
        imports["id"].tolist(),
        index=None,
        placeholder=_("Choose an import"),
        format_func=lambda one: _("Import {number}").format(number=one),
        key="looked_into",
        width=260,
    )
    if number is None:
        return
    one = imports[imports["id"] == number].iloc[0]
    changes = loading.programme_store().changes(number)
    counts = changes["change"].value_counts()
    st.caption(
        ", ".join(
            _("{rows} {change}").format(rows=counted(count, "row", "rows"), change=change)
            for change, count in counts.items()
        )
    )
    draw_changes(changes, "changes", _("What changed"))
    if not told(_UNDO) and one["state"] == ROLLED_BACK:
        words = _("Undone by {who}: its rows do not count.")
        st.caption(words.format(who=label(one["rolled_back_by"])))
    if one["state"] == STANDS:
        offered = _("Undo this import")
        _offer_to_undo(_UNDO, offered, int(one["id"]), one["who"], one["attendance"])


def _offer_to_undo(key: str, words: str, number: int, who: str, attendance: int) -> None:
    """Offer in some words to undo an import that somebody added, to whoever may."""
    if not visitor.person().may(Right.UNDO):
        return
    question = _(
        "**Undo import {number}, added by {added_by}?** Its {attendance:,} rows "
        "of attendance will no longer count. What it replaced counts again, "
        "later imports stay, and the same file can be imported again."
    ).format(number=number, added_by=label(who), attendance=attendance)
    button = _("Undo import {number}").format(number=number)
    offer_to_undo(key, words, question, button, partial(_undo, number))


def draw_changes(changes: pd.DataFrame, key: str, alt: str) -> None:
    """Draw what an import does, row by row: the columns of ``CHANGE_HEADINGS`` that hold any."""
    shown = changes[[column for column in CHANGE_HEADINGS if column in changes]]
    if len(shown):
        shown = shown.loc[:, (shown.notna() & (shown != "")).any()]
    if "adm2_pcode" in shown:
        shown = shown.replace({"adm2_pcode": gazetteer.names()})  # a larger place keeps its code
    tables.draw(shown.rename(columns=CHANGE_HEADINGS), key, alt)


def offer_to_undo(
    key: str, words: str, question: str, button: str, undo: Callable[[str], str]
) -> None:
    """Ask before something is undone, which everybody sees, and for whom.

    Parameters
    ----------
    key
        Of the popover; those of the name and of the button begin with it. What came of it is
        ``told`` in the place of this name.
    words, question, button
        Of the popover, in it as Markdown, and of the button in it.
    undo
        Undoes it in a name, and returns what to say of it.
    """
    with st.popover(words, icon=":material/undo:", key=key):
        st.markdown(question)
        # A button that waits for the name would take no click before the name is told, and a list
        # whose last field is left closes.
        screen.who(f"{key}_who", at_once=False)
        if st.session_state.pop(f"{key}_unnamed", False):
            st.error(_("Write your name first, for the history."), icon=":material/error:")
        st.button(button, on_click=_undone, args=(key, undo), type="primary", key=f"{key}_now")


def _undone(key: str, undo: Callable[[str], str]) -> None:
    who = (st.session_state.get(f"{key}_who") or "").strip()
    if not who:
        st.session_state[f"{key}_unnamed"] = True
        return
    screen.give_name(f"{key}_who")
    try:
        say("success", undo(who), key)
    except StoreError as fault:
        say("error", fault.for_visitors, key)
    except DecisionsError as fault:
        say("error", str(fault), key)


def _undo(number: int, who: str) -> str:
    alone = loading.programme_store(Right.UNDO).rollback(number, who, datetime.now(UTC))
    address.forget()
    if st.session_state.get("your_import", (None, None))[1] == number:
        del st.session_state["your_import"]  # it can be added again
    words = _("Import {number} was undone. The same file can be imported again.")
    return " ".join(filter(None, (words.format(number=number), alone)))
