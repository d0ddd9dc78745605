"""A training that a file tells by another id than the records: asked about, and counted once."""

import os
from pathlib import Path

import pytest

from data.access.rights import Person, Role
from data.checking.beside_records import beside_records
from data.checking.check import Checked
from data.commands.arguments import FINE, PROBLEMS
from data.review.decisions import EACH, ONCE, Decisions
from data.review.duplicate_trainings import MOST_QUESTIONS
from data.review.questions import settle
from data.sources.pulling import take_in
from data.sources.settings import Source
from data.store.address import open_store
from data.store.store import Store
from data.understanding.understand import understand
from tests.data.commands.test_store import run
from tests.data.sources.pulls import TODAY, pulled
from tests.data.stored import AT, add, content, upload

LAHORE, KASUR = "PK617", "PK614"
ROWS = "Referral,2023-05-09,Kasur,Police,2,5"
HEADER = "Training title,Start date,Home district,Agency,Women,Men"


def told(training_id: str, title: str = "Referral", home: str = KASUR) -> Checked:
    return upload({training_id: title}, {(training_id, home, "Police"): (2, 5, None)})


def drop(path: Path, rows: str) -> None:
    """Write a file that nobody is writing any more."""
    path.write_text(f"{HEADER}\n{rows}\n")
    os.utime(path, (AT.timestamp(), AT.timestamp()))


def beside(store: Store, what: Checked, decisions: Decisions | None = None) -> Checked:
    return beside_records(what, store.trainings.beside(what), decisions or Decisions())


def test_until_it_is_answered_nothing_of_it_counts_and_no_row_is_lost(store):
    add(store, told("T1"))
    both = upload(
        {"A": "Referral", "B": "Law"},
        {("A", KASUR, "Police"): (2, 5, None), ("B", KASUR, "FIA"): (1, 1, 0)},
    )
    found = beside(store, both)
    [question] = found.queue
    assert question.value == "Referral (9 May 2023)"
    assert list(found.trainings["training_id"]) == ["B"]
    assert list(found.attendance["training_id"]) == ["B"]
    for table in found.tables.values():
        assert table.rows_in == table.rows_accepted + table.problems["row"].nunique()


@pytest.mark.parametrize(("answer", "ids"), [(ONCE, ["T1"]), (EACH, ["A", "T1"])])
def test_it_is_counted_as_somebody_says(store, answer, ids):
    add(store, told("T1"))
    [question] = beside(store, told("A")).queue
    decisions = settle(Decisions(), {question: answer}, "An officer", AT)
    found = beside(store, told("A"), decisions)
    assert not found.queue
    add(store, found)
    titles, rows = content(store.records(TODAY))
    assert sorted(titles) == sorted({key[0] for key in rows}) == ids


@pytest.mark.parametrize(
    "other", [told("A", "Law"), told("A", home=LAHORE), told("T1")], ids=["title", "homes", "id"]
)
def test_another_training_and_the_same_id_are_not_asked_about(store, other):
    add(store, told("T1"))
    assert beside(store, other) is other


def test_what_is_not_asked_about_yet_waits_as_well(store):
    titles = [f"Referral {n}" for n in range(MOST_QUESTIONS + 5)]
    first, again = (
        upload({f"{sign}{title}": title for title in titles},
               {(f"{sign}{title}", KASUR, "Police"): (1, 1, 0) for title in titles})
        for sign in "AB"
    )  # fmt: skip
    add(store, first)
    found = beside(store, again)
    assert len(found.queue) == MOST_QUESTIONS
    assert found.trainings.empty


def test_where_there_are_no_records_nothing_is_asked(store):
    assert not beside(store, told("A")).queue


def test_what_somebody_does_not_see_is_not_told_to_him(store):
    add(store, told("T1"))
    for provinces, questions in ((("PK6",), 1), (("PK7",), 0)):
        own = store.used_by(Person("x", Role.EDITOR, provinces))
        assert len(beside(own, told("A")).queue) == questions


def test_a_source_is_asked_about_beside_others_and_not_beside_itself(store, tmp_path):
    dropped = tmp_path / "drop"
    dropped.mkdir()
    drop(dropped / "a.csv", ROWS)
    source = Source("drop", "folder", str(dropped))
    [part] = pulled(source, store)
    assert not part.checked.queue
    assert take_in(part, store, "source drop", AT) is not None
    drop(dropped / "a.csv", ROWS.replace("2023-05-09", "2023-05-10"))
    [part] = pulled(source, store)
    assert not part.checked.queue  # a day that was corrected: this takes the place of the other
    add(store, told("T1"))
    [part] = pulled(source, store)
    assert [one.value for one in part.checked.queue] == ["Referral (10 May 2023)"]


def test_the_command_takes_nothing_in_until_it_is_answered(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    (tmp_path / "named.csv").write_text(f"Training ID,{HEADER}\nT1,{ROWS}\n")
    (tmp_path / "list.csv").write_text(f"{HEADER}\n{ROWS}\n")
    assert run("import", tmp_path / "named.csv") == FINE
    assert run("import", tmp_path / "list.csv") == PROBLEMS
    assert "to settle: duplicate 'Referral (9 May 2023)'" in capsys.readouterr().out
    store = open_store(str(tmp_path / "records.duckdb"))
    read = understand([(tmp_path / "list.csv").read_bytes()], TODAY)
    answers = dict.fromkeys(beside(store, read.checked).queue, ONCE)
    store.decisions.decide(lambda known: settle(known, answers, "An officer", AT), "x", AT)
    assert run("import", tmp_path / "list.csv") == FINE
    assert int(store.records(TODAY).attendance["participants_m"].sum()) == 5
