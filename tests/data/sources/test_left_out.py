"""What an application holds and nobody was trained by: left out, and said how many."""

import pytest

from data.__main__ import main
from data.sources.errors import SourceError
from data.sources.pulling import READ, take_in
from tests.data.sources.pulls import AT, numbers, pulled, source_of, taken
from tests.data.sources.servers import (
    dhis2_server,
    kobo_form,
    kobo_record,
    odk_server,
    running,
)

PROBLEMS, REFUSED = 1, 2
PLANNED = {"occurredAt": None, "scheduledAt": "2024-05-01T00:00:00.000"}


def test_an_event_that_was_planned_or_skipped_counts_nobody(store):
    states = {
        "T0": PLANNED | {"status": "SCHEDULE"},
        "T1": PLANNED | {"status": "OVERDUE"},
        "T2": PLANNED | {"status": "SKIPPED"},
        "T3": {"status": "SKIPPED"},
        "T4": {"status": "SCHEDULE"},  # its day is told: somebody reported it
        "T5": {"status": "ACTIVE"},
        "T6": PLANNED | {"status": "COMPLETED"},
        "T7": {},
    }
    server = dhis2_server(len(states))
    for event, changes in zip(server.events, states.values(), strict=True):
        event |= changes
    with running(server) as address:
        source = source_of("dhis2", address, columns={"Org unit": "district"})
        [part] = pulled(source, store)
        assert sorted(part.checked.attendance["training_id"]) == ["T4", "T5", "T6", "T7"]
        assert part.checked.participants_accepted == 8
        said = "4 events that were planned or skipped, and not held, are not counted."
        assert said in part.understood.notes
        server.events[:] = server.events[4:]
        [part] = pulled(source, store)
        assert not [one for one in part.understood.notes if "planned or skipped" in one]
        server.events[1] |= {"status": "SKIPPED"}
        [part] = pulled(source, store)
        said = "1 event that was planned or skipped, and not held, is not counted."
        assert said in part.understood.notes


def test_an_event_that_is_skipped_later_counts_no_more(store):
    server = dhis2_server(3)
    with running(server) as address:
        source = source_of("dhis2", address, columns={"Org unit": "district"})
        taken(source, store)
        server.events[0] |= {"status": "SKIPPED", "updatedAt": "2026-11-25T08:00:00.000"}
        taken(source, store)
    assert numbers(store) == {"T1": 2, "T2": 2}


@pytest.mark.parametrize("repeat", [True, False])
def test_a_submission_of_odk_that_was_rejected_counts_nobody(store, repeat):
    server = odk_server(4)
    if not repeat:
        server.tables.pop("Submissions.people")
        for one in server.tables["Submissions"]:
            one |= {"district": "Lahore", "agency": "Police", "women": 2, "men": 3}
    for number, state in ((0, "rejected"), (1, "hasIssues"), (2, None)):
        server.tables["Submissions"][number]["__system"]["reviewState"] = state
    with running(server) as address:
        [part] = pulled(source_of("odk", address), store)
    assert part.state == READ
    assert part.checked.participants_accepted == (20 if repeat else 15)
    assert "1 submission that was rejected is not counted." in part.understood.notes


def test_a_submission_of_kobo_that_was_not_approved_counts_nobody(store):
    server = kobo_form([kobo_record(n) for n in range(1, 5)])
    for number, state in ((0, "not_approved"), (1, "approved"), (2, "on_hold")):
        server.records[number]["_validation_status"] = {"uid": f"validation_status_{state}"}
    with running(server) as address:
        [part] = pulled(source_of("kobo", address), store)
    assert part.checked.trainings["training_id"].tolist() == ["T2", "T3", "T4"]
    assert "1 submission that was rejected is not counted." in part.understood.notes


def ten_submissions(kind):
    """Return a server, and its submissions, each with five people or more."""
    if kind == "kobo":
        server = kobo_form([kobo_record(n, **{"who/w": "2"}) for n in range(1, 11)])
        return server, server.records
    server = odk_server(11)
    records = server.tables["Submissions"]
    del records[10]
    if kind == "odk":
        server.tables.pop("Submissions.people")
        for one in records:
            one |= {"district": "Lahore", "agency": "Police", "women": 2, "men": 3}
    return server, records


def encrypt(server, records):
    """Leave nothing of three submissions that can be read; of one nothing says why."""
    for one, status in zip(
        records, ("notDecrypted", "missingEncryptedFormData", None), strict=False
    ):
        if "__id" not in one:
            kept = {name: one[name] for name in one if name.startswith("_")}
            one.clear()
            one |= kept | {"encrypted": "yes", "base64EncryptedKey": "abc=="}
            continue
        one["about"] = dict.fromkeys(one["about"])
        one |= {name: None for name in ("district", "agency", "women", "men") if name in one}
        one["__system"] |= {"status": status, "updatedAt": "2126-11-25T08:00:00.000Z"}
        groups = server.tables.get("Submissions.people", [])
        groups[:] = [group for group in groups if group["__Submissions-id"] != one["__id"]]


@pytest.mark.parametrize(("kind", "unread"), [("kobo", 3), ("odk", 3), ("odk with a repeat", 2)])
def test_what_stood_in_a_submission_that_cannot_be_read_is_held_back(store, kind, unread):
    server, records = ten_submissions(kind)
    with running(server) as address:
        source = source_of(kind.partition(" ")[0], address)
        taken(source, store)
        encrypt(server, records)
        [part] = pulled(source, store)
    assert part.withdraws_much
    assert part.unreadable == unread
    said = f"{unread} submissions are encrypted, or have no answer: they cannot be read."
    assert said in part.understood.notes
    assert len(numbers(store)) == 10
    take_in(part, store, "source forms", AT)  # as somebody says that it is meant
    assert len(numbers(store)) == 7


def test_the_command_holds_it_back_until_it_is_meant_and_says_it_at_each_pull(store, capsys):
    server, records = ten_submissions("kobo")
    with running(server) as address:
        source = source_of("kobo", address)
        taken(source, store)
        encrypt(server, records)
        pull = ["pull", "forms", "--kind", source.kind, "--token", "SOURCE_TOKEN",
                "--address", source.address, "--store", store.where]  # fmt: skip
        assert main(pull) == REFUSED
        assert "may stand in submissions that cannot be read" in capsys.readouterr().out
        assert len(numbers(store)) == 10
        # As somebody says that it is meant; then nothing is held back, and each pull says it.
        assert main([*pull, "--withdraw"]) == PROBLEMS
        assert main(pull) == PROBLEMS
        assert len(numbers(store)) == 7


@pytest.mark.parametrize("kind", ["kobo", "odk"])
def test_a_form_of_which_nothing_can_be_read_says_why_it_has_no_rows(store, kind):
    server, records = ten_submissions(kind)
    del records[3:]
    encrypt(server, records)
    with (
        running(server) as address,
        pytest.raises(SourceError, match=r"It has no rows\. 3 submissions are encrypted"),
    ):
        pulled(source_of(kind, address), store)


def test_places_on_a_map_are_left_out_of_a_form_of_kobo_and_not_asked_about(store):
    kinds = ("geopoint", "geotrace", "geoshape", "start-geopoint")
    told = {f"gps_{number}": "33.61 73.12 0 0" for number in range(len(kinds))}
    server = kobo_form([kobo_record(n, **told) for n in range(1, 4)])
    for name, kind in zip(told, kinds, strict=True):
        server.survey.append({"type": kind, "name": name, "label": [f"Where it is, a {kind}"]})
    with running(server) as address:
        [part] = pulled(source_of("kobo", address), store)
        assert part.state == READ
        assert len(part.checked.trainings) == 3
        # Where it was left out by hand before, it still can be.
        by_hand = source_of(
            "kobo", address, columns={f"Where it is, a {kind}": "" for kind in kinds}
        )
        assert pulled(by_hand, store)[0].state == READ
