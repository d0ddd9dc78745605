"""Grants in the store: made, changed, taken away, audited; never without an administrator."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.__main__ import main
from data.access.grants import Grant, grant
from data.access.rights import Role
from data.records.personal_data import HIDDEN
from data.store import audit, backup_file
from data.store.errors import NotStored
from data.store.store import Store
from tests.data.store.test_store import FIRST
from tests.data.stored import add, new_store

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
HEAD = grant("head-office", "administrator")
ADDRESS = grant("officer@example.org", "editor", ["Punjab", "PK7"], files=False)


def held(store: Store) -> list[tuple[int, Grant, str]]:
    return [(one.number, one.grant, one.who) for one in store.people.current()]


def test_grants_are_made_changed_and_taken_away_and_the_audit_has_it(store: Store) -> None:
    assert held(store) == []
    store.people.add([HEAD, ADDRESS], "root", NOON)
    assert held(store) == [(1, HEAD, "root"), (2, ADDRESS, "root")]
    assert store.people.current()[0].at == NOON
    store.people.change(2, grant("officer@example.org", "manager"), "Head", NOON)
    store.people.add([grant("donors", "viewer")], "Head", NOON)
    store.people.remove(3, "Head", NOON)
    store.people.add([ADDRESS], "Head", NOON)
    assert [number for number, _, _ in held(store)] == [1, 4, 5], "a number is given once"
    rows = store.audit()
    assert audit.broken(rows) is None
    assert list(zip(rows["who"], rows["did"], rows["what"], strict=True)) == [
        ("root", "granted", "grant 1, head-office: administrator, all provinces"),
        ("root", "granted", f"grant 2, {HIDDEN}: editor, Punjab, Sindh, no files"),
        ("Head", "granted", f"grant 3, {HIDDEN}: manager, all provinces"),
        ("Head", "granted", "grant 4, donors: viewer, all provinces"),
        ("Head", "took away", "grant 3"),
        ("Head", "granted", f"grant 5, {HIDDEN}: editor, Punjab, Sindh, no files"),
    ]


def test_what_is_refused_leaves_all_as_it_was(store: Store) -> None:
    store.people.add([HEAD, grant("punjab", "administrator", ["Punjab"])], "root", NOON)
    before = held(store)
    people = store.people
    for refused, call in {
        "last grant of an administrator": lambda: people.remove(1, "x", NOON),
        "the last grant": lambda: people.change(1, grant("head-office", "manager"), "x", NOON),
        "last": lambda: people.change(
            1, grant("head-office", "administrator", ["Punjab"]), "x", NOON
        ),
        "no grant of that number": lambda: people.remove(7, "x", NOON),
        "has a grant already": lambda: people.add([ADDRESS, grant("Punjab", "viewer")], "x", NOON),
        "It has": lambda: people.change(1, grant("punjab", "administrator"), "x", NOON),
    }.items():
        with pytest.raises(NotStored, match=refused):
            call()
        assert held(store) == before
    assert len(store.audit()) == 2
    people.add([grant("second", "administrator")], "root", NOON)
    people.remove(1, "x", NOON)
    with pytest.raises(NotStored, match="no grant of that number"):
        people.remove(1, "x", NOON)


def test_a_backup_has_the_grants_and_one_without_leaves_those_that_are_there(tmp_path) -> None:
    first, second = new_store("duckdb", tmp_path / "1"), new_store("duckdb", tmp_path / "2")
    add(first, FIRST)
    second.people.add([HEAD], "root", NOON)
    second.fill(first.tables())
    assert held(second) == [(1, HEAD, "root")]
    first.people.add([ADDRESS], "root", NOON)
    backup_file.write(first.tables(), tmp_path / "backup", NOON)
    third = new_store("duckdb", tmp_path / "3")
    third.people.add([HEAD], "root", NOON)
    third.fill(backup_file.read(tmp_path / "backup")[1])
    assert held(third) == [(1, ADDRESS, "root")]


def test_the_command_names_the_first_administrator(tmp_path: Path, capsys) -> None:
    where = ["--store", str(tmp_path / "r.duckdb")]
    (tmp_path / "roles.toml").write_text(
        'claim = "roles"\n[[grants]]\nof = "punjab"\nrole = "editor"\nprovinces = ["Punjab"]\n'
    )

    def people(*words: str) -> tuple[int, str, str]:
        code = main(["people", words[0], *where, *words[1:]])
        return code, *capsys.readouterr()

    assert "Nobody has a role yet" in people("list")[1]
    for role, province in (("manger", "Punjab"), ("manager", "Punjap")):
        code, _, refused = people("add", "x", "--role", role, "--province", province)
        assert code == 2
        assert "Nothing was changed" in refused
    made = people("add", "a@example.org", "--role", "administrator", "--who", "root")
    assert made[:2] == (0, "Granted: a@example.org, administrator, all provinces.\n")
    assert people("read", str(tmp_path / "roles.toml"))[1].startswith("Set TRAINING_CLAIM=roles")
    code, _, refused = people("remove", "1")
    assert code == 2
    assert "last grant of an administrator" in refused
    assert people("remove", "2")[0] == 0
    listed = people("list")[1]
    assert "a@example.org" in listed
    assert Role.EDITOR not in listed
