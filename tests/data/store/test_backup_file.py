"""A backup holds all of a store, and either engine takes it back; half a one is refused."""

import hashlib
import io
import json
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from data.__main__ import main
from data.store import audit, backup_file
from data.store.address import open_store
from data.store.store import Store
from tests.data.postgres import new_database
from tests.data.store.test_audit import NOON, changed
from tests.data.store.test_store import FIRST
from tests.data.stored import ENGINES, add, new_store

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("lost")
    store = changed(new_store("duckdb", folder))
    backup_file.write(store.tables(), folder / "all.backup", NOON)
    return (folder / "all.backup").read_bytes()


@pytest.fixture
def backup(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "all.backup"
    path.write_bytes(made)
    return path


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


@pytest.mark.parametrize(("source", "target"), [ENGINES, ENGINES[::-1]], ids=" to ".join)
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


def packed(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def with_table(path: Path, name: str, table: pa.Table) -> None:
    """Put a table into a backup, whose contents tell of it as it is."""
    parts, written = unpacked(path), io.BytesIO()
    parquet.write_table(table, written)
    about = json.loads(parts["contents.json"])
    sha256 = hashlib.sha256(written.getvalue()).hexdigest()
    about["tables"][name] = {"rows": table.num_rows, "sha256": sha256}
    parts |= {f"{name}.parquet": written.getvalue(), "contents.json": json.dumps(about).encode()}
    packed(path, parts)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-300])


def other_file(path: Path) -> None:
    path.write_bytes(b"Training,District\n")


def changed_row(path: Path) -> None:
    parts = unpacked(path)
    packed(path, parts | {"audit.parquet": parts["settings.parquet"]})


def missing_table(path: Path) -> None:
    parts = unpacked(path)
    del parts["attendance.parquet"]
    packed(path, parts)


def no_imports(path: Path) -> None:
    parts = unpacked(path)
    about = json.loads(parts["contents.json"])
    del about["tables"]["imports"]
    packed(path, parts | {"contents.json": json.dumps(about).encode()})


def list_of_tables(path: Path) -> None:
    about = b'{"form": 1, "made_at": "2026-11-25T08:30:00+00:00", "tables": []}'
    packed(path, unpacked(path) | {"contents.json": about})


def flagged(path: Path, place: int, value: int) -> None:
    """Set a byte of what a zip tells of its first file, where it begins and in its list."""
    content = bytearray(path.read_bytes())
    content[content.find(b"PK\x03\x04") + place] = value
    content[content.find(b"PK\x01\x02") + place + 2] = value
    path.write_bytes(bytes(content))


def encrypted(path: Path) -> None:
    flagged(path, 6, 1)


def unknown_packing(path: Path) -> None:
    flagged(path, 8, 99)


def broken_packing(path: Path) -> None:
    parts = unpacked(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    content = bytearray(path.read_bytes())
    content[content.find(b"attendance.parquet") + 19] ^= 255
    path.write_bytes(bytes(content))


def table_of(path: Path, name: str) -> pa.Table:
    return parquet.read_table(io.BytesIO(unpacked(path)[f"{name}.parquet"]))


def words_for_numbers(path: Path) -> None:
    table = table_of(path, "attendance")
    place = table.schema.get_field_index("participants_m")
    words = table.set_column(place, "participants_m", pa.array(["x"] * table.num_rows))
    with_table(path, "attendance", words)


def an_import_twice(path: Path) -> None:
    table = table_of(path, "imports")
    with_table(path, "imports", pa.concat_tables([table, table]))


def a_column_less(path: Path) -> None:
    with_table(path, "trainings", table_of(path, "trainings").drop_columns(["title"]))


def later_form(path: Path) -> None:
    parts = unpacked(path)
    about = parts["contents.json"].replace(b'"form": 1', b'"form": 2')
    packed(path, parts | {"contents.json": about})


def another_table(path: Path) -> None:
    with_table(path, "visits", table_of(path, "audit"))


def another_column(path: Path) -> None:
    table = table_of(path, "imports")
    with_table(path, "imports", table.append_column("region", pa.array(["x"] * table.num_rows)))


NO_BACKUP = "It is no backup that `python -m data backup` has made, or it is damaged."
NEWER = "It was made by a newer version of the dashboard. Nothing was changed. Restore it with"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        *((spoil, NO_BACKUP) for spoil in (
            cut, other_file, changed_row, missing_table, no_imports, list_of_tables, encrypted,
            unknown_packing, broken_packing, words_for_numbers, an_import_twice, a_column_less,
        )),
        (later_form, "Restore it with the version of the dashboard that made it."),
        (another_table, NEWER),
        (another_column, NEWER),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_refused_and_nothing_changes(
    backup: Path, tmp_path: Path, capsys, spoil, said: str
) -> None:
    spoil(backup)
    new = tmp_path / "new.duckdb"
    assert main(["restore", "--store", str(new), str(backup)]) == 2
    told = capsys.readouterr().err
    assert told.startswith("Refused: all.backup: ")
    assert said in told
    assert not new.exists()


def test_a_backup_on_a_server_of_a_store_in_use_is_of_one_moment(tmp_path: Path) -> None:
    store = changed(open_store(new_database()))
    with store._place.writing() as session:
        session.run("UPDATE imports SET who = 'Half done' WHERE id = 1")
        assert set(store.tables()["imports"]["who"]) == {"An officer", "Another officer"}
