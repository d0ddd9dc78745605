"""The grants on the screen People: who has which role, one made, changed or taken away."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from data.access.grants import LONGEST, Grant, grant
from data.access.rights import Right, Role
from data.records.errors import ReadingError
from data.records.model import in_words
from data.store.errors import StoreError
from data.store.tables.people import Granted, GrantTable
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.parts import screen
from pages.parts.screen import label, text
from pages.session import granted, loading, visitor

#: What each role may do, in a line; each may do what the ones before it may.
WHAT_IT_MAY = {
    Role.VIEWER: _("views"),
    Role.EDITOR: _("imports records and answers questions about them"),
    Role.MANAGER: _("undoes imports and edits the text of the presentation"),
    Role.ADMINISTRATOR: _("decides who may do what"),
}
NEW = "new"


def current() -> list[Granted]:
    """Return the grants that hold; end the run, saying why, where they cannot be read."""
    try:
        return _table().current()
    except StoreError as fault:
        screen.failed(_("The grants could not be read."), fault.for_visitors)
        st.stop()


def outcome() -> None:
    """Say what came of the last press."""
    refused, words = st.session_state.pop("grants_told", (False, ""))
    if refused:
        screen.failed(_("Nothing was changed."), words)
    elif words:
        st.success(label(words), icon=":material/check:")


def make() -> None:
    """Offer to make a grant."""
    with st.popover(_("Add"), icon=":material/person_add:", key="grant_new", type="primary"):
        st.text_input(
            _("E-mail address, or a group"),
            key=f"grant_of_{NEW}",
            max_chars=LONGEST,
            help=_(
                "An address counts once the provider of sign-in has verified it. Write a "
                "group as the provider does in the claim “{claim}”."
            ).format(claim=granted.claim()),
        )
        _fields(NEW, Grant("", Role.VIEWER))
        st.button(_("Add"), on_click=_add, key="grant_add", type="primary")


def listed(grants: list[Granted]) -> None:
    """List the grants, each with the way to change it or take it away."""
    for one in grants:
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"grant_row_{one.number}"
        ):
            st.html(_row(one))
            changing = st.popover(
                _("Change"), icon=":material/edit:", key=f"grant_change_{one.number}",
                on_change="rerun", type="tertiary",
            )  # fmt: skip
            if changing.open:
                with changing:
                    _change(one)


def _row(one: Granted) -> str:
    """Return a grant for ``st.html``."""
    names = gazetteer.provinces()
    where = ", ".join(names[code] for code in one.grant.provinces) or _("All provinces")
    files = "" if one.grant.files else " \u00b7 " + _("no downloads")
    made = _("by {who}, {day}").format(who=one.who, day=in_words(one.at.date()))
    return (
        f'<div class="grant"><b>{text(one.grant.of)}</b>'
        f'<span class="role {one.grant.role}">{text(one.grant.role.capitalize())}</span>'
        f"<span>{text(where)}{files}</span><small>{text(made)}</small></div>"
    )


def _change(one: Granted) -> None:
    st.text(one.grant.of)
    _fields(str(one.number), one.grant)
    with st.container(horizontal=True):
        st.button(
            _("Save"), on_click=_save, args=(one,), key=f"grant_save_{one.number}", type="primary"
        )
        st.button(
            _("Remove"), on_click=_take_away, args=(one,), key=f"grant_remove_{one.number}",
            icon=":material/person_remove:",
        )  # fmt: skip


def _fields(key: str, given: Grant) -> None:
    """Ask for role, provinces and files; ``_written`` returns what stands there."""
    st.radio(
        _("Role"),
        list(Role),
        index=list(Role).index(given.role),
        format_func=str.capitalize,
        captions=[WHAT_IT_MAY[role] for role in Role],
        key=f"grant_role_{key}",
    )
    names = gazetteer.provinces()
    st.pills(
        _("Provinces"),
        list(names),
        default=list(given.provinces),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=f"grant_provinces_{key}",
        help=_(
            "None chosen means all. Somebody limited to some provinces is given the "
            "records of those alone."
        ),
    )
    st.toggle(_("May download files"), value=given.files, key=f"grant_files_{key}")


def _written(key: str, of: str) -> Grant:
    held = st.session_state
    provinces = held[f"grant_provinces_{key}"]
    return grant(of, held[f"grant_role_{key}"], provinces, files=held[f"grant_files_{key}"])


def _add() -> None:
    def add(table: GrantTable, who: str, at: datetime) -> str:
        made = _written(NEW, st.session_state[f"grant_of_{NEW}"])
        table.add([made], who, at)
        return _("{whom} now has the role of {role}.").format(whom=made.of, role=made.role)

    if _done(add):
        st.session_state[f"grant_of_{NEW}"] = ""


def _save(one: Granted) -> None:
    def save(table: GrantTable, who: str, at: datetime) -> str:
        made = _written(str(one.number), one.grant.of)
        if made != one.grant:
            table.change(one.number, made, who, at)
        return _("{whom} now has the role of {role}.").format(whom=made.of, role=made.role)

    _done(save)


def _take_away(one: Granted) -> None:
    def take_away(table: GrantTable, who: str, at: datetime) -> str:
        table.remove(one.number, who, at)
        return _("The grant of {whom} was removed.").format(whom=one.grant.of)

    _done(take_away)


def _done(change: Callable[[GrantTable, str, datetime], str]) -> bool:
    """Make a change in the visitor's name, and keep what to say of it; return whether it was."""
    try:
        words = change(_table(), visitor.person().name, datetime.now(UTC))
    except StoreError as fault:
        st.session_state["grants_told"] = (True, fault.for_visitors)
    except ReadingError as fault:
        st.session_state["grants_told"] = (True, str(fault))
    else:
        st.session_state["grants_told"] = (False, words)
        granted.forget()
        return True
    return False


def _table() -> GrantTable:
    return loading.programme_store(Right.PEOPLE).people
