"""A folder that others drop files into: which counts, which is refused, and what is passed over."""

import os
import time
from pathlib import Path

import pytest

from data.__main__ import main
from data.review.decisions import Decisions
from data.sources.pulling import GONE, NOT_READ, READ, UNCHANGED, WAITS, pull, take_in
from data.sources.settings import Source
from data.store.address import open_store
from data.store.store import Store
from tests.data.sources.pulls import AT, HEADER, TODAY, group, numbers, pulled
from tests.data.uploads import csv_file

REFUSED = 2


@pytest.fixture
def dropped(tmp_path) -> Path:
    folder = tmp_path / "dropped"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, content: bytes, moment: int = 0) -> None:
    (folder / name).write_bytes(content)
    os.utime(folder / name, (moment, moment))


def taken(folder: Path, store: Store) -> dict[str, str]:
    """Take in what can be of a folder; return the state of each part."""
    parts = pulled(Source("drop", "folder", str(folder)), store)
    for part in parts:
        take_in(part, store, "source drop", AT)
    return {part.name: part.state for part in parts}


def test_of_two_versions_the_one_that_was_changed_last_counts(store, dropped):
    put(dropped, "a (2).csv", csv_file(HEADER, [group(1, Men="9")]), moment=2_000)
    put(dropped, "a.csv", csv_file(HEADER, [group(1)]), moment=1_000)
    assert taken(dropped, store) == {"drop/a.csv": READ, "drop/a (2).csv": READ}
    assert numbers(store) == {"T1": 11}


def test_a_file_that_cannot_be_read_is_refused_by_its_name_and_stops_no_other(
    store, dropped, capsys, tmp_path
):
    for number, name in enumerate(("a.csv", "b.csv", "c.csv", "d.csv"), 1):
        put(dropped, name, csv_file(HEADER, [group(number)]))
    assert set(taken(dropped, store).values()) == {READ}
    put(dropped, "b.csv", b"")
    put(dropped, "c.csv", b"PK\x03\x04no workbook")
    put(dropped, "d.csv", csv_file(HEADER, [group(4, Men="9")]))
    assert taken(dropped, store) == {
        "drop/a.csv": UNCHANGED, "drop/b.csv": NOT_READ, "drop/c.csv": NOT_READ, "drop/d.csv": READ,
    }  # fmt: skip
    assert numbers(store) == {"T1": 5, "T2": 5, "T3": 5, "T4": 11}  # what it told before stands
    put(dropped, "d.csv", csv_file(HEADER, [group(4, Men="8")]))
    place = str(tmp_path / "records" / "records.duckdb")
    assert main(["pull", "drop", "--kind", "folder", "--address", str(dropped),
                 "--store", place]) == REFUSED  # fmt: skip
    said = capsys.readouterr().err
    assert "not read: drop/b.csv: " in said
    assert "not read: drop/c.csv: " in said
    assert numbers(store)["T4"] == 10


def test_a_file_that_may_not_be_read_is_refused_by_its_name(store, dropped, monkeypatch):
    put(dropped, "a.csv", csv_file(HEADER, [group(1)]))
    put(dropped, "b.csv", csv_file(HEADER, [group(2)]))
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "b.csv":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    parts = {part.name: part for part in pulled(Source("drop", "folder", str(dropped)), store)}
    assert parts["drop/a.csv"].state == READ
    assert parts["drop/b.csv"].state == NOT_READ
    assert "b.csv cannot be read: Permission denied." in parts["drop/b.csv"].fault


def test_folders_in_it_are_said_to_be_passed_over(store, dropped):
    put(dropped, "a.csv", csv_file(HEADER, [group(1)]))
    for name in ("2024", ".hidden", "named.csv"):
        (dropped / name).mkdir()
    said = []
    source = Source("drop", "folder", str(dropped))
    parts = pull(source, store, Decisions(), TODAY, AT, said.append)
    assert [part.state for part in parts] == [READ]
    assert said == ["drop: 2 folders in it are passed over; only files beside them are read"]


def test_a_file_that_is_gone_counts_no_more_in_any_of_its_versions(store, dropped):
    put(dropped, "a.csv", csv_file(HEADER, [group(1)]))
    put(dropped, "b.csv", csv_file(HEADER, [group(2)]))
    taken(dropped, store)
    put(dropped, "a.csv", csv_file(HEADER, [group(1, Men="9")]))
    taken(dropped, store)
    assert numbers(store) == {"T1": 11, "T2": 5}
    (dropped / "a.csv").unlink()
    assert taken(dropped, store) == {"drop/b.csv": UNCHANGED, "drop/a.csv": GONE}
    assert numbers(store) == {"T2": 5}
    assert taken(dropped, store) == {"drop/b.csv": UNCHANGED}


def test_a_file_from_a_clock_that_is_ahead_is_read_and_beats_none_that_came_later(
    store, dropped, monkeypatch
):
    ahead = int(time.time()) + 30 * 86_400
    put(dropped, "a (2).csv", csv_file(HEADER, [group(1, Men="9")]), moment=ahead)
    assert taken(dropped, store) == {"drop/a (2).csv": WAITS}  # it came just now
    time.sleep(0.05)  # the clock of files is a little late
    (dropped / "a.csv").write_bytes(csv_file(HEADER, [group(1)]))
    monkeypatch.setattr("data.sources.kinds.folder.SETTLED", 0.0)
    assert taken(dropped, store) == {"drop/a (2).csv": READ, "drop/a.csv": READ}
    assert numbers(store) == {"T1": 5}


def test_what_somebody_undid_comes_back_only_where_it_is_said(
    tmp_path, dropped, monkeypatch, capsys
):
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    (tmp_path / "sources.toml").write_text(f'[drop]\nkind = "folder"\naddress = "{dropped}"\n')
    store = open_store(str(tmp_path / "records.duckdb"))
    for men in ("3", "9"):
        put(dropped, "a.csv", csv_file(HEADER, [group(1, Men=men)]))
        assert main(["pull", "drop"]) == 0
    store.rollback(2, "A lead", AT)
    put(dropped, "a.csv", csv_file(HEADER, [group(1, Men="9"), group(2)]))
    for __ in range(2):
        capsys.readouterr()
        assert main(["pull", "drop"]) == 2
        said = "import 2, its latest, was undone by A lead on 2026-11-25 08:30 UTC"
        assert f"drop/a.csv: not taken in, as {said}. Is it to count again? Then say --again." in (
            capsys.readouterr().out
        )
        assert numbers(store) == {"T1": 5}
    assert main(["pull", "drop", "--again"]) == 0
    assert numbers(store) == {"T1": 11, "T2": 5}
    (dropped / "a.csv").unlink()
    put(dropped, "b.csv", csv_file(HEADER, [group(3)]))
    assert main(["pull", "drop", "--withdraw"]) == 0
    put(dropped, "a.csv", csv_file(HEADER, [group(1)]))
    assert main(["pull", "drop"]) == 0  # nobody undid it: it was gone, and is back
    assert numbers(store) == {"T1": 5, "T3": 5}
