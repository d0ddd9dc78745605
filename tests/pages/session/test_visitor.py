"""Who may do what on a server: alone, in the open, signed in; refused where it is done."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.access.grants import grant
from data.access.rights import ALONE, NotAllowedError, Person, Right, Role
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from data.store.tables.people import GrantTable
from pages.session import granted, kept, loading, visitor
from pages.session.sign_in import NO_TIME, NOT_USED, SIGNED_OUT, TOO_LONG, SignIns, _sign_in
from reports.story.wording import Wording
from tests.data.stored import AT
from tests.pages.conftest import bodies, headline

SCREENS = ("overview", "gaps", "committees", "participants", "trainings", "present", "records")


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
    assert any("so it is for reading only" in one.value for one in app.caption)
    assert not [one for one in app.button if one.label.startswith("Undo import")]


def test_before_sign_in_nothing_is_shown(run_screen, stored, monkeypatch) -> None:
    monkeypatch.setattr(visitor, "signs_in", lambda: True)
    monkeypatch.setattr(st, "user", SimpleNamespace(is_logged_in=False))
    for name in SCREENS:
        app = run_screen(name, query={"records": "stored"})
        assert [one.label for one in app.button] == ["Sign in"]
        assert not any('class="headline"' in one or "referral" in one for one in bodies(app))


def test_the_way_back_to_the_view_stays_until_the_browser_has_gone_it(
    run_screen, stored, signed_in
) -> None:
    signed_in("manager")
    app = run_screen("trainings", query={"records": "stored"})
    assert "go_back_to_view" in repr(app.main)
    assert "go_back_to_view" in repr(app.run().main)


def test_what_a_role_may_not_is_not_there_and_refused_when_called(
    run_screen, stored, signed_in, monkeypatch
) -> None:
    for role in Role:
        signed_in(role)
        app = run_screen("records", query={"records": "stored"}, state={"looked_into": 1})
        assert not app.exception, role
        person = app.session_state["person"]
        assert (person.name, person.role) == ("A. Officer", role)
        undo = [one for one in app.button if one.label == "Undo import 1"]
        assert bool(undo) is person.may(Right.UNDO), role
        with monkeypatch.context() as patched:
            patched.setattr(visitor, "look_up", lambda used, person=person: person)
            do_what_some_may(person)


def do_what_some_may(person: Person) -> None:
    """Do what somebody may; see that all else is refused."""
    for right, do in {
        Right.IMPORT: lambda: kept.keep_decisions(lambda known: known, "x"),
        Right.UNDO: lambda: loading.programme_store(Right.UNDO),
        Right.WORDING: lambda: kept.keep(kept.WORDING, "stored", Wording(), "x"),
    }.items():
        if person.may(right):
            do()
        else:
            with pytest.raises((StoreError, DecisionsError), match="You may not"):
                do()


def test_of_some_provinces_nothing_of_another_is_sent(run_screen, stored, signed_in) -> None:
    signed_in("manager", ["Punjab"], files=False)
    query = {"records": "stored", "province": "PK7", "district": "PK731"}
    for name in SCREENS:
        app = run_screen(name, query=query)
        assert not app.exception, name
        sent = repr(app.main)
        assert "Sindhi" not in sent, name
        assert "two.xlsx" not in sent, name
        assert not app.get("download_button"), name


def test_the_rows_behind_are_refused_to_who_sees_a_part(monkeypatch) -> None:
    of_a_part = Person("A", Role.MANAGER, ("PK6",))
    monkeypatch.setattr(visitor, "person", lambda: of_a_part)
    monkeypatch.setattr(visitor, "look_up", lambda used: of_a_part)
    for right in (None, Right.UNDO, Right.WORDING):
        with pytest.raises(StoreError):
            loading.programme_store(right)


@pytest.mark.parametrize(
    ("began", "last_used", "says"),
    [
        (timedelta(minutes=61), None, NOT_USED),  # of a cookie, at a process that never saw it
        (timedelta(hours=3), timedelta(minutes=61), NOT_USED),
        (timedelta(hours=13), timedelta(minutes=1), TOO_LONG),
    ],
)
def test_a_sign_in_ends_and_a_page_loaded_anew_asks_again(
    run_screen, stored, signed_in, began, last_used, says: str
) -> None:
    now = datetime.now(UTC)
    claims = {"sub": "7", "iat": (now - began).timestamp()}
    signed_in("viewer", **claims)
    if last_used:
        visitor.sign_ins._used[_sign_in(claims)] = now - last_used
    for _ in range(2):  # a window that is opened beside it lets nobody in either
        app = run_screen("overview", query={"records": "stored"})
        assert [one.label for one in app.button] == ["Sign in"]
        assert [one.value for one in app.info] == [says]
    signed_in("viewer", iat=now.timestamp())
    assert headline(run_screen("overview", query={"records": "stored"}))["participant"] == 118


def test_an_hour_without_use_counts_from_the_last_use_in_any_window() -> None:
    sign_ins, begin = SignIns(), datetime(2026, 1, 5, 9, tzinfo=UTC)
    claims = {"sub": "7", "iat": begin.timestamp()}

    def after(minutes: int, *, used: bool = True, of: dict = claims) -> str:
        return sign_ins.why_over(of, begin + timedelta(minutes=minutes), used=used)

    assert [after(50), after(100), after(150)] == ["", "", ""]
    assert after(205, used=False) == "", "what plays by itself is answered"
    assert after(211, used=False) == NOT_USED, "and is no use"
    assert after(211) == after(212) == NOT_USED
    again = {"sub": "7", "iat": (begin + timedelta(minutes=213)).timestamp()}
    assert after(214, of=again) == "", "who signs in again is in"
    sign_ins.end(again)
    assert after(215, of=again) == SIGNED_OUT
    assert after(60 * 12 + 1, of=again) == SIGNED_OUT
    assert after(0, of={"sub": "7"}) == after(0, of={"sub": "7", "iat": "soon"}) == NO_TIME


@pytest.mark.parametrize("runs", ["whole", "fragment"])
def test_what_is_taken_away_is_gone_at_the_next_run(
    run_screen, answer, stored, signed_in, runs: str
) -> None:
    run = answer if runs == "fragment" else AppTest.run
    signed_in("viewer", files=False)
    app = run_screen("overview", query={"records": "stored"})
    assert headline(app)["participant"] == 118
    signed_in("viewer", ["Punjab"], files=False)
    assert headline(run(app))["participant"] == 7, "another grant holds at once"
    signed_in("viewer", groups=["others"])
    run(app)
    assert any("have no role here" in one.value for one in app.error)
    assert not any('class="headline"' in one for one in bodies(app))


def test_a_filter_asks_for_sign_in_where_the_sign_in_has_ended(
    run_screen, answer, stored, signed_in
) -> None:
    signed_in("viewer")
    app = run_screen("overview", query={"records": "stored"})
    assert headline(answer(app))["participant"] == 118
    visitor.sign_ins.end(st.user.to_dict())  # as another window does
    answer(app)
    assert [one.label for one in app.button] == ["Sign in"]
    assert [one.value for one in app.info] == [SIGNED_OUT]


def test_a_file_that_is_made_at_a_click_is_refused_who_may_not_by_then(signed_in) -> None:
    signed_in("viewer")
    require = visitor.required_later(Right.TAKE)
    require()
    signed_in("viewer", files=False)
    with pytest.raises(NotAllowedError, match="take files along"):
        require()


def test_where_the_grants_cannot_be_looked_up_those_of_the_last_minute_hold(
    run_screen, stored, signed_in, monkeypatch
) -> None:
    def unreadable(*given: object) -> None:
        raise StoreError("It does not answer.", "db.example.org", "Try again.")

    signed_in("viewer")
    app = run_screen("overview", query={"records": "stored"})
    monkeypatch.setattr(GrantTable, "looks", unreadable)
    assert headline(app.run())["participant"] == 118
    monkeypatch.setattr(granted, "AT_MOST", 0)
    app.run()
    assert [one.value for one in app.error] == ["Your role could not be looked up."]
    assert not any('class="headline"' in one or "example.org" in one for one in bodies(app))


def test_grants_are_read_anew_where_the_file_looks_otherwise_and_only_there(
    stored, signed_in, monkeypatch
) -> None:
    signed_in("viewer")
    granted.forget()
    read, times = GrantTable.current, []
    monkeypatch.setattr(GrantTable, "current", lambda table: (times.append(1), read(table))[1])
    assert granted.grants() == granted.grants() == granted.grants()
    assert len(times) == 1
    stored.people.add([grant("donors", "viewer")], "x", AT)
    times.clear()
    assert grant("donors", "viewer") in granted.grants()
    assert len(times) == 1


def test_where_nobody_has_a_role_it_is_said_how_to_begin(run_screen, signed_in, tmp_path) -> None:
    signed_in("viewer")
    (tmp_path / "records.duckdb").unlink()
    app = run_screen("overview")
    assert [one.value for one in app.error] == ["Nobody has been given a role yet."]
    assert any("python -m data people add" in one.value for one in app.text)


def test_every_part_that_answers_by_itself_looks_up_who_asks() -> None:
    pages = (loading.ROOT / "pages").rglob("*.py")
    files = {path.name for path in pages if "st.fragment(" in path.read_text(encoding="utf-8")}
    assert files == {"playing.py"}


def test_the_audit_is_for_who_may_undo_and_says_whether_it_is_whole(
    run_screen, stored, signed_in
) -> None:
    for role in Role:
        signed_in(role)
        app = run_screen("records", query={"records": "stored"}, state={"audit": True})
        assert not app.exception, role
        shown = [one.value for one in app.dataframe if "Action" in one.value]
        if not app.session_state["person"].may(Right.UNDO):
            assert shown == [], role
            continue
        told = ["An officer", "imported", "import 1, two.xlsx"]
        assert shown[0].iloc[-1].tolist()[2:5] == told, role
        assert any("none changed afterwards" in one.value for one in app.caption), role
    with stored._place.writing() as session:
        session.run("UPDATE audit SET who = 'Nobody'")
    app.run()
    assert any("broken at row 1" in one.value for one in app.error)
