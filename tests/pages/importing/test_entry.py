"""A training entered, corrected and taken out on the Records screen, and who is offered it."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.access.rights import Person, Role
from data.store.address import open_store
from data.store.shipped import illustrative
from data.store.store import Store
from pages.session import visitor
from tests.data.stored import checked, with_tables

SAVE, TAKE_OUT = "save_{turn}_{part}", "take_out"
PART = "Training"
#: What a new training cannot do without, beside its title.
HELD = {"level": "district", "status": "held", "date_start": date(2023, 10, 2)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a store with the illustrative records in it; it is only copied."""
    path, sample = tmp_path_factory.mktemp("made") / "records.duckdb", illustrative()
    content = with_tables(checked(sample), **sample.further)
    told = {"file_name": "records.xlsx", "who": "An officer", "at": datetime.now(UTC)}
    open_store(str(path)).add(content, **told)
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    """The programme's records, with the illustrative ones in them."""
    return open_store(str(shutil.copy(made, tmp_path)))


def chosen(app: AppTest, training_id: str) -> AppTest:
    app.selectbox(key="entry_training").set_value(training_id).run()
    assert not app.exception
    return app


def written(app: AppTest, **values: object) -> int:
    """Write into fields of the training that is open, all before one run; return its turn."""
    turn = app.session_state["entry_draft"].turn
    for name, value in values.items():
        kind = "date_input" if name == "date_start" else "text_input"
        kind = "selectbox" if name in ("level", "status", "district") else kind
        getattr(app, kind)(key=f"entry_{turn}_{name}").set_value(value)
    app.run()
    return turn


def saved(app: AppTest, key: str, reason: str) -> AppTest:
    app.text_input(key=f"entry_reason_{key}").set_value(reason).run()
    assert app.button(key=f"entry_{key}").disabled
    app.text_input(key=f"entry_who_{key}").set_value("A lead").run()
    app.button(key=f"entry_{key}").click().run()
    assert not app.exception
    return app


def table(app: AppTest, heading: str) -> pd.DataFrame:
    return next(one.value for one in app.dataframe if heading in one.value)


def latest(store: Store) -> list:
    row = store.history().iloc[0]
    return [row[name] for name in ("id", "file_name", "who", "reason", "trainings", "attendance")]


def words(app: AppTest) -> list[str]:
    return [one.value for one in (*app.caption, *app.text, *app.success, *app.info, *app.error)]


def test_a_new_training_is_checked_as_it_is_written_and_saved_with_who_and_why(run_screen, store):
    app = chosen(run_screen("records"), "")
    assert any("Still to fill in: Title, Level, First day" in one for one in words(app))
    rest = HELD | {"district": "PK617"}
    turn = written(app, title="Ask Mr. Nobody Zarqoon", **rest)
    told = table(app, "What is wrong")
    assert told["What is wrong"].str.contains("person's data").tolist() == [True]
    assert "Zarqoon" not in told.to_string()
    app.text_input(key=f"entry_{turn}_title").set_value("Shelter").run()
    saved(app, SAVE.format(turn=turn, part=PART), "The list of 2 October")
    assert latest(store) == [2, "entered on screen", "A lead", "The list of 2 October", 1, 0]
    entered = store.trainings.rows("T16")["trainings"].iloc[0]
    assert (entered["title"], entered["venue_adm2_pcode"]) == ("Shelter", "PK617")
    assert entered["date_end"] == entered["date_start"]
    assert any(
        one == "Training T16 was saved: it is import 2 in the history." for one in words(app)
    )


def beside_the_button(app: AppTest, button: str) -> str:
    """Return what stands below a button, within the review that it is a part of."""
    drawn = [one for one in app.main if one.type in ("button", "error", "text")]
    at = next(n for n, one in enumerate(drawn) if one.key == f"entry_{button}")
    return " ".join(str(one.value) for one in drawn[at + 1 : at + 3])


def test_the_attendance_of_a_new_training_begins_with_a_blank_row(run_screen, store):
    # In a table without a row, what is written first makes another table of it.
    app = chosen(run_screen("records"), "")
    rows = table(app, "Home district")
    assert list(rows.index) == [1]
    assert rows.isna().all(axis=None)


def test_of_two_who_enter_one_id_the_second_chooses_another_and_keeps_what_is_written(
    run_screen, store
):
    people = []
    for title in ("Shelter", "Referral"):
        app = chosen(run_screen("records"), "")
        turn = written(app, title=title, **HELD)
        people.append((app, SAVE.format(turn=turn, part=PART)))
    (first, key), (second, other) = people
    saved(first, key, "Sheet one")
    saved(second, other, "Call 0300-1234567")
    told = beside_the_button(second, other)
    assert "person's data" in told
    assert "0300" not in told
    second.text_input(key=f"entry_reason_{other}").set_value("Sheet two").run()
    assert "person's data" not in beside_the_button(second, other)
    second.button(key=f"entry_{other}").click().run()
    told = beside_the_button(second, other)
    assert "This training ID is taken" in told
    assert "Choose another ID" in told
    assert len(store.history()) == 2
    turn = second.session_state["entry_draft"].turn
    assert second.text_input(key=f"entry_{turn}_title").value == "Referral"
    second.text_input(key=f"entry_{turn}_id").set_value("T17").run()
    second.button(key=f"entry_{other}").click().run()
    assert latest(store)[:4] == [3, "entered on screen", "A lead", "Sheet two"]


def test_a_correction_shows_before_and_after_and_is_refused_where_somebody_was_first(
    run_screen, store
):
    app = chosen(run_screen("records"), "T04")
    turn = app.session_state["entry_draft"].turn
    assert any(one == "Nothing is changed yet." for one in words(app))
    rows = store.trainings.rows("T04")["attendance"]
    app.text_input(key=f"entry_{turn}_title").set_value("Roles").run()
    told = table(app, "Before").to_numpy().tolist()
    before = illustrative().trainings.set_index("training_id").loc["T04", "title"]
    assert [row[2:] for row in told] == [["Title", before, "Roles"]]
    other = chosen(run_screen("records"), "T04")
    other.text_input(key=f"entry_{other.session_state['entry_draft'].turn}_title").set_value(
        "X"
    ).run()
    saved(app, SAVE.format(turn=turn, part=PART), "A slip")
    assert store.trainings.rows("T04")["trainings"]["title"].tolist() == ["Roles"]
    assert store.trainings.rows("T04")["attendance"].equals(rows)
    key = SAVE.format(turn=other.session_state["entry_draft"].turn, part=PART)
    saved(other, key, "A slip")
    assert len(store.history()) == 2
    assert any("not as it was when it was opened" in one for one in words(other))


def field(app: AppTest, name: str) -> str:
    return app.text_input(key=f"entry_{app.session_state['entry_draft'].turn}_{name}").value


def test_what_is_written_stays_while_other_screens_are_looked_at_and_is_brought_back(
    run_screen, store
):
    app = chosen(run_screen("records"), "")
    written(app, title="Shelter", level="district", date_start=date(2023, 10, 2))
    app.switch_page("pages/methods.py").run()
    app.switch_page("pages/records.py").run()
    assert field(app, "title") == "Shelter"
    assert any("Still to fill in: Status." in one for one in words(app))
    # Nothing is offered of what is open, nor of a training that was only looked at.
    assert "entry_bring_back" not in [one.key for one in app.button]
    next(one for one in app.button if one.label == "Start again").click().run()
    assert field(app, "title") == ""
    chosen(app, "T04")
    title = field(app, "title")
    chosen(app, None)
    app.button(key="entry_bring_back").click().run()
    assert app.selectbox(key="entry_training").value == ""
    assert field(app, "title") == "Shelter"
    assert any("Still to fill in: Status." in one for one in words(app))
    # Another one that is opened from its own screen does not take what was written of this.
    app.switch_page("pages/trainings.py").run()
    app.session_state["entry_training"] = "T04"
    app.switch_page("pages/records.py").run()
    assert field(app, "title") == title
    assert app.button(key="entry_bring_back").help == "A new training"


def test_a_training_is_taken_out_unless_it_is_named_as_what_took_something_up(run_screen, store):
    by = set(illustrative().inputs["followed_up_by"]) - {""}
    used = sorted(by)[0]
    free = sorted(set(illustrative().trainings["training_id"]) - by)[0]
    app = chosen(run_screen("records"), used)
    assert "entry_take_out" not in [one.key for one in app.button]
    assert any("Correct those first" in one for one in words(app))
    chosen(app, free)
    saved(app, TAKE_OUT, "It did not take place")
    assert all(table.empty for table in store.trainings.rows(free).values())
    assert latest(store)[3:] == ["It did not take place", 0, 0]
    assert f"Training {free} was removed: it is import 2 in the history." in words(app)


def test_who_may_not_import_is_offered_nothing_and_made_up_records_say_why(
    run_screen, store, monkeypatch
):
    app = run_screen("trainings", query={"records": "illustrative", "training": "T04"})
    assert any("made up and cannot be changed" in one for one in words(app))
    assert "correct_training" not in [one.key for one in app.button]
    app = run_screen("trainings", query={"records": "stored", "training": "T04"})
    assert "correct_training" in [one.key for one in app.button]
    monkeypatch.setattr(visitor, "_without_sign_in", lambda: Person("A viewer", Role.VIEWER))
    reader = run_screen("records")
    assert "entry_training" not in [one.key for one in reader.selectbox]
    reader = run_screen("trainings", query={"records": "stored", "training": "T04"})
    assert "correct_training" not in [one.key for one in reader.button]
    monkeypatch.undo()
    monkeypatch.setenv("TRAINING_PUBLIC", "5")
    public = run_screen("records")
    assert not public.exception
    assert "entry_training" not in [one.key for one in public.selectbox]


def test_who_is_of_some_provinces_corrects_what_is_wholly_of_these(run_screen, store, signed_in):
    signed_in("editor", ("Punjab",))
    app = run_screen("records")
    own = set(app.selectbox(key="entry_training").proto.options)
    assert [one for one in own if one.startswith("T04 ")]
    assert not [one for one in own if one.startswith("T03 ")]  # wholly of Sindh
    chosen(app, "T04")
    turn = app.session_state["entry_draft"].turn
    app.text_input(key=f"entry_{turn}_title").set_value("Roles").run()
    key = SAVE.format(turn=turn, part=PART)
    app.text_input(key=f"entry_reason_{key}").set_value("A slip").run()
    app.button(key=f"entry_{key}").click().run()  # the name is that of the sign-in
    assert not app.exception
    assert latest(store)[1:4] == ["entered on screen", "A. Officer", "A slip"]
    # Of a training with people of other provinces he sees a part, and may not change it.
    chosen(app, "T01")
    turn = app.session_state["entry_draft"].turn
    app.text_input(key=f"entry_{turn}_title").set_value("Law").run()
    key = SAVE.format(turn=turn, part=PART)
    app.text_input(key=f"entry_reason_{key}").set_value("A slip").run()
    app.button(key=f"entry_{key}").click().run()
    assert any("Not of your provinces alone: T01" in one for one in words(app))
    assert "FIA Academy" not in str(app.main)  # its venue, in another province
    assert len(store.history()) == 2


def test_a_new_training_that_the_records_may_have_is_saved_once_somebody_says_it_is_another(
    run_screen, store
):
    known = store.trainings.rows("T04")["trainings"].iloc[0]
    app = chosen(run_screen("records"), "")
    turn = written(
        app,
        title=known["title"].upper(),
        date_start=known["date_start"].date() + timedelta(days=1),
        **known[["venue", "level", "status"]],
    )
    key = SAVE.format(turn=turn, part=PART)
    [told] = [one.value for one in app.warning if "may have this training" in one.value]
    assert "T04" in told
    assert not [one for one in app.button if one.key == f"entry_{key}"]
    app.checkbox(key=f"entry_another_{turn}_{PART}_T04").check().run()
    saved(app, key, "A second one, in another hall")
    assert len(store.history()) == 2
