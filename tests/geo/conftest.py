"""A folder for installed boundary sets that has none yet."""

from pathlib import Path

import pytest

from geo.districts import boundary_folder


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(boundary_folder.FOLDER_VARIABLE, str(tmp_path / "sets"))
    return tmp_path / "sets"
