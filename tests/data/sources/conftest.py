import pytest

from data.store.address import open_store
from data.store.store import Store
from tests.data.sources.servers import TOKEN


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("SOURCE_TOKEN", TOKEN)
    return open_store(str(tmp_path / "records" / "records.duckdb"))
