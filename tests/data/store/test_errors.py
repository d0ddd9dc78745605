"""What a crash, a crowd, a full disk or a bad disk does to the records: never half of anything."""

import contextlib
import json
import os
import pwd
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.store.address import open_store
from data.store.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreUnreachable
from data.store.store import Store
from tests.data.import_process import NOTHING, WHOLE, large, state_of, states_of
from tests.data.postgres import drop_database, new_database
from tests.data.stored import ENGINES, add, content, new_url, upload

PROJECT = Path(__file__).parents[3]
TODAY = date(2026, 11, 25)
#: Of an import, a roll-back, decisions and a backup, in turns; 200 and more before a release.
KILLS = int(os.environ.get("TRAINING_KILLS", "8"))
KEY = ("T1", "PK634", "Police")
FIRST = upload({"T1": "Referral"}, {KEY: (2, 5, None)})
SECOND = upload({"T1": "Referral of victims"}, {KEY: (3, 5, None)})


@pytest.fixture(params=ENGINES)
def url(request, tmp_path) -> str:
    return new_url(request.param, tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    store = open_store(str(folder / "records.duckdb"))
    add(store, FIRST, "first.csv")
    add(store, SECOND, "second.csv")
    return folder


@pytest.fixture
def path(made, tmp_path) -> Path:
    """Return the file of a store with two imports, the second with a copy before it."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "records.duckdb"


@pytest.fixture(scope="module")
def asked() -> Iterator[Callable[..., Any]]:
    """Have something done in a new process, a copy of one that has loaded the libraries."""
    command = [sys.executable, "-m", "tests.data.import_process"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=PROJECT, **pipes) as answering:  # noqa: S603

        def ask(*told: object) -> Any:
            print(json.dumps([*map(str, told)]), file=answering.stdin, flush=True)
            answer = json.loads(answering.stdout.readline())
            assert answer is not None, "the process ended with the error above"
            return answer

        yield ask


# ------------------------------------------------------------------ killed, and two at once


def test_what_is_killed_is_there_as_a_whole_or_not_at_all(asked, url, tmp_path):
    """An import, a roll-back, many decisions at once, a backup; nothing else is lost or doubled."""
    told = asked("kill", url, KILLS, 20230925, tmp_path)
    states = [state for _, _, state in told]
    assert len(states) == KILLS
    assert set(states) <= {WHOLE, NOTHING}, told
    assert NOTHING in states
    imported = [state for number, _, state in told if number % 4 == 0].count(WHOLE)
    made_in_peace = 2 + KILLS // 4 + 1  # the last of them to be rolled back
    assert add(open_store(url), FIRST, "T1").id == made_in_peace + imported + 1


def test_processes_that_import_at_once_all_land(asked, url):
    assert asked("crowd", url, "A", "B", "C") == [0, 0, 0]
    store = open_store(url)
    assert sorted(store.history()["id"]) == [1, 2, 3]
    assert states_of(store, "ABC") == [WHOLE] * 3


def test_two_sessions_of_one_process_that_import_at_once_both_land(url):
    store, others = open_store(url), open_store(url)
    threads = [
        threading.Thread(target=add, args=(one, large(name, 500), name))
        for one, name in ((store, "A"), (others, "B"), (store, "C"), (others, "D"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(store.history()["file_name"]) == ["A", "B", "C", "D"]
    assert state_of(store, "A") == WHOLE


def test_who_would_wait_too_long_is_told_and_nothing_changes(url):
    store, hasty = open_store(url), open_store(url, wait_seconds=0.3)
    add(store, FIRST, "first.csv")
    with store._place.writing(), pytest.raises(StoreBusy) as told:
        add(hasty, SECOND, "second.csv")
    assert "in use by another import" in str(told.value)
    assert "Nothing was changed" in told.value.what_to_do
    assert len(store.history()) == 1
    assert add(hasty, SECOND, "second.csv").id == 2


def test_a_fault_in_the_middle_leaves_the_records_as_they_were(url, monkeypatch):
    store = open_store(url)
    add(store, FIRST, "first.csv")

    def fail(*_):
        raise RuntimeError("a fault of the program")

    with monkeypatch.context() as patched:
        patched.setattr("data.store.audit.append", fail)  # when all rows are in
        with pytest.raises(RuntimeError, match="a fault"):
            add(store, SECOND, "second.csv")
    assert content(store.records(TODAY))[0] == {"T1": "Referral"}
    assert add(store, SECOND, "second.csv").id == 2


# ------------------------------------------------------------------ no room


@pytest.mark.parametrize("more", [-900_000, 300_000, 1_500_000])
def test_without_room_the_old_records_are_whole_and_the_message_is_plain(asked, tmp_path, more):
    path = tmp_path / "records.duckdb"
    store = open_store(str(path))
    add(store, large("small", 500), "small")
    told = asked("add", path, "large", path.stat().st_size + more, 30_000)
    if told.startswith("StoreFull"):
        assert "no room left on the disk" in told
        assert "as they were" in told
        assert state_of(store, "large") == NOTHING
    else:
        assert more > 900_000, "what it took did not fit"
        assert state_of(store, "large") == WHOLE
    add(store, large("later", 500), "later")
    assert state_of(store, "later") == WHOLE


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("only root can make a small disk to fill")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607


def until_full(store: Store) -> int:
    for number in range(100):
        try:
            add(store, large(f"N{number}"), f"N{number}")
        except StoreFull:
            return number
    raise AssertionError("the disk never filled up")


@pytest.mark.parametrize("megabytes", [1, 4, 7, 9])
def test_a_disk_that_fills_up_leaves_the_old_records_whole(tmp_path, megabytes):
    folder = tmp_path / "disk"
    with small_disk(folder, megabytes):
        store = open_store(str(folder / "records.duckdb"))
        taken = until_full(store)
        names = [f"N{number}" for number in range(taken + 1)]
        assert states_of(store, names) == [WHOLE] * taken + [NOTHING]
        assert len(store.history()) == taken


@pytest.mark.parametrize("megabytes", [16, 18])
def test_a_servers_disk_that_fills_up_leaves_the_old_records_whole(megabytes):
    # Not in tmp_path: the server must be let into every folder above its disk.
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "disk"
        with small_disk(folder, megabytes):
            url = new_database(on_disk=folder)
            room = folder / "room"
            room.write_bytes(bytes(2_000_000))
            try:
                store = open_store(url)
                taken = until_full(store)
                room.unlink()  # as the message asks; before it the server may let nobody in
                names = [f"N{number}" for number in range(taken + 1)]
                assert states_of(store, names) == [WHOLE] * taken + [NOTHING]
                assert len(store.history()) == taken
                assert add(store, FIRST, "small").id == taken + 1
            finally:
                drop_database(url)


# ------------------------------------------------------------------ a damaged file


@pytest.mark.parametrize("length", [0, 1, 4096, 12_288, 300_000, -4096])
def test_a_truncated_file_is_kept_aside_and_the_way_back_is_shown(path, length):
    whole = path.read_bytes()
    damaged = whole[:length]
    path.write_bytes(damaged)
    store = open_store(str(path))
    with pytest.raises(StoreDamaged) as told:
        store.records(TODAY)
    aside = path.with_name("records.damaged-1.duckdb")
    assert aside.read_bytes() == damaged
    assert not path.exists()
    assert told.value.where == str(path)
    assert "It is kept as records.damaged-1.duckdb." in told.value.what
    assert "`python -m data restore`" in told.value.what_to_do
    for use in (store.history, lambda: add(store, FIRST, "x"), lambda: store.records(TODAY)):
        with pytest.raises(StoreDamaged, match="is damaged"):
            use()
    assert not path.exists(), "an empty store in its place would hide that records are missing"


def test_the_copy_brings_back_what_was_there_before_the_last_import(path):
    path.write_bytes(b"nothing that a database would write")
    store = open_store(str(path))
    with pytest.raises(StoreDamaged):
        store.history()
    store.restore()
    assert content(store.records(TODAY))[0] == {"T1": "Referral"}
    assert store.history()["file_name"].tolist() == ["first.csv"]
    assert add(store, SECOND, "second.csv").id == 2
    assert path.with_name("records.damaged-1.duckdb").exists()


def test_one_can_begin_anew_but_only_when_one_says_so(path):
    path.write_bytes(path.read_bytes()[:100_000])
    store = open_store(str(path))
    with pytest.raises(StoreDamaged):
        add(store, FIRST, "first.csv")
    store.restore(anew=True)
    assert store.history().empty
    path.write_bytes(b"")
    with pytest.raises(StoreDamaged, match="damaged-2"):
        store.history()
    assert path.with_name("records.damaged-1.duckdb").exists()


def test_what_can_be_read_is_not_restored(path):
    store = open_store(str(path))
    with pytest.raises(StoreError, match="can be read"):
        store.restore()
    assert len(store.history()) == 2


def test_a_damaged_copy_is_not_put_in_place(path):
    path.write_bytes(b"")
    path.with_name("records.previous.duckdb").write_bytes(b"")
    store = open_store(str(path))
    with pytest.raises(StoreDamaged):
        store.restore()
    with pytest.raises(StoreDamaged):
        store.history()


def test_a_server_is_restored_by_who_looks_after_it():
    with pytest.raises(StoreError, match="server's own copies"):
        open_store(new_database()).restore()


def test_a_flipped_bit_is_found_or_does_no_harm(path, tmp_path):
    sound, chance = path.read_bytes(), random.Random(56)  # noqa: S311
    expected = content(open_store(str(path)).records(TODAY))
    found = 0
    for number in range(24):
        content_now = bytearray(sound)
        content_now[chance.randrange(len(sound) if number % 2 else 12_288)] ^= 1 << number % 8
        folder = tmp_path / f"flipped-{number}"
        folder.mkdir()
        (folder / "records.duckdb").write_bytes(content_now)
        store = open_store(str(folder / "records.duckdb"))
        try:
            assert content(store.records(TODAY)) == expected
            assert len(store.history()) == 2
        except StoreDamaged:
            assert (folder / "records.damaged-1.duckdb").read_bytes() == content_now
            found += 1
    assert found > 6


def test_an_import_into_a_damaged_file_finds_the_damage_first(path):
    sound = path.read_bytes()
    store = open_store(str(path))
    for at in range(12_288, len(sound), len(sound) // 6):
        path.write_bytes(sound[:at] + bytes(4096) + sound[at + 4096 :])
        try:
            took = add(store, upload({"T9": f"{at}"}, {}), "third.csv")
        except StoreDamaged:
            path.with_name("records.damaged-1.duckdb").unlink()
        else:
            assert took.id == 3
            titles = {"T1": "Referral of victims", "T9": f"{at}"}
            assert content(store.records(TODAY)) == (titles, {KEY: (3, 5, None)})


# ------------------------------------------------------------------ sound, and not to be opened


@contextlib.contextmanager
def few_files_free(free: int) -> Iterator[None]:
    """Leave only so many more files that this process may open."""
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken: list[int] = []
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, usual[1]))
        with contextlib.suppress(OSError):
            while True:
                taken.append(os.open(os.devnull, os.O_RDONLY))
        for _ in range(free):
            os.close(taken.pop())
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)
        for one in taken:
            os.close(one)


def test_a_sound_file_is_left_alone_where_too_many_files_are_open(path):
    store, sound, faults = open_store(str(path)), path.read_bytes(), []
    store.history()
    for free in range(6):
        try:
            with few_files_free(free):
                store.history()
        except StoreError as fault:
            faults.append(fault)
    assert [one for one in faults if "could not be opened (too many open files)" in one.what]
    assert not [one for one in faults if isinstance(one, StoreDamaged)]
    assert path.read_bytes() == sound
    assert len(store.history()) == 2


def as_nobody(store: Store, *, write: bool = False) -> str:
    """Return what reading, or writing, comes to for a user who owns nothing here."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setuid(pwd.getpwnam("nobody").pw_uid)
            if write:
                add(store, SECOND)
            told = f"{store.state()} {len(store.history())} imports"
        except StoreError as fault:
            told = f"{type(fault).__name__}: {fault.what}"
        except BaseException:
            told = traceback.format_exc()
        os.write(into, told.encode())
        os._exit(0)
    os.close(into)
    with os.fdopen(out) as words:
        told = words.read()
    os.waitpid(child, 0)
    return told


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can read as somebody else")
def test_a_sound_file_is_left_alone_by_who_may_not_read_it():
    with tempfile.TemporaryDirectory() as place:  # every folder above it is open to all
        Path(place).chmod(0o777)
        path = Path(place) / "records.duckdb"
        store = open_store(str(path))
        add(store, FIRST, "first.csv")
        path.with_name("records.duckdb.lock").chmod(0o666)
        path.chmod(0o600)
        told = as_nobody(store)
        assert (
            told == "StoreError: The file of the records could not be opened (permission denied)."
        )
        Path(place).chmod(0o700)
        assert as_nobody(store) == "StoreError: The system refused: Permission denied."
        assert len(store.history()) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can read as somebody else")
@pytest.mark.parametrize("lock", [True, False])
def test_who_may_only_read_the_folder_reads_the_records_and_leaves_nothing(lock):
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "records.duckdb"
        add(open_store(str(path)), FIRST, "first.csv")
        lock_file = path.with_name("records.duckdb.lock")
        lock_file.chmod(0o644)
        if not lock:
            lock_file.unlink()
        Path(place).chmod(0o755)
        before = {one: one.read_bytes() for one in Path(place).iterdir()}
        store = open_store(str(path))  # which has not looked at the file yet
        assert as_nobody(store).endswith(" 1 imports")
        assert as_nobody(store, write=True) == "StoreError: The system refused: Permission denied."
        assert {one: one.read_bytes() for one in Path(place).iterdir()} == before
        with store._place.writing(with_copy=False) as session:
            session.run("DROP TABLE whole_trainings CASCADE")
        assert "earlier version, and can only be read here" in as_nobody(open_store(str(path)))


def test_a_file_that_may_not_be_opened_is_not_restored(path):
    store, sound = open_store(str(path)), path.read_bytes()
    for free in range(6):
        with pytest.raises(StoreError) as told, few_files_free(free):
            store.restore()
        assert not isinstance(told.value, StoreDamaged)
        assert path.read_bytes() == sound


# ------------------------------------------------------------------ a server that hangs


def test_a_statement_that_takes_too_long_is_ended(monkeypatch):
    store = open_store(new_database())
    monkeypatch.setattr("data.store.engines.postgres.READ_WITHIN", 1)
    with pytest.raises(StoreUnreachable, match="took too long"), store._place.reading() as session:
        session.run("SELECT pg_sleep(60)")
    assert store.history().empty


def test_files_of_another_kind_are_not_taken_for_records(tmp_path):
    path = tmp_path / "records.duckdb"
    path.write_bytes(b"%PDF-1.7" + bytes(20_000))
    with pytest.raises(StoreDamaged):
        open_store(str(path)).history()
