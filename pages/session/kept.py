"""What is kept beside the records: decisions, sources, the words of the story, its imprint."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from data.access.rights import NotAllowedError, Right
from data.review.decisions import Decisions, DecisionsError, change_decisions, load_decisions
from data.sources.settings import Source, sources_beside
from data.store.errors import StoreError
from geo.words.catalogue import _
from pages.session import loading, visitor
from reports.imprint.imprint import Imprint, ImprintError, imprint_from_json
from reports.story.wording import Wording, WordingError, wording_from_json


def _beside() -> Path:
    """Return the file of the records; that of the project's own folder where they are elsewhere."""
    address = os.environ.get(loading.STORE_VARIABLE, "")
    return loading.STORE_FILE if "://" in address or not address else Path(address)


def _decisions_file() -> Path:
    """Return where decisions are kept: beside the file of the records."""
    return _beside().with_name("decisions.json")


def sources() -> dict[str, Source]:
    """Return the sources that the administrator has named; raises ``SourceError``."""
    return sources_beside(_beside())


def decisions() -> Decisions:
    """Return what has been decided; raises ``DecisionsError`` where it cannot be read."""
    return load_decisions(_decisions_file())


def keep_decisions(change: Callable[[Decisions], Decisions]) -> None:
    """Change what is decided, beside what others decide meanwhile.

    Raises ``DecisionsError`` where the change cannot be made, as in a public edition, ``OSError``
    where it cannot be written.
    """
    try:
        visitor.require(Right.IMPORT)
    except NotAllowedError as refused:
        raise DecisionsError(str(refused)) from refused
    change_decisions(_decisions_file(), change)


def kept_wording(records_key: str) -> Wording | None:
    """Return how the story of a set of records is worded; None where nobody has worded it.

    Nor where not all counts are shown: what was written beside them can have some of them in it.
    Raises ``WordingError`` where what was kept cannot be read.
    """
    if not visitor.sees_rows():
        return None
    words = _kept("wording", records_key, WordingError)
    return wording_from_json(words) if words else None


def keep_wording(records_key: str, worded: Wording, who: str) -> None:
    """Keep a wording for everybody; raises ``StoreError`` where it cannot be written."""
    loading.programme_store(Right.WORDING).keep_setting(
        f"wording:{records_key}", worded.to_json(), who, datetime.now(UTC)
    )


def kept_imprint(records_key: str) -> Imprint | None:
    """Return the imprint that was kept with a set of records; None where none was.

    Raises ``ImprintError`` where what was kept cannot be read.
    """
    words = _kept("imprint", records_key, ImprintError)
    return imprint_from_json(words) if words else None


def keep_imprint(records_key: str, imprint: Imprint, who: str) -> None:
    """Keep an imprint for everybody; raises ``StoreError`` where it cannot be written."""
    loading.programme_store(Right.WORDING).keep_setting(
        f"imprint:{records_key}", imprint.to_json(), who, datetime.now(UTC)
    )


def _kept(what: str, records_key: str, error: type[Exception]) -> str | None:
    """Return what was kept under a name; raises ``error`` where it cannot be read."""
    wrong = _("The kept {what} could not be read.").format(what=what)
    if loading.store_fault():
        raise error(f"{wrong} {loading.store_fault()}")
    try:
        return loading.store().setting(f"{what}:{records_key}") if loading.store_state() else None
    except StoreError as fault:
        raise error(f"{wrong} {fault.for_visitors}") from fault
