"""Sources on the Records screen: when each was last pulled, what changed in it, taking it in.

Which sources there are is the administrator's to say (``sources.toml``): nobody can name an
address here. What a source gives is held only until it is read; its check is kept in the session.
"""

import logging
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.checking.check import CheckingError
from data.checking.left_out import left_out_in_words
from data.entering import written
from data.records.errors import Refusal
from data.review.decisions import DecisionsError
from data.sources.errors import SourceError
from data.sources.pulling import (
    GONE,
    READ,
    WAITS,
    Part,
    note_pull,
    pull,
    take_in,
)
from data.sources.settings import Source, Sources
from data.sources.standing import (
    imports_of,
    last_pull,
    not_described,
    not_described_in_words,
    require_own_name,
)
from data.store.changes import SAME
from data.store.errors import StoreError
from data.understanding.understand import COLUMNS
from geo.words.catalogue import _
from pages.importing import columns, history, review
from pages.parts import screen, tables
from pages.session import kept, loading, visitor

SCREEN = _("the Records screen")
HEADINGS = {"table": _("Table"), "added": _("New"), "replaced": _("Changed"),
            "withdrawn": _("Gone"), "same": _("As before")}  # fmt: skip
_PULLED, _PROBLEM, _WHO = "pulled_source", "source_problem", "source_who"


def sources() -> None:
    """List the sources; one can be fetched, looked at and taken in."""
    if not visitor.person().may(Right.IMPORT) or loading.store_fault() or not visitor.sees_rows():
        return
    try:
        known = kept.sources()
        if not known.names:
            return
        st.subheader(_("Sources"), anchor=False)
        for wrong in known.wrong.values():
            screen.failed(_("A source could not be read."), str(wrong))
        _list(known)
    except SourceError as fault:
        screen.failed(_("The sources could not be read."), str(fault))
        return
    except StoreError as fault:
        screen.failed(_("The records could not be read."), fault.for_visitors)
        return
    if known.described:
        _fetching(known.described)
        _report(known.described)


def _list(known: Sources) -> None:
    store = loading.programme_store()
    rows = []
    for source in known.described.values():
        last, standing = last_pull(source.name, store), imports_of(source.name, store)
        when = f"{last.at} UTC" if last else _("never")
        state = (last.fault if last else "") or (
            _("in the records") if standing else _("not imported")
        )
        rows.append((source.name, source.kind, when, state, len(standing)))
    headings = [_("Source"), _("Kind"), _("Last fetched"), _("State"), _("Current imports")]
    tables.draw(pd.DataFrame(rows, columns=headings), "sources", _("Sources of records"))
    for name, numbers in not_described(known.names, store).items():
        words = not_described_in_words(name, numbers)
        st.warning(screen.label(words), icon=":material/warning:")


def _fetching(described: dict[str, Source]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.selectbox(
            _("Source"), list(described), key="source_chosen", width=320, on_change=_forget
        )
        st.button(
            _("Fetch and show what changed"),
            on_click=_fetch,
            args=(described[name],),
            icon=":material/sync:",
            key="fetch_source",
        )


def _forget() -> None:
    st.session_state.pop(_PULLED, None)
    st.session_state.pop(_PROBLEM, None)


def _fetch(source: Source) -> None:
    """Pull a source; its parts, or why it could not be pulled, are kept in the session."""
    _forget()
    now, held = datetime.now(UTC), st.session_state
    try:
        store = loading.programme_store()
        require_own_name(source, kept.sources().names, store)
        decisions = kept.decisions()
        with st.spinner(_("Fetching, reading and checking \u2026"), show_time=True):
            parts = pull(source, store, decisions, loading.today(), now, st.toast)
    except StoreError as fault:
        held[_PROBLEM] = fault.for_visitors
    except (Refusal, DecisionsError) as fault:
        held[_PROBLEM] = str(fault)
    except CheckingError:
        held[_PROBLEM] = _("What the source sent could not be checked. Nothing was changed.")
    else:
        held[_PULLED] = (source.name, parts)
    _note(source, now)


def _note(source: Source, now: datetime) -> None:
    fault = st.session_state.get(_PROBLEM, "")
    _name, parts = st.session_state.get(_PULLED, ("", []))
    try:
        note_pull(source, loading.programme_store(Right.IMPORT), SCREEN, now, fault, parts)
    except StoreError as error:
        logging.getLogger(__name__).error("%s", error)


def _report(described: dict[str, Source]) -> None:
    if st.session_state.get(_PROBLEM):
        screen.failed(_("Nothing was imported."), st.session_state[_PROBLEM])
    name, parts = st.session_state.get(_PULLED, ("", []))
    if name not in described:
        return
    wanted = [p for p in parts if p.state == GONE or (p.state == READ and not p.counts.empty)]
    if wanted or any(_asks(part) for part in parts) or "last_decision" in st.session_state:
        screen.who(_WHO)  # once, before whatever waits for it: decisions, and taking it in
    asked = next((number for number, part in enumerate(parts) if _asks(part)), 0)
    for number, part in enumerate(parts):
        with st.container(border=True, key=f"pulled_{number}"):
            _part(part, number, partial(_fetch, described[name]), is_asked=number == asked)
    _offer(wanted)


def _asks(part: Part) -> bool:
    return part.question is not None or bool(part.checked and part.checked.queue)


def _part(part: Part, number: int, fetch_again: partial[None], *, is_asked: bool) -> None:
    """Show what a part of a source is, what must be answered, and what taking it in would do.

    Of several parts with questions the first ``is_asked``.
    """
    st.text(f"{part.name}: {part.state}")
    if part.state == WAITS:
        st.caption(_("Fetch it again in a minute, when its file has been written."))
    if part.fault:
        screen.failed(_("It was not imported."), part.fault)
    is_other_open = st.session_state.get("your_check") is not None
    if part.question is not None:
        if part.question.kind == COLUMNS and not is_other_open and is_asked:
            columns.ask(part.question, fetch_again)
            st.caption(_("Set what applies to every row in sources.toml: all = { FIELD = VALUE }."))
        else:
            st.caption(_("Set in sources.toml which sheet it is, or what its columns are."))
    if part.understood is None or part.checked is None:
        return
    st.html(screen.lines([*part.understood.notes, *left_out_in_words(part.checked)]))
    if not is_other_open and is_asked:
        review.queue(part.checked.queue, fetch_again, _WHO)
    elif part.checked.queue:
        words = _("{queue:,} questions are open. They are asked once those above are answered.")
        if is_other_open:
            words = _("{queue:,} questions are open. Remove your own records below: they are asked "
                      "here then.")  # fmt: skip
        st.caption(words.format(queue=len(part.checked.queue)))
    _changes(part, number)
    if len(part.checked.problems):
        listed = part.checked.problems.rename(columns=tables.PROBLEM_HEADINGS)
        tables.draw(listed, f"source_problems_{number}", _("Problems, row by row"))


def _changes(part: Part, number: int) -> None:
    if part.counts.empty:
        words = _("Nothing has changed since the last import.")
        st.caption(
            words if part.acceptable else _("No row was accepted. Settle the problems first.")
        )
        return
    counts = part.counts.reset_index().rename(columns=HEADINGS)
    tables.draw(counts, f"source_counts_{number}", _("What the import would change"))
    headings = {
        name: words for of_table in written.HEADINGS.values() for name, words in of_table.items()
    }
    for words in part.held_in_words(headings):
        st.warning(screen.label(words), icon=":material/warning:")
    if part.undone:
        words = _("Importing it would bring back what was taken out: {undone}.")
        st.warning(screen.label(words.format(undone=part.undone)), icon=":material/warning:")
    rows = part.changes.rows
    changed = rows[rows["change"] != SAME]
    history.draw_changes(changed, f"source_changes_{number}", _("What changed, row by row"))


def _offer(wanted: list[Part]) -> None:
    """Offer to take in what was read; what is gone is named, and has to be confirmed."""
    if not wanted:
        return
    much = [part for part in wanted if part.withdraws_much]
    meant = True
    if much:
        names = ", ".join(screen.spoken(part.name) for part in much)
        words = _("Remove from the records what is gone from {names}").format(names=names)
        meant = st.checkbox(words, key="gone_meant")
    st.button(
        _("Import"),
        on_click=_take,
        args=(wanted,),
        disabled=not meant or not (st.session_state.get(_WHO) or "").strip(),
        icon=":material/database_upload:",
        key="take_source",
        help=_("Everybody who opens the dashboard will see it. It can be undone in the history."),
    )


def _take(parts: list[Part]) -> None:
    who, at = st.session_state[_WHO].strip(), datetime.now(UTC)
    try:
        for part in parts:
            take_in(part, loading.programme_store(Right.IMPORT), who, at)
    except StoreError as fault:
        history.say("error", fault.for_visitors)
        return
    _forget()
    history.say("success", _("The source is in the programme records."))
    st.session_state["records_wanted"] = loading.STORED
