"""Pulls of servers that behave as the real ones: nothing lost, nothing doubled, nobody named."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.responses import JSONResponse

from data.__main__ import main
from data.records.errors import ReadingError
from data.sources.errors import SourceChanged, SourceError
from data.sources.kinds import dhis2
from data.sources.pulling import ASKED, GONE, READ, UNCHANGED, WAITS, take_in
from data.sources.settings import Source, sources_beside
from data.sources.web import Web
from data.store.address import open_store
from data.store.store import STANDS, TAKEN_OVER
from tests.data.sources.pulls import AT, HEADER, TODAY, group, numbers, pulled, source_of, taken
from tests.data.sources.servers import (
    TOKEN,
    Files,
    broken_off,
    busy,
    dhis2_server,
    kobo_form,
    kobo_record,
    odk_server,
    running,
)
from tests.data.uploads import csv_file

FINE, REFUSED = 0, 2
PERSONAL = (b"Made Up Person", b"35202-1234567-1", b"collector")
# ---------------------------------------------------------------- what a source says counts


def test_all_pages_of_kobo_are_read_under_its_labels_and_nobody_is_kept(store, tmp_path):
    server = kobo_form([kobo_record(n) for n in range(1, 2_302)])
    with running(server) as address:
        [part] = pulled(source_of("kobo", address), store)
        assert part.state == READ
        assert part.counts.loc["trainings"].tolist() == [2_301, 0, 0, 0]
        added = take_in(part, store, "source forms", AT)
    assert (added.trainings, added.attendance, added.problems) == (2_301, 2_301, 0)
    assert added.participants == sum(n % 7 + 3 for n in range(1, 2_302))
    limits = [one.query_params.get("limit") for one in server.asked]
    assert limits == ["100", None, *["1000"] * 3]  # its history, its form, its submissions
    assert {"Name of officer", "CNIC"} <= set(part.checked.personal_columns)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert not any(one in path.read_bytes() for one in PERSONAL), path
    assert store.history().loc[0, ["source", "who"]].tolist() == ["forms", "source forms"]


def test_what_changed_is_shown_and_what_is_gone_is_withdrawn_and_comes_back(store):
    server = kobo_form([kobo_record(n) for n in range(1, 5)])
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        assert pulled(source, store)[0].state == UNCHANGED
        server.records[1] |= {"who/m": "30"}
        del server.records[2]
        server.records.append(kobo_record(9))
        [part] = pulled(source, store)
        assert part.counts.to_dict("index") == {
            "trainings": {"added": 1, "replaced": 0, "withdrawn": 1, "same": 3},
            "attendance": {"added": 1, "replaced": 1, "withdrawn": 1, "same": 2},
        }
        rows = part.changes.rows.groupby(["table", "change"]).size()
        assert rows.to_dict() == part.counts.stack()[lambda count: count > 0].to_dict()
        ahead = store.changes_ahead(part.checked, source=part.name, at=AT, listed=False)
        assert ahead.rows.empty
        assert ahead.counts.equals(part.counts)
        assert numbers(store) == {"T1": 4, "T2": 5, "T3": 6, "T4": 7}  # nothing is kept by looking
        take_in(part, store, "source forms", AT)
        assert numbers(store) == {"T1": 4, "T2": 32, "T4": 7, "T9": 5}
        changes = store.changes(2)
        gone = changes[changes["change"] == "withdrawn"]
        assert gone["training_id"].tolist() == ["T3", "T3"]
        assert "participants_f: 3" in gone["before"].iloc[1]
        assert store.history()["state"].tolist() == [STANDS, TAKEN_OVER]
        store.rollback(2, "A lead", AT)
        assert numbers(store) == {"T1": 4, "T2": 5, "T3": 6, "T4": 7}
        # And the other way round: as it was before it changed, and changed again.
        taken(source, store)
        server.records[:] = [kobo_record(n) for n in range(1, 5)]
        taken(source, store)
        assert numbers(store) == {"T1": 4, "T2": 5, "T3": 6, "T4": 7}


def test_rows_of_somebodys_file_stay_when_a_source_changes(store):
    server = kobo_form([kobo_record(1), kobo_record(2)])
    with running(server) as address:
        source = source_of("kobo", address)
        [part] = pulled(source, store)
        store.add(part.checked, file_name="by hand.csv", who="An officer", at=AT)
        assert taken(source, store).id == 2
        del server.records[0]
        taken(source, store)
    assert numbers(store) == {"T1": 4, "T2": 5}
    assert store.history()["state"].tolist() == [STANDS, TAKEN_OVER, STANDS]


def test_a_submission_with_several_groups_is_a_row_each_and_one_without_is_told(store):
    server = kobo_form([])
    inside = [{"who/place": "lhe", "who/body": "pol", "who/w": "1", "who/m": "2"},
              {"who/place": "mul", "who/body": "fia", "who/w": "4", "who/m": "0"}]  # fmt: skip
    for one in server.survey:
        kind = str(one["type"])
        one["type"] = {"begin_group": "begin_repeat", "end_group": "end_repeat"}.get(kind, kind)
    for number, groups in ((1, inside), (2, [])):
        record = {k: v for k, v in kobo_record(number).items() if not k.startswith("who/")}
        server.records.append(record | {"who": groups})
    with running(server) as address:
        [part] = pulled(source_of("kobo", address), store)
        assert part.understood.notes[0].startswith("1 submission with nothing")
        assert part.checked.attendance["agency"].tolist() == ["Police", "FIA"]
        assert part.checked.participants_accepted == 7
        # Two groups that are alike are two, until somebody says that they are one.
        server.records[0]["who"] = [inside[0], inside[0]]
        [part] = pulled(source_of("kobo", address), store)
        assert part.checked.tables["attendance"].duplicates.empty
        assert [one.kind for one in part.checked.queue] == ["duplicate"]


def test_repeats_of_odk_stand_with_the_answers_around_them(store):
    server = odk_server()
    with running(server) as address:
        added = taken(source_of("odk", address), store)
    assert (added.trainings, added.attendance) == (1_201, 2_402)
    assert added.participants == 5 * 2_402


def test_events_of_dhis2_are_read_by_fifty_under_the_names_of_their_elements(store):
    server = dhis2_server()
    with running(server) as address:
        source = source_of("dhis2", address)
        with Web(source.address, source.where, server.authorization, print) as web:
            assert {"e6", "e7"} <= set(next(dhis2.pages(web, source))[0])
        server.asked.clear()
        added = taken(source_of("dhis2", address, columns={"Org unit": "district"}), store)
        assert (added.trainings, added.participants) == (121, 242)
        assert [r.query_params["page"] for r in server.asked if "page" in r.query_params] == list(
            "123"
        )
    assert store.records(TODAY).trainings["date_start"].dt.day.unique().tolist() == [9]


def test_an_unchanged_file_costs_one_request_and_a_changed_one_is_read(store):
    server = Files(csv_file(HEADER, [group(1), group(2)]))
    with running(server) as address:
        source = source_of("file", address)
        taken(source, store)
        server.asked.clear()
        assert pulled(source, store)[0].state == UNCHANGED
        assert len(server.asked) == 1
        assert "if-none-match" in server.asked[0].headers
        server.content = csv_file(HEADER, [group(1), group(2, Men="9")])
        taken(source, store)
        assert numbers(store) == {"T1": 5, "T2": 11}
        # Undone by somebody: it is read again, whatever its mark says.
        store.rollback(2, "A lead", AT)
        assert pulled(source, store)[0].state == READ


def test_a_folder_has_a_part_a_file_and_asks_before_one_that_is_gone_is_withdrawn(store, tmp_path):
    dropped = tmp_path / "dropped"
    dropped.mkdir()
    for number in (1, 2):
        path = dropped / f"training {number}.csv"
        path.write_bytes(csv_file(HEADER, [group(number)]))
        os.utime(path, (0, 0))
    (dropped / "half.csv").write_bytes(csv_file(HEADER, [group(3)]))
    source = Source("drop", "folder", str(dropped))
    parts = pulled(source, store)
    assert [part.state for part in parts] == [READ, READ, WAITS]
    for part in parts:
        take_in(part, store, "source drop", AT)
    assert numbers(store) == {"T1": 5, "T2": 5}
    (dropped / "training 1.csv").unlink()
    (dropped / "half.csv").unlink()
    assert [part.state for part in pulled(source, store)] == [UNCHANGED, GONE]
    gone = pulled(source, store)[1]
    assert gone.withdraws_much
    take_in(gone, store, "source drop", AT)
    assert numbers(store) == {"T2": 5}


# --------------------------------------------------------------------- what a source does wrong


@pytest.mark.parametrize(
    "faults",
    [[busy()], [busy(503, "0"), busy(502, "0")], [broken_off()]],
    ids=["once", "twice", "cut"],
)
def test_a_fault_that_passes_is_asked_past_and_loses_nothing(store, faults):
    server = kobo_form([kobo_record(n) for n in range(1, 4)])
    server.faults = list(faults)
    with running(server) as address:
        assert taken(source_of("kobo", address), store).trainings == 3


def test_a_source_that_asks_for_a_wait_is_given_it(store, monkeypatch):
    server = kobo_form([kobo_record(1)])
    server.faults = [busy(429, "7")]
    waits = []
    with running(server) as address:
        monkeypatch.setattr(time, "sleep", waits.append)
        taken(source_of("kobo", address), store)
    assert waits == [7.0]


FAULTS_THAT_STAY = {
    "asks to wait 9000 s": busy(429, "9000"),
    "may not read it": busy(403),
    "nothing at its address": busy(404),
    "does not answer with JSON": busy(200),
    "no form": lambda: JSONResponse({"content": {}}),
}


def test_a_fault_that_stays_is_said_and_changes_nothing(store):
    server = kobo_form([kobo_record(1)])
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        for words, fault in FAULTS_THAT_STAY.items():
            server.faults = [fault, fault]  # also where its history is asked for
            with pytest.raises(SourceError, match=re.escape(words)) as refused:
                pulled(source, store)
            assert TOKEN not in str(refused.value), words
            assert numbers(store) == {"T1": 4}, words


def test_a_wrong_token_and_one_that_is_not_there_are_told(store, monkeypatch):
    with running(kobo_form([kobo_record(1)])) as address:
        monkeypatch.setenv("SOURCE_TOKEN", "another")
        with pytest.raises(SourceError, match="does not know the token"):
            pulled(source_of("kobo", address), store)
        monkeypatch.delenv("SOURCE_TOKEN")
        with pytest.raises(SourceError, match="SOURCE_TOKEN is empty or missing"):
            pulled(source_of("kobo", address), store)


@pytest.mark.parametrize("changes", [1, 9])
def test_a_row_deleted_between_two_pages_moves_none_out_of_sight(store, changes):
    """One is deleted and another comes: the count is the same, and a row would be lost."""
    server = kobo_form([kobo_record(n) for n in range(1, 1_501)])
    left = iter(range(changes))

    def change(number: int) -> None:
        if server.asked[-1].query_params.get("start") == "0" and next(left, None) is not None:
            server.records.append(kobo_record(server.records[-1]["_id"] + 1))
            del server.records[0]

    server.between = change
    with running(server) as address:
        source = source_of("kobo", address)
        if changes > 1:
            with pytest.raises(SourceChanged):
                pulled(source, store)
            return
        added = taken(source, store)
    assert added.trainings == 1_500
    assert set(numbers(store)) == {f"T{n}" for n in range(2, 1_502)}


@pytest.mark.parametrize("tells_total", [True, False])
def test_an_event_deleted_between_two_pages_moves_none_out_of_sight(store, tells_total):
    server = dhis2_server(121)
    server.tells_total = tells_total
    left = iter([1])

    def change(number: int) -> None:
        asked = server.asked[-1].query_params
        if asked.get("page") == "1" and asked.get("order") == "createdAt:asc" and next(left, 0):
            del server.events[0]

    server.between = change
    with running(server) as address:
        taken(source_of("dhis2", address, columns={"Org unit": "district"}), store)
    assert set(numbers(store)) == {f"T{n}" for n in range(1, 121)}


def test_an_emptied_source_withdraws_nothing_by_itself(store):
    server = kobo_form([kobo_record(1)])
    with running(server) as address:
        taken(source_of("kobo", address), store)
        server.records.clear()
        with pytest.raises(SourceError, match="It has no rows"):
            pulled(source_of("kobo", address), store)
    assert numbers(store) == {"T1": 4}


def test_a_form_that_changed_is_asked_about_and_takes_nothing_in(store):
    server = kobo_form([kobo_record(1)])
    with running(server) as address:
        taken(source_of("kobo", address), store)
        server.survey[5]["label"] = ["Which place do they serve in"]
        [part] = pulled(source_of("kobo", address), store)
        assert part.state == ASKED
        unsure = [one.name for one in part.question.proposal.columns if not one.sure]
        assert unsure == ["Which place do they serve in"]
        told = source_of("kobo", address, columns={"Which place do they serve in": "district"})
        assert taken(told, store).repeated  # the same records, read from another form
        with pytest.raises(ReadingError, match="There is no column Zila"):
            pulled(source_of("kobo", address, columns={"Zila": "district"}), store)


def test_what_holds_for_every_row_is_said_beside_the_address(store):
    server = kobo_form([kobo_record(1)])
    with running(server) as address:
        taken(source_of("kobo", address, all={"donor": "Denmark"}), store)
    assert store.records(TODAY).trainings["donor"].tolist() == ["Denmark"]


# ------------------------------------------------------------------------ addresses and secrets


def test_a_redirect_is_followed_but_not_to_a_private_address(store):
    with running(Files(csv_file(HEADER, [group(1)]), away="http://127.0.0.1:9/records")) as address:
        there = Source("forms", "file", f"{address}/there")
        assert taken(there, store).trainings == 1
        with pytest.raises(SourceError, match="private address"):
            pulled(Source("forms", "file", f"{address}/away"), store)


def test_a_next_page_is_asked_for_over_https_and_on_no_other_host():
    with Web("https://kobo.example.org/api/v2/assets/form", "forms", "", print) as web:
        behind_a_proxy = "http://kobo.example.org/api/v2/assets/form/data/?start=1000"
        assert web.own(behind_a_proxy) == behind_a_proxy.replace("http:", "https:")
        with pytest.raises(SourceError, match="another host"):
            web.own("https://elsewhere.example.org/data/?start=1000")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"address": "http://kobo.example.org/x"}, "not https"),
        ({"address": "https://me:secret@example.org/x"}, "user or a password"),
        ({"token": "0123456789abcdef"}, "the token itself does not stand here"),
        ({"kind": "fax"}, "kind is none of"),
        ({"columns": {"Zila": "zila"}}, "Not a field: zila"),
        ({"year": "23"}, "no year such as 2023"),
        ({"tokens": "X"}, "Not known: tokens"),
        ({"together": "yes"}, "together is not of the right form"),
        ({"address": "https://example.org:abc/x"}, "no address"),
        ({"address": "https://example.org:99999/x"}, "no address"),
        ({"address": "https://[::1"}, "no address"),
        ({"address": f"https://{'a' * 70}.org/x"}, "no address"),
        ({"address": "https://exa mple.org/x"}, "no address"),
        ({"address": "https://example.org/x\u200b"}, "no address"),
    ],
)
def test_a_description_that_cannot_be_right_is_refused_and_stops_no_other(tmp_path, told, words):
    usual = {"kind": "file", "address": "https://example.org/records.csv"}
    lines = [f"{key} = {toml(value)}" for key, value in (usual | told).items()]
    others = [f"{key} = {toml(value)}" for key, value in usual.items()]
    text = "\n".join(["[forms]", *lines, "[others]", *others])
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    sources = sources_beside(tmp_path / "records.duckdb")
    assert list(sources.described) == ["others"]
    refused = str(sources.wrong["forms"])
    assert words in refused
    assert "secret@" not in refused
    assert "0123456789abcdef" not in refused


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (b"\xef\xbb\xbf" + TOKEN.encode() + b"\r\n", ""),
        (TOKEN.encode("utf-16"), "not right: the file secret"),
        (f"{TOKEN}\nanother".encode(), "not right: the file secret"),
        (f"\u0635{TOKEN}".encode(), "not right: the file secret"),
        (b" \n", "empty or missing"),
    ],
    ids=["marked", "utf-16", "two lines", "no ascii", "blank"],
)
def test_a_token_that_no_request_can_carry_is_told_and_not_shown(store, tmp_path, kept, words):
    (tmp_path / "secret").write_bytes(kept)
    server = kobo_form([kobo_record(1)])
    with running(server) as address:
        source = replace(source_of("kobo", address), token_file=str(tmp_path / "secret"))
        if not words:
            assert taken(source, store).trainings == 1
            return
        with pytest.raises(SourceError, match=words) as refused:
            pulled(source, store)
    assert TOKEN not in str(refused.value)
    assert server.asked == []


def toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f'{key} = "{one}"' for key, one in value.items()) + " }"
    return f'"{value}"'


# ----------------------------------------------------------------------------------- the command


def test_the_command_lists_shows_and_takes_in(store, tmp_path, monkeypatch, capsys):
    records = tmp_path / "records"
    records.mkdir()
    monkeypatch.setenv("DATABASE_URL", str(records / "records.duckdb"))
    server = kobo_form([kobo_record(n) for n in range(1, 5)])
    assert main(["pull"]) == FINE
    assert "No sources yet" in capsys.readouterr().out
    with running(server) as address:
        (records / "secret").write_text(TOKEN + "\n")
        (records / "sources.toml").write_text(
            f'[forms]\nkind = "kobo"\naddress = "{address}/api/v2/assets/form/"\n'
            'token_file = "secret"\n'
        )
        assert main(["pull", "forms", "--dry-run"]) == FINE
        assert "forms, trainings: 4 added, 0 replaced, 0 withdrawn" in capsys.readouterr().out
        assert not (records / "records.duckdb").exists()
        assert main(["pull", "forms"]) == FINE
        assert "Import 1, forms: 4 trainings" in capsys.readouterr().out
        del server.records[:3]
        assert main(["pull", "forms"]) == REFUSED
        assert "say --withdraw" in capsys.readouterr().out
        assert main(["pull"]) == FINE
        assert "import 1: Not all of it" in capsys.readouterr().out
        assert main(["pull", "forms", "--withdraw"]) == FINE
        assert main(["history"]) == FINE
        assert "source forms" in capsys.readouterr().out
        assert numbers(open_store(str(records / "records.duckdb"))) == {"T4": 7}
        with (records / "sources.toml").open("a") as file:
            file.write('[wrong]\nkind = "file"\naddress = "https://[::1"\n')
        assert main(["pull", "wrong", "forms"]) == REFUSED
        told = capsys.readouterr()
        assert "Source wrong: Its address is no address." in told.err
        assert "forms: " in told.out
        assert main(["pull"]) == REFUSED
        assert "forms (localhost), kobo: last pulled" in capsys.readouterr().out
        again = ["pull", "other", "--kind", "kobo", "--address", f"{address}/api/v2/assets/form"]
        assert main([*again, "--token", "SOURCE_TOKEN", "--dry-run"]) == FINE
    assert main(["pull", "nobody"]) == REFUSED
    assert "not described" in capsys.readouterr().err


def test_a_pull_that_is_killed_is_made_again_and_ends_equal(store, tmp_path):
    server = kobo_form([kobo_record(n) for n in range(1, 601)])
    with running(server) as address:
        pull = ["pull", "forms", "--kind", "kobo", "--token", "SOURCE_TOKEN",
                "--store", str(tmp_path / "records" / "r.duckdb"),
                "--address", f"{address}/api/v2/assets/form"]  # fmt: skip
        command = [sys.executable, "-m", "data", *pull]
        root = Path(__file__).parents[3]
        began = time.monotonic()
        subprocess.run(command, cwd=root, check=True, capture_output=True)  # noqa: S603
        whole = time.monotonic() - began
        killed = open_store(str(tmp_path / "records" / "r.duckdb"))
        before = numbers(killed)
        for share in (0.7, 0.95):
            server.records = [kobo_record(n) | {"who/m": "8"} for n in range(1, 601)]
            child = subprocess.Popen(  # noqa: S603
                command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            time.sleep(share * whole)
            child.send_signal(signal.SIGKILL)
            child.wait()
            after = numbers(killed)
            assert after in (before, {f"T{n}": n % 7 + 8 for n in range(1, 601)})
        assert main(pull) == FINE
    assert numbers(killed) == {f"T{n}": n % 7 + 8 for n in range(1, 601)}
    assert (killed.history()["state"] == STANDS).sum() == 1
