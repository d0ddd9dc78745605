"""One training entered, corrected or taken out on a screen, in DuckDB and in PostgreSQL."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from data.checking.check import Checked
from data.records.tables import TABLES, typed
from data.review.questions import HELD_COLUMNS
from data.store.address import open_store
from data.store.errors import NotStored
from data.store.store import TAKEN_OVER, Store
from data.store.tables.corrections import ON_SCREEN, Correction
from tests.data.stored import AT, add, checked, content, upload, with_tables

TODAY = date(2026, 11, 25)
POLICE, FIA, OTHER = ("T1", "PK634", "Police"), ("T1", "PK610", "FIA"), ("T2", "PK634", "Police")
FIRST = upload(
    {"T1": "Referral", "T2": "Law"},
    {POLICE: (2, 5, None), FIA: (0, 1, 0), OTHER: (1, 1, 1)},
)
NO_ROWS = {
    name: typed(name, pd.DataFrame(columns=list(TABLES[name]), dtype="str")) for name in TABLES
}


def seen(store: Store, training_id: str, *tables: str) -> dict[str, pd.DataFrame]:
    """Return the rows of a training as a screen shows them."""
    every = NO_ROWS | store.records(TODAY).tables
    return {
        name: every[name][every[name]["training_id"] == training_id]
        for name in tables or ("trainings", "attendance")
    }


def correct(store: Store, wanted: Checked, before=None, training_id: str = "T1", why="A slip"):
    before = seen(store, training_id) if before is None else before
    change = Correction(training_id, before, wanted, why)
    return store.trainings.correct(change, who="A lead", at=AT)


def counts(store: Store) -> dict:
    return content(store.records(TODAY))[1]


def test_what_is_corrected_takes_the_place_of_the_training_and_its_undoing_brings_it_back(store):
    add(store, FIRST)
    before = content(store.records(TODAY))
    moved = ("T1", "PK636", "FIA")
    took = correct(store, upload({"T1": "Referral, two"}, {POLICE: (3, 5, None), moved: (0, 1, 0)}))
    assert (took.file_name, took.reason, took.source) == (ON_SCREEN, "A slip", None)
    titles, rows = content(store.records(TODAY))
    assert titles == {"T1": "Referral, two", "T2": "Law"}
    assert rows == {POLICE: (3, 5, None), moved: (0, 1, 0), OTHER: (1, 1, 1)}
    told = store.changes(2).set_index(["table", "adm2_pcode"])[["change", "before", "after"]]
    assert told.loc[("attendance", "PK634")].tolist() == [
        "replaced", "participants_f: 2", "participants_f: 3",
    ]  # fmt: skip
    assert told.loc[("attendance", "PK636"), "change"] == "added"
    assert told.loc[("attendance", "PK610"), "change"] == "withdrawn"
    assert told.loc[("trainings", ""), "after"] == "title: Referral, two"
    [latest, first] = store.history()[["who", "file_name", "reason", "state"]].to_numpy().tolist()
    assert latest == ["A lead", ON_SCREEN, "A slip", "in the records"]
    assert first[2:] == ["", "in the records"] != TAKEN_OVER
    assert store.audit()["did"].tolist() == ["imported", "corrected on screen"]
    # It can be corrected back, which is another import though its content has been there.
    assert (
        correct(store, upload({"T1": "Referral"}, {POLICE: (2, 5, None), FIA: (0, 1, 0)})).id == 3
    )
    assert content(store.records(TODAY)) == before
    store.rollback(3, "A lead", AT)
    store.rollback(2, "A lead", AT)
    assert content(store.records(TODAY)) == before


def test_a_training_is_entered_and_taken_out_with_its_assessment_and_undone(store):
    add(store, FIRST)
    none = {name: rows.iloc[:0] for name, rows in seen(store, "T3").items()}
    new = ("T3", "PK610", "Police")
    assert correct(store, upload({"T3": "Shelter"}, {new: (None, None, 4)}), none, "T3").id == 2
    assert counts(store)[new] == (None, None, 4)
    cells = [["T3", "4", "1", "2", "", "20"]]
    columns = list(TABLES["assessments"])
    tests = typed("assessments", pd.DataFrame(cells, columns=columns, dtype="str"))
    add(store, with_tables(upload({}, {}), assessments=tests), "tests.csv")
    every = seen(store, "T3", "trainings", "attendance", "assessments")
    correct(store, upload({}, {}), every, "T3", "It did not take place")
    records = store.records(TODAY)
    assert "T3" not in {*records.trainings["training_id"], *records.attendance["training_id"]}
    assert records.assessments is None
    assert set(store.changes(4)["change"]) == {"withdrawn"}
    store.rollback(4, "A lead", AT)
    assert counts(store)[new] == (None, None, 4)
    assert len(store.records(TODAY).assessments) == 1


def test_what_is_not_as_it_was_seen_or_is_not_sound_is_refused_and_nothing_changes(store):
    add(store, FIRST)
    old = seen(store, "T1")
    wanted = upload({"T1": "Referral"}, {POLICE: (9, 5, None)})
    part = {**old, "attendance": old["attendance"].iloc[:1]}  # as somebody of a province sees it
    none = {name: rows.iloc[:0] for name, rows in old.items()}
    fault = ("attendance", 2, "agency", "", "Blank.", "Fill it in.")
    accepted = {name: table.accepted for name, table in wanted.tables.items()}
    faulty = checked(replace(store.records(TODAY), **accepted), [fault])
    for what, before, why, said in (
        (wanted, part, "A slip", "not as it was"),
        (wanted, none, "A slip", r"ID is taken.*Choose another ID"),
        (wanted, old, " ", "Write why"),
        (wanted, old, "A" * 301, r"longer than 300 characters.*Shorten it"),
        (wanted, old, "Zarqoon Ahmad Khan was counted twice", r"has a person's data.*name nobody"),
        (wanted, old, "Ask Mr. Nobody Zarqoon", r"has a person's data.*name nobody"),
        (upload({"T2": "Law"}, {}), old, "A slip", "another training"),
        (faulty, old, "A slip", "problem"),
    ):
        with pytest.raises(NotStored, match=f"(?s){said}") as refused:
            correct(store, what, before, why=why)
        assert "Zarqoon" not in str(refused.value)
    assert len(store.history()) == 1
    correct(store, wanted, old)
    with pytest.raises(NotStored, match="not as it was"):
        correct(store, wanted, old)  # of two who opened it at once, the second is told


def test_a_file_that_tells_it_otherwise_is_refused_and_one_that_agrees_is_taken_in(store):
    add(store, FIRST)
    moved = ("T1", "PK636", "Police")
    correct(store, upload({"T1": "Referral"}, {moved: (2, 5, None), FIA: (0, 1, 0)}))
    again = add(store, FIRST)  # unchanged, as a schedule brings it
    assert (again.repeated, again.overlaid_by) == (True, (2,))
    later = {"T1": "Referral", "T2": "Law", "T3": "Shelter"}
    wrong = upload(later, {POLICE: (2, 5, None), FIA: (0, 1, 0)})
    with pytest.raises(NotStored, match=r"Corrected on screen since.*T1"):
        add(store, wrong)
    with pytest.raises(NotStored, match="Corrected on screen since"):
        store.changes_ahead(wrong, source="forms", at=AT)
    assert add(store, upload(later, {FIA: (0, 1, 0), moved: (2, 5, None)})).id == 3
    assert moved in counts(store)
    assert POLICE not in counts(store)


def test_what_a_source_renews_is_corrected_in_the_source(store):
    add(store, FIRST, source="forms")
    with pytest.raises(NotStored, match="comes from the source forms"):
        correct(store, upload({"T1": "Referral"}, {POLICE: (9, 5, None)}))


def test_a_row_that_waits_goes_on_waiting_and_a_store_from_before_is_brought_up_to_date(store):
    waiting = pd.DataFrame([(7, "district", "T1", "Police")], columns=list(HELD_COLUMNS))
    add(store, replace(FIRST, held=waiting))
    correct(store, upload({"T1": "Referral"}, {POLICE: (9, 5, None)}))
    assert len(store.rows_held()) == 1
    store.rollback(2, "A lead", AT)
    with store._place.writing(with_copy=False) as session:
        for table in ("trainings", "attendance", "assessments", "inputs"):
            session.run(f"DROP VIEW current_{table}")
        session.run("DROP TABLE whole_trainings")
        session.run("DROP TABLE inputs")
        for column in ("reason", "inputs"):
            session.run(f"ALTER TABLE imports DROP COLUMN {column}")
    again = open_store(store._place._url if "PostgreSQL" in store.where else store.where)
    assert counts(again)[POLICE] == (2, 5, None)
    correct(again, upload({"T1": "Referral"}, {POLICE: (9, 5, None)}))
    assert counts(again)[POLICE] == (9, 5, None)
