"""The grants as they are now, looked up in the store at most once a second for all visitors."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from data.access.grants import CLAIM, Grant, person
from data.access.rights import Person
from data.store.address import open_store
from data.store.errors import STORE_VARIABLE, StoreError
from data.store.store import Store

#: The claim of the provider that has the groups.
CLAIM_VARIABLE = "TRAINING_CLAIM"
#: Seconds for which what was looked up is taken for what is, and for which it holds where the
#: store is in use or does not answer.
FRESH, AT_MOST = 1.0, 60.0
#: Seconds to wait for a store in use where nothing is known that holds; else nobody waits.
PATIENCE = 5.0

_lock = Lock()


@dataclass(frozen=True)
class _Known:
    """The grants of a store at an address, when they were looked up, and what it looked like."""

    at: float
    address: str
    looks: str
    grants: tuple[Grant, ...]


_known: _Known | None = None


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
    global _known
    address = os.environ.get(STORE_VARIABLE, "")
    with _lock:
        known = _known if _known and _known.address == address else None
        age = time.monotonic() - known.at if known else AT_MOST
        if known and age < FRESH:
            return known.grants
        try:
            table = _store(address, 0.0 if known and age < AT_MOST else PATIENCE).people
            looks = table.looks()
            same = known if known and looks and looks == known.looks else None
            found = same.grants if same else tuple(one.grant for one in table.current())
        except StoreError:
            if known and age < AT_MOST:
                return known.grants
            raise
        _known = _Known(time.monotonic(), address, looks, found)
        return found


def forget() -> None:
    """Look the grants up anew at once, as one was changed here."""
    global _known
    with _lock:
        _known = None


@lru_cache(maxsize=4)
def _store(address: str, wait_seconds: float) -> Store:
    return open_store(address or None, wait_seconds)
