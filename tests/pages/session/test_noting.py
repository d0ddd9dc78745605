"""What the audit has of a visitor: a file with its view, a refusal, from which address."""

import os
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.access.rights import Person, Right, Role
from data.store import audit
from data.store.address import open_store
from data.store.errors import StoreError
from data.store.store import Store
from pages.session import loading, noting, visitor
from pages.session.sign_in import SIGNED_OUT
from tests.data.stored import AT


def rows(store: Store) -> list[tuple]:
    told = store.audit()[["who", "did", "what", "address"]].to_records(index=False).tolist()
    return [row for row in told if row[1] not in ("imported", "granted")]


def taking(records: str) -> None:
    from pages.session import address

    made = address.noted(lambda: b"content", "districts.csv")
    import streamlit as st

    address.written().update(records=[records], agency=["Police", "FIA & others"])
    st.text(made().decode())


@pytest.mark.parametrize("records", ["stored", "yours"])
def test_a_file_is_noted_with_the_view_as_it_was_written_last(stored, records: str) -> None:
    app = AppTest.from_function(taking, args=(records,)).run()
    assert not app.exception
    assert [one.value for one in app.text] == ["content"]
    view = "districts.csv, records=stored&agency=Police&agency=FIA+%26+others"
    noted = [(noting.NOBODY, "took along", view, "")]
    assert rows(stored) == (noted if records == "stored" else [])


def test_what_is_refused_is_noted_from_where_it_was_asked(stored, monkeypatch) -> None:
    viewer = Person("A. Viewer", Role.VIEWER)
    monkeypatch.setattr(visitor, "person", lambda: viewer)
    monkeypatch.setattr(visitor, "look_up", lambda used: viewer)
    monkeypatch.setattr(noting.st, "context", SimpleNamespace(ip_address="203.0.113.77"))
    with pytest.raises(StoreError, match="You may not"):
        loading.programme_store(Right.UNDO).rollback(1, "A. Viewer", AT)
    assert rows(stored) == [("A. Viewer", "was refused", Right.UNDO.value, "203.0.113.0/24")]


def test_nothing_is_noted_of_a_public_edition_or_before_there_are_records(
    stored, monkeypatch
) -> None:
    monkeypatch.setenv(visitor.PUBLIC_VARIABLE, "5")
    noting.noter(lambda: stored)("took along", "deck.pptx")
    monkeypatch.delenv(visitor.PUBLIC_VARIABLE)
    assert rows(stored) == []
    none = open_store(os.environ["DATABASE_URL"] + ".other")
    noting.noter(lambda: none)("took along", "deck.pptx")
    assert none.state() == ""


def test_who_signs_in_and_out_is_noted_once_a_sign_in_and_who_has_no_role_too(
    run_screen, stored, signed_in, monkeypatch
) -> None:
    monkeypatch.setattr(st, "logout", lambda: None)
    signed_in("viewer")
    began = datetime.fromtimestamp(st.user.to_dict()["iat"], UTC)
    for _ in range(2):  # two windows
        app = run_screen("overview")
        assert not app.exception
    signs_in = ("A. Officer", "signed in", f"at {began:%Y-%m-%d %H:%M} UTC", "")
    assert rows(stored) == [signs_in]
    app.button(key="sign_out").click().run()
    over = ("A. Officer", "was refused", SIGNED_OUT, "")
    assert rows(stored) == [signs_in, ("A. Officer", "signed out", "", ""), over]
    signed_in("viewer", groups=["others"], sub="8", name="B. Officer")
    app = run_screen("overview")
    app.run()
    assert [row[:3] for row in rows(stored)[3:]] == [
        ("B. Officer", "was refused", "You are signed in, but have no role here.")
    ]


def test_what_cannot_be_noted_is_in_the_log_and_the_file_is_made(
    stored, monkeypatch, caplog
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError("There is no room left on the disk.", "", "Make room.")

    monkeypatch.setattr(Store, "note", full)
    noting.noter(lambda: stored)("took along", "deck.pptx")
    assert "The audit has no row of this" in caplog.text
    assert "There is no room left" in caplog.text


def test_the_audit_is_looked_through_by_who_and_what(run_screen, stored) -> None:
    with stored._place.writing(with_copy=False) as session:
        for number in range(600):
            audit.append(session, AT, f"Viewer {number % 2}", "took along", f"{number}.csv")
    state = {"audit": True, "audit_who": ["Viewer 1"], "audit_did": ["took along"]}
    app = run_screen("records", query={"records": "stored"}, state=state)
    assert not app.exception
    listed = next(one.value for one in app.dataframe if "Action" in one.value)
    assert (len(listed), set(listed["Who"])) == (300, {"Viewer 1"})
    assert set(listed["Action"]) == {"downloaded"}  # the words of what is kept
    app.multiselect(key="audit_who").set_value([]).run()
    listed = next(one.value for one in app.dataframe if "Action" in one.value)
    assert listed["What"].iloc[0] == "599.csv"
    assert any("The latest 500 of 600 rows" in one.value for one in app.caption)
