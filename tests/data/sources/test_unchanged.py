"""What a source costs in which nothing has changed, and that every change is read."""

from datetime import date, timedelta

import pytest

from data.sources.pulling import READ, UNCHANGED, note_pull
from data.sources.settings import Source
from data.store.store import Store
from tests.data.sources.pulls import AT, TODAY, numbers, pulled, source_of, taken
from tests.data.sources.servers import (
    Kobo,
    Server,
    dhis2_server,
    kobo_form,
    kobo_record,
    odk_server,
    running,
)


def asked_for(server: Server, source: Source, store: Store, today: date = TODAY) -> tuple[str, int]:
    """Pull, keep what a pull keeps by itself, and return the state and the requests."""
    server.asked.clear()
    parts = pulled(source, store, today)
    note_pull(source, store, "source forms", AT, parts=parts)
    return parts[0].state, len(server.asked)


@pytest.fixture
def kobo_with_history() -> Kobo:
    server = kobo_form([kobo_record(n) for n in range(1, 5)])
    for _ in server.records:
        server.did("add-submission")
    return server


def test_an_unchanged_form_of_kobo_costs_one_request_and_any_change_is_read(
    store, tmp_path, kobo_with_history
):
    server = kobo_with_history
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        assert asked_for(server, source, store) == (UNCHANGED, 1)
        # An edit keeps its place, and a deletion that a late arrival makes up for, the number.
        server.records[1] |= {"who/m": "30"}
        server.did("modify-submission")
        assert asked_for(server, source, store)[0] == READ
        taken(source, store)
        del server.records[2]
        server.did("delete-submission")
        server.records.append(kobo_record(9))
        server.did("add-submission")
        taken(source, store)
        assert numbers(store) == {"T1": 4, "T2": 32, "T4": 7, "T9": 5}
        assert asked_for(server, source, store) == (UNCHANGED, 1)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"Made Up Person" not in path.read_bytes(), path


def test_a_history_with_something_else_in_it_is_read_past_once(store, kobo_with_history):
    server = kobo_with_history
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        server.did("export")
        assert asked_for(server, source, store) == (UNCHANGED, 3)
        assert asked_for(server, source, store) == (UNCHANGED, 1)


def test_a_form_is_read_whole_once_a_week_and_where_its_history_says_nothing(
    store, kobo_with_history
):
    server = kobo_with_history
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        server.records[1] |= {"who/m": "30"}  # and nothing of it in the history
        assert asked_for(server, source, store, TODAY + timedelta(days=6)) == (UNCHANGED, 1)
        assert asked_for(server, source, store, TODAY + timedelta(days=7))[0] == READ
        taken(source, store)
        server.history = [one for one in server.history if one["action"] == "export"]
        server.did("export")
        server.records[1] |= {"who/m": "31"}
        assert asked_for(server, source, store)[0] == READ
        taken(source, store)
        server.history = None
        server.records[1] |= {"who/m": "32"}
        assert asked_for(server, source, store)[0] == READ


def test_an_unchanged_program_of_dhis2_costs_one_request_and_any_change_is_read(store):
    server = dhis2_server(9)
    later = "2026-11-25T08:00:00.000"
    with running(server) as address:
        source = source_of("dhis2", address, columns={"Org unit": "district"})
        taken(source, store)
        assert asked_for(server, source, store) == (UNCHANGED, 1)
        server.events[7] |= {"updatedAt": later, "dataValues": server.events[8]["dataValues"][:-1]}
        assert asked_for(server, source, store)[0] == READ
        taken(source, store)
        server.deleted.append(server.events.pop() | {"updatedAt": later, "deleted": True})
        assert asked_for(server, source, store)[0] == READ


def test_an_unchanged_form_of_odk_costs_two_requests_and_any_change_is_read(store):
    server = odk_server(4)
    submissions = server.tables["Submissions"]
    later = {"__system": {"submissionDate": "2023-05-09T10:00:00Z", "updatedAt": "2099-01-01"}}
    with running(server) as address:
        source = source_of("odk", address)
        taken(source, store)
        assert asked_for(server, source, store) == (UNCHANGED, 2)
        submissions[0] |= later | {"about": submissions[0]["about"] | {"title": "Another"}}
        assert asked_for(server, source, store)[0] == READ
        submissions[0] |= {"__system": {"submissionDate": "2023-05-09T10:00:00Z"}}
        taken(source, store)
        assert asked_for(server, source, store) == (UNCHANGED, 2)
        del submissions[-1]
        assert asked_for(server, source, store)[1] > 2
