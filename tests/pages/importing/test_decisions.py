"""The decisions on the Records screen: a file of them taken in, the history, and undoing one."""

import os
from datetime import UTC, datetime
from pathlib import Path

from data.review.decisions import DISTRICT, Decision, Decisions, save_decisions
from pages.session import loading

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def decided(name: str, pcode: str) -> Decisions:
    decision = Decision(DISTRICT, name, pcode, "Punjab", "A. Clerk", NOON.isoformat())
    return Decisions().decided(f"district:{name}|punjab", decision)


def test_a_decision_is_listed_and_undone_by_whoever_is_named(run_screen) -> None:
    beside = Path(os.environ["DATABASE_URL"]).with_name("decisions.json")
    save_decisions(beside, decided("Sialkt *Sadr*", "PK634"))
    table = loading.store().decisions
    state = {"decisions": True, "decision_chosen": 1}
    app = run_screen("records", state=state)
    assert not app.exception
    assert not beside.exists()
    listed = next(one.value for one in app.dataframe if "As written" in one.value)
    assert listed[["As written", "Decided as", "State"]].to_numpy().tolist() == [
        ["Sialkt *Sadr*", "Sialkot", "holds"]
    ]
    button = next(one for one in app.button if one.label == "Undo decision 1")
    assert not button.disabled
    app.text_input(key="undo_decision_who").set_value("A lead").run()
    next(one for one in app.button if one.label == "Undo decision 1").click().run()
    assert not app.exception
    assert [one.value for one in app.success] == ["Decision 1 was undone."]
    [row] = table.history().to_dict("records")
    assert (row["state"], row["undone_by"]) == ("undone", "A lead")
    assert table.current() == Decisions()


def test_where_it_may_not_be_seen_there_is_none(run_screen, monkeypatch) -> None:
    loading.store().decisions.decide(lambda _: decided("Sialkt", "PK634"), "A. Clerk", NOON)
    monkeypatch.setenv("TRAINING_PUBLIC", "5")
    app = run_screen("records", state={"decisions": True})
    assert not app.exception
    assert "Sialkt" not in repr(app.main)
