"""The further tables, held rows and settings in the store, in DuckDB and in PostgreSQL."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.records.model import FURTHER_COLUMNS
from data.records.tables import typed
from data.review.questions import HELD_COLUMNS
from data.store.address import open_store
from data.store.errors import NotStored
from data.store.shipped import illustrative
from data.store.store import Store
from tests.data.stored import (
    AT,
    ENGINES,
    add,
    checked,
    new_url,
    upload,
    with_file_rows,
    with_tables,
)

TODAY = date(2026, 11, 25)
POLICE, FIA = ("T1", "PK634", "Police"), ("T1", "PK610", "FIA")
FIRST = upload({"T1": "Referral"}, {POLICE: (2, 5, None), FIA: (0, None, None)})


def table(name: str, *rows: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    cells = pd.DataFrame(list(rows), columns=list(FURTHER_COLUMNS[name]), dtype="str")
    return {name: typed(name, cells)}


def test_every_table_comes_back_as_it_was(store):
    sample = illustrative()
    add(store, with_tables(checked(sample), **sample.further))
    stored = store.records(sample.as_of)
    assert set(stored.further) == set(FURTHER_COLUMNS)
    for name, rows in sample.further.items():
        pd.testing.assert_frame_equal(stored.further[name], rows)
    [told] = store.history().to_dict("records")
    assert {name: told[name] for name in FURTHER_COLUMNS} == {
        name: len(rows) for name, rows in sample.further.items()
    }


def test_a_set_without_a_table_has_none_and_not_an_empty_one(store):
    add(store, FIRST)
    assert store.records(TODAY).further == {}
    assert store.history()["targets"].tolist() == [0]


def test_the_latest_row_counts_and_a_roll_back_brings_the_one_before_it_back(store):
    add(store, with_tables(FIRST, **table("targets", ("PK634", "20"), ("PK610", "8"))))
    add(store, with_tables(FIRST, **table("targets", ("PK634", "24"))))
    assert targets(store) == {"PK634": 24, "PK610": 8}
    changed = store.changes(2)
    [row] = changed[changed["table"] == "targets"].to_dict("records")
    assert (row["adm2_pcode"], row["change"], row["replaces"]) == ("PK634", "replaced", 1)
    assert (row["before"], row["after"]) == ("targeted: 20", "targeted: 24")
    store.rollback(2, "A lead", AT)
    assert targets(store) == {"PK634": 20, "PK610": 8}
    store.rollback(1, "A lead", AT)
    assert store.records(TODAY).targets is None


def targets(store: Store) -> dict[str, int]:
    found = store.records(TODAY).targets
    return dict(zip(found["adm2_pcode"], found["targeted"], strict=True))


def test_what_changed_of_each_table_is_told(store):
    sample = illustrative()
    add(store, with_tables(checked(sample), **sample.further))
    layers = sample.layers.assign(value=sample.layers["value"].where(sample.layers.index > 0, 1.5))
    unknown = sample.committees.assign(notified="unknown", notified_on=pd.NaT)
    further = {
        **sample.further,
        "layers": layers,
        "committees": unknown.astype(sample.committees.dtypes),
    }
    add(store, with_tables(checked(sample), **further))
    found = store.changes(2)
    [layer] = found[(found["table"] == "layers") & (found["change"] == "replaced")].to_dict(
        "records"
    )
    assert layer["of"] == "Vulnerability to trafficking"
    assert layer["after"] == "value: 1.5"
    own = found[(found["table"] == "committees") & (found["of"] == "national")]
    assert "notified_on: 2022" in own["before"].iloc[0]
    assert own["after"].iloc[0] == "notified: unknown; notified_on: blank"
    assert set(found[found["table"] == "assessments"]["change"]) == {"same"}


def test_the_same_content_again_changes_nothing_and_a_table_more_is_other_content(store):
    with_targets = with_tables(FIRST, **table("targets", ("PK634", "24")))
    add(store, FIRST)
    assert add(store, with_targets).id == 2
    assert add(store, with_targets).repeated
    assert add(store, FIRST).repeated


def test_a_table_can_be_imported_without_records(store):
    alone = with_tables(upload({}, {}), **table("targets", ("PK634", "24")))
    assert add(store, with_file_rows(alone, targets=[3])).targets == 1
    assert targets(store) == {"PK634": 24}
    with pytest.raises(NotStored):
        add(store, upload({}, {}))


# ------------------------------------------------------------------ rows that wait


def waiting(what, *rows: tuple):
    return replace(what, held=pd.DataFrame(list(rows), columns=list(HELD_COLUMNS)))


def held(store: Store) -> list[tuple]:
    found = store.rows_held()
    return list(zip(found["import_id"], found["file_row"], found["kind"], strict=True))


def test_rows_that_wait_are_those_of_imports_that_stand(store):
    add(store, waiting(FIRST, (7, "district", "T1", "Police"), (9, "agency", "T1", "")))
    assert held(store) == [(1, 7, "district"), (1, 9, "agency")]
    store.rollback(1, "A lead", AT)
    assert held(store) == []


def test_the_corrected_file_takes_the_rows_over(store):
    add(store, waiting(FIRST, (7, "district", "T1", "Police"), (9, "agency", "T1", "")))
    corrected = upload({"T1": "Referral"}, {POLICE: (9, 5, None)})
    add(store, waiting(corrected, (9, "agency", "T1", "")))
    assert held(store) == [(2, 9, "agency")]
    store.rollback(2, "A lead", AT)
    assert held(store) == [(1, 7, "district"), (1, 9, "agency")]


def test_another_file_takes_over_only_what_it_tells_of(store):
    add(store, waiting(FIRST, (7, "district", "T1", "Police"), (8, "district", "T1", "FIA")))
    add(store, upload({"T2": "Law"}, {("T2", "PK634", "Police"): (1, 1, 1)}), "june.xlsx")
    assert held(store) == [(1, 7, "district"), (1, 8, "district")]
    add(store, upload({"T1": "Referral"}, {POLICE: (8, 8, 8)}), "correction.csv")
    assert held(store) == [(1, 8, "district")]
    add(store, upload({"T1": "Referral"}, {POLICE: (8, 8, 9)}), "records.xlsx")
    assert held(store) == []


def test_a_file_of_the_same_name_with_other_trainings_takes_nothing_over(store):
    add(store, waiting(FIRST, (7, "district", "T1", "Police")))
    add(store, upload({"T2": "Law"}, {("T2", "PK634", "Police"): (1, 1, 1)}))
    assert held(store) == [(1, 7, "district")]


# ------------------------------------------------------------------ settings


def test_a_setting_is_kept_and_replaced(store):
    assert store.setting("wording") is None
    words = '{"title": "\u0627\u0631\u062f\u0648 \\"quoted\\" $1 %s"}'
    store.keep_setting("wording", words, "An officer", AT)
    assert store.setting("wording") == words
    store.keep_setting("wording", "{}", "A lead", AT)
    store.keep_setting("other", "[]", "A lead", AT)
    assert (store.setting("wording"), store.setting("other")) == ("{}", "[]")


def test_a_setting_is_no_import(store, tmp_path):
    add(store, FIRST)
    copies = {path.name: path.read_bytes() for path in tmp_path.glob("*.previous.duckdb")}
    store.keep_setting("wording", "{}", "An officer", AT)
    assert len(store.history()) == 1
    store.rollback(1, "A lead", AT)
    assert store.setting("wording") == "{}"
    assert set(copies) <= {path.name for path in tmp_path.iterdir()}


# ------------------------------------------------------------------ a store made before


OLD = Path(__file__).with_name("store_before_further_tables.sql")


@pytest.fixture(params=ENGINES)
def old(request, tmp_path) -> Store:
    """Return a store as it was made before there were further tables, held rows and settings."""
    store = open_store(new_url(request.param, tmp_path))
    if "PostgreSQL" in store.where:
        import psycopg

        with psycopg.connect(store._place._url) as connection:
            connection.execute("CREATE SCHEMA training_records")
            connection.execute("SET search_path TO training_records")
            for statement in OLD.read_text().split(";\n"):
                connection.execute(statement.encode())
    else:
        import duckdb

        with duckdb.connect(store.where) as connection:
            connection.execute(OLD.read_text())
    return store


def test_a_store_from_before_these_tables_is_brought_up_to_date_with_its_records(old):
    assert old.history()["participants"].tolist() == [7]
    records = old.records(TODAY)
    assert records.attendance["participants_m"].tolist() == [5]
    assert records.further == {}
    assert old.history()["targets"].tolist() == [0]
    with_targets = with_tables(FIRST, **table("targets", ("PK634", "24")))
    assert add(old, with_targets).id == 2
    assert targets(old) == {"PK634": 24}
    old.keep_setting("wording", "{}", "An officer", AT)
    old.rollback(2, "A lead", AT)
    assert old.records(TODAY).attendance["participants_m"].tolist() == [5]


def test_one_that_is_put_in_the_place_of_another_is_brought_up_to_date_too(tmp_path):
    import duckdb

    store = open_store(str(tmp_path / "r.duckdb"))
    add(store, FIRST)
    with duckdb.connect(str(tmp_path / "old.duckdb")) as connection:
        connection.execute(OLD.read_text())
    (tmp_path / "old.duckdb").replace(tmp_path / "r.duckdb")
    assert store.history()["targets"].tolist() == [0]


def test_what_is_of_a_training_that_is_undone_does_not_count_and_the_undo_says_so(store):
    add(store, FIRST)
    add(store, upload({"T2": "Law"}, {}))
    raised = ("T1", "law", "No copies of the Act", "FIA", "followed up on", "T2", "2023-06-02")
    later = with_tables(
        upload({"T3": "Courts"}, {}),
        **table("inputs", raised, ("T3", "data", "No forms", "", "open", "", "")),
        **table("assessments", ("T1", "5", "40", "5", "60", "100")),
    )
    add(store, later)
    said = store.rollback(2, "A lead", AT)
    assert said.startswith("Of 1 inputs it is not said which training followed them up")
    inputs = store.records(TODAY).inputs
    assert inputs["state"].tolist() == ["followed up on", "open"]
    assert inputs["followed_up_by"].tolist() == ["", ""]
    assert inputs["followed_up_on"].isna().all()
    said = store.rollback(1, "A lead", AT)
    assert "these do not count either: 1 assessments, 1 inputs." in said
    counts = store.records(TODAY)
    assert (counts.inputs["training_id"].tolist(), counts.assessments) == (["T3"], None)
    add(store, FIRST, "again.xlsx")
    add(store, upload({"T2": "Law"}, {}))
    assert store.records(TODAY).inputs["followed_up_by"].tolist() == ["T2", ""]
    assert len(store.records(TODAY).assessments) == 1
