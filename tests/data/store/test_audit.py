"""The audit: every change is in it, it only grows, and whoever changes it is found out."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from data.__main__ import main
from data.access.rights import ALONE
from data.store import audit
from data.store.address import open_store
from data.store.errors import NotStored
from data.store.store import Store
from tests.data.store.test_store import FIRST, LATER
from tests.data.stored import add, new_store

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def told(store: Store) -> list[tuple[str, str, str]]:
    rows = store.audit()
    return list(zip(rows["who"], rows["did"], rows["what"], strict=True))


def changed(store: Store) -> Store:
    """Return a store after an import, one again, a wording, a roll-back and a note."""
    add(store, FIRST)
    add(store, FIRST)
    add(store, LATER, who="Another\nofficer", file_name="later.csv")
    store.keep_setting("wording:stored", "{}", "A manager", NOON)
    store.rollback(1, "A manager", NOON)
    store.note(NOON, "A viewer", "took a file", "deck, Punjab")
    return store


@pytest.fixture(scope="module")
def changed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that was changed, which is only copied."""
    folder = tmp_path_factory.mktemp("changed")
    changed(new_store("duckdb", folder))
    return folder


@pytest.fixture
def altered(changed_once: Path, tmp_path: Path) -> Store:
    """A store that was changed, for a row of its audit to be touched."""
    shutil.copytree(changed_once, tmp_path, dirs_exist_ok=True)
    return new_store("duckdb", tmp_path)


def test_every_change_is_told_and_what_changed_nothing_is_not(store: Store) -> None:
    assert told(changed(store)) == [
        ("An officer", "imported", "import 1, records.xlsx"),
        ("Another officer", "imported", "import 2, later.csv"),
        ("A manager", "kept", "wording:stored"),
        ("A manager", "undid", "import 1"),
        ("A viewer", "took a file", "deck, Punjab"),
    ]
    assert audit.broken(store.audit()) is None


def test_what_is_refused_leaves_no_row(store: Store) -> None:
    with pytest.raises(NotStored):
        store.rollback(7, "A manager", NOON)
    assert told(store) == []


def test_no_row_of_it_makes_another_state_of_the_records(store: Store) -> None:
    add(store, FIRST)
    before = store.state()
    store.note(NOON, "A viewer", "took along", "deck.pptx")
    store.keep_of_source("pull:forms", "{}", "A source", NOON, "pulled", "source forms")
    for _ in range(2):
        store.note(NOON, "A viewer", "signed in", "the sign-in of 12:00", once=True)
    assert store.state() == before
    assert told(store)[1:] == [
        ("A viewer", "took along", "deck.pptx"),
        ("A source", "pulled", "source forms"),
        ("A viewer", "signed in", "the sign-in of 12:00"),
    ]
    add(store, LATER)
    states = [before, store.state()]
    store.rollback(1, "A manager", NOON)
    assert len({*states, store.state()}) == 3


def test_what_was_done_has_words_where_it_is_shown_and_old_rows_keep_theirs(monkeypatch) -> None:
    monkeypatch.setitem(audit.DID, "undid", "annul\u00e9")
    did = pd.Series(["undid", "did what is done no more"])
    assert audit.in_words(did).tolist() == ["annul\u00e9", "did what is done no more"]


@pytest.mark.parametrize(
    ("address", "kept_of_it"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:aa:bb:cc::1", "2001:db8:aa::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        *((none, "") for none in (None, "", "a name", "203.0.113.77, 10.0.0.1")),
    ],
)
def test_of_an_address_the_last_part_is_left_out(address: str | None, kept_of_it: str) -> None:
    assert audit.network(address) == kept_of_it


def test_from_where_it_was_done_is_sealed_too(store: Store) -> None:
    add(store, FIRST)
    add(store.used_by(ALONE, "203.0.113.0/24"), LATER)
    assert store.audit()["address"].tolist() == ["", "203.0.113.0/24"]
    assert audit.broken(store.audit()) is None
    with store._place.writing() as session:
        session.run("UPDATE audit SET address = '198.51.100.0/24' WHERE number = 2")
    assert audit.broken(store.audit()) == 2


def test_one_from_before_there_were_addresses_and_decisions_is_whole_and_goes_on(
    store: Store,
) -> None:
    changed(store)
    with store._place.writing() as session:
        session.run("ALTER TABLE audit DROP COLUMN address")
        session.run("DROP TABLE decisions")
    later = open_store(getattr(store._place, "_url", store.where))
    later.used_by(ALONE, "203.0.113.0/24").rollback(2, "A manager", NOON)
    assert later.audit()["address"].tolist() == ["", "", "", "", "", "203.0.113.0/24"]
    assert audit.broken(later.audit()) is None
    assert later.decisions.history().empty


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("UPDATE audit SET who = 'Nobody' WHERE number = 2", 2),
        ("UPDATE audit SET done_at = done_at + INTERVAL 1 SECOND WHERE number = 5", 5),
        ("DELETE FROM audit WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 3", 3),
        ("UPDATE audit SET number = 9 WHERE number = 5", 5),
        ("UPDATE audit SET seal = seal_before WHERE number = 4", 4),
    ],
)
def test_a_row_that_was_touched_is_found(altered, statement: str, place: int, capsys) -> None:
    with altered._place.writing() as session:
        session.run(statement)
    assert audit.broken(altered.audit()) == place
    assert main(["audit", "verify", "--store", altered.where]) == 1
    assert f"broken at row {place}" in capsys.readouterr().out


def test_rows_missing_at_the_end_are_found_by_a_seal_noted_before(altered, capsys) -> None:
    noted = altered.audit()["seal"].iloc[-1]
    asked = ["audit", "verify", "--store", altered.where, "--seal", noted]
    assert main(asked) == 0
    assert f"Last seal: {noted}" in capsys.readouterr().out
    with altered._place.writing() as session:
        session.run("DELETE FROM audit WHERE number = 5")
    assert audit.broken(altered.audit()) is None
    assert main(asked) == 1


def test_the_file_of_the_audit_has_the_time_of_day_from_which_a_seal_is_made(tmp_path) -> None:
    store = changed(new_store("duckdb", tmp_path))
    assert main(["audit", "--store", store.where, "--csv", str(tmp_path / "audit.csv")]) == 0
    for row in pd.read_csv(tmp_path / "audit.csv", keep_default_na=False).to_dict("records"):
        at = row["done_at"].removesuffix("Z")
        told = (row["number"], at, row["who"], row["did"], row["what"], row["seal_before"])
        assert audit.seal(*told, row["address"]) == row["seal"]
    assert pd.read_csv(tmp_path / "audit.csv")["done_at"].iloc[0] == "2026-11-25T08:30:00Z"
