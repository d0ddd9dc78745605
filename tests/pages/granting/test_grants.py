"""The screen People: for administrators alone; what it changes holds at once."""

from datetime import UTC, datetime

import pytest

from data.access.grants import grant
from data.access.rights import Right, Role
from data.store.address import open_store
from data.store.errors import StoreError
from pages.session import loading, visitor
from tests.pages.conftest import bodies

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def links(app) -> list[str]:
    return [one.proto.label for one in app.get("page_link")]


def test_it_is_there_for_administrators_of_the_whole_alone(
    run_screen, stored, signed_in, monkeypatch
) -> None:
    for role, provinces in [*((role, ()) for role in Role), (Role.ADMINISTRATOR, ["Punjab"])]:
        signed_in(role, provinces)
        app = run_screen("people")
        may = role == Role.ADMINISTRATOR and not provinces
        assert not app.exception, (role, provinces)
        assert ("People" in links(app)) is may, (role, provinces)
        assert any("head-office" in body for body in bodies(app)) is may, (role, provinces)
        person = app.session_state["person"]
        with monkeypatch.context() as patched:
            patched.setattr(visitor, "look_up", lambda used, person=person: person)
            if not may:
                with pytest.raises(StoreError, match="You may not say who may do what"):
                    loading.programme_store(Right.PEOPLE)


@pytest.mark.parametrize("name", ["overview", "records"])
def test_alone_there_is_no_such_screen(run_screen, stored, name) -> None:
    assert "People" not in links(run_screen(name))


def test_a_grant_is_made_changed_and_taken_away_in_the_name_of_who_is_signed_in(
    run_screen, stored, signed_in
) -> None:
    signed_in("administrator")
    people = open_store(stored.where).people

    def held() -> dict[str, str]:
        return {one.grant.of: (one.grant.role, one.who) for one in people.current()}

    app = run_screen("people")
    app.text_input(key="grant_of_new").set_value("Officer@example.org")
    app.radio(key="grant_role_new").set_value(Role.EDITOR)
    app.button_group(key="grant_provinces_new").set_value(["PK6"])
    app.toggle(key="grant_files_new").set_value(False)
    app.button(key="grant_add").click().run()
    assert [one.value for one in app.success] == [
        "Officer\\@example\\.org now has the role of editor\\."
    ]
    [made] = [one for one in people.current() if one.grant.of == "Officer@example.org"]
    assert made.grant == grant("Officer@example.org", "editor", ["Punjab"], files=False)
    assert made.who == "A. Officer"

    number = made.number
    app.session_state[f"grant_change_{number}"] = True
    app.run()
    app.radio(key=f"grant_role_{number}").set_value(Role.MANAGER)
    app.button(key=f"grant_save_{number}").click().run()
    assert held()["Officer@example.org"] == (Role.MANAGER, "A. Officer")
    number = people.current()[-1].number
    app.session_state[f"grant_change_{number}"] = True
    app.run()
    app.button(key=f"grant_remove_{number}").click().run()
    assert "Officer@example.org" not in held()
    did = stored.audit()["did"].tolist()
    assert did[-3:] == ["granted", "granted", "took away"]


@pytest.mark.parametrize(
    ("of", "says"),
    [("", "an address or a group"), ("us", "It has a grant already"), ("US ", "already")],
)
def test_what_is_not_right_is_refused_and_said(run_screen, stored, signed_in, of, says) -> None:
    signed_in("administrator")
    people = open_store(stored.where).people
    before = people.current()
    app = run_screen("people")
    app.text_input(key="grant_of_new").set_value(of)
    app.button(key="grant_add").click().run()
    assert [one.value for one in app.error] == ["Nothing was changed."]
    assert any(says in one.value for one in app.text)
    assert people.current() == before


def test_the_last_administrator_stays_and_one_who_steps_down_is_out_at_once(
    run_screen, stored, signed_in
) -> None:
    signed_in("administrator")
    people = open_store(stored.where).people
    head, ours = people.current()
    app = run_screen("people")
    for number in (ours.number, head.number):
        app.session_state[f"grant_change_{number}"] = True
    app.run()
    app.button(key=f"grant_remove_{head.number}").click().run()
    app.button(key=f"grant_remove_{ours.number}").click().run()
    assert any("last grant of an administrator" in one.value for one in app.text)
    people.add([head.grant], "x", NOON)
    app.radio(key=f"grant_role_{ours.number}").set_value(Role.VIEWER)
    app.button(key=f"grant_save_{ours.number}").click().run()
    assert people.current()[-1].grant == grant("us", "viewer")
    assert "People" not in links(app)
    assert not any("head-office" in body for body in bodies(app))
