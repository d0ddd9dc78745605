"""What a visitor does that changes no record, noted in the audit.

Signing in and out, being refused, taking a file along.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

import streamlit as st

from data.access.grants import name_of
from data.access.rights import Person
from data.store import audit
from data.store.errors import StoreError
from data.store.store import Store
from pages.session import visitor

NOBODY = "not signed in"


class Note(Protocol):
    """Adds a row to the audit, as ``Store.note``."""

    def __call__(self, did: str, what: str, *, once: bool = False) -> None:
        """Add it; not before there are records. Where it cannot be, the log says so."""


def sign_in(store: Callable[[], Store]) -> None:
    """Note who has signed in, once a sign-in; or why he is not let in, once a window."""
    if not visitor.signs_in() or not st.user.is_logged_in:
        return
    found, claims = visitor.look_up(used=False), st.user.to_dict()
    if isinstance(found, Person):
        began = datetime.fromtimestamp(float(str(claims["iat"])), UTC)
        told = ("signed in", f"at {began:%Y-%m-%d %H:%M} UTC")
    else:
        told = ("was refused", found.why)
    if st.session_state.get("sign_in_noted") != told:
        noter(store, name_of(claims))(*told, once=isinstance(found, Person))
        st.session_state["sign_in_noted"] = told


def sign_out(store: Callable[[], Store]) -> None:
    """End the sign-in, and note that somebody has signed out."""
    noter(store)("signed out", "")
    visitor.sign_out()


def noter(store: Callable[[], Store], who: str = "") -> Note:
    """Return what notes what a visitor does, also after the run of the screen.

    Parameters
    ----------
    store
        Gives the store whose audit it is, which may be refused.
    who
        Whoever has not been let in yet; blank for the visitor. In a public edition nobody is
        noted.
    """
    name = who or visitor.person().name or NOBODY
    person, is_public = visitor.person(), bool(visitor.public_below())
    network = audit.network(st.context.ip_address)

    def note(did: str, what: str, *, once: bool = False) -> None:
        try:
            if not is_public and store().state():
                store().used_by(person, network).note(datetime.now(UTC), name, did, what, once=once)
        except StoreError as fault:
            logging.getLogger(__name__).error("The audit has no row of this: %s", fault)

    return note
