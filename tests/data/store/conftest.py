import pytest

from data.store.store import Store
from tests.data.stored import ENGINES, new_store


@pytest.fixture(params=ENGINES)
def store(request, tmp_path) -> Store:
    return new_store(request.param, tmp_path)
