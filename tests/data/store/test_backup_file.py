"""A backup holds all of a store, and either engine takes it back; half a one is refused."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from data.store import audit, backup_file
from data.store.address import open_store
from data.store.store import Store
from tests.data.postgres import new_database
from tests.data.store.test_audit import NOON, changed
from tests.data.store.test_store import FIRST
from tests.data.stored import ENGINES, add, new_store

TODAY = date(2026, 11, 25)


def same(one: Store, other: Store) -> None:
    """Every table of both stores is equal, and so are the records they give."""
    others = other.tables()
    for name, rows in one.tables().items():
        order = list(rows.columns)
        pair = [table[order].convert_dtypes().astype("str") for table in (rows, others[name])]
        pd.testing.assert_frame_equal(*(t.sort_values(order, ignore_index=True) for t in pair))
    for name in ("trainings", "attendance"):
        pd.testing.assert_frame_equal(
            getattr(one.records(TODAY), name), getattr(other.records(TODAY), name)
        )
    pd.testing.assert_frame_equal(one.history(), other.history())


@pytest.mark.parametrize("target", ENGINES)
@pytest.mark.parametrize("source", ENGINES)
def test_from_nothing_to_the_last_backup(tmp_path: Path, source: str, target: str) -> None:
    lost, new = changed(new_store(source, tmp_path / "lost")), new_store(target, tmp_path / "new")
    contents = backup_file.write(lost.tables(), tmp_path / "all.backup", NOON)
    assert (contents.made_at, contents.rows["imports"], contents.rows["audit"]) == (NOON, 2, 5)
    new.fill(backup_file.read(tmp_path / "all.backup")[1])
    same(lost, new)
    assert audit.broken(new.audit()) is None
    add(new, FIRST, file_name="again.xlsx")  # numbers go on from where they were
    assert new.history()["id"].max() == 3


def test_the_commands_write_it_take_it_back_and_never_over_records(tmp_path: Path, capsys) -> None:
    lost = changed(new_store("duckdb", tmp_path / "lost"))
    backup, new = tmp_path / "all.backup", tmp_path / "new.duckdb"
    assert main(["backup", "--store", lost.where, str(backup)]) == 0
    assert "2 imports" in capsys.readouterr().out
    back = ["restore", "--store", str(new), "--who", "An administrator", str(backup)]
    assert main(back) == 0
    assert open_store(str(new)).audit()["did"].iloc[-1] == "restored"
    before = shutil.copy(new, tmp_path / "before")
    assert main(back) == 2
    assert "There are records already" in capsys.readouterr().err
    assert Path(before).stat().st_size == new.stat().st_size


def broken(path: Path, how: str) -> None:
    """Spoil a backup."""
    if how == "cut":
        path.write_bytes(path.read_bytes()[:-300])
    elif how == "other file":
        path.write_bytes(b"Training,District\n")
    else:
        with zipfile.ZipFile(path) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        if how == "changed row":
            parts["audit.parquet"] = parts["settings.parquet"]
        elif how == "missing table":
            del parts["attendance.parquet"]
        elif how == "later form":
            parts["contents.json"] = parts["contents.json"].replace(b'"form": 1', b'"form": 2')
        with zipfile.ZipFile(path, "w") as file:
            for name, content in parts.items():
                file.writestr(name, content)


@pytest.mark.parametrize("how", ["cut", "other file", "changed row", "missing table", "later form"])
def test_what_is_not_whole_is_refused_and_nothing_changes(tmp_path: Path, capsys, how: str) -> None:
    lost = changed(new_store("duckdb", tmp_path / "lost"))
    backup_file.write(lost.tables(), tmp_path / "all.backup", NOON)
    broken(tmp_path / "all.backup", how)
    new = tmp_path / "new.duckdb"
    assert main(["restore", "--store", str(new), str(tmp_path / "all.backup")]) == 2
    assert capsys.readouterr().err.startswith("Refused: ")
    assert not new.exists()


def test_a_backup_on_a_server_of_a_store_in_use_is_of_one_moment(tmp_path: Path) -> None:
    store = changed(open_store(new_database()))
    with store._place.writing() as session:
        session.run("UPDATE imports SET who = 'Half done' WHERE id = 1")
        assert set(store.tables()["imports"]["who"]) == {"An officer", "Another officer"}
