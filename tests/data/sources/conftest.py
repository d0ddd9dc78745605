from collections.abc import Iterator
from functools import cache

import pytest
from httpx2._transports import default

from data.store.address import open_store
from data.store.store import Store
from tests.data.sources.servers import TOKEN


@pytest.fixture(scope="session", autouse=True)
def authorities_read_once() -> Iterator[None]:
    """Let the authorities that are trusted be read once: no server of these tests has any."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(default, "create_ssl_context", cache(default.create_ssl_context))
        yield


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("SOURCE_TOKEN", TOKEN)
    return open_store(str(tmp_path / "records" / "records.duckdb"))
