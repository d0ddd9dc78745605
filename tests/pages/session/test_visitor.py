"""Who may do what on a server: alone, in the open, signed in; refused where it is done."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from data.access.rights import ALONE, Person, Right, Role
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from data.store.store import open_store
from pages.session import kept, loading, visitor
from reports.story.wording import Wording
from tests.data.stored import AT, upload
from tests.pages.conftest import bodies

TWO = upload(
    {"P1": "Punjabi referral", "S1": "Sindhi referral"},
    {("P1", "PK634", "Police"): (3, 4, None), ("S1", "PK731", "FIA"): (50, 61, None)},
)
SCREENS = ("overview", "gaps", "committees", "participants", "trainings", "present", "records")


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    loading.store.clear()
    store = open_store(str(tmp_path / "records.duckdb"))
    store.add(TWO, file_name="two.xlsx", who="An officer", at=AT)
    return store


@pytest.fixture
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Sign somebody in as the provider would say it: ``signed_in(role, provinces)``."""

    def sign_in(role: str, provinces: str = "", files: str = "true", **claims) -> None:
        limit = f'provinces = ["{provinces}"]\n' if provinces else ""
        grant = f'[[grants]]\nof = "us"\nrole = "{role}"\nfiles = {files}\n{limit}'
        (tmp_path / "roles.toml").write_text(grant)
        monkeypatch.setenv(visitor.ROLES_VARIABLE, str(tmp_path / "roles.toml"))
        monkeypatch.setattr(visitor, "signs_in", lambda: True)
        told = {"name": "A. Officer", "groups": ["us"], **claims}
        user = SimpleNamespace(is_logged_in=True, to_dict=lambda: told)
        monkeypatch.setattr(st, "user", user)

    return sign_in


@pytest.mark.parametrize(
    ("address", "host", "local"),
    [
        ("localhost", "localhost:8501", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("localhost", "[::1]:8501", True),
        ("localhost", "", True),
        ("localhost", "dashboard.example.org", False),
        ("localhost", "localhost.example.org:80", False),
        ("0.0.0.0", "localhost:8501", False),  # noqa: S104 - what is refused
        (None, "localhost", False),
    ],
)
def test_a_server_is_local_where_both_its_address_and_the_host_are(address, host, local):
    assert visitor.is_local(address, {"Host": host}) is local


def test_alone_everything_is_allowed_and_nothing_is_asked(run_screen, stored) -> None:
    app = run_screen("records", query={"records": "stored"})
    assert app.session_state["person"] == ALONE
    assert not [one for one in app.button if one.key in ("sign_in", "sign_out")]


def test_a_server_in_the_open_is_for_reading_and_says_why(run_screen, stored, monkeypatch) -> None:
    monkeypatch.setattr(visitor, "is_local", lambda address, headers: False)
    app = run_screen("records", query={"records": "stored"})
    assert not app.exception
    assert any("nobody signs in, so it is for reading only" in one.value for one in app.caption)
    assert not [one for one in app.button if one.label.startswith("Undo import")]


def test_before_sign_in_nothing_is_shown(run_screen, stored, monkeypatch) -> None:
    monkeypatch.setattr(visitor, "signs_in", lambda: True)
    monkeypatch.setattr(st, "user", SimpleNamespace(is_logged_in=False))
    for name in SCREENS:
        app = run_screen(name, query={"records": "stored"})
        assert [one.label for one in app.button] == ["Sign in"]
        assert not any('class="headline"' in one or "referral" in one for one in bodies(app))


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_may_not_is_not_there_and_refused_when_called(
    run_screen, stored, signed_in, monkeypatch, role: Role
) -> None:
    signed_in(role)
    app = run_screen("records", query={"records": "stored"}, state={"looked_into": 1})
    assert not app.exception
    person = app.session_state["person"]
    assert (person.name, person.role) == ("A. Officer", role)
    undo = [one for one in app.button if one.label == "Undo import 1"]
    assert bool(undo) is person.may(Right.UNDO)
    monkeypatch.setattr(visitor, "person", lambda: person)
    for right, do in {
        Right.IMPORT: lambda: kept.keep_decisions(lambda known: known, "x"),
        Right.UNDO: lambda: loading.programme_store(Right.UNDO),
        Right.WORDING: lambda: kept.keep_wording("stored", Wording(), "x"),
    }.items():
        if person.may(right):
            do()
        else:
            with pytest.raises((StoreError, DecisionsError), match="You may not"):
                do()


@pytest.mark.parametrize("name", SCREENS)
def test_of_some_provinces_nothing_of_another_is_sent(run_screen, stored, signed_in, name) -> None:
    signed_in("manager", "Punjab", files="false")
    query = {"records": "stored", "province": "PK7", "district": "PK731"}
    app = run_screen(name, query=query)
    assert not app.exception
    sent = repr(app.main)
    assert "Sindhi" not in sent
    assert "two.xlsx" not in sent
    assert not app.get("download_button")


def test_the_rows_behind_are_refused_to_who_sees_a_part(monkeypatch) -> None:
    monkeypatch.setattr(visitor, "person", lambda: Person("A", Role.MANAGER, ("PK6",)))
    for right in (None, Right.UNDO, Right.WORDING):
        with pytest.raises(StoreError):
            loading.programme_store(right)


@pytest.mark.parametrize(
    ("after", "says"),
    [
        ({"unused": timedelta(minutes=61)}, "an hour of no use"),
        ({"signed_in": timedelta(hours=13)}, "each does within a day"),
    ],
)
def test_a_sign_in_ends(run_screen, stored, signed_in, after: dict, says: str) -> None:
    now = datetime.now(UTC)
    since = now - after.get("signed_in", timedelta())
    signed_in("viewer", iat=since.timestamp())
    state = {"seen_at": now - after.get("unused", timedelta())}
    app = run_screen("overview", query={"records": "stored"}, state=state)
    assert [one.label for one in app.button] == ["Sign in"]
    assert any(says in one.value for one in app.info)
    assert [one.label for one in app.run().button] == ["Sign in"], "asking again lets nobody in"


def test_a_role_that_is_taken_away_is_gone_at_the_next_run(run_screen, stored, signed_in) -> None:
    signed_in("viewer")
    app = run_screen("overview", query={"records": "stored"})
    assert any('class="headline"' in one for one in bodies(app))
    signed_in("viewer", groups=["others"])
    app.run()
    assert any("have no role here" in one.value for one in app.error)
    assert not any('class="headline"' in one for one in bodies(app))


@pytest.mark.parametrize("role", list(Role))
def test_the_audit_is_for_who_may_undo_and_says_whether_it_is_whole(
    run_screen, stored, signed_in, role: Role
) -> None:
    signed_in(role)
    app = run_screen("records", query={"records": "stored"}, state={"audit": True})
    assert not app.exception
    shown = [one.value for one in app.dataframe if "Did" in one.value]
    if not app.session_state["person"].may(Right.UNDO):
        assert shown == []
        return
    assert shown[0].iloc[0].tolist()[2:5] == ["An officer", "imported", "import 1, two.xlsx"]
    assert any("none changed afterwards" in one.value for one in app.caption)
    with stored._place.writing() as session:
        session.run("UPDATE audit SET who = 'Nobody'")
    app.run()
    assert any("broken at row 1" in one.value for one in app.error)
