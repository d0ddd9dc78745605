"""What a visitor does that changes no record, noted in the audit: refused, a file taken along."""

import logging
from datetime import UTC, datetime
from typing import Protocol

import streamlit as st

from data.store import audit
from data.store.errors import StoreError
from data.store.store import Store
from pages.session import visitor

NOBODY = "not signed in"


class Note(Protocol):
    """Adds a row to the audit, as ``Store.note``."""

    def __call__(self, did: str, what: str, *, once: bool = False) -> None:
        """Add it; not before there are records. Where it cannot be, the log says so."""


def in_hands(store: Store) -> Store:
    """Return the store for the visitor: its audit has from which address, as far as is known."""
    return store.reached_from(audit.network(st.context.ip_address))


def noter(store: Store, who: str = "") -> Note:
    """Return what notes what a visitor does, also after the run of the screen.

    Parameters
    ----------
    store
        Whose audit it is.
    who
        Whoever has not been let in yet; blank for the visitor. In a public edition nobody is
        noted.
    """
    name = who or visitor.person().name or NOBODY
    is_public, place = bool(visitor.public_below()), in_hands(store)

    def note(did: str, what: str, *, once: bool = False) -> None:
        try:
            if not is_public and place.state():
                place.note(datetime.now(UTC), name, did, what, once=once)
        except StoreError as fault:
            logging.getLogger(__name__).error("The audit has no row of this: %s", fault)

    return note
