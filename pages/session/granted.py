"""The grants as they are now, looked up in the store at most once a second for all visitors."""

import os
import time
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

from data.access.grants import CLAIM, Grant, person
from data.access.rights import Person
from data.store.errors import StoreError
from data.store.store import Store, open_store

STORE_VARIABLE = "DATABASE_URL"
#: The claim of the provider that has the groups.
CLAIM_VARIABLE = "TRAINING_CLAIM"
#: Seconds for which what was looked up is taken for what is, and for which it holds where the
#: store is in use or does not answer.
FRESH, AT_MOST = 1.0, 60.0
#: Seconds to wait for a store in use where nothing is known; at a filter nobody waits.
PATIENCE = 5.0

_lock = Lock()
_looked_up: tuple[float, str, tuple[Grant, ...]] | None = None


def person_of(claims: Mapping[str, Any]) -> Person | None:
    """Return who has signed in, by the claims of the provider; None whom no grant fits.

    Raises ``StoreError`` where the grants cannot be looked up, and were not within a minute.
    """
    return person(grants(), claims, claim())


def claim() -> str:
    """Return the claim of the provider that says to which groups somebody belongs."""
    return os.environ.get(CLAIM_VARIABLE) or CLAIM


def grants() -> tuple[Grant, ...]:
    """Return the grants that hold, in the order in which they were made; raises as ``person_of``.

    One that is taken away elsewhere is gone within a second.
    """
    global _looked_up
    address = os.environ.get(STORE_VARIABLE, "")
    with _lock:
        known = _looked_up if _looked_up and _looked_up[1] == address else None
        age = time.monotonic() - known[0] if known else AT_MOST
        if known and age < FRESH:
            return known[2]
        try:
            found = tuple(
                one.grant for one in _store(address, 0.0 if known else PATIENCE).people.current()
            )
        except StoreError:
            if known and age < AT_MOST:
                return known[2]
            raise
        _looked_up = (time.monotonic(), address, found)
        return found


def forget() -> None:
    """Look the grants up anew at once, as one was changed here."""
    global _looked_up
    with _lock:
        _looked_up = None


@lru_cache(maxsize=4)
def _store(address: str, wait_seconds: float) -> Store:
    return open_store(address or None, wait_seconds)
