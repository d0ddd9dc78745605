"""What is kept with the records: decisions, sources, the words of the story, its imprint."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from data.access.rights import Right
from data.review.decisions import Decisions, DecisionsError
from data.sources.settings import Sources, sources_beside
from data.store.address import records_file
from data.store.errors import STORE_VARIABLE, StoreError
from data.store.tables.decisions import DECISIONS_FILE
from geo.words.catalogue import _
from pages.session import loading, visitor
from reports.imprint.imprint import Imprint, ImprintError, imprint_from_json
from reports.story.wording import Wording, WordingError, wording_from_json

WORDING, IMPRINT = "wording", "imprint"


def _beside() -> Path:
    return records_file(os.environ.get(STORE_VARIABLE))


def sources() -> Sources:
    """Return the sources that the administrator has named; raises ``SourceError``."""
    return sources_beside(_beside())


def take_in_decisions() -> str:
    """Take a file of decisions beside the records into the store, once; return what was done.

    Raises ``DecisionsError`` or ``StoreError`` where it cannot be.
    """
    path = _beside().with_name(DECISIONS_FILE)
    told = loading.store().decisions.take_in(path, "the dashboard", datetime.now(UTC))
    if told:
        logging.getLogger(__name__).warning("%s", told)
    return told


def decisions() -> Decisions:
    """Return what has been decided; raises ``DecisionsError`` where it cannot be read."""
    with _as_decisions_error():
        if not visitor.public_below():
            take_in_decisions()
        return loading.store().decisions.current()


def keep_decisions(change: Callable[[Decisions], Decisions], who: str) -> list[int]:
    """Keep what somebody has decided, beside what others decide meanwhile; return the numbers.

    Raises ``DecisionsError`` where it cannot be kept, as in a public edition.
    """
    with _as_decisions_error():
        table = loading.programme_store(Right.IMPORT).decisions
        take_in_decisions()
        return table.decide(change, who, datetime.now(UTC))


def undo_decision(number: int, who: str) -> None:
    """Take a decision back; raises ``DecisionsError`` where it cannot be, or is somebody else's."""
    with _as_decisions_error():
        loading.programme_store(Right.IMPORT).decisions.undo(number, who, datetime.now(UTC))


@contextmanager
def _as_decisions_error() -> Iterator[None]:
    try:
        yield
    except StoreError as fault:
        raise DecisionsError(fault.for_visitors) from fault


def kept_wording(records_key: str) -> Wording | None:
    """Return how the story of a set of records is worded; None where nobody has worded it.

    Nor where not all counts are shown: what was written beside them can have some of them in it.
    Raises ``WordingError`` where what was kept cannot be read.
    """
    if not visitor.sees_rows():
        return None
    words = _kept(WORDING, records_key, WordingError)
    return wording_from_json(words) if words else None


def kept_imprint(records_key: str) -> Imprint | None:
    """Return the imprint that was kept with a set of records; None where none was.

    Raises ``ImprintError`` where what was kept cannot be read.
    """
    words = _kept(IMPRINT, records_key, ImprintError)
    return imprint_from_json(words) if words else None


def keep(what: str, records_key: str, made: Wording | Imprint, who: str) -> None:
    """Keep a ``WORDING`` or ``IMPRINT`` for everybody; raises ``StoreError`` where it cannot be."""
    store = loading.programme_store(Right.WORDING)
    store.keep_setting(f"{what}:{records_key}", made.to_json(), who, datetime.now(UTC))


def _kept(what: str, records_key: str, error: type[Exception]) -> str | None:
    """Return what was kept under a name; raises ``error`` where it cannot be read."""
    wrong = _("The saved {what} could not be read.").format(what=what)
    if loading.store_fault():
        raise error(f"{wrong} {loading.store_fault()}")
    try:
        return loading.store().setting(f"{what}:{records_key}") if loading.store_state() else None
    except StoreError as fault:
        raise error(f"{wrong} {fault.for_visitors}") from fault
