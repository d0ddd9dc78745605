"""Decisions in the store: their history, undo, who decides at once, and a file taken in once."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.__main__ import main
from data.review.decisions import (
    DISTRICT,
    Decision,
    Decisions,
    DecisionsError,
    load_decisions,
    save_decisions,
)
from data.sheets.mapping import GROUPS, ColumnMapping
from data.store import audit, backup_file
from data.store.address import open_store
from data.store.errors import NotStored
from data.store.store import Store
from data.store.tables.decisions import DECIDED_OTHERWISE, HOLDS, REPLACED, UNDONE

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
WHEN = "2024-01-01T12:00:00+00:00"
MAPPING = ColumnMapping("0" * 16, GROUPS, ("training_id", ""), {"district": "Swat"}, "dmy")


def is_district(name: str, pcode: str, who: str = "A. Clerk") -> Callable[[Decisions], Decisions]:
    decision = Decision(DISTRICT, name, pcode, "پنجاب", who, WHEN)
    return lambda known: known.decided(f"district:{name}|", decision)


def states(store: Store) -> list[tuple]:
    rows = store.decisions.history()
    return rows[["number", "answer", "state", "undone_by"]].to_records(index=False).tolist()


def test_what_is_decided_holds_until_it_is_undone_and_then_what_it_replaced(store: Store) -> None:
    table = store.decisions
    assert (table.current(), table.history().empty) == (Decisions(), True)
    assert table.decide(is_district("سیالکٹ", "PK634"), "A. Clerk", NOON) == [1]
    assert table.decide(lambda known: known.confirmed(MAPPING), "A. Clerk", NOON) == [2]
    assert table.decide(lambda known: known, "A. Clerk", NOON) == []
    first = table.current()
    assert first.mappings == {MAPPING.shape: MAPPING}
    [decision] = first.answers.values()
    assert (decision.value, decision.answer, decision.province) == ("سیالکٹ", "PK634", "پنجاب")
    assert (decision.who, decision.when) == ("A. Clerk", "2026-11-25T12:00:00+00:00")
    table.decide(is_district("سیالکٹ", "PK617", "B. Clerk"), "B. Clerk", NOON)
    assert [row[2] for row in states(store)] == [HOLDS, HOLDS, REPLACED]
    table.undo(3, "A lead", NOON)
    assert table.current() == first
    assert states(store)[0] == (3, "PK617", UNDONE, "A lead")
    for number, why in ((3, "undone before"), (9, "no decision of that number")):
        with pytest.raises(NotStored, match=why):
            table.undo(number, "A lead", NOON)
    did = store.audit()[["who", "did", "what"]].to_records(index=False).tolist()
    assert did == [
        ("A. Clerk", "decided", "decision 1, district"),
        ("A. Clerk", "decided", "decision 2, columns"),
        ("B. Clerk", "decided", "decision 3, district"),
        ("A lead", "undid", "decision 3, district"),
    ]


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert open_store(str(tmp_path / "records.duckdb")).decisions.current() == Decisions()
    assert list(tmp_path.iterdir()) == []


def test_what_several_decide_at_once_is_kept_of_all(store: Store) -> None:
    children = []
    for who in ("A. Clerk", "B. Clerk", "C. Clerk"):
        child = os.fork()
        if child == 0:
            for number in range(8):
                store.decisions.decide(is_district(f"{who} {number}", "PK634", who), who, NOON)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    rows = store.decisions.history()
    assert rows["who"].value_counts().to_dict() == {f"{name}. Clerk": 8 for name in "ABC"}
    assert sorted(rows["number"]) == list(range(1, 25))
    assert audit.broken(store.audit()) is None


def test_a_change_that_cannot_be_made_leaves_them_as_they_were(store: Store) -> None:
    def refused(_: Decisions) -> Decisions:
        raise DecisionsError("B. Clerk decided otherwise in the meantime")

    store.decisions.decide(is_district("Sialkt", "PK634"), "A. Clerk", NOON)
    with pytest.raises(DecisionsError, match="otherwise"):
        store.decisions.decide(refused, "A. Clerk", NOON)
    assert len(store.decisions.history()) == len(store.audit()) == 1


def test_a_file_is_taken_in_once_and_what_is_here_otherwise_holds(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.json"
    table = store.decisions
    assert table.take_in(path, "A lead", NOON) == ""
    given = is_district("Lahor", "PK617")(is_district("Sialkt", "PK634")(Decisions()))
    given = given.confirmed(MAPPING).decided("date:x", Decision("date", "05/06/2023", "dmy"))
    table.decide(is_district("Sialkt", "PK617", "B. Clerk"), "B. Clerk", NOON)
    save_decisions(path, given)
    told = "Took 4 decisions of decisions.json, kept as decisions.taken-in-1.json."
    assert table.take_in(path, "A lead", NOON) == told
    assert load_decisions(tmp_path / "decisions.taken-in-1.json") == given
    assert not path.exists()
    assert table.current().mappings == given.mappings
    assert table.current().answers["district:Lahor|"] == given.answers["district:Lahor|"]
    assert table.current().answers["date:x"] == given.answers["date:x"]
    assert table.current().answer("district:Sialkt|") == "PK617"
    assert (2, "PK634", UNDONE, DECIDED_OTHERWISE) in states(store)
    # As if it had been killed before the file got its other name, and one was undone meanwhile.
    table.undo(3, "A lead", NOON)
    before = states(store)
    save_decisions(path, given)
    assert table.take_in(path, "A lead", NOON).startswith("Took 0 decisions of decisions.json")
    assert states(store) == before
    assert store.audit()["did"].tolist() == ["decided", "took in", "undid", "took in"]


def test_a_file_that_cannot_be_read_is_said_and_left(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.json cannot be read"):
        open_store(str(tmp_path / "records.duckdb")).decisions.take_in(path, "A lead", NOON)
    assert [one.name for one in tmp_path.iterdir()] == ["decisions.json"]


def test_one_of_a_district_that_is_no_longer_known_is_said_and_can_be_undone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_store(str(tmp_path / "records.duckdb"))
    store.decisions.decide(is_district("Sialkt", "PK999"), "A. Clerk", NOON)
    with pytest.raises(DecisionsError, match="data decisions"):
        store.decisions.current()
    assert main(["decisions", "--store", store.where]) == 0
    assert "PK999" in capsys.readouterr().out
    assert main(["decisions", "--store", store.where, "--undo", "1", "--who", "A lead"]) == 0
    assert store.decisions.current() == Decisions()


def test_the_commands_take_a_file_in_list_undo_write_and_carry_them_in_a_backup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost, new = str(tmp_path / "records.duckdb"), str(tmp_path / "new" / "records.duckdb")
    save_decisions(tmp_path / "decisions.json", is_district("Sialkt", "PK634")(Decisions()))
    assert main(["backup", "--store", lost, str(tmp_path / "all.backup")]) == 0
    assert "Took 1 decisions of decisions.json" in capsys.readouterr().err
    assert main(["restore", "--store", new, str(tmp_path / "all.backup")]) == 0
    assert main(["decisions", "--store", new]) == 0
    told = capsys.readouterr().out
    assert "Sialkt" in told
    assert main(["decisions", "--store", new, "--file", str(tmp_path / "out.json")]) == 0
    assert load_decisions(tmp_path / "out.json") == open_store(lost).decisions.current()
    assert main(["decisions", "--store", new, "--undo", "9"]) == 2
    assert backup_file.read(tmp_path / "all.backup")[0].rows["decisions"] == 1
