import os

import pytest

from tests.reports import deck_reading


@pytest.fixture(scope="session", autouse=True)
def decks_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let the processes that share the tests out find each other's decks: each takes a second."""
    folder = tmp_path_factory.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    (shared / "decks").mkdir(exist_ok=True)
    deck_reading.FOLDERS[:] = [shared / "decks"]
