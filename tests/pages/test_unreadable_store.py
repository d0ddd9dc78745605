"""A store that cannot be read is an error on every screen, and never another set of records."""

import fcntl
import gc
import shutil
import socket
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest

from data.store import shipped
from data.store.engines import postgres
from pages.session import loading
from tests.data.postgres import new_database
from tests.data.stored import AT, upload
from tests.pages.conftest import altered, bodies, headline, in_list

SCREENS = [
    *("overview", "gaps", "committees", "participants", "trainings", "present"),
    *("records", "methods"),
]
POLICE = ("T1", "PK634", "Police")
FEW = upload({"T1": "Referral"}, {POLICE: (2, 5, None)})
SAMPLE = shipped.HERE / "sample"
FIGURES = ("dataframe", "download_button", "component_instance", "plotly_chart", "metric")


def add(what=FEW) -> None:
    loading.store().add(what, file_name="may.xlsx", who="An officer", at=AT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a store with one import."""
    add()
    return tmp_path / "records.duckdb"


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Put the store on a server that takes a call and never answers; return its port."""
    monkeypatch.setattr(postgres, "ANSWER_WITHIN", 2)
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        port = str(listening.getsockname()[1])
        monkeypatch.setenv("DATABASE_URL", f"postgresql://me:secret@127.0.0.1:{port}/records")
        loading.store.clear()
        yield port


def all_words(app) -> str:
    kinds = ("caption", "text", "markdown", "info", "warning", "error")
    return " ".join(map(str, [*bodies(app), *(e.value for kind in kinds for e in app.get(kind))]))


def is_error_alone(app) -> bool:
    assert not app.exception
    words = all_words(app)
    assert app.session_state["records"] == "stored"
    assert "Programme records" in in_list(app, "radio", "records").options
    assert [one.value for one in app.error] == [
        "Programme records cannot be read. No figure is shown."
    ]
    assert [one for one in app.button if one.label == "Try again"]
    assert not any(app.get(kind) for kind in FIGURES)
    assert 'class="headline"' not in words
    return "Illustrative" not in words


def test_every_screen_says_what_is_wrong_and_shows_no_other_records(run_screen, path):
    damaged = path.read_bytes()[:100_000]
    for name in SCREENS:
        path.write_bytes(damaged)
        app = run_screen(name)
        assert is_error_alone(app), name
        words = all_words(app)
        assert "is damaged" in words, name
        assert "`python -m data restore --anew`" in words, name
        assert str(path.parent) not in words, name
        assert not path.exists(), "the file is aside now"
        assert is_error_alone(run_screen(name, query={"records": "stored"})), name


def test_a_screen_that_is_open_when_the_store_fails_changes_to_the_error(run_screen, path):
    app = run_screen("overview")
    assert headline(app)["district"] == 1
    path.write_bytes(b"")
    assert is_error_alone(app.run())


def test_a_link_is_followed_as_soon_as_the_store_can_be_read(run_screen, path, monkeypatch):
    add(upload({"T2": "Law"}, {("T2", "PK634", "FIA"): (1, 0, None)}))
    monkeypatch.setattr(loading, "PATIENCE", 0.2)
    loading.store.clear()
    loading._stored_records.clear()
    with path.with_name("records.duckdb.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        app = run_screen("overview", query={"records": "stored", "agency": "FIA"})
        assert is_error_alone(app)
        assert "in use by another import" in all_words(app)
    app.button("read_again").click().run()
    assert headline(app)["participant"] == 1
    assert app.query_params["agency"] == "FIA"


def test_other_records_are_shown_only_when_the_visitor_chooses_them(run_screen, path):
    path.write_bytes(b"")
    app = run_screen("overview", query={"records": "stored", "agency": "FIA"})
    in_list(app, "radio", "records").set_value("illustrative").run()
    assert headline(app)["district"] == 44
    assert app.query_params["records"] == "illustrative"
    assert headline(app.run())["district"] == 44
    told = run_screen("records", query={"records": "illustrative"})
    assert [one.value for one in told.error] == ["The programme records could not be read."]
    in_list(app, "radio", "records").set_value("stored").run()
    assert is_error_alone(app)


def test_a_server_that_is_down_is_an_error_without_its_name(run_screen, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me:secret@/records?host={tmp_path}")
    loading.store.clear()
    app = run_screen("overview")
    assert is_error_alone(app)
    for hidden in (str(tmp_path), "secret", "me@"):
        assert hidden not in all_words(app)


def test_a_server_that_never_answers_is_an_error(run_screen, silent):
    app = run_screen("overview", query={"records": "stored"})
    assert is_error_alone(app)
    assert "does not answer" in all_words(app)
    assert not {"127.0.0.1", silent, "secret"} & set(all_words(app).replace(":", " ").split())


@pytest.mark.parametrize("address", ["mysql://me:secret@db/records", "postgresql://[me:secret"])
def test_an_address_of_no_store_is_an_error(run_screen, monkeypatch, address):
    monkeypatch.setenv("DATABASE_URL", address)
    loading.store.clear()
    app = run_screen("overview")
    assert is_error_alone(app)
    assert "secret" not in all_words(app)


def test_a_link_to_an_empty_store_shows_that_it_is_empty(run_screen):
    app = run_screen("overview", query={"records": "stored"})
    assert not app.exception
    assert headline(app)["district"] == 0
    assert "Illustrative" not in all_words(app)
    assert headline(run_screen("overview"))["district"] == 44


def test_records_taken_out_by_another_are_not_replaced_by_other_records(run_screen, path):
    app = run_screen("overview")
    assert headline(app)["district"] == 1
    loading.store().rollback(1, "A lead", AT)
    assert headline(app.run())["district"] == 0


def test_a_run_looks_at_the_server_once(run_screen, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", new_database())
    loading.store.clear()
    add()
    app = run_screen("overview")
    connect, times = psycopg.connect, []
    monkeypatch.setattr(psycopg, "connect", lambda *a, **k: times.append(1) or connect(*a, **k))
    app.run()
    assert headline(app)["district"] == 1
    assert len(times) == 1


# ------------------------------------------------------------------ the clock


def test_a_clock_that_was_set_back_is_said_on_every_screen(run_screen, path, monkeypatch):
    monkeypatch.setattr(loading, "today", lambda: date(2026, 11, 24))
    for name in SCREENS:
        app = run_screen(name)
        assert not app.exception
        [warning] = [one.value for one in app.warning if "clock" in one.value]
        assert "24 November 2026, which is before 25 November 2026, the day of import 1" in warning
    monkeypatch.setattr(loading, "today", lambda: AT.date())
    assert "clock" not in all_words(run_screen("overview"))


# ------------------------------------------------------------------ memory


def test_the_records_of_a_visitor_who_has_left_are_freed(run_screen):
    run_screen("overview")  # what is shared is loaded, and kept for good
    own = altered(title="Referral")
    object.__setattr__(own, "itself", own)  # as anything that only a collection can free
    left = weakref.ref(own)
    app = run_screen("overview", records=own)
    assert headline(app)["district"] == 44
    del app, own
    gc.collect()
    assert left() is None


def no_training_is_held(folder: Path) -> None:
    table = (folder / "trainings.csv").read_text(encoding="utf-8")
    (folder / "trainings.csv").write_text(table.splitlines()[0] + "\n", encoding="utf-8")
    rows = (folder / "attendance.csv").read_text(encoding="utf-8")
    (folder / "attendance.csv").write_text(rows.splitlines()[0] + "\n", encoding="utf-8")


FAULTS = {
    "trainings.csv: No training is held": no_training_is_held,
    "attendance.csv: No such file or directory": lambda folder: (
        folder / "attendance.csv"
    ).unlink(),
    "trainings.csv: The columns are not": lambda folder: (folder / "trainings.csv").write_text(
        "name\nT1\n", encoding="utf-8"
    ),
}


@pytest.mark.parametrize("why", FAULTS)
def test_a_folder_that_cannot_be_read_is_said_until_it_can(run_screen, tmp_path, monkeypatch, why):
    folder = Path(shutil.copytree(SAMPLE, tmp_path / "folder"))
    FAULTS[why](folder)
    monkeypatch.setenv("TRAINING_RECORDS", str(folder))
    loading._shared_records.clear()
    app = run_screen("overview", query={"records": "folder"})
    assert not app.exception
    assert [one.value for one in app.error] == [
        "Records from a folder cannot be read. No figure is shown."
    ]
    assert why in all_words(app)
    assert str(tmp_path) not in all_words(app)
    listed = run_screen("records").dataframe[0].value
    assert why in listed.set_index("Records").loc["Records from a folder", "Source"]
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    app.button("read_again").click().run()
    assert headline(app)["district"] == 44
