import pytest

from data.store.store import Store, open_store
from tests.data.sources.servers import TOKEN


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("SOURCE_TOKEN", TOKEN)
    return open_store(str(tmp_path / "records" / "records.duckdb"))
