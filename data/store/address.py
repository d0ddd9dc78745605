"""Where the records are, by an address: a file, or a database on a server."""

from __future__ import annotations

from pathlib import Path

from data.store.errors import StoreError, not_an_address
from data.store.store import Store
from geo.words.catalogue import _

DEFAULT = Path(__file__).parents[2] / "records" / "records.duckdb"
SERVERS = ("postgresql://", "postgres://")
WAIT_SECONDS = 30.0


def open_store(url: str | None = None, wait_seconds: float = WAIT_SECONDS) -> Store:
    """Return the store at an address; nothing is opened or made yet.

    Parameters
    ----------
    url
        ``postgresql://…``, or the path of a DuckDB file; ``DEFAULT`` where there is none.
        ``StoreUnreachable`` is raised if it is neither.
    wait_seconds
        How long to wait for another import before ``StoreBusy`` is raised.
    """
    if url and url.startswith(SERVERS):
        # Only who has a server waits for its driver to load.
        from data.store.engines.postgres import StoreServer

        return Store(StoreServer(url, wait_seconds))
    from data.store.engines.duckdb_file import StoreFile

    path = _file(url)
    if "://" in path:
        raise not_an_address()
    return Store(StoreFile(Path(path), wait_seconds))


def records_file(url: str | None) -> Path:
    """Return the file of the records at an address; ``DEFAULT`` where they are on a server."""
    return Path(url) if url and "://" not in url else DEFAULT


def require_apart(url: str | None, path: Path) -> None:
    """Refuse to write to the file of the records at an address, or to one that belongs to it.

    Raises
    ------
    StoreError
        If ``path`` is that file, its log or lock, its copy, or a damaged one that is kept.
    """
    if url and url.startswith(SERVERS):
        return
    from data.store.engines.backups import belongs_to

    if belongs_to(Path(_file(url)), path):
        what = _("The records themselves are kept there.")
        advice = _("Nothing was changed. Name another file, or another folder.")
        raise StoreError(what, str(path), advice)


def _file(url: str | None) -> str:
    return url.removeprefix("duckdb:///") if url else str(DEFAULT)
