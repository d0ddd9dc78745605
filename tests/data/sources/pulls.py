"""A pull as the tests make it: of a server of this machine, on one day, kept by one who may."""

from datetime import UTC, date, datetime

from data.review.decisions import Decisions
from data.sources.pulling import Part, pull, take_in
from data.sources.settings import Source
from data.store.imports import Import
from data.store.store import Store

AT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
TODAY = date(2026, 11, 25)
HEADER = ("Training ID", "Training title", "Start date", "District", "Agency", "Women", "Men")


def group(number: int, **changes: object) -> dict:
    usual = (f"T{number}", f"Training {number}", "2023-05-09", "Lahore", "Police", "2", "3")
    return dict(zip(HEADER, usual, strict=True)) | changes


def source_of(kind: str, address: str, **told: object) -> Source:
    path = {
        "kobo": "/api/v2/assets/form",
        "odk": "/v1/projects/1/forms/f.svc",
        "dhis2": "/api/tracker/events?program=prog",
        "file": "/records",
    }[kind]
    return Source("forms", kind, address + path, token="SOURCE_TOKEN", **told)  # noqa: S106


def pulled(source: Source, store: Store, today: date = TODAY) -> list[Part]:
    return pull(source, store, Decisions(), today, AT, lambda words: None)


def taken(source: Source, store: Store) -> Import | None:
    [part] = pull(source, store, Decisions(), TODAY, AT, lambda words: None, listed=False)
    return take_in(part, store, "source forms", AT)


def numbers(store: Store) -> dict[str, int]:
    """Return the people of each training that counts."""
    rows = store.records(TODAY).attendance
    people = rows[["participants_f", "participants_m"]].sum(axis=1)
    return dict(zip(rows["training_id"], people.astype(int), strict=True))
