"""A source on the Records screen: fetched, shown, and taken in only when somebody says so."""

import os
from pathlib import Path

import pytest

from data.store.address import open_store
from tests.data.sources.servers import TOKEN, Files, kobo_form, kobo_record, running
from tests.data.sources.test_emptied import COLUMNS, ROWS
from tests.data.uploads import csv_file


def described(folder: Path, address: str, name: str = "forms") -> None:
    lines = (f"[{name}]", 'kind = "kobo"', f'address = "{address}/api/v2/assets/form"',
             'token = "FORMS_TOKEN"')  # fmt: skip
    (folder / "sources.toml").write_text("\n".join(lines) + "\n")


def test_a_source_is_fetched_shown_and_taken_in_by_somebody(run_screen, tmp_path, monkeypatch):
    monkeypatch.setenv("FORMS_TOKEN", TOKEN)
    store = open_store(str(tmp_path / "records.duckdb"))
    server = kobo_form([kobo_record(n) for n in range(1, 6)])
    with running(server) as address:
        described(tmp_path, address)
        app = run_screen("records")
        assert not app.exception
        assert server.asked == []  # nothing is fetched by looking
        app.button(key="fetch_source").click().run()
        assert not app.exception
        assert store.history().empty
        assert app.button(key="take_source").disabled
        app.text_input(key="source_who").set_value("An officer").run()
        app.button(key="take_source").click().run()
        assert not app.exception
        assert store.history().loc[0, ["source", "who", "trainings"]].tolist() == [
            "forms", "An officer", 5,
        ]  # fmt: skip
        del server.records[:4]
        app.button(key="fetch_source").click().run()
        app.text_input(key="source_who").set_value("An officer").run()
        assert app.button(key="take_source").disabled  # most is gone: that has to be said
        app.checkbox(key="gone_meant").check().run()
        app.button(key="take_source").click().run()
        assert store.history()["trainings"].tolist() == [1, 5]
        monkeypatch.setenv("FORMS_TOKEN", "another")
        app.button(key="fetch_source").click().run()
        assert any("does not know the token" in one.value for one in app.text)
        described(tmp_path, address, "people")
        app = run_screen("records")
        assert any("counts as import 2, and is not described" in one.value for one in app.warning)
        app.button(key="fetch_source").click().run()
        assert any("It counts already, as forms (import 2)" in one.value for one in app.text)
    assert "Made Up Person" not in str(app.main)


def test_columns_that_are_gone_are_named_and_have_to_be_meant(run_screen, tmp_path):
    server = Files(csv_file(COLUMNS, ROWS))
    with running(server) as address:
        (tmp_path / "sources.toml").write_text(
            f'[forms]\nkind = "file"\naddress = "{address}/records"\n'
        )
        app = run_screen("records")
        app.button(key="fetch_source").click().run()
        app.text_input(key="source_who").set_value("An officer").run()
        app.button(key="take_source").click().run()
        left = [one for one in COLUMNS if one not in ("Women", "Donor")]
        server.content = csv_file(left, ROWS)
        app.button(key="fetch_source").click().run()
    assert any(one.value.endswith("Donor, Women") for one in app.warning)
    app.text_input(key="source_who").set_value("An officer").run()
    assert app.button(key="take_source").disabled
    app.checkbox(key="gone_meant").check().run()
    assert not app.button(key="take_source").disabled


@pytest.mark.parametrize("others", [0, 1], ids=["no row accepted", "another accepted"])
def test_questions_of_a_source_are_answered_under_the_name_that_stands_before_them(
    run_screen, tmp_path, others
):
    dropped = tmp_path / "dropped"
    dropped.mkdir()
    asked = {**ROWS[0], "District": "Muzafargargh"}
    for name, row in [("a.csv", ROWS[1])] * others + [("b.csv", asked)]:
        (dropped / name).write_bytes(csv_file(COLUMNS, [row]))
        os.utime(dropped / name, (0, 0))
    (tmp_path / "sources.toml").write_text(f'[drop]\nkind = "folder"\naddress = "{dropped}"\n')
    app = run_screen("records")
    app.button(key="fetch_source").click().run()
    assert not app.exception
    keys = [getattr(one, "key", None) for one in app.main]
    [settle] = [one for one in app.button if (one.key or "").startswith("settle_")]
    [answer] = [one for one in app.selectbox if (one.key or "").startswith("answer_")]
    assert keys.index("source_who") < keys.index(answer.key)
    assert keys.count("source_who") == 1
    answer.set_value("PK623").run()
    assert app.button(key=settle.key).disabled
    app.text_input(key="source_who").set_value("An officer").run()
    app.button(key=settle.key).click().run()
    assert not app.exception
    app.button(key="take_source").click().run()
    assert not app.exception
    store = open_store(str(tmp_path / "records.duckdb"))
    assert store.decisions.history()["who"].tolist() == ["An officer"]
    assert store.history()["attendance"].sum() == others + 1


def test_a_public_edition_shows_and_fetches_no_source(run_screen, tmp_path, monkeypatch):
    monkeypatch.setenv("TRAINING_PUBLIC", "5")
    described(tmp_path, "http://localhost:9")
    app = run_screen("records")
    assert not app.exception
    assert "fetch_source" not in [button.key for button in app.button]


def test_sources_that_cannot_be_read_are_told_and_the_screen_stays(run_screen, tmp_path):
    (tmp_path / "sources.toml").write_text("[forms]\nkind = 1\naddress = 2\n")
    app = run_screen("records")
    assert not app.exception
    assert any("not of the right form" in one.value for one in app.text)


def test_a_description_that_is_wrong_is_told_beside_the_others(run_screen, tmp_path):
    described(tmp_path, "http://localhost:9")
    with (tmp_path / "sources.toml").open("a") as file:
        file.write('[wrong]\nkind = "file"\naddress = "https://[::1"\n')
    app = run_screen("records")
    assert not app.exception
    assert any("Source wrong: Its address is no address." in one.value for one in app.text)
    assert app.selectbox(key="source_chosen").options == ["forms"]
