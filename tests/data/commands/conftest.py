from collections.abc import Iterator

import pytest

from tests.data.stored import tables_made_once


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory) -> Iterator[None]:
    with tables_made_once(tmp_path_factory.mktemp("tables")):
        yield
