from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from data.store.store import Store
from tests.data.stored import ENGINES, new_store, tables_made_once


@pytest.fixture(scope="module", autouse=True)
def made_once(request, tmp_path_factory) -> Iterator[None]:
    """Let tables be made once, but where disks fill up while they are."""
    real = request.path.name == "test_errors.py"
    with nullcontext() if real else tables_made_once(tmp_path_factory.mktemp("tables")):
        yield


@pytest.fixture(params=ENGINES)
def store(request, tmp_path) -> Store:
    return new_store(request.param, tmp_path)
