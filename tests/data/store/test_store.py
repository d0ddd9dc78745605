"""Imports, history, roll-back and the way of a figure, in DuckDB and in a real PostgreSQL."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import ATTENDANCE_COLUMNS
from data.records.programme import programme
from data.store.address import open_store
from data.store.errors import NotStored, StoreError, StoreUnreachable
from data.store.shipped import illustrative
from data.store.store import ROLLED_BACK, STANDS, TAKEN_OVER
from data.store.tables.corrections import not_named_in_words
from tests.data.stored import AT, ENGINES, add, checked, content, new_store, upload, with_file_rows

TODAY = date(2026, 11, 25)
POLICE, FIA = ("T1", "PK634", "Police"), ("T1", "PK610", "FIA")
FIRST = upload({"T1": "Referral"}, {POLICE: (2, 5, None), FIA: (0, None, None)})
LATER = upload({"T1": "Referral of victims", "T2": "Law"}, {POLICE: (3, 5, None)})


def test_before_the_first_import_there_is_nothing_and_nothing_is_made(tmp_path):
    store = new_store("duckdb", tmp_path)
    assert store.history().empty
    assert store.state() == ""
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_gives_empty_records(store):
    records = store.records(TODAY)
    assert (len(records.trainings), len(records.attendance)) == (0, 0)
    assert records.as_of == TODAY
    assert coverage(records, whole(records)).headline.districts_covered == 0


def test_what_is_read_of_an_empty_table_is_not_handed_to_others(store):
    trainings = store.records(TODAY).trainings
    trainings["more"] = ""
    assert "more" not in store.records(TODAY).trainings


def test_a_small_file_is_written_and_read_by_one_engine(tmp_path):
    store = new_store("duckdb", tmp_path)
    add(store, FIRST)
    assert len(store.history()) == 1
    assert len(store._place._engines) == 1


def test_records_come_back_as_they_were_with_blank_and_zero_apart(store):
    add(store, FIRST)
    records = store.records(TODAY)
    assert content(records) == ({"T1": "Referral"}, {POLICE: (2, 5, None), FIA: (0, None, None)})
    pd.testing.assert_frame_equal(records.trainings, FIRST.trainings)
    pd.testing.assert_series_equal(
        records.attendance.dtypes, FIRST.attendance.dtypes, check_names=False
    )
    assert records.key == "stored"
    assert records.as_of == date(2023, 5, 9)


def test_records_are_complete_up_to_today_at_most(store):
    add(store, FIRST)
    assert store.records(date(2023, 5, 1)).as_of == date(2023, 5, 1)


def test_stored_records_give_the_figures_of_the_records_that_were_stored(store):
    sample = illustrative()
    add(store, checked(sample))
    stored = store.records(sample.as_of)
    assert coverage(stored, whole(stored)).headline == coverage(sample, whole(sample)).headline
    pd.testing.assert_frame_equal(
        coverage(stored, whole(stored)).districts, coverage(sample, whole(sample)).districts
    )


def test_the_same_content_again_changes_nothing_and_says_so(store):
    first = add(store, FIRST)
    state = store.state()
    again = add(store, FIRST, file_name="other name.csv", who="Somebody else")
    assert again.repeated
    assert not first.repeated
    assert (again.id, again.file_name, again.who) == (1, "records.xlsx", "An officer")
    assert again.imported_at == AT
    assert len(store.history()) == 1
    assert store.records(TODAY).attendance["participants_f"].sum() == 2
    if "PostgreSQL" in store.where:
        assert store.state() == state


def test_the_latest_import_counts_and_what_it_does_not_name_stays(store):
    add(store, FIRST)
    before = store.state()
    add(store, LATER)
    assert store.state() != before
    titles, rows = content(store.records(TODAY))
    assert titles == {"T1": "Referral of victims", "T2": "Law"}
    assert rows == {POLICE: (3, 5, None), FIA: (0, None, None)}


@pytest.mark.parametrize(("taken_back", "left"), [(1, LATER), (2, FIRST)])
def test_a_rolled_back_import_is_as_if_it_had_never_been(store, taken_back, left):
    add(store, FIRST)
    add(store, LATER)
    store.rollback(taken_back, "A lead", AT)
    records = store.records(TODAY)
    assert content(records)[0] == dict(
        zip(left.trainings["training_id"], left.trainings["title"], strict=True)
    )
    key = list(ATTENDANCE_COLUMNS[:3])
    tables = (records.attendance, left.attendance)
    rows = [table.sort_values(key, ignore_index=True) for table in tables]
    pd.testing.assert_frame_equal(*rows)


def test_what_was_rolled_back_can_be_imported_again(store):
    add(store, FIRST)
    store.rollback(1, "A lead", AT)
    assert add(store, FIRST).id == 2
    assert content(store.records(TODAY))[0] == {"T1": "Referral"}


@pytest.mark.parametrize("number", [0, 2, 99])
def test_only_an_import_that_stands_can_be_rolled_back(store, number):
    add(store, FIRST)
    add(store, LATER)
    store.rollback(2, "A lead", AT)
    with pytest.raises(NotStored, match="undone before" if number == 2 else "There is no import"):
        store.rollback(number, "A lead", AT)


def test_history_says_who_when_what_and_what_became_of_it(store):
    when = AT.astimezone(timezone(timedelta(hours=5)))
    add(store, checked(illustrative(), (("attendance", 7, "agency", "?", "Blank.", "Fill in."),)))
    add(store, FIRST, file_name=r"C:\Users\me\May 2023.csv", who="Field\noffice", at=when)
    store.rollback(2, "A lead", AT + timedelta(hours=1))
    latest, earlier = store.history().to_dict("records")
    assert (latest["id"], latest["file_name"], latest["who"]) == (2, "May 2023.csv", "Field office")
    assert latest["imported_at"] == AT
    assert (latest["trainings"], latest["attendance"], latest["participants"]) == (1, 2, 7)
    assert (latest["state"], latest["rolled_back_by"]) == (ROLLED_BACK, "A lead")
    assert latest["rolled_back_at"] == AT + timedelta(hours=1)
    assert (earlier["state"], earlier["rolled_back_by"]) == (STANDS, "")
    assert (earlier["trainings"], earlier["participants"], earlier["problems"]) == (15, 386, 1)
    assert pd.isna(earlier["rolled_back_at"])


def test_the_participants_of_an_import_without_a_count_are_not_0(store):
    add(store, upload({"T1": "Referral"}, {}))
    add(store, upload({"T1": "Referral"}, {POLICE: (None, None, None)}))
    add(store, upload({"T1": "Referral"}, {POLICE: (None, 0, None)}))
    assert store.history()["participants"].tolist() == [0, pd.NA, pd.NA]


def test_problems_of_an_import_are_kept_as_they_were_shown(store):
    found = ("attendance", 7, "agency", "\0 = @", "Blank.", "Fill it in.")
    add(store, checked(illustrative(), (found,)))
    [kept] = store.problems(1).to_dict("records")
    assert tuple(kept.values()) == (*found[:3], "\ufffd = @", *found[4:])


def test_nobody_can_be_read_out_of_a_file_name(store):
    add(store, FIRST, file_name="/home/x/list of 35202-1234567-1.xlsx", who="a@b.pk")
    [row] = store.history().to_dict("records")
    assert "35202" not in row["file_name"]
    assert "a@b" not in row["who"]


def test_changes_of_an_import_are_those_when_it_was_made(store):
    add(store, FIRST)
    add(store, LATER)
    store.rollback(1, "A lead", AT)
    found = store.changes(2)
    assert found[["table", "training_id", "agency", "change"]].to_records(index=False).tolist() == [
        ("trainings", "T1", "", "replaced"),
        ("trainings", "T2", "", "added"),
        ("attendance", "T1", "Police", "replaced"),
    ]
    assert found["participants"].tolist() == [pd.NA, pd.NA, 8]
    assert found["replaces"].tolist() == [1, pd.NA, 1]
    assert found["before"].tolist() == ["title: Referral", "", "participants_f: 2"]
    assert found["after"].tolist() == ["title: Referral of victims", "", "participants_f: 3"]
    assert store.changes(1)["change"].tolist() == ["added"] * 3
    again = upload({"T1": "Referral of victims"}, {POLICE: (3, 5, 0)})
    add(store, again)
    assert store.changes(3)["change"].tolist() == ["same", "replaced"]
    assert store.changes(3)["before"].tolist() == ["", "participants_unspecified: blank"]
    with pytest.raises(NotStored):
        store.changes(4)


def test_a_figure_can_be_followed_to_its_rows_and_imports(store):
    add(store, with_file_rows(FIRST, trainings=[2], attendance=[2, 5]))
    add(store, with_file_rows(LATER, attendance=[9]), file_name="correction.csv")
    behind = store.rows_behind(adm2_pcode="PK634")
    [row] = behind.to_dict("records")
    assert (row["import_id"], row["file_name"], row["file_row"]) == (2, "correction.csv", 9)
    assert (row["title"], row["participants_f"]) == ("Referral of victims", 3)
    assert row["date_start"] == pd.Timestamp("2023-05-09")
    assert store.rows_behind(agency="FIA")["file_row"].tolist() == [5]
    assert len(store.rows_behind(training_id="T1")) == 2
    assert store.rows_behind(adm2_pcode="").empty
    assert len(store.rows_behind()) == len(store.records(TODAY).attendance)


def test_texts_that_look_like_sql_are_texts(store):
    nasty = "x'); DROP TABLE imports; --\" $1 %s \u0627\u0631\u062f\u0648,\n"
    key = ("T1", "PK634", nasty)
    add(store, upload({"T1": nasty}, {key: (1, None, 0)}), file_name=nasty, who=nasty)
    assert content(store.records(TODAY)) == ({"T1": nasty}, {key: (1, None, 0)})
    assert len(store.rows_behind(agency=nasty)) == 1


def test_an_upload_with_nothing_accepted_is_not_stored(store):
    with pytest.raises(NotStored, match="No training was accepted"):
        add(store, upload({}, {}))
    assert store.history().empty


def test_a_moment_without_a_time_zone_is_refused(store):
    with pytest.raises(ValueError, match="time zone"):
        add(store, FIRST, at=datetime(2026, 11, 25))  # noqa: DTZ001 - that is what is tested


# ------------------------------------------------------------------ any order of imports

KEYS = st.tuples(
    st.sampled_from(["T1", "T2"]),
    st.sampled_from(["PK634", ""]),
    st.sampled_from(["FIA", "Police"]),
)
COUNTS = st.tuples(*[st.none() | st.integers(0, 3)] * 3)
UPLOADS = st.tuples(
    st.fixed_dictionaries({"T1": st.sampled_from("ab"), "T2": st.sampled_from("ab")}),
    st.dictionaries(KEYS, COUNTS, max_size=4),
)
STEPS = st.lists(UPLOADS | st.integers(1, 5), min_size=1, max_size=7)


@pytest.mark.parametrize("engine", ENGINES)
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_any_order_of_imports_and_roll_backs_leaves_what_stands(engine, tmp_path_factory, steps):
    store = new_store(engine, tmp_path_factory.mktemp("store"))
    standing: dict[int, tuple[dict, dict]] = {}
    made = 0
    for step in steps:
        if isinstance(step, int):
            if step in standing:
                store.rollback(step, "A lead", AT)
                del standing[step]
            continue
        took = add(store, upload(*step))
        there = [number for number, one in standing.items() if in_order(one) == in_order(step)]
        assert took.repeated == bool(there)
        if not there:
            made += 1
            assert took.id == made
            standing[made] = step
    titles: dict = {}
    rows: dict = {}
    for number in sorted(standing):
        titles |= standing[number][0]
        rows |= standing[number][1]
    assert content(store.records(TODAY)) == (titles, rows)


def in_order(one: tuple[dict, dict]) -> tuple[list, list]:
    return list(one[0].items()), list(one[1].items())


# ------------------------------------------------------------------ a clock that is wrong


def test_nothing_is_taken_in_by_a_clock_that_is_behind_the_latest_import(store):
    add(store, FIRST)
    assert add(store, LATER, at=AT - timedelta(hours=8)).id == 2  # on the same day
    with pytest.raises(NotStored) as refused:
        add(store, upload({"T3": "Law"}, {}), at=AT - timedelta(days=300))
    for words in ("says 29 January 2026", "before 25 November 2026, the day of import 1", "Set it"):
        assert words in refused.value.what
    assert len(store.history()) == 2


def test_an_import_by_a_clock_that_was_ahead_can_be_taken_out(store):
    add(store, FIRST, at=AT + timedelta(days=4000))
    with pytest.raises(NotStored, match="take it out and import its file again"):
        add(store, LATER)
    store.rollback(1, "A lead", AT)
    assert add(store, FIRST).id == 2
    assert add(store, LATER).id == 3
    assert store.clock_fault(AT.date()) == ""


def test_a_clock_that_begins_with_1970_is_not_believed_by_an_empty_store(store):
    with pytest.raises(NotStored, match="says 1 January 1970, which is before 25 September 2023"):
        add(store, FIRST, at=datetime(1970, 1, 1, tzinfo=UTC))
    assert store.history().empty


def test_records_say_in_every_file_that_the_clock_is_wrong(store):
    add(store, FIRST)
    records = store.records(AT.date())
    assert records.source == programme().body != records.title
    assert "clock" not in records.notice
    wrong = store.clock_fault(AT.date() - timedelta(days=1))
    assert "says 24 November 2026" in wrong
    assert wrong in store.records(AT.date() - timedelta(days=1)).notice


# ------------------------------------------------------------------ where the store is


@pytest.mark.parametrize("opened", ["reading", "writing"])
def test_the_file_opens_no_other_file(tmp_path, opened):
    store = new_store("duckdb", tmp_path)
    add(store, FIRST)
    (tmp_path / "other.csv").write_text("a\n1\n")
    for statement in (
        f"FROM read_csv('{tmp_path / 'other.csv'}')",
        f"COPY imports TO '{tmp_path / 'out.csv'}'",
        f"ATTACH '{tmp_path / 'x.duckdb'}'",
        "SET enable_external_access = true",
        f"SET allowed_paths = ['{tmp_path / 'other.csv'}']",
        "SET memory_limit = '9GB'",
        "INSTALL httpfs",
    ):
        with pytest.raises(StoreError), getattr(store._place, opened)() as session:
            session.run(statement)
    beside = {path.name for path in tmp_path.iterdir() if not path.name.startswith("records.")}
    assert beside == {"other.csv"}
    assert len(store.history()) == 1


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux tells what is open")
def test_no_file_is_open_between_two_calls_though_rows_were_left_unread(tmp_path):
    store = new_store("duckdb", tmp_path / "an officer's")
    add(store, FIRST)
    store.history()
    with store._place.reading() as session:
        next(session.batches("SELECT * FROM range(2000000)"))
    with pytest.raises(NotStored):
        store.rollback(9, "A lead", AT)
    opened = [os.path.realpath(file) for file in Path("/proc/self/fd").iterdir()]
    assert not [file for file in opened if str(tmp_path) in file]
    assert len(store.history()) == 1


def test_a_server_that_is_not_there_is_told_without_its_password(tmp_path):
    store = open_store(f"postgresql://me:secret@/none?host={tmp_path}")
    with pytest.raises(StoreUnreachable) as refused:
        store.history()
    assert "secret" not in str(refused.value)
    assert "secret" not in store.where


@pytest.mark.parametrize("address", ["mysql://me:secret@db/records", "postgresql://[me:secret"])
def test_an_address_of_no_store_is_refused_without_its_password(address):
    with pytest.raises(StoreUnreachable, match="cannot be read") as refused:
        open_store(address)
    assert "secret" not in str(refused.value)


def test_the_server_is_not_loaded_without_one():
    code = (
        "import sys; from data.store.address import open_store; open_store(); "
        "print('psycopg' in sys.modules)"
    )
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert told.stdout.strip() == "False"


def test_columns_of_a_row_behind_a_figure_begin_with_those_of_attendance(tmp_path):
    store = new_store("duckdb", tmp_path)
    assert tuple(store.rows_behind().columns[:6]) == ATTENDANCE_COLUMNS


# --------------------------------------------------------------------- imports of a source


def test_an_import_of_a_source_takes_the_place_of_the_one_before_it(store):
    """What is gone from a source counts no more; what somebody's file has stays."""
    add(store, FIRST, source="forms")
    add(store, upload({"T9": "By hand"}, {("T9", "PK634", "Police"): (1, 1, None)}))
    ahead = store.changes_ahead(LATER, source="forms", at=AT)
    add(store, LATER, source="forms")
    titles, rows = content(store.records(TODAY))
    assert titles == {"T1": "Referral of victims", "T2": "Law", "T9": "By hand"}
    assert rows == {POLICE: (3, 5, None), ("T9", "PK634", "Police"): (1, 1, None)}
    pd.testing.assert_frame_equal(ahead.rows, store.changes(3))
    told = ahead.rows.set_index(["table", "training_id", "agency"])["change"].to_dict()
    assert told == {
        ("trainings", "T1", ""): "replaced",
        ("trainings", "T2", ""): "added",
        ("attendance", "T1", "Police"): "replaced",
        ("attendance", "T1", "FIA"): "withdrawn",
    }
    assert ahead.counts.to_dict("index") == {
        "trainings": {"added": 1, "replaced": 1, "withdrawn": 0, "same": 0},
        "attendance": {"added": 0, "replaced": 1, "withdrawn": 1, "same": 0},
    }
    assert store.history()["state"].tolist() == [STANDS, STANDS, TAKEN_OVER]
    assert store.changes_ahead(LATER, source="forms", at=AT).counts.empty
    store.rollback(3, "A lead", AT)
    assert content(store.records(TODAY))[1][FIA] == (0, None, None)
    assert store.history()["state"].tolist() == [ROLLED_BACK, STANDS, STANDS]


def test_looking_ahead_keeps_nothing(store):
    for __ in range(2):  # all stores without a file look into one database that stays empty
        assert len(store.changes_ahead(FIRST, source="forms", at=AT).rows) == 3
    assert store.history().empty
    add(store, FIRST, source="forms")
    assert add(store, FIRST, source="forms").repeated
    assert not add(store, FIRST, source="other").repeated
    assert len(store.records(TODAY).attendance) == 2


def test_a_file_that_a_later_one_overlays_is_said_to_be_and_changes_nothing(store):
    add(store, FIRST)
    add(store, LATER)
    again = add(store, FIRST)
    assert (again.repeated, again.id, again.overlaid_by) == (True, 1, (2,))
    assert "import 2 told them otherwise later" in again.overlaid_in_words
    assert add(store, LATER).overlaid_by == ()
    store.rollback(1, "A lead", AT)  # as it says
    assert add(store, FIRST).id == 3
    assert content(store.records(TODAY))[1][POLICE] == (2, 5, None)


def test_rows_that_a_file_does_not_name_of_its_trainings_are_told_with_their_people(store):
    add(store, FIRST)
    add(store, upload({"T2": "Law"}, {("T2", "PK610", "FIA"): (1, 1, None)}))
    again = upload({"T1": "Referral", "T3": "Courts"}, {("T1", "PK636", "Police"): (2, 5, None)})
    rows = store.trainings.not_named(again)
    assert [tuple(row) for row in rows[["adm2_pcode", "agency", "import_id"]].to_numpy()] == [
        ("PK634", "Police", 1),
        ("PK610", "FIA", 1),
    ]
    said = not_named_in_words(rows)
    assert "2 rows of attendance (7 participants)" in said
    assert "T1. They count beside it, as of import 1." in said
    blank = rows.assign(participants_f=pd.NA, participants_m=pd.NA).astype(rows.dtypes)
    assert "(2 rows without a count)" in not_named_in_words(blank)
    for told in (FIRST, upload({"T1": "Referral"}, {})):  # all of it, and nothing of attendance
        assert not_named_in_words(store.trainings.not_named(told)) == ""


def test_a_file_of_the_content_of_a_source_is_kept_and_stays_when_the_source_drops_it(store):
    add(store, FIRST, source="forms")
    own = add(store, FIRST, file_name="office.csv")
    assert (own.id, own.repeated, own.source) == (2, False, None)
    assert add(store, FIRST, file_name="office.csv").id == 2
    assert add(store, FIRST, source="forms").id == 1
    add(store, LATER, source="forms")
    assert FIA in content(store.records(TODAY))[1]
