"""Files that commands write: beside the records and never over them, whole or not at all."""

import resource
import shutil
from pathlib import Path

import pytest

from data.__main__ import main
from data.store.address import open_store
from reports.__main__ import main as reports
from tests.data.stored import add, upload

REFUSED = 2
#: What stands beside ``records.duckdb``, by the end of its name and by another way to it.
OWN = ("records.duckdb", "records.previous.duckdb", "records.damaged-1.duckdb",
       "records.duckdb.wal", "records.duckdb.lock", "other.duckdb")  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Return the folder of a store with two imports, which is only copied."""
    folder = tmp_path_factory.mktemp("made")
    store = open_store(str(folder / "records.duckdb"))
    for people in (2, 3):
        add(store, upload({"T1": "Law"}, {("T1", "PK634", "Police"): (people, None, None)}))
    return folder


@pytest.fixture
def folder(made, tmp_path, monkeypatch) -> Path:
    """Return a folder in which the records are, with two imports, and a link to them."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    address = str(tmp_path / "records.duckdb")
    monkeypatch.setenv("DATABASE_URL", address)
    (tmp_path / "other.duckdb").symlink_to(address)
    (tmp_path / "names.csv").write_text("District\nLahore\n")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("name", OWN)
def test_nothing_is_written_over_the_records_or_what_belongs_to_them(folder, capsys, name):
    before, out = contents(folder), str(folder / name)
    commands = [
        ["backup", out],
        ["export", out],
        ["export", "--records", "illustrative", out],
        ["audit", "--csv", out],
        ["decisions", "--file", out],
        ["match", str(folder / "names.csv"), "--name", "District", "--out", out],
    ]
    for command in commands:
        assert main(command) == REFUSED
        assert "The records themselves are kept there. Nothing was changed." in (
            capsys.readouterr().err
        )
    assert contents(folder) == before


def test_no_folder_of_tables_and_no_report_is_written_over_the_records(folder, capsys, monkeypatch):
    records = (folder / "records.duckdb").rename(folder / "attendance.csv")
    monkeypatch.setenv("DATABASE_URL", str(records))
    before = records.read_bytes()
    assert main(["export", "--format", "csv", str(folder)]) == REFUSED
    assert reports(["map", "--format", "svg", str(records)]) == REFUSED
    assert capsys.readouterr().err.count("The records themselves are kept there.") == 2
    assert records.read_bytes() == before


def test_a_name_that_is_only_like_that_of_the_records_is_written(folder):
    for name in ("records.xlsx", "records.duckdb.backup", "records.previous.xlsx"):
        assert main(["backup", str(folder / name)]) == 0


@pytest.mark.parametrize(
    "command",
    [["backup"], ["export"], ["audit", "--csv"], ["decisions", "--file"],
     ["match", "names.csv", "--name", "District", "--out"]],
)  # fmt: skip
def test_a_disk_without_room_leaves_the_earlier_file_and_is_said_of_it(
    folder, capsys, monkeypatch, command
):
    monkeypatch.chdir(folder)
    out = folder / "out.xlsx"
    out.write_text("as it was before")
    before = set(folder.iterdir())
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, usual[1]))
    try:
        assert main([*command, str(out)]) == REFUSED
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    told = capsys.readouterr().err
    assert f"Refused: {out}: no room is left on the disk; make room and try again." in told
    assert out.read_text() == "as it was before"
    assert set(folder.iterdir()) == before
